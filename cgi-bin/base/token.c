/* Secrets to hand out and the hashes of them that are kept. libsodium. */
#include <sodium.h>
#include <string.h>

#include "base/err.h"
#include "base/token.h"

void
token_start(void)
{
	if (sodium_init() < 0)
		BUG("the system gives no randomness");
}

void
token_make(char out[TOKEN_SIZE])
{
	unsigned char raw[32];

	randombytes_buf(raw, sizeof(raw));
	sodium_bin2base64(out, TOKEN_SIZE, raw, sizeof(raw),
		sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	sodium_memzero(raw, sizeof(raw));
}

void
token_bytes(void *out, size_t n)
{
	randombytes_buf(out, n);
}

void
token_code(char *out, size_t n)
{
	/* Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V, and without vowels. */
	static const char letters[] = "CDFGHJKMNPQRTWXY34679";

	for (size_t i = 0; i < n; i++)
		out[i] = letters[randombytes_uniform(sizeof(letters) - 1)];
	out[n] = '\0';
}

void
token_hash_bytes(const void *p, size_t n, char out[TOKEN_HASH_SIZE])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, p, n);
	sodium_bin2hex(out, TOKEN_HASH_SIZE, hash, sizeof(hash));
}

void
token_hash(const char *token, char out[TOKEN_HASH_SIZE])
{
	token_hash_bytes(token, strlen(token), out);
}

void
token_hmac(const void *key, size_t key_n, const void *p, size_t n,
	unsigned char out[32])
{
	crypto_auth_hmacsha256_state st;

	crypto_auth_hmacsha256_init(&st, key, key_n);
	crypto_auth_hmacsha256_update(&st, p, n);
	crypto_auth_hmacsha256_final(&st, out);
	sodium_memzero(&st, sizeof(st));
}

void
token_base64(char *out, size_t size, const void *p, size_t n)
{
	sodium_bin2base64(
		out, size, p, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool
token_equal(const char *a, const char *b)
{
	size_t n = strlen(a);

	return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}
