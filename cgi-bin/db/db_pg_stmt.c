/* Statements on PostgreSQL: parameters, rows, columns. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"
#include "db/db_pg.h"

struct pg_stmt {
	struct db_stmt q; /* first */
	char *text;	  /* with $1, $2 ... */
	struct pg_params params;
	Oid type[DB_PARAMS_MAX];
	char *value[DB_PARAMS_MAX]; /* ours, NULL for null */
	int length[DB_PARAMS_MAX], format[DB_PARAMS_MAX];
	char name[16];
	unsigned connection; /* the one it is prepared on; 0: none */
	PGresult *res;
	int row;
	unsigned char *bytes; /* what get_blob() last gave */
};

static struct pg_stmt *
ps(struct db_stmt *q)
{
	return (struct pg_stmt *)q;
}

void
pg_reset(struct db_stmt *q)
{
	struct pg_stmt *s = ps(q);

	PQclear(s->res);
	s->res = NULL;
	PQfreemem(s->bytes);
	s->bytes = NULL;
	for (int i = 0; i < s->params.n; i++) {
		free(s->value[i]);
		s->value[i] = NULL;
	}
}

void
pg_finish(struct db_stmt *q)
{
	struct pg_stmt *s = ps(q);
	struct pg_db *d = pg(q->db);

	pg_reset(q);
	if (s->connection == d->connection && s->connection != 0 &&
		d->c != NULL && q->live &&
		PQtransactionStatus(d->c) == PQTRANS_IDLE) {
		char text[40];

		snprintf(text, sizeof(text), "DEALLOCATE %s", s->name);
		PQclear(PQexec(d->c, text));
	}
	pg_params_free(&s->params);
	free(s->text);
	free(s);
}

/* The server hears of it at the first step, when the types are known. */
struct db_stmt *
pg_prepare(struct db *db, const char *sql, const char *file, int line)
{
	struct pg_stmt *s = calloc(1, sizeof(*s));

	if (s == NULL)
		BUG("out of memory");
	if ((s->text = pg_placeholders(sql, &s->params)) == NULL) {
		db_fail(db, DB_BROKEN, "", "too many parameters (%s:%d)", file,
			line);
		free(s);
		return NULL;
	}
	s->q.params = s->params.n;
	return &s->q;
}

int
pg_param(struct db_stmt *q, const char *name)
{
	const struct pg_params *p = &ps(q)->params;

	for (int i = 0; i < p->n; i++)
		if (strcmp(p->name[i], name) == 0)
			return i + 1;
	return 0;
}

const char *
pg_param_name(struct db_stmt *q, int i)
{
	return ps(q)->params.name[i - 1];
}

static char *
as_text(const struct db_value *v)
{
	char *s = NULL;
	int n = 0;

	if (v->type == DB_INT)
		n = asprintf(&s, "%lld", (long long)v->i);
	else if (v->type == DB_REAL)
		n = asprintf(&s, "%.17g", v->r);
	else if ((s = malloc(v->n + 1)) != NULL) {
		if (v->n > 0)
			memcpy(s, v->p, v->n);
		s[v->n] = '\0';
	}
	if (s == NULL || n < 0)
		BUG("out of memory");
	return s;
}

int
pg_bind(struct db_stmt *q, int i, const struct db_value *v)
{
	static const Oid types[] = {[DB_NULL] = 0,
		[DB_INT] = OID_INT8,
		[DB_REAL] = OID_FLOAT8,
		[DB_TEXT] = OID_TEXT,
		[DB_BLOB] = OID_BYTEA};
	struct pg_stmt *s = ps(q);

	i--;
	free(s->value[i]);
	s->value[i] = v->null ? NULL : as_text(v);
	s->length[i] = (int)v->n;
	s->format[i] = v->type == DB_BLOB;
	/* A null of no type leaves the type that a value gave it before. */
	if (types[v->type] != 0 && s->type[i] != types[v->type]) {
		s->type[i] = types[v->type];
		s->connection = 0;
	}
	return 0;
}

