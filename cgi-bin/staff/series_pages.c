/* The visits of one series, and what is done to several of them at once.
 * Acts: care/series.c; rules: tests/RULES.md, "Visits that repeat". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/series_part.h"
#include "staff/visit_part.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define BUTTON "Move them all"

static const struct option which_options[] = {
	{"this", "This visit"},
	{"following", "This visit and those after it"},
	{"all", "All that are to come"},
	{NULL, NULL},
};
static const struct option by_options[] = {
	{"patient", "The patient"},
	{"clinic", "The clinic"},
	{NULL, NULL},
};

#define AT_FIELD                                                               \
	{                                                                      \
		.name = "at", .label = "New time of day", .type = FIELD_TIME,  \
		.required = true, .missing = "Enter a time of day"             \
	}

static const struct field ask_fields[] = {
	{.name = "move_which",
		.label = "Which visits move?",
		.type = FIELD_SELECT,
		.options = which_options},
	AT_FIELD,
};
static const struct form ask_form = FORM(ask_fields);

static const struct field move_fields[] = {
	{.name = "move_which", .type = FIELD_TOKEN, .required = true},
	{.name = "at", .type = FIELD_TOKEN, .required = true},
	{.name = "overbook_reason", .type = FIELD_TEXT, .max = 200},
	SERIES_PICKS,
};
static const struct form move_form = FORM(move_fields);

static const struct field cancel_fields[] = {
	{.name = "which",
		.label = "Which visits are cancelled?",
		.type = FIELD_SELECT,
		.options = which_options,
		.required = true},
	{.name = "by",
		.label = "Who cancels?",
		.type = FIELD_RADIO,
		.options = by_options,
		.required = true,
		.missing = "Say who cancels"},
	{.name = "reason",
		.label = "Why?",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose why the visits are cancelled"},
	{.name = "note",
		.label = "Note",
		.hint = "For colleagues. It stands in the history.",
		.type = FIELD_TEXT,
		.max = 200},
	/* Of the other form on the page, drawn beside. */
	{.name = "move_which",
		.label = "Which visits move?",
		.type = FIELD_SELECT,
		.options = which_options},
	{.name = "at", .label = "New time of day", .type = FIELD_TIME},
};
static const struct form cancel_form = FORM(cancel_fields);

static void
about(struct req *rq)
{
	req_about(rq, "appointment", rq->o.visit->id);
	req_about_patient(rq, rq->o.visit->patient_id);
}

static enum series_which
which_of(const char *s)
{
	return strcmp(s, "all") == 0	     ? SERIES_ALL
	       : strcmp(s, "following") == 0 ? SERIES_FOLLOWING
					     : SERIES_THIS;
}

static void
reason_options(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Choose a reason"};
	for (const struct word *w = visit_cancel_patient; w->value; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value,
			arena_printf(rq->arena, "Patient: %s", w->label)};
	for (const struct word *w = visit_cancel_clinic; w->value; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value,
			arena_printf(rq->arena, "Clinic: %s", w->label)};
	form_options(rq, "reason", o);
}

static void
draw_visit(struct req *rq, struct tpl *t, const struct visit *v, size_t n,
	size_t total)
{
	struct tpl *row = tpl_row(t, "VISIT");

	tpl_int(row, "ID", v->id);
	tpl_text(
		row, "WHEN", show_when(visit_part_show(rq, v->zone), v->start));
	tpl_text(row, "NTH", arena_printf(rq->arena, "%zu of %zu", n, total));
	tpl_show_if(row, "HERE", v->id == rq->o.visit->id);
	tpl_show_if(row, "OVERBOOKED", v->overbooked);
	visit_part_tag(row, "STATUS", v);
}

static int
draw_list(struct req *rq, struct tpl *t, const struct series *s)
{
	const struct show *show = visit_part_show(rq, rq->o.visit->zone);
	struct id_list ids = {0};
	struct series_skips skips = {0};

	if (series_store_visits(rq->db, rq->arena, rq->scope, s->id, &ids) ||
		series_store_skips(rq->db, rq->arena, rq->scope, s->id, &skips))
		return -1;
	for (size_t i = 0; i < ids.n; i++) {
		struct visit v;

		if (visit_store_get(
			    rq->db, rq->arena, rq->scope, ids.v[i], &v) < 0)
			return -1;
		draw_visit(rq, t, &v, i + 1, ids.n);
	}
	for (size_t i = 0; i < skips.n; i++) {
		struct tpl *row = tpl_row(t, "SKIP");

		tpl_text(row, "WHEN", show_day_long(show, skips.v[i].day));
		tpl_text(row, "WHY", skips.v[i].why);
	}
	return 0;
}

