#ifndef DB_DB_PG_H
#define DB_DB_PG_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>

#include "db/db_engine.h"

/*
 * Between the files of this engine: db_pg.c has the connection, db_pg_stmt.c
 * the statements, db_pg_rights.c the users, and db_pg_text.c our text as
 * PostgreSQL reads it, for which no connection is needed.
 */

/* Types of pg_catalog; their numbers are part of the protocol. */
enum {
	OID_BOOL = 16,
	OID_BYTEA = 17,
	OID_INT8 = 20,
	OID_INT2 = 21,
	OID_INT4 = 23,
	OID_TEXT = 25,
	OID_FLOAT4 = 700,
	OID_FLOAT8 = 701,
};

/* The names of a statement's parameters, in the order of $1, $2 ... */
struct pg_params {
	char *name[DB_PARAMS_MAX]; /* with the colon; free() each */
	int n;
};

/* Lines of COPY's text format: a tab after each value of a row, a newline
 * after its last. The owner frees s. */
struct pg_lines {
	char *s;
	size_t n, cap;
};

struct pg_db {
	struct db db; /* first */
	PGconn *c;
	char *url, *user;
	bool pooler, standby;
	bool in_txn, useless; /* useless: it cannot write any more */
	unsigned connection;  /* counts: statements are prepared on one */
	unsigned names;
	double tried_ms;       /* when the server was last found missing */
	struct pg_lines lines; /* on their way to COPY */
};

static inline struct pg_db *
pg(struct db *db)
{
	return (struct pg_db *)db;
}

/* Write down why the server would not; NULL: it is gone. */
void pg_fail(struct pg_db *, const PGresult *, const char *what,
	const char *file, int line);
bool pg_good(const PGresult *);
/* A query without parameters, or many; -1 after db_fail(). */
int pg_run_text(struct pg_db *, const char *sql, const char *what);
/* A connection that broke, but not inside of a transaction, is made anew. */
int pg_be_connected(struct pg_db *);

/* Of struct db_engine, beyond those of db_pg.c. */
void pg_restrict(struct db *db, const struct db_right *rights);
int pg_grant(struct db *db, const char *user, const struct db_right *rights);
void pg_reset(struct db_stmt *q);
void pg_finish(struct db_stmt *q);
struct db_stmt *
pg_prepare(struct db *db, const char *sql, const char *file, int line);
int pg_param(struct db_stmt *q, const char *name);
const char *pg_param_name(struct db_stmt *q, int i);
int pg_bind(struct db_stmt *q, int i, const struct db_value *v);
bool pg_step(struct db_stmt *q);
int64_t pg_changes(struct db_stmt *q);
void pg_trace(struct db_stmt *q);
int pg_columns(struct db_stmt *q);
enum db_type pg_type(struct db_stmt *q, int col);
const char *pg_get_text(struct db_stmt *q, int col);
int64_t pg_get_int(struct db_stmt *q, int col);
double pg_get_real(struct db_stmt *q, int col);
const void *pg_get_blob(struct db_stmt *q, int col, size_t *n);

/* --- db_pg_text.c --- */

/* A statement with $n for each :name, the same name the same number; what
 * stands in quotes and comments stays. free() it; NULL: too many names. */
char *pg_placeholders(const char *sql, struct pg_params *);
void pg_params_free(struct pg_params *);

/* A script with the words of its column types as PostgreSQL has them:
 * see schema/README.md. free() it. */
char *pg_script_words(const char *text);

void pg_lines_add(struct pg_lines *, const struct db_value *, bool last);

#endif
