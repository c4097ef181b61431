#ifndef STAFF_CHART_PART_H
#define STAFF_CHART_PART_H

#include "domain/coverage.h"
#include "domain/item.h"
#include "domain/record.h"
#include "domain/visit.h"

struct need_marks;
struct patient;
struct req;
struct timeline;
struct tpl;

/* What every page of a chart knows about its patient. */
struct chart {
	const struct patient *p;
	struct coverages policies;     /* not ended, in the order they pay */
	struct coverage_checks checks; /* newest first */
	struct allergies allergies;
	int64_t open, late; /* open items the caller may see */
};

/* Reads what the banner shows of rq->o.patient; 0 or -1. */
int chart_load(struct req *, struct chart *);
/* A page inside a chart: the layout, the banner with the tab ("timeline"),
 * the title. Returns the page's own template. */
struct tpl *chart_tpl(struct req *, const struct chart *, const char *tab,
	const char *title, const char *file);

/* The policy that pays first on a day, or NULL; and what is known of it. */
const struct coverage *chart_policy(const struct chart *, day_t);
enum standing chart_standing(
	struct req *, const struct chart *, const struct coverage *, day_t);
/* "Penicillin (Hives)", "No known allergies", "Not asked". */
const char *chart_allergies(struct req *, const struct chart *);
/* "Blue Shield PPO" */
const char *chart_policy_name(struct req *, const struct coverage *);

/* ITEM rows, VISIT rows and the timeline's LINE rows in a template:
 * part/chart_items.tpl, part/chart_visits.tpl, part/chart_timeline.tpl. */
void chart_items(
	struct req *, struct tpl *t, const char *marker, const struct items *);
void chart_visits(struct req *, struct tpl *t, const char *marker,
	const char *caption, const struct visits *, const struct need_marks *);
/* The moment of a visit on its site's clock: "Tue 1 Dec 10:30". */
const char *chart_visit_when(struct req *, const struct visit *);

#endif
