/*
 * A patient's details as they stand, with what they were before; the face
 * sheet on paper; who looked at the chart; the invitation to the portal.
 */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/portal.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_form.h"
#include "staff/patient_part.h"
#include "store/audit_search.h"
#include "store/patient_store.h"
#include "store/portal_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define CHANGES 50
#define VISITS 6

static const char *
own_url(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/patients/%lld%s",
		(long long)rq->o.patient->id, rest);
}

/* What is not recorded is left out where it would only fill the page. */
static bool
worth_showing(const struct patient_fact *f)
{
	static const char *const quiet[] = {"suffix", "preferred", "pronouns",
		"phone2", "use1", "use2", "contact_note", "note", "deceased",
		"active"};

	if (strcmp(f->name, "use1") == 0 || strcmp(f->name, "use2") == 0)
		return false;
	for (size_t i = 0; i < sizeof(quiet) / sizeof(quiet[0]); i++)
		if (strcmp(f->name, quiet[i]) == 0)
			return *f->value != '\0' &&
			       strcmp(f->name, "active") != 0;
	return true;
}

static int
fact_rows(struct req *rq, struct tpl *t)
{
	const struct patient *p = rq->o.patient;
	struct patient_phones phones = {0};
	struct patient_facts facts = {0};

	if (patient_store_phones(rq->db, rq->arena, rq->scope, p->id, &phones))
		return -1;
	patient_form_facts(rq, p, &phones, &facts);
	for (size_t i = 0; i < facts.n; i++) {
		const struct patient_fact *f = &facts.v[i];
		struct tpl *row;

		if (!worth_showing(f))
			continue;
		row = tpl_row(t, "FACT");
		tpl_text(row, "LABEL", f->label);
		tpl_text(tpl_row(row, *f->value != '\0' || strcmp(f->shown,
								   "No") == 0
					      ? "KNOWN"
					      : "GONE"),
			"TEXT", f->shown);
	}
	return 0;
}

static int
identifier_rows(struct req *rq, struct tpl *t)
{
	struct patient_identifiers list = {0};

	if (patient_store_identifiers(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		struct tpl *row = tpl_row(t, "IDENTIFIER");

		tpl_text(row, "SYSTEM", list.v[i].system);
		tpl_text(row, "VALUE", list.v[i].value);
		tpl_text(row, "TYPE",
			*list.v[i].type != '\0' ? list.v[i].type : "Other");
	}
	tpl_show_if(t, "NO_IDENTIFIERS", list.n == 0);
	return 0;
}

static const char *
field_label(const char *name)
{
	static const char *const more[][2] = {{"mrn", "MRN"},
		{"phones", "Phones"}, {"country", "Country"},
		{"restricted", "Restricted"}};

	for (size_t i = 0; i < patient_edit_form.n; i++)
		if (strcmp(patient_edit_form.fields[i].name, name) == 0)
			return patient_edit_form.fields[i].label;
	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		if (strcmp(more[i][0], name) == 0)
			return more[i][1];
	return name;
}

static int
change_rows(struct req *rq, struct tpl *t)
{
	struct patient_changes list = {0};
	struct tpl *table = NULL;

	if (patient_store_changes(rq->db, rq->arena, rq->scope,
		    rq->o.patient->id, CHANGES, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct patient_change *c = &list.v[i];
		struct tpl *row;

		if (table == NULL)
			table = tpl_row(t, "CHANGED");
		row = tpl_row(table, "CHANGE");

		tpl_text(row, "WHEN", show_when(rq->show, c->at));
		tpl_text(row, "WHO",
			*c->user != '\0' ? c->user : "Patient or program");
		tpl_text(row, "FIELD", field_label(c->field));
		tpl_text(row, "BEFORE",
			*c->before != '\0' ? c->before : "Nothing");
		tpl_text(
			row, "AFTER", *c->after != '\0' ? c->after : "Nothing");
	}
	tpl_show_if(t, "NO_CHANGES", list.n == 0);
	return 0;
}

static int
portal_card(struct req *rq, struct tpl *t)
{
	struct portal_account account;
	struct tpl *card = tpl_row(t, "PORTAL");
	bool may = req_may(rq, PERM_PORTAL_INVITE);
	int found = portal_store_account(
		rq->db, rq->arena, rq->scope, rq->o.patient->id, &account);

	if (found < 0)
		return -1;
	tpl_show_if(card, "HAS", found > 0);
	tpl_show_if(card, "HAS_NOT", found == 0);
	if (found > 0)
		tpl_text(card, "LAST",
			account.last_login_at != INSTANT_NONE
				? show_when(rq->show, account.last_login_at)
				: "never");
	tpl_text(card, "URL", own_url(rq, "/invite"));
	tpl_show_if(card, "MAY", may && rq->o.patient->birth != DAY_NONE);
	tpl_show_if(card, "NO_BIRTH", may && rq->o.patient->birth == DAY_NONE);
	return 0;
}

static int
patient_details_run(struct req *rq)
{
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "details", "Details", "staff/patient_details.tpl");
	tpl_int(t, "ID", c.p->id);
	tpl_show_if(t, "MAY_EDIT", req_may(rq, PERM_PATIENT_WRITE));
	tpl_show_if(t, "MAY_AUDIT", req_may(rq, PERM_ACCESS_READ));
	if (fact_rows(rq, t) || identifier_rows(rq, t) || change_rows(rq, t) ||
		portal_card(rq, t))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page patient_details_page = {
	.method = "GET",
	.path = "/patients/:patient/details",
	.perm = PERM_PATIENT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.about = "A patient's details, identifiers and what changed.",
	.run = patient_details_run,
};

/* ---- the portal ------------------------------------------------------ */

static int
patient_invite_run(struct req *rq)
{
	const struct patient *p = rq->o.patient;
	struct act act = page_act(rq);
	struct tpl *t;
	const char *code;

	if (care_portal_invite(&act, p->id, &code))
		return req_err(rq);
	t = req_tpl_in(rq, "layout/print.tpl", "staff/patient_invite.tpl");
	req_title(rq, "Your way into the patient portal");
	/* Without the birth date: it is the other half of the proof, and does
	 * not belong on the same sheet. */
	tpl_text(t, "NAME", patient_full_name(rq->arena, p));
	tpl_show_if(
		t, "SPANISH", strcmp(portal_language(p->language), "es") == 0);
	tpl_text(rq->root, "BACK", own_url(rq, "/details"));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, rq->now), rq->user->name));
	tpl_text(t, "CODE", portal_code_show(rq->arena, code));
	tpl_text(t, "UNTIL",
		show_day_long(rq->show,
			zone_local(rq->zone, rq->now + PORTAL_CODE_S).day));
	tpl_text(t, "HOST", rq->conf->portal_host);
	return req_html(rq);
}

