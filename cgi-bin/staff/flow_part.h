#ifndef STAFF_FLOW_PART_H
#define STAFF_FLOW_PART_H

#include "domain/flow.h"
#include "domain/provider.h"
#include "domain/room.h"
#include "domain/site.h"
#include "domain/visit_type.h"
#include "store/door_store.h"
#include "store/flow_store.h"
#include "store/video_store.h"
#include "web/form.h"

struct req;
struct show;
struct tpl;

/* What the board shows: the visits of one site on its local day. */
struct flow {
	struct sites sites;
	int64_t site, provider;	 /* provider 0: of all */
	bool one;		 /* only the visits of this column */
	enum flow_column column; /* when one */
	const struct site *at;
	const struct zone *zone;
	const struct show *show;
	struct providers providers;
	struct rooms rooms;
	struct visit_types types;
	struct visits visits; /* all of the site's day */
	struct checked_ins checked_ins;
	struct arrivals arrivals; /* without the desk */
	struct videos videos;	  /* rooms, and who waits in them */
	int n[FLOW_COLUMNS]; /* of the provider's */
};

/* ?site= &provider= &state=, on every page of the board. */
extern const struct form flow_query;

/* 0, or the status of a page that says what is missing. */
int flow_load(struct req *, struct flow *);
/* The board of this site, provider and column. */
const char *flow_url(struct req *, const char *path, const struct flow *);
/* staff/flow_board.tpl: counts, rooms, columns. */
void flow_draw(struct req *, struct tpl *, const struct flow *);
/* The rows of one column, for the board and for paper. */
void flow_rows(struct req *, struct tpl *section, const struct flow *,
	enum flow_column, bool acts);
/* A room this visit can have: the one it is booked with, else the first of
 * its kind that is free, else NULL. */
const struct room *flow_room(const struct flow *, const struct visit *);
/* Is the room of the kind that the visit needs, and free? */
bool flow_fits(const struct flow *, const struct visit *, const struct room *);

#endif
