/* What visits need, from booking to the day, against the database:
 * tests/RULES.md, "Needs of a visit". */
#include "base/arena.h"
#include "care/need.h"
#include "care/nightly.h"
#include "care/visit.h"
#include "db/db.h"
#include "lib/act.h"
#include "lib/test.h"
#include "store/need_store.h"
#include "store/visit_store.h"

#define NOW 1795446000 /* Mon 23 Nov 2026 10:00 in New York */
#define DAY 86400

static struct scope fred;

static int
set_up(void **state)
{
	(void)state;
	fred = (struct scope){1, 2, 0, 1u << ROLE_FRONT_DESK};
	if (act_open(SRCDIR "/tests/data/clinic.sql"))
		return -1;
	if (db_exec_file(db, SRCDIR "/tests/data/needs.sql", &err))
		fail_msg("%s", err.text);
	return 0;
}

/* Rosa with Dr. Okafor on Monday 30 November, minutes after 10:00. */
static int64_t
book(int minutes, struct ready_warnings *out)
{
	struct act act = act_at(&fred, NOW);
	const struct visit_booking b = {
		.patient_id = 7,
		.provider_id = 1,
		.site_id = 1,
		.visit_type_id = 2,
		.start = NOW + 7 * DAY + minutes * 60,
		.source = "staff",
		.warnings = out,
	};
	int64_t id = 0;

	if (care_visit_book(&act, &b, &id))
		fail_msg("%s", err.text);
	return id;
}

static struct visit_need
need_of(int64_t visit, enum need_kind kind)
{
	struct needs all = {0};

	assert_int_equal(need_store_list(db, arena, &fred, visit, &all), 0);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == kind)
			return all.v[i];
	fail_msg("visit %lld has no such need", (long long)visit);
	return need_new(kind);
}

static struct visit
visit_of(int64_t id)
{
	struct visit v;

	assert_int_equal(visit_store_get(db, arena, &fred, id, &v), 1);
	return v;
}

static void
set(int64_t visit, enum need_kind kind, enum need_state to)
{
	struct act act = act_at(&fred, NOW);
	struct visit_need n = need_of(visit, kind);
	struct visit v = visit_of(visit);

	n.state = to;
	n.reason = need_missing(to) || to == NEED_CONFIRMED ? "" : "Said so";
	n.reference = "C-77";
	if (care_need_set(&act, &v, &n, n.version))
		fail_msg("%s", err.text);
}

static int64_t
loops(void)
{
	return db_one(db_prep(db, "SELECT COUNT(*) FROM work_item"
				  " WHERE kind = 'visit_ready'"
				  "   AND closed_at IS NULL"),
		-1);
}

static void
booking_brings_the_needs_and_says_what_is_missing(void **state)
{
	struct ready_warnings out = {0};
	int64_t id = book(0, &out);

	(void)state;
	assert_int_equal(need_of(id, NEED_INTERPRETER).state, NEED_NEEDED);
	assert_string_equal(need_of(id, NEED_INTERPRETER).language, "es");
	assert_string_equal(need_of(id, NEED_TRANSPORT).mode, "nemt");
	assert_string_equal(need_of(id, NEED_FORM).what, "Intake <b>");
	assert_int_equal(need_of(id, NEED_AUTHORIZATION).state, NEED_NEEDED);
	/* The interpreter, the ride, the authorization; Rosa is insured. */
	assert_int_equal(out.n, 3);
	assert_string_equal(out.v[2].text,
		"Authorization 12345 ends 24 Nov 2026, before this visit.");
}

static void
a_visit_that_moves_takes_its_needs_along(void **state)
{
	int64_t id = book(0, NULL), to = 0;
	struct act act = act_at(&fred, NOW);
	struct visit v = visit_of(id);
	const struct visit_booking b = {
		.start = v.start + 3600, .source = "staff"};

	(void)state;
	set(id, NEED_INTERPRETER, NEED_CONFIRMED);
	set(id, NEED_FORM, NEED_CONFIRMED);
	set(id, NEED_TRANSPORT, NEED_NOT_NEEDED);
	if (care_visit_move(&act, &v, v.version, &b, &to))
		fail_msg("%s", err.text);
	/* An interpreter for ten is none for eleven. */
	assert_int_equal(need_of(to, NEED_INTERPRETER).state, NEED_NEEDED);
	assert_string_equal(need_of(to, NEED_INTERPRETER).reference, "");
	assert_int_equal(need_of(to, NEED_FORM).state, NEED_CONFIRMED);
	assert_string_equal(need_of(to, NEED_FORM).reference, "C-77");
	assert_int_equal(need_of(to, NEED_TRANSPORT).state, NEED_NOT_NEEDED);
}

