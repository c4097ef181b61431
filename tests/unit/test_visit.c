#include <string.h>

#include "domain/visit.h"
#include "domain/visit_type.h"
#include "lib/test.h"

/* The whole graph, by what the act does to the stored status. FHIR R4
 * appointmentstatus; what is not here must not be possible. */
static const char *const allowed[][2] = {
	{"proposed", "cancelled"}, {"pending", "booked"},
	{"pending", "cancelled"}, {"waitlist", "cancelled"},
	{"booked", "booked"}, /* confirm, and take that back */
	{"booked", "arrived"}, {"booked", "cancelled"}, {"booked", "noshow"},
	{"arrived", "checked-in"}, {"arrived", "cancelled"},
	{"arrived", "booked"}, /* undo on the day: a slip of the hand */
	{"checked-in", "checked-in"},
	{"checked-in", "arrived"}, /* undo on the day */
	{"checked-in", "fulfilled"}, {"checked-in", "cancelled"},
	{"noshow", "arrived"},
	{"fulfilled", "checked-in"}, /* supervisor, 24 hours */
	{"cancelled", "booked"},     /* supervisor, 24 hours */
	{"cancelled", "arrived"},    /* supervisor, 24 hours */
};

static bool
in_graph(const char *from, const char *to)
{
	for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
		if (strcmp(allowed[i][0], from) == 0 &&
			strcmp(allowed[i][1], to) == 0)
			return true;
	return false;
}

static void
the_table_is_the_graph(void **state)
{
	bool used[sizeof(allowed) / sizeof(allowed[0])] = {0};

	(void)state;
	for (size_t i = 0; i < visit_steps_n; i++) {
		const char *from = visit_state_code(visit_steps[i].from);
		const char *to = visit_state_code(visit_steps[i].to);

		assert_true(in_graph(from, to));
		for (size_t k = 0; k < sizeof(used); k++)
			if (strcmp(allowed[k][0], from) == 0 &&
				strcmp(allowed[k][1], to) == 0)
				used[k] = true;
	}
	for (size_t k = 0; k < sizeof(used); k++)
		assert_true(used[k]);
}

static void
each_act_has_one_line_a_state(void **state)
{
	(void)state;
	for (size_t i = 0; i < visit_steps_n; i++) {
		assert_ptr_equal(
			visit_step(visit_steps[i].from, visit_steps[i].act),
			&visit_steps[i]);
		assert_true(visit_steps[i].perm == PERM_VISIT_WRITE ||
			    visit_steps[i].perm == PERM_VISIT_UNDO);
		/* Only undo leaves what is closed, or "late after all". */
		if (visit_state_closed(visit_steps[i].from))
			assert_true(visit_steps[i].act == VISIT_ACT_UNDO ||
				    visit_steps[i].act == VISIT_ACT_ARRIVE);
	}
}

static void
a_no_show_is_never_booked_again(void **state)
{
	(void)state;
	for (int a = 0; a < VISIT_ACT_COUNT; a++) {
		const struct visit_step *s =
			visit_step(VISIT_NOSHOW, (enum visit_act)a);

		assert_true(!s || s->to == VISIT_ARRIVED);
		s = visit_step(VISIT_ARRIVED, (enum visit_act)a);
		assert_true(!s || s->to != VISIT_NOSHOW);
	}
	assert_null(visit_step(VISIT_ERROR, VISIT_ACT_UNDO));
	assert_null(visit_step(VISIT_RESCHEDULED, VISIT_ACT_UNDO));
	assert_null(visit_step(VISIT_WITH, VISIT_ACT_MOVE));
}

static struct visit
a_visit(const char *status)
{
	return (struct visit){.status = status,
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE};
}

static void
the_state_is_told_from_status_and_times(void **state)
{
	struct visit v = a_visit("booked");

	(void)state;
	assert_int_equal(visit_state(&v), VISIT_BOOKED);
	v.asked = 1;
	assert_int_equal(visit_state(&v), VISIT_UNCONFIRMED);
	v.confirmed = 2;
	assert_int_equal(visit_state(&v), VISIT_CONFIRMED);
	v.status = "checked-in";
	assert_int_equal(visit_state(&v), VISIT_CHECKED_IN);
	v.roomed = 3;
	assert_int_equal(visit_state(&v), VISIT_ROOMED);
	v.with = 4;
	assert_int_equal(visit_state(&v), VISIT_WITH);
	v.checkout = 5;
	assert_int_equal(visit_state(&v), VISIT_CHECKOUT);
	v.status = "cancelled";
	assert_int_equal(visit_state(&v), VISIT_CANCELLED);
	v.arrived = 3;
	assert_int_equal(visit_state(&v), VISIT_LEFT);
	v.replaced_by_id = 9;
	assert_int_equal(visit_state(&v), VISIT_RESCHEDULED);
}

