/* Accounts of staff, from the machine itself: the first one is made here. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"
#include "base/token.h"
#include "base/utf8.h"
#include "care/act.h"
#include "care/auth.h"
#include "care/user.h"
#include "db/db.h"
#include "domain/role.h"
#include "domain/user.h"
#include "store/setup_store.h"
#include "store/user_store.h"

#define PASSWORD_BYTES 1100

/* The first line of standard input. */
static int
read_password(struct ctl *c, const char **out)
{
	char line[PASSWORD_BYTES];
	size_t n;

	if (fgets(line, sizeof(line), stdin) == NULL)
		return err_set(&c->err, ERR_INPUT,
			"There is no password on standard input.");
	n = strcspn(line, "\r\n");
	if (line[n] == '\0' && n == sizeof(line) - 1)
		return err_set(&c->err, ERR_INPUT, "The password is too long.");
	line[n] = '\0';
	*out = arena_strdup(c->arena, line);
	return 0;
}

/* *made: the password nobody chose, to be printed when all is well. */
static int
new_password(struct ctl *c, const char *login, const char *name,
	const char **hash, const char **made)
{
	struct auth_cost cost = auth_cost(c->arena, &c->conf);
	struct password_words words = {0};
	const char *given = NULL;

	*made = NULL;
	auth_words(c->arena, &words, login);
	auth_words(c->arena, &words, name);
	if (!ctl_flag(c, "--password-stdin"))
		*made = ctl_make_password(c);
	else if (read_password(c, &given) ||
		 auth_password_ok(c->arena, &c->conf, &words, "password", given,
			 &c->err))
		return -1;
	return auth_hash(&cost, c->arena, given ? given : *made, hash, &c->err);
}

static int
print_password(const char *login, const char *made)
{
	printf("login\t%s\n", login);
	if (made != NULL)
		printf("password\t%s\n", made);
	return 0;
}

static int
read_roles(struct ctl *c, unsigned *roles)
{
	const char *name;

	*roles = 0;
	for (int i = 0; (name = ctl_opt_n(c, "--role", i)) != NULL; i++) {
		enum role role;

		if (!role_parse(name, &role) || role == ROLE_PATIENT ||
			role == ROLE_PROXY)
			return err_set(&c->err, ERR_INPUT,
				"There is no role \"%.60s\" for staff.", name);
		*roles |= 1u << role;
	}
	if (*roles == 0)
		return err_set(&c->err, ERR_INPUT, "Say --role.");
	return 0;
}

static int
add_user(struct ctl *c, const struct user *u, const char *hash)
{
	bool changes = !ctl_flag(c, "--password-stdin");
	int64_t id = user_store_add(c->db, &c->scope, u, hash);

	if (id == 0 && db_state(c->db) == DB_CONFLICT)
		return err_set(&c->err, ERR_CONFLICT,
			"Somebody has the login \"%s\" already.", u->login);
	if (id == 0 || user_store_set_roles(c->db, &c->scope, id, u->roles) ||
		user_store_set_password(c->db, &c->scope, id, hash, changes) <
			0)
		return ctl_db_err(c);
	return 0;
}

static int
user_add_run(struct ctl *c)
{
	const char *login = auth_login(c->arena, c->arg[0]);
	const char *name = ctl_opt(c, "--name"), *hash, *made;
	const char *email = ctl_opt(c, "--email");
	struct user u = {
		.login = login,
		.name = utf8_tidy(c->arena, name ? name : login),
		.email = email ? email : "",
		.licensed = ctl_flag(c, "--licensed"),
		.clinical_staff = ctl_flag(c, "--clinical-staff"),
		.disabled_at = INSTANT_NONE,
		.last_login_at = INSTANT_NONE,
		.theme = "system",
		.density = "normal",
		.shortcuts = true,
		.created_at = c->now,
	};

	if (read_roles(c, &u.roles) ||
		new_password(c, login, u.name, &hash, &made) || ctl_begin(c))
		return -1;
	if (ctl_end(c, add_user(c, &u, hash), AUDIT_USER_CREATE, login))
		return -1;
	return print_password(login, made);
}

