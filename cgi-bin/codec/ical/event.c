/*
 * Writes a visit as an iCalendar event (RFC 5545). There is no METHOD: a
 * file somebody takes home is not a message, and needs no ORGANIZER.
 */
#include "codec/ical/event.h"

#include <libical/ical.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

#define DAY_S 86400

/* Both are read as wall time, so that no zone table of libical's own is
 * asked: ours and its could differ. */
static struct icaltimetype
wall_time(instant_t at, int offset_s)
{
	return icaltime_from_timet_with_zone((time_t)(at + offset_s), 0, NULL);
}

static struct icaltimetype
utc_time(instant_t at)
{
	return icaltime_from_timet_with_zone(
		(time_t)at, 0, icaltimezone_get_utc_timezone());
}

/* The last moment of a day's step on which the offset still is as before. */
static instant_t
change_between(const struct zone *z, instant_t lo, instant_t hi)
{
	int before = zone_offset_s(z, lo);

	while (hi - lo > 1) {
		instant_t mid = lo + (hi - lo) / 2;

		if (zone_offset_s(z, mid) == before)
			lo = mid;
		else
			hi = mid;
	}
	return hi;
}

/* The first change of the clocks going from one moment towards another, or
 * INSTANT_NONE. */
static instant_t
change_towards(const struct zone *z, instant_t from, instant_t to)
{
	int64_t step = to > from ? DAY_S : -DAY_S;

	for (instant_t at = from; step > 0 ? at < to : at > to; at += step) {
		if (zone_offset_s(z, at) == zone_offset_s(z, at + step))
			continue;
		return step > 0 ? change_between(z, at, at + step)
				: change_between(z, at + step, at);
	}
	return INSTANT_NONE;
}

static void
observance_add(icalcomponent *tz, const struct zone *z, instant_t at, int from)
{
	int to = zone_offset_s(z, at);
	icalcomponent *c =
		icalcomponent_new(to > from ? ICAL_XDAYLIGHT_COMPONENT
					    : ICAL_XSTANDARD_COMPONENT);

	icalcomponent_add_property(
		c, icalproperty_new_dtstart(wall_time(at, from)));
	icalcomponent_add_property(c, icalproperty_new_tzoffsetfrom(from));
	icalcomponent_add_property(c, icalproperty_new_tzoffsetto(to));
	icalcomponent_add_property(
		c, icalproperty_new_tzname(zone_abbr(z, at)));
	icalcomponent_add_component(tz, c);
}

/*
 * The observances from before the first event to after the last are all a
 * reader needs to place them (RFC 5545, 3.6.5); a century of history would
 * be 10 kB.
 */
static icalcomponent *
timezone_new(const struct zone *zone, instant_t first, instant_t last)
{
	const instant_t year = 366 * DAY_S;
	icalcomponent *tz = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
	instant_t at = change_towards(zone, first, first - year);

	icalcomponent_add_property(tz, icalproperty_new_tzid(zone_name(zone)));
	if (at == INSTANT_NONE)
		observance_add(tz, zone, first - year,
			zone_offset_s(zone, first - year));
	else
		observance_add(tz, zone, at, zone_offset_s(zone, at - 1));
	for (at = first; at <= last;) {
		at = change_towards(zone, at, last + year);
		if (at == INSTANT_NONE)
			break;
		observance_add(tz, zone, at, zone_offset_s(zone, at - 1));
	}
	return tz;
}

static void
time_add(icalcomponent *c, icalproperty *p, const struct ical_event *e)
{
	if (e->zone)
		icalproperty_add_parameter(
			p, icalparameter_new_tzid(zone_name(e->zone)));
	icalcomponent_add_property(c, p);
}

static struct icaltimetype
event_time(const struct ical_event *e, instant_t at)
{
	return e->zone ? wall_time(at, zone_offset_s(e->zone, at))
		       : utc_time(at);
}

/* A line break is \n; the other control characters have no place in a
 * TEXT value (RFC 5545, 3.3.11). */
static const char *
plain(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);

	for (; text && *text; text++)
		if ((unsigned char)*text >= ' ' || *text == '\n' ||
			*text == '\t')
			buf_addc(&b, *text);
	return b.s;
}

