/* What the demonstration clinic's coming visits need: rides, interpreters,
 * forms, referrals and authorizations, most of them arranged. */
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "care/need.h"
#include "care/nightly.h"
#include "db/db.h"
#include "store/grant_store.h"
#include "store/need_store.h"
#include "store/visit_store.h"

#define AHEAD 10    /* days of visits with their needs */
#define AT_MOST 400 /* visits */

static const struct {
	const char *type;
	struct type_need need;
} of_types[] = {
	{"Follow-up", {.telehealth = true, .consents = "", .forms = ""}},
	{"New patient", {.consents = "", .forms = "Intake form"}},
	{"Small procedure",
		{.auth = true, .consents = "The procedure", .forms = ""}},
	{"Behavioral health intake", {.referral = true,
					     .telehealth = true,
					     .consents = "",
					     .forms = "PHQ-9\nIntake form"}},
	{"Behavioral health follow-up",
		{.telehealth = true, .consents = "", .forms = ""}},
};

static int
type_needs(struct demo *d)
{
	struct ctl *c = d->ctl;

	for (size_t i = 0; i < sizeof(of_types) / sizeof(of_types[0]); i++)
		if (need_store_put_type(c->db, &c->scope,
			    demo_type(d, of_types[i].type)->id,
			    &of_types[i].need) < 0)
			return ctl_db_err(c);
	return 0;
}

/* Irena's van, and a few who come by a ride. */
static int
patient_needs(struct demo *d)
{
	static const struct {
		int star;
		struct patient_need need;
	} each[] = {
		{0, {.interpreter_mode = "video",
			    .interpreter_sex = "female",
			    .transport = "",
			    .pickup_place = "",
			    .mobility = "Large print"}},
		{4, {.interpreter_mode = "",
			    .interpreter_sex = "",
			    .transport = "van",
			    .wheelchair = true,
			    .pickup_place = "Back door",
			    .mobility = ""}},
		{11, {.interpreter_mode = "in_person",
			     .interpreter_sex = "",
			     .transport = "nemt",
			     .pickup_place = "",
			     .mobility = ""}},
	};
	struct ctl *c = d->ctl;

	for (size_t i = 0; i < sizeof(each) / sizeof(each[0]); i++)
		if (need_store_put_patient(c->db, &c->scope,
			    d->patient[each[i].star].id, &each[i].need,
			    d->now) < 0)
			return ctl_db_err(c);
	return 0;
}

static int
add_auth(struct demo *d, int patient, const char *type, const char *number,
	const char *status, int units, int from, int to)
{
	struct ctl *c = d->ctl;
	const struct prior_auth p = {
		.patient_id = d->patient[patient].id,
		.coverage_id = d->patient[patient].coverage_id,
		.type_id = type ? demo_type(d, type)->id : 0,
		.service = type ? "" : "Physical therapy",
		.number = number,
		.status = status,
		.note = "",
		.units = units,
		.from = d->today + from,
		.to = d->today + to,
	};

	return auth_store_add(c->db, &c->scope, &p, d->now) ? 0 : ctl_db_err(c);
}

/* One that is nearly used up, one at the payer, one that ends too soon. */
static int
grants(struct demo *d)
{
	struct ctl *c = d->ctl;
	const struct referral_in r = {
		.patient_id = d->patient[0].id,
		.from_whom = "Dr. Imani Cole, Valley Endocrine",
		.number = "R-2031",
		.note = "",
		.visits = 3,
		.from = d->today - 20,
		.to = d->today + 70,
	};

	if (add_auth(d, 0, "Follow-up", "8841-22", "approved", 6, -200, 2) ||
		add_auth(d, 5, NULL, "PT-5520", "approved", 12, -90, 40) ||
		add_auth(d, 1, "Small procedure", "", "pending", 1, 0, 90))
		return -1;
	/* And what is over: it stays in the chart. */
	for (int i = 0; i < DEMO_STARS; i++) {
		struct referral_in old = r;

		old.patient_id = d->patient[i].id;
		old.from_whom = "Riverton Urgent Care";
		old.number = "";
		old.from = d->today - 400;
		old.to = d->today - 310;
		if (add_auth(d, i, NULL,
			    arena_printf(c->arena, "PT-%d", 4100 + 7 * i),
			    "approved", 8, -420, -300) ||
			!referral_in_store_add(c->db, &c->scope, &old, d->now))
			return ctl_db_err(c);
	}
	return referral_in_store_add(c->db, &c->scope, &r, d->now)
		       ? 0
		       : ctl_db_err(c);
}

/* --- how they stand ------------------------------------------------------ */