static void
every_stored_status_has_a_state(void **state)
{
	static const char *const codes[] = {"proposed", "pending", "waitlist",
		"booked", "arrived", "checked-in", "fulfilled", "cancelled",
		"noshow", "entered-in-error"};

	(void)state;
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		struct visit v = a_visit(codes[i]);

		assert_string_equal(
			visit_state_code(visit_state(&v)), codes[i]);
	}
	for (int s = 0; s < VISIT_STATE_COUNT; s++) {
		assert_non_null(visit_state_label((enum visit_state)s));
		assert_non_null(visit_state_tone((enum visit_state)s));
		assert_non_null(visit_state_icon((enum visit_state)s));
		assert_non_null(visit_state_slot((enum visit_state)s));
	}
	for (int a = 0; a < VISIT_ACT_COUNT; a++) {
		enum visit_act back;

		assert_true(visit_act_parse(
			visit_act_name((enum visit_act)a), &back));
		assert_int_equal(back, a);
		assert_string_not_equal(
			visit_what_label(visit_act_what((enum visit_act)a)),
			"");
	}
}

static bool
open_at(enum visit_state from, enum visit_act act, struct visit *v,
	instant_t now)
{
	return visit_step_open(
		visit_step(from, act), v, now, zone_find("America/New_York"));
}

static void
windows_go_by_the_day_at_the_site(void **state)
{
	struct visit v = a_visit("booked");
	instant_t midnight;

	(void)state;
	/* 09:00 on 23 November 2026 in New York. */
	v.start = 1795442400;
	v.end = v.start + 1800;
	midnight = v.start - 9 * 3600;
	assert_false(open_at(VISIT_BOOKED, VISIT_ACT_ARRIVE, &v, midnight - 1));
	assert_true(open_at(VISIT_BOOKED, VISIT_ACT_ARRIVE, &v, midnight));
	assert_true(open_at(
		VISIT_BOOKED, VISIT_ACT_ARRIVE, &v, v.start + 7 * 86400));
	assert_false(open_at(VISIT_BOOKED, VISIT_ACT_NO_SHOW, &v, v.start - 1));
	assert_true(open_at(VISIT_BOOKED, VISIT_ACT_NO_SHOW, &v, v.start));
	v.status = "noshow";
	assert_true(
		open_at(VISIT_NOSHOW, VISIT_ACT_ARRIVE, &v, midnight + 86399));
	assert_false(
		open_at(VISIT_NOSHOW, VISIT_ACT_ARRIVE, &v, midnight + 86400));
	v.status = "fulfilled";
	v.done = v.end;
	assert_true(
		open_at(VISIT_FULFILLED, VISIT_ACT_UNDO, &v, v.done + 86400));
	assert_false(
		open_at(VISIT_FULFILLED, VISIT_ACT_UNDO, &v, v.done + 86401));
}

static void
an_interpreter_makes_it_half_as_long_again(void **state)
{
	struct visit_type t = {.minutes = 20};

	(void)state;
	assert_int_equal(visit_type_minutes(&t, false), 20);
	assert_int_equal(visit_type_minutes(&t, true), 30);
	t.minutes = 15;
	assert_int_equal(visit_type_minutes(&t, true), 25);
	t.minutes = 45;
	assert_int_equal(visit_type_minutes(&t, true), 70);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_the_graph),
		cmocka_unit_test(each_act_has_one_line_a_state),
		cmocka_unit_test(a_no_show_is_never_booked_again),
		cmocka_unit_test(the_state_is_told_from_status_and_times),
		cmocka_unit_test(every_stored_status_has_a_state),
		cmocka_unit_test(windows_go_by_the_day_at_the_site),
		cmocka_unit_test(an_interpreter_makes_it_half_as_long_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
