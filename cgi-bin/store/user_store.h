#ifndef STORE_USER_STORE_H
#define STORE_USER_STORE_H

#include "domain/user.h"

struct arena;
struct db;
struct scope;

/*
 * Who works here. Functions that read one row return 1 (found), 0 (not
 * there, or another clinic's) or -1 (see the connection). Those that write
 * return the rows changed, 0 when the version moved on, or -1.
 */
int user_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct user *out);
/* By name; the disabled only if asked for. */
int user_store_list(struct db *, struct arena *, const struct scope *,
	bool disabled_too, struct users *out);
/* The new row's id, or 0: a login already taken is a conflict. Roles are
 * set apart, with user_store_set_roles(). */
int64_t user_store_add(struct db *, const struct scope *, const struct user *,
	const char *hash);
/* Name, e-mail, licence, clinical staff; bumps the version. */
int64_t user_store_update(struct db *, const struct scope *,
	const struct user *, int64_t version);
int user_store_set_roles(
	struct db *, const struct scope *, int64_t id, unsigned roles);
/* at INSTANT_NONE: may log in again. */
int64_t user_store_set_disabled(
	struct db *, const struct scope *, int64_t id, instant_t at);
int64_t user_store_set_password(struct db *, const struct scope *, int64_t id,
	const char *hash, bool must_change);
/* Theme, density, shortcuts and site; does not touch the version. */
int64_t
user_store_set_own(struct db *, const struct scope *, const struct user *);
/* Those who may log in and hold the role. */
int64_t
user_store_count_role(struct db *, const struct scope *, const char *role);
/* Logged in: the failures before are told once and counted anew. */
int64_t user_store_logged_in(
	struct db *, const struct scope *, int64_t id, instant_t now);

/* All teams of the clinic; holds and members say who is in them. */
int user_store_teams(struct db *, struct arena *, const struct scope *,
	int64_t user, struct teams *out);
int user_store_leave_teams(struct db *, const struct scope *, int64_t user);
int user_store_join_team(
	struct db *, const struct scope *, int64_t user, int64_t team);

/*
 * What a log-in is checked against. The one read without a scope: the
 * login decides the clinic.
 */
struct user_secret {
	int64_t id, clinic_id;
	const char *hash; /* "": cannot log in */
	bool disabled;
};
int user_store_secret(struct db *, struct arena *, const char *login,
	struct user_secret *out);
/* A wrong password for this login, if there is such a person. */
int64_t user_store_failed(struct db *, const char *login);
/* The same password under better parameters, unless it was changed since. */
int64_t user_store_rehash(struct db *, const struct scope *, int64_t id,
	const char *old_hash, const char *new_hash);

#endif
