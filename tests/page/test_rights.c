/*
 * Each program's user on a server: what its list leaves out is refused by
 * the server itself. On SQLite the same lists are tried in test_db.c.
 */
#include <stdlib.h>

#include "admin/rights.h"
#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"
#include "lib/tdb.h"
#include "lib/test.h"

static struct err err;

/* A database whose programs have their rights. */
static char *
granted(void)
{
	char *url = tdb_new(NULL, false, &err);
	struct db *db = tdb_connect(url, "admin", &err);

	assert_non_null(db);
	assert_int_equal(rights_grant(db, &err), 0);
	db_close(db);
	return url;
}

static bool
refused(struct db *db, const char *sql)
{
	bool bad = db->engine->run(db, sql) < 0;

	/* No right to it, and not some other mistake. */
	if (bad && strstr(db_error(db), "42501") == NULL)
		fail_msg("%s", db_error(db));
	db_rollback(db);
	return bad;
}

static void
nobody_rewrites_the_log(void **state)
{
	static const char *const no[] = {"UPDATE audit_event SET actor = 'x'",
		"DELETE FROM audit_event", "TRUNCATE audit_event",
		"UPDATE audit_patient SET patient_id = 1",
		"DELETE FROM audit_patient", "CREATE TABLE mine (id INTEGER)",
		"DROP TRIGGER audit_event_no_update ON audit_event",
		"ALTER TABLE audit_event DISABLE TRIGGER ALL",
		"UPDATE schema_version SET name = 'x'", "DELETE FROM patient"};
	char *url;

	(void)state;
	url = granted();
	for (const struct program_rights *p = program_rights; p->user != NULL;
		p++) {
		struct db *db =
			tdb_connect(url, p->user + strlen("handrail_"), &err);

		assert_non_null(db);
		for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
			if (!refused(db, no[i]))
				fail_msg("%s may: %s", p->user, no[i]);
		assert_false(refused(db, "SELECT version FROM schema_version"));
		db_close(db);
	}
	tdb_drop(url);
}

static void
a_program_reads_what_its_list_says(void **state)
{
	static const struct {
		const char *program, *sql;
		bool may;
	} cases[] = {
		{"staff", "SELECT family FROM patient", true},
		{"staff", "SELECT token_hash FROM session", true},
		{"staff", "INSERT INTO import_file DEFAULT VALUES", false},
		{"portal", "SELECT name FROM app_user", true},
		{"portal", "SELECT password_hash FROM app_user", false},
		{"portal", "SELECT token_hash FROM session", false},
		{"portal", "SELECT * FROM attempt", false},
		{"portal", "SELECT id FROM coverage", false},
		{"portal", "SELECT code_text FROM observation", false},
		{"api", "SELECT name FROM clinic", true},
		{"api", "SELECT id FROM appointment", true},
		{"api", "SELECT email FROM app_user", false},
		{"api", "SELECT end_on FROM coverage", true},
		{"api", "SELECT member_id FROM coverage", false},
		{"worker", "SELECT id FROM outbox", true},
		{"worker", "SELECT family FROM patient", false},
	};
	char *url;

	(void)state;
	url = granted();
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct db *db = tdb_connect(url, cases[i].program, &err);

		assert_non_null(db);
		if (refused(db, cases[i].sql) == cases[i].may)
			fail_msg("%s: %s", cases[i].program, cases[i].sql);
		db_close(db);
	}
	tdb_drop(url);
}

/* A list that got shorter takes away what it gave before. */
static void
rights_are_taken_back(void **state)
{
	static const struct db_right less[] = {{"clinic", "r"}, {0}};
	struct db *admin, *staff;
	char *url;

	(void)state;
	url = granted();
	admin = tdb_connect(url, "admin", &err);
	staff = tdb_connect(url, "staff", &err);
	assert_false(refused(staff, "SELECT family FROM patient"));
	assert_int_equal(db_begin(admin, DB_WRITE), 0);
	assert_int_equal(db_grant(admin, "handrail_staff", less), 0);
	assert_int_equal(db_grant(admin, "nobody_of_this_name", less), 1);
	assert_int_equal(db_commit(admin), 0);
	assert_true(refused(staff, "SELECT family FROM patient"));
	assert_false(refused(staff, "SELECT name FROM clinic"));
	db_close(staff);
	db_close(admin);
	tdb_drop(url);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_rewrites_the_log),
		cmocka_unit_test(a_program_reads_what_its_list_says),
		cmocka_unit_test(rights_are_taken_back),
	};

	return tdb_needs_server() ||
	       cmocka_run_group_tests(tests, NULL, NULL);
}
