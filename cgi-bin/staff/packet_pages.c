/* The packet of a visit: what the clinician needs for it, on one page of
 * paper; and those of a provider's day. Each asks for the same number of
 * statements whatever the patient's past. Rules: tests/RULES.md, "Needs of
 * a visit". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/need.h"
#include "domain/patient.h"
#include "domain/record.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/item_store.h"
#include "store/patient_store.h"
#include "store/prep_store.h"
#include "store/provider_store.h"
#include "store/record_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define ITEMS 12
#define RESULTS 12
#define MEDICATIONS 20
#define PROBLEMS 16
#define PAST 6
#define A_DAY 60 /* packets printed at once */

/* A line of a section; the section says when it has none. */
static void
line(struct tpl *t, const char *section, const char *what, const char *more)
{
	struct tpl *row = tpl_row(t, section);

	tpl_text(row, "WHAT", what);
	if (more[0] != '\0')
		tpl_text(tpl_row(row, "WITH_MORE"), "TEXT", more);
}

static void
more(struct req *rq, struct tpl *t, const char *section, size_t n, size_t cap)
{
	if (n > cap)
		line(t, section,
			arena_printf(rq->arena, "and %zu more, in the chart",
				n - cap),
			"");
}

/* ---- the last visit, the last plan --------------------------------------- */

static const struct visit *
last_seen(const struct visits *past)
{
	for (size_t i = 0; i < past->n; i++)
		if (visit_state(&past->v[i]) == VISIT_FULFILLED)
			return &past->v[i];
	return NULL;
}

static int
draw_past(struct req *rq, struct tpl *t, const struct visit *v, day_t *since)
{
	struct visits past = {0};
	struct record_events plans = {0};
	const struct visit *last;
	size_t missed = 0;

	if (visit_store_past(rq->db, rq->arena, rq->scope, v->patient_id,
		    v->start < rq->now ? v->start : rq->now, PAST, &past) ||
		record_store_events(rq->db, rq->arena, rq->scope, v->patient_id,
			"CarePlan", 1, &plans))
		return -1;
	last = last_seen(&past);
	*since = last ? zone_local(rq->zone, last->start).day : DAY_NONE;
	if (last)
		line(t, "LAST",
			arena_printf(rq->arena, "%s: %s, %s",
				chart_visit_when(rq, last),
				visit_part_what(last), last->provider_short),
			last->note[0] ? last->note : last->reason);
	for (size_t i = 0; i < past.n; i++)
		missed += visit_state(&past.v[i]) == VISIT_NOSHOW;
	if (missed)
		line(t, "LAST",
			past.n == 1 ? "Did not come to the visit before"
				    : arena_printf(rq->arena,
					      "Did not come to %zu of the %zu "
					      "visits before",
					      missed, past.n),
			"");
	for (size_t i = 0; i < plans.n; i++)
		line(t, "LAST",
			arena_printf(rq->arena, "Plan: %s", plans.v[i].title),
			plans.v[i].detail);
	tpl_show_if(t, "NO_LAST", last == NULL && plans.n == 0 && !missed);
	return 0;
}

/* ---- what is open and late -------------------------------------------------
 */

static int
draw_items(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct item_window win = item_window(rq->zone, rq->today, rq->now);
	struct item_filter filter = {
		.queue = QUEUE_ALL,
		.who = WHO_ALL,
		.patient_id = v->patient_id,
		.when = WHEN_OPEN,
		.limit = ITEMS,
	};
	struct items all = {0};
	size_t late = 0;

	if (req_may(rq, PERM_WORK_READ) &&
		item_store_list(
			rq->db, rq->arena, rq->scope, &filter, &win, &all))
		return -1;
	for (size_t i = 0; i < all.n && i < ITEMS; i++) {
		const struct item *it = &all.v[i];
		bool is_late = item_late(it, rq->now);

		line(t, is_late ? "GAP" : "OPEN",
			arena_printf(rq->arena, "%s: %s",
				item_kind_label(it->kind), it->title),
			is_late ? show_late(rq->show, it->due_at)
				: it->next_step);
		late += is_late;
	}
	tpl_show_if(t, "NO_GAP", late == 0);
	tpl_show_if(t, "NO_OPEN", all.n == late);
	more(rq, t, "OPEN", all.n, ITEMS);
	return 0;
}

/* ---- the record -------------------------------------------------------------
 */

static int
draw_results(struct req *rq, struct tpl *t, int64_t patient, day_t since)
{
	struct observations all = {0};
	size_t n = 0;

	if (record_store_latest(
		    rq->db, rq->arena, rq->scope, patient, "laboratory", &all))
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		const struct observation *o = &all.v[i];

		if (since != DAY_NONE && (o->on == DAY_NONE || o->on < since))
			continue;
		if (++n > RESULTS)
			continue;
		line(t, "RESULT",
			arena_printf(rq->arena, "%s %s%s%s", o->what, o->shown,
				o->flag[0] ? ", " : "", o->flag),
			o->when);
	}
	tpl_show_if(t, "NO_RESULT", n == 0);
	more(rq, t, "RESULT", n, RESULTS);
	return 0;
}

