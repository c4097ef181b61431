/* A visit longer or shorter where it lies, and the way back from that and
 * from a move. Acts: care/visit_length.c, care/visit.c; rules:
 * tests/RULES.md, "The calendar". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/slot.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct field length_fields[] = {
	{.name = "minutes",
		.label = "Minutes",
		.hint = "From the start to the end, in steps of five.",
		.type = FIELD_INT,
		.required = true,
		.min = VISIT_SHORTEST,
		.max = VISIT_LONGEST,
		.missing = "Enter how many minutes the visit takes"},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "overbook", .type = FIELD_HIDDEN, .min = 0, .max = 1},
	{.name = "overbook_reason", .type = FIELD_TEXT, .max = 200},
};
static const struct form length_form = FORM(length_fields);

static void
about(struct req *rq, const struct visit *v)
{
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
}

static int
length_draw(struct req *rq, const char *why, int status)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct tpl *t = req_tpl(rq, "staff/visit_length.tpl");

	req_title(rq, arena_printf(rq->arena, "Change length, %s",
			      visit_part_name(rq, v)));
	tpl_int(t, "ID", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "BORN", show_birth(show, v->birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "DAY",
		show_day_long(show, zone_local(show->zone, v->start).day));
	tpl_text(t, "TIMES", visit_part_times(show, v->start, v->end));
	tpl_text(t, "ZONE", zone_abbr(show->zone, v->start));
	tpl_text(t, "WITH", v->provider_name);
	tpl_text(t, "PLACE", v->site_name);
	tpl_int(t, "VERSION_NOW", v->version);
	if (why) {
		tpl_text(tpl_row(t, "CLASH"), "TEXT", why);
		tpl_show_if(t, "OVER", req_may(rq, PERM_VISIT_OVERBOOK));
		tpl_int(t, "ASKED", form_int(rq, "minutes"));
	}
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
length_again(struct req *rq)
{
	return length_draw(rq, NULL, 422);
}

static int
visit_length_ask_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;

	about(rq, v);
	if (!care_visit_may_length(rq->scope, v)) {
		err_set(&rq->err, ERR_CONFLICT,
			"This visit is %s. Its length does not change now.",
			visit_state_label(visit_state(v)));
		return visit_part_refused(rq, v);
	}
	form_start(rq, &length_form);
	form_set_int(rq, "minutes", (v->end - v->start) / 60);
	form_set_int(rq, "version", v->version);
	return length_draw(rq, NULL, 200);
}

const struct page visit_length_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/length",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = visit_length_ask_run,
	.about = "The form to make a visit longer or shorter.",
};

static int
length_refused(struct req *rq)
{
	const char *field = rq->err.field;

	if (rq->err.kind == ERR_INPUT) {
		form_error(rq, field, "%s", rq->err.text);
		return length_again(rq);
	}
	if (rq->err.kind != ERR_CONFLICT || strcmp(field, "version") == 0 ||
		strcmp(field, "state") == 0)
		return visit_part_refused(rq, rq->o.visit);
	req_note(rq, "taken=%s", field);
	return length_draw(rq,
		arena_printf(
			rq->arena, "%s Nothing was changed.", rq->err.text),
		409);
}

static int
set_length(struct req *rq, int64_t version, const struct visit_length *to,
	bool undo)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	long long was = (v->end - v->start) / 60;
	const char *back;

	about(rq, v);
	if (care_visit_length(&act, v, version, to))
		return undo ? visit_part_refused(rq, v) : length_refused(rq);
	req_note(rq, "minutes=%d was=%lld", to->minutes, was);
	back = arena_printf(rq->arena,
		"/appointments/%lld/length/undo?version=%lld&minutes=%lld",
		(long long)v->id, (long long)version + 1, was);
	req_flash(rq, undo || was == to->minutes ? NULL : back,
		"The visit now takes %d minutes.", to->minutes);
	return req_redirect(rq, "/appointments/%lld", (long long)v->id);
}

static int
visit_length_run(struct req *rq)
{
	struct visit_length to = {
		.minutes = (int)form_int(rq, "minutes"),
		.overbook = form_int(rq, "overbook") == 1,
		.reason = form_text(rq, "overbook_reason"),
	};

	if (to.overbook)
		rq->audit_reason = to.reason;
	return set_length(rq, form_int(rq, "version"), &to, false);
}

const struct page visit_length_page = {
	.method = "POST",
	.path = "/appointments/:visit/length",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_LENGTH,
	.body_max = 4096,
	.form = &length_form,
	.run = visit_length_run,
	.again = length_again,
	.about = "Make a visit longer or shorter where it lies.",
};

static const struct field length_undo_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "minutes", .type = FIELD_HIDDEN, .required = true},
};
static const struct form length_undo_query = FORM(length_undo_fields);

static int
visit_length_undo_run(struct req *rq)
{
	struct visit_length to = {.minutes = (int)query_int(rq, "minutes")};

	return set_length(rq, query_int(rq, "version"), &to, true);
}

const struct page visit_length_undo_page = {
	.method = "POST",
	.path = "/appointments/:visit/length/undo",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_LENGTH,
	.body_max = 2048,
	.query = &length_undo_query,
	.run = visit_length_undo_run,
	.about = "Give a visit back the length it had.",
};

/* ---- the way back from a move ----------------------------------------- */

static const struct field back_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot", .type = FIELD_TOKEN, .required = true},
};
static const struct form back_query = FORM(back_fields);

const char *
visit_move_back(struct req *rq, const struct visit *old, int64_t moved_to)
{
	return arena_printf(rq->arena,
		"/appointments/%lld/move/undo?version=1&slot=%s",
		(long long)moved_to,
		visit_part_slot(
			rq, old->provider_id, old->site_id, old->start));
}

static int
visit_move_undo_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	struct visit_booking to = {.source = "staff"};
	struct slot slot;
	int64_t id = 0;

	about(rq, v);
	if (!slot_parse(query_text(rq, "slot"), &slot))
		return req_fail(rq, ERR_INPUT,
			"This is not a time a visit can be moved to.");
	to.provider_id = slot.provider_id;
	to.site_id = slot.site_id;
	to.start = slot.start;
	if (care_visit_move(&act, v, query_int(rq, "version"), &to, &id))
		return visit_part_refused(rq, v);
	req_note(rq, "to=%lld", (long long)id);
	req_flash(rq, NULL, "The visit is back at its old time.");
	return req_redirect(rq, "/appointments/%lld", (long long)id);
}

const struct page visit_move_undo_page = {
	.method = "POST",
	.path = "/appointments/:visit/move/undo",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_MOVE,
	.body_max = 2048,
	.query = &back_query,
	.run = visit_move_undo_run,
	.about = "Take a visit back to the time it was moved from.",
};
