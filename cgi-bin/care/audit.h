#ifndef CARE_AUDIT_H
#define CARE_AUDIT_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/audit.h"

struct arena;
struct db;
struct err;

enum audit_outcome { AUDIT_OK, AUDIT_DENIED, AUDIT_FAILED };

/* Patients a list showed. */
struct audit_ids {
	int64_t *v;
	size_t n, cap;
};

struct audit_entry {
	int64_t clinic_id;
	instant_t at;
	const char *program; /* "staff", "portal", "api", "handrailctl" */
	enum audit_event event;
	enum audit_outcome outcome;
	int64_t user_id;    /* 0: none */
	const char *actor;  /* login, "patient:7", "uid:1000", "anonymous" */
	const char *roles;  /* names with a blank between, or "" */
	int64_t patient_id; /* the one patient it is about, or 0 */
	const char *object_type; /* "appointment", ... or "" */
	int64_t object_id;
	struct audit_ids patients;
	const char *detail; /* ids, counts, enums; never a name */
	const char *reason;
	const char *address;
	int64_t session_id;
	const char *request; /* the reply's reference number */
};

/*
 * The one writer of the audit log: adds the entry, chained to the one
 * before, in the write transaction that is open. 0, or -1 and the
 * transaction must not be committed.
 */
int audit_write(struct db *, struct arena *, const struct audit_entry *);
/*
 * Is this a view that a timer renewed, of nobody but those whom the same
 * session was shown by the newest such row of the last hour? Then it adds
 * nothing to who has seen what, and need not be written. 1, 0, -1.
 * tests/RULES.md, "The flow board".
 */
int audit_again(struct db *, struct arena *, const struct audit_entry *);
/* Walk the whole chain. Returns the number of events, or -1 with err
 * naming the first event that does not fit. */
int64_t audit_verify(struct db *, struct arena *, struct err *);

#endif
