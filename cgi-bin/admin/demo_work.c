/* The demonstration clinic's open loops, of every kind, state and age, and
 * those that were closed, with their attempts and proofs. */
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/visit.h"
#include "store/demo_store.h"
#include "store/item_store.h"

#define DAY_S 86400

/* --- one loop ------------------------------------------------------------- */

static void
note_item(struct demo *d, int64_t item, instant_t at, int user,
	const char *what, const char *before, const char *after,
	const char *note)
{
	const struct item_event e = {
		.at = at,
		.actor = user < 0 ? "system" : "staff",
		.what = what,
		.before = before,
		.after = after,
		.note = note,
	};

	demo_store_add_item_event(d->ctl->db, &d->ctl->scope, item,
		user < 0 ? 0 : d->user[user], &e);
}

static bool
closed(const struct demo_item *in)
{
	return in->state == ITEM_DONE || in->state == ITEM_CANCELLED;
}

/* A loop that was closed by a call says so by its last attempt. */
static bool
closed_by_call(const struct demo_item *in)
{
	return in->state == ITEM_DONE && in->attempts > 0 &&
	       strcmp(in->last_outcome, "reached") == 0;
}

/* In office hours, after the loop was opened and before now. */
static instant_t
attempt_at(const struct demo *d, const struct demo_item *in, int n)
{
	instant_t to = closed(in) ? in->closed : d->now - 5400;
	instant_t at = in->opened + (to - in->opened) * (n + 1) / in->attempts;
	struct local l = zone_local(d->zone, at);

	zone_instant(d->zone, l.day, 9 * 60 + l.minute / 3, &at);
	if (at <= in->opened)
		at = in->opened + 60 * (n + 1);
	return at < to ? at : to - 60 * (in->attempts - n);
}

static void
add_attempts(struct demo *d, const struct demo_item *in, struct item *it)
{
	int user = in->owner >= 0 ? in->owner : DEMO_TESS;

	for (int i = 0; i < in->attempts; i++) {
		bool last = i == in->attempts - 1;
		const struct attempt t = {
			.at = attempt_at(d, in, i),
			.channel = "phone",
			.number = in->phone ? in->phone : "",
			.person = "",
			.outcome = last	   ? in->last_outcome
				   : i % 2 ? "voicemail"
					   : "no_answer",
			.note = "",
		};
		int64_t id = demo_store_add_attempt(
			d->ctl->db, &d->ctl->scope, it, d->user[user], &t);

		note_item(d, it->id, t.at, user, "attempt", t.channel,
			t.outcome, "");
		if (last && closed_by_call(in))
			demo_store_proved_by(
				d->ctl->db, &d->ctl->scope, it->id, id);
	}
}

static void
set_closed(const struct demo *d, const struct demo_item *in, struct item *it)
{
	it->closed_at = in->closed;
	it->state_at = in->closed;
	it->closed_by = d->user[in->owner >= 0 ? in->owner : DEMO_TESS];
	if (in->state == ITEM_CANCELLED) {
		it->close_reason = "No longer needed: the patient is seen "
				   "elsewhere.";
		return;
	}
	it->proof = closed_by_call(in) ? PROOF_ATTEMPT : PROOF_NOTE;
	it->evidence = closed_by_call(in)
			       ? "Spoke with the patient; all settled."
			       : "Handled and filed; nothing further to do.";
}

static struct item
make_item(struct demo *d, const struct demo_item *in)
{
	struct item it = {
		.kind = in->kind,
		.state = in->state,
		.patient_id = in->patient_id,
		.subject_type = in->subject_type ? in->subject_type : "",
		.subject_id = in->subject_id,
		.title = in->title,
		.detail = in->detail ? in->detail : "",
		.next_step = in->next_step ? in->next_step : "",
		.waiting_on = in->waiting_on ? in->waiting_on : "",
		.owner_id = in->owner >= 0 ? d->user[in->owner] : 0,
		.priority = in->priority ? in->priority : 2,
		.due_at = in->due ? in->due : item_due_at(d->zone, in->due_on),
		.due_all_day = in->due == 0,
		.opened_at = in->opened,
		.opened_by = in->owner >= 0 ? d->user[in->owner] : 0,
		.state_at = in->opened,
		.snoozed_until = INSTANT_NONE,
		.escalated_at = in->escalated ? d->now - DAY_S : INSTANT_NONE,
		.attempts = in->attempts,
		.last_attempt_at = INSTANT_NONE,
		.last_outcome = in->last_outcome ? in->last_outcome : "",
		.closed_at = INSTANT_NONE,
		.close_reason = "",
		.evidence = "",
	};

	if (in->state == ITEM_SNOOZED)
		it.snoozed_until =
			item_due_at(d->zone, d->today + 1 + in->priority) + 1;
	if (in->state != ITEM_NEW)
		it.state_at += (d->now - in->opened) / 2;
	if (in->attempts > 0)
		it.last_attempt_at = attempt_at(d, in, in->attempts - 1);
	if (closed(in))
		set_closed(d, in, &it);
	return it;
}

