/* The acts of a day at the clinic. Rules: tests/RULES.md, "The flow board",
 * "The check-in desk"; SQL: store/flow_store.c, store/visit_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "care/flow.h"
#include "care/patient.h"
#include "care/visit_step.h"
#include "domain/flow.h"
#include "domain/room.h"
#include "domain/slot.h"
#include "store/flow_store.h"
#include "store/patient_store.h"
#include "store/room_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"

int
care_flow_today(struct act *act, int64_t site, const struct zone *zone,
	instant_t at, struct visits *out)
{
	day_t day = zone_local(zone, at).day;

	return visit_store_between(act->db, act->arena, act->scope, site,
		slot_instant(zone, day, 0), slot_instant(zone, day + 1, 0),
		out);
}

/* ---- to a room --------------------------------------------------------- */

static int
right_kind(struct act *act, const struct visit *v, int64_t room, struct room *r)
{
	struct visit_type t = {.room_kind = ""};
	int found = room_store_get(act->db, act->arena, act->scope, room, r);

	if (found < 0 || (v->visit_type_id &&
				 visit_type_store_get(act->db, act->arena,
					 act->scope, v->visit_type_id, &t) < 0))
		return visit_broken(act);
	if (!found || !r->active || r->site_id != v->site_id)
		return visit_refuse(act, "room",
			"This room is not in use at %s. Choose another room.",
			v->site_name);
	if (room != v->room_id && t.room_kind[0] &&
		strcmp(t.room_kind, r->kind) != 0)
		return visit_refuse(act, "room",
			"%s is not the kind of room this visit needs. Choose "
			"another room.",
			r->name);
	return 0;
}

static int
check_free(struct act *act, const struct visit *v, const struct room *r)
{
	struct visits today = {0};
	const struct visit *in;

	if (care_flow_today(act, v->site_id, visit_zone(v), act->now, &today))
		return visit_broken(act);
	in = flow_in_room(&today, r->id, v);
	if (in)
		return visit_refuse(act, "room",
			"%s is taken: %s, %s is in it. Choose another room.",
			r->name, in->family, in->given);
	if (!flow_room_free(&today, v, r->id))
		return visit_refuse(act, "room",
			"%s is booked for another visit at this time. Choose "
			"another room.",
			r->name);
	return 0;
}

int
care_visit_room(struct act *act, const struct visit *seen, int64_t version,
	int64_t room)
{
	struct visit v;
	struct room r = {.name = ""};
	enum visit_state was;

	/* Two who bring somebody there at once: one after the other. */
	if (room && flow_store_hold_room(act->db, act->scope, room) < 0)
		return visit_broken(act);
	if (visit_reload(act, seen->id, version, &v) ||
		visit_check(act, &v, VISIT_ACT_ROOM, NULL))
		return -1;
	if (room && (right_kind(act, &v, room, &r) || check_free(act, &v, &r)))
		return -1;
	was = visit_state(&v);
	v.room_id = room;
	v.roomed = act->now;
	v.status = visit_state_code(VISIT_ROOMED);
	if (visit_save(act, &v, was, visit_act_what(VISIT_ACT_ROOM), r.name) ==
		0)
		return 0;
	/* The only time that has changed is the room's. */
	if (act->err->kind == ERR_CONFLICT &&
		strcmp(act->err->field, "state") == 0)
		return visit_refuse(act, "room",
			"%s is booked for another visit at this time. Choose "
			"another room.",
			r.name);
	return -1;
}

/* ---- through the desk -------------------------------------------------- */

static int
check_desk(struct act *act, const struct visit *v, const struct desk *d)
{
	const struct zone *zone = visit_zone(v);

	if (zone_local(zone, v->start).day != zone_local(zone, act->now).day)
		return visit_refuse(act, "state",
			"This visit is not today. Patients are checked in on "
			"the day of their visit.");
	if (!d->name)
		return err_field(act->err, "name",
			"Ask the patient for their full name, and tick it "
			"when it is the same");
	if (!d->birth)
		return err_field(act->err, "birth",
			"Ask the patient for their date of birth, and tick it "
			"when it is the same");
	return 0;
}

