#ifndef DOMAIN_COVERAGE_H
#define DOMAIN_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"

struct arena;

/*
 * Policies and what was found when one was checked. Rules with worked
 * examples: tests/RULES.md, "Insurance". Texts are never NULL; a policy is
 * FHIR R4 Coverage.
 */
#define CENTS_NONE (-1)

struct payer {
	int64_t id;
	const char *name, *code, *kind, *phone;
};

struct payers {
	struct payer *v;
	size_t n, cap;
};

struct coverage {
	int64_t id, version;
	int64_t patient_id, payer_id;
	const char *plan_name, *plan_kind;
	const char *member_id, *group_no;
	const char *relationship;    /* self, spouse, child, other */
	const char *subscriber_name; /* "" when self */
	day_t subscriber_birth;
	day_t start, end; /* end is the last day covered */
	int rank;	  /* 1 pays first */
	const char *rank_reason;
	int64_t copay_cents; /* or CENTS_NONE */
	const char *auth_phone;
	const char *rx_bin, *rx_pcn, *rx_group;
	const char *note;
	const char *status; /* active, ended, entered-in-error */
	const char *end_reason;
	const char *source; /* staff, portal, import, demo */
	instant_t updated_at;
	/* Read along, never written: */
	const char *payer, *payer_kind, *payer_phone;
	const char *updater;
};

struct coverages {
	struct coverage *v;
	size_t n, cap;
};

struct coverage_check {
	int64_t id;
	int64_t patient_id, coverage_id, appointment_id;
	instant_t at;
	int64_t user_id;
	const char *user;   /* name, "" for a program */
	const char *method; /* phone, website, card, electronic */
	const char *result; /* active, inactive, failed */
	day_t service;	    /* the day asked about */
	int64_t copay_cents, deductible_cents, deductible_left_cents,
		out_of_pocket_left_cents;
	const char *reference, *person, *note;
};

struct coverage_checks {
	struct coverage_check *v;
	size_t n, cap;
};

/* What is known about a policy for a visit. */
enum standing {
	STANDING_UNCHECKED,
	STANDING_ACTIVE,
	STANDING_INACTIVE,
	STANDING_FAILED, /* "Could not check" */
	STANDING_NO_POLICY,
	STANDINGS
};

const char *standing_name(enum standing); /* in the URL */
const char *standing_label(enum standing);
const char *standing_tone(enum standing);
const char *standing_icon(enum standing);
bool standing_parse(const char *, enum standing *out);
/* The result of a check, as stored, in these words. */
enum standing standing_of_result(const char *result);
bool standing_good(enum standing);

/* Does the policy cover this day, by its dates and status? */
bool coverage_on(const struct coverage *, day_t);
/*
 * What these checks, of one policy, say about a visit on that day: of those
 * that asked about a day in the same month the newest that got an answer
 * decides; without an answer it is "could not check", or "not checked".
 */
enum standing coverage_standing(const struct coverage_checks *, day_t visit);

/* The first day of the day's month. */
day_t coverage_month(day_t);

/*
 * A member number in its one spelling: upper case, without blanks, and for
 * Medicare without hyphens. NULL when it cannot be one of this kind of
 * payer.
 */
const char *
coverage_member_id(struct arena *, const char *payer_kind, const char *typed);
/* A Medicare Beneficiary Identifier. Source: CMS, MBI format. */
bool mbi_valid(const char *);

const char *payer_kind_label(const char *kind);
const char *plan_kind_label(const char *kind);
const char *relationship_label(const char *relationship);
const char *check_method_label(const char *method);
const char *coverage_rank_label(int rank); /* "Primary" */

#endif
