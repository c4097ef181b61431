/* Recalls and their loops. Rules: tests/RULES.md, "Recalls"; SQL:
 * store/recall_store.c. */
#include <string.h>

#include "base/arena.h"
#include "care/item.h"
#include "care/recall.h"
#include "domain/patient.h"
#include "domain/visit.h"
#include "domain/visit_type.h"
#include "store/item_store.h"
#include "store/patient_store.h"
#include "store/recall_store.h"
#include "store/store.h"
#include "store/visit_type_store.h"

#define ABOUT "recall"

static int
broken(struct act *act)
{
	return store_err(act->db, act->err);
}

static int
moved_on(struct act *act)
{
	return err_set(act->err, ERR_CONFLICT,
		"This recall was changed or ended meanwhile. Nothing of yours "
		"was saved. Look at it as it is now.");
}

/* ---- its loop ------------------------------------------------------------ */

int
care_recall_open(struct act *act, const struct recall *r)
{
	struct item_new item = {
		.kind = ITEM_RECALL,
		.patient_id = r->patient_id,
		.subject_type = ABOUT,
		.subject_id = r->id,
		.title = arena_printf(act->arena, "Recall: %s", r->reason),
		.next_step = "Call and book the visit",
		.due_on = r->due < act->today ? act->today : r->due,
	};

	return care_item_open(act, &item, NULL);
}

static int
open_if_due(struct act *act, const struct recall *r)
{
	return r->opens <= act->today ? care_recall_open(act, r) : 0;
}

static int
drop_loop(struct act *act, int64_t id, const char *why)
{
	return care_item_cancel_for(act, ITEM_RECALL, ABOUT, id, why);
}

static int
save(struct act *act, struct recall *r)
{
	int64_t rows = recall_store_save(act->db, act->scope, r);

	if (rows < 0)
		return broken(act);
	return rows == 0 ? moved_on(act) : 0;
}

/* ---- made and changed -----------------------------------------------------
 */

static int
check(struct act *act, const struct recall *r)
{
	struct patient p;
	struct visit_type t;
	int known = patient_store_get(
		act->db, act->arena, act->scope, r->patient_id, &p);
	int type = visit_type_store_get(
		act->db, act->arena, act->scope, r->visit_type_id, &t);

	if (known < 0 || type < 0)
		return broken(act);
	if (known == 0)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such patient.");
	if (p.deceased != DAY_NONE)
		return err_field(act->err, "reason", "This patient has died");
	if (type == 0 || !t.active)
		return err_field(act->err, "type", "Choose a type of visit");
	if (r->reason[0] == '\0')
		return err_field(
			act->err, "reason", "Say what the recall is for");
	if (r->due == DAY_NONE || r->due < act->today ||
		r->due > act->today + 3653)
		return err_field(act->err, "due",
			"Choose a day within the next ten years");
	return 0;
}

int
care_recall_add(struct act *act, struct recall *r, int64_t *id)
{
	if (check(act, r))
		return -1;
	recall_window(r, r->due);
	r->created = act->now;
	r->visit_id = 0;
	r->id = recall_store_add(act->db, act->scope, r);
	if (r->id == 0)
		return broken(act);
	*id = r->id;
	return open_if_due(act, r);
}

int
care_recall_edit(struct act *act, struct recall *r)
{
	if (r->closed != INSTANT_NONE)
		return moved_on(act);
	if (check(act, r))
		return -1;
	recall_window(r, r->due);
	if (save(act, r))
		return -1;
	/* The loop follows the new day. */
	if (r->visit_id != 0)
		return 0;
	return drop_loop(act, r->id, "The recall was changed") ||
			       open_if_due(act, r)
		       ? -1
		       : 0;
}

int
care_recall_stop(struct act *act, const struct recall *seen, int64_t version,
	const char *reason, const char *note)
{
	struct recall r = *seen;

	if (r.closed != INSTANT_NONE || version != r.version)
		return moved_on(act);
	r.closed = act->now;
	r.close_reason = reason;
	r.close_note = note;
	if (save(act, &r))
		return -1;
	return drop_loop(act, r.id, recall_reason_label(reason));
}

