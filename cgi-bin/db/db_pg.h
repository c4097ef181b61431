#ifndef DB_DB_PG_H
#define DB_DB_PG_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Our text as PostgreSQL reads it. No connection is needed here.
 */

struct db_value;

#define PG_PARAMS_MAX 128

/* The names of a statement's parameters, in the order of $1, $2 ... */
struct pg_params {
	char *name[PG_PARAMS_MAX]; /* with the colon; free() each */
	int n;
};

/* A statement with $n for each :name, the same name the same number; what
 * stands in quotes and comments stays. free() it; NULL: too many names. */
char *pg_placeholders(const char *sql, struct pg_params *);
void pg_params_free(struct pg_params *);

/* A script with the words of its column types as PostgreSQL has them:
 * see schema/README.md. free() it. */
char *pg_script_words(const char *text);

/* Lines of COPY's text format: a tab after each value of a row, a newline
 * after its last. The owner frees s. */
struct pg_lines {
	char *s;
	size_t n, cap;
};
void pg_lines_add(struct pg_lines *, const struct db_value *, bool last);

#endif
