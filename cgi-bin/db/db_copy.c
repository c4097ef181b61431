/*
 * A database moved to another one, batch by batch; db_copy_plan.c knows in
 * which order, db_copy_check.c whether it arrived.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"
#include "db/db.h"
#include "db/db_copy_plan.h"
#include "db/db_engine.h"

static void
tell(struct db_copy *c, const char *doing)
{
	if (c->told != NULL)
		c->told(c->arg, doing, c->done, c->rows);
}

/* --- how far it has come ---------------------------------------------------
 */

/*
 * The table is there only during a copy, so that its statements are none
 * that every database must be able to plan (see db_every()).
 */
static int64_t
finish(struct db_stmt *q)
{
	int64_t n = db_exec(q);

	db_finish_made(q);
	return n;
}

/* The step an earlier copy stood at, and in resumed_at after how many rows;
 * -1 on failure. */
static int64_t
read_progress(struct db_copy *c, const char **source)
{
	struct db_stmt *q = db_prep_made(
		c->to, "SELECT source, step, done FROM copy_progress");
	int64_t step = 0;
	int bad;

	while (db_step(q)) {
		*source = db_text(q, 0, c->arena);
		step = db_int(q, 1);
		c->resumed_at = db_int(q, 2);
	}
	bad = db_done(q);
	db_finish_made(q);
	return bad ? -1 : step;
}

/* Another copy into the same target would have moved it on: no row. */
static int
write_progress(struct db_copy *c, size_t step, int64_t before)
{
	struct db_stmt *q = db_prep_made(c->to,
		"UPDATE copy_progress SET step = :step, done = :done"
		" WHERE done = :before");

	db_bind_int(q, ":step", (int64_t)step);
	db_bind_int(q, ":done", c->done);
	db_bind_int(q, ":before", before);
	if (finish(q) == 1)
		return 0;
	db_fail(c->to, DB_BROKEN, "", "another copy is at work here");
	return -1;
}

static int
begin_progress(struct db_copy *c, struct err *err)
{
	static const char table[] =
		"CREATE TABLE copy_progress (source TEXT NOT NULL,"
		" step INTEGER NOT NULL, done INTEGER NOT NULL)";
	struct db_stmt *q;

	if (db_begin(c->to, DB_WRITE))
		return copy_err(c->to, "the target", err);
	if (db_script(c->to, table, err))
		return -1;
	q = db_prep_made(c->to, "INSERT INTO copy_progress (source, step, done)"
				" VALUES (:source, 0, 0)");
	db_bind_text(q, ":source", c->source);
	if (finish(q) < 0 || db_commit(c->to))
		return copy_err(c->to, "the target", err);
	return 0;
}

/* --- what is there ---------------------------------------------------------
 */

static int64_t
count_rows(struct db *db, struct arena *a, const char *table)
{
	char text[32] = "";

	if (db_query_text(db,
		    arena_printf(a, "SELECT count(*) FROM \"%s\"", table), text,
		    sizeof(text)) < 1)
		return -1;
	return strtoll(text, NULL, 10);
}

static int
read_head(struct db_copy *c, const char **head, struct err *err)
{
	char text[200] = "0 -";

	if (db_query_text(c->from,
		    "SELECT id || ' ' || hash FROM audit_event"
		    " ORDER BY id DESC LIMIT 1",
		    text, sizeof(text)) < 0)
		return copy_err(c->from, "the source", err);
	*head = arena_strdup(c->arena, text);
	return 0;
}

/* By what is in it and not by its address: a database may be moved. */
static int
know_source(struct db_copy *c, struct err *err)
{
	struct buf b = buf_new(c->arena);

	if (read_head(c, &c->head, err))
		return -1;
	buf_adds(&b, c->head);
	for (size_t i = 0; i < c->tables.n; i++) {
		struct copy_table *t = &c->tables.v[i];

		t->rows = count_rows(c->from, c->arena, t->name);
		if (t->rows < 0)
			return copy_err(c->from, "the source", err);
		c->rows += t->rows;
		buf_addf(&b, ";%s %lld", t->name, (long long)t->rows);
	}
	token_hash(b.s, c->source);
	return 0;
}

static bool
same_columns(const struct copy_table *a, const struct copy_table *b)
{
	if (strcmp(a->name, b->name) != 0 || a->columns.n != b->columns.n)
		return false;
	for (size_t i = 0; i < a->columns.n; i++)
		if (strcmp(a->columns.v[i].name, b->columns.v[i].name) != 0 ||
			a->columns.v[i].key != b->columns.v[i].key)
			return false;
	return true;
}

