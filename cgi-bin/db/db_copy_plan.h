#ifndef DB_DB_COPY_PLAN_H
#define DB_DB_COPY_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db_copy.h"

struct db_stmt;
struct db_value;

/* The inside of a copy: its plan, and walking a table by its key. */

#define COPY_KEYS 6 /* columns of a primary key, at most */

/* Rows of one table, all or those a condition takes; or, in a second pass,
 * only the columns that refer to what came later. */
struct copy_step {
	struct copy_table *table;
	const char *where; /* "" or a condition on its columns */
	bool later;
};

/* The tables of a database with columns and references, by name. */
int
copy_catalogue(struct db *, struct arena *, struct copy_tables *, struct err *);
/* Order them, mark what has to come later, list the steps. */
int copy_plan(struct db_copy *, struct err *);

/* "a, b, c" of the columns that are wanted. */
enum copy_want { COPY_ALL, COPY_KEY, COPY_LATER };
const char *
copy_list(struct arena *, const struct copy_table *, enum copy_want);

/*
 * A walk over a table in the order of its key, n rows at a time. The
 * columns of its rows are all of the table's, in order.
 */
struct copy_walk {
	struct db *db;
	const struct copy_table *table;
	int batch;
	struct db_stmt *first, *next, *q; /* q: the one whose rows are read */
	struct db_value *key;	 /* of the last row of the last batch */
	int keys, at[COPY_KEYS]; /* columns of the key, in its order */
	int n;			 /* rows of this batch so far */
	bool started, ended;
};

void copy_walk_open(struct copy_walk *, struct arena *, struct db *,
	const struct copy_step *, int batch);
/* Go on after the last row that db has of the step's; false: it has none. */
bool copy_walk_after(struct copy_walk *, struct arena *, struct db *,
	const struct copy_step *);
/* Begin the next batch; false when there is nothing left. */
bool copy_walk_batch(struct copy_walk *);
/* The next row of the batch, in w->q; false at its end. */
bool copy_walk_row(struct copy_walk *);
void copy_walk_close(struct copy_walk *);

/* -1, err set: from where and what the connection says. */
int copy_err(struct db *, const char *doing, struct err *);

#endif
