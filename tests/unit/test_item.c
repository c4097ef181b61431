/* Kinds, states and clocks of open loops: tests/RULES.md, "Open loops". */
#include "domain/item.h"
#include "domain/role.h"
#include "lib/test.h"

static const day_t thanksgiving[] = {20783}; /* 2026-11-26 */
static const struct day_set holidays = {thanksgiving, 1};

static void
a_loop_is_due_after_the_business_days_of_its_kind(void **state)
{
	(void)state;
	assert_int_equal(thanksgiving[0], day_of(2026, 11, 26));
	assert_int_equal(
		item_due_rule(ITEM_FOLLOWUP, day_of(2026, 11, 20), &holidays),
		day_of(2026, 11, 23));
	assert_int_equal(item_due_rule(ITEM_DISCHARGE_CALL,
				 day_of(2026, 11, 25), &holidays),
		day_of(2026, 11, 30));
	assert_int_equal(item_due_rule(ITEM_VISIT_CONFIRM, day_of(2026, 11, 21),
				 &holidays),
		day_of(2026, 11, 21));
}

static void
any_time_on_a_day_is_late_from_the_next_midnight(void **state)
{
	const struct zone *ny = zone_find("America/New_York");
	struct item it = {.state = ITEM_NEW};
	instant_t midnight;

	(void)state;
	it.due_at = item_due_at(ny, day_of(2026, 11, 20));
	zone_instant(ny, day_of(2026, 11, 21), 0, &midnight);
	assert_false(item_late(&it, midnight - 1));
	assert_true(item_late(&it, midnight));
	it.state = ITEM_DONE;
	assert_false(item_late(&it, midnight));
}

static void
each_moment_is_in_one_bucket(void **state)
{
	const struct zone *ny = zone_find("America/New_York");
	instant_t now, at;
	struct item_window w;

	(void)state;
	zone_instant(ny, day_of(2026, 11, 23), 9 * 60, &now);
	w = item_window(ny, day_of(2026, 11, 23), now);
	assert_int_equal(item_bucket(now - 1, &w), BUCKET_LATE);
	assert_int_equal(item_bucket(now, &w), BUCKET_TODAY);
	at = item_due_at(ny, day_of(2026, 11, 23));
	assert_int_equal(item_bucket(at, &w), BUCKET_TODAY);
	assert_int_equal(item_bucket(at + 1, &w), BUCKET_WEEK);
	at = item_due_at(ny, day_of(2026, 11, 30));
	assert_int_equal(item_bucket(at, &w), BUCKET_WEEK);
	assert_int_equal(item_bucket(at + 1, &w), BUCKET_LATER);
}

static void
nothing_goes_back_to_new_and_closed_is_closed(void **state)
{
	(void)state;
	for (int s = 0; s < ITEM_STATES; s++) {
		assert_int_equal(item_may_move((enum item_state)s, ITEM_NEW),
			s == ITEM_NEW);
		assert_int_equal(item_may_move((enum item_state)s, ITEM_DONE),
			item_state_open((enum item_state)s));
		assert_int_equal(
			item_may_move((enum item_state)s, ITEM_CANCELLED),
			item_state_open((enum item_state)s));
		assert_false(item_may_move(ITEM_DONE, (enum item_state)s));
		assert_false(item_may_move(ITEM_CANCELLED, (enum item_state)s));
	}
}

static void
a_snooze_ends_by_itself(void **state)
{
	struct item it = {.state = ITEM_SNOOZED, .snoozed_until = 1000};

	(void)state;
	assert_int_equal(item_state_at(&it, 999), ITEM_SNOOZED);
	assert_int_equal(item_state_at(&it, 1000), ITEM_IN_PROGRESS);
}

static void
a_voicemail_is_an_attempt_not_a_contact(void **state)
{
	(void)state;
	assert_true(attempt_is_contact("reached"));
	assert_true(attempt_is_contact("refused"));
	assert_false(attempt_is_contact("voicemail"));
	assert_false(attempt_is_contact("no_answer"));
	assert_false(attempt_is_contact("sent"));
	assert_false(attempt_is_contact(""));
}

static void
a_note_says_what_was_done(void **state)
{
	(void)state;
	assert_false(item_note_ok(NULL));
	assert_false(item_note_ok("done"));
	assert_false(item_note_ok("123456789"));
	assert_true(item_note_ok("1234567890"));
	assert_false(item_proof_ok(ITEM_FOLLOWUP, PROOF_COVERAGE_CHECK));
	assert_true(item_proof_ok(ITEM_COVERAGE_CHECK, PROOF_COVERAGE_CHECK));
	assert_false(item_proof_ok(ITEM_FOLLOWUP, PROOF_NONE));
}

static void
every_kind_and_state_says_all_of_itself(void **state)
{
	(void)state;
	for (int k = 0; k < ITEM_KINDS; k++) {
		enum item_kind kind = (enum item_kind)k, back;

		assert_true(item_kind_parse(item_kind_name(kind), &back));
		assert_int_equal(back, kind);
		assert_true(
			item_kind_label(kind)[0] && item_kind_icon(kind)[0]);
		assert_true(
			item_kind_class(kind)[0] && item_kind_team(kind)[0]);
		assert_true(item_kind_act(kind)[0]);
		assert_true(item_kind_queue(kind) != QUEUE_ALL);
		assert_true(item_proof_ok(kind, PROOF_NOTE));
	}
	for (int s = 0; s < ITEM_STATES; s++) {
		enum item_state one = (enum item_state)s, back;

		assert_true(item_state_parse(item_state_name(one), &back));
		assert_int_equal(back, one);
		assert_true(
			item_state_label(one)[0] && item_state_tone(one)[0]);
	}
}

static void
desks_change_what_is_theirs_or_nobodys(void **state)
{
	struct scope desk = {.user_id = 7, .roles = 1u << ROLE_FRONT_DESK};
	struct scope both = {.user_id = 7,
		.roles = 1u << ROLE_FRONT_DESK | 1u << ROLE_COORDINATOR};
	struct item theirs = {.owner_id = 7}, other = {.owner_id = 8},
		    nobody = {0};

	(void)state;
	assert_true(item_may_change(&theirs, &desk));
	assert_true(item_may_change(&nobody, &desk));
	assert_false(item_may_change(&other, &desk));
	assert_true(item_may_change(&other, &both));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_loop_is_due_after_the_business_days_of_its_kind),
		cmocka_unit_test(
			any_time_on_a_day_is_late_from_the_next_midnight),
		cmocka_unit_test(each_moment_is_in_one_bucket),
		cmocka_unit_test(nothing_goes_back_to_new_and_closed_is_closed),
		cmocka_unit_test(a_snooze_ends_by_itself),
		cmocka_unit_test(a_voicemail_is_an_attempt_not_a_contact),
		cmocka_unit_test(a_note_says_what_was_done),
		cmocka_unit_test(every_kind_and_state_says_all_of_itself),
		cmocka_unit_test(desks_change_what_is_theirs_or_nobodys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
