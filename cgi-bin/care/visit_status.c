/* What happens to a visit after it is booked: confirm, arrive ... done,
 * no-show, cancel, and back. The table is in domain/visit.c; rules:
 * tests/RULES.md, "Visits". */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "care/flow.h"
#include "care/recall.h"
#include "care/sequence_step.h"
#include "care/visit.h"
#include "care/visit_step.h"
#include "care/waitlist.h"
#include "domain/door.h"
#include "store/slot_store.h"
#include "store/store.h"
#include "store/visit_store.h"

int
visit_broken(struct act *act)
{
	return store_err(act->db, act->err);
}

int
visit_refuse(struct act *act, const char *field, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_set(act->err, ERR_CONFLICT, "%s",
		arena_vprintf(act->arena, fmt, ap));
	va_end(ap);
	snprintf(act->err->field, sizeof(act->err->field), "%s", field);
	return -1;
}

int
visit_reload(struct act *act, int64_t id, int64_t version, struct visit *v)
{
	int found = visit_store_get(act->db, act->arena, act->scope, id, v);
	const char *who;

	if (found < 0)
		return visit_broken(act);
	if (!found)
		return err_set(
			act->err, ERR_NOT_FOUND, "This visit is not here.");
	if (v->version == version)
		return 0;
	who = visit_store_changed_by(act->db, act->arena, act->scope, id);
	return visit_refuse(act, "version",
		"%s changed this visit meanwhile. It is now: %s.",
		who[0] ? who : "Somebody", visit_state_label(visit_state(v)));
}

/* A patient acts on their own visit through the portal's own right. */
static bool
may(const struct scope *sc, const struct visit *v, const struct visit_step *s,
	instant_t now)
{
	if (sc->patient_id)
		return (s->act == VISIT_ACT_CONFIRM ||
			       s->act == VISIT_ACT_CANCEL ||
			       s->act == VISIT_ACT_MOVE ||
			       (s->act == VISIT_ACT_ARRIVE &&
				       door_may_arrive(v, now))) &&
		       perm_allowed(sc->roles, PERM_OWN);
	return perm_allowed(sc->roles, s->perm);
}

bool
care_visit_may(const struct scope *sc, const struct visit *v, enum visit_act a,
	instant_t now)
{
	const struct visit_step *s = visit_step(visit_state(v), a);

	return s && may(sc, v, s, now) &&
	       visit_step_open(s, v, now, visit_zone(v));
}

int
visit_check(struct act *act, const struct visit *v, enum visit_act a,
	const struct visit_step **out)
{
	const struct visit_step *s = visit_step(visit_state(v), a);

	if (!s)
		return visit_refuse(act, "state",
			"This visit is %s: \"%s\" is not possible now.",
			visit_state_label(visit_state(v)), visit_act_label(a));
	if (!may(act->scope, v, s, act->now))
		return err_set(act->err, ERR_DENIED, "You may not %s.",
			perm_words(s->perm));
	if (!visit_step_open(s, v, act->now, visit_zone(v)))
		return visit_refuse(act, "state",
			"\"%s\" is not possible for this visit at this time.",
			visit_act_label(a));
	if (out)
		*out = s;
	return 0;
}

int
visit_history(struct act *act, int64_t visit, const char *what,
	const char *from, const char *to, const char *detail)
{
	struct visit_event e = {
		.at = act->now,
		.actor = act->actor,
		.what = what,
		.from = from,
		.to = to,
		.detail = detail,
	};

	if (visit_store_add_event(
		    act->db, act->scope, visit, &e, act->scope->user_id))
		return visit_broken(act);
	return 0;
}

int
visit_save(struct act *act, struct visit *v, enum visit_state from,
	const char *what, const char *detail)
{
	enum visit_clash clash;
	int done;

	v->updated = act->now;
	v->updated_by = act->scope->user_id;
	done = visit_store_update(act->db, act->scope, v, &clash);
	if (clash != CLASH_NONE)
		return visit_refuse(act, "state",
			"Another visit has that time now, so this one cannot "
			"be opened again. Book a new visit.");
	if (done < 0)
		return visit_broken(act);
	if (done == 0)
		return visit_refuse(
			act, "version", "This visit was changed meanwhile.");
	v->version++;
	return visit_history(
		act, v->id, what, visit_state_code(from), v->status, detail);
}

static const char *
who(const struct act *act)
{
	return strcmp(act->actor, "patient") == 0 ? "patient" : "staff";
}

/* Set the times that the state a step leads to is told from. */
static void
enter(struct act *act, struct visit *v, const struct visit_step *s)
{
	switch (s->act) {
	case VISIT_ACT_CONFIRM:
		v->confirmed = act->now;
		v->confirmed_by = who(act);
		break;
	case VISIT_ACT_ARRIVE:
		v->arrived = act->now;
		break;
	case VISIT_ACT_WITH:
		v->with = act->now;
		break;
	case VISIT_ACT_CHECKOUT:
		v->checkout = act->now;
		break;
	case VISIT_ACT_DONE:
		v->done = act->now;
		break;
	case VISIT_ACT_LEFT:
		v->cancelled = act->now;
		v->cancelled_by = "patient";
		v->cancel_reason = "left";
		break;
	default:
		break;
	}
	v->status = visit_state_code(s->to);
}

