#ifndef DOMAIN_REPORT_H
#define DOMAIN_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/slot.h"

struct arena;

/*
 * What the book of visits says of a period: definitions with worked
 * examples in tests/RULES.md, "Reports". Nothing here knows a patient.
 */
enum report_measure {
	REPORT_USE,    /* utilisation */
	REPORT_LEAD,   /* days from booking to visit */
	REPORT_THIRD,  /* third next available */
	REPORT_MISSED, /* no-shows and late cancellations */
	REPORT_CANCEL, /* cancellations by reason */
	REPORT_MEASURES
};

/* The order is what report_store.c's key goes by. */
enum report_by {
	REPORT_PROVIDER,
	REPORT_SITE,
	REPORT_TYPE,
	REPORT_WEEKDAY,
	REPORT_WEEK,
	REPORT_BYS
};

extern const char *const report_measure_names[]; /* in paths: "lead-time" */
extern const char *const report_measure_labels[];
extern const char *const report_by_names[]; /* in queries: "provider" */
extern const char *const report_by_labels[];
bool report_measure_parse(const char *, enum report_measure *);
bool report_by_parse(const char *, enum report_by *);

/* Both days included. */
struct report_period {
	day_t from, to;
};

#define REPORT_DAYS 90	    /* when nothing is chosen */
#define REPORT_DAYS_MAX 366 /* and at most */
#define REPORT_SMALL 20	    /* fewer are shown as counts, not per cent */
#define REPORT_AHEAD 60	    /* days a third free time is looked for */

/* The 90 days that ended yesterday. */
struct report_period report_period_usual(day_t today);
/* NULL, or what is wrong with it, as a sentence. */
const char *report_period_wrong(const struct report_period *);

/* A stretch of time in which the clocks of a zone stand still: the local
 * day of a moment t in it is (t + offset_s) / 86400, rounded down. */
struct report_stretch {
	instant_t from, to; /* half-open */
	int offset_s;
};

struct report_stretches {
	struct report_stretch *v;
	size_t n, cap;
};

/* The period as the zone sees it, cut where its clocks change, and after 92
 * days: one statement over a great book must not take too long. */
void report_stretches(struct arena *, const struct zone *,
	const struct report_period *, struct report_stretches *);

/* How many visits waited how many days. */
struct report_lead {
	int64_t key;
	int days;
	int64_t n;
};

struct report_leads {
	struct report_lead *v; /* by key, then days */
	size_t n, cap;
};

/* The days that this share (per cent) of all did not wait longer than: the
 * nearest rank. -1 of none. The list is of one key, or days out of order. */
int report_wait(const struct report_lead *, size_t n, int percent);

/* What is said of one provider, site, type, weekday or week. */
struct report_row {
	int64_t key;
	const char *label; /* "" until it is named */
	/* visits, by how they ended */
	int64_t came, no_show, late, excused, left;
	int64_t by_patient; /* cancelled by the patient in time */
	int64_t by_clinic, moved;
	int64_t open;	/* no outcome was recorded, and it is over */
	int64_t coming; /* not over */
	/* minutes */
	int64_t offered, taken, seen;
	/* days */
	int64_t waited;		  /* visits that lead is told from */
	int wait_half, wait_most; /* half, and nine in ten, at most; -1 */
	day_t third; /* of the third free time; DAY_NONE: none in reach */
};

struct report_rows {
	struct report_row *v;
	size_t n, cap;
};

struct report_reason {
	int64_t key;
	const char *who, *reason; /* as stored */
	int64_t n;
};

struct report_reasons {
	struct report_reason *v;
	size_t n, cap;
};

/* The row of a key, added when it is not there yet. */
struct report_row *
report_row(struct arena *, struct report_rows *, int64_t key);
/* What visits count towards each share. */
int64_t report_due(const struct report_row *);	/* came or did not */
int64_t report_kept(const struct report_row *); /* still on at the cut-off */
/* Cancelled by anybody, and not moved. */
int64_t report_cancelled(const struct report_row *);
/* Is there nothing of it that the measure tells? */
bool report_nothing(enum report_measure, const struct report_row *);
/* All reasons of one key, or (all) of every key together, most first. */
void report_reasons_of(struct arena *, const struct report_reasons *, bool all,
	int64_t key, struct report_reasons *out);
/* Add the counts and minutes of one to another; days are left alone. */
void report_add(struct report_row *to, const struct report_row *);

/* Tenths of a per cent, half up; 0 of nothing. */
int report_share(int64_t part, int64_t of);
/* "12.5%"; of fewer than REPORT_SMALL "3 of 12"; "None" of nothing. */
const char *report_share_text(struct arena *, int64_t part, int64_t of);
const char *report_percent_text(struct arena *, int64_t part, int64_t of);
/* The key of a day: by REPORT_WEEKDAY its weekday (0 Sunday), by
 * REPORT_WEEK the number of its week, which begins on Monday. */
int64_t report_day_key(enum report_by, day_t);
day_t report_week_first(int64_t key); /* its Monday */

/* Minutes in which providers see patients, by key; of each day of the
 * period once. Types share all of it: the key is 0. */
void report_offered(struct arena *, const struct slot_book *,
	const struct report_period *, enum report_by, struct report_rows *);

/*
 * The day of the third free time of each key, from free times by day and
 * start: times of one provider that overlap count once. Keys of the rows
 * that are there already; by REPORT_TYPE of one type alone, whose row has
 * the key type.
 */
void
report_third(struct arena *, const struct slot_book *, const struct slots *,
	enum report_by, int64_t type, struct report_rows *);

#endif
