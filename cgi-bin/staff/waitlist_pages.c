/* The waitlist: who waits, joining and leaving. Acts: care/waitlist.c;
 * rules: tests/RULES.md, "The waitlist". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/waitlist.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/patient_store.h"
#include "store/visit_store.h"
#include "store/waitlist_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define SHOWN 200

static const struct option urgency_options[] = {
	{"1", "Urgent"},
	{"2", "Soon"},
	{"3", "Routine"},
	{NULL, NULL},
};
static const struct option weekday_options[] = {
	{"1", "Monday"},
	{"2", "Tuesday"},
	{"3", "Wednesday"},
	{"4", "Thursday"},
	{"5", "Friday"},
	{"6", "Saturday"},
	{"0", "Sunday"},
	{NULL, NULL},
};
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

/* ---- the list ----------------------------------------------------------- */

static const struct field list_fields[] = {
	{.name = "show", .type = FIELD_TOKEN},
	{.name = "type", .type = FIELD_SELECT, .label = "Type of visit"},
};
static const struct form list_query = FORM(list_fields);

static const struct {
	const char *name, *label;
	int urgency;
	bool closed;
} views[] = {
	{"all", "Waiting", 0, false},
	{"urgent", "Urgent", 1, false},
	{"soon", "Soon", 2, false},
	{"routine", "Routine", 3, false},
	{"ended", "Ended", 0, true},
};
#define VIEWS (sizeof(views) / sizeof(views[0]))

static int64_t
count(size_t view, const int64_t n[4])
{
	if (views[view].closed)
		return n[0];
	return views[view].urgency ? n[views[view].urgency]
				   : n[1] + n[2] + n[3];
}

static const char *
until(struct req *rq, const struct wait_entry *e)
{
	if (e->latest == DAY_NONE)
		return arena_printf(
			rq->arena, "From %s", show_day(rq->show, e->earliest));
	return arena_printf(rq->arena, "%s to %s",
		show_day(rq->show, e->earliest), show_day(rq->show, e->latest));
}

static const char *
has_now(struct req *rq, const struct wait_entry *e)
{
	if (e->visit_start == INSTANT_NONE)
		return "No visit booked";
	return arena_printf(rq->arena, "Has %s",
		show_when(visit_part_show(rq, e->visit_zone), e->visit_start));
}

static const char *
stands(struct req *rq, const struct wait_entry *e)
{
	if (e->closed != INSTANT_NONE)
		return wait_reason_label(e->close_reason);
	if (e->offered != INSTANT_NONE)
		return arena_printf(rq->arena, "Offered until %s",
			show_time(rq->show, e->offered));
	return "Waiting";
}

static void
entry_row(struct req *rq, struct tpl *row, const struct wait_entry *e)
{
	tpl_int(row, "ID", e->id);
	tpl_int(row, "PATIENT", e->patient_id);
	tpl_text(
		row, "NAME", patient_name_list(rq->arena, e->family, e->given));
	tpl_text(row, "BORN", show_date(rq->show, e->birth));
	tpl_text(row, "MRN", patient_mrn_show(rq->arena, e->mrn));
	tpl_text(row, "TYPE_NAME", e->type_name);
	tpl_text(row, "DAYS", until(rq, e));
	tpl_text(row, "HAS", has_now(rq, e));
	tpl_text(row, "SINCE", show_when(rq->show, e->joined));
	tpl_text(row, "TONE", wait_urgency_tone(e->urgency));
	tpl_text(row, "URGENCY", wait_urgency_label(e->urgency));
	tpl_text(row, "STATE", stands(rq, e));
	req_shown(rq, e->patient_id);
}

static void
nothing(struct tpl *t, int64_t type, size_t view)
{
	struct tpl *empty = tpl_part(t, "EMPTY", "part/empty.tpl"), *act;

	tpl_text(empty, "TITLE",
		views[view].closed ? "No entry has ended."
		: type		   ? "Nobody waits for this type of visit."
				   : "Nobody waits here.");
	if (type == 0 && view == 0) {
		tpl_text(tpl_row(empty, "TEXT"), "TEXT",
			"Add somebody from the page of their visit: \"Wants an "
			"earlier time\".");
		return;
	}
	act = tpl_row(empty, "ACTION");
	tpl_text(act, "URL", "/waitlist");
	tpl_text(act, "LABEL", "Show everybody who waits");
}

