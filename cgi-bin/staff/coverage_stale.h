#ifndef STAFF_COVERAGE_STALE_H
#define STAFF_COVERAGE_STALE_H

#include "domain/coverage.h"

struct req;
struct tpl;

/* Somebody saved first: fills part/stale.tpl, both values of each field
 * that differs; what agrees is kept as it is. 0 or -1. */
int coverage_stale(struct req *, struct tpl *, const struct coverage *mine,
	const struct coverage *theirs);

#endif
