#ifndef DOMAIN_VISIT_TYPE_H
#define DOMAIN_VISIT_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VISIT_GRACE 15 /* minutes */

/* What a visit is for, and what that asks of time and room. */
struct visit_type {
	int64_t id, version;
	const char *name, *name_es;
	int minutes, before_min, after_min; /* buffers: not told the patient */
	const char *room_kind;		    /* "" needs no room */
	const char *mode;		    /* in_person video phone either */
	const char *who;		    /* new established any */
	int notice_min;			    /* patients: not sooner than */
	int horizon_days, cancel_notice_min;
	const char *preparation, *preparation_es;
	bool active;
	int grace_min; /* past the start before who is not here missed it */
	bool online;   /* patients may book it themselves */
};

struct visit_types {
	struct visit_type *v;
	size_t n, cap;
};

/* How long a visit of this type takes: longer by half, rounded up to five
 * minutes, when everything is said twice through an interpreter. */
int visit_type_minutes(const struct visit_type *, bool interpreter);

/* The kind of room a visit of this type takes; "" none: by video and by phone
 * there is none. mode: the visit's own; "" as the type says, where "either"
 * is in person. */
const char *visit_type_room(const struct visit_type *, const char *mode);

#endif