static void
arrange(struct demo *d, struct visit_need *n)
{
	int chance = demo_below(&d->rng, 100);

	n->state = chance < 86	 ? NEED_CONFIRMED
		   : chance < 93 ? NEED_REQUESTED
		   : chance < 95 ? NEED_FAILED
				 : NEED_NEEDED;
	if (n->state == NEED_FAILED)
		n->reason = n->kind == NEED_INTERPRETER
				    ? "The agency has nobody then"
				    : "No answer to two calls";
	if (!need_of_time(n->kind) || n->state == NEED_NEEDED)
		return;
	n->vendor =
		n->kind == NEED_INTERPRETER ? "Lingua Bridge" : "County Rides";
	if (n->state == NEED_CONFIRMED)
		n->reference = arena_printf(d->ctl->arena, "%c-%d",
			n->kind == NEED_INTERPRETER ? 'L' : 'C',
			demo_between(&d->rng, 20000, 99999));
}

/* Most of what a payer or another clinic must say was asked for in time. */
static int
granted(struct demo *d, struct act *act, const struct visit *v)
{
	struct prior_auth p = {
		.patient_id = v->patient_id,
		.type_id = v->visit_type_id,
		.service = "",
		.number = arena_printf(act->arena, "A-%d",
			demo_between(&d->rng, 100000, 999999)),
		.status = demo_chance(&d->rng, 90) ? "approved" : "pending",
		.note = "",
		.units = 4,
		.from = d->today - 30,
		.to = d->today + 90,
	};
	struct referral_in r = {
		.patient_id = v->patient_id,
		.type_id = v->visit_type_id,
		.from_whom = "Lakeside Internal Medicine",
		.number = "",
		.note = "",
		.visits = 6,
		.from = d->today - 30,
		.to = d->today + 150,
	};

	if (v->visit_type_id == demo_type(d, "Small procedure")->id)
		return care_prior_auth(act, &p);
	if (v->visit_type_id == demo_type(d, "Behavioral health intake")->id)
		return care_referral_in(act, &r);
	return 0;
}

static int
one_visit(struct demo *d, struct act *act, const struct visit *v, bool near)
{
	struct needs all = {0};

	if ((demo_chance(&d->rng, 85) && granted(d, act, v)) ||
		care_needs_plan(act, v) ||
		need_store_list(act->db, act->arena, act->scope, v->id, &all))
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		struct visit_need *n = &all.v[i];

		if (n->kind == NEED_AUTHORIZATION || n->kind == NEED_REFERRAL)
			continue;
		/* Of Irena's van everybody is still waiting to hear. */
		if (v->patient_id == d->patient[4].id)
			n->state = NEED_REQUESTED;
		else
			arrange(d, n);
		if (n->state != NEED_NEEDED &&
			care_need_set(act, v, n, n->version))
			return -1;
	}
	return near ? care_nightly_ready(act, v) : 0;
}

/* Rosa's next visit: what the payer agreed to ends before it. */
static int
rosas(struct demo *d, struct act *act)
{
	struct visit_need n = need_new(NEED_AUTHORIZATION);
	struct visits coming = {0};
	int64_t id;

	if (visit_store_coming(act->db, act->arena, act->scope,
		    d->patient[0].id, d->now, 1, &coming))
		return ctl_db_err(d->ctl);
	return coming.n ? care_need_add(act, &coming.v[0], &n, &id) : 0;
}

static int
visits(struct demo *d, struct act *act)
{
	day_t near = day_add_business(d->today, READY_AHEAD, &d->holidays);
	struct visits all = {0};
	int n = 0;

	if (visit_store_between(act->db, act->arena, act->scope, 0, d->now,
		    d->now + AHEAD * (instant_t)86400, &all))
		return ctl_db_err(d->ctl);
	for (size_t i = 0; i < all.n && n < AT_MOST; i++) {
		const struct visit *v = &all.v[i];
		struct arena_mark mark = arena_mark(act->arena);

		if (strcmp(v->status, "booked") != 0)
			continue;
		n++;
		if (one_visit(d, act, v,
			    zone_local(d->zone, v->start).day <= near))
			return -1;
		arena_rewind(act->arena, mark);
	}
	return 0;
}

int
demo_needs(struct demo *d)
{
	struct scope tess = d->ctl->scope;
	struct act act = demo_act(d, &tess, "staff");

	tess.user_id = d->user[DEMO_TESS];
	if (type_needs(d) || patient_needs(d) || grants(d))
		return -1;
	return visits(d, &act) || rosas(d, &act) ? -1 : 0;
}