static int
draw_record(struct req *rq, struct tpl *t, int64_t patient)
{
	struct medications meds = {0};
	struct problems probs = {0};
	size_t n = 0;

	if (record_store_medications(
		    rq->db, rq->arena, rq->scope, patient, &meds) ||
		record_store_problems(
			rq->db, rq->arena, rq->scope, patient, &probs))
		return -1;
	for (size_t i = 0; i < meds.n; i++)
		if (meds.v[i].active && ++n <= MEDICATIONS)
			line(t, "MEDICATION", meds.v[i].what, meds.v[i].dosage);
	tpl_show_if(t, "NO_MEDICATION", n == 0);
	more(rq, t, "MEDICATION", n, MEDICATIONS);
	n = 0;
	for (size_t i = 0; i < probs.n; i++)
		if (probs.v[i].active && ++n <= PROBLEMS)
			line(t, "PROBLEM", probs.v[i].what, probs.v[i].onset);
	tpl_show_if(t, "NO_PROBLEM", n == 0);
	more(rq, t, "PROBLEM", n, PROBLEMS);
	return 0;
}

/* ---- insurance and needs
 * ------------------------------------------------------ */

static void
draw_policies(struct req *rq, struct tpl *t, const struct chart *c,
	const struct ready_facts *f)
{
	const struct coverage *p = chart_policy(c, f->on);
	struct grant_fact auth = ready_auth(f), ref = ready_referral(f);

	if (p != NULL)
		line(t, "POLICY",
			arena_printf(rq->arena, "%s, member %s",
				chart_policy_name(rq, p),
				p->member_id[0] ? p->member_id
						: "not recorded"),
			standing_label(chart_standing(rq, c, p, f->on)));
	if (auth.auth != NULL)
		line(t, "POLICY",
			arena_printf(rq->arena, "Authorization %s",
				auth.auth->number[0] ? auth.auth->number
						     : "without a number"),
			auth.grant != GRANT_OK ? "see below"
			: auth.left < 0
				? "valid"
				: arena_printf(rq->arena,
					  "%d of %d visits left after this one",
					  auth.left, auth.auth->units));
	if (ref.referral != NULL)
		line(t, "POLICY",
			arena_printf(rq->arena, "Referral from %s",
				ref.referral->from_whom),
			ref.referral->number);
	tpl_show_if(t, "NO_POLICY",
		p == NULL && auth.auth == NULL && ref.referral == NULL);
}

/* What the patient was to do at home. */
static void
draw_prep(struct req *rq, struct tpl *t, const struct show *show,
	const struct prep *p)
{
	line(t, "NEED",
		arena_printf(rq->arena, "%s%s%s%s", prep_kind_label(p->kind),
			p->words[0] ? ": " : "", p->words,
			!prep_ticks(p->kind)	  ? ""
			: p->done == INSTANT_NONE ? ", not ticked"
						  : ", done"),
		prep_when(show, p));
}

static int
draw_needs(struct req *rq, struct tpl *t, const struct visit *v,
	const struct chart *c)
{
	struct act act = page_act(rq);
	const struct show *show = visit_part_show(rq, v->zone);
	struct ready_warnings warnings = {0};
	struct preps preps = {0};
	struct ready_facts f;

	if (care_visit_facts(&act, v, 0, &f))
		return -1;
	draw_policies(rq, t, c, &f);
	ready_warn(show, &f, &warnings);
	for (size_t i = 0; i < warnings.n; i++)
		if (warnings.v[i].kind == NEED_KINDS ||
			!need_of_time(warnings.v[i].kind))
			line(t, "POLICY", warnings.v[i].text, "");
	for (size_t i = 0; i < f.needs.n; i++)
		line(t, "NEED",
			arena_printf(rq->arena, "%s: %s",
				need_title(rq->arena, &f.needs.v[i]),
				need_state_label(f.needs.v[i].state)),
			need_detail(show, &f.needs.v[i]));
	if (prep_store_list(rq->db, rq->arena, rq->scope, v->id, &preps))
		return -1;
	for (size_t i = 0; i < preps.n; i++)
		draw_prep(rq, t, show, &preps.v[i]);
	tpl_show_if(t, "NO_NEED", f.needs.n + preps.n == 0);
	return 0;
}

/* ---- one packet
 * ------------------------------------------------------------------ */

static void
draw_why(struct req *rq, struct tpl *t, const struct visit *v,
	const struct chart *c)
{
	const struct show *show = visit_part_show(rq, v->zone);

	tpl_text(t, "NAME", patient_list_name(rq->arena, c->p));
	tpl_text(t, "CALLED",
		c->p->preferred[0] ? c->p->preferred : c->p->given);
	tpl_text(t, "BORN", show_birth(show, c->p->birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, c->p->mrn));
	tpl_text(t, "SEX", patient_sex_label(c->p->sex));
	tpl_text(t, "SPEAKS", patient_language_label(c->p->language));
	tpl_text(t, "ALLERGY", chart_allergies(rq, c));
	tpl_text(t, "WHEN",
		arena_printf(rq->arena, "%s, %s",
			show_day_long(
				show, zone_local(show->zone, v->start).day),
			visit_part_times(show, v->start, v->end)));
	tpl_text(t, "VISIT_WHAT", visit_part_what(v));
	tpl_text(t, "WITH", v->provider_short);
	tpl_text(t, "PLACE", v->site_name);
	tpl_text(t, "MODE", visit_mode_label(v->mode));
	tpl_text(t, "REASON", v->reason[0] ? v->reason : "Not recorded");
	tpl_show_if(t, "HAS_NOTE", v->note[0] != '\0');
	tpl_text(t, "NOTE", v->note);
}

