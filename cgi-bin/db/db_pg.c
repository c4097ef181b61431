/*
 * PostgreSQL behind db.h, by libpq: connections, transactions, the whole
 * database. db_pg.h says where the rest is.
 *
 * Writing transactions are READ COMMITTED: each reads the end of the audit
 * chain and extends it, so that in a stricter level of two at once one
 * would always fail. What two may not do at once is kept apart by db_lock(),
 * by row versions and by the constraints of the schema. Reading ones see
 * one snapshot. Codes are those of the PostgreSQL 15 manual, appendix A.
 */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"
#include "db/db_pg.h"

/* --- failures ----------------------------------------------------------- */

static bool
starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static enum db_state
state_of(const char *code)
{
	static const struct {
		const char *code;
		enum db_state state;
	} states[] = {
		{"23502", DB_BROKEN}, /* not null: our mistake */
		{"23", DB_CONFLICT},
		{"P0001", DB_CONFLICT}, /* a trigger of ours */
		{"40001", DB_AGAIN}, {"40P01", DB_AGAIN},
		{"55P03", DB_BUSY}, /* lock_timeout */
		{"53300", DB_BUSY}, /* too many connections */
		{"08", DB_LOST},
		{"57P", DB_LOST}, /* the server or the session is ended */
	};

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (starts(code, states[i].code))
			return states[i].state;
	return DB_BROKEN;
}

/* What may not be null is named "pet.name", as SQLite does. */
static void
not_null_column(const PGresult *res, char *out, size_t size)
{
	const char *table = PQresultErrorField(res, PG_DIAG_TABLE_NAME);
	const char *column = PQresultErrorField(res, PG_DIAG_COLUMN_NAME);

	if (table != NULL && column != NULL)
		snprintf(out, size, "%s.%s", table, column);
}

/* DETAIL of a unique index says "Key (clinic_id, name)=(1, x) ...": the
 * constraint is named as SQLite does, "site.clinic_id, site.name". */
static void
unique_columns(const PGresult *res, char *out, size_t size)
{
	const char *table = PQresultErrorField(res, PG_DIAG_TABLE_NAME);
	const char *detail = PQresultErrorField(res, PG_DIAG_MESSAGE_DETAIL);
	const char *at = detail ? strchr(detail, '(') : NULL;
	size_t used = 0;

	if (table == NULL || at == NULL || strstr(at, ")=(") == NULL)
		return;
	out[0] = '\0';
	while (*at++ != ')' && used < size) {
		size_t n = strcspn(at, ",)");

		used += (size_t)snprintf(out + used, size - used, "%s%s.%.*s",
			used > 0 ? ", " : "", table, (int)n, at);
		at += n;
		at += *at == ',';
	}
}

static void
constraint_of(const PGresult *res, const char *code, char *out, size_t size)
{
	const char *name = PQresultErrorField(res, PG_DIAG_CONSTRAINT_NAME);

	if (name == NULL && strcmp(code, "P0001") == 0)
		name = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	if (strcmp(code, "23503") == 0)
		name = "foreign_key";
	snprintf(out, size, "%s", name ? name : "");
	if (strcmp(code, "23505") == 0)
		unique_columns(res, out, size);
	if (strcmp(code, "23502") == 0)
		not_null_column(res, out, size);
}

/* For the log, which values stay out of: detail is left, and the text of
 * class 22, a value that cannot be read. */
static const char *
text_of(const PGresult *res, const char *code)
{
	const char *text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);

	return text != NULL && !starts(code, "22") ? text : "";
}

void
pg_fail(struct pg_db *d, const PGresult *res, const char *what,
	const char *file, int line)
{
	const char *code =
		res ? PQresultErrorField(res, PG_DIAG_SQLSTATE) : NULL;
	char constraint[128] = "";

	if (PQstatus(d->c) != CONNECTION_OK || code == NULL) {
		db_fail(&d->db, DB_LOST, "", "%s: %s (%s:%d)", what,
			PQerrorMessage(d->c), file, line);
		return;
	}
	/* In a reading transaction it is our mistake. */
	d->useless = strcmp(code, "25006") == 0 && d->db.txn == DB_WRITE;
	constraint_of(res, code, constraint, sizeof(constraint));
	db_fail(&d->db, d->useless ? DB_LOST : state_of(code), constraint,
		"%s: %s %s (%s:%d)", what, code, text_of(res, code), file,
		line);
}

