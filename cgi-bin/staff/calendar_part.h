#ifndef STAFF_CALENDAR_PART_H
#define STAFF_CALENDAR_PART_H

#include "domain/provider.h"
#include "domain/site.h"
#include "domain/slot.h"
#include "domain/visit.h"
#include "store/need_store.h"

struct req;
struct show;
struct tpl;

enum cal_view { CAL_DAY, CAL_WEEK, CAL_MONTH, CAL_LIST };

/* What one calendar page shows: some days of one site. */
struct cal {
	enum cal_view view;
	day_t date, first, last; /* the day asked for; what is shown */
	int64_t site, provider;	 /* provider 0: all */
	struct sites sites;
	const struct site *at;
	struct providers providers;
	const struct zone *zone;
	const struct show *show;
	const char *title;
	struct slot_book book;
	struct visits visits;
	struct need_marks marks; /* not of a month */
	int from_min, to_min; /* the hours of the grid */
	/* 0, or what is added to the minutes since midnight from jump_at on
	 * to have the wall's: the day the clocks change in these hours. */
	int jump_at, jump_by;
};

/* The path of a view of the same site and provider. */
const char *
calendar_url(struct req *, const struct cal *, enum cal_view, day_t);
/* Why the site is shut that day, or NULL. */
const char *calendar_shut(const struct cal *, day_t);
/* ID ISO TIMES NAME BORN MRN WHAT REASON WITH ROOM TONE ICON STATE
 * OVERBOOKED READY. */
void calendar_visit_row(
	struct req *, struct tpl *, const struct cal *, const struct visit *);
void calendar_draw_none(struct req *, struct tpl *, const struct cal *);
/* staff/calendar_grid.tpl: day and week. */
void calendar_draw_grid(struct req *, struct tpl *, struct cal *);

#endif
