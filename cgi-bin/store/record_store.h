#ifndef STORE_RECORD_STORE_H
#define STORE_RECORD_STORE_H

#include "domain/record.h"

struct arena;
struct db;
struct scope;

/*
 * Reading the records that were imported. All are of one patient of the
 * caller's clinic, newest first, and return 0, or -1 when the database
 * failed. A limit of 0 is no limit. For a patient's own session (portal)
 * only that patient's are found.
 */
int record_store_allergies(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct allergies *);
/* Active first. */
int record_store_problems(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct problems *);
int record_store_medications(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct medications *);
/* The latest value of each code; category "" is all ("vital-signs"). */
int record_store_latest(struct db *, struct arena *, const struct scope *,
	int64_t patient, const char *category, struct observations *);
/* One code through time, newest first. */
int record_store_series(struct db *, struct arena *, const struct scope *,
	int64_t patient, const char *key, int limit, struct observations *);
/* One type: Encounter, Procedure, Immunization, DiagnosticReport, CarePlan,
 * CareTeam, Goal, Claim, ExplanationOfBenefit, Appointment, Coverage. */
int record_store_events(struct db *, struct arena *, const struct scope *,
	int64_t patient, const char *type, int limit, struct record_events *);
/* What happened, without the single measurements and the claims; type ""
 * is all. Page on with the at and id of the last row (first: 0, 0). */
int record_store_timeline(struct db *, struct arena *, const struct scope *,
	int64_t patient, const char *type, instant_t before_at,
	int64_t before_id, int limit, struct record_events *);

/* Everything there is, of one type or of all (""); offset for paging. */
int record_store_list(struct db *, struct arena *, const struct scope *,
	int64_t patient, const char *type, int limit, int offset,
	struct records *);
int record_store_counts(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct record_counts *);
/* One, with its JSON. 1 found, 0 not (or not the caller's), -1 failed. */
int record_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct record *);

#endif
