#ifndef STORE_VISIT_TYPE_STORE_H
#define STORE_VISIT_TYPE_STORE_H

#include "domain/scope.h"
#include "domain/visit_type.h"

struct arena;
struct db;

/* Visit types. One row: 1, 0 not there or not the caller's, -1; lists 0 or
 * -1; update the rows changed, 0 when the version moved on, or -1. */
int visit_type_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct visit_type *out);
int visit_type_store_list(struct db *, struct arena *, const struct scope *,
	bool inactive_too, struct visit_types *out); /* by name */
int64_t visit_type_store_add(
	struct db *, const struct scope *, const struct visit_type *);
int64_t visit_type_store_update(
	struct db *, const struct scope *, const struct visit_type *);

#endif
