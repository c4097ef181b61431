#ifndef DOMAIN_SERIES_H
#define DOMAIN_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"

struct arena;

/*
 * The days on which a visit repeats: RFC 5545 recurrence rules over days.
 * The time of day is put to each of them by the site's clock, so it stays
 * the same when the clocks change. tests/RULES.md, "Visits that repeat".
 */
#define SERIES_MOST 60 /* visits, the first one included */

enum series_freq {
	SERIES_DAILY,
	SERIES_WEEKLY,
	SERIES_MONTH_DAY,     /* on the 14th */
	SERIES_MONTH_WEEKDAY, /* on the second Tuesday, or the last */
};

struct series_rule {
	enum series_freq freq;
	int every;	   /* days, weeks, months: 1 to 12 */
	unsigned weekdays; /* weekly: 1u << enum weekday; the first day's is
			    * always one of them */
	int count;	   /* of all days; 0: until decides */
	day_t until;	   /* the last day, or DAY_NONE */
};

struct series_days {
	day_t *v;
	size_t n, cap;
};

/* "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=8", for a series whose first
 * visit is on that day. */
const char *
series_rule_text(struct arena *, const struct series_rule *, day_t first);
/* Only what series_rule_text() writes for that day is taken. */
bool series_rule_parse(
	struct arena *, const char *, day_t first, struct series_rule *out);
/* "Every 2 weeks on Mon, Wed, 8 visits" */
const char *
series_rule_words(struct arena *, const struct series_rule *, day_t first);
/* All days, the first included; at most SERIES_MOST of them. False: the
 * rule is none, or it has more. */
bool series_rule_days(
	struct arena *, const char *rule, day_t first, struct series_days *out);

#endif