int64_t
demo_add_item(struct demo *d, const struct demo_item *in)
{
	struct ctl *c = d->ctl;
	struct item it = make_item(d, in);

	if (in->owner < 0)
		it.team_id = item_store_team(
			c->db, &c->scope, item_kind_team(in->kind));
	it.id = demo_store_add_item(c->db, &c->scope, &it);
	if (it.id == 0)
		return 0;
	d->items++;
	note_item(d, it.id, in->opened, in->owner, "opened", "", in->title, "");
	add_attempts(d, in, &it);
	if (closed(in))
		note_item(d, it.id, in->closed,
			in->owner >= 0 ? in->owner : DEMO_TESS,
			in->state == ITEM_DONE ? "done" : "cancelled",
			item_state_label(ITEM_IN_PROGRESS),
			item_proof_name(it.proof),
			in->state == ITEM_DONE ? it.evidence : it.close_reason);
	return it.id;
}

/* --- what visits left open --------------------------------------------------
 */

static bool
is_kind(const struct demo *d, const struct visit *v, enum item_kind kind)
{
	int64_t ahead = v->start - d->now;

	switch (kind) {
	case ITEM_NO_SHOW:
		return strcmp(v->status, "noshow") == 0 && ahead > -8 * DAY_S;
	case ITEM_VISIT_CANCELLED:
		return strcmp(v->status, "cancelled") == 0 &&
		       strcmp(v->cancelled_by, "patient") == 0 &&
		       v->cancelled > d->now - 3 * DAY_S;
	case ITEM_VISIT_CONFIRM:
		return strcmp(v->status, "booked") == 0 && ahead > 0 &&
		       ahead < 2 * DAY_S && v->asked != INSTANT_NONE &&
		       v->confirmed == INSTANT_NONE;
	case ITEM_VISIT_CHANGE:
		return strcmp(v->status, "pending") == 0;
	default:
		return false;
	}
}

static void
keep_loose(struct demo *d, enum item_kind kind, const struct visit *v,
	int provider, const struct demo_patient *p)
{
	int same = 0;

	for (int i = 0; i < d->n_loose; i++)
		same += d->loose[i].kind == kind;
	if (d->n_loose < DEMO_LOOSE && same < 14)
		d->loose[d->n_loose++] =
			(struct demo_loose){kind, p, v->id, v->start, provider};
}

void
demo_note_loose(struct demo *d, const struct visit *v, int provider,
	const struct demo_patient *p)
{
	static const enum item_kind kinds[] = {ITEM_NO_SHOW,
		ITEM_VISIT_CANCELLED, ITEM_VISIT_CONFIRM, ITEM_VISIT_CHANGE};
	int64_t ahead = v->start - d->now;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (is_kind(d, v, kinds[i]))
			keep_loose(d, kinds[i], v, provider, p);
	if (p->unpaid && ahead > 0 && ahead < 4 * DAY_S &&
		strcmp(v->status, "booked") == 0)
		keep_loose(d, ITEM_COVERAGE_CHECK, v, provider, p);
}

static const char *
loose_title(struct demo *d, const struct demo_loose *l)
{
	struct local at =
		zone_local(d->site[d->provider[l->provider].site].zone, l->at);
	char day[DAY_TEXT_SIZE];
	const char *what = "Visit asked for through the portal: find a time";

	day_print(at.day, day);
	switch (l->kind) {
	case ITEM_NO_SHOW:
		what = "Did not come: call and rebook";
		break;
	case ITEM_VISIT_CANCELLED:
		what = "Cancelled by the patient: rebook?";
		break;
	case ITEM_VISIT_CONFIRM:
		return arena_printf(d->ctl->arena,
			"Confirm the visit at %02d:%02d", at.minute / 60,
			at.minute % 60);
	case ITEM_COVERAGE_CHECK:
		what = "Coverage did not check out before the visit";
		break;
	default:
		break;
	}
	return what;
}

