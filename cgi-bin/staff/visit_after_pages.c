/* What follows a visit that is over: a recall, and for a missed one why it
 * is not held against the patient. Rules: tests/RULES.md, "What follows a
 * visit". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/recall.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/recall_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static int
draw_late(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct visit_type type;
	int found = visit_type_store_get(
		rq->db, rq->arena, rq->scope, v->visit_type_id, &type);

	if (found > 0 && visit_cancelled_late(v, type.cancel_notice_min))
		tpl_show_if(t, "LATE_CANCEL", true);
	return found < 0 ? -1 : 0;
}

int
visit_part_after(struct req *rq, struct tpl *t, const struct visit *v)
{
	enum visit_state s = visit_state(v);
	struct visit_excuse e;
	int found;

	if (visit_state_closed(s) && s != VISIT_RESCHEDULED &&
		req_may(rq, PERM_VISIT_WRITE)) {
		struct tpl *row = tpl_row(t, "MAY_RECALL");

		tpl_int(row, "PATIENT_ID", v->patient_id);
		tpl_int(row, "OF", v->id);
	}
	if (s == VISIT_CANCELLED && v->visit_type_id)
		return draw_late(rq, t, v);
	if (s != VISIT_NOSHOW)
		return 0;
	found = recall_store_excuse(rq->db, rq->arena, rq->scope, v->id, &e);
	if (found > 0)
		tpl_text(tpl_row(t, "EXCUSED"), "WHY",
			arena_printf(rq->arena, "%s%s%s",
				word_label(visit_excuses, e.reason),
				e.note[0] ? ": " : "", e.note));
	else if (found == 0 && req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(t, "MAY_EXCUSE"), "OF", v->id);
	return found < 0 ? -1 : 0;
}

static const struct field excuse_fields[] = {
	{.name = "reason",
		.label = "Why did they not come?",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose why"},
	{.name = "note",
		.label = "Note for colleagues",
		.type = FIELD_TEXT,
		.max = 200},
};
static const struct form excuse_form = FORM(excuse_fields);

static int
excuse_page(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct tpl *t;

	if (visit_state(v) != VISIT_NOSHOW)
		return req_fail(rq, ERR_CONFLICT,
			"This visit was not missed. There is nothing to "
			"excuse.");
	t = req_tpl(rq, "staff/visit_excuse.tpl");
	req_title(rq, "Excuse a missed visit");
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	tpl_int(t, "ID", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "WHEN", show_when(show, v->start));
	part_word_options(rq, "reason", visit_excuses);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
visit_excuse_ask_run(struct req *rq)
{
	form_start(rq, &excuse_form);
	return excuse_page(rq);
}

const struct page visit_excuse_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/excuse",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = visit_excuse_ask_run,
	.about = "Ask why a missed visit does not count.",
};

static int
visit_excuse_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct visit_excuse e = {.reason = form_text(rq, "reason"),
		.note = form_text(rq, "note"),
		.at = rq->now};

	if (word_label(visit_excuses, e.reason) == NULL) {
		form_error(rq, "reason", "Choose why");
		return excuse_page(rq);
	}
	if (visit_state(v) != VISIT_NOSHOW)
		return excuse_page(rq);
	if (recall_store_add_excuse(rq->db, rq->scope, v->id, &e) < 0)
		return req_db_err(rq);
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	req_note(rq, "excused=%s", e.reason);
	req_flash(rq, NULL,
		"Excused. It does not count as a missed visit in reports.");
	return req_redirect(rq, "/appointments/%lld", (long long)v->id);
}

const struct page visit_excuse_page = {
	.method = "POST",
	.path = "/appointments/:visit/excuse",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_STATUS,
	.body_max = 2048,
	.form = &excuse_form,
	.run = visit_excuse_run,
	.again = excuse_page,
	.about = "Record why a missed visit does not count.",
};
