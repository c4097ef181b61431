#ifndef STORE_AUDIT_STORE_H
#define STORE_AUDIT_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

struct arena;
struct db;
struct scope;

/* One row of the audit log as it is stored. */
struct audit_row {
	int64_t id, clinic_id;
	instant_t at;
	const char *program, *event, *outcome;
	int64_t user_id;
	const char *actor, *roles;
	int64_t patient_id;
	const char *object_type;
	int64_t object_id;
	const char *patients, *detail, *reason, *address;
	int64_t session_id;
	const char *request, *prev_hash, *hash;
};

/* The newest row's id and hash; id 0 and "" when the log is empty. */
int
audit_store_head(struct db *, struct arena *, int64_t *id, const char **hash);
/* For care/audit.c alone: it makes the chain. */
int audit_store_add(struct db *, const struct audit_row *,
	const int64_t *patients, size_t n);
/* The patients that this session was last shown by an event since then, as
 * their ids with a blank between; "" when it was not. */
int audit_store_last_shown(struct db *, struct arena *, int64_t user,
	int64_t session, const char *event, instant_t since,
	const char **patients);
/* Up to limit rows after this id, in order, of every clinic. */
struct audit_rows {
	struct audit_row *v;
	size_t n, cap;
};
int audit_store_after(struct db *, struct arena *, int64_t id, int limit,
	struct audit_rows *out);

#endif
