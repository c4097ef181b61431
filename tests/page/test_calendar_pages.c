/* The calendar: its days, lengths of visits, blocks, and the way back.
 * tests/RULES.md, "The calendar". It is Monday 23 November 2026, 10:00 in
 * New York; visit 41 is a week later, 9:00 to 9:20, with Dr. Okafor. */
#include <stdlib.h>

#include "base/arena.h"
#include "lib/staff.h"
#include "lib/test.h"

#define LENGTH "/appointments/41/length"
#define NINE_TWENTY "1796048400"
#define NINE_FORTY "1796049600"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("schedule.sql", "fred");
}

static const char *
again(const char *text)
{
	return arena_strdup(tweb_arena(w), text);
}

static int64_t
ends(void)
{
	return tweb_sql(w, "SELECT end_at FROM appointment WHERE id = 41");
}

static void
a_visit_is_made_longer_and_back(void **state)
{
	const char *b;

	(void)state;
	assert_has(get(LENGTH, 200), "value=\"20\"");
	b = again(post(LENGTH, "minutes=35&version=1", 303));
	assert_string_equal(b, "/appointments/41");
	b = get(b, 200);
	assert_has(b, "The visit now takes 35 minutes.");
	assert_has(b, "20 to 35 minutes");
	assert_has(b, "09:00–09:35");
	assert_has(b, "/appointments/41/length/undo?version=2&amp;minutes=20");
	post(LENGTH "/undo?version=2&minutes=20", "", 303);
	assert_int_equal(ends(), atoll(NINE_TWENTY));
	/* Nobody is told: the start is what it was. */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM outbox"), 0);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'visit.length'"
				     "   AND outcome = 'ok'"),
		2);
}

static void
a_length_that_makes_no_sense_is_refused(void **state)
{
	(void)state;
	assert_has(
		post(LENGTH, "minutes=33&version=1", 422), "in steps of five");
	post(LENGTH, "minutes=0&version=1", 422);
	post(LENGTH, "minutes=485&version=1", 422);
	post(LENGTH, "minutes=&version=1", 422);
	post(LENGTH, "minutes=30&version=7", 409);
	/* Past the morning: Dr. Okafor is there until noon. */
	assert_has(post(LENGTH, "minutes=200&version=1", 409),
		"does not see patients at Main Street for that long");
	tweb_sql(w, "UPDATE appointment SET status = 'fulfilled'"
		    " WHERE id = 41 RETURNING id");
	get(LENGTH, 409);
	post(LENGTH, "minutes=30&version=1", 409);
	assert_int_equal(ends(), atoll(NINE_TWENTY));
}

static void
who_comes_after_stands_in_the_way(void **state)
{
	const char *b;

	(void)state;
	tweb_sql(w, "UPDATE patient SET interpreter = 0 RETURNING id");
	post("/appointments", "patient=11&type=2&slot=1.1." NINE_TWENTY, 303);
	b = post(LENGTH, "minutes=30&version=1", 409);
	assert_has(b, "has another visit right after it. Nothing was changed.");
	assert_lacks(b, "overbook_reason");
	post(LENGTH, "minutes=30&version=1&overbook=1&overbook_reason=Pain",
		403);
	tweb_sign_in(w, "sue");
	assert_has(
		post(LENGTH, "minutes=30&version=1", 409), "overbook_reason");
	post(LENGTH, "minutes=30&version=1&overbook=1", 422);
	post(LENGTH, "minutes=30&version=1&overbook=1&overbook_reason=Pain",
		303);
	assert_has(get("/appointments/41", 200), "Overbooked: Pain");
	/* Shorter is always possible. */
	post(LENGTH, "minutes=15&version=2", 303);
}

static void
a_move_is_taken_back(void **state)
{
	const char *at, *b;

	(void)state;
	at = again(post("/appointments/41/move",
		"version=1&date=2026-11-30&start=11:00&provider=1", 303));
	b = get(at, 200);
	assert_has(b, "/move/undo?version=1&amp;slot=1.1.1796047200");
	b = again(
		post(arena_printf(tweb_arena(w),
			     "%s/move/undo?version=1&slot=1.1.1796047200", at),
			"", 303));
	b = get(b, 200);
	assert_has(b, "09:00–09:20");
	assert_has(b, "The visit is back at its old time.");
	/* Once is enough: that visit is past moving. */
	post(arena_printf(tweb_arena(w),
		     "%s/move/undo?version=1&slot=1.1.1796047200", at),
		"", 409);
	post(arena_printf(tweb_arena(w), "%s/move/undo?version=1&slot=x", at),
		"", 422);
}

#define BLOCK "what=Meeting&date=2026-11-30&start=09:00&end=10:00&provider="

static void
time_is_blocked_and_freed(void **state)
{
	const char *at, *b;

	(void)state;
	get("/calendar/blocks/new?date=2026-11-30&start=09:00&end=10:00"
	    "&provider=1&site=1",
		200);
	at = again(post("/calendar/blocks", BLOCK "1&words=Team+day", 303));
	b = get(at, 200);
	assert_has(b, "Team day");
	assert_has(b, "09:00–10:00");
	/* James was booked before; he is listed, not thrown out. */
	assert_has(b, "Visits under it");
	assert_has(b, "Whitfield, James");
	assert_has(b, "/appointments/41/move");
	b = get("/calendar?date=2026-11-30", 200);
	assert_has(b, "data-title=\"Team day\"");
	assert_has(b, "data-start=\"2026-11-30T09:00\" "
		      "data-end=\"2026-11-30T10:00\"");
	/* Nothing more goes in. */
	assert_has(post("/appointments",
			   "patient=11&type=2&slot=1.1." NINE_FORTY, 409),
		"does not see patients");
	post(arena_printf(tweb_arena(w), "%s/remove", at), "", 303);
	get(at, 404);
	post("/appointments", "patient=10&type=2&slot=1.1." NINE_FORTY, 303);
}

