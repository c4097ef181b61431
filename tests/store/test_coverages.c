/* The acts on policies, their order and checks, and the queue of coming
 * visits: tests/RULES.md, "Insurance". */
#include "base/arena.h"
#include "care/coverage.h"
#include "care/item.h"
#include "db/db.h"
#include "domain/role.h"
#include "lib/act.h"
#include "lib/test.h"
#include "store/coverage_store.h"
#include "store/item_store.h"

#define NOW 1795442400 /* Mon 23 Nov 2026 09:00 in New York */

static struct act act;
static struct scope bea, hugo;

static int
set_up(void **state)
{
	(void)state;
	bea = (struct scope){1, 3, 0, 1u << ROLE_BILLER};
	hugo = (struct scope){2, 9, 0, 1u << ROLE_COORDINATOR};
	act_open(SRCDIR "/tests/store/work.sql");
	act = act_at(&bea, NOW);
	return 0;
}

static struct coverage
policy(int64_t payer, const char *member)
{
	return (struct coverage){
		.patient_id = 1,
		.payer_id = payer,
		.plan_name = "",
		.plan_kind = "",
		.member_id = member,
		.group_no = "",
		.relationship = "self",
		.subscriber_name = "",
		.subscriber_birth = DAY_NONE,
		.start = DAY_NONE,
		.end = DAY_NONE,
		.rank_reason = "",
		.copay_cents = CENTS_NONE,
		.auth_phone = "",
		.rx_bin = "",
		.rx_pcn = "",
		.rx_group = "",
		.note = "",
		.source = "staff",
	};
}

static struct coverage
get(int64_t id)
{
	struct coverage c = {0};

	assert_int_equal(coverage_store_get(db, arena, &bea, id, &c), 1);
	return c;
}

static struct coverage_check
look(const char *result)
{
	return (struct coverage_check){
		.method = "phone",
		.result = result,
		.service = day_of(2026, 11, 24),
		.copay_cents = 2500,
		.deductible_cents = CENTS_NONE,
		.deductible_left_cents = CENTS_NONE,
		.out_of_pocket_left_cents = CENTS_NONE,
		.reference = "R-1",
		.person = "Lee",
		.note = "",
	};
}

static void
the_order_has_no_gap_and_no_tie(void **state)
{
	struct coverage c = policy(3, "A22"), d = policy(2, "1EG4-TE5-MK73");
	struct coverages list = {0};
	int64_t second, first;

	(void)state;
	assert_int_equal(care_coverage_add(&act, &c, &second), 0);
	assert_int_equal(get(second).rank, 2);
	d.rank = 1;
	d.rank_reason = "Works, employer under 20";
	assert_int_equal(care_coverage_add(&act, &d, &first), 0);
	assert_int_equal(get(first).rank, 1);
	assert_string_equal(get(first).member_id, "1EG4TE5MK73");
	assert_string_equal(get(first).rank_reason, d.rank_reason);
	assert_int_equal(get(1).rank, 2);
	assert_int_equal(get(second).rank, 3);
	c = get(second);
	assert_int_equal(care_coverage_order(&act, &c, 1, "Accident"), 0);
	assert_int_equal(care_coverage_order(&act, &c, 4, ""), -1);
	c = get(1);
	assert_int_equal(care_coverage_end(&act, &c, c.version,
				 day_of(2026, 11, 30), "Changed jobs"),
		0);
	coverage_store_list(db, arena, &bea, 1, false, &list);
	assert_int_equal(list.n, 2);
	assert_int_equal(list.v[0].id, second);
	assert_int_equal(list.v[0].rank, 1);
	assert_int_equal(list.v[1].rank, 2);
	/* The database itself holds it, whatever code writes the row. */
	assert_int_equal(
		coverage_store_set_rank(db, &bea, second, 2, "", NOW), -1);
	assert_int_equal(db_state(db), DB_CONFLICT);
}

static void
what_contradicts_itself_is_refused(void **state)
{
	struct coverage c = policy(2, "XEA1");

	(void)state;
	assert_int_equal(care_coverage_add(&act, &c, NULL), -1);
	assert_string_equal(err.field, "member_id");
	c = policy(8, "A1"); /* another clinic's payer */
	assert_int_equal(care_coverage_add(&act, &c, NULL), -1);
	assert_string_equal(err.field, "payer");
	c = policy(1, "xyz 123456"); /* Rosa's own, typed otherwise */
	assert_int_equal(care_coverage_add(&act, &c, NULL), -1);
	assert_has(err.text, "on file already");
	c = policy(3, "A1");
	c.start = day_of(2026, 2, 1);
	c.end = day_of(2026, 1, 1);
	assert_int_equal(care_coverage_add(&act, &c, NULL), -1);
	assert_string_equal(err.field, "end");
	c.end = DAY_NONE;
	c.relationship = "spouse";
	assert_int_equal(care_coverage_add(&act, &c, NULL), -1);
	assert_string_equal(err.field, "subscriber_name");
}

