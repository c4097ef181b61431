/* What each user of a PostgreSQL server may do. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"
#include "db/db_pg.h"

/* The server knows what each user may: see pg_grant(). */
void
pg_restrict(struct db *db, const struct db_right *rights)
{
	(void)db;
	(void)rights;
}

/* "id" and the columns after the colon, or the whole table. */
static void
add_columns(FILE *f, const char *rights)
{
	const char *at = strchr(rights, ':');

	if (at == NULL)
		return;
	fputs(" (id", f);
	for (at++; *at != '\0'; at += strspn(at, " ")) {
		int n = (int)strcspn(at, " ");

		fprintf(f, ", %.*s", n, at);
		at += n;
	}
	fputc(')', f);
}

static void
add_grant(FILE *f, const struct db_right *r, const char *user)
{
	size_t n = strcspn(r->rights, ":");
	const char *sep = "GRANT ";

	for (size_t i = 0; i < n; i++, sep = ", ") {
		switch (r->rights[i]) {
		case 'r':
			fprintf(f, "%sSELECT", sep);
			add_columns(f, r->rights);
			break;
		case 'a':
			fprintf(f, "%sINSERT", sep);
			break;
		case 'w':
			fprintf(f, "%sINSERT, UPDATE", sep);
			break;
		default:
			fprintf(f, "%sDELETE", sep);
		}
	}
	fprintf(f, " ON %s TO %s;\n", r->table, user);
}

static int
has_user(struct pg_db *d, const char *user)
{
	const char *const values[] = {user};
	PGresult *res =
		PQexecParams(d->c, "SELECT 1 FROM pg_roles WHERE rolname = $1",
			1, NULL, values, NULL, NULL, 0);
	int there = pg_good(res) ? PQntuples(res) : -1;

	if (there < 0)
		pg_fail(d, res, "grant", __FILE__, __LINE__);
	PQclear(res);
	return there;
}

/* Table and column names are those of our lists; the user's is quoted. */
int
pg_grant(struct db *db, const char *user, const struct db_right *rights)
{
	struct pg_db *d = pg(db);
	char *name, *text = NULL;
	size_t size;
	FILE *f;
	int bad, there;

	if (db->state != DB_OK || pg_be_connected(d))
		return -1;
	if ((there = has_user(d, user)) <= 0)
		return there < 0 ? -1 : 1;
	name = PQescapeIdentifier(d->c, user, strlen(user));
	f = open_memstream(&text, &size);
	if (name == NULL || f == NULL)
		BUG("out of memory");
	fprintf(f,
		"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %s;\n"
		"GRANT USAGE ON SCHEMA public TO %s;\n",
		name, name);
	for (; rights->table != NULL; rights++)
		add_grant(f, rights, name);
	fclose(f);
	bad = pg_run_text(d, text, "grant");
	free(text);
	PQfreemem(name);
	return bad;
}
