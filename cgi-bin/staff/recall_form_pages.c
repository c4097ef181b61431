/* What is done to a recall: made from a chart or a visit, changed, tried,
 * stopped. Acts: care/recall.c; rules: tests/RULES.md, "Recalls". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/item.h"
#include "care/recall.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/item_forms.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- made and changed ------------------------------------------------------
 */

static const struct option every_options[] = {
	{"0", "No, once"},
	{"1", "Every month"},
	{"3", "Every 3 months"},
	{"6", "Every 6 months"},
	{"12", "Every year"},
	{"24", "Every 2 years"},
	{NULL, NULL},
};

#define RECALL_FIELDS                                                          \
	{.name = "type",                                                       \
		.label = "Type of visit",                                      \
		.type = FIELD_SELECT,                                          \
		.required = true,                                              \
		.missing = "Choose a type of visit"},                          \
		{.name = "reason",                                             \
			.label = "What for",                                   \
			.hint = "Read out to the patient.",                    \
			.type = FIELD_TEXT,                                    \
			.required = true,                                      \
			.max = 120,                                            \
			.missing = "Say what the recall is for"},              \
		{.name = "due",                                                \
			.label = "Due",                                        \
			.hint = "Somebody calls from two weeks before on.",    \
			.type = FIELD_DAY,                                     \
			.required = true,                                      \
			.missing = "Enter the day it is due"},                 \
	{                                                                      \
		.name = "every", .label = "Again after that?",                 \
		.type = FIELD_SELECT, .options = every_options                 \
	}

static const struct field new_fields[] = {
	RECALL_FIELDS,
	{.name = "from", .type = FIELD_HIDDEN},
};
static const struct form new_form = FORM(new_fields);
static const struct field edit_fields[] = {
	RECALL_FIELDS,
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form edit_form = FORM(edit_fields);

static const struct field from_fields[] = {
	{.name = "from", .type = FIELD_INT, .min = 1},
	{.name = "months", .type = FIELD_INT, .min = 1, .max = 120},
};
static const struct form from_query = FORM(from_fields);

static const char *
url_of(struct req *rq, const char *fmt, int64_t id)
{
	return arena_printf(rq->arena, "%s/%lld", fmt, (long long)id);
}

static int
form_page(struct req *rq, const struct recall *r, int status)
{
	const struct patient *p = rq->o.patient;
	struct tpl *t = req_tpl(rq, "staff/recall_form.tpl");

	req_title(rq, r ? "Change recall" : "New recall");
	tpl_text(t, "TITLE", r ? "Change recall" : "New recall");
	tpl_text(t, "NAME",
		r ? patient_name_list(rq->arena, r->family, r->given)
		  : patient_list_name(rq->arena, p));
	tpl_text(t, "BORN", show_birth(rq->show, r ? r->birth : p->birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, r ? r->mrn : p->mrn));
	tpl_text(t, "ACTION",
		r ? url_of(rq, "/recalls", r->id)
		  : arena_printf(rq->arena, "/patients/%lld/recalls",
			    (long long)p->id));
	tpl_text(t, "BACK",
		r ? url_of(rq, "/recalls", r->id)
		  : url_of(rq, "/patients", p->id));
	tpl_show_if(t, "STALE", status == 409);
	if (visit_part_type_options(rq, "type", NULL))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
recall_new_run(struct req *rq)
{
	struct visit v;
	int64_t from = query_int(rq, "from");
	int months = (int)query_int(rq, "months");

	form_start(rq, &new_form);
	form_set_text(rq, "every", "0");
	if (months)
		form_set_day(rq, "due", recall_months(rq->today, months));
	if (from &&
		visit_store_get(rq->db, rq->arena, rq->scope, from, &v) > 0 &&
		v.patient_id == rq->o.patient->id) {
		form_set_int(rq, "from", from);
		form_set_int(rq, "type", v.visit_type_id);
		form_set_text(rq, "reason", v.type_name);
	}
	return form_page(rq, NULL, 200);
}

const struct page recall_new_page = {
	.method = "GET",
	.path = "/patients/:patient/recalls/new",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_RECALL_VIEW,
	.query = &from_query,
	.run = recall_new_run,
	.about = "The form for a new recall.",
};

static void
take(struct req *rq, struct recall *r)
{
	r->visit_type_id = part_number(form_text(rq, "type"));
	r->reason = form_text(rq, "reason");
	r->due = form_day(rq, "due");
	r->every_months = (int)part_number(form_text(rq, "every"));
}

static int
recall_new_again(struct req *rq)
{
	return form_page(rq, NULL, 422);
}

static int
recall_create_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct recall r = {.patient_id = rq->o.patient->id, .source = "hand"};
	int64_t id;

	take(rq, &r);
	if (form_int(rq, "from")) {
		struct visit v;

		if (visit_store_get(rq->db, rq->arena, rq->scope,
			    form_int(rq, "from"), &v) > 0 &&
			v.patient_id == r.patient_id)
			r.from_id = v.id;
	}
	if (care_recall_add(&act, &r, &id)) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return recall_new_again(rq);
	}
	req_about(rq, "recall", id);
	req_flash(rq, NULL, "Recall saved.");
	return req_redirect(rq, "/recalls/%lld", (long long)id);
}

