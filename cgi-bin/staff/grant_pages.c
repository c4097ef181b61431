/* Authorizations and the referrals that brought a patient here: listed in
 * the chart's insurance, added, changed. Acts: care/need.c; rules:
 * tests/RULES.md, "Needs of a visit". */
#include "staff/grant_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/need.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/coverage_store.h"
#include "store/grant_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- in the chart ---------------------------------------------------------
 */

static const char *
span_text(struct req *rq, day_t from, day_t to)
{
	if (from == DAY_NONE && to == DAY_NONE)
		return "No dates";
	if (from == DAY_NONE)
		return arena_printf(
			rq->arena, "until %s", show_date(rq->show, to));
	if (to == DAY_NONE)
		return arena_printf(
			rq->arena, "from %s", show_date(rq->show, from));
	return arena_printf(rq->arena, "%s to %s", show_date(rq->show, from),
		show_date(rq->show, to));
}

static const char *
used_text(struct req *rq, int used, int units)
{
	if (units == 0)
		return arena_printf(rq->arena, "%d used, no limit", used);
	return arena_printf(rq->arena, "%d of %d used, %d left", used, units,
		used < units ? units - used : 0);
}

static void
tag(struct tpl *row, const char *tone, const char *icon, const char *text)
{
	tpl_text(row, "TONE", tone);
	tpl_text(row, "ICON", icon);
	tpl_text(row, "STATE", text);
}

/* Its form, for whom it is. */
static void
opens(struct req *rq, struct tpl *row, const char *where, int64_t id)
{
	bool may = req_may(rq, PERM_COVERAGE_WRITE);

	if (may)
		tpl_text(tpl_row(row, "OPENS"), "URL",
			arena_printf(rq->arena, "/patients/%lld/%s/%lld",
				(long long)rq->o.patient->id, where,
				(long long)id));
	tpl_show_if(row, "PLAIN", !may);
}

static void
auth_tag(struct req *rq, struct tpl *row, const struct prior_auth *p)
{
	if (strcmp(p->status, "denied") == 0)
		tag(row, "red", "circle-x", "Denied");
	else if (p->to != DAY_NONE && p->to < rq->today)
		tag(row, "", "history", "Ended");
	else if (strcmp(p->status, "pending") == 0)
		tag(row, "violet", "hourglass", "With the payer");
	else if (p->units && p->used >= p->units)
		tag(row, "red", "circle-alert", "Used up");
	else if ((p->units && p->used * 5 >= p->units * 4) ||
		 (p->to != DAY_NONE && p->to < rq->today + 14))
		tag(row, "amber", "triangle-alert", "Nearly over");
	else
		tag(row, "green", "circle-check", "Approved");
}

static void
auth_row(struct req *rq, struct tpl *t, const struct prior_auth *p)
{
	struct tpl *row = tpl_row(t, "AUTH");

	opens(rq, row, "authorizations", p->id);
	tpl_text(row, "NUMBER",
		p->number[0] != '\0' ? p->number : "No number yet");
	tpl_text(row, "FOR", p->service[0] != '\0' ? p->service : p->type_name);
	tpl_text(row, "SPAN", span_text(rq, p->from, p->to));
	tpl_text(row, "USED", used_text(rq, p->used, p->units));
	auth_tag(rq, row, p);
}

static void
referral_row(struct req *rq, struct tpl *t, const struct referral_in *r)
{
	struct tpl *row = tpl_row(t, "REFERRAL");

	opens(rq, row, "referrals-in", r->id);
	tpl_text(row, "FROM_WHOM", r->from_whom);
	tpl_text(row, "NUMBER", r->number[0] != '\0' ? r->number : "No number");
	tpl_text(row, "FOR",
		r->type_name[0] != '\0' ? r->type_name : "Any visit");
	tpl_text(row, "SPAN", span_text(rq, r->from, r->to));
	tpl_text(row, "USED", used_text(rq, r->used, r->visits));
	if (r->to != DAY_NONE && r->to < rq->today)
		tag(row, "", "history", "Ended");
	else if (r->visits && r->used >= r->visits)
		tag(row, "red", "circle-alert", "Used up");
	else
		tag(row, "green", "circle-check", "Valid");
}

