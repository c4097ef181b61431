/* The calendar and the pages of a visit: tests/RULES.md, "Visits", "Free
 * times". It is Monday 23 November 2026, 10:00 in New York; visit 41 is a
 * week later at 9:00. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "db/db.h"
#include "lib/staff.h"
#include "lib/test.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("schedule.sql", "fred");
}

/* Monday 30 November, minutes after 9:00 in New York. */
#define NINE "1796047200"
#define NINE_TEN "1796047800"
#define NINE_TWENTY "1796048400"
#define TEN "1796050800"
#define TEN_THIRTY "1796052600"
#define NOON_THIRTY "1796059800"

static void
the_day_shows_who_when_with_whom(void **state)
{
	const char *b = get("/calendar?date=2026-11-30", 200);

	(void)state;
	assert_has(b, "Monday 30 November 2026");
	assert_has(b, "data-id=\"41\" data-start=\"2026-11-30T09:00\"");
	assert_has(b, "data-resource=\"1\"");
	assert_has(b, "Whitfield, James");
	assert_has(b, "2 Sep 1954");
	assert_has(b, "Blood pressure &lt;b&gt;");
	assert_has(b, "09:00–09:20");
	assert_has(b, "data-title=\"Break\""); /* Dr. Okafor's lunch */
	assert_has(b, "EST");
	assert_lacks(b, "anary");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_patient"), 2);
}

static void
other_views_show_the_same(void **state)
{
	const char *b = get("/calendar?date=2026-11-30&view=list", 200);

	(void)state;
	assert_has(b, "Whitfield, James");
	assert_has(b, "Nguyễn, Thị Lan");
	b = get("/calendar?date=2026-11-25&view=week&provider=1", 200);
	assert_has(b, "data-view=\"week\"");
	assert_has(b, "No visits.");
	b = get("/calendar?date=2026-11-25&view=month", 200);
	assert_has(b, "Thanksgiving");
	assert_has(b, "09:00 Whitfield, J.");
	assert_has(b, "November 2026");
	assert_lacks(b, "anary");
}

static void
a_closed_day_says_why(void **state)
{
	const char *b = get("/calendar?date=2026-11-26", 200);

	(void)state;
	assert_has(b, "No visits. Clinic closed (Thanksgiving).");
	get("/calendar?date=nonsense&view=nonsense", 200);
	get("/calendar?date=2026-11-26&nonsense=1", 400);
}

static void
the_day_sheet_has_a_page_for_each(void **state)
{
	const char *b = get("/calendar/print?date=2026-11-30", 200);

	(void)state;
	assert_has(b, "Dr. Amara Okafor");
	assert_has(b, "Dr. Luis Herrera");
	assert_has(b, "one-a-page");
	assert_has(b, "by Fred Oduya");
	b = get("/calendar/print?date=2026-11-29", 200);
	assert_has(b, "No visits at Main Street");
}

static void
a_visit_to_come_says_who_needs_help(void **state)
{
	const char *b = get("/appointments/41", 200);

	(void)state;
	assert_has(b, "Likely to need help: ");
	/* Of one that is over there is nothing to foretell. */
	assert_true(tweb_sql(w, "UPDATE appointment SET status = 'cancelled',"
				" cancelled_at = start_at,"
				" cancelled_by = 'patient',"
				" cancel_reason = 'time'"
				" WHERE id = 41 RETURNING id") == 41);
	assert_lacks(get("/appointments/41", 200), "Likely to need help");
}

static void
who_may_not_sees_no_calendar(void **state)
{
	(void)state;
	tweb_sign_in(w, "ada");
	get("/calendar", 403);
	get("/appointments/41", 403);
	tweb_sign_in(w, "bill"); /* reads, does not book */
	assert_lacks(get("/calendar?date=2026-11-30", 200), "Book visit");
	assert_lacks(get("/appointments/41", 200), "Mark confirmed");
	get("/appointments/new", 403);
	post("/appointments/41/status", "act=confirm&version=1", 403);
}

