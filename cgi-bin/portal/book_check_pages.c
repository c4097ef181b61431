/* The end of a patient's booking: the time they chose, checked and booked;
 * a time somebody else got; a visit asked for because none suits. Acts:
 * care/portal.c; rules: tests/RULES.md, "Booked by the patient". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/portal.h"
#include "care/visit.h"
#include "page/gate.h"
#include "portal/booker.h"
#include "portal/pages.h"
#include "store/hold_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define OTHERS 3

/* ---- check and book ------------------------------------------------------ */

static const struct option mode_options[] = {
	{"in_person", "At the clinic"},
	{"video", "By video"},
	{"phone", "By phone"},
	{NULL, NULL},
};

static const struct field book_fields[] = {
	{.name = "type", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot", .type = FIELD_TOKEN, .required = true},
	{.name = "mode",
		.label = "How would you like the visit?",
		.type = FIELD_RADIO,
		.options = mode_options},
	{.name = "reason",
		.label = "What is it about?",
		.hint = "In a few words, so that we can prepare. Nothing "
			"urgent, please: call us.",
		.type = FIELD_TEXT,
		.max = 120},
};
static const struct form book_form = FORM(book_fields);

static int
check_page(struct req *rq, struct booker *b, const struct slot *s)
{
	struct tpl *t = req_tpl(rq, "portal/book_check.tpl");
	const struct site *site = booker_site(b, s->site_id);
	const struct show *show = booker_show(rq, site);
	const struct hold_whose whose = {.portal_session_id = rq->session->id};
	instant_t until;

	req_title(rq, tr(rq, "Is this right?"));
	tpl_text(t, "ISO", show_iso_time(show, s->start));
	tpl_text(t, "WHEN", show_when(show, s->start));
	tpl_text(t, "PROVIDER", booker_provider(b, s->provider_id));
	tpl_text(t, "TYPE", booker_type_name(rq, &b->type));
	tpl_int(t, "TYPE_ID", b->type.id);
	tpl_int(t, "MINUTES",
		visit_type_minutes(&b->type, b->patient.interpreter));
	tpl_text(t, "SITE", site != NULL ? site->name : "");
	tpl_show_if(t, "INTERPRETER", b->patient.interpreter);
	until = hold_store_mine(rq->db, rq->scope, &whose, s, rq->now);
	if (until != INSTANT_NONE)
		tpl_text(tpl_row(t, "KEPT"), "UNTIL", show_time(show, until));
	tpl_show_if(t, "CHOICE", strcmp(b->type.mode, "either") == 0);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
portal_check_run(struct req *rq)
{
	struct slot slot;
	struct booker b;
	int st = booker_load(rq, query_int(rq, "type"), 0, &b);

	if (st)
		return st;
	if (!b.has_type || !slot_parse(query_text(rq, "slot"), &slot))
		return req_redirect(rq, "/portal/book/reason");
	form_start(rq, &book_form);
	form_set_int(rq, "type", b.type.id);
	form_set_text(rq, "slot", slot_text(rq->arena, &slot));
	form_set_text(rq, "mode", "in_person");
	return check_page(rq, &b, &slot);
}

const struct page portal_check_page = {
	.method = "GET",
	.path = "/portal/book/check",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &booker_query,
	.run = portal_check_run,
	.about = "Last step of a booking: is this right?",
};

static int
given(struct req *rq, struct booker *b, struct slot *slot)
{
	int st = booker_load(rq, form_int(rq, "type"), 0, b);

	if (st == 0 &&
		(!b->has_type || !slot_parse(form_text(rq, "slot"), slot)))
		st = req_redirect(rq, "/portal/book/reason");
	return st;
}

static int
portal_book_again(struct req *rq)
{
	struct slot slot;
	struct booker b;
	int st = given(rq, &b, &slot);

	return st ? st : check_page(rq, &b, &slot);
}

static struct visit_booking
wanted_of(const struct req *rq, const struct booker *b, const struct slot *s)
{
	return (struct visit_booking){.patient_id = b->patient.id,
		.provider_id = s->provider_id,
		.site_id = s->site_id,
		.visit_type_id = b->type.id,
		.start = s->start,
		.source = "portal",
		.whose = {.portal_session_id = rq->session->id}};
}

/* Somebody was faster: the three nearest, each one button away. */
static int
taken_page(struct req *rq, struct act *act, const struct visit_booking *wanted,
	const struct booker *b)
{
	struct tpl *t = req_tpl(rq, "portal/book_taken.tpl");
	struct slot_need need;
	struct slots near = {0};

	if (care_visit_need(act, wanted, 0, &need) ||
		care_slots_near(rq->db, rq->arena, rq->scope, &need,
			wanted->start, OTHERS, &near))
		return req_db_err(rq);
	req_title(rq, tr(rq, "That time was just taken"));
	tpl_int(t, "TYPE_ID", b->type.id);
	for (size_t i = 0; i < near.n; i++) {
		const struct slot *s = &near.v[i];
		const struct site *site = booker_site(b, s->site_id);
		struct tpl *row = tpl_row(t, "OTHER");

		tpl_text(row, "SLOT", slot_text(rq->arena, s));
		tpl_int(row, "TYPE_ID", b->type.id);
		tpl_text(row, "WHEN",
			show_when(booker_show(rq, site), s->start));
		tpl_text(row, "WHO", booker_provider(b, s->provider_id));
		tpl_text(row, "PLACE", site != NULL ? site->name : "");
	}
	tpl_show_if(t, "NONE", near.n == 0);
	return req_html_status(rq, 409);
}

/* ---- a time is chosen ---------------------------------------------------- */

static const struct field choose_fields[] = {
	{.name = "type", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot", .type = FIELD_TOKEN, .required = true},
};
static const struct form choose_form = FORM(choose_fields);

static int
portal_choose_again(struct req *rq)
{
	return req_redirect(rq, "/portal/book/reason");
}

/* The time is kept while they read and answer. */
static int
portal_choose_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct visit_booking wanted;
	struct slot slot;
	struct booker b;
	instant_t until;
	int st = given(rq, &b, &slot);

	if (st)
		return st;
	wanted = wanted_of(rq, &b, &slot);
	if (care_visit_hold(&act, &wanted, &until)) {
		if (rq->err.kind == ERR_CONFLICT)
			return taken_page(rq, &act, &wanted, &b);
		return rq->err.kind == ERR_INPUT ? portal_choose_again(rq)
						 : req_err(rq);
	}
	return req_redirect(rq, "/portal/book/check?type=%lld&slot=%s",
		(long long)b.type.id, slot_text(rq->arena, &slot));
}

const struct page portal_choose_page = {
	.method = "POST",
	.path = "/portal/book/time",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SLOT_VIEW,
	.body_max = 1024,
	.form = &choose_form,
	.run = portal_choose_run,
	.again = portal_choose_again,
	.about = "The time a patient chose.",
};

/* ---- it is booked ---------------------------------------------------------
 */

static int
refused(struct req *rq, struct act *act, const struct visit_booking *wanted,
	struct booker *b, const struct slot *slot)
{
	if (rq->err.kind == ERR_CONFLICT)
		return taken_page(rq, act, wanted, b);
	if (rq->err.kind != ERR_INPUT)
		return req_err(rq);
	form_error(rq, "reason", "%s",
		strcmp(rq->err.field, "many") == 0
			? tr(rq, "You have booked three visits already. Please "
				 "call us to book more.")
			: tr(rq, "This visit cannot be booked online. Please "
				 "call us."));
	return check_page(rq, b, slot);
}

static int
portal_book_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct visit_booking wanted;
	struct slot slot;
	struct booker b;
	int64_t id = 0;
	int st = given(rq, &b, &slot);

	if (st)
		return st;
	wanted = wanted_of(rq, &b, &slot);
	wanted.reason = form_text(rq, "reason");
	if (strcmp(b.type.mode, "either") == 0)
		wanted.mode = form_text(rq, "mode");
	if (care_portal_book(&act, &wanted, &id))
		return refused(rq, &act, &wanted, &b, &slot);
	req_about(rq, "appointment", id);
	req_flash(rq, NULL, "%s", tr(rq, "Your visit is booked."));
	return req_redirect(rq, "/portal/visits/%lld", (long long)id);
}

const struct page portal_book_page = {
	.method = "POST",
	.path = "/portal/book",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_BOOK,
	.body_max = 4096,
	.form = &book_form,
	.run = portal_book_run,
	.again = portal_book_again,
	.about = "The patient books a visit.",
};

/* ---- none suits: ask ------------------------------------------------------
 */

static const struct option wish_options[] = {
	{"any", "Any time"},
	{"morning", "A morning"},
	{"afternoon", "An afternoon"},
	{NULL, NULL},
};

static const struct field ask_fields[] = {
	{.name = "what",
		.label = "What is the visit for?",
		.hint = "No urgent matters, please: call us.",
		.type = FIELD_TEXT,
		.required = true,
		.max = 120,
		.missing = "Say what the visit is for"},
	{.name = "wish",
		.label = "When would suit you?",
		.type = FIELD_RADIO,
		.required = true,
		.options = wish_options,
		.missing = "Choose when would suit you"},
	{.name = "note",
		.label = "Anything we should know?",
		.type = FIELD_NOTE,
		.max = 500},
};
static const struct form ask_form = FORM(ask_fields);

static int
draw_wish(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/book_ask.tpl");

	req_title(rq, tr(rq, "Ask for a visit"));
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
portal_wish_run(struct req *rq)
{
	form_start(rq, &ask_form);
	return draw_wish(rq);
}

const struct page portal_wish_page = {
	.method = "GET",
	.path = "/portal/book/ask",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.run = portal_wish_run,
	.about = "The form to ask for a visit.",
};

static int
portal_ask_visit_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (care_portal_ask_visit(&act, rq->user->id, form_text(rq, "what"),
		    form_text(rq, "wish"), form_text(rq, "note")))
		return req_err(rq);
	req_flash(rq, NULL, "%s",
		tr(rq, "We have your request and will call you."));
	return req_redirect(rq, "/portal");
}

const struct page portal_ask_visit_page = {
	.method = "POST",
	.path = "/portal/book/ask",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_ASK,
	.body_max = 8192,
	.form = &ask_form,
	.run = portal_ask_visit_run,
	.again = draw_wish,
	.about = "Ask the clinic for a visit.",
};
