/* Kiosks: set up, recognised, taken out of use; whose visit it is. Rules:
 * tests/RULES.md, "Coming in without the desk"; SQL:
 * store/kiosk_store.c. */
#include "care/kiosk.h"
#include "base/arena.h"
#include "base/err.h"
#include "domain/door.h"
#include "domain/slot.h"
#include "store/door_store.h"
#include "store/store.h"

static int
broken(struct act *act)
{
	return store_err(act->db, act->err);
}

/* The code is as long as one that opens an account. */
#define SETUP_LEN 12

int
care_kiosk_add(
	struct act *act, int64_t site, const char *name, const char **code)
{
	char *made = arena_alloc(act->arena, SETUP_LEN + 1);
	char hash[TOKEN_HASH_SIZE];

	token_code(made, SETUP_LEN);
	token_hash(made, hash);
	if (kiosk_store_add(act->db, act->scope, site, name, hash, act->now,
		    act->now + DOOR_SETUP_S) == 0)
		return broken(act);
	*code = made;
	return 0;
}

int
care_kiosk_end(struct act *act, int64_t site, int64_t id)
{
	int done = kiosk_store_end(act->db, act->scope, site, id, act->now);

	if (done < 0)
		return broken(act);
	return done ? 0
		    : err_set(act->err, ERR_CONFLICT,
			      "This kiosk is out of use already.");
}

int
care_kiosk_start(struct act *act, const char *typed, char token[TOKEN_SIZE],
	struct kiosk *out)
{
	char hash[TOKEN_HASH_SIZE];
	struct scope sc = {0};
	int found;

	token_hash(door_code_key(act->arena, typed), hash);
	found = kiosk_store_by_setup(act->db, act->arena, hash, act->now, out);
	if (found < 0)
		return broken(act);
	if (found == 0)
		return 0;
	sc.clinic_id = out->clinic_id;
	token_make(token);
	token_hash(token, hash);
	found = kiosk_store_start(act->db, &sc, out->id, hash, act->now);
	return found < 0 ? broken(act) : found;
}

int
care_kiosk_known(struct act *act, const char *token, struct kiosk *out)
{
	char hash[TOKEN_HASH_SIZE];
	int found;

	token_hash(token, hash);
	found = kiosk_store_by_token(act->db, act->arena, hash,
		act->now - DOOR_KIOSK_DAYS * (instant_t)86400, out);
	return found < 0 ? broken(act) : found;
}

int
care_kiosk_find(struct act *act, const struct kiosk *k,
	const struct kiosk_who *who, int64_t *visit, int64_t *patient)
{
	const struct zone *zone = zone_find(k->zone);
	struct scope sc = {.clinic_id = k->clinic_id};
	struct expecteds list = {0};
	day_t day;

	*visit = *patient = 0;
	if (zone == NULL)
		zone = zone_find("UTC");
	day = zone_local(zone, act->now).day;
	/* Not those whose time has long passed: they are the desk's. */
	if (door_store_expected(act->db, act->arena, &sc, k->site_id,
		    act->now - DOOR_LATE_S, slot_instant(zone, day + 1, 0),
		    who->birth, &list))
		return broken(act);
	for (size_t i = 0; i < list.n; i++) {
		const struct expected *e = &list.v[i];
		struct door_names names = {e->given, e->family, e->preferred};

		if (!door_same_name(
			    act->arena, &names, who->given, who->family))
			continue;
		if (*patient != 0 && *patient != e->patient_id) {
			*visit = *patient = 0; /* twins of one name */
			return 0;
		}
		if (*visit == 0)
			*visit = e->visit_id;
		*patient = e->patient_id;
	}
	return 0;
}

int
care_kiosk_serve(struct act *act, const struct kiosk *k, int64_t visit)
{
	struct scope sc = {.clinic_id = k->clinic_id};

	return kiosk_store_visit(act->db, &sc, k->id, visit,
		       act->now + DOOR_KIOSK_S + 15, act->now)
		       ? broken(act)
		       : 0;
}
