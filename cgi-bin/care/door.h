#ifndef CARE_DOOR_H
#define CARE_DOOR_H

#include "care/act.h"
#include "domain/door.h"
#include "store/door_store.h"

struct visit;

/*
 * Coming in without the desk. All return 0, or -1 with act->err set. The
 * scope is the patient's own, however they were told: by log-in, by code
 * or by name. Rules: tests/RULES.md, "Coming in without the desk".
 */

struct door_way {
	enum door door;
	int64_t kiosk_id; /* of DOOR_KIOSK */
	const char *at;	  /* the kiosk's name, for the history; or "" */
};

/*
 * The patient is here: arrived, with what they answered. *desk is what is
 * left for the desk (door_desk()). ERR_CONFLICT: not now, or not as the
 * visit stands.
 */
int care_door_arrive(struct act *, const struct visit *, int64_t version,
	const struct door_way *, const struct door_answers *,
	const char **desk);

/* A new code for a visit, good until the end of its day; an earlier one is
 * worthless. *code is shown once and kept nowhere. *until: its last moment.
 * ERR_INPUT where no birth date is recorded. */
int care_door_code(struct act *, const struct visit *, const char **code,
	instant_t *until);

/*
 * Whose code this is, if the birth date fits: 1 and *out; 0 not, with
 * out->id the code's where the code itself was right (the caller counts
 * the try where it outlives the refusal); -1 the database.
 */
int care_door_prove(
	struct act *, const char *typed, day_t birth, struct door_code *out);
int care_door_tried(struct act *, const struct door_code *);

/* Wrong tries from an address (few: at a device), by their own counters:
 * 1 go on, 0 wait, -1. */
int care_door_may_try(struct act *, const char *key);
int care_door_failed(struct act *, const char *key, bool few);
/* Somebody was right: the device's next person begins anew. */
int care_door_forgive(struct act *, const char *key);

#endif
