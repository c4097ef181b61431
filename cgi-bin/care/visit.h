#ifndef CARE_VISIT_H
#define CARE_VISIT_H

#include "care/act.h"
#include "care/slots.h"
#include "domain/visit.h"

struct ready_warnings;

/*
 * The acts on visits, the same for every door: staff pages, the portal,
 * the api. Each adds to the visit's history, opens and closes what has to
 * be looked after and writes what the patient is to be told. All return 0,
 * or -1 with act->err set. Rules: tests/RULES.md, "Visits".
 *
 * ERR_CONFLICT says in err->field what stands in the way:
 *	provider, room, patient	somebody has that time; it was just taken
 *	closed			outside of what the provider works there
 *	version			the visit was changed by somebody else
 *	state			not possible as the visit now stands
 *	sequence		the gap to another visit would not hold
 * After such a refusal the database can still be read, so that other times
 * can be offered.
 */
struct visit_booking {
	int64_t patient_id, provider_id, site_id, visit_type_id;
	int64_t room_id; /* 0: a free one of the type's kind */
	instant_t start;
	int minutes;		   /* 0: as the type says */
	const char *mode;	   /* "" or NULL: as the type says */
	const char *reason, *note; /* or NULL */
	const char *source;	   /* "staff", "portal", "api" */
	bool overbook;		   /* needs the right and a reason */
	const char *overbook_reason;
	bool offered;	  /* a held time, offered from the waitlist */
	bool together;	  /* moved with the rest of its sequence */
	int64_t again_of; /* a missed or cancelled visit this one makes up */
	struct hold_whose whose; /* what this session holds is given up */
	/* NULL, or where to say what is missing for it: coverage,
	 * authorization, referral, interpreter, ride. Never a refusal. */
	struct ready_warnings *warnings;
};

int care_visit_book(struct act *, const struct visit_booking *, int64_t *id);

/*
 * Keep the time of a booking for b->whose while they answer, HOLD_LIFE_S
 * long; what else they kept is let go. Refused as a booking is: who is
 * refused is shown other times at once.
 */
int
care_visit_hold(struct act *, const struct visit_booking *, instant_t *until);
int care_visit_let_go(struct act *, const struct hold_whose *);

/*
 * Another time, provider, site for a visit: it is cancelled with a
 * replacement, whose id is given. Of the booking only provider, site,
 * start and the overbooking are looked at; 0 for provider or site: as it
 * was. version is the one the person saw.
 */
int care_visit_move(struct act *, const struct visit *, int64_t version,
	const struct visit_booking *to, int64_t *id);

/* by: "patient" or "clinic"; reason: a value of visit_cancel_patient or
 * visit_cancel_clinic; note may be NULL. */
int care_visit_cancel(struct act *, const struct visit *, int64_t version,
	const char *by, const char *reason, const char *note);

/*
 * What follows a cancelled visit: the loop that cancelling opened stays
 * (VISIT_NEXT_CALL, and VISIT_NEXT_REBOOK until that visit is booked), a
 * recall takes its place, or nothing does, and why says so.
 */
enum visit_next {
	VISIT_NEXT_REBOOK,
	VISIT_NEXT_CALL,
	VISIT_NEXT_RECALL, /* on the day given */
	VISIT_NEXT_NONE,
};
int care_visit_next(struct act *, const struct visit *, enum visit_next,
	day_t on, const char *why);

int care_visit_confirm(struct act *, const struct visit *, int64_t version);

/* Every other act of the transition table: arrive, room, with, checkout,
 * done, no-show, left, undo, accept. */
int care_visit_status(
	struct act *, const struct visit *, int64_t version, enum visit_act);

/*
 * A visit gets longer or shorter; its start stays, so nobody is told. Longer,
 * the time after it must be free and within the provider's hours, unless it
 * is overbooked, which needs the right and a reason. ERR_CONFLICT as above.
 */
#define VISIT_SHORTEST 5 /* minutes; the database holds to these too */
#define VISIT_LONGEST 480

struct visit_length {
	int minutes; /* from start to end */
	bool overbook;
	const char *reason; /* of the overbooking, or NULL */
};

int care_visit_length(struct act *, const struct visit *, int64_t version,
	const struct visit_length *);
/* From booked to checking out, by staff. */
bool care_visit_may_length(const struct scope *, const struct visit *);

/* Is the act possible for this visit, now, for whoever is asking? Buttons
 * are shown by this. */
bool care_visit_may(const struct scope *, const struct visit *, enum visit_act,
	instant_t now);

/* What free times a booking asks for, to offer others near it. */
int care_visit_need(struct act *, const struct visit_booking *,
	int64_t except_visit, struct slot_need *out);

/*
 * The coming visits of a provider that no longer lie within the hours the
 * provider works: after a change of the week, leave, a closed day. From
 * now on, at most a year ahead.
 */
int care_visit_stranded(struct db *, struct arena *, const struct scope *,
	int64_t provider, instant_t now, day_t today, struct visits *out);

#endif
