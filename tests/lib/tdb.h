#ifndef LIB_TDB_H
#define LIB_TDB_H

#include <stdbool.h>

struct db;
struct err;

/*
 * A database of a test's own, on the engine of HANDRAIL_TEST_DATABASE:
 * empty is SQLite; postgresql://... is the URL of a user who may make
 * databases on that server (tests/lib/pg starts one), and with
 * HANDRAIL_TEST_POOLER the programs connect through the pooler in that
 * folder. Each case gets a copy of the newest schema, and nothing of
 * another case's.
 */

bool tdb_on_server(void);
bool tdb_pooled(void); /* database_pooler = transaction */
/* Of a program whose cases are all about a server (SERVER_TESTS): says so
 * and is true when there is none. */
bool tdb_needs_server(void);

/* Open one in memory or on the server; NULL, err set. */
struct db *tdb_open(struct err *);
const char *tdb_url(const struct db *); /* of one from tdb_open(); NULL */
void tdb_close(struct db *); /* and throw it away; NULL is fine */

/*
 * The URL of a new one that is opened more than once: FILE on SQLite, with
 * the newest schema unless it shall be empty. It is the caller's to free();
 * tdb_drop() throws the database away, all its files, and the URL.
 */
char *tdb_new(const char *file, bool empty, struct err *);
void tdb_drop(char *url);
/* One of a server that sorts by this locale, which is quoted SQL. */
char *tdb_new_as(const char *locale, struct err *);
/* A connection as a program: "admin" may do all, "staff" what it is granted.
 * On SQLite there are no users. */
struct db *tdb_connect(const char *url, const char *program, struct err *);

#endif
