/* The check-in desk: what is gone through with a patient who came. Act:
 * care/flow.c; rules: tests/RULES.md, "The check-in desk". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/flow.h"
#include "domain/coverage.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/coverage_store.h"
#include "store/door_store.h"
#include "store/flow_store.h"
#include "store/patient_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option how_options[] = {
	{"paper", "On paper, signed"},
	{"spoken", "Spoken, at the desk"},
	{NULL, NULL},
};

static const struct option consent_options[] = {
	{"given", "Yes"},
	{"declined", "No"},
	{"", "Not asked now"},
	{NULL, NULL},
};

/* The consents stand in the order of enum consent_kind. "Not asked now" is
 * an answer too: none of them is marked as optional. */
static const struct field desk_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "name",
		.label = "The patient said this name",
		.type = FIELD_CHECK},
	{.name = "birth",
		.label = "The patient said this date of birth",
		.type = FIELD_CHECK},
	{.name = "contact",
		.label = "Address, phone and e-mail are right",
		.type = FIELD_CHECK},
	{.name = "insurance",
		.label = "The insurance was gone through with the patient",
		.type = FIELD_CHECK},
	{.name = "needs",
		.label = "Language and other needs are right",
		.type = FIELD_CHECK},
	{.name = "treatment",
		.label = "Consent to treatment",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = consent_options},
	{.name = "privacy",
		.label = "Privacy notice received",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = consent_options},
	{.name = "telehealth",
		.label = "Consent to care by video or phone",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = consent_options},
	{.name = "text",
		.label = "Text messages about visits",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = consent_options},
	{.name = "how",
		.label = "How the answers were given",
		.type = FIELD_SELECT,
		.ruled = true,
		.options = how_options},
};
static const struct form desk_form = FORM(desk_fields);

/* Whether the patient can be checked in now; if not, the page that says
 * why. */
static int
check_may(struct req *rq, const struct visit *v, const struct show *show)
{
	enum visit_state s = visit_state(v);

	if (zone_local(show->zone, v->start).day != show->today)
		err_set(&rq->err, ERR_CONFLICT,
			"This visit is on %s. Patients are checked in on the "
			"day of their visit.",
			show_day_long(
				show, zone_local(show->zone, v->start).day));
	else if (!care_visit_may(rq->scope, v, VISIT_ACT_CHECK_IN, rq->now) &&
		 !care_visit_may(rq->scope, v, VISIT_ACT_ARRIVE, rq->now))
		err_set(&rq->err, ERR_CONFLICT,
			"This visit is %s. The patient cannot be checked in "
			"now.",
			visit_state_label(s));
	else
		return 0;
	return visit_part_refused(rq, v);
}

/* ---- what is shown ------------------------------------------------------ */

static const char *
or_none(const char *s)
{
	return s[0] ? s : "Not recorded";
}

static int
draw_contact(struct req *rq, struct tpl *t, const struct patient *p)
{
	struct patient_phones phones = {0};

	if (patient_store_phones(rq->db, rq->arena, rq->scope, p->id, &phones))
		return -1;
	tpl_text(t, "ADDRESS",
		p->address[0]
			? arena_printf(rq->arena, "%s, %s, %s %s", p->address,
				  p->city, p->state, p->postal)
			: "Not recorded");
	tpl_text(t, "EMAIL", or_none(p->email));
	tpl_show_if(t, "NO_PHONE", phones.n == 0);
	for (size_t i = 0; i < phones.n; i++) {
		struct tpl *row = tpl_row(t, "PHONE");

		tpl_text(row, "NUMBER",
			show_phone(rq->show, phones.v[i].number));
		tpl_text(row, "USE", patient_phone_label(phones.v[i].use));
	}
	tpl_text(t, "CHANNEL", patient_channel_label(p->channel));
	tpl_text(t, "SPEAKS", patient_language_label(p->language));
	tpl_show_if(t, "INTERPRETER", p->interpreter);
	tpl_show_if(t, "HAS_NOTE", p->contact_note[0] != '\0');
	tpl_text(t, "NOTE", p->contact_note);
	return 0;
}

/* A check is old after three days, and in another month than the visit. */
#define CHECK_GOOD_S (3 * (instant_t)86400)

static void
draw_check(struct req *rq, struct tpl *row, const struct show *show,
	const struct coverage_checks *checks, day_t day)
{
	const struct coverage_check *last = checks->n ? &checks->v[0] : NULL;
	enum standing s = coverage_standing(checks, day);
	struct tpl *tag = tpl_row(row, "TAG");

	tpl_text(tag, "TONE", standing_tone(s));
	tpl_text(tag, "ICON", standing_icon(s));
	tpl_text(tag, "TEXT", standing_label(s));
	tpl_text(row, "LAST",
		last ? arena_printf(rq->arena, "Last checked %s",
			       show_when(show, last->at))
		     : "Never checked");
	if (!last)
		return;
	if (coverage_month(zone_local(show->zone, last->at).day) !=
		coverage_month(day))
		tpl_text(tpl_row(row, "OLD"), "TEXT", "Not in this month");
	else if (rq->now - last->at > CHECK_GOOD_S)
		tpl_text(tpl_row(row, "OLD"), "TEXT", "Older than three days");
}

