/* The no-show model from the visits of a clinic: tests/RULES.md, "Help to
 * attend". */
#include "base/arena.h"
#include "care/attend.h"
#include "db/db.h"
#include "domain/role.h"
#include "lib/act.h"
#include "lib/test.h"

#define NOW 1795446000 /* Mon 23 Nov 2026 10:00 in New York */
#define DAY 86400
#define ROSA 7

static struct scope sue;

static int
set_up(void **state)
{
	(void)state;
	sue = (struct scope){1, 6, 0, 1u << ROLE_SUPERVISOR};
	return act_open(SRCDIR "/tests/data/clinic.sql");
}

/* One that took place or was missed, booked so many days before. */
static int64_t
had(int64_t patient, instant_t start, int lead, const char *status)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO appointment (clinic_id, patient_id, provider_id,"
		"  site_id, visit_type_id, start_at, end_at, busy_start_at,"
		"  busy_end_at, status, created_at, updated_at)"
		" VALUES (1, :patient, 1, 1, 2, :start, :end, :start, :end,"
		"  :status, :made, :made) RETURNING id");

	db_bind_int(q, ":patient", patient);
	db_bind_at(q, ":start", start);
	db_bind_at(q, ":end", start + 900);
	db_bind_text(q, ":status", status);
	db_bind_at(q, ":made", start - (instant_t)lead * DAY);
	return db_one(q, 0);
}

/* n visits, one an hour back from a year ago; every fourth is booked long
 * before, and half of those are missed. */
static void
fill(int n)
{
	for (int i = 0; i < n; i++) {
		bool late = i % 4 == 0;

		assert_true(had(i % 2 ? 8 : ROSA,
				    NOW - 400 * DAY + i * INT64_C(3600),
				    late ? 40 : 1,
				    late && i % 8 == 0 ? "noshow"
						       : "fulfilled") > 0);
	}
}

static void
try(struct attend_try *out)
{
	assert_int_equal(care_attend_try(db, arena, &sue, NOW, out), 0);
}

static void
too_few_keep_the_shared_weights(void **state)
{
	struct attend_try t;
	size_t before, missed;

	(void)state;
	try(&t);
	before = t.visits;
	missed = t.missed;
	fill(400);
	try(&t);
	assert_int_equal(t.visits, before + 400);
	assert_int_equal(t.missed, missed + 50);
	assert_false(t.fitted || t.kept);
	assert_true(
		t.made.model.b[ATTEND_LEAD] == attend_shared.b[ATTEND_LEAD]);
}

static void
a_clinic_learns_from_its_own(void **state)
{
	struct attend_try t;
	struct attend_fitted last;
	struct attend_model m = {0};

	(void)state;
	fill(1600);
	try(&t);
	assert_true(t.fitted && t.kept);
	/* Those of the last fifth of the dates are not among them. */
	assert_true(t.made.visits < t.visits);
	assert_int_equal(t.made.visits + t.made.merit.n, t.visits);
	assert_true(t.made.model.b[ATTEND_LEAD] > 0.3);
	assert_true(t.made.merit.auc > 0.8 && t.made.merit.skill > 0.1);

	assert_int_equal(attend_store_last(db, arena, &sue, &last), 0);
	assert_true(attend_store_add(db, &sue, &t.made) > 0);
	assert_int_equal(attend_store_last(db, arena, &sue, &last), 1);
	assert_memory_equal(&last.model, &t.made.model, sizeof(t.made.model));
	assert_memory_equal(
		last.merit.bins, t.made.merit.bins, sizeof(last.merit.bins));
	assert_int_equal(last.missed, t.made.missed);
	assert_int_equal(attend_store_model(db, arena, &sue, &m), 1);
	assert_memory_equal(&m, &t.made.model, sizeof(m));
	/* Another clinic has none. */
	sue.clinic_id = 2;
	assert_int_equal(attend_store_last(db, arena, &sue, &last), 0);
}

static void
an_excused_visit_says_nothing(void **state)
{
	struct attend_try t;
	size_t before, missed;
	int64_t id = had(ROSA, NOW - 300 * DAY, 3, "noshow");
	struct db_stmt *q;

	(void)state;
	try(&t);
	before = t.visits;
	missed = t.missed;
	q = db_prep(db, "INSERT INTO visit_excuse (appointment_id, clinic_id,"
			" reason, at) VALUES (:id, 1, 'weather', 0)");
	db_bind_int(q, ":id", id);
	assert_int_equal(db_exec(q), 1);
	try(&t);
	assert_int_equal(t.visits, before - 1);
	assert_int_equal(t.missed, missed - 1);
}

/* 40 days ahead; then seven of nine were missed. */
static void
a_visit_to_come_is_weighed(void **state)
{
	struct attend_why why;
	enum attend_need need;
	int64_t id;

	(void)state;
	id = had(11, NOW + 40 * DAY, 40, "booked");
	assert_int_equal(
		care_attend_of(db, arena, &sue, 11, id, &need, &why), 0);
	assert_int_equal(need, ATTEND_MEDIUM);
	assert_int_equal(why.n, 1);
	assert_int_equal(why.x[0], ATTEND_LEAD);
	for (int i = 0; i < 9; i++)
		had(11, NOW - (30 + i) * DAY, 1,
			i < 7 ? "noshow" : "fulfilled");
	assert_int_equal(
		care_attend_of(db, arena, &sue, 11, id, &need, &why), 0);
	assert_int_equal(need, ATTEND_HIGH);
	assert_int_equal(why.n, 2);
	assert_int_equal(why.x[0], ATTEND_LEAD);
	assert_int_equal(why.x[1], ATTEND_PRIOR);
	/* Not of somebody else's. */
	assert_int_equal(
		care_attend_of(db, arena, &sue, 8, id, &need, &why), 0);
	assert_int_equal(need, ATTEND_LOW);
	assert_int_equal(why.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, act_close)
		T(too_few_keep_the_shared_weights),
		T(a_clinic_learns_from_its_own),
		T(an_excused_visit_says_nothing),
		T(a_visit_to_come_is_weighed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
