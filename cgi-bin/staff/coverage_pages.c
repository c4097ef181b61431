/* A policy: new, seen, changed, ordered, ended, checked. Rules:
 * tests/RULES.md, "Insurance"; acts: care/coverage.c; forms:
 * staff/coverage_form.c. The queue: staff/insurance_pages.c. */
#include <string.h>

#include "base/arena.h"
#include "care/coverage.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/coverage_form.h"
#include "staff/coverage_stale.h"
#include "staff/item_show.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/coverage_store.h"
#include "store/patient_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define BODY_MAX 16384

static const char *
own(struct req *rq)
{
	return arena_printf(rq->arena, "/insurance/policies/%lld",
		(long long)rq->o.coverage->id);
}

/* The chart of the policy's patient around a page; NULL on failure. */
static struct tpl *
in_chart(struct req *rq, const char *title, const char *file)
{
	struct patient *p = arena_alloc(rq->arena, sizeof(*p));
	struct chart c;

	if (rq->o.patient == NULL) {
		if (patient_store_get(rq->db, rq->arena, rq->scope,
			    rq->o.coverage->patient_id, p) != 1)
			return NULL;
		rq->o.patient = p;
	}
	if (chart_load(rq, &c))
		return NULL;
	return chart_tpl(rq, &c, "insurance", title, file);
}

static int
refused(struct req *rq, const char *field)
{
	return item_refused(rq, field, own(rq), "Show the policy");
}

/* The policy as typed; a payer that was not in the list is taken up. */
static int
typed(struct req *rq, struct act *act, const struct coverage *was,
	struct coverage *out)
{
	const char *name = form_text(rq, "payer_name");

	*out = coverage_form_take(rq, was);
	if (out->payer_id || name[0] == '\0')
		return 0;
	return care_payer_need(
		act, name, form_text(rq, "payer_kind"), &out->payer_id);
}

/* ---- new -------------------------------------------------------------- */

static int
draw_new(struct req *rq)
{
	struct tpl *t = in_chart(rq, "Add insurance", "staff/coverage_new.tpl");

	if (t == NULL || coverage_form_payers(rq))
		return -1;
	form_draw(rq, t);
	tpl_int(t, "ID", rq->o.patient->id);
	return 0;
}

static int
coverage_new_run(struct req *rq)
{
	form_start(rq, &coverage_form);
	form_set_text(rq, "relationship", "self");
	return draw_new(rq) ? req_db_err(rq) : req_html(rq);
}

const struct page coverage_new_page = {
	.method = "GET",
	.path = "/patients/:patient/insurance/new",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.about = "The form for a new policy.",
	.run = coverage_new_run,
};

static int
coverage_new_again(struct req *rq)
{
	return draw_new(rq) ? req_db_err(rq) : req_form_again(rq);
}

static int
coverage_create_run(struct req *rq)
{
	static const struct coverage nothing = {
		.source = "staff", .rank_reason = "", .status = "active"};
	struct act act = page_act(rq);
	struct coverage c;
	int64_t id;

	if (form_bad(rq))
		return coverage_new_again(rq);
	if (typed(rq, &act, &nothing, &c))
		return item_refused(rq, rq->err.field, "/insurance",
			"Show the visits to come");
	c.patient_id = rq->o.patient->id;
	c.rank = (int)form_int(rq, "rank");
	c.rank_reason = form_text(rq, "rank_reason");
	if (care_coverage_add(&act, &c, &id))
		return item_refused(rq, rq->err.field,
			arena_printf(rq->arena, "/patients/%lld/insurance",
				(long long)c.patient_id),
			"Show the policies");
	req_about(rq, "coverage", id);
	req_about_patient(rq, c.patient_id);
	req_flash(rq, NULL, "Policy added.");
	return req_redirect(rq, "/insurance/policies/%lld", (long long)id);
}

const struct page coverage_create_page = {
	.method = "POST",
	.path = "/patients/:patient/insurance",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_CREATE,
	.body_max = BODY_MAX,
	.form = &coverage_form,
	.about = "Add a policy.",
	.run = coverage_create_run,
	.again = coverage_new_again,
};

/* ---- change ----------------------------------------------------------- */

static int
draw_edit(struct req *rq)
{
	struct tpl *t =
		in_chart(rq, "Change insurance", "staff/coverage_edit.tpl");

	if (t == NULL || coverage_form_payers(rq))
		return -1;
	form_draw(rq, t);
	tpl_int(t, "ID", rq->o.coverage->id);
	return 0;
}

