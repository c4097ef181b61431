/* The grid of the calendar, by day for many providers or by week for one:
 * a list that is the equal way, and what static/js/calendar.js draws the
 * grid from. Template: staff/calendar_grid.tpl. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/provider.h"
#include "staff/calendar_part.h"
#include "staff/need_part.h"
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

/* Where a moment lies in the grid, as local wall time; on a day with the
 * clock changed in the hours shown, as the time passed since midnight. */
static const char *
place_of(const struct cal *c, instant_t t)
{
	int min;

	if (c->jump_by == 0)
		return show_iso_time(c->show, t);
	min = (int)((t - slot_instant(c->zone, c->date, 0)) / 60);
	return arena_printf(c->show->arena, "%sT%02d:%02d",
		show_iso(c->show, c->date), min / 60, min % 60);
}

/*
 * Two o'clock may be left out or come twice. Then the rows of the grid are
 * the hours that pass, and this says from which minute on the clock on the
 * wall shows something else, and by how much.
 */
static void
find_jump(struct cal *c)
{
	instant_t midnight = slot_instant(c->zone, c->date, 0);
	instant_t from = slot_instant(c->zone, c->date, c->from_min);
	instant_t to = slot_instant(c->zone, c->date, c->to_min);
	int minute = c->from_min;

	if (c->view != CAL_DAY || to - from == (c->to_min - c->from_min) * 60)
		return;
	for (instant_t t = from; t < to; t += 300, minute += 5) {
		struct local l = zone_local(c->zone, t);

		if (l.minute == minute)
			continue;
		c->jump_at = (int)((t - midnight) / 60);
		c->jump_by = l.minute - minute;
		break;
	}
	c->from_min = (int)((from - midnight) / 60);
	c->to_min = (int)((to - midnight) / 60);
}

static void
block(struct req *rq, struct tpl *t, const struct cal *c, int64_t provider,
	instant_t start, instant_t end, const char *title, int64_t id)
{
	struct tpl *row;

	if (end - start < 5 * 60)
		return;
	row = tpl_row(t, "BLOCK");
	tpl_text(row, "START", place_of(c, start));
	tpl_text(row, "END", place_of(c, end));
	tpl_text(row, "PROVIDER",
		arena_printf(rq->arena, "%lld", (long long)provider));
	tpl_text(row, "TITLE", title);
	if (id)
		tpl_int(tpl_row(row, "OWN"), "ID", id);
}

/* The next part of a day that is blocked by hand, from a moment on. */
static const struct exception_row *
next_blocked(const struct cal *c, int64_t provider, day_t day, instant_t from,
	instant_t *start, instant_t *end)
{
	const struct exception_row *found = NULL;

	for (size_t i = 0; i < c->book.exceptions.n; i++) {
		const struct exception_row *e = &c->book.exceptions.v[i];
		instant_t a, b;

		if (e->provider_id != provider || e->day != day ||
			e->kind == EXCEPTION_OPEN || e->start_min < 0 ||
			(e->site_id && e->site_id != c->site))
			continue;
		a = slot_instant(c->zone, day, e->start_min);
		b = slot_instant(c->zone, day, e->end_min);
		if (b <= from || (found && a >= *start))
			continue;
		found = e;
		*start = a;
		*end = b;
	}
	return found;
}

/* Between two windows: what was blocked by hand, with its reason; the rest
 * is not to be booked either. */
static void
gap(struct req *rq, struct tpl *t, const struct cal *c, int64_t provider,
	day_t day, instant_t at, instant_t end, const char *why)
{
	const struct exception_row *e;
	instant_t from = end, to = end;

	while (at < end &&
		(e = next_blocked(c, provider, day, at, &from, &to)) &&
		from < end) {
		bool own = e->kind == EXCEPTION_CLOSED;

		block(rq, t, c, provider, at, from, why, 0);
		block(rq, t, c, provider, from > at ? from : at,
			to < end ? to : end,
			e->reason[0] ? e->reason
				     : exception_kind_label(e->kind),
			own ? e->id : 0);
		at = to;
	}
	block(rq, t, c, provider, at, end, why, 0);
}

/* All day: the holiday's name, or "On leave: Conference". */
static const char *
why_closed(struct req *rq, const struct cal *c, int64_t provider, day_t day)
{
	const char *why = slot_day_closed(rq->arena, &c->book, provider, day);

	for (size_t i = 0; i < c->book.exceptions.n; i++) {
		const struct exception_row *e = &c->book.exceptions.v[i];

		if (e->provider_id == provider && e->day == day &&
			e->kind != EXCEPTION_OPEN && e->start_min < 0 &&
			e->reason[0])
			return arena_printf(rq->arena, "%s: %s",
				exception_kind_label(e->kind), e->reason);
	}
	return why && why[0] ? why : "Not here";
}