static int
add_loose(struct demo *d, const struct demo_loose *l)
{
	bool coverage = l->kind == ITEM_COVERAGE_CHECK;
	bool past = l->at < d->now;
	struct demo_item in = {
		.kind = l->kind,
		.state = demo_chance(&d->rng, 60) ? ITEM_NEW : ITEM_IN_PROGRESS,
		.patient_id = l->patient->id,
		.subject_type = coverage ? "coverage" : "appointment",
		.subject_id = coverage ? l->patient->coverage_id : l->visit_id,
		.title = loose_title(d, l),
		.owner = demo_chance(&d->rng, 15) ? -1
			 : coverage		  ? DEMO_OWEN
						  : DEMO_TESS,
		.due_on = l->kind == ITEM_VISIT_CONFIRM
				  ? d->today
				  : d->today + demo_between(&d->rng, -2, 3),
		.opened = past ? l->at + 3600
			       : d->now - demo_between(&d->rng, 2, 40) * 3600,
		.phone = l->patient->phone,
	};

	if (in.state == ITEM_IN_PROGRESS) {
		in.attempts = 1 + demo_below(&d->rng, 2);
		in.last_outcome = "voicemail";
	}
	/* A policy may have two visits: one loop about it is enough. */
	if (db_save(d->ctl->db) == 0 && demo_add_item(d, &in) != 0)
		return db_save_keep(d->ctl->db);
	if (db_state(d->ctl->db) != DB_CONFLICT)
		return -1;
	return db_save_back(d->ctl->db);
}

/* --- what people asked for
 * ---------------------------------------------------- */

struct story {
	enum item_kind kind;
	enum item_state state;
	int owner;
	const char *title, *detail, *next_step, *waiting_on;
};

static const struct story stories[] = {
	{ITEM_FOLLOWUP, ITEM_NEW, DEMO_MAYA, "Blood pressure after dose change",
		"Nurse visit or home reading", "Call for the readings", NULL},
	{ITEM_FOLLOWUP, ITEM_IN_PROGRESS, DEMO_JORDAN,
		"Started insulin: how are the mornings?",
		"Fasting values wanted for three days", "Call", NULL},
	{ITEM_FOLLOWUP, ITEM_WITH_PATIENT, DEMO_MAYA, "Food log for two weeks",
		"Form handed out at the visit", "Ask for the form", "Patient"},
	{ITEM_FOLLOWUP, ITEM_SNOOZED, DEMO_MAYA, "Yearly eye exam",
		"Diabetes; last one over a year ago",
		"Book with the eye clinic", NULL},
	{ITEM_FOLLOWUP, ITEM_NEW, -1, "Second vaccine dose due", "",
		"Offer a nurse visit", NULL},
	{ITEM_DISCHARGE_CALL, ITEM_NEW, DEMO_MAYA, "Call after hospital stay",
		"St. Anne, pneumonia", "Medicines, symptoms, visit in 7 days",
		NULL},
	{ITEM_DISCHARGE_CALL, ITEM_IN_PROGRESS, DEMO_JORDAN,
		"Call after emergency visit", "Mercy ED, chest pain ruled out",
		"Second call", NULL},
	{ITEM_DISCHARGE_CALL, ITEM_NEW, -1, "Call after hospital stay",
		"Lakeside General, heart failure", "Weight every morning?",
		NULL},
	{ITEM_REFERRAL, ITEM_WITH_SPECIALIST, DEMO_MAYA,
		"Cardiology: no report after the visit", "Bayside Heart",
		"Ask for the report", "Bayside Heart"},
	{ITEM_REFERRAL, ITEM_NEW, DEMO_MAYA, "Book colonoscopy: order approved",
		"Gastro Partners", "Call their scheduling desk", NULL},
	{ITEM_REFERRAL, ITEM_WITH_SPECIALIST, DEMO_JORDAN,
		"Sleep study: results expected", "Harbor Sleep Lab",
		"Ask for the results", "Harbor Sleep Lab"},
	{ITEM_REFERRAL, ITEM_WITH_PATIENT, -1,
		"Physical therapy: patient to choose a place", "", "Call",
		"Patient"},
	{ITEM_AUTHORIZATION, ITEM_WITH_PAYER, DEMO_OWEN, "MRI: notes were sent",
		"Asked six days ago", "Ask for the answer", "Aetna"},
	{ITEM_AUTHORIZATION, ITEM_NEW, DEMO_OWEN,
		"Prior authorization ends this month",
		"Form on file from last year", "Renew", NULL},
	{ITEM_AUTHORIZATION, ITEM_IN_PROGRESS, DEMO_OWEN,
		"Physical therapy: 1 of 12 visits left", "Ask for 8 more",
		"Write to the payer", NULL},
	{ITEM_AUTHORIZATION, ITEM_WITH_PROVIDER, -1,
		"Payer wants the clinical reason", "", "Ask for two sentences",
		"Dr. Herrera"},
	{ITEM_MESSAGE, ITEM_NEW, -1, "\"My inhaler is not covered\"", "Portal",
		"Reply", NULL},
	{ITEM_MESSAGE, ITEM_NEW, DEMO_MAYA, "\"Can I take it with food?\"",
		"Portal", "Reply", NULL},
	{ITEM_MESSAGE, ITEM_WITH_PROVIDER, DEMO_MAYA,
		"\"The new pills make me dizzy\"",
		"Portal, asked the clinician", "Reply after the answer",
		"Dr. Okafor"},
	{ITEM_RESULT, ITEM_NEW, DEMO_MAYA,
		"Potassium 5.6: repeat within a week", "Lab of this morning",
		"Call and book a lab draw", NULL},
	{ITEM_RESULT, ITEM_IN_PROGRESS, DEMO_JORDAN,
		"Positive stool test: call about colonoscopy", "",
		"Call again after 16:00", NULL},
	{ITEM_PORTAL_HELP, ITEM_NEW, -1, "Cannot get into the portal",
		"New phone number", "Check identity, new code", NULL},
	{ITEM_PORTAL_HELP, ITEM_IN_PROGRESS, DEMO_TESS,
		"Wrong address in the portal", "", "Call to confirm", NULL},
	{ITEM_RECORD_CHECK, ITEM_NEW, -1,
		"Old record arrived: is it the same person?",
		"Same name, other birth year", "Compare and file", NULL},
	{ITEM_RECORD_CHECK, ITEM_IN_PROGRESS, DEMO_TESS,
		"Allergy list differs from the hospital's", "", "Ask the nurse",
		NULL},
};

