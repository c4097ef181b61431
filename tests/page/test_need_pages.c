/* The readiness list, the warnings before booking, the worklist, the packet,
 * authorizations: tests/RULES.md, "Needs of a visit". It is Monday 23
 * November 2026, 10:00 in New York; visit 43 is Rosa's on Wednesday. */
#include "base/arena.h"
#include "db/db.h"
#include "lib/staff.h"
#include "lib/test.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("needs.sql", "nora");
}

static void
the_visit_says_what_is_missing(void **state)
{
	const char *b = get("/appointments/43", 200);

	(void)state;
	assert_has(b, "2 missing");
	assert_has(b, "Next: Book an interpreter");
	assert_has(b, "Form: Intake &lt;b&gt;");
	assert_lacks(b, "anary");
	post("/appointments/43/needs/61/state", "version=1&state=requested",
		303);
	b = get("/appointments/43", 200);
	assert_has(b, "Mark confirmed");
	/* The same button twice: it was changed meanwhile. */
	post("/appointments/43/needs/61/state", "version=1&state=confirmed",
		409);
	/* Another visit's need is no need of this one. */
	get("/appointments/43/needs/91", 404);
	post("/appointments/43/needs/91/state", "version=1&state=confirmed",
		404);
}

static void
a_need_is_set_with_its_details(void **state)
{
	const char *b = get("/appointments/43/needs/61", 200);

	(void)state;
	assert_has(b, "The interpreter should be");
	b = post("/appointments/43/needs/61",
		"version=1&state=not_needed&vendor=Lingua", 422);
	assert_has(b, "Say why it is not needed");
	assert_has(b, "Lingua");
	post("/appointments/43/needs/61",
		"version=1&state=confirmed&mode=video&sex=female"
		"&vendor=Lingua&reference=C-77",
		303);
	b = get("/appointments/43", 200);
	assert_has(b, "Interpreter, by video");
	assert_has(b, "a woman if possible; Lingua; number C-77");
	assert_has(b, "Nora Quist");
	b = get("/appointments/43/needs/61", 200);
	assert_has(b, "number C-77");
	post("/appointments/43/needs", "kind=other&what=", 422);
	post("/appointments/43/needs", "kind=other&what=Photo+of+wound", 303);
	post("/appointments/43/needs", "kind=other&what=Photo+of+wound", 422);
	assert_has(get("/appointments/43", 200), "Photo of wound");
}

/* Monday 30 November, 10:00 with Dr. Okafor. */
static void
the_check_before_booking_names_the_facts(void **state)
{
	const char *b = get(
		"/appointments/new?patient=7&type=2&slot=1.1.1796050800", 200);

	(void)state;
	assert_has(b, "Know before you book");
	assert_has(
		b, "Authorization 12345 ends 24 Nov 2026, before this visit.");
	assert_has(b, "Interpreter, Spanish: not arranged yet.");
	assert_has(b, "The visit can be booked all the same.");
	post("/appointments",
		"patient=7&type=2&slot=1.1.1796050800&mode=in_person", 303);
	/* The interpreter, the ride, the authorization. */
	assert_has(get("/appointments/43", 200),
		"Visit booked. 3 things are still to be seen to.");
	b = get("/appointments/43/move?slot=1.1.1796054400", 200);
	assert_has(b, "Authorization 12345 ends 24 Nov 2026");
}

static void
the_worklist_looks_three_business_days_ahead(void **state)
{
	const char *b = get("/readiness", 200);

	(void)state;
	assert_has(b, "Delgado, Rosa");
	assert_has(b, "1 visit until Fri 27 Nov has something missing");
	assert_lacks(b, "anary");
	b = get("/readiness?site=2&days=10", 200);
	assert_has(b, "Every visit is ready.");
	assert_has(get("/today", 200), "1 visit is");
	b = get("/calendar?date=2026-11-25&view=list", 200);
	assert_has(b, "2 missing");
	assert_has(get("/calendar?date=2026-11-25", 200), "2 missing");
	assert_has(get("/patients/7/appointments", 200), "2 missing");
}

