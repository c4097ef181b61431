/* Time zones by libical from the system's table, and moments as text.
 * Rules: tests/RULES.md, "Wall time". */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/zone.h"

#define DAY_S 86400
#define KNOWN 128 /* quarters of an hour kept, a power of two */
/* From then on the clocks of every zone change on a quarter of an hour: the
 * last other one was Monrovia's, by 44 minutes and 30 seconds. */
#define QUARTERS_FROM 66000000 /* February 1972 */

struct zone {
	struct zone *next;
	icaltimezone *ical; /* NULL: UTC */
	char name[64], standard[16], daylight[16];
	struct known {
		int64_t quarter; /* of an hour, since 1970; 0: empty */
		int offset, daylight;
	} * known; /* of KNOWN */
};

/* Zones live as long as the program; there are a handful. */
static struct zone *zones;

/* "EST/EDT", or one name where the clocks never change. */
static void
zone_names(struct zone *z)
{
	const char *names = z->ical ? icaltimezone_get_tznames(z->ical) : "UTC";
	const char *slash;

	if (names == NULL)
		names = "";
	slash = strchr(names, '/');
	snprintf(z->standard, sizeof(z->standard), "%.*s",
		(int)(slash ? slash - names : (long)strlen(names)), names);
	snprintf(z->daylight, sizeof(z->daylight), "%s",
		slash ? slash + 1 : names);
}

/* libical aborts on what it dislikes unless told otherwise. */
static icaltimezone *
ical_zone(const char *iana)
{
	icalerror_set_errors_are_fatal(0);
	icalerror_set_error_state(ICAL_FILE_ERROR, ICAL_ERROR_NONFATAL);
	icalerror_set_error_state(ICAL_PARSE_ERROR, ICAL_ERROR_NONFATAL);
	icaltimezone_set_builtin_tzdata(0);
	return icaltimezone_get_builtin_timezone(iana);
}

const struct zone *
zone_find(const char *iana)
{
	bool utc = strcmp(iana, "UTC") == 0 || strcmp(iana, "Etc/UTC") == 0;
	icaltimezone *ical = NULL;
	struct zone *z;

	for (z = zones; z != NULL; z = z->next)
		if (strcmp(z->name, iana) == 0)
			return z;
	if (strlen(iana) >= sizeof(z->name) ||
		(!utc && (ical = ical_zone(iana)) == NULL))
		return NULL;
	if ((z = calloc(1, sizeof(*z))) == NULL ||
		(z->known = calloc(KNOWN, sizeof(*z->known))) == NULL)
		BUG("out of memory");
	z->ical = ical;
	snprintf(z->name, sizeof(z->name), "%s", iana);
	zone_names(z);
	z->next = zones;
	zones = z;
	return z;
}

const char *
zone_name(const struct zone *z)
{
	return z->name;
}

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static int
ask_ical(const struct zone *z, instant_t at, int *daylight)
{
	struct icaltimetype t = icaltime_null_time();
	day_t day = (day_t)floor_div(at, DAY_S);
	int s = (int)(at - (int64_t)day * DAY_S);

	day_split(day, &t.year, &t.month, &t.day);
	t.hour = s / 3600;
	t.minute = s / 60 % 60;
	t.second = s % 60;
	t.zone = icaltimezone_get_utc_timezone();
	return icaltimezone_get_utc_offset_of_utc_time(z->ical, &t, daylight);
}

/* A page asks for the same moments again and again. What is remembered is
 * no more than libical would say: the zone stays what it is. */
static int
offset_at(const struct zone *z, instant_t at, int *daylight)
{
	struct known *k;

	*daylight = 0;
	if (z->ical == NULL)
		return 0;
	if (at < QUARTERS_FROM)
		return ask_ical(z, at, daylight);
	k = &z->known[at / 900 % KNOWN];
	if (k->quarter != at / 900) {
		k->offset = ask_ical(z, at, &k->daylight);
		k->quarter = at / 900;
	}
	*daylight = k->daylight;
	return k->offset;
}

int
zone_offset_s(const struct zone *z, instant_t at)
{
	int daylight;

	return offset_at(z, at, &daylight);
}

const char *
zone_abbr(const struct zone *z, instant_t at)
{
	int daylight;

	offset_at(z, at, &daylight);
	return daylight ? z->daylight : z->standard;
}

