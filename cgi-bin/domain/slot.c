/* Free times out of templates, exceptions, closures and what is taken.
 * Rules: tests/RULES.md, "Free times". */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "domain/slot.h"

#define DAY_MIN (24 * 60)
#define BUFFER_MAX_S (120 * 60) /* as the schema allows */

bool
instants_overlap(instant_t a, instant_t a_end, instant_t b, instant_t b_end)
{
	return a < b_end && b < a_end;
}

/* Weeks begin on Sunday. */
static int
week_of(day_t day)
{
	int32_t sunday = day - (int32_t)day_weekday(day);

	/* 1970-01-04 was the first Sunday; all Sundays are 7 apart. */
	return (sunday - 3) / 7;
}

bool
template_holds(const struct template_row *t, day_t day)
{
	int weeks;

	if ((int)day_weekday(day) != t->weekday)
		return false;
	if (day < t->from || (t->to != DAY_NONE && day > t->to))
		return false;
	weeks = week_of(day) - week_of(t->anchor);
	return t->every_weeks < 2 || weeks % t->every_weeks == 0;
}

instant_t
slot_instant(const struct zone *zone, day_t day, int minute)
{
	instant_t out;

	if (minute >= DAY_MIN) {
		day++;
		minute = 0;
	}
	while (zone_instant(zone, day, minute, &out) == ZONE_NEVER)
		if (++minute >= DAY_MIN) {
			day++;
			minute = 0;
		}
	return out;
}

const struct slot_site *
slot_site_find(const struct slot_book *b, int64_t id)
{
	for (size_t i = 0; i < b->sites.n; i++)
		if (b->sites.v[i].id == id)
			return &b->sites.v[i];
	return NULL;
}

static bool
site_shut(const struct slot_book *b, int64_t site, day_t day)
{
	for (size_t i = 0; i < b->closures.n; i++) {
		const struct slot_closure *c = &b->closures.v[i];

		if (c->day == day && (c->site_id == 0 || c->site_id == site))
			return true;
	}
	return false;
}

static void
window_add(struct arena *a, struct slot_windows *w, int64_t site,
	instant_t start, instant_t end)
{
	if (start < end)
		*ARENA_PUSH(a, w) = (struct slot_window){site, start, end};
}

/* Take [start, end) out of the windows of a site (0: of all). */
static void
window_cut(struct arena *a, struct slot_windows *w, int64_t site,
	instant_t start, instant_t end)
{
	size_t n = w->n;

	for (size_t i = 0; i < n; i++) {
		struct slot_window x = w->v[i];

		if ((site != 0 && x.site_id != site) ||
			!instants_overlap(x.start, x.end, start, end))
			continue;
		w->v[i].end = start > x.start ? start : x.start;
		window_add(
			a, w, x.site_id, end > x.start ? end : x.start, x.end);
	}
}

static int
window_order(const void *pa, const void *pb)
{
	const struct slot_window *a = pa, *b = pb;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->site_id != b->site_id)
		return a->site_id < b->site_id ? -1 : 1;
	return 0;
}

/* By start, empty ones dropped, those that touch at one site made one. */
static void
window_tidy(struct slot_windows *w)
{
	size_t kept = 0;

	if (w->n > 1)
		qsort(w->v, w->n, sizeof(w->v[0]), window_order);
	for (size_t i = 0; i < w->n; i++) {
		struct slot_window x = w->v[i];
		struct slot_window *last = kept ? &w->v[kept - 1] : NULL;

		if (x.start >= x.end)
			continue;
		if (last && last->site_id == x.site_id &&
			x.start <= last->end) {
			if (x.end > last->end)
				last->end = x.end;
			continue;
		}
		w->v[kept++] = x;
	}
	w->n = kept;
}

/* The first element of a list sorted by provider that is this one's. */
#define FIRST_OF(list, field, wanted, out)                                     \
	do {                                                                   \
		size_t lo_ = 0, hi_ = (list).n;                                \
		while (lo_ < hi_) {                                            \
			size_t mid_ = lo_ + (hi_ - lo_) / 2;                   \
			if ((list).v[mid_].field < (wanted))                   \
				lo_ = mid_ + 1;                                \
			else                                                   \
				hi_ = mid_;                                    \
		}                                                              \
		(out) = lo_;                                                   \
	} while (0)