static int
draw(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct patient *p = arena_alloc(rq->arena, sizeof(*p));
	struct tpl *row = tpl_row(t, "PACKET");
	struct chart c;
	day_t since;

	if (patient_store_get(rq->db, rq->arena, rq->scope, v->patient_id, p) !=
		1)
		return -1;
	rq->o.patient = p;
	if (chart_load(rq, &c))
		return -1;
	draw_why(rq, row, v, &c);
	if (draw_past(rq, row, v, &since) || draw_items(rq, row, v) ||
		draw_results(rq, row, p->id, since) ||
		draw_record(rq, row, p->id) || draw_needs(rq, row, v, &c))
		return -1;
	tpl_text(row, "SINCE",
		since == DAY_NONE ? "on file"
				  : arena_printf(rq->arena, "since %s",
					    show_date(rq->show, since)));
	req_shown(rq, p->id);
	return 0;
}

static struct tpl *
sheet(struct req *rq, const char *title, const char *back)
{
	struct tpl *t = req_tpl_in(rq, "layout/print.tpl", "staff/packet.tpl");

	req_title(rq, title);
	tpl_text(rq->root, "BACK", back);
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, rq->now), rq->user->name));
	return t;
}

static int
packet_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct tpl *t = sheet(rq, "Visit packet",
		arena_printf(
			rq->arena, "/appointments/%lld", (long long)v->id));

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	if (draw(rq, t, v))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page packet_page = {
	.method = "GET",
	.path = "/appointments/:visit/packet",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_PRINT,
	.run = packet_run,
	.about = "What a clinician needs for a visit, on one page of paper.",
};

/* ---- a provider's day
 * --------------------------------------------------------------- */

static const struct field day_asked[] = {
	{.name = "date", .label = "Day", .type = FIELD_DAY},
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
};
static const struct form day_query = FORM(day_asked);

/* Whose day: the one asked for, or the caller's own. */
static int64_t
whose(struct req *rq, const struct providers *all)
{
	int64_t asked = query_int(rq, "provider");

	for (size_t i = 0; i < all->n; i++)
		if (asked ? all->v[i].id == asked
			  : all->v[i].user_id == rq->user->id)
			return all->v[i].id;
	return 0;
}

static void
draw_choice(struct req *rq, struct tpl *t, const struct providers *all,
	int64_t provider, day_t day)
{
	struct tpl *ask = tpl_row(t, "CHOOSE");

	tpl_text(ask, "DATE", show_iso(rq->show, day));
	for (size_t i = 0; i < all->n; i++) {
		struct tpl *row = tpl_row(ask, "PROVIDER");

		tpl_int(row, "ID", all->v[i].id);
		tpl_text(row, "NAME", all->v[i].name);
		tpl_show_if(row, "ON", all->v[i].id == provider);
	}
}

static int
packets_run(struct req *rq)
{
	day_t day = query_day(rq, "date");
	struct providers people = {0};
	struct visits all = {0};
	instant_t from, to;
	int64_t provider;
	size_t n = 0;
	struct tpl *t;

	if (day == DAY_NONE)
		day = rq->today;
	if (provider_store_list(rq->db, rq->arena, rq->scope, false, &people))
		return req_db_err(rq);
	provider = whose(rq, &people);
	zone_instant(rq->zone, day, 0, &from);
	zone_instant(rq->zone, day + 1, 0, &to);
	if (provider && visit_store_by_provider(rq->db, rq->arena, rq->scope,
				provider, from, to, &all))
		return req_db_err(rq);
	t = sheet(rq,
		arena_printf(rq->arena, "Visit packets, %s",
			show_day_long(rq->show, day)),
		arena_printf(rq->arena, "/calendar?date=%s",
			show_iso(rq->show, day)));
	draw_choice(rq, t, &people, provider, day);
	for (size_t i = 0; i < all.n && n < A_DAY; i++) {
		if (!visit_state_busy(visit_state(&all.v[i])))
			continue;
		if (draw(rq, t, &all.v[i]))
			return req_db_err(rq);
		n++;
	}
	tpl_show_if(t, "NO_PROVIDER", provider == 0);
	tpl_show_if(t, "NO_VISIT", provider != 0 && n == 0);
	return req_html(rq);
}

const struct page packets_page = {
	.method = "GET",
	.path = "/calendar/packets",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_CALENDAR_PRINT,
	.query = &day_query,
	.run = packets_run,
	.about = "The packets of a provider's day, one page a patient.",
};