static int
waitlist_list_run(struct req *rq)
{
	struct wait_filter f = {
		.visit_type_id = query_int(rq, "type"), .limit = SHOWN};
	struct wait_entries list = {0};
	struct tpl *t = req_tpl(rq, "staff/waitlist_list.tpl");
	size_t view = 0;
	int64_t n[4];

	for (size_t i = 0; i < VIEWS; i++)
		if (strcmp(views[i].name, query_text(rq, "show")) == 0)
			view = i;
	f.urgency = views[view].urgency;
	f.closed = views[view].closed;
	form_start(rq, &list_query);
	if (waitlist_store_list(
		    rq->db, rq->arena, rq->scope, &f, rq->now, &list) ||
		waitlist_store_counts(rq->db, rq->scope, f.visit_type_id, n) ||
		visit_part_type_options(rq, "type", "Every type"))
		return req_db_err(rq);
	req_title(rq, "Waitlist");
	if (f.visit_type_id)
		form_set_int(rq, "type", f.visit_type_id);
	form_draw(rq, t);
	tpl_text(t, "SHOW_VALUE", views[view].name);
	for (size_t i = 0; i < VIEWS; i++) {
		struct tpl *row = tpl_row(t, "TAB");

		tpl_text(row, "URL",
			arena_printf(rq->arena, "/waitlist?show=%s&type=%lld",
				views[i].name, (long long)f.visit_type_id));
		tpl_text(row, "LABEL", views[i].label);
		tpl_int(row, "N", count(i, n));
		tpl_show_if(row, "CURRENT", i == view);
	}
	tpl_show_if(t, "MORE", list.n > SHOWN);
	tpl_show_if(t, "TABLE", list.n > 0);
	for (size_t i = 0; i < list.n && i < SHOWN; i++)
		entry_row(rq, tpl_row(t, "ROW"), &list.v[i]);
	if (list.n == 0)
		nothing(t, f.visit_type_id, view);
	return req_html(rq);
}

const struct page waitlist_list_page = {
	.method = "GET",
	.path = "/waitlist",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_WAITLIST_VIEW,
	.query = &list_query,
	.about = "Who waits for a time, in the order they are offered one.",
	.run = waitlist_list_run,
};

/* ---- joining ------------------------------------------------------------ */

static const struct field new_asked[] = {
	{.name = "visit", .type = FIELD_HIDDEN},
};
static const struct form new_query = FORM(new_asked);

static const struct field entry_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN},
	{.name = "visit", .type = FIELD_HIDDEN, .required = true},
	{.name = "earliest",
		.label = "Not before",
		.type = FIELD_DAY,
		.required = true,
		.missing = "Enter the first day that will do"},
	{.name = "latest",
		.label = "Not after",
		.type = FIELD_DAY,
		.hint = "The day it should have happened by."},
	{.name = "weekdays",
		.label = "Days that will do",
		.type = FIELD_CHECKS,
		.options = weekday_options,
		.required = true,
		.missing = "Choose at least one day"},
	{.name = "parts",
		.label = "Parts of day",
		.type = FIELD_CHECKS,
		.options = part_options,
		.required = true,
		.missing = "Choose at least one part of day"},
	{.name = "provider", .label = "With", .type = FIELD_SELECT},
	{.name = "site", .label = "At", .type = FIELD_SELECT},
	{.name = "notice",
		.label = "Needs notice of",
		.type = FIELD_SELECT,
		.options = notice_options},
	{.name = "urgency",
		.label = "How urgent",
		.type = FIELD_RADIO,
		.options = urgency_options,
		.required = true,
		.missing = "Say how urgent it is"},
	{.name = "channel",
		.label = "Ask them",
		.type = FIELD_RADIO,
		.options = channel_options,
		.required = true,
		.missing = "Say how to ask them"},
	{.name = "note", .label = "Note", .type = FIELD_TEXT, .max = 200},
};
static const struct form entry_form = FORM(entry_fields);