static int
check_same_tables(struct db_copy *c, struct err *err)
{
	struct copy_tables to = {0};

	if (copy_catalogue(c->to, c->arena, &to, err))
		return -1;
	for (size_t i = 0; i < c->tables.n || i < to.n; i++)
		if (i >= c->tables.n || i >= to.n ||
			!same_columns(&c->tables.v[i], &to.v[i]))
			return err_set(err, ERR_CONFLICT,
				"The table %s is not the same on both sides.",
				i < c->tables.n ? c->tables.v[i].name
						: to.v[i].name);
	return 0;
}

static int
check_empty(struct db_copy *c, struct err *err)
{
	for (size_t i = 0; i < c->tables.n; i++) {
		const char *name = c->tables.v[i].name;
		int64_t n = count_rows(c->to, c->arena, name);

		if (n < 0)
			return copy_err(c->to, "the target", err);
		if (n > 0)
			return err_set(err, ERR_CONFLICT,
				"The target is not empty: %s has %lld rows. "
				"Nothing was changed.",
				name, (long long)n);
	}
	return 0;
}

/* --- the rows --------------------------------------------------------------
 */

/* Where a row goes: COPY, or a statement for each. */
struct sink {
	struct db *db;
	const struct copy_table *table;
	const char *into; /* not NULL: COPY */
	struct db_stmt *q;
	bool later;
};

static const char *
values_list(struct arena *a, const struct copy_table *t)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < t->columns.n; i++)
		buf_addf(&b, "%s:%s", i > 0 ? ", " : "", t->columns.v[i].name);
	return b.s;
}

static const char *
update_text(struct arena *a, const struct copy_table *t)
{
	struct buf set = buf_new(a), where = buf_new(a);

	for (size_t i = 0; i < t->columns.n; i++) {
		const struct copy_column *col = &t->columns.v[i];

		if (col->later)
			buf_addf(&set, "%s\"%s\" = :%s", set.n > 0 ? ", " : "",
				col->name, col->name);
		if (col->key > 0)
			buf_addf(&where, "%s\"%s\" = :%s",
				where.n > 0 ? " AND " : "", col->name,
				col->name);
	}
	return arena_printf(
		a, "UPDATE \"%s\" SET %s WHERE %s", t->name, set.s, where.s);
}

static void
sink_open(struct sink *k, struct arena *a, struct db *db,
	const struct copy_step *s)
{
	const char *columns = copy_list(a, s->table, COPY_ALL);

	*k = (struct sink){.db = db, .table = s->table, .later = s->later};
	if (s->later)
		k->q = db_prep_made(db, update_text(a, s->table));
	else if (db->engine->load_begin != NULL)
		k->into =
			arena_printf(a, "\"%s\" (%s)", s->table->name, columns);
	else
		k->q = db_prep_made(db,
			arena_printf(a, "INSERT INTO \"%s\" (%s) VALUES (%s)",
				s->table->name, columns,
				values_list(a, s->table)));
}

static void
put_value(struct sink *k, size_t i, struct db_value *v)
{
	const struct copy_column *col = &k->table->columns.v[i];
	char name[80];

	if (col->later && !k->later)
		v->null = true;
	if (k->into != NULL) {
		k->db->engine->load_value(
			k->db, v, i + 1 == k->table->columns.n);
		return;
	}
	if (k->later && !col->later && col->key == 0)
		return;
	snprintf(name, sizeof(name), ":%s", col->name);
	db_bind_value(k->q, name, v);
}

/* PostgreSQL takes no other text, and a name nobody can read is no name. */
static int
check_text(struct db *db, const struct copy_walk *w, size_t i,
	const struct db_value *v)
{
	const struct copy_table *t = w->table;
	char key[40] = "";

	if (v->null || v->type != DB_TEXT || v->n == 0 ||
		utf8_valid(v->p, v->n))
		return 0;
	if (w->keys == 1 && db_column_value(w->q, w->at[0]).type == DB_INT)
		snprintf(key, sizeof(key), ", row %lld",
			(long long)db_int(w->q, w->at[0]));
	db_fail(db, DB_BROKEN, "", "%s.%s%s: the text is not UTF-8", t->name,
		t->columns.v[i].name, key);
	return -1;
}

static int
put_row(struct sink *k, struct copy_walk *w)
{
	for (size_t i = 0; i < k->table->columns.n; i++) {
		struct db_value v = db_column_value(w->q, (int)i);

		if (check_text(k->db, w, i, &v))
			return -1;
		put_value(k, i, &v);
	}
	if (k->into == NULL)
		db_exec(k->q);
	return db_failed(k->db) ? -1 : 0;
}

