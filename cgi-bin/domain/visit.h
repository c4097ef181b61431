#ifndef DOMAIN_VISIT_H
#define DOMAIN_VISIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/role.h"
#include "domain/word.h"

/*
 * How a visit stands. The stored status is FHIR R4 appointmentstatus; the
 * finer local states are told from it by the times beside it (see
 * visit_state()) and are never exported. tests/RULES.md, "Visits".
 */
enum visit_state {
	VISIT_PROPOSED,
	VISIT_PENDING,
	VISIT_WAITLIST,
	VISIT_BOOKED,
	VISIT_UNCONFIRMED, /* booked, confirmation asked for, no answer */
	VISIT_CONFIRMED,   /* booked */
	VISIT_ARRIVED,	   /* the patient is here */
	VISIT_CHECKED_IN,  /* and the desk is done with them */
	VISIT_ROOMED,	   /* checked-in */
	VISIT_WITH,	   /* checked-in, the clinician came in */
	VISIT_CHECKOUT,	   /* checked-in, leaving */
	VISIT_FULFILLED,
	VISIT_CANCELLED,
	VISIT_RESCHEDULED, /* cancelled, another visit stands for it */
	VISIT_LEFT, /* cancelled after arriving: left without being seen */
	VISIT_NOSHOW,
	VISIT_ERROR, /* entered-in-error */
	VISIT_STATE_COUNT
};

/* What can be done to a visit. */
enum visit_act {
	VISIT_ACT_ACCEPT, /* a requested visit becomes a booked one */
	VISIT_ACT_CONFIRM,
	VISIT_ACT_ARRIVE,
	VISIT_ACT_CHECK_IN,
	VISIT_ACT_ROOM,
	VISIT_ACT_WITH,
	VISIT_ACT_CHECKOUT,
	VISIT_ACT_DONE,
	VISIT_ACT_NO_SHOW,
	VISIT_ACT_LEFT,
	VISIT_ACT_MOVE, /* cancel with a replacement, and book that */
	VISIT_ACT_CANCEL,
	VISIT_ACT_UNDO,
	VISIT_ACT_COUNT
};

/* When an act may be done. "The day" is the visit's, where it takes place. */
enum visit_window {
	VISIT_ANY_TIME,
	VISIT_DAY_REACHED, /* on the day, or entered later */
	VISIT_SAME_DAY,	   /* on the day only */
	VISIT_STARTED,	   /* from its start and the grace on */
	VISIT_WITHIN_24H,  /* of the state it is now in */
};

struct visit {
	int64_t id, version;
	int64_t patient_id, provider_id, site_id, room_id, visit_type_id;
	instant_t start, end; /* half-open; what the patient is told */
	instant_t busy_start, busy_end; /* with buffers */
	const char *status;		/* as stored: "checked-in" */
	const char *mode;		/* in_person, video, phone */
	const char *reason, *note, *source;
	bool overbooked;
	const char *overbook_reason;
	instant_t asked, confirmed, arrived, roomed, with, checkout, done;
	instant_t cancelled;
	const char *confirmed_by, *cancelled_by, *cancel_reason;
	int64_t replaces_id, replaced_by_id;
	instant_t created, updated;
	int64_t created_by, updated_by;

	/* read beside it, for pages; "" where there is none */
	const char *family, *given, *preferred, *mrn;
	day_t birth;
	const char *patient_language;
	bool interpreter;
	int grace_min; /* past the start before it is a no-show */
	bool told;     /* the patient agreed to be told by text or e-mail */
	const char *provider_name, *provider_short;
	const char *site_name, *room_name, *type_name, *type_name_es;
	const char *zone; /* IANA, the site's */
};

struct visits {
	struct visit *v;
	size_t n, cap;
};

/* Who or what is in two places at once. */
enum visit_clash {
	CLASH_NONE,
	CLASH_PROVIDER,
	CLASH_ROOM,
	CLASH_PATIENT,
	CLASH_HELD, /* offered to somebody on the waitlist */
};

/* One row of a visit's history. */
struct visit_event {
	int64_t id;
	instant_t at;
	const char *user_name; /* "" the patient or a job */
	const char *actor, *what, *from, *to, *detail;
};

struct visit_events {
	struct visit_event *v;
	size_t n, cap;
};

/*
 * The transition table: each line is one act that one state allows. Code,
 * buttons and tests read this and nothing else.
 */
struct visit_step {
	enum visit_state from;
	enum visit_act act;
	enum visit_state to;
	enum visit_window window;
	enum perm perm;
};

extern const struct visit_step visit_steps[];
extern const size_t visit_steps_n;

enum visit_state visit_state(const struct visit *);
/* The step that act is for this visit, whoever asks and whenever; NULL:
 * there is none. */
const struct visit_step *visit_step(enum visit_state from, enum visit_act);
/* Is the step's window open? zone is the site's. */
bool visit_step_open(const struct visit_step *, const struct visit *,
	instant_t now, const struct zone *);

/* Of the site; UTC should that be unknown. */
const struct zone *visit_zone(const struct visit *);
/* Cancelled by the patient with less notice than asked for. */
bool visit_cancelled_late(const struct visit *, int notice_min);

const char *visit_state_code(enum visit_state);	 /* FHIR: "checked-in" */
const char *visit_state_label(enum visit_state); /* "In room" */
const char *visit_state_tone(enum visit_state);	 /* blue grey amber ... */
const char *visit_state_icon(enum visit_state);	 /* Lucide name */
const char *visit_state_slot(enum visit_state);	 /* calendar: "st-room" */
/* Does it take the provider's, the room's and the patient's time? */
bool visit_state_busy(enum visit_state);
bool visit_state_closed(enum visit_state); /* done, cancelled or missed */

const char *visit_act_name(enum visit_act);  /* in forms: "no-show" */
const char *visit_act_label(enum visit_act); /* button: "Mark no-show" */
const char *visit_act_done(enum visit_act);  /* told after: "Marked ..." */
const char *visit_act_what(enum visit_act);  /* history: "noshow" */
bool visit_act_parse(const char *, enum visit_act *);

/* Each ends with {NULL, NULL}. */
extern const struct word visit_modes[];
extern const struct word visit_cancel_patient[]; /* patient's reasons */
extern const struct word visit_cancel_clinic[];
const char *visit_mode_label(const char *mode);
const char *visit_reason_label(const char *reason); /* as is if unknown */
const char *visit_what_label(const char *what);	    /* history, in words */

#endif
