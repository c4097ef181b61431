#ifndef DB_DB_ENGINE_H
#define DB_DB_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "db/db.h"

struct err;

/*
 * Between db.h and an engine. db.c and db_stmt.c keep what is the same
 * everywhere: that errors stick, the cache of statements, which parameters
 * have a value. An engine does the rest, and calls db_fail() when it could
 * not. Text given to it comes from files of the program or is constant,
 * never from a request.
 */

enum db_type { DB_NULL, DB_INT, DB_REAL, DB_TEXT, DB_BLOB };

/* A value on its way in; one that is null still has the type of its column,
 * DB_NULL where that is not known. */
struct db_value {
	enum db_type type;
	bool null;
	int64_t i;
	double r;
	const void *p; /* text or bytes, copied by the engine */
	size_t n;
};

struct db_stmt {
	struct db *db;
	struct db_stmt *next;
	const char *sql;
	const char *file;
	int line;
	bool live;	/* false: stands in for what could not be prepared */
	int params;	/* how many :names it has */
	uint64_t bound; /* which of them have a value */
	bool open;	/* stands on a row */
	bool ran;	/* stepped since the last db_done() */
	int rows;
	double start_ms;
};

#define DB_PARAMS_MAX 64 /* of one statement: bits of its "bound" */
#define DB_SLOTS 2048	 /* of the cache by address; a power of two */

struct db {
	const struct db_engine *engine;
	pid_t pid;
	enum db_state state;
	bool unsure, trace;
	char error[512], constraint[128];
	struct db_stmt *stmts;
	struct db_stmt none;
	struct {
		const char *sql;
		struct db_stmt *q;
	} slots[DB_SLOTS];
	const struct db_right *rights;
	enum db_txn txn;
	int statements, saves, dead_saves;
	double patience_ms, wait_ms;
};

struct db_engine {
	const char *name;
	const char *scheme;  /* of its URLs */
	const char *foreign; /* the mark of lines that are not for it */

	/* A connection, zeroed beyond what the engine needs; NULL, err set. */
	struct db *(*open)(
		const char *url, const struct db_how *, struct err *);
	/* Statements may still be there: finish() comes after it. */
	void (*close)(struct db *);

	/* -1 after db_fail(). rollback never fails: what cannot be undone
	 * on a dead connection is undone by its end. */
	int (*begin)(struct db *, enum db_txn);
	int (*commit)(struct db *);
	void (*rollback)(struct db *);
	bool (*in_txn)(const struct db *);
	int (*run)(struct db *, const char *sql); /* no parameters, no rows */
	int (*lock)(struct db *, enum db_lock, int64_t id, bool shared);
	void (*restrict_to)(struct db *, const struct db_right *);
	int (*grant)(struct db *, const char *user, const struct db_right *);

	/* NULL after db_fail(). params and the engine's own are set. */
	struct db_stmt *(*prepare)(
		struct db *, const char *sql, const char *file, int line);
	void (*finish)(struct db_stmt *);	      /* and free */
	int (*param)(struct db_stmt *, const char *); /* 1.., 0: none */
	const char *(*param_name)(struct db_stmt *, int);
	int (*bind)(struct db_stmt *, int, const struct db_value *);
	bool (*step)(struct db_stmt *); /* is there a row */
	void (*reset)(struct db_stmt *);
	int64_t (*changes)(struct db_stmt *); /* rows; 0 if it returned any */
	void (*trace)(struct db_stmt *);      /* marks for the trace line */

	/* Of the row a statement stands on. Text and bytes live until the
	 * next step and are followed by a NUL. */
	int (*columns)(struct db_stmt *);
	enum db_type (*type)(struct db_stmt *, int); /* DB_NULL: it is null */
	int64_t (*get_int)(struct db_stmt *, int);
	double (*get_real)(struct db_stmt *, int);
	const char *(*get_text)(struct db_stmt *, int);
	const void *(*get_blob)(struct db_stmt *, int, size_t *);

	/* A script of many statements; -1 and err set on failure. */
	int (*script)(struct db *, const char *text, struct err *);
	/* The first column of a query's first row goes to out: 1, or 0 if
	 * there is no row, -1 after db_fail(). */
	int (*query_text)(struct db *, const char *sql, char *out, size_t size);
	bool (*has_table)(struct db *, const char *name);
	/*
	 * Queries of one row with one text. columns: a line "table column n"
	 * for each column in order, n its place in the primary key or 0.
	 * references: a line "table column table" for each foreign key.
	 */
	const char *columns_of_all, *references_of_all;
	/* Ids given from now on are above those that are there. */
	int (*settle_ids)(struct db *);
	/*
	 * Many rows into "table (columns)", value by value, inside a writing
	 * transaction; NULL where a statement a row is as quick. load_end()
	 * comes after each load_begin() that went well; other calls wait
	 * until then. settle: what to run when all is there, or NULL.
	 */
	int (*load_begin)(struct db *, const char *into);
	int (*load_value)(struct db *, const struct db_value *, bool last);
	int (*load_end)(struct db *);
	const char *settle;
	/* NULL: plans depend on figures the server gathers. */
	const char *(*plan)(struct db *, struct arena *, const char *sql);
	int (*quick_check)(struct db *, struct err *);
	/* A query for name and value of what a server says of itself. */
	const char *facts;
};

/* What an engine's open() begins with: a struct of size bytes that starts
 * with a struct db. */
void *db_new(size_t size, const struct db_engine *);

extern const struct db_engine db_sqlite;
#ifdef HAVE_POSTGRESQL
extern const struct db_engine db_pg;
#endif

/* Write a failure down in the connection, if it is the first. */
void db_fail(struct db *, enum db_state, const char *constraint,
	const char *what, ...) __attribute__((format(printf, 4, 5)));
void db_stmt_fail(struct db_stmt *, const char *what, ...)
	__attribute__((format(printf, 2, 3)));
bool db_failed(const struct db *);
void db_close_cursors(struct db *);
void db_drop_statements(struct db *);
double db_clock_ms(clockid_t);

int db_script(struct db *, const char *text, struct err *);
bool db_has_table(struct db *, const char *name);
int db_query_text(struct db *, const char *sql, char *out, size_t size);

/* A statement made of names the catalogue gave, for the copy from one
 * database to another; db_finish_made() when done. */
struct db_stmt *db_prep_made(struct db *, const char *sql);
void db_finish_made(struct db_stmt *);
/* A column's value as it is, which lives until the next step; and bound to
 * another statement. */
struct db_value db_column_value(struct db_stmt *, int col);
void db_bind_value(struct db_stmt *, const char *name, const struct db_value *);

/* db_check_version() for what may be an unfinished copy. */
int db_check_steps(struct db *, const char *folder, struct err *);
char *db_read_file(const char *path, struct err *); /* free() it; NULL */
void db_drop_lines(char *text, const char *mark);

#endif
