/* Visits in order and what is done before them, on the pages: tests/RULES.md,
 * "Linked visits", "Before the visit". It is Monday 23 November 2026, 10:00
 * in New York. */
#include <string.h>

#include "base/arena.h"
#include "lib/staff.h"
#include "lib/test.h"

/* Plan 5: a review by phone, and a follow-up one to seven days later. */
static int
set_up(void **state)
{
	(void)state;
	return staff_open("sequence.sql", "nora");
}

static const char *
keep(const char *s)
{
	return arena_strdup(tweb_arena(w), s);
}

static const char *
under(const char *visit, const char *rest)
{
	return arena_printf(tweb_arena(w), "%s%s", visit, rest);
}

/* Mon 30 Nov 10:00 by phone with Dr. Herrera (2), Tue 1 Dec 10:00 with Dr.
 * Okafor (1). */
#define MON "1796050800"
#define TUE "1796137200"
#define TIMES "2.1." MON "_1.1." TUE
#define BOOKED "SELECT count(*) FROM appointment WHERE status = 'booked'"

static const char *
book(void)
{
	return keep(post("/patients/10/sequences",
		"plan=5&option=" TIMES "&reason=Pain", 303));
}

static void
all_are_booked_or_none(void **state)
{
	long long before = tweb_sql(w, BOOKED);
	const char *b, *v;

	(void)state;
	assert_has(get("/appointments/new?patient=10", 200),
		"/patients/10/sequences");
	assert_has(get("/patients/10/sequences", 200), "Work-up &lt;b&gt;");
	b = get("/patients/10/sequences?plan=5&earliest=2026-11-30", 200);
	assert_has(b, "1 to 7 days after");
	assert_has(b, "value=\"2.1."
		      "1796047200"
		      "_1.1."
		      "1796130000"
		      "\"");
	v = book();
	assert_int_equal(tweb_sql(w, BOOKED), before + 2);
	b = get(v, 200);
	assert_has(b, "Linked visits: Work-up &lt;b&gt;");
	assert_has(b, "Tue 1 Dec 10:00");
	/* The second time is gone: nothing is booked, others are offered. */
	b = post("/patients/11/sequences",
		"plan=5&option=2.1.1796052600_1.1." TUE "&reason=Cough", 409);
	assert_has(b, "Nothing was booked");
	assert_has(b, "Cough");
	assert_has(b, "name=\"option\"");
	assert_int_equal(tweb_sql(w, BOOKED), before + 2);
	/* Nor do times that keep no gap go in: the same day. */
	b = post("/patients/11/sequences",
		"plan=5&option=2.1.1796052600_1.1.1796059800", 409);
	assert_has(b, "do not keep the gaps");
	post("/patients/11/sequences", "plan=5&option=2.1.1796052600", 422);
	post("/patients/11/sequences", "plan=9&option=" TIMES, 422);
	assert_int_equal(tweb_sql(w, BOOKED), before + 2);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_sequence"), 1);
}

static void
one_moves_within_its_gaps_and_all_move_together(void **state)
{
	const char *v = book(), *b;

	(void)state;
	b = get(under(v, "/move"), 200);
	assert_has(b, "keep the gaps");
	/* To the day of the other one: refused, and said why. */
	b = post(under(v, "/move"), "version=1&slot=1.1.1796130000", 409);
	assert_has(b, "would not hold");
	/* An hour later it keeps the gap. */
	v = keep(post(under(v, "/move"), "version=1&slot=2.1.1796054400", 303));
	assert_has(get(v, 200), "Linked visits");
	b = get(under(v, "/sequence"), 200);
	assert_has(b, "Move them all");
	/* A week later, both. */
	v = keep(post(under(v, "/sequence"),
		"option=2.1.1796655600_1.1.1796742000", 303));
	b = get(v, 200);
	assert_has(b, "Mon 7 Dec 10:00");
	assert_has(b, "Tue 8 Dec 10:00");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM"
				     " visit_sequence_step s JOIN appointment v"
				     " ON v.id = s.appointment_id"
				     " WHERE v.status = 'booked'"),
		2);
	b = post(under(v, "/sequence"), "option=2.1.1796655600_1.1.1796655600",
		409);
	assert_has(b, "Nothing was moved");
	get("/appointments/77/sequence", 303);
	post("/appointments/77/sequence", "option=" TIMES, 404);
}

