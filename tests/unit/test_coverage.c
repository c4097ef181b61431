/* Policies and checks: tests/RULES.md, "Insurance". */
#include "base/arena.h"
#include "domain/coverage.h"
#include "lib/test.h"

static struct coverage_check
found(const char *result, day_t service, instant_t at)
{
	return (struct coverage_check){
		.result = result, .service = service, .at = at};
}

static void
a_medicare_number_has_its_shape(void **state)
{
	(void)state;
	assert_true(mbi_valid("1EG4TE5MK73"));
	assert_false(mbi_valid("0EG4TE5MK73")); /* never starts with 0 */
	assert_false(mbi_valid("1SG4TE5MK73")); /* S is not used */
	assert_false(mbi_valid("1EG4TE5MK7"));
	assert_false(mbi_valid("1EG4TE5MK733"));
	assert_false(mbi_valid("1eg4te5mk73"));
	assert_false(mbi_valid("1EGATE5MK73")); /* place 4 is a digit */
}

static void
a_member_number_has_one_spelling(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(coverage_member_id(a, "medicare", "1eg4-te5-mk73"),
		"1EG4TE5MK73");
	assert_null(coverage_member_id(a, "medicare", "XEA44719920"));
	assert_string_equal(
		coverage_member_id(a, "commercial", " xea 447-19920 "),
		"XEA447-19920");
	assert_null(coverage_member_id(a, "commercial", ""));
	assert_null(coverage_member_id(a, "commercial", "X"));
	assert_null(coverage_member_id(a, "commercial", "<b>12"));
	assert_string_equal(coverage_member_id(a, "self_pay", ""), "");
	arena_free(a);
}

static void
the_newest_answer_of_the_months_visit_decides(void **state)
{
	struct coverage_check v[] = {
		found("active", day_of(2026, 11, 3), 100),
		found("failed", day_of(2026, 11, 24), 200),
		found("inactive", day_of(2026, 12, 1), 300),
	};
	struct coverage_checks k = {v, 3, 3};

	(void)state;
	assert_int_equal(
		coverage_standing(&k, day_of(2026, 11, 30)), STANDING_ACTIVE);
	assert_int_equal(
		coverage_standing(&k, day_of(2026, 12, 1)), STANDING_INACTIVE);
	assert_int_equal(coverage_standing(&k, day_of(2027, 11, 24)),
		STANDING_UNCHECKED);
	v[0].result = "inactive";
	v[1].result = "active";
	assert_int_equal(
		coverage_standing(&k, day_of(2026, 11, 30)), STANDING_ACTIVE);
	v[0].result = v[1].result = "failed";
	assert_int_equal(
		coverage_standing(&k, day_of(2026, 11, 30)), STANDING_FAILED);
}

static void
a_policy_covers_its_first_and_last_day(void **state)
{
	struct coverage c = {.status = "active",
		.start = day_of(2026, 1, 1),
		.end = day_of(2026, 12, 31)};

	(void)state;
	assert_false(coverage_on(&c, day_of(2025, 12, 31)));
	assert_true(coverage_on(&c, day_of(2026, 1, 1)));
	assert_true(coverage_on(&c, day_of(2026, 12, 31)));
	assert_false(coverage_on(&c, day_of(2027, 1, 1)));
	c.start = c.end = DAY_NONE;
	assert_true(coverage_on(&c, day_of(2027, 1, 1)));
	c.status = "entered-in-error";
	assert_false(coverage_on(&c, day_of(2027, 1, 1)));
}

static void
only_active_is_good(void **state)
{
	(void)state;
	for (int s = 0; s < STANDINGS; s++) {
		enum standing one = (enum standing)s, back;

		assert_int_equal(standing_good(one), one == STANDING_ACTIVE);
		assert_true(standing_parse(standing_name(one), &back));
		assert_int_equal(one, back);
		assert_true(standing_label(one)[0] && standing_icon(one)[0]);
	}
	assert_int_equal(standing_of_result("none"), STANDING_UNCHECKED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_medicare_number_has_its_shape),
		cmocka_unit_test(a_member_number_has_one_spelling),
		cmocka_unit_test(the_newest_answer_of_the_months_visit_decides),
		cmocka_unit_test(a_policy_covers_its_first_and_last_day),
		cmocka_unit_test(only_active_is_good),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
