/* Calendar feeds: made and stopped by who owns them, read without a
 * session, telling no more than they must. tests/RULES.md, "Calendar
 * feeds". It is Monday 23 November 2026, 10:00 in New York. */
#include <stdio.h>
#include <string.h>

#include "api/api.h"
#include "base/token.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "staff/pages.h"
#include "web/gate.h"

/* As long as a token is. */
#define ROSA "rosaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define OKAFOR "okaforrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr"
#define INITIALS "initialssssssssssssssssssssssssssssssssssss"

static void
add_feed(struct tweb *w, const char *token, int provider, int patient,
	const char *names)
{
	char hash[TOKEN_HASH_SIZE];
	struct db *db = tweb_db(w);
	struct db_stmt *q;

	token_hash(token, hash);
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	q = db_prep(db,
		"INSERT INTO calendar_feed (clinic_id, provider_id,"
		" patient_id, names, language, token_hash, created_at)"
		" VALUES (1, :provider, :patient, :names, 'en', :hash, 1)");
	db_bind_id(q, ":provider", provider);
	db_bind_id(q, ":patient", patient);
	db_bind_text(q, ":names", names);
	db_bind_text(q, ":hash", hash);
	assert_int_equal(db_exec(q), 1);
	assert_int_equal(db_commit(db), 0);
}

static struct tweb *
open_api(void)
{
	struct tweb *w = tweb_open(api_pages, &api_gate, "portal.sql");

	add_feed(w, ROSA, 0, 7, "none");
	add_feed(w, OKAFOR, 1, 0, "none");
	return w;
}

static const char *
read_feed(struct tweb *w, const char *token)
{
	char path[80];
	const struct reply *r;

	snprintf(path, sizeof(path), "/ics/%s.ics", token);
	r = tweb_get(w, path);
	assert_int_equal(r->status, 200);
	assert_string_equal(r->type, "text/calendar; charset=utf-8");
	return r->body;
}

static int
status_of(struct tweb *w, const char *path)
{
	return tweb_get(w, path)->status;
}

static void
a_patients_feed_says_when_and_where_only(void **state)
{
	struct tweb *w = open_api();
	const char *b = read_feed(w, ROSA);

	(void)state;
	assert_has(b, "SUMMARY:Visit at Riverside Family Clinic\r\n");
	assert_has(b, "UID:visit-31@");
	assert_has(b, "DTSTART;TZID=America/New_York:20261201T103000\r\n");
	/* The other visit is an hour west. */
	assert_has(b, "DTSTART;TZID=America/Chicago:20261202T093000\r\n");
	assert_has(b, "TZID:America/New_York\r\n");
	assert_has(b, "TZID:America/Chicago\r\n");
	assert_has(b, "X-WR-CALNAME:Visits at Riverside Family Clinic\r\n");
	assert_has(b, "REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n");
	assert_has(b, "CLASS:PRIVATE\r\n");
	/* Neither who, nor with whom, nor what for, nor anybody else's. */
	assert_lacks(b, "Rosa");
	assert_lacks(b, "Delgado");
	assert_lacks(b, "Okafor");
	assert_lacks(b, "Follow");
	assert_lacks(b, "visit-35@");
	assert_lacks(b, "visit-39@");
	/* Long past is not read on and on. */
	assert_lacks(b, "visit-33@");
	tweb_close(w);
}

static void
a_cancelled_visit_stays_a_month(void **state)
{
	struct tweb *w = open_api();

	(void)state;
	assert_has(read_feed(w, ROSA), "UID:visit-34@");
	assert_has(read_feed(w, ROSA), "STATUS:CANCELLED\r\n");
	tweb_now(w, "2026-12-29T15:00:00Z");
	assert_lacks(read_feed(w, ROSA), "UID:visit-34@");
	tweb_close(w);
}

