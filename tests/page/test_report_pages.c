/* The reports as they are shown and saved: tests/RULES.md, "Reports". It is
 * Monday 23 November 2026, 10:00 in New York; what there is to count stands
 * at the top of tests/data/reports.sql. */
#include <stdio.h>
#include <string.h>

#include "db/db.h"
#include "lib/staff.h"
#include "lib/test.h"

#define SEPTEMBER "from=2026-09-01&to=2026-09-30"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("reports.sql", "sue");
}

static const char *
file(const char *path)
{
	const struct reply *r = tweb_get(w, path);

	assert_int_equal(r->status, 200);
	assert_string_equal(r->type, "text/csv; charset=utf-8");
	assert_has(tweb_header(r, "Content-Disposition"), "attachment");
	return r->body;
}

static void
missed_and_late_are_of_those_that_count(void **state)
{
	const char *b = get("/reports/no-shows?by=provider&" SEPTEMBER, 200);

	(void)state;
	assert_has(b, "Dr. Amara Okafor");
	assert_has(b, "10.0%"); /* 2 of 20 */
	assert_has(b, "4.8%");	/* 1 of 21 */
	assert_has(b, "1 of 3");
	assert_has(b, "1 visit of the period is over");
	assert_lacks(b, "Canary");
	assert_lacks(b, "Whitfield");
	assert_string_equal(
		file("/reports/no-shows/csv?by=provider&" SEPTEMBER),
		"Provider,Came,No-shows,No-show rate,Late cancellations,"
		"Late-cancel rate,Excused,Left unseen,No outcome\r\n"
		"Dr. Amara Okafor,18,2,10.0,1,4.8,1,1,1\r\n"
		"Dr. Luis Herrera,2,1,,0,,0,0,0\r\n");
}

static void
who_has_died_missed_nothing(void **state)
{
	(void)state;
	assert_int_equal(tweb_sql(w, "UPDATE patient SET deceased_on ="
				     " '2026-10-01' WHERE id = 11"
				     " RETURNING id"),
		11);
	assert_has(file("/reports/no-shows/csv?by=site&" SEPTEMBER),
		"Lakeside,2,0,,0,,1,0,0\r\n");
}

static void
a_day_is_one_of_its_site(void **state)
{
	(void)state;
	assert_string_equal(file("/reports/lead-time/csv?by=weekday"
				 "&from=2026-10-31&to=2026-11-01"),
		"Weekday,Visits,Half within,Nine in ten within\r\n"
		"Saturday,1,2,2\r\nSunday,2,2,2\r\n");
	/* The second hour of that Sunday is there twice. */
	assert_has(file("/reports/lead-time/csv?by=site"
			"&from=2026-11-01&to=2026-11-01"),
		"Lakeside,1,2,2\r\nMain Street,1,2,2\r\n");
	assert_string_equal(file("/reports/lead-time/csv?by=week"
				 "&from=2026-10-31&to=2026-11-01"),
		"Week,Visits,Half within,Nine in ten within\r\n"
		"Week of 26 Oct 2026,3,2,2\r\n");
}

static void
waits_are_told_by_their_middle(void **state)
{
	(void)state;
	assert_string_equal(file("/reports/lead-time/csv?by=type&" SEPTEMBER),
		"Visit type,Visits,Half within,Nine in ten within\r\n"
		"Care-plan review,3,7,30\r\nFollow-up,22,2,2\r\n");
	assert_has(
		get("/reports/lead-time?by=type&" SEPTEMBER, 200), "30 days");
}

static void
time_taken_is_of_time_offered(void **state)
{
	(void)state;
	assert_string_equal(
		file("/reports/utilisation/csv?by=provider&" SEPTEMBER),
		"Provider,Offered,Taken,Seen,Taken of offered,Seen of"
		" offered\r\n"
		"Dr. Amara Okafor,97.00,7.33,6.00,7.6,6.2\r\n"
		"Dr. Luis Herrera,72.00,1.00,0.50,1.4,0.7\r\n");
	assert_has(file("/reports/utilisation/csv?by=site&" SEPTEMBER),
		"Lakeside,40.00,1.00,0.50,2.5,1.3\r\n");
	/* Leave takes away, and what is closed. */
	assert_true(
		tweb_sql(w, "INSERT INTO provider_exception (clinic_id,"
			    " provider_id, day_on, kind) VALUES"
			    " (1, 2, '2026-09-08', 'leave') RETURNING id") > 0);
	assert_true(
		tweb_sql(w, "INSERT INTO closure (clinic_id, site_id,"
			    " day_on, name) VALUES"
			    " (1, 2, '2026-09-15', 'Storm') RETURNING id") > 0);
	assert_has(file("/reports/utilisation/csv?by=site&" SEPTEMBER),
		"Lakeside,24.00,1.00");
	/* A type is told its part of all there was. */
	assert_has(file("/reports/utilisation/csv?by=type&" SEPTEMBER),
		"Care-plan review,153.00,1.00,0.50,0.7");
}