static void
the_finder_offers_free_times(void **state)
{
	const char *b = get("/appointments/new?patient=10", 200);

	(void)state;
	assert_has(b, "Whitfield, James");
	assert_has(b, "Choose a type");
	b = get("/appointments/new?patient=10&type=2&provider=1"
		"&earliest=2026-11-30&part=morning",
		200);
	assert_has(b, "Mon 30 Nov");
	assert_has(b, "No hours");
	assert_has(b, "value=\"1.1." NINE_TWENTY); /* right after the taken */
	assert_lacks(b, "value=\"1.1." NINE "\"");
	/* Dr. Herrera speaks Spanish, Dr. Okafor does not. */
	b = get("/appointments/new?patient=10&type=2&language=es", 200);
	assert_has(b, "Dr. Luis Herrera,");
	assert_lacks(b, "Dr. Amara Okafor,");
	b = get("/appointments/new?patient=10&type=2&language=ru", 200);
	assert_has(b, "No free time in these 30 days.");
	get("/appointments/new?patient=8&type=2", 404);
	/* What is no day does not travel on in an address. */
	b = get("/appointments/new?patient=10&type=2&earliest=x%26again%3D9",
		200);
	assert_has(b, "value=\"1.1.");
	assert_lacks(b, "earliest=x");
}

/* Ten minutes for who chose it, and for nobody else. */
static void
a_chosen_time_is_kept(void **state)
{
	const char *b;

	(void)state;
	post("/appointments/hold", "patient=10&type=2&slot=1.1." TEN_THIRTY,
		303);
	b = get("/appointments/new?patient=10&type=2&slot=1.1." TEN_THIRTY,
		200);
	assert_has(b, "Kept for you until 10:10");
	/* Their own list still has it. */
	b = get("/appointments/new?patient=10&type=2&provider=1"
		"&earliest=2026-11-30",
		200);
	assert_has(b, "value=\"1.1." TEN_THIRTY "\"");
	tweb_sign_in(w, "nora");
	b = get("/appointments/new?patient=11&type=2&provider=1"
		"&earliest=2026-11-30",
		200);
	assert_lacks(b, "value=\"1.1." TEN_THIRTY "\"");
	b = post("/appointments/hold", "patient=11&type=2&slot=1.1." TEN_THIRTY,
		409);
	assert_has(b, "kept for them until 10:10");
	assert_has(b, "Other times close to it");
	b = post(
		"/appointments", "patient=11&type=2&slot=1.1." TEN_THIRTY, 409);
	assert_has(b, "kept for them until 10:10");
	/* Over, to the second: anybody's again. */
	tweb_now(w, "2026-11-23T15:10:00Z");
	post("/appointments", "patient=11&type=2&slot=1.1." TEN_THIRTY, 303);
}

static void
a_kept_time_is_given_back(void **state)
{
	(void)state;
	post("/appointments/hold", "patient=10&type=2&slot=1.1." TEN_THIRTY,
		303);
	/* Another one instead: nobody keeps two. */
	post("/appointments/hold", "patient=10&type=2&slot=1.1." NOON_THIRTY,
		409);
	post("/appointments/hold", "patient=10&type=2&slot=1.1." NINE_TWENTY,
		303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM time_hold"
				     " WHERE ended_at IS NULL"),
		1);
	post("/appointments/let-go", "patient=10&type=2", 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM time_hold"
				     " WHERE ended_at IS NULL"),
		0);
	/* Booked by who keeps it, it is kept no more. */
	post("/appointments/hold", "patient=10&type=2&slot=1.1." TEN_THIRTY,
		303);
	post("/appointments", "patient=10&type=2&slot=1.1." TEN_THIRTY, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM time_hold"
				     " WHERE ended = 'taken'"),
		1);
}

/* Who may overbook may do so over a kept time too. */
static void
a_kept_time_can_be_overbooked(void **state)
{
	(void)state;
	post("/appointments/hold", "patient=10&type=2&slot=1.1." TEN_THIRTY,
		303);
	tweb_sign_in(w, "sue");
	assert_has(post("/appointments",
			   "patient=11&type=2&slot=1.1." TEN_THIRTY, 409),
		"Overbook this time");
	post("/appointments",
		"patient=11&type=2&slot=1.1." TEN_THIRTY
		"&overbook=1&overbook_reason=Chest+pain",
		303);
}

