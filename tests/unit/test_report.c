/* The arithmetic of the reports: tests/RULES.md, "Reports". */
#include "base/arena.h"
#include "domain/report.h"
#include "lib/test.h"

static struct arena *a;

static int
set_up(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static day_t
d(const char *iso)
{
	day_t day = DAY_NONE;

	assert_true(day_parse(iso, &day));
	return day;
}

static void
a_share_is_a_count_when_there_are_few(void **state)
{
	(void)state;
	assert_string_equal(report_share_text(a, 0, 0), "None");
	assert_string_equal(report_share_text(a, 3, 12), "3 of 12");
	assert_string_equal(report_share_text(a, 19, 19), "19 of 19");
	assert_string_equal(report_share_text(a, 0, 20), "0.0%");
	assert_string_equal(report_share_text(a, 8, 98), "8.2%");
	assert_string_equal(report_share_text(a, 7, 105), "6.7%");
	/* Half a tenth goes up: 45 of 240 are 18.75. */
	assert_string_equal(report_percent_text(a, 45, 240), "18.8%");
	assert_string_equal(report_percent_text(a, 120, 240), "50.0%");
	assert_string_equal(report_percent_text(a, 300, 240), "125.0%");
	assert_int_equal(report_share(1, 0), 0);
}

static void
what_counts_towards_a_share(void **state)
{
	const struct report_row r = {.came = 90,
		.no_show = 8,
		.excused = 2,
		.late = 7,
		.by_patient = 5,
		.by_clinic = 3,
		.moved = 4,
		.left = 1,
		.open = 6};

	(void)state;
	assert_int_equal(report_due(&r), 98);
	assert_int_equal(report_kept(&r), 105);
	assert_int_equal(report_cancelled(&r), 15);
}

static void
waits_by_the_nearest_rank(void **state)
{
	const struct report_lead five[] = {
		{0, 0, 1}, {0, 2, 2}, {0, 7, 1}, {0, 30, 1}};
	const struct report_lead two[] = {{0, 1, 1}, {0, 4, 1}};
	/* Of two keys: the days are not in order. */
	const struct report_lead mixed[] = {
		{1, 5, 1}, {1, 9, 1}, {2, 0, 1}, {2, 5, 7}};

	(void)state;
	assert_int_equal(report_wait(five, 4, 50), 2);
	assert_int_equal(report_wait(five, 4, 90), 30);
	assert_int_equal(report_wait(two, 2, 50), 1);
	assert_int_equal(report_wait(mixed, 4, 10), 0);
	assert_int_equal(report_wait(mixed, 4, 50), 5);
	assert_int_equal(report_wait(mixed, 4, 100), 9);
	assert_int_equal(report_wait(NULL, 0, 50), -1);
}

/* Every quarter of an hour falls on the day that the zone says. */
static void
check_days(const char *name, const char *from, const char *to, size_t parts)
{
	const struct zone *z = zone_find(name);
	const struct report_period p = {d(from), d(to)};
	struct report_stretches s = {0};
	instant_t t = slot_instant(z, p.from, 0);

	report_stretches(a, z, &p, &s);
	assert_int_equal(s.n, parts);
	for (size_t i = 0; i < s.n; i++) {
		assert_true(s.v[i].from == t);
		for (; t < s.v[i].to; t += 900)
			assert_int_equal((t + s.v[i].offset_s) / 86400,
				zone_local(z, t).day);
	}
	assert_true(t == slot_instant(z, p.to + 1, 0));
}

static void
days_are_the_sites_own(void **state)
{
	(void)state;
	check_days("America/New_York", "2026-09-01", "2026-09-30", 1);
	check_days("America/New_York", "2026-11-01", "2026-11-01", 2);
	check_days("America/New_York", "2026-03-08", "2026-03-08", 2);
	check_days("America/New_York", "2026-01-01", "2027-01-01", 5);
	check_days("America/Phoenix", "2026-01-01", "2026-12-31", 4);
	/* The change is not on a full hour from here. */
	check_days("Australia/Lord_Howe", "2026-01-01", "2026-12-31", 5);
}

static void
weeks_begin_on_monday(void **state)
{
	int64_t week = report_day_key(REPORT_WEEK, d("2026-11-23"));

	(void)state;
	assert_int_equal(report_week_first(week), d("2026-11-23"));
	assert_int_equal(report_day_key(REPORT_WEEK, d("2026-11-29")), week);
	assert_int_equal(
		report_day_key(REPORT_WEEK, d("2026-11-22")), week - 1);
	assert_int_equal(report_day_key(REPORT_WEEKDAY, d("2026-11-22")), 0);
}

static void
periods_that_nobody_can_mean(void **state)
{
	const struct report_period usual = report_period_usual(d("2026-11-23"));
	const struct report_period back = {d("2026-11-02"), d("2026-11-01")};
	const struct report_period year = {d("2024-01-01"), d("2024-12-31")};
	const struct report_period more = {d("2024-01-01"), d("2025-01-01")};

	(void)state;
	assert_int_equal(usual.from, d("2026-08-25"));
	assert_int_equal(usual.to, d("2026-11-22"));
	assert_null(report_period_wrong(&usual));
	assert_null(report_period_wrong(&year));
	assert_non_null(report_period_wrong(&back));
	assert_non_null(report_period_wrong(&more));
}

/* Providers 1 and 2 at site 10 in New York. */
static void
fill(struct slot_book *b)
{
	*b = (struct slot_book){0};
	*ARENA_PUSH(a, &b->providers) = 1;
	*ARENA_PUSH(a, &b->providers) = 2;
	*ARENA_PUSH(a, &b->sites) = (struct slot_site){
		10, zone_find("America/New_York"), "Main Street"};
}

static void
offer(struct slot_book *b, int64_t provider, int weekday, int from, int to)
{
	*ARENA_PUSH(a, &b->templates) =
		(struct template_row){.provider_id = provider,
			.site_id = 10,
			.weekday = weekday,
			.start_min = from * 60,
			.end_min = to * 60,
			.from = d("2020-01-01"),
			.to = DAY_NONE,
			.every_weeks = 1,
			.anchor = d("2026-11-02")};
}

static void
offered_is_what_schedules_leave(void **state)
{
	const struct report_period p = {d("2026-11-02"), d("2026-11-15")};
	struct report_rows rows = {0}, days = {0};
	struct slot_book b;

	(void)state;
	fill(&b);
	offer(&b, 1, MONDAY, 8, 12);
	offer(&b, 2, SUNDAY, 0, 3);
	*ARENA_PUSH(a, &b.closures) =
		(struct slot_closure){10, d("2026-11-09"), "Shut"};
	report_offered(a, &b, &p, REPORT_PROVIDER, &rows);
	assert_int_equal(report_row(a, &rows, 1)->offered, 240);
	assert_int_equal(report_row(a, &rows, 2)->offered, 360);
	report_offered(a, &b, &p, REPORT_WEEKDAY, &days);
	assert_int_equal(report_row(a, &days, SUNDAY)->offered, 360);
	assert_int_equal(report_row(a, &days, MONDAY)->offered, 240);
	/* 1 November has an hour more. */
	rows.n = 0;
	report_offered(a, &b,
		&(struct report_period){d("2026-11-01"), d("2026-11-01")},
		REPORT_PROVIDER, &rows);
	assert_int_equal(report_row(a, &rows, 2)->offered, 240);
}

static void
free_at(struct slots *s, const struct slot_book *b, int64_t provider,
	const char *day, int minute)
{
	instant_t t = slot_instant(b->sites.v[0].zone, d(day), minute);

	*ARENA_PUSH(a, s) = (struct slot){provider, 10, 0, t, t + 1800};
}

static void
times_that_overlap_count_once(void **state)
{
	struct report_rows rows = {0};
	struct slots s = {0};
	struct slot_book b;

	(void)state;
	fill(&b);
	for (int m = 540; m <= 585; m += 15)
		free_at(&s, &b, 1, "2026-11-23", m);
	free_at(&s, &b, 1, "2026-11-24", 600);
	(void)report_row(a, &rows, 1);
	(void)report_row(a, &rows, 2);
	report_third(a, &b, &s, REPORT_PROVIDER, 0, &rows);
	assert_int_equal(report_row(a, &rows, 1)->third, d("2026-11-24"));
	assert_int_equal(report_row(a, &rows, 2)->third, DAY_NONE);
	/* Two providers are free at once: of anybody that makes three. */
	s.n = rows.n = 0;
	free_at(&s, &b, 1, "2026-11-23", 540);
	free_at(&s, &b, 2, "2026-11-23", 540);
	free_at(&s, &b, 2, "2026-11-25", 540);
	(void)report_row(a, &rows, 10);
	report_third(a, &b, &s, REPORT_SITE, 0, &rows);
	assert_int_equal(rows.v[0].third, d("2026-11-25"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_share_is_a_count_when_there_are_few),
		T(what_counts_towards_a_share),
		T(waits_by_the_nearest_rank),
		T(days_are_the_sites_own),
		T(weeks_begin_on_monday),
		T(periods_that_nobody_can_mean),
		T(offered_is_what_schedules_leave),
		T(times_that_overlap_count_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
