/* A time that was chosen is kept while the rest is asked. Acts:
 * care/visit.c; rules: tests/RULES.md, "Held times". */
#include <string.h>

#include "base/arena.h"
#include "care/visit.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_find.h"
#include "staff/visit_part.h"
#include "web/req.h"

static const struct option way_options[] = {
	{"in_person", "In person"},
	{"video", "Video"},
	{"phone", "Phone"},
	{NULL, NULL},
};

static const struct field hold_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN, .required = true},
	{.name = "type", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot", .type = FIELD_TOKEN, .required = true},
	{.name = "again", .type = FIELD_HIDDEN},
	{.name = "mode", .type = FIELD_SELECT, .options = way_options},
};
static const struct form hold_form = FORM(hold_fields);

/* All that is known so far, but the time. */
static const char *
finder_url(struct req *rq)
{
	const char *url = arena_printf(rq->arena,
		"/appointments/new?patient=%lld&type=%lld",
		(long long)form_int(rq, "patient"),
		(long long)form_int(rq, "type"));

	if (form_text(rq, "mode")[0] != '\0')
		url = arena_printf(
			rq->arena, "%s&mode=%s", url, form_text(rq, "mode"));
	return form_int(rq, "again")
		       ? arena_printf(rq->arena, "%s&again=%lld", url,
				 (long long)form_int(rq, "again"))
		       : url;
}

static int
visit_hold_again(struct req *rq)
{
	return req_fail(
		rq, ERR_INPUT, "This booking is damaged. Choose a time again.");
}

static int
visit_hold_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct slot slot;
	struct visit_booking b = {
		.patient_id = form_int(rq, "patient"),
		.visit_type_id = form_int(rq, "type"),
		.mode = form_text(rq, "mode"),
		.source = "staff",
		.whose = {.session_id = rq->session->id},
	};
	const struct keep keep[] = {
		{"patient", part_id(rq, b.patient_id)},
		{"type", part_id(rq, b.visit_type_id)},
		{"mode", b.mode},
		{"again", form_int(rq, "again")
				  ? part_id(rq, form_int(rq, "again"))
				  : ""},
		{NULL, NULL},
	};
	instant_t until;

	if (!slot_parse(form_text(rq, "slot"), &slot))
		return visit_hold_again(rq);
	b.provider_id = slot.provider_id;
	b.site_id = slot.site_id;
	b.start = slot.start;
	req_about_patient(rq, b.patient_id);
	if (care_visit_hold(&act, &b, &until))
		return visit_find_taken(rq, &act, &b, 0, "/appointments/hold",
			"/appointments", finder_url(rq), keep);
	return req_redirect(
		rq, "%s&slot=%s", finder_url(rq), slot_text(rq->arena, &slot));
}

const struct page visit_hold_page = {
	.method = "POST",
	.path = "/appointments/hold",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_SLOT_VIEW,
	.body_max = 4096,
	.form = &hold_form,
	.run = visit_hold_run,
	.again = visit_hold_again,
	.about = "Keep a time for ten minutes while the rest is asked.",
};

static const struct field let_go_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN, .required = true},
	{.name = "type", .type = FIELD_HIDDEN, .required = true},
	{.name = "again", .type = FIELD_HIDDEN},
	{.name = "mode", .type = FIELD_SELECT, .options = way_options},
};
static const struct form let_go_form = FORM(let_go_fields);

static int
visit_let_go_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct hold_whose whose = {.session_id = rq->session->id};

	if (care_visit_let_go(&act, &whose))
		return req_err(rq);
	return req_redirect(rq, "%s", finder_url(rq));
}

const struct page visit_let_go_page = {
	.method = "POST",
	.path = "/appointments/let-go",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_SLOT_VIEW,
	.body_max = 4096,
	.form = &let_go_form,
	.run = visit_let_go_run,
	.again = visit_hold_again,
	.about = "Give a kept time back, and look for another.",
};