const struct page patient_invite_page = {
	.method = "POST",
	.path = "/patients/:patient/invite",
	.perm = PERM_PORTAL_INVITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_PORTAL_INVITE,
	.body_max = 1024,
	.about = "A new activation code for the portal, shown once.",
	.run = patient_invite_run,
};

/* ---- the face sheet -------------------------------------------------- */

static int
print_people(struct req *rq, struct tpl *t)
{
	struct patient_persons list = {0};

	if (patient_store_persons(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		struct tpl *row = tpl_row(t, "PERSON");

		tpl_text(row, "NAME", list.v[i].name);
		tpl_text(row, "ROLE",
			*list.v[i].relationship != '\0' ? list.v[i].relationship
							: "Contact");
		tpl_text(row, "PHONE",
			*list.v[i].phone != '\0'
				? show_phone(rq->show, list.v[i].phone)
				: "Not recorded");
	}
	tpl_show_if(t, "NO_PEOPLE", list.n == 0);
	return 0;
}

static int
print_visits(struct req *rq, struct tpl *t)
{
	struct visits next = {0};

	if (visit_store_coming(rq->db, rq->arena, rq->scope, rq->o.patient->id,
		    rq->now, VISITS, &next))
		return -1;
	for (size_t i = 0; i < next.n; i++) {
		struct tpl *row = tpl_row(t, "VISIT");

		tpl_text(row, "WHEN", chart_visit_when(rq, &next.v[i]));
		tpl_text(row, "WHAT", next.v[i].type_name);
		tpl_text(row, "WHO", next.v[i].provider_short);
		tpl_text(row, "WHERE", next.v[i].site_name);
	}
	tpl_show_if(t, "NO_VISITS", next.n == 0);
	return 0;
}

static void
print_policies(struct req *rq, struct tpl *t, const struct chart *c)
{
	for (size_t i = 0; i < c->policies.n; i++) {
		const struct coverage *p = &c->policies.v[i];
		struct tpl *row = tpl_row(t, "POLICY");

		tpl_text(row, "RANK", coverage_rank_label(p->rank));
		tpl_text(row, "NAME", chart_policy_name(rq, p));
		tpl_text(row, "MEMBER",
			*p->member_id != '\0' ? p->member_id : "Not recorded");
		tpl_text(row, "GROUP",
			*p->group_no != '\0' ? p->group_no : "None");
		tpl_text(row, "STANDING",
			standing_label(chart_standing(rq, c, p, rq->today)));
	}
	tpl_show_if(t, "NO_POLICIES", c->policies.n == 0);
}

static int
patient_print_run(struct req *rq)
{
	const struct patient *p = rq->o.patient;
	struct chart c;
	struct tpl *t, *who;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = req_tpl_in(rq, "layout/print.tpl", "staff/patient_print.tpl");
	req_title(rq, "Face sheet");
	who = tpl_row(rq->root, "WHO");
	tpl_text(who, "NAME", patient_list_name(rq->arena, p));
	tpl_text(who, "BORN", show_birth(rq->show, p->birth));
	tpl_text(who, "MRN", patient_mrn_show(rq->arena, p->mrn));
	tpl_text(who, "ALLERGY", chart_allergies(rq, &c));
	tpl_text(rq->root, "BACK", own_url(rq, ""));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, rq->now), rq->user->name));
	if (fact_rows(rq, t) || print_people(rq, t) || print_visits(rq, t))
		return req_db_err(rq);
	print_policies(rq, t, &c);
	return req_html(rq);
}

