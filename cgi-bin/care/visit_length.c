/* A visit gets longer or shorter where it lies. Rules: tests/RULES.md, "The
 * calendar"; SQL: store/visit_store.c. */
#include "base/arena.h"
#include "care/overbook.h"
#include "care/visit.h"
#include "care/visit_step.h"
#include "store/slot_store.h"
#include "store/visit_store.h"

bool
care_visit_may_length(const struct scope *sc, const struct visit *v)
{
	enum visit_state s = visit_state(v);

	return s >= VISIT_BOOKED && s < VISIT_FULFILLED &&
	       sc->patient_id == 0 && perm_allowed(sc->roles, PERM_VISIT_WRITE);
}

static int
check(struct act *act, const struct visit *v, const struct visit_length *to)
{
	if (!care_visit_may_length(act->scope, v))
		return visit_refuse(act, "state",
			"This visit is %s: its length does not change now.",
			visit_state_label(visit_state(v)));
	if (to->minutes < VISIT_SHORTEST || to->minutes > VISIT_LONGEST ||
		to->minutes % 5 != 0)
		return err_field(act->err, "minutes",
			"Enter 5 to %d minutes, in steps of five",
			VISIT_LONGEST);
	return 0;
}

/* Longer, it must still end while the provider is there. */
static int
check_hours(struct act *act, const struct visit *v)
{
	const struct zone *zone = zone_find(v->zone);
	struct slot_wish wish = {
		.provider_id = v->provider_id,
		.site_id = v->site_id,
		.except_visit = v->id,
	};
	struct slot_book book;

	if (v->provider_id == 0 || zone == NULL)
		return 0;
	wish.first = wish.last = zone_local(zone, v->start).day;
	if (slot_store_book(act->db, act->arena, act->scope, &wish, &book))
		return visit_broken(act);
	if (slot_open(act->arena, &book, v->provider_id, v->site_id, v->start,
		    v->end))
		return 0;
	return visit_refuse(act, "closed",
		"%s does not see patients at %s for that long then.",
		v->provider_short, v->site_name);
}

static int
refused(struct act *act, const struct visit *v, enum visit_clash clash)
{
	switch (clash) {
	case CLASH_PROVIDER:
		return visit_refuse(act, "provider",
			"%s has another visit right after it.",
			v->provider_short);
	case CLASH_ROOM:
		return visit_refuse(act, "room", "%s is in use right after it.",
			v->room_name);
	case CLASH_PATIENT:
		return visit_refuse(act, "patient",
			"The patient has another visit right after it.");
	case CLASH_HELD:
		return visit_refuse(act, "provider",
			"The time after it is held for somebody on the "
			"waitlist.");
	default:
		return visit_broken(act);
	}
}

static int
store(struct act *act, struct visit *v)
{
	enum visit_clash clash = CLASH_NONE;

	v->updated = act->now;
	v->updated_by = act->scope->user_id;
	if (visit_store_lock(act->db, v))
		return visit_broken(act);
	if (visit_store_update(act->db, act->scope, v, &clash) == 1)
		return 0;
	return refused(act, v, clash);
}

int
care_visit_length(struct act *act, const struct visit *seen, int64_t version,
	const struct visit_length *to)
{
	struct visit v;
	int was;

	if (visit_reload(act, seen->id, version, &v) || check(act, &v, to))
		return -1;
	was = (int)((v.end - v.start) / 60);
	if (was == to->minutes)
		return 0;
	v.busy_end += (to->minutes - was) * 60;
	v.end = v.start + to->minutes * 60;
	if (to->overbook) {
		if (care_overbook_check(act, &v, to->reason, v.id))
			return -1;
		v.overbooked = true;
		v.overbook_reason = to->reason;
	} else if (to->minutes > was && !v.overbooked && check_hours(act, &v)) {
		return -1;
	}
	if (store(act, &v))
		return -1;
	return visit_history(act, v.id, "length", v.status, v.status,
		arena_printf(act->arena, "%d to %d minutes", was, to->minutes));
}
