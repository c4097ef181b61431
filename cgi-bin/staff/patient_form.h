#ifndef STAFF_PATIENT_FORM_H
#define STAFF_PATIENT_FORM_H

#include <stddef.h>

#include "domain/patient.h"
#include "web/form.h"

struct req;
struct tpl;

/*
 * The form of a patient's details: one for registering, one for editing,
 * which has the fields that only change later and the version besides.
 */
extern const struct form patient_new_form, patient_edit_form;

/* Put the clinic's providers and sites into the form; 0 or -1. */
int patient_form_choices(struct req *);
/* From a record to the form, and what was posted into a record. Fields the
 * form does not have are left as they are. */
void patient_form_fill(
	struct req *, const struct patient *, const struct patient_phones *);
void patient_form_read(struct req *, struct patient *, struct patient_phones *);

/* A provider or site that is not this clinic's is an error by the field; 0,
 * or -1 when the database failed. */
int patient_form_check(struct req *);

/* The names of the provider and site that were chosen, into p; 0 or -1. */
int patient_form_names(struct req *, struct patient *p);

/* One field of a record: as the form posts it, and as a person reads it. */
struct patient_fact {
	const char *name, *label;
	const char *value, *shown;
};

struct patient_facts {
	struct patient_fact *v;
	size_t n, cap;
};

/* Every field of the editing form, in its order. */
void patient_form_facts(struct req *, const struct patient *,
	const struct patient_phones *, struct patient_facts *);

/* FACT rows (LABEL, KNOWN or GONE (TEXT)) of rq->o.patient in t: what a
 * person reads of the form. 0 or -1. */
int patient_form_shown(struct req *, struct tpl *t);

#endif
