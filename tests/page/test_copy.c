/*
 * handrailctl copy: a clinic goes from SQLite to the engine of the tests
 * and back, is stopped in the middle, and what is wrong is not copied.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "admin/command.h"
#include "base/arena.h"
#include "base/token.h"
#include "care/audit.h"
#include "db/db.h"
#include "db/db_copy.h"
#include "lib/tdb.h"
#include "lib/test.h"

#define SCHEMA SRCDIR "/schema"
#define SCAN(db, sql) db_prep(db, sql " /*scan*/")

static char folder[] = "/tmp/handrail-copy-XXXXXX";
static struct err err;
static char source[80], conf[80];

/* What a command prints is no TAP. */
static int
quiet(struct ctl *c)
{
	int kept = dup(STDOUT_FILENO), null = open("/dev/null", O_WRONLY), bad;

	fflush(stdout);
	dup2(null, STDOUT_FILENO);
	bad = c->cmd->run(c);
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	close(null);
	return bad;
}

/* "handrailctl LINE"; no word of it has a blank. */
static int
run(const char *line)
{
	struct ctl c = {.arena = arena_new(), .now = 1795444620, .home = SRCDIR};
	char *argv[16] = {0}, *save = NULL;
	int argc = 1, bad;

	argv[0] = arena_strdup(c.arena, "handrailctl");
	for (char *word = strtok_r(arena_strdup(c.arena, line), " ", &save);
		word != NULL && argc < 15; word = strtok_r(NULL, " ", &save))
		argv[argc++] = word;
	bad = ctl_parse(&c, argc, argv) || ctl_open(&c) || quiet(&c);
	err = c.err;
	ctl_close(&c);
	arena_free(c.arena);
	return bad ? -1 : 0;
}

static int
copy(const char *from, const char *to)
{
	char line[600];

	snprintf(line, sizeof(line),
		"copy --config %s --from %s --to %s --batch 300", conf, from,
		to);
	return run(line);
}

static char *
sqlite_url(const char *name)
{
	char *url;

	if (asprintf(&url, "sqlite:%s/%s", folder, name) < 0)
		abort();
	return url;
}

/* An empty database of the engine the tests are run on. */
static char *
empty_target(const char *name)
{
	char file[100], *url;

	snprintf(file, sizeof(file), "%s/%s", folder, name);
	url = tdb_new(file, true, &err);
	if (url == NULL)
		fail_msg("%s", err.text);
	return url;
}

static struct db *
open_it(const char *url)
{
	struct db *db = db_open(url, &err);

	if (db == NULL)
		fail_msg("%s: %s", url, err.text);
	db_patience(db, 0);
	return db;
}

static void
exec(struct db *db, struct db_stmt *q)
{
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	assert_true(db_exec(q) >= 0);
	assert_int_equal(db_commit(db), 0);
}

/* Not by the copy's own hashes. */
static void
figures(const char *url, int64_t out[6])
{
	struct db *db = open_it(url);

	out[0] = db_one(
		SCAN(db, "SELECT sum(id * length(family)) FROM patient"), -1);
	out[1] = db_one(SCAN(db, "SELECT sum(start_at % 100000 * version) FROM "
				 "appointment WHERE overbooked = 0"),
		-1);
	out[2] = db_one(SCAN(db, "SELECT sum(replaces_id) + sum(replaced_by_id)"
				 " FROM appointment"),
		-1);
	out[3] = db_one(SCAN(db, "SELECT count(*) FROM patient_word"), -1);
	out[4] = db_one(SCAN(db, "SELECT count(*) FROM patient"
				 " WHERE birth_on IS NULL"),
		-1);
	out[5] =
		db_one(SCAN(db, "SELECT sum(parent_id) FROM fhir_resource"), 0);
	assert_null(db_error(db));
	db_close(db);
}

/* How often the log says that its clinic came from elsewhere; the chain
 * goes on from the last event that came along. */