/* A name once given stays with its connection, so each try has its own. */
static int
prepare_on_server(struct pg_stmt *s, struct pg_db *d)
{
	PGresult *res;
	int bad;

	snprintf(s->name, sizeof(s->name), "hr%u", d->names++);
	res = PQprepare(d->c, s->name, s->text, s->params.n, s->type);
	bad = !pg_good(res);
	if (bad)
		pg_fail(d, res, "prepare", s->q.file, s->q.line);
	else
		s->connection = d->connection;
	PQclear(res);
	return bad ? -1 : 0;
}

static PGresult *
ask_server(struct pg_stmt *s, struct pg_db *d)
{
	const char *const *values = (const char *const *)s->value;

	if (d->pooler)
		return PQexecParams(d->c, s->text, s->params.n, s->type, values,
			s->length, s->format, 0);
	return PQexecPrepared(
		d->c, s->name, s->params.n, values, s->length, s->format, 0);
}

static int
start(struct pg_stmt *s, struct pg_db *d)
{
	if (pg_be_connected(d))
		return -1;
	if (!d->pooler && s->connection != d->connection &&
		prepare_on_server(s, d))
		return -1;
	s->res = ask_server(s, d);
	s->row = -1;
	if (pg_good(s->res))
		return 0;
	pg_fail(d, s->res, "step", s->q.file, s->q.line);
	return -1;
}

bool
pg_step(struct db_stmt *q)
{
	struct pg_stmt *s = ps(q);

	if (s->res == NULL && start(s, pg(q->db)))
		return false;
	return ++s->row < PQntuples(s->res);
}

int64_t
pg_changes(struct db_stmt *q)
{
	struct pg_stmt *s = ps(q);

	if (s->res == NULL || PQnfields(s->res) > 0)
		return 0;
	return strtoll(PQcmdTuples(s->res), NULL, 10);
}

void
pg_trace(struct db_stmt *q)
{
	(void)q;
}

/* --- columns ----------------------------------------------------------------
 */

int
pg_columns(struct db_stmt *q)
{
	return PQnfields(ps(q)->res);
}

enum db_type
pg_type(struct db_stmt *q, int col)
{
	const struct pg_stmt *s = ps(q);

	if (PQgetisnull(s->res, s->row, col))
		return DB_NULL;
	switch (PQftype(s->res, col)) {
	case OID_BOOL:
	case OID_INT2:
	case OID_INT4:
	case OID_INT8:
		return DB_INT;
	case OID_FLOAT4:
	case OID_FLOAT8:
		return DB_REAL;
	case OID_BYTEA:
		return DB_BLOB;
	default:
		return DB_TEXT;
	}
}

const char *
pg_get_text(struct db_stmt *q, int col)
{
	const struct pg_stmt *s = ps(q);

	if (PQgetisnull(s->res, s->row, col))
		return NULL;
	if (PQftype(s->res, col) == OID_BOOL)
		return *PQgetvalue(s->res, s->row, col) == 't' ? "1" : "0";
	return PQgetvalue(s->res, s->row, col);
}

int64_t
pg_get_int(struct db_stmt *q, int col)
{
	const char *text = pg_get_text(q, col);

	return text ? strtoll(text, NULL, 10) : 0;
}

double
pg_get_real(struct db_stmt *q, int col)
{
	const char *text = pg_get_text(q, col);

	return text ? strtod(text, NULL) : 0;
}

const void *
pg_get_blob(struct db_stmt *q, int col, size_t *n)
{
	struct pg_stmt *s = ps(q);
	const char *text = pg_get_text(q, col);

	*n = text ? strlen(text) : 0;
	if (text == NULL || PQftype(s->res, col) != OID_BYTEA)
		return text;
	PQfreemem(s->bytes);
	s->bytes = PQunescapeBytea((const unsigned char *)text, n);
	if (s->bytes == NULL)
		BUG("out of memory");
	return s->bytes;
}
