/* Where visits stand on the board, and which rooms are free: tests/RULES.md,
 * "The flow board". */
#include "domain/flow.h"
#include "lib/test.h"

#define NINE INT64_C(1795442400) /* Mon 23 Nov 2026 9:00 in New York */
#define MIN 60

static struct visit
a_visit(int64_t id, const char *status)
{
	return (struct visit){.id = id,
		.status = status,
		.start = NINE,
		.end = NINE + 20 * MIN,
		.busy_start = NINE,
		.busy_end = NINE + 20 * MIN,
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE};
}

static void
each_state_is_in_one_column(void **state)
{
	static const enum flow_column column[VISIT_STATE_COUNT] = {
		[VISIT_PROPOSED] = FLOW_OUT,
		[VISIT_PENDING] = FLOW_COMING,
		[VISIT_WAITLIST] = FLOW_OUT,
		[VISIT_BOOKED] = FLOW_COMING,
		[VISIT_UNCONFIRMED] = FLOW_COMING,
		[VISIT_CONFIRMED] = FLOW_COMING,
		[VISIT_ARRIVED] = FLOW_ARRIVED,
		[VISIT_CHECKED_IN] = FLOW_CHECKED_IN,
		[VISIT_ROOMED] = FLOW_ROOM,
		[VISIT_WITH] = FLOW_WITH,
		[VISIT_CHECKOUT] = FLOW_CHECKOUT,
		[VISIT_FULFILLED] = FLOW_DONE,
		[VISIT_CANCELLED] = FLOW_OUT,
		[VISIT_RESCHEDULED] = FLOW_OUT,
		[VISIT_LEFT] = FLOW_OUT,
		[VISIT_NOSHOW] = FLOW_OUT,
		[VISIT_ERROR] = FLOW_OUT,
	};
	int n[FLOW_COLUMNS] = {0};

	(void)state;
	for (int s = 0; s < VISIT_STATE_COUNT; s++) {
		enum flow_column c = flow_column((enum visit_state)s);

		if (c != column[s])
			fail_msg("%s is in %s",
				visit_state_label((enum visit_state)s),
				flow_column_label(c));
		n[c]++;
	}
	for (int c = 0; c < FLOW_COLUMNS; c++)
		assert_true(n[c] > 0);
}

static void
a_column_is_found_by_its_name(void **state)
{
	enum flow_column found;

	(void)state;
	for (int c = 0; c < FLOW_COLUMNS; c++) {
		assert_true(flow_column_parse(
			flow_column_name((enum flow_column)c), &found));
		assert_int_equal(found, c);
	}
	assert_false(flow_column_parse("", &found));
	assert_false(flow_column_parse("In room", &found));
}

static void
how_long_is_counted_from_the_last_step(void **state)
{
	struct visit v = a_visit(1, "booked");

	(void)state;
	assert_true(flow_since(&v, INSTANT_NONE) == INSTANT_NONE);
	v.status = "arrived";
	v.arrived = NINE;
	assert_true(flow_since(&v, INSTANT_NONE) == NINE);
	v.status = "checked-in";
	assert_true(flow_since(&v, NINE + 1) == NINE + 1);
	assert_true(flow_since(&v, INSTANT_NONE) == NINE);
	v.roomed = NINE + 2;
	assert_true(flow_since(&v, NINE + 1) == NINE + 2);
	v.with = NINE + 3;
	assert_true(flow_since(&v, NINE + 1) == NINE + 3);
	v.checkout = NINE + 4;
	assert_true(flow_since(&v, NINE + 1) == NINE + 4);
	v.status = "fulfilled";
	v.done = NINE + 5;
	assert_true(flow_since(&v, NINE + 1) == NINE + 5);
	v.status = "noshow";
	assert_true(flow_since(&v, NINE + 1) == INSTANT_NONE);
}

