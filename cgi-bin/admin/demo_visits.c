/* The demonstration clinic's visits: what was, what is on today, and what
 * is to come, in every state. No two overlap; the database would refuse. */
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "domain/visit.h"
#include "store/demo_store.h"
#include "store/visit_store.h"

#define DAY_S 86400

static const char reasons[] =
	"Blood pressure check|Diabetes follow-up|Cough for two weeks|"
	"Knee pain|Medication review|Headaches|Back pain|Asthma check|"
	"Thyroid follow-up|Rash|Fatigue|Results|School form|Sleep problems|"
	"Shoulder pain|Heartburn|Weight and nutrition|Well-child check|"
	"Vaccines|Ear pain|Dizziness|Urinary symptoms|Allergies";

struct act
demo_act(struct demo *d, const struct scope *who, const char *actor)
{
	return (struct act){.db = d->ctl->db,
		.arena = d->ctl->arena,
		.scope = who,
		.holidays = &d->holidays,
		.actor = actor,
		.now = d->now,
		.today = d->today,
		.zone = d->zone,
		.err = &d->ctl->err};
}

day_t
demo_business_day(const struct demo *d, int n)
{
	day_t day = d->today;

	while (!day_is_business(day, &d->holidays))
		day++;
	return day_add_business(day, n, &d->holidays);
}

/* --- one visit ---------------------------------------------------------------
 */

static void
note_event(struct demo *d, const struct visit *v, instant_t at, int user,
	const char *what, const char *from, const char *to)
{
	const struct visit_event e = {
		.at = at,
		.actor = user < 0 ? "patient" : "staff",
		.what = what,
		.from = from,
		.to = to,
		.detail = "",
	};

	visit_store_add_event(d->ctl->db, &d->ctl->scope, v->id, &e,
		user < 0 ? 0 : d->user[user]);
}

static void
note_events(struct demo *d, const struct visit *v)
{
	bool portal = strcmp(v->source, "portal") == 0;

	note_event(d, v, v->created, portal ? -1 : DEMO_TESS, "booked", "",
		strcmp(v->status, "pending") == 0 ? "pending" : "booked");
	if (v->confirmed != INSTANT_NONE)
		note_event(d, v, v->confirmed,
			strcmp(v->confirmed_by, "patient") == 0 ? -1
								: DEMO_TESS,
			"confirmed", "booked", "booked");
	if (v->arrived != INSTANT_NONE)
		note_event(d, v, v->arrived, DEMO_TESS, "arrived", "booked",
			"arrived");
	if (v->done != INSTANT_NONE)
		note_event(d, v, v->done, DEMO_AMARA, "fulfilled", "checked-in",
			"fulfilled");
	if (v->cancelled != INSTANT_NONE)
		note_event(d, v, v->cancelled,
			strcmp(v->cancelled_by, "patient") == 0 ? -1
								: DEMO_TESS,
			"cancelled", "booked", "cancelled");
	if (strcmp(v->status, "noshow") == 0)
		note_event(
			d, v, v->end, DEMO_TESS, "noshow", "booked", "noshow");
}

/* The times of somebody who came, as far as they have passed by now. */
static void
set_progress(struct demo *d, struct visit *v)
{
	instant_t late = demo_between(&d->rng, -12, 4) * 60;
	int64_t length = v->end - v->start;

	v->status = "arrived";
	v->arrived = v->start + late;
	if (v->arrived > d->now)
		v->arrived = d->now - 60;
	if (d->now >= v->start - 120)
		v->status = "checked-in";
	if (d->now >= v->start + 240)
		v->roomed = v->start + 240;
	if (d->now >= v->start + length / 3)
		v->with = v->start + length / 3;
	if (d->now >= v->end - 120)
		v->checkout = v->end - 120;
	if (d->now >= v->end + 300) {
		v->status = "fulfilled";
		v->done = v->end + demo_between(&d->rng, -60, 240);
	}
}

