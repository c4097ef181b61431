#ifndef STORE_PORTAL_STORE_H
#define STORE_PORTAL_STORE_H

#include "domain/portal.h"

struct arena;
struct db;
struct scope;

/*
 * Patients' accounts and the codes that open them; their sessions are in
 * session_store.
 * Functions that read one row return 1 (found), 0 (not there) or -1 (see
 * the connection); those that write return the rows changed or -1.
 */

/* By login or code: the reads without a scope, for what was typed
 * decides the clinic and the patient. */
int portal_store_by_login(struct db *, struct arena *, const char *login,
	struct portal_account *out);
int portal_store_account(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct portal_account *out);
/* The new id, or 0: a login already taken is a conflict. */
int64_t portal_store_add(struct db *, const struct scope *, int64_t patient,
	const char *login, const char *hash, const char *language,
	instant_t now);
/* A new code was used: a new login and password, enabled again. */
int64_t portal_store_renew(struct db *, const struct scope *, int64_t id,
	const char *login, const char *hash);
int64_t portal_store_set_password(
	struct db *, const struct scope *, int64_t id, const char *hash);
/* The same password under better parameters, unless it was changed since. */
int64_t portal_store_rehash(struct db *, const struct scope *, int64_t id,
	const char *old_hash, const char *new_hash);
int64_t portal_store_set_language(
	struct db *, const struct scope *, int64_t id, const char *language);
/* at INSTANT_NONE: may log in again. */
int64_t portal_store_set_disabled(
	struct db *, const struct scope *, int64_t id, instant_t at);
int64_t portal_store_logged_in(
	struct db *, const struct scope *, int64_t id, instant_t now);

/* The code's id, or 0. Only its hash is kept. */
int64_t
portal_store_add_code(struct db *, const struct scope *, int64_t patient,
	const char *code_hash, instant_t now, instant_t expires);
/* A newer code makes the earlier ones worthless. */
int64_t portal_store_void_codes(
	struct db *, const struct scope *, int64_t patient, instant_t now);
/* Without a scope, as above. */
int
portal_store_code(struct db *, const char *code_hash, struct portal_code *out);
int64_t portal_store_code_tried(struct db *, const struct scope *, int64_t id);
/* 1: it is used now; 0: somebody was quicker. */
int64_t portal_store_code_use(
	struct db *, const struct scope *, int64_t id, instant_t now);

/* What of a patient's visits decides what they may book. 0 or -1. */
struct portal_past;
int portal_store_past(struct db *, const struct scope *, int64_t patient,
	instant_t now, struct portal_past *out);

#endif
