#ifndef CARE_ACT_H
#define CARE_ACT_H

#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/zone.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * What every act needs: who does it, when, and where it is written. The
 * caller (dispatcher, worker, command) has begun a write transaction and
 * commits it; an act never does. On failure an act returns -1 with *err
 * set and the caller rolls back.
 */
struct act {
	struct db *db;
	struct arena *arena;
	const struct scope *scope;
	const struct day_set *holidays;
	const char *actor; /* "staff", "patient" or "system" */
	instant_t now;
	day_t today; /* the clinic's */
	const struct zone *zone;
	struct err *err;
};

#endif