static void
set_cancelled(struct demo *d, struct visit *v)
{
	static const char by_patient[] =
		"better|time|transport|cost|elsewhere|ill|other";
	static const char by_clinic[] = "provider-away|closed|authorization";
	bool patient = demo_chance(&d->rng, 75);
	instant_t last = v->start < d->now ? v->start : d->now;

	v->status = "cancelled";
	v->cancelled = last - demo_between(&d->rng, 30, 3000) * 60;
	if (v->cancelled < v->created)
		v->cancelled = v->created + 60;
	v->cancelled_by = patient ? "patient" : "clinic";
	v->cancel_reason = demo_pick(
		&d->rng, d->ctl->arena, patient ? by_patient : by_clinic);
}

/* Asked a week ahead by text; most say yes. */
static void
set_answer(struct demo *d, struct visit *v)
{
	int64_t ahead = v->start - d->now;

	if (ahead > 7 * DAY_S || v->created > v->start - 7 * DAY_S)
		return;
	v->asked = v->start - 7 * DAY_S + 3600;
	if (v->asked > d->now)
		v->asked = d->now - 600;
	if (ahead > 0 && !demo_chance(&d->rng, ahead < 2 * DAY_S ? 75 : 50))
		return;
	v->confirmed = v->asked + demo_between(&d->rng, 5, 2000) * 60;
	if (v->confirmed > d->now || v->confirmed > v->start)
		v->confirmed = v->asked + 300;
	v->confirmed_by = demo_chance(&d->rng, 70) ? "patient" : "staff";
}

static void
set_state(struct demo *d, struct visit *v)
{
	int n = demo_below(&d->rng, 100);

	v->status = "booked";
	set_answer(d, v);
	if (v->start - d->now > 900) {
		if (n < 3)
			set_cancelled(d, v);
		else if (n < 6 && v->start - d->now > 3 * DAY_S) {
			v->status = "pending";
			v->source = "portal";
			v->created_by = 0;
			v->asked = v->confirmed = INSTANT_NONE;
			v->confirmed_by = "";
		}
		return;
	}
	if (n < 8)
		set_cancelled(d, v);
	else if (n < 14 && v->start + 1200 < d->now)
		v->status = "noshow";
	else if (n < 97 || v->end + 1800 < d->now)
		set_progress(d, v);
}

static void
force_state(struct demo *d, struct visit *v, const struct demo_visit *in)
{
	v->status = "booked";
	if (in->asked)
		v->asked = d->now - 2 * DAY_S;
	if (in->confirmed) {
		v->confirmed = d->now - DAY_S;
		v->confirmed_by = "patient";
	}
	if (in->status != NULL && strcmp(in->status, "noshow") == 0)
		v->status = "noshow";
	else if (in->status != NULL && strcmp(in->status, "arrived") == 0)
		set_progress(d, v);
	else if (in->status != NULL && strcmp(in->status, "here") == 0) {
		v->status = "checked-in";
		v->arrived = d->now - 300;
	} else if (in->status != NULL && strcmp(in->status, "door") == 0) {
		v->status = "arrived";
		v->arrived = d->now - 240;
	} else if (in->status != NULL && strcmp(in->status, "cancelled") == 0)
		set_cancelled(d, v);
}

static int64_t
room_for(const struct demo *d, const struct demo_provider *p,
	const struct visit_type *t)
{
	if (strcmp(t->room_kind, "exam") == 0)
		return p->room;
	if (strcmp(t->room_kind, "procedure") == 0)
		return d->site[p->site].procedure_room;
	if (strcmp(t->room_kind, "lab") == 0)
		return d->site[p->site].lab_room;
	return 0;
}

