#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/show.h"
#include "base/words.h"
#include "lib/test.h"

static struct show show;

/* Monday 23 November 2026, 14:37 in New York. */
static int
begin(void **state)
{
	(void)state;
	show = (struct show){
		.arena = arena_new(),
		.zone = zone_find("America/New_York"),
		.today = day_of(2026, 11, 23),
		.clock24 = true,
	};
	zone_instant(show.zone, show.today, 14 * 60 + 37, &show.now);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(show.arena);
	return 0;
}

static instant_t
wall(int y, int m, int d, int minute)
{
	instant_t at;

	zone_instant(show.zone, day_of(y, m, d), minute, &at);
	return at;
}

#define eq assert_string_equal

static void
days_for_staff(void **state)
{
	(void)state;
	eq(show_day(&show, day_of(2026, 11, 19)), "Thu 19 Nov");
	eq(show_day(&show, day_of(2027, 1, 4)), "Mon 4 Jan 2027");
	eq(show_day(&show, DAY_NONE), "Not recorded");
	eq(show_day_long(&show, show.today), "Monday 23 November 2026");
	eq(show_near(&show, show.today), "Today");
	eq(show_near(&show, show.today + 1), "Tomorrow");
	eq(show_near(&show, show.today - 1), "Sun 22 Nov");
	eq(show_date(&show, day_of(1961, 3, 14)), "14 Mar 1961");
	eq(show_birth(&show, day_of(1961, 3, 14)), "14 Mar 1961 (65 y)");
	eq(show_birth(&show, DAY_NONE), "Not recorded");
	eq(show_iso(&show, show.today), "2026-11-23");
	eq(show_iso(&show, DAY_NONE), "");
}

static void
ages_in_days_months_and_years(void **state)
{
	(void)state;
	eq(show_age(&show, show.today), "0 d");
	eq(show_age(&show, day_of(2026, 10, 24)), "30 d");
	eq(show_age(&show, day_of(2026, 10, 23)), "1 mo");
	eq(show_age(&show, day_of(2025, 6, 23)), "17 mo");
	eq(show_age(&show, day_of(2024, 11, 24)), "23 mo");
	eq(show_age(&show, day_of(2024, 11, 23)), "2 y");
	eq(show_age(&show, show.today + 1), "Not recorded");
}

static void
clocks_of_12_and_24_hours(void **state)
{
	(void)state;
	eq(show_clock(&show, 545), "09:05");
	eq(show_when(&show, wall(2026, 11, 19, 545)), "Thu 19 Nov 09:05");
	eq(show_iso_time(&show, wall(2026, 7, 1, 545)), "2026-07-01T09:05");
	show.clock24 = false;
	eq(show_clock(&show, 545), "9:05 am");
	eq(show_clock(&show, 0), "12:00 am");
	eq(show_clock(&show, 720), "12:00 pm");
	eq(show_clock(&show, 1439), "11:59 pm");
	eq(show_time(&show, INSTANT_NONE), "Not recorded");
	show.clock24 = true;
}

static void
how_late_something_is(void **state)
{
	(void)state;
	eq(show_late(&show, show.now), "");
	eq(show_late(&show, show.now + 60), "");
	eq(show_late(&show, INSTANT_NONE), "");
	eq(show_late(&show, show.now - 30), "1 min late");
	eq(show_late(&show, show.now - 25 * 60), "25 min late");
	eq(show_late(&show, show.now - 2 * 3600), "2 h late");
	eq(show_late(&show, show.now - 24 * 3600), "1 day late");
	/* Late on Friday; on Monday afternoon that is three days. */
	eq(show_late(&show, wall(2026, 11, 20, 17 * 60)), "3 days late");
}

static void
money_counts_and_phones(void **state)
{
	(void)state;
	eq(show_cents(&show, 123450), "$1,234.50");
	eq(show_cents(&show, 5), "$0.05");
	eq(show_cents(&show, -100000000), "-$1,000,000.00");
	eq(show_cents(&show, INT64_MIN), "-$92,233,720,368,547,758.08");
	eq(show_count(&show, 12345), "12,345");
	eq(show_count(&show, 999), "999");
	eq(show_count(&show, -1000), "-1,000");
	eq(show_phone(&show, "+15550134471"), "(555) 013-4471");
	eq(show_phone(&show, "+442079460123"), "+442079460123");
	eq(show_phone(&show, "+1555013447x"), "+1555013447x");
	eq(show_phone(&show, ""), "Not recorded");
}

static struct words *
catalogue(const char *text, struct err *err)
{
	char path[] = "/tmp/handrail-words-XXXXXX";
	int fd = mkstemp(path);
	struct words *w;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	w = words_load(path, err);
	unlink(path);
	return w;
}

static const char spanish[] =
	"msgid \"\"\nmsgstr \"\"\n"
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
	"msgid \"Tuesday\"\nmsgstr \"martes\"\n\n"
	"msgid \"December\"\nmsgstr \"diciembre\"\n\n"
	"msgid \"{weekday}, {month} {day}\"\n"
	"msgstr \"{weekday}, {day} de {month}\"\n\n"
	"msgid \"{date} at {time}\"\nmsgstr \"{date}, {time}\"\n\n"
	"#, fuzzy\nmsgid \"Monday\"\nmsgstr \"quiza\"\n\n"
	"msgid \"Friday\"\nmsgstr \"\"\n";

static void
the_portal_speaks_the_patients_language(void **state)
{
	struct show s = show;
	struct err err = {0};
	struct words *w = catalogue(spanish, &err);

	(void)state;
	s.patient = true;
	s.clock24 = false;
	eq(show_day(&s, day_of(2026, 12, 1)), "Tuesday, December 1");
	eq(show_day(&s, day_of(2027, 1, 4)), "Monday, January 4, 2027");
	eq(show_when(&s, wall(2026, 12, 1, 630)),
		"Tuesday, December 1 at 10:30 am");
	eq(show_date(&s, day_of(1961, 3, 14)), "March 14, 1961");
	assert_non_null(w);
	s.words = w;
	eq(show_when(&s, wall(2026, 12, 1, 630)),
		"martes, 1 de diciembre, 10:30 am");
	eq(words_tr(w, "Monday"), "Monday");
	eq(words_tr(w, "Friday"), "Friday");
	eq(words_tr(w, ""), "");
	eq(words_tr(NULL, "Friday"), "Friday");
	words_free(w);
	words_free(NULL);
}

static void
a_broken_catalogue_is_refused(void **state)
{
	struct err err = {0};

	(void)state;
	assert_null(catalogue("msgid \"a\"\nmsgstr \"b\n", &err));
	assert_int_equal(err.kind, ERR_BROKEN);
	assert_has(err.text, ": line 3: ");
	assert_null(words_load("/nowhere/es.po", &err));
	assert_has(err.text, "/nowhere/es.po");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_for_staff),
		cmocka_unit_test(ages_in_days_months_and_years),
		cmocka_unit_test(clocks_of_12_and_24_hours),
		cmocka_unit_test(how_late_something_is),
		cmocka_unit_test(money_counts_and_phones),
		cmocka_unit_test(the_portal_speaks_the_patients_language),
		cmocka_unit_test(a_broken_catalogue_is_refused),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
