/* The flow board: today at a site, its fragment for the timer, and on
 * paper. Rules: tests/RULES.md, "The flow board"; SQL:
 * store/visit_store.c, store/flow_store.c. */
#include "base/arena.h"
#include "base/show.h"
#include "staff/flow_part.h"
#include "staff/pages.h"
#include "tpl/tpl.h"
#include "web/req.h"

static void
draw_filters(struct tpl *t, const struct flow *f)
{
	struct tpl *row;

	for (size_t i = 0; i < f->sites.n; i++) {
		row = tpl_row(t, "SITE");
		tpl_int(row, "ID", f->sites.v[i].id);
		tpl_text(row, "NAME", f->sites.v[i].name);
		tpl_show_if(row, "ON", f->sites.v[i].id == f->site);
	}
	for (size_t i = 0; i < f->providers.n; i++) {
		row = tpl_row(t, "PROVIDER");
		tpl_int(row, "ID", f->providers.v[i].id);
		tpl_text(row, "NAME", f->providers.v[i].name);
		tpl_show_if(row, "ON", f->providers.v[i].id == f->provider);
	}
	for (int i = 0; i < FLOW_COLUMNS; i++) {
		enum flow_column c = (enum flow_column)i;

		row = tpl_row(t, "STATE");
		tpl_text(row, "NAME", flow_column_name(c));
		tpl_text(row, "LABEL", flow_column_label(c));
		tpl_show_if(row, "ON", f->one && f->column == c);
	}
}

static int
flow_run(struct req *rq)
{
	struct flow f;
	struct tpl *t, *head;
	int st = flow_load(rq, &f);

	if (st)
		return st;
	t = req_tpl(rq, "staff/flow.tpl");
	req_title(rq, arena_printf(rq->arena, "Flow, %s", f.at->name));
	head = tpl_part(rq->root, "HEAD_EXTRA", "staff/flow_head.tpl");
	tpl_text(head, "SCRIPT", req_asset(rq, "js/flow.js"));
	tpl_text(t, "PLACE", f.at->name);
	tpl_text(t, "DAY", show_day_long(f.show, f.show->today));
	tpl_text(t, "ZONE", zone_abbr(f.zone, rq->now));
	tpl_text(t, "PRINT", flow_url(rq, "/flow/print", &f));
	tpl_text(t, "BOARD_URL", flow_url(rq, "/flow/board", &f));
	tpl_show_if(t, "MAY_BOOK", req_may(rq, PERM_VISIT_WRITE));
	tpl_int(t, "SITE_ID", f.site);
	draw_filters(t, &f);
	flow_draw(rq, tpl_part(t, "BOARD", "staff/flow_board.tpl"), &f);
	return req_html(rq);
}

const struct page flow_page = {
	.method = "GET",
	.path = "/flow",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_FLOW_VIEW,
	.query = &flow_query,
	.run = flow_run,
	.about = "Today at a site: who is where, since when, what comes next.",
};

static int
flow_board_run(struct req *rq)
{
	struct flow f;
	struct tpl *t;
	int st = flow_load(rq, &f);

	if (st)
		return st;
	if (!rq->htmx)
		return req_redirect(rq, "%s", flow_url(rq, "/flow", &f));
	t = req_tpl_in(rq, NULL, "staff/flow_board.tpl");
	flow_draw(rq, t, &f);
	return req_html(rq);
}

const struct page flow_board_page = {
	.method = "GET",
	.path = "/flow/board",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_FLOW_VIEW,
	.query = &flow_query,
	.poll = true,
	.run = flow_board_run,
	.about = "The board without its page, for the timer that renews it.",
};

static int
flow_print_run(struct req *rq)
{
	struct flow f;
	struct tpl *t;
	bool any = false;
	int st = flow_load(rq, &f);

	if (st)
		return st;
	t = req_tpl_in(rq, "layout/print.tpl", "staff/flow_print.tpl");
	req_title(rq, arena_printf(rq->arena, "Flow, %s, %s", f.at->name,
			      show_day_long(f.show, f.show->today)));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s", show_when(f.show, rq->now),
			rq->user->name));
	tpl_text(rq->root, "BACK", flow_url(rq, "/flow", &f));
	for (int i = 0; i < FLOW_COLUMNS; i++) {
		enum flow_column c = (enum flow_column)i;
		struct tpl *s;

		if (f.n[c] == 0 || (f.one && f.column != c))
			continue;
		s = tpl_row(t, "COLUMN");
		tpl_text(s, "LABEL", flow_column_label(c));
		tpl_int(s, "N", f.n[c]);
		flow_rows(rq, s, &f, c, false);
		any = true;
	}
	tpl_show_if(t, "NONE", !any);
	return req_html(rq);
}

const struct page flow_print_page = {
	.method = "GET",
	.path = "/flow/print",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_FLOW_PRINT,
	.query = &flow_query,
	.run = flow_print_run,
	.about = "The flow board on paper.",
};
