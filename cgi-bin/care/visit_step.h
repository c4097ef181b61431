#ifndef CARE_VISIT_STEP_H
#define CARE_VISIT_STEP_H

#include "care/act.h"
#include "domain/visit.h"

/* What the acts on visits share; for care/visit*.c only. */

/* The visit as it is in the database now, if it still has that version. */
int visit_reload(struct act *, int64_t id, int64_t version, struct visit *);
/* Write the row back, add a line to its history. from: the state before. */
int visit_save(struct act *, struct visit *, enum visit_state from,
	const char *what, const char *detail);
int visit_history(struct act *, int64_t visit, const char *what,
	const char *from, const char *to, const char *detail);
int visit_broken(struct act *);
int visit_refuse(struct act *, const char *field, const char *, ...)
	__attribute__((format(printf, 3, 4)));
/* Is the act in the table, within its window and the actor's right? */
int visit_check(struct act *, const struct visit *, enum visit_act,
	const struct visit_step **);

/* Loops and messages; each 0 or -1. */
int visit_tell(struct act *, const struct visit *, const char *event);
int visit_hush(struct act *, const struct visit *, const char *reason);
int visit_work_booked(struct act *, const struct visit *, int64_t again_of);
int visit_work_moved(struct act *, const struct visit *old, int64_t new_id);
int visit_work_confirmed(struct act *, const struct visit *);
int visit_work_arrived(struct act *, const struct visit *);
int visit_work_no_show(struct act *, const struct visit *);
int visit_work_cancelled(struct act *, const struct visit *, const char *note);
/* Its loop ends: something else follows. */
int visit_work_cancelled_next(
	struct act *, const struct visit *, const char *why);
int visit_work_undone(struct act *, const struct visit *);

#endif
