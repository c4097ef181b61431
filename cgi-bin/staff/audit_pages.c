/* Reading the audit log: who did or saw what. Patients are numbers here,
 * nothing of a record is shown. SQL: store/audit_search.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "care/audit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/audit_search.h"
#include "store/user_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define PAGE_ROWS 50
#define DAYS_BACK 6

static const struct option outcomes[] = {
	{"ok", "Done"},
	{"denied", "Refused"},
	{"failed", "Failed"},
	{NULL, NULL},
};

static const struct field asked[] = {
	{.name = "from", .label = "From", .type = FIELD_DAY},
	{.name = "to", .label = "To", .type = FIELD_DAY},
	{.name = "user", .label = "User", .type = FIELD_TOKEN},
	{.name = "event", .label = "Event", .type = FIELD_TOKEN},
	{.name = "outcome",
		.label = "Outcome",
		.type = FIELD_SELECT,
		.options = outcomes},
	{.name = "patient", .label = "Patient number", .type = FIELD_INT},
	{.name = "before", .type = FIELD_HIDDEN},
};
static const struct form audit_query = FORM(asked);

/* The days as asked, the last seven otherwise. */
struct span {
	day_t from, to; /* both included */
};

static struct span
span_asked(struct req *rq)
{
	struct span s = {query_day(rq, "from"), query_day(rq, "to")};

	if (s.to == DAY_NONE)
		s.to = rq->today;
	if (s.from == DAY_NONE)
		s.from = s.to - DAYS_BACK;
	return s;
}