/* ---- tried -----------------------------------------------------------------
 */

static int
may_try(struct act *act, const struct recall *r, const char *channel)
{
	struct attempts made = {0};

	if (item_store_attempts(
		    act->db, act->arena, act->scope, r->item_id, &made))
		return broken(act);
	switch (recall_try(&made, channel, act->today, act->zone)) {
	case RECALL_TRY_SOON:
		return err_field(act->err, "channel",
			"The last try was less than three days ago. Give it "
			"time, or say that the patient asked for it");
	case RECALL_TRY_MANY:
		return err_field(act->err, "channel",
			"Three tries were made. Stop the recall, or say that "
			"the patient asked for another");
	case RECALL_TRY_CHANNEL:
		return err_field(act->err, "channel",
			"Both tries were made this way. Use another way for "
			"the third");
	default:
		return 0;
	}
}

int
care_recall_try(struct act *act, const struct recall *r,
	const struct attempt_new *n, const char *why)
{
	struct attempt_new made = *n;

	if (r->item_id == 0)
		return err_set(act->err, ERR_CONFLICT,
			"Nothing is to be done about this recall now.");
	if (why[0] == '\0' && may_try(act, r, n->channel))
		return -1;
	if (why[0] != '\0')
		made.note = arena_printf(act->arena, "%s%s%s",
			n->note ? n->note : "", n->note && *n->note ? " " : "",
			why);
	return care_item_attempt(
		act, r->item_id, ITEM_ANY_VERSION, &made, NULL);
}

/* ---- its visit --------------------------------------------------------------
 */

static int
take_visit(struct act *act, struct recall *r, int64_t visit)
{
	struct item_proof_of p = {.proof = PROOF_APPOINTMENT, .id = visit};

	r->visit_id = visit;
	if (save(act, r))
		return -1;
	return care_item_close_for(act, ITEM_RECALL, ABOUT, r->id, &p);
}

int
care_recall_booked(struct act *act, const struct visit *v)
{
	struct recall r;
	int found = recall_store_for(act->db, act->arena, act->scope,
		v->patient_id, v->visit_type_id, &r);

	if (found < 0)
		return broken(act);
	return found ? take_visit(act, &r, v->id) : 0;
}

int
care_recall_moved(struct act *act, int64_t was, int64_t is)
{
	struct recall r;
	int found =
		recall_store_of_visit(act->db, act->arena, act->scope, was, &r);

	if (found <= 0)
		return found < 0 ? broken(act) : 0;
	r.visit_id = is;
	return save(act, &r);
}

int
care_recall_missed(struct act *act, const struct visit *v)
{
	struct recall r;
	int found = recall_store_of_visit(
		act->db, act->arena, act->scope, v->id, &r);

	if (found <= 0)
		return found < 0 ? broken(act) : 0;
	r.visit_id = 0;
	if (save(act, &r))
		return -1;
	return open_if_due(act, &r);
}

static int
come_again(struct act *act, const struct recall *done, const struct visit *v)
{
	const struct zone *zone = zone_find(v->zone);
	struct recall next = {
		.patient_id = done->patient_id,
		.visit_type_id = done->visit_type_id,
		.reason = done->reason,
		.source = "interval",
		.from_id = v->id,
		.every_months = done->every_months,
		.created = act->now,
	};
	day_t last = zone_local(zone ? zone : act->zone, v->start).day;

	recall_window(&next, recall_months(last, done->every_months));
	next.id = recall_store_add(act->db, act->scope, &next);
	return next.id == 0 ? broken(act) : open_if_due(act, &next);
}

int
care_recall_done(struct act *act, const struct visit *v)
{
	struct recall r;
	int found = recall_store_of_visit(
		act->db, act->arena, act->scope, v->id, &r);

	if (found <= 0)
		return found < 0 ? broken(act) : 0;
	r.closed = act->now;
	r.close_reason = "done";
	if (save(act, &r))
		return -1;
	return r.every_months ? come_again(act, &r, v) : 0;
}
