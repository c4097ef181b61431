/* The flow board, walk-ins and the check-in desk: tests/RULES.md, "The flow
 * board", "The check-in desk". It is Monday 23 November 2026, 10:00 in New
 * York; tests/data/flow.sql has a visit in each state. */
#include <stdio.h>
#include <stdlib.h>

#include "db/db.h"
#include "lib/staff.h"
#include "lib/test.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("flow.sql", "fred");
}

static int
times(const char *hay, const char *needle)
{
	int n = 0;

	while ((hay = strstr(hay, needle)) != NULL) {
		hay += strlen(needle);
		n++;
	}
	return n;
}

/* Where a column begins, up to the next one. */
static int
in_column(const char *body, const char *column, const char *what)
{
	char head[40];
	const char *at, *end, *found;

	snprintf(head, sizeof(head), "id=\"col-%s\"", column);
	at = strstr(body, head);
	assert_non_null(at);
	end = strstr(at + 1, "id=\"col-");
	found = strstr(at, what);
	return found != NULL && (end == NULL || found < end);
}

static const struct {
	const char *visit, *column;
} places[] = {
	{"id=\"visit-101\"", "coming"},
	{"id=\"visit-111\"", "coming"},
	{"id=\"visit-112\"", "coming"},
	{"id=\"visit-113\"", "coming"},
	{"id=\"visit-102\"", "arrived"},
	{"id=\"visit-103\"", "checked-in"},
	{"id=\"visit-104\"", "room"},
	{"id=\"visit-105\"", "with"},
	{"id=\"visit-106\"", "checkout"},
	{"id=\"visit-107\"", "done"},
	{"id=\"visit-108\"", "out"},
	{"id=\"visit-109\"", "out"},
	{"id=\"visit-110\"", "out"},
	{"id=\"visit-114\"", "out"},
};
#define N_PLACES (sizeof(places) / sizeof(places[0]))

static void
each_visit_is_in_one_column(void **state)
{
	const char *b = get("/flow?site=1", 200);

	(void)state;
	for (size_t i = 0; i < N_PLACES; i++) {
		if (times(b, places[i].visit) != 1 ||
			!in_column(b, places[i].column, places[i].visit))
			fail_msg("%s is not once, in %s", places[i].visit,
				places[i].column);
	}
	assert_int_equal(times(b, "id=\"visit-"), N_PLACES);
	assert_lacks(b, "visit-120"); /* tomorrow's */
	assert_lacks(b, "anary");
	assert_has(b, "Monday 23 November 2026");
	assert_has(b, "Delgado, Rosa “Rosie”");
	assert_has(b, "14 Mar 1961 · 104-882");
}

static void
counts_are_those_of_the_columns(void **state)
{
	const char *b = get("/flow?site=1", 200);

	(void)state;
	assert_has(b, "<b>4</b> To come");
	assert_has(b, "<b>1</b> Arrived");
	assert_has(b, "<b>1</b> Checked in");
	assert_has(b, "<b>1</b> In room");
	assert_has(b, "<b>1</b> With clinician");
	assert_has(b, "<b>1</b> Checking out");
	assert_has(b, "<b>1</b> Done");
	assert_has(b, "<b>4</b> Not seen");
	b = get("/flow?site=1&provider=2", 200);
	assert_int_equal(times(b, "id=\"visit-"), 3);
	assert_has(b, "<b>0</b> To come");
	assert_has(b, "<b>1</b> With clinician");
	assert_has(b, "Nobody.");
	/* One column alone; the counts are still of all. */
	b = get("/flow?site=1&state=room", 200);
	assert_int_equal(times(b, "id=\"visit-"), 1);
	assert_has(b, "<b>4</b> To come");
	get("/flow?state=nonsense", 200);
	get("/flow?nonsense=1", 400);
}

static void
waits_are_told_in_words(void **state)
{
	const char *b = get("/flow?site=1", 200);

	(void)state;
	assert_has(b, "in 1 h 0 min");		/* 101 at eleven */
	assert_has(b, "15 min after the time"); /* 111 at 9:45 */
	assert_true(in_column(b, "coming", "Late"));
	assert_has(b, "data-long>15 min"); /* 102, early: no long wait */
	assert_false(in_column(b, "arrived", "ong wait"));
	assert_has(b, "data-long>12 min"); /* 103, by its history */
	assert_has(b, "data-long>40 min"); /* 104 */
	assert_true(in_column(b, "room", "Very long wait"));
	assert_true(in_column(b, "with", "Over time")); /* 30 of 20 min */
	assert_has(b, "was here 30 min");
	assert_has(b, "Not confirmed");
	assert_has(b, "Interpreter: Spanish");
}

