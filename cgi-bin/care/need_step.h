#ifndef CARE_NEED_STEP_H
#define CARE_NEED_STEP_H

#include "care/act.h"
#include "domain/ready.h"
#include "domain/visit.h"

/* What the acts on visits do about needs; for care/visit*.c and nightly.c. */

int need_booked(struct act *, const struct visit *);
int need_moved(struct act *, const struct visit *old, const struct visit *);
/* Ready now: its loop is closed. */
int need_close(struct act *, int64_t visit);
/* Missing something: its loop is open. */
int need_open(struct act *, const struct visit *, const struct needs *);

#endif