static void
authorizations_are_kept_in_the_chart(void **state)
{
	const char *b = get("/patients/7/insurance", 200);

	(void)state;
	assert_has(b, "12345");
	assert_has(b, "0 of 12 used, 12 left");
	assert_has(b, "href=\"/patients/7/authorizations/51\"");
	get("/patients/7/authorizations/new", 200);
	b = post("/patients/7/authorizations", "status=approved&type=2", 422);
	assert_has(b, "Enter the payer");
	b = post("/patients/7/authorizations", "status=pending", 422);
	assert_has(b, "Say what it is for");
	post("/patients/7/authorizations", "status=pending&type=9&service=x",
		422);
	post("/patients/7/authorizations",
		"status=pending&coverage=9&service=x", 422);
	post("/patients/7/authorizations",
		"status=approved&type=2&number=777&units=8&from=2026-11-25",
		303);
	assert_has(get("/patients/7/insurance", 200), "1 of 8 used, 7 left");
	get("/patients/7/authorizations/59", 404);
	get("/patients/7/authorizations/51", 200);
	post("/patients/7/authorizations/51",
		"version=1&status=denied&type=2&number=12345", 303);
	post("/patients/7/authorizations/51",
		"version=1&status=pending&type=2&number=12345", 409);
	post("/patients/7/referrals-in", "from_whom=", 422);
	post("/patients/7/referrals-in", "from_whom=Dr.+Cole&visits=3", 303);
	assert_has(get("/patients/7/insurance", 200), "Dr. Cole");
	get("/patients/7/referrals-in/1", 200);
}

static void
a_patient_says_what_they_need(void **state)
{
	const char *b = get("/patients/7/details", 200);

	(void)state;
	assert_has(b, "Medicaid ride (NEMT)");
	get("/patients/7/needs", 200);
	post("/patients/7/needs",
		"version=1&transport=taxi&wheelchair=1&mobility=Lift+table",
		303);
	b = get("/patients/7/details", 200);
	assert_has(b, "Taxi, wheelchair");
	assert_has(b, "Lift table");
	post("/patients/7/needs", "version=1&transport=", 409);
	post("/patients/10/needs", "version=0&transport=van", 303);
}

static void
a_type_says_what_its_visits_need(void **state)
{
	(void)state;
	tweb_sign_in(w, "sue");
	assert_has(get("/admin/visit-types/2", 200), "Intake");
	post("/admin/visit-types/3",
		"name=Care-plan+review&minutes=30&before=0&after=0&room=none"
		"&mode=phone&who=any&notice=0&horizon=365&cancel=0&version=1"
		"&needs_referral=1&forms=Plan",
		303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM visit_type_need"
				     " WHERE visit_type_id = 3 AND referral = 1"
				     "   AND forms = 'Plan'"),
		1);
}

static void
the_packet_says_what_there_is_not(void **state)
{
	const char *b = get("/appointments/43/packet", 200);
	int few;

	(void)state;
	assert_has(b, "Delgado, Rosa");
	assert_has(b, "No earlier visit and no plan on file.");
	assert_has(b, "No active medication on file.");
	assert_has(b, "Blue Shield PPO, member XEA44719920");
	assert_has(b, "Form: Intake &lt;b&gt;");
	b = get("/calendar/packets?date=2026-11-25&provider=1", 200);
	assert_has(b, "Delgado, Rosa");
	b = get("/calendar/packets?date=2026-11-24&provider=1", 200);
	assert_has(b, "No visits on this day.");
	assert_has(get("/calendar/packets", 200), "Choose whose packets");
	/* The same statements whatever there is to say. */
	db_statements(tweb_db(w));
	get("/appointments/43/packet", 200);
	few = db_statements(tweb_db(w));
	for (int i = 0; i < 5; i++) {
		post("/appointments/43/needs",
			arena_printf(
				tweb_arena(w), "kind=other&what=Thing+%d", i),
			303);
		post("/patients/7/referrals-in", "from_whom=Dr.+Cole", 303);
	}
	get("/appointments/43/packet", 200); /* tells what was done */
	db_statements(tweb_db(w));
	get("/appointments/43/packet", 200);
	assert_int_equal(db_statements(tweb_db(w)), few);
	tweb_sign_in(w, "bill"); /* a biller reads no record */
	get("/appointments/43/packet", 403);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(the_visit_says_what_is_missing),
		CASE(a_need_is_set_with_its_details),
		CASE(the_check_before_booking_names_the_facts),
		CASE(the_worklist_looks_three_business_days_ahead),
		CASE(authorizations_are_kept_in_the_chart),
		CASE(a_patient_says_what_they_need),
		CASE(a_type_says_what_its_visits_need),
		CASE(the_packet_says_what_there_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
