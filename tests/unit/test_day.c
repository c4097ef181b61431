#include <stdio.h>

#include "base/day.h"
#include "lib/test.h"

static day_t
on(const char *iso)
{
	day_t day = DAY_NONE;

	assert_true(day_parse(iso, &day));
	return day;
}

static void
assert_day(day_t day, const char *iso)
{
	char text[DAY_TEXT_SIZE];

	day_print(day, text);
	assert_string_equal(text, iso);
}

static void
each_day_of_eight_centuries_reads_back(void **state)
{
	int y, m, d;

	(void)state;
	assert_int_equal(day_of(1970, 1, 1), 0);
	for (day_t day = on("1600-01-01"); day <= on("2400-12-31"); day++) {
		day_split(day, &y, &m, &d);
		assert_true(day_valid(y, m, d));
		assert_int_equal(day_of(y, m, d), day);
	}
	assert_int_equal(on("2400-12-31") - on("1600-01-01") + 1, 292560);
}

static void
only_real_days_are_read(void **state)
{
	static const char *const bad[] = {"", "2024", "2024-05", "2024-5-24",
		"2024-05-24 ", " 2024-05-24", "2024-02-30", "2023-02-29",
		"1900-02-29", "2024-13-01", "2024-00-10", "2024-10-00",
		"2024-06-31", "2024/05/24", "20240524", "0000-01-01",
		"+024-05-24", "2024-05-2x", "12024-05-24"};
	day_t day = 77;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(day_parse(bad[i], &day));
	assert_int_equal(day, 77);
	assert_day(on("2000-02-29"), "2000-02-29");
	assert_day(on("2024-02-29"), "2024-02-29");
	assert_day(on("0001-01-01"), "0001-01-01");
	assert_day(on("9999-12-31"), "9999-12-31");
	assert_day(DAY_NONE, "");
}

static void
weekdays_and_months(void **state)
{
	(void)state;
	assert_int_equal(day_weekday(on("2026-11-23")), MONDAY);
	assert_int_equal(day_weekday(on("1969-12-31")), WEDNESDAY);
	assert_int_equal(day_weekday(on("1900-01-01")), MONDAY);
	assert_day(day_add_months(on("2026-01-31"), 1), "2026-02-28");
	assert_day(day_add_months(on("2028-01-31"), 1), "2028-02-29");
	assert_day(day_add_months(on("2026-01-15"), -1), "2025-12-15");
	assert_day(day_add_months(on("2026-03-31"), -13), "2025-02-28");
	assert_day(day_add_months(on("2026-11-30"), 15), "2028-02-29");
	assert_day(day_add_months(on("2026-05-05"), 0), "2026-05-05");
}

static void
has(const day_t *v, size_t n, const char *iso)
{
	struct day_set set = {v, n};

	assert_true(day_in(on(iso), &set));
}

static void
federal_holidays_as_observed(void **state)
{
	static const char *const y2026[] = {"2026-01-01", "2026-01-19",
		"2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03",
		"2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26",
		"2026-12-25"};
	day_t v[12];
	size_t n = day_federal_holidays(2026, v);

	(void)state;
	assert_int_equal(n, 11);
	for (size_t i = 0; i < 11; i++)
		has(v, n, y2026[i]);

	/* 2021: Christmas on Saturday, New Year's Day 2022 on Saturday. */
	n = day_federal_holidays(2021, v);
	assert_int_equal(n, 12);
	has(v, n, "2021-06-18");
	has(v, n, "2021-07-05");
	has(v, n, "2021-12-24");
	has(v, n, "2021-12-31");

	/* 2022: New Year's Day was kept in the old year; 2023: Sunday. */
	n = day_federal_holidays(2022, v);
	has(v, n, "2021-12-31");
	has(v, n, "2022-12-26");
	n = day_federal_holidays(2023, v);
	has(v, n, "2023-01-02");
	has(v, n, "2023-11-10");
	has(v, n, "2023-11-23");
}

static void
business_days_skip_weekends_and_holidays(void **state)
{
	day_t v[12];
	struct day_set set = {v, day_federal_holidays(2026, v)};

	(void)state;
	assert_true(day_is_business(on("2026-11-25"), &set));
	assert_false(day_is_business(on("2026-11-26"), &set));
	assert_false(day_is_business(on("2026-11-28"), &set));
	assert_true(day_is_business(on("2026-11-26"), NULL));
	assert_day(day_add_business(on("2026-11-25"), 1, &set), "2026-11-27");
	assert_day(day_add_business(on("2026-11-25"), 2, &set), "2026-11-30");
	assert_day(day_add_business(on("2026-11-30"), -2, &set), "2026-11-25");
	assert_day(day_add_business(on("2026-11-28"), 0, &set), "2026-11-28");
}

static void
ages_of_those_born_on_a_leap_day(void **state)
{
	day_t born = on("2004-02-29");

	(void)state;
	assert_int_equal(day_age(born, on("2022-02-28")), 17);
	assert_int_equal(day_age(born, on("2022-03-01")), 18);
	assert_int_equal(day_age(born, on("2024-02-28")), 19);
	assert_int_equal(day_age(born, on("2024-02-29")), 20);
	assert_int_equal(day_age(on("1961-03-14"), on("2026-03-13")), 64);
	assert_int_equal(day_age(on("1961-03-14"), on("2026-03-14")), 65);
	assert_int_equal(day_age(born, born), 0);
	assert_int_equal(day_age(DAY_NONE, born), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_day_of_eight_centuries_reads_back),
		cmocka_unit_test(only_real_days_are_read),
		cmocka_unit_test(weekdays_and_months),
		cmocka_unit_test(federal_holidays_as_observed),
		cmocka_unit_test(business_days_skip_weekends_and_holidays),
		cmocka_unit_test(ages_of_those_born_on_a_leap_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
