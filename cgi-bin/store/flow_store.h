#ifndef STORE_FLOW_STORE_H
#define STORE_FLOW_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/consent.h"
#include "domain/scope.h"

struct arena;
struct db;

/* When the desk was done with a visit, by its history. */
struct checked_in {
	int64_t visit_id;
	instant_t at;
};

struct checked_ins {
	struct checked_in *v;
	size_t n, cap;
};

/* Of the visits of a site that start in [from, to) and are checked in. */
int flow_store_checked_in(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, struct checked_ins *out);

/* Nobody else is brought to that room until the transaction ends. 1, 0 no
 * such room in use, -1. */
int flow_store_hold_room(struct db *, const struct scope *, int64_t room);

/* What a patient has answered at a desk, newest first. */
int flow_store_consents(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct consents *out);
int64_t flow_store_add_consent(struct db *, const struct scope *,
	int64_t patient, int64_t visit, const struct consent *);

#endif