static void
rooms_say_who_is_in_them(void **state)
{
	const char *b = get("/flow?site=1", 200);
	const char *in = strstr(b, "<b>Exam 1</b>");

	(void)state;
	assert_non_null(in);
	assert_has(in, "since 09:20, 40 min");
	assert_non_null(strstr(in, "Whitfield, James"));
	assert_has(b, "<li class=\"free\"><b>Procedure</b>");
}

static void
a_step_leads_back_to_the_board(void **state)
{
	const char *b, *to;

	(void)state;
	to = post("/flow/111/step",
		"act=arrive&version=1&room=0&site=1&provider=1&state=coming",
		303);
	assert_string_equal(
		to, "/flow?site=1&provider=1&state=coming#visit-111");
	b = get("/flow?site=1", 200);
	assert_true(in_column(b, "arrived", "id=\"visit-111\""));
	assert_has(b, "<b>3</b> To come");
	assert_has(b, "<b>2</b> Arrived");
	assert_has(b, "Whitfield, James: Marked arrived.");
	assert_has(b, "/flow/111/undo?version=2");
	post("/flow/111/undo?version=2", "", 303);
	assert_true(in_column(
		get("/flow?site=1", 200), "coming", "id=\"visit-111\""));
	/* The page is old: somebody was first. */
	b = post("/flow/111/step", "act=arrive&version=1", 409);
	assert_has(b, "changed this visit meanwhile");
	post("/flow/111/step", "act=cancel&version=3", 422);
	post("/flow/107/step", "act=arrive&version=1", 409);
	post("/flow/129/step", "act=arrive&version=1", 404);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'visit.status'"
				     "   AND outcome = 'ok'"),
		2);
}

static void
a_taken_room_is_refused(void **state)
{
	const char *b = get("/flow/102/room", 200);

	(void)state;
	assert_has(b, "Whitfield, James, since 09:20");
	assert_has(b, "Another kind of room");
	assert_has(b, "No room of the kind this visit needs is free now.");
	b = post("/flow/102/step", "act=room&version=1&room=1", 409);
	assert_has(b, "Exam 1 is taken: Whitfield, James is in it.");
	b = post("/flow/102/step", "act=room&version=1&room=2", 409);
	assert_has(b, "Exam 2 is taken"); /* its own, but 105 is in it */
	b = post("/flow/102/step", "act=room&version=1&room=3", 409);
	assert_has(b, "not the kind of room");
	b = post("/flow/102/step", "act=room&version=1&room=4", 409);
	assert_has(b, "not in use at Main Street");
	b = post("/flow/102/step", "act=room&version=1&room=9", 409);
	assert_lacks(b, "anary");
	/* The visit's own page goes the same way. */
	post("/appointments/102/status", "act=room&version=1", 409);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE id = 102 AND status = 'arrived'"
				     "   AND version = 1"),
		1);
	/* Who has left it leaves it free. */
	post("/flow/104/step", "act=with&version=1", 303);
	post("/flow/104/step", "act=checkout&version=2", 303);
	assert_has(get("/flow?site=1", 200), "To Exam 1");
	post("/flow/102/step", "act=room&version=1&room=1", 303);
	b = get("/flow?site=1", 200);
	assert_true(in_column(b, "room", "id=\"visit-102\""));
	assert_has(b, ": in Exam 1.");
	assert_int_equal(tweb_sql(w, "SELECT room_id FROM appointment"
				     " WHERE id = 102"),
		1);
	get("/flow/102/room", 409); /* is in one */
}

static void
a_room_booked_for_another_is_not_given(void **state)
{
	const char *b;

	(void)state;
	db_exec(db_prep(tweb_db(w), "UPDATE appointment SET room_id = 1"
				    " WHERE id = 111"));
	/* 111 has Exam 1 from 9:45 to 10:00, when 103 is planned. */
	post("/flow/104/step", "act=done&version=1", 303);
	b = post("/flow/103/step", "act=room&version=1&room=1", 409);
	assert_has(b, "Exam 1 is booked for another visit at this time.");
}

