/*
 * SQLite behind db.h; no other file knows of it. How a connection is
 * hardened follows sqlite.org/security.html, how a file is kept whole
 * sqlite.org/howtocorrupt.html.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"

#define PROGRESS_OPS 20000

struct sqlite_stmt {
	struct db_stmt q; /* first */
	sqlite3_stmt *h;
};

struct sqlite_db {
	struct db db; /* first */
	sqlite3 *h;
	sqlite3_stmt *begin_read, *begin_write, *commit;
	bool memory;
	bool inside; /* a statement of this file: the authorizer lets it by */
	char *keys;  /* "table.column" of every foreign key, a line each */
	double busy_since, cpu_since;
	unsigned seed;
};

static struct sqlite_db *
sq(struct db *db)
{
	return (struct sqlite_db *)db;
}

static sqlite3_stmt *
handle(struct db_stmt *q)
{
	return ((struct sqlite_stmt *)q)->h;
}

/* --- errors ------------------------------------------------------------ */

static enum db_state
state_of(int rc)
{
	switch (rc) {
	case SQLITE_CONSTRAINT_NOTNULL:
	case SQLITE_CONSTRAINT_DATATYPE:
		return DB_BROKEN; /* our mistake, whatever anybody else did */
	}
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return DB_BUSY;
	case SQLITE_CONSTRAINT:
		return DB_CONFLICT;
	default:
		return DB_BROKEN;
	}
}

/* "UNIQUE constraint failed: site.name" names site.name. */
static const char *
constraint_of(struct sqlite_db *d, int rc)
{
	const char *text = sqlite3_errmsg(d->h);
	const char *colon = strstr(text, "failed: ");

	if ((rc & 0xff) != SQLITE_CONSTRAINT)
		return "";
	if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
		return "foreign_key";
	if (rc == SQLITE_CONSTRAINT_TRIGGER)
		return text;
	return colon ? colon + strlen("failed: ") : "";
}

static void
fail(struct sqlite_db *d, int rc, const char *what, const char *file, int line)
{
	db_fail(&d->db, state_of(rc), constraint_of(d, rc), "%s: %s (%s:%d)",
		what,
		(rc & 0xff) == SQLITE_INTERRUPT ? "took too long"
						: sqlite3_errmsg(d->h),
		file, line);
}

/* --- what SQLite asks back --------------------------------------------- */

/*
 * Its own handler sleeps up to 100 ms at a time, so that a busy writer
 * starves the others for seconds; short random sleeps are fair.
 */
static int
on_busy(void *arg, int n)
{
	struct sqlite_db *d = arg;
	double now = db_clock_ms(CLOCK_MONOTONIC);
	struct timespec nap = {0, 100000};

	if (n == 0)
		d->busy_since = now;
	if (now - d->busy_since > d->db.wait_ms)
		return 0;
	d->seed = d->seed * 1103515245u + 12345u;
	nap.tv_nsec += (long)(d->seed >> 8) % 900000;
	nanosleep(&nap, NULL);
	return 1;
}

/* CPU time, so that a slow disk or a crowded machine stops nothing. */
static int
on_progress(void *arg)
{
	struct sqlite_db *d = arg;
	double now;

	if (d->db.patience_ms <= 0 || d->inside)
		return 0;
	now = db_clock_ms(CLOCK_THREAD_CPUTIME_ID);
	if (d->cpu_since <= 0)
		d->cpu_since = now;
	return now - d->cpu_since > d->db.patience_ms;
}

/* Is the column among those after the colon, or is there no colon? */
static bool
readable(const char *rights, const char *column)
{
	const char *at = strchr(rights, ':');
	size_t n = strlen(column);

	if (at == NULL)
		return true;
	for (at++; *at != '\0'; at += strspn(at, " ")) {
		size_t word = strcspn(at, " ");

		if (word == n && memcmp(at, column, n) == 0)
			return true;
		at += word;
	}
	return false;
}

