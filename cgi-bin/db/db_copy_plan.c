/*
 * What a copy from one database to another has to do, read from the
 * catalogue: which tables, in which order, by which keys.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "db/db.h"
#include "db/db_copy_plan.h"
#include "db/db_engine.h"

#define CATALOGUE_SIZE (1 << 18)

/* Each database has these of its own. */
static bool
is_ours(const char *table)
{
	return strcmp(table, "schema_version") == 0 ||
	       strcmp(table, "copy_progress") == 0;
}

/* --- the catalogue ---------------------------------------------------------
 */

static char *
ask(struct db *db, struct arena *a, const char *sql, struct err *err)
{
	char *text = arena_alloc(a, CATALOGUE_SIZE);

	if (db_query_text(db, sql, text, CATALOGUE_SIZE) < 0) {
		copy_err(db, "the catalogue", err);
		return NULL;
	}
	if (strlen(text) == CATALOGUE_SIZE - 1)
		BUG("a catalogue of more than %d bytes", CATALOGUE_SIZE);
	return text;
}

/* Cuts "a b c" up; the next line, or NULL. */
static char *
take_line(char *line, const char *word[3])
{
	char *save = NULL, *end = line + strcspn(line, "\n");
	bool more = *end != '\0';

	*end = '\0';
	word[0] = strtok_r(line, " ", &save);
	word[1] = strtok_r(NULL, " ", &save);
	word[2] = strtok_r(NULL, " ", &save);
	return more ? end + 1 : NULL;
}

static struct copy_table *
find_table(struct copy_tables *tables, const char *name)
{
	for (size_t i = 0; i < tables->n; i++)
		if (strcmp(tables->v[i].name, name) == 0)
			return &tables->v[i];
	return NULL;
}

static void
add_columns(struct copy_tables *out, struct arena *a, char *line)
{
	const char *word[3];

	while (line != NULL && *line != '\0') {
		struct copy_table *t;
		struct copy_column *c;

		line = take_line(line, word);
		if (word[2] == NULL || is_ours(word[0]))
			continue;
		if ((t = find_table(out, word[0])) == NULL) {
			t = ARENA_PUSH(a, out);
			t->name = word[0];
		}
		c = ARENA_PUSH(a, &t->columns);
		c->name = word[1];
		c->key = (int)strtol(word[2], NULL, 10);
	}
}

static void
add_parents(struct copy_tables *out, struct arena *a, char *line)
{
	const char *word[3];

	while (line != NULL && *line != '\0') {
		struct copy_table *t;

		line = take_line(line, word);
		if (word[2] == NULL || (t = find_table(out, word[0])) == NULL)
			continue;
		*ARENA_PUSH(a, &t->parents) = word[1];
		*ARENA_PUSH(a, &t->parents) = word[2];
	}
}

static int
check_keys(const struct copy_tables *tables, struct err *err)
{
	for (size_t i = 0; i < tables->n; i++) {
		const struct copy_table *t = &tables->v[i];
		int keys = 0;

		for (size_t c = 0; c < t->columns.n; c++)
			keys += t->columns.v[c].key > 0;
		if (keys < 1 || keys > COPY_KEYS)
			return err_set(err, ERR_BROKEN,
				"%s: a table is copied by its primary key, and "
				"it has none.",
				t->name);
	}
	return 0;
}

int
copy_catalogue(struct db *db, struct arena *a, struct copy_tables *out,
	struct err *err)
{
	char *columns = ask(db, a, db->engine->columns_of_all, err);
	char *parents = NULL;

	if (columns != NULL)
		parents = ask(db, a, db->engine->references_of_all, err);
	if (parents == NULL)
		return -1;
	add_columns(out, a, columns);
	add_parents(out, a, parents);
	return check_keys(out, err);
}

/* --- the order ----------------------------------------------------------- */

static struct copy_column *
find_column(struct copy_table *t, const char *name)
{
	for (size_t i = 0; i < t->columns.n; i++)
		if (strcmp(t->columns.v[i].name, name) == 0)
			return &t->columns.v[i];
	BUG("%s has no column %s", t->name, name);
}

