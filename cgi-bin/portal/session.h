#ifndef PORTAL_SESSION_H
#define PORTAL_SESSION_H

#include <stdint.h>

struct req;

/*
 * Log this patient's account in, inside the request's write transaction: a
 * session under a new token, its cookie in the reply, the pre-log-in cookie
 * taken back. 0 or -1.
 */
int portal_session_start(struct req *, int64_t account, int64_t patient);

#endif
