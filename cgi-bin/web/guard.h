#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include <stdbool.h>

struct req;

/*
 * Did one of our own pages send this? Believes Sec-Fetch-Site when there
 * is one, and Origin when there is one; with neither the answer is no.
 * Source: https://www.w3.org/TR/fetch-metadata/
 */
bool guard_same_origin(const struct req *);

#endif
