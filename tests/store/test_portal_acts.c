/* Codes, accounts and sessions of the portal: tests/RULES.md, "The portal",
 * 1 to 5. */
#include "base/arena.h"
#include "base/token.h"
#include "care/portal.h"
#include "db/db.h"
#include "domain/role.h"
#include "lib/act.h"
#include "lib/test.h"
#include "store/portal_store.h"
#include "store/session_store.h"

#define NOW 1795442400 /* Mon 23 Nov 2026 09:00 in New York */
#define ROSA 7
#define BORN_ROSA day_of(1961, 3, 14)

static const struct scope nora = {1, 1, 0, 1u << ROLE_COORDINATOR};
static const struct scope carl = {2, 8, 0, 1u << ROLE_COORDINATOR};

static int
set_up(void **state)
{
	(void)state;
	token_start();
	return act_open(SRCDIR "/tests/data/clinic.sql");
}

static const char *
invite(int64_t patient)
{
	struct act act = act_at(&nora, NOW);
	const char *code = NULL;

	assert_int_equal(care_portal_invite(&act, patient, &code), 0);
	assert_int_equal(strlen(code), PORTAL_CODE_LEN);
	return code;
}

static int
prove(const char *code, day_t birth, instant_t now, struct portal_code *out)
{
	struct act act = act_at(&nora, now);
	int64_t tried;

	return care_portal_prove(&act, code, birth, out, &tried);
}

static void
a_code_is_good_for_fourteen_days(void **state)
{
	struct portal_code c;
	const char *code = invite(ROSA);

	(void)state;
	assert_int_equal(prove(code, BORN_ROSA, NOW, &c), 0);
	assert_int_equal(c.patient_id, ROSA);
	assert_int_equal(prove(code, BORN_ROSA, NOW + 14 * 86400 - 1, &c), 0);
	assert_int_equal(prove(code, BORN_ROSA, NOW + 14 * 86400, &c), -1);
	assert_int_equal(prove(code, day_of(1961, 3, 13), NOW, &c), -1);
	assert_int_equal(prove("BCDFGHJKLMNP", BORN_ROSA, NOW, &c), -1);
}

static void
a_newer_code_makes_the_old_one_worthless(void **state)
{
	struct portal_code c;
	const char *first = invite(ROSA), *second = invite(ROSA);

	(void)state;
	assert_int_equal(prove(first, BORN_ROSA, NOW, &c), -1);
	assert_int_equal(prove(second, BORN_ROSA, NOW, &c), 0);
}

static void
the_code_itself_is_kept_nowhere(void **state)
{
	const char *code = invite(ROSA);
	struct db_stmt *q =
		db_prep(db, "SELECT count(*) FROM portal_activation"
			    " WHERE code_hash LIKE '%' || :code || '%'");

	(void)state;
	db_bind_text(q, ":code", code);
	assert_int_equal(db_one(q, -1), 0);
}

static void
no_code_without_a_birth_date_or_for_a_stranger(void **state)
{
	struct act act = act_at(&nora, NOW);
	const char *code;

	(void)state;
	assert_int_equal(db_exec(db_prep(db, "UPDATE patient SET birth_on ="
					     " NULL WHERE id = 7")),
		1);
	assert_int_equal(care_portal_invite(&act, ROSA, &code), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	act = act_at(&carl, NOW);
	assert_int_equal(care_portal_invite(&act, 10, &code), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
}

static int64_t
live(int64_t account)
{
	struct db_stmt *q = db_prep(db,
		"SELECT count(*) FROM portal_session"
		" WHERE account_id = :account AND ended_at IS NULL");

	db_bind_int(q, ":account", account);
	return db_one(q, -1);
}

static void
log_in(int64_t account, const char *token)
{
	assert_true(session_store_add(db, SESSION_PORTAL, account, token, "c",
			    NOW, "", "") > 0);
}

static void
a_new_code_renews_the_account_there_is(void **state)
{
	struct act act = act_at(&nora, NOW);
	struct portal_account a;
	struct portal_code c;
	int64_t id = 0;

	(void)state;
	log_in(1, "t1");
	log_in(1, "t2");
	assert_int_equal(prove(invite(ROSA), BORN_ROSA, NOW, &c), 0);
	assert_int_equal(
		care_portal_activate(&act, &c, "rosa.new", "hash", "es", &id),
		0);
	assert_int_equal(id, 1);
	assert_int_equal(live(1), 0);
	assert_int_equal(portal_store_by_login(db, arena, "rosa.new", &a), 1);
	assert_string_equal(a.hash, "hash");
	assert_int_equal(
		portal_store_by_login(db, arena, "rosa@example.com", &a), 0);
	/* The code is used up. */
	assert_int_equal(
		care_portal_activate(&act, &c, "rosa.two", "hash", "es", &id),
		-1);
	assert_int_equal(err.kind, ERR_CONFLICT);
}

static void
a_login_is_one_persons_in_the_whole_house(void **state)
{
	struct act act = act_at(&nora, NOW);
	struct portal_code c;
	int64_t id = 0;

	(void)state;
	assert_int_equal(prove(invite(10), day_of(1954, 9, 2), NOW, &c), 0);
	assert_int_equal(care_portal_activate(&act, &c, "canary@example.com",
				 "hash", "en", &id),
		-1);
	assert_string_equal(err.field, "login");
	assert_int_equal(
		care_portal_activate(&act, &c, "james", "hash", "en", &id), 0);
	assert_true(id > 0);
}

static void
switching_off_ends_the_sessions(void **state)
{
	struct act act = act_at(&nora, NOW);
	struct portal_account a;

	(void)state;
	log_in(1, "t1");
	assert_int_equal(care_portal_revoke(&act, ROSA), 0);
	assert_int_equal(live(1), 0);
	assert_int_equal(portal_store_account(db, arena, &nora, ROSA, &a), 1);
	assert_int_equal(a.disabled_at, NOW);
	assert_int_equal(care_portal_revoke(&act, 10), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	/* Not from another clinic. */
	act = act_at(&carl, NOW);
	assert_int_equal(care_portal_revoke(&act, ROSA), -1);
}

static void
a_sixth_session_ends_the_oldest(void **state)
{
	static const char *const tokens[] = {"a", "b", "c", "d", "e", "f"};

	(void)state;
	for (size_t i = 0; i < 6; i++)
		log_in(1, tokens[i]);
	assert_true(session_store_trim(
			    db, SESSION_PORTAL, 1, PORTAL_SESSIONS, NOW) >= 0);
	assert_int_equal(live(1), 5);
	assert_int_equal(
		db_one(db_prep(db, "SELECT count(*) FROM portal_session"
				   " WHERE token_hash = 'a'"
				   "   AND ended_at IS NULL"),
			-1),
		0);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, act_close)
	const struct CMUnitTest tests[] = {
		TEST(a_code_is_good_for_fourteen_days),
		TEST(a_newer_code_makes_the_old_one_worthless),
		TEST(the_code_itself_is_kept_nowhere),
		TEST(no_code_without_a_birth_date_or_for_a_stranger),
		TEST(a_new_code_renews_the_account_there_is),
		TEST(a_login_is_one_persons_in_the_whole_house),
		TEST(switching_off_ends_the_sessions),
		TEST(a_sixth_session_ends_the_oldest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