/* 200 and so on, or the status of a refusal. */
static int
draw_new(struct req *rq, int64_t visit)
{
	struct tpl *t = req_tpl(rq, "staff/waitlist_new.tpl");
	struct visit v;
	int found = visit_store_get(rq->db, rq->arena, rq->scope, visit, &v);

	if (found < 0)
		return req_db_err(rq);
	if (!found)
		return req_fail(rq, ERR_NOT_FOUND, "There is no such visit.");
	if (visit_part_provider_options(rq, "provider", "Any provider") ||
		visit_part_site_options(rq, "site", "Any site"))
		return req_db_err(rq);
	req_title(rq, "Wants an earlier time");
	req_about(rq, "appointment", v.id);
	req_about_patient(rq, v.patient_id);
	form_set_int(rq, "patient", v.patient_id);
	form_set_int(rq, "visit", v.id);
	form_draw(rq, t);
	tpl_int(t, "ID", v.id);
	tpl_text(t, "NAME", visit_part_name(rq, &v));
	tpl_text(t, "BORN", show_birth(rq->show, v.birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, &v));
	tpl_text(t, "WHAT", visit_part_what(&v));
	tpl_text(t, "WHEN", show_when(visit_part_show(rq, v.zone), v.start));
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
waitlist_new_run(struct req *rq)
{
	form_start(rq, &entry_form);
	form_set_day(rq, "earliest", rq->today);
	for (size_t i = 0; i < 5; i++)
		form_set_ticked(rq, "weekdays", weekday_options[i].value);
	for (size_t i = 0; part_options[i].value; i++)
		form_set_ticked(rq, "parts", part_options[i].value);
	form_set_text(rq, "notice", "1440");
	form_set_text(rq, "urgency", "3");
	form_set_text(rq, "channel", "portal");
	return draw_new(rq, query_int(rq, "visit"));
}

const struct page waitlist_new_page = {
	.method = "GET",
	.path = "/waitlist/new",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.query = &new_query,
	.about = "The form for who wants an earlier time than they have.",
	.run = waitlist_new_run,
};

static int
waitlist_again(struct req *rq)
{
	return draw_new(rq, form_int(rq, "visit"));
}

static unsigned
ticks(struct req *rq, const char *name, bool bits)
{
	const char *v;
	unsigned set = 0;

	for (size_t i = 0; (v = form_tick(rq, name, i)) != NULL; i++)
		set |= bits ? (unsigned)part_number(v) : 1u << part_number(v);
	return set;
}

static struct wait_entry
asked_for(struct req *rq)
{
	struct wait_entry e = {
		.patient_id = form_int(rq, "patient"),
		.visit_id = form_int(rq, "visit"),
		.earliest = form_day(rq, "earliest"),
		.latest = form_day(rq, "latest"),
		.weekdays = ticks(rq, "weekdays", false),
		.parts = ticks(rq, "parts", true),
		.notice_min = (int)part_number(form_text(rq, "notice")),
		.urgency = (int)part_number(form_text(rq, "urgency")),
		.channel = form_text(rq, "channel"),
		.note = form_text(rq, "note"),
	};
	int64_t provider = part_number(form_text(rq, "provider"));
	int64_t site = part_number(form_text(rq, "site"));

	if (provider)
		*ARENA_PUSH(rq->arena, &e.ok) = (struct wait_ok){provider, 0};
	if (site)
		*ARENA_PUSH(rq->arena, &e.ok) = (struct wait_ok){0, site};
	return e;
}

static int
waitlist_create_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct wait_entry e;
	int64_t id;

	if (form_bad(rq))
		return waitlist_again(rq);
	e = asked_for(rq);
	if (care_waitlist_add(&act, &e, &id)) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq,
			strcmp(rq->err.field, "type") == 0 ? "earliest"
							   : rq->err.field,
			"%s", rq->err.text);
		return waitlist_again(rq);
	}
	req_about(rq, "waitlist_entry", id);
	req_about_patient(rq, e.patient_id);
	req_flash(rq, NULL, "Added to the waitlist.");
	return req_redirect(rq, "/waitlist/%lld", (long long)id);
}

const struct page waitlist_create_page = {
	.method = "POST",
	.path = "/waitlist",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WAITLIST_UPDATE,
	.body_max = 4096,
	.form = &entry_form,
	.run = waitlist_create_run,
	.again = waitlist_again,
	.about = "Put somebody on the waitlist.",
};

