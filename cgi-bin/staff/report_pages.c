/* Reports over the book of visits: five measures, each by provider, site,
 * type, weekday or week, as picture, table and file. No patient is in them.
 * Rules: tests/RULES.md, "Reports"; counting: care/report.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/report.h"
#include "domain/visit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/report_part.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
link_to(struct req *rq, const struct report_ask *ask, const char *tail)
{
	return arena_printf(rq->arena, "/reports/%s%s?by=%s&from=%s&to=%s%s",
		report_measure_names[ask->measure], tail,
		report_by_names[ask->by], show_iso(rq->show, ask->period.from),
		show_iso(rq->show, ask->period.to),
		ask->type ? arena_printf(rq->arena, "&type=%lld",
				    (long long)ask->type)
			  : "");
}

static void
draw_period(struct req *rq, struct tpl *t, const struct report_ask *ask,
	const char *wrong)
{
	tpl_text(t, "FROM", show_iso(rq->show, ask->period.from));
	tpl_text(t, "TO", show_iso(rq->show, ask->period.to));
	tpl_text(t, "PERIOD",
		arena_printf(rq->arena, "%s to %s",
			show_date(rq->show, ask->period.from),
			show_date(rq->show, ask->period.to)));
	if (wrong)
		tpl_text(tpl_row(t, "WRONG"), "TEXT", wrong);
}

static void
marks_of(struct req *rq, const struct report_ask *ask, const struct report *r,
	struct report_marks *out)
{
	/* A share of time is seen against all of it, a wait against a week. */
	out->least = ask->measure == REPORT_USE	    ? 1000
		     : ask->measure == REPORT_THIRD ? 7
						    : 1;
	for (size_t i = 0; i < r->rows.n; i++)
		*ARENA_PUSH(rq->arena, out) =
			report_mark(rq, ask, &r->rows.v[i]);
}

/* ---- all of them ----------------------------------------------------- */

/* Of missed and of cancelled visits the counts are the same: what was read
 * for the ones, in r, serves the others. */
static int
tile(struct req *rq, struct tpl *t, struct report_ask *ask, struct report *r)
{
	struct report_marks marks = {0};
	const char *name = report_measure_names[ask->measure];
	struct tpl *row;

	ask->by = REPORT_WEEK;
	report_settle(ask);
	if (ask->measure != REPORT_CANCEL &&
		care_report(rq->db, rq->arena, rq->scope, ask, r))
		return -1;
	row = tpl_row(t, "TILE");
	tpl_text(row, "NAME", name);
	tpl_text(row, "LABEL", report_measure_labels[ask->measure]);
	tpl_text(row, "TABLE_URL", link_to(rq, ask, ""));
	ask->by = REPORT_PROVIDER;
	tpl_text(row, "URL", link_to(rq, ask, ""));
	if (report_empty(ask, r)) {
		tpl_show_if(row, "NONE", true);
		return 0;
	}
	row = tpl_row(row, "SOME");
	tpl_text(row, "FIGURE", report_main(rq, ask, r));
	tpl_text(row, "OF", report_main_of(rq, ask, r));
	ask->by = ask->measure == REPORT_THIRD ? REPORT_WEEKDAY : REPORT_WEEK;
	marks_of(rq, ask, r, &marks);
	report_columns(rq, row, name,
		arena_printf(rq->arena, "%s by %s",
			report_measure_labels[ask->measure],
			report_by_names[ask->by]),
		&marks);
	tpl_text(row, "BY", report_by_names[ask->by]);
	return 0;
}

static int
report_list_run(struct req *rq)
{
	const char *wrong;
	struct report_ask ask = report_ask_of(rq, &wrong);
	struct report r;
	struct tpl *t = req_tpl(rq, "staff/report_list.tpl");

	req_title(rq, "Reports");
	draw_period(rq, t, &ask, wrong);
	for (int m = 0; m < REPORT_MEASURES; m++) {
		ask.measure = (enum report_measure)m;
		if (tile(rq, t, &ask, &r))
			return req_db_err(rq);
	}
	req_note(rq, "from=%s to=%s", show_iso(rq->show, ask.period.from),
		show_iso(rq->show, ask.period.to));
	return req_html(rq);
}