const struct command user_add_command = {
	.name = "user add",
	.args = "LOGIN --name NAME --role ROLE [--role ROLE]... "
		"[--email E] [--licensed] [--clinical-staff] "
		"[--password-stdin]",
	.about = "Let somebody in. The password is made and printed once, to "
		 "be changed at the first log-in, or read from standard input. "
		 "Roles: coordinator, front_desk, biller, clinician, "
		 "case_manager, supervisor, admin.",
	.opts = "--name= --role= --email= --licensed --clinical-staff "
		"--password-stdin",
	.need = NEED_CLINIC,
	.min_args = 1,
	.max_args = 1,
	.run = user_add_run,
};

static const char *
roles_text(struct ctl *c, unsigned roles)
{
	const char *text = "";

	for (int r = 0; r < ROLE_COUNT; r++)
		if (roles & 1u << r)
			text = arena_printf(c->arena, "%s%s%s", text,
				*text ? "," : "", role_name((enum role)r));
	return text;
}

static int
user_list_run(struct ctl *c)
{
	struct users list = {0};

	if (user_store_list(c->db, c->arena, &c->scope, true, &list))
		return ctl_db_err(c);
	puts("login\tname\troles\tstate");
	for (size_t i = 0; i < list.n; i++)
		printf("%s\t%s\t%s\t%s\n", list.v[i].login, list.v[i].name,
			roles_text(c, list.v[i].roles),
			list.v[i].disabled_at == INSTANT_NONE ? "active"
							      : "disabled");
	return 0;
}

const struct command user_list_command = {
	.name = "user list",
	.args = "",
	.about = "Who may log in, and as what.",
	.opts = "",
	.need = NEED_CLINIC,
	.run = user_list_run,
};

static int
find_user(struct ctl *c, const char *login, struct user_secret *who)
{
	int found = user_store_secret(c->db, c->arena, login, who);

	if (found < 0)
		return ctl_db_err(c);
	if (found == 0 || who->clinic_id != c->scope.clinic_id)
		return err_set(&c->err, ERR_NOT_FOUND,
			"Nobody has the login \"%.60s\".", login);
	return 0;
}

static int
user_password_run(struct ctl *c)
{
	const char *login = auth_login(c->arena, c->arg[0]), *hash, *made;
	struct user_secret who;
	int bad = 0;

	if (find_user(c, login, &who))
		return -1;
	if (new_password(c, login, "", &hash, &made) || ctl_begin(c))
		return -1;
	if (user_store_set_password(c->db, &c->scope, who.id, hash,
		    !ctl_flag(c, "--password-stdin")) != 1 ||
		setup_store_end_sessions(c->db, &c->scope, who.id, c->now))
		bad = ctl_db_err(c);
	if (ctl_end(c, bad, AUDIT_PASSWORD, login))
		return -1;
	return print_password(login, made);
}

const struct command user_password_command = {
	.name = "user password",
	.args = "LOGIN [--password-stdin]",
	.about = "Give somebody a new password and end their sessions.",
	.opts = "--password-stdin",
	.need = NEED_CLINIC,
	.min_args = 1,
	.max_args = 1,
	.run = user_password_run,
};

/* The same acts as on the administrator's pages. */
static int
switch_user(struct ctl *c, int (*change)(const struct act *, int64_t))
{
	const char *login = auth_login(c->arena, c->arg[0]);
	struct user_secret who;
	struct act act = {
		.db = c->db,
		.arena = c->arena,
		.scope = &c->scope,
		.actor = "system",
		.now = c->now,
		.err = &c->err,
	};

	if (find_user(c, login, &who) || ctl_begin(c))
		return -1;
	return ctl_end(c, change(&act, who.id), AUDIT_USER_UPDATE, login);
}

static int
user_disable_run(struct ctl *c)
{
	return switch_user(c, care_user_disable);
}

const struct command user_disable_command = {
	.name = "user disable",
	.args = "LOGIN",
	.about = "Shut somebody out at once and end their sessions.",
	.opts = "",
	.need = NEED_CLINIC,
	.min_args = 1,
	.max_args = 1,
	.run = user_disable_run,
};

static int
user_enable_run(struct ctl *c)
{
	return switch_user(c, care_user_enable);
}

const struct command user_enable_command = {
	.name = "user enable",
	.args = "LOGIN",
	.about = "Let somebody in again who was disabled.",
	.opts = "",
	.need = NEED_CLINIC,
	.min_args = 1,
	.max_args = 1,
	.run = user_enable_run,
};
