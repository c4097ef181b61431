/* Passwords and log-ins. Rules: tests/RULES.md, "Passwords", "Waiting after
 * wrong passwords", "Logging in". SQL: store/throttle_store.c. */
#include <argon2.h>
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/log.h"
#include "base/token.h"
#include "base/utf8.h"
#include "care/auth.h"
#include "domain/throttle.h"
#include "store/throttle_store.h"

#define SALT_SIZE 16
#define HASH_SIZE 32
#define WAIT_MS 5000
#define POLL_MS 25
/* From where one logged in within this time is a place one is known. */
#define KNOWN_S (30 * 24 * 3600)

static const char *
lock_file(struct arena *a, const struct conf *c)
{
	static const char sqlite[] = "sqlite:";
	const char *path = c->database;

	if (c->run != NULL && *c->run != '\0')
		return arena_printf(a, "%s/hash.lock", c->run);
	if (path == NULL || strncmp(path, sqlite, strlen(sqlite)) != 0)
		return NULL;
	path += strlen(sqlite);
	if (strcmp(path, ":memory:") == 0)
		return NULL;
	return arena_printf(a, "%s.hash-lock", path);
}

struct auth_cost
auth_cost(struct arena *a, const struct conf *c)
{
	return (struct auth_cost){
		.memory_kib = c->hash_memory_kib,
		.passes = c->hash_passes,
		.lanes = c->hash_lanes,
		.at_once = c->hash_at_once,
		.wait_ms = WAIT_MS,
		.lock_file = lock_file(a, c),
	};
}

static int
busy(struct err *err)
{
	return err_set(err, ERR_BUSY,
		"Many people are logging in just now. Wait a moment and try "
		"again.");
}

/* The first place that nobody holds, locked; -1: none. The lock belongs to
 * the open file, so it goes when the process does. */
static int
take_place(int fd, int at_once)
{
	for (int i = 0; i < at_once; i++) {
		struct flock lock = {
			.l_type = F_WRLCK,
			.l_whence = SEEK_SET,
			.l_start = i,
			.l_len = 1,
		};

		if (fcntl(fd, F_OFD_SETLK, &lock) == 0)
			return i;
	}
	return -1;
}

