#ifndef STORE_CALENDAR_STORE_H
#define STORE_CALENDAR_STORE_H

#include "domain/scope.h"
#include "domain/visit.h"

struct arena;
struct db;

/*
 * The visits of a calendar: those of one site that start in [from, to), by
 * start and id; provider 0: everybody's. Hundreds are read at once, so only
 * what a line of the calendar shows and what tells its state are filled:
 * not the room's buffers, notes, who made or changed it, nor who cancelled.
 * Texts that are not read are "". 0 or -1.
 */
int calendar_store_visits(struct db *, struct arena *, const struct scope *,
	int64_t site, int64_t provider, instant_t from, instant_t to,
	struct visits *out);

#endif
