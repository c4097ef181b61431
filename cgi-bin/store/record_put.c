/*
 * Writes the typed rows of imported resources: the INSERTs are made from
 * the column lists of domain/record_map.h, so that a column, its path and
 * its value cannot drift apart.
 */
#include "store/record_put.h"

#include <string.h>

#include "db/db.h"
#include "domain/scope.h"

#define NAME(col, path, kind) ", " #col
#define PARAM(col, path, kind) ", :" #col
#define LIST(col, path, kind) {":" #col, #kind},

struct column {
	const char *param, *kind; /* the last is without */
};

#define R(id, table, type, cols)                                               \
	static const struct column table##_columns[] = {cols(LIST){0}};
RECORD_TABLES(R)
#undef R
#define L(id, table, types, list, cols)                                        \
	static const struct column table##_columns[] = {cols(LIST){0}};
RECORD_LISTS(L)
#undef L

/* What is absent has its column's type all the same: a statement whose
 * types change is planned anew. */
static bool
is_whole(const struct column *c)
{
	return strcmp(c->kind, "INT") == 0 || strcmp(c->kind, "BOOL") == 0;
}

static void
bind_values(
	struct db_stmt *q, const struct column *c, const struct record_value *v)
{
	for (; c->param; c++, v++) {
		if (v->kind == RECORD_INT)
			db_bind_int(q, c->param, v->n);
		else if (v->kind == RECORD_TEXT)
			db_bind_text(q, c->param, v->text);
		else if (is_whole(c))
			db_bind_id(q, c->param, 0);
		else
			db_bind_text(q, c->param, NULL);
	}
}

static struct db_stmt *
table_insert(struct db *db, enum record_table t, const struct column **columns)
{
	switch (t) {
#define R(id, table, type, cols)                                               \
	case RECORD_##id:                                                      \
		*columns = table##_columns;                                    \
		return db_prep(db,                                             \
			"INSERT INTO " #table                                  \
			" (resource_id, clinic_id, patient_id, at" cols(       \
				NAME) ") VALUES (:resource, :clinic, "         \
				      ":patient, :moment" cols(PARAM) ")");
		RECORD_TABLES(R)
#undef R
	default:
		*columns = NULL;
		return NULL;
	}
}

int
record_put_table(struct db *db, const struct scope *sc, enum record_table t,
	int64_t resource, int64_t patient, instant_t at,
	const struct record_value *v)
{
	const struct column *columns;
	struct db_stmt *q = table_insert(db, t, &columns);

	if (!q)
		return -1;
	db_bind_int(q, ":resource", resource);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":patient", patient);
	db_bind_int(q, ":moment", at);
	bind_values(q, columns, v);
	return db_exec(q) < 0 ? -1 : 0;
}

static struct db_stmt *
list_insert(struct db *db, enum record_list l, const struct column **columns)
{
	switch (l) {
#define L(id, table, types, list, cols)                                        \
	case RECORD_LIST_##id:                                                 \
		*columns = table##_columns;                                    \
		return db_prep(db,                                             \
			"INSERT INTO " #table                                  \
			" (resource_id, clinic_id, seq" cols(                  \
				NAME) ") VALUES (:resource, :clinic, "         \
				      ":seq" cols(PARAM) ")");
		RECORD_LISTS(L)
#undef L
	default:
		*columns = NULL;
		return NULL;
	}
}

int
record_put_list(struct db *db, const struct scope *sc, enum record_list l,
	int64_t resource, int seq, const struct record_value *v)
{
	const struct column *columns;
	struct db_stmt *q = list_insert(db, l, &columns);

	if (!q)
		return -1;
	db_bind_int(q, ":resource", resource);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":seq", seq);
	bind_values(q, columns, v);
	return db_exec(q) < 0 ? -1 : 0;
}

int
record_put_code(struct db *db, const struct scope *sc, int64_t resource,
	int seq, const struct record_code *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO record_code (resource_id, seq, clinic_id, path,"
		" system, code, display, text)"
		" VALUES (:resource, :seq, :clinic, :path, :system, :code,"
		" :display, :text)");

	db_bind_int(q, ":resource", resource);
	db_bind_int(q, ":seq", seq);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":path", c->path);
	db_bind_text(q, ":system", c->system);
	db_bind_text(q, ":code", c->code);
	db_bind_text(q, ":display", c->display);
	db_bind_text(q, ":text", c->text);
	return db_exec(q) < 0 ? -1 : 0;
}

static struct db_stmt *
table_update(struct db *db, enum record_table t)
{
	switch (t) {
#define R(id, table, type, cols)                                               \
	case RECORD_##id:                                                      \
		return db_prep(db,                                             \
			"UPDATE " #table " SET patient_id = :patient"          \
			" WHERE resource_id = :resource"                       \
			" AND clinic_id = :clinic");
		RECORD_TABLES(R)
#undef R
	default:
		return NULL;
	}
}

int
record_put_patient(struct db *db, const struct scope *sc, enum record_table t,
	int64_t resource, int64_t patient)
{
	struct db_stmt *q = table_update(db, t);

	if (!q)
		return -1;
	db_bind_id(q, ":patient", patient);
	db_bind_int(q, ":resource", resource);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

static struct db_stmt *
table_delete(struct db *db, enum record_table t)
{
	switch (t) {
#define R(id, table, type, cols)                                               \
	case RECORD_##id:                                                      \
		return db_prep(db,                                             \
			"DELETE FROM " #table " WHERE resource_id = :resource" \
			" AND clinic_id = :clinic");
		RECORD_TABLES(R)
#undef R
	default:
		return NULL;
	}
}

static int
drop(struct db_stmt *q, const struct scope *sc, int64_t resource)
{
	if (!q)
		return -1;
	db_bind_int(q, ":resource", resource);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
record_drop_table(struct db *db, const struct scope *sc, enum record_table t,
	int64_t resource)
{
	return drop(table_delete(db, t), sc, resource);
}

static struct db_stmt *
list_delete(struct db *db, enum record_list l)
{
	switch (l) {
#define L(id, table, types, list, cols)                                        \
	case RECORD_LIST_##id:                                                 \
		return db_prep(db,                                             \
			"DELETE FROM " #table " WHERE resource_id = :resource" \
			" AND clinic_id = :clinic");
		RECORD_LISTS(L)
#undef L
	default:
		return NULL;
	}
}

int
record_drop_list(struct db *db, const struct scope *sc, enum record_list l,
	int64_t resource)
{
	return drop(list_delete(db, l), sc, resource);
}

int
record_drop_codes(struct db *db, const struct scope *sc, int64_t resource)
{
	return drop(db_prep(db, "DELETE FROM record_code"
				" WHERE resource_id = :resource"
				" AND clinic_id = :clinic"),
		sc, resource);
}
