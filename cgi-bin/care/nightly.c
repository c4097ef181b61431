/* Once a day: open the loops that time alone makes due, and forget what has
 * served. Rules: tests/RULES.md, "Nightly"; SQL in store/. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/item.h"
#include "care/need_step.h"
#include "care/nightly.h"
#include "care/prep.h"
#include "store/need_store.h"
#include "store/recall_store.h"
#include "store/session_store.h"
#include "store/store.h"
#include "store/throttle_store.h"
#include "store/visit_store.h"

#define KEEP_S (2 * 86400)

int
care_nightly_unconfirmed(struct act *act, struct visits *out)
{
	day_t last = day_add_business(act->today, 2, act->holidays);
	struct visits all = {0};
	instant_t from, to;

	/* A day more on each side: the sites' zones may differ. */
	zone_instant(act->zone, act->today + 1, 0, &from);
	zone_instant(act->zone, last + 1, 0, &to);
	if (visit_store_between(
		    act->db, act->arena, act->scope, 0, from, to, &all) < 0)
		return store_err(act->db, act->err);
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.v[i].status, "booked") == 0 &&
			all.v[i].confirmed == INSTANT_NONE)
			*ARENA_PUSH(act->arena, out) = all.v[i];
	return 0;
}

int
care_nightly_ask(struct act *act, const struct visit *v)
{
	const struct zone *zone = zone_find(v->zone);
	struct show show = {.arena = act->arena,
		.zone = zone != NULL ? zone : act->zone,
		.today = act->today,
		.now = act->now,
		.clock24 = true};
	struct item_new item = {.kind = ITEM_VISIT_CONFIRM,
		.patient_id = v->patient_id,
		.subject_type = "appointment",
		.subject_id = v->id,
		.title = arena_printf(act->arena, "Confirm %s, %s",
			show_when(&show, v->start), v->provider_short),
		.next_step = "Call",
		.due_on = zone_local(show.zone, v->start).day - 1};

	if (item.due_on < act->today)
		item.due_on = act->today;
	return care_item_open(act, &item, NULL);
}

int
care_nightly_unready(struct act *act, struct visits *out)
{
	day_t last = day_add_business(act->today, READY_AHEAD, act->holidays);
	struct visits all = {0};
	instant_t to;

	zone_instant(act->zone, last + 1, 0, &to);
	if (visit_store_between(
		    act->db, act->arena, act->scope, 0, act->now, to, &all) < 0)
		return store_err(act->db, act->err);
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.v[i].status, "booked") == 0)
			*ARENA_PUSH(act->arena, out) = all.v[i];
	return 0;
}

int
care_nightly_ready(struct act *act, const struct visit *v)
{
	struct needs all = {0}, missing = {0};
	struct preps preps = {0};

	if (need_booked(act, v))
		return -1;
	if (need_store_list(act->db, act->arena, act->scope, v->id, &all))
		return store_err(act->db, act->err);
	for (size_t i = 0; i < all.n; i++)
		if (need_missing(all.v[i].state))
			*ARENA_PUSH(act->arena, &missing) = all.v[i];
	if (care_prep_missing(act, v->id, &preps))
		return -1;
	return missing.n + preps.n ? need_open(act, v, &missing, &preps)
				   : need_close(act, v->id);
}

int
care_nightly_recalls(struct act *act, int limit, struct recalls *out)
{
	return recall_store_opening(
		       act->db, act->arena, act->scope, act->today, limit, out)
		       ? store_err(act->db, act->err)
		       : 0;
}

int64_t
care_nightly_tidy(struct act *act)
{
	int64_t forms = once_store_forget(act->db, act->now - KEEP_S);

	if (forms < 0 || throttle_store_sweep(act->db, act->now - KEEP_S) < 0)
		return store_err(act->db, act->err);
	return forms;
}
