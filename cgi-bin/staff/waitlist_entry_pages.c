/* Joining the waitlist from a visit, and changing what was asked for. Acts:
 * care/waitlist.c; rules: tests/RULES.md, "The waitlist". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/waitlist.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option part_options[] = {
	{"1", "Morning"},
	{"2", "Afternoon"},
	{"4", "Evening"},
	{NULL, NULL},
};
static const struct option notice_options[] = {
	{"0", "None: can come at once"},
	{"120", "2 hours"},
	{"1440", "1 day"},
	{"2880", "2 days"},
	{"10080", "1 week"},
	{NULL, NULL},
};
static const struct option channel_options[] = {
	{"portal", "In the portal"},
	{"phone", "By phone"},
	{NULL, NULL},
};

#define ENTRY_FIELDS                                                           \
	{.name = "earliest",                                                   \
		.label = "Not before",                                         \
		.type = FIELD_DAY,                                             \
		.required = true,                                              \
		.missing = "Enter the first day that will do"},                \
		{.name = "latest",                                             \
			.label = "Not after",                                  \
			.type = FIELD_DAY,                                     \
			.hint = "The day it should have happened by."},        \
		{.name = "weekdays",                                           \
			.label = "Days that will do",                          \
			.type = FIELD_CHECKS,                                  \
			.options = part_weekdays,                              \
			.required = true,                                      \
			.missing = "Choose at least one day"},                 \
		{.name = "parts",                                              \
			.label = "Parts of day",                               \
			.type = FIELD_CHECKS,                                  \
			.options = part_options,                               \
			.required = true,                                      \
			.missing = "Choose at least one part of day"},         \
		{.name = "provider", .label = "With", .type = FIELD_SELECT},   \
		{.name = "site", .label = "At", .type = FIELD_SELECT},         \
		{.name = "notice",                                             \
			.label = "Needs notice of",                            \
			.type = FIELD_SELECT,                                  \
			.options = notice_options},                            \
		{.name = "urgency",                                            \
			.label = "How urgent",                                 \
			.type = FIELD_RADIO,                                   \
			.required = true,                                      \
			.missing = "Say how urgent it is"},                    \
		{.name = "channel",                                            \
			.label = "Ask them",                                   \
			.type = FIELD_RADIO,                                   \
			.options = channel_options,                            \
			.required = true,                                      \
			.missing = "Say how to ask them"},                     \
	{                                                                      \
		.name = "note", .label = "Note", .type = FIELD_TEXT,           \
		.max = 200                                                     \
	}

static const struct field join_fields[] = {ENTRY_FIELDS};
static const struct form join_form = FORM(join_fields);
static const struct field change_fields[] = {
	ENTRY_FIELDS,
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form change_form = FORM(change_fields);

static unsigned
ticks(struct req *rq, const char *name, bool bits)
{
	const char *v;
	unsigned set = 0;

	for (size_t i = 0; (v = form_tick(rq, name, i)) != NULL; i++)
		set |= bits ? (unsigned)part_number(v) : 1u << part_number(v);
	return set;
}

/* What the form asks for, into an entry. */
static void
take(struct req *rq, struct wait_entry *e)
{
	int64_t provider = part_number(form_text(rq, "provider"));
	int64_t site = part_number(form_text(rq, "site"));

	e->earliest = form_day(rq, "earliest");
	e->latest = form_day(rq, "latest");
	e->weekdays = ticks(rq, "weekdays", false);
	e->parts = ticks(rq, "parts", true);
	e->notice_min = (int)part_number(form_text(rq, "notice"));
	e->urgency = (int)part_number(form_text(rq, "urgency"));
	e->channel = form_text(rq, "channel");
	e->note = form_text(rq, "note");
	e->ok.n = 0;
	if (provider)
		*ARENA_PUSH(rq->arena, &e->ok) = (struct wait_ok){provider, 0};
	if (site)
		*ARENA_PUSH(rq->arena, &e->ok) = (struct wait_ok){0, site};
}

/* The other way round. */
static void
fill(struct req *rq, const struct wait_entry *e)
{
	form_set_day(rq, "earliest", e->earliest);
	form_set_day(rq, "latest", e->latest);
	for (const struct option *o = part_weekdays; o->value; o++)
		if (e->weekdays >> part_number(o->value) & 1)
			form_set_ticked(rq, "weekdays", o->value);
	for (const struct option *o = part_options; o->value; o++)
		if (e->parts & (unsigned)part_number(o->value))
			form_set_ticked(rq, "parts", o->value);
	for (size_t i = 0; i < e->ok.n; i++) {
		if (e->ok.v[i].provider_id)
			form_set_int(rq, "provider", e->ok.v[i].provider_id);
		if (e->ok.v[i].site_id)
			form_set_int(rq, "site", e->ok.v[i].site_id);
	}
	form_set_int(rq, "notice", e->notice_min);
	form_set_int(rq, "urgency", e->urgency);
	form_set_text(rq, "channel", e->channel);
	form_set_text(rq, "note", e->note);
}

/* Who and what it is about, for both pages. */
struct about {
	const char *title, *name, *born, *mrn, *what, *action, *back, *button;
	int64_t patient_id;
};