#define STORIES ((int)(sizeof(stories) / sizeof(stories[0])))

static const struct demo_patient *
somebody(struct demo *d)
{
	const struct demo_patient *p;

	do
		p = &d->patient[demo_between(
			&d->rng, DEMO_STARS, d->n_patients - 1)];
	while (p->busy_on == INT32_MAX);
	return p;
}

static int
add_open(struct demo *d, const struct story *s)
{
	const struct demo_patient *p = somebody(d);
	int due = demo_chance(&d->rng, 7)    ? demo_between(&d->rng, -3, -1)
		  : demo_chance(&d->rng, 25) ? 0
					     : demo_between(&d->rng, 1, 30);
	struct demo_item in = {
		.kind = s->kind,
		.state = s->state,
		.patient_id = p->id,
		.title = s->title,
		.detail = s->detail,
		.next_step = s->next_step,
		.waiting_on = s->waiting_on,
		.owner = s->owner,
		.priority = demo_chance(&d->rng, 12) ? 1 : 2,
		.due_on = d->today + due,
		.opened = d->now -
			  (int64_t)demo_between(&d->rng, 1, 20) * DAY_S -
			  demo_below(&d->rng, 30000),
		.phone = p->phone,
	};

	if (s->state == ITEM_IN_PROGRESS) {
		in.attempts = demo_between(&d->rng, 1, 3);
		in.last_outcome = in.attempts > 1 ? "no_answer" : "voicemail";
		in.escalated = in.attempts == 3 && due < 0;
	}
	return demo_add_item(d, &in) ? 0 : -1;
}

static int
add_closed(struct demo *d, const struct story *s)
{
	const struct demo_patient *p = somebody(d);
	int age = demo_between(&d->rng, 1, 200);
	bool called = demo_chance(&d->rng, 60);
	struct demo_item in = {
		.kind = s->kind,
		.state = demo_chance(&d->rng, 8) ? ITEM_CANCELLED : ITEM_DONE,
		.patient_id = p->id,
		.title = s->title,
		.detail = s->detail,
		.owner = s->owner,
		.due_on = d->today - age + demo_between(&d->rng, -1, 3),
		.opened = d->now -
			  (int64_t)(age + demo_between(&d->rng, 1, 8)) * DAY_S,
		.closed = d->now - (int64_t)age * DAY_S +
			  demo_below(&d->rng, 20000),
		.attempts = called ? demo_between(&d->rng, 1, 3) : 0,
		.last_outcome = called ? "reached" : "",
		.phone = p->phone,
	};

	return demo_add_item(d, &in) ? 0 : -1;
}

static int
at_most(int n, int max)
{
	return n < max ? n : max;
}

int
demo_work(struct demo *d)
{
	int open = at_most(30 + d->n_patients / 80, 300);
	int done = at_most(d->n_patients / 3, 20000);

	for (int i = 0; i < d->n_loose; i++)
		if (add_loose(d, &d->loose[i]))
			return ctl_db_err(d->ctl);
	for (int i = 0; i < open; i++)
		if (add_open(d, &stories[i % STORIES]))
			return ctl_db_err(d->ctl);
	for (int i = 0; i < done; i++)
		if (add_closed(d, &stories[demo_below(&d->rng, STORIES)]))
			return ctl_db_err(d->ctl);
	return demo_batch(d, "open loops", d->items, d->items);
}
