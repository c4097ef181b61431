#ifndef DOMAIN_READY_H
#define DOMAIN_READY_H

#include "domain/coverage.h"
#include "domain/need.h"

/*
 * Is a visit ready, and what should be known before it is booked? Facts
 * in, warnings out; nothing here ever forbids a visit. Rules with worked
 * examples: tests/RULES.md, "Needs of a visit".
 */
struct prior_auth {
	int64_t id, version, patient_id, coverage_id;
	int64_t type_id; /* 0: visits of any type */
	const char *service, *number, *status, *note;
	int units; /* 0: no limit */
	day_t from, to;
	const char *type_name; /* read along; "" if none */
	int used;	       /* counted by whoever lists them */
};

struct prior_auths {
	struct prior_auth *v;
	size_t n, cap;
};

struct referral_in {
	int64_t id, version, patient_id;
	int64_t type_id; /* 0: visits of any type */
	const char *from_whom, *number, *note;
	int visits; /* 0: no limit */
	day_t from, to;
	const char *type_name;
	int used;
};

struct referrals_in {
	struct referral_in *v;
	size_t n, cap;
};

/* A visit that is booked, under way or done: each uses one unit. */
struct ready_use {
	int64_t visit_id, type_id;
	instant_t start;
	day_t on;
};

struct ready_uses {
	struct ready_use *v;
	size_t n, cap;
};

struct ready_facts {
	int64_t visit_id; /* 0: not booked yet */
	int64_t except;	  /* a visit this one takes the place of, or 0 */
	int64_t type_id;
	instant_t start;
	day_t on, today;
	const struct day_set *holidays;
	const char *mode;     /* in_person, video, phone */
	const char *language; /* of the patient */
	bool interpreter;
	bool telehealth_given; /* agreed to it before, and it still holds */
	struct patient_need patient;
	struct type_need type;
	/* Payer, plan_name, dates, status. When a patient books nobody looks:
	 * what is said of the insurance is for staff. */
	bool blind;
	struct coverages policies;
	struct prior_auths auths;
	struct referrals_in referrals;
	struct ready_uses uses;
	struct needs needs; /* of the visit; of a new one those planned */
};

/* How an authorization or a referral stands for a visit, best first. */
enum grant {
	GRANT_OK,
	GRANT_PENDING,
	GRANT_EXHAUSTED,
	GRANT_ENDED,
	GRANT_NOT_YET, /* begins after the visit */
	GRANT_DENIED,
	GRANT_NONE,
};

struct grant_fact {
	enum grant grant;
	const struct prior_auth *auth; /* the one that decides, or NULL */
	const struct referral_in *referral;
	int used; /* of its units by other visits */
	int left; /* after this one; -1: no limit */
};

struct grant_fact ready_auth(const struct ready_facts *);
struct grant_fact ready_referral(const struct ready_facts *);
/* What the records say of a need that nobody has spoken for. */
enum need_state
ready_told(const struct ready_facts *, const struct visit_need *);
/* How many visits use one up. */
int ready_auth_used(const struct prior_auth *, const struct ready_uses *);
int ready_referral_used(const struct referral_in *, const struct ready_uses *);

/* The needs that patient and type bring with them, as the records say they
 * stand. */
void ready_plan(struct arena *, const struct ready_facts *, struct needs *out);

/* One fact somebody should know, in one sentence. */
struct ready_warning {
	enum need_kind kind; /* NEED_KINDS: the insurance */
	bool soft;	     /* good to know; nothing is missing */
	const char *text;
};

struct ready_warnings {
	struct ready_warning *v;
	size_t n, cap;
};

void ready_warn(const struct show *, const struct ready_facts *,
	struct ready_warnings *out);

#define READY_AHEAD 3 /* business days before a visit that all must stand */
/* The consent that the desk keeps: not asked again while it holds. */
#define READY_TELEHEALTH "Care by video or phone"

/* Is the visit that near? */
bool ready_due(day_t visit, day_t today, const struct day_set *holidays);

#endif
