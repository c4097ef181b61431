#ifndef DOMAIN_SLOT_H
#define DOMAIN_SLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/provider.h"

struct arena;

/*
 * Free times, worked out from what is known about providers and rooms.
 * Nothing here reads a clock or a database. Intervals are half-open: a
 * visit that ends at ten and one that starts at ten do not touch.
 * Rules with worked examples: tests/RULES.md, "Free times".
 */

/* Taken: a visit with its buffers, or (for a patient) without. */
struct busy {
	int64_t id; /* whose: provider, room or patient */
	instant_t start, end;
};

struct busy_list {
	struct busy *v; /* by id, then start */
	size_t n, cap;
};

struct slot_site {
	int64_t id;
	const struct zone *zone;
	const char *name;
};

struct slot_sites {
	struct slot_site *v;
	size_t n, cap;
};

/* A day on which a site (0: every site) is shut. */
struct slot_closure {
	int64_t site_id;
	day_t day;
	const char *name;
};

struct slot_closures {
	struct slot_closure *v;
	size_t n, cap;
};

struct slot_room {
	int64_t id, site_id;
};

struct slot_rooms {
	struct slot_room *v;
	size_t n, cap;
};

struct id_list {
	int64_t *v;
	size_t n, cap;
};

/* Everything the search goes by. Lists are sorted by provider where they
 * have one. */
struct slot_book {
	struct id_list providers; /* in the order they are offered */
	struct slot_sites sites;
	struct template_rows templates;
	struct exception_rows exceptions;
	struct slot_closures closures;
	struct busy_list busy;	 /* of providers */
	struct slot_rooms rooms; /* of the kind that is needed */
	struct busy_list room_busy;
	struct busy_list patient; /* the patient's own visits */
};

struct slot_ask {
	day_t first, last; /* both included */
	int minutes, before_min, after_min;
	int step_min;	      /* the grid; 0: by the length of the visit */
	int from_min, to_min; /* part of the day, local; 0, 0: all of it */
	instant_t not_before; /* INSTANT_NONE: whenever */
	int64_t site_id;      /* 0: any */
	bool need_room;
	size_t limit;	/* stop after the day that reaches it; 0: never */
	size_t per_day; /* at most so many a provider a day; 0: all */
};

struct slot {
	int64_t provider_id, site_id, room_id;
	instant_t start, end;
};

struct slots {
	struct slot *v;
	size_t n, cap;
};

/* Who keeps a time while they book: a session of staff or of the portal;
 * both 0: nobody. */
struct hold_whose {
	int64_t session_id, portal_session_id;
};
#define HOLD_LIFE_S 600

/* "3.1.1795446000": provider, site and start, as forms and other programs
 * carry a time. False: it is none, or centuries away. */
const char *slot_text(struct arena *, const struct slot *);
bool slot_parse(const char *, struct slot *out);

/* A stretch in which a provider sees patients at a site. */
struct slot_window {
	int64_t site_id;
	instant_t start, end;
};

struct slot_windows {
	struct slot_window *v;
	size_t n, cap;
};

bool
instants_overlap(instant_t a, instant_t a_end, instant_t b, instant_t b_end);
/* Does the row hold on that day: weekday, from-to, every n-th week? */
bool template_holds(const struct template_row *, day_t);
/* A site of the book, or NULL. */
const struct slot_site *slot_site_find(const struct slot_book *, int64_t id);
/* The first moment of that day at or after a wall-clock minute. Minute
 * 1440 is the end of the day. The first of two; a minute that is left out
 * is the moment after the gap. */
instant_t slot_instant(const struct zone *, day_t, int minute);

/* When a provider works on a day, by start. Exceptions go before leave,
 * leave before closures, closures before the weekly template. */
void slot_day_windows(struct arena *, const struct slot_book *,
	int64_t provider, day_t, struct slot_windows *out);
/* Why the provider sees nobody at the site that day: "Thanksgiving", "On
 * leave", ""; NULL if there is a window. */
const char *slot_day_closed(
	struct arena *, const struct slot_book *, int64_t provider, day_t);
/* Is the whole of [start, end) within a window of the provider there? */
bool slot_open(struct arena *, const struct slot_book *, int64_t provider,
	int64_t site, instant_t start, instant_t end);
/* How many minutes from start on the provider is there and free. */
int slot_minutes_free(struct arena *, const struct slot_book *,
	int64_t provider, int64_t site, instant_t start);
/* A free room of the book at that site, or 0. */
int64_t slot_room_free(const struct slot_book *, int64_t site,
	instant_t busy_start, instant_t busy_end);

/* Free times, by day, provider (in the book's order) and start. */
void slot_find(struct arena *, const struct slot_book *,
	const struct slot_ask *, struct slots *out);
/* The n of them nearest to a moment, nearest first; that provider's before
 * others' at the same distance. Starts at the moment itself are left out. */
void slot_nearest(struct arena *, const struct slots *, instant_t wanted,
	int64_t provider, size_t n, struct slots *out);

#endif