static struct audit_filter
filter_asked(struct req *rq, struct span days)
{
	struct audit_filter f = {
		.user_id = query_int(rq, "user"),
		.patient_id = query_int(rq, "patient"),
		.event = query_text(rq, "event"),
		.outcome = query_text(rq, "outcome"),
		.before = query_int(rq, "before"),
		.limit = PAGE_ROWS + 1,
	};

	zone_instant(rq->zone, days.from, 0, &f.from);
	zone_instant(rq->zone, days.to + 1, 0, &f.to);
	return f;
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
draw_filter(struct req *rq, struct tpl *t, const struct audit_filter *f,
	struct span days)
{
	struct users users = {0};

	if (user_store_list(rq->db, rq->arena, rq->scope, true, &users))
		return -1;
	for (size_t i = 0; i < users.n; i++)
		option_row(t, "USER", part_id(rq, users.v[i].id),
			users.v[i].name, users.v[i].id == f->user_id);
	for (int e = AUDIT_NONE + 1; e < AUDIT_COUNT; e++) {
		const char *name = audit_name((enum audit_event)e);

		option_row(t, "EVENT", name, name, strcmp(name, f->event) == 0);
	}
	for (const struct option *o = outcomes; o->value != NULL; o++)
		option_row(t, "OUTCOME", o->value, o->label,
			strcmp(o->value, f->outcome) == 0);
	tpl_text(t, "FROM", show_iso(rq->show, days.from));
	tpl_text(t, "TO", show_iso(rq->show, days.to));
	tpl_text(t, "PATIENT",
		f->patient_id != 0 ? part_id(rq, f->patient_id) : "");
	return 0;
}

static const char *
about(struct req *rq, const struct audit_hit *h)
{
	struct buf b = buf_new(rq->arena);

	if (h->patient_id != 0)
		buf_addf(&b, "patient %lld", (long long)h->patient_id);
	if (h->object_id != 0)
		buf_addf(&b, "%s%s %lld", b.n > 0 ? ", " : "", h->object_type,
			(long long)h->object_id);
	if (h->shown > 0)
		buf_addf(&b, "%s%lld patient%s in a list", b.n > 0 ? ", " : "",
			(long long)h->shown, h->shown == 1 ? "" : "s");
	return b.s;
}

static void
hit_row(struct req *rq, struct tpl *t, const struct audit_hit *h)
{
	struct tpl *row = tpl_row(t, "HIT");

	tpl_int(row, "ID", h->id);
	tpl_text(row, "WHEN", show_when(rq->show, h->at));
	tpl_text(row, "ACTOR", h->actor);
	tpl_text(row, "ROLES", h->roles);
	tpl_text(row, "NAME", h->event);
	tpl_text(row, "PROGRAM", h->program);
	tpl_text(row, "ABOUT", about(rq, h));
	tpl_text(row, "DETAIL", h->detail);
	if (*h->reason != '\0')
		tpl_text(tpl_row(row, "REASON"), "TEXT", h->reason);
	tpl_text(row, "ADDRESS", h->address);
	tpl_text(row, "REQUEST", h->request);
	tpl_show_if(row, "OK", strcmp(h->outcome, "ok") == 0);
	tpl_show_if(row, "DENIED", strcmp(h->outcome, "denied") == 0);
	tpl_show_if(row, "FAILED", strcmp(h->outcome, "failed") == 0);
}

/* When the chain of the log was last walked, and how that ended. */
static int
draw_check(struct req *rq, struct tpl *t)
{
	struct audit_hit last;
	int found = audit_search_check(rq->db, rq->arena, rq->scope, &last);
	struct tpl *row;

	if (found < 0)
		return -1;
	tpl_show_if(t, "UNCHECKED", found == 0);
	if (found == 0)
		return 0;
	row = tpl_row(
		t, strncmp(last.detail, "whole", 5) == 0 ? "WHOLE" : "BROKEN");
	tpl_text(row, "CHECKED", show_when(rq->show, last.at));
	return 0;
}

static void
draw_older(struct req *rq, struct tpl *t, const struct audit_filter *f,
	struct span days, int64_t last)
{
	tpl_text(tpl_row(t, "OLDER"), "URL",
		arena_printf(rq->arena,
			"/admin/audit?from=%s&to=%s&user=%lld&event=%s"
			"&outcome=%s&patient=%lld&before=%lld",
			show_iso(rq->show, days.from),
			show_iso(rq->show, days.to), (long long)f->user_id,
			f->event, f->outcome, (long long)f->patient_id,
			(long long)last));
}

static int
audit_list_run(struct req *rq)
{
	struct span days = span_asked(rq);
	struct audit_filter f = filter_asked(rq, days);
	struct audit_hits hits = {0};
	struct tpl *t = req_tpl(rq, "staff/audit_list.tpl");
	size_t n;

	req_title(rq, "Audit log");
	if (audit_search_list(rq->db, rq->arena, rq->scope, &f, &hits) ||
		draw_filter(rq, t, &f, days) || draw_check(rq, t))
		return req_db_err(rq);
	n = hits.n > PAGE_ROWS ? PAGE_ROWS : hits.n;
	for (size_t i = 0; i < n; i++)
		hit_row(rq, t, &hits.v[i]);
	if (hits.n > PAGE_ROWS)
		draw_older(rq, t, &f, days, hits.v[n - 1].id);
	tpl_show_if(t, "NONE", n == 0);
	req_note(rq, "event=%s outcome=%s user=%lld patient=%lld shown=%zu",
		f.event, f.outcome, (long long)f.user_id,
		(long long)f.patient_id, n);
	return req_html(rq);
}

const struct page audit_list_page = {
	.method = "GET",
	.path = "/admin/audit",
	.perm = PERM_AUDIT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_AUDIT_VIEW,
	.query = &audit_query,
	.run = audit_list_run,
	.about = "Search the audit log.",
};

/* ---- the chain ------------------------------------------------------ */

struct walked {
	int64_t events; /* -1: something does not fit */
	struct err err;
};

/* Outside any transaction: a long log takes a while. Events added on the
 * way are walked too. */
static int
audit_check_prepare(struct req *rq)
{
	struct walked *w = arena_alloc(rq->arena, sizeof(*w));

	rq->prepared = w;
	w->events = audit_verify(rq->db, rq->arena, &w->err);
	if (w->events < 0 && w->err.kind != ERR_CONFLICT)
		return req_db_err(rq);
	return 0;
}

static int
audit_check_run(struct req *rq)
{
	const struct walked *w = rq->prepared;

	if (w->events >= 0) {
		req_note(rq, "whole events=%lld", (long long)w->events);
		req_flash(rq, NULL,
			"The log is whole: each of its %s events "
			"fits the one before.",
			show_count(rq->show, w->events));
	} else {
		req_note(rq, "broken: %s", w->err.text);
		req_flash(rq, NULL,
			"The log was changed from outside. %s "
			"Keep a copy of the database and find out "
			"who had access.",
			w->err.text);
	}
	return req_redirect(rq, "/admin/audit");
}

const struct page audit_check_page = {
	.method = "POST",
	.path = "/admin/audit/check",
	.perm = PERM_AUDIT_READ,
	.txn = TXN_WRITE,
	.audit = AUDIT_AUDIT_CHECK,
	.body_max = 1024,
	.prepare = audit_check_prepare,
	.run = audit_check_run,
	.about = "Check that the audit log was not changed from outside.",
};
