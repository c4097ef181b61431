/* The calendar: day by provider, week of one, month, list, and the day
 * sheet on paper. Rules: tests/RULES.md, "Visits", "Free times"; SQL:
 * store/visit_store.c, store/slot_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "staff/calendar_part.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/calendar_store.h"
#include "store/provider_store.h"
#include "store/slot_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct {
	const char *name, *label;
} views[] = {
	[CAL_DAY] = {"day", "Day"},
	[CAL_WEEK] = {"week", "Week"},
	[CAL_MONTH] = {"month", "Month"},
	[CAL_LIST] = {"list", "List"},
};

static const struct option view_options[] = {
	{"day", "Day"},
	{"week", "Week"},
	{"month", "Month"},
	{"list", "List"},
	{NULL, NULL},
};

static const struct field calendar_asked[] = {
	{.name = "date", .label = "Date", .type = FIELD_DAY},
	{.name = "view",
		.label = "View",
		.type = FIELD_SELECT,
		.options = view_options},
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
};
static const struct form calendar_query = FORM(calendar_asked);

const char *
calendar_url(
	struct req *rq, const struct cal *c, enum cal_view view, day_t date)
{
	const char *who = "";

	if (c->provider)
		who = arena_printf(
			rq->arena, "&provider=%lld", (long long)c->provider);
	return arena_printf(rq->arena, "/calendar?view=%s&date=%s&site=%lld%s",
		views[view].name, show_iso(c->show, date), (long long)c->site,
		who);
}

const char *
calendar_shut(const struct cal *c, day_t day)
{
	for (size_t i = 0; i < c->book.closures.n; i++) {
		const struct slot_closure *x = &c->book.closures.v[i];

		if (x->day == day && (x->site_id == 0 || x->site_id == c->site))
			return x->name;
	}
	return NULL;
}

/* ---- which days, whose, where ---------------------------------------- */

static const char *
range_title(struct req *rq, const struct cal *c)
{
	const char *text;

	if (c->view == CAL_DAY)
		return show_day_long(c->show, c->date);
	if (c->view != CAL_MONTH)
		return arena_printf(rq->arena, "%s – %s",
			show_day(c->show, c->first),
			show_day_long(c->show, c->last));
	/* "Monday 23 November 2026" less its first two words. */
	text = show_day_long(c->show, c->date);
	for (int i = 0; i < 2 && strchr(text, ' '); i++)
		text = strchr(text, ' ') + 1;
	return text;
}

static void
set_range(struct cal *c)
{
	int y, m, d;
	day_t one;

	c->first = c->last = c->date;
	if (c->view == CAL_WEEK)
		c->first -= (day_t)day_weekday(c->date);
	if (c->view == CAL_MONTH) {
		day_split(c->date, &y, &m, &d);
		one = day_of(y, m, 1);
		c->first = one - (day_t)day_weekday(one);
		one = day_add_months(one, 1) - 1;
		c->last = one + (SATURDAY - (day_t)day_weekday(one));
	} else if (c->view != CAL_DAY) {
		c->last = c->first + 6;
	}
}

static void
set_provider(struct req *rq, struct cal *c)
{
	int64_t asked = query_int(rq, "provider");

	for (size_t i = 0; i < c->providers.n; i++)
		if (c->providers.v[i].id == asked)
			c->provider = asked;
}

/* A week is one provider's: the caller's own, or the first who works at
 * the site in it. */
static void
week_of_one(struct req *rq, struct cal *c)
{
	struct slot_windows w = {0};

	for (size_t i = 0; i < c->providers.n; i++) {
		const struct provider *p = &c->providers.v[i];

		if (p->user_id && rq->user && p->user_id == rq->user->id)
			c->provider = p->id;
	}
	for (size_t i = 0; i < c->providers.n && c->provider == 0; i++)
		for (day_t day = c->first; day <= c->last; day++) {
			slot_day_windows(rq->arena, &c->book,
				c->providers.v[i].id, day, &w);
			for (size_t k = 0; k < w.n; k++)
				if (w.v[k].site_id == c->site)
					c->provider = c->providers.v[i].id;
		}
	if (c->provider == 0 && c->providers.n)
		c->provider = c->providers.v[0].id;
}