bool
pg_good(const PGresult *res)
{
	ExecStatusType st = PQresultStatus(res);

	return st == PGRES_COMMAND_OK || st == PGRES_TUPLES_OK;
}

/* Of a query without parameters, or of many; -1 after db_fail(). */
int
pg_run_text(struct pg_db *d, const char *sql, const char *what)
{
	PGresult *res = PQexec(d->c, sql);
	int bad = !pg_good(res);

	if (bad)
		pg_fail(d, res, what, __FILE__, __LINE__);
	PQclear(res);
	return bad ? -1 : 0;
}

/* --- the connection ------------------------------------------------------- */

static void
no_notice(void *arg, const PGresult *res)
{
	(void)arg;
	(void)res;
}

static void
disconnect(struct pg_db *d)
{
	PQfinish(d->c);
	d->c = NULL;
	d->in_txn = false;
}

/* What the URL says counts, but for the character set. */
static PGconn *
call_server(const struct pg_db *d)
{
	const char *const names[] = {"user", "connect_timeout",
		"target_session_attrs", "keepalives_idle", "tcp_user_timeout",
		"dbname", "client_encoding", "fallback_application_name", NULL};
	const char *const values[] = {d->user, "3",
		d->standby ? "any" : "read-write", "10", "20000", d->url,
		"UTF8", "handrail", NULL};

	return PQconnectdbParams(names, values, 1);
}

/* Order and case of letters are those of bytes on both engines: names are
 * folded by us. 1 if it is so, 0 if not, -1 after db_fail(). */
static int
collates_as_bytes(struct pg_db *d)
{
	char text[8] = "";

	if (db_query_text(&d->db,
		    "SELECT (datcollate IN ('C', 'POSIX')"
		    " AND datctype IN ('C', 'POSIX')"
		    " AND pg_encoding_to_char(encoding) = 'UTF8')::int"
		    " FROM pg_database WHERE datname = current_database()",
		    text, sizeof(text)) < 0)
		return -1;
	return strcmp(text, "1") == 0;
}

/*
 * Our statements are written to be planned without their values, as SQLite
 * does; planning a page's anew each time takes longer than running them.
 * Through a pooler a setting would fall to somebody else: there it belongs
 * to the users, by ALTER ROLE. -1 after db_fail().
 */
static int
plan_once(struct pg_db *d)
{
	if (d->pooler)
		return 0;
	return pg_run_text(d,
		"SET plan_cache_mode = force_generic_plan; SET jit = off",
		"plan once");
}

/* At most once a second a server is called that was not there: the person
 * in front of the page has the answer at once. */
static int
connect_server(struct pg_db *d)
{
	double now = db_clock_ms(CLOCK_MONOTONIC);

	if (d->tried_ms > 0 && now - d->tried_ms < 1000) {
		db_fail(&d->db, DB_LOST, "", "no server a moment ago");
		return -1;
	}
	disconnect(d);
	d->c = call_server(d);
	d->tried_ms = 0;
	if (PQstatus(d->c) != CONNECTION_OK) {
		d->tried_ms = now;
		db_fail(&d->db, DB_LOST, "", "%s", PQerrorMessage(d->c));
		return -1;
	}
	PQsetNoticeReceiver(d->c, no_notice, NULL);
	/* What is said of a server that goes away comes with whatever it
	 * said before: of that the code alone, for the rest holds values. */
	PQsetErrorVerbosity(d->c, PQERRORS_SQLSTATE);
	PQsetErrorContextVisibility(d->c, PQSHOW_CONTEXT_NEVER);
	d->connection++;
	return plan_once(d);
}

/* A connection that broke outside of a transaction is simply made anew; one
 * that broke inside has ended it, which the next answer says. */
int
pg_be_connected(struct pg_db *d)
{
	if (d->in_txn || (d->c != NULL && PQstatus(d->c) == CONNECTION_OK))
		return 0;
	return connect_server(d);
}

static char *
user_of(const struct db_how *how)
{
	char *user;

	if (asprintf(&user, "handrail_%s",
		    how->program != NULL ? how->program : "admin") < 0)
		BUG("out of memory");
	return user;
}

static int
first_call(struct pg_db *d, struct err *err)
{
	int fits;

	if (connect_server(d))
		return err_set(err, ERR_BUSY,
			"The database cannot be reached: %.380s", d->db.error);
	if ((fits = collates_as_bytes(d)) < 0)
		return db_err(&d->db, err);
	if (fits)
		return 0;
	return err_set(err, ERR_INPUT,
		"The database must be made with ENCODING 'UTF8' LC_COLLATE "
		"'C' LC_CTYPE 'C' TEMPLATE template0.");
}