static void
windows_of_template(struct arena *a, const struct slot_book *b,
	int64_t provider, day_t day, struct slot_windows *out)
{
	size_t i;

	FIRST_OF(b->templates, provider_id, provider, i);
	for (; i < b->templates.n && b->templates.v[i].provider_id == provider;
		i++) {
		const struct template_row *t = &b->templates.v[i];
		const struct slot_site *s;

		if (!template_holds(t, day) || site_shut(b, t->site_id, day))
			continue;
		if ((s = slot_site_find(b, t->site_id)))
			window_add(a, out, s->id,
				slot_instant(s->zone, day, t->start_min),
				slot_instant(s->zone, day, t->end_min));
	}
}

/* One exception, in the wall time of its site or, for all sites, of each
 * site that has a window. */
static void
window_except(struct arena *a, const struct slot_book *b,
	const struct exception_row *e, struct slot_windows *w)
{
	int from = e->start_min < 0 ? 0 : e->start_min;
	int to = e->start_min < 0 ? DAY_MIN : e->end_min;

	for (size_t i = 0; i < b->sites.n; i++) {
		const struct slot_site *s = &b->sites.v[i];
		instant_t start, end;

		if (e->site_id != 0 && e->site_id != s->id)
			continue;
		start = slot_instant(s->zone, e->day, from);
		end = slot_instant(s->zone, e->day, to);
		if (e->kind == EXCEPTION_OPEN)
			window_add(a, w, s->id, start, end);
		else
			window_cut(a, w, s->id, start, end);
	}
}

void
slot_day_windows(struct arena *a, const struct slot_book *b, int64_t provider,
	day_t day, struct slot_windows *out)
{
	/* What is opened by hand is open whatever else says, so it comes
	 * last; leave and closed days only ever take away. */
	static const enum exception_kind order[] = {
		EXCEPTION_LEAVE, EXCEPTION_CLOSED, EXCEPTION_OPEN};
	size_t first;

	out->n = 0;
	windows_of_template(a, b, provider, day, out);
	FIRST_OF(b->exceptions, provider_id, provider, first);
	for (size_t k = 0; k < 3; k++)
		for (size_t i = first; i < b->exceptions.n; i++) {
			const struct exception_row *e = &b->exceptions.v[i];

			if (e->provider_id != provider)
				break;
			if (e->kind == order[k] && e->day == day)
				window_except(a, b, e, out);
		}
	window_tidy(out);
}

const char *
slot_day_closed(
	struct arena *a, const struct slot_book *b, int64_t provider, day_t day)
{
	struct slot_windows w = {0};

	slot_day_windows(a, b, provider, day, &w);
	if (w.n > 0)
		return NULL;
	for (size_t i = 0; i < b->exceptions.n; i++) {
		const struct exception_row *e = &b->exceptions.v[i];

		if (e->provider_id == provider && e->day == day)
			return exception_kind_label(e->kind);
	}
	for (size_t i = 0; i < b->closures.n; i++)
		if (b->closures.v[i].day == day)
			return b->closures.v[i].name;
	return "";
}

bool
slot_open(struct arena *a, const struct slot_book *b, int64_t provider,
	int64_t site, instant_t start, instant_t end)
{
	const struct slot_site *s = slot_site_find(b, site);
	struct slot_windows w = {0};

	if (!s)
		return false;
	slot_day_windows(a, b, provider, zone_local(s->zone, start).day, &w);
	for (size_t i = 0; i < w.n; i++)
		if (w.v[i].site_id == site && w.v[i].start <= start &&
			end <= w.v[i].end)
			return true;
	return false;
}

