/* "I am here", for who is logged in. Act: care/door.c; rules:
 * tests/RULES.md, "Coming in without the desk". */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/door.h"
#include "domain/patient.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "portal/door_part.h"
#include "portal/pages.h"
#include "portal/visit_view.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct field here_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	DOOR_FIELDS,
};
static const struct form here_form = FORM(here_fields);

/* What we have, so that one can say whether it is still right. */
static int
draw_contact(struct req *rq, struct tpl *t)
{
	struct tpl *row = tpl_row(t, "KNOWN");
	struct patient p;

	if (patient_store_get(rq->db, rq->arena, rq->scope,
		    rq->o.visit->patient_id, &p) <= 0)
		return -1;
	tpl_text(row, "PHONE",
		p.phone[0] ? show_phone(rq->show, p.phone)
			   : tr(rq, "Not recorded"));
	tpl_text(row, "ADDRESS",
		p.address[0] ? arena_printf(rq->arena, "%s, %s, %s %s",
				       p.address, p.city, p.state, p.postal)
			     : tr(rq, "Not recorded"));
	return 0;
}

static int
draw(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct tpl *t = req_tpl(rq, "portal/here.tpl");

	req_title(rq, tr(rq, "I am here"));
	req_about(rq, "appointment", v->id);
	tpl_int(tpl_row(t, "BACK"), "ID", v->id);
	tpl_text(t, "ACTION",
		arena_printf(rq->arena, "/portal/visits/%lld/here",
			(long long)v->id));
	tpl_text(t, "WHEN", portal_visit_when(rq, v));
	if (draw_contact(rq, t) || door_part_due(rq, t, v))
		return req_db_err(rq);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
not_now(struct req *rq)
{
	err_clear(&rq->err);
	req_flash(rq, NULL, "%s",
		tr(rq, "You cannot check in for this visit now. Please go to "
		       "the desk."));
	return req_redirect(
		rq, "/portal/visits/%lld", (long long)rq->o.visit->id);
}

static int
portal_here_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;

	if (door_time(v, rq->now) != DOOR_OPEN)
		return req_redirect(
			rq, "/portal/visits/%lld", (long long)v->id);
	form_start(rq, &here_form);
	form_set_int(rq, "version", v->version);
	return draw(rq);
}

const struct page portal_here_page = {
	.method = "GET",
	.path = "/portal/visits/:visit/here",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = portal_here_run,
	.about = "The questions for a patient who is here.",
};

static int
portal_arrive_run(struct req *rq)
{
	static const struct door_way way = {.door = DOOR_PORTAL, .at = ""};
	const struct visit *v = rq->o.visit;
	struct door_answers answers = door_part_answers(rq);
	struct act act = page_act(rq);
	const char *desk;

	req_about(rq, "appointment", v->id);
	if (door_time(v, rq->now) != DOOR_OPEN)
		return not_now(rq);
	if (care_door_arrive(
		    &act, v, form_int(rq, "version"), &way, &answers, &desk))
		return rq->err.kind == ERR_CONFLICT ? not_now(rq) : req_err(rq);
	req_flash(rq, NULL, "%s",
		desk[0] ? tr(rq, "Thank you. We know you are here. Please see "
				 "the desk.")
			: tr(rq, "Thank you. We know you are here. Please sit "
				 "down, we call you."));
	return req_redirect(rq, "/portal/visits/%lld", (long long)v->id);
}

const struct page portal_arrive_page = {
	.method = "POST",
	.path = "/portal/visits/:visit/here",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_DOOR_ARRIVE,
	.body_max = 2048,
	.form = &here_form,
	.run = portal_arrive_run,
	.again = draw,
	.about = "The patient is here: arrived, with what they answered.",
};
