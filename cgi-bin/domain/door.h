#ifndef DOMAIN_DOOR_H
#define DOMAIN_DOOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/consent.h"

struct arena;
struct visit;

/*
 * Coming in without the desk. Rules with worked examples: tests/RULES.md,
 * "Coming in without the desk" and "Visits by video".
 */
#define DOOR_EARLY_S (60 * 60) /* "I am here" from so long before */
#define DOOR_LATE_S (30 * 60)  /* until so long after the start */
#define DOOR_CODE_LEN 8
#define DOOR_CODE_TRIES 5      /* wrong birth dates a code bears */
#define DOOR_KIOSK_S 60	       /* without a touch: cleared */
#define DOOR_KIOSK_DAYS 30     /* then it is set up anew */
#define DOOR_SETUP_S (60 * 60) /* a kiosk's own code is good so long */
#define DOOR_VIDEO_EARLY_S (15 * 60)
#define DOOR_VIDEO_LATE_S (60 * 60) /* after the planned end */

/* How somebody came in. */
enum door {
	DOOR_DESK,
	DOOR_PORTAL, /* "I am here" on their own phone, logged in */
	DOOR_CODE,   /* by the visit's code and the birth date */
	DOOR_KIOSK,
	DOOR_VIDEO, /* into the video room */
	DOOR_COUNT
};

const char *door_name(enum door);  /* as stored: "kiosk" */
const char *door_label(enum door); /* on the board: "At the kiosk" */
enum door door_parse(const char *);

/* May it be used at this moment? */
enum door_time {
	DOOR_NEVER, /* not this kind of visit, or it is over or given up */
	DOOR_EARLY,
	DOOR_OPEN,
	DOOR_LATE,
	DOOR_IN, /* they are in already */
};

/* "I am here", for a visit in person. */
enum door_time door_time(const struct visit *, instant_t now);
/* The way into the video room; DOOR_OPEN too for who is in already. */
enum door_time door_video_time(const struct visit *, instant_t now);
/* May the patient be marked arrived by one of these doors? */
bool door_may_arrive(const struct visit *, instant_t now);

/* Is a code of use for it: in person, expected, its time not over? */
bool door_code_good(const struct visit *, instant_t now);

/* What the patient answered on the way in; "": not asked, no answer. */
struct door_answers {
	const char *contact, *insurance; /* "same", "changed" */
	const char *consent[CONSENT_KINDS];
};

/* What that leaves for the desk, as words with a blank between: "contact
 * insurance treatment". held: what was held before. */
const char *door_desk(struct arena *, const struct visit *,
	const struct door_answers *, const struct consents *held, instant_t);
/* "contact details, insurance": the same to read. "" for nothing. */
const char *door_desk_label(struct arena *, const char *words);

/* A code as it was typed, in the form that is hashed. */
const char *door_code_key(struct arena *, const char *typed);
/* "CDFG-HJKM", as it is printed. */
const char *door_code_show(struct arena *, const char *code);

/* Are these the names a patient goes by? Folded; of several given names
 * one will do, and the name they are called by. */
struct door_names {
	const char *given, *family, *preferred;
};
bool door_same_name(struct arena *, const struct door_names *,
	const char *typed_given, const char *typed_family);

#endif
