/* Recalls, and what follows a visit that is over: tests/RULES.md, "Recalls",
 * "What follows a visit". It is Monday 23 November 2026, 10:00 in New York;
 * visit 41 of James (10) and 42 of Thi Lan (11) are on the 30th. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "lib/staff.h"
#include "lib/test.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("schedule.sql", "fred");
}

#define NEW "type=2&reason=Blood+pressure&due=2026-12-01&every=0"

static long long
made(void)
{
	post("/patients/10/recalls", NEW, 303);
	return tweb_sql(w, "SELECT max(id) FROM recall");
}

static const char *
at(long long id, const char *rest)
{
	static char path[80];

	snprintf(path, sizeof(path), "/recalls/%lld%s", id, rest);
	return path;
}

static void
a_recall_is_made_and_has_a_loop(void **state)
{
	long long id;
	const char *b;

	(void)state;
	assert_has(get("/recalls", 200), "No recall is due.");
	assert_has(get("/patients/10/recalls/new?from=41&months=6", 200),
		"2027-05-23");
	post("/patients/10/recalls", "type=2&reason=&due=2026-12-01&every=0",
		422);
	post("/patients/10/recalls", "type=2&reason=x&due=2026-11-01&every=0",
		422);
	post("/patients/10/recalls", "type=9&reason=x&due=2026-12-01&every=0",
		422);
	post("/patients/8/recalls", NEW, 404);
	id = made();
	b = get("/recalls", 200);
	assert_has(b, "Blood pressure");
	assert_has(b, "Whitfield, James");
	assert_has(get(at(id, ""), 200), "Nobody has tried yet.");
	assert_has(get("/patients/10/appointments", 200), "Blood pressure");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'recall' AND closed_at IS NULL"
				     " AND title = 'Recall: Blood pressure'"
				     " AND team_id = 2"),
		1);
	assert_has(get("/followups", 200), "Recall");
}

static void
a_far_one_waits_for_its_day(void **state)
{
	(void)state;
	post("/patients/10/recalls",
		"type=2&reason=Later&due=2027-06-01&every=0", 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'recall'"),
		0);
	assert_lacks(get("/recalls", 200), "Later</a>");
	assert_has(get("/recalls?show=later", 200), "Whitfield, James");
}

static void
tries_are_days_apart(void **state)
{
	long long id = made();
	const char *call = "channel=phone&outcome=no_answer&number=&person="
			   "&said=";

	(void)state;
	post(at(id, "/try"), call, 303);
	assert_has(get(at(id, ""), 200), "1 of 3 tries");
	assert_has(post(at(id, "/try"), call, 422), "less than three days ago");
	post(at(id, "/try"),
		"channel=phone&outcome=no_answer&number=&person=&said="
		"&asked=1",
		303);
	assert_int_equal(tweb_sql(w, "SELECT attempts FROM work_item WHERE"
				     " kind = 'recall'"),
		2);
	tweb_now(w, "2026-11-27T15:00:00Z");
	tweb_sign_in(w, "fred");
	assert_has(post(at(id, "/try"), call, 422), "Use another way");
	post(at(id, "/try"),
		"channel=letter&outcome=sent&number=&person="
		"&said=",
		303);
	assert_has(get("/recalls?show=tried", 200), "Whitfield, James");
	tweb_now(w, "2026-12-05T15:00:00Z");
	tweb_sign_in(w, "fred");
	assert_has(post(at(id, "/try"), call, 422), "Three tries were made");
}

/* The booked visit is the proof; given up, the recall is open again; over,
 * it comes again a year later. */