static void
an_authorization_is_followed(void **state)
{
	int64_t id = book(0, NULL);
	struct act act = act_at(&fred, NOW);
	struct prior_auth p = {
		.patient_id = 7,
		.type_id = 2,
		.service = "",
		.number = "98765",
		.status = "pending",
		.note = "",
		.units = 1,
		.from = day_of(2026, 11, 26),
		.to = DAY_NONE,
	};
	struct visit v;

	(void)state;
	assert_int_equal(care_prior_auth(&act, &p), 0);
	assert_int_equal(need_of(id, NEED_AUTHORIZATION).state, NEED_REQUESTED);
	p.version = 1;
	p.status = "approved";
	assert_int_equal(care_prior_auth(&act, &p), 0);
	assert_int_equal(need_of(id, NEED_AUTHORIZATION).state, NEED_CONFIRMED);
	/* A stale page changes nothing. */
	assert_int_equal(care_prior_auth(&act, &p), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	/* One unit, and an earlier visit takes it; cancelled, it is back. */
	v = visit_of(book(-60, NULL));
	assert_int_equal(
		need_of(v.id, NEED_AUTHORIZATION).state, NEED_CONFIRMED);
	assert_int_equal(need_of(id, NEED_AUTHORIZATION).state, NEED_NEEDED);
	act = act_at(&fred, NOW);
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "clinic", "closed", ""),
		0);
	assert_int_equal(need_of(id, NEED_AUTHORIZATION).state, NEED_CONFIRMED);
}

static void
nightly(instant_t now)
{
	struct act act = act_at(&fred, now);
	struct visits all = {0};

	assert_int_equal(care_nightly_unready(&act, &all), 0);
	for (size_t i = 0; i < all.n; i++)
		if (care_nightly_ready(&act, &all.v[i]))
			fail_msg("%s", err.text);
}

/* Visit 43 is on Wednesday; the one that is booked a week from Monday. */
static void
what_is_missing_opens_one_loop_until_it_is_there(void **state)
{
	(void)state;
	book(0, NULL);
	nightly(NOW);
	assert_int_equal(loops(), 1);
	nightly(NOW);
	assert_int_equal(loops(), 1);
	set(43, NEED_INTERPRETER, NEED_CONFIRMED);
	assert_int_equal(loops(), 1);
	set(43, NEED_FORM, NEED_NOT_NEEDED);
	/* What patient and type bring along was put there by the night. */
	set(43, NEED_TRANSPORT, NEED_CONFIRMED);
	assert_int_equal(loops(), 1);
	set(43, NEED_AUTHORIZATION, NEED_CONFIRMED);
	assert_int_equal(loops(), 0);
	/* On Wednesday the Monday is three business days ahead. */
	nightly(NOW + 2 * DAY);
	assert_int_equal(loops(), 1);
}

static void
a_reason_is_asked_for(void **state)
{
	struct act act = act_at(&fred, NOW);
	struct visit v = visit_of(43);
	struct visit_need n = need_of(43, NEED_FORM);

	(void)state;
	n.state = NEED_NOT_NEEDED;
	assert_int_equal(care_need_set(&act, &v, &n, n.version), -1);
	assert_string_equal(err.field, "reason");
	act = act_at(&fred, NOW);
	n.reason = "Filled in last week";
	assert_int_equal(care_need_set(&act, &v, &n, n.version + 1), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, act_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(booking_brings_the_needs_and_says_what_is_missing),
		CASE(a_visit_that_moves_takes_its_needs_along),
		CASE(an_authorization_is_followed),
		CASE(what_is_missing_opens_one_loop_until_it_is_there),
		CASE(a_reason_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