static int
coverage_edit_run(struct req *rq)
{
	if (strcmp(rq->o.coverage->status, "active") != 0)
		return req_fail(rq, ERR_CONFLICT,
			"This policy has been ended. It is kept as it was.");
	form_start(rq, &coverage_form);
	coverage_form_fill(rq, rq->o.coverage);
	return draw_edit(rq) ? req_db_err(rq) : req_html(rq);
}

const struct page coverage_edit_page = {
	.method = "GET",
	.path = "/insurance/policies/:coverage/edit",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.about = "The form to change a policy.",
	.run = coverage_edit_run,
};

static int
coverage_edit_again(struct req *rq)
{
	return draw_edit(rq) ? req_db_err(rq) : req_form_again(rq);
}

static int
edit_stale(struct req *rq, const struct coverage *mine)
{
	struct tpl *t = in_chart(rq, "Changed meanwhile", "part/stale.tpl");

	if (t == NULL || coverage_stale(rq, t, mine, rq->o.coverage))
		return req_db_err(rq);
	req_note(rq, "stale=%lld", (long long)form_int(rq, "version"));
	return req_html_status(rq, 409);
}

static int
coverage_update_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct coverage c;

	if (form_bad(rq))
		return coverage_edit_again(rq);
	if (typed(rq, &act, rq->o.coverage, &c))
		return refused(rq, rq->err.field);
	if (form_int(rq, "version") != rq->o.coverage->version &&
		strcmp(rq->o.coverage->status, "active") == 0)
		return edit_stale(rq, &c);
	if (care_coverage_edit(&act, &c, form_int(rq, "version")))
		return refused(rq, rq->err.field);
	req_about(rq, "coverage", c.id);
	req_about_patient(rq, c.patient_id);
	req_flash(rq, NULL, "Policy changed.");
	return req_redirect(rq, "%s", own(rq));
}

const struct page coverage_update_page = {
	.method = "POST",
	.path = "/insurance/policies/:coverage",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_UPDATE,
	.body_max = BODY_MAX,
	.form = &coverage_form,
	.about = "Change what is known of a policy.",
	.run = coverage_update_run,
	.again = coverage_edit_again,
};

/* ---- one -------------------------------------------------------------- */

static const struct field show_asked[] = {
	{.name = "visit", .type = FIELD_HIDDEN},
};
static const struct form show_query = FORM(show_asked);

static void
fact(struct tpl *t, const char *label, const char *value)
{
	struct tpl *row = tpl_row(t, "FACT");

	tpl_text(row, "LABEL", label);
	tpl_text(row, "VALUE", value[0] ? value : "Not recorded");
}

static const char *
days(struct req *rq, const struct coverage *c)
{
	return arena_printf(rq->arena, "%s to %s",
		c->start == DAY_NONE ? "not recorded"
				     : show_date(rq->show, c->start),
		c->end == DAY_NONE ? "no end" : show_date(rq->show, c->end));
}

static const char *
money(struct req *rq, int64_t cents)
{
	return cents == CENTS_NONE ? "" : show_cents(rq->show, cents);
}

static void
facts(struct req *rq, struct tpl *t, const struct coverage *c)
{
	fact(t, "Payer", c->payer);
	fact(t, "Kind of payer", payer_kind_label(c->payer_kind));
	fact(t, "Plan",
		c->plan_kind[0] ? arena_printf(rq->arena, "%s %s", c->plan_name,
					  plan_kind_label(c->plan_kind))
				: c->plan_name);
	fact(t, "Member ID", c->member_id);
	fact(t, "Group number", c->group_no);
	fact(t, "Covers", days(rq, c));
	fact(t, "Policy holder",
		strcmp(c->relationship, "self") == 0
			? "The patient"
			: arena_printf(rq->arena, "%s: %s",
				  relationship_label(c->relationship),
				  c->subscriber_name));
	if (c->subscriber_birth != DAY_NONE)
		fact(t, "Holder’s birth",
			show_birth(rq->show, c->subscriber_birth));
	fact(t, "Copay", money(rq, c->copay_cents));
	fact(t, "Payer’s phone", show_phone(rq->show, c->payer_phone));
	fact(t, "Authorizations", show_phone(rq->show, c->auth_phone));
	if (c->rx_bin[0] || c->rx_pcn[0] || c->rx_group[0])
		fact(t, "Rx BIN, PCN, group",
			arena_printf(rq->arena, "%s %s %s", c->rx_bin,
				c->rx_pcn, c->rx_group));
	if (c->rank_reason[0])
		fact(t, "Why this place", c->rank_reason);
	if (c->end_reason[0])
		fact(t, "Why it ended", c->end_reason);
	if (c->note[0])
		tpl_text(tpl_row(t, "POLICY_NOTE"), "TEXT", c->note);
}

