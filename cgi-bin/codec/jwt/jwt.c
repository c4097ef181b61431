/* Signed tokens: RFC 7515 and 7519 with HS256 (RFC 7518, 3.2). */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/token.h"
#include "codec/jwt/jwt.h"

static const char *
encoded(struct arena *a, const void *p, size_t n)
{
	size_t size = 4 * ((n + 2) / 3) + 1;
	char *out = arena_alloc(a, size);

	token_base64(out, size, p, n);
	return out;
}

const char *
jwt_sign(struct arena *a, const char *header, const char *payload,
	const void *key, size_t n)
{
	unsigned char mac[32];
	const char *text =
		arena_printf(a, "%s.%s", encoded(a, header, strlen(header)),
			encoded(a, payload, strlen(payload)));

	token_hmac(key, n, text, strlen(text), mac);
	return arena_printf(a, "%s.%s", text, encoded(a, mac, sizeof(mac)));
}

const char *
jwt_room(struct arena *a, const struct jwt_room *r, const void *key, size_t n)
{
	json_t *claims = json_pack("{s:s, s:s, s:s, s:s, s:I, s:I, s:{s:{s:s,"
				   " s:b}}}",
		"aud", "jitsi", "iss", r->app, "sub", r->host, "room", r->room,
		"nbf", (json_int_t)r->from, "exp", (json_int_t)r->until,
		"context", "user", "name", r->name, "moderator",
		(int)r->moderator);
	char *text = claims != NULL ? json_dumps(claims, JSON_COMPACT) : NULL;
	const char *token = NULL;

	if (text != NULL)
		token = jwt_sign(
			a, "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", text, key, n);
	free(text);
	json_decref(claims);
	return token;
}
