/* The grid of the calendar, by day for many providers or by week for one:
 * a list that is the equal way, and what static/js/calendar.js draws the
 * grid from. Template: staff/calendar_grid.tpl. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/provider.h"
#include "staff/calendar_part.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static bool
has_visit(const struct cal *c, int64_t provider)
{
	for (size_t i = 0; i < c->visits.n; i++)
		if (c->visits.v[i].provider_id == provider)
			return true;
	return false;
}

static void
windows_at(struct req *rq, const struct cal *c, int64_t provider, day_t day,
	struct slot_windows *out)
{
	struct slot_windows all = {0};

	out->n = 0;
	slot_day_windows(rq->arena, &c->book, provider, day, &all);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].site_id == c->site)
			*ARENA_PUSH(rq->arena, out) = all.v[i];
}

/* The hours the grid shows: all windows and visits, in whole hours. */
static void
grid_hours(struct req *rq, struct cal *c)
{
	struct slot_windows w = {0};
	int from = 24 * 60, to = 0;

	for (day_t day = c->first; day <= c->last; day++)
		for (size_t p = 0; p < c->book.providers.n; p++) {
			windows_at(rq, c, c->book.providers.v[p], day, &w);
			for (size_t i = 0; i < w.n; i++) {
				int a = zone_local(c->zone, w.v[i].start)
						.minute;
				int b = zone_local(c->zone, w.v[i].end - 60)
						.minute +
					1;

				from = a < from ? a : from;
				to = b > to ? b : to;
			}
		}
	for (size_t i = 0; i < c->visits.n; i++) {
		int a = zone_local(c->zone, c->visits.v[i].start).minute;
		int b = zone_local(c->zone, c->visits.v[i].end - 60).minute + 1;

		from = a < from ? a : from;
		to = b > to ? b : to;
	}
	c->from_min = from < to ? from / 60 * 60 : 8 * 60;
	c->to_min = from < to ? (to + 59) / 60 * 60 : 17 * 60;
}

static const char *
local_iso(const struct cal *c, instant_t t)
{
	return show_iso_time(c->show, t);
}

static void
block(struct req *rq, struct tpl *t, const struct cal *c, int64_t provider,
	instant_t start, instant_t end, const char *title)
{
	struct tpl *row;

	if (end - start < 5 * 60)
		return;
	row = tpl_row(t, "BLOCK");
	tpl_text(row, "START", local_iso(c, start));
	tpl_text(row, "END", local_iso(c, end));
	tpl_text(row, "PROVIDER",
		arena_printf(rq->arena, "%lld", (long long)provider));
	tpl_text(row, "TITLE", title);
}

/* What lies between the windows of a day is not to be booked. */
static void
blocks_of_day(struct req *rq, struct tpl *t, const struct cal *c,
	int64_t provider, day_t day)
{
	struct slot_windows w = {0};
	const char *why = slot_day_closed(rq->arena, &c->book, provider, day);
	instant_t at = slot_instant(c->zone, day, c->from_min);
	instant_t end = slot_instant(c->zone, day, c->to_min);

	if (!why || !why[0])
		why = "Not here";
	windows_at(rq, c, provider, day, &w);
	for (size_t i = 0; i < w.n; i++) {
		block(rq, t, c, provider, at, w.v[i].start,
			i ? "Break" : "Not here");
		at = w.v[i].end > at ? w.v[i].end : at;
	}
	block(rq, t, c, provider, at, end, w.n ? "Not here" : why);
}

static void
resources(struct req *rq, struct tpl *t, const struct cal *c)
{
	struct slot_windows w = {0};

	for (size_t i = 0; i < c->providers.n; i++) {
		const struct provider *p = &c->providers.v[i];
		struct tpl *row;

		if (c->provider && c->provider != p->id)
			continue;
		windows_at(rq, c, p->id, c->first, &w);
		/* A day of many shows who is there that day. */
		if (!c->provider && w.n == 0 && !has_visit(c, p->id))
			continue;
		row = tpl_row(t, "RESOURCE");
		tpl_int(row, "ID", p->id);
		tpl_text(row, "NAME", p->name);
		for (day_t day = c->first; day <= c->last; day++)
			blocks_of_day(rq, t, c, p->id, day);
	}
}

