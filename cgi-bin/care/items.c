/* The same act on several open loops, and taking acts back. Rules:
 * tests/RULES.md, "Open loops"; SQL: store/item_store.c. */
#include "base/arena.h"
#include "care/item.h"
#include "care/item_step.h"
#include "store/item_store.h"

static int
batch_begin(struct act *act, const struct item_ids *ids, int64_t *batch)
{
	if (ids->n == 0)
		return err_field(act->err, "item", "Tick at least one item.");
	*batch = item_store_next_batch(act->db, act->scope);
	return 0;
}

/* Name the one of many that could not be changed. */
static int
batch_stop(struct act *act, int64_t id)
{
	struct err why = *act->err;
	struct item it;

	if (why.field[0] ||
		item_store_get(act->db, act->arena, act->scope, id, &it) != 1)
		return -1;
	return err_set(act->err, why.kind,
		"Nothing was changed, because of "
		"\"%s\": %s",
		it.title, why.text);
}

int
care_items_assign(struct act *act, const struct item_ids *ids, int64_t owner_id,
	int64_t team_id, int64_t *batch)
{
	if (batch_begin(act, ids, batch))
		return -1;
	for (size_t i = 0; i < ids->n; i++)
		if (item_step_assign(act, ids->v[i], ITEM_ANY_VERSION, owner_id,
			    team_id, *batch))
			return batch_stop(act, ids->v[i]);
	return 0;
}

int
care_items_due(
	struct act *act, const struct item_ids *ids, day_t on, int64_t *batch)
{
	if (batch_begin(act, ids, batch))
		return -1;
	for (size_t i = 0; i < ids->n; i++)
		if (item_step_due(
			    act, ids->v[i], ITEM_ANY_VERSION, on, 0, *batch))
			return batch_stop(act, ids->v[i]);
	return 0;
}

int
care_items_done(struct act *act, const struct item_ids *ids, const char *note,
	int64_t *batch)
{
	struct item_proof_of p = {.proof = PROOF_NOTE, .note = note};

	if (batch_begin(act, ids, batch))
		return -1;
	for (size_t i = 0; i < ids->n; i++)
		if (item_step_done(
			    act, ids->v[i], ITEM_ANY_VERSION, &p, *batch))
			return batch_stop(act, ids->v[i]);
	return 0;
}

/* ---- undo ------------------------------------------------------------- */

static int
undo_check(struct act *act, const struct item *it, const struct item_last *last)
{
	struct item other;
	int found;

	if (!last->undoable)
		return err_set(act->err, ERR_CONFLICT,
			"There is nothing to undo: the item has changed "
			"since.");
	if (act->now - last->at > ITEM_UNDO_S)
		return err_set(act->err, ERR_CONFLICT,
			"Undo is possible for "
			"10 minutes. Change the item itself instead.");
	if (!item_may_change(it, act->scope))
		return err_set(act->err, ERR_DENIED, "This item is with %s.",
			it->owner);
	if (item_state_open(it->state) || it->subject_id == 0)
		return 0;
	found = item_store_find_open(act->db, act->arena, act->scope, it->kind,
		it->subject_type, it->subject_id, &other);
	if (found)
		return err_set(act->err, ERR_CONFLICT,
			"A new item about the "
			"same thing is open already. Work on that one.");
	return 0;
}

static int
undo_one(struct act *act, struct item *it, const struct item_last *last)
{
	const char *before = item_state_label(it->state);

	it->state = last->was.state;
	it->waiting_on = last->was.waiting_on;
	it->owner_id = last->was.owner_id;
	it->team_id = last->was.team_id;
	it->due_at = last->was.due_at;
	it->due_all_day = last->was.due_all_day;
	it->snoozed_until = last->was.snoozed_until;
	it->closed_at = INSTANT_NONE;
	it->closed_by = 0;
	it->close_reason = it->evidence = "";
	it->proof = PROOF_NONE;
	it->evidence_id = 0;
	if (item_step_save(act, it))
		return -1;
	if (item_step_log(act, it->id, 0, "undone", NULL, before,
		    item_state_label(it->state), last->what))
		return err_set(
			act->err, ERR_BROKEN, "The change could not be saved.");
	return 0;
}

int
care_item_undo(struct act *act, int64_t id)
{
	struct item_last last;
	struct item it;

	if (item_store_get(act->db, act->arena, act->scope, id, &it) != 1 ||
		item_store_last(act->db, act->arena, act->scope, id, &last) !=
			1)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such item.");
	if (undo_check(act, &it, &last))
		return -1;
	return undo_one(act, &it, &last);
}

/* What somebody has changed again since is left as it is. */
int
care_items_undo(struct act *act, int64_t batch, size_t *n)
{
	struct item_id_list ids = {0};
	struct item_last last;
	struct item it;

	*n = 0;
	if (item_store_batch(act->db, act->arena, act->scope, batch, &ids))
		return err_set(act->err, ERR_BROKEN,
			"The change could not be undone.");
	for (size_t i = 0; i < ids.n; i++) {
		if (item_store_get(act->db, act->arena, act->scope, ids.v[i],
			    &it) != 1 ||
			item_store_last(act->db, act->arena, act->scope,
				ids.v[i], &last) != 1)
			continue;
		if (last.batch_id != batch)
			continue;
		if (undo_check(act, &it, &last) || undo_one(act, &it, &last))
			return -1;
		++*n;
	}
	if (*n == 0)
		return err_set(act->err, ERR_CONFLICT,
			"There is nothing to undo: these items have changed.");
	return 0;
}
