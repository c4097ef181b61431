#ifndef CARE_FLOW_H
#define CARE_FLOW_H

#include "care/visit.h"
#include "domain/consent.h"

/*
 * The acts of a day at the clinic: to a room, through the desk, and who
 * comes without a booking. All return 0, or -1 with act->err set as
 * care/visit.h says. Rules: tests/RULES.md, "The flow board", "The check-in
 * desk".
 */

/* All visits of a site on the local day of a moment. 0 or -1. */
int care_flow_today(struct act *, int64_t site, const struct zone *, instant_t,
	struct visits *out);

/*
 * To a room: VISIT_ACT_ROOM with the room it is. room 0: none, for a visit
 * by video or phone. ERR_CONFLICT with field "room": somebody is in it or
 * it is booked for another.
 */
int care_visit_room(
	struct act *, const struct visit *, int64_t version, int64_t room);

/* What was gone through at the desk; what is false was left out. */
struct desk {
	bool name, birth; /* both, or nobody is checked in */
	bool contact, insurance, needs;
	/* "" was not asked; else given or declined, on paper or spoken */
	const char *consent[CONSENT_KINDS];
	const char *how; /* "paper", "spoken" */
};

/* Arrived, if not yet, and checked in. */
int care_visit_check_in(struct act *, const struct visit *, int64_t version,
	const struct desk *);

/* Keep what was answered ("given", "declined", "": not) of what was due.
 * held: what was held before; how: "paper", "spoken", "screen". */
int care_visit_consents(struct act *, const struct visit *,
	const char *const answer[CONSENT_KINDS], const char *how,
	const struct consents *held);

/* Booked for now and arrived at once. */
int care_visit_walk_in(struct act *, const struct visit_booking *, int64_t *id);

#endif
