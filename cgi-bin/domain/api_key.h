#ifndef DOMAIN_API_KEY_H
#define DOMAIN_API_KEY_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

/* With what another program comes in, for a person of the staff. */
struct api_key {
	int64_t id, clinic_id, user_id;
	const char *name;
	instant_t created, expires;
	instant_t used, revoked; /* INSTANT_NONE: not yet */
	/* read beside it */
	const char *login, *user_name;
	unsigned roles; /* the person's now; only when it is looked up */
};

struct api_keys {
	struct api_key *v;
	size_t n, cap;
};

#endif
