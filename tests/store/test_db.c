#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"

static struct arena *arena;
static struct err err;
static char folder[] = "/tmp/handrail-db-XXXXXX";

static const char *
in_folder(const char *name)
{
	return arena_printf(arena, "%s/%s", folder, name);
}

static const char *
write_file(const char *name, const char *text)
{
	const char *path = in_folder(name);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	return path;
}

static void
script(struct db *db, const char *text)
{
	if (db_exec_file(db, write_file("script.sql", text), &err))
		fail_msg("%s", err.text);
}

static const char schema[] =
	"CREATE TABLE owner (id INTEGER PRIMARY KEY, name TEXT NOT NULL) "
	"STRICT;"
	"CREATE TABLE pet (id INTEGER PRIMARY KEY,"
	" owner_id INTEGER REFERENCES owner, name TEXT NOT NULL UNIQUE,"
	" age INTEGER NOT NULL DEFAULT 0 CONSTRAINT age_sane CHECK (age < 40),"
	" born_on TEXT) STRICT;"
	"CREATE TABLE secret (id INTEGER PRIMARY KEY, word TEXT) STRICT;"
	"CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT) STRICT;"
	"\n-- sqlite: begin\n"
	"CREATE TRIGGER log_keeps BEFORE DELETE ON log"
	" BEGIN SELECT RAISE(ABORT, 'log_append_only'); END;"
	"\n-- sqlite: end\n-- pg: begin\n"
	"CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS"
	" $$ BEGIN RAISE 'log_append_only'; END $$;"
	"CREATE TRIGGER log_keeps BEFORE DELETE ON log"
	" FOR EACH ROW EXECUTE FUNCTION keep();"
	"\n-- pg: end\n"
	"INSERT INTO owner VALUES (1, 'Ana'), (2, 'Ben');"
	"INSERT INTO secret VALUES (1, 'xyzzy');";

static struct db *
open_url(const char *url)
{
	struct db *db = tdb_connect(url, "admin", &err);

	if (db == NULL)
		fail_msg("%s", err.text);
	return db;
}

/* What the case under way opened; thrown away with it. */
static char *urls[4];

static const char *
new_url(const char *file)
{
	size_t i = 0;

	while (urls[i] != NULL)
		i++;
	if ((urls[i] = tdb_new(file, true, &err)) == NULL)
		fail_msg("%s", err.text);
	return urls[i];
}

static struct db *
open_empty(void)
{
	return open_url(new_url(NULL));
}

static struct db *
open_new(void)
{
	struct db *db = open_empty();

	script(db, schema);
	return db;
}

static const char *
file_url(void)
{
	const char *path = in_folder("pets.db");

	unlink(path);
	unlink(in_folder("pets.db-wal"));
	unlink(in_folder("pets.db-shm"));
	return arena_printf(arena, "sqlite:%s", path);
}

static int64_t
add_pet(struct db *db, const char *name, int64_t owner, int age)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO pet (owner_id, name, age, born_on)"
		" VALUES (:owner, :name, :age, :born) RETURNING id");

	db_bind_id(q, ":owner", owner);
	db_bind_text(q, ":name", name);
	db_bind_int(q, ":age", age);
	db_bind_day(q, ":born", day_of(2020, 2, 29));
	return db_insert(q);
}

static int64_t
pets(struct db *db)
{
	return db_one(db_prep(db, "SELECT count(*) FROM pet"), -1);
}