static int
draw_insurance(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	day_t day = zone_local(show->zone, v->start).day;
	struct coverages list = {0};
	int shown = 0;

	if (coverage_store_list(
		    rq->db, rq->arena, rq->scope, v->patient_id, false, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct coverage *c = &list.v[i];
		struct coverage_checks checks = {0};
		struct tpl *row;

		if (!coverage_on(c, day))
			continue;
		if (coverage_store_checks(
			    rq->db, rq->arena, rq->scope, c->id, &checks))
			return -1;
		row = tpl_row(t, "POLICY");
		tpl_text(row, "PAYER", c->payer);
		tpl_text(row, "MEMBER", or_none(c->member_id));
		tpl_int(row, "RANK", c->rank);
		tpl_text(row, "COPAY",
			c->copay_cents == CENTS_NONE
				? "Not recorded"
				: show_cents(show, c->copay_cents));
		draw_check(rq, row, show, &checks, day);
		shown++;
	}
	tpl_show_if(t, "NO_POLICY", shown == 0);
	return 0;
}

static int
draw_consents(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	static const char *const section[CONSENT_KINDS] = {
		"ASK_TREATMENT", "ASK_PRIVACY", "ASK_TELEHEALTH", "ASK_TEXT"};
	struct consents held = {0};
	int due = 0;

	if (flow_store_consents(
		    rq->db, rq->arena, rq->scope, v->patient_id, &held))
		return -1;
	for (int i = 0; i < CONSENT_KINDS; i++) {
		enum consent_kind k = (enum consent_kind)i;
		const struct consent *last = consent_last(&held, k);
		bool ask = consent_due(&held, k, v->mode, rq->now);
		struct tpl *row;

		tpl_show_if(t, section[i], ask);
		due += ask;
		if (!last)
			continue;
		row = tpl_row(t, "HELD");
		tpl_text(row, "LABEL", consent_label(k));
		tpl_text(row, "ANSWER",
			strcmp(last->answer, "given") == 0 ? "Yes" : "No");
		tpl_text(row, "WHEN", show_when(show, last->at));
		tpl_text(row, "WHO",
			last->user_name[0] ? last->user_name
					   : "the patient, on a screen");
	}
	tpl_show_if(t, "DUE", due > 0);
	tpl_show_if(t, "NONE_DUE", due == 0);
	return 0;
}

static void
draw_head(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	tpl_int(t, "ID", v->id);
	tpl_int(t, "PATIENT_ID", v->patient_id);
	tpl_text(t, "NAME_SHOWN", visit_part_name(rq, v));
	tpl_text(t, "BORN", show_birth(show, v->birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "ISO", show_iso_time(show, v->start));
	tpl_text(t, "TIMES", visit_part_times(show, v->start, v->end));
	tpl_text(t, "WITH", or_none(v->provider_name));
	tpl_int(t, "SITE", v->site_id);
	visit_part_tag(t, "STATUS", v);
	tpl_show_if(t, "MAY_EDIT", req_may(rq, PERM_PATIENT_WRITE));
}

/* What they said on the way in, and what that leaves to do here. */
static int
draw_door(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct arrival r;
	struct tpl *row;
	int found = door_store_arrival(rq->db, rq->arena, rq->scope, v->id, &r);

	if (found <= 0)
		return found;
	row = tpl_row(t, "DOOR");
	tpl_text(row, "TEXT", door_label(r.door));
	tpl_show_if(row, "CLEAR", r.desk[0] == '\0');
	if (r.desk[0])
		tpl_text(tpl_row(row, "LEFT"), "TEXT",
			door_desk_label(rq->arena, r.desk));
	return 0;
}

static int
desk_draw(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct patient p;
	struct tpl *t;
	int found = patient_store_get(
		rq->db, rq->arena, rq->scope, v->patient_id, &p);

	if (found <= 0)
		return req_db_err(rq);
	t = req_tpl(rq, "staff/desk.tpl");
	req_title(rq, arena_printf(rq->arena, "Check in, %s",
			      visit_part_name(rq, v)));
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	draw_head(rq, t, v, show);
	if (draw_door(rq, t, v) || draw_contact(rq, t, &p) ||
		draw_insurance(rq, t, v, show) || draw_consents(rq, t, v, show))
		return req_db_err(rq);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
desk_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	int st = check_may(rq, v, visit_part_show(rq, v->zone));

	if (st)
		return st;
	form_start(rq, &desk_form);
	form_set_int(rq, "version", v->version);
	form_set_text(rq, "how", "paper");
	return desk_draw(rq);
}

const struct page desk_page = {
	.method = "GET",
	.path = "/appointments/:visit/check-in",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = desk_run,
	.about = "The check-in desk: who it is, contact, insurance, consents.",
};

/* ---- checked in --------------------------------------------------------- */

static int
desk_save_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	struct desk d = {
		.name = form_int(rq, "name") == 1,
		.birth = form_int(rq, "birth") == 1,
		.contact = form_int(rq, "contact") == 1,
		.insurance = form_int(rq, "insurance") == 1,
		.needs = form_int(rq, "needs") == 1,
		.how = strcmp(form_text(rq, "how"), "spoken") == 0 ? "spoken"
								   : "paper",
	};
	int st = check_may(rq, v, visit_part_show(rq, v->zone));

	if (st)
		return st;
	for (int k = 0; k < CONSENT_KINDS; k++)
		d.consent[k] =
			form_text(rq, consent_name((enum consent_kind)k));
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	req_note(rq, "contact=%d insurance=%d needs=%d", d.contact, d.insurance,
		d.needs);
	if (care_visit_check_in(&act, v, form_int(rq, "version"), &d)) {
		if (rq->err.kind != ERR_INPUT)
			return visit_part_refused(rq, v);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return desk_draw(rq);
	}
	req_flash(rq, NULL, "%s: checked in.", visit_part_name(rq, v));
	return req_redirect(rq, "/flow?site=%lld#visit-%lld",
		(long long)v->site_id, (long long)v->id);
}

const struct page desk_save_page = {
	.method = "POST",
	.path = "/appointments/:visit/check-in",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_CHECK_IN,
	.body_max = 4096,
	.form = &desk_form,
	.run = desk_save_run,
	.again = desk_draw,
	.about = "Checked in at the desk; what was left out is said.",
};