/* The first goes to where the second still is: the second goes first. */
static void
into_the_time_of_another_one(void **state)
{
	const char *v = book();

	(void)state;
	v = keep(post(under(v, "/sequence"),
		"option=2.2." TUE "_1.1.1796223600", 303));
	assert_has(get(v, 200), "Wed 2 Dec 10:00");
	/* And back. */
	v = keep(post(under(v, "/sequence"), "option=" TIMES, 303));
	assert_has(get(v, 200), "Tue 1 Dec 10:00");
}

#define LOOP                                                                   \
	"SELECT count(*) FROM work_item WHERE kind = 'sequence'"               \
	" AND closed_at IS NULL"

static void
a_missing_step_leaves_a_loop_until_it_is_booked_again(void **state)
{
	const char *v = book(), *b;

	(void)state;
	assert_has(get(under(v, "/cancel"), 200), "What becomes of the other");
	b = post(under(v, "/cancel"),
		"version=1&by=clinic&reason=provider-away&next=rebook", 422);
	assert_has(b, "Say what becomes of the other visits");
	post(under(v, "/cancel"),
		"version=1&by=clinic&reason=provider-away&next=rebook"
		"&others=keep",
		303);
	assert_int_equal(tweb_sql(w, LOOP), 1);
	assert_has(get(v, 200), "Missing: book it again");
	post("/appointments",
		arena_printf(tweb_arena(w),
			"patient=10&type=3&slot=2.1.1796052600&again=%s",
			strrchr(v, '/') + 1),
		303);
	assert_int_equal(tweb_sql(w, LOOP), 0);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM"
				     " visit_sequence_step s JOIN appointment v"
				     " ON v.id = s.appointment_id"
				     " WHERE v.status = 'booked'"),
		2);
}

static void
the_others_can_go_with_it(void **state)
{
	long long before = tweb_sql(w, BOOKED);
	const char *v = book();

	(void)state;
	post(under(v, "/cancel"),
		"version=1&by=patient&reason=better&next=none"
		"&why=Feels+well&others=cancel",
		303);
	assert_int_equal(tweb_sql(w, BOOKED), before);
	assert_int_equal(tweb_sql(w, LOOP), 0);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE kind = 'visit_cancelled'"
				     " AND closed_at IS NULL"),
		0);
}

static void
the_steps_before_a_visit_are_shown_ticked_and_printed(void **state)
{
	const char *v = book(), *b;

	(void)state;
	v = arena_printf(tweb_arena(w), "/appointments/%lld",
		tweb_sql(w, "SELECT max(id) FROM appointment"));
	b = get(v, 200);
	assert_has(b, "Before the visit");
	assert_has(b, "from Tue 1 Dec 02:00");
	assert_has(b, "Send the form &lt;b&gt;");
	assert_has(b, "by Sun 29 Nov");
	b = get(under(v, "/leaflet"), 200);
	assert_has(b, "Do not eat or drink after Tuesday, December 1 at "
		      "2:00 am.");
	assert_has(b, "Envíe");
	/* Due on Sunday: not within three business days of Monday. */
	assert_lacks(get("/readiness", 200), "Send the form");
	tweb_now(w, "2026-11-25T15:00:00Z");
	tweb_sign_in(w, "nora");
	assert_has(get("/readiness", 200), "Send the form &lt;b&gt;");
	assert_has(get("/patients/10/appointments", 200), "1 missing");
	b = get("/calendar?date=2026-12-01", 200);
	assert_has(b, "1 missing");
	b = arena_printf(tweb_arena(w), "%s/preparation/%lld", v,
		tweb_sql(w, "SELECT id FROM visit_prep WHERE kind = 'form'"));
	post(b, "version=1&done=1", 303);
	assert_lacks(get("/readiness", 200), "Send the form");
	assert_has(get("/patients/10/appointments", 200), "Ready");
	assert_has(get(v, 200), "Nora Quist");
	post(b, "version=1&done=0", 409);
	post(b, "version=2&done=0", 303);
	assert_has(get("/readiness", 200), "Send the form");
	/* Nobody ticks that somebody has not eaten. */
	post(arena_printf(tweb_arena(w), "%s/preparation/%lld", v,
		     tweb_sql(w, "SELECT id FROM visit_prep"
				 " WHERE kind = 'fasting'")),
		"version=1&done=1", 404);
}

