/* A whole clinic moved from one database to another, on either engine. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "admin/rights.h"
#include "base/arena.h"
#include "care/audit.h"
#include "db/db.h"
#include "db/db_copy.h"
#include "store/setup_store.h"

#define BAR 30

struct bar {
	bool terminal;
	const char *doing; /* what the last line was about */
	int percent;
};

static void
draw_bar(const struct bar *b, const char *doing, int64_t done, int64_t all)
{
	static const char full[BAR + 1] = "##############################",
				     empty[BAR + 1] =
					     "..............................";
	int n = BAR * b->percent / 100;

	printf("\r[%.*s%.*s] %3d %%  %lld of %lld rows  %-24.24s", n, full,
		BAR - n, empty, b->percent, (long long)done, (long long)all,
		doing);
	fflush(stdout);
}

/* On a terminal a bar; elsewhere a line for each tenth. */
static void
told(void *arg, const char *doing, int64_t done, int64_t all)
{
	struct bar *b = arg;
	int percent = all > 0 ? (int)(100 * done / all) : 100;

	if (percent == b->percent && b->doing == doing)
		return;
	if (!b->terminal && percent / 10 > b->percent / 10)
		printf("%3d %%, %lld of %lld rows, %s\n", percent,
			(long long)done, (long long)all, doing);
	b->percent = percent;
	b->doing = doing;
	if (b->terminal)
		draw_bar(b, doing, done, all);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
say(struct bar *b, const char *what)
{
	if (b->terminal && b->doing != NULL)
		putchar('\n');
	puts(what);
	fflush(stdout);
	b->doing = NULL;
	b->percent = 0;
}

static void
print_report(const struct db_copy *copy, int64_t events, double took)
{
	for (size_t i = 0; i < copy->tables.n; i++) {
		const struct copy_table *t = &copy->tables.v[i];

		if (t->rows > 0)
			printf("%-24s %10lld  %.16s\n", t->name,
				(long long)t->rows, t->hash);
	}
	printf("\n%lld rows of %zu tables are the same on both sides, their "
	       "rules hold, and the %lld events of the audit log fit each "
	       "other. %.1f s.\n",
		(long long)copy->rows, copy->tables.n, (long long)events, took);
}

/* The target is open to programs from its line in the audit log on. */
static int
let_in(struct ctl *c, struct db_copy *copy)
{
	if (db_copy_finish(copy, &c->err))
		return -1;
	c->scope.clinic_id = setup_store_clinic(c->db);
	return ctl_end(c, 0, AUDIT_COPY,
		arena_printf(c->arena, "from %s, %lld rows",
			db_engine_name(copy->from), (long long)copy->rows));
}

/* 0 or -1; stops at the first that fails. */
static int
move_it(struct ctl *c, struct db_copy *copy, struct bar *bar)
{
	double start = seconds();
	int64_t events;

	if (db_copy_begin(copy, &c->err))
		return -1;
	if (copy->resumed_at > 0)
		printf("Going on after %lld rows.\n",
			(long long)copy->resumed_at);
	if (db_copy_rows(copy, &c->err))
		return -1;
	say(bar, "All rows are there. Comparing both sides ...");
	if (db_copy_compare(copy, &c->err) ||
		(events = audit_verify(copy->to, c->arena, &c->err)) < 0 ||
		let_in(c, copy) || rights_grant(copy->to, &c->err))
		return -1;
	say(bar, "");
	print_report(copy, events, seconds() - start);
	return 0;
}

/* A pooler, if one is set up, stands before any server. */
static struct db *
open_side(struct ctl *c, const char *url)
{
	const struct db_how how = {.program = "admin",
		.pooler = strncmp(url, "sqlite:", 7) != 0 &&
			  conf_pooled(&c->conf)};

	return db_open_with(url, &how, &c->err);
}

static int
open_both(struct ctl *c, struct db_copy *copy)
{
	const char *from = ctl_opt(c, "--from"), *to = ctl_opt(c, "--to");

	if (from == NULL || to == NULL)
		return err_set(&c->err, ERR_INPUT,
			"Copy what to where? --from URL --to URL");
	if (strcmp(from, to) == 0)
		return err_set(&c->err, ERR_INPUT,
			"Source and target are the same database.");
	if (ctl_number(c, "--batch", 10000, 1, 1000000, &copy->batch))
		return -1;
	/* What a copy is taken of is there; it is not made by a typing
	 * mistake. */
	if (strncmp(from, "sqlite:", 7) == 0 && access(from + 7, R_OK) != 0)
		return err_set(&c->err, ERR_NOT_FOUND,
			"%.300s: there is no such database.", from);
	copy->from = open_side(c, from);
	if (copy->from != NULL)
		copy->to = c->db = open_side(c, to);
	return copy->to != NULL ? 0 : -1;
}

static int
copy_run(struct ctl *c)
{
	struct bar bar = {.terminal = isatty(STDOUT_FILENO) == 1};
	struct db_copy copy = {.arena = c->arena,
		.schema = c->conf.schema,
		.told = told,
		.arg = &bar};
	int bad = open_both(c, &copy);

	if (!bad && (bad = move_it(c, &copy, &bar)) != 0) {
		say(&bar, "");
		db_copy_stop(&copy);
	}
	db_close(copy.from);
	return bad;
}

const struct command copy_command = {
	.name = "copy",
	.args = "--from URL --to URL [--batch N]",
	.about = "Move a whole database to an empty one of either engine and "
		 "compare both, value by value; run again, it goes on where it "
		 "was stopped.",
	.opts = "--from= --to= --batch=",
	.need = NEED_CONF,
	.run = copy_run,
};
