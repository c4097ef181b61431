/*
 * Changes that cross each other on a server: run again, waited for, lost.
 * Rules: tests/RULES.md, "A database that is a server". SQLite has one
 * writer at a time and nothing of this.
 */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/flow.h"
#include "db/db.h"
#include "domain/scope.h"
#include "lib/act.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "store/visit_store.h"

/* What the next handlers do, and what they saw. */
static int crossings, runs, prepared;
static bool die_at_commit;

static const struct field note_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN},
	{.name = "note", .label = "Note", .type = FIELD_TEXT, .max = 20},
};
static const struct form note_form = FORM(note_fields);

static int
save_prepare(struct req *rq)
{
	(void)rq;
	prepared++;
	return 0;
}

/* The server itself gives the transaction up, as it does when two of them
 * wait for each other. */
static void
cross(struct req *rq)
{
	db_exec(db_prep(rq->db, "DO $$BEGIN RAISE SQLSTATE '40P01'; END$$"));
}

static int
save_run(struct req *rq)
{
	struct db_stmt *q = db_prep(rq->db,
		"INSERT INTO team (clinic_id, name) VALUES (:clinic, :name)");

	runs++;
	req_flash(rq, NULL, "Run %d.", runs);
	req_cookie(rq, "run", "x");
	req_note(rq, "run=%d", runs);
	db_bind_int(q, ":clinic", rq->scope->clinic_id);
	db_bind_text(q, ":name", form_text(rq, "note"));
	db_exec(q);
	form_set_text(rq, "note", "changed by the handler");
	req_tpl_in(rq, NULL, "part/empty.tpl");
	if (crossings > 0 && crossings-- > 0)
		cross(rq);
	if (die_at_commit)
		db_exec(db_prep(rq->db, "INSERT INTO dies VALUES (1)"));
	if (db_error(rq->db) != NULL)
		return req_db_err(rq);
	return req_redirect(rq, "/done");
}

static int
save_again(struct req *rq)
{
	req_tpl_in(rq, NULL, "part/empty.tpl");
	return req_form_again(rq);
}

#define SAVE(path_, perm_)                                                     \
	{                                                                      \
		.method = "POST", .path = path_, .perm = perm_,                \
		.txn = TXN_WRITE, .audit = AUDIT_WORK_UPDATE,                  \
		.body_max = 4096, .form = &note_form, .prepare = save_prepare, \
		.run = save_run, .again = save_again, .about = "A change."     \
	}

static const struct page work_page = SAVE("/work", PERM_WORK_WRITE);
static const struct page setup_page = SAVE("/setup", PERM_SCHEDULE_ADMIN);
static const struct page *const pages[] = {&work_page, &setup_page, NULL};

static int
set_up(void **state)
{
	crossings = runs = prepared = 0;
	die_at_commit = false;
	*state = tweb_open(pages, &staff_gate, NULL);
	tweb_sign_in(*state, "sue");
	return 0;
}

static int
tear_down(void **state)
{
	tweb_close(*state);
	return 0;
}

static int
times_sent(const struct reply *r, const char *name)
{
	int n = 0;

	for (size_t i = 0; i < r->headers.n; i++)
		n += strcmp(r->headers.v[i].name, name) == 0;
	return n;
}

static void
one_that_crossed_is_run_again(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	crossings = 2;
	r = tweb_post(w, "/work", "note=once");
	assert_int_equal(r->status, 303);
	assert_int_equal(times_sent(r, "Location"), 1);
	assert_int_equal(times_sent(r, "Set-Cookie"), 1);
	assert_int_equal(runs, 3);
	assert_int_equal(prepared, 1);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'once'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM session"
				     " WHERE flash = 'Run 3.' AND writes = 1"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE detail LIKE 'run=%'"
				     "   AND detail <> 'run=3'"),
		0);
}

static void
but_not_for_ever(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	crossings = 9;
	r = tweb_post(w, "/work", "note=never");
	assert_int_equal(r->status, 503);
	assert_has(r->body, "Please try again in a minute");
	assert_int_equal(runs, 3);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'never'"),
		0);
}

/* Somebody else's transaction, which holds a lock while w asks. */
static int
status_beside(struct tweb *w, enum db_lock lock, int64_t id, bool shared,
	const char *path, const char *body)
{
	struct db *other = tdb_connect(tdb_url(tweb_db(w)), "admin", &err);
	int st;

	assert_non_null(other);
	assert_int_equal(db_begin(other, DB_WRITE), 0);
	assert_int_equal(db_lock(other, lock, id, shared), 0);
	db_wait(tweb_db(w), 100);
	st = tweb_post(w, path, body)->status;
	db_wait(tweb_db(w), 5000);
	db_rollback(other);
	db_close(other);
	return st;
}

