#ifndef STORE_THROTTLE_STORE_H
#define STORE_THROTTLE_STORE_H

#include <stdbool.h>

#include "domain/throttle.h"

struct db;

/* Wrong passwords, counted by key: "user:LOGIN", "addr:ADDRESS". Kept in
 * the database, so that a restart forgives nothing. Of no one clinic: the
 * counting goes on before anybody is known. */
int throttle_store_get(struct db *, const char *key, struct throttle *out);
int throttle_store_put(struct db *, const char *key, const struct throttle *);
int throttle_store_clear(struct db *, const char *key);
/* Drop counters untouched since then. */
int throttle_store_sweep(struct db *, instant_t before);
/* 1 if this person logged in from this address since then, 0 if not, -1. */
int throttle_store_knows(
	struct db *, const char *login, const char *address, instant_t since);

#endif