static void
the_patient_is_searched_for_by_post(void **state)
{
	const char *b = get("/appointments/new?date=2026-11-30&start=11:00"
			    "&provider=1",
		200);

	(void)state;
	assert_has(b, "For whom?");
	assert_has(b, "&amp;date=2026-11-30");
	b = post("/appointments/patient",
		"find=whit&to=%26date%3D2026-11-30%26start%3D11:00"
		"%26provider%3D1",
		200);
	assert_has(b, "/appointments/new?patient=10&amp;date=2026-11-30");
	b = post("/appointments/patient", "find=canary", 200);
	assert_has(b, "No patient matches.");
	assert_lacks(b, "Tweety");
	b = post("/appointments/patient", "find=whit&to=//evil%22x", 200);
	assert_lacks(b, "evil");
	post("/appointments/patient", "find=", 422);
}

static void
a_time_picked_in_the_calendar_is_checked_and_booked(void **state)
{
	const char *b = get("/appointments/new?patient=10&type=2"
			    "&date=2026-11-30&start=11:00&provider=1",
		200);

	(void)state;
	assert_has(b, "Book this visit?");
	assert_has(b, "Monday 30 November 2026, 11:00–11:20");
	assert_has(b, "value=\"1.1.1796054400\"");
	b = post("/appointments",
		"patient=10&type=2&slot=1.1.1796054400&mode=in_person"
		"&reason=Cough&note=",
		303);
	assert_has(b, "/appointments/");
	b = get(arena_strdup(tweb_arena(w), b), 200);
	assert_has(b, "Visit booked.");
	assert_has(b, "Cough");
	assert_has(b, "Exam 1");
}

static void
a_taken_time_is_told_with_three_others(void **state)
{
	const char *b = post("/appointments",
		"patient=11&type=2&slot=1.1." NINE_TEN "&reason=Cough", 409);
	size_t n = 0;

	(void)state;
	assert_has(b, "That time was just taken");
	assert_has(b, "Dr. Okafor has another visit then.");
	for (const char *p = b; (p = strstr(p, "Book this time")); p++)
		n++;
	assert_int_equal(n, 3);
	assert_has(b, "name=\"reason\" value=\"Cough\"");
	assert_lacks(b, "Overbook"); /* not the front desk's */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"), 3);
	/* One of them, as the page posts it. */
	b = strstr(b, "name=\"slot\" value=\"");
	assert_non_null(b);
	b += strlen("name=\"slot\" value=\"");
	b = arena_printf(tweb_arena(w), "patient=11&type=2&slot=%.*s",
		(int)strcspn(b, "\""), b);
	post("/appointments", b, 303);
}

static void
a_time_outside_of_hours_is_not_open(void **state)
{
	const char *b = post("/appointments",
		"patient=11&type=2&slot=1.1." NOON_THIRTY, 409);

	(void)state;
	assert_has(b, "That time is not open");
	assert_has(b, "does not see patients at Main Street then");
}

static void
overbooking_needs_the_right_and_a_reason(void **state)
{
	const char *ask = "patient=11&type=2&slot=1.1." NINE "&overbook=1";
	const char *b;

	(void)state;
	post("/appointments",
		arena_printf(tweb_arena(w), "%s&overbook_reason=Pain", ask),
		403);
	tweb_sign_in(w, "sue");
	b = post("/appointments", "patient=11&type=2&slot=1.1." NINE, 409);
	assert_has(b, "Overbook this time");
	post("/appointments", ask, 422);
	b = post("/appointments",
		arena_printf(tweb_arena(w), "%s&overbook_reason=Pain", ask),
		303);
	b = get(arena_strdup(tweb_arena(w), b), 200);
	assert_has(b, "Overbooked: Pain");
	b = get("/calendar?date=2026-11-30", 200);
	assert_has(b, "Overbooked<");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'visit.book'"
				     "   AND outcome = 'ok'"
				     "   AND reason = 'Pain'"),
		1);
}

