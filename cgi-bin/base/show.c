/*
 * Dates, times, amounts and phones as the reader sees them. The month is
 * always a word, so that 03/04 cannot be misread. The patterns and names
 * below are the msgids a translation of the portal supplies; a part in
 * braces is filled in and may be moved about.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "base/words.h"

const char *const show_weekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday",
	"Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December"};

struct part {
	const char *name, *text;
};

static const char *
tr(const struct show *s, const char *text)
{
	return words_tr(s->words, text);
}

static const char *
part_text(const char *name, size_t n, const struct part *parts)
{
	for (; parts->name != NULL; parts++)
		if (strlen(parts->name) == n &&
			memcmp(parts->name, name, n) == 0)
			return parts->text;
	return "";
}

/* Fill "{weekday}, {month} {day}" in the reader's language. */
static const char *
fill(const struct show *s, const char *pattern, const struct part *parts)
{
	const char *p = tr(s, pattern);
	struct buf b = buf_new(s->arena);

	while (*p != '\0') {
		size_t n = strcspn(p, "{");
		const char *end;

		buf_add(&b, p, n);
		p += n;
		if (*p == '\0' || (end = strchr(p, '}')) == NULL)
			break;
		buf_adds(&b, part_text(p + 1, (size_t)(end - p - 1), parts));
		p = end + 1;
	}
	return b.s;
}

static const char *
day_in_pattern(const struct show *s, day_t day, const char *pattern)
{
	char dom[8], year[12];
	const char *w, *m;
	int y, mon, d;

	if (day == DAY_NONE)
		return tr(s, "Not recorded");
	day_split(day, &y, &mon, &d);
	snprintf(dom, sizeof(dom), "%d", d);
	snprintf(year, sizeof(year), "%d", y);
	w = show_weekdays[day_weekday(day)];
	m = months[mon - 1];
	return fill(s, pattern,
		(const struct part[]){
			{"weekday", tr(s, w)},
			{"month", tr(s, m)},
			{"day", dom},
			{"year", year},
			{"wd", arena_strndup(s->arena, w, 3)},
			{"mon", arena_strndup(s->arena, m, 3)},
			{NULL, NULL},
		});
}

static bool
this_year(const struct show *s, day_t day)
{
	int y, now, m, d;

	if (day == DAY_NONE)
		return true;
	day_split(day, &y, &m, &d);
	day_split(s->today, &now, &m, &d);
	return y == now;
}

const char *
show_day(const struct show *s, day_t day)
{
	if (s->patient)
		return day_in_pattern(s, day,
			this_year(s, day) ? "{weekday}, {month} {day}"
					  : "{weekday}, {month} {day}, {year}");
	return day_in_pattern(s, day,
		this_year(s, day) ? "{wd} {day} {mon}"
				  : "{wd} {day} {mon} {year}");
}

const char *
show_day_long(const struct show *s, day_t day)
{
	return day_in_pattern(s, day,
		s->patient ? "{weekday}, {month} {day}, {year}"
			   : "{weekday} {day} {month} {year}");
}

const char *
show_near(const struct show *s, day_t day)
{
	if (day == DAY_NONE)
		return show_day(s, day);
	if (day == s->today)
		return tr(s, "Today");
	if (day == s->today + 1)
		return tr(s, "Tomorrow");
	return show_day(s, day);
}

const char *
show_date(const struct show *s, day_t day)
{
	return day_in_pattern(s, day,
		s->patient ? "{month} {day}, {year}" : "{day} {mon} {year}");
}

const char *
show_birth(const struct show *s, day_t born)
{
	const char *date = show_date(s, born);

	if (born == DAY_NONE)
		return date;
	return arena_printf(s->arena, "%s (%s)", date, show_age(s, born));
}

/* Completed months. */
static int
months_between(day_t from, day_t to)
{
	int y0, m0, d0, y1, m1, d1;

	day_split(from, &y0, &m0, &d0);
	day_split(to, &y1, &m1, &d1);
	return (y1 - y0) * 12 + m1 - m0 - (d1 < d0);
}

/* Days under a month, months under two years, then years. */
const char *
show_age(const struct show *s, day_t born)
{
	int n;

	if (born == DAY_NONE || born > s->today)
		return tr(s, "Not recorded");
	n = months_between(born, s->today);
	if (n < 1)
		return arena_printf(
			s->arena, "%d %s", s->today - born, tr(s, "d"));
	if (n < 24)
		return arena_printf(s->arena, "%d %s", n, tr(s, "mo"));
	return arena_printf(
		s->arena, "%d %s", day_age(born, s->today), tr(s, "y"));
}

