/* Who fits a free time, how long an offer stands and what becomes of it:
 * tests/RULES.md, "The waitlist". */
#include "domain/waitlist.h"
#include "lib/test.h"

#define NOW 1795446000 /* Mon 23 Nov 2026 10:00 in New York */
#define DAY 86400
#define MONDAY (NOW + 7 * DAY - 3600) /* the 30th at 9:00 */

/* Twenty minutes of the 30th at 9:00. */
static struct wait_time
nine(void)
{
	return (struct wait_time){.provider_id = 1,
		.site_id = 2,
		.visit_type_id = 3,
		.start = MONDAY,
		.minutes = 20,
		.zone = zone_find("America/New_York")};
}

/* Wants just that. */
static struct wait_entry
wish(void)
{
	return (struct wait_entry){.visit_type_id = 3,
		.earliest = day_of(2026, 11, 30),
		.latest = day_of(2026, 11, 30),
		.weekdays = 1u << 1,
		.parts = WAIT_MORNING,
		.notice_min = 60,
		.visit_start = MONDAY + DAY,
		.offered = INSTANT_NONE,
		.minutes = 20};
}

static void
each_wish_that_is_not_met_is_named(void **state)
{
	struct wait_ok other[] = {{8, 0}, {0, 9}}, ours[] = {{1, 0}, {0, 2}};
	struct wait_time t = nine();
	struct wait_entry e = wish();

	(void)state;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_FITS);
	e.visit_type_id = 4;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_TYPE);
	e = wish();
	e.ok = (struct wait_oks){other, 1, 1};
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_PROVIDER);
	e.ok = (struct wait_oks){other + 1, 1, 1};
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_SITE);
	e.ok = (struct wait_oks){ours, 2, 2};
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_FITS);
	e = wish();
	e.earliest++;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_DAY);
	e = wish();
	e.latest--;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_DAY);
	e.latest = DAY_NONE;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_FITS);
	e.weekdays = ~e.weekdays;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_WEEKDAY);
	e = wish();
	e.parts = WAIT_AFTERNOON | WAIT_EVENING;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_PART);
	e = wish();
	e.minutes = 30; /* said twice, by an interpreter */
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_SHORT);
	t.minutes = 30;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_FITS);
}

static void
it_is_in_time_and_earlier_than_what_they_have(void **state)
{
	struct wait_time t = nine();
	struct wait_entry e = wish();

	(void)state;
	assert_int_equal(wait_fits(&e, &t, MONDAY - 3600), WAIT_FITS);
	assert_int_equal(wait_fits(&e, &t, MONDAY - 3599), WAIT_NOTICE);
	e.notice_min = 0;
	assert_int_equal(wait_fits(&e, &t, MONDAY), WAIT_NOTICE);
	e.visit_start = MONDAY;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_LATER);
	e.visit_start = INSTANT_NONE;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_FITS);
	e.offered = NOW + 1;
	assert_int_equal(wait_fits(&e, &t, NOW), WAIT_BUSY);
}

static void
an_offer_stands_longer_when_there_is_time(void **state)
{
	(void)state;
	assert_int_equal(wait_life_s(NOW, NOW + 2 * DAY + 1), 7200);
	assert_int_equal(wait_life_s(NOW, NOW + 2 * DAY), 1800);
	assert_int_equal(wait_life_s(NOW, NOW + 600), 600);
}

static void
what_became_of_an_offer_is_told_by_the_clock(void **state)
{
	struct wait_offer o = {.opens = NOW,
		.expires = NOW + 1800,
		.answer = "",
		.ended = INSTANT_NONE,
		.ended_how = ""};

	(void)state;
	assert_int_equal(wait_state(&o, NOW - 1), WAIT_QUEUED);
	assert_int_equal(wait_state(&o, NOW), WAIT_OPEN);
	assert_int_equal(wait_state(&o, NOW + 1799), WAIT_OPEN);
	assert_int_equal(wait_state(&o, NOW + 1800), WAIT_EXPIRED);
	o.answer = "declined";
	assert_int_equal(wait_state(&o, NOW), WAIT_DECLINED);
	o.answer = "accepted";
	assert_int_equal(wait_state(&o, NOW), WAIT_ACCEPTED);
	o.answer = "";
	o.ended = NOW + 5;
	o.ended_how = "taken";
	assert_int_equal(wait_state(&o, NOW + 6), WAIT_GONE);
}

static void
only_a_booked_visit_to_come_may_join(void **state)
{
	struct visit v = {.status = "booked",
		.visit_type_id = 3,
		.start = NOW + 1,
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE};

	(void)state;
	assert_true(wait_may_join(&v, NOW));
	assert_false(wait_may_join(&v, NOW + 1));
	v.visit_type_id = 0;
	assert_false(wait_may_join(&v, NOW));
	v.visit_type_id = 3;
	v.status = "cancelled";
	assert_false(wait_may_join(&v, NOW));
	v.status = "arrived";
	assert_false(wait_may_join(&v, NOW));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_wish_that_is_not_met_is_named),
		cmocka_unit_test(it_is_in_time_and_earlier_than_what_they_have),
		cmocka_unit_test(an_offer_stands_longer_when_there_is_time),
		cmocka_unit_test(what_became_of_an_offer_is_told_by_the_clock),
		cmocka_unit_test(only_a_booked_visit_to_come_may_join),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
