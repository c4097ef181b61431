/*
 * Connections, transactions and failures: what of db.h is the same on every
 * engine. Statements are in db_stmt.c.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"

double
db_clock_ms(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* --- failures ----------------------------------------------------------- */

/* A server may say it in several lines; a log and a command have one. */
static void
one_line(char *s)
{
	size_t n = strlen(s);

	while (n > 0 && strchr("\r\n\t ", s[n - 1]) != NULL)
		s[--n] = '\0';
	for (; *s != '\0'; s++)
		if (strchr("\r\n\t", *s) != NULL)
			*s = ' ';
}

void
db_fail(struct db *db, enum db_state state, const char *constraint,
	const char *what, ...)
{
	va_list ap;

	if (db->state != DB_OK)
		return;
	db->state = state;
	snprintf(db->constraint, sizeof(db->constraint), "%s", constraint);
	va_start(ap, what);
	vsnprintf(db->error, sizeof(db->error), what, ap);
	va_end(ap);
	one_line(db->error);
}

bool
db_failed(const struct db *db)
{
	return db->state != DB_OK;
}

static void
forget_failure(struct db *db)
{
	db->state = DB_OK;
	db->error[0] = db->constraint[0] = '\0';
}

enum db_state
db_state(const struct db *db)
{
	return db->state;
}

bool
db_unsure(const struct db *db)
{
	return db->unsure;
}

const char *
db_error(const struct db *db)
{
	return db->state == DB_OK ? NULL : db->error;
}

const char *
db_constraint(const struct db *db)
{
	return db->state == DB_OK ? "" : db->constraint;
}

int
db_err(const struct db *db, struct err *err)
{
	switch (db_state(db)) {
	case DB_CONFLICT:
		return err_set(err, ERR_CONFLICT,
			"Somebody else changed this in the meantime. Nothing "
			"was saved.");
	case DB_BUSY:
	case DB_AGAIN:
		return err_set(err, ERR_BUSY,
			"The system is busy. Nothing was saved; please try "
			"again in a moment.");
	case DB_LOST:
		return err_set(err, ERR_BUSY,
			db->unsure ? "The database went away while it was "
				     "saving. It may be saved or not: please "
				     "look before you enter it again."
				   : "The database cannot be reached. Nothing "
				     "was saved; please try again in a "
				     "moment.");
	default:
		return err_set(err, ERR_BROKEN,
			"Something went wrong on our side. Nothing was saved.");
	}
}

/* --- opening ------------------------------------------------------------ */

static const struct db_engine *const engines[] = {
	&db_sqlite,
#ifdef HAVE_POSTGRESQL
	&db_pg,
#endif
};

struct db *
db_open_with(const char *url, const struct db_how *how, struct err *err)
{
	for (size_t i = 0; i < sizeof(engines) / sizeof(engines[0]); i++) {
		const char *scheme = engines[i]->scheme;
		struct db *db;

		if (strncmp(url, scheme, strlen(scheme)) != 0)
			continue;
		if ((db = engines[i]->open(url, how, err)) == NULL)
			return NULL;
		return db;
	}
	/* It may hold a password: only how it begins is said. */
	err_set(err, ERR_INPUT,
		"%.*s: a database is named sqlite:PATH or postgresql://...",
		(int)strcspn(url, ":"), url);
	return NULL;
}

struct db *
db_open(const char *url, struct err *err)
{
	return db_open_with(url, &(struct db_how){.program = "admin"}, err);
}

void *
db_new(size_t size, const struct db_engine *engine)
{
	struct db *db = calloc(1, size);

	if (db == NULL)
		BUG("out of memory");
	db->engine = engine;
	db->pid = getpid();
	db->none.db = db;
	db->patience_ms = 2000;
	db->wait_ms = 5000;
	return db;
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db->engine->close(db);
	db_drop_statements(db);
	free(db);
}

const char *
db_engine_name(const struct db *db)
{
	return db->engine->name;
}

void
db_patience(struct db *db, int seconds)
{
	db->patience_ms = seconds * 1e3;
}

void
db_wait(struct db *db, int ms)
{
	db->wait_ms = ms;
}

void
db_restrict(struct db *db, const struct db_right *rights)
{
	db->rights = rights;
	db->engine->restrict_to(db, rights);
}

int
db_grant(struct db *db, const char *user, const struct db_right *rights)
{
	return db->engine->grant(db, user, rights);
}

/* --- transactions -------------------------------------------------------- */

bool
db_in_txn(const struct db *db)
{
	return db->engine->in_txn(db);
}

int
db_begin(struct db *db, enum db_txn txn)
{
	if (db->pid != getpid())
		BUG("a database connection was carried over fork()");
	if (db_in_txn(db))
		BUG("a transaction inside a transaction");
	if (db->state != DB_OK)
		return -1;
	db->saves = db->dead_saves = 0;
	db->unsure = false;
	db->txn = txn;
	return db->engine->begin(db, txn);
}

int
db_commit(struct db *db)
{
	db_close_cursors(db);
	if (db->state == DB_OK && !db_in_txn(db))
		db_fail(db, DB_BROKEN, "", "commit without a transaction");
	if (db->state != DB_OK || db->engine->commit(db))
		return -1;
	db->txn = DB_WRITE;
	return 0;
}