/* Their own choice about text messages is kept where it is looked up. */
static int
set_texts(struct act *act, const struct visit *v, bool ok)
{
	struct patient p;

	if (patient_store_get(
		    act->db, act->arena, act->scope, v->patient_id, &p) <= 0)
		return visit_broken(act);
	if (p.sms_ok == ok)
		return 0;
	p.sms_ok = ok;
	return care_patient_update(act, &p, NULL);
}

int
care_visit_consents(struct act *act, const struct visit *v,
	const char *const answer[CONSENT_KINDS], const char *how,
	const struct consents *held)
{
	for (int k = 0; k < CONSENT_KINDS; k++) {
		struct consent c = {
			.kind = consent_name((enum consent_kind)k),
			.answer = answer[k],
			.how = how,
			.at = act->now,
		};

		if (!c.answer || !c.answer[0] ||
			!consent_due(
				held, (enum consent_kind)k, v->mode, act->now))
			continue;
		if (!flow_store_add_consent(
			    act->db, act->scope, v->patient_id, v->id, &c))
			return visit_broken(act);
		if (k == CONSENT_TEXT &&
			set_texts(act, v, strcmp(c.answer, "given") == 0))
			return -1;
	}
	return 0;
}

static void
word(struct buf *b, const char *what)
{
	buf_addf(b, "%s%s", b->n ? ", " : "", what);
}

/* "Gone through: name and date of birth, needs. Not done: insurance." */
static const char *
desk_text(struct act *act, const struct visit *v, const struct desk *d,
	const struct consents *held)
{
	struct buf done = buf_new(act->arena), not_done = buf_new(act->arena);

	word(&done, "name and date of birth");
	word(d->contact ? &done : &not_done, "contact details");
	word(d->insurance ? &done : &not_done, "insurance");
	word(d->needs ? &done : &not_done, "needs");
	for (int k = 0; k < CONSENT_KINDS; k++) {
		enum consent_kind kind = (enum consent_kind)k;

		if (!consent_due(held, kind, v->mode, act->now))
			continue;
		if (d->consent[k] && d->consent[k][0])
			word(&done,
				arena_printf(act->arena, "%s (%s)",
					consent_label(kind), d->consent[k]));
		else
			word(&not_done, consent_label(kind));
	}
	return arena_printf(act->arena, "Gone through: %s.%s%s%s", done.s,
		not_done.n ? " Not done: " : "", not_done.n ? not_done.s : "",
		not_done.n ? "." : "");
}

int
care_visit_check_in(struct act *act, const struct visit *seen, int64_t version,
	const struct desk *d)
{
	struct visit v;
	struct consents before = {0};

	if (visit_reload(act, seen->id, version, &v) || check_desk(act, &v, d))
		return -1;
	if (flow_store_consents(
		    act->db, act->arena, act->scope, v.patient_id, &before))
		return visit_broken(act);
	if (visit_state(&v) != VISIT_ARRIVED) {
		if (care_visit_status(act, &v, version, VISIT_ACT_ARRIVE))
			return -1;
		version++;
	}
	if (care_visit_status(act, &v, version, VISIT_ACT_CHECK_IN) ||
		care_visit_consents(act, &v, d->consent, d->how, &before))
		return -1;
	return visit_history(
		act, v.id, "desk", "", "", desk_text(act, &v, d, &before));
}

/* ---- without a booking ------------------------------------------------- */

int
care_visit_walk_in(struct act *act, const struct visit_booking *b, int64_t *id)
{
	struct visit v = {0};

	if (care_visit_book(act, b, id))
		return -1;
	v.id = *id;
	return care_visit_status(act, &v, 1, VISIT_ACT_ARRIVE);
}