/* Is there a parent whose rows are not there yet? */
static bool
must_wait(const struct copy_tables *tables, struct copy_table *t)
{
	for (size_t i = 0; i < t->parents.n; i += 2) {
		const struct copy_table *p = find_table(
			(struct copy_tables *)tables, t->parents.v[i + 1]);

		if (p != NULL && p != t && !p->placed &&
			!find_column(t, t->parents.v[i])->later)
			return true;
	}
	return false;
}

/* What refers to its own table, or, where tables wait for each other, to
 * one that is not there yet, is filled in when all rows are. */
static void
put_off(struct copy_tables *tables, struct copy_table *t, bool all)
{
	for (size_t i = 0; i < t->parents.n; i += 2) {
		const struct copy_table *p =
			find_table(tables, t->parents.v[i + 1]);

		if (p == t || (all && p != NULL && !p->placed))
			find_column(t, t->parents.v[i])->later = true;
	}
}

static struct copy_table *
next_table(struct copy_tables *tables)
{
	struct copy_table *left = NULL;

	for (size_t i = 0; i < tables->n; i++) {
		struct copy_table *t = &tables->v[i];

		if (t->placed)
			continue;
		if (!must_wait(tables, t))
			return t;
		if (left == NULL)
			left = t;
	}
	if (left != NULL)
		put_off(tables, left, true);
	return left;
}

/*
 * Rows that the schema lets in only after others of their own table: a
 * visit may be laid over what is booked, but nothing is booked over it.
 */
static const struct {
	const char *table, *first, *then;
} halves[] = {
	{"appointment", "overbooked = 0", "overbooked <> 0"},
};

static struct copy_step *
add_step(struct db_copy *c, struct copy_table *t)
{
	struct copy_step *s = &c->steps[c->n_steps++];

	*s = (struct copy_step){.table = t, .where = ""};
	return s;
}

static void
add_steps(struct db_copy *c, struct copy_table *t)
{
	for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); i++) {
		if (strcmp(t->name, halves[i].table) != 0)
			continue;
		add_step(c, t)->where = halves[i].first;
		add_step(c, t)->where = halves[i].then;
		return;
	}
	add_step(c, t);
}

static void
add_later(struct db_copy *c, struct copy_table *t)
{
	const char *list = copy_list(c->arena, t, COPY_LATER);
	struct copy_step *s;

	if (*list == '\0')
		return;
	s = add_step(c, t);
	s->later = true;
	s->where = arena_printf(c->arena, "coalesce(%s%s) IS NOT NULL", list,
		strchr(list, ',') ? "" : ", NULL");
}

int
copy_plan(struct db_copy *c, struct err *err)
{
	struct copy_tables *tables = &c->tables;
	struct copy_table *t;

	if (copy_catalogue(c->from, c->arena, tables, err))
		return -1;
	c->steps = arena_alloc(c->arena, (3 * tables->n) * sizeof(*c->steps));
	for (size_t i = 0; i < tables->n; i++)
		put_off(tables, &tables->v[i], false);
	while ((t = next_table(tables)) != NULL) {
		t->placed = true;
		add_steps(c, t);
	}
	for (size_t i = 0; i < tables->n; i++)
		add_later(c, &tables->v[i]);
	return 0;
}

/* --- the walk ------------------------------------------------------------ */

static bool
wanted(const struct copy_column *c, enum copy_want want)
{
	return want == COPY_ALL || (want == COPY_KEY && c->key > 0) ||
	       (want == COPY_LATER && c->later);
}

const char *
copy_list(struct arena *a, const struct copy_table *t, enum copy_want want)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < t->columns.n; i++)
		if (wanted(&t->columns.v[i], want))
			buf_addf(&b, "%s\"%s\"", b.n > 0 ? ", " : "",
				t->columns.v[i].name);
	return b.s;
}

/* "k1", "k2" with what comes before and after each. */
static const char *
key_list(struct arena *a, const struct copy_walk *w, const char *before,
	const char *after)
{
	struct buf b = buf_new(a);

	for (int i = 0; i < w->keys; i++)
		buf_addf(&b, "%s%s%s%s", i > 0 ? ", " : "", before,
			w->table->columns.v[w->at[i]].name, after);
	return b.s;
}

