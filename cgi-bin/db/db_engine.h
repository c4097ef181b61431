#ifndef DB_DB_ENGINE_H
#define DB_DB_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

struct db;
struct db_stmt;
struct err;

/*
 * What db.c and db_migrate.c need of an engine beyond db.h. Text given here
 * comes from files of the program, never from a request.
 */

/* Write an error of ours down in the connection, if it is the first. */
void db_fail_text(struct db *, const char *what);
bool db_failed(const struct db *);
/* Run a script of many statements; -1 and err set on failure. */
int db_script(struct db *, const char *text, struct err *);
bool db_has_table(struct db *, const char *name);
/* Run one query; the first column of its first row goes to out. Returns 1
 * if there was a row, 0 if none, -1 on failure. */
int db_query_text(struct db *, const char *sql, char *out, size_t size);
/* "-- pg:" or "-- sqlite:": lines that end so belong to the other engine. */
const char *db_foreign_lines(const struct db *);

/* In db.c. */
char *db_read_file(const char *path, struct err *); /* free() it; NULL */
void db_drop_lines(char *text, const char *mark);

#endif
