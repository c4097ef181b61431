/* Reports over the book of visits: five measures, each by provider, site,
 * type, weekday or week, as picture, table and file. No patient is in them.
 * Rules: tests/RULES.md, "Reports"; counting: care/report.c. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "care/report.h"
#include "codec/csv/csv.h"
#include "domain/visit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/report_part.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option bys[] = {
	{"provider", "Provider"},
	{"site", "Site"},
	{"type", "Visit type"},
	{"weekday", "Weekday"},
	{"week", "Week"},
	{NULL, NULL},
};

static const struct field asked[] = {
	{.name = "from", .label = "From", .type = FIELD_DAY},
	{.name = "to", .label = "To", .type = FIELD_DAY},
	{.name = "by", .label = "By", .type = FIELD_SELECT, .options = bys},
	{.name = "type", .label = "Visit type", .type = FIELD_INT},
};
static const struct form report_query = FORM(asked);

/* What is asked for; a period nobody can mean is said and the usual one
 * shown. */
static struct report_ask
ask_of(struct req *rq, const char **wrong)
{
	struct report_period usual = report_period_usual(rq->today);
	struct report_ask ask = {
		.period = {query_day(rq, "from"), query_day(rq, "to")},
		.type = query_int(rq, "type"),
		.today = rq->today,
		.now = rq->now,
	};

	if (ask.period.to == DAY_NONE)
		ask.period.to = usual.to;
	if (ask.period.from == DAY_NONE)
		ask.period.from = ask.period.to - REPORT_DAYS + 1;
	*wrong = report_period_wrong(&ask.period);
	if (*wrong)
		ask.period = usual;
	if (!report_by_parse(query_text(rq, "by"), &ask.by))
		ask.by = REPORT_PROVIDER;
	return ask;
}

/* A third free time has no past: it is told of the weekdays instead. */
static void
settle(struct report_ask *ask)
{
	if (ask->measure == REPORT_THIRD && ask->by == REPORT_WEEK)
		ask->by = REPORT_WEEKDAY;
}

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
	/* A share of time is seen against all of it. */
	out->least = ask->measure == REPORT_USE ? 1000 : 1;
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
	settle(ask);
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
	struct report_ask ask = ask_of(rq, &wrong);
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

static int
more_first(const void *pa, const void *pb)
{
	const struct report_reason *x = pa, *y = pb;
	int who;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	who = strcmp(y->who, x->who);
	return who ? who : strcmp(x->reason, y->reason);
}

static const char *
reason_label(struct req *rq, const struct report_reason *r)
{
	return arena_printf(rq->arena, "%s (%s)",
		r->reason[0] ? visit_reason_label(r->reason)
			     : "No reason recorded",
		strcmp(r->who, "patient") == 0 ? "patient" : "clinic");
}

/* All reasons of one line's key, or (all) of every line, most first. */
static void
reasons_of(struct req *rq, const struct report *r, bool all, int64_t key,
	struct report_reasons *out)
{
	for (size_t i = 0; i < r->reasons.n; i++) {
		const struct report_reason *from = &r->reasons.v[i];
		size_t k = 0;

		if (!all && from->key != key)
			continue;
		while (k < out->n &&
			(strcmp(out->v[k].who, from->who) ||
				strcmp(out->v[k].reason, from->reason)))
			k++;
		if (k == out->n)
			*ARENA_PUSH(rq->arena, out) = (struct report_reason){
				0, from->who, from->reason, 0};
		out->v[k].n += from->n;
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(out->v[0]), more_first);
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

	reasons_of(rq, r, true, 0, &all);
	for (size_t i = 0; i < all.n; i++)
		*ARENA_PUSH(rq->arena, &marks) = (struct report_mark){
			reason_label(rq, &all.v[i]),
			show_count(rq->show, all.v[i].n), (double)all.v[i].n};
	report_bars(rq, t, "reasons", "Cancelled visits by reason", &marks);
	tpl_text(t, "BY_LABEL", report_by_labels[ask->by]);
	reason_rows(rq, t, "All", &all);
	for (size_t i = 0; i < r->rows.n; i++) {
		struct report_reasons own = {0};

		reasons_of(rq, r, false, r->rows.v[i].key, &own);
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

	for (const struct option *o = bys; o->value != NULL; o++)
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
		settle(&other);
		tpl_text(tab, "URL", link_to(rq, &other, ""));
		tpl_text(tab, "LABEL", report_measure_labels[m]);
		tpl_show_if(tab, "CURRENT", other.measure == ask->measure);
	}
}

