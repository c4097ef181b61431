#ifndef DOMAIN_SEQUENCE_H
#define DOMAIN_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"

struct arena;

/*
 * Visits in order with gaps between them: lab, then imaging, then the
 * visit. Rules with worked examples: tests/RULES.md, "Linked visits".
 */
#define SEQUENCE_STEPS 5

enum gap_unit {
	GAP_NONE,    /* only the order holds */
	GAP_MINUTES, /* from the end of the one before to the start */
	GAP_DAYS,    /* of the calendar, from day to day */
};

struct gap {
	enum gap_unit unit;
	int low, high;
};

/* A time that a step could have, or has. */
struct seq_time {
	int64_t provider_id, site_id;
	instant_t start, end;
	instant_t busy_start, busy_end; /* with the provider's buffers */
	day_t day;			/* where it takes place */
	int rank; /* of two that start at once the smaller is taken */
};

struct seq_times {
	struct seq_time *v; /* by start, then rank */
	size_t n, cap;
};

/* One option: a time for each step. */
struct seq_option {
	struct seq_time step[SEQUENCE_STEPS];
};

struct seq_options {
	struct seq_option *v;
	size_t n, cap;
};

struct seq_ask {
	size_t n;			/* steps */
	struct gap gap[SEQUENCE_STEPS]; /* to the one before; [0] is none */
	struct seq_times time[SEQUENCE_STEPS];
	bool one_site;	/* the patient does not travel between sites */
	size_t limit;	/* options */
	size_t per_day; /* of one day of the first step; 0: all */
};

/* Does b keep its gap to a? It never starts before a has ended. */
bool gap_holds(
	const struct gap *, const struct seq_time *a, const struct seq_time *b);
/* Do times for all steps go together: gaps, and no provider in two places? */
bool sequence_holds(const struct gap *, const struct seq_time *, size_t n);

/*
 * For each start of the first step the earliest times of the others that
 * go together with it, step by step; by start of the first.
 */
void
sequence_find(struct arena *, const struct seq_ask *, struct seq_options *out);
/* The n of them whose first step is nearest to a moment, by start. */
void sequence_near(struct arena *, const struct seq_options *, instant_t wanted,
	size_t n, struct seq_options *out);

const char *gap_unit_name(enum gap_unit); /* as stored */
bool gap_unit_parse(const char *, enum gap_unit *);
/* "The same day", "2 to 7 days after", "Right after, within 60 min" */
const char *gap_words(struct arena *, const struct gap *);

#endif
