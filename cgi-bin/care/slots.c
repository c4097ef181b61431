/* Looking for free times. Rules: tests/RULES.md, "Free times"; SQL:
 * store/slot_store.c; the working out: domain/slot.c. */
#include <string.h>

#include "base/arena.h"
#include "care/slots.h"
#include "store/slot_store.h"

/* Of the days that were searched, those that have none. A search that was
 * cut short says nothing of the days behind its last time. */
static void
explain(struct arena *a, const struct slot_book *book,
	const struct slot_ask *ask, const struct slots *out, size_t from,
	struct slot_days *days)
{
	for (day_t day = ask->first; day <= ask->last; day++) {
		struct slot_day d = {.day = day};

		if (slot_day_has(book, out, from, day))
			continue;
		if (ask->limit && out->n >= ask->limit &&
			!slot_day_before(book, out, day))
			break;
		d.why = slot_day_why(a, book, ask, day, &d.name);
		*ARENA_PUSH(a, days) = d;
	}
}

/* Free times of the days first to last of what is needed. */
static int
find(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_need *n, day_t first, day_t last, struct slots *out)
{
	const char *room = visit_type_room(n->type, n->mode ? n->mode : "");
	struct slot_wish wish = {
		.first = first,
		.last = last,
		.provider_id = n->provider_id,
		.site_id = n->site_id,
		.patient_id = n->patient_id,
		.language = n->language,
		.room_kind = room,
		.except_visit = n->except_visit,
		.now = n->now,
		.whose = n->whose,
	};
	struct slot_ask ask = {
		.first = first,
		.last = last,
		.minutes = n->minutes,
		.before_min = n->type->before_min,
		.after_min = n->type->after_min,
		.from_min = n->from_min,
		.to_min = n->to_min,
		.not_before = n->not_before,
		.site_id = n->site_id,
		.need_room = room[0] != '\0',
		.limit = n->limit,
		.per_day = n->per_day,
	};
	struct slot_book book;
	size_t had = out->n;

	if (slot_store_book(db, a, sc, &wish, &book))
		return -1;
	slot_find(a, &book, &ask, out);
	if (n->why)
		explain(a, &book, &ask, out, had, n->why);
	return 0;
}

/*
 * With a limit, most searches end within days of their beginning: what is
 * taken later is then never read. The stretches double.
 */
int
care_slots(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_need *n, struct slots *out)
{
	int days = n->limit ? 4 : n->last - n->first + 1;

	for (day_t first = n->first, last; first <= n->last; first = last + 1) {
		last = first + days - 1;
		days *= 2;

		if (last > n->last)
			last = n->last;
		if (find(db, a, sc, n, first, last, out))
			return -1;
		if (n->limit && out->n >= n->limit)
			break;
	}
	return 0;
}

int
care_slots_near(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_need *need, instant_t wanted, size_t n,
	struct slots *out)
{
	struct slot_need near = *need;
	struct slots all = {0}, others = {0}, more = {0};

	/* A week to either side; not_before keeps it out of the past. */
	near.first = need->first - 7;
	near.last = need->first + 7;
	near.limit = near.per_day = 0;
	near.why = NULL;
	near.from_min = near.to_min = 0;
	if (care_slots(db, a, sc, &near, &all))
		return -1;
	slot_nearest(a, &all, wanted, need->provider_id, n, out);
	if (out->n >= n || need->provider_id == 0)
		return 0;
	near.provider_id = 0;
	if (care_slots(db, a, sc, &near, &others))
		return -1;
	for (size_t i = 0; i < others.n; i++)
		if (others.v[i].provider_id != need->provider_id)
			*ARENA_PUSH(a, &more) = others.v[i];
	all.n = 0;
	slot_nearest(a, &more, wanted, 0, n - out->n, &all);
	for (size_t i = 0; i < all.n; i++)
		*ARENA_PUSH(a, out) = all.v[i];
	return 0;
}