static void
a_move_keeps_the_uid_and_raises_the_sequence(void **state)
{
	struct tweb *w = open_api();
	const char *b = read_feed(w, ROSA);

	(void)state;
	assert_has(b, "UID:visit-31@portal.test\r\n");
	assert_has(b, "SEQUENCE:0\r\n");
	assert_lacks(b, "SEQUENCE:2\r\n");
	tweb_sql(w, "INSERT INTO appointment (id, clinic_id, patient_id,"
		    " provider_id, site_id, start_at, end_at, busy_start_at,"
		    " busy_end_at, status, source, overbooked,"
		    " overbook_reason, replaces_id, created_at, updated_at)"
		    " VALUES (131, 1, 7, 1, 1, 1796229000, 1796230200,"
		    " 1796229000, 1796230200, 'booked', 'staff', 1, 'test',"
		    " 31, 1, 1) RETURNING id");
	tweb_sql(w, "UPDATE appointment SET status = 'cancelled',"
		    " cancelled_at = 1795446000, replaced_by_id = 131,"
		    " version = 2 WHERE id = 31 RETURNING id");
	b = read_feed(w, ROSA);
	assert_has(b, "UID:visit-31@portal.test\r\n");
	assert_has(b, "SEQUENCE:2\r\n");
	assert_has(b, "20261202T113000\r\n");
	/* Once: the old time is gone. */
	assert_lacks(b, "20261201T103000");
	assert_lacks(b, "visit-131@");
	tweb_close(w);
}

static void
a_providers_feed_names_nobody_unless_asked(void **state)
{
	struct tweb *w = open_api();
	const char *b = read_feed(w, OKAFOR);

	(void)state;
	assert_has(b, "SUMMARY:Visit\r\n");
	assert_has(b, "LOCATION:Main Street\r\n");
	assert_has(b, "/appointments/31\r\n");
	assert_lacks(b, "Delgado");
	assert_lacks(b, "R.D.");
	assert_lacks(b, "visit-32@"); /* Dr. Herrera's */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_patient"), 0);
	tweb_sql(w, "UPDATE calendar_feed SET names = 'initials'"
		    " WHERE provider_id = 1 RETURNING id");
	b = read_feed(w, OKAFOR);
	assert_has(b, "SUMMARY:Visit\\, R.D.\r\n");
	assert_lacks(b, "Delgado");
	/* Who was shown is written down. */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_patient"
				     " WHERE patient_id = 7"),
		1);
	assert_true(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				" WHERE event = 'feed.read'") >= 2);
	tweb_close(w);
}

static void
the_same_is_not_sent_twice(void **state)
{
	struct tweb *w = open_api();
	const struct reply *r;
	char tag[64];

	(void)state;
	r = tweb_get(w, "/ics/" ROSA ".ics");
	snprintf(tag, sizeof(tag), "W/%s", tweb_header(r, "ETag"));
	tweb_known(w, tag);
	r = tweb_get(w, "/ics/" ROSA ".ics");
	assert_int_equal(r->status, 304);
	assert_int_equal(r->body_len, 0);
	/* An hour later still; after a change it is sent. */
	tweb_now(w, "2026-11-23T16:00:00Z");
	assert_int_equal(status_of(w, "/ics/" ROSA ".ics"), 304);
	tweb_sql(w, "UPDATE appointment SET version = 2 WHERE id = 31"
		    " RETURNING id");
	assert_int_equal(status_of(w, "/ics/" ROSA ".ics"), 200);
	assert_true(tweb_sql(w, "SELECT used_at FROM calendar_feed"
				" WHERE patient_id = 7") > 1);
	tweb_close(w);
}

static void
a_link_that_is_no_more_opens_nothing(void **state)
{
	struct tweb *w = open_api();

	(void)state;
	assert_int_equal(status_of(w, "/ics/x.ics"), 404);
	assert_int_equal(status_of(w, "/ics/" ROSA), 404);
	assert_int_equal(status_of(w, "/ics/" INITIALS ".ics"), 404);
	tweb_sql(w, "UPDATE app_user SET disabled_at = 5 WHERE id = 4"
		    " RETURNING id");
	assert_int_equal(status_of(w, "/ics/" OKAFOR ".ics"), 404);
	tweb_sql(w, "UPDATE portal_account SET disabled_at = 5"
		    " WHERE patient_id = 7 RETURNING id");
	assert_int_equal(status_of(w, "/ics/" ROSA ".ics"), 404);
	tweb_sql(w, "UPDATE portal_account SET disabled_at = NULL"
		    " WHERE patient_id = 7 RETURNING id");
	assert_int_equal(status_of(w, "/ics/" ROSA ".ics"), 200);
	tweb_sql(w, "UPDATE calendar_feed SET revoked_at = 5"
		    " WHERE patient_id = 7 RETURNING id");
	assert_int_equal(status_of(w, "/ics/" ROSA ".ics"), 404);
	tweb_close(w);
}

