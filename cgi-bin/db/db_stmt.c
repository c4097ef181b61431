/*
 * Statements: the cache, parameters, rows and columns, the same on every
 * engine.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"

/* Where the linker put the list: the section's name is a C name, so its
 * beginning and end have names too. */
extern const char *const __start_db_sql[], *const __stop_db_sql[];

const char *
db_every(size_t n)
{
	if (n >= (size_t)(__stop_db_sql - __start_db_sql))
		return NULL;
	return __start_db_sql[n];
}

void
db_stmt_fail(struct db_stmt *q, const char *what, ...)
{
	char text[300];
	va_list ap;

	va_start(ap, what);
	vsnprintf(text, sizeof(text), what, ap);
	va_end(ap);
	db_fail(q->db, DB_BROKEN, "", "%s (%s:%d)", text,
		q->file ? q->file : "?", q->line);
}

/* --- the cache ------------------------------------------------------------ */

static size_t
slot_of(const struct db *db, const char *sql)
{
	size_t i = ((uintptr_t)sql >> 3) * 2654435761u % DB_SLOTS;

	for (size_t n = 0; n < DB_SLOTS; n++, i = (i + 1) % DB_SLOTS)
		if (db->slots[i].sql == NULL || db->slots[i].sql == sql)
			return i;
	BUG("more than %d statements", DB_SLOTS);
}

static struct db_stmt *
stmt_new(struct db *db, const char *sql, const char *file, int line)
{
	struct db_stmt *q = db->engine->prepare(db, sql, file, line);

	if (q == NULL)
		return NULL;
	q->db = db;
	q->sql = sql;
	q->file = file;
	q->line = line;
	q->live = true;
	q->next = db->stmts;
	return db->stmts = q;
}

/* The same text may stand at two addresses, in two files. */
static struct db_stmt *
stmt_find(struct db *db, const char *sql, const char *file, int line)
{
	size_t slot = slot_of(db, sql);
	struct db_stmt *q = db->slots[slot].q;

	if (q != NULL)
		return q;
	for (q = db->stmts; q != NULL; q = q->next)
		if (strcmp(q->sql, sql) == 0)
			break;
	if (q == NULL && (q = stmt_new(db, sql, file, line)) == NULL)
		return NULL;
	db->slots[slot].sql = sql;
	return db->slots[slot].q = q;
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
		db_stmt_fail(q, "a statement is used while its rows are read");
		return &db->none;
	}
	if (q->ran || q->bound != 0)
		db_done(q);
	return q;
}

struct db_stmt *
db_prep_made(struct db *db, const char *sql)
{
	struct db_stmt *q = NULL;

	if (db->state == DB_OK)
		q = stmt_new(db, sql, __FILE__, __LINE__);
	return q != NULL ? q : &db->none;
}

void
db_finish_made(struct db_stmt *q)
{
	struct db_stmt **at = &q->db->stmts;

	if (!q->live)
		return;
	while (*at != q)
		at = &(*at)->next;
	*at = q->next;
	q->db->engine->finish(q);
}

void
db_drop_statements(struct db *db)
{
	struct db_stmt *q;

	while ((q = db->stmts) != NULL) {
		db->stmts = q->next;
		db->engine->finish(q);
	}
	memset(db->slots, 0, sizeof(db->slots));
}

void
db_close_cursors(struct db *db)
{
	for (struct db_stmt *q = db->stmts; q != NULL; q = q->next)
		if (q->ran || q->open)
			db_done(q);
}

/* --- parameters ---------------------------------------------------------- */

static void
bind(struct db_stmt *q, const char *name, const struct db_value *v)
{
	int i;

	if (!q->live || q->db->state != DB_OK)
		return;
	if ((i = q->db->engine->param(q, name)) == 0) {
		db_stmt_fail(q, "no parameter %s", name);
		return;
	}
	q->bound |= (uint64_t)1 << (i - 1);
	q->db->engine->bind(q, i, v);
}

void
db_bind_int(struct db_stmt *q, const char *name, int64_t v)
{
	bind(q, name, &(struct db_value){.type = DB_INT, .i = v});
}

void
db_bind_text(struct db_stmt *q, const char *name, const char *v)
{
	bind(q, name,
		&(struct db_value){.type = DB_TEXT,
			.null = v == NULL,
			.p = v,
			.n = v != NULL ? strlen(v) : 0});
}

void
db_bind_blob(struct db_stmt *q, const char *name, const void *v, size_t n)
{
	bind(q, name,
		&(struct db_value){
			.type = DB_BLOB, .p = v != NULL ? v : "", .n = n});
}

void
db_bind_real(struct db_stmt *q, const char *name, double v)
{
	bind(q, name, &(struct db_value){.type = DB_REAL, .r = v});
}

void
db_bind_null(struct db_stmt *q, const char *name)
{
	bind(q, name, &(struct db_value){.type = DB_NULL, .null = true});
}

void
db_bind_bool(struct db_stmt *q, const char *name, bool v)
{
	db_bind_int(q, name, v);
}

void
db_bind_id(struct db_stmt *q, const char *name, int64_t id)
{
	bind(q, name,
		&(struct db_value){.type = DB_INT, .null = id == 0, .i = id});
}

void
db_bind_day(struct db_stmt *q, const char *name, day_t day)
{
	char text[DAY_TEXT_SIZE];

	day_print(day, text);
	db_bind_text(q, name, text[0] != '\0' ? text : NULL);
}

