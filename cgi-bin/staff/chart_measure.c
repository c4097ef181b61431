/*
 * A measurement through time, drawn on the server: a picture needs no
 * script, prints, and says in words what it shows. Codes: LOINC.
 */
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_measure.h"
#include "store/record_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define POINTS 6
/* The picture's inside, in its own units. */
#define LEFT 44
#define RIGHT 244
#define TOP 24
#define BOTTOM 128
#define LINES 4

static const struct measure {
	const char *key, *label;
} measures[] = {
	{"http://loinc.org|4548-4", "A1c"},
	{"http://loinc.org|29463-7", "Weight"},
	{"http://loinc.org|39156-5", "Body mass index"},
	{"http://loinc.org|2339-0", "Glucose"},
};

struct point {
	double value;
	const struct observation *from;
};

struct curve {
	const struct measure *what;
	struct point v[POINTS]; /* oldest first */
	size_t n;
	double low, step; /* of the grid: LINES steps from low */
};

/* 1, 2, 5 and their tens: what a step of a scale may be. */
static double
round_step(double span)
{
	double step = pow(10, floor(log10(span > 0 ? span : 1)));

	for (int i = 0; i < 3; i++) {
		static const double of[] = {0.25, 0.5, 1};

		if (step * of[i] * LINES >= span)
			return step * of[i];
	}
	return step * 2.5;
}

static void
scale(struct curve *c)
{
	double low = c->v[0].value, high = low;

	for (size_t i = 1; i < c->n; i++) {
		low = fmin(low, c->v[i].value);
		high = fmax(high, c->v[i].value);
	}
	c->step = round_step(fmax(high - low, fabs(high) / 20));
	c->low = floor(low / c->step) * c->step;
	while (c->low + LINES * c->step < high) {
		c->step *= 2;
		c->low = floor(low / c->step) * c->step;
	}
}

static double
x_of(const struct curve *c, size_t i)
{
	return LEFT + 14 + (double)i * (RIGHT - LEFT - 28) / (double)(c->n - 1);
}

static double
y_of(const struct curve *c, double value)
{
	return BOTTOM - (value - c->low) / (LINES * c->step) * (BOTTOM - TOP);
}

/* Newest first in the list, oldest first in the picture. */
static bool
take_points(const struct observations *list, struct curve *c)
{
	c->n = 0;
	for (size_t i = 0; i < list->n && c->n < POINTS; i++) {
		const struct observation *o = &list->v[i];
		char *end;
		double value = strtod(o->number, &end);

		if (*o->number == '\0' || *end != '\0' || !isfinite(value) ||
			o->on == DAY_NONE)
			continue;
		c->v[c->n++] = (struct point){value, o};
	}
	for (size_t i = 0; i < c->n / 2; i++) {
		struct point p = c->v[i];

		c->v[i] = c->v[c->n - 1 - i];
		c->v[c->n - 1 - i] = p;
	}
	return c->n >= 2;
}

static const char *
coordinate(struct req *rq, double v)
{
	return arena_printf(rq->arena, "%.1f", v);
}

static const char *
number(struct req *rq, double v)
{
	return arena_printf(rq->arena, "%.4g", v);
}

/* "Nov 25" */
static const char *
month_of(struct req *rq, day_t day)
{
	static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int y, m, d;

	day_split(day, &y, &m, &d);
	return arena_printf(rq->arena, "%s %02d", names[m - 1], y % 100);
}

static void
draw_grid(struct req *rq, struct tpl *t, const struct curve *c)
{
	for (int i = 0; i <= LINES; i++) {
		double v = c->low + i * c->step, y = y_of(c, v);
		struct tpl *row = tpl_row(t, "GRID");

		tpl_text(row, "Y", coordinate(rq, y));
		tpl_text(row, "TEXT_Y", coordinate(rq, y + 4));
		tpl_text(row, "VALUE", number(rq, v));
	}
}

static void
draw_points(struct req *rq, struct tpl *t, const struct curve *c)
{
	struct buf line = buf_new(rq->arena), words = buf_new(rq->arena);

	for (size_t i = 0; i < c->n; i++) {
		const struct observation *o = c->v[i].from;
		const char *x = coordinate(rq, x_of(c, i));
		double y = y_of(c, c->v[i].value);
		struct tpl *row = tpl_row(t, "POINT");

		buf_addf(&line, "%s%s,%.1f", i > 0 ? " " : "", x, y);
		buf_addf(&words, "%s%s: %s", i > 0 ? ", " : "",
			show_date(rq->show, o->on), o->shown);
		tpl_text(row, "X", x);
		tpl_text(row, "Y", coordinate(rq, y));
		tpl_text(row, "TEXT_Y", coordinate(rq, y - 10));
		tpl_text(row, "VALUE", number(rq, c->v[i].value));
		tpl_text(row, "MONTH", month_of(rq, o->on));
	}
	tpl_text(t, "LINE", line.s);
	tpl_text(t, "WORDS", words.s);
}

static void
draw(struct req *rq, struct tpl *page, const struct curve *c)
{
	struct tpl *t = tpl_part(page, "MEASURE", "part/chart_measure.tpl");
	const char *unit = c->v[c->n - 1].from->unit;

	tpl_text(t, "LABEL",
		*unit != '\0' ? arena_printf(rq->arena, "%s (%s)",
					c->what->label, unit)
			      : c->what->label);
	tpl_text(t, "URL",
		arena_printf(rq->arena, "/patients/%lld/records#latest",
			(long long)rq->o.patient->id));
	draw_grid(rq, t, c);
	draw_points(rq, t, c);
}

int
chart_measure(struct req *rq, struct tpl *page)
{
	for (size_t i = 0; i < sizeof(measures) / sizeof(measures[0]); i++) {
		struct observations list = {0};
		struct curve c = {.what = &measures[i]};

		if (record_store_series(rq->db, rq->arena, rq->scope,
			    rq->o.patient->id, measures[i].key, POINTS * 2,
			    &list))
			return -1;
		if (!take_points(&list, &c))
			continue;
		scale(&c);
		draw(rq, page, &c);
		return 0;
	}
	return 0;
}
