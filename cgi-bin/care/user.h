#ifndef CARE_USER_H
#define CARE_USER_H

#include <stddef.h>
#include <stdint.h>

#include "base/token.h"
#include "domain/user.h"

struct act;

/*
 * Acts on the people who work here. tests/RULES.md, "Roles", "Passwords"
 * and "Logging in". Hashes are made before, outside the transaction, with
 * auth_hash(). Each returns 0, or -1 with act->err set.
 */

/* The parts of a person an administrator edits. */
struct user_edit {
	struct user user; /* login, name, email, roles, licence ... */
	int64_t version;  /* the one the edit began with */
	const int64_t *teams;
	size_t teams_n;
};

/* Somebody new, who must change the password at the first log-in; *id is
 * the new row's. A login that is taken is an ERR_INPUT for "login". */
int care_user_add(const struct act *, const struct user_edit *,
	const char *hash, int64_t *id);
/* Other roles end all sessions of the person. ERR_CONFLICT: changed by
 * somebody else meanwhile, or the last administrator. */
int care_user_change(const struct act *, const struct user_edit *);
int care_user_disable(const struct act *, int64_t id);
int care_user_enable(const struct act *, int64_t id);
/* A password handed out: it must be changed, all sessions end. */
int care_user_reset(const struct act *, int64_t id, const char *hash);
/* End one session of somebody, or with session 0 all of them. */
int care_user_end_sessions(const struct act *, int64_t id, int64_t session);

/* A new session: the token goes into the cookie and nowhere else. */
struct user_session {
	char token[TOKEN_SIZE];
	int64_t id;
	int64_t ended;	    /* how many old ones had to go */
	struct user before; /* as it was: last log-in, failures */
};

/*
 * Somebody has shown the right password. better is a hash to store instead
 * of old, or NULL. At most three sessions stay.
 */
int care_log_in(const struct act *, int64_t user, const char *old,
	const char *better, const char *address, const char *agent,
	struct user_session *out);
/* One's own new password: every session ends, a new one begins. */
int care_change_password(const struct act *, const char *hash,
	const char *address, const char *agent, struct user_session *out);

#endif