static struct db *
pg_open(const char *url, const struct db_how *how, struct err *err)
{
	char *why = NULL;
	PQconninfoOption *parts = PQconninfoParse(url, &why);
	struct pg_db *d;

	if (parts == NULL) {
		/* The reason may quote the URL, and so a password. */
		err_set(err, ERR_INPUT,
			"The postgresql:// address of the database cannot be "
			"read.");
		PQfreemem(why);
		return NULL;
	}
	PQconninfoFree(parts);
	d = db_new(sizeof(*d), &db_pg);
	d->url = strdup(url);
	d->user = user_of(how);
	d->pooler = how->pooler;
	d->standby = how->standby;
	if (d->url != NULL && first_call(d, err) == 0)
		return &d->db;
	db_close(&d->db);
	return NULL;
}

static void
pg_close(struct db *db)
{
	struct pg_db *d = pg(db);

	disconnect(d);
	free(d->url);
	free(d->user);
	free(d->lines.s);
}

/* --- transactions -------------------------------------------------------- */

static bool
pg_in_txn(const struct db *db)
{
	return ((const struct pg_db *)db)->in_txn;
}

/* One message, and nothing that outlives the transaction: a pooler may
 * give the next one to another server process. */
static int
send_begin(struct pg_db *d, enum db_txn txn)
{
	char text[300];

	snprintf(text, sizeof(text),
		"BEGIN %s; SET LOCAL lock_timeout = %.0f;"
		" SET LOCAL statement_timeout = %.0f;"
		" SET LOCAL idle_in_transaction_session_timeout = %.0f",
		txn == DB_READ ? "ISOLATION LEVEL REPEATABLE READ READ ONLY"
			       : "ISOLATION LEVEL READ COMMITTED READ WRITE",
		d->db.wait_ms,
		d->db.patience_ms > 0 ? d->db.wait_ms + 5 * d->db.patience_ms
				      : 0,
		d->db.patience_ms > 0 ? 60e3 : 0);
	return pg_run_text(d, text, "begin");
}

/* A connection whose server has gone shows it only now, when nothing is
 * lost by making it anew. One that became a standby is no use to writers. */
static int
pg_begin(struct db *db, enum db_txn txn)
{
	struct pg_db *d = pg(db);
	bool used = d->c != NULL && PQstatus(d->c) == CONNECTION_OK;

	if (pg_be_connected(d))
		return -1;
	if (send_begin(d, txn) == 0) {
		d->in_txn = true;
		return 0;
	}
	if (!used)
		return -1;
	disconnect(d);
	db->state = DB_OK;
	if (connect_server(d) || send_begin(d, txn))
		return -1;
	d->in_txn = true;
	return 0;
}

/* An answer of the server that this was not done, or none: then it is not
 * known. A server told to stop may have done it and not have heard from
 * its standby (57P01). */
static int
pg_commit(struct db *db)
{
	struct pg_db *d = pg(db);
	PGresult *res = PQexec(d->c, "COMMIT");
	int bad = !pg_good(res);

	if (bad) {
		pg_fail(d, res, "commit", __FILE__, __LINE__);
		db->unsure = db->state == DB_LOST && db->txn == DB_WRITE;
	} else if (strcmp(PQcmdStatus(res), "COMMIT") != 0) {
		db_fail(db, DB_BROKEN, "", "the server undid a transaction");
		bad = true;
	}
	PQclear(res);
	d->in_txn = bad && PQstatus(d->c) == CONNECTION_OK &&
		    PQtransactionStatus(d->c) != PQTRANS_IDLE;
	return bad ? -1 : 0;
}

static void
pg_rollback(struct db *db)
{
	struct pg_db *d = pg(db);
	PGresult *res = PQexec(d->c, "ROLLBACK");

	if (!pg_good(res) || d->useless)
		disconnect(d);
	PQclear(res);
	d->in_txn = d->useless = false;
}

static int
pg_run(struct db *db, const char *sql)
{
	if (db->state != DB_OK || pg_be_connected(pg(db)))
		return -1;
	return pg_run_text(pg(db), sql, sql);
}

