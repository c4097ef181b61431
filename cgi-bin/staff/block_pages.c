/* Parts of a provider's day that are not to be booked, put in and taken off
 * from the calendar: lunch, a meeting. Rules: tests/RULES.md, "The
 * calendar", "Free times", 2; SQL: store/provider_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/site.h"
#include "domain/slot.h"
#include "domain/visit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define DAYS_AT_ONCE 31

static const struct option kinds[] = {
	{"Lunch", "Lunch"},
	{"Admin time", "Admin time"},
	{"Meeting", "Meeting"},
	{"Teaching", "Teaching"},
	{"Travel", "Travel"},
	{"Blocked", "Something else"},
	{NULL, NULL},
};

static const struct field block_fields[] = {
	{.name = "what",
		.label = "What for",
		.type = FIELD_SELECT,
		.required = true,
		.options = kinds,
		.missing = "Choose what the time is for"},
	{.name = "words",
		.label = "In your words",
		.hint = "Shown on the calendar in its place. No patient's "
			"name.",
		.type = FIELD_TEXT,
		.max = 60},
	{.name = "provider",
		.label = "Provider",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a provider"},
	{.name = "date",
		.label = "Day",
		.type = FIELD_DAY,
		.required = true,
		.missing = "Enter a day"},
	{.name = "last",
		.label = "Up to and including",
		.hint = "Empty: that day only. Otherwise each day up to it.",
		.type = FIELD_DAY},
	{.name = "start",
		.label = "From",
		.type = FIELD_TIME,
		.required = true,
		.missing = "Enter from when"},
	{.name = "end",
		.label = "To",
		.type = FIELD_TIME,
		.required = true,
		.missing = "Enter until when"},
	{.name = "site", .type = FIELD_HIDDEN},
};
static const struct form block_form = FORM(block_fields);

static const struct field block_asked[] = {
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
	{.name = "date", .label = "Day", .type = FIELD_DAY},
	{.name = "start", .label = "From", .type = FIELD_TIME},
	{.name = "end", .label = "To", .type = FIELD_TIME},
	{.name = "site", .type = FIELD_HIDDEN},
};
static const struct form block_query = FORM(block_asked);

static const char *
clock_value(struct req *rq, int64_t minute)
{
	return arena_printf(rq->arena, "%02d:%02d", (int)minute / 60 % 24,
		(int)minute % 60);
}

static const char *
day_url(struct req *rq, day_t day, int64_t site)
{
	const char *at =
		site ? arena_printf(rq->arena, "&site=%lld", (long long)site)
		     : "";

	return arena_printf(
		rq->arena, "/calendar?date=%s%s", show_iso(rq->show, day), at);
}

/* ---- put in ------------------------------------------------------------ */