static int
load_head(struct req *rq, struct cal *c)
{
	c->site = query_int(rq, "site");
	if (visit_part_sites(rq, &c->sites, &c->site))
		return req_fail(rq, ERR_NOT_FOUND,
			"No site is set up yet. An administrator adds one "
			"under Settings.");
	for (size_t i = 0; i < c->sites.n; i++)
		if (c->sites.v[i].id == c->site)
			c->at = &c->sites.v[i];
	c->show = visit_part_show(rq, c->at->zone);
	c->zone = c->show->zone;
	if (provider_store_list(
		    rq->db, rq->arena, rq->scope, false, &c->providers))
		return req_db_err(rq);
	set_provider(rq, c);
	c->date = query_day(rq, "date");
	if (c->date == DAY_NONE)
		c->date = c->show->today;
	set_range(c);
	c->title = range_title(rq, c);
	return 0;
}

static int
load_days(struct req *rq, struct cal *c)
{
	struct slot_wish wish = {
		.first = c->first,
		.last = c->last,
		.provider_id = c->provider,
		.windows_only = true,
	};

	if (slot_store_book(rq->db, rq->arena, rq->scope, &wish, &c->book))
		return req_db_err(rq);
	if (c->view == CAL_WEEK && c->provider == 0)
		week_of_one(rq, c);
	if (calendar_store_visits(rq->db, rq->arena, rq->scope, c->site,
		    c->provider, slot_instant(c->zone, c->first, 0),
		    slot_instant(c->zone, c->last + 1, 0), &c->visits))
		return req_db_err(rq);
	if (c->view != CAL_MONTH &&
		need_store_marks(rq->db, rq->arena, rq->scope, c->site,
			slot_instant(c->zone, c->first, 0),
			slot_instant(c->zone, c->last + 1, 0),
			need_part_due(rq), &c->marks))
		return req_db_err(rq);
	return 0;
}

/* ---- the bar above, the same for every view --------------------------- */

static void
draw_filters(struct tpl *t, const struct cal *c)
{
	struct tpl *row;

	tpl_text(t, "VIEW_NAME", views[c->view].name);
	tpl_text(t, "DATE_ISO", show_iso(c->show, c->date));
	for (size_t i = 0; i < c->sites.n; i++) {
		row = tpl_row(t, "SITE");
		tpl_int(row, "ID", c->sites.v[i].id);
		tpl_text(row, "NAME", c->sites.v[i].name);
		tpl_show_if(row, "ON", c->sites.v[i].id == c->site);
	}
	tpl_show_if(t, "ANYBODY", c->view != CAL_WEEK);
	for (size_t i = 0; i < c->providers.n; i++) {
		row = tpl_row(t, "PROVIDER");
		tpl_int(row, "ID", c->providers.v[i].id);
		tpl_text(row, "NAME", c->providers.v[i].name);
		tpl_show_if(row, "ON", c->providers.v[i].id == c->provider);
	}
}

static void
draw_bar(struct req *rq, struct tpl *t, const struct cal *c)
{
	day_t prev = c->date - 1, next = c->date + 1;

	if (c->view == CAL_WEEK || c->view == CAL_LIST) {
		prev = c->date - 7;
		next = c->date + 7;
	} else if (c->view == CAL_MONTH) {
		prev = day_add_months(c->date, -1);
		next = day_add_months(c->date, 1);
	}
	tpl_text(t, "TITLE", c->title);
	tpl_text(t, "STEP",
		c->view == CAL_DAY     ? "day"
		: c->view == CAL_MONTH ? "month"
				       : "week");
	tpl_text(t, "PREV", calendar_url(rq, c, c->view, prev));
	tpl_text(t, "NEXT", calendar_url(rq, c, c->view, next));
	tpl_text(t, "TODAY", calendar_url(rq, c, c->view, c->show->today));
	for (int v = CAL_DAY; v <= CAL_LIST; v++) {
		struct tpl *row = tpl_row(t, "SEG");

		tpl_text(row, "URL",
			calendar_url(rq, c, (enum cal_view)v, c->date));
		tpl_text(row, "LABEL", views[v].label);
		tpl_show_if(row, "ON", (enum cal_view)v == c->view);
	}
	tpl_text(t, "PLACE", c->at->name);
	tpl_text(t, "ZONE",
		zone_abbr(c->zone, slot_instant(c->zone, c->date, 720)));
	tpl_text(t, "PRINT",
		arena_printf(rq->arena, "/calendar/print?date=%s&site=%lld",
			show_iso(c->show, c->date), (long long)c->site));
	tpl_text(t, "BLOCK_URL",
		arena_printf(rq->arena,
			"/calendar/blocks/new?date=%s&site=%lld&provider=%lld",
			show_iso(c->show, c->date), (long long)c->site,
			(long long)c->provider));
	if (req_may(rq, PERM_CHART_READ))
		tpl_text(tpl_row(t, "PACKETS"), "URL",
			arena_printf(rq->arena,
				"/calendar/packets?date=%s&site=%lld"
				"&provider=%lld",
				show_iso(c->show, c->date), (long long)c->site,
				(long long)c->provider));
	tpl_show_if(t, "MAY_BOOK", req_may(rq, PERM_VISIT_WRITE));
	draw_filters(t, c);
}

