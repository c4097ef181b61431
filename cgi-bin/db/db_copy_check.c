/*
 * Whether a copy has every value of its source: both are walked in the
 * order of their keys, and each row is hashed with the hash of the one
 * before it, from the same bytes on either engine.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "db/db.h"
#include "db/db_copy_plan.h"
#include "db/db_engine.h"

/* One side of one table. */
struct side {
	struct db *db;
	struct copy_walk walk;
	char hash[TOKEN_HASH_SIZE];
	int64_t rows;
};

/* Each value with its length, so that no two rows make the same bytes. */
static void
add_value(struct buf *b, const struct db_value *v)
{
	if (v->null)
		buf_adds(b, "n,");
	else if (v->type == DB_INT)
		buf_addf(b, "i%lld,", (long long)v->i);
	else if (v->type == DB_REAL)
		buf_addf(b, "r%.17g,", v->r);
	else {
		buf_addf(b, "%c%zu:", v->type == DB_TEXT ? 't' : 'b', v->n);
		buf_add(b, v->p, v->n);
		buf_addc(b, ',');
	}
}

static void
hash_row(struct side *s, struct arena *a)
{
	struct arena_mark mark = arena_mark(a);
	struct buf b = buf_new(a);

	buf_adds(&b, s->hash);
	for (size_t i = 0; i < s->walk.table->columns.n; i++) {
		struct db_value v = db_column_value(s->walk.q, (int)i);

		add_value(&b, &v);
	}
	token_hash_bytes(b.s, b.n, s->hash);
	s->rows++;
	arena_rewind(a, mark);
}

/* The next row of a side; false at its end. */
static bool
side_step(struct side *s, struct arena *a)
{
	while (s->walk.q == NULL || !copy_walk_row(&s->walk))
		if (db_failed(s->db) || !copy_walk_batch(&s->walk))
			return false;
	hash_row(s, a);
	return true;
}

static void
side_open(struct side *s, struct arena *a, struct db *db,
	const struct copy_table *t, int batch)
{
	const struct copy_step whole = {
		.table = (struct copy_table *)t, .where = ""};

	*s = (struct side){.db = db};
	copy_walk_open(&s->walk, a, db, &whole, batch);
}

static int
tell_difference(const struct side *from, const struct side *to, bool more_from,
	bool more_to, struct err *err)
{
	const char *table = from->walk.table->name;

	if (more_from && more_to)
		return err_set(err, ERR_CONFLICT,
			"The copy differs from its source: %s, row %lld in the "
			"order of its key. Make the target anew and copy "
			"again.",
			table, (long long)from->rows);
	return err_set(err, ERR_CONFLICT,
		"The copy differs from its source: %s has %s than %lld rows. "
		"Make the target anew and copy again.",
		table, more_to ? "more" : "not more",
		(long long)(more_to ? from->rows : to->rows));
}

/* Row by row, so that the first that differs can be named. */
static int
walk_both(
	struct db_copy *c, struct side *from, struct side *to, struct err *err)
{
	bool more_from, more_to;

	do {
		more_from = side_step(from, c->arena);
		more_to = side_step(to, c->arena);
		if (db_failed(from->db) || db_failed(to->db))
			return copy_err(db_failed(from->db) ? from->db : to->db,
				from->walk.table->name, err);
		if (strcmp(from->hash, to->hash) != 0)
			return tell_difference(
				from, to, more_from, more_to, err);
		c->done += more_from;
		if (c->told != NULL && (c->done % 4096 == 0 || !more_from))
			c->told(c->arg, from->walk.table->name, c->done,
				c->rows);
	} while (more_from);
	return 0;
}

static int
compare_table(struct db_copy *c, struct copy_table *t, struct err *err)
{
	struct arena_mark mark = arena_mark(c->arena);
	struct side from, to;
	int bad;

	side_open(&from, c->arena, c->from, t, c->batch);
	side_open(&to, c->arena, c->to, t, c->batch);
	bad = walk_both(c, &from, &to, err);
	memcpy(t->hash, from.hash, sizeof(t->hash));
	copy_walk_close(&from.walk);
	copy_walk_close(&to.walk);
	arena_rewind(c->arena, mark);
	return bad;
}

int
db_copy_compare(struct db_copy *c, struct err *err)
{
	c->done = 0;
	if (db_begin(c->to, DB_READ))
		return copy_err(c->to, "the target", err);
	for (size_t i = 0; i < c->tables.n; i++)
		if (compare_table(c, &c->tables.v[i], err))
			return -1;
	if (db_commit(c->to))
		return copy_err(c->to, "the target", err);
	if (db_quick_check(c->to, err))
		return -1;
	return db_check_invariants(c->to, c->schema, err);
}
