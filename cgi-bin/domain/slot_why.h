#ifndef DOMAIN_SLOT_WHY_H
#define DOMAIN_SLOT_WHY_H

#include "domain/slot.h"

/*
 * Why a day has no free time: the first of these that keeps all of them
 * away, in the order they are listed. Rules with worked examples:
 * tests/RULES.md, "Free times".
 */
enum slot_why {
	SLOT_CLOSED,   /* name: the holiday or closure */
	SLOT_LEAVE,    /* everybody who would work is away */
	SLOT_NO_HOURS, /* nobody works there that day */
	SLOT_TOO_SOON, /* all of the day's hours are over, or too near */
	SLOT_PART,     /* nobody works in that part of the day */
	SLOT_SHORT,    /* no stretch of hours is long enough */
	SLOT_FULL,     /* taken, or held for somebody */
	SLOT_NO_ROOM,  /* a provider is free, but no room of the kind */
	SLOT_PATIENT,  /* the patient has another visit then */
};

struct slot_day {
	day_t day;
	enum slot_why why;
	const char *name; /* of a closure, else "" */
};

struct slot_days {
	struct slot_day *v;
	size_t n, cap;
};

/* For a day on which slot_find() finds nothing. *name: "" or as above. */
enum slot_why slot_day_why(struct arena *, const struct slot_book *,
	const struct slot_ask *, day_t, const char **name);
/* Of the slots from that one on, does one begin on the day (at its site)? */
bool slot_day_has(
	const struct slot_book *, const struct slots *, size_t from, day_t);
/* Does one begin on a later day? */
bool slot_day_before(const struct slot_book *, const struct slots *, day_t);
/* "Everybody is on leave" and so on. */
const char *slot_why_text(struct arena *, const struct slot_day *);

#endif