static void
a_patient_makes_and_stops_it(void **state)
{
	struct tweb *w = tweb_open(portal_pages, &portal_gate, "portal.sql");
	const struct reply *r;

	(void)state;
	tweb_sign_in(w, "rosa@example.com");
	assert_has(tweb_get(w, "/portal/me")->body, "/portal/me/calendar");
	assert_has(tweb_get(w, "/portal/me/calendar")->body, "Make a link");
	r = tweb_post(w, "/portal/me/calendar", "");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "/ics/");
	assert_has(tweb_get(w, "/portal/me/calendar")->body,
		"Your link is in use");
	/* A new one stops the old one. */
	tweb_post(w, "/portal/me/calendar", "");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM calendar_feed"
				     " WHERE patient_id = 7"
				     "   AND revoked_at IS NULL"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM calendar_feed"), 2);
	assert_int_equal(
		tweb_post(w, "/portal/me/calendar/stop", "")->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM calendar_feed"
				     " WHERE revoked_at IS NULL"),
		0);
	tweb_close(w);
}

static void
a_visits_file_updates_and_cancels(void **state)
{
	struct tweb *w = tweb_open(portal_pages, &portal_gate, "portal.sql");
	const struct reply *r;

	(void)state;
	tweb_sql(w, "UPDATE patient SET email = 'rosa@example.com'"
		    " WHERE id = 7 RETURNING id");
	tweb_sign_in(w, "rosa@example.com");
	r = tweb_get(w, "/portal/visits/31/visit.ics");
	assert_string_equal(
		r->type, "text/calendar; charset=utf-8; method=REQUEST");
	assert_has(r->body, "METHOD:REQUEST\r\n");
	assert_has(r->body, "mailto:rosa@example.com");
	assert_has(r->body, "ORGANIZER;CN=Riverside Family Clinic:");
	assert_has(tweb_get(w, "/portal/visits/34")->body,
		"Take it off my calendar");
	r = tweb_get(w, "/portal/visits/34/visit.ics");
	assert_has(r->body, "METHOD:CANCEL\r\n");
	assert_has(r->body, "STATUS:CANCELLED\r\n");
	/* Nowhere to send to: a file to take home. */
	tweb_sql(w, "UPDATE patient SET email = '' WHERE id = 7"
		    " RETURNING id");
	r = tweb_get(w, "/portal/visits/31/visit.ics");
	assert_lacks(r->body, "METHOD");
	assert_lacks(r->body, "ATTENDEE");
	tweb_close(w);
}

static void
a_provider_makes_and_stops_it(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "schedule.sql");
	const struct reply *r;

	(void)state;
	tweb_sign_in(w, "fred"); /* no provider */
	assert_has(tweb_get(w, "/me/calendar")->body,
		"You are not set up as a provider.");
	assert_int_equal(
		tweb_post(w, "/me/calendar", "names=none")->status, 409);
	tweb_sign_in(w, "cleo"); /* Dr. Okafor's login */
	assert_has(tweb_get(w, "/me")->body, "/me/calendar");
	assert_int_equal(
		tweb_post(w, "/me/calendar", "names=all")->status, 422);
	r = tweb_post(w, "/me/calendar", "names=initials");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "/ics/");
	r = tweb_get(w, "/me/calendar");
	/* Patients' initials: 39 is the apostrophe. */
	assert_has(r->body, "Patients&#39; initials");
	tweb_post(w, "/me/calendar/stop", "");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM calendar_feed"
				     " WHERE revoked_at IS NOT NULL"),
		1);
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_patients_feed_says_when_and_where_only),
		cmocka_unit_test(a_cancelled_visit_stays_a_month),
		cmocka_unit_test(a_move_keeps_the_uid_and_raises_the_sequence),
		cmocka_unit_test(a_providers_feed_names_nobody_unless_asked),
		cmocka_unit_test(the_same_is_not_sent_twice),
		cmocka_unit_test(a_link_that_is_no_more_opens_nothing),
		cmocka_unit_test(a_patient_makes_and_stops_it),
		cmocka_unit_test(a_visits_file_updates_and_cancels),
		cmocka_unit_test(a_provider_makes_and_stops_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
