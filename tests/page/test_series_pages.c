/* Visits that repeat: tests/RULES.md, "Visits that repeat". It is Monday 23
 * November 2026, 10:00 in New York. */
#include "base/arena.h"
#include "lib/staff.h"
#include "lib/test.h"

/* Mondays at 10:00 with Dr. Okafor: 30 November is 1796050800. */
#define BOOK(patient, start)                                                   \
	post("/appointments",                                                  \
		"patient=" patient "&type=2&slot=1.1." start                   \
		"&mode=in_person",                                             \
		303)

static int
set_up(void **state)
{
	(void)state;
	return staff_open(NULL, "nora");
}

static const char *
under(const char *visit, const char *rest)
{
	return arena_printf(tweb_arena(w), "%s%s", visit, rest);
}

static const char *
keep(const char *s)
{
	return arena_strdup(tweb_arena(w), s);
}

#define VISITS "SELECT count(*) FROM appointment WHERE status = 'booked'"

static void
all_dates_are_booked_or_none(void **state)
{
	const char *v = keep(BOOK("10", "1796050800")), *b;
	long long before;

	(void)state;
	assert_has(get(v, 200), "Repeat this visit");
	b = get(under(v, "/repeat"), 200);
	assert_has(b, "Check all dates");
	get(under(v, "/repeat?freq=weekly&every=1"), 422);
	get(under(v, "/repeat?freq=daily&until=2027-10-01"), 422);
	/* Somebody else has the second Monday. */
	BOOK("11", "1796655600");
	b = get(under(v, "/repeat?freq=weekly&every=1&count=4"), 200);
	assert_has(b, "1 date is not free");
	assert_has(b, "has another visit");
	assert_has(b, "instead");
	before = tweb_sql(w, VISITS);
	b = post(under(v, "/repeat"),
		"rule=FREQ%3DWEEKLY%3BBYDAY%3DMO%3B"
		"COUNT%3D4&holidays=0",
		409);
	assert_has(b, "Nothing was booked");
	assert_int_equal(tweb_sql(w, VISITS), before);
	post(under(v, "/repeat"),
		"rule=FREQ%3DWEEKLY%3BBYDAY%3DMO%3BCOUNT%3D4"
		"&holidays=0&d1=skip",
		303);
	assert_int_equal(tweb_sql(w, VISITS), before + 2);
	b = get(v, 200);
	assert_has(b, "1 of 3 in a series");
	assert_lacks(b, "Repeat this visit");
	b = get(under(v, "/series"), 200);
	assert_has(b, "Every week on Mon, 4 visits");
	assert_has(b, "Left out");
	/* Not twice. */
	post(under(v, "/repeat"),
		"rule=FREQ%3DWEEKLY%3BBYDAY%3DMO%3BCOUNT%3D2"
		"&holidays=0",
		409);
}

static void
several_are_moved_and_cancelled(void **state)
{
	const char *v = keep(BOOK("10", "1796050800")), *b;

	(void)state;
	post(under(v, "/repeat"),
		"rule=FREQ%3DWEEKLY%3BBYDAY%3DMO%3BCOUNT%3D3"
		"&holidays=0",
		303);
	b = get(under(v, "/series/move?move_which=all&at=10%3A10"), 200);
	assert_has(b, "All dates are free");
	b = keep(post(under(v, "/series/move"), "move_which=all&at=610", 303));
	assert_has(get(b, 200), "10:10");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE start_at IN (1796051400,"
				     " 1796656200, 1797261000)"
				     " AND status = 'booked'"),
		3);
	post(b = keep(under(b, "/cancel")), "which=all", 422);
	post(b, "which=all&by=clinic&reason=provider-away", 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM series_visit x"
				     " JOIN appointment v"
				     " ON v.id = x.appointment_id"
				     " WHERE v.status = 'cancelled'"),
		3);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(all_dates_are_booked_or_none),
		CASE(several_are_moved_and_cancelled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