const struct page recall_create_page = {
	.method = "POST",
	.path = "/patients/:patient/recalls",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_RECALL_UPDATE,
	.body_max = 4096,
	.form = &new_form,
	.run = recall_create_run,
	.again = recall_new_again,
	.about = "Make a recall.",
};

static int
recall_edit_run(struct req *rq)
{
	const struct recall *r = rq->o.recall;

	form_start(rq, &edit_form);
	form_set_int(rq, "type", r->visit_type_id);
	form_set_text(rq, "reason", r->reason);
	form_set_day(rq, "due", r->due);
	form_set_text(rq, "every", part_id(rq, r->every_months));
	form_set_int(rq, "version", r->version);
	req_about_patient(rq, r->patient_id);
	return form_page(rq, r, 200);
}

const struct page recall_edit_page = {
	.method = "GET",
	.path = "/recalls/:recall/edit",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_RECALL_VIEW,
	.run = recall_edit_run,
	.about = "The form to change a recall.",
};

static int
recall_edit_again(struct req *rq)
{
	return form_page(rq, rq->o.recall, 422);
}

static int
back_to(struct req *rq, const char *told)
{
	req_flash(rq, NULL, "%s", told);
	return req_redirect(rq, "/recalls/%lld", (long long)rq->o.recall->id);
}

static int
recall_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct recall r = *rq->o.recall;

	req_about(rq, "recall", r.id);
	req_about_patient(rq, r.patient_id);
	take(rq, &r);
	r.version = form_int(rq, "version");
	if (care_recall_edit(&act, &r) == 0)
		return back_to(rq, "Recall saved.");
	if (rq->err.kind == ERR_CONFLICT) {
		form_set_int(rq, "version", rq->o.recall->version);
		return form_page(rq, rq->o.recall, 409);
	}
	if (rq->err.kind != ERR_INPUT)
		return req_err(rq);
	form_error(rq, rq->err.field, "%s", rq->err.text);
	return recall_edit_again(rq);
}

const struct page recall_page = {
	.method = "POST",
	.path = "/recalls/:recall",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_RECALL_UPDATE,
	.body_max = 4096,
	.form = &edit_form,
	.run = recall_run,
	.again = recall_edit_again,
	.about = "Change a recall.",
};

/* ---- tried ------------------------------------------------------------------
 */

static const struct field try_fields[] = {
	{.name = "channel",
		.label = "How",
		.type = FIELD_SELECT,
		.required = true,
		.options = attempt_channels,
		.missing = "Choose how"},
	{.name = "number",
		.label = "Number or address",
		.type = FIELD_TEXT,
		.max = 100},
	{.name = "outcome",
		.label = "Outcome",
		.type = FIELD_SELECT,
		.required = true,
		.options = attempt_outcomes,
		.missing = "Choose what came of it"},
	{.name = "person",
		.label = "Who was reached",
		.type = FIELD_TEXT,
		.max = 100},
	{.name = "said", .label = "Note", .type = FIELD_TEXT, .max = 300},
	{.name = "asked",
		.label = "The patient asked us to try now",
		.hint = "Otherwise three days lie between two tries, and the "
			"third is by another way.",
		.type = FIELD_CHECK},
};
static const struct form try_form = FORM(try_fields);

