/*
 * Changing a patient's details. Two people may have the form open: the
 * second to save is shown both versions and chooses field by field. Act:
 * care/patient.c.
 */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/patient.h"
#include "page/gate.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_form.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define CHANGES 200 /* looked through for what a field was before */

static int
edit_draw(struct req *rq, int status)
{
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "details", "Edit details", "staff/patient_edit.tpl");
	tpl_int(t, "ID", c.p->id);
	if (patient_form_choices(rq))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
patient_edit_run(struct req *rq)
{
	struct patient_phones phones = {0};

	form_start(rq, &patient_edit_form);
	if (patient_store_phones(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &phones))
		return req_db_err(rq);
	patient_form_fill(rq, rq->o.patient, &phones);
	return edit_draw(rq, 200);
}

const struct page patient_edit_page = {
	.method = "GET",
	.path = "/patients/:patient/edit",
	.perm = PERM_PATIENT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.about = "The form to change a patient's details.",
	.run = patient_edit_run,
};

/* ---- somebody was first ---------------------------------------------- */

/* The history writes what the form posts, but for these. */
static const char *
as_posted(const char *stored)
{
	if (strcmp(stored, "yes") == 0)
		return "1";
	if (strcmp(stored, "no") == 0 || strcmp(stored, "0") == 0)
		return "";
	return stored;
}

/* What the field was in the version that was edited; NULL: it has not
 * changed since. Changes come newest first. */
static const char *
base_value(const struct patient_changes *changes, int64_t version,
	const char *field)
{
	const char *before = NULL;

	for (size_t i = 0; i < changes->n; i++)
		if (changes->v[i].version > version &&
			strcmp(changes->v[i].field, field) == 0)
			before = as_posted(changes->v[i].before);
	return before;
}

static void
stale_field(struct tpl *t, const struct patient_fact *mine,
	const struct patient_fact *theirs, const char *base)
{
	/* Whoever left a field alone wants the other's change. */
	bool take = base != NULL && strcmp(base, mine->value) == 0;
	struct tpl *row = tpl_row(t, "FIELD");

	tpl_text(row, "NAME", mine->name);
	tpl_text(row, "LABEL", mine->label);
	tpl_text(row, "MINE", mine->value);
	tpl_text(row, "MINE_TEXT", mine->shown);
	tpl_text(row, "THEIRS", theirs->value);
	tpl_text(row, "THEIRS_TEXT", theirs->shown);
	tpl_show_if(row, "TAKE_THEIRS", take);
	tpl_show_if(row, "TAKE_MINE", !take);
}

static void
stale_fields(struct req *rq, struct tpl *t, const struct patient_facts *mine,
	const struct patient_facts *theirs,
	const struct patient_changes *changes)
{
	for (size_t i = 0; i < mine->n; i++) {
		const struct patient_fact *m = &mine->v[i];
		struct tpl *row;

		if (strcmp(m->value, theirs->v[i].value) != 0) {
			stale_field(t, m, &theirs->v[i],
				base_value(changes, form_int(rq, "version"),
					m->name));
			continue;
		}
		if (*m->value == '\0')
			continue;
		row = tpl_row(t, "KEEP");
		tpl_text(row, "NAME", m->name);
		tpl_text(row, "VALUE", m->value);
	}
}

static int
edit_stale(struct req *rq, struct patient *mine,
	const struct patient_phones *my_phones)
{
	const struct patient *now = rq->o.patient;
	struct patient_phones phones = {0};
	struct patient_changes changes = {0};
	struct patient_facts a = {0}, b = {0};
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c) ||
		patient_store_phones(
			rq->db, rq->arena, rq->scope, now->id, &phones) ||
		patient_store_changes(rq->db, rq->arena, rq->scope, now->id,
			CHANGES, &changes))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "details", "Changed meanwhile", "part/stale.tpl");
	patient_form_facts(rq, mine, my_phones, &a);
	patient_form_facts(rq, now, &phones, &b);
	stale_fields(rq, t, &a, &b, &changes);
	tpl_text(t, "WHO",
		changes.n > 0 && *changes.v[0].user != '\0' ? changes.v[0].user
							    : "Somebody");
	tpl_text(t, "WHEN", show_when(rq->show, now->updated_at));
	tpl_text(t, "ACTION",
		arena_printf(
			rq->arena, "/patients/%lld/edit", (long long)now->id));
	tpl_text(t, "BACK",
		arena_printf(rq->arena, "/patients/%lld/details",
			(long long)now->id));
	tpl_int(t, "VERSION", now->version);
	req_note(rq, "stale=%lld", (long long)form_int(rq, "version"));
	return req_html_status(rq, 409);
}

/* ---- save ------------------------------------------------------------ */

/* Numbers beyond the two of the form stay behind them. */
static int
keep_more_phones(struct req *rq, struct patient_phones *phones)
{
	struct patient_phones old = {0};

	if (patient_store_phones(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &old))
		return -1;
	for (size_t i = 2; i < old.n; i++)
		*ARENA_PUSH(rq->arena, phones) = old.v[i];
	return 0;
}

static int
patient_update_run(struct req *rq)
{
	struct patient p = *rq->o.patient;
	struct patient_phones phones = {0};
	struct act act = page_act(rq);

	if (patient_form_check(rq))
		return req_db_err(rq);
	if (form_bad(rq))
		return edit_draw(rq, 422);
	patient_form_read(rq, &p, &phones);
	if (form_has(rq, "allergy_state"))
		p.allergy_state = form_text(rq, "allergy_state");
	p.deceased = form_day(rq, "deceased");
	p.active = form_int(rq, "active");
	p.version = form_int(rq, "version");
	if (p.version != rq->o.patient->version) {
		if (patient_form_names(rq, &p))
			return req_db_err(rq);
		return edit_stale(rq, &p, &phones);
	}
	if (keep_more_phones(rq, &phones))
		return req_db_err(rq);
	if (care_patient_update(&act, &p, &phones))
		return req_err(rq);
	req_flash(rq, NULL, "Details saved.");
	return req_redirect(rq, "/patients/%lld/details", (long long)p.id);
}

static int
patient_update_again(struct req *rq)
{
	return edit_draw(rq, 422);
}

const struct page patient_update_page = {
	.method = "POST",
	.path = "/patients/:patient/edit",
	.perm = PERM_PATIENT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_PATIENT_UPDATE,
	.body_max = 32768,
	.form = &patient_edit_form,
	.about = "Change a patient's details; 409 if somebody was first.",
	.run = patient_update_run,
	.again = patient_update_again,
};