const struct page report_list_page = {
	.method = "GET",
	.path = "/reports",
	.perm = PERM_REPORT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_REPORT_VIEW,
	.query = &report_query,
	.run = report_list_run,
	.about = "How the book of visits did in a period.",
};

/* ---- one of them ----------------------------------------------------- */

static void
table_row(struct req *rq, struct tpl *t, const char *section,
	const struct report_ask *ask, const struct report_row *r)
{
	struct report_cell cells[REPORT_CELLS];
	int n = report_cells(rq, ask, r, cells);
	struct tpl *row = tpl_row(t, section);

	tpl_text(row, "LABEL", r->label);
	for (int i = 0; i < n; i++) {
		struct tpl *cell = tpl_row(row, "CELL");

		tpl_text(cell, "HEAD", cells[i].head);
		tpl_text(cell, "TEXT", cells[i].text);
	}
}

/* The sum of the lines; not of free times and of types' shares, which
 * have none but the whole. */
static void
draw_table(struct req *rq, struct tpl *t, const struct report_ask *ask,
	const struct report *r)
{
	struct report_cell cells[REPORT_CELLS];
	int n = report_cells(rq, ask, &r->all, cells);
	struct tpl *table = tpl_row(t, "TABLE");

	tpl_text(table, "CAPTION", report_measure_labels[ask->measure]);
	tpl_text(table, "BY_LABEL", report_by_labels[ask->by]);
	for (int i = 0; i < n; i++)
		tpl_text(tpl_row(table, "COL"), "HEAD", cells[i].head);
	for (size_t i = 0; i < r->rows.n; i++)
		table_row(rq, table, "ROW", ask, &r->rows.v[i]);
	if (ask->measure != REPORT_THIRD || ask->by != REPORT_TYPE)
		table_row(rq, table, "SUM", ask, &r->all);
}

static const char *
reason_label(struct req *rq, const struct report_reason *r)
{
	return arena_printf(rq->arena, "%s (%s)",
		r->reason[0] ? visit_reason_label(r->reason)
			     : "No reason recorded",
		strcmp(r->who, "patient") == 0 ? "patient" : "clinic");
}

static void
reason_rows(struct req *rq, struct tpl *t, const char *label,
	const struct report_reasons *list)
{
	struct tpl *group = tpl_row(t, "GROUP");

	tpl_text(group, "LABEL", label);
	for (size_t i = 0; i < list->n; i++) {
		struct tpl *row = tpl_row(group, "REASON");

		tpl_text(row, "LABEL", reason_label(rq, &list->v[i]));
		tpl_int(row, "N", list->v[i].n);
	}
}

static void
draw_reasons(struct req *rq, struct tpl *page, const struct report_ask *ask,
	const struct report *r)
{
	struct tpl *t = tpl_row(page, "REASONS");
	struct report_reasons all = {0};
	struct report_marks marks = {0};

	report_reasons_of(rq->arena, &r->reasons, true, 0, &all);
	for (size_t i = 0; i < all.n; i++)
		*ARENA_PUSH(rq->arena, &marks) = (struct report_mark){
			reason_label(rq, &all.v[i]),
			show_count(rq->show, all.v[i].n), (double)all.v[i].n};
	report_bars(rq, t, "reasons", "Cancelled visits by reason", &marks);
	tpl_text(t, "BY_LABEL", report_by_labels[ask->by]);
	reason_rows(rq, t, "All", &all);
	for (size_t i = 0; i < r->rows.n; i++) {
		struct report_reasons own = {0};

		report_reasons_of(
			rq->arena, &r->reasons, false, r->rows.v[i].key, &own);
		if (own.n)
			reason_rows(rq, t, r->rows.v[i].label, &own);
	}
}

static void
option_row(struct tpl *t, const char *section, const char *value,
	const char *label, bool on)
{
	struct tpl *row = tpl_row(t, section);

	tpl_text(row, "VALUE", value);
	tpl_text(row, "LABEL", label);
	tpl_show_if(row, "ON", on);
}

