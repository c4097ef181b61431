#ifndef STORE_RECALL_STORE_H
#define STORE_RECALL_STORE_H

#include "domain/recall.h"
#include "domain/scope.h"

struct arena;
struct db;

/* Recalls. One row: 1, 0 not there or not the caller's, -1; lists 0 or -1;
 * writes the rows changed, 0 when the version moved on, or -1. */
int recall_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct recall *out);

struct recall_filter {
	int64_t patient_id;	 /* all of this patient's, ended ones too */
	enum recall_state state; /* else: those that stand so today */
	day_t today;
	int limit; /* one more is read */
};
int recall_store_list(struct db *, struct arena *, const struct scope *,
	const struct recall_filter *, struct recalls *out);
/* n[state] of those that have not ended. */
int recall_store_counts(struct db *, const struct scope *, day_t today,
	int64_t n[RECALL_ENDED]);
/* Those to be looked after from today on without an open loop; at most
 * limit. */
int recall_store_opening(struct db *, struct arena *, const struct scope *,
	day_t today, int limit, struct recalls *out);
/* The open one of this patient and type that is due first and has no visit;
 * the one this visit was booked for. 1, 0 or -1. */
int recall_store_for(struct db *, struct arena *, const struct scope *,
	int64_t patient, int64_t type, struct recall *out);
int recall_store_of_visit(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct recall *out);

int64_t recall_store_add(
	struct db *, const struct scope *, const struct recall *); /* id, 0 */
/* Everything but what made it, if it still has r->version. */
int64_t
recall_store_save(struct db *, const struct scope *, const struct recall *);

struct visit_excuse {
	const char *reason, *note, *by;
	instant_t at;
};
int recall_store_excuse(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct visit_excuse *out);
/* 1, 0 there is one already, -1 */
int64_t recall_store_add_excuse(struct db *, const struct scope *,
	int64_t visit, const struct visit_excuse *);

#endif
