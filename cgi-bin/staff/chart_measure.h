#ifndef STAFF_CHART_MEASURE_H
#define STAFF_CHART_MEASURE_H

struct req;
struct tpl;

/*
 * The curve of the first measurement that matters and has two values or
 * more (A1c, then weight, body mass index, glucose), drawn as SVG at
 * {{>MEASURE}}; nothing if there is none. 0, or -1 when the database failed.
 */
int chart_measure(struct req *, struct tpl *);

#endif
