#ifndef STORE_API_KEY_STORE_H
#define STORE_API_KEY_STORE_H

#include "domain/api_key.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * The key with this hash, if it still opens anything: not revoked, not run
 * out, and the person it acts for may log in. The one read without a scope:
 * the key decides the clinic. 1, 0 or -1.
 */
int api_key_store_find(struct db *, struct arena *, const char *token_hash,
	instant_t now, struct api_key *out);
int api_key_store_used(struct db *, int64_t id, instant_t now);

/* Those that open something first, then by name. 0 or -1. */
int api_key_store_list(struct db *, struct arena *, const struct scope *,
	instant_t now, struct api_keys *out);
/* name, user, created and expires of k. The id, or 0. */
int64_t api_key_store_add(struct db *, const struct scope *,
	const struct api_key *k, const char *token_hash);
/* 1 revoked, 0 not there or already, -1. */
int64_t api_key_store_revoke(
	struct db *, const struct scope *, int64_t id, instant_t now);

#endif