static int
right_for(const struct db_right *r, const char *table, const char *wanted,
	const char *column)
{
	while (r->table != NULL && strcmp(r->table, table) != 0)
		r++;
	if (r->table == NULL ||
		strcspn(r->rights, wanted) >= strcspn(r->rights, ":"))
		return SQLITE_DENY;
	return *wanted != 'r' || readable(r->rights, column) ? SQLITE_OK
							     : SQLITE_DENY;
}

static bool
function_allowed(const char *name)
{
	static const char *const no[] = {"load_extension", "readfile",
		"writefile", "edit", "fts3_tokenizer", "zeroblob",
		"randomblob"};

	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (sqlite3_stricmp(name, no[i]) == 0)
			return false;
	return true;
}

/*
 * Adding or changing a row makes SQLite look for rows that refer to it, by
 * the columns that do, and asks for the right to read them. Such a column
 * holds an id and no more; the rows' other columns stay shut.
 */
static bool
is_key(const struct sqlite_db *d, const char *table, const char *column)
{
	size_t t = strlen(table), c = strlen(column);
	const char *line = d->keys;

	for (; line != NULL && *line != '\0'; line += strcspn(line, "\n") + 1)
		if (strncmp(line, table, t) == 0 && line[t] == '.' &&
			strncmp(line + t + 1, column, c) == 0 &&
			line[t + 1 + c] == '\n')
			return true;
	return false;
}

static void
learn_keys(struct sqlite_db *d)
{
	static const char sql[] =
		"SELECT group_concat(m.name || '.' || f.\"from\", char(10))"
		" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f"
		" WHERE m.type = 'table'";
	const char *text;
	sqlite3_stmt *h;

	free(d->keys);
	d->keys = NULL;
	d->inside = true;
	if (sqlite3_prepare_v2(d->h, sql, -1, &h, NULL) == SQLITE_OK) {
		if (sqlite3_step(h) == SQLITE_ROW &&
			(text = (const char *)sqlite3_column_text(h, 0)) !=
				NULL &&
			asprintf(&d->keys, "%s\n", text) < 0)
			d->keys = NULL;
		sqlite3_finalize(h);
	}
	d->inside = false;
}

/* Once db_restrict() was called. Foreign keys look their parents up by id,
 * so that one column may be read of every table. */
static int
restricted(const struct sqlite_db *d, int action, const char *a, const char *b)
{
	const struct db_right *r = d->db.rights;

	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_READ:
		if (strcmp(b, "id") == 0 || is_key(d, a, b))
			return SQLITE_OK;
		return right_for(r, a, "r", b);
	case SQLITE_INSERT:
		return right_for(r, a, "aw", b);
	case SQLITE_UPDATE:
		return right_for(r, a, "w", b);
	case SQLITE_DELETE:
		return right_for(r, a, "d", b);
	default:
		return SQLITE_DENY;
	}
}

/* Transactions are db_begin()'s and db_save()'s, settings db_open()'s. */
static int
on_authorize(void *arg, int action, const char *a, const char *b,
	const char *schema, const char *trigger)
{
	const struct sqlite_db *d = arg;

	(void)schema;
	(void)trigger;
	if (d->inside)
		return SQLITE_OK;
	switch (action) {
	case SQLITE_PRAGMA:
		/* A migration makes a table anew that others refer to: the
		 * commit then looks at every key. ALTER TABLE asks whether
		 * the rows keep a new CHECK. */
		return !d->db.rights &&
				       (strcmp(a, "defer_foreign_keys") == 0 ||
					       strcmp(a, "quick_check") == 0)
			       ? SQLITE_OK
			       : SQLITE_DENY;
	case SQLITE_ATTACH:
	case SQLITE_DETACH:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
		return SQLITE_DENY;
	case SQLITE_FUNCTION:
		return function_allowed(b) ? SQLITE_OK : SQLITE_DENY;
	}
	return d->db.rights ? restricted(d, action, a, b) : SQLITE_OK;
}

static void
sqlite_restrict(struct db *db, const struct db_right *rights)
{
	(void)rights;
	learn_keys(sq(db));
	/* Setting it anew makes SQLite prepare, and so ask, again. */
	sqlite3_set_authorizer(sq(db)->h, on_authorize, db);
}

