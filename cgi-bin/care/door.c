/* Coming in without the desk. Rules: tests/RULES.md, "Coming in without
 * the desk"; SQL: store/door_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/token.h"
#include "care/door.h"
#include "care/flow.h"
#include "care/visit_step.h"
#include "domain/slot.h"
#include "domain/throttle.h"
#include "store/flow_store.h"
#include "store/throttle_store.h"

static const char *
history_text(struct act *act, const struct door_way *way, const char *desk)
{
	return arena_printf(act->arena, "%s%s%s. %s%s", door_label(way->door),
		way->at[0] ? ": " : "", way->at,
		desk[0] ? "Left for the desk: " : "Nothing left for the desk.",
		desk[0] ? door_desk_label(act->arena, desk) : "");
}

int
care_door_arrive(struct act *act, const struct visit *v, int64_t version,
	const struct door_way *way, const struct door_answers *answers,
	const char **desk)
{
	struct consents held = {0};
	struct arrival arrival = {
		.visit_id = v->id,
		.at = act->now,
		.door = way->door,
		.kiosk_id = way->kiosk_id,
	};

	if (!door_may_arrive(v, act->now))
		return visit_refuse(act, "state",
			"You cannot check in for this visit now.");
	if (flow_store_consents(
		    act->db, act->arena, act->scope, v->patient_id, &held))
		return visit_broken(act);
	*desk = door_desk(act->arena, v, answers, &held, act->now);
	arrival.desk = *desk;
	if (care_visit_status(act, v, version, VISIT_ACT_ARRIVE) ||
		care_visit_consents(act, v, answers->consent, "screen", &held))
		return -1;
	if (door_store_arrived(act->db, act->scope, &arrival))
		return visit_broken(act);
	return visit_history(act, v->id, "self-check-in", "", "",
		history_text(act, way, *desk));
}

int
care_door_code(struct act *act, const struct visit *v, const char **code,
	instant_t *until)
{
	char *made = arena_alloc(act->arena, DOOR_CODE_LEN + 1);
	char hash[TOKEN_HASH_SIZE];
	const struct zone *zone = visit_zone(v);
	day_t day = zone_local(zone, v->start).day;

	if (v->birth == DAY_NONE)
		return err_set(act->err, ERR_INPUT,
			"Record the date of birth first: the patient must give "
			"it with the code.");
	*until = slot_instant(zone, day + 1, 0) - 1;
	if (!door_code_good(v, act->now))
		return visit_refuse(act, "state",
			"Nobody checks in for this visit any more, or it is "
			"not in person.");
	token_code(made, DOOR_CODE_LEN);
	token_hash(made, hash);
	if (door_store_put_code(
		    act->db, act->scope, v->id, hash, act->now, *until))
		return visit_broken(act);
	*code = made;
	return 0;
}

int
care_door_prove(
	struct act *act, const char *typed, day_t birth, struct door_code *out)
{
	char hash[TOKEN_HASH_SIZE];
	int found;

	*out = (struct door_code){0};
	token_hash(door_code_key(act->arena, typed), hash);
	found = door_store_code(act->db, hash, out);
	if (found < 0)
		return visit_broken(act);
	if (found == 0 || act->now > out->until ||
		out->tries >= DOOR_CODE_TRIES) {
		out->id = 0;
		return 0;
	}
	return out->birth != DAY_NONE && out->birth == birth;
}

int
care_door_tried(struct act *act, const struct door_code *code)
{
	struct scope sc = {.clinic_id = code->clinic_id};

	if (code->id == 0)
		return 0;
	return door_store_code_tried(act->db, &sc, code->id);
}

int
care_door_may_try(struct act *act, const char *key)
{
	struct throttle t;

	if (throttle_store_get(act->db, key, &t))
		return -1;
	return throttle_wait(&t, act->now) == 0;
}

int
care_door_failed(struct act *act, const char *key, bool few)
{
	struct throttle t;

	if (throttle_store_get(act->db, key, &t))
		return -1;
	t = throttle_fail(
		t, few ? THROTTLE_ACCOUNT : THROTTLE_SOURCE, act->now);
	return throttle_store_put(act->db, key, &t);
}

int
care_door_forgive(struct act *act, const char *key)
{
	return throttle_store_clear(act->db, key);
}
