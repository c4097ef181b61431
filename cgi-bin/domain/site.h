#ifndef DOMAIN_SITE_H
#define DOMAIN_SITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

/* A place where patients are seen. */
struct site {
	int64_t id, version;
	const char *name, *zone, *address, *city, *state, *postal, *phone;
	const char *directions;
	bool active;
};

struct sites {
	struct site *v;
	size_t n, cap;
};

/* Open from open_min up to but not including close_min, local time. */
struct site_hours {
	enum weekday weekday;
	int open_min, close_min; /* minutes since midnight; close up to 1440 */
};

struct site_week {
	struct site_hours *v;
	size_t n, cap;
};

/* A day on which one site, or with site_id 0 every site, is shut. */
struct closure {
	int64_t id, site_id;
	day_t day;
	const char *name;
	bool federal;
};

struct closures {
	struct closure *v;
	size_t n, cap;
};

#endif
