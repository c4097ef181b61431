/* The waitlist: joining, leaving, and what a freed or a booked time means
 * for it. Offers: care/waitlist_offer.c; rules: tests/RULES.md, "The
 * waitlist"; SQL: store/waitlist_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/item.h"
#include "care/visit_step.h"
#include "care/waitlist.h"
#include "domain/slot.h"
#include "store/patient_store.h"
#include "store/slot_store.h"
#include "store/store.h"
#include "store/visit_store.h"
#include "store/waitlist_store.h"

#define ABOUT "appointment"

static int
broken(struct act *act)
{
	return store_err(act->db, act->err);
}

static int
check(struct act *act, const struct wait_entry *e)
{
	if (e->earliest == DAY_NONE)
		return err_field(act->err, "earliest",
			"Enter the first day that will do");
	if (e->latest != DAY_NONE &&
		(e->latest < e->earliest || e->latest < act->today))
		return err_field(act->err, "latest",
			"The latest day cannot be before the earliest, or "
			"past");
	if (e->weekdays == 0)
		return err_field(
			act->err, "weekdays", "Choose at least one day");
	if (e->parts == 0)
		return err_field(
			act->err, "parts", "Choose at least one part of day");
	return 0;
}

/* Only a visit of the patient that is still to come can be replaced. */
static int
check_visit(struct act *act, struct wait_entry *e)
{
	struct visit v;
	int found;

	if (e->visit_id == 0)
		return 0;
	found = visit_store_get(
		act->db, act->arena, act->scope, e->visit_id, &v);
	if (found < 0)
		return broken(act);
	if (!found || v.patient_id != e->patient_id ||
		!wait_may_join(&v, act->now))
		return err_set(act->err, ERR_CONFLICT,
			"This visit is over or was changed. Nothing was "
			"saved.");
	e->visit_type_id = v.visit_type_id;
	return 0;
}

int
care_waitlist_add(struct act *act, struct wait_entry *e, int64_t *id)
{
	struct patient p;
	bool twice;
	int found = patient_store_get(
		act->db, act->arena, act->scope, e->patient_id, &p);

	if (found < 0)
		return broken(act);
	if (!found)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such patient.");
	if (p.deceased != DAY_NONE)
		return err_field(act->err, "type",
			"This patient has died. Nothing can be booked");
	if (check_visit(act, e) || check(act, e))
		return -1;
	e->joined = act->now;
	*id = waitlist_store_add(act->db, act->scope, e, &twice);
	if (twice)
		return err_field(act->err, "type",
			"This patient waits for such a visit already. Change "
			"that entry instead");
	if (*id == 0 || waitlist_store_set_ok(act->db, act->scope, *id, &e->ok))
		return broken(act);
	return 0;
}

int
care_waitlist_edit(struct act *act, struct wait_entry *e)
{
	int64_t rows;

	if (check(act, e))
		return -1;
	rows = waitlist_store_save(act->db, act->scope, e);
	if (rows == 0)
		return err_set(act->err, ERR_CONFLICT,
			"This entry was changed or ended meanwhile. Nothing "
			"of yours was saved. Look at it as it is now.");
	if (rows < 0 ||
		waitlist_store_set_ok(act->db, act->scope, e->id, &e->ok))
		return broken(act);
	return 0;
}

int
care_waitlist_remove(struct act *act, const struct wait_entry *e,
	const char *reason, const char *note)
{
	int done;

	if (word_label(wait_reasons, reason) == NULL)
		return err_field(
			act->err, "reason", "Choose why the entry ends");
	done = waitlist_store_close(
		act->db, act->scope, e->id, act->now, reason, note, 0);
	if (done < 0)
		return broken(act);
	return done ? 0
		    : err_set(act->err, ERR_CONFLICT,
			      "This entry has ended already.");
}

struct wait_time
care_waitlist_time(const struct visit *v)
{
	return (struct wait_time){
		.provider_id = v->provider_id,
		.site_id = v->site_id,
		.visit_type_id = v->visit_type_id,
		.freed_id = v->id,
		.start = v->start,
		.minutes = (int)((v->end - v->start) / 60),
		.after_min = (int)((v->busy_end - v->end) / 60),
		.zone = visit_zone(v),
	};
}

/* The time may be longer than the visit that left it was. */
static int
measure(struct act *act, struct wait_time *t)
{
	day_t day = zone_local(t->zone, t->start).day;
	struct slot_wish wish = {.first = day,
		.last = day,
		.provider_id = t->provider_id,
		.site_id = t->site_id,
		.room_kind = ""};
	struct slot_book book;

	if (slot_store_book(act->db, act->arena, act->scope, &wish, &book))
		return broken(act);
	t->minutes = slot_minutes_free(act->arena, &book, t->provider_id,
			     t->site_id, t->start) -
		     t->after_min;
	t->whole = true;
	return 0;
}

