#ifndef CARE_WAITLIST_H
#define CARE_WAITLIST_H

#include "care/act.h"
#include "domain/visit.h"
#include "domain/waitlist.h"

/*
 * Who waits for a time, and freed times offered to them. All return 0, or
 * -1 with act->err set. Rules: tests/RULES.md, "The waitlist".
 */

int care_waitlist_add(struct act *, struct wait_entry *, int64_t *id);
/* e->version is the one the person saw. */
int care_waitlist_edit(struct act *, struct wait_entry *);
/* reason: a value of wait_reasons; note may be NULL. */
int care_waitlist_remove(struct act *, const struct wait_entry *,
	const char *reason, const char *note);

/* The time a visit took; minutes as it was. */
struct wait_time care_waitlist_time(const struct visit *);
/* Who fits a time, in the order they are offered it. The time is measured
 * when somebody needs more of it than the visit took that left it. */
int
care_waitlist_fits(struct act *, struct wait_time *, struct wait_entries *out);
int care_waitlist_fit(struct act *, const struct wait_entry *,
	struct wait_time *, enum wait_miss *);

/*
 * Keep the time of a cancelled or moved visit for up to three entries and
 * offer it: to one after the other, or to all at once. ERR_CONFLICT: it is
 * held or taken.
 */
#define WAIT_TURNS 3
struct wait_round {
	int64_t entry[WAIT_TURNS];
	int n;
	bool together;
};
int care_waitlist_offer(struct act *, const struct visit *freed,
	const struct wait_round *, int64_t *hold);

/*
 * Take an offer: the visit it replaces, if there is one, is moved there,
 * else one is booked; the first who does so has it. ERR_CONFLICT says that
 * the time is gone; the database can still be read to offer others.
 */
int care_waitlist_accept(struct act *, const struct wait_offer *, int64_t *id);
/* The next in turn is asked at once. */
int care_waitlist_decline(struct act *, const struct wait_offer *);
int care_waitlist_withdraw(struct act *, int64_t hold);

/* ---- for care/visit*.c -------------------------------------------------- */

/* The visit's time is free again: a loop is opened if somebody fits. */
int care_waitlist_freed(struct act *, const struct visit *);
/* A visit is booked: entries it satisfies end, loops about its time too.
 * was: the visit it replaces, or NULL. */
int care_waitlist_booked(
	struct act *, const struct visit *, const struct visit *was);

#endif
