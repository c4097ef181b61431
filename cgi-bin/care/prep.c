/* What is done before visits: planned at booking, carried along, ticked.
 * Rules: tests/RULES.md, "Before the visit"; SQL: store/prep_store.c. */
#include "care/prep.h"

#include "base/arena.h"
#include "care/need_step.h"
#include "care/visit_step.h"
#include "domain/ready.h"
#include "store/prep_store.h"

static int
add(struct act *act, const struct visit *v, const struct prep *of)
{
	struct prep p = *of;

	p.visit_id = v->id;
	p.due = prep_due(&p, v->start, visit_zone(v));
	return prep_store_add(act->db, act->scope, &p) ? visit_broken(act) : 0;
}

int
care_prep_plan(struct act *act, const struct visit *v)
{
	struct preps all = {0};

	if (v->visit_type_id == 0)
		return 0;
	if (prep_store_type(act->db, act->arena, act->scope, v->visit_type_id,
		    false, &all))
		return visit_broken(act);
	for (size_t i = 0; i < all.n; i++) {
		struct prep p = all.v[i];

		p.prep_id = p.id;
		if (add(act, v, &p))
			return -1;
	}
	return 0;
}

int
care_prep_moved(
	struct act *act, const struct visit *old, const struct visit *now)
{
	struct preps all = {0};

	if (prep_store_list(act->db, act->arena, act->scope, old->id, &all))
		return visit_broken(act);
	for (size_t i = 0; i < all.n; i++)
		if (add(act, now, &all.v[i]))
			return -1;
	return 0;
}

int
care_prep_tick(struct act *act, const struct visit *v, int64_t id,
	int64_t version, bool done)
{
	struct prep p;
	int64_t n;
	int found =
		prep_store_get(act->db, act->arena, act->scope, v->id, id, &p);

	if (found < 0)
		return visit_broken(act);
	if (!found || !prep_ticks(p.kind))
		return err_set(act->err, ERR_NOT_FOUND,
			"This step is not part of the visit.");
	if (visit_state_closed(visit_state(v)))
		return visit_refuse(act, "state",
			"This visit is %s. Its steps stay as they are.",
			visit_state_label(visit_state(v)));
	n = prep_store_tick(act->db, act->scope, id, version,
		done ? act->now : INSTANT_NONE);
	if (n < 0)
		return visit_broken(act);
	if (n == 0)
		return visit_refuse(act, "version",
			"Somebody else ticked this meanwhile. Look at it as "
			"it is now.");
	return done ? need_weigh(act, v->id) : 0;
}

instant_t
care_prep_horizon(const struct act *act)
{
	instant_t end;

	zone_instant(act->zone,
		day_add_business(act->today, READY_AHEAD, act->holidays) + 1, 0,
		&end);
	return end;
}

int
care_prep_missing(struct act *act, int64_t visit, struct preps *out)
{
	instant_t before = care_prep_horizon(act);
	struct preps all = {0};

	if (prep_store_list(act->db, act->arena, act->scope, visit, &all))
		return visit_broken(act);
	for (size_t i = 0; i < all.n; i++)
		if (prep_missing(&all.v[i], before))
			*ARENA_PUSH(act->arena, out) = all.v[i];
	return 0;
}
