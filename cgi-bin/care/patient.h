#ifndef CARE_PATIENT_H
#define CARE_PATIENT_H

#include "care/act.h"
#include "domain/patient.h"
#include "store/search_store.h"

/*
 * Registering a patient and changing their details. Both run inside the
 * caller's write transaction.
 */

/* An entry that may be the same person, best match first. */
struct patient_twin {
	struct patient_line line;
	enum patient_match match;
};

struct patient_twins {
	struct patient_twin *v;
	size_t n, cap;
};

/* Who is already here that the newcomer may be; at most ten. */
int care_patient_twins(struct act *, const struct patient *p,
	const struct patient_phones *, struct patient_twins *out);

/* Registers; with an empty mrn the clinic's next number is given. Fills
 * p->id and p->mrn. ERR_CONFLICT: the MRN is taken. */
int care_patient_register(
	struct act *, struct patient *p, const struct patient_phones *);

/*
 * Writes what differs between the record and p, one history row a field.
 * p->version is the version that was edited; if the record has moved on,
 * ERR_CONFLICT and nothing is written. phones NULL: left as they are.
 */
int care_patient_update(
	struct act *, const struct patient *p, const struct patient_phones *);

/* A contact more, or one (by id) less; the history says so. ERR_NOT_FOUND
 * when the patient has no such contact. */
int care_patient_add_contact(
	struct act *, const struct patient *, const struct patient_person *);
int care_patient_drop_contact(struct act *, const struct patient *, int64_t id);

#endif
