/* Databases of tests; see tdb.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "db/db.h"
#include "lib/tdb.h"

#ifdef HAVE_POSTGRESQL
#include <libpq-fe.h>
#endif

#define SCHEMA SRCDIR "/schema"
#define FILES 4 /* of one SQLite database */

/* What tdb_open() opened, and where it is. */
static struct {
	struct db *db;
	char *url;
} opened[8];

static const char *
server(void)
{
	const char *url = getenv("HANDRAIL_TEST_DATABASE");

	return url == NULL ? "" : url;
}

static const char *
pooler(void)
{
	const char *folder = getenv("HANDRAIL_TEST_POOLER");

	return folder != NULL && folder[0] != '\0' ? folder : NULL;
}

bool
tdb_pooled(void)
{
	return pooler() != NULL;
}

bool
tdb_on_server(void)
{
	return strncmp(server(), "postgresql:", 11) == 0;
}

bool
tdb_needs_server(void)
{
	if (!tdb_on_server())
		fputs("This is about a server: name one in "
		      "HANDRAIL_TEST_DATABASE (tests/README.md).\n",
			stderr);
	return !tdb_on_server();
}

static char *
text(const char *format, ...) __attribute__((format(printf, 1, 2)));

static char *
text(const char *format, ...)
{
	char out[512];
	char *copy;
	va_list ap;

	va_start(ap, format);
	vsnprintf(out, sizeof(out), format, ap);
	va_end(ap);
	if ((copy = strdup(out)) == NULL)
		abort();
	return copy;
}

/* A server's database with the newest schema, and its users. */
static int
fill(struct db *db, struct err *err)
{
	int n;

	if (db == NULL)
		return -1;
	db_patience(db, 0);
	n = db_migrate(db, SCHEMA, err);
	db_close(db);
	return n < 0 ? -1 : 0;
}

#ifdef HAVE_POSTGRESQL
#define TEMPLATE "handrail_template"

/* Made by one test program while the others wait. */
static const char users[] =
	"DO $$ DECLARE name text; BEGIN"
	" FOREACH name IN ARRAY '{staff,portal,api,worker,admin}'::text[] LOOP"
	"  IF to_regrole('handrail_' || name) IS NULL THEN"
	"   EXECUTE 'CREATE ROLE handrail_' || name || ' LOGIN';"
	"  END IF; END LOOP;"
	/* A test is each program in turn. */
	" GRANT handrail_staff, handrail_portal, handrail_api,"
	" handrail_worker TO handrail_admin; END $$";
static const char hold[] = "SELECT pg_advisory_lock(8161959)";
static const char is_there[] =
	"SELECT 1 FROM pg_database WHERE datname = '" TEMPLATE "'";

static void
no_notice(void *arg, const PGresult *r)
{
	(void)arg;
	(void)r;
}

static PGconn *
admin(struct err *err)
{
	PGconn *c = PQconnectdb(server());

	PQsetNoticeReceiver(c, no_notice, NULL);
	if (PQstatus(c) == CONNECTION_OK)
		return c;
	err_set(err, ERR_BROKEN, "%s", PQerrorMessage(c));
	PQfinish(c);
	return NULL;
}

/* How many rows there were; -1 and err set on failure. */
static int
say(PGconn *c, const char *sql, struct err *err)
{
	PGresult *r = PQexec(c, sql);
	int n = PQntuples(r);

	if (PQresultStatus(r) != PGRES_COMMAND_OK &&
		PQresultStatus(r) != PGRES_TUPLES_OK) {
		err_set(err, ERR_BROKEN, "%s: %s", sql, PQerrorMessage(c));
		n = -1;
	}
	PQclear(r);
	return n;
}

/* The place of a database on the server, as a program is told it. */
static char *
url_of(const char *name)
{
	const char *at = strstr(server(), "host=");
	char host[256];

	if (pooler() != NULL)
		return text("postgresql:///%s?host=%s", name, pooler());
	snprintf(host, sizeof(host), "%.*s",
		at == NULL ? 0 : (int)strcspn(at, "&"), at == NULL ? "" : at);
	return text("postgresql:///%s?%s", name, host);
}

static int
make_template(PGconn *c, struct err *err)
{
	char *url = url_of(TEMPLATE "_new");
	int bad =
		say(c, "DROP DATABASE IF EXISTS " TEMPLATE "_new", err) < 0 ||
		say(c, "CREATE DATABASE " TEMPLATE "_new OWNER handrail_admin",
			err) < 0 ||
		fill(tdb_connect(url, "admin", err), err) < 0;

	free(url);
	if (bad)
		return -1;
	/* A pooler does not hang up at once. */
	if (say(c,
		    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
		    " WHERE datname = '" TEMPLATE "_new'",
		    err) < 0)
		return -1;
	return say(
		c, "ALTER DATABASE " TEMPLATE "_new RENAME TO " TEMPLATE, err);
}

