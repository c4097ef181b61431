#ifndef STORE_ROOM_STORE_H
#define STORE_ROOM_STORE_H

#include "base/zone.h"
#include "domain/room.h"
#include "domain/scope.h"

struct arena;
struct db;

/* Rooms. One row: 1, 0 not there or not the caller's, -1; lists 0 or -1;
 * update the rows changed, 0 when the version moved on, or -1. */
int room_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct room *out);
/* By site and name; site 0: of all. */
int room_store_list(struct db *, struct arena *, const struct scope *,
	int64_t site, bool inactive_too, struct rooms *out);
/* Is a visit to come planned in it? 1, 0, -1. */
int room_store_coming(
	struct db *, const struct scope *, int64_t room, instant_t now);
int64_t room_store_add(struct db *, const struct scope *, const struct room *);
int64_t
room_store_update(struct db *, const struct scope *, const struct room *);

#endif
