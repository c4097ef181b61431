/* A patient books: what for, with whom, which day, which time. One question
 * a page; the answers stand in the address. What follows is in
 * book_check_pages.c. Rules: tests/RULES.md, "Booked by the patient". */
#include <stdlib.h>

#include "base/arena.h"
#include "base/show.h"
#include "portal/booker.h"
#include "portal/pages.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define DAYS 14
#define TIMES_MOST 60

static int
chosen(struct req *rq, struct booker *b)
{
	return booker_load(
		rq, query_int(rq, "type"), query_int(rq, "provider"), b);
}

/* ---- what for ------------------------------------------------------------ */

static int
portal_reason_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/book_reason.tpl");
	struct booker b;
	int st = chosen(rq, &b);

	if (st)
		return st;
	req_title(rq, tr(rq, "What is the visit for?"));
	for (size_t i = 0; i < b.types.n; i++) {
		struct tpl *row = tpl_row(t, "TYPE");

		tpl_int(row, "ID", b.types.v[i].id);
		tpl_text(row, "NAME", booker_type_name(rq, &b.types.v[i]));
		tpl_int(row, "MINUTES",
			visit_type_minutes(
				&b.types.v[i], b.patient.interpreter));
	}
	tpl_show_if(t, "NONE", b.types.n == 0);
	return req_html(rq);
}

const struct page portal_reason_page = {
	.method = "GET",
	.path = "/portal/book/reason",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &booker_query,
	.run = portal_reason_run,
	.about = "First step of a booking: what for.",
};

/* ---- with whom ----------------------------------------------------------- */

static int
to_reason(struct req *rq)
{
	return req_redirect(rq, "/portal/book/reason");
}

static int
portal_provider_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/book_provider.tpl");
	struct booker b;
	int st = chosen(rq, &b);

	if (st)
		return st;
	if (!b.has_type)
		return to_reason(rq);
	req_title(rq, tr(rq, "Whom would you like to see?"));
	tpl_int(t, "TYPE_ID", b.type.id);
	for (size_t i = 0; i < b.providers.n; i++) {
		const struct provider *p = &b.providers.v[i];
		struct tpl *row = tpl_row(t, "PROVIDER");

		tpl_int(row, "ID", p->id);
		tpl_text(row, "NAME", p->name);
		tpl_text(row, "SPECIALTY", p->specialty);
		tpl_show_if(row, "OWN", p->id == b.patient.provider_id);
	}
	return req_html(rq);
}

const struct page portal_provider_page = {
	.method = "GET",
	.path = "/portal/book/provider",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &booker_query,
	.run = portal_provider_run,
	.about = "Second step of a booking: with whom.",
};

/* ---- which day ----------------------------------------------------------- */

/* The day of a time where it takes place. */
static day_t
slot_day(struct req *rq, const struct booker *b, const struct slot *s)
{
	const struct show *show = booker_show(rq, booker_site(b, s->site_id));

	return zone_local(show->zone, s->start).day;
}

/* Slots come by day: one row for each, with how many there are. */
static void
draw_days(struct req *rq, struct tpl *t, const struct booker *b,
	const struct slots *slots)
{
	for (size_t i = 0, n; i < slots->n; i += n) {
		day_t day = slot_day(rq, b, &slots->v[i]);
		struct tpl *row = tpl_row(t, "DAY");

		for (n = 1; i + n < slots->n; n++)
			if (slot_day(rq, b, &slots->v[i + n]) != day)
				break;
		tpl_text(row, "ISO", show_iso(rq->show, day));
		tpl_text(row, "TEXT", show_day(rq->show, day));
		tpl_int(row, "N", (int64_t)n);
	}
}

static int
portal_day_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/book_day.tpl"), *later;
	struct slots slots = {0};
	struct booker b;
	day_t from = query_day(rq, "from");
	int st = chosen(rq, &b);

	if (st)
		return st;
	if (!b.has_type)
		return to_reason(rq);
	if (from == DAY_NONE || from < rq->today)
		from = rq->today;
	if (booker_slots(rq, &b, from, DAYS, &slots))
		return req_db_err(rq);
	req_title(rq, tr(rq, "Which day suits you?"));
	tpl_int(t, "TYPE_ID", b.type.id);
	tpl_int(t, "PROVIDER_ID", b.provider);
	draw_days(rq, t, &b, &slots);
	tpl_show_if(t, "NONE", slots.n == 0);
	if (from + DAYS <= rq->today + b.type.horizon_days) {
		later = tpl_row(t, "LATER");
		tpl_int(later, "TYPE_ID", b.type.id);
		tpl_int(later, "PROVIDER_ID", b.provider);
		tpl_text(later, "ISO", show_iso(rq->show, from + DAYS));
	}
	return req_html(rq);
}

const struct page portal_day_page = {
	.method = "GET",
	.path = "/portal/book/day",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &booker_query,
	.run = portal_day_run,
	.about = "Third step of a booking: which day.",
};

/* ---- which time ---------------------------------------------------------- */

static int
by_start(const void *a, const void *b)
{
	const struct slot *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static int
portal_time_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/book_time.tpl");
	struct slots slots = {0};
	struct booker b;
	day_t day = query_day(rq, "day");
	int st = chosen(rq, &b);

	if (st)
		return st;
	if (!b.has_type || day == DAY_NONE)
		return to_reason(rq);
	if (booker_slots(rq, &b, day, 1, &slots))
		return req_db_err(rq);
	if (slots.n > 0)
		qsort(slots.v, slots.n, sizeof(*slots.v), by_start);
	req_title(rq, tr(rq, "Which time suits you?"));
	tpl_int(t, "TYPE_ID", b.type.id);
	tpl_int(t, "PROVIDER_ID", b.provider);
	tpl_text(t, "DAY_TEXT", show_day(rq->show, day));
	for (size_t i = 0; i < slots.n && i < TIMES_MOST; i++) {
		const struct slot *s = &slots.v[i];
		const struct site *site = booker_site(&b, s->site_id);
		struct tpl *row = tpl_row(t, "TIME");

		tpl_text(row, "SLOT", slot_text(rq->arena, s));
		tpl_text(row, "TEXT",
			show_time(booker_show(rq, site), s->start));
		tpl_text(row, "WHO", booker_provider(&b, s->provider_id));
		tpl_text(row, "PLACE", site != NULL ? site->name : "");
	}
	tpl_show_if(t, "SOME", slots.n > 0);
	tpl_show_if(t, "NONE", slots.n == 0);
	return req_html(rq);
}

const struct page portal_time_page = {
	.method = "GET",
	.path = "/portal/book/time",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &booker_query,
	.run = portal_time_run,
	.about = "Fourth step of a booking: which time.",
};