/* What the script needs to know of a visit that takes time. */
static void
grid_values(struct req *rq, struct tpl *row, const struct cal *c,
	const struct visit *v)
{
	enum visit_state s = visit_state(v);
	struct tpl *live;

	if (!visit_state_busy(s) && s != VISIT_NOSHOW)
		return;
	live = tpl_row(row, "LIVE");
	tpl_int(live, "ID", v->id);
	tpl_text(live, "START", local_iso(c, v->start));
	tpl_text(live, "END", local_iso(c, v->end));
	tpl_int(live, "PROVIDER", v->provider_id);
	tpl_text(live, "CLASS", visit_state_slot(s));
	tpl_text(live, "LABEL", visit_state_label(s));
	tpl_text(live, "TITLE",
		arena_printf(rq->arena, "%s · %s%s", visit_part_short(rq, v),
			visit_part_what(v),
			v->overbooked ? " (overbooked)" : ""));
	tpl_int(live, "VERSION", v->version);
	tpl_show_if(live, "TELLS", v->told);
	tpl_show_if(live, "FIXED",
		!care_visit_may(rq->scope, v, VISIT_ACT_MOVE, rq->now));
}

void
calendar_visit_row(struct req *rq, struct tpl *row, const struct cal *c,
	const struct visit *v)
{
	tpl_int(row, "ID", v->id);
	tpl_text(row, "ISO", local_iso(c, v->start));
	tpl_text(row, "TIMES", visit_part_times(c->show, v->start, v->end));
	tpl_text(row, "NAME", visit_part_name(rq, v));
	tpl_text(row, "BORN", show_date(c->show, v->birth));
	tpl_text(row, "MRN", visit_part_mrn(rq, v));
	tpl_text(row, "WHAT", visit_part_what(v));
	tpl_text(row, "REASON", v->reason);
	tpl_text(row, "WITH",
		v->provider_short[0] ? v->provider_short : "Not recorded");
	tpl_text(row, "ROOM",
		v->room_name[0] ? v->room_name
		: strcmp(v->mode, "in_person") == 0
			? "No room"
			: visit_mode_label(v->mode));
	visit_part_tag(row, "STATUS", v);
	tpl_text(row, "STATE", visit_state_label(visit_state(v)));
	visit_part_over(row, v);
	req_shown(rq, v->patient_id);
}

void
calendar_draw_grid(struct req *rq, struct tpl *t, struct cal *c)
{
	day_t day = DAY_NONE;

	grid_hours(rq, c);
	tpl_text(t, "VIEW", c->view == CAL_WEEK ? "week" : "day");
	tpl_text(t, "DATE", show_iso(c->show, c->date));
	tpl_text(t, "FROM",
		arena_printf(rq->arena, "%02d:%02d", c->from_min / 60,
			c->from_min % 60));
	tpl_text(t, "TO",
		arena_printf(rq->arena, "%02d:%02d", c->to_min / 60,
			c->to_min % 60));
	tpl_text(t, "CLOCK", c->show->clock24 ? "24" : "12");
	tpl_text(t, "NOW", local_iso(c, rq->now));
	tpl_text(t, "WHEN", c->title);
	tpl_show_if(t, "EDITABLE", req_may(rq, PERM_VISIT_WRITE));
	tpl_text(t, "ONE",
		c->provider ? arena_printf(
				      rq->arena, "%lld", (long long)c->provider)
			    : "");
	resources(rq, t, c);
	for (size_t i = 0; i < c->visits.n; i++) {
		const struct visit *v = &c->visits.v[i];
		day_t of = zone_local(c->zone, v->start).day;
		struct tpl *row = tpl_row(t, "VISIT");

		if (c->view == CAL_WEEK && of != day)
			tpl_text(tpl_row(row, "DAY"), "TEXT",
				show_day_long(c->show, of));
		day = of;
		grid_values(rq, row, c, v);
		calendar_visit_row(rq, row, c, v);
	}
	calendar_draw_none(rq, t, c);
}