static int
draw_filter(struct req *rq, struct tpl *t, const struct report_ask *ask,
	const struct report *r)
{
	struct visit_types types = {0};
	bool third = ask->measure == REPORT_THIRD;
	struct tpl *pick;

	for (const struct option *o = report_bys; o->value != NULL; o++)
		if (!third || strcmp(o->value, "week") != 0)
			option_row(t, "BY", o->value, o->label,
				strcmp(o->value, report_by_names[ask->by]) ==
					0);
	if (!third || ask->by == REPORT_TYPE)
		return 0;
	if (visit_type_store_list(rq->db, rq->arena, rq->scope, false, &types))
		return -1;
	pick = tpl_row(t, "PICK");
	for (size_t i = 0; i < types.n; i++)
		option_row(pick, "TYPE", part_id(rq, types.v[i].id),
			types.v[i].name, types.v[i].id == r->type.id);
	return 0;
}

static void
draw_measures(struct req *rq, struct tpl *t, const struct report_ask *ask)
{
	for (int m = 0; m < REPORT_MEASURES; m++) {
		struct report_ask other = *ask;
		struct tpl *tab = tpl_row(t, "TAB");

		other.measure = (enum report_measure)m;
		report_settle(&other);
		tpl_text(tab, "URL", link_to(rq, &other, ""));
		tpl_text(tab, "LABEL", report_measure_labels[m]);
		tpl_show_if(tab, "CURRENT", other.measure == ask->measure);
	}
}

static void
draw(struct req *rq, struct tpl *t, const struct report_ask *ask,
	const struct report *r)
{
	struct report_marks marks = {0};
	struct tpl *row;

	tpl_show_if(t, "NONE", report_empty(ask, r));
	if (report_empty(ask, r))
		return;
	row = tpl_row(t, "PLOT");
	marks_of(rq, ask, r, &marks);
	report_bars(rq, row, "plot",
		arena_printf(rq->arena, "%s by %s",
			report_measure_labels[ask->measure],
			report_by_names[ask->by]),
		&marks);
	tpl_text(row, "FIGURE", report_main(rq, ask, r));
	tpl_text(row, "OF", report_main_of(rq, ask, r));
	tpl_show_if(row, "WHOLE",
		ask->measure != REPORT_THIRD || ask->by != REPORT_TYPE);
	draw_table(rq, t, ask, r);
	if (ask->measure == REPORT_CANCEL && report_cancelled(&r->all) > 0)
		draw_reasons(rq, t, ask, r);
	if (r->all.open > 0)
		tpl_text(tpl_row(t, "OPEN"), "TEXT",
			r->all.open == 1
				? "1 visit of the period is over and nobody "
				  "recorded how it ended."
				: arena_printf(rq->arena,
					  "%s visits of the period are over "
					  "and nobody recorded how they "
					  "ended.",
					  show_count(rq->show, r->all.open)));
}

static int
report_show_run(struct req *rq)
{
	const char *wrong;
	struct report_ask ask = report_ask_of(rq, &wrong);
	struct report r;
	struct tpl *t;

	if (!report_measure_parse(rq->o.text, &ask.measure))
		return req_fail(rq, ERR_NOT_FOUND, "There is no such report.");
	report_settle(&ask);
	if (care_report(rq->db, rq->arena, rq->scope, &ask, &r))
		return req_db_err(rq);
	t = req_tpl(rq, "staff/report_show.tpl");
	req_title(rq, report_measure_labels[ask.measure]);
	tpl_text(t, "NAME", report_measure_names[ask.measure]);
	tpl_text(t, "LABEL", report_measure_labels[ask.measure]);
	tpl_text(t, "ABOUT", report_about(&ask));
	tpl_text(t, "CSV", link_to(rq, &ask, "/csv"));
	draw_period(rq, t, &ask, wrong);
	tpl_show_if(t, "NOW", ask.measure == REPORT_THIRD);
	tpl_show_if(t, "THEN", ask.measure != REPORT_THIRD);
	tpl_show_if(t, "FEW", ask.measure == REPORT_MISSED);
	draw_measures(rq, t, &ask);
	if (draw_filter(rq, t, &ask, &r))
		return req_db_err(rq);
	draw(rq, t, &ask, &r);
	report_note(rq, &ask);
	return req_html(rq);
}

const struct page report_show_page = {
	.method = "GET",
	.path = "/reports/:name",
	.perm = PERM_REPORT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_REPORT_VIEW,
	.query = &report_query,
	.run = report_show_run,
	.about = "One measure by provider, site, type, weekday or week.",
};