static void
reasons_leave_out_what_was_moved(void **state)
{
	const char *b = get("/reports/cancellations?by=site&" SEPTEMBER, 200);

	(void)state;
	assert_has(b, "No way to get here (patient)");
	assert_has(b, "Room or equipment not available (clinic)");
	assert_lacks(b, "Other reason");
	assert_string_equal(
		file("/reports/cancellations/csv?by=weekday&" SEPTEMBER),
		"Weekday,Cancelled by,Reason,Visits\r\n"
		"Tuesday,patient,No way to get here,1\r\n"
		"Wednesday,patient,The time does not suit,1\r\n"
		"Thursday,clinic,Room or equipment not available,1\r\n");
}

static void
the_third_free_time_is_found(void **state)
{
	const char *b;

	(void)state;
	/* Dr. Okafor is in on this Monday until 17:00, Dr. Herrera too. */
	b = get("/reports/third-next?by=provider&type=2", 200);
	assert_has(b, "Same day");
	assert_string_equal(file("/reports/third-next/csv?by=weekday&type=2"),
		"Weekday,Third free time,Wait\r\n"
		"Monday,2026-11-23,0\r\nTuesday,2026-11-24,1\r\n"
		"Wednesday,2026-11-25,2\r\nThursday,,\r\nFriday,,\r\n"
		"Saturday,,\r\nSunday,,\r\n");
	assert_string_equal(file("/reports/third-next/csv?by=site&type=2"),
		"Site,Third free time,Wait\r\nLakeside,2026-11-24,1\r\n"
		"Main Street,2026-11-23,0\r\n");
	/* Weeks to come are all one: it is by weekday then. */
	assert_has(get("/reports/third-next?by=week", 200), "Weekday");
	assert_has(get("/reports/third-next?by=type", 200), "New patient");
}

static void
a_formula_is_text_in_a_file(void **state)
{
	(void)state;
	assert_int_equal(tweb_sql(w, "UPDATE provider SET name ="
				     " '=HYPERLINK(\"x\"), MD' WHERE id = 1"
				     " RETURNING id"),
		1);
	assert_has(file("/reports/no-shows/csv?by=provider&" SEPTEMBER),
		"\"'=HYPERLINK(\"\"x\"\"), MD\",18,2");
}

static void
odd_periods_are_said(void **state)
{
	const char *b;

	(void)state;
	b = get("/reports/no-shows?from=2026-05-02&to=2026-05-01", 200);
	assert_has(b, "The first day is after the last one.");
	assert_has(b, "2026-11-22");
	assert_has(get("/reports?from=2020-05-02&to=2026-05-01", 200),
		"Choose at most a year.");
	assert_has(get("/reports/no-shows?from=2026-02-30&to=2026-05-01", 200),
		"That is no day of the calendar.");
	get("/reports/no-shows?from=9999-12-01&to=9999-12-31", 200);
	get("/reports/utilisation?by=week&from=0001-01-01&to=0001-02-01", 200);
	get("/reports/no-shows/csv?from=2026-05-02&to=2026-05-01", 422);
	assert_has(get("/reports/no-shows?from=2019-05-01&to=2019-06-01", 200),
		"Nothing to count in this period");
	assert_has(get("/reports?from=2019-05-01&to=2019-06-01", 200),
		"Nothing to count in this period.");
	get("/reports/nothing", 404);
	get("/reports/nothing/csv", 404);
}

static void
a_clinic_without_anything_has_its_pages(void **state)
{
	(void)state;
	tweb_sign_in(w, "carl");
	assert_lacks(
		get("/reports?from=2026-08-01&to=2026-08-31", 200), "Okafor");
	assert_has(get("/reports/utilisation?by=provider&" SEPTEMBER, 200),
		"Dr. Canary");
	assert_lacks(
		get("/reports/no-shows?by=provider&" SEPTEMBER, 200), "Okafor");
}

static void
each_look_and_file_is_in_the_log(void **state)
{
	(void)state;
	get("/reports/no-shows?by=site&" SEPTEMBER, 200);
	file("/reports/no-shows/csv?by=site&" SEPTEMBER);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM audit_event WHERE event ="
			    " 'report.view' AND detail LIKE"
			    " '%report=no-shows by=site from=2026-09-01%'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event WHERE"
				     " event = 'report.export'"),
		1);
	tweb_sign_in(w, "fred");
	get("/reports", 403);
	get("/reports/no-shows/csv", 403);
	assert_lacks(get("/calendar", 200), "href=\"/reports\"");
	tweb_sign_in(w, "ada");
	assert_has(get("/reports", 200), "href=\"/reports\"");
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(missed_and_late_are_of_those_that_count),
		T(who_has_died_missed_nothing),
		T(a_day_is_one_of_its_site),
		T(waits_are_told_by_their_middle),
		T(time_taken_is_of_time_offered),
		T(reasons_leave_out_what_was_moved),
		T(the_third_free_time_is_found),
		T(a_formula_is_text_in_a_file),
		T(odd_periods_are_said),
		T(a_clinic_without_anything_has_its_pages),
		T(each_look_and_file_is_in_the_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
