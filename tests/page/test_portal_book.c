/* A patient books a visit from home: tests/RULES.md, "Booked by the
 * patient". It is Monday 23 November 2026, 10:00 in New York; rosa, who
 * needs an interpreter, was here before. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "portal/pages.h"

static struct tweb *w;

/* Follow-ups may be booked online, 120 minutes ahead; new patients' visits
 * too; care-plan reviews may not. */
static int
set_up(void **state)
{
	struct db *db;

	(void)state;
	w = tweb_open(portal_pages, &portal_gate, "schedule.sql");
	db = tweb_db(w);
	if (db_begin(db, DB_WRITE) < 0 ||
		db_exec(db_prep(db,
			"UPDATE visit_type SET online = 1, notice_min = 120"
			" WHERE id IN (1, 2)")) < 0 ||
		db_exec(db_prep(db,
			"UPDATE patient SET language = 'en' WHERE id = 7")) <
			0 ||
		db_exec(db_prep(db, "UPDATE appointment SET patient_id = 7,"
				    " status = 'fulfilled' WHERE id = 41")) <
			0 ||
		db_commit(db) < 0)
		return -1;
	tweb_sign_in(w, "rosa@example.com");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tweb_close(w);
	return 0;
}

static const char *
page(const char *target)
{
	const struct reply *r = tweb_get(w, target);

	if (r->status != 200)
		fail_msg("%s: %d", target, r->status);
	return r->body;
}

/* Monday 30 November 2026, 9:30 in New York, Dr. Okafor, Main Street. */
#define SLOT "1.1.1796049000"

static void
one_question_a_page(void **state)
{
	const struct reply *r;
	const char *body;

	(void)state;
	body = page("/portal/book/reason");
	assert_has(body, "Follow-up");
	assert_lacks(body, "New patient");
	assert_lacks(body, "Care-plan review");
	assert_lacks(body, "anary");
	body = page("/portal/book/provider?type=2");
	assert_has(body, "Dr. Amara Okafor");
	assert_lacks(body, "anary");
	body = page("/portal/book/day?type=2&provider=1&from=2026-11-30");
	assert_has(body, "Monday");
	assert_has(body, "day=2026-11-30");
	/* He is not there on Thursdays. */
	assert_lacks(body, "day=2026-12-03");
	body = page("/portal/book/time?type=2&provider=1&day=2026-11-30");
	assert_has(body, SLOT);
	r = tweb_post(w, "/portal/book/time", "type=2&slot=" SLOT);
	assert_int_equal(r->status, 303);
	assert_has(tweb_location(r), "/portal/book/check?type=2&slot=" SLOT);
	body = page("/portal/book/check?type=2&slot=" SLOT);
	assert_has(body, "We keep this time for you until");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM time_hold WHERE"
				     " portal_session_id IS NOT NULL"
				     " AND start_at = 1796049000"
				     " AND until_at = 1795446600"
				     " AND ended_at IS NULL"),
		1);
	assert_has(body, "Dr. Amara Okafor");
	/* Half as long again, with an interpreter. */
	assert_has(body, "30 minutes");
	assert_has(body, "At the clinic");
}

/* Where an answer is missing the first question is asked. */
static void
a_missing_answer_is_asked_for(void **state)
{
	static const char *const early[] = {"/portal/book/provider",
		"/portal/book/day", "/portal/book/time?type=2",
		"/portal/book/check?type=2", "/portal/book/check?slot=" SLOT,
		"/portal/book/check?type=2&slot=1.1"};

	(void)state;
	for (size_t i = 0; i < sizeof(early) / sizeof(early[0]); i++) {
		const struct reply *r = tweb_get(w, early[i]);

		assert_int_equal(r->status, 303);
		assert_string_equal(tweb_location(r), "/portal/book/reason");
	}
	assert_int_equal(
		tweb_get(w, "/portal/book/provider?type=3")->status, 404);
	assert_int_equal(
		tweb_get(w, "/portal/book/provider?type=9")->status, 404);
	assert_int_equal(
		tweb_get(w, "/portal/book/day?type=2&provider=9")->status, 404);
}

#define BOOK "type=2&slot=" SLOT "&mode=video&reason=Knee"

