/* Visits in order: tests/RULES.md, "Linked visits". The search is held
 * against one that tries everything. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "domain/sequence.h"
#include "lib/test.h"

#define HOUR 3600
#define DAY 86400

static struct seq_time
at(int64_t provider, day_t day, int minute, int minutes)
{
	instant_t start = day * (instant_t)DAY + minute * 60;

	return (struct seq_time){
		.provider_id = provider,
		.site_id = 1,
		.start = start,
		.end = start + minutes * 60,
		.busy_start = start,
		.busy_end = start + minutes * 60,
		.day = day,
	};
}

static void
a_gap_is_from_end_to_start_or_from_day_to_day(void **state)
{
	const struct gap hour = {GAP_MINUTES, 0, 60};
	const struct gap days = {GAP_DAYS, 2, 7};
	const struct gap none = {GAP_NONE, 0, 0};
	struct seq_time lab = at(1, 100, 9 * 60, 15), t;

	(void)state;
	t = at(2, 100, 9 * 60 + 15, 30);
	assert_true(gap_holds(&hour, &lab, &t));
	t = at(2, 100, 9 * 60 + 14, 30);
	assert_false(gap_holds(&hour, &lab, &t));
	t = at(2, 100, 10 * 60 + 15, 30);
	assert_true(gap_holds(&hour, &lab, &t));
	t = at(2, 100, 10 * 60 + 16, 30);
	assert_false(gap_holds(&hour, &lab, &t));
	/* Days: at any hour of the second to the seventh. */
	t = at(2, 101, 23 * 60, 20);
	assert_false(gap_holds(&days, &lab, &t));
	t = at(2, 102, 8 * 60, 20);
	assert_true(gap_holds(&days, &lab, &t));
	t = at(2, 107, 23 * 60, 20);
	assert_true(gap_holds(&days, &lab, &t));
	t = at(2, 108, 0, 20);
	assert_false(gap_holds(&days, &lab, &t));
	/* Never before. */
	t = at(2, 99, 0, 20);
	assert_false(gap_holds(&none, &lab, &t));
}

static void
a_provider_is_not_in_two_places(void **state)
{
	const struct gap g[] = {{GAP_NONE, 0, 0}, {GAP_MINUTES, 0, 60}};
	struct seq_time t[] = {at(1, 100, 540, 15), at(1, 100, 555, 30)};

	(void)state;
	assert_true(sequence_holds(g, t, 2));
	t[0].busy_end += 10 * 60;
	assert_false(sequence_holds(g, t, 2));
	t[1].provider_id = 2;
	assert_true(sequence_holds(g, t, 2));
}