void
calendar_draw_none(struct req *rq, struct tpl *t, const struct cal *c)
{
	const char *shut = NULL;
	struct tpl *none;

	if (c->first == c->last)
		shut = calendar_shut(c, c->date);
	if (shut)
		tpl_text(tpl_row(t, "SHUT"), "TEXT",
			arena_printf(rq->arena, "%s is closed: %s.",
				c->at->name, shut));
	if (c->visits.n)
		return;
	none = tpl_part(t, "NONE", "part/empty.tpl");
	tpl_text(none, "TITLE",
		shut ? arena_printf(rq->arena, "No visits. Clinic closed (%s).",
			       shut)
		     : "No visits.");
	if (!shut && req_may(rq, PERM_VISIT_WRITE)) {
		struct tpl *act = tpl_row(none, "ACTION");

		tpl_text(act, "URL", "/appointments/new");
		tpl_text(act, "LABEL", "Book visit");
	}
}

/* ---- list and month --------------------------------------------------- */

static void
draw_list(struct req *rq, struct tpl *t, const struct cal *c)
{
	struct tpl *day_tpl = NULL;
	day_t day = DAY_NONE;

	for (size_t i = 0; i < c->visits.n; i++) {
		const struct visit *v = &c->visits.v[i];
		day_t of = zone_local(c->zone, v->start).day;
		struct tpl *row;

		if (of != day) {
			day_tpl = tpl_row(t, "DAY");
			tpl_text(day_tpl, "TEXT", show_day_long(c->show, of));
			day = of;
		}
		row = tpl_row(day_tpl, "VISIT");
		calendar_visit_row(rq, row, c, v);
		tpl_show_if(row, "MOVE",
			care_visit_may(rq->scope, v, VISIT_ACT_MOVE, rq->now));
		tpl_show_if(row, "LENGTH", care_visit_may_length(rq->scope, v));
	}
	tpl_show_if(t, "SOME", c->visits.n > 0);
	calendar_draw_none(rq, t, c);
}

#define MONTH_SHOWN 3

/* The visits of one day; *at is moved to the first of the next. */
static void
month_cell(struct req *rq, struct tpl *week, const struct cal *c, day_t day,
	size_t *at)
{
	struct tpl *cell = tpl_row(week, "CELL");
	const char *shut = calendar_shut(c, day);
	int y, m, d, y0, m0, d0, n = 0;

	day_split(day, &y, &m, &d);
	day_split(c->date, &y0, &m0, &d0);
	tpl_int(cell, "D", d);
	tpl_text(cell, "URL", calendar_url(rq, c, CAL_DAY, day));
	tpl_text(cell, "LONG", show_day_long(c->show, day));
	tpl_show_if(cell, "TODAY", day == c->show->today);
	tpl_show_if(cell, "OTHER", m != m0);
	if (shut)
		tpl_text(tpl_row(cell, "SHUT"), "TEXT", shut);
	for (; *at < c->visits.n; (*at)++) {
		const struct visit *v = &c->visits.v[*at];
		enum visit_state s = visit_state(v);
		struct tpl *row;

		if (zone_local(c->zone, v->start).day != day)
			break;
		if (!visit_state_busy(s) || ++n > MONTH_SHOWN)
			continue;
		row = tpl_row(cell, "VISIT");
		tpl_int(row, "ID", v->id);
		tpl_text(row, "CLASS", visit_state_slot(s));
		tpl_text(row, "TIME", show_time(c->show, v->start));
		tpl_text(row, "NAME", visit_part_short(rq, v));
		tpl_text(row, "FULL",
			arena_printf(rq->arena, "%s, %s, %s",
				visit_part_name(rq, v), visit_part_what(v),
				visit_state_label(s)));
		req_shown(rq, v->patient_id);
	}
	if (n > 0)
		tpl_int(tpl_row(cell, "COUNT"), "N", n);
	if (n > MONTH_SHOWN)
		tpl_int(tpl_row(cell, "MORE"), "N", n - MONTH_SHOWN);
}