static icalcomponent *
event_new(struct arena *a, const struct ical_event *e)
{
	icalcomponent *c = icalcomponent_new(ICAL_VEVENT_COMPONENT);
	const char *description = plain(a, e->description);
	const char *location = plain(a, e->location);
	const char *url = plain(a, e->url);

	icalcomponent_add_property(c, icalproperty_new_uid(plain(a, e->uid)));
	icalcomponent_add_property(
		c, icalproperty_new_dtstamp(utc_time(e->stamp)));
	icalcomponent_add_property(
		c, icalproperty_new_sequence((int)e->sequence));
	time_add(c, icalproperty_new_dtstart(event_time(e, e->start)), e);
	time_add(c, icalproperty_new_dtend(event_time(e, e->end)), e);
	icalcomponent_add_property(
		c, icalproperty_new_summary(plain(a, e->summary)));
	if (*description)
		icalcomponent_add_property(
			c, icalproperty_new_description(description));
	if (*location)
		icalcomponent_add_property(
			c, icalproperty_new_location(location));
	if (*url)
		icalcomponent_add_property(c, icalproperty_new_url(url));
	icalcomponent_add_property(
		c, icalproperty_new_status(e->cancelled ? ICAL_STATUS_CANCELLED
					   : e->tentative
						   ? ICAL_STATUS_TENTATIVE
						   : ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(
		c, icalproperty_new_class(ICAL_CLASS_PRIVATE));
	return c;
}

static void
named(icalcomponent *c, const char *name, const char *value)
{
	icalproperty *p = icalproperty_new_x(value);

	icalproperty_set_x_name(p, name);
	icalcomponent_add_property(c, p);
}

/* Who sends it to whom; without both it is no message (RFC 5546, 3.2). */
static void
people_add(struct arena *a, icalcomponent *c, const struct ical_calendar *k)
{
	icalproperty *p = icalproperty_new_organizer(plain(a, k->organizer));

	icalproperty_add_parameter(
		p, icalparameter_new_cn(plain(a, k->organizer_name)));
	icalcomponent_add_property(c, p);
	p = icalproperty_new_attendee(plain(a, k->attendee));
	icalproperty_add_parameter(
		p, icalparameter_new_partstat(ICAL_PARTSTAT_ACCEPTED));
	icalproperty_add_parameter(p, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
	icalcomponent_add_property(c, p);
}

static void
head_add(struct arena *a, icalcomponent *cal, const struct ical_calendar *k)
{
	icalcomponent_add_property(cal, icalproperty_new_version("2.0"));
	icalcomponent_add_property(
		cal, icalproperty_new_prodid("-//Handrail//Handrail//EN"));
	if (k->method)
		icalcomponent_add_property(
			cal, icalproperty_new_method(
				     icalenum_string_to_method(k->method)));
	if (k->name) {
		icalcomponent_add_property(
			cal, icalproperty_new_name(plain(a, k->name)));
		named(cal, "X-WR-CALNAME", plain(a, k->name));
	}
	if (k->refresh_min) {
		const char *wait = arena_printf(a, "PT%dM", k->refresh_min);
		icalproperty *p = icalproperty_new_refreshinterval(
			icaldurationtype_from_string(wait));

		icalproperty_add_parameter(
			p, icalparameter_new_value(ICAL_VALUE_DURATION));
		icalcomponent_add_property(cal, p);
		named(cal, "X-PUBLISHED-TTL", wait);
	}
}

/* Each zone once, wide enough for all events in it. */
static void
zones_add(icalcomponent *cal, const struct ical_events *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct zone *z = list->v[i].zone;
		instant_t first = list->v[i].start, last = list->v[i].end;
		bool seen = z == NULL;

		for (size_t k = 0; k < list->n && !seen; k++) {
			if (list->v[k].zone != z)
				continue;
			seen = k < i;
			if (list->v[k].start < first)
				first = list->v[k].start;
			if (list->v[k].end > last)
				last = list->v[k].end;
		}
		if (!seen)
			icalcomponent_add_component(
				cal, timezone_new(z, first, last));
	}
}

const char *
ical_calendar(struct arena *a, const struct ical_calendar *k)
{
	icalcomponent *cal = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	const char *text = NULL;
	char *raw;

	if (!cal)
		return NULL;
	head_add(a, cal, k);
	zones_add(cal, &k->events);
	for (size_t i = 0; i < k->events.n; i++) {
		icalcomponent *c = event_new(a, &k->events.v[i]);

		if (k->method)
			people_add(a, c, k);
		icalcomponent_add_component(cal, c);
	}
	raw = icalcomponent_as_ical_string_r(cal);
	if (raw)
		text = arena_strdup(a, raw);
	icalmemory_free_buffer(raw);
	icalcomponent_free(cal);
	return text;
}

const char *
ical_event(struct arena *a, const struct ical_event *e)
{
	struct ical_event one = *e;
	struct ical_calendar k = {.events = {&one, 1, 1}};

	return ical_calendar(a, &k);
}
