/* tests/RULES.md, "The portal". */
#include "base/arena.h"
#include "domain/portal.h"
#include "domain/visit.h"
#include "lib/test.h"

#define NOW 1796119200 /* 2026-12-01T10:00:00Z */

static void
a_code_dies_by_age_use_and_five_wrong_dates(void **state)
{
	struct portal_code c = {.expires_at = NOW + 1, .used_at = INSTANT_NONE};

	(void)state;
	assert_true(portal_code_alive(&c, NOW));
	assert_false(portal_code_alive(&c, NOW + 1));
	c.tries = 4;
	assert_true(portal_code_alive(&c, NOW));
	c.tries = 5;
	assert_false(portal_code_alive(&c, NOW));
	c.tries = 0;
	c.used_at = NOW - 1;
	assert_false(portal_code_alive(&c, NOW));
}

static void
a_code_is_read_however_it_is_typed(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(
		portal_code_key(a, " bcdf-GHJK lmnp "), "BCDFGHJKLMNP");
	assert_string_equal(
		portal_code_show(a, "BCDFGHJKLMNP"), "BCDF-GHJK-LMNP");
	assert_string_equal(portal_code_show(a, "SHORT"), "SHORT");
	arena_free(a);
}

static struct visit
booked(void)
{
	return (struct visit){
		.status = "booked",
		.start = NOW + 1800,
		.end = NOW + 3600,
		.asked = NOW - 86400,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE,
		.cancelled_by = "",
		.cancel_reason = "",
	};
}

static void
a_visit_is_the_patients_to_decide_until_it_starts(void **state)
{
	struct visit v = booked();

	(void)state;
	assert_true(portal_may_confirm(&v, NOW));
	assert_true(portal_may_change(&v, NOW));
	assert_true(portal_may_cancel(&v, NOW));
	assert_true(portal_may_cancel(&v, v.start - 1));
	assert_false(portal_may_confirm(&v, v.start));
	assert_false(portal_may_change(&v, v.start));
	assert_false(portal_may_cancel(&v, v.start));
}

static void
confirming_once_is_enough(void **state)
{
	struct visit v = booked();

	(void)state;
	v.confirmed = NOW - 60;
	assert_false(portal_may_confirm(&v, NOW));
	assert_true(portal_may_cancel(&v, NOW));
}

static void
what_is_over_or_cancelled_is_not_to_come(void **state)
{
	struct visit v = booked();

	(void)state;
	assert_true(portal_coming(&v, v.end - 1));
	assert_false(portal_coming(&v, v.end));
	v.status = "cancelled";
	v.cancelled = NOW - 60;
	assert_false(portal_coming(&v, NOW));
	assert_false(portal_may_cancel(&v, NOW));
	v = booked();
	v.status = "entered-in-error";
	assert_false(portal_coming(&v, NOW));
}

static void
who_speaks_spanish_reads_spanish(void **state)
{
	(void)state;
	assert_string_equal(portal_language("es"), "es");
	assert_string_equal(portal_language("es-MX"), "es");
	assert_string_equal(portal_language("est"), "en");
	assert_string_equal(portal_language("vi"), "en");
	assert_string_equal(portal_language(""), "en");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_dies_by_age_use_and_five_wrong_dates),
		cmocka_unit_test(a_code_is_read_however_it_is_typed),
		cmocka_unit_test(
			a_visit_is_the_patients_to_decide_until_it_starts),
		cmocka_unit_test(confirming_once_is_enough),
		cmocka_unit_test(what_is_over_or_cancelled_is_not_to_come),
		cmocka_unit_test(who_speaks_spanish_reads_spanish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
