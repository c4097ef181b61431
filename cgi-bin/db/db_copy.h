#ifndef DB_DB_COPY_H
#define DB_DB_COPY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/token.h"

struct arena;
struct copy_step;
struct db;
struct err;

/*
 * A whole database moved to another one, of either engine. The source is
 * read in one transaction, so as it was when that began. How far the copy
 * has come is written into the target with each batch, in its transaction;
 * while that table is there, db_check_version() lets no program in.
 */

struct copy_column {
	const char *name;
	int key;    /* its place in the primary key, from 1; or 0 */
	bool later; /* refers to a row that may come after its own */
};

struct copy_columns {
	struct copy_column *v;
	size_t n, cap;
};

struct copy_names {
	const char **v;
	size_t n, cap;
};

struct copy_table {
	const char *name;
	struct copy_columns columns;
	struct copy_names parents; /* "column", "table", "column", ... */
	bool placed;		   /* its place in the order is found */
	int64_t rows;
	char hash[TOKEN_HASH_SIZE]; /* of every value in order of the keys;
				       db_copy_compare() fills it in */
};

struct copy_tables {
	struct copy_table *v; /* parents first */
	size_t n, cap;
};

struct db_copy {
	/* Set by the caller; neither is in a transaction. */
	struct db *from, *to;
	struct arena *arena;
	const char *schema; /* the folder of the migrations */
	int batch;	    /* rows a transaction */
	void (*told)(void *arg, const char *doing, int64_t done, int64_t all);
	void *arg;

	struct copy_tables tables;
	struct copy_step *steps;
	size_t n_steps;
	int64_t rows;	    /* of all tables */
	int64_t done;	    /* of them, earlier ones among them */
	int64_t resumed_at; /* where a copy begun earlier stood; 0: new */
	char source[TOKEN_HASH_SIZE];
	const char *head; /* the end of the source's audit log */
};

/*
 * In this order; each 0, or -1 and err set. A failure leaves the target as
 * it stands, to go on with or to throw away, and db_copy_stop() is called.
 *
 * begin: refuses a target that is not empty, unless it is the unfinished
 *	  copy of this very source; an empty one gets its tables.
 * rows:  all of them.
 * compare: every value of both, and the rules of schema/invariants.sql.
 * finish: refuses when the source has changed in the meantime; then begins
 *	  the transaction that makes the target a database like any other.
 *	  The caller writes down what was done, and commits.
 */
int db_copy_begin(struct db_copy *, struct err *);
int db_copy_rows(struct db_copy *, struct err *);
int db_copy_compare(struct db_copy *, struct err *);
int db_copy_finish(struct db_copy *, struct err *);
void db_copy_stop(struct db_copy *);

#endif
