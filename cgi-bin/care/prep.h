#ifndef CARE_PREP_H
#define CARE_PREP_H

#include "care/act.h"
#include "domain/prep.h"
#include "domain/visit.h"

/*
 * What is done before visits: each gets its type's steps when it is booked,
 * with the moments they are due. All return 0, or -1 with act->err set.
 * Rules: tests/RULES.md, "Before the visit".
 */

/* Give a visit the steps of its type; those it has are left. */
int care_prep_plan(struct act *, const struct visit *);
/* The same steps for another time, due anew; what was done stays done. */
int
care_prep_moved(struct act *, const struct visit *old, const struct visit *now);
/* Tick a step, or take the tick back; version is the one seen. */
int care_prep_tick(struct act *, const struct visit *, int64_t id,
	int64_t version, bool done);
/* Those of a visit that are missing within the days in which everything
 * must stand. */
int care_prep_missing(struct act *, int64_t visit, struct preps *out);
/* Before which moment a step must be due to count as missing today. */
instant_t care_prep_horizon(const struct act *);

#endif