static void
its_visit_closes_it(void **state)
{
	long long visit;
	char body[120], path[60];

	(void)state;
	post("/patients/10/recalls",
		"type=2&reason=Check&due=2026-12-01&every=12", 303);
	post("/appointments", "patient=10&type=2&slot=1.1.1796054400", 303);
	visit = tweb_sql(w, "SELECT max(id) FROM appointment");
	assert_int_equal(tweb_sql(w, "SELECT visit_id FROM recall"), visit);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'recall' AND state = 'done'"
				     " AND evidence_type = 'appointment'"),
		1);
	assert_has(get("/recalls?show=booked", 200), "Whitfield, James");
	snprintf(path, sizeof(path), "/appointments/%lld/cancel", visit);
	post(path, "by=clinic&reason=room&note=&version=1&next=call&on=&why=",
		303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM recall"
			    " WHERE visit_id IS NULL AND closed_at IS NULL"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'recall'"
				     " AND closed_at IS NULL"),
		1);
	post("/appointments", "patient=10&type=2&slot=1.1.1796056000", 303);
	visit = tweb_sql(w, "SELECT max(id) FROM appointment");
	tweb_now(w, "2026-11-30T17:00:00Z");
	tweb_sign_in(w, "fred");
	snprintf(path, sizeof(path), "/appointments/%lld/status", visit);
	for (int v = 1; v <= 3; v++) {
		static const char *const acts[] = {"arrive", "room", "done"};

		snprintf(body, sizeof(body), "act=%s&version=%d", acts[v - 1],
			v);
		post(path, body, 303);
	}
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM recall WHERE"
				     " close_reason = 'done'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM recall WHERE"
				     " due_on = '2027-11-30'"
				     " AND source = 'interval'"),
		1);
}

static void
a_recall_is_changed_and_stopped(void **state)
{
	long long id = made();

	(void)state;
	post(at(id, ""), "type=2&reason=Sugar&due=2027-03-01&every=6&version=1",
		303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'recall'"
				     " AND closed_at IS NULL"),
		0);
	assert_has(post(at(id, ""),
			   "type=2&reason=Salt&due=2027-03-01&every=6"
			   "&version=1",
			   409),
		"changed this recall meanwhile");
	post(at(id, "/stop"), "reason=&note=&version=2", 422);
	post(at(id, "/stop"), "reason=moved&note=&version=1", 409);
	post(at(id, "/stop"), "reason=moved&note=To+Ohio&version=2", 303);
	assert_has(get("/recalls?show=ended", 200), "moved away");
	assert_lacks(get(at(id, ""), 200), "Record a try");
}

/* No visit ends without a next step, or a word why there is none. */
static void
cancelling_asks_what_is_next(void **state)
{
	(void)state;
	assert_has(post("/appointments/41/cancel",
			   "by=clinic&reason=room&note=&version=1", 422),
		"Say what happens next");
	assert_has(post("/appointments/41/cancel",
			   "by=clinic&reason=room&note=&version=1&next=none"
			   "&why=",
			   422),
		"Say why nothing needs to follow");
	assert_has(post("/appointments/41/cancel",
			   "by=clinic&reason=room&note=&version=1"
			   "&next=recall&on=",
			   422),
		"Choose a day to come");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
				     " id = 41 AND status = 'booked'"),
		1);
	post("/appointments/41/cancel",
		"by=clinic&reason=room&note=&version=1&next=recall"
		"&on=2027-02-01",
		303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM recall WHERE from_id = 41"
			    " AND source = 'cancelled'"
			    " AND due_on = '2027-02-01'"),
		1);
	post("/appointments/42/cancel",
		"by=clinic&reason=room&note=&version=1&next=none"
		"&why=Seen+by+the+hospital",
		303);
	assert_has(get("/appointments/42", 200), "Seen by the hospital");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " kind = 'visit_cancelled'"
				     " AND closed_at IS NULL"),
		0);
}

static void
a_missed_visit_is_excused_once(void **state)
{
	(void)state;
	get("/appointments/41/excuse", 409);
	tweb_now(w, "2026-11-30T14:14:00Z"); /* 9:14, a minute early */
	tweb_sign_in(w, "fred");
	post("/appointments/41/status", "act=no-show&version=1", 409);
	tweb_now(w, "2026-11-30T14:15:00Z");
	post("/appointments/41/status", "act=no-show&version=1", 303);
	assert_has(get("/appointments/41", 200), "/appointments/41/excuse");
	post("/appointments/41/excuse", "reason=&note=", 422);
	post("/appointments/41/excuse", "reason=admission&note=Heart", 303);
	assert_has(get("/appointments/41", 200),
		"Excused. Was in hospital: Heart.");
	post("/appointments/41/excuse", "reason=weather&note=", 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_excuse WHERE"
				     " reason = 'admission'"),
		1);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_recall_is_made_and_has_a_loop),
		T(a_far_one_waits_for_its_day),
		T(tries_are_days_apart),
		T(its_visit_closes_it),
		T(a_recall_is_changed_and_stopped),
		T(cancelling_asks_what_is_next),
		T(a_missed_visit_is_excused_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