/* A moment so far off that its day, cut to 32 bits, is that Monday. */
static void
only_so_many_lie_over_others(void **state)
{
	(void)state;
	tweb_sign_in(w, "sue");
	tweb_sql(w, "UPDATE patient SET interpreter = 0 RETURNING id");
	post("/appointments",
		"patient=10&type=2&slot=1.1." NINE
		"&overbook=1&overbook_reason=Pain",
		303);
	assert_has(post("/appointments",
			   "patient=11&type=2&slot=1.1." NINE_TEN
			   "&overbook=1&overbook_reason=Pain",
			   422),
		"1 overbooked visit with this provider already");
	/* The afternoon has its own; an interpreter's visit none at all. */
	tweb_sql(w, "UPDATE clinic SET overbook_most = 2 RETURNING id");
	tweb_sql(w, "UPDATE patient SET interpreter = 1 RETURNING id");
	assert_has(post("/appointments",
			   "patient=11&type=2&slot=1.1." NINE
			   "&overbook=1&overbook_reason=Pain",
			   422),
		"Nothing is booked over a new patient");
}

static void
a_time_beyond_the_calendar_is_no_time(void **state)
{
	static const char *const slots[] = {"1.1.371086970421600",
		"1.1.9223372036854775807", "1.1.99999999999999999999"};

	(void)state;
	tweb_sign_in(w, "sue");
	for (size_t i = 0; i < 3; i++)
		post("/appointments",
			arena_printf(tweb_arena(w),
				"patient=11&type=2&slot=%s&overbook=1"
				"&overbook_reason=Pain",
				slots[i]),
			422);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"), 3);
}

static void
a_form_sent_twice_books_once(void **state)
{
	const char *b = post("/appointments",
		"patient=10&type=2&slot=1.1." NINE_TWENTY, 303);
	char *first = arena_strdup(tweb_arena(w), b);

	(void)state;
	tweb_same_once(w);
	b = post("/appointments", "patient=10&type=2&slot=1.1." NINE_TWENTY,
		303);
	assert_string_equal(b, first);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"), 4);
}

static void
bad_bookings_are_refused(void **state)
{
	(void)state;
	post("/appointments", "patient=8&type=2&slot=1.1." TEN, 404);
	post("/appointments", "patient=10&type=9&slot=1.1." TEN, 422);
	post("/appointments", "patient=10&type=2&slot=9.1." TEN, 404);
	post("/appointments", "patient=10&type=2&slot=nonsense", 422);
	post("/appointments", "patient=10&type=2&slot=1.1.1", 422);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"), 3);
}

static void
a_visit_shows_facts_checks_and_history(void **state)
{
	const char *b = get("/appointments/41", 200);

	(void)state;
	assert_has(b, "Follow-up, <bdi>Whitfield, James");
	assert_has(b, "Not asked yet");
	assert_has(b, "None recorded for this day");
	assert_has(b, "/appointments/41/move");
	assert_has(b, "Mark confirmed");
	assert_lacks(b, "Mark arrived"); /* not before the day */
	assert_lacks(b, "Mark no-show");
	/* Fifteen minutes of grace. */
	tweb_now(w, "2026-11-30T14:15:00Z");
	tweb_sign_in(w, "fred");
	b = get("/appointments/41", 200);
	assert_has(b, "Mark arrived");
	assert_has(b, "Mark no-show");
}

static void
another_clinics_visit_is_not_there(void **state)
{
	static const char *const posts[] = {"/appointments/49/status",
		"/appointments/49/confirm", "/appointments/49/undo",
		"/appointments/49/cancel", "/appointments/49/move"};
	static const char *const gets[] = {"/appointments/49",
		"/appointments/49/move", "/appointments/49/cancel",
		"/appointments/0", "/appointments/77", "/appointments/041",
		"/appointments/4x"};

	(void)state;
	for (size_t i = 0; i < sizeof(gets) / sizeof(gets[0]); i++)
		assert_lacks(get(gets[i], 404), "anary");
	post(posts[0], "act=confirm&version=1", 404);
	post(posts[1], "version=1", 404);
	post(posts[2], "", 404);
	post(posts[3], "version=1&by=clinic&reason=room&note=", 404);
	post(posts[4], "version=1&slot=1.1." TEN, 404);
	assert_int_equal(tweb_sql(w, "SELECT version FROM appointment"
				     " WHERE id = 49"),
		1);
}

