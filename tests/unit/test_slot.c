#include <stdio.h>

#include "base/arena.h"
#include "domain/slot.h"
#include "lib/test.h"

#define ALL_DAY -1
#define NY "America/New_York"

/* One provider (1) at one site (10) in New York. */
struct fixture {
	struct arena *a;
	struct slot_book book;
	struct slot_ask ask;
};

static day_t
d(const char *iso)
{
	day_t day = DAY_NONE;

	assert_true(day_parse(iso, &day));
	return day;
}

static int
setup(void **state)
{
	static struct fixture f;
	struct arena *a = arena_new();

	f = (struct fixture){.a = a};
	*ARENA_PUSH(a, &f.book.providers) = 1;
	*ARENA_PUSH(a, &f.book.sites) =
		(struct slot_site){10, zone_find(NY), "Main Street"};
	f.ask = (struct slot_ask){
		.minutes = 60, .step_min = 60, .not_before = INSTANT_NONE};
	*state = &f;
	return 0;
}

static int
teardown(void **state)
{
	arena_free(((struct fixture *)*state)->a);
	return 0;
}

static struct template_row *template(
	struct fixture *f, int weekday, int start, int end)
{
	struct template_row *t = ARENA_PUSH(f->a, &f->book.templates);

	*t = (struct template_row){.provider_id = 1,
		.site_id = 10,
		.weekday = weekday,
		.start_min = start * 60,
		.end_min = end * 60,
		.from = d("2020-01-01"),
		.to = DAY_NONE,
		.every_weeks = 1,
		.anchor = d("2026-11-02")};
	return t;
}

static void
except(struct fixture *f, const char *day, enum exception_kind kind, int start,
	int end)
{
	*ARENA_PUSH(f->a, &f->book.exceptions) =
		(struct exception_row){.provider_id = 1,
			.site_id = kind == EXCEPTION_OPEN ? 10 : 0,
			.day = d(day),
			.kind = kind,
			.start_min = start < 0 ? -1 : start * 60,
			.end_min = end * 60};
}

static instant_t
at(struct fixture *f, const char *day, int h, int m)
{
	return slot_instant(f->book.sites.v[0].zone, d(day), h * 60 + m);
}

static void
taken(struct fixture *f, const char *day, int h, int m, int minutes)
{
	instant_t start = at(f, day, h, m);

	*ARENA_PUSH(f->a, &f->book.busy) =
		(struct busy){1, start, start + minutes * 60};
}

/* The free times of some days: "08:00 09:00 | 10:00", days parted by |. */
static const char *
times(struct fixture *f, const char *first, const char *last)
{
	static char text[2000];
	struct slots s = {0};
	size_t n = 0;
	day_t day;

	f->ask.first = day = d(first);
	f->ask.last = d(last);
	slot_find(f->a, &f->book, &f->ask, &s);
	text[0] = 0;
	for (size_t i = 0; i < s.n; i++) {
		const struct zone *z = f->book.sites.v[0].zone;
		struct local l = zone_local(z, s.v[i].start);

		for (; day < l.day; day++)
			n += (size_t)snprintf(text + n, sizeof(text) - n, "| ");
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%02d:%02d ",
			l.minute / 60, l.minute % 60);
	}
	if (n)
		text[n - 1] = 0;
	return text;
}

static void
a_day_is_cut_into_slots(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 12);
	assert_string_equal(times(f, "2026-11-23", "2026-11-23"),
		"08:00 09:00 10:00 11:00");
	assert_string_equal(times(f, "2026-11-24", "2026-11-29"), "");
	f->ask.minutes = 61;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 09:00 10:00");
}

static void
touching_intervals_do_not_clash(void **state)
{
	struct fixture *f = *state;

	assert_false(instants_overlap(0, 10, 10, 20));
	assert_false(instants_overlap(10, 20, 0, 10));
	assert_true(instants_overlap(0, 11, 10, 20));
	assert_true(instants_overlap(0, 30, 10, 20));
	template(f, MONDAY, 8, 12);
	taken(f, "2026-11-23", 9, 0, 60);
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 10:00 11:00");
}

static void
partly_overlapping_times_clash(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 12);
	taken(f, "2026-11-23", 8, 50, 20);
	/* Free again at 9:10, off the grid, and then on it. */
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "09:10 10:00 11:00");
}

static void
buffers_count_and_are_not_told(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 12);
	taken(f, "2026-11-23", 10, 0, 60);
	f->ask.after_min = 5;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 11:00");
	f->ask.after_min = 0;
	f->ask.before_min = 10;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 09:00");
}

