#ifndef STORE_VISIT_STORE_H
#define STORE_VISIT_STORE_H

#include "domain/scope.h"
#include "domain/visit.h"

struct arena;
struct db;

/*
 * Visits and their history. One row: 1 found, 0 not there or not the
 * caller's, -1 the database failed; lists 0 or -1. In a patient's session
 * only that patient's visits are there.
 */
int visit_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct visit *out);
/* Those that start in [from, to), by start; site 0: of all sites. Those
 * entered in error are left out of every list. */
int visit_store_between(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, struct visits *out);
int visit_store_by_provider(struct db *, struct arena *, const struct scope *,
	int64_t provider, instant_t from, instant_t to, struct visits *out);
/* Of a patient: to come (from `now` on, earliest first), or before `now`
 * (latest first); at most limit. */
int visit_store_coming(struct db *, struct arena *, const struct scope *,
	int64_t patient, instant_t now, int limit, struct visits *out);
int visit_store_past(struct db *, struct arena *, const struct scope *,
	int64_t patient, instant_t now, int limit, struct visits *out);

/*
 * Before a booking: two who put a row into the same time at once would each
 * wait for the other at the constraint, until the server undoes one. So the
 * people and the room are taken in turn, until the transaction ends.
 */
int visit_store_lock(struct db *, const struct visit *);
/*
 * Writes a row as it is given, with version 1. The id, or 0: *clash says
 * whose time it is not, and the transaction is as it was before; with
 * CLASH_NONE the database failed. The act of booking is care_visit_book();
 * this is for it, for imports and the demo. clash may be NULL.
 */
int64_t visit_store_add(struct db *, const struct scope *,
	const struct visit *v, enum visit_clash *clash);
/* Writes every column of v but its version and what made it, if the row
 * still has v->version. 1 done, 0 it moved on, -1 clash (as above) or the
 * database failed. */
int visit_store_update(struct db *, const struct scope *, const struct visit *v,
	enum visit_clash *clash);

/* user 0: the patient or a job. */
int visit_store_add_event(struct db *, const struct scope *, int64_t visit,
	const struct visit_event *e, int64_t user);
int visit_store_events(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct visit_events *out); /* oldest first */
/* The name of who changed the row last, "" for a patient or a job. */
const char *visit_store_changed_by(
	struct db *, struct arena *, const struct scope *, int64_t visit);

#endif
