#ifndef CODEC_ICAL_EVENT_H
#define CODEC_ICAL_EVENT_H

#include <stdbool.h>
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
	bool cancelled;
};

/*
 * A whole VCALENDAR with the VEVENT and the VTIMEZONE it names: lines of at
 * most 75 octets, ended by CR LF, text escaped. Lives in the arena; NULL
 * when there is no memory left.
 */
const char *ical_event(struct arena *, const struct ical_event *);

#endif
