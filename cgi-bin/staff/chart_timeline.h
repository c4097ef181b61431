#ifndef STAFF_CHART_TIMELINE_H
#define STAFF_CHART_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/zone.h"

struct req;
struct tpl;

/* One line of a chart's timeline, whatever it came from. */
struct chart_line {
	instant_t at;
	bool no_clock; /* only the day is known */
	const char *icon, *class, *title, *detail;
	const char *url; /* NULL: nothing to open */
};

struct chart_lines {
	struct chart_line *v;
	size_t n, cap;
	instant_t next; /* go on before this moment; INSTANT_NONE: the end */
};

/* The kinds a timeline can be narrowed to, by their name in the address;
 * "" is all. */
struct chart_line_type {
	const char *name, *label;
	unsigned kinds; /* bits of enum timeline_kind */
	bool records;	/* imported ones too */
};
extern const struct chart_line_type chart_line_types[]; /* ends with NULL */
const struct chart_line_type *chart_line_type(const char *name);

/* Reads a page of lines before a moment (INSTANT_NONE: from now); 0 or -1.
 * Imported records only for those who may read them. */
int chart_lines(struct req *, const struct chart_line_type *, instant_t before,
	int limit, struct chart_lines *out);
/* part/chart_timeline.tpl at a marker. */
void chart_lines_draw(struct req *, struct tpl *t, const char *marker,
	const struct chart_lines *);

#endif
