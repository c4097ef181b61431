#ifndef STORE_AUDIT_SEARCH_H
#define STORE_AUDIT_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

struct arena;
struct db;
struct scope;

/*
 * The audit log as it is read. It names patients by number only; nothing
 * of a record is in it. Written by care/audit.c alone.
 */
struct audit_hit {
	int64_t id;
	instant_t at;
	const char *program, *event, *outcome, *actor, *roles;
	int64_t user_id, patient_id;
	int64_t shown; /* patients a list showed */
	const char *object_type;
	int64_t object_id;
	const char *detail, *reason, *address, *request;
};

struct audit_hits {
	struct audit_hit *v;
	size_t n, cap;
};

/* Newest first. Of user and patient at most one finds by index; the other
 * and the rest sort out. */
struct audit_filter {
	instant_t from, to;  /* from <= at < to */
	int64_t user_id;     /* 0: any */
	int64_t patient_id;  /* 0: any; shown in lists counts */
	const char *event;   /* "": any */
	const char *outcome; /* "": any */
	int64_t before;	     /* only events with a lower number; 0: all */
	int limit;
};

int audit_search_list(struct db *, struct arena *, const struct scope *,
	const struct audit_filter *, struct audit_hits *out);
/* When the chain was last walked, and how that ended: 1, 0 or -1. */
int audit_search_check(struct db *, struct arena *, const struct scope *,
	struct audit_hit *out);

#endif
