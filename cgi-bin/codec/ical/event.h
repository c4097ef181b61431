#ifndef CODEC_ICAL_EVENT_H
#define CODEC_ICAL_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

struct arena;

/*
 * One visit for somebody's calendar (RFC 5545). The texts are plain and
 * need no escaping; NULL or "" leaves a property out. What is secret does
 * not belong in them: calendars are synchronised, shared and shown on lock
 * screens.
 */
struct ical_event {
	const char *uid;  /* the same for the life of the visit; required */
	int64_t sequence; /* grows with each change: the version less one */
	instant_t stamp;  /* when this text was made */
	instant_t start, end;
	const struct zone *zone; /* the site's; NULL writes UTC */
	const char *summary;	 /* required */
	const char *description;
	const char *location;
	const char *url;
	bool cancelled, tentative;
};

/* A calendar of several. */
struct ical_events {
	struct ical_event *v;
	size_t n, cap;
};

struct ical_calendar {
	const char *name;   /* for lists of calendars (RFC 7986), or NULL */
	const char *method; /* "REQUEST", "CANCEL" (RFC 5546), or NULL: a file
			     * to take home. With one both addresses are
			     * needed: */
	const char *organizer, *organizer_name; /* "mailto:..." */
	const char *attendee;
	int refresh_min; /* look again after so many minutes; 0: not said */
	struct ical_events events;
};

/*
 * A whole VCALENDAR with the VEVENT and the VTIMEZONE it names: lines of at
 * most 75 octets, ended by CR LF, text escaped. Lives in the arena; NULL
 * when there is no memory left.
 */
const char *ical_event(struct arena *, const struct ical_event *);
/* The same of several, with each zone once and the changes of its clocks
 * from before the first to after the last of them. */
const char *ical_calendar(struct arena *, const struct ical_calendar *);

#endif
