#ifndef DOMAIN_FLOW_H
#define DOMAIN_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/visit.h"

/*
 * The flow board: where each visit of the day stands, how long it has, and
 * which rooms are free. Rules with worked examples: tests/RULES.md, "The
 * flow board".
 */

/* The columns of the board. Each state belongs to exactly one. */
enum flow_column {
	FLOW_COMING,
	FLOW_ARRIVED,
	FLOW_CHECKED_IN,
	FLOW_ROOM,
	FLOW_WITH,
	FLOW_CHECKOUT,
	FLOW_DONE,
	FLOW_OUT, /* cancelled, missed, left, or never booked */
	FLOW_COLUMNS
};

enum flow_column flow_column(enum visit_state);
const char *flow_column_name(enum flow_column);	 /* in the URL: "room" */
const char *flow_column_label(enum flow_column); /* "In room" */
bool flow_column_parse(const char *, enum flow_column *out);

/*
 * The moment a visit came into its column; INSTANT_NONE for one that is to
 * come or out. checked_in: when the desk was done with them, by the
 * history, or INSTANT_NONE.
 */
instant_t flow_since(const struct visit *, instant_t checked_in);

/* How a wait is to be looked at; in words, never by colour alone. */
enum flow_wait {
	FLOW_FINE,
	FLOW_SLOW,
	FLOW_LONG,
};

/* since: of flow_since(). */
enum flow_wait flow_wait(const struct visit *, instant_t since, instant_t now);
/* "Late", "Long wait" ...; "" when fine. */
const char *flow_wait_label(enum flow_column, enum flow_wait);

/* Is somebody in that room now: brought there and not yet leaving? The
 * visit, or NULL. */
const struct visit *
flow_in_room(const struct visits *today, int64_t room, const struct visit *but);
/* Can this visit have that room: nobody is in it, and it is not booked for
 * another visit at the same time? */
bool
flow_room_free(const struct visits *today, const struct visit *, int64_t room);

#endif