struct local
zone_local(const struct zone *z, instant_t at)
{
	int64_t wall = at + zone_offset_s(z, at);
	day_t day = (day_t)floor_div(wall, DAY_S);
	int s = (int)(wall - (int64_t)day * DAY_S);

	return (struct local){day, s / 60, s % 60};
}

/*
 * The offsets a day before and a day after tell whether the clocks change
 * in between. A wall time is real under an offset if reading the moment
 * back gives that offset.
 */
enum zone_fit
zone_instant(const struct zone *z, day_t day, int minute, instant_t *out)
{
	int64_t wall = (int64_t)day * DAY_S + (int64_t)minute * 60;
	int before = zone_offset_s(z, wall - DAY_S);
	int after = zone_offset_s(z, wall + DAY_S);
	bool early = zone_offset_s(z, wall - before) == before;
	bool late = zone_offset_s(z, wall - after) == after;

	*out = wall - before;
	if (before == after)
		return ZONE_ONCE;
	if (early && late)
		return ZONE_TWICE;
	if (!early && !late)
		return ZONE_NEVER;
	if (late)
		*out = wall - after;
	return ZONE_ONCE;
}

void
instant_print(instant_t at, char out[INSTANT_TEXT_SIZE])
{
	char text[DAY_TEXT_SIZE];
	day_t day;
	int y, m, d, s;

	out[0] = '\0';
	if (at == INSTANT_NONE)
		return;
	day = (day_t)floor_div(at, DAY_S);
	s = (int)(at - (int64_t)day * DAY_S);
	day_split(day, &y, &m, &d);
	if (y < 1 || y > 9999)
		return;
	day_print(day, text);
	snprintf(out, INSTANT_TEXT_SIZE, "%.10sT%02u:%02u:%02uZ", text,
		(unsigned)s / 3600 % 24, (unsigned)s / 60 % 60,
		(unsigned)s % 60);
}

/* n digits at *s, stepped over. */
static bool
take(const char **s, int n, int *out)
{
	*out = 0;
	for (int i = 0; i < n; i++, (*s)++) {
		if (**s < '0' || **s > '9')
			return false;
		*out = *out * 10 + (**s - '0');
	}
	return true;
}

static bool
take_char(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

static bool
take_date(const char **s, day_t *out, bool *whole)
{
	int y, m = 1, d = 1;

	*whole = false;
	if (!take(s, 4, &y))
		return false;
	if (take_char(s, '-')) {
		if (!take(s, 2, &m))
			return false;
		if (take_char(s, '-')) {
			if (!take(s, 2, &d))
				return false;
			*whole = true;
		}
	}
	if (!day_valid(y, m, d))
		return false;
	*out = day_of(y, m, d);
	return true;
}

static bool
take_clock(const char **s, int *seconds)
{
	int h, m, sec = 0;

	if (!take(s, 2, &h) || !take_char(s, ':') || !take(s, 2, &m))
		return false;
	if (take_char(s, ':')) {
		if (!take(s, 2, &sec))
			return false;
		if (take_char(s, '.')) {
			size_t n = strspn(*s, "0123456789");

			*s += n;
			if (n == 0)
				return false;
		}
	}
	*seconds = h * 3600 + m * 60 + sec;
	return h <= 23 && m <= 59 && sec <= 60;
}

/* "Z", "+05:30", or nothing, when *given is false. */
static bool
take_offset(const char **s, int *seconds, bool *given)
{
	int sign = **s == '-' ? -1 : 1, h, m;

	*seconds = 0;
	*given = **s != '\0';
	if (!*given || take_char(s, 'Z'))
		return true;
	if (!take_char(s, '+') && !take_char(s, '-'))
		return false;
	if (!take(s, 2, &h) || !take_char(s, ':') || !take(s, 2, &m))
		return false;
	*seconds = sign * (h * 3600 + m * 60);
	return h <= 14 && m <= 59;
}

bool
instant_parse(const char *s, const struct zone *z, instant_t *out)
{
	bool whole, given = false;
	int seconds = 0, offset = 0;
	day_t day;

	if (!take_date(&s, &day, &whole))
		return false;
	if (whole && take_char(&s, 'T') &&
		(!take_clock(&s, &seconds) ||
			!take_offset(&s, &offset, &given)))
		return false;
	if (*s != '\0')
		return false;
	*out = (int64_t)day * DAY_S + seconds - offset;
	if (given)
		return true;
	if (z == NULL)
		return false;
	zone_instant(z, day, seconds / 60, out);
	*out += seconds % 60;
	return true;
}
