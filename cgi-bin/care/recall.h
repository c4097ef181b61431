#ifndef CARE_RECALL_H
#define CARE_RECALL_H

#include "care/act.h"
#include "domain/recall.h"

struct visit;
struct attempt_new;

/*
 * Recalls: made, changed, tried, ended. Each keeps the open loop that makes
 * somebody answer for it. All return 0, or -1 with act->err set. Rules:
 * tests/RULES.md, "Recalls".
 */

/* r: patient, type, reason, source, from, due, every_months. */
int care_recall_add(struct act *, struct recall *r, int64_t *id);
/* type, reason, due, every_months; r->version is the one the person saw. */
int care_recall_edit(struct act *, struct recall *r);
/* reason: a value of recall_reasons; note may be "". */
int care_recall_stop(struct act *, const struct recall *, int64_t version,
	const char *reason, const char *note);
/* A try to reach somebody. Too early, too many or by the same channel again
 * is refused, ERR_INPUT, unless why says that the patient asked for it. */
int care_recall_try(struct act *, const struct recall *,
	const struct attempt_new *, const char *why);
/* It is its day: the loop is opened. For the nightly job. */
int care_recall_open(struct act *, const struct recall *);

/* ---- for care/visit*.c --------------------------------------------------- */

/* A visit of its type is its visit; a visit that is moved stays it. */
int care_recall_booked(struct act *, const struct visit *);
int care_recall_moved(struct act *, int64_t was, int64_t is);
/* Its visit was cancelled or missed: it is open again. */
int care_recall_missed(struct act *, const struct visit *);
/* Its visit took place: it is done, and comes again if it is to. */
int care_recall_done(struct act *, const struct visit *);

#endif