static void
values_come_back_as_they_went(void **state)
{
	struct db *db = open_new();
	struct db_stmt *q;
	size_t n;

	(void)state;
	script(db, "CREATE TABLE v (id INTEGER PRIMARY KEY, i INTEGER, t TEXT,"
		   " b BLOB, r REAL, d TEXT, a INTEGER, x INTEGER) STRICT;");
	q = db_prep(db, "INSERT INTO v (i, t, b, r, d, a, x) VALUES"
			" (:i, :t, :b, :r, :d, :a, :x) RETURNING id");
	db_bind_int(q, ":i", INT64_MIN);
	db_bind_text(q, ":t", "Núñez; DROP TABLE v");
	db_bind_blob(q, ":b", "a\0b", 3);
	db_bind_real(q, ":r", 0.25);
	db_bind_day(q, ":d", day_of(1961, 3, 14));
	db_bind_at(q, ":a", 1767225600);
	db_bind_bool(q, ":x", true);
	assert_int_equal(db_insert(q), 1);
	q = db_prep(db, "SELECT i, t, b, r, d, a, x, NULL FROM v");
	assert_true(db_step(q));
	assert_true(db_int(q, 0) == INT64_MIN);
	assert_string_equal(db_text(q, 1, arena), "Núñez; DROP TABLE v");
	assert_memory_equal(db_blob(q, 2, arena, &n), "a\0b", 3);
	assert_int_equal(n, 3);
	assert_true(db_real(q, 3) == 0.25);
	assert_int_equal(db_day(q, 4), day_of(1961, 3, 14));
	assert_true(db_at(q, 5) == 1767225600);
	assert_true(db_bool(q, 6));
	assert_true(db_is_null(q, 7));
	assert_string_equal(db_text(q, 7, arena), "");
	assert_int_equal(db_day(q, 7), DAY_NONE);
	assert_true(db_at(q, 7) == INSTANT_NONE);
	assert_false(db_step(q));
	assert_int_equal(db_done(q), 0);
	db_close(db);
}

static void
absent_values_are_null(void **state)
{
	struct db *db = open_new();
	struct db_stmt *q;

	(void)state;
	q = db_prep(db, "SELECT :t IS NULL AND :d IS NULL AND :a IS NULL"
			" AND :i IS NULL AND CAST(:n AS TEXT) IS NULL");
	db_bind_text(q, ":t", NULL);
	db_bind_day(q, ":d", DAY_NONE);
	db_bind_at(q, ":a", INSTANT_NONE);
	db_bind_id(q, ":i", 0);
	db_bind_null(q, ":n");
	assert_int_equal(db_one(q, 0), 1);
	db_close(db);
}

static void
an_error_sticks_until_rollback(void **state)
{
	struct db *db = open_new();

	(void)state;
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	assert_int_equal(add_pet(db, "Rex", 1, 3), 1);
	assert_int_equal(add_pet(db, "Rex", 2, 4), 0);
	assert_int_equal(db_state(db), DB_CONFLICT);
	assert_string_equal(db_constraint(db), "pet.name");
	assert_has(db_error(db), "test_db.c");
	/* What follows does nothing, and cannot commit half of it. */
	assert_int_equal(add_pet(db, "Tom", 2, 4), 0);
	assert_int_equal(pets(db), -1);
	assert_false(db_step(db_prep(db, "SELECT 1")));
	assert_int_equal(db_commit(db), -1);
	assert_true(db_in_txn(db));
	db_rollback(db);
	assert_false(db_in_txn(db));
	assert_null(db_error(db));
	assert_string_equal(db_constraint(db), "");
	assert_int_equal(pets(db), 0);
	db_close(db);
}

static void
broken_by(struct db *db, enum db_state state, const char *constraint)
{
	assert_int_equal(db_state(db), state);
	assert_string_equal(db_constraint(db), constraint);
	db_rollback(db);
}