/* Fine up to the last second before slow, and that up to long. */
static void
assert_waits(const struct visit *v, instant_t since, instant_t from,
	int slow_min, int long_min)
{
	instant_t slow = from + slow_min * MIN, much = from + long_min * MIN;

	assert_int_equal(flow_wait(v, since, slow - 1), FLOW_FINE);
	assert_int_equal(flow_wait(v, since, slow), FLOW_SLOW);
	assert_int_equal(flow_wait(v, since, much - 1), FLOW_SLOW);
	assert_int_equal(flow_wait(v, since, much), FLOW_LONG);
}

static void
a_wait_becomes_slow_and_then_long(void **state)
{
	struct visit v = a_visit(1, "booked");

	(void)state;
	assert_waits(&v, INSTANT_NONE, NINE, 10, 20);
	v.status = "arrived";
	v.arrived = NINE - 15 * MIN; /* too early is no waiting */
	assert_waits(&v, v.arrived, NINE, 10, 20);
	v.arrived = NINE + 5 * MIN;
	assert_waits(&v, v.arrived, v.arrived, 10, 20);
	v.status = "checked-in";
	assert_waits(&v, v.arrived, v.arrived, 15, 30);
	v.roomed = NINE;
	assert_waits(&v, v.roomed, NINE, 15, 30);
	v.with = NINE + 5 * MIN; /* twenty minutes are planned */
	assert_waits(&v, v.with, NINE + 25 * MIN, 10, 30);
	v.checkout = NINE + 30 * MIN;
	assert_waits(&v, v.checkout, v.checkout, 10, 20);
	v.status = "fulfilled";
	assert_int_equal(flow_wait(&v, NINE, NINE + 86400), FLOW_FINE);
	v.status = "noshow";
	assert_int_equal(flow_wait(&v, NINE, NINE + 86400), FLOW_FINE);
	assert_string_equal(
		flow_wait_label(FLOW_COMING, FLOW_LONG), "Very late");
	assert_string_equal(flow_wait_label(FLOW_WITH, FLOW_SLOW), "Over time");
	assert_string_equal(flow_wait_label(FLOW_WITH, FLOW_FINE), "");
}

static void
a_room_is_free_when_nobody_has_it(void **state)
{
	struct visit list[2] = {a_visit(1, "checked-in"), a_visit(2, "booked")};
	struct visit *in = &list[0], *booked = &list[1];
	struct visits today = {.v = list, .n = 2};
	struct visit v = a_visit(3, "arrived");

	(void)state;
	in->room_id = 1;
	assert_null(flow_in_room(&today, 1, NULL)); /* not brought there yet */
	in->roomed = NINE;
	assert_ptr_equal(flow_in_room(&today, 1, NULL), in);
	assert_null(flow_in_room(&today, 1, in));
	assert_null(flow_in_room(&today, 2, NULL));
	assert_false(flow_room_free(&today, &v, 1));
	assert_true(flow_room_free(&today, in, 1));
	in->with = NINE;
	assert_false(flow_room_free(&today, &v, 1));
	/* Who is leaving is out of it, and its hour is over. */
	in->checkout = NINE;
	in->busy_end = NINE;
	assert_null(flow_in_room(&today, 1, NULL));
	assert_true(flow_room_free(&today, &v, 1));
	/* Booked for another at the same time; ends as the other begins. */
	booked->room_id = 2;
	assert_false(flow_room_free(&today, &v, 2));
	booked->busy_start = v.busy_end;
	booked->busy_end = v.busy_end + 20 * MIN;
	assert_true(flow_room_free(&today, &v, 2));
	booked->busy_start--;
	assert_false(flow_room_free(&today, &v, 2));
	/* Its own, or over others by somebody's decision. */
	v.room_id = 2;
	assert_true(flow_room_free(&today, &v, 2));
	v.room_id = 0;
	v.overbooked = true;
	assert_true(flow_room_free(&today, &v, 2));
	/* But not where somebody sits. */
	in->checkout = INSTANT_NONE;
	v.room_id = 1;
	assert_false(flow_room_free(&today, &v, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_state_is_in_one_column),
		cmocka_unit_test(a_column_is_found_by_its_name),
		cmocka_unit_test(how_long_is_counted_from_the_last_step),
		cmocka_unit_test(a_wait_becomes_slow_and_then_long),
		cmocka_unit_test(a_room_is_free_when_nobody_has_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
