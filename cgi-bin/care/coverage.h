#ifndef CARE_COVERAGE_H
#define CARE_COVERAGE_H

#include "care/act.h"
#include "domain/coverage.h"

/*
 * The only code that changes a policy or records a check. 0, or -1 with
 * act->err set (its field is the form's). Rules: tests/RULES.md,
 * "Insurance".
 */

/* The payer of this name; one that is not known yet is added. */
int
care_payer_need(struct act *, const char *name, const char *kind, int64_t *id);
/* rank 0: after the others. id may be NULL. */
int care_coverage_add(struct act *, const struct coverage *, int64_t *id);
/* Everything but order and status; ERR_CONFLICT when the version moved on. */
int care_coverage_edit(struct act *, const struct coverage *, int64_t version);
/* Put it at this place among the patient's policies, and say why. */
int care_coverage_order(
	struct act *, const struct coverage *, int rank, const char *reason);
/* The last day it covers, or DAY_NONE: it was entered in error. */
int care_coverage_end(struct act *, const struct coverage *, int64_t version,
	day_t last, const char *reason);
/*
 * What somebody found. Active closes the policy's open coverage check with
 * this as proof; inactive and failed open one, or keep the one that is
 * open. coverage_id, method, result and service are needed.
 */
int care_coverage_check(struct act *, const struct coverage *,
	const struct coverage_check *, int64_t *id);

#endif