static struct visit
make_visit(struct demo *d, const struct demo_visit *in)
{
	const struct demo_provider *p = &d->provider[in->provider];
	const struct visit_type *t = demo_type(d, in->type);
	int minutes = visit_type_minutes(t, in->interpreter);
	instant_t booked = in->start -
			   (int64_t)demo_between(&d->rng, 2, 60) * DAY_S -
			   demo_below(&d->rng, 20000);
	bool video = strcmp(t->mode, "either") == 0 &&
		     (demo_chance(&d->rng, 12) || in->video);

	if (booked > d->now)
		booked = d->now - demo_between(&d->rng, 60, 30 * DAY_S);
	return (struct visit){
		.patient_id = in->patient_id,
		.provider_id = p->id,
		.site_id = d->site[p->site].id,
		.room_id = video ? 0 : room_for(d, p, t),
		.visit_type_id = t->id,
		.start = in->start,
		.end = in->start + minutes * 60,
		.busy_start = in->start - t->before_min * 60,
		.busy_end = in->start + (minutes + t->after_min) * 60,
		.mode = video				? "video"
			: strcmp(t->mode, "phone") == 0 ? "phone"
							: "in_person",
		.reason = in->reason,
		.note = "",
		.source = "demo",
		.overbook_reason = "",
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE,
		.confirmed_by = "",
		.cancelled_by = "",
		.cancel_reason = "",
		.created = booked,
		.updated = booked,
		.created_by = d->user[DEMO_TESS],
	};
}

static int64_t
put_visit(struct demo *d, struct visit *v)
{
	v->id = visit_store_add(d->ctl->db, &d->ctl->scope, v, NULL);
	if (v->id != 0) {
		d->visits++;
		note_events(d, v);
	}
	return v->id;
}

int64_t
demo_add_visit(struct demo *d, const struct demo_visit *in)
{
	struct visit v = make_visit(d, in);

	force_state(d, &v, in);
	if (d->n_taken == (int)(sizeof(d->taken) / sizeof(d->taken[0])))
		BUG("the story has too many visits");
	d->taken[d->n_taken++] =
		(struct demo_taken){in->provider, v.busy_start, v.busy_end};
	return put_visit(d, &v);
}

/* --- years of them
 * ------------------------------------------------------------- */

/* In percent of the time there is. */
static int
fullness(const struct demo *d, day_t day)
{
	int ahead = day - d->today;

	if (ahead < -30)
		return d->n_patients > 20000 ? 80 : 12;
	if (ahead < 0)
		return 55;
	if (ahead <= 1)
		return 80;
	if (ahead <= 7)
		return 62;
	return ahead <= 30 ? 30 : 8;
}

static const char *
pick_type(struct demo *d, const struct demo_provider *p)
{
	int n = demo_below(&d->rng, 100);

	if (p->kind == DEMO_NURSE)
		return n < 50 ? "Lab draw" : "Nurse visit";
	if (p->kind == DEMO_BEHAVIOR)
		return n < 25 ? "Behavioral health intake"
			      : "Behavioral health follow-up";
	if (n < 10)
		return "New patient";
	if (n < 25)
		return "Annual wellness";
	if (n < 31)
		return "After hospital stay";
	if (n < 36 && p->procedures)
		return "Small procedure";
	return n < 40 ? "Care-plan review" : "Follow-up";
}

/* Somebody of the panel with nothing else that day; a child for the
 * children's doctor. NULL: nobody was found in a few tries. */
static struct demo_patient *
pick_patient(struct demo *d, int provider, day_t day)
{
	int own = demo_chance(&d->rng, 80);

	for (int tries = 0; tries < 60; tries++) {
		struct demo_patient *p =
			&d->patient[demo_below(&d->rng, d->n_patients)];
		bool fits = own && d->provider[provider].kind == DEMO_PRIMARY
				    ? p->provider == provider
				    : p->site == d->provider[provider].site;

		if (p - d->patient < DEMO_STARS && day > d->today - 40)
			continue;
		if (fits && p->busy_on < day && p->birth < day)
			return p;
	}
	return NULL;
}

instant_t
demo_taken_until(
	const struct demo *d, int provider, instant_t from, instant_t to)
{
	for (int i = 0; i < d->n_taken; i++)
		if (d->taken[i].provider == provider && d->taken[i].from < to &&
			from < d->taken[i].to)
			return d->taken[i].to;
	return 0;
}

