/*
 * The schema, step by step: files NNNN_name.sql of one folder, written down
 * in schema_version as they are applied.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/token.h"
#include "db/db.h"
#include "db/db_engine.h"

#define STEPS_MAX 500

struct step {
	int version;
	char name[80];
	char path[600];
	char hash[TOKEN_HASH_SIZE];
};

struct steps {
	struct step *v;
	size_t n, cap;
};

static int
is_step(const struct dirent *e)
{
	const char *s = e->d_name;
	size_t n = strlen(s);

	return n > 9 && n < 80 && strspn(s, "0123456789") == 4 && s[4] == '_' &&
	       strcmp(s + n - 4, ".sql") == 0;
}

static int
step_read(
	struct step *st, const char *folder, const char *name, struct err *err)
{
	char *text;

	st->version = (int)strtol(name, NULL, 10);
	snprintf(st->name, sizeof(st->name), "%.*s", (int)strlen(name) - 9,
		name + 5);
	snprintf(st->path, sizeof(st->path), "%.500s/%.79s", folder, name);
	if ((text = db_read_file(st->path, err)) == NULL)
		return -1;
	token_hash(text, st->hash);
	free(text);
	return 0;
}

static int
steps_add(struct arena *a, struct steps *out, const char *folder,
	const char *name, struct err *err)
{
	struct step *st = ARENA_PUSH(a, out);

	if (step_read(st, folder, name, err))
		return -1;
	if (out->n > 1 && out->v[out->n - 2].version == st->version)
		return err_set(err, ERR_BROKEN,
			"Two migrations have the number %04d.", st->version);
	return 0;
}

static int
steps_list(
	struct arena *a, struct steps *out, const char *folder, struct err *err)
{
	struct dirent **list;
	int n = scandir(folder, &list, is_step, alphasort), bad = 0;

	if (n < 0)
		return err_set(err, ERR_BROKEN, "%.300s: %s.", folder,
			strerror(errno));
	for (int i = 0; i < n; i++) {
		if (!bad)
			bad = steps_add(a, out, folder, list[i]->d_name, err);
		free(list[i]);
	}
	free(list);
	if (!bad && out->n == 0)
		bad = err_set(err, ERR_BROKEN,
			"%.300s: there are no migrations here.", folder);
	return bad;
}

static const char version_table[] =
	"CREATE TABLE IF NOT EXISTS schema_version ("
	" version INTEGER PRIMARY KEY, name TEXT NOT NULL,"
	" sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)";

/* The hash a version was applied with; "" if it was not. */
static const char *
applied_hash(struct db *db, struct arena *a, int version)
{
	struct db_stmt *q = db_prep(db,
		"SELECT sha256 FROM schema_version WHERE version = :version");
	const char *hash = "";

	db_bind_int(q, ":version", version);
	if (db_step(q))
		hash = db_text(q, 0, a);
	db_done(q);
	return hash;
}

static int64_t
newest_applied(struct db *db)
{
	return db_one(
		db_prep(db,
			"SELECT coalesce(max(version), 0) FROM schema_version"),
		0);
}

/* Is the step there (1), missing (0), or another than was applied (-1)? */
static int
step_state(
	struct db *db, struct arena *a, const struct step *st, struct err *err)
{
	const char *hash = applied_hash(db, a, st->version);

	if (db_failed(db))
		return db_err(db, err);
	if (*hash == '\0')
		return 0;
	if (strcmp(hash, st->hash) == 0)
		return 1;
	return err_set(err, ERR_BROKEN,
		"Migration %04d (%s) was changed after it had been applied to "
		"this database.",
		st->version, st->name);
}

static int
check_not_newer(struct db *db, const struct steps *steps, struct err *err)
{
	int64_t newest = newest_applied(db);

	if (db_failed(db))
		return db_err(db, err);
	if (newest > steps->v[steps->n - 1].version)
		return err_set(err, ERR_BROKEN,
			"The database has version %lld and is newer than this "
			"program, which knows %d.",
			(long long)newest, steps->v[steps->n - 1].version);
	return 0;
}

static void
write_down(struct db *db, const struct step *st)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO schema_version (version, name, sha256, applied_at)"
		" VALUES (:version, :name, :sha256, :at)");

	db_bind_int(q, ":version", st->version);
	db_bind_text(q, ":name", st->name);
	db_bind_text(q, ":sha256", st->hash);
	db_bind_int(q, ":at", (int64_t)time(NULL));
	db_exec(q);
}

/* Inside a transaction; another program may have been faster. */
static int
step_apply(struct db *db, struct arena *a, const struct step *st,
	const char *folder, struct err *err)
{
	int there = step_state(db, a, st, err);

	if (there != 0)
		return there < 0 ? -1 : 0;
	if (db_exec_file(db, st->path, err))
		return -1;
	write_down(db, st);
	if (db_failed(db))
		return db_err(db, err);
	if (db_check_invariants(db, folder, err))
		return -1;
	return 1;
}

