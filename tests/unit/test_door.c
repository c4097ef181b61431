/* When one may come in without the desk, and what that leaves for it:
 * tests/RULES.md, "Coming in without the desk", "Visits by video". */
#include "base/arena.h"
#include "domain/door.h"
#include "domain/visit.h"
#include "lib/test.h"

#define START 1000000
#define HOUR 3600

static struct visit
visit_in(const char *mode, const char *status)
{
	return (struct visit){
		.start = START,
		.end = START + 1200,
		.mode = mode,
		.status = status,
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE,
		.confirmed_by = "",
		.cancelled_by = "",
		.cancel_reason = "",
	};
}

static void
the_door_opens_an_hour_before(void **state)
{
	struct visit v = visit_in("in_person", "booked");

	(void)state;
	assert_int_equal(door_time(&v, START - HOUR - 1), DOOR_EARLY);
	assert_int_equal(door_time(&v, START - HOUR), DOOR_OPEN);
	assert_int_equal(door_time(&v, START + 1800), DOOR_OPEN);
	assert_int_equal(door_time(&v, START + 1801), DOOR_LATE);
	assert_true(door_may_arrive(&v, START));
	assert_false(door_may_arrive(&v, START + 1801));
	v = visit_in("in_person", "noshow");
	assert_int_equal(door_time(&v, START), DOOR_NEVER);
	v = visit_in("in_person", "cancelled");
	assert_int_equal(door_time(&v, START), DOOR_NEVER);
	v = visit_in("in_person", "arrived");
	v.arrived = START;
	assert_int_equal(door_time(&v, START), DOOR_IN);
	assert_false(door_may_arrive(&v, START));
	v = visit_in("phone", "booked");
	assert_int_equal(door_time(&v, START), DOOR_NEVER);
}

static void
the_video_room_opens_a_quarter_before(void **state)
{
	struct visit v = visit_in("video", "booked");

	(void)state;
	assert_int_equal(door_video_time(&v, START - 901), DOOR_EARLY);
	assert_int_equal(door_video_time(&v, START - 900), DOOR_OPEN);
	assert_int_equal(door_video_time(&v, v.end + HOUR), DOOR_OPEN);
	assert_int_equal(door_video_time(&v, v.end + HOUR + 1), DOOR_LATE);
	assert_true(door_may_arrive(&v, START - 900));
	v = visit_in("video", "arrived");
	v.arrived = START;
	assert_int_equal(door_video_time(&v, START), DOOR_OPEN);
	v = visit_in("video", "cancelled");
	assert_int_equal(door_video_time(&v, START), DOOR_NEVER);
	v = visit_in("in_person", "booked");
	assert_int_equal(door_video_time(&v, START), DOOR_NEVER);
}

static void
what_is_left_is_for_the_desk(void **state)
{
	struct arena *a = arena_new();
	struct visit v = visit_in("in_person", "booked");
	struct consent held = {.kind = "privacy", .answer = "given", .at = 1};
	struct consents list = {&held, 1, 1};
	struct door_answers w = {
		.contact = "same",
		.insurance = "changed",
		.consent = {"given", "", "", "declined"},
	};

	(void)state;
	assert_string_equal(door_desk(a, &v, &w, &list, START), "insurance");
	w.contact = "";
	w.consent[CONSENT_TREATMENT] = "declined";
	w.consent[CONSENT_TEXT] = "";
	assert_string_equal(door_desk(a, &v, &w, &list, START),
		"contact insurance treatment text");
	assert_string_equal(door_desk_label(a, "contact treatment"),
		"contact details, consent to treatment");
	assert_string_equal(door_desk_label(a, ""), "");
	arena_free(a);
}

static void
a_name_is_known_as_it_is_said(void **state)
{
	static const struct door_names maria = {
		"María José", "García-López", "Pepa"};
	struct arena *a = arena_new();

	(void)state;
	assert_true(door_same_name(a, &maria, "Maria Jose", "Garcia-Lopez"));
	assert_true(door_same_name(a, &maria, "maria", "garcia lopez"));
	assert_true(door_same_name(a, &maria, "PEPA", "García López"));
	assert_false(door_same_name(a, &maria, "Jose", "Garcia-Lopez"));
	assert_false(door_same_name(a, &maria, "Maria", "Garcia"));
	assert_false(door_same_name(a, &maria, "", "Garcia-Lopez"));
	assert_false(door_same_name(a, &maria, "Maria", ""));
	assert_string_equal(door_code_key(a, " cdfg-hjkm"), "CDFGHJKM");
	assert_string_equal(door_code_show(a, "CDFGHJKM"), "CDFG-HJKM");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_door_opens_an_hour_before),
		cmocka_unit_test(the_video_room_opens_a_quarter_before),
		cmocka_unit_test(what_is_left_is_for_the_desk),
		cmocka_unit_test(a_name_is_known_as_it_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
