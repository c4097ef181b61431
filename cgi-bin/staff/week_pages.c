/* A provider's weekly rows, and the days on which they do not hold. Rules:
 * tests/RULES.md, "Free times"; SQL: store/provider_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define HOURS_FIELDS                                                           \
	{.name = "site",                                                       \
		.label = "Site",                                               \
		.type = FIELD_SELECT,                                          \
		.required = true,                                              \
		.missing = "Choose a site"},                                   \
		{.name = "start",                                              \
			.label = "From",                                       \
			.type = FIELD_TIME,                                    \
			.required = true,                                      \
			.missing = "Enter when it begins"},                    \
		{.name = "end",                                                \
			.label = "To",                                         \
			.type = FIELD_TIME,                                    \
			.required = true,                                      \
			.missing = "Enter when it ends"},                      \
		{.name = "since",                                              \
			.label = "First day",                                  \
			.type = FIELD_DAY,                                     \
			.required = true,                                      \
			.missing = "Enter the first day it holds"},            \
		{.name = "until",                                              \
			.label = "Last day",                                   \
			.hint = "Empty: for good",                             \
			.type = FIELD_DAY},                                    \
	{                                                                      \
		.name = "every", .label = "Every how many weeks",              \
		.hint = "1 is every week; counted from the first day's week",  \
		.type = FIELD_INT, .required = true, .min = 1, .max = 8,       \
		.missing = "Enter a number from 1 to 8"                        \
	}

static const struct field week_new_fields[] = {
	{.name = "days",
		.label = "Days",
		.type = FIELD_CHECKS,
		.required = true,
		.options = part_weekdays,
		.missing = "Choose at least one day"},
	HOURS_FIELDS,
};
static const struct form week_new_form = FORM(week_new_fields);

static const struct field week_fields[] = {
	{.name = "day",
		.label = "Day",
		.type = FIELD_SELECT,
		.required = true,
		.options = part_weekdays},
	HOURS_FIELDS,
};
static const struct form week_form = FORM(week_fields);

static const char *
provider_path(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/admin/providers/%lld%s",
		(long long)rq->o.provider->id, rest);
}

static int
week_draw(struct req *rq, bool new, int status)
{
	struct tpl *t = req_tpl(rq, "staff/week_form.tpl");

	req_title(
		rq, arena_printf(rq->arena, "%s, hours", rq->o.provider->name));
	tpl_text(t, "NAME", rq->o.provider->name);
	tpl_text(t, "BACK", provider_path(rq, ""));
	tpl_text(t, "ACTION",
		new ? provider_path(rq, "/hours")
		    : provider_path(rq, arena_printf(rq->arena, "/hours/%lld",
						(long long)rq->o.id)));
	tpl_show_if(t, "IS_NEW", new);
	tpl_show_if(t, "IS_OLD", !new);
	if (!new)
		tpl_text(t, "END_ACTION",
			provider_path(
				rq, arena_printf(rq->arena, "/hours/%lld/end",
					    (long long)rq->o.id)));
	if (visit_part_site_options(rq, "site", NULL))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
week_new_run(struct req *rq)
{
	form_start(rq, &week_new_form);
	form_set_day(rq, "since", rq->today);
	form_set_int(rq, "every", 1);
	return week_draw(rq, true, 200);
}

const struct page week_new_page = {
	.method = "GET",
	.path = "/admin/providers/:provider/hours/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = week_new_run,
	.about = "The form for new weekly hours.",
};

static int
week_create_again(struct req *rq)
{
	return week_draw(rq, true, 422);
}

static int
week_again(struct req *rq)
{
	return week_draw(rq, false, 422);
}

/* Fills all but the weekday; errors go to the fields. */
static bool
hours_given(struct req *rq, struct template_row *t)
{
	struct site site;

	*t = (struct template_row){
		.provider_id = rq->o.provider->id,
		.site_id = form_int(rq, "site"),
		.start_min = (int)form_int(rq, "start"),
		.end_min = (int)form_int(rq, "end"),
		.from = form_day(rq, "since"),
		.to = form_day(rq, "until"),
		.every_weeks = (int)form_int(rq, "every"),
		.anchor = form_day(rq, "since"),
	};
	if (t->end_min == 0) /* midnight is the end of the day */
		t->end_min = 24 * 60;
	if (site_store_get(rq->db, rq->arena, rq->scope, t->site_id, &site) <=
		0)
		form_error(rq, "site", "Choose a site");
	if (t->end_min < t->start_min + 5)
		form_error(rq, "end", "Enter a time after it begins");
	if (t->to != DAY_NONE && t->to < t->from)
		form_error(rq, "until", "Enter a day after the first day");
	return !form_bad(rq);
}