int
slot_minutes_free(struct arena *a, const struct slot_book *b, int64_t provider,
	int64_t site, instant_t start)
{
	const struct slot_site *s = slot_site_find(b, site);
	struct slot_windows w = {0};
	instant_t end = start;

	if (!s)
		return 0;
	slot_day_windows(a, b, provider, zone_local(s->zone, start).day, &w);
	for (size_t i = 0; i < w.n; i++)
		if (w.v[i].site_id == site && w.v[i].start <= start &&
			w.v[i].end > start)
			end = w.v[i].end;
	for (size_t i = 0; i < b->busy.n; i++) {
		const struct busy *t = &b->busy.v[i];

		if (t->id == provider && t->end > start && t->start < end)
			end = t->start > start ? t->start : start;
	}
	return (int)((end - start) / 60);
}

/* The end of the first entry of whose that lies over [start, end), or
 * INSTANT_NONE. *at is where to begin and is moved along: starts asked for
 * must not go back. Entries of one may overlap (overbooked ones do), so an
 * early long one is looked for among all that began before. */
static instant_t
taken_until(const struct busy_list *l, size_t *at, int64_t whose,
	instant_t start, instant_t end)
{
	while (*at < l->n && l->v[*at].id == whose && l->v[*at].end <= start)
		(*at)++;
	for (size_t i = *at; i < l->n && l->v[i].id == whose; i++) {
		if (l->v[i].start >= end)
			break;
		if (l->v[i].end > start)
			return l->v[i].end;
	}
	return INSTANT_NONE;
}

int64_t
slot_room_free(
	const struct slot_book *b, int64_t site, instant_t start, instant_t end)
{
	for (size_t i = 0; i < b->rooms.n; i++) {
		size_t at;

		if (b->rooms.v[i].site_id != site)
			continue;
		FIRST_OF(b->room_busy, id, b->rooms.v[i].id, at);
		if (taken_until(&b->room_busy, &at, b->rooms.v[i].id, start,
			    end) == INSTANT_NONE)
			return b->rooms.v[i].id;
	}
	return 0;
}

static bool
patient_free(const struct slot_book *b, instant_t start, instant_t end)
{
	for (size_t i = 0; i < b->patient.n; i++)
		if (instants_overlap(b->patient.v[i].start, b->patient.v[i].end,
			    start, end))
			return false;
	return true;
}

static int
grid_step(const struct slot_ask *ask)
{
	if (ask->step_min > 0)
		return ask->step_min * 60;
	if (ask->minutes < 15)
		return 300;
	return ask->minutes >= 60 ? 1800 : 900;
}

/* Up to the next point of a grid of step seconds that begins at base. */
static instant_t
grid_up(instant_t base, instant_t t, int step)
{
	instant_t off = (t - base) % step;

	return off == 0 ? t : t + step - off;
}

static bool
in_part(const struct slot_ask *ask, const struct zone *zone, instant_t t)
{
	int minute;

	if (ask->to_min == 0)
		return true;
	minute = zone_local(zone, t).minute;
	return minute >= ask->from_min && minute < ask->to_min;
}

/* Free times of one window. *at is the provider's place in the list of
 * what is taken. */
static void
window_slots(struct arena *a, const struct slot_book *b,
	const struct slot_ask *ask, int64_t provider,
	const struct slot_window *w, size_t *at, size_t most, struct slots *out)
{
	const struct zone *zone = slot_site_find(b, w->site_id)->zone;
	instant_t len = ask->minutes * 60, t = w->start;
	int step = grid_step(ask), before = ask->before_min * 60;
	size_t stop = out->n + most;

	if (ask->not_before != INSTANT_NONE && t < ask->not_before)
		t = grid_up(w->start, ask->not_before, step);
	while (t + len <= w->end && (most == 0 || out->n < stop)) {
		instant_t until = t + len + ask->after_min * 60;
		instant_t free =
			taken_until(&b->busy, at, provider, t - before, until);
		int64_t room = 0;

		/* Right after what is taken, though it may be off the grid:
		 * else every odd length leaves a hole. */
		if (free != INSTANT_NONE) {
			t = grid_up(w->start, free + before, 300);
			continue;
		}
		if (in_part(ask, zone, t) && patient_free(b, t, t + len) &&
			(!ask->need_room ||
				(room = slot_room_free(
					 b, w->site_id, t - before, until))))
			*ARENA_PUSH(a, out) = (struct slot){
				provider, w->site_id, room, t, t + len};
		t = grid_up(w->start, t + 1, step);
	}
}

