#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"

struct arena;
struct err;

/*
 * One connection, and the statements prepared on it.
 *
 * Errors stick. The first failure is written down in the connection; from
 * then on every call does nothing, db_step() says "no more rows", and
 * db_done(), db_exec(), db_insert() and db_commit() return -1 (db_insert:
 * 0). So a caller binds and steps without checking, and looks once, at
 * db_done(). db_rollback() clears the error.
 *
 * A connection is used by the process that opened it, never across fork().
 */
struct db;
struct db_stmt;

/* The outcomes a caller can act on. */
enum db_state {
	DB_OK,
	DB_CONFLICT, /* a constraint, or a version that moved on */
	DB_BUSY,     /* a lock was not to be had in time */
	DB_AGAIN,    /* two transactions crossed: run the whole of it again */
	DB_LOST,     /* no server; the next db_begin() connects again */
	DB_BROKEN,
};

enum db_txn {
	DB_READ, /* cannot write */
	DB_WRITE,
};

/* How a server is reached; SQLite has no use for it. */
struct db_how {
	const char *program; /* "staff": a URL without a user connects as
				handrail_staff */
	bool pooler;  /* through a pooler that hands out a connection for a
			 transaction: statements without a name */
	bool standby; /* read only, and it may lag */
};

/*
 * url: "sqlite:PATH", "sqlite::memory:" or "postgresql://..." as libpq
 * reads it. NULL on failure, err set: ERR_INPUT when the URL cannot be
 * meant, ERR_BUSY when no server answers, ERR_BROKEN otherwise.
 */
struct db *db_open(const char *url, struct err *);
struct db *db_open_with(const char *url, const struct db_how *, struct err *);
void db_close(struct db *);		       /* NULL is fine */
const char *db_engine_name(const struct db *); /* "sqlite", "postgresql" */

int db_begin(struct db *, enum db_txn);
int db_commit(struct db *);
void db_rollback(struct db *); /* also ends every cursor, clears the error */
bool db_in_txn(const struct db *);
/* A nested undo point inside a write transaction; back also clears an
 * error that a statement after the save raised. */
int db_save(struct db *);
int db_save_keep(struct db *);
int db_save_back(struct db *);

/*
 * What nobody else may change until this transaction ends; shared with
 * others that asked for it shared. On SQLite the one writer has it all.
 * Order, so that no two wait for each other: as here, with the rows that
 * are changed before the audit.
 */
enum db_lock {
	DB_LOCK_SCHEMA,
	DB_LOCK_CLINIC,
	DB_LOCK_PATIENT,
	DB_LOCK_PROVIDER, /* their time */
	DB_LOCK_ROOM,
	DB_LOCK_AUDIT, /* the end of the chain; id 0 */
};
int db_lock(struct db *, enum db_lock, int64_t id, bool shared);

enum db_state db_state(const struct db *);
/* The server was lost while it was asked to commit: the transaction may be
 * there or not. Until the next db_begin(). */
bool db_unsure(const struct db *);
const char *db_error(const struct db *); /* text for the log; NULL if well */
/* Set err from the state: ERR_CONFLICT, ERR_BUSY (also for DB_AGAIN and
 * DB_LOST) or ERR_BROKEN, with a sentence for the person. Returns -1. */
int db_err(const struct db *, struct err *);
/* A constraint our schema names: RAISE(ABORT, 'name'), CHECK, EXCLUDE; the
 * columns of a unique index ("app_user.login", "site.clinic_id,
 * site.name"); "foreign_key"; "" when the last failure named none. */
const char *db_constraint(const struct db *);

/*
 * Prepare a statement, or take it from the cache. The "" on either side
 * make anything but a string literal a syntax error: SQL cannot be built
 * out of data. Values are :name. The text also goes into a list of its own
 * in the program, for db_every().
 */
#define db_prep(db, sql)                                                       \
	__extension__({                                                        \
		static const char *const db_sql_                               \
			__attribute__((section("db_sql"), used)) = "" sql "";  \
		db_prep_((db), db_sql_, __FILE__, __LINE__);                   \
	})
struct db_stmt *
db_prep_(struct db *, const char *sql, const char *file, int line);

