/* What a patient needs each time they come. Act: care/need.c; rules:
 * tests/RULES.md, "Needs of a visit". */
#include "staff/patient_need_part.h"

#include "base/arena.h"
#include "care/need.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "store/need_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option mode_options[] = {
	{"", "Does not matter"},
	{"in_person", "In person"},
	{"video", "By video"},
	{"phone", "By phone"},
	{NULL, NULL},
};

static const struct option sex_options[] = {
	{"", "Does not matter"},
	{"female", "A woman if possible"},
	{"male", "A man if possible"},
	{NULL, NULL},
};

static const struct option transport_options[] = {
	{"", "Comes by themselves"},
	{"nemt", "Medicaid ride (NEMT)"},
	{"taxi", "Taxi"},
	{"van", "Clinic van"},
	{"volunteer", "Volunteer driver"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct field fields[] = {
	{.name = "version", .type = FIELD_HIDDEN},
	{.name = "interpreter_mode",
		.label = "Interpreter",
		.type = FIELD_SELECT,
		.options = mode_options},
	{.name = "interpreter_sex",
		.label = "The interpreter should be",
		.type = FIELD_SELECT,
		.options = sex_options},
	{.name = "transport",
		.label = "How the patient comes",
		.type = FIELD_SELECT,
		.options = transport_options},
	{.name = "pickup_place",
		.label = "Pickup place",
		.hint = "Empty: at home",
		.type = FIELD_TEXT,
		.max = 160},
	{.name = "wheelchair",
		.label = "Takes a wheelchair",
		.type = FIELD_CHECK},
	{.name = "mobility",
		.label = "Accommodation",
		.hint = "Lift table, large print, quiet room",
		.type = FIELD_TEXT,
		.max = 120},
};
static const struct form need_form = FORM(fields);

static void
fact(struct tpl *t, const char *label, const char *value)
{
	struct tpl *row = tpl_row(t, "STANDING");

	tpl_text(row, "LABEL", label);
	tpl_text(row, "TEXT", value);
}

int
patient_need_card(struct req *rq, struct tpl *t)
{
	const struct patient *p = rq->o.patient;
	const char *ride, *how;
	struct patient_need n;

	if (need_store_patient(rq->db, rq->arena, rq->scope, p->id, &n) < 0)
		return -1;
	t = tpl_row(t, "EACH_VISIT");
	tpl_int(t, "PATIENT", p->id);
	tpl_show_if(t, "MAY", req_may(rq, PERM_PATIENT_WRITE));
	how = word_label(need_interpreter_modes, n.interpreter_mode);
	fact(t, "Interpreter",
		!p->interpreter
			? "Not needed"
			: arena_printf(rq->arena, "%s%s%s%s",
				  patient_language_label(p->language),
				  how ? ", " : "", how ? how : "",
				  n.interpreter_sex[0] == 'f'	? ", a woman"
				  : n.interpreter_sex[0] == 'm' ? ", a man"
								: ""));
	ride = word_label(need_transport_modes, n.transport);
	fact(t, "Transport",
		ride == NULL ? "Comes by themselves"
			     : arena_printf(rq->arena, "%s%s", ride,
				       n.wheelchair ? ", wheelchair" : ""));
	fact(t, "Accommodation", n.mobility[0] ? n.mobility : "None recorded");
	return 0;
}

static int
draw(struct req *rq, int status)
{
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "details", "Needs", "staff/patient_need.tpl");
	tpl_int(t, "PATIENT", c.p->id);
	tpl_show_if(t, "STALE", status == 409);
	tpl_show_if(t, "SPOKEN", c.p->interpreter);
	tpl_show_if(t, "NOT_SPOKEN", !c.p->interpreter);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html_status(rq, status);
}

static int
patient_need_run(struct req *rq)
{
	struct patient_need n;

	if (need_store_patient(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &n) < 0)
		return req_db_err(rq);
	form_start(rq, &need_form);
	form_set_int(rq, "version", n.version);
	form_set_text(rq, "interpreter_mode", n.interpreter_mode);
	form_set_text(rq, "interpreter_sex", n.interpreter_sex);
	form_set_text(rq, "transport", n.transport);
	form_set_text(rq, "pickup_place", n.pickup_place);
	form_set_int(rq, "wheelchair", n.wheelchair);
	form_set_text(rq, "mobility", n.mobility);
	return draw(rq, 200);
}

const struct page patient_need_page = {
	.method = "GET",
	.path = "/patients/:patient/needs",
	.perm = PERM_PATIENT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.run = patient_need_run,
	.about = "The form for what a patient needs each time.",
};

static int
again(struct req *rq)
{
	return draw(rq, 422);
}

static int
patient_need_save_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct patient_need n = {
		.version = form_int(rq, "version"),
		.interpreter_mode = form_text(rq, "interpreter_mode"),
		.interpreter_sex = form_text(rq, "interpreter_sex"),
		.transport = form_text(rq, "transport"),
		.wheelchair = form_int(rq, "wheelchair") == 1,
		.pickup_place = form_text(rq, "pickup_place"),
		.mobility = form_text(rq, "mobility"),
	};

	if (care_patient_need(&act, rq->o.patient->id, &n))
		return rq->err.kind == ERR_CONFLICT ? draw(rq, 409)
						    : req_err(rq);
	req_flash(rq, NULL,
		"Saved. It stands in the lists of visits to come.");
	return req_redirect(
		rq, "/patients/%lld/details", (long long)rq->o.patient->id);
}

const struct page patient_need_save_page = {
	.method = "POST",
	.path = "/patients/:patient/needs",
	.perm = PERM_PATIENT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_PATIENT_UPDATE,
	.body_max = 4096,
	.form = &need_form,
	.run = patient_need_save_run,
	.again = again,
	.about = "Say what a patient needs each time.",
};