static void
a_visit_is_booked_and_the_desk_told(void **state)
{
	const struct reply *r = tweb_post(w, "/portal/book", BOOK);

	(void)state;
	assert_int_equal(r->status, 303);
	assert_has(tweb_location(r), "/portal/visits/");
	assert_has(page(tweb_location(r)), "Your visit is booked.");
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
			    " patient_id = 7 AND start_at = 1796049000"
			    " AND end_at = 1796050800 AND source = 'portal'"
			    " AND mode = 'video' AND reason = 'Knee'"
			    " AND status = 'booked' AND created_by IS NULL"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'followup' AND patient_id = 7"
				     " AND closed_at IS NULL"
				     " AND title LIKE 'Booked online:%'"),
		1);
}

/* The second gets three other times, and each leads on. */
static void
the_loser_is_offered_others(void **state)
{
	const struct reply *r;
	struct db *db = tweb_db(w);
	int n = 0;

	(void)state;
	db_begin(db, DB_WRITE);
	assert_true(db_exec(db_prep(db,
			    "UPDATE appointment SET start_at = 1796049000,"
			    " busy_start_at = 1796049000,"
			    " end_at = 1796050800, busy_end_at = 1796050800,"
			    " provider_id = 1, site_id = 1, patient_id = 11,"
			    " status = 'booked' WHERE id = 42")) == 1);
	assert_int_equal(db_commit(db), 0);
	r = tweb_post(w, "/portal/book", BOOK);
	assert_int_equal(r->status, 409);
	assert_has(r->body, "That time was just taken");
	for (const char *at = r->body;
		(at = strstr(at, "name=\"slot\"")) != NULL; at++)
		n++;
	assert_int_equal(n, 3);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
				     " patient_id = 7 AND start_at > "
				     "1795446000 AND status = 'booked'"),
		0);
}

/* Twice the same button books once; four are more than three. */
static void
there_is_a_limit(void **state)
{
	static const char *const slots[] = {"1.1.1796052600", "1.1.1796137200",
		"1.1.1796223600", "1.1.1796655600"};
	char body[100];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		const struct reply *r;

		snprintf(body, sizeof(body), "type=2&slot=%s&mode=in_person",
			slots[i]);
		r = tweb_post(w, "/portal/book", body);
		assert_int_equal(r->status, i < 3 ? 303 : 422);
		if (i == 3)
			assert_has(r->body, "three visits already");
	}
	tweb_same_once(w);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
				     " patient_id = 7 AND source = 'portal'"),
		3);
}

/* What is not open online is not booked by a form made by hand. */
static void
a_hand_made_form_books_nothing(void **state)
{
	static const char *const bad[] = {
		"type=3&slot=" SLOT "&mode=phone",  /* not online */
		"type=1&slot=" SLOT "&mode=video",  /* new patients */
		"type=9&slot=" SLOT "&mode=video",  /* another clinic's */
		"type=2&slot=1.1.1795446600&mode=", /* in ten minutes */
		"type=2&slot=9.9.1796049000&mode=", /* another clinic's */
	};
	long long before = tweb_sql(w, "SELECT count(*) FROM appointment");

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		int st = tweb_post(w, "/portal/book", bad[i])->status;

		if (st < 400 || st >= 500)
			fail_msg("%s: %d", bad[i], st);
	}
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment"), before);
}

static void
a_visit_is_asked_for(void **state)
{
	(void)state;
	assert_has(page("/portal/book/ask"), "Ask for a visit");
	assert_int_equal(
		tweb_post(w, "/portal/book/ask", "what=&wish=any")->status,
		422);
	assert_int_equal(tweb_post(w, "/portal/book/ask",
				 "what=Flu+shot&wish=morning&note=Not+Mondays")
				 ->status,
		303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " patient_id = 7 AND closed_at IS NULL"
				     " AND title = 'Asks for a visit: Flu shot'"
				     " AND detail LIKE '%Not Mondays'"),
		1);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(one_question_a_page),
		CASE(a_missing_answer_is_asked_for),
		CASE(a_visit_is_booked_and_the_desk_told),
		CASE(the_loser_is_offered_others),
		CASE(there_is_a_limit),
		CASE(a_hand_made_form_books_nothing),
		CASE(a_visit_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