static void
gaps_in_words(void **state)
{
	struct arena *a = arena_new();
	const struct {
		struct gap g;
		const char *text;
	} each[] = {
		{{GAP_NONE, 0, 0}, "Any time after"},
		{{GAP_MINUTES, 0, 60}, "Within 60 minutes"},
		{{GAP_MINUTES, 30, 90}, "30 to 90 minutes after"},
		{{GAP_MINUTES, 60, 60}, "60 minutes after"},
		{{GAP_DAYS, 0, 0}, "Later the same day"},
		{{GAP_DAYS, 1, 1}, "1 day after"},
		{{GAP_DAYS, 0, 3}, "The same day, or up to 3 days after"},
		{{GAP_DAYS, 2, 7}, "2 to 7 days after"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(each) / sizeof(each[0]); i++)
		assert_string_equal(gap_words(a, &each[i].g), each[i].text);
	arena_free(a);
}

/* ---- against the obvious way ---------------------------------------------
 */

/* All ways to take a time of each list, the first that fits first: the
 * lists are in order, so that one has the earliest times step by step. */
static bool
try_all(const struct seq_ask *ask, size_t step, struct seq_time *chosen)
{
	if (step == ask->n) {
		for (size_t i = 1; ask->one_site && i < step; i++)
			if (chosen[i].site_id != chosen[0].site_id)
				return false;
		return sequence_holds(ask->gap, chosen, ask->n);
	}
	for (size_t i = 0; i < ask->time[step].n; i++) {
		chosen[step] = ask->time[step].v[i];
		if (try_all(ask, step + 1, chosen))
			return true;
	}
	return false;
}

static void
find_slowly(struct arena *a, const struct seq_ask *ask, struct seq_options *out)
{
	for (size_t i = 0; i < ask->time[0].n && out->n < ask->limit; i++) {
		struct seq_option o = {.step = {ask->time[0].v[i]}};

		if (out->n &&
			out->v[out->n - 1].step[0].start == o.step[0].start)
			continue;
		if (try_all(ask, 1, o.step))
			*ARENA_PUSH(a, out) = o;
	}
}

static int
by_start(const void *x, const void *y)
{
	const struct seq_time *p = x, *q = y;

	if (p->start != q->start)
		return p->start < q->start ? -1 : 1;
	return p->rank - q->rank;
}

static unsigned
below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

static struct seq_times
some_times(struct arena *a, unsigned *seed)
{
	struct seq_times l = {0};
	unsigned n = below(seed, 14);

	for (unsigned i = 0; i < n; i++) {
		struct seq_time t = at(1 + below(seed, 2),
			(day_t)below(seed, 5), 480 + 30 * (int)below(seed, 12),
			15 + 15 * (int)below(seed, 2));

		t.busy_start -= 300 * (instant_t)below(seed, 4);
		t.busy_end += 300 * (instant_t)below(seed, 4);
		t.site_id = 1 + below(seed, 2);
		t.rank = (int)i;
		*ARENA_PUSH(a, &l) = t;
	}
	if (l.n)
		qsort(l.v, l.n, sizeof(*l.v), by_start);
	return l;
}

static struct gap
some_gap(unsigned *seed)
{
	struct gap g = {.unit = (enum gap_unit)below(seed, 3)};

	if (g.unit == GAP_MINUTES) {
		g.low = 15 * (int)below(seed, 4);
		g.high = g.low + 30 * (int)below(seed, 6);
	} else if (g.unit == GAP_DAYS) {
		g.low = (int)below(seed, 3);
		g.high = g.low + (int)below(seed, 3);
	}
	return g;
}

static void
the_search_finds_what_trying_everything_finds(void **state)
{
	size_t options = 0, none = 0;
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct arena *a = arena_new();
		struct seq_ask ask = {.n = 2 + below(&seed, 3),
			.one_site = round % 2,
			.limit = 40};
		struct seq_options fast = {0}, slow = {0};

		for (size_t i = 0; i < ask.n; i++) {
			ask.gap[i] = some_gap(&seed);
			ask.time[i] = some_times(a, &seed);
		}
		sequence_find(a, &ask, &fast);
		find_slowly(a, &ask, &slow);
		assert_int_equal(fast.n, slow.n);
		for (size_t i = 0; i < fast.n; i++)
			for (size_t k = 0; k < ask.n; k++) {
				const struct seq_time *x = &fast.v[i].step[k],
						      *y = &slow.v[i].step[k];

				assert_int_equal(x->start, y->start);
				assert_int_equal(x->rank, y->rank);
			}
		options += fast.n;
		none += fast.n == 0;
		arena_free(a);
	}
	/* Both happened often. */
	assert_true(options > 800 && none > 200);
}

static void
options_are_spread_and_those_near_a_moment_are_chosen(void **state)
{
	struct arena *a = arena_new();
	struct seq_ask ask = {.n = 2, .limit = 100, .per_day = 2};
	struct seq_options all = {0}, near = {0};

	(void)state;
	ask.gap[1] = (struct gap){GAP_DAYS, 1, 1};
	for (day_t d = 0; d < 4; d++)
		for (int h = 9; h < 14; h++)
			for (size_t i = 0; i < 2; i++)
				*ARENA_PUSH(a, &ask.time[i]) =
					at(1 + (int64_t)i, d, h * 60, 20);
	sequence_find(a, &ask, &all);
	/* Nothing follows on the last day. */
	assert_int_equal(all.n, 6);
	assert_int_equal(all.v[2].step[0].day, 1);
	assert_int_equal(all.v[2].step[1].day, 2);
	sequence_near(a, &all, 1 * DAY + 9 * HOUR, 3, &near);
	assert_int_equal(near.n, 3);
	assert_int_equal(near.v[0].step[0].start, 0 * DAY + 10 * HOUR);
	assert_int_equal(near.v[1].step[0].start, 1 * DAY + 9 * HOUR);
	assert_int_equal(near.v[2].step[0].start, 1 * DAY + 10 * HOUR);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_gap_is_from_end_to_start_or_from_day_to_day),
		cmocka_unit_test(a_provider_is_not_in_two_places),
		cmocka_unit_test(gaps_in_words),
		cmocka_unit_test(the_search_finds_what_trying_everything_finds),
		cmocka_unit_test(
			options_are_spread_and_those_near_a_moment_are_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