static void
a_block_is_a_part_of_days_to_come(void **state)
{
	(void)state;
	post("/calendar/blocks", BLOCK "9", 422); /* another clinic's */
	post("/calendar/blocks", BLOCK, 422);
	post("/calendar/blocks",
		"what=Lunch&date=2026-11-22&start=09:00&end=10:00&provider=1",
		422);
	post("/calendar/blocks",
		"what=Lunch&date=2026-11-30&start=10:00&end=10:00&provider=1",
		422);
	post("/calendar/blocks", BLOCK "1&last=2027-11-30", 422);
	post("/calendar/blocks", BLOCK "1&last=2026-12-04", 303);
	assert_int_equal(
		tweb_sql(w, "SELECT COUNT(*) FROM provider_exception"), 5);
	/* A day of leave is not a block: it stands under Schedules. */
	tweb_sign_in(w, "sue");
	post("/admin/providers/1/days",
		"kind=leave&first=2026-12-07&last=&start=&end=&site="
		"&reason=Conference",
		303);
	assert_has(get("/calendar?date=2026-12-07&provider=1", 200),
		"On leave: Conference");
	get("/calendar/blocks/6", 404);
	post("/calendar/blocks/6/remove", "", 404);
	/* Another clinic's is not there. */
	tweb_sql(w, "INSERT INTO provider_exception (clinic_id, provider_id,"
		    " day_on, kind, start_min, end_min) VALUES (2, 9,"
		    " '2026-12-01', 'closed', 540, 600) RETURNING id");
	get("/calendar/blocks/7", 404);
	post("/calendar/blocks/7/remove", "", 404);
}

/* Open from 0:00 to 5:00, with visits of ten minutes at two moments. */
#define VISIT(patient, at)                                                     \
	"(1, " patient ", 1, 1, " at ", " at " + 600, " at ", " at " + 600,"   \
	" 'booked', 'staff', 1, 1)"
#define NIGHT_OF(day, first, second)                                           \
	do {                                                                   \
		tweb_sql(w, "INSERT INTO provider_exception (clinic_id,"       \
			    " provider_id, site_id, day_on, kind, start_min,"  \
			    " end_min) VALUES (1, 1, 1, '" day "', 'open', 0," \
			    " 300) RETURNING id");                             \
		tweb_sql(w, "INSERT INTO appointment (clinic_id, patient_id,"  \
			    " provider_id, site_id, start_at, end_at,"         \
			    " busy_start_at, busy_end_at, status, source,"     \
			    " created_at, updated_at)"                         \
			    " VALUES " VISIT("10", first) "," VISIT(           \
				    "11", second) " RETURNING id");            \
	} while (0)

static void
a_day_of_25_hours_shows_both(void **state)
{
	const char *b;

	(void)state;
	/* 1 November 2026, half past one in summer time, and once more. */
	NIGHT_OF("2026-11-01", "1793511000", "1793514600");
	b = get("/calendar?date=2026-11-01", 200);
	assert_has(b, "data-jump=\"120 -60 1793505600\"");
	assert_has(b, "data-start=\"2026-11-01T01:30\"");
	assert_has(b, "data-start=\"2026-11-01T02:30\"");
	assert_has(b, "data-to=\"06:00\"");
	/* The list says what the wall's clock says. */
	assert_lacks(b, "02:30–02:40");
	assert_has(b, "<time datetime=\"2026-11-01T01:30\">01:30–01:40");
}

static void
a_day_of_23_hours_has_no_hole(void **state)
{
	const char *b;

	(void)state;
	/* 14 March 2027: 1:30, and 3:30 an hour later. */
	NIGHT_OF("2027-03-14", "1805005800", "1805009400");
	b = get("/calendar?date=2027-03-14", 200);
	assert_has(b, "data-jump=\"120 60 1805000400\"");
	assert_has(b, "data-start=\"2027-03-14T01:30\"");
	assert_has(b, "data-start=\"2027-03-14T02:30\"");
	assert_has(b, "03:30–03:40");
	assert_has(b, "data-to=\"04:00\"");
	/* Any other day is the wall's own. */
	assert_lacks(get("/calendar?date=2026-11-30", 200), "data-jump");
}

static void
the_list_reaches_every_act(void **state)
{
	const char *b = get("/calendar?date=2026-11-30&view=list", 200);

	(void)state;
	assert_has(b, "href=\"/appointments/41/move\"");
	assert_has(b, "href=\"/appointments/41/length\"");
	assert_has(b, "href=\"/appointments/41\"");
	/* Not for who may only look. */
	tweb_sign_in(w, "bill");
	b = get("/calendar?date=2026-11-30&view=list", 200);
	assert_lacks(b, "/appointments/41/length");
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_visit_is_made_longer_and_back),
		T(a_length_that_makes_no_sense_is_refused),
		T(who_comes_after_stands_in_the_way),
		T(a_move_is_taken_back),
		T(time_is_blocked_and_freed),
		T(a_block_is_a_part_of_days_to_come),
		T(a_day_of_25_hours_shows_both),
		T(a_day_of_23_hours_has_no_hole),
		T(the_list_reaches_every_act),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
