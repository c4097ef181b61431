/* What time alone makes due: tests/RULES.md, "Nightly". */
#include "base/arena.h"
#include "care/item.h"
#include "care/nightly.h"
#include "db/db.h"
#include "domain/role.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "store/session_store.h"
#include "store/visit_store.h"

#define NOW 1795442400 /* Mon 23 Nov 2026 09:00 in New York */
#define DAY 86400

static struct arena *arena;
static struct db *db;
static struct err err;
static day_t thanksgiving;
static struct day_set holidays;
static const struct scope nobody = {1, 0, 0, 1u << ROLE_SUPERVISOR};

static struct act
act_at(instant_t now)
{
	const struct zone *zone = zone_find("America/New_York");

	err_clear(&err);
	thanksgiving = day_of(2026, 11, 26);
	holidays = (struct day_set){&thanksgiving, 1};
	return (struct act){
		.db = db,
		.arena = arena,
		.scope = &nobody,
		.holidays = &holidays,
		.actor = "system",
		.now = now,
		.today = zone_local(zone, now).day,
		.zone = zone,
		.err = &err,
	};
}

/* A booked visit of Rosa's at 10:00 some days from the 23rd. */
static int64_t
add_visit(int days, instant_t confirmed)
{
	instant_t start = NOW + 3600 + (instant_t)days * DAY;
	const struct visit v = {
		.patient_id = 7,
		.provider_id = 1,
		.site_id = 1,
		.visit_type_id = 2,
		.start = start,
		.end = start + 1200,
		.busy_start = start,
		.busy_end = start + 1200,
		.status = "booked",
		.mode = "in_person",
		.reason = "",
		.note = "",
		.source = "staff",
		.overbook_reason = "",
		.asked = INSTANT_NONE,
		.confirmed = confirmed,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE,
		.confirmed_by = confirmed == INSTANT_NONE ? "" : "patient",
		.cancelled_by = "",
		.cancel_reason = "",
		.created = NOW,
		.updated = NOW,
	};
	int64_t id = visit_store_add(db, &nobody, &v, NULL);

	assert_true(id > 0);
	return id;
}

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	db = tdb_open(&err);
	if (!db || db_exec_file(db, SRCDIR "/tests/data/clinic.sql", &err))
		fail_msg("%s", err.text);
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tdb_close(db);
	arena_free(arena);
	return 0;
}

static int64_t
open_loops(void)
{
	return db_one(db_prep(db, "SELECT count(*) FROM work_item"
				  " WHERE kind = 'visit_confirm'"
				  "   AND closed_at IS NULL"),
		-1);
}

static void
run(instant_t now)
{
	struct act act = act_at(now);
	struct visits all = {0};

	assert_int_equal(care_nightly_unconfirmed(&act, &all), 0);
	for (size_t i = 0; i < all.n; i++)
		assert_int_equal(care_nightly_ask(&act, &all.v[i]), 0);
}

static void
the_next_two_business_days_are_asked_for(void **state)
{
	(void)state;
	add_visit(0, INSTANT_NONE); /* today: too late to call */
	add_visit(1, INSTANT_NONE);
	add_visit(2, NOW);	    /* confirmed */
	add_visit(3, INSTANT_NONE); /* the third day on */
	run(NOW);
	assert_int_equal(open_loops(), 1);
	/* Once a night or ten times: the same. */
	run(NOW);
	assert_int_equal(open_loops(), 1);
}

static void
a_holiday_is_no_business_day(void **state)
{
	(void)state;
	/* On Wednesday: Friday and Monday, for Thursday is Thanksgiving. */
	add_visit(4, INSTANT_NONE);
	add_visit(7, INSTANT_NONE);
	add_visit(8, INSTANT_NONE);
	run(NOW + 2 * DAY);
	assert_int_equal(open_loops(), 2);
}

static void
it_is_due_the_day_before_and_the_front_desks(void **state)
{
	(void)state;
	struct db_stmt *q;
	struct act act = act_at(NOW);

	add_visit(2, INSTANT_NONE);
	run(NOW);
	q = db_prep(db, "SELECT title, due_at, team_id FROM work_item"
			" WHERE kind = 'visit_confirm'");
	assert_true(db_step(q));
	assert_string_equal(
		db_text(q, 0, arena), "Confirm Wed 25 Nov 10:00, Dr. Okafor");
	assert_int_equal(
		db_at(q, 1), item_due_at(act.zone, day_of(2026, 11, 24)));
	assert_int_equal(db_int(q, 2), 2); /* "Front desk" in clinic.sql */
	assert_int_equal(db_done(q), 0);
}

static void
old_forms_are_forgotten(void **state)
{
	(void)state;
	struct act act = act_at(NOW);
	const char *to;

	once_store_add(db, "old", "/x", "/y", NOW - 2 * DAY - 1);
	once_store_add(db, "new", "/x", "/y", NOW - 2 * DAY + 1);
	assert_int_equal(care_nightly_tidy(&act), 1);
	assert_int_equal(once_store_find(db, arena, "old", &to), 0);
	assert_int_equal(once_store_find(db, arena, "new", &to), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_next_two_business_days_are_asked_for, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			a_holiday_is_no_business_day, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			it_is_due_the_day_before_and_the_front_desks, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			old_forms_are_forgotten, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
