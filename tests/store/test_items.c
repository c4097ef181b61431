/* The acts on open loops, their lists and counts: tests/RULES.md, "Open
 * loops". */
#include "base/arena.h"
#include "care/item.h"
#include "db/db.h"
#include "domain/role.h"
#include "lib/act.h"
#include "lib/test.h"
#include "store/item_store.h"

#define NOW 1795442400 /* Mon 23 Nov 2026 09:00 in New York */

static struct scope maya, jordan, bea, hugo;

static int
set_up(void **state)
{
	(void)state;
	maya = (struct scope){1, 1, 0, 1u << ROLE_COORDINATOR};
	jordan = (struct scope){1, 2, 0, 1u << ROLE_FRONT_DESK};
	bea = (struct scope){1, 3, 0, 1u << ROLE_BILLER};
	hugo = (struct scope){2, 9, 0, 1u << ROLE_COORDINATOR};
	return act_open(SRCDIR "/tests/store/work.sql");
}

static int64_t
open_call(const struct scope *sc, instant_t due_at)
{
	struct act act = act_at(sc, NOW);
	struct item_new n = {
		.kind = ITEM_FOLLOWUP,
		.patient_id = 1,
		.title = "Call about the A1c",
		.due_at = due_at,
	};
	int64_t id = 0;

	assert_int_equal(care_item_open(&act, &n, &id), 0);
	assert_true(id > 0);
	return id;
}

static struct item
get(int64_t id)
{
	struct item it = {0};

	assert_int_equal(item_store_get(db, arena, &maya, id, &it), 1);
	return it;
}

static void
asked_twice_opens_one(void **state)
{
	struct act act = act_at(&maya, NOW);
	struct item_new n = {
		.kind = ITEM_VISIT_CONFIRM,
		.patient_id = 1,
		.subject_type = "appointment",
		.subject_id = 1,
		.title = "Confirm Tue 24 Nov 10:00",
	};
	struct item_proof_of p = {PROOF_APPOINTMENT, 1, NULL};
	int64_t first, again, later;

	(void)state;
	assert_int_equal(care_item_open(&act, &n, &first), 0);
	assert_int_equal(care_item_open(&act, &n, &again), 0);
	assert_int_equal(first, again);
	assert_int_equal(get(first).team_id, 2); /* of the kind: Front desk */
	assert_int_equal(care_item_close_for(&act, ITEM_VISIT_CONFIRM,
				 "appointment", 1, &p),
		0);
	assert_int_equal(get(first).state, ITEM_DONE);
	/* Nothing is open now: that is no error. */
	assert_int_equal(care_item_close_for(&act, ITEM_VISIT_CONFIRM,
				 "appointment", 1, &p),
		0);
	assert_int_equal(care_item_open(&act, &n, &later), 0);
	assert_int_not_equal(first, later);
}

