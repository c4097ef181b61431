/* Days that repeat, worked out by libical. Rules: tests/RULES.md, "Visits
 * that repeat"; outside: RFC 5545, 3.3.10. */
#include "domain/series.h"

#include <libical/ical.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

#define EVERY_MOST 12
#define RULE_SIZE 120

static const char *const codes[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
static const char *const names[] = {
	"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
static const char *const nths[] = {
	"last", "first", "second", "third", "fourth"};

/* Which one of its weekday in the month; a fifth is called the last. */
static int
nth_of(day_t day)
{
	int y, m, d, n;

	day_split(day, &y, &m, &d);
	n = (d - 1) / 7 + 1;
	return n > 4 ? -1 : n;
}

static int
month_day(day_t day)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	return d;
}

static unsigned
weekdays_of(const struct series_rule *r, day_t first)
{
	return (r->weekdays & 127u) | 1u << day_weekday(first);
}

static void
list_weekdays(struct buf *b, unsigned set, const char *const *words,
	const char *between)
{
	const char *sep = "";

	/* Monday first, Sunday last. */
	for (int i = 1; i <= 7; i++) {
		if (!(set & 1u << i % 7))
			continue;
		buf_adds(b, sep);
		buf_adds(b, words[i % 7]);
		sep = between;
	}
}

const char *
series_rule_text(struct arena *a, const struct series_rule *r, day_t first)
{
	struct buf b = buf_new(a);
	int y, m, d;

	buf_adds(&b, r->freq == SERIES_DAILY	? "FREQ=DAILY"
		     : r->freq == SERIES_WEEKLY ? "FREQ=WEEKLY"
						: "FREQ=MONTHLY");
	if (r->every > 1)
		buf_addf(&b, ";INTERVAL=%d", r->every);
	if (r->freq == SERIES_WEEKLY) {
		buf_adds(&b, ";BYDAY=");
		list_weekdays(&b, weekdays_of(r, first), codes, ",");
	}
	if (r->freq == SERIES_MONTH_DAY)
		buf_addf(&b, ";BYMONTHDAY=%d", month_day(first));
	if (r->freq == SERIES_MONTH_WEEKDAY)
		buf_addf(&b, ";BYDAY=%d%s", nth_of(first),
			codes[day_weekday(first)]);
	if (r->count) {
		buf_addf(&b, ";COUNT=%d", r->count);
	} else if (r->until != DAY_NONE) {
		day_split(r->until, &y, &m, &d);
		buf_addf(&b, ";UNTIL=%04d%02d%02d", y, m, d);
	}
	return b.s;
}

static bool
read_freq(const struct icalrecurrencetype *ir, struct series_rule *out)
{
	switch (ir->freq) {
	case ICAL_DAILY_RECURRENCE:
		out->freq = SERIES_DAILY;
		return true;
	case ICAL_WEEKLY_RECURRENCE:
		out->freq = SERIES_WEEKLY;
		return true;
	case ICAL_MONTHLY_RECURRENCE:
		out->freq = ir->by_day[0] == ICAL_RECURRENCE_ARRAY_MAX
				    ? SERIES_MONTH_DAY
				    : SERIES_MONTH_WEEKDAY;
		return true;
	default:
		return false;
	}
}

static void
read_weekdays(const struct icalrecurrencetype *ir, struct series_rule *out)
{
	for (int i = 0; i < ICAL_BY_DAY_SIZE &&
			ir->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX;
		i++) {
		int w = icalrecurrencetype_day_day_of_week(ir->by_day[i]);

		if (w >= 1 && w <= 7)
			out->weekdays |= 1u << (w - 1);
	}
}

bool
series_rule_parse(
	struct arena *a, const char *text, day_t first, struct series_rule *out)
{
	struct icalrecurrencetype ir;

	*out = (struct series_rule){.until = DAY_NONE};
	if (strlen(text) > RULE_SIZE)
		return false;
	ir = icalrecurrencetype_from_string(text);
	if (!read_freq(&ir, out) || ir.interval < 1 ||
		ir.interval > EVERY_MOST || ir.count < 0 ||
		ir.count > SERIES_MOST)
		return false;
	out->every = ir.interval;
	out->count = ir.count;
	if (out->freq == SERIES_WEEKLY)
		read_weekdays(&ir, out);
	if (!icaltime_is_null_time(ir.until) &&
		day_valid(ir.until.year, ir.until.month, ir.until.day))
		out->until =
			day_of(ir.until.year, ir.until.month, ir.until.day);
	if (out->count == 0 && out->until == DAY_NONE)
		return false;
	/* Anything else that a rule can say is not asked for here. */
	return strcmp(text, series_rule_text(a, out, first)) == 0;
}

static const char *
unit(enum series_freq f)
{
	return f == SERIES_DAILY    ? "day"
	       : f == SERIES_WEEKLY ? "week"
				    : "month";
}

const char *
series_rule_words(struct arena *a, const struct series_rule *r, day_t first)
{
	struct buf b = buf_new(a);
	int nth = nth_of(first), y, m, d;

	if (r->every > 1)
		buf_addf(&b, "Every %d %ss", r->every, unit(r->freq));
	else
		buf_addf(&b, "Every %s", unit(r->freq));
	if (r->freq == SERIES_WEEKLY) {
		buf_adds(&b, " on ");
		list_weekdays(&b, weekdays_of(r, first), names, ", ");
	}
	if (r->freq == SERIES_MONTH_DAY)
		buf_addf(&b, " on day %d", month_day(first));
	if (r->freq == SERIES_MONTH_WEEKDAY)
		buf_addf(&b, " on the %s %s", nths[nth < 0 ? 0 : nth],
			names[day_weekday(first)]);
	if (r->count) {
		buf_addf(&b, ", %d visits", r->count);
	} else if (r->until != DAY_NONE) {
		day_split(r->until, &y, &m, &d);
		buf_addf(&b, ", until %04d-%02d-%02d", y, m, d);
	}
	return b.s;
}

bool
series_rule_days(
	struct arena *a, const char *text, day_t first, struct series_days *out)
{
	struct series_rule rule;
	struct icaltimetype start = {.is_date = 1}, t;
	icalrecur_iterator *it;
	bool fits = true;

	if (!series_rule_parse(a, text, first, &rule))
		return false;
	*out = (struct series_days){
		.v = arena_alloc(a, SERIES_MOST * sizeof(*out->v)),
		.cap = SERIES_MOST,
	};
	day_split(first, &start.year, &start.month, &start.day);
	it = icalrecur_iterator_new(
		icalrecurrencetype_from_string(text), start);
	if (!it)
		return false;
	for (t = icalrecur_iterator_next(it); fits && !icaltime_is_null_time(t);
		t = icalrecur_iterator_next(it)) {
		fits = out->n < SERIES_MOST;
		/* Out of memory leaves this frame by a jump, and the iterator
		 * behind: the room for all days was taken before. */
		if (fits)
			out->v[out->n++] = day_of(t.year, t.month, t.day);
	}
	icalrecur_iterator_free(it);
	return fits;
}