static int64_t
copies_in_the_log(const char *url)
{
	struct db *db = open_it(url);
	struct arena *a = arena_new();
	int64_t n = db_one(SCAN(db, "SELECT count(*) FROM audit_event"
				    " WHERE event = 'copy' AND outcome = 'ok'"
				    " AND clinic_id = 1"),
		-1);

	if (audit_verify(db, a, &err) < 0)
		fail_msg("%s", err.text);
	arena_free(a);
	db_close(db);
	return n;
}

static void
a_clinic_goes_there_and_back(void **state)
{
	char *there = empty_target("there.db"), *back = sqlite_url("back.db");
	int64_t before[6], after[6];
	struct db *db;

	(void)state;
	if (copy(source, there) || copy(there, back))
		fail_msg("%s", err.text);
	figures(source, before);
	figures(there, after);
	assert_memory_equal(before, after, sizeof(before));
	figures(back, after);
	assert_memory_equal(before, after, sizeof(before));
	assert_true(before[0] > 0 && before[1] > 0 && before[2] > 0);
	assert_int_equal(copies_in_the_log(source), 0);
	assert_int_equal(copies_in_the_log(there), 1);
	assert_int_equal(copies_in_the_log(back), 2);
	/* It is a database like any other: triggers watch, ids go on. */
	db = open_it(there);
	assert_int_equal(db_check_version(db, SCHEMA, &err), 0);
	db_begin(db, DB_WRITE);
	assert_int_equal(
		db_exec(SCAN(db, "UPDATE audit_event SET actor = 'x'")), -1);
	db_rollback(db);
	db_begin(db, DB_WRITE);
	assert_true(db_insert(db_prep(db,
			    "INSERT INTO team (clinic_id, name)"
			    " VALUES (1, 'Night') RETURNING id")) > 1);
	assert_int_equal(db_commit(db), 0);
	db_close(db);
	/* Nothing goes into a database that has something. */
	assert_int_equal(copy(source, there), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_has(err.text, "not empty");
	tdb_drop(there);
	free(back);
}

/* --- stopped ---------------------------------------------------------------
 */

static void
die_soon(void *arg, const char *doing, int64_t done, int64_t all)
{
	(void)arg;
	(void)doing;
	if (done > all / 3)
		_exit(9);
}

/* As if it were killed, with a third of the rows there. */
static void
stop_in_the_middle(const char *to)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		struct db_copy c = {.from = open_it(source),
			.to = open_it(to),
			.arena = arena_new(),
			.schema = SCHEMA,
			.batch = 100,
			.told = die_soon};

		if (db_copy_begin(&c, &err) == 0)
			db_copy_rows(&c, &err);
		_exit(1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 9);
}

static void
a_copy_goes_on_where_it_was_stopped(void **state)
{
	char *to = empty_target("stopped.db"), *other = sqlite_url("other.db");
	int64_t before[6], after[6];
	struct db *db;

	(void)state;
	stop_in_the_middle(to);
	db = open_it(to);
	assert_int_equal(db_check_version(db, SCHEMA, &err), -1);
	assert_has(err.text, "unfinished copy");
	assert_true(db_one(SCAN(db, "SELECT count(*) FROM patient"), 0) > 0);
	db_close(db);
	/* Not with the rows of another clinic. */
	db = open_it(other);
	assert_true(db_migrate(db, SCHEMA, &err) >= 0);
	db_close(db);
	assert_int_equal(copy(other, to), -1);
	assert_has(err.text, "another source");
	assert_int_equal(copy(to, other), -1);
	assert_has(err.text, "unfinished copy");
	if (copy(source, to))
		fail_msg("%s", err.text);
	figures(source, before);
	figures(to, after);
	assert_memory_equal(before, after, sizeof(before));
	tdb_drop(to);
	free(other);
}

