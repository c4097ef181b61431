#include <stdio.h>

#include "base/zone.h"
#include "lib/test.h"

static const struct zone *
zone(const char *name)
{
	const struct zone *z = zone_find(name);

	assert_non_null(z);
	return z;
}

/* Wall time "2026-03-08", 9 h in a zone as UTC. */
static const char *
utc(const char *z, const char *iso, int h, int m, enum zone_fit fit)
{
	static char text[INSTANT_TEXT_SIZE];
	day_t day = DAY_NONE;
	instant_t at;

	assert_true(day_parse(iso, &day));
	assert_int_equal(zone_instant(zone(z), day, h * 60 + m, &at), fit);
	instant_print(at, text);
	return text;
}

#define NY "America/New_York"
#define assert_utc(z, day, h, m, fit, want)                                    \
	assert_string_equal(utc(z, day, h, m, fit), want)

static void
nine_in_the_morning_stays_nine(void **state)
{
	(void)state;
	assert_utc(NY, "2026-03-07", 9, 0, ZONE_ONCE, "2026-03-07T14:00:00Z");
	assert_utc(NY, "2026-03-08", 9, 0, ZONE_ONCE, "2026-03-08T13:00:00Z");
	assert_utc(NY, "2026-10-31", 9, 0, ZONE_ONCE, "2026-10-31T13:00:00Z");
	assert_utc(NY, "2026-11-01", 9, 0, ZONE_ONCE, "2026-11-01T14:00:00Z");
	assert_utc(NY, "2027-03-13", 9, 0, ZONE_ONCE, "2027-03-13T14:00:00Z");
	assert_utc(NY, "2027-03-14", 9, 0, ZONE_ONCE, "2027-03-14T13:00:00Z");
	assert_utc(NY, "2027-11-07", 9, 0, ZONE_ONCE, "2027-11-07T14:00:00Z");
	assert_utc(NY, "2045-07-01", 9, 0, ZONE_ONCE, "2045-07-01T13:00:00Z");
	assert_utc(NY, "2045-12-01", 9, 0, ZONE_ONCE, "2045-12-01T14:00:00Z");
}

static void
the_hour_that_is_left_out_moves_forward(void **state)
{
	(void)state;
	assert_utc(NY, "2026-03-08", 1, 59, ZONE_ONCE, "2026-03-08T06:59:00Z");
	assert_utc(NY, "2026-03-08", 2, 0, ZONE_NEVER, "2026-03-08T07:00:00Z");
	assert_utc(NY, "2026-03-08", 2, 30, ZONE_NEVER, "2026-03-08T07:30:00Z");
	assert_utc(NY, "2026-03-08", 3, 0, ZONE_ONCE, "2026-03-08T07:00:00Z");
}

static void
the_hour_that_comes_twice_is_the_first(void **state)
{
	(void)state;
	assert_utc(NY, "2026-11-01", 0, 59, ZONE_ONCE, "2026-11-01T04:59:00Z");
	assert_utc(NY, "2026-11-01", 1, 0, ZONE_TWICE, "2026-11-01T05:00:00Z");
	assert_utc(NY, "2026-11-01", 1, 59, ZONE_TWICE, "2026-11-01T05:59:00Z");
	assert_utc(NY, "2026-11-01", 2, 0, ZONE_ONCE, "2026-11-01T07:00:00Z");
}

static void
places_without_summer_time(void **state)
{
	(void)state;
	assert_utc("America/Phoenix", "2026-07-01", 9, 0, ZONE_ONCE,
		"2026-07-01T16:00:00Z");
	assert_utc("America/Phoenix", "2026-12-01", 9, 0, ZONE_ONCE,
		"2026-12-01T16:00:00Z");
	assert_utc("Pacific/Honolulu", "2026-07-01", 9, 0, ZONE_ONCE,
		"2026-07-01T19:00:00Z");
	assert_utc("America/Denver", "2026-07-01", 9, 0, ZONE_ONCE,
		"2026-07-01T15:00:00Z");
	assert_utc(
		"UTC", "2026-07-01", 9, 0, ZONE_ONCE, "2026-07-01T09:00:00Z");
}

