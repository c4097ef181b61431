#ifndef ADMIN_COMMAND_H
#define ADMIN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/err.h"
#include "base/zone.h"
#include "domain/audit.h"
#include "domain/scope.h"

struct arena;
struct ctl;
struct db;

/* What is made ready before a command runs. */
enum need {
	NEED_UNSET,
	NEED_NOTHING,
	NEED_CONF,   /* the configuration is read */
	NEED_DB,     /* and the database open, whatever its version */
	NEED_CLINIC, /* and up to date, with a clinic in it */
};

/*
 * One command. It stands under its function; commands.c lists them all.
 * opts names the options it takes, "--role=" with a value, "--force"
 * without; --config and --dir are everybody's.
 */
struct command {
	const char *name; /* one, two or three words: "user add" */
	const char *args; /* for the usage line */
	const char *about;
	const char *opts;
	enum need need;
	const char *user; /* of a server: "staff" for handrail_staff; NULL is
			     "admin", who owns the tables */
	int min_args, max_args;	  /* words beside the options; -1: any number */
	int (*run)(struct ctl *); /* 0, or -1 with c->err set */
};

extern const struct command *const commands[]; /* ends with NULL */

#define CTL_OPTS 24

/* One run of handrailctl. */
struct ctl {
	const struct command *cmd;
	const char *dir;       /* --dir, or NULL */
	const char *conf_path; /* --config, or DIR/handrail.conf */
	const char *home;      /* the folder this program lies in */
	struct conf conf;
	struct arena *arena;
	struct db *db;
	struct scope scope; /* the clinic; no user, every role */
	instant_t now;
	struct err err;
	struct {
		const char *name, *value;
	} opt[CTL_OPTS];
	int n_opts;
	char **arg;
	int n_args;
};

/* Take the command line apart: fills c->cmd, options and words. */
int ctl_parse(struct ctl *, int argc, char **argv);
/* The value of the first option of this name ("--role"), or NULL. */
const char *ctl_opt(const struct ctl *, const char *name);
/* The nth one, from 0. */
const char *ctl_opt_n(const struct ctl *, const char *name, int n);
bool ctl_flag(const struct ctl *, const char *name);
/* A whole number from min to max, dflt without the option. */
int ctl_number(
	struct ctl *, const char *name, int dflt, int min, int max, int *out);
/* Make ready what the command needs; ctl_close() undoes it. */
int ctl_open(struct ctl *);
int ctl_connect(struct ctl *); /* c->db, as the configuration says */
void ctl_close(struct ctl *);
void ctl_usage(const char *about_command); /* NULL: all; to standard output */

/* Begin a write transaction that has the clinic alone; end it with its audit
 * entry. Both set c->err. ctl_end() commits when result is 0, otherwise rolls
 * back; it returns -1 unless all is well. */
int ctl_begin(struct ctl *);
int ctl_end(struct ctl *, int result, enum audit_event, const char *detail);
int ctl_db_err(struct ctl *); /* c->err from the connection; -1 */
const char *ctl_make_password(struct ctl *); /* 20 random letters */

#endif