static void
a_long_early_visit_is_seen_behind_a_short_one(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 12);
	taken(f, "2026-11-23", 8, 0, 180); /* overbooked over it: */
	taken(f, "2026-11-23", 8, 30, 15);
	assert_string_equal(times(f, "2026-11-23", "2026-11-23"), "11:00");
}

static void
every_nth_week_counts_from_the_anchor(void **state)
{
	struct fixture *f = *state;
	struct template_row *t = template(f, MONDAY, 8, 9);

	t->every_weeks = 2; /* anchor: the week of Mon 2 Nov 2026 */
	assert_true(template_holds(t, d("2026-11-02")));
	assert_false(template_holds(t, d("2026-11-09")));
	assert_true(template_holds(t, d("2026-11-16")));
	/* Backwards too, and a template for Sunday is in the same week. */
	assert_true(template_holds(t, d("2026-10-19")));
	assert_false(template_holds(t, d("2026-10-26")));
	t->weekday = SUNDAY;
	assert_true(template_holds(t, d("2026-11-01")));
	assert_false(template_holds(t, d("2026-11-08")));
	t->every_weeks = 3;
	assert_true(template_holds(t, d("2026-11-22")));
}

static void
a_template_holds_from_its_first_to_its_last_day(void **state)
{
	struct fixture *f = *state;
	struct template_row *t = template(f, MONDAY, 8, 9);

	t->from = d("2026-11-09");
	t->to = d("2026-11-16");
	assert_false(template_holds(t, d("2026-11-02")));
	assert_true(template_holds(t, d("2026-11-09")));
	assert_true(template_holds(t, d("2026-11-16")));
	assert_false(template_holds(t, d("2026-11-23")));
}

static void
closures_shut_the_template(void **state)
{
	struct fixture *f = *state;

	template(f, THURSDAY, 8, 10);
	*ARENA_PUSH(f->a, &f->book.closures) =
		(struct slot_closure){0, d("2026-11-26"), "Thanksgiving"};
	assert_string_equal(times(f, "2026-11-26", "2026-11-26"), "");
	assert_string_equal(slot_day_closed(f->a, &f->book, 1, d("2026-11-26")),
		"Thanksgiving");
	assert_null(slot_day_closed(f->a, &f->book, 1, d("2026-12-03")));
	assert_string_equal(
		slot_day_closed(f->a, &f->book, 1, d("2026-12-04")), "");
	/* Another site's closure is nothing to this one. */
	f->book.closures.v[0].site_id = 11;
	assert_string_equal(
		times(f, "2026-11-26", "2026-11-26"), "08:00 09:00");
}

static void
leave_takes_away_a_day_or_a_part(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 12);
	except(f, "2026-11-23", EXCEPTION_LEAVE, 9, 11);
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 11:00");
	except(f, "2026-11-30", EXCEPTION_LEAVE, ALL_DAY, 0);
	assert_string_equal(times(f, "2026-11-30", "2026-11-30"), "");
	assert_string_equal(slot_day_closed(f->a, &f->book, 1, d("2026-11-30")),
		"On leave");
}

static void
opened_by_hand_goes_before_all(void **state)
{
	struct fixture *f = *state;

	template(f, THURSDAY, 8, 12);
	*ARENA_PUSH(f->a, &f->book.closures) =
		(struct slot_closure){0, d("2026-11-26"), "Thanksgiving"};
	except(f, "2026-11-26", EXCEPTION_LEAVE, ALL_DAY, 0);
	except(f, "2026-11-26", EXCEPTION_OPEN, 9, 11);
	except(f, "2026-11-26", EXCEPTION_CLOSED, ALL_DAY, 0);
	assert_string_equal(
		times(f, "2026-11-26", "2026-11-26"), "09:00 10:00");
	/* Longer than the template: the two become one window. */
	except(f, "2026-12-03", EXCEPTION_OPEN, 11, 14);
	assert_string_equal(times(f, "2026-12-03", "2026-12-03"),
		"08:00 09:00 10:00 11:00 12:00 13:00");
}

static void
a_closed_part_cuts_a_day_in_two(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 17);
	except(f, "2026-11-23", EXCEPTION_CLOSED, 12, 13);
	f->ask.minutes = 90;
	f->ask.step_min = 90;
	assert_string_equal(times(f, "2026-11-23", "2026-11-23"),
		"08:00 09:30 13:00 14:30");
}