/* One transaction of the target; how many rows, or -1. */
static int
copy_batch(struct db_copy *c, struct sink *k, struct copy_walk *w, size_t step)
{
	int64_t before = c->done;
	bool loading = false;

	if (db_begin(c->to, DB_WRITE) || !copy_walk_batch(w))
		return -1;
	if (k->into != NULL)
		loading = c->to->engine->load_begin(c->to, k->into) == 0;
	while (!db_failed(c->to) && copy_walk_row(w))
		put_row(k, w);
	if (loading)
		c->to->engine->load_end(c->to);
	if (db_failed(c->to) || db_failed(c->from))
		return -1;
	if (!k->later)
		c->done += w->n;
	if (write_progress(c, w->ended ? step + 1 : step, before) ||
		db_commit(c->to))
		return -1;
	return w->n;
}

static int
copy_step_run(struct db_copy *c, size_t step, bool resumed, struct err *err)
{
	const struct copy_step *s = &c->steps[step];
	struct arena_mark mark = arena_mark(c->arena);
	struct copy_walk w;
	struct sink k;
	int bad = 0;

	copy_walk_open(&w, c->arena, c->from, s, c->batch);
	sink_open(&k, c->arena, c->to, s);
	if (resumed && !s->later)
		copy_walk_after(&w, c->arena, c->to, s);
	while (!bad && !w.ended) {
		bad = copy_batch(c, &k, &w, step) < 0;
		tell(c, s->table->name);
	}
	if (bad)
		copy_err(db_failed(c->from) ? c->from : c->to, s->table->name,
			err);
	copy_walk_close(&w);
	if (k.q != NULL)
		db_finish_made(k.q);
	arena_rewind(c->arena, mark);
	return bad ? -1 : 0;
}

int
db_copy_rows(struct db_copy *c, struct err *err)
{
	const char *source = "";
	int64_t at = read_progress(c, &source);

	if (at < 0)
		return copy_err(c->to, "the target", err);
	c->done = c->resumed_at;
	for (size_t i = (size_t)at; i < c->n_steps; i++)
		if (copy_step_run(c, i, i == (size_t)at, err))
			return -1;
	if (c->to->engine->settle_ids(c->to) ||
		(c->to->engine->settle != NULL &&
			c->to->engine->run(c->to, c->to->engine->settle)))
		return copy_err(c->to, "the target", err);
	return 0;
}

/* --- beginning and end ------------------------------------------------------
 */

static int
check_target(struct db_copy *c, struct err *err)
{
	const char *source = "";

	if (check_same_tables(c, err))
		return -1;
	if (!db_has_table(c->to, "copy_progress"))
		return check_empty(c, err) || begin_progress(c, err) ? -1 : 0;
	if (read_progress(c, &source) < 0)
		return copy_err(c->to, "the target", err);
	if (strcmp(source, c->source) == 0)
		return 0;
	return err_set(err, ERR_CONFLICT,
		"The target holds the unfinished copy of another source, or "
		"the source has changed since. Make the target anew and copy "
		"again.");
}

static int
check_versions(struct db_copy *c, struct err *err)
{
	if (db_check_version(c->from, c->schema, err))
		return -1;
	if (!db_has_table(c->to, "schema_version") && !db_failed(c->to) &&
		db_migrate(c->to, c->schema, err) < 0)
		return -1;
	return db_check_steps(c->to, c->schema, err);
}

int
db_copy_begin(struct db_copy *c, struct err *err)
{
	if (check_versions(c, err))
		return -1;
	db_patience(c->from, 0);
	db_patience(c->to, 0);
	if (db_begin(c->from, DB_READ))
		return copy_err(c->from, "the source", err);
	if (copy_plan(c, err) || know_source(c, err) || check_target(c, err))
		return -1;
	return 0;
}

int
db_copy_finish(struct db_copy *c, struct err *err)
{
	const char *now;

	if (db_commit(c->from))
		return copy_err(c->from, "the source", err);
	if (read_head(c, &now, err))
		return -1;
	if (strcmp(now, c->head) != 0)
		return err_set(err, ERR_CONFLICT,
			"Programs have written to the source since the copy "
			"was begun (its log went from event %d to %d). Stop "
			"them, make the target anew and copy again.",
			(int)strtol(c->head, NULL, 10),
			(int)strtol(now, NULL, 10));
	if (db_begin(c->to, DB_WRITE) ||
		db_script(c->to, "DROP TABLE copy_progress", err))
		return copy_err(c->to, "the target", err);
	return 0;
}

void
db_copy_stop(struct db_copy *c)
{
	db_rollback(c->to);
	db_rollback(c->from);
}
