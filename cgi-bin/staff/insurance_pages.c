/* The queue of coming visits by what is known about their insurance.
 * Rules: tests/RULES.md, "Insurance"; SQL: store/coverage_queue_store.c. */
#include <string.h>

#include "base/arena.h"
#include "domain/patient.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/coverage_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define PER_PAGE 50
#define BIT(s) (1u << STANDING_##s)

static const struct field query_fields[] = {
	{.name = "show", .type = FIELD_TOKEN},
	{.name = "days", .type = FIELD_HIDDEN},
	{.name = "after", .type = FIELD_HIDDEN},
};
static const struct form insurance_query = FORM(query_fields);

static const struct {
	const char *name, *label;
	unsigned show;
} views[] = {
	{"todo", "To do",
		BIT(UNCHECKED) | BIT(FAILED) | BIT(INACTIVE) | BIT(NO_POLICY)},
	{"bad", "Failed or inactive", BIT(FAILED) | BIT(INACTIVE)},
	{"open", "Not checked", BIT(UNCHECKED) | BIT(NO_POLICY)},
	{"active", "Active", BIT(ACTIVE)},
	{"all", "All visits", ~0u},
};

#define VIEWS (sizeof(views) / sizeof(views[0]))

struct queue {
	size_t view;
	int days;
	struct coming_span span;
	struct comings list;
	int64_t n[STANDINGS];
};

static void
ask(struct req *rq, struct queue *qu)
{
	int64_t days = query_int(rq, "days");

	for (size_t i = 0; i < VIEWS; i++)
		if (strcmp(views[i].name, query_text(rq, "show")) == 0)
			qu->view = i;
	qu->days = days == 1 || days == 14 ? (int)days : 7;
	qu->span = coming_span(rq->zone, rq->now, rq->today, qu->days);
}

static const char *
address(struct req *rq, size_t view, int days, int64_t after)
{
	const char *at = arena_printf(rq->arena, "/insurance?show=%s&days=%d",
		views[view].name, days);

	if (after == 0)
		return at;
	return arena_printf(rq->arena, "%s&after=%lld", at, (long long)after);
}

static int64_t
count(const struct queue *qu, unsigned show)
{
	int64_t sum = 0;

	for (int s = 0; s < STANDINGS; s++)
		if (show >> s & 1)
			sum += qu->n[s];
	return sum;
}

static void
tabs(struct req *rq, struct tpl *t, const struct queue *qu)
{
	static const int spans[] = {1, 7, 14};

	for (size_t i = 0; i < VIEWS; i++) {
		struct tpl *row = tpl_row(t, "TAB");

		tpl_text(row, "URL", address(rq, i, qu->days, 0));
		tpl_text(row, "LABEL", views[i].label);
		tpl_int(row, "N", count(qu, views[i].show));
		tpl_show_if(row, "CURRENT", i == qu->view);
	}
	for (size_t i = 0; i < 3; i++) {
		struct tpl *row = tpl_row(t, "SPAN");

		tpl_text(row, "URL", address(rq, qu->view, spans[i], 0));
		tpl_text(row, "LABEL",
			spans[i] == 1	? "Until tomorrow"
			: spans[i] == 7 ? "Next 7 days"
					: "Next 14 days");
		tpl_show_if(row, "CURRENT", spans[i] == qu->days);
	}
}

static void
visit_row(struct req *rq, struct tpl *t, const struct coming *c)
{
	struct tpl *row = tpl_row(t, "ROW"), *act;
	const struct show *there = visit_part_show(rq, c->zone);
	bool other = strcmp(c->zone, zone_name(rq->zone)) != 0;

	tpl_text(row, "ISO", show_iso_time(there, c->start_at));
	tpl_text(row, "DAY",
		show_near(there, zone_local(there->zone, c->start_at).day));
	tpl_text(row, "TIME", show_time(there, c->start_at));
	tpl_text(row, "ZONE", other ? zone_abbr(there->zone, c->start_at) : "");
	tpl_int(row, "VISIT", c->visit_id);
	tpl_int(row, "PATIENT", c->patient_id);
	tpl_text(
		row, "NAME", patient_name_list(rq->arena, c->family, c->given));
	tpl_text(row, "BORN", show_date(rq->show, c->birth));
	tpl_text(row, "MRN", patient_mrn_show(rq->arena, c->mrn));
	tpl_text(row, "WITH", c->provider);
	tpl_text(row, "PAYER",
		c->coverage_id ? c->payer : "No insurance on file");
	tpl_text(row, "MEMBER", c->member_id);
	tpl_text(row, "TONE", standing_tone(c->standing));
	tpl_text(row, "ICON", standing_icon(c->standing));
	tpl_text(row, "STANDING", standing_label(c->standing));
	if (c->checked_at != INSTANT_NONE)
		tpl_text(tpl_row(row, "CHECKED"), "TEXT",
			show_when(rq->show, c->checked_at));
	req_shown(rq, c->patient_id);
	act = tpl_row(row, c->coverage_id ? "CHECK" : "ADD");
	tpl_text(act, "URL",
		c->coverage_id
			? arena_printf(rq->arena,
				  "/insurance/policies/%lld?visit=%lld#check",
				  (long long)c->coverage_id,
				  (long long)c->visit_id)
			: arena_printf(rq->arena,
				  "/patients/%lld/insurance/new",
				  (long long)c->patient_id));
}

static void
nothing(struct req *rq, struct tpl *t, const struct queue *qu)
{
	struct tpl *empty = tpl_part(t, "EMPTY", "part/empty.tpl");
	struct tpl *act = tpl_row(empty, "ACTION");

	tpl_text(empty, "TITLE",
		qu->view == 0 ? "Every coming visit has an active policy."
			      : "No coming visit is in this list.");
	tpl_text(act, "URL", address(rq, VIEWS - 1, qu->days, 0));
	tpl_text(act, "LABEL", "Show all visits");
}

static int
insurance_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/insurance.tpl"), *nav;
	struct queue qu = {0};
	bool more;

	ask(rq, &qu);
	if (coverage_store_coming(rq->db, rq->arena, rq->scope, &qu.span,
		    views[qu.view].show, query_int(rq, "after"), PER_PAGE,
		    &qu.list, qu.n))
		return req_db_err(rq);
	more = qu.list.n > PER_PAGE;
	qu.list.n -= more;
	req_title(rq, "Insurance");
	tabs(rq, t, &qu);
	tpl_show_if(t, "TABLE", qu.list.n > 0);
	for (size_t i = 0; i < qu.list.n; i++)
		visit_row(rq, t, &qu.list.v[i]);
	if (qu.list.n == 0)
		nothing(rq, t, &qu);
	if (!more && !query_has(rq, "after"))
		return req_html(rq);
	nav = tpl_row(t, "PAGER");
	tpl_int(nav, "SHOWN", (int64_t)qu.list.n);
	tpl_int(nav, "TOTAL", count(&qu, views[qu.view].show));
	if (query_has(rq, "after"))
		tpl_text(tpl_row(nav, "FIRST"), "URL",
			address(rq, qu.view, qu.days, 0));
	if (more)
		tpl_text(tpl_row(nav, "NEXT"), "URL",
			address(rq, qu.view, qu.days,
				qu.list.v[PER_PAGE - 1].visit_id));
	return req_html(rq);
}

const struct page insurance_page = {
	.method = "GET",
	.path = "/insurance",
	.perm = PERM_COVERAGE_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_COVERAGE_VIEW,
	.query = &insurance_query,
	.about = "Coming visits whose coverage is unchecked or failed.",
	.run = insurance_run,
};
