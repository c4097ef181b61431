/* Acts on the people who work here: accounts, roles, sessions. Rules:
 * tests/RULES.md, "Roles", "Passwords", "Logging in". SQL:
 * store/user_store.c, store/session_store.c. */
#include <string.h>

#include "care/act.h"
#include "care/user.h"
#include "domain/role.h"
#include "store/session_list.h"
#include "store/session_store.h"
#include "store/store.h"
#include "store/user_store.h"

#define SESSIONS_MAX 3
/* Roles a member of staff may hold. */
#define STAFF_ROLES ((1u << (ROLE_ADMIN + 1)) - 1)

static int
broken(const struct act *a)
{
	return store_err(a->db, a->err);
}

static int
stale(const struct act *a)
{
	return err_set(a->err, ERR_CONFLICT,
		"Somebody else changed this person while you were editing. "
		"Nothing of yours was saved. Load the page again.");
}

static int
not_oneself(const struct act *a, const char *what)
{
	return err_set(a->err, ERR_DENIED,
		"Nobody may %s. Ask another administrator.", what);
}

static int
load(const struct act *a, int64_t id, struct user *out)
{
	int found = user_store_get(a->db, a->arena, a->scope, id, out);

	if (found < 0)
		return broken(a);
	if (found == 0)
		return err_set(a->err, ERR_NOT_FOUND, "There is nobody here.");
	return 0;
}

static int
check_roles(const struct act *a, unsigned roles)
{
	if ((roles & STAFF_ROLES) == 0 || (roles & ~STAFF_ROLES) != 0)
		return err_field(a->err, "roles", "Choose at least one role.");
	return 0;
}

/* Would nobody be left to administer the program? */
static int
keep_an_admin(const struct act *a, const struct user *now)
{
	int64_t n;

	if (!(now->roles & 1u << ROLE_ADMIN) ||
		now->disabled_at != INSTANT_NONE)
		return 0;
	n = user_store_count_role(a->db, a->scope, role_name(ROLE_ADMIN));
	if (n > 1)
		return 0;
	return err_set(a->err, ERR_CONFLICT,
		"This is the last administrator. Make somebody else one "
		"first.");
}

static int
end_all(const struct act *a, int64_t id, const char *reason)
{
	int64_t n = session_store_end_all(
		a->db, SESSION_STAFF, id, 0, a->now, reason);

	return n < 0 ? broken(a) : 0;
}

static int
set_teams(const struct act *a, int64_t id, const struct user_edit *e)
{
	if (user_store_leave_teams(a->db, a->scope, id))
		return broken(a);
	for (size_t i = 0; i < e->teams_n; i++)
		if (user_store_join_team(a->db, a->scope, id, e->teams[i]))
			return broken(a);
	return 0;
}

int
care_user_add(const struct act *a, const struct user_edit *e, const char *hash,
	int64_t *id)
{
	struct user_secret taken;
	struct user u = e->user;

	if (check_roles(a, u.roles))
		return -1;
	if (user_store_secret(a->db, a->arena, u.login, &taken) != 0)
		return err_field(a->err, "login",
			"This login is taken. Choose another.");
	u.must_change = true;
	u.created_at = a->now;
	*id = user_store_add(a->db, a->scope, &u, hash);
	if (*id == 0 || user_store_set_roles(a->db, a->scope, *id, u.roles))
		return broken(a);
	return set_teams(a, *id, e);
}

static int
change_roles(const struct act *a, const struct user *was, unsigned roles)
{
	if (was->roles == roles)
		return 0;
	if (was->id == a->scope->user_id)
		return not_oneself(a, "change their own roles");
	if (!(roles & 1u << ROLE_ADMIN) && keep_an_admin(a, was))
		return -1;
	if (user_store_set_roles(a->db, a->scope, was->id, roles))
		return broken(a);
	return end_all(a, was->id, "roles");
}

int
care_user_change(const struct act *a, const struct user_edit *e)
{
	struct user was;
	int64_t n;

	if (load(a, e->user.id, &was) || check_roles(a, e->user.roles))
		return -1;
	n = user_store_update(a->db, a->scope, &e->user, e->version);
	if (n <= 0)
		return n < 0 ? broken(a) : stale(a);
	if (change_roles(a, &was, e->user.roles))
		return -1;
	return set_teams(a, was.id, e);
}

int
care_user_disable(const struct act *a, int64_t id)
{
	struct user was;

	if (id == a->scope->user_id)
		return not_oneself(a, "disable themselves");
	if (load(a, id, &was) || keep_an_admin(a, &was))
		return -1;
	if (was.disabled_at != INSTANT_NONE)
		return 0;
	if (user_store_set_disabled(a->db, a->scope, id, a->now) <= 0)
		return broken(a);
	return end_all(a, id, "disabled");
}

int
care_user_enable(const struct act *a, int64_t id)
{
	struct user was;

	if (load(a, id, &was))
		return -1;
	if (user_store_set_disabled(a->db, a->scope, id, INSTANT_NONE) <= 0)
		return broken(a);
	return 0;
}

int
care_user_reset(const struct act *a, int64_t id, const char *hash)
{
	struct user was;

	if (id == a->scope->user_id)
		return not_oneself(a,
			"reset their own password here, only change it under "
			"their own settings");
	if (load(a, id, &was))
		return -1;
	if (user_store_set_password(a->db, a->scope, id, hash, true) <= 0)
		return broken(a);
	return end_all(a, id, "password");
}

int
care_user_end_sessions(const struct act *a, int64_t id, int64_t session)
{
	struct user was;

	if (load(a, id, &was))
		return -1;
	if (session == 0)
		return end_all(a, id, "administrator");
	if (session_list_end(a->db, a->scope, id, session, a->now, "ended") < 0)
		return broken(a);
	return 0;
}

static int
open_session(const struct act *a, int64_t user, const char *address,
	const char *agent, struct user_session *out)
{
	char csrf[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];

	token_make(out->token);
	token_make(csrf);
	token_hash(out->token, hash);
	out->id = session_store_add(
		a->db, SESSION_STAFF, user, hash, csrf, a->now, address, agent);
	return out->id == 0 ? broken(a) : 0;
}

int
care_log_in(const struct act *a, int64_t user, const char *old,
	const char *better, const char *address, const char *agent,
	struct user_session *out)
{
	if (load(a, user, &out->before))
		return -1;
	if (better != NULL &&
		user_store_rehash(a->db, a->scope, user, old, better) < 0)
		return broken(a);
	if (user_store_logged_in(a->db, a->scope, user, a->now) <= 0 ||
		open_session(a, user, address, agent, out))
		return broken(a);
	out->ended = session_store_trim(
		a->db, SESSION_STAFF, user, SESSIONS_MAX, a->now);
	return out->ended < 0 ? broken(a) : 0;
}

int
care_change_password(const struct act *a, const char *hash, const char *address,
	const char *agent, struct user_session *out)
{
	int64_t id = a->scope->user_id;

	if (load(a, id, &out->before))
		return -1;
	if (user_store_set_password(a->db, a->scope, id, hash, false) <= 0)
		return broken(a);
	if (end_all(a, id, "password"))
		return -1;
	return open_session(a, id, address, agent, out);
}
