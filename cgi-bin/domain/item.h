#ifndef DOMAIN_ITEM_H
#define DOMAIN_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/scope.h"

/*
 * An open loop: something that must not be dropped, with somebody who
 * answers for it and a moment it is due. Rules with worked examples:
 * tests/RULES.md, "Open loops". Only cgi-bin/care/item.c changes one.
 */
enum item_kind {
	ITEM_FOLLOWUP,	      /* a call or check somebody asked for */
	ITEM_DISCHARGE_CALL,  /* after a hospital stay */
	ITEM_VISIT_CONFIRM,   /* asked, no answer */
	ITEM_VISIT_CHANGE,    /* the patient asks for another time */
	ITEM_VISIT_CANCELLED, /* the patient cancelled: rebook? */
	ITEM_NO_SHOW,	      /* did not come: reach and rebook */
	ITEM_COVERAGE_CHECK,  /* subject: the coverage */
	ITEM_REFERRAL,
	ITEM_AUTHORIZATION,
	ITEM_MESSAGE,
	ITEM_RESULT,
	ITEM_PORTAL_HELP,  /* cannot get in, wrong details */
	ITEM_RECORD_CHECK, /* an import or a record to look at */
	ITEM_RECALL,	   /* is to come again; subject: the recall */
	ITEM_VISIT_READY,  /* soon, and what it needs is missing */
	ITEM_SEQUENCE,	   /* others wait for it; subject: the visit */
	ITEM_KINDS
};

/* The stored states; "late" is no state, see item_late(). */
enum item_state {
	ITEM_NEW,
	ITEM_IN_PROGRESS,
	ITEM_WITH_PATIENT,
	ITEM_WITH_PAYER,
	ITEM_WITH_SPECIALIST,
	ITEM_WITH_PROVIDER,
	ITEM_SNOOZED,
	ITEM_DONE,
	ITEM_CANCELLED,
	ITEM_STATES
};

/* The tabs of Today. Each kind is in exactly one. */
enum item_queue {
	QUEUE_ALL,
	QUEUE_VISITS,
	QUEUE_FOLLOWUPS,
	QUEUE_INSURANCE,
	QUEUE_REFERRALS,
	QUEUE_AUTHORIZATIONS,
	QUEUE_MESSAGES,
	QUEUE_OTHER,
	QUEUES
};

/* What may prove that a loop is closed. Bits, for item_proof_ok(). */
enum item_proof {
	PROOF_NONE = 0,
	PROOF_ATTEMPT = 1,
	PROOF_APPOINTMENT = 2,
	PROOF_COVERAGE_CHECK = 4,
	PROOF_NOTE = 8,
};

enum item_bucket { BUCKET_LATE, BUCKET_TODAY, BUCKET_WEEK, BUCKET_LATER };

/* Where the buckets end: now, midnight, and the midnight after 7 days. */
struct item_window {
	instant_t now, tomorrow, week;
};

struct item {
	int64_t id, version;
	enum item_kind kind;
	enum item_state state;
	int64_t patient_id;	  /* 0: about no patient */
	const char *subject_type; /* "", "appointment", "coverage", ... */
	int64_t subject_id;
	const char *title, *detail, *next_step, *waiting_on;
	int64_t owner_id, team_id;
	const char *owner, *team; /* names, "" if none */
	int priority;		  /* 1 urgent, 2 normal, 3 low */
	instant_t due_at;
	bool due_all_day;
	instant_t state_at, snoozed_until, escalated_at;
	int attempts;
	instant_t last_attempt_at;
	const char *last_outcome;
	instant_t opened_at;
	int64_t opened_by;
	const char *opener; /* name, "" for a patient or a job */
	instant_t closed_at;
	int64_t closed_by;
	const char *closer, *close_reason;
	enum item_proof proof;
	int64_t evidence_id;
	const char *evidence;
	/* of the patient, for lists */
	const char *family, *given, *preferred, *mrn;
	day_t birth;
};

struct items {
	struct item *v;
	size_t n, cap;
};

struct item_event {
	int64_t id;
	instant_t at;
	const char *user;  /* name, or "" */
	const char *actor; /* staff, patient, system */
	const char *what;
	const char *before, *after, *note;
};

struct item_events {
	struct item_event *v;
	size_t n, cap;
};

/* A try to reach somebody. */
struct attempt {
	int64_t id;
	instant_t at;
	const char *user;
	const char *channel, *number, *person, *outcome, *note;
};

struct attempts {
	struct attempt *v;
	size_t n, cap;
};

const char *item_kind_name(enum item_kind);  /* as stored */
const char *item_kind_label(enum item_kind); /* "Follow-up" */
const char *item_kind_icon(enum item_kind);  /* in icons.svg */
const char *item_kind_class(enum item_kind); /* of the little square */
const char *item_kind_team(enum item_kind);  /* the team's name */
const char *item_kind_act(enum item_kind);   /* "Call": the row's button */
const char *item_kind_act_icon(enum item_kind);
bool item_kind_parse(const char *, enum item_kind *out);
enum item_queue item_kind_queue(enum item_kind);
const char *item_queue_name(enum item_queue);  /* in the URL */
const char *item_queue_label(enum item_queue); /* "Appointments" */
bool item_queue_parse(const char *, enum item_queue *out);

const char *item_state_name(enum item_state);
const char *item_state_label(enum item_state);
const char *item_state_tone(enum item_state); /* CSS class of the tag */
const char *item_state_icon(enum item_state);
bool item_state_parse(const char *, enum item_state *out);
bool item_state_open(enum item_state);
bool item_state_waits(enum item_state); /* on somebody outside */
/* The one transition table. Out of a closed state leads only undo. */
bool item_may_move(enum item_state from, enum item_state to);
/* What a list shows: a snoozed item whose time has come is in progress. */
enum item_state item_state_at(const struct item *, instant_t now);

const char *item_proof_name(enum item_proof);
bool item_proof_parse(const char *, enum item_proof *out);
/* May a loop of this kind be closed by such a proof? */
bool item_proof_ok(enum item_kind, enum item_proof);
/* A note proves something when it says what was done: ten characters. */
bool item_note_ok(const char *);
/* Reached, or refused by the person: both mean that we spoke. A voicemail,
 * a text or a letter is an attempt only. */
bool attempt_is_contact(const char *outcome);
const char *attempt_outcome_label(const char *outcome);
const char *attempt_channel_label(const char *channel);

/* Due any time on a day is due at its last second. */
instant_t item_due_at(const struct zone *, day_t);
/* When a loop of this kind is due if nobody says otherwise. */
day_t item_due_rule(enum item_kind, day_t today, const struct day_set *);
struct item_window item_window(const struct zone *, day_t today, instant_t now);
bool item_late(const struct item *, instant_t now);
enum item_bucket item_bucket(instant_t due, const struct item_window *);

/* Front desk and billing see their own work, their teams' and what is
 * administrative; the store asks this once per statement. */
bool item_sees_all(const struct scope *);
bool item_kind_admin(enum item_kind);
/* They change only what is theirs or nobody's. */
bool item_may_change(const struct item *, const struct scope *);

#define ITEM_UNDO_S 600 /* how long an act can be taken back */

#endif