static void
the_steps_move_with_the_visit(void **state)
{
	const char *v;

	(void)state;
	v = keep(post("/appointments",
		"patient=10&type=2&slot=1.1." TUE "&mode=in_person", 303));
	post(arena_printf(tweb_arena(w), "%s/preparation/%lld", v,
		     tweb_sql(w, "SELECT id FROM visit_prep"
				 " WHERE kind = 'form'")),
		"version=1&done=1", 303);
	tweb_sign_in(w, "fred");
	v = keep(post(under(v, "/move"), "version=1&slot=1.1.1796742000", 303));
	assert_has(get(v, 200), "from Tue 8 Dec 02:00");
	/* Still by whom it was ticked. */
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_prep"
				     " WHERE kind = 'form' AND done_by = 1"),
		2);
}

static void
plans_and_steps_are_set_up(void **state)
{
	const char *b;

	(void)state;
	tweb_sign_in(w, "ada");
	assert_has(get("/admin", 200), "/admin/sequences");
	b = get("/admin/sequences", 200);
	assert_has(b, "Work-up &lt;b&gt;");
	assert_has(b, "1 to 7 days after");
	get("/admin/sequences/new", 200);
	b = post("/admin/sequences",
		"name=Heart&type1=3&type2=2&low2=5&high2=2&unit2=day", 422);
	assert_has(b, "At most cannot be less");
	b = post("/admin/sequences", "name=Work-up+%3Cb%3E&type1=3&type2=2",
		422);
	post("/admin/sequences", "name=Heart&type1=3&type2=9", 422);
	post("/admin/sequences",
		"name=Heart&type1=3&type2=2&low2=0&high2=60&unit2=minute"
		"&needed1=1",
		303);
	assert_has(get("/admin/sequences", 200), "Within 60 minutes");
	assert_has(get("/admin/sequences/5", 200), "value=\"7\"");
	b = "name=Work-up&type1=3&type2=2&low2=2&high2=9&unit2=day"
	    "&state=inactive&version=1";
	post("/admin/sequences/5", b, 303);
	assert_has(post("/admin/sequences/5", b, 409), "Somebody else saved");
	b = get("/admin/visit-types/2/preparation", 200);
	assert_has(b, "8 hours before");
	get("/admin/visit-types/2/preparation/new", 200);
	b = post("/admin/visit-types/2/preparation",
		"kind=form&lead=1&unit=day", 422);
	assert_has(b, "Enter what the patient is to do");
	b = post("/admin/visit-types/2/preparation",
		"kind=fasting&lead=1&unit=day", 422);
	assert_has(b, "Fasting is counted in hours");
	post("/admin/visit-types/2/preparation",
		"kind=bring&lead=0&unit=day&words=Your+cuff", 303);
	assert_has(get("/admin/visit-types/2/preparation", 200), "Your cuff");
	/* Not another type's step. */
	get("/admin/visit-types/1/preparation/4", 404);
	b = "kind=form&lead=3&unit=day&words=Send+it&state=inactive&version=1";
	post("/admin/visit-types/2/preparation/4", b, 303);
	post("/admin/visit-types/2/preparation/4", b, 409);
	/* Retired: neither is offered nor planned. */
	tweb_sign_in(w, "nora");
	assert_lacks(get("/patients/10/sequences", 200), "Work-up");
	post("/patients/10/sequences", "plan=5&option=" TIMES, 409);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(all_are_booked_or_none),
		CASE(one_moves_within_its_gaps_and_all_move_together),
		CASE(into_the_time_of_another_one),
		CASE(a_missing_step_leaves_a_loop_until_it_is_booked_again),
		CASE(the_others_can_go_with_it),
		CASE(the_steps_before_a_visit_are_shown_ticked_and_printed),
		CASE(the_steps_move_with_the_visit),
		CASE(plans_and_steps_are_set_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
