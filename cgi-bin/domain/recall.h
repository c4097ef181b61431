#ifndef DOMAIN_RECALL_H
#define DOMAIN_RECALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/item.h"
#include "domain/word.h"

/*
 * A patient who is to come again around a day. Pure; rules with worked
 * examples: tests/RULES.md, "Recalls".
 */
#define RECALL_BEFORE 14 /* days before it is due that somebody calls */
#define RECALL_AFTER 30	 /* and after it, before it is late */
#define RECALL_TRIES 3
#define RECALL_APART 3 /* days between two tries */

struct recall {
	int64_t id, version;
	int64_t patient_id, visit_type_id;
	const char *reason, *source;
	int64_t from_id; /* the visit it comes from, or 0 */
	day_t due, opens, late;
	int every_months; /* 0: once */
	int64_t visit_id; /* booked for it, or 0 */
	instant_t created, closed;
	const char *close_reason, *close_note;

	/* read beside it; "" and 0 where there is none */
	const char *family, *given, *mrn, *phone, *type_name, *by;
	day_t birth;
	instant_t visit_start;
	const char *visit_zone;
	int64_t item_id;	  /* its open loop */
	int attempts;		  /* of that loop */
	instant_t last_attempt;	  /* INSTANT_NONE: nobody tried yet */
	const char *last_outcome; /* of it */
};

struct recalls {
	struct recall *v;
	size_t n, cap;
};

enum recall_state {
	RECALL_LATER, /* nobody need do anything yet */
	RECALL_DUE,
	RECALL_OVERDUE,
	RECALL_TRIED, /* three tries made, nobody reached: decide */
	RECALL_BOOKED,
	RECALL_ENDED,
};
enum recall_state recall_state(const struct recall *, day_t today);
const char *recall_state_label(enum recall_state);
const char *recall_state_tone(enum recall_state);

/* The days around the due one. */
void recall_window(struct recall *, day_t due);
/* So many months later; the last day of a month that is too short. */
day_t recall_months(day_t, int months);

/* May somebody be tried now, by this channel? */
enum recall_try {
	RECALL_TRY,
	RECALL_TRY_SOON,    /* the last was less than three days ago */
	RECALL_TRY_MANY,    /* three were made */
	RECALL_TRY_CHANNEL, /* the third is by another channel */
};
enum recall_try recall_try(const struct attempts *made, const char *channel,
	day_t today, const struct zone *);

extern const struct word recall_reasons[]; /* to stop one */
const char *recall_reason_label(const char *);
extern const struct word visit_excuses[]; /* why a no-show does not count */

#endif
