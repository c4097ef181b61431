#ifndef DOMAIN_THROTTLE_H
#define DOMAIN_THROTTLE_H

#include "base/zone.h"

/* Wrong passwords of one account, or from one address. */
struct throttle {
	int fails;
	instant_t first_at, last_at;
	instant_t next_at; /* no try before this moment */
};

enum throttle_kind { THROTTLE_ACCOUNT, THROTTLE_SOURCE };

/*
 * One more wrong password at now. Failures long ago are forgotten; the wait
 * grows with each and has an upper end, so nobody is shut out for good.
 * tests/RULES.md, "Waiting after wrong passwords".
 */
struct throttle
throttle_fail(struct throttle, enum throttle_kind, instant_t now);
/* Seconds to wait from now; 0: try. */
int64_t throttle_wait(const struct throttle *, instant_t now);

#endif