static void
a_day_goes_from_arrived_to_done(void **state)
{
	static const char *const acts[] = {
		"arrive", "room", "with", "checkout", "done"};
	const char *b;

	(void)state;
	tweb_now(w, "2026-11-30T13:55:00Z");
	tweb_sign_in(w, "fred");
	for (int i = 0; i < 5; i++)
		post("/appointments/41/status",
			arena_printf(tweb_arena(w), "act=%s&version=%d",
				acts[i], i + 1),
			303);
	b = get("/appointments/41", 200);
	assert_has(b, "Marked done.");
	assert_has(b, "Clinician came in");
	assert_lacks(b, "Undo"); /* a supervisor's, now */
	/* The same button from a page that is old. */
	b = post("/appointments/41/status", "act=arrive&version=1", 409);
	assert_has(b, "changed this visit meanwhile");
}

static void
undo_is_offered_and_works(void **state)
{
	const char *b;

	(void)state;
	tweb_now(w, "2026-11-30T13:55:00Z");
	tweb_sign_in(w, "fred");
	post("/appointments/41/status", "act=arrive&version=1", 303);
	b = get("/appointments/41", 200);
	assert_has(b, "action=\"/appointments/41/undo?version=2\"");
	post("/appointments/41/undo?version=2", "", 303);
	b = get("/appointments/41", 200);
	assert_has(b, "Step undone.");
	assert_has(b, "Mark arrived");
	post("/appointments/41/undo?version=3", "", 409);
	post("/appointments/41/status", "act=cancel&version=3", 422);
	post("/appointments/41/status", "act=nonsense&version=3", 422);
}

/* Another's step since is not what the button offered to take back. */
static void
an_old_undo_takes_nothing_back(void **state)
{
	(void)state;
	tweb_now(w, "2026-11-30T13:55:00Z");
	tweb_sign_in(w, "fred");
	post("/appointments/41/status", "act=arrive&version=1", 303);
	post("/appointments/41/status", "act=room&version=2", 303);
	assert_has(post("/appointments/41/undo?version=2", "", 409),
		"changed this visit meanwhile");
	post("/appointments/41/undo", "", 409);
	assert_has(get("/appointments/41", 200), "In room");
}

static void
a_no_show_opens_a_loop(void **state)
{
	(void)state;
	tweb_now(w, "2026-11-30T14:30:00Z");
	tweb_sign_in(w, "fred");
	post("/appointments/41/status", "act=no-show&version=1", 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM work_item"
				     " WHERE kind = 'no_show'"
				     "   AND subject_id = 41"
				     "   AND closed_at IS NULL"),
		1);
	assert_has(get("/appointments/41", 200), "/appointments/new?again=41");
	assert_has(get("/appointments/new?again=41", 200), "Whitfield, James");
}

static void
moving_by_finder_and_check(void **state)
{
	const char *b = get("/appointments/41/move?earliest=2026-11-30", 200);

	(void)state;
	/* Its own time does not stand in its way. */
	assert_has(b, "slot=1.1." NINE "\"");
	b = get("/appointments/41/move?slot=1.1." NINE_TWENTY, 200);
	assert_has(b, "Monday 30 November 2026, 09:20–09:40");
	b = post("/appointments/41/move", "version=1&slot=1.1." NINE_TWENTY,
		303);
	b = get(arena_strdup(tweb_arena(w), b), 200);
	assert_has(b, "Visit moved.");
	assert_has(b, "/appointments/41\">an earlier time");
	b = get("/appointments/41", 200);
	assert_has(b, "Rescheduled");
	get("/appointments/41/move", 409);
}

static void
moving_by_drag(void **state)
{
	const char *b;

	(void)state;
	/* Over another's time, with an old version, into the gap. */
	b = post("/appointments/41/move",
		"version=1&date=2026-11-30&start=10:10&provider=2", 409);
	assert_has(b, "data-why>That time was just taken");
	b = post("/appointments/41/move",
		"version=7&date=2026-11-30&start=11:00&provider=1", 409);
	assert_has(b, "changed this visit meanwhile");
	b = post("/appointments/41/move",
		"version=1&date=2026-11-26&start=11:00&provider=1", 409);
	assert_has(b, "does not see patients");
	post("/appointments/41/move",
		"version=1&date=2027-03-14&start=02:30&provider=1", 422);
	post("/appointments/41/move", "version=1&start=11:00", 422);
	assert_int_equal(tweb_sql(w, "SELECT version FROM appointment"
				     " WHERE id = 41"),
		1);
	post("/appointments/41/move",
		"version=1&date=2026-11-30&start=11:00&provider=2", 303);
	assert_int_equal(tweb_sql(w, "SELECT provider_id FROM appointment"
				     " WHERE replaces_id = 41"),
		2);
}

