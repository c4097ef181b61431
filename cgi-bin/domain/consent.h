#ifndef DOMAIN_CONSENT_H
#define DOMAIN_CONSENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"

/* What a patient is asked to agree to when they come. Rules: tests/RULES.md,
 * "The check-in desk". */
enum consent_kind {
	CONSENT_TREATMENT,
	CONSENT_PRIVACY,    /* the notice was received */
	CONSENT_TELEHEALTH, /* before a visit by video or phone */
	CONSENT_TEXT,	    /* to be told by text message */
	CONSENT_KINDS
};

struct consent {
	int64_t id;
	const char *kind, *answer, *how; /* as stored */
	instant_t at;
	const char *user_name;
};

struct consents {
	struct consent *v; /* newest first */
	size_t n, cap;
};

const char *consent_name(enum consent_kind);  /* "privacy" */
const char *consent_label(enum consent_kind); /* "Privacy notice received" */
/* The newest answer of a kind, or NULL. */
const struct consent *consent_last(const struct consents *, enum consent_kind);
/*
 * Is it to be asked for now? mode is the visit's. What was given holds for
 * a year, the privacy notice for good; what was declined is asked again.
 */
bool consent_due(const struct consents *, enum consent_kind, const char *mode,
	instant_t now);

#endif
