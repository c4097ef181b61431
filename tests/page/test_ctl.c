/* handrailctl, command by command, in one process and in files of its own. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin/command.h"
#include "base/arena.h"
#include "base/token.h"
#include "care/audit.h"
#include "care/auth.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "store/user_store.h"

static char folder[] = "/tmp/handrail-ctl-XXXXXX";
static struct err err;
static char *url;

/* The test itself may read a table from end to end. */
#define SCAN(db, sql) db_prep(db, sql " /*scan*/")

#define ARGS 12

/* What a command prints is no TAP. */
static int
quiet(struct ctl *c)
{
	int kept = dup(STDOUT_FILENO), null = open("/dev/null", O_WRONLY), bad;

	assert_true(kept >= 0 && null >= 0);
	fflush(stdout);
	dup2(null, STDOUT_FILENO);
	bad = c->cmd->run(c);
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	close(null);
	return bad;
}

/* Run "handrailctl LINE"; 0 or -1, with err. */
static int
run(const char *line)
{
	struct ctl c = {.arena = arena_new(), .now = 1795444620, .home = "."};
	char *argv[ARGS + 2], *save = NULL;
	int argc = 0, bad;

	argv[argc++] = arena_strdup(c.arena, "handrailctl");
	for (char *word = strtok_r(arena_strdup(c.arena, line), " ", &save);
		word != NULL && argc < ARGS; word = strtok_r(NULL, " ", &save))
		argv[argc++] = word;
	bad = ctl_parse(&c, argc, argv) || ctl_open(&c) || quiet(&c);
	err = c.err;
	ctl_close(&c);
	arena_free(c.arena);
	return bad ? -1 : 0;
}

static int
run_here(const char *line)
{
	char text[400];

	snprintf(text, sizeof(text), "%s --dir %s", line, folder);
	return run(text);
}

static void
must(const char *line)
{
	if (run_here(line))
		fail_msg("%s: %s", line, err.text);
}

static const char *
in_folder(struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s", folder, name);
}

/* One with nothing in it, and a configuration that names it. */
static int
new_database(void)
{
	struct arena *a = arena_new();
	FILE *f = fopen(in_folder(a, "handrail.conf"), "w");

	tdb_drop(url);
	url = tdb_new(in_folder(a, "handrail.db"), true, &err);
	arena_free(a);
	if (f == NULL || url == NULL)
		return -1;
	fprintf(f,
		"database = %s\n"
		"schema = " SRCDIR "/schema\n"
		"templates = " SRCDIR "/templates\n"
		"database_pooler = %s\n",
		url, tdb_pooled() ? "transaction" : "none");
	return fclose(f);
}

static struct db *
open_db(void)
{
	struct db *db = tdb_connect(url, "admin", &err);

	assert_non_null(db);
	db_patience(db, 0);
	return db;
}

static int64_t
count(struct db *db, struct db_stmt *q)
{
	int64_t n = db_one(q, -1);

	assert_null(db_error(db));
	return n;
}