static int
step_page(struct req *rq, const char *file, const char *title)
{
	const struct recall *r = rq->o.recall;
	struct tpl *t = req_tpl(rq, file);

	req_title(rq, title);
	req_about(rq, "recall", r->id);
	req_about_patient(rq, r->patient_id);
	tpl_int(t, "ID", r->id);
	tpl_text(t, "NAME", patient_name_list(rq->arena, r->family, r->given));
	tpl_text(t, "BORN", show_birth(rq->show, r->birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, r->mrn));
	tpl_text(t, "REASON_TEXT", r->reason);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
try_page(struct req *rq)
{
	return step_page(rq, "staff/recall_try.tpl", "Record a try");
}

static int
recall_try_ask_run(struct req *rq)
{
	form_start(rq, &try_form);
	form_set_text(rq, "channel", "phone");
	form_set_text(rq, "number", rq->o.recall->phone);
	return try_page(rq);
}

const struct page recall_try_ask_page = {
	.method = "GET",
	.path = "/recalls/:recall/try",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_RECALL_VIEW,
	.run = recall_try_ask_run,
	.about = "The form for a try to reach somebody.",
};

static int
recall_try_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct attempt_new n = {
		.channel = form_text(rq, "channel"),
		.number = form_text(rq, "number"),
		.person = form_text(rq, "person"),
		.outcome = form_text(rq, "outcome"),
		.note = form_text(rq, "said"),
	};

	req_about(rq, "recall", rq->o.recall->id);
	req_about_patient(rq, rq->o.recall->patient_id);
	if (care_recall_try(&act, rq->o.recall, &n,
		    form_int(rq, "asked") ? "(The patient asked for it.)"
					  : "")) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq,
			strcmp(rq->err.field, "person") == 0 ? "person"
							     : "channel",
			"%s", rq->err.text);
		return try_page(rq);
	}
	return back_to(rq, "Try saved.");
}

const struct page recall_try_page = {
	.method = "POST",
	.path = "/recalls/:recall/try",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_RECALL_UPDATE,
	.body_max = 4096,
	.form = &try_form,
	.run = recall_try_run,
	.again = try_page,
	.about = "Write down a try to reach somebody.",
};

/* ---- stopped
 * ----------------------------------------------------------------- */

static const struct field stop_fields[] = {
	{.name = "reason",
		.label = "Why does it end?",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose why the recall ends"},
	{.name = "note",
		.label = "Note for colleagues",
		.type = FIELD_TEXT,
		.max = 200},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form stop_form = FORM(stop_fields);

static int
stop_page(struct req *rq)
{
	part_word_options(rq, "reason", recall_reasons);
	return step_page(rq, "staff/recall_stop.tpl", "Stop the recall");
}

static int
recall_stop_ask_run(struct req *rq)
{
	form_start(rq, &stop_form);
	form_set_int(rq, "version", rq->o.recall->version);
	return stop_page(rq);
}

const struct page recall_stop_ask_page = {
	.method = "GET",
	.path = "/recalls/:recall/stop",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_RECALL_VIEW,
	.run = recall_stop_ask_run,
	.about = "Ask why a recall ends.",
};

static int
recall_stop_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct recall *r = rq->o.recall;

	req_about(rq, "recall", r->id);
	req_about_patient(rq, r->patient_id);
	part_word_options(rq, "reason", recall_reasons);
	if (word_label(recall_reasons, form_text(rq, "reason")) == NULL) {
		form_error(rq, "reason", "Choose why the recall ends");
		return stop_page(rq);
	}
	if (care_recall_stop(&act, r, form_int(rq, "version"),
		    form_text(rq, "reason"), form_text(rq, "note")))
		return req_err(rq);
	return back_to(rq, "The recall has ended.");
}

const struct page recall_stop_page = {
	.method = "POST",
	.path = "/recalls/:recall/stop",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_RECALL_UPDATE,
	.body_max = 4096,
	.form = &stop_form,
	.run = recall_stop_run,
	.again = stop_page,
	.about = "End a recall, with the reason.",
};