/* The kind in the high bytes keeps the ids of two kinds apart. */
static int
pg_lock(struct db *db, enum db_lock lock, int64_t id, bool shared)
{
	struct pg_db *d = pg(db);
	char key[32];
	const char *const values[] = {key};
	const Oid types[] = {OID_INT8};
	PGresult *res;
	int bad;

	snprintf(key, sizeof(key), "%lld",
		(long long)(((int64_t)(lock + 1) << 56) ^ id));
	res = PQexecParams(d->c,
		shared ? "SELECT pg_advisory_xact_lock_shared($1)"
		       : "SELECT pg_advisory_xact_lock($1)",
		1, types, values, NULL, NULL, 0);
	bad = !pg_good(res);
	if (bad)
		pg_fail(d, res, "lock", __FILE__, __LINE__);
	PQclear(res);
	return bad ? -1 : 0;
}

/* --- the whole database ------------------------------------------------------
 */

static int
pg_query_text(struct db *db, const char *sql, char *out, size_t size)
{
	struct pg_db *d = pg(db);
	PGresult *res;
	int found = -1;

	if (pg_be_connected(d))
		return -1;
	res = PQexec(d->c, sql);
	if (!pg_good(res)) {
		pg_fail(d, res, sql, __FILE__, __LINE__);
	} else {
		found = PQntuples(res) > 0;
		snprintf(out, size, "%s", found ? PQgetvalue(res, 0, 0) : "");
	}
	PQclear(res);
	return found;
}

/* A fixture gives its rows ids, of which a sequence knows nothing. */
static int
pg_settle_ids(struct db *db)
{
	static const char text[] =
		"DO $$ DECLARE r record; BEGIN FOR r IN"
		" SELECT c.relname AS t, a.attname AS k FROM pg_attribute a"
		" JOIN pg_class c ON c.oid = a.attrelid"
		" WHERE a.attidentity <> '' AND c.relkind = 'r'"
		" AND c.relnamespace = 'public'::regnamespace"
		" LOOP EXECUTE format('SELECT setval("
		"pg_get_serial_sequence(%L, %L), coalesce((SELECT max(%I)"
		" FROM %I), 0) + 1, false)', r.t, r.k, r.k, r.t);"
		" END LOOP; END $$";

	return pg_run(db, text);
}

static int
pg_script(struct db *db, const char *text, struct err *err)
{
	struct pg_db *d = pg(db);
	char *words = pg_script_words(text);

	if (pg_be_connected(d) == 0 && pg_run_text(d, words, "script") == 0)
		pg_settle_ids(db);
	free(words);
	if (db->state == DB_OK)
		return 0;
	return err_set(err, ERR_BROKEN, "%.400s", db->error);
}

/* COPY: one question for any number of rows (libpq, 34.10). */
static int
pg_load_begin(struct db *db, const char *into)
{
	struct pg_db *d = pg(db);
	char text[4000];
	PGresult *res;
	int bad;

	if (db->state != DB_OK || pg_be_connected(d))
		return -1;
	if ((size_t)snprintf(text, sizeof(text), "COPY %s FROM STDIN", into) >=
		sizeof(text))
		BUG("a table with too many columns: %s", into);
	res = PQexec(d->c, text);
	bad = PQresultStatus(res) != PGRES_COPY_IN;
	if (bad)
		pg_fail(d, res, "load", __FILE__, __LINE__);
	PQclear(res);
	d->lines.n = 0;
	return bad ? -1 : 0;
}

static int
send_lines(struct pg_db *d)
{
	int sent = PQputCopyData(d->c, d->lines.s, (int)d->lines.n);

	d->lines.n = 0;
	if (sent == 1)
		return 0;
	db_fail(&d->db, DB_LOST, "", "load: %s", PQerrorMessage(d->c));
	return -1;
}

static int
pg_load_value(struct db *db, const struct db_value *v, bool last)
{
	struct pg_db *d = pg(db);

	if (db->state != DB_OK)
		return -1;
	pg_lines_add(&d->lines, v, last);
	return last && d->lines.n > 64000 ? send_lines(d) : 0;
}

/* What the server made of the rows it says only here. */
static int
pg_load_end(struct db *db)
{
	struct pg_db *d = pg(db);
	bool stop = db->state != DB_OK || (d->lines.n > 0 && send_lines(d));
	PGresult *res;

	PQputCopyEnd(d->c, stop ? "stopped" : NULL);
	while ((res = PQgetResult(d->c)) != NULL) {
		if (!pg_good(res))
			pg_fail(d, res, "load", __FILE__, __LINE__);
		PQclear(res);
	}
	return db->state == DB_OK ? 0 : -1;
}

