/* Visits as iCalendar: read back by libical's own parser, and by line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libical/ical.h>
#include <string.h>

#include "base/arena.h"
#include "codec/ical/event.h"

static struct ical_event
visit_at(const char *zone, day_t day, int minute)
{
	const struct zone *z = zone_find(zone);
	struct ical_event e = {
		.uid = "visit-12.1@clinic.example",
		.sequence = 2,
		.stamp = 1764000000,
		.zone = z,
		.summary = "Visit",
	};

	zone_instant(z, day, minute, &e.start);
	e.end = e.start + 1800;
	return e;
}

static void
has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("no %s in\n%s", part, text);
}

static void
test_lines(void **state)
{
	struct arena *a = arena_new();
	struct ical_event e =
		visit_at("America/New_York", day_of(2026, 12, 1), 14 * 60);
	const char *s;

	(void)state;
	e.description = "Bring your card; a list, of \"medicines\"\r\n"
			"Back\\slash \x01 <b>";
	e.location = "12 Long Street, Suite 400, Rivertown, with directions "
		     "long enough that the line must be folded: Jos\u00e9";
	s = ical_event(a, &e);
	has(s, "UID:visit-12.1@clinic.example\r\n");
	has(s, "SEQUENCE:2\r\n");
	has(s, "DTSTART;TZID=America/New_York:20261201T140000\r\n");
	has(s, "DTEND;TZID=America/New_York:20261201T143000\r\n");
	has(s, "DTSTAMP:20251124T160000Z\r\n");
	has(s, "STATUS:CONFIRMED\r\n");
	has(s, "\\;");
	has(s, "\\,");
	assert_null(strchr(s, '\x01'));
	assert_null(strstr(s, "\\\""));
	for (const char *line = s; *line;) {
		const char *end = strstr(line, "\r\n");

		assert_non_null(end);
		assert_true(end - line <= 75);
		assert_null(memchr(line, '\n', (size_t)(end - line)));
		line = end + 2;
	}
	e.cancelled = true;
	has(ical_event(a, &e), "STATUS:CANCELLED\r\n");
	arena_free(a);
}

/* What another program makes of the text is the moment we meant. */
static void
check_moment(const char *zone, day_t day, int minute)
{
	struct arena *a = arena_new();
	struct ical_event e = visit_at(zone, day, minute);
	icalcomponent *cal = icalparser_parse_string(ical_event(a, &e));
	icalcomponent *ev;
	icaltimezone *tz;
	struct icaltimetype t;

	assert_non_null(cal);
	assert_int_equal(icalcomponent_count_errors(cal), 0);
	if (!icalrestriction_check(cal))
		fail_msg("%s", icalcomponent_as_ical_string(cal));
	ev = icalcomponent_get_first_component(cal, ICAL_VEVENT_COMPONENT);
	tz = icalcomponent_get_timezone(cal, zone);
	assert_non_null(tz);
	t = icalproperty_get_dtstart(
		icalcomponent_get_first_property(ev, ICAL_DTSTART_PROPERTY));
	assert_int_equal(icaltime_as_timet_with_zone(t, tz), e.start);
	icalcomponent_free(cal);
	arena_free(a);
}

static void
test_moments(void **state)
{
	(void)state;
	for (int month = 1; month <= 12; month++) {
		check_moment("America/New_York", day_of(2026, month, 9), 545);
		check_moment("America/Phoenix", day_of(2026, month, 9), 545);
		check_moment("Australia/Sydney", day_of(2027, month, 9), 545);
		check_moment("Asia/Kathmandu", day_of(2027, month, 9), 545);
	}
	/* The days around a change: 8 March and 1 November 2026. */
	for (int d = 6; d <= 10; d++)
		check_moment("America/Chicago", day_of(2026, 3, d), 600);
	for (int d = 1; d <= 3; d++)
		check_moment("America/Chicago", day_of(2026, 11, d), 600);
	check_moment("America/Denver", day_of(2026, 3, 8), 3 * 60);
}

static void
test_utc(void **state)
{
	struct arena *a = arena_new();
	struct ical_event e = {
		.uid = "u",
		.summary = "Visit",
		.start = 0,
		.end = 900,
	};
	const char *s = ical_event(a, &e);

	(void)state;
	has(s, "DTSTART:19700101T000000Z\r\n");
	assert_null(strstr(s, "VTIMEZONE"));
	assert_null(strstr(s, "DESCRIPTION"));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_moments),
		cmocka_unit_test(test_utc),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
