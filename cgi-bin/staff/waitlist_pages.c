/* The waitlist: who waits, and leaving it. Joining is in
 * waitlist_entry_pages.c. Acts: care/waitlist.c; rules: tests/RULES.md, "The
 * waitlist". */
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

/* ---- one entry ---------------------------------------------------------- */

static const struct field remove_fields[] = {
	{.name = "reason",
		.label = "Why does it end?",
		.type = FIELD_SELECT,
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
	part_word_options(rq, "reason", wait_reasons);
	form_draw(rq, t);
	if (open && req_may(rq, PERM_VISIT_WRITE)) {
		struct tpl *row = tpl_row(t, "FIND");

		tpl_show_if(t, "REMOVE", true);
		tpl_show_if(t, "CHANGE", true);
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