int
grant_part_cards(struct req *rq, struct tpl *t)
{
	int64_t patient = rq->o.patient->id;
	struct prior_auths auths = {0};
	struct referrals_in refs = {0};
	struct ready_uses uses = {0};

	if (auth_store_list(rq->db, rq->arena, rq->scope, patient, &auths) ||
		referral_in_store_list(
			rq->db, rq->arena, rq->scope, patient, &refs) ||
		(auths.n + refs.n > 0 && grant_store_uses(rq->db, rq->arena,
						 rq->scope, patient, 0, &uses)))
		return -1;
	t = tpl_part(t, "GRANTS", "part/grants.tpl");
	tpl_int(t, "PATIENT", patient);
	tpl_show_if(t, "MAY_ADD", req_may(rq, PERM_COVERAGE_WRITE));
	tpl_show_if(t, "AUTHS", auths.n > 0);
	tpl_show_if(t, "NO_AUTH", auths.n == 0);
	for (size_t i = 0; i < auths.n; i++) {
		auths.v[i].used = ready_auth_used(&auths.v[i], &uses);
		auth_row(rq, t, &auths.v[i]);
	}
	tpl_show_if(t, "REFERRALS", refs.n > 0);
	tpl_show_if(t, "NO_REFERRAL", refs.n == 0);
	for (size_t i = 0; i < refs.n; i++) {
		refs.v[i].used = ready_referral_used(&refs.v[i], &uses);
		referral_row(rq, t, &refs.v[i]);
	}
	return 0;
}

/* ---- forms ------------------------------------------------------------------
 */

static const struct option status_options[] = {
	{"pending", "Asked for, with the payer"},
	{"approved", "Approved"},
	{"denied", "Denied"},
	{NULL, NULL},
};

static const struct field auth_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN},
	{.name = "type",
		.label = "For visits of this type",
		.hint = "Each that is booked or done uses one.",
		.type = FIELD_SELECT,
		.ruled = true},
	{.name = "service",
		.label = "What it is for, in words",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 120},
	{.name = "coverage", .label = "Policy", .type = FIELD_SELECT},
	{.name = "status",
		.label = "How it stands",
		.type = FIELD_RADIO,
		.required = true,
		.options = status_options},
	{.name = "number",
		.label = "The payer's number",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 60},
	{.name = "units",
		.label = "How many visits",
		.hint = "Empty: no limit",
		.type = FIELD_INT,
		.min = 1,
		.max = 9999,
		.inputmode = "numeric"},
	{.name = "from", .label = "First day", .type = FIELD_DAY},
	{.name = "to", .label = "Last day", .type = FIELD_DAY},
	{.name = "note", .label = "Note", .type = FIELD_NOTE, .max = 1000},
};
static const struct form auth_form = FORM(auth_fields);

static const struct field referral_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN},
	{.name = "from_whom",
		.label = "Who referred the patient",
		.type = FIELD_TEXT,
		.required = true,
		.max = 120,
		.missing = "Say who referred the patient"},
	{.name = "type",
		.label = "For visits of this type",
		.hint = "Each that is booked or done uses one.",
		.type = FIELD_SELECT,
		.ruled = true},
	{.name = "number",
		.label = "Referral number",
		.type = FIELD_TEXT,
		.max = 60},
	{.name = "visits",
		.label = "How many visits",
		.hint = "Empty: no limit",
		.type = FIELD_INT,
		.min = 1,
		.max = 9999,
		.inputmode = "numeric"},
	{.name = "from", .label = "First day", .type = FIELD_DAY},
	{.name = "to", .label = "Last day", .type = FIELD_DAY},
	{.name = "note", .label = "Note", .type = FIELD_NOTE, .max = 1000},
};
static const struct form referral_form = FORM(referral_fields);

static int
policy_options(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));
	struct coverages list = {0};

	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Not said"};
	if (coverage_store_list(rq->db, rq->arena, rq->scope, rq->o.patient->id,
		    true, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, o) =
			(struct option){part_id(rq, list.v[i].id),
				chart_policy_name(rq, &list.v[i])};
	form_options(rq, "coverage", o);
	return 0;
}