/* Every half hour of two years, in each zone of our sites, reads back. */
static void
a_moment_reads_back_from_its_wall_time(void **state)
{
	static const char *const names[] = {NY, "America/Chicago",
		"America/Phoenix", "America/Los_Angeles", "Asia/Kolkata"};
	instant_t first = (instant_t)day_of(2026, 1, 1) * 86400;
	int twice = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const struct zone *z = zone(names[i]);

		for (int n = 0; n < 2 * 365 * 48; n++) {
			instant_t at = first + n * 1800, back;
			struct local l = zone_local(z, at);

			if (zone_instant(z, l.day, l.minute, &back) ==
				ZONE_TWICE) {
				twice++;
				assert_true(back == at || back == at - 3600);
			} else {
				assert_true(back == at);
			}
		}
	}
	assert_int_equal(twice, 3 * 2 * 4);
}

static void
names_and_offsets(void **state)
{
	const struct zone *z = zone(NY);

	(void)state;
	assert_null(zone_find("America/Nowhere"));
	assert_null(zone_find(""));
	assert_null(zone_find("../../etc/passwd"));
	assert_ptr_equal(z, zone_find(NY));
	assert_string_equal(zone_name(z), NY);
	assert_int_equal(zone_offset_s(z, 1767225600), -18000);
	assert_string_equal(zone_abbr(z, 1767225600), "EST");
	assert_string_equal(zone_abbr(z, 1782864000), "EDT");
	assert_string_equal(
		zone_abbr(zone("America/Phoenix"), 1782864000), "MST");
}

static bool
reads(const char *text, const char *want)
{
	char out[INSTANT_TEXT_SIZE];
	instant_t at = INSTANT_NONE;

	if (!instant_parse(text, zone(NY), &at))
		return false;
	instant_print(at, out);
	assert_string_equal(out, want);
	return true;
}

static void
moments_are_read_as_fhir_writes_them(void **state)
{
	static const char *const bad[] = {"", "202", "2026-", "2026-13",
		"2026-02-30", "2026-02-01T", "2026-02-01T10", "2026-02-01T1:00",
		"2026-02-01T24:00:00Z", "2026-02-01T10:60Z",
		"2026-02-01T10:00z", "2026-02-01T10:00:00.Z",
		"2026-02-01T10:00:00+5:00", "2026-02-01T10:00:00+15:00",
		"2026-02-01 10:00", "2026-02T10:00:00Z",
		"2026-02-01T10:00:00Zx"};

	(void)state;
	assert_true(reads("2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z"));
	assert_true(reads("2026-02-01T10:00:00.123Z", "2026-02-01T10:00:00Z"));
	assert_true(reads("2026-02-01T10:00:00-05:00", "2026-02-01T15:00:00Z"));
	assert_true(reads("2026-02-01T10:00:00+05:30", "2026-02-01T04:30:00Z"));
	assert_true(reads("2026-02-01T10:00:07", "2026-02-01T15:00:07Z"));
	assert_true(reads("2026-02-01T10:00", "2026-02-01T15:00:00Z"));
	assert_true(reads("2026-02-01", "2026-02-01T05:00:00Z"));
	assert_true(reads("2026-07", "2026-07-01T04:00:00Z"));
	assert_true(reads("2026", "2026-01-01T05:00:00Z"));
	assert_true(reads("1900-05-05T00:00:00Z", "1900-05-05T00:00:00Z"));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(reads(bad[i], ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nine_in_the_morning_stays_nine),
		cmocka_unit_test(the_hour_that_is_left_out_moves_forward),
		cmocka_unit_test(the_hour_that_comes_twice_is_the_first),
		cmocka_unit_test(places_without_summer_time),
		cmocka_unit_test(a_moment_reads_back_from_its_wall_time),
		cmocka_unit_test(names_and_offsets),
		cmocka_unit_test(moments_are_read_as_fhir_writes_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
