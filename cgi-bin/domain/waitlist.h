#ifndef DOMAIN_WAITLIST_H
#define DOMAIN_WAITLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/visit.h"

/*
 * Who waits for a time: what fits, in which order it is offered and for how
 * long. Pure; rules with worked examples: tests/RULES.md, "The waitlist".
 */

enum wait_urgency { WAIT_URGENT = 1, WAIT_SOON, WAIT_ROUTINE };

enum wait_part { WAIT_MORNING = 1, WAIT_AFTERNOON = 2, WAIT_EVENING = 4 };

/* A provider or a site that will do; the other is 0. */
struct wait_ok {
	int64_t provider_id, site_id;
};

struct wait_oks {
	struct wait_ok *v;
	size_t n, cap;
};

struct wait_entry {
	int64_t id, version;
	int64_t patient_id, visit_type_id;
	int64_t visit_id; /* the booked visit it would replace, or 0 */
	day_t earliest;
	day_t latest;	   /* DAY_NONE: whenever */
	unsigned weekdays; /* bit 0: Sunday */
	unsigned parts;	   /* of enum wait_part */
	int notice_min;
	int urgency;
	const char *channel; /* portal, phone: how an offer is told */
	const char *note;
	instant_t joined, closed;
	const char *close_reason, *close_note;
	int64_t booked_id;
	struct wait_oks ok; /* none of a kind: any */

	/* read beside it */
	const char *family, *given, *mrn, *phone;
	day_t birth;
	const char *type_name, *type_name_es;
	instant_t visit_start; /* of the visit it would replace, if it still
				* stands; INSTANT_NONE */
	const char *visit_provider, *visit_zone;
	int minutes;	   /* that their visit takes */
	instant_t offered; /* an offer of it is open until then, or NONE */
};

struct wait_entries {
	struct wait_entry *v;
	size_t n, cap;
};

/* A time that became free. */
struct wait_time {
	int64_t provider_id, site_id, visit_type_id;
	int64_t freed_id; /* the visit that left it, or 0 */
	instant_t start;
	int minutes;   /* as the visit that left it took, or, when whole: */
	bool whole;    /* all that is free from start on */
	int after_min; /* of its end, to be kept free */
	const struct zone *zone; /* the site's */
};

/* Why an entry does not fit; WAIT_FITS when it does. */
enum wait_miss {
	WAIT_FITS,
	WAIT_TYPE,
	WAIT_PROVIDER,
	WAIT_SITE,
	WAIT_DAY, /* before the earliest or after the latest */
	WAIT_WEEKDAY,
	WAIT_PART,
	WAIT_SHORT,  /* not long enough for their visit */
	WAIT_NOTICE, /* too soon for them */
	WAIT_LATER,  /* no earlier than the visit they have */
	WAIT_BUSY,   /* an offer of theirs is open */
};
enum wait_miss
wait_fits(const struct wait_entry *, const struct wait_time *, instant_t now);
/* Is it a booked visit still to come, so that an earlier time may be wished
 * for? */
bool wait_may_join(const struct visit *, instant_t now);
/* Less than 0: a is offered a time before b. Clinical urgency, then the
 * earliest latest day, then who joined first. */
int wait_rank(const struct wait_entry *a, const struct wait_entry *b);
/* Sorted by wait_rank(). */
void wait_sort(struct wait_entries *);

/* How long an offer made now stands, in seconds: 30 minutes for a time
 * within 48 hours, 2 hours for one further away, never past the start. */
int wait_life_s(instant_t now, instant_t start);

extern const struct word wait_urgencies[]; /* "1" ... */
extern const struct word wait_reasons[];   /* to remove an entry */
const char *wait_urgency_label(int);
const char *wait_urgency_tone(int);
const char *wait_reason_label(const char *);

/* ---- offers ------------------------------------------------------------ */

enum wait_state {
	WAIT_QUEUED, /* somebody else is asked first */
	WAIT_OPEN,
	WAIT_ACCEPTED,
	WAIT_DECLINED,
	WAIT_EXPIRED,
	WAIT_GONE, /* taken by another, or withdrawn */
};

struct wait_offer {
	int64_t id, hold_id, entry_id, patient_id;
	int turn;
	instant_t opens, expires;
	const char *answer;
	instant_t answered;
	int64_t visit_id;
	/* of its hold */
	struct wait_time time;
	int64_t room_id;
	instant_t ended;
	const char *ended_how;
	/* read beside it */
	const char *family, *given, *provider_name, *site_name, *zone;
	const char *type_name, *type_name_es;
	int64_t replaces_id; /* entry's visit_id */
};

struct wait_offers {
	struct wait_offer *v;
	size_t n, cap;
};

enum wait_state wait_state(const struct wait_offer *, instant_t now);
const char *wait_state_label(enum wait_state);
const char *wait_state_tone(enum wait_state);

#endif