static void
check_row(struct req *rq, struct tpl *t, const struct coverage_check *k)
{
	enum standing s = standing_of_result(k->result);
	struct tpl *row = tpl_row(t, "CHECK");

	tpl_text(row, "WHEN", show_when(rq->show, k->at));
	tpl_text(row, "ISO", show_iso_time(rq->show, k->at));
	tpl_text(row, "WHO", k->user[0] ? k->user : "Handrail");
	tpl_text(row, "FOR", show_date(rq->show, k->service));
	tpl_text(row, "HOW", check_method_label(k->method));
	tpl_text(row, "PERSON", k->person);
	tpl_text(row, "TONE", standing_tone(s));
	tpl_text(row, "ICON", standing_icon(s));
	tpl_text(row, "STATE", standing_label(s));
	tpl_text(row, "REFERENCE", k->reference);
	tpl_text(row, "COPAY", money(rq, k->copay_cents));
	tpl_text(row, "DEDUCTIBLE", money(rq, k->deductible_cents));
	tpl_text(row, "LEFT", money(rq, k->deductible_left_cents));
	if (k->note[0])
		tpl_text(tpl_row(row, "NOTE"), "TEXT", k->note);
}

/* The visit the check is for: the one asked about, or the next one. */
static void
check_for(struct req *rq)
{
	int64_t asked = rq->page->query ? query_int(rq, "visit") : 0;
	struct visit v = {0};
	struct visits next = {0};

	if (asked &&
		visit_store_get(rq->db, rq->arena, rq->scope, asked, &v) == 1 &&
		v.patient_id == rq->o.patient->id)
		form_set_int(rq, "visit", v.id);
	else if (visit_store_coming(rq->db, rq->arena, rq->scope,
			 rq->o.patient->id, rq->now, 1, &next) == 0 &&
		 next.n == 1)
		v = next.v[0];
	form_set_day(rq, "service",
		v.id ? zone_local(rq->zone, v.start).day : rq->today);
	form_set_text(rq, "method", "phone");
}

static void
forms(struct req *rq, struct tpl *t, const struct coverage *c)
{
	const struct form *posted = rq->form ? rq->page->form : NULL;

	if (posted)
		form_draw(rq, t);
	if (posted != &check_form) {
		rq->form = NULL;
		form_start(rq, &check_form);
		check_for(rq);
		form_draw(rq, t);
	}
	if (posted != &order_form) {
		rq->form = NULL;
		form_start(rq, &order_form);
		form_set_text(rq, "rank", part_id(rq, c->rank));
		form_draw(rq, t);
	}
	if (posted != &end_form) {
		rq->form = NULL;
		form_start(rq, &end_form);
		form_set_day(rq, "last", rq->today);
		form_draw(rq, t);
	}
}

static int
draw(struct req *rq)
{
	const struct coverage *c = rq->o.coverage;
	struct tpl *t = in_chart(rq, "Policy", "staff/coverage_show.tpl"), *tag;
	struct coverage_checks checks = {0};
	bool active = strcmp(c->status, "active") == 0;
	enum standing s;

	if (t == NULL || coverage_store_checks(
				 rq->db, rq->arena, rq->scope, c->id, &checks))
		return -1;
	s = coverage_standing(&checks, rq->today);
	req_about(rq, "coverage", c->id);
	tpl_int(t, "ID", c->id);
	tpl_int(t, "VERSION", c->version);
	tpl_int(t, "PATIENT", c->patient_id);
	tpl_text(t, "NAME", chart_policy_name(rq, c));
	tpl_text(t, "RANK",
		active ? coverage_rank_label(c->rank) : "No longer in use");
	tpl_text(t, "CHANGED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, c->updated_at),
			c->updater[0] ? c->updater : "the system"));
	tag = tpl_row(t, "TAG");
	tpl_text(tag, "TONE", active ? standing_tone(s) : "");
	tpl_text(tag, "ICON", active ? standing_icon(s) : "archive");
	tpl_text(tag, "TEXT", active ? standing_label(s) : "Ended");
	facts(rq, t, c);
	for (size_t i = 0; i < checks.n; i++)
		check_row(rq, t, &checks.v[i]);
	tpl_show_if(t, "CHECKS", checks.n > 0);
	tpl_show_if(t, "NO_CHECKS", checks.n == 0);
	tpl_show_if(t, "MAY_EDIT", active && req_may(rq, PERM_COVERAGE_WRITE));
	tpl_show_if(t, "MAY_CHECK", active && req_may(rq, PERM_COVERAGE_CHECK));
	if (active)
		forms(rq, t, c);
	return 0;
}

