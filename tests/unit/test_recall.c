/* When a recall is due, who may be tried and when: tests/RULES.md,
 * "Recalls". */
#include "domain/recall.h"
#include "domain/visit.h"
#include "lib/test.h"

#define DAY 86400
#define NOON INT64_C(1795453200) /* Mon 23 Nov 2026 12:00 in New York */

static struct recall
due_first_of_december(void)
{
	struct recall r = {.closed = INSTANT_NONE};

	recall_window(&r, day_of(2026, 12, 1));
	return r;
}

static void
its_days_are_around_the_due_one(void **state)
{
	struct recall r = due_first_of_december();

	(void)state;
	assert_int_equal(r.opens, day_of(2026, 11, 17));
	assert_int_equal(r.late, day_of(2026, 12, 31));
	assert_int_equal(recall_state(&r, day_of(2026, 11, 16)), RECALL_LATER);
	assert_int_equal(recall_state(&r, day_of(2026, 11, 17)), RECALL_DUE);
	assert_int_equal(recall_state(&r, day_of(2026, 12, 31)), RECALL_DUE);
	assert_int_equal(recall_state(&r, day_of(2027, 1, 1)), RECALL_OVERDUE);
	r.attempts = 3;
	assert_int_equal(recall_state(&r, day_of(2027, 1, 1)), RECALL_TRIED);
	r.visit_id = 9;
	assert_int_equal(recall_state(&r, day_of(2027, 1, 1)), RECALL_BOOKED);
	r.closed = NOON;
	assert_int_equal(recall_state(&r, day_of(2027, 1, 1)), RECALL_ENDED);
}

static void
months_end_where_they_end(void **state)
{
	(void)state;
	assert_int_equal(
		recall_months(day_of(2026, 8, 31), 6), day_of(2027, 2, 28));
	assert_int_equal(
		recall_months(day_of(2027, 8, 31), 6), day_of(2028, 2, 29));
	assert_int_equal(
		recall_months(day_of(2026, 11, 23), 12), day_of(2027, 11, 23));
	assert_int_equal(
		recall_months(day_of(2026, 1, 31), 1), day_of(2026, 2, 28));
	assert_int_equal(
		recall_months(day_of(2026, 12, 5), 1), day_of(2027, 1, 5));
}

static void
three_tries_days_apart_by_two_ways(void **state)
{
	const struct zone *zone = zone_find("America/New_York");
	struct attempt made[3] = {
		{.at = NOON, .channel = "phone"},
		{.at = NOON + 3 * DAY, .channel = "phone"},
		{.at = NOON + 6 * DAY, .channel = "letter"},
	};
	struct attempts list = {made, 0, 3};
	day_t monday = day_of(2026, 11, 23);

	(void)state;
	assert_int_equal(recall_try(&list, "phone", monday, zone), RECALL_TRY);
	list.n = 1;
	assert_int_equal(
		recall_try(&list, "phone", monday + 2, zone), RECALL_TRY_SOON);
	assert_int_equal(
		recall_try(&list, "phone", monday + 3, zone), RECALL_TRY);
	list.n = 2;
	assert_int_equal(
		recall_try(&list, "letter", monday + 5, zone), RECALL_TRY_SOON);
	assert_int_equal(recall_try(&list, "phone", monday + 6, zone),
		RECALL_TRY_CHANNEL);
	assert_int_equal(
		recall_try(&list, "letter", monday + 6, zone), RECALL_TRY);
	list.n = 3;
	assert_int_equal(
		recall_try(&list, "email", monday + 60, zone), RECALL_TRY_MANY);
}

/* Twenty-four hours' notice before 9:00 on the 30th. */
static void
late_is_less_notice_than_asked_for(void **state)
{
	struct visit v = {.start = NOON + 7 * DAY,
		.cancelled = NOON + 6 * DAY,
		.cancelled_by = "patient"};

	(void)state;
	assert_false(visit_cancelled_late(&v, 1440));
	v.cancelled++;
	assert_true(visit_cancelled_late(&v, 1440));
	v.cancelled_by = "clinic"; /* never held against the patient */
	assert_false(visit_cancelled_late(&v, 1440));
	v.cancelled_by = "patient";
	v.replaced_by_id = 7; /* moved, not given up */
	assert_false(visit_cancelled_late(&v, 1440));
}

/* Fifteen minutes past the start, to the second. */
static void
there_is_a_grace(void **state)
{
	const struct zone *zone = zone_find("America/New_York");
	struct visit v = {.start = NOON,
		.end = NOON + 1200,
		.grace_min = 15,
		.status = "booked"};
	const struct visit_step *s =
		visit_step(VISIT_BOOKED, VISIT_ACT_NO_SHOW);

	(void)state;
	assert_false(visit_step_open(s, &v, NOON + 899, zone));
	assert_true(visit_step_open(s, &v, NOON + 900, zone));
	v.grace_min = 0;
	assert_true(visit_step_open(s, &v, NOON, zone));
}

/* Every state that there is, in one list and no other. */
static void
each_state_is_in_one_list(void **state)
{
	(void)state;
	for (int s = 0; s < VISIT_STATE_COUNT; s++) {
		bool gone = visit_state_closed((enum visit_state)s);
		bool busy = visit_state_busy((enum visit_state)s);
		bool wanted = s == VISIT_PROPOSED || s == VISIT_WAITLIST;
		bool error = s == VISIT_ERROR;
		bool done = s == VISIT_FULFILLED; /* took its time, is over */

		assert_int_equal(
			(gone && !done) + busy + wanted + (error && !gone), 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(its_days_are_around_the_due_one),
		cmocka_unit_test(months_end_where_they_end),
		cmocka_unit_test(three_tries_days_apart_by_two_ways),
		cmocka_unit_test(late_is_less_notice_than_asked_for),
		cmocka_unit_test(there_is_a_grace),
		cmocka_unit_test(each_state_is_in_one_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
