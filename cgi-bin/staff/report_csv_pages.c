/* What is asked of a report, and its figures as a file. Rules:
 * tests/RULES.md, "Reports"; the pages: staff/report_pages.c. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "codec/csv/csv.h"
#include "domain/visit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/report_part.h"
#include "web/req.h"

const struct option report_bys[] = {
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
	{.name = "by",
		.label = "By",
		.type = FIELD_SELECT,
		.options = report_bys},
	{.name = "type", .label = "Visit type", .type = FIELD_INT},
};
const struct form report_query = FORM(asked);

/* Something is there, and it is no day. */
static bool
no_day(struct req *rq, const char *name)
{
	return query_text(rq, name)[0] != '\0' &&
	       query_day(rq, name) == DAY_NONE;
}

struct report_ask
report_ask_of(struct req *rq, const char **wrong)
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
	*wrong = no_day(rq, "from") || no_day(rq, "to")
			 ? "That is no day of the calendar."
			 : report_period_wrong(&ask.period);
	if (*wrong)
		ask.period = usual;
	if (!report_by_parse(query_text(rq, "by"), &ask.by))
		ask.by = REPORT_PROVIDER;
	return ask;
}

void
report_settle(struct report_ask *ask)
{
	if (ask->measure == REPORT_THIRD && ask->by == REPORT_WEEK)
		ask->by = REPORT_WEEKDAY;
}

void
report_note(struct req *rq, const struct report_ask *ask)
{
	req_note(rq, "report=%s by=%s from=%s to=%s",
		report_measure_names[ask->measure], report_by_names[ask->by],
		show_iso(rq->show, ask->period.from),
		show_iso(rq->show, ask->period.to));
}

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

		report_reasons_of(
			rq->arena, &r->reasons, false, r->rows.v[k].key, &own);
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
	struct report_ask ask = report_ask_of(rq, &wrong);
	struct buf b = buf_new(rq->arena);
	struct report r;

	if (!report_measure_parse(rq->o.text, &ask.measure))
		return req_fail(rq, ERR_NOT_FOUND, "There is no such report.");
	if (wrong)
		return req_fail(rq, ERR_INPUT, "%s", wrong);
	report_settle(&ask);
	if (care_report(rq->db, rq->arena, rq->scope, &ask, &r))
		return req_db_err(rq);
	if (ask.measure == REPORT_CANCEL)
		csv_reasons(rq, &b, &ask, &r);
	else
		csv_figures(rq, &b, &ask, &r);
	report_note(rq, &ask);
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
