/* Today: what must not be dropped, late first, and the clinic beside it.
 * Rules: tests/RULES.md, "Open loops". SQL: store/item_list_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "domain/patient.h"
#include "domain/ready.h"
#include "domain/visit.h"
#include "staff/item_list.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/coverage_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- the clinic now --------------------------------------------------- */

enum flow { FLOW_COMING, FLOW_ARRIVED, FLOW_ROOM, FLOW_DONE, FLOW_MISSED };

static int
flow_of(const struct visit *v)
{
	switch (visit_state(v)) {
	case VISIT_PENDING:
	case VISIT_BOOKED:
	case VISIT_UNCONFIRMED:
	case VISIT_CONFIRMED:
		return FLOW_COMING;
	case VISIT_ARRIVED:
	case VISIT_CHECKED_IN:
		return FLOW_ARRIVED;
	case VISIT_ROOMED:
	case VISIT_WITH:
	case VISIT_CHECKOUT:
		return FLOW_ROOM;
	case VISIT_FULFILLED:
		return FLOW_DONE;
	case VISIT_NOSHOW:
	case VISIT_LEFT:
		return FLOW_MISSED;
	default:
		return -1;
	}
}

/* Who they see, how long they wait, and whose clock the time is of. */
static const char *
visit_under(struct req *rq, const struct visit *v)
{
	const struct show *there = visit_part_show(rq, v->zone);
	struct buf b = buf_new(rq->arena);
	int64_t min = (rq->now - v->arrived) / 60;

	buf_adds(&b, v->provider_short);
	if (v->arrived != INSTANT_NONE && min >= 0)
		buf_addf(&b, " · %lld min", (long long)min);
	if (strcmp(v->zone, zone_name(rq->zone)) != 0)
		buf_addf(&b, " · %s", zone_abbr(there->zone, v->start));
	return b.s;
}

static void
visit_row(struct req *rq, struct tpl *t, const struct visit *v,
	const struct need_marks *marks)
{
	enum visit_state state = visit_state(v);
	struct tpl *row = tpl_row(t, "VISIT");
	const struct show *there = visit_part_show(rq, v->zone);
	const struct need_mark *mark = need_mark_of(marks, v->id);

	tpl_int(row, "ID", v->id);
	tpl_text(row, "ISO", show_iso_time(there, v->start));
	tpl_text(row, "TIME", show_time(there, v->start));
	tpl_text(
		row, "NAME", patient_name_list(rq->arena, v->family, v->given));
	tpl_text(row, "WITH", visit_under(rq, v));
	tpl_text(row, "TONE", visit_state_tone(state));
	tpl_text(row, "STATE", visit_state_label(state));
	if (mark != NULL && mark->missing > 0)
		need_part_mark(rq, row, marks, v->id);
	req_shown(rq, v->patient_id);
}

/* Those who are here, longest first, then those who come next. */
static void
next_visits(struct req *rq, struct tpl *t, const struct visits *list,
	const struct need_marks *marks)
{
	int left = 6;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < list->n && left > 0; i++) {
			const struct visit *v = &list->v[i];
			int flow = flow_of(v);
			bool here = flow == FLOW_ARRIVED || flow == FLOW_ROOM;
			bool next = flow == FLOW_COMING && v->end > rq->now;

			if (pass == 0 ? !here : !next)
				continue;
			visit_row(rq, t, v, marks);
			left--;
		}
	tpl_show_if(t, "NO_VISITS", left == 6);
}

static int
clinic_now(struct req *rq, struct tpl *t, const struct need_marks *marks)
{
	static const char *const labels[] = {
		"To come", "Arrived", "In room", "Done", "No-show"};
	struct visits list = {0};
	int n[5] = {0};
	instant_t from, to;

	if (!req_may(rq, PERM_VISIT_READ))
		return 0;
	zone_instant(rq->zone, rq->today, 0, &from);
	zone_instant(rq->zone, rq->today + 1, 0, &to);
	if (visit_store_between(
		    rq->db, rq->arena, rq->scope, 0, from, to, &list))
		return -1;
	t = tpl_row(t, "NOW");
	for (size_t i = 0; i < list.n; i++)
		if (flow_of(&list.v[i]) >= 0)
			n[flow_of(&list.v[i])]++;
	for (int i = 0; i < 5; i++) {
		struct tpl *row = tpl_row(t, "FLOW");

		tpl_int(row, "N", n[i]);
		tpl_text(row, "LABEL", labels[i]);
	}
	next_visits(rq, t, &list, marks);
	return 0;
}

