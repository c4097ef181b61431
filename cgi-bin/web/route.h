#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stddef.h>

struct arena;
struct page;

#define ROUTE_PARAMS 4

/* What the ":name" segments of a path stood for, in order. */
struct params {
	const char *name[ROUTE_PARAMS], *value[ROUTE_PARAMS];
	size_t n;
};

/*
 * The page for a method and path, or NULL with *allow listing the methods
 * this path does answer ("" when there is no such path).
 */
const struct page *
route_find(struct arena *, const struct page *const *, const char *method,
	const char *path, struct params *out, const char **allow);

#endif
