/* A new clinic: its folder, configuration, database and first rows. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "admin/rights.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "domain/site.h"
#include "store/setup_store.h"
#include "store/site_store.h"

/* Where the migrations lie: beside a build tree, or installed. */
static const char *
find_data(struct ctl *c, const char *name)
{
	static const char *const places[] = {"/", "/../"};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		const char *path = arena_printf(
			c->arena, "%s%s%s", c->home, places[i], name);
		char real[PATH_MAX];

		if (access(arena_printf(c->arena, "%s%sschema/0001_core.sql",
				   c->home, places[i]),
			    R_OK) == 0 &&
			realpath(path, real) != NULL)
			return arena_strdup(c->arena, real);
	}
	return arena_printf(c->arena, "%s/%s", DATADIR, name);
}

static int
make_folder(struct ctl *c)
{
	struct stat st;

	if (mkdir(c->dir, 0700) == 0)
		return 0;
	if (errno == EEXIST && stat(c->dir, &st) == 0 && S_ISDIR(st.st_mode))
		return 0;
	return err_set(
		&c->err, ERR_INPUT, "%.300s: %s.", c->dir, strerror(errno));
}

/* A configuration for --dir that names the database beside it. */
static int
write_conf(struct ctl *c)
{
	char real[PATH_MAX];
	FILE *f;

	if (access(c->conf_path, F_OK) == 0)
		return 0;
	if (realpath(c->dir, real) == NULL ||
		(f = fopen(c->conf_path, "wxe")) == NULL)
		return err_set(&c->err, ERR_BROKEN, "%.300s: %s.", c->conf_path,
			strerror(errno));
	fprintf(f,
		"# Made by handrailctl init; see handrail.conf(5).\n"
		"database = sqlite:%s/handrail.db\n"
		"templates = %s\n"
		"schema = %s\n",
		real, find_data(c, "templates"), find_data(c, "schema"));
	if (ferror(f) | fclose(f))
		return err_set(&c->err, ERR_BROKEN, "%.300s: %s.", c->conf_path,
			strerror(errno));
	return 0;
}

static int
migrate(struct ctl *c)
{
	int n = db_migrate(c->db, c->conf.schema, &c->err);

	if (n < 0)
		return -1;
	printf("%d migration%s applied.\n", n, n == 1 ? "" : "s");
	return rights_grant(c->db, &c->err);
}

/* The federal holidays of this year and the next are days it is shut. */
static int
add_holidays(struct ctl *c)
{
	static const char *const names[] = {"New Year's Day",
		"Martin Luther King Jr. Day", "Washington's Birthday",
		"Memorial Day", "Juneteenth", "Independence Day", "Labor Day",
		"Columbus Day", "Veterans Day", "Thanksgiving Day",
		"Christmas Day"};
	day_t today = (day_t)(c->now / 86400), days[12];
	int year, m, d;

	day_split(today, &year, &m, &d);
	for (int y = year; y <= year + 1; y++) {
		day_federal_holidays(y, days);
		for (size_t i = 0; i < 11; i++) {
			const struct closure day = {.day = days[i],
				.name = names[i],
				.federal = true};

			if (site_store_close(c->db, &c->scope, &day) < 0)
				return ctl_db_err(c);
		}
	}
	return 0;
}

static int
add_clinic(struct ctl *c)
{
	static const char *const teams[] = {
		"Care team", "Front desk", "Billing"};
	const char *name = ctl_opt(c, "--name");
	const char *zone = ctl_opt(c, "--zone");
	struct clinic clinic = {
		.name = name ? name : "New clinic",
		.short_name = name ? name : "Clinic",
		.phone = c->conf.clinic_phone,
		.zone = zone ? zone : "America/New_York",
		.language = "en",
		.clock24 = false,
	};

	if (zone_find(clinic.zone) == NULL)
		return err_set(&c->err, ERR_INPUT,
			"There is no time zone \"%.60s\".", clinic.zone);
	c->scope.clinic_id = setup_store_add_clinic(c->db, &clinic);
	for (size_t i = 0; i < sizeof(teams) / sizeof(teams[0]); i++)
		setup_store_add_team(c->db, &c->scope, teams[i]);
	return add_holidays(c);
}

static int
first_rows(struct ctl *c)
{
	if (setup_store_clinic(c->db) != 0)
		return 0;
	if (ctl_begin(c))
		return -1;
	return ctl_end(c, add_clinic(c), AUDIT_CONFIG_UPDATE, "init");
}

static int
init_run(struct ctl *c)
{
	if (c->dir != NULL && (make_folder(c) || write_conf(c)))
		return -1;
	if (conf_load(&c->conf, c->conf_path, &c->err))
		return -1;
	if (ctl_connect(c))
		return -1;
	if (migrate(c) || first_rows(c))
		return -1;
	/* An address of a server may hold a password. */
	printf("The %s database is ready%s%s\n", db_engine_name(c->db),
		strncmp(c->conf.database, "sqlite:", 7) == 0 ? ": " : ".",
		strncmp(c->conf.database, "sqlite:", 7) == 0 ? c->conf.database
							     : "");
	return 0;
}

const struct command init_command = {
	.name = "init",
	.args = "[--name CLINIC] [--zone ZONE]",
	.about = "Make the database and the clinic in it; with --dir, the "
		 "folder and its configuration too. Run again, it only brings "
		 "the database up to date.",
	.opts = "--name= --zone=",
	.need = NEED_NOTHING,
	.run = init_run,
};

static int
migrate_run(struct ctl *c)
{
	return migrate(c);
}

const struct command migrate_command = {
	.name = "migrate",
	.args = "",
	.about = "Apply the migrations the database lacks.",
	.opts = "",
	.need = NEED_DB,
	.run = migrate_run,
};
