#ifndef WEB_HTTP_H
#define WEB_HTTP_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* The name=value pairs of a form body or a query, in order. */
struct pair {
	const char *name, *value;
};

struct pairs {
	struct pair *v;
	size_t n, cap;
};

#define HTTP_FIELDS_MAX 1000

/*
 * Decode application/x-www-form-urlencoded, once. False when an escape is
 * broken, a byte is not UTF-8 or NUL, or there are over HTTP_FIELDS_MAX.
 * Source: https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
bool http_pairs(struct arena *, const char *, size_t n, struct pairs *out);
/* Percent-decode one path segment of n bytes; NULL when it is malformed
 * or would hold a slash, NUL or control character. */
const char *http_segment(struct arena *, const char *, size_t n);
/* The value of a cookie, or NULL; of two of one name neither is believed. */
const char *http_cookie(struct arena *, const char *header, const char *name);
/* The token of an Authorization header; NULL: there is none. */
const char *http_bearer(struct arena *, const char *header);
/* A path we could have sent ourselves: starts with one slash, no dots
 * segments, no //, only unreserved characters. */
bool http_path_sane(const char *);

#endif
