#ifndef STORE_HOLD_STORE_H
#define STORE_HOLD_STORE_H

#include "domain/scope.h"
#include "domain/slot.h"

struct arena;
struct db;

/*
 * Times kept: for those a freed one is offered to, and for who is just
 * booking. `now` says which still stand: nothing is written when one runs
 * out. That a held time is nobody else's is kept by the triggers of
 * schema/0012_waitlist.sql.
 */
struct time_hold {
	int64_t id;
	int64_t freed_id; /* the visit that left it, or 0 */
	int64_t provider_id, site_id, room_id;
	instant_t start, busy_start, busy_end, made, until;
	struct hold_whose whose; /* of who is booking; nobody for an offer */
};
enum hold_clash { HOLD_CLEAR, HOLD_HELD, HOLD_TAKEN };
/* The id; or 0: *clash says what is there, or the database failed. */
int64_t hold_store_add(struct db *, const struct scope *,
	const struct time_hold *, enum hold_clash *clash);
/* End it, if it stands: 1 done, 0 it had ended or run out, -1. */
int hold_store_end(struct db *, const struct scope *, int64_t hold,
	instant_t now, const char *how);
/* All that a session holds. 0 or -1. */
int hold_store_end_of(struct db *, const struct scope *,
	const struct hold_whose *, instant_t now, const char *how);
int hold_store_until(
	struct db *, const struct scope *, int64_t hold, instant_t until);
/* Until when is something of this stretch held? INSTANT_NONE: it is not.
 * *booking: by somebody who is booking it. */
instant_t hold_store_held(struct db *, const struct scope *, int64_t provider,
	int64_t room, instant_t from, instant_t to, instant_t now,
	bool *booking);
/* Until when does the session hold this time? INSTANT_NONE: it does not. */
instant_t hold_store_mine(struct db *, const struct scope *,
	const struct hold_whose *, const struct slot *, instant_t now);
/* What is held within [from, to), but by whose, of providers and of rooms;
 * in no order. */
int hold_store_busy(struct db *, struct arena *, const struct scope *,
	const struct hold_whose *, instant_t from, instant_t to, instant_t now,
	struct busy_list *providers, struct busy_list *rooms);

#endif