static void
draw_month(struct req *rq, struct tpl *t, const struct cal *c)
{
	size_t at = 0;

	for (day_t day = c->first; day <= c->last; day += 7) {
		struct tpl *week = tpl_row(t, "WEEK");

		for (int i = 0; i < 7; i++)
			month_cell(rq, week, c, day + i, &at);
	}
}

/* ---- the page ---------------------------------------------------------- */

static void
grid_scripts(struct req *rq)
{
	struct tpl *head =
		tpl_part(rq->root, "HEAD_EXTRA", "staff/calendar_head.tpl");

	tpl_text(head, "SHEET", req_asset(rq, "css/calendar.css"));
	tpl_text(head, "VENDOR", req_asset(rq, "vendor/event-calendar.min.js"));
	tpl_text(head, "SCRIPT", req_asset(rq, "js/calendar.js"));
}

static enum cal_view
view_asked(struct req *rq)
{
	for (int v = CAL_DAY; v <= CAL_LIST; v++)
		if (strcmp(query_text(rq, "view"), views[v].name) == 0)
			return (enum cal_view)v;
	return CAL_DAY;
}

static int
calendar_run(struct req *rq)
{
	struct cal c = {.view = view_asked(rq)};
	struct tpl *t;
	int st = load_head(rq, &c);

	if (st || (st = load_days(rq, &c)))
		return st;
	t = req_tpl(rq, "staff/calendar.tpl");
	req_title(rq, arena_printf(rq->arena, "Calendar, %s", c.title));
	draw_bar(rq, t, &c);
	if (c.view == CAL_LIST) {
		draw_list(
			rq, tpl_part(t, "BODY", "staff/calendar_list.tpl"), &c);
	} else if (c.view == CAL_MONTH) {
		draw_month(rq, tpl_part(t, "BODY", "staff/calendar_month.tpl"),
			&c);
	} else {
		grid_scripts(rq);
		tpl_show_if(t, "LEGEND", true);
		calendar_draw_grid(
			rq, tpl_part(t, "BODY", "staff/calendar_grid.tpl"), &c);
	}
	return req_html(rq);
}

const struct page calendar_page = {
	.method = "GET",
	.path = "/calendar",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_CALENDAR_VIEW,
	.query = &calendar_query,
	.run = calendar_run,
	.about = "Visits of a site by day, week, month, or as a list.",
};

/* ---- on paper ---------------------------------------------------------- */

static bool
print_provider(struct req *rq, struct tpl *t, const struct cal *c,
	const struct provider *p)
{
	struct tpl *sheet = NULL;

	for (size_t i = 0; i < c->visits.n; i++) {
		const struct visit *v = &c->visits.v[i];

		if (v->provider_id != p->id ||
			!visit_state_busy(visit_state(v)))
			continue;
		if (!sheet) {
			sheet = tpl_row(t, "SHEET");
			tpl_text(sheet, "NAME", p->name);
		}
		calendar_visit_row(rq, tpl_row(sheet, "VISIT"), c, v);
	}
	return sheet != NULL;
}

static int
calendar_print_run(struct req *rq)
{
	struct cal c = {.view = CAL_DAY};
	struct tpl *t;
	bool any = false;
	int st = load_head(rq, &c);

	if (st || (st = load_days(rq, &c)))
		return st;
	t = req_tpl_in(rq, "layout/print.tpl", "staff/calendar_print.tpl");
	req_title(rq, arena_printf(rq->arena, "Day sheet, %s", c.title));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s", show_when(c.show, rq->now),
			rq->user->name));
	tpl_text(rq->root, "BACK", calendar_url(rq, &c, CAL_DAY, c.date));
	tpl_text(t, "PLACE", c.at->name);
	for (size_t i = 0; i < c.providers.n; i++)
		any |= print_provider(rq, t, &c, &c.providers.v[i]);
	tpl_show_if(t, "NONE", !any);
	return req_html(rq);
}

const struct page calendar_print_page = {
	.method = "GET",
	.path = "/calendar/print",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_CALENDAR_PRINT,
	.query = &calendar_query,
	.run = calendar_print_run,
	.about = "Day sheet on paper, one provider a page.",
};
