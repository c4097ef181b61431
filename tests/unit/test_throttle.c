/* tests/RULES.md, "Waiting after wrong passwords". */
#include "domain/throttle.h"
#include "lib/test.h"

#define NOW 1800000000

static int64_t
wait_after(int fails, enum throttle_kind kind)
{
	struct throttle t = {0};

	for (int i = 0; i < fails; i++)
		t = throttle_fail(t, kind, NOW);
	return throttle_wait(&t, NOW);
}

static void
the_wait_doubles_up_to_a_quarter_of_an_hour(void **state)
{
	static const int64_t expected[] = {
		0, 0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900};
	(void)state;

	for (size_t n = 0; n < sizeof(expected) / sizeof(expected[0]); n++)
		assert_int_equal(
			wait_after((int)n, THROTTLE_ACCOUNT), expected[n]);
	assert_int_equal(wait_after(101, THROTTLE_ACCOUNT), 900);
	assert_int_equal(wait_after(100000, THROTTLE_ACCOUNT), 900);
	assert_int_equal(wait_after(29, THROTTLE_SOURCE), 0);
	assert_int_equal(wait_after(30, THROTTLE_SOURCE), 15);
	assert_int_equal(wait_after(36, THROTTLE_SOURCE), 900);
}

static void
the_wait_ends(void **state)
{
	struct throttle t = {0};
	(void)state;

	for (int i = 0; i < 5; i++)
		t = throttle_fail(t, THROTTLE_ACCOUNT, NOW);
	assert_int_equal(throttle_wait(&t, NOW + 14), 1);
	assert_int_equal(throttle_wait(&t, NOW + 15), 0);
}

static void
old_failures_are_forgotten(void **state)
{
	struct throttle t = {0}, u;
	(void)state;

	for (int i = 0; i < 20; i++)
		t = throttle_fail(t, THROTTLE_ACCOUNT, NOW);
	u = throttle_fail(t, THROTTLE_ACCOUNT, NOW + 24 * 3600 - 1);
	assert_int_equal(u.fails, 21);
	u = throttle_fail(t, THROTTLE_ACCOUNT, NOW + 24 * 3600);
	assert_int_equal(u.fails, 1);
	assert_int_equal(u.first_at, NOW + 24 * 3600);
	u = throttle_fail(t, THROTTLE_SOURCE, NOW + 3600);
	assert_int_equal(u.fails, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_wait_doubles_up_to_a_quarter_of_an_hour),
		cmocka_unit_test(the_wait_ends),
		cmocka_unit_test(old_failures_are_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
