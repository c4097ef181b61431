/* Days that repeat: tests/RULES.md, "Visits that repeat". */
#include "base/arena.h"
#include "base/zone.h"
#include "domain/series.h"
#include "lib/test.h"

static struct series_days
days(struct arena *a, const char *rule, day_t first)
{
	struct series_days out = {0};

	assert_true(series_rule_days(a, rule, first, &out));
	return out;
}

/* Tuesday 24 November 2026. */
static void
weeks_and_months(void **state)
{
	struct arena *a = arena_new();
	day_t tue = day_of(2026, 11, 24);
	struct series_rule r = {.freq = SERIES_WEEKLY,
		.every = 2,
		.weekdays = 1u << THURSDAY,
		.count = 4,
		.until = DAY_NONE};
	struct series_days d;

	(void)state;
	assert_string_equal(series_rule_text(a, &r, tue),
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4");
	assert_string_equal(series_rule_words(a, &r, tue),
		"Every 2 weeks on Tue, Thu, 4 visits");
	d = days(a, series_rule_text(a, &r, tue), tue);
	assert_int_equal(d.n, 4);
	assert_int_equal(d.v[0], tue);
	assert_int_equal(d.v[1], tue + 2);
	assert_int_equal(d.v[2], tue + 14);
	assert_int_equal(d.v[3], tue + 16);
	/* The fourth Tuesday; the fifth is the last. */
	d = days(a, "FREQ=MONTHLY;BYDAY=4TU;COUNT=2", tue);
	assert_int_equal(d.v[1], day_of(2026, 12, 22));
	d = days(a, "FREQ=MONTHLY;BYDAY=-1TU;COUNT=2", day_of(2026, 12, 29));
	assert_int_equal(d.v[1], day_of(2027, 1, 26));
	/* Months without a 31st have no visit. */
	d = days(a, "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", day_of(2026, 12, 31));
	assert_int_equal(d.v[1], day_of(2027, 1, 31));
	assert_int_equal(d.v[2], day_of(2027, 3, 31));
	/* The last day counts. */
	d = days(a, "FREQ=DAILY;UNTIL=20261126", tue);
	assert_int_equal(d.n, 3);
	arena_free(a);
}

static void
other_rules_are_refused(void **state)
{
	struct arena *a = arena_new();
	day_t tue = day_of(2026, 11, 24);
	struct series_days d = {0};
	static const char *const bad[] = {"", "x", "FREQ=DAILY",
		"FREQ=SECONDLY;COUNT=3", "FREQ=DAILY;COUNT=61",
		"FREQ=DAILY;INTERVAL=99;COUNT=2",
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
		"FREQ=WEEKLY;BYDAY=MO;COUNT=2", /* not the first day's */
		"FREQ=DAILY;UNTIL=20991231"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (series_rule_days(a, bad[i], tue, &d))
			fail_msg("taken: %s", bad[i]);
	arena_free(a);
}

static void
at(const char *zone, day_t day, int minute, enum zone_fit fit, const char *utc)
{
	instant_t t;
	char got[INSTANT_TEXT_SIZE];

	assert_int_equal(zone_instant(zone_find(zone), day, minute, &t), fit);
	instant_print(t, got);
	assert_string_equal(got, utc);
}

/* The clock on the wall stays, whatever the moment. */
static void
the_clocks_change(void **state)
{
	struct arena *a = arena_new();
	struct series_days d =
		days(a, "FREQ=DAILY;COUNT=2", day_of(2026, 3, 7));

	(void)state;
	at("America/New_York", d.v[0], 540, ZONE_ONCE, "2026-03-07T14:00:00Z");
	at("America/New_York", d.v[1], 540, ZONE_ONCE, "2026-03-08T13:00:00Z");
	at("America/Chicago", d.v[1], 540, ZONE_ONCE, "2026-03-08T14:00:00Z");
	at("America/New_York", d.v[1], 150, ZONE_NEVER, "2026-03-08T07:30:00Z");
	d = days(a, "FREQ=DAILY;COUNT=2", day_of(2026, 10, 31));
	at("America/New_York", d.v[0], 540, ZONE_ONCE, "2026-10-31T13:00:00Z");
	at("America/New_York", d.v[1], 540, ZONE_ONCE, "2026-11-01T14:00:00Z");
	at("America/Chicago", d.v[1], 540, ZONE_ONCE, "2026-11-01T15:00:00Z");
	/* 01:30 comes twice: the first. */
	at("America/New_York", d.v[1], 90, ZONE_TWICE, "2026-11-01T05:30:00Z");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weeks_and_months),
		cmocka_unit_test(other_rules_are_refused),
		cmocka_unit_test(the_clocks_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