static void
one_changed_letter_is_found(void **state)
{
	char *to = empty_target("changed.db");
	struct db *db;

	(void)state;
	stop_in_the_middle(to);
	db = open_it(to);
	exec(db, SCAN(db, "UPDATE site SET directions = 'x' WHERE id ="
			  " (SELECT min(id) FROM site)"));
	db_close(db);
	assert_int_equal(copy(source, to), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_has(err.text, "site, row 1");
	db = open_it(to);
	assert_int_equal(db_check_version(db, SCHEMA, &err), -1);
	db_close(db);
	tdb_drop(to);
}

/* --- what is not copied ------------------------------------------------------
 */

static void
a_source_that_moves_on_is_told(void **state)
{
	char *to = empty_target("moves.db");
	struct db_copy c = {.from = open_it(source),
		.to = open_it(to),
		.arena = arena_new(),
		.schema = SCHEMA,
		.batch = 1000};
	struct db *db = open_it(source);
	const struct audit_entry entry = {.clinic_id = 1,
		.at = 1795444620,
		.program = "test",
		.event = AUDIT_CONFIG_UPDATE,
		.outcome = AUDIT_OK,
		.actor = "nobody"};

	(void)state;
	assert_int_equal(db_copy_begin(&c, &err), 0);
	assert_int_equal(db_copy_rows(&c, &err), 0);
	db_begin(db, DB_WRITE);
	assert_int_equal(audit_write(db, c.arena, &entry), 0);
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(db_copy_compare(&c, &err), 0);
	assert_int_equal(db_copy_finish(&c, &err), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_has(err.text, "written to the source");
	db_copy_stop(&c);
	db_close(db);
	db_close(c.to);
	db_close(c.from);
	arena_free(c.arena);
	assert_int_equal(copy(source, to), -1);
	assert_has(err.text, "the source has changed");
	tdb_drop(to);
}

static void
bytes_that_are_no_text_are_named(void **state)
{
	char *to = empty_target("bytes.db"), *bad = sqlite_url("bad.db");
	struct db *db;

	(void)state;
	if (copy(source, bad))
		fail_msg("%s", err.text);
	db = open_it(bad);
	exec(db, SCAN(db, "UPDATE patient SET note = CAST(x'41ff' AS TEXT)"
			  " WHERE id = 7"));
	db_close(db);
	assert_int_equal(copy(bad, to), -1);
	assert_has(err.text, "patient.note, row 7");
	tdb_drop(to);
	free(bad);
}

static void
mistakes_are_refused(void **state)
{
	char *nowhere = sqlite_url("nowhere.db");

	(void)state;
	assert_int_equal(copy(source, source), -1);
	assert_has(err.text, "same database");
	assert_int_equal(copy(nowhere, source), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	assert_int_not_equal(access(nowhere + strlen("sqlite:"), F_OK), 0);
	free(nowhere);
}

static int
begin(void **state)
{
	char line[300];

	(void)state;
	token_start();
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(source, sizeof(source), "sqlite:%s/handrail.db", folder);
	snprintf(conf, sizeof(conf), "%s/handrail.conf", folder);
	snprintf(line, sizeof(line), "init --dir %s", folder);
	if (run(line))
		return -1;
	snprintf(line, sizeof(line), "demo --patients 80 --dir %s", folder);
	return run(line);
}

static int
end(void **state)
{
	DIR *d = opendir(folder);
	struct dirent *e;

	(void)state;
	while (d != NULL && (e = readdir(d)) != NULL)
		unlinkat(dirfd(d), e->d_name, 0);
	if (d != NULL)
		closedir(d);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_clinic_goes_there_and_back),
		cmocka_unit_test(a_copy_goes_on_where_it_was_stopped),
		cmocka_unit_test(one_changed_letter_is_found),
		cmocka_unit_test(bytes_that_are_no_text_are_named),
		cmocka_unit_test(mistakes_are_refused),
		cmocka_unit_test(a_source_that_moves_on_is_told),
	};

	/* Its programs connect without a pooler. */
	unsetenv("HANDRAIL_TEST_POOLER");
	return cmocka_run_group_tests(tests, begin, end);
}
