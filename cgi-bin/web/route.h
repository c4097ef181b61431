#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stdbool.h>
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

/*
 * Does the page change how the clinic is set up, or, as registering does,
 * look through all of it before it writes? Then it has the clinic alone.
 * It is told from the permission, so no page can forget to say it.
 */
bool page_sets_up(const struct page *);

#endif
