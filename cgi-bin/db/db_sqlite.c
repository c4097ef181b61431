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

#define SLOTS 2048 /* of the cache by address; a power of two */
#define PROGRESS_OPS 20000

struct db_stmt {
	struct db *db;
	struct db_stmt *next;
	const char *sql;
	sqlite3_stmt *h; /* NULL: could not be prepared */
	const char *file;
	int line;
	uint64_t bound; /* which of the first 64 parameters have a value */
	bool open;	/* stands on a row */
	bool ran;	/* stepped since the last db_done() */
	int rows;
	double start_ms;
};

struct slot {
	const char *sql;
	struct db_stmt *q;
};

struct db {
	sqlite3 *h;
	pid_t pid;
	bool memory, trace, query_only;
	bool inside; /* a statement of this file: the authorizer lets it by */
	enum db_state state;
	char error[512], constraint[128];
	struct db_stmt *stmts;
	struct db_stmt none; /* stands in for what cannot be prepared */
	struct slot slots[SLOTS];
	const struct db_right *rights;
	char *keys; /* "table.column" of every foreign key, a line each */
	int statements, saves, dead_saves;
	double busy_since, wait_ms;
	unsigned seed;
	double patience_ms, cpu_since;
};

static double
clock_ms(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
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
static void
name_constraint(struct db *db, int rc)
{
	const char *text = sqlite3_errmsg(db->h);
	const char *colon = strstr(text, "failed: ");

	if (rc == SQLITE_CONSTRAINT_FOREIGNKEY)
		text = "foreign_key";
	else if (rc != SQLITE_CONSTRAINT_TRIGGER)
		text = colon ? colon + strlen("failed: ") : "";
	snprintf(db->constraint, sizeof(db->constraint), "%s", text);
}

static void
db_fail(struct db *db, int rc, const char *what, const char *file, int line)
{
	if (db->state != DB_OK)
		return;
	db->state = state_of(rc);
	db->constraint[0] = '\0';
	if ((rc & 0xff) == SQLITE_CONSTRAINT)
		name_constraint(db, rc);
	snprintf(db->error, sizeof(db->error), "%s: %s (%s:%d)", what,
		(rc & 0xff) == SQLITE_INTERRUPT ? "took too long"
						: sqlite3_errmsg(db->h),
		file, line);
}

static void
stmt_fail(struct db_stmt *q, const char *what)
{
	if (q->db->state != DB_OK)
		return;
	q->db->state = DB_BROKEN;
	q->db->constraint[0] = '\0';
	snprintf(q->db->error, sizeof(q->db->error), "%s (%s:%d)", what,
		q->file ? q->file : "?", q->line);
}

void
db_fail_text(struct db *db, const char *what)
{
	if (db->state != DB_OK)
		return;
	db->state = DB_BROKEN;
	snprintf(db->error, sizeof(db->error), "%s", what);
}

bool
db_failed(const struct db *db)
{
	return db->state != DB_OK;
}

enum db_state
db_state(const struct db *db)
{
	return db->state;
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

/* --- what SQLite asks back --------------------------------------------- */

/*
 * Its own handler sleeps up to 100 ms at a time, so that a busy writer
 * starves the others for seconds; short random sleeps are fair.
 */
static int
on_busy(void *arg, int n)
{
	struct db *db = arg;
	double now = clock_ms(CLOCK_MONOTONIC);
	struct timespec nap = {0, 100000};

	if (n == 0)
		db->busy_since = now;
	if (now - db->busy_since > db->wait_ms)
		return 0;
	db->seed = db->seed * 1103515245u + 12345u;
	nap.tv_nsec += (long)(db->seed >> 8) % 900000;
	nanosleep(&nap, NULL);
	return 1;
}

/* CPU time, so that a slow disk or a crowded machine stops nothing. */
static int
on_progress(void *arg)
{
	struct db *db = arg;
	double now;

	if (db->patience_ms <= 0 || db->inside)
		return 0;
	now = clock_ms(CLOCK_THREAD_CPUTIME_ID);
	if (db->cpu_since <= 0)
		db->cpu_since = now;
	return now - db->cpu_since > db->patience_ms;
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
right_for(
	const struct db *db, const char *table, char right, const char *column)
{
	const struct db_right *r = db->rights;

	while (r->table != NULL && strcmp(r->table, table) != 0)
		r++;
	if (r->table == NULL ||
		memchr(r->rights, right, strcspn(r->rights, ":")) == NULL)
		return SQLITE_DENY;
	return right != 'r' || readable(r->rights, column) ? SQLITE_OK
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
is_key(const struct db *db, const char *table, const char *column)
{
	size_t t = strlen(table), c = strlen(column);
	const char *line = db->keys;

	for (; line != NULL && *line != '\0'; line += strcspn(line, "\n") + 1)
		if (strncmp(line, table, t) == 0 && line[t] == '.' &&
			strncmp(line + t + 1, column, c) == 0 &&
			line[t + 1 + c] == '\n')
			return true;
	return false;
}

static void
learn_keys(struct db *db)
{
	static const char sql[] =
		"SELECT group_concat(m.name || '.' || f.\"from\", char(10))"
		" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f"
		" WHERE m.type = 'table'";
	const char *text;
	sqlite3_stmt *q;

	free(db->keys);
	db->keys = NULL;
	db->inside = true;
	if (sqlite3_prepare_v2(db->h, sql, -1, &q, NULL) == SQLITE_OK) {
		if (sqlite3_step(q) == SQLITE_ROW &&
			(text = (const char *)sqlite3_column_text(q, 0)) !=
				NULL &&
			asprintf(&db->keys, "%s\n", text) < 0)
			db->keys = NULL;
		sqlite3_finalize(q);
	}
	db->inside = false;
}

/* Once db_restrict() was called. Foreign keys look their parents up by id,
 * so that one column may be read of every table. */
static int
restricted(const struct db *db, int action, const char *a, const char *b)
{
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_READ:
		if (strcmp(b, "id") == 0 || is_key(db, a, b))
			return SQLITE_OK;
		return right_for(db, a, 'r', b);
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
		return right_for(db, a, 'w', b);
	case SQLITE_DELETE:
		return right_for(db, a, 'd', b);
	default:
		return SQLITE_DENY;
	}
}

/* Transactions are db_begin()'s and db_save()'s, settings db_open()'s. */
static int
on_authorize(void *arg, int action, const char *a, const char *b,
	const char *schema, const char *trigger)
{
	const struct db *db = arg;

	(void)schema;
	(void)trigger;
	if (db->inside)
		return SQLITE_OK;
	switch (action) {
	case SQLITE_ATTACH:
	case SQLITE_DETACH:
	case SQLITE_PRAGMA:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
		return SQLITE_DENY;
	case SQLITE_FUNCTION:
		return function_allowed(b) ? SQLITE_OK : SQLITE_DENY;
	}
	return db->rights ? restricted(db, action, a, b) : SQLITE_OK;
}

void
db_restrict(struct db *db, const struct db_right *rights)
{
	learn_keys(db);
	db->rights = rights;
	/* Setting it anew makes SQLite prepare, and so ask, again. */
	sqlite3_set_authorizer(db->h, on_authorize, db);
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

/* --- opening ------------------------------------------------------------ */

static int
run(struct db *db, const char *sql)
{
	bool before = db->inside;
	int rc;

	if (db->state != DB_OK)
		return -1;
	db->inside = true;
	rc = sqlite3_exec(db->h, sql, NULL, NULL, NULL);
	db->inside = before;
	if (rc != SQLITE_OK)
		db_fail(db, rc, sql, __FILE__, __LINE__);
	return db->state == DB_OK ? 0 : -1;
}

int
db_query_text(struct db *db, const char *sql, char *out, size_t size)
{
	bool before = db->inside;
	sqlite3_stmt *h = NULL;
	int rc, found = 0;

	if (db->state != DB_OK)
		return -1;
	db->inside = true;
	rc = sqlite3_prepare_v2(db->h, sql, -1, &h, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(h);
	if (rc == SQLITE_ROW) {
		const unsigned char *s = sqlite3_column_text(h, 0);

		snprintf(out, size, "%s", s ? (const char *)s : "");
		found = 1;
	}
	db->inside = before;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE) {
		db_fail(db, rc, sql, __FILE__, __LINE__);
		found = -1;
	}
	sqlite3_finalize(h);
	return found;
}

/* Set it, read it back: a setting that did not take is no setting. */
static void
must_be(struct db *db, const char *set, const char *get, const char *want)
{
	char got[32] = "", text[160];

	run(db, set);
	if (db_query_text(db, get, got, sizeof(got)) < 0)
		return;
	if (strcmp(got, want) != 0) {
		snprintf(text, sizeof(text), "%s: is \"%s\", must be \"%s\"",
			get, got, want);
		db_fail_text(db, text);
	}
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
		{SQLITE_LIMIT_VARIABLE_NUMBER, 128},
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

		sqlite3_db_config(db->h, config[i].id, config[i].value, &now);
		if (now != config[i].value)
			db_fail_text(db, "SQLite refuses to be hardened");
	}
}

/* WAL with synchronous FULL is the one way of the three fast ones in which
 * a commit that was reported survives a power cut. */
static void
set_up(struct db *db)
{
	sqlite3_extended_result_codes(db->h, 1);
	sqlite3_busy_handler(db->h, on_busy, db);
	set_limits(db->h);
	set_config(db);
	if (!db->memory)
		must_be(db, "PRAGMA journal_mode = WAL", "PRAGMA journal_mode",
			"wal");
	must_be(db, "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2");
	must_be(db, "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1");
	must_be(db, "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check",
		"1");
	must_be(db, "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2");
	if (!db->memory)
		must_be(db, "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0");
	run(db, "PRAGMA journal_size_limit = 67108864");
	run(db, "PRAGMA cache_size = -16000");
	run(db, "PRAGMA query_only = OFF");
	sqlite3_progress_handler(db->h, PROGRESS_OPS, on_progress, db);
	sqlite3_set_authorizer(db->h, on_authorize, db);
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
open_file(struct db *db, const char *path, struct err *err)
{
	char real[PATH_MAX] = ":memory:";
	int rc;

	db->memory = strcmp(path, real) == 0;
	if (!db->memory && real_path(path, real, err))
		return -1;
	sqlite3_hard_heap_limit64((sqlite3_int64)1 << 30);
	rc = sqlite3_open_v2(real, &db->h,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
			SQLITE_OPEN_NOFOLLOW,
		NULL);
	if (rc == SQLITE_OK)
		set_up(db);
	if (rc != SQLITE_OK || db->state != DB_OK)
		return err_set(err, ERR_BROKEN, "%.200s: %s", real,
			rc != SQLITE_OK ? sqlite3_errstr(rc) : db->error);
	return 0;
}

struct db *
db_open(const char *url, struct err *err)
{
	static const char scheme[] = "sqlite:";
	struct db *db;

	if (strncmp(url, scheme, strlen(scheme)) != 0) {
		err_set(err, ERR_INPUT,
			"%.200s: a database is named sqlite:PATH.", url);
		return NULL;
	}
	if ((db = calloc(1, sizeof(*db))) == NULL)
		BUG("out of memory");
	db->pid = getpid();
	db->seed = (unsigned)db->pid * 2654435761u;
	db->none.db = db;
	db->patience_ms = 2000;
	db->wait_ms = 5000;
	if (open_file(db, url + strlen(scheme), err)) {
		db_close(db);
		return NULL;
	}
	return db;
}

void
db_close(struct db *db)
{
	struct db_stmt *q;

	if (db == NULL)
		return;
	while ((q = db->stmts) != NULL) {
		db->stmts = q->next;
		sqlite3_finalize(q->h);
		free(q);
	}
	sqlite3_close(db->h);
	free(db->keys);
	free(db);
}

/* --- transactions -------------------------------------------------------- */

static void
set_query_only(struct db *db, bool on)
{
	if (db->query_only == on)
		return;
	run(db, on ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
	db->query_only = on;
}

static void
close_cursors(struct db *db)
{
	for (struct db_stmt *q = db->stmts; q != NULL; q = q->next)
		if (q->ran || q->open)
			db_done(q);
}

bool
db_in_txn(const struct db *db)
{
	return !sqlite3_get_autocommit(db->h);
}

int
db_begin(struct db *db, enum db_txn txn)
{
	if (db->pid != getpid())
		BUG("a database connection was carried over fork()");
	if (db_in_txn(db))
		BUG("a transaction inside a transaction");
	db->saves = db->dead_saves = 0;
	set_query_only(db, txn == DB_READ);
	return run(db, txn == DB_READ ? "BEGIN" : "BEGIN IMMEDIATE");
}

int
db_commit(struct db *db)
{
	int bad;

	close_cursors(db);
	if (db->state == DB_OK && !db_in_txn(db))
		db_fail_text(db, "commit without a transaction");
	bad = run(db, "COMMIT");
	if (bad == 0)
		set_query_only(db, false);
	return bad;
}

void
db_rollback(struct db *db)
{
	close_cursors(db);
	db->state = DB_OK;
	db->error[0] = db->constraint[0] = '\0';
	if (db_in_txn(db))
		run(db, "ROLLBACK");
	set_query_only(db, false);
}

/* A save that was asked for after an error is only counted. */
int
db_save(struct db *db)
{
	if (db->state != DB_OK) {
		db->dead_saves++;
		return -1;
	}
	if (run(db, "SAVEPOINT hr") == 0)
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
	if (save_is_dead(db))
		return -1;
	return run(db, "RELEASE hr");
}

int
db_save_back(struct db *db)
{
	if (save_is_dead(db))
		return -1;
	/* A full disk, for one, ends the whole transaction: nothing to
	 * go back to, and the error stands. */
	if (!db_in_txn(db))
		return -1;
	db->state = DB_OK;
	db->error[0] = db->constraint[0] = '\0';
	return run(db, "ROLLBACK TO hr; RELEASE hr");
}

/* --- statements ----------------------------------------------------------- */

static struct slot *
slot_of(struct db *db, const char *sql)
{
	size_t i = ((uintptr_t)sql >> 3) * 2654435761u % SLOTS;

	for (size_t n = 0; n < SLOTS; n++, i = (i + 1) % SLOTS)
		if (db->slots[i].sql == NULL || db->slots[i].sql == sql)
			return &db->slots[i];
	BUG("more than %d statements", SLOTS);
}

static struct db_stmt *
stmt_new(struct db *db, const char *sql, const char *file, int line)
{
	const char *tail = "";
	sqlite3_stmt *h = NULL;
	struct db_stmt *q;
	int rc = sqlite3_prepare_v3(
		db->h, sql, -1, SQLITE_PREPARE_PERSISTENT, &h, &tail);

	if (rc != SQLITE_OK) {
		db_fail(db, rc, "prepare", file, line);
		return NULL;
	}
	if (h == NULL || tail[strspn(tail, " \t\n;")] != '\0') {
		sqlite3_finalize(h);
		db_fail_text(db, "not one statement");
		return NULL;
	}
	if ((q = calloc(1, sizeof(*q))) == NULL)
		BUG("out of memory");
	*q = (struct db_stmt){.db = db,
		.next = db->stmts,
		.sql = sql,
		.h = h,
		.file = file,
		.line = line};
	return db->stmts = q;
}

/* The same text may stand at two addresses, in two files. */
static struct db_stmt *
stmt_find(struct db *db, const char *sql, const char *file, int line)
{
	struct slot *s = slot_of(db, sql);
	struct db_stmt *q;

	if (s->q != NULL)
		return s->q;
	for (q = db->stmts; q != NULL; q = q->next)
		if (strcmp(q->sql, sql) == 0)
			break;
	if (q == NULL && (q = stmt_new(db, sql, file, line)) == NULL)
		return NULL;
	*s = (struct slot){sql, q};
	return q;
}

struct db_stmt *
db_prep_(struct db *db, const char *sql, const char *file, int line)
{
	struct db_stmt *q;

	if (db->state != DB_OK)
		return &db->none;
	if ((q = stmt_find(db, sql, file, line)) == NULL)
		return &db->none;
	if (q->open) {
		stmt_fail(q, "a statement is used while its rows are read");
		return &db->none;
	}
	if (q->ran || q->bound != 0)
		db_done(q);
	return q;
}

/* The number of a parameter, 0 if there is nothing to bind to. */
static int
param(struct db_stmt *q, const char *name)
{
	char what[80];
	int i;

	if (q->h == NULL || q->db->state != DB_OK)
		return 0;
	if ((i = sqlite3_bind_parameter_index(q->h, name)) == 0) {
		snprintf(what, sizeof(what), "no parameter %s", name);
		stmt_fail(q, what);
	}
	if (i > 0 && i <= 64)
		q->bound |= (uint64_t)1 << (i - 1);
	return i;
}

static void
bound(struct db_stmt *q, int rc)
{
	if (rc != SQLITE_OK)
		db_fail(q->db, rc, "bind", q->file, q->line);
}

void
db_bind_int(struct db_stmt *q, const char *name, int64_t v)
{
	int i = param(q, name);

	if (i > 0)
		bound(q, sqlite3_bind_int64(q->h, i, v));
}

void
db_bind_text(struct db_stmt *q, const char *name, const char *v)
{
	int i = param(q, name);

	if (i > 0)
		bound(q, sqlite3_bind_text(q->h, i, v, -1, SQLITE_TRANSIENT));
}

void
db_bind_blob(struct db_stmt *q, const char *name, const void *v, size_t n)
{
	int i = param(q, name);

	if (i > 0)
		bound(q, sqlite3_bind_blob64(
				 q->h, i, v ? v : "", n, SQLITE_TRANSIENT));
}

void
db_bind_real(struct db_stmt *q, const char *name, double v)
{
	int i = param(q, name);

	if (i > 0)
		bound(q, sqlite3_bind_double(q->h, i, v));
}

void
db_bind_null(struct db_stmt *q, const char *name)
{
	int i = param(q, name);

	if (i > 0)
		bound(q, sqlite3_bind_null(q->h, i));
}

/* A parameter nobody bound would be NULL, and the act quietly wrong. */
static bool
all_bound(struct db_stmt *q)
{
	int n = sqlite3_bind_parameter_count(q->h);
	uint64_t want = n >= 64 ? UINT64_MAX : ((uint64_t)1 << n) - 1;
	char what[80];

	if (q->bound == want)
		return true;
	for (int i = 1; i <= n && i <= 64; i++)
		if (!(q->bound >> (i - 1) & 1)) {
			snprintf(what, sizeof(what), "%s was not bound",
				sqlite3_bind_parameter_name(q->h, i));
			stmt_fail(q, what);
			break;
		}
	return false;
}

static bool
stmt_start(struct db_stmt *q)
{
	if (!all_bound(q))
		return false;
	q->ran = true;
	q->rows = 0;
	q->db->statements++;
	q->db->cpu_since = 0;
	if (q->db->trace)
		q->start_ms = clock_ms(CLOCK_MONOTONIC);
	return true;
}

bool
db_step(struct db_stmt *q)
{
	int rc;

	if (q->h == NULL || q->db->state != DB_OK || (q->ran && !q->open))
		return false;
	if (!q->ran && !stmt_start(q))
		return false;
	rc = sqlite3_step(q->h);
	q->open = rc == SQLITE_ROW;
	q->rows += q->open;
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		db_fail(q->db, rc, "step", q->file, q->line);
	return q->open;
}

static int64_t
status(struct db_stmt *q, int what)
{
	return sqlite3_stmt_status(q->h, what, 1);
}

/* The text without its values: it may be read by anybody. */
static void
trace(struct db_stmt *q)
{
	double ms = clock_ms(CLOCK_MONOTONIC) - q->start_ms;
	bool space = false;

	fprintf(stderr, "sql %8.3f ms %5d rows", ms, q->rows);
	if (strstr(q->sql, "/*scan*/") == NULL &&
		status(q, SQLITE_STMTSTATUS_FULLSCAN_STEP) > 0)
		fputs(" SCAN", stderr);
	if (status(q, SQLITE_STMTSTATUS_AUTOINDEX) > 0)
		fputs(" AUTOINDEX", stderr);
	if (status(q, SQLITE_STMTSTATUS_SORT) > 0)
		fputs(" sort", stderr);
	fprintf(stderr, " %s:%d ", q->file, q->line);
	for (const char *s = q->sql; *s != '\0'; s++) {
		if (*s != ' ' || !space)
			fputc(*s, stderr);
		space = *s == ' ';
	}
	fputc('\n', stderr);
}

int
db_done(struct db_stmt *q)
{
	if (q->h == NULL)
		return -1;
	if (q->db->trace && q->ran)
		trace(q);
	sqlite3_reset(q->h);
	sqlite3_clear_bindings(q->h);
	q->bound = 0;
	q->open = q->ran = false;
	return q->db->state == DB_OK ? 0 : -1;
}

int64_t
db_exec(struct db_stmt *q)
{
	while (db_step(q))
		continue;
	if (db_done(q))
		return -1;
	return sqlite3_column_count(q->h) > 0 ? 0 : sqlite3_changes64(q->db->h);
}

/* --- columns ---------------------------------------------------------------
 */

static bool
has_col(struct db_stmt *q, int col)
{
	if (q->h == NULL || q->db->state != DB_OK)
		return false;
	if (q->open && col >= 0 && col < sqlite3_column_count(q->h))
		return true;
	stmt_fail(q, "a column is read that is not there");
	return false;
}

bool
db_is_null(struct db_stmt *q, int col)
{
	return !has_col(q, col) ||
	       sqlite3_column_type(q->h, col) == SQLITE_NULL;
}

int64_t
db_int(struct db_stmt *q, int col)
{
	return has_col(q, col) ? sqlite3_column_int64(q->h, col) : 0;
}

double
db_real(struct db_stmt *q, int col)
{
	return has_col(q, col) ? sqlite3_column_double(q->h, col) : 0;
}

const char *
db_text(struct db_stmt *q, int col, struct arena *a)
{
	const char *s = NULL;

	if (has_col(q, col))
		s = (const char *)sqlite3_column_text(q->h, col);
	return s ? arena_strdup(a, s) : "";
}

const void *
db_blob(struct db_stmt *q, int col, struct arena *a, size_t *n)
{
	const void *p;
	char *copy;

	*n = 0;
	if (!has_col(q, col) || (p = sqlite3_column_blob(q->h, col)) == NULL)
		return "";
	*n = (size_t)sqlite3_column_bytes(q->h, col);
	copy = arena_alloc(a, *n);
	return memcpy(copy, p, *n);
}

day_t
db_day(struct db_stmt *q, int col)
{
	const char *s = NULL;
	day_t day = DAY_NONE;

	if (has_col(q, col))
		s = (const char *)sqlite3_column_text(q->h, col);
	if (s != NULL && !day_parse(s, &day))
		stmt_fail(q, "a column that is no day is read as one");
	return day;
}

/* --- the whole database ------------------------------------------------------
 */

int
db_statements(struct db *db)
{
	int n = db->statements;

	db->statements = 0;
	return n;
}

void
db_trace(struct db *db, bool on)
{
	db->trace = on;
}

/*
 * The plan of an INSERT names the tables that refer to the new row. They
 * are looked at only while a deferred foreign key is broken, which ours
 * never are, so there is nothing to tell.
 */
const char *
db_plan(struct db *db, struct arena *a, const char *sql)
{
	const char *plan = "";
	sqlite3_stmt *h = NULL;

	if (strncmp(sql, "INSERT", 6) == 0 && strstr(sql, "SELECT") == NULL)
		return "";
	if (sqlite3_prepare_v2(db->h,
		    arena_printf(a, "EXPLAIN QUERY PLAN %s", sql), -1, &h,
		    NULL) != SQLITE_OK) {
		db_fail(db, SQLITE_ERROR, "plan", __FILE__, __LINE__);
		return "";
	}
	while (sqlite3_step(h) == SQLITE_ROW)
		plan = arena_printf(a, "%s%s\n", plan,
			(const char *)sqlite3_column_text(h, 3));
	sqlite3_finalize(h);
	return plan;
}

/* A script may make tables, but begins and ends no transaction. */
int
db_script(struct db *db, const char *text, struct err *err)
{
	const char *tail = text;
	int rc = SQLITE_OK;

	while (rc == SQLITE_OK && *tail != '\0') {
		sqlite3_stmt *h = NULL;

		rc = sqlite3_prepare_v2(db->h, tail, -1, &h, &tail);
		while (rc == SQLITE_OK && h != NULL &&
			(rc = sqlite3_step(h)) == SQLITE_ROW)
			rc = SQLITE_OK;
		if (rc == SQLITE_DONE)
			rc = SQLITE_OK;
		if (rc != SQLITE_OK)
			db_fail(db, rc, "script", __FILE__, __LINE__);
		sqlite3_finalize(h);
	}
	if (rc == SQLITE_OK)
		return 0;
	return err_set(err, ERR_BROKEN, "%.300s at \"%.60s\"", db->error,
		tail + strspn(tail, " \t\n"));
}

bool
db_has_table(struct db *db, const char *name)
{
	struct db_stmt *q = db_prep(db,
		"SELECT count(*) FROM sqlite_schema"
		" WHERE type IN ('table', 'view') AND name = :name");

	db_bind_text(q, ":name", name);
	return db_one(q, 0) > 0;
}

const char *
db_foreign_lines(const struct db *db)
{
	(void)db;
	return "-- pg:";
}

int
db_quick_check(struct db *db, struct err *err)
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