const char *
show_clock(const struct show *s, int minute)
{
	int h = minute / 60, m = minute % 60;

	const char *half = s->clock24 ? "" : tr(s, h < 12 ? "am" : "pm");
	char *out = arena_alloc(s->arena, sizeof("00:00 ") + strlen(half));
	char *at = out;

	if (!s->clock24)
		h = h % 12 ? h % 12 : 12;
	if (s->clock24 || h > 9)
		*at++ = (char)('0' + h / 10);
	*at++ = (char)('0' + h % 10);
	*at++ = ':';
	*at++ = (char)('0' + m / 10);
	*at++ = (char)('0' + m % 10);
	if (!s->clock24)
		*at++ = ' ';
	memcpy(at, half, strlen(half) + 1);
	return out;
}

const char *
show_time(const struct show *s, instant_t at)
{
	if (at == INSTANT_NONE)
		return tr(s, "Not recorded");
	return show_clock(s, zone_local(s->zone, at).minute);
}

const char *
show_when(const struct show *s, instant_t at)
{
	struct local l;

	if (at == INSTANT_NONE)
		return tr(s, "Not recorded");
	l = zone_local(s->zone, at);
	return fill(s, s->patient ? "{date} at {time}" : "{date} {time}",
		(const struct part[]){
			{"date", show_day(s, l.day)},
			{"time", show_clock(s, l.minute)},
			{NULL, NULL},
		});
}

static const char *
late_text(const struct show *s, int64_t n, const char *one, const char *many)
{
	char count[24];

	snprintf(count, sizeof(count), "%lld", (long long)n);
	return fill(s, n == 1 ? one : many,
		(const struct part[]){{"n", count}, {NULL, NULL}});
}

/* From a day on, calendar days count: due Monday is two days late Wednesday. */
const char *
show_late(const struct show *s, instant_t due)
{
	int64_t late;

	if (due == INSTANT_NONE || due >= s->now)
		return "";
	late = s->now - due;
	if (late < 3600)
		return late_text(s, late < 60 ? 1 : late / 60, "{n} min late",
			"{n} min late");
	if (late < 86400)
		return late_text(s, late / 3600, "{n} h late", "{n} h late");
	return late_text(s,
		zone_local(s->zone, s->now).day - zone_local(s->zone, due).day,
		"{n} day late", "{n} days late");
}

/* Digits in groups of three. */
static const char *
grouped(struct arena *a, uint64_t n)
{
	char digits[24];
	struct buf b = buf_new(a);
	int len =
		snprintf(digits, sizeof(digits), "%llu", (unsigned long long)n);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_addc(&b, ',');
		buf_addc(&b, digits[i]);
	}
	return b.s;
}

static uint64_t
magnitude(int64_t n)
{
	return n < 0 ? -(uint64_t)n : (uint64_t)n;
}

const char *
show_cents(const struct show *s, int64_t cents)
{
	uint64_t n = magnitude(cents);

	return arena_printf(s->arena, "%s$%s.%02u", cents < 0 ? "-" : "",
		grouped(s->arena, n / 100), (unsigned)(n % 100));
}

const char *
show_count(const struct show *s, int64_t n)
{
	return arena_printf(s->arena, "%s%s", n < 0 ? "-" : "",
		grouped(s->arena, magnitude(n)));
}

/* North American numbers are grouped; others are shown as they are kept. */
const char *
show_phone(const struct show *s, const char *e164)
{
	if (*e164 == '\0')
		return tr(s, "Not recorded");
	if (strncmp(e164, "+1", 2) != 0 ||
		strspn(e164 + 1, "0123456789") != 11 || e164[12] != '\0')
		return arena_strdup(s->arena, e164);
	return arena_printf(
		s->arena, "(%.3s) %.3s-%s", e164 + 2, e164 + 5, e164 + 8);
}

const char *
show_iso(const struct show *s, day_t day)
{
	char text[DAY_TEXT_SIZE];

	day_print(day, text);
	return arena_strdup(s->arena, text);
}

/* Written digit by digit: a calendar has thousands of them. */
const char *
show_iso_time(const struct show *s, instant_t at)
{
	char text[DAY_TEXT_SIZE], *out;
	struct local l;
	size_t n;
	int h, m;

	if (at == INSTANT_NONE)
		return "";
	l = zone_local(s->zone, at);
	day_print(l.day, text);
	n = strlen(text);
	h = l.minute / 60;
	m = l.minute % 60;
	out = arena_alloc(s->arena, n + sizeof("T00:00"));
	memcpy(out, text, n);
	memcpy(out + n,
		(char[]){'T', (char)('0' + h / 10), (char)('0' + h % 10), ':',
			(char)('0' + m / 10), (char)('0' + m % 10), '\0'},
		sizeof("T00:00"));
	return out;
}
