#ifndef CARE_SERIES_H
#define CARE_SERIES_H

#include "care/visit.h"
#include "domain/series.h"
#include "store/series_store.h"

/*
 * Visits that repeat: every date is looked at before any is booked, and
 * all of them are booked or moved, or none. Each goes through
 * care_visit_book(), care_visit_move(), care_visit_cancel(). Rules:
 * tests/RULES.md, "Visits that repeat". 0, or -1 with act->err set.
 */
enum series_pick {
	SERIES_AS_ASKED,
	SERIES_AT,   /* at another time: start was replaced */
	SERIES_SKIP, /* no visit on that day; moving: it stays where it is */
	SERIES_KEEP, /* all the same: overbooked */
};

struct series_date {
	day_t day;		   /* of the rule */
	instant_t start;	   /* as asked for, or as picked */
	const struct visit *visit; /* the one that is moved, or NULL */
	enum series_pick pick;
	bool free;
	const char *why;   /* what stands in the way, "" */
	bool holiday;	   /* is left out because of it */
	struct slots near; /* offered in its place, of the same provider */
};

struct series_dates {
	struct series_date *v;
	size_t n, cap;
};

struct series_plan {
	const struct visit *of;
	const char *rule;	     /* repeating; NULL: moving */
	const char *overbook_reason; /* of those that are kept */
	struct series_dates dates;
	int64_t moved_to; /* when done: the new row of one of them */
};

enum series_which { SERIES_THIS, SERIES_FOLLOWING, SERIES_ALL };

/* The dates after the visit's own on which it would repeat, at the same
 * time of day. ERR_INPUT: the rule is none or has too many days. */
int care_series_repeat(struct act *, const struct visit *, const char *rule,
	bool skip_holidays, struct series_plan *out);
/* Those of its series that are to come and may be moved or cancelled;
 * visits by ordinal. */
int care_series_coming(struct act *, const struct visit *, enum series_which,
	enum visit_act, struct visits *out);
/* The same, put to another minute of their days. */
int care_series_later(struct act *, const struct visit *, enum series_which,
	int minute, struct series_plan *out);
/* Look at each date, as picked. */
int care_series_check(struct act *, struct series_plan *);
/* Book or move all; *n is how many. Refused, nothing is done, and the
 * plan can be checked again. */
int care_series_book(struct act *, struct series_plan *, int *n);
/* by, reason, note as care_visit_cancel(). */
int care_series_cancel(struct act *, const struct visit *, enum series_which,
	const char *by, const char *reason, const char *note, int *n);

#endif