static int
block_draw(struct req *rq, day_t day, int64_t site, int status)
{
	struct tpl *t = req_tpl(rq, "staff/block_form.tpl");

	req_title(rq, "Block time");
	tpl_text(t, "BACK", day_url(rq, day, site));
	if (visit_part_provider_options(rq, "provider", "Choose a provider"))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
block_new_run(struct req *rq)
{
	day_t day = query_day(rq, "date");

	if (day == DAY_NONE)
		day = rq->today;
	form_start(rq, &block_form);
	form_set_day(rq, "date", day);
	if (query_int(rq, "provider"))
		form_set_int(rq, "provider", query_int(rq, "provider"));
	if (query_has(rq, "start"))
		form_set_text(
			rq, "start", clock_value(rq, query_int(rq, "start")));
	if (query_has(rq, "end"))
		form_set_text(rq, "end", clock_value(rq, query_int(rq, "end")));
	form_set_int(rq, "site", query_int(rq, "site"));
	return block_draw(rq, day, query_int(rq, "site"), 200);
}

const struct page block_new_page = {
	.method = "GET",
	.path = "/calendar/blocks/new",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &block_query,
	.run = block_new_run,
	.about = "The form to keep a part of a provider's day free.",
};

static int
block_again(struct req *rq)
{
	day_t day = form_day(rq, "date");

	return block_draw(rq, day == DAY_NONE ? rq->today : day,
		form_int(rq, "site"), 422);
}

static bool
block_given(struct req *rq, struct exception_row *e, day_t *last)
{
	struct provider p;

	*e = (struct exception_row){
		.provider_id = part_number(form_text(rq, "provider")),
		.day = form_day(rq, "date"),
		.kind = EXCEPTION_CLOSED,
		.start_min = (int)form_int(rq, "start"),
		.end_min = (int)form_int(rq, "end"),
		.reason = form_has(rq, "words") ? form_text(rq, "words")
						: form_text(rq, "what"),
	};
	*last = form_has(rq, "last") ? form_day(rq, "last") : e->day;
	if (e->end_min == 0) /* midnight is the end of the day */
		e->end_min = 24 * 60;
	if (e->end_min < e->start_min + 5)
		form_error(rq, "end", "Enter a time after it begins");
	if (e->day < rq->today)
		form_error(rq, "date", "Choose a day that is to come");
	if (*last < e->day || *last - e->day >= DAYS_AT_ONCE)
		form_error(
			rq, "last", "Enter a day within a month of the first");
	if (provider_store_get(
		    rq->db, rq->arena, rq->scope, e->provider_id, &p) <= 0)
		form_error(rq, "provider", "Choose a provider");
	return !form_bad(rq);
}

static int
block_run(struct req *rq)
{
	struct exception_row e;
	int64_t id = 0;
	day_t last;

	if (!block_given(rq, &e, &last))
		return block_again(rq);
	/* Who is just being booked then is in first, or sees the block. */
	if (visit_store_lock(
		    rq->db, &(struct visit){.provider_id = e.provider_id}))
		return req_db_err(rq);
	for (; e.day <= last; e.day++)
		if (!(id = provider_store_add_exception(rq->db, rq->scope, &e)))
			return req_db_err(rq);
	req_about(rq, "provider", e.provider_id);
	req_note(rq, "block=%s", e.reason);
	req_flash(rq,
		last == form_day(rq, "date")
			? arena_printf(rq->arena,
				  "/calendar/blocks/%lld/remove", (long long)id)
			: NULL,
		"%s is blocked.", e.reason);
	return req_redirect(rq, "/calendar/blocks/%lld", (long long)id);
}

const struct page block_page = {
	.method = "POST",
	.path = "/calendar/blocks",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 4096,
	.form = &block_form,
	.run = block_run,
	.again = block_again,
	.about = "Keep a part of a provider's day free.",
};

/* ---- one block, and what lies under it --------------------------------- */

/* 0, or the status of an answer that is already given. Days off as a whole
 * are not blocks: they are changed under Schedules. */
static int
load_block(struct req *rq, struct exception_row *e, struct provider *p)
{
	int found = provider_store_exception(
		rq->db, rq->arena, rq->scope, rq->o.id, e);

	if (found > 0)
		found = provider_store_get(
			rq->db, rq->arena, rq->scope, e->provider_id, p);
	if (found < 0)
		return req_db_err(rq);
	if (!found || e->kind != EXCEPTION_CLOSED || e->start_min < 0)
		return req_fail(
			rq, ERR_NOT_FOUND, "This block is not there any more.");
	req_about(rq, "provider", p->id);
	return 0;
}

/* Visits that lie under the block; moving them is up to people. */
static int
draw_under(struct req *rq, struct tpl *t, const struct exception_row *e)
{
	struct visits list = {0};
	instant_t day = (instant_t)e->day * 86400;

	if (visit_store_by_provider(rq->db, rq->arena, rq->scope,
		    e->provider_id, day - 86400, day + 2 * 86400, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct visit *v = &list.v[i];
		const struct show *show = visit_part_show(rq, v->zone);
		struct tpl *row;

		if (v->overbooked || !visit_state_busy(visit_state(v)) ||
			!instants_overlap(v->start, v->end,
				slot_instant(show->zone, e->day, e->start_min),
				slot_instant(show->zone, e->day, e->end_min)))
			continue;
		row = tpl_row(t, "VISIT");
		tpl_int(row, "ID", v->id);
		tpl_text(
			row, "TIMES", visit_part_times(show, v->start, v->end));
		tpl_text(row, "NAME", visit_part_name(rq, v));
		tpl_text(row, "BORN", show_date(show, v->birth));
		tpl_text(row, "MRN", visit_part_mrn(rq, v));
		tpl_text(row, "WHAT", visit_part_what(v));
		tpl_show_if(t, "SOME", true);
		req_shown(rq, v->patient_id);
	}
	return 0;
}

static int
block_show_run(struct req *rq)
{
	struct exception_row e;
	struct provider p;
	struct tpl *t;
	int st = load_block(rq, &e, &p);

	if (st)
		return st;
	t = req_tpl(rq, "staff/block_show.tpl");
	req_title(rq, arena_printf(rq->arena, "%s, %s", e.reason, p.name));
	tpl_int(t, "ID", e.id);
	tpl_text(t, "REASON",
		e.reason[0] ? e.reason : exception_kind_label(e.kind));
	tpl_text(t, "NAME", p.name);
	tpl_text(t, "DAY", show_day_long(rq->show, e.day));
	tpl_text(t, "TIMES",
		arena_printf(rq->arena, "%s–%s",
			show_clock(rq->show, e.start_min),
			show_clock(rq->show, e.end_min)));
	tpl_text(t, "BACK", day_url(rq, e.day, e.site_id));
	tpl_show_if(t, "MAY", req_may(rq, PERM_VISIT_WRITE));
	if (draw_under(rq, t, &e))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page block_show_page = {
	.method = "GET",
	.path = "/calendar/blocks/:n",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_CALENDAR_VIEW,
	.run = block_show_run,
	.about = "A blocked part of a day, and the visits under it.",
};

static int
block_drop_run(struct req *rq)
{
	struct exception_row e;
	struct provider p;
	int st = load_block(rq, &e, &p);

	if (st)
		return st;
	if (provider_store_drop_exception(
		    rq->db, rq->scope, e.provider_id, e.id) != 1)
		return req_db_err(rq);
	req_flash(rq, NULL, "%s is taken off the calendar.", e.reason);
	return req_redirect(rq, "%s", day_url(rq, e.day, e.site_id));
}

const struct page block_drop_page = {
	.method = "POST",
	.path = "/calendar/blocks/:n/remove",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 2048,
	.run = block_drop_run,
	.about = "Take a block off a provider's day.",
};
