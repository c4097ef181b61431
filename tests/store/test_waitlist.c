/* Held and offered times against the database: tests/RULES.md, "The
 * waitlist". */
#include "base/arena.h"
#include "care/visit.h"
#include "care/waitlist.h"
#include "db/db.h"
#include "lib/act.h"
#include "lib/test.h"
#include "store/visit_store.h"
#include "store/waitlist_store.h"

#define NOW 1795446000 /* Mon 23 Nov 2026 10:00 in New York */
#define DAY 86400

static struct scope fred = {1, 2, 0, 1u << ROLE_FRONT_DESK};
static struct scope rosa = {1, 0, 7, 1u << ROLE_PATIENT};

static int
set_up(void **state)
{
	(void)state;
	return act_open(SRCDIR "/tests/data/clinic.sql");
}

/* Monday 30 November 2026, at the site in New York. */
static instant_t
mon(int h, int m)
{
	return 1795446000 + 7 * DAY + (h - 10) * 3600 + m * 60;
}

static int
book(int64_t patient, instant_t start, instant_t now, int64_t *id)
{
	struct visit_booking b = {.patient_id = patient,
		.provider_id = 1,
		.site_id = 1,
		.visit_type_id = 2,
		.start = start,
		.source = "staff"};
	struct act act = act_at(&fred, now);

	return care_visit_book(&act, &b, id);
}

static struct visit
visit(int64_t id)
{
	struct visit v;

	assert_int_equal(visit_store_get(db, arena, &fred, id, &v), 1);
	return v;
}

struct story {
	int64_t freed, later, entry, hold;
	struct wait_offer offer;
};

/* Patient 7 has Monday at 11:00 and wants earlier; 9:30 is given up by the
 * patient 10 and offered to 7. */
static struct story
offered(void)
{
	struct story s;
	struct act act = act_at(&fred, NOW);
	struct wait_entry e = {.patient_id = 7,
		.earliest = act.today,
		.latest = DAY_NONE,
		.weekdays = 127,
		.parts = 7,
		.urgency = WAIT_ROUTINE,
		.channel = "portal",
		.note = ""};
	struct wait_round r = {.n = 1};
	struct wait_offers list = {0};
	struct visit v;

	assert_int_equal(book(7, mon(11, 0), NOW, &s.later), 0);
	assert_int_equal(book(10, mon(9, 30), NOW, &s.freed), 0);
	e.visit_id = s.later;
	assert_int_equal(care_waitlist_add(&act, &e, &s.entry), 0);
	v = visit(s.freed);
	assert_int_equal(care_visit_cancel(&act, &v, v.version, "patient",
				 visit_cancel_patient[0].value, NULL),
		0);
	v = visit(s.freed);
	r.entry[0] = s.entry;
	if (care_waitlist_offer(&act, &v, &r, &s.hold))
		fail_msg("%s", err.text);
	assert_int_equal(
		waitlist_store_offers(db, arena, &rosa,
			&(struct wait_of){.patient_id = 7}, NOW, &list),
		0);
	assert_int_equal(list.n, 1);
	s.offer = list.v[0];
	return s;
}