static void
each_constraint_is_told_apart(void **state)
{
	struct db *db = open_new();

	(void)state;
	add_pet(db, "Old", 1, 77);
	broken_by(db, DB_CONFLICT, "age_sane");
	add_pet(db, "Rex", 99, 1);
	broken_by(db, DB_CONFLICT, "foreign_key");
	add_pet(db, NULL, 1, 1);
	broken_by(db, DB_BROKEN, "pet.name");
	db_exec(db_prep(db, "INSERT INTO log (what) VALUES ('a')"));
	db_exec(db_prep(db, "DELETE FROM log"));
	assert_int_equal(db_err(db, &err), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	broken_by(db, DB_CONFLICT, "log_append_only");
	db_exec(db_prep(db, "INSERT INTO pet (name, age) VALUES ('a', 'b')"));
	assert_int_equal(db_state(db), DB_BROKEN);
	assert_int_equal(db_err(db, &err), -1);
	assert_int_equal(err.kind, ERR_BROKEN);
	db_rollback(db);
	db_close(db);
}

static void
our_mistakes_are_errors(void **state)
{
	struct db *db = open_new();
	struct db_stmt *q;

	(void)state;
	q = db_prep(db, "SELECT :a");
	db_bind_int(q, ":b", 1);
	assert_int_equal(db_done(q), -1);
	assert_has(db_error(db), "no parameter :b");
	db_rollback(db);

	assert_int_equal(db_one(db_prep(db, "SELECT :a"), 7), 7);
	assert_has(db_error(db), ":a was not bound");
	db_rollback(db);

	q = db_prep(db, "SELECT 1 UNION SELECT 2");
	assert_true(db_step(q));
	assert_int_equal(db_int(q, 1), 0);
	assert_has(db_error(db), "column");
	db_rollback(db);

	q = db_prep(db, "SELECT 1 UNION SELECT 2");
	assert_true(db_step(q));
	assert_false(db_step(db_prep(db, "SELECT 1 UNION SELECT 2")));
	assert_has(db_error(db), "while its rows are read");
	db_rollback(db);

	/* A server reads a statement when it is first run. */
	db_exec(db_prep(db, "SELECT 1; SELECT 2"));
	assert_non_null(db_error(db));
	assert_int_equal(db_state(db), DB_BROKEN);
	db_rollback(db);
	db_exec(db_prep(db, "SELECT x FROM nowhere"));
	assert_has(db_error(db), "nowhere");
	db_rollback(db);
	q = db_prep(db, "SELECT 'tomorrow'");
	assert_true(db_step(q));
	assert_int_equal(db_day(q, 0), DAY_NONE);
	assert_int_equal(db_done(q), -1);
	db_close(db);
}

#define EIGHT(t)                                                               \
	":" t "0, :" t "1, :" t "2, :" t "3, :" t "4, :" t "5, :" t "6, :" t "7"
#define SIXTY_FOUR                                                             \
	EIGHT("a")                                                             \
	", " EIGHT("b") ", " EIGHT("c") ", " EIGHT("d") ", " EIGHT(            \
		"e") ", " EIGHT("f") ", " EIGHT("g") ", " EIGHT("h")

/* Each of them is watched over, and there may be no more. */
static void
sixty_four_values_and_no_more(void **state)
{
	struct db *db = open_new();
	struct db_stmt *q = db_prep(db, "SELECT " SIXTY_FOUR);
	char name[] = ":a0";

	(void)state;
	for (int i = 0; i < 64; i++) {
		name[1] = (char)('a' + i / 8);
		name[2] = (char)('0' + i % 8);
		db_bind_int(q, name, i);
	}
	assert_true(db_step(q));
	assert_int_equal(db_int(q, 63), 63);
	assert_int_equal(db_done(q), 0);
	for (int i = 0; i < 63; i++) {
		name[1] = (char)('a' + i / 8);
		name[2] = (char)('0' + i % 8);
		db_bind_int(q, name, i);
	}
	assert_false(db_step(q));
	assert_has(db_error(db), ":h7 was not bound");
	db_rollback(db);
	db_prep(db, "SELECT " SIXTY_FOUR ", :more");
	assert_int_equal(db_state(db), DB_BROKEN);
	db_close(db);
}

static void
statements_are_cached_and_counted(void **state)
{
	struct db *db = open_new();
	struct db_stmt *q = db_prep(db, "SELECT count(*) FROM pet");

	(void)state;
	db_statements(db);
	assert_ptr_equal(q, db_prep(db, "SELECT count(*) FROM pet"));
	assert_ptr_not_equal(q, db_prep(db, "SELECT count(*) FROM owner"));
	assert_int_equal(db_one(q, -1), 0);
	assert_int_equal(pets(db), 0);
	assert_int_equal(db_statements(db), 2);
	assert_int_equal(db_statements(db), 0);
	/* A cached statement starts with nothing bound. */
	assert_int_equal(add_pet(db, "Rex", 1, 1), 1);
	q = db_prep(db, "INSERT INTO pet (owner_id, name, age, born_on)"
			" VALUES (:owner, :name, :age, :born) RETURNING id");
	assert_int_equal(db_insert(q), 0);
	assert_has(db_error(db), "was not bound");
	db_close(db);
}

static void
a_read_transaction_cannot_write(void **state)
{
	struct db *db = open_new();

	(void)state;
	assert_int_equal(db_begin(db, DB_READ), 0);
	assert_int_equal(pets(db), 0);
	assert_int_equal(add_pet(db, "Rex", 1, 3), 0);
	assert_int_equal(db_state(db), DB_BROKEN);
	db_rollback(db);
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	assert_int_equal(add_pet(db, "Rex", 1, 3), 1);
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(db_begin(db, DB_READ), 0);
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(add_pet(db, "Tom", 1, 3), 2);
	assert_int_equal(db_commit(db), -1);
	db_close(db);
}

static void
a_save_goes_back_and_clears_its_error(void **state)
{
	struct db *db = open_new();

	(void)state;
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	add_pet(db, "Rex", 1, 3);
	assert_int_equal(db_save(db), 0);
	add_pet(db, "Tom", 1, 3);
	add_pet(db, "Rex", 1, 3);
	/* Inside the error, saves nest and change nothing. */
	assert_int_equal(db_save(db), -1);
	assert_int_equal(db_save_back(db), -1);
	assert_int_equal(db_state(db), DB_CONFLICT);
	assert_int_equal(db_save_back(db), 0);
	assert_int_equal(db_state(db), DB_OK);
	assert_int_equal(db_save(db), 0);
	add_pet(db, "Kit", 1, 3);
	assert_int_equal(db_save_keep(db), 0);
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(pets(db), 2);
	db_close(db);
}

static bool
refused(struct db *db, const char *sql)
{
	int bad = db_exec_file(db, write_file("bad.sql", sql), &err);

	db_rollback(db);
	return bad == -1;
}

static void
forbidden_statements_are_refused(void **state)
{
	static const char *const bad[] = {
		"ATTACH '/tmp/x.db' AS x",
		"DETACH main",
		"PRAGMA synchronous = OFF",
		"PRAGMA writable_schema = ON",
		"PRAGMA foreign_keys = OFF",
		"BEGIN",
		"COMMIT",
		"SAVEPOINT x",
		"VACUUM",
		"VACUUM INTO '/tmp/x.db'",
		"SELECT load_extension('x')",
		"SELECT \"no such column\"",
		"SELECT writefile('/tmp/x', 'y')",
		"UPDATE sqlite_schema SET sql = ''",
		"DELETE FROM sqlite_schema",
		"SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4"
		" UNION SELECT 5 UNION SELECT 6",
	};
	struct db *db = open_new();

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (!refused(db, bad[i]))
			fail_msg("allowed: %s", bad[i]);
	assert_false(refused(db, "CREATE TABLE fine (id INTEGER)"));
	db_close(db);
}

static void
a_program_reaches_its_tables_only(void **state)
{
	static const struct db_right rights[] = {
		{"pet", "rw"}, {"log", "rwd"}, {NULL, NULL}};
	static const char *const bad[] = {
		"SELECT * FROM secret",
		"SELECT count(*) FROM secret",
		"SELECT p.name FROM pet p JOIN secret s ON s.word = p.name",
		"SELECT (SELECT word FROM secret)",
		"UPDATE secret SET word = ''",
		"DELETE FROM pet",
		"CREATE TABLE x (id INTEGER)",
		"CREATE TEMP TABLE x (id INTEGER)",
		"CREATE VIEW x AS SELECT * FROM secret",
		"CREATE TRIGGER x AFTER INSERT ON pet BEGIN SELECT 1; END",
		"DROP TABLE pet",
		"ALTER TABLE pet ADD COLUMN x",
		"CREATE INDEX x ON pet (age)",
		"DROP TRIGGER log_keeps",
		"ANALYZE",
		"REINDEX",
		"SELECT sql FROM sqlite_schema",
	};
	struct db *db = open_new();

	(void)state;
	assert_int_equal(
		db_one(db_prep(db, "SELECT count(*) FROM secret"), 0), 1);
	db_restrict(db, rights);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (!refused(db, bad[i]))
			fail_msg("allowed: %s", bad[i]);
	/* A statement from before is asked about again. */
	assert_int_equal(
		db_one(db_prep(db, "SELECT count(*) FROM secret"), -7), -7);
	db_rollback(db);
	/* The foreign key looks its owner up. */
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	assert_int_equal(add_pet(db, "Rex", 1, 3), 1);
	assert_int_equal(db_save(db), 0);
	assert_int_equal(db_save_back(db), 0);
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(pets(db), 1);
	db_close(db);
}

static void
of_a_table_some_columns_may_be_all(void **state)
{
	static const struct db_right rights[] = {
		{"pet", "r:name owner_id"}, {NULL, NULL}};
	static const char *const bad[] = {"SELECT age FROM pet",
		"SELECT * FROM pet", "SELECT name FROM pet WHERE age > 1",
		"SELECT count(*) FROM pet", "UPDATE pet SET name = 'x'"};
	struct db *db = open_new();

	(void)state;
	db_restrict(db, rights);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (!refused(db, bad[i]))
			fail_msg("allowed: %s", bad[i]);
	assert_false(refused(db, "SELECT id, name, owner_id FROM pet"));
	db_close(db);
}

/* A new owner makes SQLite look whether pets refer to it: that one column
 * may be read, and nothing else of the table. */
static void
a_parent_is_added_without_a_right_to_its_children(void **state)
{
	static const struct db_right rights[] = {{"owner", "rw"}, {NULL, NULL}};
	struct db *db = open_new();

	(void)state;
	db_restrict(db, rights);
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	assert_int_equal(
		db_insert(db_prep(db, "INSERT INTO owner (name) VALUES ('Cy')"
				      " RETURNING id")),
		3);
	assert_int_equal(
		db_exec(db_prep(db, "UPDATE owner SET id = 7, name = 'Di'"
				    " WHERE id = 3")),
		1);
	assert_int_equal(db_commit(db), 0);
	assert_true(refused(db, "SELECT name FROM pet"));
	assert_true(refused(db, "DELETE FROM pet"));
	assert_true(refused(db, "UPDATE pet SET owner_id = 1"));
	db_close(db);
}

static void
an_endless_query_is_stopped(void **state)
{
	struct db *db = open_new();
	int64_t n;

	(void)state;
	db_wait(db, 0);
	db_patience(db, 1);
	assert_int_equal(db_begin(db, DB_READ), 0);
	n = db_one(db_prep(db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
			       " SELECT i + 1 FROM n WHERE i < 1000)"
			       " SELECT count(*) FROM n a, n b, n c, n d"),
		-1);
	assert_int_equal(n, -1);
	assert_int_equal(db_state(db), DB_BROKEN);
	assert_has(db_error(db),
		tdb_on_server() ? "statement timeout" : "took too long");
	db_rollback(db);
	db_close(db);
}

static void
one_writer_at_a_time(void **state)
{
	const char *url = file_url();
	struct db *a = open_url(url);
	struct db *b = open_url(url);

	(void)state;
	script(a, schema);
	db_wait(b, 0);
	assert_int_equal(db_begin(a, DB_WRITE), 0);
	add_pet(a, "Rex", 1, 1);
	assert_int_equal(db_begin(b, DB_WRITE), -1);
	assert_int_equal(db_state(b), DB_BUSY);
	assert_int_equal(db_err(b, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	db_rollback(b);
	/* Readers are not in the way and see what was committed. */
	assert_int_equal(db_begin(b, DB_READ), 0);
	assert_int_equal(pets(b), 0);
	assert_int_equal(db_commit(a), 0);
	assert_int_equal(pets(b), 0);
	assert_int_equal(db_commit(b), 0);
	assert_int_equal(pets(b), 1);
	assert_int_equal(db_begin(b, DB_WRITE), 0);
	assert_int_equal(db_commit(b), 0);
	db_close(b);
	db_close(a);
}

static void
a_connection_is_not_carried_over_fork(void **state)
{
	struct db *db = open_new();
	int status = 0;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		signal(SIGABRT, SIG_DFL);
		close(STDERR_FILENO);
		db_begin(db, DB_READ);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
	db_close(db);
}

static void
only_a_plain_local_file_is_opened(void **state)
{
	const char *url = file_url();
	const char *path = url + strlen("sqlite:");
	struct stat st;

	(void)state;
	db_close(open_url(url));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07007, 0);
	unlink(in_folder("link.db"));
	assert_int_equal(symlink(path, in_folder("link.db")), 0);
	assert_null(db_open(
		arena_printf(arena, "sqlite:%s", in_folder("link.db")), &err));
	unlink(in_folder("link.db"));
	assert_int_equal(link(path, in_folder("link.db")), 0);
	assert_null(db_open(url, &err));
	assert_has(err.text, "no link");
	unlink(in_folder("link.db"));
	db_close(open_url(url));
	assert_null(db_open("sqlite:/nowhere/x.db", &err));
	assert_null(db_open("sqlite:/tmp/", &err));
	assert_null(db_open("mysql:x", &err));
	assert_int_equal(err.kind, ERR_INPUT);
	write_file("text.db", "This is no database at all, just some text "
			      "that is long enough to be looked at as one.");
	assert_null(db_open(
		arena_printf(arena, "sqlite:%s", in_folder("text.db")), &err));
	assert_int_equal(err.kind, ERR_BROKEN);
}

/* Needs a folder of its own a test: migrations lie about. */
static const char *
new_steps(const char *name)
{
	char *path = arena_printf(arena, "%s/%s", folder, name);

	assert_int_equal(mkdir(path, 0700), 0);
	write_file(arena_printf(arena, "%s/0001_first.sql", name),
		"CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER) STRICT;\n"
		"CREATE TABLE pgonly (id INTEGER); -- pg:\n"
		"-- pg: begin\n"
		"CREATE TABLE b (id INTEGER, n INTEGER,\n"
		"  EXCLUDE USING btree (n WITH =));\n"
		"  -- pg: end \n"
		"-- sqlite: begin\n"
		"-- sqlite: end\n"
		"CREATE TABLE b (id INTEGER); -- sqlite:\n");
	write_file(arena_printf(arena, "%s/0003_third.sql", name),
		"INSERT INTO a (id, n) VALUES (1, 5), (2, 6);\n");
	write_file(arena_printf(arena, "%s/notes.txt", name), "not SQL");
	return path;
}

static void
migrations_are_applied_once_and_in_order(void **state)
{
	struct db *db = open_empty();
	const char *steps = new_steps("m1");

	(void)state;
	assert_int_equal(db_check_version(db, steps, &err), -1);
	assert_has(err.text, "empty");
	assert_int_equal(db_migrate(db, steps, &err), 2);
	assert_int_equal(db_migrate(db, steps, &err), 0);
	assert_int_equal(db_check_version(db, steps, &err), 0);
	assert_int_equal(db_one(db_prep(db, "SELECT sum(n) FROM a"), 0), 11);
	assert_int_equal(db_one(db_prep(db, "SELECT count(*) FROM b"), -1), 0);
	db_one(db_prep(db, "SELECT count(*) FROM pgonly"), -1);
	assert_int_equal(db_state(db), tdb_on_server() ? DB_OK : DB_BROKEN);
	db_rollback(db);
	write_file("m1/0004_more.sql", "CREATE TABLE c (id INTEGER);");
	assert_int_equal(db_check_version(db, steps, &err), -1);
	assert_has(err.text, "0004");
	assert_int_equal(db_migrate(db, steps, &err), 1);
	/* Now an older program, and a file that was tampered with. */
	unlink(in_folder("m1/0004_more.sql"));
	assert_int_equal(db_migrate(db, steps, &err), -1);
	assert_has(err.text, "newer");
	assert_int_equal(db_check_version(db, steps, &err), -1);
	write_file("m1/0004_more.sql", "CREATE TABLE c (id INTEGER, x INT);");
	assert_int_equal(db_migrate(db, steps, &err), -1);
	assert_has(err.text, "changed");
	db_close(db);
}

static void
a_failed_migration_leaves_nothing(void **state)
{
	struct db *db = open_empty();
	const char *steps = new_steps("m2");

	(void)state;
	write_file("m2/0002_bad.sql",
		"CREATE TABLE half (id INTEGER);\nINSERT INTO nowhere "
		"VALUES (1);");
	assert_int_equal(db_migrate(db, steps, &err), -1);
	assert_has(err.text, "0002_bad.sql");
	assert_has(err.text, "nowhere");
	assert_false(db_in_txn(db));
	assert_int_equal(
		db_one(db_prep(db, "SELECT max(version) FROM schema_version"),
			0),
		1);
	assert_int_equal(
		db_one(db_prep(db, "SELECT count(*) FROM half"), -1), -1);
	db_rollback(db);
	write_file("m2/0002_bad.sql", "CREATE TABLE half (id INTEGER);");
	assert_int_equal(db_migrate(db, steps, &err), 2);
	db_close(db);
}

static void
invariants_hold_before_and_after(void **state)
{
	struct db *db = open_empty();
	const char *steps = new_steps("m3");

	(void)state;
	write_file("m3/invariants.sql",
		"-- What must be true.\n"
		"-- needs: later, a\nSELECT 'later ' || x FROM later;\n"
		"-- needs: a\n"
		"SELECT 'a ' || id || ' has ' || n FROM a WHERE n > 100;\n");
	assert_int_equal(db_migrate(db, steps, &err), 2);
	assert_int_equal(db_check_invariants(db, steps, &err), 0);
	write_file("m3/0004_more.sql", "UPDATE a SET n = 999 WHERE id = 2;");
	assert_int_equal(db_migrate(db, steps, &err), -1);
	assert_has(err.text, "a 2 has 999");
	assert_int_equal(db_one(db_prep(db, "SELECT sum(n) FROM a"), 0), 11);
	db_exec(db_prep(db, "UPDATE a SET n = 101 WHERE id = 1"));
	write_file("m3/0004_more.sql", "CREATE TABLE c (id INTEGER);");
	assert_int_equal(db_migrate(db, steps, &err), -1);
	assert_has(err.text, "a 1 has 101");
	db_close(db);
}

static void
a_damaged_database_is_seen(void **state)
{
	const char *url = file_url();
	struct db *db = open_url(url);
	FILE *f;

	(void)state;
	script(db, schema);
	for (int i = 0; i < 300; i++)
		add_pet(db, arena_printf(arena, "pet number %d", i), 1, 1);
	assert_int_equal(db_quick_check(db, &err), 0);
	db_close(db);
	f = fopen(url + strlen("sqlite:"), "r+");
	assert_non_null(f);
	for (int page = 2; page < 6; page++) {
		fseek(f, page * 4096L + 8, SEEK_SET);
		fputs("garbage garbage garbage", f);
	}
	fclose(f);
	db = open_url(url);
	assert_int_equal(db_quick_check(db, &err), -1);
	assert_int_equal(err.kind, ERR_BROKEN);
	db_close(db);
}

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return mkdtemp(folder) == NULL;
}

static int
end(void **state)
{
	(void)state;
	if (chdir(folder) == 0) {
		static const char *const names[] = {"m1", "m2", "m3"};
		static const char *const files[] = {"0001_first.sql",
			"0002_bad.sql", "0003_third.sql", "0004_more.sql",
			"invariants.sql", "notes.txt"};
		static const char *const top[] = {"script.sql", "bad.sql",
			"text.db", "pets.db", "pets.db-wal", "pets.db-shm"};

		for (size_t i = 0; i < 3; i++) {
			for (size_t j = 0; j < 6; j++)
				unlink(arena_printf(
					arena, "%s/%s", names[i], files[j]));
			rmdir(names[i]);
		}
		for (size_t i = 0; i < 6; i++)
			unlink(top[i]);
		rmdir(folder);
	}
	arena_free(arena);
	return 0;
}

static int
each_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++) {
		tdb_drop(urls[i]);
		urls[i] = NULL;
	}
	return 0;
}

