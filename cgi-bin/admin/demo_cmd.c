/* handrailctl demo: a clinic of invented people, from a seed, around today. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "base/log.h"
#include "care/auth.h"
#include "db/db.h"
#include "store/demo_store.h"
#include "store/user_store.h"

/* --- chance: splitmix64, the same everywhere -------------------------------
 */

uint64_t
demo_random(struct demo_rng *r)
{
	uint64_t z = r->state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

int
demo_below(struct demo_rng *r, int n)
{
	return (int)(demo_random(r) % (uint64_t)n);
}

int
demo_between(struct demo_rng *r, int low, int high)
{
	return low + demo_below(r, high - low + 1);
}

bool
demo_chance(struct demo_rng *r, int percent)
{
	return demo_below(r, 100) < percent;
}

char *
demo_copy(struct arena *a, const char *s, size_t n)
{
	return arena_strndup(a, s, n);
}

/* --- logins ------------------------------------------------------------------
 */

static const char *
random_password(struct demo *d, const char **hash)
{
	struct ctl *c = d->ctl;
	struct auth_cost cost = auth_cost(c->arena, &c->conf);
	const char *password = ctl_make_password(c);

	if (auth_hash(&cost, c->arena, password, hash, &c->err))
		return NULL;
	return password;
}

static int
staff_login(struct demo *d, FILE *out, int i)
{
	static const struct {
		const char *login, *role;
	} users[DEMO_USERS] = {
		[DEMO_MAYA] = {"maya", "coordinator"},
		[DEMO_TESS] = {"tess", "front_desk"},
		[DEMO_OWEN] = {"owen", "biller"},
		[DEMO_AMARA] = {"amara", "clinician"},
		[DEMO_JORDAN] = {"jordan", "case_manager"},
		[DEMO_RUTH] = {"ruth", "supervisor"},
		[DEMO_SAM] = {"sam", "admin"},
	};
	struct ctl *c = d->ctl;
	const char *hash;
	const char *password = random_password(d, &hash);

	if (password == NULL)
		return -1;
	if (user_store_set_password(
		    c->db, &c->scope, d->user[i], hash, false) != 1)
		return ctl_db_err(c);
	fprintf(out, "staff\thttp://%s/\t%s\t%s\t%s\t\n", c->conf.staff_host,
		users[i].login, password, users[i].role);
	return 0;
}

static int
portal_login(struct demo *d, FILE *out, int star, const char *login)
{
	struct ctl *c = d->ctl;
	const char *hash;
	const char *password = random_password(d, &hash);

	if (password == NULL)
		return -1;
	if (demo_store_add_account(c->db, &c->scope, d->patient[star].id, login,
		    hash, d->now) == 0)
		return ctl_db_err(c);
	fprintf(out, "portal\thttp://%s/portal\t%s\t%s\tpatient\t\n",
		c->conf.portal_host, login, password);
	return 0;
}

static FILE *
open_logins(struct ctl *c, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;

	if (f == NULL || fchmod(fd, 0600) != 0)
		err_set(&c->err, ERR_BROKEN, "%.300s: %s.", path,
			strerror(errno));
	return f;
}

/* Beside the configuration, unless --dir says where. */
static const char *
logins_path(const struct ctl *c)
{
	const char *slash = strrchr(c->conf_path, '/');

	if (c->dir != NULL)
		return arena_printf(c->arena, "%s/logins.tsv", c->dir);
	if (slash == NULL)
		return "logins.tsv";
	return arena_printf(c->arena, "%.*s/logins.tsv",
		(int)(slash - c->conf_path), c->conf_path);
}

int
demo_logins(struct demo *d)
{
	struct ctl *c = d->ctl;
	const char *path = logins_path(c);
	FILE *out = open_logins(c, path);
	int bad = 0;

	if (out == NULL)
		return -1;
	fputs("program\turl\tuser\tpassword\trole\ttotp\n", out);
	for (int i = 0; !bad && i < DEMO_USERS; i++)
		bad = staff_login(d, out, i);
	if (!bad)
		bad = portal_login(d, out, 0, "rosa.delgado") ||
		      portal_login(d, out, 1, "james.whitfield");
	if ((ferror(out) | fclose(out)) && !bad)
		bad = err_set(&c->err, ERR_BROKEN, "%.300s: %s.", path,
			strerror(errno));
	return bad ? -1 : 0;
}

/* --- the command
 * ---------------------------------------------------------------- */

int
demo_batch(struct demo *d, const char *what, int done, int of)
{
	printf("%s: %d of %d\n", what, done, of);
	fflush(stdout);
	return db_commit(d->ctl->db) ? ctl_db_err(d->ctl) : ctl_begin(d->ctl);
}

static int
fill(struct demo *d)
{
	/* The story's people come first, and keep their times. */
	if (demo_clinic(d) || demo_stars(d) || demo_people(d) || demo_late(d) ||
		demo_door_visits(d) || demo_visits(d) || demo_door(d) ||
		demo_waitlist(d) || demo_recalls(d) || demo_work(d) ||
		demo_records(d) || demo_needs(d) || demo_series(d) ||
		demo_sequence(d))
		return -1;
	return demo_logins(d);
}

static int
run_demo(struct ctl *c, struct demo *d)
{
	int bad;

	if (ctl_begin(c))
		return -1;
	bad = fill(d);
	if (ctl_end(c, bad, AUDIT_DEMO,
		    arena_printf(c->arena, "%d patients, %d visits, %d loops",
			    d->n_patients, d->visits, d->items)))
		return -1;
	printf("%d patients, %d visits, %d loops. Logins: %s\n", d->n_patients,
		d->visits, d->items, logins_path(c));
	return 0;
}

/* --today moves the clock to half past nine of that day. */
static int
set_day(struct demo *d)
{
	struct ctl *c = d->ctl;
	const char *text = ctl_opt(c, "--today");

	d->zone = zone_find("America/New_York");
	d->now = c->now;
	d->today = zone_local(d->zone, d->now).day;
	if (text == NULL)
		return 0;
	if (!day_parse(text, &d->today))
		return err_set(&c->err, ERR_INPUT,
			"--today takes a day like 2026-11-23.");
	zone_instant(d->zone, d->today, 9 * 60 + 37, &d->now);
	return 0;
}

static int
demo_run(struct ctl *c)
{
	struct demo *d = arena_alloc(c->arena, sizeof(*d));
	int seed;

	d->ctl = c;
	if (ctl_number(c, "--patients", 2000, 20, 1000000, &d->n_patients) ||
		ctl_number(c, "--seed", 1, 0, 1000000000, &seed) || set_day(d))
		return -1;
	d->rng.state = (uint64_t)seed;
	d->patient = arena_alloc(
		c->arena, (size_t)d->n_patients * sizeof(*d->patient));
	switch (demo_store_people(c->db, &c->scope)) {
	case 0:
		return run_demo(c, d);
	case -1:
		return ctl_db_err(c);
	default:
		return err_set(&c->err, ERR_CONFLICT,
			"There are people in this database already; a "
			"demonstration needs an empty one.");
	}
}

const struct command demo_command = {
	.name = "demo",
	.args = "[--patients N] [--seed N] [--today DAY]",
	.about = "Fill an empty database with a clinic of invented people "
		 "around today; logins go to logins.tsv beside it.",
	.opts = "--patients= --seed= --today=",
	.need = NEED_CLINIC,
	.run = demo_run,
};
