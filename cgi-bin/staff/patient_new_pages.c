/*
 * Registering a patient, with a look for the same person first. Rules:
 * tests/RULES.md, "The same person twice". Act: care/patient.c.
 */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/patient_form.h"
#include "staff/patient_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static int
new_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/patient_new.tpl");

	req_title(rq, "Register a patient");
	tpl_show_if(t, "MAY_BOOK", req_may(rq, PERM_VISIT_WRITE));
	if (patient_form_choices(rq))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
patient_new_run(struct req *rq)
{
	form_start(rq, &patient_new_form);
	form_set_text(rq, "language", "en");
	return new_draw(rq, 200);
}

const struct page patient_new_page = {
	.method = "GET",
	.path = "/patients/new",
	.perm = PERM_PATIENT_CREATE,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.about = "The form to register a patient.",
	.run = patient_new_run,
};

/* ---- the same person twice ------------------------------------------ */

static void
twin_row(struct req *rq, struct tpl *t, const struct patient_twin *twin)
{
	static const struct {
		const char *why, *tone, *icon;
	} words[] = {
		[MATCH_NO] = {"", "", ""},
		[MATCH_SIMILAR] = {"Similar", "blue", "users"},
		[MATCH_LIKELY] = {"Very likely the same", "amber",
			"triangle-alert"},
		[MATCH_SAME] = {"Same name and birth date", "red",
			"triangle-alert"},
	};
	const struct patient_line *l = &twin->line;
	struct tpl *row = tpl_row(t, "TWIN");

	req_shown(rq, l->id);
	tpl_int(row, "ID", l->id);
	tpl_text(row, "NAME", patient_part_name(rq, l));
	tpl_text(row, "BORN", show_birth(rq->show, l->birth));
	tpl_text(row, "MRN", patient_part_mrn(rq, l));
	tpl_text(row, "PHONE",
		*l->phone != '\0' ? show_phone(rq->show, l->phone)
				  : "Not recorded");
	tpl_text(row, "WHY", words[twin->match].why);
	tpl_text(row, "TONE", words[twin->match].tone);
	tpl_text(row, "ICON", words[twin->match].icon);
}

/* What was typed travels along, so that "Save anyway" needs no typing. */
static void
keep_typed(struct req *rq, struct tpl *t)
{
	for (size_t i = 0; i < patient_new_form.n; i++) {
		const struct field *f = &patient_new_form.fields[i];
		struct tpl *row;

		if (strcmp(f->name, "confirmed") == 0 ||
			*form_text(rq, f->name) == '\0')
			continue;
		row = tpl_row(t, "KEEP");
		tpl_text(row, "NAME", f->name);
		tpl_text(row, "VALUE", form_text(rq, f->name));
	}
}

static int
ask_about_twins(struct req *rq, const struct patient *p,
	const struct patient_twins *twins)
{
	struct tpl *t = req_tpl(rq, "staff/patient_twins.tpl");

	req_title(rq, "Is it one of these?");
	tpl_text(t, "NAME", patient_list_name(rq->arena, p));
	tpl_text(t, "BORN", show_birth(rq->show, p->birth));
	tpl_int(t, "N", (int64_t)twins->n);
	for (size_t i = 0; i < twins->n; i++)
		twin_row(rq, t, &twins->v[i]);
	keep_typed(rq, t);
	req_note(rq, "twins=%zu", twins->n);
	return req_html_status(rq, 409);
}

/* ---- save ------------------------------------------------------------ */

static int
patient_create_run(struct req *rq)
{
	struct patient p = patient_new();
	struct patient_phones phones = {0};
	struct patient_twins twins = {0};
	struct act act = page_act(rq);

	if (!form_has(rq, "birth") && form_int(rq, "birth_unknown") == 0)
		form_error(rq, "birth",
			"Enter the date of birth, or tick that it is not "
			"known");
	if (patient_form_check(rq))
		return req_db_err(rq);
	if (form_bad(rq))
		return new_draw(rq, 422);
	patient_form_read(rq, &p, &phones);
	if (form_int(rq, "confirmed") == 0) {
		if (care_patient_twins(&act, &p, &phones, &twins))
			return req_err(rq);
		if (twins.n > 0)
			return ask_about_twins(rq, &p, &twins);
	}
	if (care_patient_register(&act, &p, &phones))
		return req_err(rq);
	req_about_patient(rq, p.id);
	req_about(rq, "patient", p.id);
	req_flash(rq, NULL, "Patient registered. The MRN is %s.",
		patient_mrn_show(rq->arena, p.mrn));
	if (strcmp(form_text(rq, "next"), "book") == 0)
		return req_redirect(
			rq, "/appointments/new?patient=%lld", (long long)p.id);
	return req_redirect(rq, "/patients/%lld", (long long)p.id);
}

static int
patient_create_again(struct req *rq)
{
	return new_draw(rq, 422);
}

const struct page patient_create_page = {
	.method = "POST",
	.path = "/patients/new",
	.perm = PERM_PATIENT_CREATE,
	.txn = TXN_WRITE,
	.audit = AUDIT_PATIENT_CREATE,
	.body_max = 32768,
	.form = &patient_new_form,
	.about = "Register a patient; asks first if they may be here already.",
	.run = patient_create_run,
	.again = patient_create_again,
};