static int
draw(struct req *rq, bool auth, int status)
{
	const char *title = auth ? "Authorization" : "Referral to us";
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "insurance", title,
		auth ? "staff/auth_form.tpl" : "staff/referral_in_form.tpl");
	tpl_text(t, "HEAD",
		arena_printf(rq->arena, "%s %s", rq->o.id ? "Change" : "Add",
			auth ? "authorization" : "referral"));
	tpl_int(t, "PATIENT", rq->o.patient->id);
	if (rq->o.id)
		tpl_int(tpl_row(t, "OLD"), "ID", rq->o.id);
	tpl_show_if(t, "STALE", status == 409);
	if (visit_part_type_options(rq, "type", "Visits of any type") ||
		(auth && policy_options(rq)))
		return req_db_err(rq);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html_status(rq, status);
}

static int
saved(struct req *rq, const char *what, int64_t id)
{
	req_about(rq, what, id);
	return req_redirect(rq, "/patients/%lld/insurance#grants",
		(long long)rq->o.patient->id);
}

/* The policy and the type are the patient's and the clinic's own. */
static bool
own_policy(struct req *rq, int64_t id)
{
	struct coverage c;

	return id == 0 ||
	       (coverage_store_get(rq->db, rq->arena, rq->scope, id, &c) == 1 &&
		       c.patient_id == rq->o.patient->id);
}

static bool
own_type(struct req *rq, int64_t id)
{
	return id == 0 || visit_part_type_own(rq, id);
}

/* ---- authorizations
 * ------------------------------------------------------------ */

static int
auth_load(struct req *rq, struct prior_auth *p)
{
	int found = auth_store_get(
		rq->db, rq->arena, rq->scope, rq->o.patient->id, rq->o.id, p);

	if (found < 0)
		return req_db_err(rq);
	return found ? 0
		     : req_fail(rq, ERR_NOT_FOUND,
			       "There is no such authorization.");
}

static int
auth_new_run(struct req *rq)
{
	form_start(rq, &auth_form);
	form_set_text(rq, "status", "pending");
	return draw(rq, true, 200);
}

const struct page auth_new_page = {
	.method = "GET",
	.path = "/patients/:patient/authorizations/new",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.run = auth_new_run,
	.about = "The form for an authorization.",
};

static void
auth_fill(struct req *rq, const struct prior_auth *p)
{
	form_start(rq, &auth_form);
	form_set_int(rq, "version", p->version);
	if (p->type_id)
		form_set_int(rq, "type", p->type_id);
	form_set_text(rq, "service", p->service);
	if (p->coverage_id)
		form_set_int(rq, "coverage", p->coverage_id);
	form_set_text(rq, "status", p->status);
	form_set_text(rq, "number", p->number);
	if (p->units)
		form_set_int(rq, "units", p->units);
	form_set_day(rq, "from", p->from);
	form_set_day(rq, "to", p->to);
	form_set_text(rq, "note", p->note);
}

static int
auth_show_run(struct req *rq)
{
	struct prior_auth p;
	int st = auth_load(rq, &p);

	if (st)
		return st;
	auth_fill(rq, &p);
	return draw(rq, true, 200);
}

const struct page auth_show_page = {
	.method = "GET",
	.path = "/patients/:patient/authorizations/:n",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.run = auth_show_run,
	.about = "An authorization, to be changed.",
};

static int
auth_again(struct req *rq)
{
	return draw(rq, true, 422);
}

static int
auth_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct prior_auth p = {
		.id = rq->o.id,
		.version = form_int(rq, "version"),
		.patient_id = rq->o.patient->id,
		.type_id = form_int(rq, "type"),
		.coverage_id = form_int(rq, "coverage"),
		.service = form_text(rq, "service"),
		.number = form_text(rq, "number"),
		.status = form_text(rq, "status"),
		.note = form_text(rq, "note"),
		.units = (int)form_int(rq, "units"),
		.from = form_day(rq, "from"),
		.to = form_day(rq, "to"),
	};

	if (!own_policy(rq, p.coverage_id))
		form_error(rq, "coverage", "Choose a policy of this patient");
	if (!own_type(rq, p.type_id))
		form_error(rq, "type", "Choose a type of visit");
	if (form_bad(rq))
		return auth_again(rq);
	if (care_prior_auth(&act, &p)) {
		if (rq->err.kind == ERR_CONFLICT)
			return draw(rq, true, 409);
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return auth_again(rq);
	}
	req_flash(
		rq, NULL, "Authorization %s.", rq->o.id ? "changed" : "added");
	return saved(rq, "prior_auth", p.id);
}