/* Clocks go from 02:00 to 03:00 on 8 March 2026. */
static void
the_hour_that_is_left_out_has_no_slots(void **state)
{
	struct fixture *f = *state;

	template(f, SUNDAY, 0, 5);
	assert_string_equal(times(f, "2026-03-08", "2026-03-08"),
		"00:00 01:00 03:00 04:00");
	/* Each still lasts its sixty minutes. */
	f->ask.minutes = 120;
	f->ask.step_min = 60;
	assert_string_equal(
		times(f, "2026-03-08", "2026-03-08"), "00:00 01:00 03:00");
}

static void
a_window_within_the_gap_is_empty(void **state)
{
	struct fixture *f = *state;
	struct template_row *t = template(f, SUNDAY, 2, 3);

	t->start_min = 135;
	t->end_min = 165;
	f->ask.minutes = 15;
	f->ask.step_min = 15;
	assert_string_equal(times(f, "2026-03-08", "2026-03-08"), "");
	t->end_min = 195; /* 02:15 to 03:15 is 03:00 to 03:15 */
	assert_string_equal(times(f, "2026-03-08", "2026-03-08"), "03:00");
}

/* 01:00 to 02:00 comes twice on 1 November 2026. */
static void
the_hour_that_comes_twice_is_worked_twice(void **state)
{
	struct fixture *f = *state;
	struct slots s = {0};

	template(f, SUNDAY, 0, 3);
	assert_string_equal(times(f, "2026-11-01", "2026-11-01"),
		"00:00 01:00 01:00 02:00");
	slot_find(f->a, &f->book, &f->ask, &s);
	assert_int_equal(s.v[2].start - s.v[1].start, 3600);
	/* The first of the two is taken, the second is free. */
	taken(f, "2026-11-01", 1, 0, 60);
	assert_string_equal(
		times(f, "2026-11-01", "2026-11-01"), "00:00 01:00 02:00");
}

static void
nine_in_the_morning_is_nine_on_both_sides(void **state)
{
	struct fixture *f = *state;
	struct slots s = {0};

	for (int w = SUNDAY; w <= SATURDAY; w++)
		template(f, w, 9, 10);
	f->ask.first = d("2026-03-07");
	f->ask.last = d("2026-03-08");
	slot_find(f->a, &f->book, &f->ask, &s);
	assert_int_equal(s.n, 2);
	assert_int_equal(s.v[1].start - s.v[0].start, 23 * 3600);
	s.n = 0;
	f->ask.first = d("2026-10-31");
	f->ask.last = d("2026-11-01");
	slot_find(f->a, &f->book, &f->ask, &s);
	assert_int_equal(s.v[1].start - s.v[0].start, 25 * 3600);
}

static void
each_site_has_its_own_clock(void **state)
{
	struct fixture *f = *state;
	struct slot_windows w = {0};

	*ARENA_PUSH(f->a, &f->book.sites) =
		(struct slot_site){11, zone_find("America/Chicago"), "West"};
	template(f, MONDAY, 8, 9);
	template(f, MONDAY, 8, 9)->site_id = 11;
	slot_day_windows(f->a, &f->book, 1, d("2026-11-23"), &w);
	assert_int_equal(w.n, 2);
	assert_int_equal(w.v[0].site_id, 10);
	assert_int_equal(w.v[1].start - w.v[0].start, 3600);
	f->ask.site_id = 11;
	assert_string_equal(times(f, "2026-11-23", "2026-11-23"), "09:00");
}

static void
the_patient_and_the_room_must_be_free(void **state)
{
	struct fixture *f = *state;
	instant_t nine = at(f, "2026-11-23", 9, 0);
	instant_t ten = at(f, "2026-11-23", 10, 0);

	template(f, MONDAY, 8, 12);
	*ARENA_PUSH(f->a, &f->book.patient) =
		(struct busy){7, nine + 600, nine + 1200};
	*ARENA_PUSH(f->a, &f->book.rooms) = (struct slot_room){5, 10};
	*ARENA_PUSH(f->a, &f->book.room_busy) =
		(struct busy){5, ten, ten + 3600};
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 10:00 11:00");
	f->ask.need_room = true;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 11:00");
	/* A second room at the same site helps, one elsewhere does not. */
	*ARENA_PUSH(f->a, &f->book.rooms) = (struct slot_room){6, 99};
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 11:00");
	f->book.rooms.v[1].site_id = 10;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "08:00 10:00 11:00");
}