/* What lies between the windows of a day is not to be booked. */
static void
blocks_of_day(struct req *rq, struct tpl *t, const struct cal *c,
	int64_t provider, day_t day)
{
	struct slot_windows w = {0};
	instant_t at, end;

	if (c->jump_by) {
		at = slot_instant(c->zone, day, 0) + c->from_min * 60;
		end = slot_instant(c->zone, day, 0) + c->to_min * 60;
	} else {
		at = slot_instant(c->zone, day, c->from_min);
		end = slot_instant(c->zone, day, c->to_min);
	}
	windows_at(rq, c, provider, day, &w);
	for (size_t i = 0; i < w.n; i++) {
		gap(rq, t, c, provider, day, at, w.v[i].start,
			i ? "Break" : "Not here");
		at = w.v[i].end > at ? w.v[i].end : at;
	}
	gap(rq, t, c, provider, day, at, end,
		w.n ? "Not here" : why_closed(rq, c, provider, day));
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

/* t: moving it tells the patient; f: it cannot be moved; l: its length can
 * be changed. Marks for the script, one text a visit. */
static const char *
marks(struct req *rq, const struct visit *v)
{
	static const char *const all[] = {
		"", "t", "f", "tf", "l", "tl", "fl", "tfl"};
	bool fixed = !care_visit_may(rq->scope, v, VISIT_ACT_MOVE, rq->now);

	return all[(v->told ? 1 : 0) | (fixed ? 2 : 0) |
		   (care_visit_may_length(rq->scope, v) ? 4 : 0)];
}

/* What the script needs to know of a visit that takes time. */
static void
grid_values(struct req *rq, struct tpl *row, const struct cal *c,
	const struct visit *v)
{
	enum visit_state s = visit_state(v);

	if (!visit_state_busy(s) && s != VISIT_NOSHOW)
		return;
	tpl_show_if(row, "LIVE", true);
	tpl_text(row, "START", place_of(c, v->start));
	tpl_text(row, "END", place_of(c, v->end));
	tpl_int(row, "PROVIDER", v->provider_id);
	tpl_text(row, "CLASS", visit_state_slot(s));
	tpl_int(row, "VERSION", v->version);
	tpl_text(row, "MARKS", marks(rq, v));
}

void
calendar_visit_row(struct req *rq, struct tpl *row, const struct cal *c,
	const struct visit *v)
{
	enum visit_state s = visit_state(v);
	const char *tone = visit_state_tone(s);
	const struct need_mark *mark = need_mark_of(&c->marks, v->id);

	tpl_int(row, "ID", v->id);
	tpl_text(row, "ISO", show_iso_time(c->show, v->start));
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
	if (strcmp(v->mode, "video") == 0 && !visit_state_closed(s) &&
		req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(row, "VIDEO"), "ID", v->id);
	tpl_text(row, "TONE", strcmp(tone, "grey") == 0 ? "" : tone);
	tpl_text(row, "ICON", visit_state_icon(s));
	tpl_text(row, "STATE", visit_state_label(s));
	visit_part_over(row, v);
	/* Only what is missing: a long day has many visits. */
	if (mark != NULL && mark->missing > 0)
		need_part_mark(rq, row, &c->marks, v->id);
	req_shown(rq, v->patient_id);
}

static const char *
clock_text(struct req *rq, int min)
{
	return arena_printf(rq->arena, "%02d:%02d", min / 60, min % 60);
}

static void
grid_frame(struct req *rq, struct tpl *t, const struct cal *c)
{
	tpl_text(t, "VIEW", c->view == CAL_WEEK ? "week" : "day");
	tpl_text(t, "DATE", show_iso(c->show, c->date));
	tpl_text(t, "FROM", clock_text(rq, c->from_min));
	tpl_text(t, "TO", clock_text(rq, c->to_min));
	tpl_text(t, "CLOCK", c->show->clock24 ? "24" : "12");
	tpl_text(t, "NOW", place_of(c, rq->now));
	tpl_text(t, "WHEN", c->title);
	tpl_int(t, "PLACE_ID", c->site);
	if (c->jump_by) {
		struct tpl *jump = tpl_row(t, "JUMP");

		tpl_int(jump, "AT", c->jump_at);
		tpl_int(jump, "BY", c->jump_by);
		tpl_int(jump, "MIDNIGHT", slot_instant(c->zone, c->date, 0));
	}
	tpl_show_if(t, "EDITABLE", req_may(rq, PERM_VISIT_WRITE));
	tpl_text(t, "ONE",
		c->provider ? arena_printf(
				      rq->arena, "%lld", (long long)c->provider)
			    : "");
}

void
calendar_draw_grid(struct req *rq, struct tpl *t, struct cal *c)
{
	day_t day = DAY_NONE;

	grid_hours(rq, c);
	find_jump(c);
	grid_frame(rq, t, c);
	resources(rq, t, c);
	for (size_t i = 0; i < c->visits.n; i++) {
		const struct visit *v = &c->visits.v[i];
		struct tpl *row = tpl_row(t, "VISIT");
		day_t of;

		if (c->view == CAL_WEEK &&
			(of = zone_local(c->zone, v->start).day) != day)
			tpl_text(tpl_row(row, "DAY"), "TEXT",
				show_day_long(c->show, day = of));
		grid_values(rq, row, c, v);
		calendar_visit_row(rq, row, c, v);
	}
	calendar_draw_none(rq, t, c);
}