const struct page auth_add_page = {
	.method = "POST",
	.path = "/patients/:patient/authorizations",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_CREATE,
	.body_max = 8192,
	.form = &auth_form,
	.run = auth_run,
	.again = auth_again,
	.about = "Add an authorization of a payer.",
};

static int
auth_save_run(struct req *rq)
{
	struct prior_auth p;
	int st = auth_load(rq, &p);

	return st ? st : auth_run(rq);
}

const struct page auth_save_page = {
	.method = "POST",
	.path = "/patients/:patient/authorizations/:n",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_UPDATE,
	.body_max = 8192,
	.form = &auth_form,
	.run = auth_save_run,
	.again = auth_again,
	.about = "Change an authorization.",
};

/* ---- referrals
 * ------------------------------------------------------------------- */

static int
referral_load(struct req *rq, struct referral_in *r)
{
	int found = referral_in_store_get(
		rq->db, rq->arena, rq->scope, rq->o.patient->id, rq->o.id, r);

	if (found < 0)
		return req_db_err(rq);
	return found ? 0
		     : req_fail(
			       rq, ERR_NOT_FOUND, "There is no such referral.");
}

static int
referral_in_new_run(struct req *rq)
{
	form_start(rq, &referral_form);
	return draw(rq, false, 200);
}

const struct page referral_in_new_page = {
	.method = "GET",
	.path = "/patients/:patient/referrals-in/new",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.run = referral_in_new_run,
	.about = "The form for a referral that brings the patient here.",
};

static int
referral_in_show_run(struct req *rq)
{
	struct referral_in r;
	int st = referral_load(rq, &r);

	if (st)
		return st;
	form_start(rq, &referral_form);
	form_set_int(rq, "version", r.version);
	form_set_text(rq, "from_whom", r.from_whom);
	if (r.type_id)
		form_set_int(rq, "type", r.type_id);
	form_set_text(rq, "number", r.number);
	if (r.visits)
		form_set_int(rq, "visits", r.visits);
	form_set_day(rq, "from", r.from);
	form_set_day(rq, "to", r.to);
	form_set_text(rq, "note", r.note);
	return draw(rq, false, 200);
}

const struct page referral_in_show_page = {
	.method = "GET",
	.path = "/patients/:patient/referrals-in/:n",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.run = referral_in_show_run,
	.about = "A referral that brought the patient here, to be changed.",
};

static int
referral_again(struct req *rq)
{
	return draw(rq, false, 422);
}

static int
referral_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct referral_in r = {
		.id = rq->o.id,
		.version = form_int(rq, "version"),
		.patient_id = rq->o.patient->id,
		.type_id = form_int(rq, "type"),
		.from_whom = form_text(rq, "from_whom"),
		.number = form_text(rq, "number"),
		.note = form_text(rq, "note"),
		.visits = (int)form_int(rq, "visits"),
		.from = form_day(rq, "from"),
		.to = form_day(rq, "to"),
	};

	if (!own_type(rq, r.type_id))
		form_error(rq, "type", "Choose a type of visit");
	if (form_bad(rq))
		return referral_again(rq);
	if (care_referral_in(&act, &r)) {
		if (rq->err.kind == ERR_CONFLICT)
			return draw(rq, false, 409);
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return referral_again(rq);
	}
	req_flash(rq, NULL, "Referral %s.", rq->o.id ? "changed" : "added");
	return saved(rq, "referral_in", r.id);
}

const struct page referral_in_add_page = {
	.method = "POST",
	.path = "/patients/:patient/referrals-in",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_CREATE,
	.body_max = 8192,
	.form = &referral_form,
	.run = referral_run,
	.again = referral_again,
	.about = "Add a referral that brings the patient here.",
};

static int
referral_in_save_run(struct req *rq)
{
	struct referral_in r;
	int st = referral_load(rq, &r);

	return st ? st : referral_run(rq);
}

const struct page referral_in_save_page = {
	.method = "POST",
	.path = "/patients/:patient/referrals-in/:n",
	.perm = PERM_COVERAGE_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_COVERAGE_UPDATE,
	.body_max = 8192,
	.form = &referral_form,
	.run = referral_in_save_run,
	.again = referral_again,
	.about = "Change a referral.",
};