const struct page patient_print_page = {
	.method = "GET",
	.path = "/patients/:patient/print",
	.perm = PERM_PATIENT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_PRINT,
	.about = "The face sheet on paper.",
	.run = patient_print_run,
};

/* ---- who looked ------------------------------------------------------ */

#define LOOKS 100

static const struct field access_asked[] = {
	{.name = "before", .type = FIELD_HIDDEN},
};
static const struct form access_query = FORM(access_asked);

static void
look_row(struct req *rq, struct tpl *t, const struct audit_hit *h)
{
	struct tpl *row = tpl_row(t, "LOOK");

	tpl_text(row, "WHEN", show_when(rq->show, h->at));
	tpl_text(row, "WHO", h->actor);
	tpl_text(row, "ROLES", h->roles);
	tpl_text(row, "WHAT", h->event);
	tpl_text(row, "HOW",
		h->shown > 0
			? arena_printf(rq->arena, "In a list of %lld patients",
				  (long long)h->shown)
			: "This chart");
	tpl_text(
		row, "FROM", *h->address != '\0' ? h->address : "Not recorded");
	tpl_show_if(row, "REFUSED", strcmp(h->outcome, "denied") == 0);
	tpl_show_if(row, "FAILED", strcmp(h->outcome, "failed") == 0);
}

static int
patient_access_run(struct req *rq)
{
	struct audit_filter filter = {
		.from = 0,
		.to = rq->now + 1,
		.patient_id = rq->o.patient->id,
		.event = "",
		.outcome = "",
		.before = query_int(rq, "before"),
		.limit = LOOKS,
	};
	struct audit_hits hits = {0};
	struct chart c;
	struct tpl *t, *table;

	if (chart_load(rq, &c) ||
		audit_search_list(rq->db, rq->arena, rq->scope, &filter, &hits))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "details", "Who looked", "staff/patient_access.tpl");
	table = hits.n > 0 ? tpl_row(t, "LOOKS") : NULL;
	for (size_t i = 0; i < hits.n && i < LOOKS; i++)
		look_row(rq, table, &hits.v[i]);
	if (hits.n == 0)
		patient_part_empty(rq, t, "NOTHING",
			"Nobody has looked at this chart.", NULL, NULL, NULL);
	if (hits.n >= LOOKS)
		tpl_text(tpl_row(t, "OLDER"), "URL",
			own_url(rq,
				arena_printf(rq->arena, "/access?before=%lld",
					(long long)hits.v[LOOKS - 1].id)));
	return req_html(rq);
}

const struct page patient_access_page = {
	.method = "GET",
	.path = "/patients/:patient/access",
	.perm = PERM_ACCESS_READ,
	.txn = TXN_READ,
	.audit = AUDIT_ACCESS_VIEW,
	.query = &access_query,
	.about = "Who looked at this chart, and in which lists it stood.",
	.run = patient_access_run,
};
