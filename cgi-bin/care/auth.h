#ifndef CARE_AUTH_H
#define CARE_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/password.h"

struct arena;
struct conf;
struct db;
struct err;

/* How dear a password hash is, and how many may be made at once. */
struct auth_cost {
	int memory_kib, passes, lanes;
	/* All programs of the machine share at_once places, which are byte
	 * locks on this file; NULL: this process alone (a test's database
	 * in memory). With no place free for wait_ms: ERR_BUSY. */
	int at_once, wait_ms;
	const char *lock_file;
};

struct auth_cost auth_cost(struct arena *, const struct conf *);

/*
 * Argon2id with a new salt, as "$argon2id$v=19$m=...": the parameters are
 * in it. The password is taken in NFC and otherwise byte for byte. Slow:
 * never call these two inside a transaction. -1: ERR_BUSY or ERR_BROKEN.
 */
int auth_hash(const struct auth_cost *, struct arena *, const char *password,
	const char **out, struct err *);
/* With hash "" (no such account) the same work is done for a plain no. */
int auth_check(const struct auth_cost *, struct arena *, const char *password,
	const char *hash, bool *right, struct err *);
/* Made with less than is asked for today. */
bool auth_outdated(const struct auth_cost *, const char *hash);

/* Add each word of a text (a name, a login) to those not to be used. */
void auth_words(struct arena *, struct password_words *, const char *text);
/*
 * May this become somebody's password? The list of common ones stands in
 * seed/common_passwords.txt of the schema folder. ERR_INPUT for the field
 * given, with the reason; ERR_BROKEN if the list is missing.
 */
int
auth_password_ok(struct arena *, const struct conf *, struct password_words *,
	const char *field, const char *password, struct err *);

/*
 * One try to log in, of whichever kind of account. The caller sets the
 * first three; tests/RULES.md, "Logging in" says what happens in what
 * order.
 *
 * 1. auth_try(), outside transactions: reads the throttles, computes.
 * 2. In the write transaction, auth_open(): still no wait? Others may have
 *    failed meanwhile. Then, if right, the session and auth_forgive().
 * 3. Otherwise auth_failed(), in a transaction that outlives the refusal.
 */
struct auth_try {
	const char *account; /* key of the account: "user:nora" */
	const char *source;  /* auth_source() of the address */
	const char *hash;    /* as stored; "" for none or disabled */
	bool known; /* from here before: others' failures do not count */

	int64_t wait_s; /* > 0: refused, nothing was computed */
	bool right;
	const char *better; /* a new hash to store, or NULL */
	int hashes;	    /* how many were computed */
};

/* "addr:192.0.2.7"; of an IPv6 address the network of 64 bits. */
const char *auth_source(struct arena *, const char *address);
int auth_try(struct db *, struct arena *, const struct auth_cost *,
	instant_t now, const char *password, struct auth_try *, struct err *);
/* 1: no wait; 0: wait, wait_s is set; -1: the database failed. */
int auth_open(struct db *, instant_t now, struct auth_try *);
int auth_failed(struct db *, instant_t now, const struct auth_try *);
int auth_forgive(struct db *, const struct auth_try *);

/* The login as it is stored: trimmed, lower case. */
const char *auth_login(struct arena *, const char *typed);
/*
 * The keys of a staff login tried from an address, set in the try. Where
 * the person has logged in from of late is counted apart, so that neither
 * strangers nor those who share the address keep somebody out.
 */
void auth_staff_keys(struct db *, struct arena *, const char *login,
	const char *address, instant_t now, struct auth_try *);

#endif