static void
note_asked(struct req *rq, const struct report_ask *ask)
{
	req_note(rq, "report=%s by=%s from=%s to=%s",
		report_measure_names[ask->measure], report_by_names[ask->by],
		show_iso(rq->show, ask->period.from),
		show_iso(rq->show, ask->period.to));
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
		tpl_int(tpl_row(t, "OPEN"), "N", r->all.open);
}

static int
report_show_run(struct req *rq)
{
	const char *wrong;
	struct report_ask ask = ask_of(rq, &wrong);
	struct report r;
	struct tpl *t;

	if (!report_measure_parse(rq->o.text, &ask.measure))
		return req_fail(rq, ERR_NOT_FOUND, "There is no such report.");
	settle(&ask);
	if (care_report(rq->db, rq->arena, rq->scope, &ask, &r))
		return req_db_err(rq);
	t = req_tpl(rq, "staff/report_show.tpl");
	req_title(rq, report_measure_labels[ask.measure]);
	tpl_text(t, "NAME", report_measure_names[ask.measure]);
	tpl_text(t, "LABEL", report_measure_labels[ask.measure]);
	tpl_text(t, "ABOUT", report_about(&ask));
	tpl_text(t, "CSV", link_to(rq, &ask, "/csv"));
	draw_period(rq, t, &ask, wrong);
	draw_measures(rq, t, &ask);
	if (draw_filter(rq, t, &ask, &r))
		return req_db_err(rq);
	draw(rq, t, &ask, &r);
	note_asked(rq, &ask);
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

/* ---- as a file ------------------------------------------------------- */

static void
csv_line(struct buf *b, const char *const *cells, int n)
{
	for (int i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(b, ',');
		csv_cell(b, cells[i]);
	}
	buf_adds(b, "\r\n");
}

static void
csv_figures(struct req *rq, struct buf *b, const struct report_ask *ask,
	const struct report *r)
{
	const char *line[REPORT_CELLS + 1];
	struct report_cell cells[REPORT_CELLS];
	int n = report_cells(rq, ask, &r->all, cells);

	line[0] = report_by_labels[ask->by];
	for (int i = 0; i < n; i++)
		line[i + 1] = cells[i].head;
	csv_line(b, line, n + 1);
	for (size_t k = 0; k < r->rows.n; k++) {
		report_cells(rq, ask, &r->rows.v[k], cells);
		line[0] = r->rows.v[k].label;
		for (int i = 0; i < n; i++)
			line[i + 1] = cells[i].raw;
		csv_line(b, line, n + 1);
	}
}

static void
csv_reasons(struct req *rq, struct buf *b, const struct report_ask *ask,
	const struct report *r)
{
	const char *head[] = {
		report_by_labels[ask->by], "Cancelled by", "Reason", "Visits"};

	csv_line(b, head, 4);
	for (size_t k = 0; k < r->rows.n; k++) {
		struct report_reasons own = {0};

		reasons_of(rq, r, false, r->rows.v[k].key, &own);
		for (size_t i = 0; i < own.n; i++) {
			const char *line[] = {r->rows.v[k].label, own.v[i].who,
				visit_reason_label(own.v[i].reason),
				part_id(rq, own.v[i].n)};

			csv_line(b, line, 4);
		}
	}
}

static int
report_csv_run(struct req *rq)
{
	const char *wrong;
	struct report_ask ask = ask_of(rq, &wrong);
	struct buf b = buf_new(rq->arena);
	struct report r;

	if (!report_measure_parse(rq->o.text, &ask.measure))
		return req_fail(rq, ERR_NOT_FOUND, "There is no such report.");
	if (wrong)
		return req_fail(rq, ERR_INPUT, "%s", wrong);
	settle(&ask);
	if (care_report(rq->db, rq->arena, rq->scope, &ask, &r))
		return req_db_err(rq);
	if (ask.measure == REPORT_CANCEL)
		csv_reasons(rq, &b, &ask, &r);
	else
		csv_figures(rq, &b, &ask, &r);
	note_asked(rq, &ask);
	req_header(rq, "Content-Disposition",
		arena_printf(rq->arena,
			"attachment; filename=\"%s-by-%s-%s-to-%s.csv\"",
			report_measure_names[ask.measure],
			report_by_names[ask.by],
			show_iso(rq->show, ask.period.from),
			show_iso(rq->show, ask.period.to)));
	return req_body(rq, "text/csv; charset=utf-8", b.s, b.n);
}

const struct page report_csv_page = {
	.method = "GET",
	.path = "/reports/:name/csv",
	.perm = PERM_REPORT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_REPORT_EXPORT,
	.query = &report_query,
	.run = report_csv_run,
	.about = "The figures of a report, for a spreadsheet.",
};
