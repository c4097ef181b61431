#ifndef STORE_COVERAGE_STORE_H
#define STORE_COVERAGE_STORE_H

#include "domain/coverage.h"

struct db;
struct scope;

/*
 * Policies, their checks, and the coming visits that need one. _get returns
 * 1, 0 (not there, or another clinic's) or -1; lists 0 or -1; those that
 * write the row's id or the rows changed, see each.
 */
int coverage_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct coverage *out);
/* In the order in which they pay; the ended ones last, if asked for. */
int coverage_store_list(struct db *, struct arena *, const struct scope *,
	int64_t patient, bool ended_too, struct coverages *out);
int coverage_store_checks(struct db *, struct arena *, const struct scope *,
	int64_t coverage, struct coverage_checks *out); /* newest first */
/* Of all policies of a patient, newest first. */
int
coverage_store_patient_checks(struct db *, struct arena *, const struct scope *,
	int64_t patient, int limit, struct coverage_checks *out);

/* The id, or 0: a place in the order that is taken is a conflict. */
int64_t
coverage_store_add(struct db *, const struct scope *, const struct coverage *);
/* Everything but the order and the status. Rows changed: 0 when the version
 * has moved on. */
int64_t coverage_store_update(struct db *, const struct scope *,
	const struct coverage *, int64_t version);
/* Ended, or entered in error; it leaves the order. */
int64_t coverage_store_end(struct db *, const struct scope *, int64_t id,
	int64_t version, const char *status, day_t end, const char *reason,
	instant_t now);
/* Not an edit: the version stays. With a reason it was meant for this one,
 * and who and when are kept. */
int64_t coverage_store_set_rank(struct db *, const struct scope *, int64_t id,
	int rank, const char *reason, instant_t now);
int64_t coverage_store_add_check(
	struct db *, const struct scope *, const struct coverage_check *);

/* ---- coming visits ---------------------------------------------------- */

/* A visit and the policy that pays first on its day. */
struct coming {
	int64_t visit_id, patient_id, coverage_id;
	instant_t start_at;
	const char *zone; /* of the site */
	const char *provider, *family, *given, *preferred, *mrn;
	day_t birth;
	const char *payer, *member_id;
	enum standing standing;
	instant_t checked_at; /* INSTANT_NONE: never for this month */
};
struct comings {
	struct coming *v;
	size_t n, cap;
};

/* From now to the end of the n-th day after today; at[i] to at[i + 1] is
 * what is left of, or all of, day[i] in the clinic's zone. */
#define COMING_DAYS 15
struct coming_span {
	int n;
	day_t day[COMING_DAYS];
	instant_t at[COMING_DAYS + 1];
};
struct coming_span
coming_span(const struct zone *, instant_t now, day_t today, int days);

/* show: bits 1u << enum standing. after: the visit the page before ended
 * with, or 0. Reads one more than limit, which is at most 50. n: how many
 * there are of each standing, shown or not. */
int coverage_store_coming(struct db *, struct arena *, const struct scope *,
	const struct coming_span *, unsigned show, int64_t after, int limit,
	struct comings *out, int64_t n[STANDINGS]);
int coverage_store_coming_counts(struct db *, const struct scope *,
	const struct coming_span *, int64_t n[STANDINGS]);

#endif