static int
step_run(struct db *db, struct arena *a, const struct step *st,
	const char *folder, struct err *err)
{
	int n;

	if (db_begin(db, DB_WRITE)) {
		db_err(db, err);
		db_rollback(db);
		return -1;
	}
	n = step_apply(db, a, st, folder, err);
	if (n >= 0 && db_commit(db) == 0)
		return n;
	if (n >= 0)
		db_err(db, err);
	db_rollback(db);
	return -1;
}

static int
steps_run(struct db *db, struct arena *a, const struct steps *steps,
	const char *folder, struct err *err)
{
	int done = 0;

	for (size_t i = 0; i < steps->n; i++) {
		int n = step_state(db, a, &steps->v[i], err);

		if (n == 0)
			n = step_run(db, a, &steps->v[i], folder, err);
		else if (n > 0)
			n = 0;
		if (n < 0)
			return -1;
		done += n;
	}
	return done;
}

int
db_migrate(struct db *db, const char *folder, struct err *err)
{
	struct arena *a = arena_new();
	struct steps steps = {0};
	double patience_ms = db->patience_ms;
	int n = -1;

	db_patience(db, 0);
	if (steps_list(a, &steps, folder, err) == 0 &&
		db_script(db, version_table, err) == 0 &&
		check_not_newer(db, &steps, err) == 0 &&
		db_check_invariants(db, folder, err) == 0)
		n = steps_run(db, a, &steps, folder, err);
	db->patience_ms = patience_ms;
	arena_free(a);
	return n;
}

static int
check_version(
	struct db *db, struct arena *a, const char *folder, struct err *err)
{
	struct steps steps = {0};

	if (steps_list(a, &steps, folder, err))
		return -1;
	if (!db_has_table(db, "schema_version"))
		return err_set(err, ERR_BROKEN,
			"The database is empty: run handrailctl migrate.");
	if (check_not_newer(db, &steps, err))
		return -1;
	for (size_t i = 0; i < steps.n; i++) {
		int there = step_state(db, a, &steps.v[i], err);

		if (there < 0)
			return -1;
		if (there == 0)
			return err_set(err, ERR_BROKEN,
				"The database lacks migration %04d (%s): run "
				"handrailctl migrate.",
				steps.v[i].version, steps.v[i].name);
	}
	return 0;
}

int
db_check_steps(struct db *db, const char *folder, struct err *err)
{
	struct arena *a = arena_new();
	int bad = check_version(db, a, folder, err);

	arena_free(a);
	return bad;
}

/* Half a clinic looks like one that lost patients: see db_copy.h. */
int
db_check_version(struct db *db, const char *folder, struct err *err)
{
	if (db_check_steps(db, folder, err))
		return -1;
	if (!db_has_table(db, "copy_progress"))
		return 0;
	return err_set(err, ERR_BROKEN,
		"The database is the unfinished copy of another one: run "
		"handrailctl copy again.");
}

/* --- invariants ----------------------------------------------------------- */

static const char needs[] = "-- needs:";

/* Are all tables of a line "a, b" there? Cuts the line up. */
static bool
all_there(struct db *db, char *line)
{
	char *save = NULL;
	char *name = strtok_r(line, ", \t\r", &save);

	for (; name != NULL; name = strtok_r(NULL, ", \t\r", &save))
		if (!db_has_table(db, name))
			return false;
	return true;
}

/* A block: the rest of the "needs" line, then one query. */
static int
check_block(struct db *db, char *block, struct err *err)
{
	char wrong[300] = "";
	char *query = strchr(block, '\n');
	int n;

	if (query == NULL)
		return 0;
	*query++ = '\0';
	if (!all_there(db, block))
		return 0;
	if ((n = db_query_text(db, query, wrong, sizeof(wrong))) < 0)
		return err_set(err, ERR_BROKEN, "invariants.sql: %.400s",
			db_error(db));
	if (n > 0)
		return err_set(err, ERR_BROKEN,
			"The database breaks a rule: %s", wrong);
	return 0;
}

static int
check_text(struct db *db, char *text, struct err *err)
{
	char *block = strstr(text, needs);

	while (block != NULL) {
		char *next = strstr(block + 1, needs);

		if (next != NULL)
			next[-1] = '\0'; /* the newline before it */
		if (check_block(db, block + strlen(needs), err))
			return -1;
		block = next;
	}
	return 0;
}

int
db_check_invariants(struct db *db, const char *folder, struct err *err)
{
	char path[600];
	char *text;
	FILE *f;
	int bad;

	snprintf(path, sizeof(path), "%.500s/invariants.sql", folder);
	if ((f = fopen(path, "re")) == NULL && errno == ENOENT)
		return 0;
	if (f != NULL)
		fclose(f);
	if ((text = db_read_file(path, err)) == NULL)
		return -1;
	db_drop_lines(text, db->engine->foreign);
	bad = check_text(db, text, err);
	free(text);
	return bad;
}