static void
a_stale_edit_is_told(void **state)
{
	struct coverage c = get(1);

	(void)state;
	c.group_no = "G1";
	assert_int_equal(care_coverage_edit(&act, &c, c.version), 0);
	assert_int_equal(care_coverage_edit(&act, &c, c.version), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_has(err.text, "Bea Long");
	assert_int_equal(
		care_coverage_end(&act, &c, c.version, act.today, "x"), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
}

static void
active_closes_the_loop_with_itself_as_proof(void **state)
{
	struct coverage c = get(1);
	struct coverage_check k = look("failed");
	struct item it;
	int64_t check;

	(void)state;
	assert_int_equal(care_coverage_check(&act, &c, &k, NULL), 0);
	assert_int_equal(item_store_find_open(db, arena, &bea,
				 ITEM_COVERAGE_CHECK, "coverage", 1, &it),
		1);
	assert_has(it.title, "Blue Shield");
	k.result = "inactive"; /* keeps the one that is open */
	assert_int_equal(care_coverage_check(&act, &c, &k, NULL), 0);
	k.result = "active";
	k.person = "";
	assert_int_equal(care_coverage_check(&act, &c, &k, NULL), -1);
	assert_string_equal(err.field, "person");
	k.person = "Lee";
	assert_int_equal(care_coverage_check(&act, &c, &k, &check), 0);
	assert_int_equal(item_store_get(db, arena, &bea, it.id, &it), 1);
	assert_int_equal(it.state, ITEM_DONE);
	assert_int_equal(it.proof, PROOF_COVERAGE_CHECK);
	assert_int_equal(it.evidence_id, check);
	assert_int_equal(item_store_find_open(db, arena, &bea,
				 ITEM_COVERAGE_CHECK, "coverage", 1, &it),
		0);
}

static void
another_clinics_policy_is_not_there(void **state)
{
	struct coverage c;
	struct coverages list = {0};

	(void)state;
	assert_int_equal(coverage_store_get(db, arena, &bea, 8, &c), 0);
	assert_int_equal(coverage_store_get(db, arena, &hugo, 1, &c), 0);
	coverage_store_list(db, arena, &bea, 8, true, &list);
	assert_int_equal(list.n, 0);
}

/* The queue's statement says what the rule says, visit by visit. */
static void
the_queue_says_what_the_rule_says(void **state)
{
	static const char *const results[] = {"active", "inactive", "failed"};
	struct coming_span span;
	struct comings all = {0};
	int64_t n[STANDINGS], sum[STANDINGS] = {0};

	(void)state;
	for (int i = 0; i < 12; i++) {
		struct coverage c = get(1 + i % 2);
		struct coverage_check k = look(results[i * 5 % 3]);

		k.service = day_of(2026, 11, 1) + i * 5;
		act.now = NOW - 1000 + i * 7 % 12;
		assert_int_equal(care_coverage_check(&act, &c, &k, NULL), 0);
		span = coming_span(act.zone, NOW, act.today, 14);
		all = (struct comings){0};
		assert_int_equal(coverage_store_coming(db, arena, &bea, &span,
					 ~0u, 0, 50, &all, n),
			0);
		assert_int_equal(all.n, 2); /* Rosa's and James's */
		for (size_t v = 0; v < all.n; v++) {
			struct coverage_checks ks = {0};
			struct local l =
				zone_local(act.zone, all.v[v].start_at);

			coverage_store_checks(
				db, arena, &bea, all.v[v].coverage_id, &ks);
			assert_int_equal(all.v[v].standing,
				coverage_standing(&ks, l.day));
		}
	}
	coverage_store_coming_counts(db, &bea, &span, n);
	for (size_t v = 0; v < all.n; v++)
		sum[all.v[v].standing]++;
	for (int s = 0; s < STANDINGS; s++)
		assert_int_equal(n[s], sum[s]);
}

static void
the_queue_pages_and_filters(void **state)
{
	struct coming_span span = coming_span(act.zone, NOW, act.today, 7);
	struct comings one = {0}, next = {0}, none = {0};
	struct coverage c = get(1);
	int64_t n[STANDINGS];

	(void)state;
	coverage_store_coming(db, arena, &bea, &span, ~0u, 0, 1, &one, n);
	assert_int_equal(one.n, 2);
	coverage_store_coming(
		db, arena, &bea, &span, ~0u, one.v[0].visit_id, 1, &next, n);
	assert_int_equal(next.n, 1);
	assert_int_equal(next.v[0].visit_id, one.v[1].visit_id);
	coverage_store_coming(db, arena, &bea, &span, 1u << STANDING_NO_POLICY,
		0, 10, &none, n);
	assert_int_equal(none.n, 0);
	/* A policy that ended before the visit does not count. */
	assert_int_equal(care_coverage_end(&act, &c, c.version,
				 day_of(2026, 11, 23), "Moved away"),
		0);
	coverage_store_coming(db, arena, &bea, &span, 1u << STANDING_NO_POLICY,
		0, 10, &none, n);
	assert_int_equal(none.n, 1);
	assert_int_equal(none.v[0].patient_id, 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, act_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_order_has_no_gap_and_no_tie),
		TEST(what_contradicts_itself_is_refused),
		TEST(a_stale_edit_is_told),
		TEST(active_closes_the_loop_with_itself_as_proof),
		TEST(another_clinics_policy_is_not_there),
		TEST(the_queue_says_what_the_rule_says),
		TEST(the_queue_pages_and_filters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
