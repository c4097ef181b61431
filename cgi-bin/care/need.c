/* What visits need: planned at booking, carried along when they move, set
 * by hand or told from the records. Rules: tests/RULES.md, "Needs of a
 * visit"; SQL: store/need_store.c, store/grant_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/item.h"
#include "care/need.h"
#include "care/need_step.h"
#include "care/prep.h"
#include "domain/consent.h"
#include "domain/patient.h"
#include "store/flow_store.h"
#include "store/grant_store.h"
#include "store/need_store.h"
#include "store/store.h"
#include "store/visit_store.h"

#define ABOUT "appointment"
#define COMING 60 /* visits of one patient that are looked at */

static int
broken(struct act *act)
{
	return store_err(act->db, act->err);
}

/* ---- facts --------------------------------------------------------------- */

/* From the first day of the earliest that is limited; without one nothing
 * has to be counted. */
static instant_t
first_use(const struct act *act, const struct ready_facts *f)
{
	day_t first = f->today;
	instant_t at;

	for (size_t i = 0; i < f->auths.n; i++)
		if (f->auths.v[i].units && f->auths.v[i].from < first)
			first = f->auths.v[i].from;
	for (size_t i = 0; i < f->referrals.n; i++)
		if (f->referrals.v[i].visits && f->referrals.v[i].from < first)
			first = f->referrals.v[i].from;
	if (first == DAY_NONE)
		return 0;
	zone_instant(act->zone, first - 1, 0, &at);
	return at;
}

/* What is the same for all visits of a patient. */
static int
patient_facts(struct act *act, int64_t patient, struct ready_facts *f)
{
	struct db *db = act->db;
	struct arena *a = act->arena;
	const struct scope *sc = act->scope;
	struct consents held = {0};

	/* The program of the portal has no right to read them. */
	f->blind = sc->patient_id != 0;
	if (need_store_patient(db, a, sc, patient, &f->patient) < 0 ||
		(!f->blind && grant_store_policies(
				      db, a, sc, patient, &f->policies)) ||
		auth_store_list(db, a, sc, patient, &f->auths) ||
		referral_in_store_list(db, a, sc, patient, &f->referrals) ||
		grant_store_uses(
			db, a, sc, patient, first_use(act, f), &f->uses) ||
		flow_store_consents(db, a, sc, patient, &held))
		return broken(act);
	f->telehealth_given =
		!consent_due(&held, CONSENT_TELEHEALTH, "video", act->now);
	return 0;
}

static void
visit_facts(struct act *act, const struct visit *v, int64_t except,
	struct ready_facts *f)
{
	f->visit_id = v->id;
	f->except = except;
	f->type_id = v->visit_type_id;
	f->start = v->start;
	f->on = zone_local(visit_zone(v), v->start).day;
	f->today = act->today;
	f->holidays = act->holidays;
	f->mode = v->mode;
	f->language = v->patient_language ? v->patient_language : "";
	f->interpreter = v->interpreter;
}

int
care_visit_facts(struct act *act, const struct visit *v, int64_t except,
	struct ready_facts *out)
{
	*out = (struct ready_facts){0};
	visit_facts(act, v, except, out);
	if (patient_facts(act, v->patient_id, out))
		return -1;
	if (need_store_type(act->db, act->arena, act->scope, v->visit_type_id,
		    &out->type) < 0)
		return broken(act);
	if (v->id == 0) {
		ready_plan(act->arena, out, &out->needs);
		return 0;
	}
	if (need_store_list(
		    act->db, act->arena, act->scope, v->id, &out->needs))
		return broken(act);
	return 0;
}

int
care_visit_warnings(struct act *act, const struct visit *v, int64_t except,
	struct ready_warnings *out)
{
	struct ready_facts f;
	const struct show show = {
		.arena = act->arena,
		.zone = visit_zone(v),
		.today = act->today,
		.now = act->now,
		.clock24 = true,
	};

	if (care_visit_facts(act, v, except, &f))
		return -1;
	ready_warn(&show, &f, out);
	return 0;
}

/* ---- one need -------------------------------------------------------------
 */

static int
add(struct act *act, int64_t visit, const struct visit_need *n,
	const char *detail, int64_t *id)
{
	struct visit_need row = *n;

	row.visit_id = visit;
	row.state_at = act->now;
	*id = need_store_add(act->db, act->scope, &row);
	if (*id < 0)
		return broken(act);
	if (*id == 0)
		return 0;
	if (need_store_add_event(
		    act->db, act->scope, *id, act->now, row.state, detail))
		return broken(act);
	return 0;
}

static int
check(struct act *act, const struct visit_need *n)
{
	if (n->state == NEED_NOT_NEEDED && n->reason[0] == '\0')
		return err_field(
			act->err, "reason", "Say why it is not needed");
	if (n->state == NEED_FAILED && n->reason[0] == '\0')
		return err_field(
			act->err, "reason", "Say what could not be had");
	if ((n->kind == NEED_OTHER || n->kind == NEED_FORM ||
		    n->kind == NEED_CONSENT || n->kind == NEED_MOBILITY) &&
		n->what[0] == '\0')
		return err_field(act->err, "what", "Say what is needed");
	return 0;
}

