/* Birth dates in the usual spellings: tests/RULES.md, "Birth dates". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/birth.h"

static day_t
today(void)
{
	return day_of(2026, 11, 23);
}

static void
one(const char *text, int y, int m, int d)
{
	day_t out[2];

	assert_int_equal(birth_readings(text, today(), out), 1);
	assert_int_equal(out[0], day_of(y, m, d));
}

static void
none(const char *text)
{
	day_t out[2];

	assert_int_equal(birth_readings(text, today(), out), 0);
}

static void
test_spellings(void **state)
{
	static const char *const list[] = {"3/14/1961", "03/14/1961", "3-14-61",
		"1961-03-14", "1961-3-14", "14 mar 1961", "14 March 1961",
		"March 14, 1961", "mar 14 61", "March 14th, 1961", "14.3.1961",
		"03141961", "14031961", "19610314", "031461", "140361",
		"1961 mar 14", "14 de marzo de 1961"};

	(void)state;
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		one(list[i], 1961, 3, 14);
}

static void
test_month_first(void **state)
{
	day_t out[2];

	(void)state;
	assert_int_equal(birth_readings("3/4/1961", today(), out), 2);
	assert_int_equal(out[0], day_of(1961, 3, 4));
	assert_int_equal(out[1], day_of(1961, 4, 3));
	one("4/4/1961", 1961, 4, 4);
	assert_true(birth_parse("3/4/1961", today(), out));
	assert_int_equal(out[0], day_of(1961, 3, 4));
	assert_false(birth_parse("4471", today(), out));
}

static void
test_century(void **state)
{
	(void)state;
	one("1/15/26", 2026, 1, 15);
	one("11/23/26", 2026, 11, 23);
	one("11/24/26", 1926, 11, 24);
	one("1/15/27", 1927, 1, 15);
}

static void
test_not_dates(void **state)
{
	(void)state;
	none("");
	none("delgado");
	none("1961");
	none("104-882");
	none("2/30/1961");
	none("2/29/1961");
	none("3/14/1861");
	none("1/15/2027");
	none("13/13/1961");
	none("14 mars 1961 x");
	none("1 2 3 4");
	none("5550134471");
	none("mar mar 1961");
	one("2/29/1960", 1960, 2, 29);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_spellings),
		cmocka_unit_test(test_month_first),
		cmocka_unit_test(test_century),
		cmocka_unit_test(test_not_dates),
	};

	return cmocka_run_group_tests_name("birth", tests, NULL, NULL);
}