static void
who_may_do_what(void **state)
{
	(void)state;
	tweb_sign_in(w, "bill"); /* sees, does nothing */
	assert_lacks(get("/flow", 200), "/step");
	assert_lacks(get("/flow", 200), "Walk-in");
	post("/flow/111/step", "act=arrive&version=1", 403);
	get("/flow/walk-in", 403);
	get("/appointments/102/check-in", 403);
	tweb_sign_in(w, "cleo");
	assert_has(get("/flow", 200), "/flow/111/step");
	tweb_sign_in(w, "ada");
	get("/flow", 403);
	get("/flow/board", 403);
	get("/flow/print", 403);
}

static void
the_timer_gets_the_board_alone(void **state)
{
	const char *b;

	(void)state;
	post("/flow/111/step", "act=arrive&version=1", 303);
	tweb_htmx(w, true);
	b = get("/flow/board?site=1&provider=1", 200);
	assert_lacks(b, "<html");
	assert_lacks(b, "Skip to main");
	assert_has(b, "id=\"visit-102\"");
	assert_has(b, "name=\"csrf\" value=\"");
	assert_lacks(b, "name=\"csrf\" value=\"\"");
	tweb_htmx(w, false);
	/* What was just done is still told on the next page. */
	assert_has(get("/flow?site=1", 200), "Marked arrived.");
	get("/flow/board?site=1", 303);
}

static void
paper_has_all_columns(void **state)
{
	const char *b = get("/flow/print?site=1", 200);

	(void)state;
	assert_has(b, "To come (4)");
	assert_has(b, "Not seen (4)");
	assert_has(b, "Left without being seen");
	assert_has(b, "by Fred Oduya");
	assert_lacks(b, "/step");
	assert_has(get("/flow/print?site=2", 200), "No visits here today.");
}

/* ---- walk-ins ---------------------------------------------------------- */

static void
a_walk_in_is_booked_and_here(void **state)
{
	const char *b = get("/flow/walk-in?site=1", 200);

	(void)state;
	assert_has(b, "Who is here?");
	b = post("/flow/walk-in/patient", "site=1&find=nguyen", 200);
	assert_has(b, "/flow/walk-in?site=1&amp;patient=11");
	b = post("/flow/walk-in/patient", "site=1&find=canary", 200);
	assert_has(b, "No patient matches.");
	get("/flow/walk-in?site=1&patient=8&type=2", 404);
	b = get("/flow/walk-in?site=1&patient=11", 200);
	assert_has(b, "Choose a type");
	b = get("/flow/walk-in?site=1&patient=11&type=3", 200);
	assert_has(b, "Dr. Luis Herrera");
	assert_lacks(b, "overbooked, with"); /* the desk may not */
	/* Dr. Herrera has 10:00; Lan has a visit with Dr. Okafor then. */
	post("/flow/walk-in",
		"site=1&patient=11&type=3&slot=2.1.1795447200&reason=Fever",
		303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE status = 'arrived'"
				     "   AND reason = 'Fever'"
				     "   AND arrived_at = 1795446000"),
		1);
	b = post("/flow/walk-in",
		"site=1&patient=10&type=3&slot=2.1.1795447200", 422);
	assert_has(b, "just taken");
	post("/flow/walk-in", "site=1&patient=10&type=3", 422);
	b = post("/flow/walk-in",
		"site=1&patient=10&type=3&slot=now&provider=2"
		"&overbook_reason=Chest",
		403);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE overbooked = 1"),
		0);
}

static void
a_walk_in_is_overbooked_with_a_reason(void **state)
{
	(void)state;
	tweb_sql(w, "UPDATE patient SET interpreter = 0 RETURNING id");
	tweb_sign_in(w, "cleo");
	assert_has(get("/flow/walk-in?site=1&patient=7&type=3", 200),
		"Now, overbooked");
	post("/flow/walk-in",
		"site=1&patient=7&type=3&slot=now&provider=1"
		"&overbook_reason=",
		422);
	post("/flow/walk-in",
		"site=1&patient=7&type=3&slot=now&provider=1"
		"&overbook_reason=Chest+pain&reason=Pain",
		303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE overbooked = 1"
				     "   AND start_at = 1795446000"
				     "   AND status = 'arrived'"),
		1);
	assert_has(get("/flow?site=1", 200), "Overbooked");
}

/* ---- the desk ---------------------------------------------------------- */