static int
copy_template(PGconn *c, const char *name, bool empty, struct err *err)
{
	char *sql;
	int bad, there;

	if (say(c, hold, err) < 0 || say(c, users, err) < 0 ||
		(there = say(c, is_there, err)) < 0)
		return -1;
	if (!empty && there == 0 && make_template(c, err) < 0)
		return -1;
	if (say(c, "SELECT pg_advisory_unlock_all()", err) < 0)
		return -1;
	/* Copying files is twice as quick as copying by the log, with
	 * nothing to be put down on a disk. */
	sql = text("CREATE DATABASE %s OWNER handrail_admin TEMPLATE %s"
		   " STRATEGY file_copy",
		name, empty ? "template0" : TEMPLATE);
	bad = say(c, sql, err);
	free(sql);
	return bad;
}

static char *
new_on_server(bool empty, struct err *err)
{
	static int count;
	char name[64];
	PGconn *c = admin(err);
	int bad;

	if (c == NULL)
		return NULL;
	snprintf(name, sizeof(name), "t%ld_%d", (long)getpid(), ++count);
	bad = copy_template(c, name, empty, err);
	PQfinish(c);
	return bad < 0 ? NULL : url_of(name);
}

char *
tdb_new_as(const char *locale, struct err *err)
{
	char *sql = text("CREATE DATABASE other%ld OWNER handrail_admin"
			 " TEMPLATE template0 LOCALE %s",
		(long)getpid(), locale);
	char *name = text("other%ld", (long)getpid());
	PGconn *c = admin(err);
	char *url = NULL;

	if (c != NULL && say(c, sql, err) >= 0)
		url = url_of(name);
	PQfinish(c);
	free(name);
	free(sql);
	return url;
}

static void
drop_on_server(const char *url)
{
	const char *name = url + strlen("postgresql:///");
	struct err err = {0};
	PGconn *c = admin(&err);
	char database[64];
	char *sql;

	snprintf(database, sizeof(database), "%.*s", (int)strcspn(name, "?"),
		name);
	sql = text("DROP DATABASE IF EXISTS %s WITH (FORCE)", database);
	if (c == NULL || say(c, sql, &err) < 0)
		fprintf(stderr, "tdb: %s\n", err.text);
	free(sql);
	PQfinish(c);
}
#else
static char *
new_on_server(bool empty, struct err *err)
{
	(void)empty;
	err_set(err, ERR_INPUT, "This was built without PostgreSQL.");
	return NULL;
}

static void
drop_on_server(const char *url)
{
	(void)url;
}
#endif

char *
tdb_new(const char *file, bool empty, struct err *err)
{
	char *url;

	if (tdb_on_server())
		return new_on_server(empty, err);
	url = text("sqlite:%s", file == NULL ? ":memory:" : file);
	if (file == NULL || empty ||
		fill(tdb_connect(url, "admin", err), err) == 0)
		return url;
	free(url);
	return NULL;
}

void
tdb_drop(char *url)
{
	static const char *const endings[FILES] = {
		"", "-wal", "-shm", ".hash-lock"};

	if (url == NULL)
		return;
	if (tdb_on_server())
		drop_on_server(url);
	for (size_t i = 0; i < FILES && !tdb_on_server(); i++) {
		char *file = text("%s%s", url + strlen("sqlite:"), endings[i]);

		unlink(file);
		free(file);
	}
	free(url);
}

struct db *
tdb_connect(const char *url, const char *program, struct err *err)
{
	return db_open_with(url,
		&(struct db_how){.program = program, .pooler = tdb_pooled()},
		err);
}

const char *
tdb_url(const struct db *db)
{
	for (size_t i = 0; i < sizeof(opened) / sizeof(opened[0]); i++)
		if (opened[i].db == db)
			return opened[i].url;
	return NULL;
}

struct db *
tdb_open(struct err *err)
{
	size_t i = 0;

	while (i < sizeof(opened) / sizeof(opened[0]) && opened[i].db != NULL)
		i++;
	if (i == sizeof(opened) / sizeof(opened[0]))
		abort();
	opened[i].url = tdb_new(NULL, false, err);
	if (opened[i].url == NULL)
		return NULL;
	opened[i].db = tdb_connect(opened[i].url, "admin", err);
	if (opened[i].db != NULL && !tdb_on_server() &&
		db_migrate(opened[i].db, SCHEMA, err) < 0) {
		tdb_close(opened[i].db);
		return NULL;
	}
	return opened[i].db;
}

void
tdb_close(struct db *db)
{
	size_t i = 0;

	if (db == NULL)
		return;
	db_close(db);
	while (i < sizeof(opened) / sizeof(opened[0]) && opened[i].db != db)
		i++;
	if (i == sizeof(opened) / sizeof(opened[0]))
		return;
	tdb_drop(opened[i].url);
	opened[i].db = NULL;
}
