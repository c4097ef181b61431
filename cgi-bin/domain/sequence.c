/* Times for visits in order. Rules: tests/RULES.md, "Linked visits". */
#include "domain/sequence.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static const char *const units[] = {"", "minute", "day"};

const char *
gap_unit_name(enum gap_unit u)
{
	return units[u];
}

bool
gap_unit_parse(const char *s, enum gap_unit *out)
{
	for (int u = GAP_NONE; u <= GAP_DAYS; u++)
		if (strcmp(units[u], s) == 0) {
			*out = (enum gap_unit)u;
			return true;
		}
	return false;
}

const char *
gap_words(struct arena *a, const struct gap *g)
{
	const char *s = g->high == 1 ? "" : "s";

	if (g->unit == GAP_NONE)
		return "Any time after";
	if (g->unit == GAP_MINUTES)
		return g->low == g->high
			       ? arena_printf(a, "%d minute%s after", g->low, s)
		       : g->low == 0 ? arena_printf(a, "Within %d minute%s",
					       g->high, s)
				     : arena_printf(a, "%d to %d minutes after",
					       g->low, g->high);
	if (g->high == 0)
		return "Later the same day";
	if (g->low == g->high)
		return arena_printf(a, "%d day%s after", g->low, s);
	return g->low == 0 ? arena_printf(a,
				     "The same day, or up to %d day%s after",
				     g->high, s)
			   : arena_printf(
				     a, "%d to %d days after", g->low, g->high);
}

bool
gap_holds(
	const struct gap *g, const struct seq_time *a, const struct seq_time *b)
{
	if (b->start < a->end)
		return false;
	switch (g->unit) {
	case GAP_MINUTES:
		return b->start >= a->end + g->low * (instant_t)60 &&
		       b->start <= a->end + g->high * (instant_t)60;
	case GAP_DAYS:
		return b->day >= a->day + g->low && b->day <= a->day + g->high;
	default:
		return true;
	}
}

/* Buffers of one provider may not meet, though the visits do not. */
static bool
clash(const struct seq_time *a, const struct seq_time *b)
{
	return a->provider_id == b->provider_id &&
	       a->busy_start < b->busy_end && b->busy_start < a->busy_end;
}

static bool
free_of(const struct seq_time *chosen, size_t n, const struct seq_time *t)
{
	for (size_t i = 0; i < n; i++)
		if (clash(&chosen[i], t))
			return false;
	return true;
}

bool
sequence_holds(const struct gap *gap, const struct seq_time *t, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (!gap_holds(&gap[i], &t[i - 1], &t[i]) ||
			!free_of(t, i, &t[i]))
			return false;
	return true;
}

/* The first time of a list that does not start before a moment. */
static size_t
from(const struct seq_times *l, instant_t at)
{
	size_t low = 0, high = l->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (l->v[mid].start < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Past this no time keeps the gap: with days, two days to spare for the
 * distance between zones. */
static instant_t
past(const struct gap *g, const struct seq_time *a)
{
	switch (g->unit) {
	case GAP_MINUTES:
		return a->end + g->high * (instant_t)60;
	case GAP_DAYS:
		return a->end + (g->high + 2) * (instant_t)86400;
	default:
		return INT64_MAX;
	}
}

struct look {
	const struct seq_ask *ask;
	bool *ok[SEQUENCE_STEPS]; /* has a next step, and that one too */
};

static instant_t
earliest(const struct gap *g, const struct seq_time *a)
{
	return g->unit == GAP_MINUTES ? a->end + g->low * (instant_t)60
				      : a->end;
}

/* The next time of the step, from place at on, that keeps the gap to the
 * one before and leads on; n: none. */
static size_t
next(const struct look *k, size_t step, const struct seq_time *before,
	size_t at)
{
	const struct seq_times *l = &k->ask->time[step];
	const struct gap *g = &k->ask->gap[step];
	instant_t end = past(g, before);

	for (; at < l->n && l->v[at].start <= end; at++)
		if (k->ok[step][at] && gap_holds(g, before, &l->v[at]) &&
			(!k->ask->one_site ||
				l->v[at].site_id == before->site_id))
			return at;
	return l->n;
}

/* From the last step back: which times lead on to the end? */
static void
mark(struct arena *a, struct look *k)
{
	const struct seq_ask *ask = k->ask;

	for (size_t i = ask->n; i-- > 0;) {
		k->ok[i] = arena_alloc(a, ask->time[i].n + 1);
		for (size_t j = 0; j < ask->time[i].n; j++) {
			const struct seq_time *t = &ask->time[i].v[j];

			k->ok[i][j] = i + 1 == ask->n ||
				      next(k, i + 1, t,
					      from(&ask->time[i + 1],
						      earliest(&ask->gap[i + 1],
							      t))) <
					      ask->time[i + 1].n;
		}
	}
}

/* The marks look at neighbours only; a provider's buffers may reach past
 * one, so a dead end is possible and the step is taken back. */
static bool
complete(const struct look *k, size_t step, struct seq_time *chosen)
{
	const struct seq_times *l;
	const struct seq_time *before = &chosen[step - 1];
	size_t at;

	if (step == k->ask->n)
		return true;
	l = &k->ask->time[step];
	at = from(l, earliest(&k->ask->gap[step], before));
	while ((at = next(k, step, before, at)) < l->n) {
		chosen[step] = l->v[at++];
		if (free_of(chosen, step, &chosen[step]) &&
			complete(k, step + 1, chosen))
			return true;
	}
	return false;
}

void
sequence_find(
	struct arena *a, const struct seq_ask *ask, struct seq_options *out)
{
	struct look k = {.ask = ask};
	const struct seq_times *first = &ask->time[0];
	instant_t last = INSTANT_NONE;
	day_t day = DAY_NONE;
	size_t today = 0, most = out->n + ask->limit;

	if (ask->n == 0 || ask->n > SEQUENCE_STEPS)
		return;
	mark(a, &k);
	for (size_t i = 0; i < first->n && out->n < most; i++) {
		struct seq_option o = {.step = {first->v[i]}};

		if (first->v[i].day != day)
			today = 0;
		day = first->v[i].day;
		if (!k.ok[0][i] || first->v[i].start == last ||
			(ask->per_day && today >= ask->per_day) ||
			!complete(&k, 1, o.step))
			continue;
		last = first->v[i].start;
		today++;
		*ARENA_PUSH(a, out) = o;
	}
}

static int
by_start(const void *x, const void *y)
{
	const struct seq_option *a = x, *b = y;

	return a->step[0].start < b->step[0].start
		       ? -1
		       : a->step[0].start > b->step[0].start;
}

void
sequence_near(struct arena *a, const struct seq_options *all, instant_t wanted,
	size_t n, struct seq_options *out)
{
	size_t low = 0, high;

	out->n = 0;
	while (low < all->n && all->v[low].step[0].start < wanted)
		low++;
	high = low;
	while (out->n < n && (low > 0 || high < all->n)) {
		bool up =
			low == 0 ||
			(high < all->n &&
				all->v[high].step[0].start - wanted <=
					wanted - all->v[low - 1].step[0].start);

		*ARENA_PUSH(a, out) = up ? all->v[high++] : all->v[--low];
	}
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), by_start);
}
