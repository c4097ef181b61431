/* The command line, and what stands ready when a command begins. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "admin/command.h"
#include "base/arena.h"
#include "base/token.h"
#include "care/audit.h"
#include "db/db.h"
#include "domain/role.h"
#include "store/setup_store.h"

#ifndef SYSCONFDIR
#define SYSCONFDIR "/etc/handrail"
#endif

/* How many words of the line are this command's name; 0: another one. */
static int
name_matches(const char *name, int n, char **words)
{
	int used = 0;

	while (*name != '\0') {
		size_t len = strcspn(name, " ");

		if (used == n || strlen(words[used]) != len ||
			memcmp(words[used], name, len) != 0)
			return 0;
		used++;
		name += len + (name[len] == ' ');
	}
	return used;
}

/* 0: not known, 1: a flag, 2: takes a value. */
static int
opt_kind(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *p = list; *p != '\0';) {
		size_t n = strcspn(p, " ");
		bool value = n > 0 && p[n - 1] == '=';

		if (n - value == len && memcmp(p, name, len) == 0)
			return value ? 2 : 1;
		p += n + (p[n] == ' ');
	}
	return 0;
}

static int
add_opt(struct ctl *c, const char *name, const char *value)
{
	if (c->n_opts == CTL_OPTS)
		return err_set(&c->err, ERR_INPUT, "Too many options.");
	c->opt[c->n_opts].name = name;
	c->opt[c->n_opts++].value = value;
	return 0;
}

/*
 * Words and options apart. Which options take a value is known only with
 * the command, so an option of no command counts as one that does not.
 */
static bool
takes_value(const char *name)
{
	if (opt_kind("--config= --dir=", name))
		return true;
	for (int i = 0; commands[i] != NULL; i++)
		if (opt_kind(commands[i]->opts, name) == 2)
			return true;
	return false;
}

static int
split(struct ctl *c, int argc, char **argv)
{
	bool only_words = false;

	c->arg = arena_alloc(c->arena, (size_t)argc * sizeof(*c->arg));
	for (int i = 1; i < argc; i++) {
		const char *value = "";
		char *name = argv[i], *eq;

		if (only_words || strncmp(name, "--", 2) != 0) {
			c->arg[c->n_args++] = name;
			continue;
		}
		if (name[2] == '\0') {
			only_words = true;
			continue;
		}
		if ((eq = strchr(name, '=')) != NULL) {
			name = arena_strndup(
				c->arena, name, (size_t)(eq - name));
			value = eq + 1;
		} else if (takes_value(name)) {
			if (++i == argc)
				return err_set(&c->err, ERR_INPUT,
					"%s needs a value.", name);
			value = argv[i];
		}
		if (add_opt(c, name, value))
			return -1;
	}
	return 0;
}

/* The longest name that fits: "import csv patients" before "import". */
static const struct command *
find_command(const struct ctl *c, int *words)
{
	const struct command *found = NULL;

	*words = 0;
	for (int i = 0; commands[i] != NULL; i++) {
		int n = name_matches(commands[i]->name, c->n_args, c->arg);

		if (n > *words) {
			*words = n;
			found = commands[i];
		}
	}
	return found;
}

static int
check_options(struct ctl *c)
{
	for (int i = 0; i < c->n_opts; i++)
		if (!opt_kind("--config= --dir=", c->opt[i].name) &&
			!opt_kind(c->cmd->opts, c->opt[i].name))
			return err_set(&c->err, ERR_INPUT,
				"%s does not take %s.", c->cmd->name,
				c->opt[i].name);
	return 0;
}

int
ctl_parse(struct ctl *c, int argc, char **argv)
{
	int words;

	if (split(c, argc, argv))
		return -1;
	if (c->n_args == 0)
		return err_set(&c->err, ERR_INPUT,
			"Which command? \"handrailctl help\" lists them.");
	if ((c->cmd = find_command(c, &words)) == NULL)
		return err_set(&c->err, ERR_INPUT,
			"There is no command \"%.60s\"; \"handrailctl help\" "
			"lists them.",
			c->arg[0]);
	c->arg += words;
	c->n_args -= words;
	if (check_options(c))
		return -1;
	if (c->n_args < c->cmd->min_args ||
		(c->cmd->max_args >= 0 && c->n_args > c->cmd->max_args))
		return err_set(&c->err, ERR_INPUT, "usage: handrailctl %s %s",
			c->cmd->name, c->cmd->args);
	if ((c->dir = ctl_opt(c, "--dir")) != NULL)
		c->conf_path =
			arena_printf(c->arena, "%s/handrail.conf", c->dir);
	else
		c->conf_path = ctl_opt(c, "--config");
	if (c->conf_path == NULL)
		c->conf_path = SYSCONFDIR "/handrail.conf";
	return 0;
}

