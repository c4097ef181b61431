/* Providers, their weeks and other days, rooms, visit types:
 * tests/RULES.md, "Free times". It is Monday 23 November 2026. */
#include <stdio.h>

#include "base/arena.h"
#include "lib/staff.h"
#include "lib/test.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("schedule.sql", "sue");
}

#define HOURS "&site=1&since=2026-11-23&until=&every=1"

static void
a_provider_is_added_with_a_week(void **state)
{
	const char *b = post("/admin/providers",
		"name=Nadia+Haddad,+NP&short_name=Nadia+Haddad&specialty="
		"&npi=123&languages=ar+en&user=",
		422);

	(void)state;
	assert_has(b, "Enter the ten digits of the NPI");
	post("/admin/providers",
		"name=Nadia&short_name=N&npi=&languages=&user=8", 422);
	b = post("/admin/providers",
		"name=Nadia+Haddad,+NP&short_name=Nadia+Haddad&specialty="
		"&npi=&languages=ar+en&user=",
		303);
	b = arena_strdup(tweb_arena(w), b);
	assert_has(get(b, 200), "No weekly hours.");
	post(arena_printf(tweb_arena(w), "%s/hours", b),
		"days=2&days=4&start=08:00&end=12:00" HOURS, 303);
	assert_has(get(b, 200), "Thursday");
	/* Twice the same hours is a mistake. */
	b = post(arena_printf(tweb_arena(w), "%s/hours", b),
		"days=4&start=11:00&end=13:00" HOURS, 422);
	assert_has(b, "There are hours at Main Street then already");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM provider_template"
				     " WHERE provider_id > 9"),
		2);
}

static void
impossible_hours_are_refused(void **state)
{
	const char *path = "/admin/providers/1/hours";

	(void)state;
	assert_has(post(path, "start=08:00&end=12:00" HOURS, 422),
		"Choose at least one day");
	assert_has(post(path, "days=5&start=12:00&end=11:00" HOURS, 422),
		"Enter a time after it begins");
	assert_has(post(path,
			   "days=5&start=08:00&end=11:00&site=9"
			   "&since=2026-11-23&until=&every=1",
			   422),
		"Choose a site");
	post(path,
		"days=5&start=08:00&end=11:00&site=1&since=2026-11-23"
		"&until=2026-11-01&every=1",
		422);
	post(path,
		"days=5&start=08:00&end=11:00&site=1&since=2026-11-23"
		"&until=&every=9",
		422);
}

static void
a_change_holds_from_its_first_day(void **state)
{
	long long id = tweb_sql(w, "SELECT MIN(id) FROM provider_template"
				   " WHERE provider_id = 1 AND weekday = 3");
	const char *path = arena_printf(
		tweb_arena(w), "/admin/providers/1/hours/%lld", id);

	(void)state;
	assert_has(get(path, 200), "value=\"08:00\"");
	post(path,
		"day=3&start=09:00&end=17:00&site=1&since=2026-12-01&until="
		"&every=1",
		303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM provider_template"
				     " WHERE provider_id = 1 AND weekday = 3"
				     "   AND ((start_min = 480"
				     "         AND to_on = '2026-11-30')"
				     "     OR (start_min = 540"
				     "         AND from_on = '2026-12-01'))"),
		2);
	post(arena_printf(tweb_arena(w), "%s/end", path), "last=2026-11-24",
		303);
	/* Another provider's hours are not to be had by this path. */
	get(arena_printf(tweb_arena(w), "/admin/providers/2/hours/%lld", id),
		404);
}

static void
leave_lists_who_is_left_outside(void **state)
{
	const char *b;

	(void)state;
	assert_lacks(get("/admin/providers/1", 200), "outside of these hours");
	post("/admin/providers/1/days",
		"kind=leave&first=2026-11-30&last=2026-12-04&start=&end=&site="
		"&reason=Holiday",
		303);
	b = get("/admin/providers/1", 200);
	assert_has(b, "Visits outside of these hours");
	assert_has(b, "Whitfield, James");
	assert_has(b, "/appointments/41/move");
	assert_int_equal(
		tweb_sql(w, "SELECT COUNT(*) FROM provider_exception"), 5);
	/* The administrator sees how many, and nobody's name. */
	tweb_sign_in(w, "ada");
	b = get("/admin/providers/1", 200);
	assert_has(b, "1 to move");
	assert_lacks(b, "Whitfield");
	post(arena_printf(tweb_arena(w), "/admin/providers/1/days/%lld/remove",
		     tweb_sql(w, "SELECT MIN(id) FROM provider_exception")),
		"", 303);
	assert_lacks(get("/admin/providers/1", 200), "outside of these hours");
	post("/admin/providers/1/days/99/remove", "", 404);
}

static void
extra_days_need_hours_and_a_place(void **state)
{
	const char *b = post("/admin/providers/1/days",
		"kind=open&first=2026-11-28&last=&start=&end=&site=&reason=",
		422);

	(void)state;
	assert_has(b, "Enter from when they work");
	assert_has(b, "Choose a site");
	post("/admin/providers/1/days",
		"kind=leave&first=2026-11-28&last=2027-11-28&start=&end="
		"&site=&reason=",
		422);
	post("/admin/providers/1/days",
		"kind=open&first=2026-11-28&last=&start=09:00&end=12:00"
		"&site=1&reason=Flu+clinic",
		303);
	assert_has(get("/appointments/new?patient=10&type=2&provider=1"
		       "&earliest=2026-11-28",
			   200),
		"Sat 28 Nov");
}

static void
rooms_and_types_are_changed(void **state)
{
	const char *b;

	(void)state;
	assert_has(post("/admin/rooms", "name=Exam+1&site=1&kind=exam", 422),
		"There is a room of this name already");
	post("/admin/rooms", "name=Exam+9&site=1&kind=exam", 303);
	post("/admin/rooms/1",
		"name=Exam+One&site=1&kind=exam&state=inactive&version=1", 303);
	assert_has(get("/admin/rooms", 200), "Exam One");
	b = post("/admin/rooms/1",
		"name=Exam+X&site=1&kind=exam&state=active&version=1", 409);
	assert_has(b, "Somebody else saved this room meanwhile");
	b = post("/admin/visit-types",
		"name=Follow-up&name_es=&minutes=22&before=0&after=0"
		"&room=none&mode=phone&who=any&notice=0&horizon=365&cancel=0"
		"&preparation=&preparation_es=",
		422);
	assert_has(b, "There is a visit type of this name already");
	assert_has(b, "Enter minutes in steps of five");
	post("/admin/visit-types/2",
		"name=Follow-up&name_es=Control&minutes=25&before=0&after=5"
		"&room=exam&mode=either&who=any&notice=0&horizon=365&cancel=0"
		"&preparation=&preparation_es=&state=active&version=1",
		303);
	assert_has(get("/admin/visit-types", 200), "25");
	get("/admin/rooms/9", 404);
	get("/admin/visit-types/9", 404);
	get("/admin/providers/9", 404);
}

static void
schedules_are_for_those_who_may(void **state)
{
	static const char *const logins[] = {
		"nora", "fred", "bill", "cleo", "kim"};

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		tweb_sign_in(w, logins[i]);
		get("/admin/providers", 403);
		post("/admin/rooms", "name=X&site=1&kind=exam", 403);
	}
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_provider_is_added_with_a_week),
		T(impossible_hours_are_refused),
		T(a_change_holds_from_its_first_day),
		T(leave_lists_who_is_left_outside),
		T(extra_days_need_hours_and_a_place),
		T(rooms_and_types_are_changed),
		T(schedules_are_for_those_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
