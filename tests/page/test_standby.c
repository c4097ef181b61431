/* Which database a list is read from. Rules: tests/RULES.md, "A database
 * that is a server". The standby is a database of its own, so what it does
 * not know yet is set by hand. */
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"

#define PRIMARY "primary"
#define STANDBY "standby"

static struct db *standby;

/* Says which database it was read from: the name of team 500. */
static int
list_run(struct req *rq)
{
	struct db_stmt *q =
		db_prep(rq->db, "SELECT name FROM team WHERE id = 500"
				" /*scan*/");
	const char *name = db_step(q) ? db_text(q, 0, rq->arena) : "";

	if (db_done(q) < 0)
		return req_db_err(rq);
	if (name[0] == '\0')
		return req_fail(rq, ERR_NOT_FOUND, "There is no such team.");
	return req_body(rq, "text/plain", name, strlen(name));
}

static const struct page list_page = {
	.method = "GET",
	.path = "/list",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_WORK_VIEW,
	.about = "A list.",
	.run = list_run,
};

static const struct page one_page = {
	.method = "GET",
	.path = "/one",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_WORK_VIEW,
	.about = "What one lands on after saving.",
	.run = list_run,
};

static int
save_run(struct req *rq)
{
	return req_redirect(rq, "/one");
}

static const struct page save_page = {
	.method = "POST",
	.path = "/save",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WORK_UPDATE,
	.body_max = 4096,
	.about = "A change.",
	.run = save_run,
};

static const struct page *const pages[] = {
	&list_page, &one_page, &save_page, NULL};

static void
name_team(struct db *db, const char *name)
{
	struct db_stmt *q;

	db_begin(db, DB_WRITE);
	q = db_prep(db, "INSERT INTO team (id, clinic_id, name)"
			" VALUES (500, 1, :name)");
	db_bind_text(q, ":name", name);
	db_exec(q);
	assert_int_equal(db_commit(db), 0);
}

/* The standby hears of the session, as it was after so many changes. */
static void
hear(struct tweb *w, long long writes)
{
	struct db_stmt *q;

	db_begin(standby, DB_WRITE);
	db_exec(db_prep(standby, "DELETE FROM session"));
	q = db_prep(standby,
		"INSERT INTO session (id, token_hash, user_id, csrf,"
		" created_at, seen_at, writes)"
		" SELECT :id, 'x', min(id), 'x', 1, 1, :writes"
		"   FROM app_user");
	db_bind_int(q, ":id", tweb_sql(w, "SELECT max(id) FROM session"));
	db_bind_int(q, ":writes", writes);
	db_exec(q);
	assert_int_equal(db_commit(standby), 0);
}

static void
assert_from(struct tweb *w, const char *path, const char *which)
{
	const struct reply *r = tweb_get(w, path);

	assert_int_equal(r->status, 200);
	assert_string_equal(r->body, which);
}

static int
set_up(void **state)
{
	struct tweb *w = tweb_open(pages, &staff_gate, NULL);
	struct err err = {0};

	standby = tdb_open(&err);
	assert_non_null(standby);
	assert_int_equal(
		db_exec_file(standby, SRCDIR "/tests/data/clinic.sql", &err),
		0);
	name_team(tweb_db(w), PRIMARY);
	name_team(standby, STANDBY);
	tweb_sign_in(w, "nora");
	tweb_standby(w, standby);
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	tdb_close(standby);
	tweb_close(*state);
	return 0;
}

static void
a_standby_that_knows_as_much_is_read(void **state)
{
	struct tweb *w = *state;

	hear(w, 0);
	assert_from(w, "/list", STANDBY);
	assert_from(w, "/one", PRIMARY);
	hear(w, 7);
	assert_from(w, "/list", STANDBY);
}

static void
a_standby_that_lags_is_not(void **state)
{
	struct tweb *w = *state;

	hear(w, 0);
	assert_int_equal(tweb_post(w, "/save", "")->status, 303);
	assert_from(w, "/list", PRIMARY);
	assert_int_equal(tweb_post(w, "/save", "")->status, 303);
	hear(w, 1);
	assert_from(w, "/list", PRIMARY);
	hear(w, 2);
	assert_from(w, "/list", STANDBY);
}

/* A view is written down, but is no change: lists stay where they are. */
static void
looking_changes_nothing(void **state)
{
	struct tweb *w = *state;

	hear(w, 0);
	tweb_get(w, "/one");
	assert_from(w, "/list", STANDBY);
	assert_from(w, "/list", STANDBY);
}

static void
a_standby_that_does_not_know_the_session_is_not(void **state)
{
	struct tweb *w = *state;

	db_begin(standby, DB_WRITE);
	db_exec(db_prep(standby, "DELETE FROM session"));
	assert_int_equal(db_commit(standby), 0);
	assert_from(w, "/list", PRIMARY);
}

static void
what_it_cannot_find_may_be_too_new_for_it(void **state)
{
	struct tweb *w = *state;

	hear(w, 0);
	db_begin(standby, DB_WRITE);
	db_exec(db_prep(standby, "DELETE FROM team WHERE id = 500"));
	assert_int_equal(db_commit(standby), 0);
	assert_from(w, "/list", PRIMARY);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM audit_event"
			    " WHERE event = 'work.view' AND outcome <> 'ok'"),
		0);
}

static void
one_that_fails_is_not_seen(void **state)
{
	struct tweb *w = *state;

	hear(w, 0);
	/* It refuses what the page asks. */
	db_begin(standby, DB_WRITE);
	db_exec(db_prep(standby, "ALTER TABLE team RENAME TO gone"));
	assert_int_equal(db_commit(standby), 0);
	assert_from(w, "/list", PRIMARY);
}

static void
one_that_is_gone_is_not_missed(void **state)
{
	struct tweb *w = *state;

	tweb_standby(w, NULL);
	assert_from(w, "/list", PRIMARY);
	assert_from(w, "/list", PRIMARY);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_standby_that_knows_as_much_is_read),
		CASE(a_standby_that_lags_is_not),
		CASE(looking_changes_nothing),
		CASE(a_standby_that_does_not_know_the_session_is_not),
		CASE(what_it_cannot_find_may_be_too_new_for_it),
		CASE(one_that_fails_is_not_seen),
		CASE(one_that_is_gone_is_not_missed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