static int
sqlite_grant(struct db *db, const char *user, const struct db_right *rights)
{
	(void)user;
	(void)rights;
	return db->state == DB_OK ? 0 : -1;
}

/* --- opening ------------------------------------------------------------ */

static int
sqlite_run(struct db *db, const char *sql)
{
	struct sqlite_db *d = sq(db);
	bool before = d->inside;
	int rc;

	if (db->state != DB_OK)
		return -1;
	d->inside = true;
	rc = sqlite3_exec(d->h, sql, NULL, NULL, NULL);
	d->inside = before;
	if (rc != SQLITE_OK)
		fail(d, rc, sql, __FILE__, __LINE__);
	return db->state == DB_OK ? 0 : -1;
}

static int
sqlite_query_text(struct db *db, const char *sql, char *out, size_t size)
{
	struct sqlite_db *d = sq(db);
	bool before = d->inside;
	sqlite3_stmt *h = NULL;
	int rc, found = 0;

	d->inside = true;
	rc = sqlite3_prepare_v2(d->h, sql, -1, &h, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(h);
	if (rc == SQLITE_ROW) {
		const unsigned char *s = sqlite3_column_text(h, 0);

		snprintf(out, size, "%s", s ? (const char *)s : "");
		found = 1;
	}
	d->inside = before;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE) {
		fail(d, rc, sql, __FILE__, __LINE__);
		found = -1;
	}
	sqlite3_finalize(h);
	return found;
}

/* Set it, read it back: a setting that did not take is no setting. */
static void
must_be(struct db *db, const char *set, const char *get, const char *want)
{
	char got[32] = "";

	sqlite_run(db, set);
	if (db_query_text(db, get, got, sizeof(got)) < 0)
		return;
	if (strcmp(got, want) != 0)
		db_fail(db, DB_BROKEN, "", "%s: is \"%s\", must be \"%s\"", get,
			got, want);
}

static void
set_limits(sqlite3 *h)
{
	static const struct {
		int id, value;
	} limits[] = {
		{SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024},
		{SQLITE_LIMIT_SQL_LENGTH, 100000},
		{SQLITE_LIMIT_COLUMN, 200},
		{SQLITE_LIMIT_VDBE_OP, 250000},
		{SQLITE_LIMIT_COMPOUND_SELECT, 5},
		{SQLITE_LIMIT_EXPR_DEPTH, 100},
		{SQLITE_LIMIT_FUNCTION_ARG, 32},
		{SQLITE_LIMIT_ATTACHED, 0},
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
		{SQLITE_LIMIT_VARIABLE_NUMBER, DB_PARAMS_MAX},
		{SQLITE_LIMIT_TRIGGER_DEPTH, 5},
		{SQLITE_LIMIT_WORKER_THREADS, 0},
	};

	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		sqlite3_limit(h, limits[i].id, limits[i].value);
}

