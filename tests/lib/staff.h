#ifndef LIB_STAFF_H
#define LIB_STAFF_H

#include "lib/tweb.h"

/* The pages of the staff program as one person sees them. Each case has a
 * browser of its own. */
extern struct tweb *w;

/* For a case's set-up: tests/data/clinic.sql and more, and a session for
 * this login. Returns 0. */
int staff_open(const char *more, const char *login);
int staff_close(void **state); /* its tear-down */

/* The body of what must answer with this status; of a 303 the place it
 * leads to. It lives until the next request. */
const char *get(const char *path, int status);
const char *post(const char *path, const char *body, int status);

#endif
