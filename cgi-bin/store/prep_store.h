#ifndef STORE_PREP_STORE_H
#define STORE_PREP_STORE_H

#include "domain/prep.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * What is done before visits. One row: 1, 0 not there or not the caller's,
 * -1; lists 0 or -1; adds the id or 0; updates the rows changed or -1.
 */
int prep_store_type(struct db *, struct arena *, const struct scope *,
	int64_t type, bool inactive_too, struct preps *out);
int prep_store_type_get(struct db *, struct arena *, const struct scope *,
	int64_t type, int64_t id, struct prep *out);
int64_t
prep_store_type_add(struct db *, const struct scope *, const struct prep *);
int64_t
prep_store_type_put(struct db *, const struct scope *, const struct prep *);

/* Of a visit, by when they are due. */
int prep_store_list(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct preps *out);
int prep_store_get(struct db *, struct arena *, const struct scope *,
	int64_t visit, int64_t id, struct prep *out);
/* One that is there already is left as it is. 0 or -1. */
int prep_store_add(struct db *, const struct scope *, const struct prep *);
/* Tick it, or not (INSTANT_NONE); 0: the version moved on. */
int64_t prep_store_tick(struct db *, const struct scope *, int64_t id,
	int64_t version, instant_t done);
/* Needed, not ticked and due before a moment, of the visits that are still
 * to come; site 0: of all. By visit, the next first. */
int prep_store_missing(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t now, instant_t due, struct preps *out);

#endif
