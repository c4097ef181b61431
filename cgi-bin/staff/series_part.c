/* The dates of a series, each with what stands in its way and what may be
 * done about it. Acts: care/series.c; rules: tests/RULES.md, "Visits that
 * repeat". */
#include "staff/series_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "page/gate.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
field_of(struct req *rq, size_t i)
{
	return arena_printf(rq->arena, "d%zu", i + 1);
}

void
series_part_read(struct req *rq, struct series_plan *p)
{
	for (size_t i = 0; i < p->dates.n && i < SERIES_MOST; i++) {
		struct series_date *d = &p->dates.v[i];
		const char *got = form_text(rq, field_of(rq, i));
		struct slot s;

		if (strcmp(got, "skip") == 0) {
			d->pick = SERIES_SKIP;
		} else if (strcmp(got, "keep") == 0) {
			d->pick = SERIES_KEEP;
		} else if (slot_parse(got, &s)) {
			d->pick = SERIES_AT;
			d->start = s.start;
		}
	}
}

void
series_part_visit(struct req *rq, struct tpl *t, const struct visit *v)
{
	const struct show *show = visit_part_show(rq, v->zone);

	tpl_int(t, "ID", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "DAY",
		show_day_long(show, zone_local(show->zone, v->start).day));
	tpl_text(t, "TIMES", visit_part_times(show, v->start, v->end));
	tpl_text(t, "WITH", v->provider_name);
	tpl_text(t, "PLACE", v->site_name);
}

static void
draw_choices(struct req *rq, struct tpl *row, const struct series_plan *p,
	const struct series_date *d, const char *field)
{
	const struct show *show = visit_part_show(rq, p->of->zone);
	struct tpl *clash = tpl_row(row, "CLASH");
	bool skip = d->pick == SERIES_SKIP || d->near.n == 0;

	tpl_text(clash, "FIELD", field);
	tpl_text(clash, "WHY", d->why);
	for (size_t i = 0; i < d->near.n; i++) {
		const struct slot *s = &d->near.v[i];
		struct tpl *o = tpl_row(clash, "OTHER");

		tpl_text(o, "FIELD", field);
		tpl_text(o, "SLOT", slot_text(rq->arena, s));
		tpl_text(o, "LABEL", show_when(show, s->start));
		tpl_show_if(o, "ON", i == 0 && !skip);
	}
	tpl_show_if(clash, "SKIP_ON", skip);
	tpl_text(clash, "SKIP",
		d->visit ? "Leave it where it is" : "Leave this date out");
	if (req_may(rq, PERM_VISIT_OVERBOOK) && d->start > rq->now)
		tpl_text(tpl_row(clash, "KEEP"), "FIELD", field);
}

static void
draw_date(struct req *rq, struct tpl *t, const struct series_plan *p, size_t i)
{
	const struct series_date *d = &p->dates.v[i];
	const struct show *show = visit_part_show(rq, p->of->zone);
	struct tpl *row = tpl_row(t, "DATE"), *x;
	const char *field = field_of(rq, i);

	tpl_text(row, "WHEN", show_day_long(show, d->day));
	tpl_text(row, "AT", show_when(show, d->start));
	if (d->pick == SERIES_SKIP && (d->holiday || d->visit || d->free)) {
		x = tpl_row(row, "LEFT");
		tpl_text(x, "FIELD", field);
		tpl_text(x, "TEXT",
			d->holiday ? "Holiday: left out"
			: d->visit ? "Stays where it is"
				   : "Left out");
	} else if (d->free) {
		x = tpl_row(row, "FREE");
		tpl_text(x, "FIELD", field);
		tpl_text(x, "SLOT",
			d->pick == SERIES_AT
				? visit_part_slot(rq, p->of->provider_id,
					  p->of->site_id, d->start)
				: "");
	} else {
		draw_choices(rq, row, p, d, field);
	}
}

static void
draw_form(struct req *rq, struct tpl *t, const struct series_plan *p,
	const char *action, const char *button, const char *const keep[4])
{
	int clashes = 0;

	series_part_visit(rq, t, p->of);
	tpl_text(t, "ACTION", action);
	tpl_text(t, "BUTTON", button);
	for (int i = 0; i < 4; i += 2) {
		struct tpl *row = tpl_row(t, "KEPT");

		tpl_text(row, "FIELD", keep[i]);
		tpl_text(row, "VALUE", keep[i + 1]);
	}
	for (size_t i = 0; i < p->dates.n; i++) {
		const struct series_date *d = &p->dates.v[i];

		clashes += !d->free;
		draw_date(rq, t, p, i);
	}
	tpl_show_if(t, "ALL_FREE", clashes == 0);
	if (clashes)
		tpl_text(tpl_row(t, "SOME"), "TEXT",
			clashes == 1 ? "1 date is not free. Choose what to do "
				       "with it."
				     : arena_printf(rq->arena,
					       "%d dates are not free. Choose "
					       "what to do with each.",
					       clashes));
	tpl_show_if(
		t, "MAY_KEEP", clashes > 0 && req_may(rq, PERM_VISIT_OVERBOOK));
}

static int
draw(struct req *rq, struct series_plan *p, const char *refused,
	const char *action, const char *button, const char *const keep[4])
{
	struct act act = page_act(rq);
	struct tpl *t;

	if (care_series_check(&act, p))
		return req_err(rq);
	t = req_tpl(rq, "staff/series_check.tpl");
	req_title(rq, arena_printf(rq->arena, "All dates, %s",
			      visit_part_name(rq, p->of)));
	if (refused)
		tpl_text(tpl_row(t, "REFUSED"), "TEXT", refused);
	draw_form(rq, t, p, action, button, keep);
	return refused ? req_html_status(rq, 409) : req_html(rq);
}

int
series_part_draw(struct req *rq, struct series_plan *p, const char *action,
	const char *button, const char *name1, const char *value1,
	const char *name2, const char *value2)
{
	const char *const keep[] = {name1, value1, name2, value2};

	return draw(rq, p, NULL, action, button, keep);
}

int
series_part_refused(struct req *rq, struct series_plan *p, const char *action,
	const char *button, const char *name1, const char *value1,
	const char *name2, const char *value2)
{
	const char *const keep[] = {name1, value1, name2, value2};

	if (rq->err.kind != ERR_CONFLICT && rq->err.kind != ERR_INPUT)
		return req_err(rq);
	return draw(rq, p, arena_strdup(rq->arena, rq->err.text), action,
		button, keep);
}