/* Does a need that was just written make the visit ready, or not? */
int
need_weigh(struct act *act, int64_t visit)
{
	struct needs all = {0};
	struct preps preps = {0};

	if (need_store_list(act->db, act->arena, act->scope, visit, &all))
		return broken(act);
	if (needs_missing(&all))
		return 0;
	if (care_prep_missing(act, visit, &preps))
		return -1;
	return preps.n ? 0 : need_close(act, visit);
}

int
care_need_add(struct act *act, const struct visit *v,
	const struct visit_need *n, int64_t *id)
{
	struct visit_need row = *n;

	/* Of these two the records say how they stand, until somebody does. */
	row.by_hand = n->kind != NEED_AUTHORIZATION && n->kind != NEED_REFERRAL;
	row.source = "hand";
	if (check(act, &row) || add(act, v->id, &row, "", id))
		return -1;
	if (*id == 0)
		return err_field(
			act->err, "what", "This stands in the list already");
	return care_needs_told(act, v->patient_id);
}

int
care_need_set(struct act *act, const struct visit *v,
	const struct visit_need *n, int64_t version)
{
	const struct show show = {.arena = act->arena,
		.zone = visit_zone(v),
		.today = act->today,
		.now = act->now,
		.clock24 = true};
	struct visit_need row = *n;
	int64_t done;

	if (check(act, &row))
		return -1;
	row.by_hand = true;
	done = need_store_update(act->db, act->scope, &row, version, act->now);
	if (done < 0)
		return broken(act);
	if (done == 0)
		return err_set(act->err, ERR_CONFLICT,
			"Somebody else changed this meanwhile. Look at it as "
			"it is now.");
	if (need_store_add_event(act->db, act->scope, row.id, act->now,
		    row.state, need_detail(&show, &row)))
		return broken(act);
	return need_weigh(act, v->id);
}

/* ---- told from the records -------------------------------------------------
 */

static int
tell(struct act *act, const struct ready_facts *f, const struct visit_need *n)
{
	struct visit_need row = *n;

	row.state = ready_told(f, n);
	if (row.state == n->state)
		return 0;
	if (need_store_update(act->db, act->scope, &row, n->version, act->now) <
			0 ||
		need_store_add_event(act->db, act->scope, n->id, act->now,
			row.state, "As the records say"))
		return broken(act);
	return 1;
}

/* The needs of one visit, which stand together in a list. */
static int
tell_visit(struct act *act, struct ready_facts *f, const struct visit *v,
	const struct needs *all)
{
	size_t missing = 0;
	int changed = 0;

	visit_facts(act, v, 0, f);
	for (size_t i = 0; i < all->n; i++) {
		const struct visit_need *n = &all->v[i];
		int done;

		if (n->visit_id != v->id)
			continue;
		if ((done = tell(act, f, n)) < 0)
			return -1;
		changed += done;
		missing += need_missing(ready_told(f, n));
	}
	return changed && !missing ? need_weigh(act, v->id) : 0;
}

int
care_needs_told(struct act *act, int64_t patient)
{
	struct ready_facts f = {0};
	struct visits coming = {0};
	struct needs all = {0};

	if (need_store_coming(
		    act->db, act->arena, act->scope, patient, act->now, &all))
		return broken(act);
	if (all.n == 0)
		return 0;
	f.today = act->today;
	if (visit_store_coming(act->db, act->arena, act->scope, patient,
		    act->now, COMING, &coming))
		return broken(act);
	if (patient_facts(act, patient, &f))
		return -1;
	for (size_t i = 0; i < coming.n; i++)
		if (tell_visit(act, &f, &coming.v[i], &all))
			return -1;
	return 0;
}

/* ---- with the visit ---------------------------------------------------------
 */

int
care_needs_plan(struct act *act, const struct visit *v)
{
	struct ready_facts f;
	struct needs plan = {0};
	int64_t id;

	if (care_visit_facts(act, v, 0, &f))
		return -1;
	ready_plan(act->arena, &f, &plan);
	for (size_t i = 0; i < plan.n; i++)
		if (add(act, v->id, &plan.v[i], "Known beforehand", &id))
			return -1;
	return 0;
}

int
need_booked(struct act *act, const struct visit *v)
{
	return care_needs_plan(act, v) ? -1
				       : care_needs_told(act, v->patient_id);
}

/* A ride for nine is none for ten: what was arranged for the old time is
 * taken out, whom it was arranged with stays. */
static struct visit_need
carried(const struct visit_need *old)
{
	struct visit_need n = *old;

	if (!need_of_time(n.kind) || n.state == NEED_NOT_NEEDED)
		return n;
	n.state = NEED_NEEDED;
	n.by_hand = false;
	n.reason = n.reference = "";
	n.pickup = INSTANT_NONE;
	return n;
}

