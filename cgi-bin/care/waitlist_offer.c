/* Offers of a freed time: who is first has it. Rules: tests/RULES.md, "The
 * waitlist"; what is held is kept by the triggers of
 * schema/0012_waitlist.sql. */
#include <string.h>

#include "base/arena.h"
#include "care/item.h"
#include "care/visit.h"
#include "care/visit_step.h"
#include "care/waitlist.h"
#include "store/hold_store.h"
#include "store/outbox_store.h"
#include "store/store.h"
#include "store/visit_store.h"
#include "store/waitlist_store.h"

static int
broken(struct act *act)
{
	return store_err(act->db, act->err);
}

/* That there is something to see, and nothing of what. */
static int
tell(struct act *act, int64_t patient, int64_t offer, instant_t opens)
{
	struct outbox_row row = {
		.patient_id = patient,
		.event = "waitlist_offer",
		.object_type = "waitlist_offer",
		.object_id = offer,
		.occurrence = "1",
		.due = opens,
		.now = act->now,
	};

	return outbox_store_tell(act->db, act->scope, &row) < 0 ? broken(act)
								: 0;
}

static int
hush(struct act *act, int64_t offer)
{
	return outbox_store_drop(act->db, act->scope, "waitlist_offer", offer,
		       "The offer has ended")
		       ? broken(act)
		       : 0;
}

/* Each entry must still fit; the order is the caller's. */
static int
load_turns(struct act *act, struct wait_time *t, const struct wait_round *r,
	struct wait_entry *out)
{
	enum wait_miss miss;

	for (int i = 0; i < r->n; i++) {
		int found = waitlist_store_get(act->db, act->arena, act->scope,
			r->entry[i], act->now, &out[i]);

		if (found < 0)
			return broken(act);
		if (found && care_waitlist_fit(act, &out[i], t, &miss))
			return -1;
		if (found && miss == WAIT_SHORT && t->minutes <= 0)
			return visit_refuse(
				act, "time", "This time was just taken.");
		if (!found || out[i].closed != INSTANT_NONE ||
			miss != WAIT_FITS)
			return visit_refuse(act, "entry",
				"One of these people does not wait for this "
				"time any more. Look again who does.");
	}
	return 0;
}

/* As long as the longest visit of those who are asked. */
static instant_t
held_end(const struct visit *freed, const struct wait_time *t,
	const struct wait_entry *asked, int n)
{
	instant_t end = freed->busy_end;

	for (int i = 0; i < n; i++) {
		instant_t need =
			freed->start + (asked[i].minutes + t->after_min) * 60;

		if (need > end)
			end = need;
	}
	return end;
}

static int
make_hold(struct act *act, const struct visit *freed, instant_t busy_end,
	instant_t until, int64_t *id)
{
	struct time_hold h = {
		.freed_id = freed->id,
		.provider_id = freed->provider_id,
		.site_id = freed->site_id,
		.room_id = freed->room_id,
		.start = freed->start,
		.busy_start = freed->busy_start,
		.busy_end = busy_end,
		.made = act->now,
		.until = until,
	};
	enum hold_clash clash;

	*id = hold_store_add(act->db, act->scope, &h, &clash);
	if (*id)
		return 0;
	if (clash == HOLD_CLEAR)
		return broken(act);
	return visit_refuse(act, "time",
		clash == HOLD_HELD ? "This time is offered to somebody already."
				   : "This time was just taken.");
}

int
care_waitlist_offer(struct act *act, const struct visit *freed,
	const struct wait_round *r, int64_t *hold)
{
	struct wait_time t = care_waitlist_time(freed);
	struct wait_entry entries[WAIT_TURNS];
	int life = wait_life_s(act->now, freed->start);
	instant_t opens = act->now, until;

	if (r->n < 1 || r->n > WAIT_TURNS)
		return err_field(
			act->err, "entry", "Choose one to three people");
	if (visit_state_busy(visit_state(freed)) || life < 60)
		return visit_refuse(
			act, "time", "This time is not free any more.");
	if (load_turns(act, &t, r, entries))
		return -1;
	until = act->now + (instant_t)life * (r->together ? 1 : r->n);
	if (until > freed->start)
		until = freed->start;
	if (make_hold(act, freed, held_end(freed, &t, entries, r->n), until,
		    hold))
		return -1;
	for (int i = 0; i < r->n && opens < until; i++) {
		struct wait_offer o = {
			.hold_id = *hold,
			.entry_id = entries[i].id,
			.patient_id = entries[i].patient_id,
			.turn = i + 1,
			.opens = opens,
			.expires = opens + life < until ? opens + life : until,
		};

		o.id = waitlist_store_offer(act->db, act->scope, &o);
		if (o.id == 0)
			return broken(act);
		if (tell(act, o.patient_id, o.id, o.opens))
			return -1;
		if (!r->together)
			opens = o.expires;
	}
	return 0;
}

