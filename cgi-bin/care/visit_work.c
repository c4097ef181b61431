/* What an act on a visit leaves behind for people to look after, and what
 * the patient is told. Rules: tests/RULES.md, "Visits", 9 and 10. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/item.h"
#include "care/need.h"
#include "care/recall.h"
#include "care/sequence_step.h"
#include "care/visit_step.h"
#include "store/outbox_store.h"

#define ABOUT "appointment"

int
visit_tell(struct act *act, const struct visit *v, const char *event)
{
	struct outbox_row row = {
		.patient_id = v->patient_id,
		.event = event,
		.object_type = ABOUT,
		.object_id = v->id,
		.occurrence =
			arena_printf(act->arena, "%lld", (long long)v->version),
		.due = act->now,
		.now = act->now,
	};

	/* Nobody is told of what is over. */
	if (v->start <= act->now)
		return 0;
	if (outbox_store_tell(act->db, act->scope, &row) < 0)
		return visit_broken(act);
	return 0;
}

int
visit_hush(struct act *act, const struct visit *v, const char *reason)
{
	if (outbox_store_drop(act->db, act->scope, ABOUT, v->id, reason))
		return visit_broken(act);
	return 0;
}

static const char *
when(struct act *act, const struct visit *v)
{
	const struct zone *zone = zone_find(v->zone);
	struct show show = {
		.arena = act->arena,
		.zone = zone ? zone : act->zone,
		.today = act->today,
		.now = act->now,
		.clock24 = true,
	};

	return show_day(&show, zone_local(show.zone, v->start).day);
}

static const char *
what(const struct visit *v)
{
	return v->type_name[0] ? v->type_name : "visit";
}

/* Done, since the appointment that proves it is there. */
static int
close_by(struct act *act, enum item_kind kind, int64_t about, int64_t proof)
{
	struct item_proof_of p = {.proof = PROOF_APPOINTMENT, .id = proof};

	return care_item_close_for(act, kind, ABOUT, about, &p);
}

int
visit_work_booked(struct act *act, const struct visit *v, int64_t again_of)
{
	static const enum item_kind kinds[] = {
		ITEM_NO_SHOW, ITEM_VISIT_CANCELLED, ITEM_VISIT_CHANGE};

	for (size_t i = 0; again_of && i < 3; i++)
		if (close_by(act, kinds[i], again_of, v->id))
			return -1;
	return care_recall_booked(act, v);
}

int
visit_work_moved(struct act *act, const struct visit *old, int64_t new_id)
{
	if (close_by(act, ITEM_VISIT_CHANGE, old->id, new_id) ||
		care_item_cancel_for(act, ITEM_VISIT_READY, ABOUT, old->id,
			"The visit was moved") ||
		care_recall_moved(act, old->id, new_id))
		return -1;
	return care_item_cancel_for(
		act, ITEM_VISIT_CONFIRM, ABOUT, old->id, "The visit was moved");
}

int
visit_work_confirmed(struct act *act, const struct visit *v)
{
	return close_by(act, ITEM_VISIT_CONFIRM, v->id, v->id);
}

int
visit_work_arrived(struct act *act, const struct visit *v)
{
	if (close_by(act, ITEM_VISIT_CONFIRM, v->id, v->id) ||
		close_by(act, ITEM_NO_SHOW, v->id, v->id) ||
		care_item_cancel_for(act, ITEM_VISIT_READY, ABOUT, v->id,
			"The patient came"))
		return -1;
	return care_item_cancel_for(
		act, ITEM_VISIT_CHANGE, ABOUT, v->id, "The patient came");
}

int
visit_work_no_show(struct act *act, const struct visit *v)
{
	struct item_new n = {
		.kind = ITEM_NO_SHOW,
		.patient_id = v->patient_id,
		.subject_type = ABOUT,
		.subject_id = v->id,
		.title = arena_printf(act->arena, "Did not come on %s: %s",
			when(act, v), what(v)),
		.next_step = "Call, ask why, book another visit",
	};

	if (care_item_cancel_for(act, ITEM_VISIT_CONFIRM, ABOUT, v->id,
		    "The patient did not come") ||
		care_item_cancel_for(act, ITEM_VISIT_READY, ABOUT, v->id,
			"The patient did not come") ||
		care_recall_missed(act, v) || sequence_lost(act, v))
		return -1;
	return care_item_open(act, &n, NULL);
}

/* What can never be had again, or never was, is not asked about. */
static bool
ends_here(const struct visit *v)
{
	return strcmp(v->cancel_reason, "deceased") == 0 ||
	       strcmp(v->cancel_reason, "booked-wrongly") == 0;
}

int
visit_work_cancelled(struct act *act, const struct visit *v, const char *note)
{
	bool patient = strcmp(v->cancelled_by, "patient") == 0;
	struct item_new n = {
		.kind = ITEM_VISIT_CANCELLED,
		.patient_id = v->patient_id,
		.subject_type = ABOUT,
		.subject_id = v->id,
		.title = arena_printf(act->arena,
			patient ? "Cancelled by the patient, rebook? %s on %s"
				: "Cancelled by us, rebook: %s on %s",
			what(v), when(act, v)),
		.detail = note && note[0]
				  ? note
				  : visit_reason_label(v->cancel_reason),
		.next_step = patient ? "Ask whether another visit is wanted"
				     : "Call and book another visit",
	};

	if (care_item_cancel_for(act, ITEM_VISIT_CONFIRM, ABOUT, v->id,
		    "The visit was cancelled") ||
		care_item_cancel_for(act, ITEM_VISIT_CHANGE, ABOUT, v->id,
			"The visit was cancelled") ||
		care_item_cancel_for(act, ITEM_VISIT_READY, ABOUT, v->id,
			"The visit was cancelled") ||
		care_needs_told(act, v->patient_id) ||
		care_recall_missed(act, v) || sequence_lost(act, v))
		return -1;
	return ends_here(v) ? 0 : care_item_open(act, &n, NULL);
}

int
visit_work_cancelled_next(
	struct act *act, const struct visit *v, const char *why)
{
	return care_item_cancel_for(
		act, ITEM_VISIT_CANCELLED, ABOUT, v->id, why);
}

int
visit_work_undone(struct act *act, const struct visit *v)
{
	static const enum item_kind kinds[] = {
		ITEM_NO_SHOW, ITEM_VISIT_CANCELLED};

	for (size_t i = 0; i < 2; i++)
		if (care_item_cancel_for(act, kinds[i], ABOUT, v->id,
			    "The entry was taken back"))
			return -1;
	return sequence_back(act, v);
}
