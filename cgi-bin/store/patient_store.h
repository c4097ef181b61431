#ifndef STORE_PATIENT_STORE_H
#define STORE_PATIENT_STORE_H

#include "domain/patient.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * Patients and what hangs on them. Reads return 1 found, 0 not there or
 * not the caller's, -1 the database failed; lists return 0 or -1. Keys,
 * digits and search forms are kept here, so that a patient written by
 * whatever path is found by the search box.
 */
int patient_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct patient *out);
/* By the clinic's own number, however it is written ("104-882"). */
int patient_store_by_mrn(struct db *, struct arena *, const struct scope *,
	const char *mrn, struct patient *out);
/* The patient with this identifier of another system; *id 0 if none. */
int patient_store_by_identifier(struct db *, const struct scope *,
	const char *system, const char *value, int64_t *id);
/* The clinic's next free number, as text; "" on failure. */
const char *
patient_store_next_mrn(struct db *, struct arena *, const struct scope *);

/* Adds with p->mrn as it is; created_at and updated_at are `now`. Returns
 * the id, or 0 (conflict: the MRN is taken). */
int64_t patient_store_add(struct db *, struct arena *, const struct scope *,
	const struct patient *p, instant_t now);
/* Writes every field if the row still has p->version, and raises it.
 * 1 done, 0 somebody else was first, -1 failed. */
int patient_store_update(struct db *, struct arena *, const struct scope *,
	const struct patient *p, instant_t now);

int patient_store_phones(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct patient_phones *out);
/* All numbers at once, ranked as they stand in the list. */
int patient_store_set_phones(struct db *, struct arena *, const struct scope *,
	int64_t patient, const struct patient_phones *);
int patient_store_persons(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct patient_persons *out);
int patient_store_set_persons(struct db *, const struct scope *,
	int64_t patient, const struct patient_persons *);
/* The id, or 0. */
int64_t patient_store_add_person(struct db *, const struct scope *,
	int64_t patient, const struct patient_person *);
/* The rows taken away: 1, or 0 if it is not this patient's. */
int64_t patient_store_drop_person(
	struct db *, const struct scope *, int64_t patient, int64_t id);
int patient_store_identifiers(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct patient_identifiers *);
/* The same identifier twice is one. */
int patient_store_add_identifier(struct db *, const struct scope *,
	int64_t patient, const struct patient_identifier *);

int patient_store_add_change(struct db *, const struct scope *, int64_t patient,
	const struct patient_change *);
/* Newest first. */
int patient_store_changes(struct db *, struct arena *, const struct scope *,
	int64_t patient, int limit, struct patient_changes *out);

#endif
