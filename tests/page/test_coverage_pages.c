/* Insurance: the queue, policies, checks. tests/RULES.md, "Insurance". It
 * is Monday 23 November 2026; visits are tomorrow at 10:00. */
#include "lib/staff.h"
#include "lib/test.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("work.sql", "bill");
}

#define CHECK(result)                                                          \
	"result=" result "&service=2026-11-24&method=phone&person=Lee&"        \
	"reference=R-77&check_copay=25&deductible=&deductible_left=&"          \
	"pocket_left=&found=&visit="
#define POLICY                                                                 \
	"plan_name=&plan_kind=ppo&group_no=&relationship=self&"                \
	"subscriber_name=&subscriber_birth=&start=2026-01-01&end=&rank=&"      \
	"rank_reason=&copay=30&auth_phone=&rx_bin=&rx_pcn=&rx_group=&note="

static void
the_queue_names_what_is_unknown(void **state)
{
	const char *b = get("/insurance", 200);

	(void)state;
	assert_has(b, "Delgado, Rosa");
	assert_has(b, "Whitfield, James");
	assert_has(b, "No insurance on file");
	assert_has(b, "To do <span class=\"c\">2</span>");
	assert_lacks(b, "Canary");
	b = get("/insurance?show=bad", 200);
	assert_has(b, "No coming visit is in this list.");
	post("/insurance/policies/1/check", CHECK("failed"), 303);
	b = get("/insurance?show=bad&days=1", 200);
	assert_has(b, "Could not check");
	assert_has(get("/today", 200), "1 coverage check failed");
	post("/insurance/policies/1/check", CHECK("active"), 303);
	b = get("/insurance", 200);
	assert_lacks(b, "Delgado");
	assert_has(get("/insurance?show=active", 200), "Delgado, Rosa");
}

static void
a_check_closes_the_open_item(void **state)
{
	const char *b;

	(void)state;
	b = post("/insurance/policies/1/check",
		"result=active&service=2026-11-24&method=phone&person=", 422);
	assert_has(b, "who at the payer");
	post("/insurance/policies/1/check", CHECK("active") "71", 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM work_item WHERE id = 64"
			    " AND state = 'done'"
			    " AND evidence_type = 'coverage_check'"),
		1);
	b = get("/insurance/policies/1", 200);
	assert_has(b, "R-77");
	assert_has(b, "$25.00");
	assert_has(b, "Check saved: active.");
	post("/insurance/policies/1/check", CHECK("inactive"), 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
			    " kind = 'coverage_check' AND closed_at IS NULL"),
		1);
	/* A visit of somebody else does not go with this policy. */
	post("/insurance/policies/1/check", CHECK("active") "72", 422);
	post("/insurance/policies/1/check", CHECK("active") "79", 422);
}

static void
a_policy_is_added_changed_and_ended(void **state)
{
	const char *b, *to;

	(void)state;
	/* A new policy pays last unless somebody says otherwise. */
	assert_has(get("/patients/7/insurance/new", 200),
		"<option value=\"\" selected>After the others");
	b = post("/patients/7/insurance", "payer=2&member_id=ABC&" POLICY, 422);
	assert_has(b, "1EG4-TE5-MK73");
	assert_has(b, "value=\"ABC\"");
	post("/patients/7/insurance", "payer=&member_id=A22&" POLICY, 422);
	to = post("/patients/7/insurance",
		"payer=2&member_id=1eg4-te5-mk73&" POLICY, 303);
	b = get(to, 200);
	assert_has(b, "1EG4TE5MK73");
	assert_has(b, "Secondary");
	get("/insurance/policies/10/edit", 200);
	post("/insurance/policies/10",
		"version=1&payer=2&member_id=1EG4TE5MK73&" POLICY, 303);
	/* Somebody else was first: each field that differs is a choice. */
	b = post("/insurance/policies/10",
		"version=1&payer=1&member_id=ABC123&" POLICY, 409);
	assert_has(b, "Bill Tran");
	assert_has(b, "name=\"member_id\" value=\"ABC123\"");
	assert_has(b, "name=\"member_id\" value=\"1EG4TE5MK73\"");
	assert_has(b, "name=\"version\" value=\"2\"");
	assert_has(b, "Blue Shield");
	assert_has(b, "type=\"hidden\" name=\"copay\" value=\"30.00\"");
	post("/insurance/policies/10/order", "rank=1&rank_reason=Retired", 303);
	assert_has(get("/insurance/policies/1", 200), "Secondary");
	post("/insurance/policies/10/order", "rank=9&rank_reason=No", 422);
	post("/insurance/policies/1/end",
		"version=1&how=ended&last=&reason=Moved", 422);
	post("/insurance/policies/1/end",
		"version=9&how=ended&last=2026-11-30&reason=Moved", 409);
	post("/insurance/policies/1/end",
		"version=1&how=ended&last=2026-11-30&reason=Moved", 303);
	assert_has(get("/insurance/policies/1", 200), "No longer in use");
	get("/insurance/policies/1/edit", 409);
	post("/insurance/policies/1/check", CHECK("active"), 409);
}

/* A clinic's first policy: nobody has entered payers before. */
static void
a_payer_nobody_knows_yet_is_taken_up(void **state)
{
	const char *to;

	(void)state;
	to = post("/patients/10/insurance",
		"payer=&payer_name=Molina&payer_kind=medicaid&member_id=m-"
		"1&" POLICY,
		303);
	assert_has(get(to, 200), "Molina");
	post("/patients/7/insurance",
		"payer=&payer_name=Molina&payer_kind=medicaid&member_id=m-"
		"2&" POLICY,
		303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM payer"
				     " WHERE name = 'Molina'"),
		1);
	assert_has(get("/patients/11/insurance/new", 200), "Molina</option>");
}

static void
rights_and_walls(void **state)
{
	(void)state;
	get("/insurance/policies/9", 404);
	post("/insurance/policies/9/check", CHECK("active"), 404);
	post("/patients/8/insurance", "payer=1&member_id=A12&" POLICY, 404);
	post("/patients/7/insurance", "payer=9&member_id=A12&" POLICY, 422);
	tweb_sign_in(w, "cleo");
	assert_lacks(get("/insurance/policies/1", 200), "Record a check");
	post("/insurance/policies/1/check", CHECK("active"), 403);
	get("/patients/7/insurance/new", 403);
	tweb_sign_in(w, "kim"); /* may check, not change */
	assert_lacks(get("/insurance/policies/1", 200), "End the policy");
	post("/insurance/policies/1/check", CHECK("active"), 303);
	post("/insurance/policies/1/end", "version=1&how=error&last=&reason=x",
		403);
	tweb_sign_in(w, "fred");
	post("/patients/7/insurance", "payer=2&member_id=1EG4TE5MK73&" POLICY,
		303);
	tweb_sign_in(w, "ada");
	get("/insurance", 403);
	get("/insurance/policies/1", 403);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_queue_names_what_is_unknown),
		TEST(a_check_closes_the_open_item),
		TEST(a_policy_is_added_changed_and_ended),
		TEST(a_payer_nobody_knows_yet_is_taken_up),
		TEST(rights_and_walls),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
