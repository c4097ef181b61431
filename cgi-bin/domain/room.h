#ifndef DOMAIN_ROOM_H
#define DOMAIN_ROOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct room {
	int64_t id, version, site_id;
	const char *name;
	const char *kind; /* exam, procedure, lab, group, other */
	bool active;
	const char *site_name; /* for pages */
};

struct rooms {
	struct room *v;
	size_t n, cap;
};

#endif
