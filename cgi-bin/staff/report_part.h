#ifndef STAFF_REPORT_PART_H
#define STAFF_REPORT_PART_H

#include <stdbool.h>

#include "care/report.h"
#include "web/form.h"

struct req;
struct tpl;

extern const struct form report_query;
extern const struct option report_bys[];
/* What is asked for; a period nobody can mean is said in *wrong, which is
 * NULL otherwise, and the usual one taken. */
struct report_ask report_ask_of(struct req *, const char **wrong);
/* A third free time has no past: by week it is told of weekdays instead. */
void report_settle(struct report_ask *);
/* For the audit log. */
void report_note(struct req *, const struct report_ask *);

/* One figure of a report, as the page says it and as a file has it. */
struct report_cell {
	const char *head, *text;
	const char *raw; /* plain number; "" where there is none */
};
#define REPORT_CELLS 8

/* What one line says; returns how many cells were filled. */
int report_cells(struct req *, const struct report_ask *,
	const struct report_row *, struct report_cell out[REPORT_CELLS]);

/* One mark of a picture: how much, -1 for nothing to draw, and in words. */
struct report_mark {
	const char *label, *text;
	double size;
};
struct report_marks {
	struct report_mark *v;
	size_t n, cap;
	double least; /* the picture reaches at least to here */
};
struct report_mark
report_mark(struct req *, const struct report_ask *, const struct report_row *);

/* Bars one under another, with words, at {{>BARS}}; or a small picture of
 * columns at {{>COLUMNS}}. Both say in words what they show. id tells two
 * of a page apart. */
void report_bars(struct req *, struct tpl *, const char *id, const char *title,
	const struct report_marks *);
void report_columns(struct req *, struct tpl *, const char *id,
	const char *title, const struct report_marks *);

/* What the figures count, in a few sentences. */
const char *report_about(const struct report_ask *);
/* The one figure of the whole period, and what it is of. */
const char *
report_main(struct req *, const struct report_ask *, const struct report *);
const char *
report_main_of(struct req *, const struct report_ask *, const struct report *);
/* Is there nothing at all to show? */
bool report_empty(const struct report_ask *, const struct report *);

#endif
