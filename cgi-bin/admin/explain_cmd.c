/* How the database would run each statement of the program. */
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"
#include "db/db.h"

/* Tables that stay small however long a clinic works: reading one of them
 * from end to end is no fault. */
static const char *const small[] = {"clinic", "site", "site_hours", "closure",
	"room", "visit_type", "provider", "provider_template", "team",
	"user_team", "user_role", "app_user", "payer", "schema_version",
	"sqlite_schema"};

static bool
is_small(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++)
		if (strlen(small[i]) == n && memcmp(small[i], name, n) == 0)
			return true;
	return false;
}

/* "FROM patient p" calls a table p; the plan says p. */
static bool
is_small_alias(const char *sql, const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof(small) / sizeof(small[0]); i++) {
		size_t len = strlen(small[i]);
		const char *at = sql;

		while ((at = strstr(at, small[i])) != NULL) {
			at += len;
			if (*at == ' ' && strncmp(at + 1, name, n) == 0 &&
				strchr(" ,)", at[1 + n]) != NULL)
				return true;
		}
	}
	return false;
}

/* "SCAN 15 CONSTANT ROWS", "SCAN (subquery-2)": no table. */
static bool
is_values(const char *name)
{
	return (name[0] >= '0' && name[0] <= '9') || name[0] == '(' ||
	       strncmp(name, "CONSTANT", 8) == 0;
}

/* A subquery of the plan, whose own steps stand there too. */
static bool
is_subquery(struct arena *a, const char *plan, const char *name, size_t n)
{
	return strstr(plan, arena_printf(a, "CO-ROUTINE %.*s\n", (int)n,
				    name)) != NULL ||
	       strstr(plan, arena_printf(a, "MATERIALIZE %.*s\n", (int)n,
				    name)) != NULL;
}

/* The first line of a plan that reads a growing table from end to end. */
static const char *
bad_scan(struct arena *a, const char *sql, const char *plan)
{
	static const char scan[] = "SCAN ";

	if (strstr(sql, "/*scan*/") != NULL)
		return NULL;
	for (const char *line = plan; *line != '\0';
		line += strcspn(line, "\n") + 1) {
		const char *name = line + strlen(scan);
		size_t n;

		if (strncmp(line, scan, strlen(scan)) != 0)
			continue;
		n = strcspn(name, " \n");
		if (!is_values(name) && !is_small(name, n) &&
			!is_small_alias(sql, name, n) &&
			!is_subquery(a, plan, name, n))
			return line;
	}
	return NULL;
}

static int
explain_run(struct ctl *c)
{
	bool all = ctl_flag(c, "--all");
	const char *sql;
	int bad = 0, n = 0;

	for (; (sql = db_every((size_t)n)) != NULL; n++) {
		struct arena_mark mark = arena_mark(c->arena);
		const char *plan = db_plan(c->db, c->arena, sql);
		const char *scan;

		if (plan == NULL)
			return err_set(&c->err, ERR_INPUT,
				"Only SQLite's plans are looked at: a server "
				"has pg_stat_statements and auto_explain.");
		scan = bad_scan(c->arena, sql, plan);
		if (db_error(c->db) != NULL)
			return ctl_db_err(c);
		if (scan != NULL || all)
			printf("%s%s\n%s\n", scan ? "SCAN: " : "", sql, plan);
		bad += scan != NULL;
		arena_rewind(c->arena, mark);
	}
	printf("%d statements, %d read a growing table from end to end.\n", n,
		bad);
	if (bad > 0)
		return err_set(&c->err, ERR_BROKEN,
			"Give them an index, or say /*scan*/ and why.");
	return 0;
}

const struct command explain_command = {
	.name = "sql-explain",
	.args = "[--all]",
	.about = "Plan every statement of the program; fail if one reads a "
		 "table that grows from end to end.",
	.opts = "--all",
	.need = NEED_CLINIC,
	.run = explain_run,
};