static void
notice_part_of_day_and_limits_bite(void **state)
{
	struct fixture *f = *state;

	template(f, MONDAY, 8, 12);
	template(f, TUESDAY, 8, 12);
	f->ask.not_before = at(f, "2026-11-23", 9, 1);
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-23"), "10:00 11:00");
	f->ask.not_before = INSTANT_NONE;
	f->ask.from_min = 10 * 60;
	f->ask.to_min = 11 * 60;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-24"), "10:00 | 10:00");
	f->ask.to_min = 0;
	f->ask.per_day = 2;
	assert_string_equal(times(f, "2026-11-23", "2026-11-24"),
		"08:00 09:00 | 08:00 09:00");
	f->ask.limit = 2;
	assert_string_equal(
		times(f, "2026-11-23", "2026-11-24"), "08:00 09:00");
}

static void
open_asks_for_the_whole_visit(void **state)
{
	struct fixture *f = *state;
	instant_t t = at(f, "2026-11-23", 11, 0);

	template(f, MONDAY, 8, 12);
	assert_true(slot_open(f->a, &f->book, 1, 10, t, t + 3600));
	assert_false(slot_open(f->a, &f->book, 1, 10, t, t + 3601));
	assert_false(slot_open(f->a, &f->book, 2, 10, t, t + 3600));
	assert_false(slot_open(f->a, &f->book, 1, 11, t, t + 3600));
}

static void
the_nearest_come_first(void **state)
{
	struct fixture *f = *state;
	struct slots all = {0}, three = {0};
	instant_t ten = at(f, "2026-11-23", 10, 0);

	for (int i = 0; i < 6; i++)
		*ARENA_PUSH(f->a, &all) = (struct slot){
			i % 2 ? 1 : 2, 10, 0, ten + (i - 2) * 1800, 0};
	/* 2@9:00 1@9:30 2@10:00 1@10:30 2@11:00 1@11:30 */
	slot_nearest(f->a, &all, ten, 1, 3, &three);
	assert_int_equal(three.n, 3);
	assert_int_equal(three.v[0].start, ten); /* the other's, same time */
	assert_int_equal(three.v[1].start, ten - 1800);
	assert_int_equal(three.v[2].start, ten + 1800);
	all.v[2].provider_id = 1; /* the one that was just taken */
	slot_nearest(f->a, &all, ten, 1, 3, &three);
	assert_int_equal(three.v[0].start, ten - 1800);
	all.n = 1;
	slot_nearest(f->a, &all, ten, 1, 3, &three);
	assert_int_equal(three.n, 1);
}

#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static void
a_time_lasts_until_the_next_visit_or_the_end_of_the_day(void **state)
{
	struct fixture *f = *state;
	const struct slot_book *b = &f->book;
	const char *day = "2026-11-30";

	template(f, 1, 9, 12);
	taken(f, day, 9, 0, 20);
	taken(f, day, 10, 0, 30);
	assert_int_equal(
		slot_minutes_free(f->a, b, 1, 10, at(f, day, 9, 20)), 40);
	assert_int_equal(
		slot_minutes_free(f->a, b, 1, 10, at(f, day, 10, 30)), 90);
	/* Taken, closed, somebody else's, elsewhere. */
	assert_int_equal(
		slot_minutes_free(f->a, b, 1, 10, at(f, day, 9, 10)), 0);
	assert_int_equal(
		slot_minutes_free(f->a, b, 1, 10, at(f, day, 12, 0)), 0);
	assert_int_equal(
		slot_minutes_free(f->a, b, 2, 10, at(f, day, 9, 20)), 0);
	assert_int_equal(
		slot_minutes_free(f->a, b, 1, 11, at(f, day, 9, 20)), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_day_is_cut_into_slots),
		T(a_time_lasts_until_the_next_visit_or_the_end_of_the_day),
		T(touching_intervals_do_not_clash),
		T(partly_overlapping_times_clash),
		T(buffers_count_and_are_not_told),
		T(a_long_early_visit_is_seen_behind_a_short_one),
		T(every_nth_week_counts_from_the_anchor),
		T(a_template_holds_from_its_first_to_its_last_day),
		T(closures_shut_the_template),
		T(leave_takes_away_a_day_or_a_part),
		T(opened_by_hand_goes_before_all),
		T(a_closed_part_cuts_a_day_in_two),
		T(the_hour_that_is_left_out_has_no_slots),
		T(a_window_within_the_gap_is_empty),
		T(the_hour_that_comes_twice_is_worked_twice),
		T(nine_in_the_morning_is_nine_on_both_sides),
		T(each_site_has_its_own_clock),
		T(the_patient_and_the_room_must_be_free),
		T(notice_part_of_day_and_limits_bite),
		T(open_asks_for_the_whole_visit),
		T(the_nearest_come_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
