#ifndef CODEC_JWT_JWT_H
#define CODEC_JWT_JWT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/zone.h"

struct arena;

/*
 * Signed tokens in the compact form (RFC 7515, 7.1; RFC 7519), HS256 alone:
 * made here and read by somebody else. A token is a key: it is never
 * logged.
 */

/* header and payload are JSON texts, taken byte for byte. NULL: no memory
 * left. */
const char *jwt_sign(struct arena *, const char *header, const char *payload,
	const void *key, size_t n);

/* What opens a room of Jitsi Meet, for whom and when. */
struct jwt_room {
	const char *app;  /* iss: who signs */
	const char *host; /* sub */
	const char *room;
	const char *name; /* how they are called there; nobody's own name */
	bool moderator;
	instant_t from, until; /* nbf, exp */
};

const char *
jwt_room(struct arena *, const struct jwt_room *, const void *key, size_t n);

#endif