static void
find_keys(struct copy_walk *w)
{
	for (size_t i = 0; i < w->table->columns.n; i++) {
		int place = w->table->columns.v[i].key;

		if (place > 0)
			w->at[place - 1] = (int)i;
		w->keys += place > 0;
	}
}

void
copy_walk_open(struct copy_walk *w, struct arena *a, struct db *db,
	const struct copy_step *s, int batch)
{
	const char *columns, *keys;

	*w = (struct copy_walk){.db = db, .table = s->table, .batch = batch};
	find_keys(w);
	w->key = arena_alloc(a, COPY_KEYS * sizeof(*w->key));
	columns = copy_list(a, s->table, COPY_ALL);
	keys = key_list(a, w, "\"", "\"");
	w->first = db_prep_made(
		db, arena_printf(a,
			    "SELECT %s FROM \"%s\"%s%s ORDER BY %s LIMIT :n",
			    columns, s->table->name, *s->where ? " WHERE " : "",
			    s->where, keys));
	w->next = db_prep_made(db,
		arena_printf(a,
			"SELECT %s FROM \"%s\" WHERE (%s) > (%s)%s%s"
			" ORDER BY %s LIMIT :n",
			columns, s->table->name, keys, key_list(a, w, ":", ""),
			*s->where ? " AND " : "", s->where, keys));
}

/* A copy of the value, which lives no longer than its row. */
static void
keep(struct db_value *v, struct db_value from)
{
	char *copy = NULL;

	free((char *)v->p);
	if (from.p != NULL) {
		if ((copy = malloc(from.n + 1)) == NULL)
			BUG("out of memory");
		memcpy(copy, from.p, from.n);
	}
	*v = from;
	v->p = copy;
}

bool
copy_walk_after(struct copy_walk *w, struct arena *a, struct db *db,
	const struct copy_step *s)
{
	struct db_stmt *q = db_prep_made(db,
		arena_printf(a, "SELECT %s FROM \"%s\"%s%s ORDER BY %s LIMIT 1",
			key_list(a, w, "\"", "\""), s->table->name,
			*s->where ? " WHERE " : "", s->where,
			key_list(a, w, "\"", "\" DESC")));
	bool there = false;

	while (db_step(q)) {
		for (int i = 0; i < w->keys; i++)
			keep(&w->key[i], db_column_value(q, i));
		there = w->started = true;
	}
	db_done(q);
	db_finish_made(q);
	return there;
}

bool
copy_walk_batch(struct copy_walk *w)
{
	char name[80];

	if (w->ended)
		return false;
	w->q = w->started ? w->next : w->first;
	for (int i = 0; i < w->keys && w->started; i++) {
		snprintf(name, sizeof(name), ":%s",
			w->table->columns.v[w->at[i]].name);
		db_bind_value(w->q, name, &w->key[i]);
	}
	db_bind_int(w->q, ":n", w->batch);
	w->started = true;
	w->n = 0;
	return true;
}

bool
copy_walk_row(struct copy_walk *w)
{
	if (!db_step(w->q)) {
		db_done(w->q);
		w->ended |= w->n < w->batch;
		return false;
	}
	if (++w->n == w->batch)
		for (int i = 0; i < w->keys; i++)
			keep(&w->key[i], db_column_value(w->q, w->at[i]));
	return true;
}

void
copy_walk_close(struct copy_walk *w)
{
	db_finish_made(w->first);
	db_finish_made(w->next);
	for (int i = 0; i < w->keys; i++)
		free((char *)w->key[i].p);
}

int
copy_err(struct db *db, const char *doing, struct err *err)
{
	enum db_state state = db_state(db);

	return err_set(err,
		state == DB_BUSY || state == DB_LOST || state == DB_AGAIN
			? ERR_BUSY
			: ERR_BROKEN,
		"%.60s: %.360s", doing,
		db_error(db) ? db_error(db) : "could not be read");
}
