#ifndef BASE_TOKEN_H
#define BASE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

/* 256 random bits in base64url without padding. */
#define TOKEN_SIZE 44
/* SHA-256 in lower-case hex. */
#define TOKEN_HASH_SIZE 65

/* Must be called once at start; aborts when the system has no randomness. */
void token_start(void);
void token_make(char out[TOKEN_SIZE]);
void token_bytes(void *, size_t); /* that many random bytes */
/* A code to read out and type: n letters and digits that cannot be taken
 * for one another, no vowels. out holds n + 1 bytes. */
void token_code(char *out, size_t n);
void token_hash(const char *token, char out[TOKEN_HASH_SIZE]);
void token_hash_bytes(const void *, size_t, char out[TOKEN_HASH_SIZE]);
/* HMAC-SHA-256 (RFC 2104) with a key of any length. */
void token_hmac(const void *key, size_t key_n, const void *, size_t n,
	unsigned char out[32]);
/* base64url without padding (RFC 7515, 2). out holds 4 * (n + 2) / 3 + 1. */
void token_base64(char *out, size_t size, const void *, size_t n);
bool token_equal(const char *, const char *); /* constant time */

#endif