static void
who_sets_the_clinic_up_has_it_alone(void **state)
{
	struct tweb *w = *state;

	assert_int_equal(
		status_beside(w, DB_LOCK_CLINIC, 1, true, "/work", "note=a"),
		303);
	assert_int_equal(
		status_beside(w, DB_LOCK_CLINIC, 1, true, "/setup", "note=b"),
		503);
	assert_int_equal(
		status_beside(w, DB_LOCK_CLINIC, 1, false, "/work", "note=c"),
		503);
	assert_int_equal(
		status_beside(w, DB_LOCK_CLINIC, 2, false, "/setup", "note=d"),
		303);
}

static void
a_patient_is_changed_by_one_at_a_time(void **state)
{
	struct tweb *w = *state;

	assert_int_equal(status_beside(w, DB_LOCK_PATIENT, 7, false, "/work",
				 "note=a&patient=7"),
		503);
	assert_int_equal(status_beside(w, DB_LOCK_PATIENT, 7, false, "/work",
				 "note=b&patient=9"),
		303);
	assert_int_equal(
		status_beside(w, DB_LOCK_PATIENT, 7, false, "/work", "note=c"),
		303);
}

/* The server ends the connection while it commits: nobody can know. */
static void
a_commit_that_broke_off_is_not_called_lost(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	if (db_exec_file(tweb_db(w), SRCDIR "/tests/page/dies.sql", &err) < 0)
		fail_msg("%s", err.text);
	die_at_commit = true;
	r = tweb_post(w, "/work", "note=perhaps");
	assert_int_equal(r->status, 503);
	assert_has(r->body, "It is not known whether this was saved");
	assert_has(r->body, "it is not saved twice");
	assert_has(r->body, "name=\"note\" value=\"perhaps\"");
	/* The same form again, with the server back. */
	die_at_commit = false;
	tweb_same_once(w);
	assert_int_equal(tweb_post(w, "/work", "note=perhaps")->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'perhaps'"),
		1);
}

static int
set_up_day(void **state)
{
	*state = tweb_open(staff_pages, &staff_gate, "flow.sql");
	tweb_sign_in(*state, "fred");
	return 0;
}

/* Is anybody waiting for what this transaction holds? */
static bool
somebody_waits(struct db *other)
{
	struct db_stmt *q = db_prep(
		other, "SELECT count(*) FROM pg_locks WHERE NOT granted");

	return db_one(q, 0) > 0;
}

/* Another person brings visit 103 to room 1, and has not committed before
 * somebody waits for that room. In a process of its own; 0 when done. */
static int
bring_first(const char *url, int ready)
{
	struct scope cleo = {1, 4, 0, 1u << ROLE_CLINICIAN};
	struct act act = act_at(&cleo, 1795446000);
	struct visit v;
	bool waits = false;

	act.db = tdb_connect(url, "admin", &err);
	act.arena = arena_new();
	if (!act.db || db_begin(act.db, DB_WRITE) ||
		visit_store_get(act.db, act.arena, &cleo, 103, &v) <= 0 ||
		care_visit_room(&act, &v, v.version, 1) ||
		write(ready, "r", 1) != 1)
		return 1;
	for (int i = 0; i < 400 && !waits; i++) {
		waits = somebody_waits(act.db);
		usleep(10000);
	}
	return db_commit(act.db) || !waits;
}

static void
of_two_who_bring_patients_to_one_room_one_is_refused(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;
	int ready[2], st;
	char byte;
	pid_t other;

	/* Exam 1 is free. */
	assert_int_equal(
		tweb_post(w, "/flow/104/step", "act=done&version=1")->status,
		303);
	assert_int_equal(pipe(ready), 0);
	other = fork();
	assert_true(other >= 0);
	if (other == 0)
		_exit(bring_first(tdb_url(tweb_db(w)), ready[1]));
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	r = tweb_post(w, "/flow/102/step", "act=room&version=1&room=1");
	assert_int_equal(waitpid(other, &st, 0), other);
	assert_int_equal(st, 0);
	assert_int_equal(r->status, 409);
	assert_has(r->body, "Exam 1 is taken: Delgado, Rosa is in it.");
	assert_int_equal(tweb_sql(w, "SELECT id FROM appointment"
				     " WHERE room_id = 1 AND roomed_at ="
				     " 1795446000"),
		103);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(one_that_crossed_is_run_again),
		CASE(but_not_for_ever),
		CASE(who_sets_the_clinic_up_has_it_alone),
		CASE(a_patient_is_changed_by_one_at_a_time),
		CASE(a_commit_that_broke_off_is_not_called_lost),
		cmocka_unit_test_setup_teardown(
			of_two_who_bring_patients_to_one_room_one_is_refused,
			set_up_day, tear_down),
	};

	return tdb_needs_server() || cmocka_run_group_tests(tests, NULL, NULL);
}