const char *
ctl_opt_n(const struct ctl *c, const char *name, int n)
{
	for (int i = 0; i < c->n_opts; i++)
		if (strcmp(c->opt[i].name, name) == 0 && n-- == 0)
			return c->opt[i].value;
	return NULL;
}

const char *
ctl_opt(const struct ctl *c, const char *name)
{
	return ctl_opt_n(c, name, 0);
}

bool
ctl_flag(const struct ctl *c, const char *name)
{
	return ctl_opt(c, name) != NULL;
}

int
ctl_number(
	struct ctl *c, const char *name, int dflt, int min, int max, int *out)
{
	const char *text = ctl_opt(c, name);
	char *end;
	long n;

	*out = dflt;
	if (text == NULL)
		return 0;
	errno = 0;
	n = strtol(text, &end, 10);
	if (end == text || *end != '\0' || errno != 0 || n < min || n > max)
		return err_set(&c->err, ERR_INPUT,
			"%s takes a whole number from %d to %d.", name, min,
			max);
	*out = (int)n;
	return 0;
}

static int
open_clinic(struct ctl *c)
{
	if (db_check_version(c->db, c->conf.schema, &c->err))
		return -1;
	c->scope = (struct scope){
		.clinic_id = setup_store_clinic(c->db),
		.roles = (1u << ROLE_COUNT) - 1,
	};
	if (db_error(c->db) != NULL)
		return ctl_db_err(c);
	if (c->scope.clinic_id == 0)
		return err_set(&c->err, ERR_NOT_FOUND,
			"There is no clinic yet: run handrailctl init.");
	return 0;
}

int
ctl_connect(struct ctl *c)
{
	const struct db_how how = {
		.program = c->cmd->user ? c->cmd->user : "admin",
		.pooler = conf_pooled(&c->conf)};

	c->db = db_open_with(c->conf.database, &how, &c->err);
	if (c->db == NULL)
		return -1;
	/* Commands read the whole book; only pages have to be quick. */
	db_patience(c->db, 0);
	return 0;
}

int
ctl_open(struct ctl *c)
{
	if (c->cmd->need >= NEED_CONF &&
		conf_load(&c->conf, c->conf_path, &c->err))
		return -1;
	if (c->cmd->need >= NEED_DB && ctl_connect(c))
		return -1;
	if (c->cmd->need >= NEED_CLINIC)
		return open_clinic(c);
	return 0;
}

void
ctl_close(struct ctl *c)
{
	db_close(c->db);
	conf_release(&c->conf);
}

int
ctl_db_err(struct ctl *c)
{
	/* That a server is away is no fault to look into: one line says it. */
	if (db_error(c->db) != NULL && db_state(c->db) != DB_LOST)
		fprintf(stderr, "handrailctl: %s\n", db_error(c->db));
	return db_err(c->db, &c->err);
}

int
ctl_begin(struct ctl *c)
{
	if (db_begin(c->db, DB_WRITE) ||
		db_lock(c->db, DB_LOCK_CLINIC, c->scope.clinic_id, false))
		return ctl_db_err(c);
	return 0;
}

static int
write_audit(struct ctl *c, enum audit_event event, const char *detail)
{
	const struct audit_entry entry = {
		.clinic_id = c->scope.clinic_id,
		.at = c->now,
		.program = "handrailctl",
		.event = event,
		.outcome = AUDIT_OK,
		.actor = arena_printf(c->arena, "uid:%ld", (long)getuid()),
		.roles = "",
		.object_type = "",
		.detail = detail,
		.reason = "",
		.address = "",
		.request = "",
	};

	return audit_write(c->db, c->arena, &entry);
}

int
ctl_end(struct ctl *c, int result, enum audit_event event, const char *detail)
{
	if (result == 0 && write_audit(c, event, detail) == 0 &&
		db_commit(c->db) == 0)
		return 0;
	if (c->err.kind == ERR_NONE)
		ctl_db_err(c);
	db_rollback(c->db);
	return -1;
}

/* Twenty letters in groups that can be read out: about 87 bits. */
const char *
ctl_make_password(struct ctl *c)
{
	char code[21];

	token_code(code, 20);
	return arena_printf(c->arena, "%.5s-%.5s-%.5s-%.5s", code, code + 5,
		code + 10, code + 15);
}

static void
usage_of(const struct command *cmd)
{
	printf("  %s %s\n      %s\n", cmd->name, cmd->args, cmd->about);
}

void
ctl_usage(const char *about_command)
{
	if (about_command == NULL)
		puts("usage: handrailctl [--config FILE | --dir D] COMMAND "
		     "...\n");
	for (int i = 0; commands[i] != NULL; i++)
		if (about_command == NULL ||
			strncmp(commands[i]->name, about_command,
				strlen(about_command)) == 0)
			usage_of(commands[i]);
}