/* ---- needs attention, waiting on others ------------------------------- */

static void
notice(struct req *rq, struct tpl *t, const char *url, bool red, int64_t n,
	const char *one, const char *many, const char *rest)
{
	struct tpl *row;

	if (n == 0)
		return;
	row = tpl_row(t, "NOTICE");
	tpl_text(row, "URL", url);
	tpl_show_if(row, "RED", red);
	tpl_text(row, "ICON", red ? "circle-alert" : "triangle-alert");
	tpl_text(row, "LINK",
		arena_printf(rq->arena, "%lld %s", (long long)n,
			n == 1 ? one : many));
	tpl_text(row, "REST", rest);
}

static const char *
age_words(struct req *rq, instant_t since)
{
	int64_t s = rq->now - since;

	if (s < 2 * 3600)
		return arena_printf(rq->arena, "%lld min", (long long)s / 60);
	if (s < 48 * 3600)
		return arena_printf(rq->arena, "%lld h", (long long)s / 3600);
	return arena_printf(rq->arena, "%lld d", (long long)s / 86400);
}

static int
attention(struct req *rq, struct tpl *t, int64_t unready)
{
	struct coming_span span = coming_span(rq->zone, rq->now, rq->today, 1);
	struct item_window w = item_window(rq->zone, rq->today, rq->now);
	struct item_unowned none = {.oldest = INSTANT_NONE};
	int64_t n[STANDINGS] = {0};
	const char *rest = "";

	if (item_store_unowned(rq->db, rq->scope, &w, &none))
		return -1;
	if (req_may(rq, PERM_COVERAGE_READ) &&
		coverage_store_coming_counts(rq->db, rq->scope, &span, n))
		return -1;
	notice(rq, t, "/insurance?show=bad&days=1", true,
		n[STANDING_FAILED] + n[STANDING_INACTIVE],
		"coverage check failed", "coverage checks failed",
		"for visits until tomorrow");
	notice(rq, t, "/insurance?show=open&days=1", false,
		n[STANDING_UNCHECKED] + n[STANDING_NO_POLICY], "visit",
		"visits", "until tomorrow without a coverage check");
	notice(rq, t, "/readiness", false, unready, "visit is", "visits are",
		"not ready, in the next three business days");
	if (none.n)
		rest = arena_printf(
			rq->arena, "the oldest %s", age_words(rq, none.oldest));
	notice(rq, t, "/today?owner=nobody&when=open", false, none.n,
		"item has no owner,", "items have no owner,", rest);
	tpl_show_if(t, "CALM",
		none.n + unready + n[STANDING_FAILED] + n[STANDING_INACTIVE] +
				n[STANDING_UNCHECKED] + n[STANDING_NO_POLICY] ==
			0);
	return 0;
}

/* "Aetna", or of whom nobody said who they are: "With patient". */
static int
waiting(struct req *rq, struct tpl *t)
{
	struct item_waits waits = {0};

	if (item_store_waits(rq->db, rq->arena, rq->scope, 6, &waits))
		return -1;
	for (size_t i = 0; i < waits.n; i++) {
		const struct item_wait *w = &waits.v[i];
		struct tpl *row = tpl_row(t, "WAIT");

		tpl_text(row, "ON",
			w->on[0] ? w->on : item_state_label(w->state));
		tpl_text(row, "WHAT",
			arena_printf(rq->arena, "%s · %lld",
				item_kind_label(w->kind), (long long)w->n));
		tpl_text(row, "SINCE", age_words(rq, w->since));
	}
	tpl_show_if(t, "NO_WAIT", waits.n == 0);
	return 0;
}

