#ifndef CARE_NEED_STEP_H
#define CARE_NEED_STEP_H

#include "care/act.h"
#include "domain/prep.h"
#include "domain/ready.h"
#include "domain/visit.h"

/* What the acts on visits do about needs; for care/visit*.c and nightly.c. */

int need_booked(struct act *, const struct visit *);
int need_moved(struct act *, const struct visit *old, const struct visit *);
/* Ready now: its loop is closed. */
int need_close(struct act *, int64_t visit);
/* Missing something: its loop is open. */
int need_open(struct act *, const struct visit *, const struct needs *,
	const struct preps *);
/* Close it if nothing is missing any more. */
int need_weigh(struct act *, int64_t visit);

#endif