static void
mistakes_on_the_line_are_refused(void **state)
{
	static const struct {
		const char *line, *says;
	} bad[] = {
		{"", "Which command"},
		{"fly", "no command \"fly\""},
		{"user", "no command \"user\""},
		{"demo --patiens 3", "does not take --patiens"},
		{"demo --patients", "needs a value"},
		{"user add", "usage: handrailctl user add"},
		{"migrate twice", "usage"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(run(bad[i].line), -1);
		assert_int_equal(err.kind, ERR_INPUT);
		assert_has(err.text, bad[i].says);
	}
	assert_int_equal(run("check --config /nowhere/handrail.conf"), -1);
	assert_has(err.text, "/nowhere/handrail.conf");
}

static void
each_command_says_what_it_is(void **state)
{
	(void)state;
	for (int i = 0; commands[i] != NULL; i++) {
		assert_non_null(commands[i]->name);
		assert_non_null(commands[i]->args);
		assert_non_null(commands[i]->about);
		assert_non_null(commands[i]->opts);
		assert_non_null(commands[i]->run);
		assert_int_not_equal(commands[i]->need, NEED_UNSET);
	}
}

static void
a_clinic_is_set_up_and_set_up_again(void **state)
{
	struct arena *a = arena_new();
	struct stat st;
	struct db *db;

	(void)state;
	must("init --name Northside --zone America/Chicago");
	must("init");
	must("check");
	assert_int_equal(run_here("init --zone Mars/Olympus"), 0);
	if (!tdb_on_server()) {
		assert_int_equal(stat(in_folder(a, "handrail.db"), &st), 0);
		assert_int_equal(st.st_mode & 07, 0);
	}
	db = open_db();
	assert_int_equal(count(db, SCAN(db, "SELECT count(*) FROM clinic")), 1);
	assert_int_equal(count(db, SCAN(db, "SELECT count(*) FROM clinic"
					    " WHERE name = 'Northside'"
					    "   AND zone = 'America/Chicago'")),
		1);
	assert_int_equal(count(db, SCAN(db, "SELECT count(*) FROM team")), 3);
	assert_true(count(db, SCAN(db, "SELECT count(*) FROM closure")) >= 22);
	db_close(db);
	arena_free(a);
}

static void
somebody_is_let_in(void **state)
{
	struct arena *a = arena_new();
	struct user_secret who;
	struct db *db;

	(void)state;
	assert_int_equal(run_here("doctor"), -1);
	must("user add Sam --name Sam --role admin");
	must("doctor");
	assert_int_equal(run_here("user add sam --role admin"), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_int_equal(run_here("user add max --role king"), -1);
	assert_int_equal(run_here("user add max --role patient"), -1);
	assert_int_equal(run_here("user add max"), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_int_equal(run_here("user password nobody"), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	must("user password sam");
	must("user list");
	db = open_db();
	assert_int_equal(user_store_secret(db, a, "sam", &who), 1);
	assert_has(who.hash, "$argon2id$");
	assert_int_equal(count(db, SCAN(db, "SELECT must_change"
					    "  FROM app_user")),
		1);
	/* init, user add, user password: a line each. */
	assert_int_equal(count(db, SCAN(db, "SELECT count(*) FROM audit_event"
					    " WHERE actor LIKE 'uid:%'")),
		3);
	db_close(db);
	must("audit verify");
	arena_free(a);
}

static int64_t
logins(struct arena *a)
{
	char line[400];
	struct stat st;
	int64_t n = 0;
	FILE *f = fopen(in_folder(a, "logins.tsv"), "r");

	assert_non_null(f);
	assert_int_equal(fstat(fileno(f), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_non_null(fgets(line, sizeof(line), f));
	assert_string_equal(line, "program\turl\tuser\tpassword\trole\ttotp\n");
	while (fgets(line, sizeof(line), f) != NULL) {
		int tabs = 0;

		for (const char *s = line; *s != '\0'; s++)
			tabs += *s == '\t';
		assert_int_equal(tabs, 5);
		n++;
	}
	fclose(f);
	return n;
}

static void
start_anew(void)
{
	assert_int_equal(new_database(), 0);
	must("init");
}

static void
a_demonstration_is_whole(void **state)
{
	struct arena *a = arena_new();
	struct db *db;

	(void)state;
	/* Sam, who was let in above, is in the way. */
	assert_int_equal(run_here("demo"), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	start_anew();
	must("demo --patients 150 --seed 7 --today 2026-11-23");
	assert_int_equal(run_here("demo"), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	must("check");
	must("audit verify");
	must("fit no-show");
	/* Every statement of the program, none of them a long read. */
	if (tdb_on_server())
		assert_int_equal(run_here("sql-explain"), -1);
	else
		must("sql-explain");
	/* One of each role, and two patients. */
	assert_int_equal(logins(a), 9);
	db = open_db();
	assert_int_equal(
		count(db, SCAN(db, "SELECT count(*) FROM patient")), 150);
	assert_int_equal(count(db, SCAN(db, "SELECT count(DISTINCT zone)"
					    "  FROM site")),
		2);
	assert_int_equal(count(db, SCAN(db, "SELECT count(DISTINCT kind)"
					    "  FROM work_item"
					    " WHERE closed_at IS NULL")),
		15);
	assert_int_equal(count(db, SCAN(db, "SELECT count(DISTINCT state)"
					    "  FROM work_item")),
		9);
	assert_true(count(db, SCAN(db, "SELECT count(DISTINCT status)"
				       "  FROM appointment")) >= 7);
	assert_int_equal(count(db, SCAN(db, "SELECT count(*) FROM patient"
					    " WHERE mrn = '104882'"
					    "   AND family = 'Delgado'")),
		1);
	/* Rosa's five A1c values, taken in as records from elsewhere. */
	assert_int_equal(
		count(db, SCAN(db, "SELECT count(*) FROM observation o"
				   " JOIN patient p ON p.id = o.patient_id"
				   " WHERE p.mrn = '104882'"
				   "   AND o.code_code = '4548-4'")),
		5);
	assert_int_equal(
		count(db, SCAN(db, "SELECT count(*) FROM patient p"
				   " WHERE (p.allergy_state = 'listed') <>"
				   " EXISTS (SELECT 1 FROM allergy a"
				   "  WHERE a.patient_id = p.id)")),
		0);
	db_close(db);
	arena_free(a);
}

/* The sum of what a seed makes; passwords and hashes are not of it. */
static int64_t
print_of(const char *line)
{
	struct arena *a = arena_new();
	struct db *db;
	int64_t n;

	start_anew();
	must(line);
	db = open_db();
	n = count(db, SCAN(db, "SELECT sum(start_at % 100003 * id)"
			       "  FROM appointment"));
	n += count(db, SCAN(db, "SELECT sum(length(family_key) * id)"
				"  FROM patient"));
	n += count(db, SCAN(db, "SELECT sum(due_at % 100003 * id)"
				"  FROM work_item"));
	db_close(db);
	arena_free(a);
	return n;
}

static void
a_seed_makes_the_same_clinic_again(void **state)
{
	int64_t one =
		print_of("demo --patients 60 --seed 3 --today 2026-11-23");
	int64_t two =
		print_of("demo --patients 60 --seed 3 --today 2026-11-23");
	int64_t other =
		print_of("demo --patients 60 --seed 4 --today 2026-11-23");

	(void)state;
	assert_true(one == two);
	assert_true(one != other);
}

/* Weekends, holidays, the day the clocks change, a leap day. */
static void
any_day_will_do(void **state)
{
	static const char *const days[] = {"2026-11-21", "2026-11-26",
		"2026-03-08", "2026-11-01", "2028-02-29", "2026-12-31"};
	char line[100];

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		snprintf(line, sizeof(line), "demo --patients 40 --today %s",
			days[i]);
		print_of(line);
		must("check");
	}
}

static int
begin(void **state)
{
	(void)state;
	token_start();
	return mkdtemp(folder) == NULL ? -1 : new_database();
}

static int
end(void **state)
{
	static const char *const names[] = {"handrail.conf", "logins.tsv"};
	struct arena *a = arena_new();

	(void)state;
	tdb_drop(url);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unlink(in_folder(a, names[i]));
	arena_free(a);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mistakes_on_the_line_are_refused),
		cmocka_unit_test(each_command_says_what_it_is),
		cmocka_unit_test(a_clinic_is_set_up_and_set_up_again),
		cmocka_unit_test(somebody_is_let_in),
		cmocka_unit_test(a_demonstration_is_whole),
		cmocka_unit_test(a_seed_makes_the_same_clinic_again),
		cmocka_unit_test(any_day_will_do),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
