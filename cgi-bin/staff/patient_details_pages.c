/*
 * A patient's details as they stand, with what they were before; contacts;
 * the invitation to the portal. Acts: care/patient.c, care/portal.c.
 */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/patient.h"
#include "care/portal.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_form.h"
#include "staff/patient_need_part.h"
#include "staff/patient_part.h"
#include "store/patient_store.h"
#include "store/portal_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define CHANGES 50

static const char *
own_url(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/patients/%lld%s",
		(long long)rq->o.patient->id, rest);
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
		{"restricted", "Restricted"}, {"contact", "Contact"}};

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

/* ---- contacts -------------------------------------------------------- */

static const struct field contact_fields[] = {
	{.name = "name",
		.label = "Name",
		.type = FIELD_NAME,
		.required = true,
		.max = 120,
		.missing = "Enter the contact's name",
		.autocomplete = "off"},
	{.name = "relationship",
		.label = "Who they are",
		.hint = "Daughter, neighbor, guardian",
		.type = FIELD_TEXT,
		.max = 80},
	{.name = "phone",
		.label = "Phone",
		.type = FIELD_PHONE,
		.inputmode = "tel"},
	{.name = "emergency",
		.label = "Call in an emergency",
		.type = FIELD_CHECK},
};
static const struct form contact_form = FORM(contact_fields);

static int
contact_card(struct req *rq, struct tpl *t)
{
	struct patient_persons list = {0};
	struct tpl *card = tpl_row(t, "CONTACTS"), *row;
	bool may = req_may(rq, PERM_PATIENT_WRITE);

	if (patient_store_persons(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct patient_person *c = &list.v[i];

		row = tpl_row(card, "CONTACT");
		tpl_text(row, "WHO", c->name);
		tpl_text(row, "ROLE",
			*c->relationship != '\0' ? c->relationship : "Contact");
		tpl_text(row, "TEL",
			*c->phone != '\0' ? show_phone(rq->show, c->phone)
					  : "No phone");
		tpl_show_if(row, "FIRST", c->emergency);
		if (may)
			tpl_text(tpl_row(row, "REMOVE"), "URL",
				own_url(rq, arena_printf(rq->arena,
						    "/contacts/%lld/remove",
						    (long long)c->id)));
	}
	tpl_show_if(card, "NO_CONTACT", list.n == 0);
	if (!may)
		return 0;
	form_start(rq, &contact_form);
	row = tpl_row(card, "ADD");
	tpl_text(row, "URL", own_url(rq, "/contacts"));
	tpl_show_if(row, "OPEN", form_bad(rq));
	form_draw(rq, row);
	return 0;
}

/* ---- the page -------------------------------------------------------- */

static int
details_draw(struct req *rq, int status)
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
	if (patient_form_shown(rq, t) || identifier_rows(rq, t) ||
		change_rows(rq, t) || patient_need_card(rq, t) ||
		contact_card(rq, t) || portal_card(rq, t))
		return req_db_err(rq);
	return req_html_status(rq, status);
}

static int
patient_details_run(struct req *rq)
{
	return details_draw(rq, 200);
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

static int
contact_add_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct patient_person contact = {
		.name = form_text(rq, "name"),
		.relationship = form_text(rq, "relationship"),
		.phone = form_text(rq, "phone"),
		.emergency = form_int(rq, "emergency"),
	};

	if (care_patient_add_contact(&act, rq->o.patient, &contact))
		return req_err(rq);
	req_flash(rq, NULL, "Contact added.");
	return req_redirect(
		rq, "/patients/%lld/details", (long long)rq->o.patient->id);
}

static int
contact_add_again(struct req *rq)
{
	return details_draw(rq, 422);
}

const struct page contact_add_page = {
	.method = "POST",
	.path = "/patients/:patient/contacts",
	.perm = PERM_PATIENT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_PATIENT_UPDATE,
	.body_max = 4096,
	.form = &contact_form,
	.about = "Add somebody to call about a patient.",
	.run = contact_add_run,
	.again = contact_add_again,
};

static int
contact_remove_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (care_patient_drop_contact(&act, rq->o.patient, rq->o.id))
		return req_err(rq);
	req_flash(rq, NULL, "Contact removed.");
	return req_redirect(
		rq, "/patients/%lld/details", (long long)rq->o.patient->id);
}

const struct page contact_remove_page = {
	.method = "POST",
	.path = "/patients/:patient/contacts/:n/remove",
	.perm = PERM_PATIENT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_PATIENT_UPDATE,
	.body_max = 1024,
	.about = "Take a contact of a patient off the list.",
	.run = contact_remove_run,
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