static void
cancelling_asks_who_and_why(void **state)
{
	const char *b = get("/appointments/41/cancel", 200);

	(void)state;
	assert_has(b, "Cancel the visit of <bdi>Whitfield, James");
	b = post("/appointments/41/cancel", "version=1&note=", 422);
	assert_has(b, "Say who cancels");
	assert_has(b, "Choose why the visit is cancelled");
	b = post("/appointments/41/cancel",
		"version=1&by=patient&reason=room&note=&next=call", 422);
	assert_has(b, "Choose why");
	b = post("/appointments/41/cancel",
		"version=9&by=patient&reason=ill&note=&next=call", 409);
	assert_has(b, "changed this visit meanwhile");
	post("/appointments/41/cancel",
		"version=1&by=patient&reason=ill&note=Flu&next=call", 303);
	b = get("/appointments/41", 200);
	assert_has(b, "Cancelled by the patient: Too ill to come.");
	assert_has(b, "Book again");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM work_item"
				     " WHERE kind = 'visit_cancelled'"
				     "   AND detail = 'Flu'"),
		1);
	get("/appointments/41/cancel", 409);
}

/* No statement is run for each visit: five of one patient cost what one
 * does. */
static void
a_full_day_costs_no_more_statements(void **state)
{
	static const char *const paths[] = {"/calendar?date=2026-11-30",
		"/calendar?date=2026-11-30&view=list",
		"/calendar?date=2026-11-30&view=month"};
	static const char *const starts[] = {
		NINE_TWENTY, TEN, "1796054400", "1796061600"};
	int before[3];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		db_statements(tweb_db(w));
		get(paths[i], 200);
		before[i] = db_statements(tweb_db(w));
		assert_true(before[i] > 5);
	}
	for (size_t i = 0; i < 4; i++)
		post("/appointments",
			arena_printf(tweb_arena(w),
				"patient=10&type=2&slot=1.1.%s", starts[i]),
			303);
	get("/calendar", 200); /* takes what was to be told */
	for (size_t i = 0; i < 3; i++) {
		db_statements(tweb_db(w));
		get(paths[i], 200);
		assert_int_equal(db_statements(tweb_db(w)), before[i]);
	}
}

static void
the_conflict_is_not_audited_as_done(void **state)
{
	(void)state;
	post("/appointments", "patient=11&type=2&slot=1.1." NINE, 409);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'visit.book'"
				     "   AND outcome = 'ok'"),
		0);
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_day_shows_who_when_with_whom),
		T(other_views_show_the_same),
		T(a_closed_day_says_why),
		T(the_day_sheet_has_a_page_for_each),
		T(a_visit_to_come_says_who_needs_help),
		T(who_may_not_sees_no_calendar),
		T(the_finder_offers_free_times),
		T(a_chosen_time_is_kept),
		T(a_kept_time_is_given_back),
		T(a_kept_time_can_be_overbooked),
		T(the_patient_is_searched_for_by_post),
		T(a_time_picked_in_the_calendar_is_checked_and_booked),
		T(a_taken_time_is_told_with_three_others),
		T(a_time_outside_of_hours_is_not_open),
		T(overbooking_needs_the_right_and_a_reason),
		T(only_so_many_lie_over_others),
		T(a_time_beyond_the_calendar_is_no_time),
		T(a_form_sent_twice_books_once),
		T(bad_bookings_are_refused),
		T(a_visit_shows_facts_checks_and_history),
		T(another_clinics_visit_is_not_there),
		T(a_day_goes_from_arrived_to_done),
		T(undo_is_offered_and_works),
		T(an_old_undo_takes_nothing_back),
		T(a_no_show_opens_a_loop),
		T(moving_by_finder_and_check),
		T(moving_by_drag),
		T(cancelling_asks_who_and_why),
		T(a_full_day_costs_no_more_statements),
		T(the_conflict_is_not_audited_as_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