int
care_waitlist_fit(struct act *act, const struct wait_entry *e,
	struct wait_time *t, enum wait_miss *miss)
{
	*miss = wait_fits(e, t, act->now);
	if (*miss != WAIT_SHORT || t->whole)
		return 0;
	if (measure(act, t))
		return -1;
	*miss = wait_fits(e, t, act->now);
	return 0;
}

int
care_waitlist_fits(
	struct act *act, struct wait_time *t, struct wait_entries *out)
{
	struct wait_entries all = {0};
	enum wait_miss miss;

	if (waitlist_store_waiting(act->db, act->arena, act->scope,
		    t->visit_type_id, act->now, &all))
		return broken(act);
	for (size_t i = 0; i < all.n; i++) {
		if (care_waitlist_fit(act, &all.v[i], t, &miss))
			return -1;
		if (miss == WAIT_FITS)
			*ARENA_PUSH(act->arena, out) = all.v[i];
	}
	wait_sort(out);
	return 0;
}

/* ---- what a booking and a cancellation mean for it --------------------- */

/* Who it was taken from is not among those who are asked. */
static int64_t
others(const struct wait_entries *fits, int64_t patient)
{
	int64_t n = 0;

	for (size_t i = 0; i < fits->n; i++)
		n += fits->v[i].patient_id != patient;
	return n;
}

int
care_waitlist_freed(struct act *act, const struct visit *v)
{
	struct wait_time t = care_waitlist_time(v);
	struct wait_entries fits = {0};
	struct show show = {.arena = act->arena,
		.zone = t.zone,
		.today = act->today,
		.now = act->now,
		.clock24 = true};
	struct item_new item = {.kind = ITEM_VISIT_CHANGE,
		.subject_type = ABOUT,
		.subject_id = v->id,
		.next_step = "Offer the free time from the waitlist"};
	int64_t n;

	if (v->start <= act->now || v->visit_type_id == 0 ||
		v->provider_id == 0)
		return 0;
	if (care_waitlist_fits(act, &t, &fits))
		return -1;
	n = others(&fits, v->patient_id);
	if (n == 0)
		return 0;
	item.due_on = zone_local(act->zone, act->now).day;
	item.title = arena_printf(act->arena,
		"Time freed, %lld %s for one like it: %s, %s", (long long)n,
		n == 1 ? "person waits" : "people wait", v->type_name,
		show_when(&show, v->start));
	return care_item_open(act, &item, NULL);
}

/* Nothing is left to do about freed times that lie in this visit. */
static int
filled(struct act *act, const struct visit *v)
{
	/* The loop is the clinic's, whoever has filled the time. */
	struct scope clinic = {.clinic_id = act->scope->clinic_id};
	struct act job = *act;
	struct wait_ids ids = {0};

	job.scope = &clinic;
	if (waitlist_store_filled(act->db, act->arena, act->scope,
		    v->provider_id, v->busy_start, v->busy_end, &ids))
		return broken(act);
	for (size_t i = 0; i < ids.n; i++) {
		struct item_proof_of proof = {.proof = PROOF_NOTE,
			.note = arena_printf(act->arena,
				"The time was given: visit %lld.",
				(long long)v->id)};

		if (care_item_close_for(
			    &job, ITEM_VISIT_CHANGE, ABOUT, ids.v[i], &proof))
			return -1;
	}
	return 0;
}

int
care_waitlist_booked(
	struct act *act, const struct visit *v, const struct visit *was)
{
	struct wait_filter f = {.patient_id = v->patient_id,
		.visit_type_id = v->visit_type_id,
		.limit = 1};
	struct wait_entries mine = {0};
	struct wait_time t = care_waitlist_time(v);

	if (v->visit_type_id == 0)
		return 0;
	if (waitlist_store_list(
		    act->db, act->arena, act->scope, &f, act->now, &mine) ||
		(was && waitlist_store_follow(
				act->db, act->scope, was->id, v->id)))
		return broken(act);
	for (size_t i = 0; i < mine.n; i++) {
		struct wait_entry e = mine.v[i];

		e.offered = INSTANT_NONE;
		e.notice_min = 0;
		e.minutes = 0;
		/* Later than what they had ends no wish for an earlier. */
		if (was && e.visit_id == was->id)
			e.visit_start = was->start;
		if (wait_fits(&e, &t, act->now) == WAIT_FITS &&
			waitlist_store_close(act->db, act->scope, e.id,
				act->now, "booked", "", v->id) < 0)
			return broken(act);
	}
	return filled(act, v);
}
