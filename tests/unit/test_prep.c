/* What is done before a visit: tests/RULES.md, "Before the visit". */
#include "base/arena.h"
#include "base/show.h"
#include "domain/prep.h"
#include "lib/test.h"

static instant_t
new_york(day_t day, int minute)
{
	instant_t t;

	zone_instant(zone_find("America/New_York"), day, minute, &t);
	return t;
}

static void
hours_are_elapsed_and_days_are_of_the_calendar(void **state)
{
	const struct zone *ny = zone_find("America/New_York");
	const struct prep fast = {.kind = PREP_FASTING, .lead = 8};
	const struct prep form = {.kind = PREP_FORM, .days = true, .lead = 3};
	const struct prep bring = {.kind = PREP_BRING, .days = true};
	day_t tue = day_of(2026, 12, 1), sun;

	(void)state;
	assert_int_equal(
		prep_due(&fast, new_york(tue, 570), ny), new_york(tue, 90));
	/* The whole of Saturday is left for it. */
	assert_int_equal(prep_due(&form, new_york(tue, 570), ny),
		new_york(tue - 2, 0) - 1);
	assert_int_equal(
		prep_due(&bring, new_york(tue, 570), ny), new_york(tue, 570));
	/* The clocks go forward at 02:00: 8 hours before 09:30 is 00:30. */
	sun = day_of(2026, 3, 8);
	assert_int_equal(
		prep_due(&fast, new_york(sun, 570), ny), new_york(sun, 30));
	/* And back: 01:30 comes twice, and 8 hours before 09:30 is the second
	 * one. */
	sun = day_of(2026, 11, 1);
	assert_int_equal(prep_due(&fast, new_york(sun, 570), ny),
		new_york(sun, 90) + 3600);
	/* Three days before a Tuesday after that Sunday is still a Saturday. */
	assert_int_equal(prep_due(&form, new_york(sun + 2, 570), ny),
		new_york(sun, 0) - 1);
}

static void
what_is_needed_and_due_is_missing(void **state)
{
	struct prep p = {.kind = PREP_FORM,
		.needed = true,
		.due = 1000,
		.done = INSTANT_NONE};

	(void)state;
	assert_true(prep_missing(&p, 1001));
	assert_false(prep_missing(&p, 1000));
	p.done = 900;
	assert_false(prep_missing(&p, 1001));
	p.done = INSTANT_NONE;
	p.needed = false;
	assert_false(prep_missing(&p, 1001));
	p.needed = true;
	p.kind = PREP_FASTING;
	assert_false(prep_missing(&p, 1001));
}

static void
in_plain_words(void **state)
{
	struct arena *a = arena_new();
	day_t tue = day_of(2026, 12, 1);
	struct show show = {.arena = a,
		.zone = zone_find("America/New_York"),
		.today = day_of(2026, 11, 23),
		.now = new_york(day_of(2026, 11, 23), 600),
		.patient = true};
	struct prep p = {.kind = PREP_FASTING,
		.lead = 8,
		.done = INSTANT_NONE,
		.words = "Water is fine.",
		.words_es = "Puede beber agua."};

	(void)state;
	p.due = prep_due(&p, new_york(tue, 570), show.zone);
	assert_string_equal(prep_text(&show, &p, false),
		"Do not eat or drink after Tuesday, December 1 at 1:30 am. "
		"Water is fine.");
	assert_has(prep_text(&show, &p, true), "Puede beber agua.");
	p = (struct prep){.kind = PREP_FORM,
		.days = true,
		.lead = 3,
		.done = INSTANT_NONE,
		.words = "Send us the form.",
		.words_es = ""};
	p.due = prep_due(&p, new_york(tue, 570), show.zone);
	assert_string_equal(prep_text(&show, &p, false),
		"By Saturday, November 28: Send us the form.");
	/* Booked too late for that. */
	show.now = p.due + 1;
	assert_string_equal(prep_text(&show, &p, false),
		"As soon as you can: Send us the form.");
	show.now = p.due;
	/* Without Spanish words it is said in English. */
	assert_has(prep_text(&show, &p, true), "Send us the form.");
	p.kind = PREP_BRING;
	assert_string_equal(prep_text(&show, &p, false), "Send us the form.");
	assert_string_equal(prep_lead(&show, &p), "3 days before");
	p.lead = 0;
	assert_string_equal(prep_lead(&show, &p), "At the visit");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			hours_are_elapsed_and_days_are_of_the_calendar),
		cmocka_unit_test(what_is_needed_and_due_is_missing),
		cmocka_unit_test(in_plain_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