static void
a_held_time_is_nobody_elses_until_it_runs_out(void **state)
{
	struct story s = offered();
	int64_t id;

	(void)state;
	/* A week away: two hours. */
	assert_int_equal(s.offer.expires, NOW + 7200);
	assert_int_equal(book(10, mon(9, 30), NOW + 60, &id), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_string_equal(err.text,
		"That time is offered to somebody on the waitlist until "
		"12:00.");
	assert_int_equal(book(10, mon(9, 30), NOW + 7200, &id), 0);
}

static void
accepting_moves_the_visit_once(void **state)
{
	struct story s = offered();
	struct act act = act_at(&rosa, NOW + 60);
	struct wait_entry e;
	int64_t id, again;

	(void)state;
	if (care_waitlist_accept(&act, &s.offer, &id))
		fail_msg("%s", err.text);
	assert_int_equal(visit(id).start, mon(9, 30));
	assert_int_equal(visit(s.later).replaced_by_id, id);
	assert_int_equal(
		waitlist_store_get(db, arena, &fred, s.entry, NOW, &e), 1);
	assert_string_equal(e.close_reason, "booked");
	assert_int_equal(e.booked_id, id);
	assert_int_equal(care_waitlist_accept(&act, &s.offer, &again), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
}

static void
an_offer_that_ran_out_changes_nothing(void **state)
{
	struct story s = offered();
	struct act act = act_at(&rosa, NOW + 7200);
	int64_t id;

	(void)state;
	assert_int_equal(care_waitlist_accept(&act, &s.offer, &id), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_string_equal(visit(s.later).status, "booked");
}

static void
a_declined_time_is_free_again(void **state)
{
	struct story s = offered();
	struct act act = act_at(&rosa, NOW + 60);
	struct wait_entry e;
	int64_t id;

	(void)state;
	assert_int_equal(care_waitlist_decline(&act, &s.offer), 0);
	assert_int_equal(
		waitlist_store_get(db, arena, &fred, s.entry, NOW, &e), 1);
	assert_int_equal(e.closed, INSTANT_NONE);
	assert_int_equal(book(10, mon(9, 30), NOW + 120, &id), 0);
}

static void
a_taken_time_is_not_offered(void **state)
{
	struct story s = offered();
	struct act act = act_at(&fred, NOW + 60);
	struct wait_round r = {.n = 1, .entry = {s.entry}};
	struct visit v = visit(s.freed);
	int64_t id, hold;

	(void)state;
	assert_int_equal(care_waitlist_withdraw(&act, s.hold), 0);
	assert_int_equal(book(10, mon(9, 30), NOW + 60, &id), 0);
	act = act_at(&fred, NOW + 120);
	assert_int_equal(care_waitlist_offer(&act, &v, &r, &hold), -1);
	assert_string_equal(err.text, "This time was just taken.");
}

/* Patient 7 needs half an hour: the freed 20 minutes do only while the time
 * after them is free too, and then all of it is held. */
static void
a_time_too_short_is_offered_to_nobody(void **state)
{
	struct story s = offered();
	struct act act = act_at(&fred, NOW + 60);
	struct visit v = visit(s.freed);
	struct wait_time t = care_waitlist_time(&v);
	struct wait_entries fits = {0};
	int64_t id;

	(void)state;
	assert_int_equal(book(10, mon(9, 50), NOW + 60, &id), -1);
	assert_has(err.text, "offered to somebody on the waitlist");
	assert_int_equal(care_waitlist_withdraw(&act, s.hold), 0);
	assert_int_equal(care_waitlist_fits(&act, &t, &fits), 0);
	assert_int_equal(fits.n, 1);
	assert_int_equal(book(10, mon(9, 50), NOW + 60, &id), 0);
	t = care_waitlist_time(&v);
	fits.n = 0;
	act = act_at(&fred, NOW + 60);
	assert_int_equal(care_waitlist_fits(&act, &t, &fits), 0);
	assert_int_equal(fits.n, 0);
}

static void
need_goes_before_a_date_and_a_date_before_waiting(void **state)
{
	struct wait_entry routine = {
		.id = 1, .urgency = 3, .latest = DAY_NONE, .joined = 1};
	struct wait_entry dated = {
		.id = 2, .urgency = 3, .latest = 20000, .joined = 2};
	struct wait_entry urgent = {
		.id = 3, .urgency = 1, .latest = DAY_NONE, .joined = 3};

	(void)state;
	assert_true(wait_rank(&urgent, &dated) < 0);
	assert_true(wait_rank(&dated, &routine) < 0);
	routine.joined = 3;
	dated.latest = DAY_NONE;
	assert_true(wait_rank(&dated, &routine) < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_held_time_is_nobody_elses_until_it_runs_out, set_up,
			act_close),
		cmocka_unit_test_setup_teardown(
			accepting_moves_the_visit_once, set_up, act_close),
		cmocka_unit_test_setup_teardown(
			an_offer_that_ran_out_changes_nothing, set_up,
			act_close),
		cmocka_unit_test_setup_teardown(
			a_declined_time_is_free_again, set_up, act_close),
		cmocka_unit_test_setup_teardown(
			a_taken_time_is_not_offered, set_up, act_close),
		cmocka_unit_test_setup_teardown(
			a_time_too_short_is_offered_to_nobody, set_up,
			act_close),
		cmocka_unit_test(
			need_goes_before_a_date_and_a_date_before_waiting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