static void
set_config(struct db *db)
{
	static const struct {
		int id, value;
	} config[] = {
		{SQLITE_DBCONFIG_DEFENSIVE, 1},
		{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
		{SQLITE_DBCONFIG_DQS_DDL, 0},
		{SQLITE_DBCONFIG_DQS_DML, 0},
		{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
		{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
		{SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
	};

	for (size_t i = 0; i < sizeof(config) / sizeof(config[0]); i++) {
		int now = -1;

		sqlite3_db_config(
			sq(db)->h, config[i].id, config[i].value, &now);
		if (now != config[i].value)
			db_fail(db, DB_BROKEN, "",
				"SQLite refuses to be hardened");
	}
}

/* WAL with synchronous FULL is the one way of the three fast ones in which
 * a commit that was reported survives a power cut. */
static void
set_up(struct sqlite_db *d)
{
	struct db *db = &d->db;

	sqlite3_extended_result_codes(d->h, 1);
	sqlite3_busy_handler(d->h, on_busy, d);
	set_limits(d->h);
	set_config(db);
	if (!d->memory)
		must_be(db, "PRAGMA journal_mode = WAL", "PRAGMA journal_mode",
			"wal");
	must_be(db, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2");
	must_be(db, "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1");
	must_be(db, "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check",
		"1");
	must_be(db, "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2");
	if (!d->memory)
		must_be(db, "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0");
	sqlite_run(db, "PRAGMA journal_size_limit = 67108864");
	sqlite_run(db, "PRAGMA cache_size = -16000");
	sqlite3_progress_handler(d->h, PROGRESS_OPS, on_progress, d);
	sqlite3_set_authorizer(d->h, on_authorize, d);
}

/*
 * One real path to one file on a local disk: locks and the journal hang on
 * the name, and network file systems do not keep their promises.
 */
static int
check_file(const char *path, struct err *err)
{
	static const unsigned long network[] = {
		0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997};
	struct statfs fs;
	struct stat st;
	/* O_EXCL: closing a second descriptor of an open database would
	 * drop this process's locks on it. */
	int fd = open(
		path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0660);

	if (fd >= 0)
		close(fd);
	if (lstat(path, &st) != 0)
		return err_set(
			err, ERR_BROKEN, "%.300s: %s.", path, strerror(errno));
	if (!S_ISREG(st.st_mode) || st.st_nlink != 1)
		return err_set(err, ERR_BROKEN,
			"%.300s: must be a file of one name, no link.", path);
	if (statfs(path, &fs) != 0)
		return err_set(
			err, ERR_BROKEN, "%.300s: %s.", path, strerror(errno));
	for (size_t i = 0; i < sizeof(network) / sizeof(network[0]); i++)
		if (((unsigned long)fs.f_type & 0xffffffff) == network[i])
			return err_set(err, ERR_BROKEN,
				"%.300s: must be on a local disk.", path);
	return 0;
}

/* The folder's real path and the file's name. */
static int
real_path(const char *path, char out[PATH_MAX], struct err *err)
{
	char folder[PATH_MAX], real[PATH_MAX];
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	int n;

	snprintf(folder, sizeof(folder), "%.*s",
		slash ? (int)(slash - path + 1) : 1, slash ? path : ".");
	if (realpath(folder, real) == NULL)
		return err_set(err, ERR_BROKEN, "%.300s: %s.", folder,
			strerror(errno));
	n = snprintf(out, PATH_MAX, "%s/%s", real, name);
	if (*name == '\0' || n >= PATH_MAX)
		return err_set(err, ERR_BROKEN, "%.300s: no file name.", path);
	return check_file(out, err);
}

static int
open_file(struct sqlite_db *d, const char *path, struct err *err)
{
	char real[PATH_MAX] = ":memory:";
	int rc;

	d->memory = strcmp(path, real) == 0;
	if (!d->memory && real_path(path, real, err))
		return -1;
	sqlite3_hard_heap_limit64((sqlite3_int64)1 << 30);
	rc = sqlite3_open_v2(real, &d->h,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
			SQLITE_OPEN_NOFOLLOW,
		NULL);
	if (rc == SQLITE_OK)
		set_up(d);
	if (rc != SQLITE_OK || d->db.state != DB_OK)
		return err_set(err, ERR_BROKEN, "%.200s: %s", real,
			rc != SQLITE_OK ? sqlite3_errstr(rc) : d->db.error);
	return 0;
}

static struct db *
sqlite_open(const char *url, const struct db_how *how, struct err *err)
{
	struct sqlite_db *d = db_new(sizeof(*d), &db_sqlite);

	if (how->standby || how->pooler)
		err_set(err, ERR_INPUT,
			"SQLite has neither a standby nor a pooler.");
	else if (open_file(d, url + strlen(db_sqlite.scheme), err) == 0) {
		d->seed = (unsigned)d->db.pid * 2654435761u;
		return &d->db;
	}
	db_close(&d->db);
	return NULL;
}

static void
sqlite_close(struct db *db)
{
	struct sqlite_db *d = sq(db);

	sqlite3_finalize(d->begin_read);
	sqlite3_finalize(d->begin_write);
	sqlite3_finalize(d->commit);
	/* With the last of the statements. */
	sqlite3_close_v2(d->h);
	free(d->keys);
}

/* --- transactions -------------------------------------------------------- */

/* Each page has two transactions: their statements are kept. */
static int
run_kept(struct db *db, sqlite3_stmt **h, const char *sql)
{
	struct sqlite_db *d = sq(db);
	bool before = d->inside;
	int rc = SQLITE_OK;

	d->inside = true;
	if (*h == NULL)
		rc = sqlite3_prepare_v3(
			d->h, sql, -1, SQLITE_PREPARE_PERSISTENT, h, NULL);
	if (rc == SQLITE_OK) {
		sqlite3_step(*h);
		rc = sqlite3_reset(*h);
	}
	d->inside = before;
	if (rc != SQLITE_OK)
		fail(d, rc, sql, __FILE__, __LINE__);
	return db->state == DB_OK ? 0 : -1;
}

static bool
sqlite_in_txn(const struct db *db)
{
	return !sqlite3_get_autocommit(((const struct sqlite_db *)db)->h);
}

static int
sqlite_begin(struct db *db, enum db_txn txn)
{
	if (txn == DB_READ)
		return run_kept(db, &sq(db)->begin_read, "BEGIN");
	return run_kept(db, &sq(db)->begin_write, "BEGIN IMMEDIATE");
}

static int
sqlite_commit(struct db *db)
{
	return run_kept(db, &sq(db)->commit, "COMMIT");
}

static void
sqlite_rollback(struct db *db)
{
	sqlite_run(db, "ROLLBACK");
}

/* BEGIN IMMEDIATE is a lock on everything. */
static int
sqlite_lock(struct db *db, enum db_lock lock, int64_t id, bool shared)
{
	(void)lock;
	(void)id;
	(void)shared;
	return db->state == DB_OK ? 0 : -1;
}

/* --- statements ----------------------------------------------------------- */

static struct db_stmt *
sqlite_prepare(struct db *db, const char *sql, const char *file, int line)
{
	const char *tail = "";
	sqlite3_stmt *h = NULL;
	struct sqlite_stmt *s;
	int rc = sqlite3_prepare_v3(
		sq(db)->h, sql, -1, SQLITE_PREPARE_PERSISTENT, &h, &tail);

	if (rc != SQLITE_OK) {
		fail(sq(db), rc, "prepare", file, line);
		return NULL;
	}
	if (h == NULL || tail[strspn(tail, " \t\n;")] != '\0') {
		sqlite3_finalize(h);
		db_fail(db, DB_BROKEN, "", "not one statement (%s:%d)", file,
			line);
		return NULL;
	}
	if ((s = calloc(1, sizeof(*s))) == NULL)
		BUG("out of memory");
	s->h = h;
	s->q.params = sqlite3_bind_parameter_count(h);
	return &s->q;
}

static void
sqlite_finish(struct db_stmt *q)
{
	sqlite3_finalize(handle(q));
	free(q);
}

static int
sqlite_param(struct db_stmt *q, const char *name)
{
	return sqlite3_bind_parameter_index(handle(q), name);
}

static const char *
sqlite_param_name(struct db_stmt *q, int i)
{
	return sqlite3_bind_parameter_name(handle(q), i);
}

static int
bind_value(sqlite3_stmt *h, int i, const struct db_value *v)
{
	if (v->null)
		return sqlite3_bind_null(h, i);
	switch (v->type) {
	case DB_INT:
		return sqlite3_bind_int64(h, i, v->i);
	case DB_REAL:
		return sqlite3_bind_double(h, i, v->r);
	case DB_TEXT:
		return sqlite3_bind_text64(
			h, i, v->p, v->n, SQLITE_TRANSIENT, SQLITE_UTF8);
	case DB_BLOB:
		return sqlite3_bind_blob64(
			h, i, v->p ? v->p : "", v->n, SQLITE_TRANSIENT);
	default:
		return sqlite3_bind_null(h, i);
	}
}

static int
sqlite_bind(struct db_stmt *q, int i, const struct db_value *v)
{
	int rc = bind_value(handle(q), i, v);

	if (rc != SQLITE_OK)
		fail(sq(q->db), rc, "bind", q->file, q->line);
	return rc == SQLITE_OK ? 0 : -1;
}

static bool
sqlite_step(struct db_stmt *q)
{
	int rc;

	if (q->db->txn == DB_READ && sqlite_in_txn(q->db) &&
		!sqlite3_stmt_readonly(handle(q))) {
		db_stmt_fail(q, "a reading transaction would write");
		return false;
	}
	if (!q->open)
		sq(q->db)->cpu_since = 0;
	rc = sqlite3_step(handle(q));
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		fail(sq(q->db), rc, "step", q->file, q->line);
	return rc == SQLITE_ROW;
}

static void
sqlite_reset(struct db_stmt *q)
{
	sqlite3_reset(handle(q));
	sqlite3_clear_bindings(handle(q));
}

static int64_t
sqlite_changes(struct db_stmt *q)
{
	return sqlite3_column_count(handle(q)) > 0
		       ? 0
		       : sqlite3_changes64(sq(q->db)->h);
}

static int64_t
status(struct db_stmt *q, int what)
{
	return sqlite3_stmt_status(handle(q), what, 1);
}

static void
sqlite_trace(struct db_stmt *q)
{
	if (strstr(q->sql, "/*scan*/") == NULL &&
		status(q, SQLITE_STMTSTATUS_FULLSCAN_STEP) > 0)
		fputs(" SCAN", stderr);
	if (status(q, SQLITE_STMTSTATUS_AUTOINDEX) > 0)
		fputs(" AUTOINDEX", stderr);
	if (status(q, SQLITE_STMTSTATUS_SORT) > 0)
		fputs(" sort", stderr);
}

/* --- columns ----------------------------------------------------------------
 */

static int
sqlite_columns(struct db_stmt *q)
{
	return sqlite3_column_count(handle(q));
}

static enum db_type
sqlite_type(struct db_stmt *q, int col)
{
	switch (sqlite3_column_type(handle(q), col)) {
	case SQLITE_INTEGER:
		return DB_INT;
	case SQLITE_FLOAT:
		return DB_REAL;
	case SQLITE_TEXT:
		return DB_TEXT;
	case SQLITE_BLOB:
		return DB_BLOB;
	default:
		return DB_NULL;
	}
}

static int64_t
sqlite_get_int(struct db_stmt *q, int col)
{
	return sqlite3_column_int64(handle(q), col);
}

static double
sqlite_get_real(struct db_stmt *q, int col)
{
	return sqlite3_column_double(handle(q), col);
}

static const char *
sqlite_get_text(struct db_stmt *q, int col)
{
	return (const char *)sqlite3_column_text(handle(q), col);
}

static const void *
sqlite_get_blob(struct db_stmt *q, int col, size_t *n)
{
	const void *p = sqlite3_column_blob(handle(q), col);

	*n = (size_t)sqlite3_column_bytes(handle(q), col);
	return p;
}

/* --- the whole database ------------------------------------------------------
 */

/*
 * The plan of an INSERT names the tables that refer to the new row. They
 * are looked at only while a deferred foreign key is broken, which ours
 * never are, so there is nothing to tell.
 */
static const char *
sqlite_plan(struct db *db, struct arena *a, const char *sql)
{
	const char *plan = "";
	sqlite3_stmt *h = NULL;

	if (strncmp(sql, "INSERT", 6) == 0 && strstr(sql, "SELECT") == NULL)
		return "";
	if (sqlite3_prepare_v2(sq(db)->h,
		    arena_printf(a, "EXPLAIN QUERY PLAN %s", sql), -1, &h,
		    NULL) != SQLITE_OK) {
		fail(sq(db), SQLITE_ERROR, "plan", __FILE__, __LINE__);
		return "";
	}
	while (sqlite3_step(h) == SQLITE_ROW)
		plan = arena_printf(a, "%s%s\n", plan,
			(const char *)sqlite3_column_text(h, 3));
	sqlite3_finalize(h);
	return plan;
}

/* A script may make tables, but begins and ends no transaction. */
static int
sqlite_script(struct db *db, const char *text, struct err *err)
{
	const char *tail = text;
	int rc = SQLITE_OK;

	while (rc == SQLITE_OK && *tail != '\0') {
		sqlite3_stmt *h = NULL;

		rc = sqlite3_prepare_v2(sq(db)->h, tail, -1, &h, &tail);
		while (rc == SQLITE_OK && h != NULL &&
			(rc = sqlite3_step(h)) == SQLITE_ROW)
			rc = SQLITE_OK;
		if (rc == SQLITE_DONE)
			rc = SQLITE_OK;
		if (rc != SQLITE_OK)
			fail(sq(db), rc, "script", __FILE__, __LINE__);
		sqlite3_finalize(h);
	}
	if (rc == SQLITE_OK)
		return 0;
	return err_set(err, ERR_BROKEN, "%.300s at \"%.60s\"", db->error,
		tail + strspn(tail, " \t\n"));
}

static bool
sqlite_has_table(struct db *db, const char *name)
{
	struct db_stmt *q = db_prep_made(db,
		"SELECT count(*) FROM sqlite_schema"
		" WHERE type IN ('table', 'view') AND name = :name");
	bool there;

	db_bind_text(q, ":name", name);
	there = db_one(q, 0) > 0;
	db_finish_made(q);
	return there;
}

/* A row without an id of its own gets the highest and one. */
static int
sqlite_settle_ids(struct db *db)
{
	return db->state == DB_OK ? 0 : -1;
}

static int
sqlite_quick_check(struct db *db, struct err *err)
{
	char text[200] = "";

	if (db_query_text(db, "PRAGMA quick_check(1)", text, sizeof(text)) < 0)
		return db_err(db, err);
	if (strcmp(text, "ok") == 0 &&
		db_query_text(db, "PRAGMA foreign_key_check", text,
			sizeof(text)) == 0)
		return 0;
	return err_set(err, ERR_BROKEN, "The database is damaged: %s.", text);
}

const struct db_engine db_sqlite = {
	.name = "sqlite",
	.scheme = "sqlite:",
	.foreign = "-- pg:",
	.open = sqlite_open,
	.close = sqlite_close,
	.begin = sqlite_begin,
	.commit = sqlite_commit,
	.rollback = sqlite_rollback,
	.in_txn = sqlite_in_txn,
	.run = sqlite_run,
	.lock = sqlite_lock,
	.restrict_to = sqlite_restrict,
	.grant = sqlite_grant,
	.prepare = sqlite_prepare,
	.finish = sqlite_finish,
	.param = sqlite_param,
	.param_name = sqlite_param_name,
	.bind = sqlite_bind,
	.step = sqlite_step,
	.reset = sqlite_reset,
	.changes = sqlite_changes,
	.trace = sqlite_trace,
	.columns = sqlite_columns,
	.type = sqlite_type,
	.get_int = sqlite_get_int,
	.get_real = sqlite_get_real,
	.get_text = sqlite_get_text,
	.get_blob = sqlite_get_blob,
	.script = sqlite_script,
	.query_text = sqlite_query_text,
	.has_table = sqlite_has_table,
	.columns_of_all =
		"SELECT group_concat(line, char(10)) FROM (SELECT m.name || ' '"
		" || c.name || ' ' || c.pk AS line"
		" FROM sqlite_schema m, pragma_table_info(m.name) c"
		" WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
		" ORDER BY m.name, c.cid)",
	.references_of_all =
		"SELECT group_concat(line, char(10)) FROM (SELECT m.name || ' '"
		" || f.\"from\" || ' ' || f.\"table\" AS line"
		" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f"
		" WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq)",
	.settle_ids = sqlite_settle_ids,
	.plan = sqlite_plan,
	.quick_check = sqlite_quick_check,
};