/* Take back what led out of the state an undo goes to. */
static void
go_back(struct visit *v, const struct visit_step *s)
{
	switch (s->from) {
	case VISIT_CONFIRMED:
		v->confirmed = INSTANT_NONE;
		v->confirmed_by = "";
		break;
	case VISIT_ARRIVED:
		v->arrived = INSTANT_NONE;
		break;
	case VISIT_ROOMED:
		v->roomed = INSTANT_NONE;
		break;
	case VISIT_WITH:
		v->with = INSTANT_NONE;
		break;
	case VISIT_CHECKOUT:
		v->checkout = INSTANT_NONE;
		break;
	case VISIT_FULFILLED:
		v->done = INSTANT_NONE;
		break;
	case VISIT_CANCELLED:
	case VISIT_LEFT:
		v->cancelled = INSTANT_NONE;
		v->cancelled_by = v->cancel_reason = "";
		break;
	default:
		break;
	}
	v->status = visit_state_code(s->to);
}

static int
work(struct act *act, const struct visit *v, const struct visit_step *s)
{
	switch (s->act) {
	case VISIT_ACT_CONFIRM:
		return visit_work_confirmed(act, v);
	case VISIT_ACT_ARRIVE:
		return visit_work_arrived(act, v);
	case VISIT_ACT_NO_SHOW:
		return visit_work_no_show(act, v);
	case VISIT_ACT_UNDO:
		return visit_work_undone(act, v);
	case VISIT_ACT_DONE:
		return care_recall_done(act, v);
	case VISIT_ACT_LEFT:
		return care_recall_missed(act, v) || sequence_lost(act, v) ? -1
									   : 0;
	default:
		return 0;
	}
}

int
care_visit_status(struct act *act, const struct visit *seen, int64_t version,
	enum visit_act a)
{
	struct visit v;
	const struct visit_step *s;
	enum visit_state was;

	if (a == VISIT_ACT_MOVE || a == VISIT_ACT_CANCEL)
		BUG("%s is an act of its own", visit_act_name(a));
	if (a == VISIT_ACT_ROOM)
		return care_visit_room(act, seen, version, seen->room_id);
	if (visit_reload(act, seen->id, version, &v) ||
		visit_check(act, &v, a, &s))
		return -1;
	was = visit_state(&v);
	if (a == VISIT_ACT_UNDO)
		go_back(&v, s);
	else
		enter(act, &v, s);
	if (visit_save(act, &v, was, visit_act_what(a), ""))
		return -1;
	return work(act, &v, s);
}

int
care_visit_confirm(struct act *act, const struct visit *v, int64_t version)
{
	return care_visit_status(act, v, version, VISIT_ACT_CONFIRM);
}

int
care_visit_cancel(struct act *act, const struct visit *seen, int64_t version,
	const char *by, const char *reason, const char *note)
{
	bool patient = strcmp(by, "patient") == 0;
	struct visit v;
	enum visit_state was;

	if (!patient && strcmp(by, "clinic") != 0)
		return err_field(act->err, "by", "Say who cancels");
	if (word_label(patient ? visit_cancel_patient : visit_cancel_clinic,
		    reason) == NULL)
		return err_field(act->err, "reason",
			"Choose why the visit is cancelled");
	if (visit_reload(act, seen->id, version, &v) ||
		visit_check(act, &v, VISIT_ACT_CANCEL, NULL))
		return -1;
	was = visit_state(&v);
	v.status = "cancelled";
	v.cancelled = act->now;
	v.cancelled_by = patient ? "patient" : "clinic";
	v.cancel_reason = reason;
	if (visit_save(act, &v, was, "cancelled",
		    note && note[0] ? note : visit_reason_label(reason)) ||
		visit_hush(act, &v, "The visit was cancelled") ||
		(!patient && visit_tell(act, &v, "visit_cancelled")))
		return -1;
	if (visit_work_cancelled(act, &v, note))
		return -1;
	return care_waitlist_freed(act, &v);
}

int
care_visit_next(struct act *act, const struct visit *v, enum visit_next next,
	day_t on, const char *why)
{
	struct recall r = {.patient_id = v->patient_id,
		.visit_type_id = v->visit_type_id,
		.reason = why[0] ? why : v->type_name,
		.source = "cancelled",
		.from_id = v->id,
		.due = on};
	int64_t id;

	if (next == VISIT_NEXT_NONE && strlen(why) < 3)
		return err_field(
			act->err, "why", "Say why nothing needs to follow");
	if (next == VISIT_NEXT_NONE)
		return visit_history(act, v->id, "no-next", "", "", why) ||
				       visit_work_cancelled_next(act, v, why)
			       ? -1
			       : 0;
	if (next != VISIT_NEXT_RECALL)
		return 0;
	if (care_recall_add(act, &r, &id))
		return strcmp(act->err->field, "due") == 0
			       ? err_field(
					 act->err, "on", "Choose a day to come")
			       : -1;
	return visit_work_cancelled_next(act, v, "A recall was made");
}

int
care_visit_stranded(struct db *db, struct arena *a, const struct scope *sc,
	int64_t provider, instant_t now, day_t today, struct visits *out)
{
	struct slot_wish wish = {
		.first = today - 1,
		.last = today + 366,
		.provider_id = provider,
	};
	struct slot_book book;
	struct visits all = {0};

	if (slot_store_book(db, a, sc, &wish, &book) ||
		visit_store_by_provider(db, a, sc, provider, now,
			now + (instant_t)366 * 86400, &all))
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		const struct visit *v = &all.v[i];

		/* An overbooked visit was put outside on purpose. */
		if (!v->overbooked && visit_state_busy(visit_state(v)) &&
			!slot_open(a, &book, provider, v->site_id, v->start,
				v->end))
			*ARENA_PUSH(a, out) = *v;
	}
	return 0;
}
