#ifndef BASE_SHOW_H
#define BASE_SHOW_H

#include "base/day.h"
#include "base/zone.h"

struct arena;
struct words;

/*
 * How this reader sees dates, times and amounts. There is one way for
 * each; a page never prints one by hand. Texts live in the arena.
 */
struct show {
	struct arena *arena;
	const struct words *words; /* NULL: English */
	const struct zone *zone;   /* of the clinic or the visit's site */
	day_t today;
	instant_t now;
	bool clock24;
	bool patient; /* the portal's longer, friendlier forms */
};

/* Staff "Thu 19 Nov" (with year if not this year); portal "Tuesday,
 * December 1". DAY_NONE is "Not recorded" in each of these. */
const char *show_day(const struct show *, day_t);
const char *
show_day_long(const struct show *, day_t);	   /* Monday 23 November 2026 */
const char *show_near(const struct show *, day_t); /* Today, Tomorrow, or day */
const char *show_birth(const struct show *, day_t);    /* 14 Mar 1961 (65 y) */
const char *show_date(const struct show *, day_t);     /* 14 Mar 1961 */
const char *show_age(const struct show *, day_t born); /* 12 d, 17 mo, 65 y */
extern const char *const show_weekdays[]; /* by enum weekday, in English */
const char *show_clock(const struct show *, int minute); /* 09:05, 9:05 am */
const char *show_time(const struct show *, instant_t);	 /* clock in zone */
const char *show_when(const struct show *, instant_t);	 /* day and clock */
/* "3 days late", "2 h late", "" if not late. */
const char *show_late(const struct show *, instant_t due);
const char *show_cents(const struct show *, int64_t cents); /* $1,234.50 */
const char *
show_phone(const struct show *, const char *e164); /* (555) 013-4471 */
const char *show_iso(const struct show *, day_t); /* for datetime= and value= */
const char *
show_iso_time(const struct show *, instant_t);	      /* local, no offset */
const char *show_count(const struct show *, int64_t); /* 12,345 */

#endif