void
db_bind_at(struct db_stmt *q, const char *name, instant_t at)
{
	bind(q, name,
		&(struct db_value){
			.type = DB_INT, .null = at == INSTANT_NONE, .i = at});
}

/* A parameter nobody bound would be NULL, and the act quietly wrong. */
static bool
all_bound(struct db_stmt *q)
{
	for (int i = 1; i <= q->params; i++)
		if (!(q->bound >> (i - 1) & 1)) {
			db_stmt_fail(q, "%s was not bound",
				q->db->engine->param_name(q, i));
			return false;
		}
	return true;
}

/* --- rows ---------------------------------------------------------------- */

static bool
stmt_start(struct db_stmt *q)
{
	if (!all_bound(q))
		return false;
	q->ran = true;
	q->rows = 0;
	q->db->statements++;
	if (q->db->trace)
		q->start_ms = db_clock_ms(CLOCK_MONOTONIC);
	return true;
}

bool
db_step(struct db_stmt *q)
{
	if (!q->live || q->db->state != DB_OK || (q->ran && !q->open))
		return false;
	if (!q->ran && !stmt_start(q))
		return false;
	q->open = q->db->engine->step(q);
	q->rows += q->open;
	return q->open;
}

/* The text without its values: it may be read by anybody. */
static void
trace(struct db_stmt *q)
{
	double ms = db_clock_ms(CLOCK_MONOTONIC) - q->start_ms;
	bool space = false;

	fprintf(stderr, "sql %8.3f ms %5d rows", ms, q->rows);
	q->db->engine->trace(q);
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
	if (!q->live)
		return -1;
	if (q->db->trace && q->ran)
		trace(q);
	q->db->engine->reset(q);
	q->bound = 0;
	q->open = q->ran = false;
	return q->db->state == DB_OK ? 0 : -1;
}

int64_t
db_exec(struct db_stmt *q)
{
	int64_t n;

	while (db_step(q))
		continue;
	n = q->live && q->db->state == DB_OK ? q->db->engine->changes(q) : -1;
	return db_done(q) ? -1 : n;
}

int64_t
db_insert(struct db_stmt *q)
{
	int64_t id = 0;

	while (db_step(q))
		id = db_int(q, 0);
	return db_done(q) ? 0 : id;
}

int64_t
db_one(struct db_stmt *q, int64_t dflt)
{
	int64_t v = dflt;

	if (db_step(q))
		v = db_int(q, 0);
	return db_done(q) ? dflt : v;
}

/* --- columns ------------------------------------------------------------- */

static bool
has_col(struct db_stmt *q, int col)
{
	if (!q->live || q->db->state != DB_OK)
		return false;
	if (q->open && col >= 0 && col < q->db->engine->columns(q))
		return true;
	db_stmt_fail(q, "a column is read that is not there");
	return false;
}

bool
db_is_null(struct db_stmt *q, int col)
{
	return !has_col(q, col) || q->db->engine->type(q, col) == DB_NULL;
}

int64_t
db_int(struct db_stmt *q, int col)
{
	return has_col(q, col) ? q->db->engine->get_int(q, col) : 0;
}

bool
db_bool(struct db_stmt *q, int col)
{
	return db_int(q, col) != 0;
}

double
db_real(struct db_stmt *q, int col)
{
	return has_col(q, col) ? q->db->engine->get_real(q, col) : 0;
}

const char *
db_text(struct db_stmt *q, int col, struct arena *a)
{
	const char *s = NULL;

	if (has_col(q, col))
		s = q->db->engine->get_text(q, col);
	return s ? arena_strdup(a, s) : "";
}

const void *
db_blob(struct db_stmt *q, int col, struct arena *a, size_t *n)
{
	const void *p;
	char *copy;

	*n = 0;
	if (!has_col(q, col) ||
		(p = q->db->engine->get_blob(q, col, n)) == NULL)
		return "";
	copy = arena_alloc(a, *n);
	return memcpy(copy, p, *n);
}

day_t
db_day(struct db_stmt *q, int col)
{
	const char *s = NULL;
	day_t day = DAY_NONE;

	if (has_col(q, col))
		s = q->db->engine->get_text(q, col);
	if (s != NULL && !day_parse(s, &day))
		db_stmt_fail(q, "a column that is no day is read as one");
	return day;
}

instant_t
db_at(struct db_stmt *q, int col)
{
	return db_is_null(q, col) ? INSTANT_NONE : db_int(q, col);
}

struct db_value
db_column_value(struct db_stmt *q, int col)
{
	const struct db_engine *e = q->db->engine;
	struct db_value v = {.type = DB_NULL, .null = true};

	if (!has_col(q, col))
		return v;
	v.type = e->type(q, col);
	v.null = v.type == DB_NULL;
	if (v.type == DB_INT)
		v.i = e->get_int(q, col);
	else if (v.type == DB_REAL)
		v.r = e->get_real(q, col);
	else if (!v.null && (v.p = e->get_blob(q, col, &v.n)) == NULL)
		v.p = ""; /* no bytes are not nothing */
	return v;
}

void
db_bind_value(struct db_stmt *q, const char *name, const struct db_value *v)
{
	bind(q, name, v);
}

/* --- watching ------------------------------------------------------------ */

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
