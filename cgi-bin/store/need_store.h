#ifndef STORE_NEED_STORE_H
#define STORE_NEED_STORE_H

#include "domain/need.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * What visits need, and what patients and types of visit bring along. Those
 * of one row return 1, 0 (not there, or another clinic's) or -1; lists 0 or -1;
 * _put and _update the rows changed or -1.
 */
int need_store_list(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct needs *out);
int need_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct visit_need *out);
/* Of all visits of a patient that are booked and start from a moment on. */
int need_store_coming(struct db *, struct arena *, const struct scope *,
	int64_t patient, instant_t from, struct needs *out);
/* Of the visits that start in [from, to) and are still to come, those that
 * are missing; site 0: of all. */
int need_store_missing(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, struct needs *out);

/* The id; 0: it is there already, and is left as it is; -1. */
int64_t
need_store_add(struct db *, const struct scope *, const struct visit_need *);
/* All but its visit, kind, source; if the row has that version. */
int64_t need_store_update(struct db *, const struct scope *,
	const struct visit_need *, int64_t version, instant_t now);
int need_store_add_event(struct db *, const struct scope *, int64_t need,
	instant_t at, enum need_state, const char *detail);
int need_store_events(struct db *, struct arena *, const struct scope *,
	int64_t need, struct need_events *out); /* newest first */

/* How many needs visits have, and how many of them are missing; with them
 * the needed steps before them, missing when they are due by then. */
struct need_mark {
	int64_t visit_id, n, missing;
};
struct need_marks {
	struct need_mark *v; /* by visit_id */
	size_t n, cap;
};
int need_store_marks(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, instant_t due,
	struct need_marks *out);
int need_store_patient_marks(struct db *, struct arena *, const struct scope *,
	int64_t patient, instant_t from, instant_t due, struct need_marks *out);
const struct need_mark *need_mark_of(const struct need_marks *, int64_t visit);

int need_store_patient(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct patient_need *out);
/* 0 rows: the version moved on. */
int64_t need_store_put_patient(struct db *, const struct scope *,
	int64_t patient, const struct patient_need *, instant_t now);
int need_store_type(struct db *, struct arena *, const struct scope *,
	int64_t type, struct type_need *out);
int64_t need_store_put_type(struct db *, const struct scope *, int64_t type,
	const struct type_need *);

#endif