int
need_moved(struct act *act, const struct visit *old, const struct visit *v)
{
	struct needs all = {0};
	int64_t id;

	if (need_store_list(act->db, act->arena, act->scope, old->id, &all))
		return broken(act);
	for (size_t i = 0; i < all.n; i++) {
		struct visit_need n = carried(&all.v[i]);

		if (add(act, v->id, &n,
			    n.state == all.v[i].state
				    ? "The visit was moved"
				    : "The visit was moved: arrange it anew",
			    &id))
			return -1;
	}
	if (need_close(act, old->id))
		return -1;
	return need_booked(act, v);
}

int
need_close(struct act *act, int64_t visit)
{
	const struct item_proof_of p = {.proof = PROOF_NOTE,
		.note = "Everything the visit needs is arranged"};

	return care_item_close_for(act, ITEM_VISIT_READY, ABOUT, visit, &p);
}

int
need_open(struct act *act, const struct visit *v, const struct needs *missing,
	const struct preps *preps)
{
	struct show show = {.arena = act->arena,
		.zone = visit_zone(v),
		.today = act->today,
		.now = act->now,
		.clock24 = true};
	const char *what = "";
	struct item_new item = {.kind = ITEM_VISIT_READY,
		.patient_id = v->patient_id,
		.subject_type = ABOUT,
		.subject_id = v->id,
		.due_on = zone_local(show.zone, v->start).day - 1};

	for (size_t i = 0; i < missing->n; i++) {
		what = arena_printf(act->arena, "%s%s%s", what, i ? "; " : "",
			need_title(act->arena, &missing->v[i]));
		if (i == 0)
			item.next_step = need_next(&missing->v[i]);
	}
	for (size_t i = 0; i < preps->n; i++) {
		what = arena_printf(act->arena, "%s%s%s: %s", what,
			what[0] ? "; " : "", prep_kind_label(preps->v[i].kind),
			preps->v[i].words);
		if (missing->n + i == 0)
			item.next_step = "Ask whether it is done";
	}
	item.title = arena_printf(act->arena, "Not ready: visit %s, %s",
		show_when(&show, v->start), v->provider_short);
	item.detail = what;
	if (item.due_on < act->today)
		item.due_on = act->today;
	return care_item_open(act, &item, NULL);
}

/* ---- patients, authorizations, referrals -----------------------------------
 */

static int
stale(struct act *act)
{
	return err_set(act->err, ERR_CONFLICT,
		"Somebody else changed this meanwhile. Look at it as it is "
		"now.");
}

/* What is known now of the visits that are booked already. */
static int
plan_coming(struct act *act, int64_t patient)
{
	struct visits coming = {0};

	if (visit_store_coming(act->db, act->arena, act->scope, patient,
		    act->now, COMING, &coming))
		return broken(act);
	for (size_t i = 0; i < coming.n; i++)
		if (strcmp(coming.v[i].status, "booked") == 0 &&
			care_needs_plan(act, &coming.v[i]))
			return -1;
	return 0;
}

int
care_patient_need(
	struct act *act, int64_t patient, const struct patient_need *p)
{
	int64_t n = need_store_put_patient(
		act->db, act->scope, patient, p, act->now);

	if (n < 0)
		return broken(act);
	return n ? plan_coming(act, patient) : stale(act);
}

static int
check_days(struct act *act, day_t from, day_t to)
{
	return from != DAY_NONE && to != DAY_NONE && to < from
		       ? err_field(act->err, "to",
				 "The last day cannot be before the first")
		       : 0;
}

int
care_prior_auth(struct act *act, struct prior_auth *p)
{
	int64_t n = 1;

	if (check_days(act, p->from, p->to))
		return -1;
	if (strcmp(p->status, "approved") == 0 && p->number[0] == '\0')
		return err_field(act->err, "number",
			"Enter the payer's number of the authorization");
	if (p->type_id == 0 && p->service[0] == '\0')
		return err_field(act->err, "service",
			"Say what it is for, or choose a type of visit");
	if (p->id == 0)
		p->id = auth_store_add(act->db, act->scope, p, act->now);
	else
		n = auth_store_update(act->db, act->scope, p, act->now);
	if (n < 0 || p->id == 0)
		return broken(act);
	return n ? care_needs_told(act, p->patient_id) : stale(act);
}

int
care_referral_in(struct act *act, struct referral_in *r)
{
	int64_t n = 1;

	if (check_days(act, r->from, r->to))
		return -1;
	if (r->id == 0)
		r->id = referral_in_store_add(act->db, act->scope, r, act->now);
	else
		n = referral_in_store_update(act->db, act->scope, r, act->now);
	if (n < 0 || r->id == 0)
		return broken(act);
	return n ? care_needs_told(act, r->patient_id) : stale(act);
}