static bool
pg_has_table(struct db *db, const char *name)
{
	struct pg_db *d = pg(db);
	const char *const values[] = {name};
	PGresult *res;
	bool there = false;

	if (pg_be_connected(d))
		return false;
	res = PQexecParams(d->c, "SELECT to_regclass($1) IS NOT NULL", 1, NULL,
		values, NULL, NULL, 0);
	if (pg_good(res))
		there = *PQgetvalue(res, 0, 0) == 't';
	else
		pg_fail(d, res, "has table", __FILE__, __LINE__);
	PQclear(res);
	return there;
}

static int
pg_quick_check(struct db *db, struct err *err)
{
	char text[200] = "";
	int bad = db_query_text(db,
		"SELECT 'index ' || indexrelid::regclass FROM pg_index"
		" WHERE NOT indisvalid UNION ALL"
		" SELECT 'constraint ' || conname FROM pg_constraint"
		" WHERE NOT convalidated LIMIT 1",
		text, sizeof(text));

	if (bad < 0)
		return db_err(db, err);
	if (bad == 0)
		return 0;
	return err_set(err, ERR_BROKEN, "The database is damaged: %s.", text);
}

/* Whether a standby has all that is committed is for its monitor to say:
 * it needs rights that no program of ours has. */
static const char facts[] =
	"SELECT 'Server', 'PostgreSQL ' || current_setting('server_version')"
	" || CASE WHEN pg_is_in_recovery() THEN ', a standby' ELSE '' END"
	" UNION ALL SELECT 'Size',"
	" pg_size_pretty(pg_database_size(current_database()))"
	" UNION ALL SELECT 'Connections', (SELECT sum(numbackends)"
	" FROM pg_stat_database) || ' of at most '"
	" || current_setting('max_connections')"
	" UNION ALL SELECT 'A commit waits for',"
	" CASE WHEN current_setting('synchronous_commit') = 'off'"
	" THEN 'nothing' WHEN current_setting('synchronous_standby_names')"
	" = '' OR current_setting('synchronous_commit') = 'local'"
	" THEN 'the disk of the server' ELSE 'the standbys '"
	" || current_setting('synchronous_standby_names') END"
	" UNION ALL SELECT 'Data checksums',"
	" current_setting('data_checksums')";

const struct db_engine db_pg = {
	.name = "postgresql",
	.scheme = "postgresql:",
	.foreign = "-- sqlite:",
	.open = pg_open,
	.close = pg_close,
	.begin = pg_begin,
	.commit = pg_commit,
	.rollback = pg_rollback,
	.in_txn = pg_in_txn,
	.run = pg_run,
	.lock = pg_lock,
	.restrict_to = pg_restrict,
	.grant = pg_grant,
	.prepare = pg_prepare,
	.finish = pg_finish,
	.param = pg_param,
	.param_name = pg_param_name,
	.bind = pg_bind,
	.step = pg_step,
	.reset = pg_reset,
	.changes = pg_changes,
	.trace = pg_trace,
	.columns = pg_columns,
	.type = pg_type,
	.get_int = pg_get_int,
	.get_real = pg_get_real,
	.get_text = pg_get_text,
	.get_blob = pg_get_blob,
	.script = pg_script,
	.query_text = pg_query_text,
	.has_table = pg_has_table,
	.columns_of_all =
		"SELECT string_agg(c.relname || ' ' || a.attname || ' ' ||"
		" coalesce(array_position(k.conkey, a.attnum), 0), E'\\n'"
		" ORDER BY c.relname, a.attnum) FROM pg_class c"
		" JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
		" AND NOT a.attisdropped"
		" LEFT JOIN pg_constraint k ON k.conrelid = c.oid"
		" AND k.contype = 'p' WHERE c.relkind = 'r'"
		" AND c.relnamespace = 'public'::regnamespace",
	.references_of_all =
		"SELECT string_agg(c.relname || ' ' || a.attname || ' ' ||"
		" p.relname, E'\\n' ORDER BY c.relname, a.attnum)"
		" FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
		" JOIN pg_class p ON p.oid = k.confrelid"
		" JOIN pg_attribute a ON a.attrelid = c.oid"
		" AND a.attnum = ANY (k.conkey) WHERE k.contype = 'f'"
		" AND c.relnamespace = 'public'::regnamespace",
	.settle_ids = pg_settle_ids,
	.load_begin = pg_load_begin,
	.load_value = pg_load_value,
	.load_end = pg_load_end,
	.settle = "ANALYZE",
	.quick_check = pg_quick_check,
	.facts = facts,
};