static void
done_needs_proof(void **state)
{
	int64_t id = open_call(&maya, 0), mail, talk;
	struct act act = act_at(&maya, NOW);
	struct item_proof_of none = {0}, note = {PROOF_NOTE, 0, "ok"},
			     missed = {PROOF_APPOINTMENT, 2, NULL},
			     other = {PROOF_APPOINTMENT, 3, NULL},
			     p = {PROOF_ATTEMPT, 0, NULL};
	struct attempt_new t = {.channel = "phone", .outcome = "voicemail"};

	(void)state;
	assert_int_equal(care_item_done(&act, id, 0, &none), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_int_equal(care_item_done(&act, id, 0, &note), -1);
	assert_string_equal(err.field, "note");
	assert_int_equal(care_item_done(&act, id, 0, &missed), -1);
	assert_int_equal(care_item_done(&act, id, 0, &other), -1);
	assert_int_equal(care_item_attempt(&act, id, 0, &t, &mail), 0);
	p.id = mail;
	assert_int_equal(care_item_done(&act, id, 0, &p), -1);
	assert_has(err.text, "not a contact");
	assert_int_equal(get(id).state, ITEM_IN_PROGRESS);
	assert_int_equal(get(id).attempts, 1);
	t.outcome = "reached";
	assert_int_equal(care_item_attempt(&act, id, 0, &t, &talk), 0);
	p.id = talk;
	assert_int_equal(care_item_done(&act, id, 0, &p), 0);
	assert_int_equal(get(id).state, ITEM_DONE);
	assert_int_equal(get(id).evidence_id, talk);
	assert_int_equal(care_item_done(&act, id, 0, &p), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
}

static void
undo_takes_back_the_last_change_for_ten_minutes(void **state)
{
	int64_t id = open_call(&maya, 0);
	struct act act = act_at(&maya, NOW);
	struct item_proof_of p = {PROOF_NOTE, 0, "Spoke to her daughter"};
	struct attempt_new t = {.channel = "phone", .outcome = "busy"};

	(void)state;
	assert_int_equal(care_item_assign(&act, id, 0, 2, 0), 0);
	assert_int_equal(get(id).owner_id, 2);
	assert_int_equal(get(id).team_id, 1);
	assert_int_equal(care_item_done(&act, id, 0, &p), 0);
	act = act_at(&maya, NOW + 601);
	assert_int_equal(care_item_undo(&act, id), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	act = act_at(&maya, NOW + 600);
	assert_int_equal(care_item_undo(&act, id), 0);
	assert_int_equal(get(id).state, ITEM_NEW);
	assert_int_equal(get(id).closed_at, INSTANT_NONE);
	assert_int_equal(get(id).owner_id, 2);
	assert_int_equal(care_item_undo(&act, id), -1);
	assert_int_equal(care_item_snooze(&act, id, 0, act.today + 2), 0);
	assert_int_equal(get(id).state, ITEM_SNOOZED);
	assert_int_equal(care_item_attempt(&act, id, 0, &t, NULL), 0);
	assert_int_equal(care_item_undo(&act, id), -1);
	assert_has(err.text, "changed since");
}

static void
undo_yields_to_a_new_loop_about_the_same(void **state)
{
	struct act act = act_at(&maya, NOW);
	struct item_new n = {
		.kind = ITEM_NO_SHOW,
		.patient_id = 1,
		.subject_type = "appointment",
		.subject_id = 2,
		.title = "Missed Fri 20 Nov",
	};
	int64_t id, next;

	(void)state;
	assert_int_equal(care_item_open(&act, &n, &id), 0);
	assert_int_equal(
		care_item_cancel(&act, id, 0, "Entered for the wrong day"), 0);
	assert_int_equal(care_item_open(&act, &n, &next), 0);
	assert_int_equal(care_item_undo(&act, id), -1);
	assert_has(err.text, "open already");
}

static void
the_second_of_two_people_is_told(void **state)
{
	int64_t id = open_call(&maya, 0), version = get(id).version;
	struct scope sam = {1, 4, 0, 1u << ROLE_SUPERVISOR};
	struct act first = act_at(&maya, NOW), second;
	struct item_proof_of p = {PROOF_NOTE, 0, "Spoke to her daughter"};

	(void)state;
	assert_int_equal(care_item_done(&first, id, version, &p), 0);
	second = act_at(&sam, NOW);
	assert_int_equal(care_item_done(&second, id, version, &p), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_has(err.text, "Maya Chen");
}

static void
another_clinics_loop_is_not_there(void **state)
{
	int64_t id = open_call(&maya, 0);
	struct act act = act_at(&hugo, NOW);
	struct item_proof_of p = {PROOF_NOTE, 0, "Spoke to her daughter"};
	struct item it;

	(void)state;
	assert_int_equal(item_store_get(db, arena, &hugo, id, &it), 0);
	assert_int_equal(care_item_done(&act, id, 0, &p), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	act = act_at(&maya, NOW);
	assert_int_equal(care_item_assign(&act, id, 0, 9, 0), -1);
	assert_int_equal(care_item_assign(&act, id, 0, 0, 4), -1);
}

static void
desks_see_their_own_and_what_is_administrative(void **state)
{
	(void)state;
	for (int k = 0; k < ITEM_KINDS; k++) {
		struct act act = act_at(&maya, NOW);
		struct item_new n = {.kind = (enum item_kind)k,
			.patient_id = 1,
			.title = "x",
			.owner_id = 4};
		struct item it;
		int64_t id;

		assert_int_equal(care_item_open(&act, &n, &id), 0);
		assert_int_equal(item_store_get(db, arena, &jordan, id, &it),
			item_kind_admin((enum item_kind)k));
		assert_int_equal(
			care_item_assign(&act, id, 0, jordan.user_id, 0), 0);
		assert_int_equal(
			item_store_get(db, arena, &jordan, id, &it), 1);
		/* A colleague's: seen if administrative, never changed. */
		if (!item_kind_admin((enum item_kind)k))
			continue;
		act = act_at(&bea, NOW);
		assert_int_equal(
			care_item_cancel(&act, id, 0, "Not needed any more"),
			-1);
		assert_int_equal(err.kind, ERR_DENIED);
		assert_has(err.text, "Jordan Price");
	}
}

static void
many_are_changed_together_or_not_at_all(void **state)
{
	int64_t v[] = {
		open_call(&maya, 0), open_call(&maya, 0), open_call(&maya, 0)};
	struct item_ids ids = {v, 3, 3}, none = {0};
	struct act act = act_at(&maya, NOW);
	int64_t batch;
	size_t n;

	(void)state;
	assert_int_equal(care_items_done(&act, &none, "x", &batch), -1);
	assert_int_equal(care_items_assign(&act, &ids, 4, 0, &batch), 0);
	for (int i = 0; i < 3; i++)
		assert_int_equal(get(v[i]).owner_id, 4);
	assert_int_equal(care_items_undo(&act, batch, &n), 0);
	assert_int_equal(n, 3);
	assert_int_equal(get(v[2]).owner_id, 0);
	assert_int_equal(care_items_done(&act, &ids, "short", &batch), -1);
	assert_int_equal(care_items_done(&act, &ids,
				 "All seen at the group visit", &batch),
		0);
	assert_int_equal(care_item_undo(&act, v[1]), 0);
	assert_int_equal(care_items_undo(&act, batch, &n), 0);
	assert_int_equal(n, 2);
	v[1] = 9999;
	assert_int_equal(care_items_due(&act, &ids, act.today + 1, &batch), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
}

/* One loop of every kind for every owner, due from last week to next month. */
static void
fill(void)
{
	static const int64_t owners[] = {0, 1, 2, 4};
	int i = 0;

	for (int k = 0; k < ITEM_KINDS; k++)
		for (int o = 0; o < 4; o++, i++) {
			struct act act = act_at(&maya, NOW - 40 * 86400);
			struct item_new n = {
				.kind = (enum item_kind)k,
				.patient_id = 1 + i % 3,
				.title = "x",
				.owner_id = owners[o],
				.due_at = NOW + (i * 7919 % 40 - 8) * 43200,
			};
			int64_t id;

			assert_int_equal(care_item_open(&act, &n, &id), 0);
			act = act_at(&maya, NOW);
			if (i % 9 == 0)
				assert_int_equal(care_item_snooze(&act, id, 0,
							 act.today + 3),
					0);
			if (i % 7 == 0)
				assert_int_equal(
					care_item_state(&act, id, 0,
						ITEM_WITH_PAYER, "Aetna"),
					0);
		}
}

static void
counts_are_rows(void **state)
{
	struct act act;
	struct item_window w;
	const struct scope *all[] = {&maya, &jordan, &bea, &hugo};

	(void)state;
	fill();
	act = act_at(&maya, NOW);
	w = item_window(act.zone, act.today, NOW);
	for (int s = 0; s < 4; s++)
		for (int who = WHO_MINE; who <= WHO_ALL; who++) {
			struct item_totals t;

			assert_int_equal(item_store_totals(db, arena, all[s],
						 (enum item_who)who, 0, &w, &t),
				0);
			for (int qu = 0; qu < QUEUES; qu++) {
				struct item_filter f = {
					.queue = (enum item_queue)qu,
					.who = (enum item_who)who,
					.limit = 1000};
				struct items rows = {0};
				int64_t n[4] = {0};

				item_store_list(
					db, arena, all[s], &f, &w, &rows);
				for (size_t i = 0; i < rows.n; i++)
					n[item_bucket(rows.v[i].due_at, &w)]++;
				assert_int_equal(n[3], 0);
				for (int b = 0; b < 3; b++)
					assert_int_equal(n[b], t.n[qu][b]);
				assert_int_equal(
					rows.n, item_totals_week(&t,
							(enum item_queue)qu));
				assert_int_equal(rows.n,
					item_store_count(db, all[s], &f, &w));
			}
		}
}

static void
what_nobody_has_and_what_lies_with_others_is_rows(void **state)
{
	struct item_filter f = {
		.who = WHO_NOBODY, .when = WHEN_OPEN, .limit = 1000};
	struct item_unowned none = {0};
	struct item_waits waits = {0};
	struct item_window w;
	struct act act;
	int64_t sum = 0;

	(void)state;
	fill();
	act = act_at(&maya, NOW);
	w = item_window(act.zone, act.today, NOW);
	assert_int_equal(item_store_unowned(db, &maya, &w, &none), 0);
	assert_true(none.n > 5);
	assert_int_equal(none.n, item_store_count(db, &maya, &f, &w));
	assert_int_equal(none.oldest, NOW - 40 * 86400);
	assert_int_equal(item_store_waits(db, arena, &maya, 100, &waits), 0);
	for (size_t i = 0; i < waits.n; i++) {
		assert_string_equal(waits.v[i].on, "Aetna");
		sum += waits.v[i].n;
	}
	f.who = WHO_ALL;
	f.when = WHEN_WAITING;
	assert_true(sum > 3);
	assert_int_equal(sum, item_store_count(db, &maya, &f, &w));
}

static void
badges_are_the_default_lists(void **state)
{
	struct act act;
	struct item_window w;
	struct item_counts c;
	struct item_totals t;

	(void)state;
	fill();
	act = act_at(&maya, NOW);
	w = item_window(act.zone, act.today, NOW);
	assert_int_equal(item_store_counts(db, &maya, &w, &c), 0);
	assert_int_equal(
		item_store_totals(db, arena, &maya, WHO_MINE, 0, &w, &t), 0);
	assert_int_equal(c.today, item_totals_week(&t, QUEUE_ALL));
	assert_int_equal(c.followups, item_totals_week(&t, QUEUE_FOLLOWUPS));
	assert_int_equal(c.insurance, item_totals_week(&t, QUEUE_INSURANCE));
	assert_int_equal(c.today_late, t.n[QUEUE_ALL][BUCKET_LATE]);
	assert_true(c.today > 0 && c.followups > 0 && c.insurance > 0);
}

/* Every page of 5, forward and back again, meets each row once. */
static void
pages_join_without_gap_or_repeat(void **state)
{
	struct act act;
	struct item_window w;

	(void)state;
	fill();
	act = act_at(&maya, NOW);
	w = item_window(act.zone, act.today, NOW);
	for (int sort = SORT_DUE; sort <= SORT_OLDEST; sort++) {
		struct item_filter f = {.who = WHO_ALL,
			.when = WHEN_OPEN,
			.sort = (enum item_sort)sort,
			.limit = 1000};
		struct items all = {0};
		size_t i = 0;

		item_store_list(db, arena, &maya, &f, &w, &all);
		assert_true(all.n > 20);
		f.limit = 5;
		for (;;) {
			struct items page = {0};
			size_t n;

			item_store_list(db, arena, &maya, &f, &w, &page);
			n = page.n > 5 ? 5 : page.n;
			for (size_t j = 0; j < n; j++, i++)
				assert_int_equal(page.v[j].id, all.v[i].id);
			if (page.n <= 5)
				break;
			f.after = page.v[4].id;
		}
		assert_int_equal(i, all.n);
		f.after = 0;
		f.before = all.v[5].id;
		struct items back = {0};
		item_store_list(db, arena, &maya, &f, &w, &back);
		assert_int_equal(back.n, 5);
		for (size_t j = 0; j < 5; j++)
			assert_int_equal(back.v[j].id, all.v[4 - j].id);
	}
}

static void
history_tells_who_did_what(void **state)
{
	int64_t id = open_call(&maya, 0);
	struct act act = act_at(&maya, NOW + 60);
	struct item_events ev = {0};

	(void)state;
	assert_int_equal(care_item_assign(&act, id, 0, 2, 0), 0);
	assert_int_equal(care_item_due(&act, id, 0, act.today + 3, 0), 0);
	assert_int_equal(care_item_due(&act, id, 0, act.today - 1, 0), -1);
	assert_int_equal(item_store_events(db, arena, &maya, id, &ev), 0);
	assert_int_equal(ev.n, 3);
	assert_string_equal(ev.v[0].what, "due");
	assert_string_equal(ev.v[0].after, "2026-11-26");
	assert_string_equal(ev.v[1].what, "assigned");
	assert_string_equal(ev.v[1].after, "Jordan Price");
	assert_string_equal(ev.v[1].user, "Maya Chen");
	assert_string_equal(ev.v[2].what, "opened");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, act_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(asked_twice_opens_one),
		TEST(done_needs_proof),
		TEST(undo_takes_back_the_last_change_for_ten_minutes),
		TEST(undo_yields_to_a_new_loop_about_the_same),
		TEST(the_second_of_two_people_is_told),
		TEST(another_clinics_loop_is_not_there),
		TEST(desks_see_their_own_and_what_is_administrative),
		TEST(many_are_changed_together_or_not_at_all),
		TEST(counts_are_rows),
		TEST(what_nobody_has_and_what_lies_with_others_is_rows),
		TEST(badges_are_the_default_lists),
		TEST(pages_join_without_gap_or_repeat),
		TEST(history_tells_who_did_what),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