void db_bind_int(struct db_stmt *, const char *name, int64_t);
void db_bind_text(struct db_stmt *, const char *name, const char *); /* NULL */
void db_bind_blob(struct db_stmt *, const char *name, const void *, size_t);
void db_bind_real(struct db_stmt *, const char *name, double);
void db_bind_null(struct db_stmt *, const char *name);
void db_bind_bool(struct db_stmt *, const char *name, bool);
/* 0 is bound as NULL: an absent reference. */
void db_bind_id(struct db_stmt *, const char *name, int64_t);
void
db_bind_day(struct db_stmt *, const char *name, day_t); /* DAY_NONE: NULL */
void db_bind_at(struct db_stmt *, const char *name, instant_t);

bool db_step(struct db_stmt *);
int64_t db_int(struct db_stmt *, int col); /* 0 for NULL */
bool db_bool(struct db_stmt *, int col);
double db_real(struct db_stmt *, int col);
day_t db_day(struct db_stmt *, int col);    /* DAY_NONE for NULL */
instant_t db_at(struct db_stmt *, int col); /* INSTANT_NONE for NULL */
/* Copied into the arena; "" for NULL, so never NULL itself. */
const char *db_text(struct db_stmt *, int col, struct arena *);
const void *db_blob(struct db_stmt *, int col, struct arena *, size_t *n);
bool db_is_null(struct db_stmt *, int col);

int db_done(struct db_stmt *); /* end of a read: 0, or -1 */
/* Run a statement that returns no rows; the number of rows changed or -1. */
int64_t db_exec(struct db_stmt *);
/* Run an INSERT ... RETURNING id; the id, or 0 on failure. */
int64_t db_insert(struct db_stmt *);
/* Read one row of one integer; dflt if there is none. */
int64_t db_one(struct db_stmt *, int64_t dflt);

/* CPU seconds one statement may take before it is stopped (DB_BROKEN): 2
 * after db_open(), 0 for no limit, as commands over the whole book need. A
 * server counts by the clock and gets five times as long. Holds from the
 * next db_begin() on. */
void db_patience(struct db *, int seconds);
/* How long to wait for the write lock before DB_BUSY; 5000 ms at first. */
void db_wait(struct db *, int ms);
/* Statements stepped since the last call: pages have a budget of them. */
int db_statements(struct db *);
/* The statements linked into this program, one by one; NULL at the end. */
const char *db_every(size_t n);
/* How SQLite would run one, a step a line; "" on failure, NULL from an
 * engine whose plans depend on figures it gathers while it works. */
const char *db_plan(struct db *, struct arena *, const char *sql);
/* Write each statement, its time and rows to standard error. */
void db_trace(struct db *, bool on);

/*
 * The tables of a program, each with rights "r", "a" (insert), "w" (insert
 * and update) and "d" (delete), e.g. "rw". After a colon stand the only
 * columns that may be read, beside id: "r:name version". Everything else,
 * and any change of schema, is refused. The array ends with a NULL name.
 */
struct db_right {
	const char *table;
	const char *rights;
};
/* SQLite: nothing else from now on on this connection; the array is kept.
 * A server knows it of the user: see db_grant(). */
void db_restrict(struct db *, const struct db_right *);
/*
 * Give a user of the server exactly these rights, inside a transaction. 0,
 * 1 when there is no such user, or -1. Nothing to do on SQLite.
 */
int db_grant(struct db *, const char *user, const struct db_right *);

/*
 * Apply the migrations NNNN_name.sql of a folder that are missing, each in
 * its own transaction, the invariants checked before and after. Refuses a
 * database newer than the folder, and a migration whose file was changed
 * after it had been applied. Returns how many were applied, or -1.
 *
 * Lines that end in "-- sqlite:" or "-- pg:" are for that engine alone. In
 * the folder's invariants.sql each query follows a line "-- needs: table,
 * table", runs when these are there, and returns a row, saying what is wrong in
 * its first column, for each thing that is.
 */
int db_migrate(struct db *, const char *folder, struct err *);
/* -1 (err set) unless the schema is exactly the folder's newest. */
int db_check_version(struct db *, const char *folder, struct err *);
/* Run a file of statements, for seeds and test fixtures. */
int db_exec_file(struct db *, const char *path, struct err *);
int db_quick_check(struct db *, struct err *);
/* What a server says of itself, for a person; none on SQLite. In the
 * arena; -1 on failure. */
struct db_fact {
	const char *name, *value;
};
struct db_facts {
	struct db_fact *v;
	size_t n, cap;
};
int db_facts(struct db *, struct arena *, struct db_facts *);
/* The queries of FOLDER/invariants.sql; -1 at the first violation. */
int db_check_invariants(struct db *, const char *folder, struct err *);

#endif