#define FILE_ONLY 7 /* at the end of the list */
#define T(name) cmocka_unit_test_teardown(name, each_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(values_come_back_as_they_went),
		T(absent_values_are_null),
		T(an_error_sticks_until_rollback),
		T(each_constraint_is_told_apart),
		T(our_mistakes_are_errors),
		T(sixty_four_values_and_no_more),
		T(statements_are_cached_and_counted),
		T(a_read_transaction_cannot_write),
		T(a_save_goes_back_and_clears_its_error),
		T(an_endless_query_is_stopped),
		T(a_connection_is_not_carried_over_fork),
		T(migrations_are_applied_once_and_in_order),
		T(a_failed_migration_leaves_nothing),
		T(invariants_hold_before_and_after),
		/* The others are about a file. A server keeps its rights,
		 * locks and pages itself: see test_db_pg.c. */
		T(forbidden_statements_are_refused),
		T(a_program_reaches_its_tables_only),
		T(of_a_table_some_columns_may_be_all),
		T(a_parent_is_added_without_a_right_to_its_children),
		T(one_writer_at_a_time),
		T(only_a_plain_local_file_is_opened),
		T(a_damaged_database_is_seen),
	};
	size_t n = sizeof(tests) / sizeof(tests[0]);

	return _cmocka_run_group_tests(
		"db", tests, tdb_on_server() ? n - FILE_ONLY : n, begin, end);
}
