/* Checking in on one's own phone with the visit's code, without logging
 * in. Act: care/door.c; rules: tests/RULES.md, "Coming in without the
 * desk". Step two carries code and date along and proves them anew:
 * nothing is kept between the steps. */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/auth.h"
#include "care/door.h"
#include "domain/clinic.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "portal/door_part.h"
#include "portal/pages.h"
#include "portal/visit_view.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct field code_fields[] = {
	{.name = "code",
		.label = "Check-in code",
		.hint = "8 letters and numbers, like CDFG-HJKM",
		.type = FIELD_TEXT,
		.required = true,
		.max = 20,
		.missing = "Enter the code we gave you",
		.autocomplete = "one-time-code"},
	{.name = "birth",
		.label = "Date of birth",
		.hint = "For example 3 14 1961",
		.type = FIELD_BIRTH3,
		.required = true,
		.missing = "Enter your date of birth: month, day and year"},
};
static const struct form code_form = FORM(code_fields);

static const struct field answer_fields[] = {
	{.name = "code", .type = FIELD_TOKEN, .required = true},
	{.name = "birth_on", .type = FIELD_TOKEN, .required = true},
	DOOR_FIELDS,
};
static const struct form answer_form = FORM(answer_fields);

static int
draw_code(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/check_in.tpl");

	req_title(rq, tr(rq, "Check in"));
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
code_run(struct req *rq)
{
	if (rq->user != NULL)
		return req_redirect(rq, "/portal");
	form_start(rq, &code_form);
	return draw_code(rq);
}

const struct page code_page = {
	.method = "GET",
	.path = "/check-in",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.about = "Check in by the visit's code and the date of birth.",
	.run = code_run,
};

/* ---- who it is ---------------------------------------------------------- */

/* Everybody in a waiting room may come from one address, so an address has
 * many tries; a code has few. */
static const char *
source_key(struct req *rq)
{
	return arena_printf(
		rq->arena, "door:%s", auth_source(rq->arena, rq->address));
}

static int
count_try(struct req *rq)
{
	const struct door_code *code = rq->prepared;
	struct act act = page_act(rq);

	if (care_door_tried(&act, code))
		return -1;
	return care_door_failed(&act, source_key(rq), false);
}

/* Back to the first step; what was typed there stays. */
static void
ask_again(struct req *rq)
{
	if (rq->page->form != &code_form)
		form_start(rq, &code_form);
}

/* One text for whatever is wrong: nothing is told apart. */
static int
refuse(struct req *rq, const struct door_code *code)
{
	struct door_code *kept = arena_alloc(rq->arena, sizeof(*kept));

	*kept = *code;
	rq->prepared = kept;
	req_keep(rq, count_try);
	ask_again(rq);
	form_error(rq, "code", "%s",
		tr(rq, "We cannot check you in with this code and date of "
		       "birth. Check both, or go to the desk"));
	return draw_code(rq);
}

static int
too_often(struct req *rq)
{
	ask_again(rq);
	form_error(rq, "code", "%s",
		tr(rq, "There were too many tries. Please go to the desk"));
	return draw_code(rq);
}

/* 0 and *v; or the status of what was drawn instead. */
static int
prove(struct req *rq, day_t birth, struct visit *v)
{
	struct act act = page_act(rq);
	int open = care_door_may_try(&act, source_key(rq)), right;
	struct door_code code;

	if (open < 0)
		return req_db_err(rq);
	if (open == 0)
		return too_often(rq);
	right = care_door_prove(&act, form_text(rq, "code"), birth, &code);
	if (right < 0)
		return req_err(rq);
	if (right == 0)
		return refuse(rq, &code);
	door_part_become(rq, code.clinic_id, code.patient_id);
	req_about(rq, "appointment", code.visit_id);
	if (visit_store_get(rq->db, rq->arena, rq->scope, code.visit_id, v) <=
		0)
		return req_db_err(rq);
	return 0;
}

/* ---- what is said then -------------------------------------------------- */

/* Not now: when, and no more. */
static int
other_time(struct req *rq, const struct visit *v, enum door_time when)
{
	struct tpl *t = req_tpl(rq, "portal/check_in_end.tpl"), *row;

	req_title(rq, tr(rq, "Check in"));
	if (when == DOOR_EARLY) {
		struct show show = *rq->show;
		const struct zone *zone = zone_find(v->zone);

		if (zone != NULL)
			show.zone = zone;
		row = tpl_row(t, "EARLY");
		tpl_text(row, "WHEN", portal_visit_when(rq, v));
		tpl_text(
			row, "FROM", show_time(&show, v->start - DOOR_EARLY_S));
	}
	tpl_show_if(t, "SEAT", when == DOOR_IN);
	tpl_show_if(t, "DESK", when != DOOR_IN && when != DOOR_EARLY);
	return req_html(rq);
}

static int
draw_answers(struct req *rq, const struct visit *v)
{
	struct tpl *t = req_tpl(rq, "portal/here.tpl");

	req_title(rq, tr(rq, "Check in"));
	tpl_text(tpl_row(t, "WHO"), "NAME", door_part_who(rq, v));
	tpl_text(t, "ACTION", "/check-in/here");
	tpl_text(t, "WHEN", portal_visit_when(rq, v));
	if (door_part_due(rq, t, v))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
code_prove_run(struct req *rq)
{
	const char *code = door_code_key(rq->arena, form_text(rq, "code"));
	day_t birth = form_day(rq, "birth");
	enum door_time when;
	struct visit v;
	int st;

	if (rq->user != NULL)
		return req_redirect(rq, "/portal");
	st = prove(rq, birth, &v);
	if (st != 0)
		return st;
	when = door_time(&v, rq->now);
	if (when != DOOR_OPEN)
		return other_time(rq, &v, when);
	form_start(rq, &answer_form);
	form_set_text(rq, "code", code);
	form_set_day(rq, "birth_on", birth);
	return draw_answers(rq, &v);
}

const struct page code_prove_page = {
	.method = "POST",
	.path = "/check-in",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_DOOR_TRY,
	.csrf = CSRF_PRELOGIN,
	.body_max = 2048,
	.form = &code_form,
	.run = code_prove_run,
	.again = draw_code,
	.about = "Prove by code and date of birth whose visit it is.",
};

/* Also with errors in the answers: who it is is proved first. */
static int
code_arrive_run(struct req *rq)
{
	static const struct door_way way = {.door = DOOR_CODE, .at = ""};
	struct door_answers answers = door_part_answers(rq);
	struct act act = page_act(rq);
	struct visit v;
	const char *desk;
	day_t birth = DAY_NONE;
	int st;

	if (rq->user != NULL)
		return req_redirect(rq, "/portal");
	if (!day_parse(form_text(rq, "birth_on"), &birth))
		birth = DAY_NONE;
	st = prove(rq, birth, &v);
	if (st != 0)
		return st;
	if (door_time(&v, rq->now) != DOOR_OPEN)
		return other_time(rq, &v, door_time(&v, rq->now));
	if (form_bad(rq))
		return draw_answers(rq, &v);
	if (care_door_arrive(&act, &v, v.version, &way, &answers, &desk))
		return req_err(rq);
	return req_redirect(
		rq, "/check-in/done?to=%s", desk[0] ? "desk" : "seat");
}

const struct page code_arrive_page = {
	.method = "POST",
	.path = "/check-in/here",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_DOOR_ARRIVE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 4096,
	.form = &answer_form,
	.run = code_arrive_run,
	.again = code_arrive_run,
	.about = "The patient is here, by code: arrived.",
};

static const struct field done_fields[] = {
	{.name = "to", .type = FIELD_TOKEN},
};
static const struct form done_query = FORM(done_fields);

/* Says nothing of anybody: it may stay open on the phone. */
static int
code_done_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/check_in_end.tpl");
	bool desk = strcmp(query_text(rq, "to"), "desk") == 0;

	req_title(rq, tr(rq, "You are checked in"));
	tpl_show_if(t, "SEAT", !desk);
	tpl_show_if(t, "SEE", desk);
	return req_html(rq);
}

const struct page code_done_page = {
	.method = "GET",
	.path = "/check-in/done",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.query = &done_query,
	.about = "Sit down, or see the desk.",
	.run = code_done_run,
};
