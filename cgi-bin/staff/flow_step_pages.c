/* What is done from the flow board: the next step of a visit, back a step,
 * another room. Acts: care/visit_status.c, care/flow.c; rules:
 * tests/RULES.md, "The flow board". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/flow.h"
#include "page/gate.h"
#include "staff/flow_part.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* site, provider, state: the board to go back to. */
static const struct field step_fields[] = {
	{.name = "act", .type = FIELD_TOKEN, .required = true},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "room", .type = FIELD_HIDDEN},
	{.name = "site", .type = FIELD_HIDDEN},
	{.name = "provider", .type = FIELD_HIDDEN},
	{.name = "state", .type = FIELD_TOKEN},
};
static const struct form step_form = FORM(step_fields);

/* The row that was acted on is the one to go on from. */
static int
back(struct req *rq, int64_t provider, const char *state)
{
	struct flow f = {
		.site = rq->o.visit->site_id,
		.provider = provider,
	};

	f.one = flow_column_parse(state, &f.column);
	return req_redirect(rq, "%s#visit-%lld", flow_url(rq, "/flow", &f),
		(long long)rq->o.visit->id);
}

static void
about(struct req *rq, enum visit_act act)
{
	req_about(rq, "appointment", rq->o.visit->id);
	req_about_patient(rq, rq->o.visit->patient_id);
	req_note(rq, "act=%s", visit_act_name(act));
}

/* Told on the board, with a way back where there is one. */
static int
told(struct req *rq, enum visit_act act)
{
	const struct visit *v = rq->o.visit;
	struct visit now;
	const char *undo = NULL;

	if (visit_store_get(rq->db, rq->arena, rq->scope, v->id, &now) <= 0)
		return req_db_err(rq);
	if (act != VISIT_ACT_UNDO &&
		care_visit_may(rq->scope, &now, VISIT_ACT_UNDO, rq->now))
		undo = arena_printf(rq->arena, "/flow/%lld/undo?version=%lld",
			(long long)v->id, (long long)now.version);
	req_flash(rq, undo, "%s: %s", visit_part_name(rq, &now),
		act == VISIT_ACT_ROOM && now.room_name[0]
			? arena_printf(rq->arena, "in %s.", now.room_name)
			: visit_act_done(act));
	return 0;
}

static int
flow_step_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"This button is damaged. Load the board again and press it "
		"once more.");
}

static int
flow_step_run(struct req *rq)
{
	struct act a = page_act(rq);
	const struct visit *v = rq->o.visit;
	int64_t version = form_int(rq, "version");
	enum visit_act act;
	int failed, st;

	if (!visit_act_parse(form_text(rq, "act"), &act) ||
		act == VISIT_ACT_MOVE || act == VISIT_ACT_CANCEL)
		return flow_step_again(rq);
	about(rq, act);
	if (act == VISIT_ACT_ROOM)
		failed = care_visit_room(&a, v, version, form_int(rq, "room"));
	else
		failed = care_visit_status(&a, v, version, act);
	if (failed)
		return visit_part_refused(rq, v);
	st = told(rq, act);
	return st ? st
		  : back(rq, form_int(rq, "provider"), form_text(rq, "state"));
}

const struct page flow_step_page = {
	.method = "POST",
	.path = "/flow/:visit/step",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_STATUS,
	.body_max = 2048,
	.form = &step_form,
	.run = flow_step_run,
	.again = flow_step_again,
	.about = "The next step of a visit, from the board and back to it.",
};

static const struct field undo_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form undo_form = FORM(undo_fields);

static int
flow_undo_run(struct req *rq)
{
	struct act a = page_act(rq);
	int st;

	about(rq, VISIT_ACT_UNDO);
	if (care_visit_status(
		    &a, rq->o.visit, query_int(rq, "version"), VISIT_ACT_UNDO))
		return visit_part_refused(rq, rq->o.visit);
	st = told(rq, VISIT_ACT_UNDO);
	return st ? st : back(rq, 0, "");
}

const struct page flow_undo_page = {
	.method = "POST",
	.path = "/flow/:visit/undo",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_STATUS,
	.body_max = 2048,
	.query = &undo_form,
	.run = flow_undo_run,
	.about = "Take back a step taken on the board.",
};

/* ---- another room ------------------------------------------------------- */

static void
room_rows(struct req *rq, struct tpl *t, const struct flow *f)
{
	const struct visit *v = rq->o.visit;
	int free = 0;

	for (size_t i = 0; i < f->rooms.n; i++) {
		const struct room *r = &f->rooms.v[i];
		const struct visit *in = flow_in_room(&f->visits, r->id, v);
		struct tpl *row, *why;

		row = tpl_row(t, "PLACE");
		tpl_text(row, "NAME", r->name);
		if (flow_fits(f, v, r)) {
			struct tpl *ok = tpl_row(row, "FREE");

			tpl_int(ok, "ID", v->id);
			tpl_int(ok, "VERSION", v->version);
			tpl_int(ok, "ROOM_ID", r->id);
			tpl_text(ok, "NAME", r->name);
			free++;
			continue;
		}
		why = tpl_row(row, "TAKEN");
		if (in)
			req_shown(rq, in->patient_id);
		tpl_text(why, "WHY",
			in ? arena_printf(rq->arena, "%s, since %s",
				     visit_part_name(rq, in),
				     show_time(f->show, in->roomed))
			: flow_room_free(&f->visits, v, r->id)
				? "Another kind of room"
				: "Booked for another visit at this time");
	}
	tpl_show_if(t, "NO_ROOMS", free == 0);
}

static int
flow_room_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct flow f;
	struct tpl *t;
	int st;

	if (!care_visit_may(rq->scope, v, VISIT_ACT_ROOM, rq->now)) {
		err_set(&rq->err, ERR_CONFLICT,
			"This visit is %s. Nobody is brought to a room now.",
			visit_state_label(visit_state(v)));
		return visit_part_refused(rq, v);
	}
	if ((st = flow_load(rq, &f)))
		return st;
	if (f.site != v->site_id)
		return req_fail(
			rq, ERR_NOT_FOUND, "This site is not in use any more.");
	t = req_tpl(rq, "staff/flow_room.tpl");
	req_title(rq,
		arena_printf(rq->arena, "Room for %s", visit_part_name(rq, v)));
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "BORN", show_birth(f.show, v->birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "BACK", flow_url(rq, "/flow", &f));
	room_rows(rq, t, &f);
	return req_html(rq);
}

const struct page flow_room_page = {
	.method = "GET",
	.path = "/flow/:visit/room",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.query = &flow_query,
	.run = flow_room_run,
	.about = "The rooms of the visit's site, free and taken.",
};
