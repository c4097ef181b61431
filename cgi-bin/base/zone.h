#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include "base/day.h"

/* A moment: seconds since 1970-01-01T00:00:00Z. INSTANT_NONE is NULL in SQL. */
typedef int64_t instant_t;

#define INSTANT_NONE INT64_MIN
#define INSTANT_TEXT_SIZE 24

/* An IANA time zone, from the system's table; lives as long as the program. */
struct zone;

/* Wall time somewhere. */
struct local {
	day_t day;
	int minute; /* since midnight, 0 to 1439 */
	int second;
};

/* How a wall time maps to a moment on a day the clocks change. */
enum zone_fit {
	ZONE_ONCE,
	ZONE_TWICE, /* the hour that is repeated; the first one is given */
	ZONE_NEVER, /* the hour that is left out; shifted forward is given */
};

const struct zone *zone_find(const char *iana); /* NULL: no such zone */
const char *zone_name(const struct zone *);
enum zone_fit
zone_instant(const struct zone *, day_t, int minute, instant_t *out);
struct local zone_local(const struct zone *, instant_t);
int zone_offset_s(const struct zone *, instant_t);     /* east of UTC */
const char *zone_abbr(const struct zone *, instant_t); /* "EST" */

void instant_print(instant_t, char out[INSTANT_TEXT_SIZE]); /* ISO, Z */
/* FHIR dateTime and instant: year, month, day or moment with offset. A
 * value without an offset is read in the zone given. False if malformed. */
bool instant_parse(const char *, const struct zone *, instant_t *out);

#endif
