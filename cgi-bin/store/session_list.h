#ifndef STORE_SESSION_LIST_H
#define STORE_SESSION_LIST_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

struct arena;
struct db;
struct scope;

/* The live sessions of one of the staff, for that person and for the
 * administrator. born_after and seen_after as in session_store_find(). */
struct session_seen {
	int64_t id;
	instant_t created_at, seen_at;
	const char *address, *agent;
};

struct session_list {
	struct session_seen *v;
	size_t n, cap;
};

int
session_list_of(struct db *, struct arena *, const struct scope *, int64_t user,
	instant_t born_after, instant_t seen_after, struct session_list *out);
/* End one, if it is that person's: the rows changed, or -1. */
int64_t session_list_end(struct db *, const struct scope *, int64_t user,
	int64_t session, instant_t now, const char *reason);
/* How many people's sessions are live in the clinic. */
int64_t session_list_count(struct db *, const struct scope *,
	instant_t born_after, instant_t seen_after);

#endif
