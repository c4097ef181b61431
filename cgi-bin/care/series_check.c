/* What stands in the way of each date of a series, and which times are free
 * near it. Rules: tests/RULES.md, "Visits that repeat", "Free times". */
#include <string.h>

#include "base/arena.h"
#include "care/series.h"
#include "care/visit_step.h"
#include "store/slot_store.h"
#include "store/visit_type_store.h"

#define AROUND 6 /* days to either side in which other times are offered */
#define OFFERED 3

struct look {
	struct act *act;
	struct series_plan *plan;
	struct slot_book book;
	struct visit_type type;
	const struct zone *zone;
	instant_t length, before, after; /* seconds */
	bool room;
};

/* The visit that is moved takes no time itself. */
static void
give_up(struct busy_list *l, int64_t id, instant_t start, instant_t end)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].id != id || l->v[i].start != start ||
			l->v[i].end != end)
			continue;
		memmove(&l->v[i], &l->v[i + 1], (l->n - i - 1) * sizeof(*l->v));
		l->n--;
		return;
	}
}

static void
give_up_all(struct look *k)
{
	for (size_t i = 0; i < k->plan->dates.n; i++) {
		const struct series_date *d = &k->plan->dates.v[i];
		const struct visit *v = d->visit;

		if (!v || d->pick == SERIES_SKIP)
			continue;
		give_up(&k->book.busy, v->provider_id, v->busy_start,
			v->busy_end);
		give_up(&k->book.room_busy, v->room_id, v->busy_start,
			v->busy_end);
		give_up(&k->book.patient, v->patient_id, v->start, v->end);
	}
}

static bool
taken(const struct busy_list *l, int64_t id, instant_t start, instant_t end)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].id == id && instants_overlap(l->v[i].start,
						l->v[i].end, start, end))
			return true;
	return false;
}

/* Another date of this series that is to be then? */
static bool
ours(const struct look *k, const struct series_date * not, instant_t start)
{
	for (size_t i = 0; i < k->plan->dates.n; i++) {
		const struct series_date *d = &k->plan->dates.v[i];

		if (d != not &&d->pick != SERIES_SKIP &&
			instants_overlap(d->start - k->before,
				d->start + k->length + k->after,
				start - k->before,
				start + k->length + k->after))
			return true;
	}
	return false;
}

static const char *
shut(const struct look *k, const struct series_date *d)
{
	const char *name = slot_day_closed(k->act->arena, &k->book,
		k->plan->of->provider_id, zone_local(k->zone, d->start).day);

	return name && name[0]
		       ? arena_printf(k->act->arena, "Closed: %s.", name)
		       : arena_printf(k->act->arena,
				 "%s sees nobody there then.",
				 k->plan->of->provider_name);
}

/* NULL: nothing. */
static const char *
in_the_way(const struct look *k, const struct series_date *d)
{
	const struct visit *of = k->plan->of;
	instant_t start = d->start, end = start + k->length;
	int minute = zone_local(k->zone, of->start).minute;
	instant_t same;

	if (start <= k->act->now)
		return "This time is over.";
	if (zone_local(k->zone, start).day >
		k->act->today + k->type.horizon_days)
		return arena_printf(k->act->arena,
			"Too far ahead: at most %d days.",
			k->type.horizon_days);
	if (!d->visit && d->pick == SERIES_AS_ASKED &&
		zone_instant(k->zone, d->day, minute, &same) == ZONE_NEVER)
		return "The clocks go forward: this time does not exist.";
	if (!slot_open(k->act->arena, &k->book, of->provider_id, of->site_id,
		    start, end))
		return shut(k, d);
	if (taken(&k->book.patient, of->patient_id, start, end))
		return "The patient has another visit then.";
	if (taken(&k->book.busy, of->provider_id, start - k->before,
		    end + k->after))
		return arena_printf(k->act->arena,
			"%s has another visit, or the time is kept for "
			"somebody.",
			of->provider_name);
	if (k->room && slot_room_free(&k->book, of->site_id, start - k->before,
			       end + k->after) == 0)
		return "No room of the kind is free then.";
	return ours(k, d, start) ? "Another visit of this series is then."
				 : NULL;
}

static void
offer(const struct look *k, struct series_date *d)
{
	struct slot_ask ask = {
		.first = d->day - AROUND,
		.last = d->day + AROUND,
		.minutes = (int)(k->length / 60),
		.before_min = (int)(k->before / 60),
		.after_min = (int)(k->after / 60),
		.not_before = k->act->now,
		.site_id = k->plan->of->site_id,
		.need_room = k->room,
	};
	struct slots all = {0}, rest = {0};

	d->near = (struct slots){0};
	if (ask.last > k->act->today + k->type.horizon_days)
		ask.last = k->act->today + k->type.horizon_days;
	slot_find(k->act->arena, &k->book, &ask, &all);
	for (size_t i = 0; i < all.n; i++)
		if (!ours(k, d, all.v[i].start))
			*ARENA_PUSH(k->act->arena, &rest) = all.v[i];
	slot_nearest(k->act->arena, &rest, d->start, k->plan->of->provider_id,
		OFFERED, &d->near);
}

static int
read_all(struct look *k)
{
	struct act *act = k->act;
	const struct visit *of = k->plan->of;
	const struct series_dates *dates = &k->plan->dates;
	struct slot_wish wish = {
		.first = dates->v[0].day - AROUND - 1,
		.last = dates->v[0].day,
		.provider_id = of->provider_id,
		.site_id = of->site_id,
		.patient_id = of->patient_id,
		.now = act->now,
	};

	k->type = (struct visit_type){.room_kind = "", .horizon_days = 365};
	if (of->visit_type_id &&
		visit_type_store_get(act->db, act->arena, act->scope,
			of->visit_type_id, &k->type) < 0)
		return visit_broken(act);
	for (size_t i = 0; i < dates->n; i++)
		if (dates->v[i].day > wish.last)
			wish.last = dates->v[i].day;
	wish.last += AROUND + 1;
	wish.room_kind = visit_type_room(&k->type, of->mode);
	k->room = wish.room_kind[0] != '\0';
	return slot_store_book(act->db, act->arena, act->scope, &wish, &k->book)
		       ? visit_broken(act)
		       : 0;
}

int
care_series_check(struct act *act, struct series_plan *p)
{
	const struct visit *of = p->of;
	struct look k = {
		.act = act,
		.plan = p,
		.zone = zone_find(of->zone),
		.length = of->end - of->start,
		.before = of->start - of->busy_start,
		.after = of->busy_end - of->end,
	};

	if (!k.zone || read_all(&k))
		return visit_broken(act);
	give_up_all(&k);
	for (size_t i = 0; i < p->dates.n; i++) {
		struct series_date *d = &p->dates.v[i];
		const char *why;

		d->near.n = 0;
		d->free = true;
		d->why = "";
		if (d->pick == SERIES_SKIP && (d->holiday || d->visit))
			continue;
		why = in_the_way(&k, d);
		if (!why)
			continue;
		d->free = false;
		d->why = why;
		offer(&k, d);
	}
	return 0;
}
