#ifndef DOMAIN_PREP_H
#define DOMAIN_PREP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/word.h"

struct show;

/*
 * What is done at home before a visit: nothing to eat from an hour on, a
 * form sent in, a device brought along. Rules with worked examples:
 * tests/RULES.md, "Before the visit". Texts are never NULL.
 */
#define PREP_LEAD_MOST 90 /* hours or days */

enum prep_kind {
	PREP_INSTRUCTION,
	PREP_FASTING,
	PREP_FORM,
	PREP_BRING,
	PREP_RETURN,
	PREP_MEDICATION,
	PREP_KINDS
};

/* One step of a type of visit (visit_id 0), or of a visit. */
struct prep {
	int64_t id, version;
	int64_t type_id; /* of a type's step */
	int64_t visit_id, prep_id;
	enum prep_kind kind;
	bool days; /* lead counts days, not hours */
	int lead;
	bool needed;
	const char *words, *words_es;
	bool active;
	instant_t due, done; /* done: INSTANT_NONE */
	const char *user;    /* who ticked it, "" */
	int64_t user_id;
};

struct preps {
	struct prep *v;
	size_t n, cap;
};

/*
 * When it is due for a visit that starts then. Hours are elapsed hours,
 * through the night the clocks change too; days are days of the calendar
 * in that zone, and the step is due with the last second of its day. What
 * is due on the day of the visit itself is due when it starts.
 */
instant_t prep_due(const struct prep *, instant_t start, const struct zone *);
/* Does it keep the visit from being ready? Needed, not ticked, and due
 * before that moment; fasting is never ticked and never missing. */
bool prep_missing(const struct prep *, instant_t before);
/* Can somebody tick it? Nobody can look whether a patient has eaten. */
bool prep_ticks(enum prep_kind);

const char *prep_kind_name(enum prep_kind);
const char *prep_kind_label(enum prep_kind); /* for staff: "Form" */
const char *prep_kind_icon(enum prep_kind);
bool prep_kind_parse(const char *, enum prep_kind *);
extern const struct word prep_kinds[];

/* For the patient, in the language of show: what it is, and what to do
 * with its day and hour. spanish chooses the clinic's own words; a step
 * without them says it in English. */
const char *prep_title(const struct show *, enum prep_kind);
const char *prep_text(const struct show *, const struct prep *, bool spanish);
/* "by Thu 26 Nov", "from Tue 1 Dec 01:30": for staff. */
const char *prep_when(const struct show *, const struct prep *);
/* "8 hours before", "3 days before", "On the day" */
const char *prep_lead(const struct show *, const struct prep *);

#endif