/* ---- answers ------------------------------------------------------------ */

static int
gone(struct act *act)
{
	return visit_refuse(act, "time", "This time is not free any more.");
}

static int
reload(struct act *act, int64_t id, struct wait_offer *o)
{
	int found = waitlist_store_offer_get(
		act->db, act->arena, act->scope, id, o);

	if (found < 0)
		return broken(act);
	if (!found)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such offer.");
	return 0;
}

/* Whose turn is next is nothing a patient may read; that they are asked, or
 * not any more, follows from what the patient did. */
static int
all_turns(struct act *act, int64_t hold, struct wait_offers *out)
{
	struct scope clinic = {.clinic_id = act->scope->clinic_id};
	struct wait_of of = {.hold_id = hold};

	if (waitlist_store_offers(
		    act->db, act->arena, &clinic, &of, act->now, out))
		return broken(act);
	return 0;
}

static int
hush_all(struct act *act, int64_t hold)
{
	struct wait_offers all = {0};

	if (all_turns(act, hold, &all))
		return -1;
	for (size_t i = 0; i < all.n; i++)
		if (hush(act, all.v[i].id))
			return -1;
	return 0;
}

/* In place of what they have, if that still stands; else anew. */
static int
book(struct act *act, const struct wait_offer *o, int64_t *id)
{
	struct visit_booking b = {
		.patient_id = o->patient_id,
		.provider_id = o->time.provider_id,
		.site_id = o->time.site_id,
		.visit_type_id = o->time.visit_type_id,
		.start = o->time.start,
		.source =
			strcmp(act->actor, "patient") == 0 ? "portal" : "staff",
		.offered = true,
	};
	struct visit old;
	int found = 0;

	if (o->replaces_id)
		found = visit_store_get(
			act->db, act->arena, act->scope, o->replaces_id, &old);
	if (found < 0)
		return broken(act);
	if (found && care_visit_may(act->scope, &old, VISIT_ACT_MOVE, act->now))
		return care_visit_move(act, &old, old.version, &b, id);
	return care_visit_book(act, &b, id);
}

int
care_waitlist_accept(
	struct act *act, const struct wait_offer *seen, int64_t *id)
{
	struct wait_offer o;
	int ended;

	if (reload(act, seen->id, &o))
		return -1;
	if (wait_state(&o, act->now) != WAIT_OPEN)
		return gone(act);
	/* Of two at once, one ends the hold; the other finds it ended. */
	ended = hold_store_end(
		act->db, act->scope, o.hold_id, act->now, "taken");
	if (ended < 0)
		return broken(act);
	if (ended == 0)
		return gone(act);
	if (book(act, &o, id))
		return -1;
	if (waitlist_store_answer(act->db, act->scope, o.id, act->now,
		    "accepted", *id) != 1 ||
		waitlist_store_close(act->db, act->scope, o.entry_id, act->now,
			"booked", "", *id) < 0)
		return broken(act);
	return hush_all(act, o.hold_id);
}

/* Everybody who is still to be asked moves up. */
static int
move_up(struct act *act, const struct wait_offers *all, int64_t hold)
{
	instant_t opens = act->now, until = act->now;

	for (size_t i = 0; i < all->n; i++) {
		const struct wait_offer *o = &all->v[i];
		enum wait_state s = wait_state(o, act->now);

		if (s == WAIT_OPEN) {
			opens = opens > o->expires ? opens : o->expires;
		} else if (s == WAIT_QUEUED) {
			instant_t ends = opens + (o->expires - o->opens);

			if (waitlist_store_turn(
				    act->db, act->scope, o->id, opens, ends))
				return broken(act);
			if (tell(act, o->patient_id, o->id, opens))
				return -1;
			opens = ends;
		}
		if (opens > until)
			until = opens;
	}
	if (until > act->now)
		return hold_store_until(act->db, act->scope, hold, until)
			       ? broken(act)
			       : 0;
	return hold_store_end(act->db, act->scope, hold, act->now, "declined") <
			       0
		       ? broken(act)
		       : 0;
}

int
care_waitlist_decline(struct act *act, const struct wait_offer *seen)
{
	struct wait_offer o;
	struct wait_offers all = {0};
	int done;

	if (reload(act, seen->id, &o))
		return -1;
	if (wait_state(&o, act->now) != WAIT_OPEN)
		return gone(act);
	done = waitlist_store_answer(
		act->db, act->scope, o.id, act->now, "declined", 0);
	if (done < 0)
		return broken(act);
	if (done == 0)
		return gone(act);
	if (all_turns(act, o.hold_id, &all))
		return -1;
	return move_up(act, &all, o.hold_id);
}

int
care_waitlist_withdraw(struct act *act, int64_t hold)
{
	int done = hold_store_end(
		act->db, act->scope, hold, act->now, "withdrawn");

	if (done < 0)
		return broken(act);
	return done ? hush_all(act, hold) : gone(act);
}