static void
the_desk_asks_for_two_identifiers(void **state)
{
	const char *b = get("/appointments/102/check-in", 200);

	(void)state;
	assert_has(b, "27 Jan 1979");
	assert_has(b, "Not recorded"); /* no phone */
	assert_has(b, "No policy is recorded for this day.");
	assert_has(b, "Consent to treatment");
	assert_lacks(b, "Consent to care by video");
	b = post("/appointments/102/check-in", "version=1&name=1", 422);
	assert_has(b, "Ask the patient for their date of birth");
	b = post("/appointments/102/check-in", "version=1&birth=1", 422);
	assert_has(b, "Ask the patient for their full name");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE id = 102 AND version = 1"),
		1);
}

static void
the_desk_says_what_was_left_out(void **state)
{
	const char *b;

	(void)state;
	post("/appointments/102/check-in",
		"version=1&name=1&birth=1&contact=1&treatment=given"
		"&privacy=declined&text=&how=spoken",
		303);
	assert_true(in_column(
		get("/flow?site=1", 200), "checked-in", "id=\"visit-102\""));
	b = get("/appointments/102", 200);
	assert_has(b, "Gone through: name and date of birth, contact details, "
		      "Consent to treatment (given), Privacy notice received "
		      "(declined). Not done: insurance, needs, Text messages "
		      "about visits.");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM visit_consent"
				     " WHERE patient_id = 11"
				     "   AND appointment_id = 102"
				     "   AND user_id = 2 AND how = 'spoken'"),
		2);
	/* Nothing was answered for the patient. */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM visit_consent"
				     " WHERE kind = 'text'"),
		0);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'visit.checkin'"
				     "   AND outcome = 'ok'"),
		1);
	get("/appointments/102/check-in", 409); /* is checked in */
}

static void
the_desk_takes_who_was_not_marked_arrived(void **state)
{
	(void)state;
	post("/appointments/113/check-in",
		"version=1&name=1&birth=1&telehealth=given&text=given", 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE id = 113"
				     "   AND status = 'checked-in'"
				     "   AND arrived_at = 1795446000"),
		1);
	/* Their choice stands where it is looked up. */
	assert_int_equal(tweb_sql(w, "SELECT sms_ok FROM patient"
				     " WHERE id = 10"),
		1);
	/* Asked once a year, and not again at the next visit. */
	assert_lacks(get("/appointments/101/check-in", 200),
		"Text messages about visits</legend>");
}

static void
the_desk_is_for_today(void **state)
{
	(void)state;
	assert_has(get("/appointments/120/check-in", 409),
		"This visit is on Tuesday 24 November 2026.");
	post("/appointments/120/check-in", "version=1&name=1&birth=1", 409);
	get("/appointments/107/check-in", 409); /* done */
	get("/appointments/129/check-in", 404);
	assert_has(post("/appointments/102/check-in",
			   "version=7&name=1&birth=1", 409),
		"changed this visit meanwhile");
}

static void
the_desk_says_how_old_a_check_is(void **state)
{
	(void)state;
	db_exec(db_prep(tweb_db(w),
		"UPDATE appointment SET status = 'arrived' WHERE id = 103"));
	assert_has(get("/appointments/103/check-in", 200), "Never checked");
	db_exec(db_prep(tweb_db(w),
		"INSERT INTO coverage_check (clinic_id, patient_id,"
		" coverage_id, at, method, result, service_on)"
		" VALUES (1, 7, 1, 1795100000, 'phone', 'active',"
		" '2026-11-23')"));
	assert_has(get("/appointments/103/check-in", 200),
		"Older than three days");
	db_exec(db_prep(
		tweb_db(w), "UPDATE coverage_check SET at = 1793000000"));
	assert_has(get("/appointments/103/check-in", 200), "Not in this month");
	db_exec(db_prep(
		tweb_db(w), "UPDATE coverage_check SET at = 1795440000"));
	assert_lacks(get("/appointments/103/check-in", 200), "Not in this");
	assert_lacks(get("/appointments/103/check-in", 200), "Older than");
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(each_visit_is_in_one_column),
		T(counts_are_those_of_the_columns),
		T(waits_are_told_in_words),
		T(rooms_say_who_is_in_them),
		T(a_step_leads_back_to_the_board),
		T(a_taken_room_is_refused),
		T(a_room_booked_for_another_is_not_given),
		T(who_may_do_what),
		T(the_timer_gets_the_board_alone),
		T(paper_has_all_columns),
		T(a_walk_in_is_booked_and_here),
		T(a_walk_in_is_overbooked_with_a_reason),
		T(the_desk_asks_for_two_identifiers),
		T(the_desk_says_what_was_left_out),
		T(the_desk_takes_who_was_not_marked_arrived),
		T(the_desk_is_for_today),
		T(the_desk_says_how_old_a_check_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
