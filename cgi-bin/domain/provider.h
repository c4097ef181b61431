#ifndef DOMAIN_PROVIDER_H
#define DOMAIN_PROVIDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

/* Somebody patients have visits with. */
struct provider {
	int64_t id, version;
	const char *name, *short_name; /* "Amara Okafor, MD", "Dr. Okafor" */
	const char *npi, *specialty;
	const char *languages; /* BCP 47 with blanks between: "en es" */
	int64_t user_id;       /* 0: does not log in */
	bool active;
};

struct providers {
	struct provider *v;
	size_t n, cap;
};

/* A part of a provider's week at a site. Minutes since midnight, wall
 * time of the site; holds from .from to .to (DAY_NONE: for good), in every
 * n-th week counted from the week of .anchor. */
struct template_row {
	int64_t id, provider_id, site_id;
	int weekday, start_min, end_min;
	day_t from, to;
	int every_weeks;
	day_t anchor;
	const char *site_name; /* for pages */
};

struct template_rows {
	struct template_row *v;
	size_t n, cap;
};

enum exception_kind { EXCEPTION_CLOSED, EXCEPTION_OPEN, EXCEPTION_LEAVE };

/* One day that is otherwise. start_min -1: all day. */
struct exception_row {
	int64_t id, provider_id, site_id; /* site 0: wherever */
	day_t day;
	enum exception_kind kind;
	int start_min, end_min;
	const char *reason, *site_name;
};

struct exception_rows {
	struct exception_row *v;
	size_t n, cap;
};

const char *exception_kind_name(enum exception_kind);  /* as stored */
const char *exception_kind_label(enum exception_kind); /* "On leave" */
bool exception_kind_parse(const char *, enum exception_kind *);

#endif