static int
draw(struct req *rq, const struct about *a, int status)
{
	struct tpl *t = req_tpl(rq, "staff/waitlist_form.tpl");

	if (visit_part_provider_options(rq, "provider", "Any provider") ||
		visit_part_site_options(rq, "site", "Any site"))
		return req_db_err(rq);
	part_word_options(rq, "urgency", wait_urgencies);
	req_title(rq, a->title);
	req_about_patient(rq, a->patient_id);
	form_draw(rq, t);
	tpl_text(t, "TITLE", a->title);
	tpl_text(t, "NAME", a->name);
	tpl_text(t, "BORN", a->born);
	tpl_text(t, "MRN", a->mrn);
	tpl_text(t, "WHAT", a->what);
	tpl_text(t, "ACTION", a->action);
	tpl_text(t, "BACK", a->back);
	tpl_text(t, "BUTTON", a->button);
	tpl_show_if(t, "STALE", status == 409);
	if (status != 200)
		return req_html_status(rq, status);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

/* The act's refusal beside the field it is about. */
static void
refused(struct req *rq)
{
	form_error(rq,
		strcmp(rq->err.field, "type") == 0 ? "earliest" : rq->err.field,
		"%s", rq->err.text);
}

/* ---- joining ------------------------------------------------------------ */

static int
join_page(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct about a = {
		.title = "Wants an earlier time",
		.name = visit_part_name(rq, v),
		.born = show_birth(rq->show, v->birth),
		.mrn = visit_part_mrn(rq, v),
		.what = arena_printf(rq->arena, "%s, now %s",
			visit_part_what(v), show_when(show, v->start)),
		.action = arena_printf(rq->arena, "/appointments/%lld/waitlist",
			(long long)v->id),
		.back = arena_printf(
			rq->arena, "/appointments/%lld", (long long)v->id),
		.button = "Add to waitlist",
		.patient_id = v->patient_id,
	};

	if (!wait_may_join(v, rq->now)) {
		err_set(&rq->err, ERR_CONFLICT,
			"This visit is %s. No earlier time can be wished for.",
			visit_state_label(visit_state(v)));
		return visit_part_refused(rq, v);
	}
	req_about(rq, "appointment", v->id);
	return draw(rq, &a, 200);
}

static int
waitlist_new_run(struct req *rq)
{
	const struct wait_entry usual = {
		.earliest = rq->today,
		.latest = DAY_NONE,
		.weekdays = 0x3e, /* Monday to Friday */
		.parts = WAIT_MORNING | WAIT_AFTERNOON | WAIT_EVENING,
		.notice_min = 1440,
		.urgency = WAIT_ROUTINE,
		.channel = "portal",
		.note = "",
	};

	form_start(rq, &join_form);
	fill(rq, &usual);
	return join_page(rq);
}

const struct page waitlist_new_page = {
	.method = "GET",
	.path = "/appointments/:visit/waitlist",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.about = "The form for who wants an earlier time than they have.",
	.run = waitlist_new_run,
};

static int
waitlist_create_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct act act = page_act(rq);
	struct wait_entry e = {.patient_id = v->patient_id, .visit_id = v->id};
	int64_t id;

	take(rq, &e);
	if (care_waitlist_add(&act, &e, &id)) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		refused(rq);
		return join_page(rq);
	}
	req_about(rq, "waitlist_entry", id);
	req_about_patient(rq, e.patient_id);
	req_flash(rq, NULL, "Added to the waitlist.");
	return req_redirect(rq, "/waitlist/%lld", (long long)id);
}

const struct page waitlist_create_page = {
	.method = "POST",
	.path = "/appointments/:visit/waitlist",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WAITLIST_UPDATE,
	.body_max = 4096,
	.form = &join_form,
	.run = waitlist_create_run,
	.again = join_page,
	.about = "Put somebody on the waitlist.",
};

/* ---- changing ----------------------------------------------------------- */

static int
change_draw(struct req *rq, int status)
{
	const struct wait_entry *e = rq->o.entry;
	struct about a = {
		.title = "Change waitlist entry",
		.name = patient_name_list(rq->arena, e->family, e->given),
		.born = show_birth(rq->show, e->birth),
		.mrn = patient_mrn_show(rq->arena, e->mrn),
		.what = e->type_name,
		.action = arena_printf(
			rq->arena, "/waitlist/%lld", (long long)e->id),
		.button = "Save changes",
		.patient_id = e->patient_id,
	};

	a.back = a.action;
	if (e->closed != INSTANT_NONE)
		return req_fail(rq, ERR_CONFLICT,
			"This entry has ended: %s. It cannot be changed.",
			wait_reason_label(e->close_reason));
	if (status == 409)
		form_set_int(rq, "version", e->version);
	req_about(rq, "waitlist_entry", e->id);
	return draw(rq, &a, status);
}

static int
change_again(struct req *rq)
{
	return change_draw(rq, 200);
}

static int
waitlist_edit_run(struct req *rq)
{
	form_start(rq, &change_form);
	fill(rq, rq->o.entry);
	form_set_int(rq, "version", rq->o.entry->version);
	return change_draw(rq, 200);
}

const struct page waitlist_edit_page = {
	.method = "GET",
	.path = "/waitlist/:entry/edit",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_WAITLIST_VIEW,
	.about = "Change what somebody on the waitlist asked for.",
	.run = waitlist_edit_run,
};

static int
waitlist_change_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct wait_entry e = *rq->o.entry;

	take(rq, &e);
	e.version = form_int(rq, "version");
	if (e.version != rq->o.entry->version)
		return change_draw(rq, 409);
	if (care_waitlist_edit(&act, &e)) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		refused(rq);
		return change_again(rq);
	}
	req_about(rq, "waitlist_entry", e.id);
	req_about_patient(rq, e.patient_id);
	req_flash(rq, NULL, "Waitlist entry changed.");
	return req_redirect(rq, "/waitlist/%lld", (long long)e.id);
}

const struct page waitlist_change_page = {
	.method = "POST",
	.path = "/waitlist/:entry",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WAITLIST_UPDATE,
	.body_max = 4096,
	.form = &change_form,
	.run = waitlist_change_run,
	.again = change_again,
	.about = "Save the change.",
};