static int
show_page(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct series s;
	struct series_rule r;
	int found = series_store_of(rq->db, rq->arena, rq->scope, v->id, &s);
	struct tpl *t, *may;

	if (found < 0)
		return req_db_err(rq);
	if (found == 0) /* it stands alone, or does so again */
		return req_redirect(
			rq, "/appointments/%lld", (long long)v->id);
	t = req_tpl(rq, "staff/series_show.tpl");
	req_title(rq,
		arena_printf(rq->arena, "Series, %s", visit_part_name(rq, v)));
	series_part_visit(rq, t, v);
	if (series_rule_parse(rq->arena, s.rule, s.starts, &r))
		tpl_text(t, "RULE", series_rule_words(rq->arena, &r, s.starts));
	if (draw_list(rq, t, &s))
		return req_db_err(rq);
	if (req_may(rq, PERM_VISIT_WRITE)) {
		may = tpl_row(t, "MAY");
		tpl_int(may, "ID", v->id);
		reason_options(rq);
		form_draw(rq, may);
	}
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
series_show_run(struct req *rq)
{
	about(rq);
	form_start(rq, &cancel_form);
	form_set_text(rq, "which", "following");
	form_set_text(rq, "move_which", "following");
	return show_page(rq);
}

const struct page series_show_page = {
	.method = "GET",
	.path = "/appointments/:visit/series",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = series_show_run,
	.about = "All visits of a series, and how each stands.",
};

static int
series_cancel_run(struct req *rq)
{
	struct act act = page_act(rq);
	int n = 0;

	about(rq);
	if (care_series_cancel(&act, rq->o.visit,
		    which_of(form_text(rq, "which")), form_text(rq, "by"),
		    form_text(rq, "reason"), form_text(rq, "note"), &n)) {
		if (rq->err.kind != ERR_INPUT)
			return visit_part_refused(rq, rq->o.visit);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return show_page(rq);
	}
	rq->audit_reason = form_text(rq, "reason");
	req_note(rq, "cancelled=%d", n);
	req_flash(rq, NULL,
		n == 1 ? "1 visit cancelled." : "%d visits cancelled.", n);
	return req_redirect(
		rq, "/appointments/%lld/series", (long long)rq->o.visit->id);
}

const struct page series_cancel_page = {
	.method = "POST",
	.path = "/appointments/:visit/series/cancel",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_CANCEL,
	.body_max = 4096,
	.form = &cancel_form,
	.run = series_cancel_run,
	.again = show_page,
	.about = "Cancel this visit of a series, those after it, or all.",
};

static const char *
move_action(struct req *rq)
{
	return arena_printf(rq->arena, "/appointments/%lld/series/move",
		(long long)rq->o.visit->id);
}

static int
series_move_ask_run(struct req *rq)
{
	struct act act = page_act(rq);
	const char *which = query_text(rq, "move_which");
	struct series_plan p;

	about(rq);
	if (!query_has(rq, "at"))
		return req_redirect(rq, "/appointments/%lld/series",
			(long long)rq->o.visit->id);
	if (care_series_later(&act, rq->o.visit, which_of(which),
		    (int)query_int(rq, "at"), &p))
		return visit_part_refused(rq, rq->o.visit);
	return series_part_draw(rq, &p, move_action(rq), BUTTON, "move_which",
		which, "at",
		arena_printf(rq->arena, "%d", (int)query_int(rq, "at")));
}

const struct page series_move_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/series/move",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &ask_form,
	.run = series_move_ask_run,
	.about = "Check all dates of a series at another time of day.",
};

static int
series_move_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"These dates cannot be read. Go back and check them again.");
}

static int
series_move_run(struct req *rq)
{
	struct act act = page_act(rq);
	const char *which = form_text(rq, "move_which");
	int64_t at = part_number(form_text(rq, "at"));
	struct series_plan p;
	int n = 0;

	about(rq);
	if (at < 0 || at > 1439)
		return series_move_again(rq);
	if (care_series_later(&act, rq->o.visit, which_of(which), (int)at, &p))
		return visit_part_refused(rq, rq->o.visit);
	p.overbook_reason = form_text(rq, "overbook_reason");
	series_part_read(rq, &p);
	if (care_series_book(&act, &p, &n))
		return series_part_refused(rq, &p, move_action(rq), BUTTON,
			"move_which", which, "at", form_text(rq, "at"));
	req_note(rq, "moved=%d", n);
	req_flash(rq, NULL, n == 1 ? "1 visit moved." : "%d visits moved.", n);
	return req_redirect(
		rq, "/appointments/%lld/series", (long long)p.moved_to);
}

const struct page series_move_page = {
	.method = "POST",
	.path = "/appointments/:visit/series/move",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_MOVE,
	.body_max = 16384,
	.form = &move_form,
	.run = series_move_run,
	.again = series_move_again,
	.about = "Move visits of a series to another time of day, or none.",
};
