/* What a patient does to a visit from home: confirm, ask for another time,
 * cancel. Rules: tests/RULES.md, "The portal", "Visits". */
#include <string.h>

#include "base/err.h"
#include "care/portal.h"
#include "care/visit.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "portal/visit_view.h"
#include "tpl/tpl.h"

/* The visit is not what the page showed: back to it, with a word. */
static int
moved_on(struct req *rq)
{
	if (rq->err.kind != ERR_CONFLICT)
		return req_err(rq);
	err_clear(&rq->err);
	req_flash(rq, NULL, "%s",
		tr(rq, "This visit has changed. Nothing was saved: please "
		       "look again."));
	return req_redirect(
		rq, "/portal/visits/%lld", (long long)rq->o.visit->id);
}

static int
back_to_visit(struct req *rq, const char *told)
{
	req_about(rq, "appointment", rq->o.visit->id);
	req_flash(rq, NULL, "%s", tr(rq, told));
	return req_redirect(
		rq, "/portal/visits/%lld", (long long)rq->o.visit->id);
}

static const struct field version_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form version_form = FORM(version_fields);

static int
portal_confirm_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (!portal_may_confirm(rq->o.visit, rq->now)) {
		err_set(&rq->err, ERR_CONFLICT, "state");
		return moved_on(rq);
	}
	if (care_visit_confirm(&act, rq->o.visit, form_int(rq, "version")))
		return moved_on(rq);
	return back_to_visit(rq, "Thank you. You have confirmed this visit.");
}

static int
portal_confirm_again(struct req *rq)
{
	return req_redirect(
		rq, "/portal/visits/%lld", (long long)rq->o.visit->id);
}

const struct page portal_confirm_page = {
	.method = "POST",
	.path = "/portal/visits/:visit/confirm",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_CONFIRM,
	.body_max = 1024,
	.form = &version_form,
	.run = portal_confirm_run,
	.again = portal_confirm_again,
	.about = "The patient will come.",
};

/* As portal_wishes of the domain, in its order. */
static const struct option wishes[] = {
	{"sooner", "An earlier day"},
	{"later", "A later day"},
	{"morning", "A morning"},
	{"afternoon", "An afternoon"},
	{"any", "Any other time"},
	{NULL, NULL},
};

static const struct field change_fields[] = {
	{.name = "wish",
		.label = "What would suit you better?",
		.type = FIELD_RADIO,
		.required = true,
		.options = wishes,
		.missing = "Choose what would suit you better"},
	{.name = "note",
		.label = "Anything we should know?",
		.hint = "For example days you cannot come. No urgent matters, "
			"please: call us.",
		.type = FIELD_NOTE,
		.max = 500},
};
static const struct form change_form = FORM(change_fields);

static void
head(struct req *rq, struct tpl *t)
{
	tpl_int(t, "ID", rq->o.visit->id);
	tpl_text(t, "WHEN", portal_visit_when(rq, rq->o.visit));
	tpl_text(t, "PROVIDER", rq->o.visit->provider_name);
	req_about(rq, "appointment", rq->o.visit->id);
}

static int
draw_change(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/visit_change.tpl");

	req_title(rq, tr(rq, "Ask for another time"));
	head(rq, t);
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
too_late(struct req *rq)
{
	return req_fail(rq, ERR_CONFLICT, "%s",
		tr(rq, "This visit can no longer be changed here. Please "
		       "call us."));
}

static int
portal_change_run(struct req *rq)
{
	if (!portal_may_change(rq->o.visit, rq->now))
		return too_late(rq);
	form_start(rq, &change_form);
	return draw_change(rq);
}

const struct page portal_change_page = {
	.method = "GET",
	.path = "/portal/visits/:visit/change",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.about = "The form to ask for another time.",
	.run = portal_change_run,
};

static int
portal_ask_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (care_portal_ask_change(&act, rq->o.visit, form_text(rq, "wish"),
		    form_text(rq, "note")))
		return req_err(rq);
	return back_to_visit(rq,
		"We have your request and will call you. Until then this "
		"visit stays booked.");
}

const struct page portal_ask_page = {
	.method = "POST",
	.path = "/portal/visits/:visit/change",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_ASK,
	.body_max = 8192,
	.form = &change_form,
	.run = portal_ask_run,
	.again = draw_change,
	.about = "Ask the clinic for another time.",
};

/* As visit_cancel_patient of the domain, in the patient's words. */
static const struct option reasons[] = {
	{"better", "I feel better and do not need it"},
	{"time", "The time does not suit me"},
	{"transport", "I have no way to get there"},
	{"cost", "Cost or insurance"},
	{"elsewhere", "I am seen elsewhere"},
	{"ill", "I am too ill to come"},
	{"other", "Another reason"},
	{NULL, NULL},
};

static const struct field cancel_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "reason",
		.label = "Why do you cancel?",
		.type = FIELD_RADIO,
		.required = true,
		.options = reasons,
		.missing = "Choose a reason"},
};
static const struct form cancel_form = FORM(cancel_fields);

static int
draw_cancel(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/visit_cancel.tpl");

	req_title(rq, tr(rq, "Cancel this visit?"));
	head(rq, t);
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
portal_cancel_run(struct req *rq)
{
	if (!portal_may_cancel(rq->o.visit, rq->now))
		return too_late(rq);
	form_start(rq, &cancel_form);
	form_set_int(rq, "version", rq->o.visit->version);
	return draw_cancel(rq);
}

const struct page portal_cancel_page = {
	.method = "GET",
	.path = "/portal/visits/:visit/cancel",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.about = "Ask why, before a visit is cancelled.",
	.run = portal_cancel_run,
};

static int
portal_drop_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (!portal_may_cancel(rq->o.visit, rq->now))
		return too_late(rq);
	if (care_visit_cancel(&act, rq->o.visit, form_int(rq, "version"),
		    "patient", form_text(rq, "reason"), NULL))
		return moved_on(rq);
	return back_to_visit(
		rq, "Your visit is cancelled. Call us to book another one.");
}

const struct page portal_drop_page = {
	.method = "POST",
	.path = "/portal/visits/:visit/cancel",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_CANCEL,
	.body_max = 1024,
	.form = &cancel_form,
	.run = portal_drop_run,
	.again = draw_cancel,
	.about = "The patient cancels a visit.",
};