/* ---- one entry ---------------------------------------------------------- */

static const struct option reason_options[] = {
	{"no_longer", "Not wanted any more"},
	{"unreachable", "Could not be reached"},
	{"other_clinic", "Is seen elsewhere"},
	{"error", "Entered in error"},
	{NULL, NULL},
};
static const struct field remove_fields[] = {
	{.name = "reason",
		.label = "Why does it end?",
		.type = FIELD_SELECT,
		.options = reason_options,
		.required = true,
		.missing = "Choose why the entry ends"},
	{.name = "note", .label = "Note", .type = FIELD_TEXT, .max = 200},
};
static const struct form remove_form = FORM(remove_fields);

static int
draw_offers(struct req *rq, struct tpl *t, const struct wait_entry *e)
{
	struct wait_of of = {.entry_id = e->id};
	struct wait_offers list = {0};

	if (waitlist_store_offers(
		    rq->db, rq->arena, rq->scope, &of, rq->now, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct wait_offer *o = &list.v[i];
		enum wait_state s = wait_state(o, rq->now);
		struct tpl *row = tpl_row(t, "OFFER");

		tpl_text(row, "TIME",
			show_when(visit_part_show(rq, o->zone), o->time.start));
		tpl_text(row, "WITH", o->provider_name);
		tpl_text(row, "TONE", wait_state_tone(s));
		tpl_text(row, "TEXT", wait_state_label(s));
	}
	tpl_show_if(t, "NO_OFFERS", list.n == 0);
	return 0;
}

static int
entry_page(struct req *rq)
{
	const struct wait_entry *e = rq->o.entry;
	struct tpl *t = req_tpl(rq, "staff/waitlist_show.tpl");
	bool open = e->closed == INSTANT_NONE;

	req_title(rq, "Waitlist entry");
	req_about(rq, "waitlist_entry", e->id);
	req_about_patient(rq, e->patient_id);
	entry_row(rq, t, e);
	tpl_text(t, "PHONE",
		e->phone[0] ? show_phone(rq->show, e->phone) : "Not recorded");
	tpl_text(t, "NOTE_TEXT", e->note[0] ? e->note : "None");
	if (draw_offers(rq, t, e))
		return req_db_err(rq);
	form_draw(rq, t);
	if (open && req_may(rq, PERM_VISIT_WRITE)) {
		struct tpl *row = tpl_row(t, "FIND");

		tpl_show_if(t, "REMOVE", true);
		tpl_text(row, "URL",
			e->visit_start != INSTANT_NONE
				? arena_printf(rq->arena,
					  "/appointments/%lld/move",
					  (long long)e->visit_id)
				: arena_printf(rq->arena,
					  "/appointments/new?patient=%lld"
					  "&type=%lld",
					  (long long)e->patient_id,
					  (long long)e->visit_type_id));
	}
	if (e->booked_id)
		tpl_int(tpl_row(t, "BOOKED"), "VISIT", e->booked_id);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
waitlist_show_run(struct req *rq)
{
	form_start(rq, &remove_form);
	return entry_page(rq);
}

const struct page waitlist_show_page = {
	.method = "GET",
	.path = "/waitlist/:entry",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_WAITLIST_VIEW,
	.run = waitlist_show_run,
	.about = "Who waits for what, and what was offered.",
};

static int
waitlist_remove_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (form_bad(rq))
		return entry_page(rq);
	if (care_waitlist_remove(&act, rq->o.entry, form_text(rq, "reason"),
		    form_text(rq, "note")))
		return req_err(rq);
	req_about(rq, "waitlist_entry", rq->o.entry->id);
	req_about_patient(rq, rq->o.entry->patient_id);
	rq->audit_reason = form_text(rq, "reason");
	req_flash(rq, NULL, "Taken off the waitlist.");
	return req_redirect(rq, "/waitlist");
}

const struct page waitlist_remove_page = {
	.method = "POST",
	.path = "/waitlist/:entry/remove",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WAITLIST_UPDATE,
	.body_max = 2048,
	.form = &remove_form,
	.run = waitlist_remove_run,
	.again = entry_page,
	.about = "Take somebody off the waitlist, with why.",
};