/* From this morning to the end of the third business day. Those of today
 * that are not here yet are counted too. */
static int
ready_marks(struct req *rq, struct need_marks *marks, int64_t *unready)
{
	day_t last = day_add_business(rq->today, READY_AHEAD, rq->holidays);
	instant_t from, to;

	if (!req_may(rq, PERM_VISIT_READ))
		return 0;
	zone_instant(rq->zone, rq->today, 0, &from);
	zone_instant(rq->zone, last + 1, 0, &to);
	if (need_store_marks(rq->db, rq->arena, rq->scope, 0, from, to,
		    need_part_due(rq), marks))
		return -1;
	for (size_t i = 0; i < marks->n; i++)
		*unready += marks->v[i].missing > 0;
	return 0;
}

/* ---- the page --------------------------------------------------------- */

static void
summary(struct req *rq, struct tpl *t, const struct item_list *l)
{
	struct item_list paper = *l;

	paper.path = "/today/print";
	paper.f.after = paper.f.before = 0;
	tpl_text(t, "PRINT", item_list_url(rq, &paper, &paper.f));
	tpl_text(t, "DAY", show_day_long(rq->show, rq->today));
	tpl_text(t, "SUMMARY",
		arena_printf(rq->arena, "%lld open · %lld overdue",
			(long long)item_totals_week(&l->totals, l->f.queue),
			(long long)l->totals.n[l->f.queue][BUCKET_LATE]));
	tpl_text(t, "UPDATED", show_time(rq->show, rq->now));
	tpl_text(t, "UPDATED_ISO", show_iso_time(rq->show, rq->now));
}

static int
today_run(struct req *rq)
{
	struct item_list l = {.path = "/today"};
	struct need_marks marks = {0};
	int64_t unready = 0;
	struct tpl *t = req_tpl(rq, "staff/today.tpl");

	item_list_ask(rq, &l);
	if (item_list_load(rq, &l) || item_list_filters(rq, t, &l) ||
		item_list_table(rq, t, &l, "Open items, overdue first") ||
		ready_marks(rq, &marks, &unready) ||
		clinic_now(rq, t, &marks) || attention(rq, t, unready) ||
		waiting(rq, t))
		return req_db_err(rq);
	req_title(rq, "Today");
	item_list_tabs(rq, t, &l);
	summary(rq, t, &l);
	tpl_show_if(t, "MAY_ADD", req_may(rq, PERM_WORK_WRITE));
	return req_html(rq);
}

const struct page today_page = {
	.method = "GET",
	.path = "/today",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_TODAY_VIEW,
	.query = &item_list_query,
	.about = "What is due, late first, and the clinic now.",
	.run = today_run,
};

/* Those who have no worklist begin where their work is. */
static int
home_run(struct req *rq)
{
	return req_redirect(
		rq, req_may(rq, PERM_WORK_READ) ? "/today" : "/admin");
}

const struct page home_page = {
	.method = "GET",
	.path = "/",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.about = "To where one's day begins.",
	.run = home_run,
};

static int
today_print_run(struct req *rq)
{
	struct item_list l = {.path = "/today"};
	struct tpl *t =
		req_tpl_in(rq, "layout/print.tpl", "staff/today_print.tpl");

	item_list_ask(rq, &l);
	l.f.after = l.f.before = 0;
	l.f.limit = 300;
	if (item_list_load(rq, &l))
		return req_db_err(rq);
	req_title(rq, "Today");
	item_list_rows(rq, t, &l);
	summary(rq, t, &l);
	tpl_show_if(t, "MORE", l.next);
	tpl_show_if(t, "NONE", l.rows.n == 0);
	tpl_text(rq->root, "BACK", item_list_url(rq, &l, &l.f));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s %s by %s",
			show_date(rq->show, rq->today),
			show_time(rq->show, rq->now), rq->user->name));
	return req_html(rq);
}

const struct page today_print_page = {
	.method = "GET",
	.path = "/today/print",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_TODAY_PRINT,
	.query = &item_list_query,
	.about = "Today's list on paper.",
	.run = today_print_run,
};
