#ifndef CARE_SLOTS_H
#define CARE_SLOTS_H

#include "domain/scope.h"
#include "domain/slot.h"
#include "domain/slot_why.h"
#include "domain/visit_type.h"

struct arena;
struct db;

/* What kind of free time is wanted. Zero: any, none. */
struct slot_need {
	const struct visit_type *type;
	int minutes; /* see visit_type_minutes() */
	int64_t patient_id, provider_id, site_id;
	const char *language; /* of the provider, or NULL */
	day_t first, last;    /* the site's days */
	int from_min, to_min; /* part of the day; 0, 0: all */
	instant_t not_before;
	int64_t except_visit; /* the one to be moved */
	instant_t now;	      /* what others hold then is not free */
	struct hold_whose whose;
	size_t limit, per_day;
	const char *mode;      /* NULL, "": as the type says; only those in
				* person need a room */
	struct slot_days *why; /* NULL, or where to say why a day has none */
};

/* Free times: by day, provider and start. 0, or -1 the database failed. */
int care_slots(struct db *, struct arena *, const struct scope *,
	const struct slot_need *, struct slots *out);

/*
 * Up to n other times near one that is not to be had: the nearest of the
 * same provider at the same site, and only then those of others there, in
 * the fortnight around it.
 */
int care_slots_near(struct db *, struct arena *, const struct scope *,
	const struct slot_need *, instant_t wanted, size_t n,
	struct slots *out);

#endif
