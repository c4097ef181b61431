#ifndef DOMAIN_NEED_H
#define DOMAIN_NEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/word.h"

struct arena;
struct show;

/*
 * What a visit needs beside a time, how it stands, and what patients and
 * types of visit say of it beforehand. Rules with worked examples:
 * tests/RULES.md, "Needs of a visit". Texts are never NULL.
 */
enum need_kind {
	NEED_INTERPRETER,
	NEED_TRANSPORT,
	NEED_MOBILITY, /* and what helps to see, hear, understand */
	NEED_CONSENT,
	NEED_FORM,
	NEED_REFERRAL,
	NEED_AUTHORIZATION,
	NEED_OTHER,
	NEED_KINDS
};

enum need_state {
	NEED_NEEDED,
	NEED_REQUESTED,
	NEED_CONFIRMED,
	NEED_NOT_NEEDED,
	NEED_FAILED,
	NEED_STATES
};

struct visit_need {
	int64_t id, version, visit_id;
	enum need_kind kind;
	const char *what;   /* tells two of a kind apart: which form */
	const char *source; /* patient, type, hand */
	enum need_state state;
	instant_t state_at;
	const char *user; /* who said so; "" told from the records */
	bool by_hand;
	const char *reason;
	const char *language, *mode, *sex, *vendor, *reference;
	instant_t pickup; /* INSTANT_NONE */
	const char *pickup_place, *way_back;
	bool wheelchair;
	day_t until;
	const char *note;
};

struct needs {
	struct visit_need *v;
	size_t n, cap;
};

struct need_event {
	instant_t at;
	const char *user, *detail;
	enum need_state state;
};

struct need_events {
	struct need_event *v;
	size_t n, cap;
};

/* What a patient needs each time. version 0: nothing is recorded. */
struct patient_need {
	int64_t version;
	const char *interpreter_mode, *interpreter_sex;
	const char *transport;
	bool wheelchair;
	const char *pickup_place, *mobility;
};

/* What every visit of a type needs. */
struct type_need {
	bool referral, auth, telehealth;
	const char *consents, *forms; /* one a line */
};

/* One with nothing in it, ready to be filled. */
struct visit_need need_new(enum need_kind);

const char *need_kind_name(enum need_kind);  /* as stored */
const char *need_kind_label(enum need_kind); /* "Interpreter" */
const char *need_kind_icon(enum need_kind);
bool need_kind_parse(const char *, enum need_kind *);

const char *need_state_name(enum need_state);
const char *need_state_label(enum need_state);
const char *need_state_tone(enum need_state);
const char *need_state_icon(enum need_state);
bool need_state_parse(const char *, enum need_state *);
/* Does it keep the visit from being ready? */
bool need_missing(enum need_state);

/* "Interpreter, Spanish, by video"; "Form: Intake". */
const char *need_title(struct arena *, const struct visit_need *);
/* What is known of it: vendor, numbers, times; "" if nothing. */
const char *need_detail(const struct show *, const struct visit_need *);
/* What to do next; "" when nothing is. */
const char *need_next(const struct visit_need *);
/* For another time it must be arranged anew: interpreter, transport. */
bool need_of_time(enum need_kind);
size_t needs_missing(const struct needs *);

/* Each ends with {NULL, NULL}. */
extern const struct word need_interpreter_modes[], need_transport_modes[],
	need_sexes[];

#endif
