/* Who may do what on a server: its users, and the rights of each. */
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "admin/rights.h"
#include "api/rights.h"
#include "base/arena.h"
#include "db/db.h"
#include "portal/rights.h"
#include "staff/rights.h"
#include "worker/rights.h"

const struct program_rights program_rights[] = {
	{"handrail_staff", staff_rights},
	{"handrail_portal", portal_rights},
	{"handrail_api", api_rights},
	{"handrail_worker", worker_rights},
	{0},
};

/* Which users are not there is said. */
static int
grant_each(struct db *db)
{
	for (const struct program_rights *p = program_rights; p->user != NULL;
		p++) {
		int missing = db_grant(db, p->user, p->rights);

		if (missing < 0)
			return -1;
		if (missing > 0)
			printf("There is no database user %s: see handrailctl "
			       "database-users.\n",
				p->user);
	}
	return 0;
}

int
rights_grant(struct db *db, struct err *err)
{
	if (db_begin(db, DB_WRITE) == 0 && grant_each(db) == 0 &&
		db_commit(db) == 0)
		return 0;
	if (db_error(db) != NULL)
		fprintf(stderr, "handrailctl: %s\n", db_error(db));
	db_err(db, err);
	db_rollback(db);
	return -1;
}

static int
database_users_run(struct ctl *c)
{
	const char *path =
		arena_printf(c->arena, "%s/database-users.sql", c->conf.schema);
	FILE *f = fopen(path, "re");
	char text[4096];
	size_t n;

	if (f == NULL)
		return err_set(
			&c->err, ERR_BROKEN, "%.300s: cannot be read.", path);
	while ((n = fread(text, 1, sizeof(text), f)) > 0)
		fwrite(text, 1, n, stdout);
	if (ferror(f) | fclose(f))
		return err_set(
			&c->err, ERR_BROKEN, "%.300s: cannot be read.", path);
	return 0;
}

const struct command database_users_command = {
	.name = "database-users",
	.args = "",
	.about = "Print what the administrator of a PostgreSQL server runs "
		 "once, by psql: five users and an empty database.",
	.opts = "",
	.need = NEED_CONF,
	.run = database_users_run,
};
