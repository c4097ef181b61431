#ifndef STORE_DOOR_STORE_H
#define STORE_DOOR_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/door.h"
#include "domain/scope.h"

struct arena;
struct db;

/* How somebody came in by themselves, and what they left for the desk. */
struct arrival {
	int64_t visit_id;
	instant_t at; /* of the visit's own arrival, while it stands */
	enum door door;
	int64_t kiosk_id;
	const char *kiosk; /* its name, or "" */
	const char *desk;  /* door_desk() */
};

struct arrivals {
	struct arrival *v;
	size_t n, cap;
};

int
door_store_arrived(struct db *, const struct scope *, const struct arrival *);
/* Of the visits of a site that start in [from, to). */
int door_store_arrivals(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, struct arrivals *out);
/* Of one visit: 1, 0 none, -1. */
int door_store_arrival(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct arrival *out);

/* A visit's code; whoever has it is not logged in. */
struct door_code {
	int64_t id, clinic_id, visit_id, patient_id;
	day_t birth;
	instant_t until;
	int tries;
};

/* The visit's only code from now on. */
int door_store_put_code(struct db *, const struct scope *, int64_t visit,
	const char *hash, instant_t now, instant_t until);
/* Of whichever clinic: 1, 0 none, -1. */
int door_store_code(struct db *, const char *hash, struct door_code *out);
int door_store_code_tried(struct db *, const struct scope *, int64_t id);
/* When the newest code was made; INSTANT_NONE if there is none. */
int door_store_code_made(
	struct db *, const struct scope *, int64_t visit, instant_t *out);

/* Who is expected at a site and was born that day; names to compare. */
struct expected {
	int64_t visit_id, patient_id;
	const char *given, *family, *preferred;
};

struct expecteds {
	struct expected *v;
	size_t n, cap;
};

int door_store_expected(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, day_t birth,
	struct expecteds *out);

#endif