/* Two rows of one provider at one time, at whatever site: a mistake. */
static int
check_overlap(struct req *rq, const struct template_row *t, int64_t but,
	const char *field)
{
	struct template_rows list = {0};

	if (provider_store_templates(rq->db, rq->arena, rq->scope,
		    t->provider_id, t->from, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct template_row *o = &list.v[i];

		if (o->id == but || o->weekday != t->weekday ||
			o->every_weeks > 1 || t->every_weeks > 1)
			continue;
		if (t->to != DAY_NONE && o->from > t->to)
			continue;
		if (o->start_min < t->end_min && t->start_min < o->end_min) {
			form_error(rq, field,
				"There are hours at %s then already",
				o->site_name);
			return 1;
		}
	}
	return 0;
}

static int
saved(struct req *rq, const char *text)
{
	req_about(rq, "provider", rq->o.provider->id);
	req_flash(rq, NULL, "%s", text);
	return req_redirect(rq, "%s", provider_path(rq, ""));
}

static int
week_create_run(struct req *rq)
{
	struct template_row t;

	if (!hours_given(rq, &t))
		return week_create_again(rq);
	for (int d = SUNDAY; d <= SATURDAY; d++) {
		if (!form_ticked(rq, "days", arena_printf(rq->arena, "%d", d)))
			continue;
		t.weekday = d;
		if (check_overlap(rq, &t, 0, "start"))
			return week_create_again(rq);
		if (!provider_store_add_template(rq->db, rq->scope, &t))
			return req_db_err(rq);
	}
	return saved(rq, "Hours added.");
}

const struct page week_create_page = {
	.method = "POST",
	.path = "/admin/providers/:provider/hours",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 4096,
	.form = &week_new_form,
	.run = week_create_run,
	.again = week_create_again,
	.about = "Add weekly hours on one or more days.",
};

/* The row that ":n" stands for, if it is this provider's. */
static int
row_of(struct req *rq, struct template_row *t)
{
	int found = provider_store_template(
		rq->db, rq->arena, rq->scope, rq->o.provider->id, rq->o.id, t);

	if (found < 0)
		return req_db_err(rq);
	return found ? 0
		     : req_fail(rq, ERR_NOT_FOUND,
			       "These hours are not there any more.");
}

static int
week_edit_run(struct req *rq)
{
	struct template_row t;
	int st = row_of(rq, &t);

	if (st)
		return st;
	form_start(rq, &week_form);
	form_set_int(rq, "day", t.weekday);
	form_set_int(rq, "site", t.site_id);
	form_set_text(rq, "start",
		arena_printf(rq->arena, "%02d:%02d", t.start_min / 60,
			t.start_min % 60));
	form_set_text(rq, "end",
		arena_printf(rq->arena, "%02d:%02d", t.end_min / 60 % 24,
			t.end_min % 60));
	form_set_day(rq, "since", t.from > rq->today ? t.from : rq->today);
	form_set_day(rq, "until", t.to);
	form_set_int(rq, "every", t.every_weeks);
	return week_draw(rq, false, 200);
}

const struct page week_edit_page = {
	.method = "GET",
	.path = "/admin/providers/:provider/hours/:n",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = week_edit_run,
	.about = "The form to change weekly hours from a day on.",
};

/* From a later day on: the old row ends the day before and a new one
 * begins, so that the past stays what it was. */
static int
change_from(struct req *rq, struct template_row *old, struct template_row *t)
{
	t->anchor = old->anchor;
	if (t->from <= old->from) {
		t->id = old->id;
		return provider_store_update_template(rq->db, rq->scope, t) == 1
			       ? 0
			       : -1;
	}
	old->to = t->from - 1;
	if (provider_store_update_template(rq->db, rq->scope, old) != 1)
		return -1;
	return provider_store_add_template(rq->db, rq->scope, t) ? 0 : -1;
}

static int
week_run(struct req *rq)
{
	struct template_row old, t;
	int st = row_of(rq, &old);

	if (st)
		return st;
	if (!hours_given(rq, &t))
		return week_again(rq);
	t.weekday = (int)form_int(rq, "day");
	if (check_overlap(rq, &t, old.id, "start"))
		return week_again(rq);
	if (change_from(rq, &old, &t))
		return req_db_err(rq);
	return saved(rq, "Hours changed.");
}

const struct page week_page = {
	.method = "POST",
	.path = "/admin/providers/:provider/hours/:n",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 4096,
	.form = &week_form,
	.run = week_run,
	.again = week_again,
	.about = "Change weekly hours from a day on.",
};

static const struct field end_fields[] = {
	{.name = "last",
		.label = "Last day",
		.type = FIELD_DAY,
		.required = true},
};
static const struct form end_form = FORM(end_fields);

static int
week_end_again(struct req *rq)
{
	return req_fail(
		rq, ERR_INPUT, "Enter the last day on which the hours hold.");
}

static int
week_end_run(struct req *rq)
{
	struct template_row t;
	int st = row_of(rq, &t);

	if (st)
		return st;
	t.to = form_day(rq, "last");
	if (t.to < t.from - 1)
		t.to = t.from - 1; /* never held */
	if (provider_store_update_template(rq->db, rq->scope, &t) != 1)
		return req_db_err(rq);
	return saved(rq, "Hours ended.");
}

const struct page week_end_page = {
	.method = "POST",
	.path = "/admin/providers/:provider/hours/:n/end",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 2048,
	.form = &end_form,
	.run = week_end_run,
	.again = week_end_again,
	.about = "End weekly hours on a day.",
};

/* ---- days that are otherwise ------------------------------------------ */

static const struct option kinds[] = {
	{"leave", "On leave"},
	{"closed", "Sees nobody"},
	{"open", "Works besides"},
	{NULL, NULL},
};

static const struct field day_fields[] = {
	{.name = "kind",
		.label = "What",
		.type = FIELD_RADIO,
		.required = true,
		.options = kinds,
		.missing = "Choose what it is"},
	{.name = "first",
		.label = "First day",
		.type = FIELD_DAY,
		.required = true,
		.missing = "Enter a day"},
	{.name = "last",
		.label = "Last day",
		.hint = "Empty: the same day",
		.type = FIELD_DAY},
	{.name = "start",
		.label = "From",
		.hint = "Empty: all day",
		.type = FIELD_TIME},
	{.name = "end", .label = "To", .type = FIELD_TIME},
	{.name = "site",
		.label = "Site",
		.hint = "Needed when they work besides",
		.type = FIELD_SELECT},
	{.name = "reason", .label = "Reason", .type = FIELD_TEXT, .max = 120},
};
static const struct form day_form = FORM(day_fields);

static int
day_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/exception_form.tpl");

	req_title(rq, arena_printf(rq->arena, "%s, other days",
			      rq->o.provider->name));
	tpl_text(t, "NAME", rq->o.provider->name);
	tpl_text(t, "BACK", provider_path(rq, ""));
	tpl_text(t, "TO_POST", provider_path(rq, "/days"));
	if (visit_part_site_options(rq, "site", "Every site"))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
exception_new_run(struct req *rq)
{
	form_start(rq, &day_form);
	form_set_text(rq, "kind", "leave");
	form_set_day(rq, "first", rq->today);
	return day_draw(rq, 200);
}

const struct page exception_new_page = {
	.method = "GET",
	.path = "/admin/providers/:provider/days/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = exception_new_run,
	.about = "The form for leave, closed and extra days.",
};

static int
exception_again(struct req *rq)
{
	return day_draw(rq, 422);
}

#define DAYS_AT_ONCE 92

static bool
days_given(struct req *rq, struct exception_row *e, day_t *last)
{
	struct site site;

	*e = (struct exception_row){
		.provider_id = rq->o.provider->id,
		.site_id = form_int(rq, "site"),
		.day = form_day(rq, "first"),
		.start_min = -1,
		.reason = form_text(rq, "reason"),
	};
	exception_kind_parse(form_text(rq, "kind"), &e->kind);
	*last = form_day(rq, "last") == DAY_NONE ? e->day
						 : form_day(rq, "last");
	if (form_has(rq, "start") || form_has(rq, "end")) {
		e->start_min = (int)form_int(rq, "start");
		e->end_min = (int)form_int(rq, "end");
		if (e->end_min == 0)
			e->end_min = 24 * 60;
		if (!form_has(rq, "start") || e->end_min <= e->start_min)
			form_error(rq, "end", "Enter a time after it begins");
	}
	if (e->kind == EXCEPTION_OPEN && e->start_min < 0)
		form_error(rq, "start", "Enter from when they work");
	if ((e->site_id || e->kind == EXCEPTION_OPEN) &&
		site_store_get(
			rq->db, rq->arena, rq->scope, e->site_id, &site) <= 0)
		form_error(rq, "site", "Choose a site");
	if (*last < e->day || *last - e->day >= DAYS_AT_ONCE)
		form_error(rq, "last",
			"Enter a day within three months of the first");
	return !form_bad(rq);
}

static int
exception_run(struct req *rq)
{
	struct exception_row e;
	day_t last;

	if (!days_given(rq, &e, &last))
		return exception_again(rq);
	for (; e.day <= last; e.day++)
		if (!provider_store_add_exception(rq->db, rq->scope, &e))
			return req_db_err(rq);
	return saved(rq, "Days entered. Visits left outside are listed below.");
}

const struct page exception_page = {
	.method = "POST",
	.path = "/admin/providers/:provider/days",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 4096,
	.form = &day_form,
	.run = exception_run,
	.again = exception_again,
	.about = "Enter leave, closed or extra days.",
};

static int
exception_drop_run(struct req *rq)
{
	int64_t n = provider_store_drop_exception(
		rq->db, rq->scope, rq->o.provider->id, rq->o.id);

	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return req_fail(
			rq, ERR_NOT_FOUND, "This day is not there any more.");
	return saved(rq, "Day taken off.");
}

const struct page exception_drop_page = {
	.method = "POST",
	.path = "/admin/providers/:provider/days/:n/remove",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 2048,
	.run = exception_drop_run,
	.about = "Take a leave, closed or extra day off.",
};