void
db_rollback(struct db *db)
{
	db_close_cursors(db);
	forget_failure(db);
	if (db_in_txn(db))
		db->engine->rollback(db);
	db->txn = DB_WRITE;
}

/* A save that was asked for after an error is only counted. */
int
db_save(struct db *db)
{
	if (db->state != DB_OK) {
		db->dead_saves++;
		return -1;
	}
	if (db->engine->run(db, "SAVEPOINT hr") == 0)
		db->saves++;
	return db->state == DB_OK ? 0 : -1;
}

static bool
save_is_dead(struct db *db)
{
	if (db->dead_saves > 0) {
		db->dead_saves--;
		return true;
	}
	if (db->saves == 0)
		BUG("a save is ended that was not begun");
	db->saves--;
	return false;
}

int
db_save_keep(struct db *db)
{
	if (save_is_dead(db) || db->state != DB_OK)
		return -1;
	return db->engine->run(db, "RELEASE SAVEPOINT hr");
}

int
db_save_back(struct db *db)
{
	if (save_is_dead(db))
		return -1;
	/* A full disk or a lost server ends the whole transaction: nothing
	 * to go back to, and the error stands. Two transactions that crossed
	 * must both see the whole of theirs undone. */
	if (!db_in_txn(db) || db->state == DB_LOST || db->state == DB_AGAIN)
		return -1;
	forget_failure(db);
	if (db->engine->run(db, "ROLLBACK TO SAVEPOINT hr"))
		return -1;
	return db->engine->run(db, "RELEASE SAVEPOINT hr");
}

int
db_lock(struct db *db, enum db_lock lock, int64_t id, bool shared)
{
	if (db->state != DB_OK)
		return -1;
	return db->engine->lock(db, lock, id, shared);
}

/* --- scripts and the whole database ------------------------------------- */

/* Whole and NUL-terminated; free() it. NULL and err set on failure. */
char *
db_read_file(const char *path, struct err *err)
{
	size_t n = 0, cap = 1 << 16;
	FILE *f = fopen(path, "re");
	char *s = NULL, *more;

	if (f == NULL) {
		err_set(err, ERR_BROKEN, "%.300s: %s.", path, strerror(errno));
		return NULL;
	}
	do {
		cap *= 2;
		if ((more = realloc(s, cap)) == NULL)
			BUG("out of memory");
		s = more;
		n += fread(s + n, 1, cap - n - 1, f);
	} while (n == cap - 1);
	s[n] = '\0';
	if (!ferror(f) && fclose(f) == 0)
		return s;
	err_set(err, ERR_BROKEN, "%.300s: could not be read.", path);
	free(s);
	return NULL;
}

/* Does the line (n bytes) end in mark and then word? */
static bool
line_ends(const char *line, size_t n, const char *mark, const char *word)
{
	size_t m = strlen(mark), w = strlen(word);

	while (n > 0 && (line[n - 1] == ' ' || line[n - 1] == '\r'))
		n--;
	return n >= m + w && memcmp(line + n - w, word, w) == 0 &&
	       memcmp(line + n - w - m, mark, m) == 0;
}

/*
 * Blank each line that ends in mark, and what stands between a line "MARK
 * begin" and a line "MARK end", so that positions stay.
 */
void
db_drop_lines(char *text, const char *mark)
{
	bool inside = false;
	char *line = text, *end;

	for (; *line != '\0'; line = end + (*end == '\n')) {
		bool drop, last;
		size_t n;

		end = line + strcspn(line, "\n");
		n = (size_t)(end - line);
		inside |= line_ends(line, n, mark, " begin");
		last = line_ends(line, n, mark, " end");
		drop = inside || last || line_ends(line, n, mark, "");
		if (drop)
			memset(line, ' ', n);
		inside &= !last;
	}
}

int
db_exec_file(struct db *db, const char *path, struct err *err)
{
	char *text = db_read_file(path, err);
	struct err inner = {0};
	int bad;

	if (text == NULL)
		return -1;
	db_drop_lines(text, db->engine->foreign);
	bad = db_script(db, text, &inner);
	free(text);
	if (bad)
		return err_set(
			err, ERR_BROKEN, "%.100s: %.350s", path, inner.text);
	return 0;
}

int
db_script(struct db *db, const char *text, struct err *err)
{
	return db->engine->script(db, text, err);
}

bool
db_has_table(struct db *db, const char *name)
{
	return db->state == DB_OK && db->engine->has_table(db, name);
}

int
db_query_text(struct db *db, const char *sql, char *out, size_t size)
{
	return db->state == DB_OK ? db->engine->query_text(db, sql, out, size)
				  : -1;
}

const char *
db_plan(struct db *db, struct arena *a, const char *sql)
{
	return db->engine->plan != NULL ? db->engine->plan(db, a, sql) : NULL;
}

int
db_facts(struct db *db, struct arena *a, struct db_facts *out)
{
	struct db_stmt *q;

	if (db->engine->facts == NULL)
		return db->state == DB_OK ? 0 : -1;
	q = db_prep_made(db, db->engine->facts);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct db_fact){
			.name = db_text(q, 0, a), .value = db_text(q, 1, a)};
	db_done(q);
	db_finish_made(q);
	return db->state == DB_OK ? 0 : -1;
}

int
db_quick_check(struct db *db, struct err *err)
{
	return db->engine->quick_check(db, err);
}