static int
coverage_show_run(struct req *rq)
{
	return draw(rq) ? req_db_err(rq) : req_html(rq);
}

const struct page coverage_show_page = {
	.method = "GET",
	.path = "/insurance/policies/:coverage",
	.perm = PERM_COVERAGE_READ,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.query = &show_query,
	.about = "A policy: card data, what was checked and when.",
	.run = coverage_show_run,
};

static int
coverage_show_again(struct req *rq)
{
	return draw(rq) ? req_db_err(rq) : req_form_again(rq);
}

/* ---- order, end, check ------------------------------------------------ */

static int
coverage_order_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (form_bad(rq))
		return coverage_show_again(rq);
	if (care_coverage_order(&act, rq->o.coverage, (int)form_int(rq, "rank"),
		    form_text(rq, "rank_reason")))
		return refused(rq, rq->err.field);
	req_about(rq, "coverage", rq->o.coverage->id);
	req_about_patient(rq, rq->o.coverage->patient_id);
	req_flash(rq, NULL, "Order changed.");
	return req_redirect(rq, "/patients/%lld/insurance",
		(long long)rq->o.coverage->patient_id);
}

const struct page coverage_order_page = {
	.method = "POST",
	.path = "/insurance/policies/:coverage/order",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_UPDATE,
	.body_max = BODY_MAX,
	.form = &order_form,
	.about = "Change which policy pays first.",
	.run = coverage_order_run,
	.again = coverage_show_again,
};

static int
coverage_end_run(struct req *rq)
{
	struct act act = page_act(rq);
	bool error = strcmp(form_text(rq, "how"), "error") == 0;

	if (!form_bad(rq) && !error && !form_has(rq, "last"))
		form_error(rq, "last", "Choose the last day it covers");
	if (form_bad(rq))
		return coverage_show_again(rq);
	if (care_coverage_end(&act, rq->o.coverage, form_int(rq, "version"),
		    error ? DAY_NONE : form_day(rq, "last"),
		    form_text(rq, "reason")))
		return refused(rq, strcmp(rq->err.field, "end") == 0
					   ? "last"
					   : rq->err.field);
	req_about(rq, "coverage", rq->o.coverage->id);
	req_about_patient(rq, rq->o.coverage->patient_id);
	req_flash(rq, NULL, error ? "Policy taken off." : "Policy ended.");
	return req_redirect(rq, "/patients/%lld/insurance",
		(long long)rq->o.coverage->patient_id);
}

const struct page coverage_end_page = {
	.method = "POST",
	.path = "/insurance/policies/:coverage/end",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_UPDATE,
	.body_max = BODY_MAX,
	.form = &end_form,
	.about = "End a policy, or take off one entered in error.",
	.run = coverage_end_run,
	.again = coverage_show_again,
};

static int
coverage_check_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct coverage_check k;

	if (form_bad(rq))
		return coverage_show_again(rq);
	k = check_form_take(rq);
	if (strcmp(rq->o.coverage->status, "active") != 0)
		return req_fail(
			rq, ERR_CONFLICT, "This policy has been ended.");
	if (care_coverage_check(&act, rq->o.coverage, &k, NULL))
		return refused(rq, rq->err.field);
	req_about(rq, "coverage", rq->o.coverage->id);
	req_about_patient(rq, rq->o.coverage->patient_id);
	req_flash(rq, NULL,
		standing_good(standing_of_result(k.result))
			? "Check saved: active."
			: "Check saved. An open item says that it needs work.");
	return req_redirect(rq, "%s", own(rq));
}

const struct page coverage_check_page = {
	.method = "POST",
	.path = "/insurance/policies/:coverage/check",
	.perm = PERM_COVERAGE_CHECK,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_CHECK,
	.body_max = BODY_MAX,
	.form = &check_form,
	.about = "Record what a look at a policy found.",
	.run = coverage_check_run,
	.again = coverage_show_again,
};