/* The old time of a visit that was moved, some days before the new one. */
static void
add_moved_from(struct demo *d, struct visit *v)
{
	struct visit old = *v;
	int64_t back = (int64_t)demo_between(&d->rng, 1, 9) * DAY_S;

	old.start -= back;
	old.end -= back;
	old.busy_start -= back;
	old.busy_end -= back;
	old.created = old.start - 20 * DAY_S;
	old.asked = old.confirmed = old.arrived = old.roomed = old.with =
		old.checkout = old.done = INSTANT_NONE;
	old.confirmed_by = "";
	old.source = "demo";
	set_cancelled(d, &old);
	old.cancelled_by = "patient";
	old.cancel_reason = "time";
	v->replaces_id = put_visit(d, &old);
}

static int
add_random(struct demo *d, int provider, struct demo_patient *p, day_t day,
	const char *type, instant_t start)
{
	const struct demo_visit in = {
		.provider = provider,
		.patient_id = p->id,
		.type = type,
		.reason = demo_pick(&d->rng, d->ctl->arena, reasons),
		.start = start,
		.interpreter = p->interpreter,
	};
	struct visit v = make_visit(d, &in);

	set_state(d, &v);
	if (demo_chance(&d->rng, 4))
		add_moved_from(d, &v);
	if (put_visit(d, &v) == 0)
		return ctl_db_err(d->ctl);
	if (v.replaces_id != 0)
		demo_store_moved(
			d->ctl->db, &d->ctl->scope, v.replaces_id, v.id);
	demo_note_loose(d, &v, provider, p);
	if (day >= d->today && day <= d->today + 3 && p->coverage_id != 0 &&
		!p->unpaid && p->payer != 9 && demo_chance(&d->rng, 85))
		demo_fresh_check(d, p, day);
	/* The cancelled left their time to others, and are free again. */
	if (strcmp(v.status, "cancelled") != 0)
		p->busy_on = day;
	return 0;
}

static instant_t
up_to_five(instant_t at)
{
	return (at + 299) / 300 * 300;
}

/* One half day of one provider: visit after visit, with gaps. */
static int
fill_block(struct demo *d, int provider, day_t day, int from_min, int to_min)
{
	const struct demo_provider *dr = &d->provider[provider];
	int full = fullness(d, day);
	instant_t at, end;

	zone_instant(d->site[dr->site].zone, day, from_min, &at);
	zone_instant(d->site[dr->site].zone, day, to_min, &end);
	while (at < end) {
		const char *type = pick_type(d, dr);
		const struct visit_type *t = demo_type(d, type);
		struct demo_patient *p = pick_patient(d, provider, day);
		instant_t over, next;

		if (p == NULL || !demo_chance(&d->rng, full)) {
			at += 20 * 60;
			continue;
		}
		over = at + visit_type_minutes(t, p->interpreter) * 60;
		next = up_to_five(over + t->after_min * 60);
		if (over > end)
			break;
		if (demo_taken_until(d, provider, at, next) != 0) {
			at = up_to_five(
				demo_taken_until(d, provider, at, next));
			continue;
		}
		if (add_random(d, provider, p, day, type, at))
			return -1;
		at = next;
	}
	return 0;
}

static int
fill_day(struct demo *d, day_t day)
{
	for (int i = 0; i < DEMO_PROVIDERS; i++) {
		const struct demo_provider *p = &d->provider[i];
		struct arena_mark mark = arena_mark(d->ctl->arena);

		if (!(p->days & 1u << day_weekday(day)) ||
			day_in(day, &d->holidays) ||
			(p->leave_from != DAY_NONE && day >= p->leave_from &&
				day <= p->leave_to))
			continue;
		if (fill_block(d, i, day, 8 * 60, 12 * 60) ||
			fill_block(d, i, day, 13 * 60, 17 * 60))
			return -1;
		arena_rewind(d->ctl->arena, mark);
	}
	return 0;
}

int
demo_visits(struct demo *d)
{
	day_t first = d->today - (d->n_patients > 20000 ? 5 * 365 : 365);
	day_t last = d->today + 90;

	for (day_t day = first; day <= last; day++) {
		if (fill_day(d, day))
			return -1;
		if ((day - first) % 90 == 89 &&
			demo_batch(d, "days of visits", day - first + 1,
				last - first + 1))
			return -1;
	}
	return demo_batch(
		d, "days of visits", last - first + 1, last - first + 1);
}