static void
day_slots(struct arena *a, const struct slot_book *b,
	const struct slot_ask *ask, int64_t provider, day_t day,
	struct slot_windows *w, size_t *at, struct slots *out)
{
	size_t before = out->n;

	slot_day_windows(a, b, provider, day, w);
	for (size_t i = 0; i < w->n; i++) {
		size_t got = out->n - before;
		size_t most = ask->per_day ? ask->per_day - got : 0;
		size_t from = *at;

		if (ask->site_id && w->v[i].site_id != ask->site_id)
			continue;
		if (ask->per_day && got >= ask->per_day)
			break;
		/* Windows of two sites may overlap: look from the same
		 * place again. */
		window_slots(a, b, ask, provider, &w->v[i], &from, most, out);
	}
	/* What ended long before this day's first window, buffers and all, is
	 * over for good. */
	while (w->n && *at < b->busy.n && b->busy.v[*at].id == provider &&
		b->busy.v[*at].end <= w->v[0].start - BUFFER_MAX_S)
		(*at)++;
}

void
slot_find(struct arena *a, const struct slot_book *b,
	const struct slot_ask *ask, struct slots *out)
{
	size_t *at = arena_alloc(a, (b->providers.n + 1) * sizeof(*at));
	struct slot_windows w = {0};

	if (ask->minutes <= 0)
		return;
	for (size_t i = 0; i < b->providers.n; i++)
		FIRST_OF(b->busy, id, b->providers.v[i], at[i]);
	for (day_t day = ask->first; day <= ask->last; day++) {
		for (size_t i = 0; i < b->providers.n; i++)
			day_slots(a, b, ask, b->providers.v[i], day, &w, &at[i],
				out);
		if (ask->limit && out->n >= ask->limit)
			break;
	}
}

/* Nearer, then this provider's, then earlier. */
static bool
nearer(const struct slot *x, const struct slot *y, instant_t wanted,
	int64_t provider)
{
	int64_t dx = llabs(x->start - wanted), dy = llabs(y->start - wanted);

	if (dx != dy)
		return dx < dy;
	if ((x->provider_id == provider) != (y->provider_id == provider))
		return x->provider_id == provider;
	return x->start < y->start;
}

void
slot_nearest(struct arena *a, const struct slots *from, instant_t wanted,
	int64_t provider, size_t n, struct slots *out)
{
	out->n = 0;
	for (size_t i = 0; i < from->n; i++) {
		struct slot s = from->v[i];
		size_t at = out->n;

		if (s.start == wanted && s.provider_id == provider)
			continue;
		while (at > 0 && nearer(&s, &out->v[at - 1], wanted, provider))
			at--;
		if (at >= n)
			continue;
		if (out->n < n)
			(void)ARENA_PUSH(a, out);
		for (size_t k = out->n - 1; k > at; k--)
			out->v[k] = out->v[k - 1];
		out->v[at] = s;
	}
}

/* The end of 9999: what comes after is no day. */
#define LAST_START INT64_C(253402300799)

const char *
slot_text(struct arena *a, const struct slot *s)
{
	return arena_printf(a, "%lld.%lld.%lld", (long long)s->provider_id,
		(long long)s->site_id, (long long)s->start);
}

bool
slot_parse(const char *s, struct slot *out)
{
	char *end;

	*out = (struct slot){0};
	if (strspn(s, "0123456789.") != strlen(s))
		return false;
	out->provider_id = strtoll(s, &end, 10);
	if (*end != '.')
		return false;
	out->site_id = strtoll(end + 1, &end, 10);
	if (*end != '.')
		return false;
	out->start = strtoll(end + 1, &end, 10);
	return *end == '\0' && out->provider_id > 0 && out->site_id > 0 &&
	       out->start > 0 && out->start <= LAST_START;
}
