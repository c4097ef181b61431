#ifndef DB_DB_PG_H
#define DB_DB_PG_H

#include <stddef.h>

/*
 * Our text as PostgreSQL reads it. No connection is needed here.
 */

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

#endif
