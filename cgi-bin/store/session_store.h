#ifndef STORE_SESSION_STORE_H
#define STORE_SESSION_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/zone.h"

struct arena;
struct db;

/* Staff and portal sessions are apart: two tables of one shape. */
enum session_kind { SESSION_STAFF, SESSION_PORTAL };

/* A live session and who holds it. */
struct session_row {
	int64_t id;
	int64_t holder; /* app_user.id or portal_account.id */
	int64_t clinic_id;
	int64_t patient_id; /* portal only */
	const char *csrf, *flash, *flash_undo;
	instant_t created_at, seen_at, stepped_at;
	/* of the holder */
	const char *login, *name, *language;
	const char *theme, *density;
	bool shortcuts, must_change;
	int64_t site_id;
	unsigned roles; /* bits 1u << enum role */
	int64_t writes; /* transactions in which it changed something */
};

/*
 * The session with this token hash, if it has not ended, was created after
 * born_after and used after seen_after, and its holder may still log in.
 * 1 found, 0 none, -1 error. Two statements for staff, one for patients.
 */
int session_store_find(struct db *, struct arena *, enum session_kind,
	const char *token_hash, instant_t born_after, instant_t seen_after,
	struct session_row *out);
/* The id of the new session, or 0. */
int64_t session_store_add(struct db *, enum session_kind, int64_t holder,
	const char *token_hash, const char *csrf, instant_t now,
	const char *address, const char *agent);
/* It was used now; wrote: and changed something, which is counted. */
int session_store_touch(struct db *, enum session_kind, int64_t id,
	instant_t now, bool wrote);
/* How often it changed something, as this database knows; -1: it does not
 * know the session. */
int64_t session_store_writes(struct db *, enum session_kind, int64_t id);
int session_store_flash(struct db *, enum session_kind, int64_t id,
	const char *text, const char *undo);
int session_store_end(struct db *, enum session_kind, int64_t id, instant_t now,
	const char *reason);
/* End every live session of one holder but this one (0: all). */
int64_t session_store_end_all(struct db *, enum session_kind, int64_t holder,
	int64_t but, instant_t now, const char *reason);
/* End the oldest live ones until at most keep are left. */
int64_t session_store_trim(struct db *, enum session_kind, int64_t holder,
	int keep, instant_t now);

/* A form already taken: 1 and where it led, 0 new, -1 error. */
int once_store_find(
	struct db *, struct arena *, const char *key, const char **location);
/* Drop those taken before this moment; the number of them, or -1. */
int64_t once_store_forget(struct db *, instant_t before);
int once_store_add(struct db *, const char *key, const char *path,
	const char *location, instant_t now);

#endif