/* 0 with *fd to close afterwards (-1: none needed), or -1. */
static int
wait_place(const struct auth_cost *c, int *fd, struct err *err)
{
	struct timespec nap = {.tv_nsec = POLL_MS * 1000000L};

	*fd = -1;
	if (c->at_once < 1)
		return busy(err);
	if (c->lock_file == NULL)
		return 0;
	*fd = open(c->lock_file, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	if (*fd < 0) {
		log_error("hash_lock=failed errno=%d", errno);
		return err_set(err, ERR_BROKEN, "Passwords cannot be checked.");
	}
	for (int left = c->wait_ms;; left -= POLL_MS) {
		if (take_place(*fd, c->at_once) >= 0)
			return 0;
		if (left <= 0)
			break;
		nanosleep(&nap, NULL);
	}
	close(*fd);
	return busy(err);
}

static int
hash_failed(int code, struct err *err)
{
	log_error("argon2=failed code=%d", code);
	if (code == ARGON2_MEMORY_ALLOCATION_ERROR)
		return busy(err);
	return err_set(err, ERR_BROKEN, "The password could not be checked.");
}

int
auth_hash(const struct auth_cost *c, struct arena *a, const char *password,
	const char **out, struct err *err)
{
	const char *nfc = utf8_nfc(a, password);
	size_t size =
		argon2_encodedlen((uint32_t)c->passes, (uint32_t)c->memory_kib,
			(uint32_t)c->lanes, SALT_SIZE, HASH_SIZE, Argon2_id);
	char *made = arena_alloc(a, size);
	unsigned char salt[SALT_SIZE];
	int fd, code;

	token_bytes(salt, sizeof(salt));
	if (wait_place(c, &fd, err))
		return -1;
	code = argon2id_hash_encoded((uint32_t)c->passes,
		(uint32_t)c->memory_kib, (uint32_t)c->lanes, nfc, strlen(nfc),
		salt, sizeof(salt), HASH_SIZE, made, size);
	if (fd >= 0)
		close(fd);
	if (code != ARGON2_OK)
		return hash_failed(code, err);
	*out = made;
	return 0;
}

int
auth_check(const struct auth_cost *c, struct arena *a, const char *password,
	const char *hash, bool *right, struct err *err)
{
	const char *nfc, *unused;
	int fd, code;

	*right = false;
	if (*hash == '\0')
		return auth_hash(c, a, password, &unused, err);
	nfc = utf8_nfc(a, password);
	if (wait_place(c, &fd, err))
		return -1;
	code = argon2id_verify(hash, nfc, strlen(nfc));
	if (fd >= 0)
		close(fd);
	if (code != ARGON2_OK && code != ARGON2_VERIFY_MISMATCH)
		return hash_failed(code, err);
	*right = code == ARGON2_OK;
	return 0;
}

bool
auth_outdated(const struct auth_cost *c, const char *hash)
{
	int memory, passes, lanes;

	if (sscanf(hash, "$argon2id$v=19$m=%d,t=%d,p=%d$", &memory, &passes,
		    &lanes) != 3)
		return true;
	return memory < c->memory_kib || passes < c->passes ||
	       lanes != c->lanes;
}

/* ---- New passwords -------------------------------------------------- */

void
auth_words(struct arena *a, struct password_words *w, const char *text)
{
	const char *folded = utf8_fold(a, text), *end;

	for (; *folded != '\0'; folded = *end == '\0' ? end : end + 1) {
		end = strchrnul(folded, ' ');
		password_word(
			w, arena_strndup(a, folded, (size_t)(end - folded)));
	}
}

static int
read_list(struct arena *a, const struct conf *c, struct buf *out)
{
	FILE *f = fopen(
		arena_printf(a, "%s/seed/common_passwords.txt", c->schema),
		"re");
	char part[8192];
	size_t n;
	int bad;

	if (f == NULL)
		return -1;
	*out = buf_new(a);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_add(out, part, n);
	bad = ferror(f);
	fclose(f);
	return bad || out->n == 0 ? -1 : 0;
}

int
auth_password_ok(struct arena *a, const struct conf *c,
	struct password_words *words, const char *field, const char *password,
	struct err *err)
{
	enum password_fault fault;
	struct buf list;

	auth_words(a, words, "handrail");
	fault = password_judge(password, utf8_fold(a, password), words);
	if (fault == PASSWORD_OK) {
		if (read_list(a, c, &list))
			return err_set(err, ERR_BROKEN,
				"The list of common passwords is missing.");
		if (password_listed(list.s, list.n, utf8_lower(a, password)))
			fault = PASSWORD_COMMON;
	}
	if (fault == PASSWORD_OK)
		return 0;
	return err_field(err, field, "%s", password_fault_words(fault));
}

/* ---- Logging in ----------------------------------------------------- */

const char *
auth_login(struct arena *a, const char *typed)
{
	return utf8_lower(a, utf8_tidy(a, typed));
}

const char *
auth_source(struct arena *a, const char *address)
{
	char text[INET6_ADDRSTRLEN];
	struct in6_addr six;

	if (inet_pton(AF_INET6, address, &six) != 1)
		return arena_printf(a, "addr:%.64s", address);
	/* One customer commonly has a network of 64 bits (RFC 6177). */
	memset(&six.s6_addr[8], 0, 8);
	inet_ntop(AF_INET6, &six, text, sizeof(text));
	return arena_printf(a, "addr:%s/64", text);
}

void
auth_staff_keys(struct db *db, struct arena *a, const char *login,
	const char *address, instant_t now, struct auth_try *t)
{
	t->source = auth_source(a, address);
	t->known = throttle_store_knows(db, login, address, now - KNOWN_S) > 0;
	t->account =
		t->known ? arena_printf(a, "user:%s from %.64s", login, address)
			 : arena_printf(a, "user:%s", login);
}

int
auth_open(struct db *db, instant_t now, struct auth_try *t)
{
	struct throttle account, source;
	int64_t a, s;

	if (throttle_store_get(db, t->account, &account) ||
		throttle_store_get(db, t->source, &source))
		return -1;
	a = throttle_wait(&account, now);
	s = t->known ? 0 : throttle_wait(&source, now);
	t->wait_s = a > s ? a : s;
	return t->wait_s == 0;
}

int
auth_try(struct db *db, struct arena *a, const struct auth_cost *cost,
	instant_t now, const char *password, struct auth_try *t,
	struct err *err)
{
	int open = auth_open(db, now, t);

	if (open < 0)
		return err_set(err, ERR_BROKEN, "The log-in failed.");
	if (!open)
		return 0;
	t->hashes++;
	if (auth_check(cost, a, password, t->hash, &t->right, err))
		return -1;
	if (!t->right || !auth_outdated(cost, t->hash))
		return 0;
	t->hashes++;
	return auth_hash(cost, a, password, &t->better, err);
}

static int
count_one(
	struct db *db, const char *key, enum throttle_kind kind, instant_t now)
{
	struct throttle t;

	if (throttle_store_get(db, key, &t))
		return -1;
	t = throttle_fail(t, kind, now);
	return throttle_store_put(db, key, &t);
}

int
auth_failed(struct db *db, instant_t now, const struct auth_try *t)
{
	/* Both kinds forget within a day; what is older says nothing. */
	if (throttle_store_sweep(db, now - 24 * 3600) ||
		count_one(db, t->account, THROTTLE_ACCOUNT, now))
		return -1;
	return count_one(db, t->source, THROTTLE_SOURCE, now);
}

int
auth_forgive(struct db *db, const struct auth_try *t)
{
	/* The source is not forgiven: somebody who guesses at others could
	 * wipe it clean with an account of his own. */
	return throttle_store_clear(db, t->account);
}
