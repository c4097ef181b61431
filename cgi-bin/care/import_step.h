#ifndef CARE_IMPORT_STEP_H
#define CARE_IMPORT_STEP_H

#include "care/import.h"
#include "codec/fhir/resource.h"
#include "store/fhir_store.h"

/* Between the files of care/import: nobody else includes this. */

/* One resource on its way in. */
struct import_item {
	const struct fhir_resource *r;
	int64_t id;	    /* fhir_resource.id */
	int64_t patient_id; /* 0: none or not known */
	int64_t object_id;  /* it became this visit or policy before */
	bool fresh;	    /* new or changed: rows are to be written */
	bool changed;
	const char *kept; /* why it fills no table; NULL: it does */
	struct fhir_links links;
};

struct import {
	struct act *act;
	const char *name;
	struct fhir_source source;
	struct js_error error;
	struct fhir_resources resources;
	struct import_item *items; /* resources.n of them */
	struct import_report *report;
	int64_t file_id;
	int64_t resolved; /* older references that found their target */
};

/* act->err from the place in the file; -1. */
int import_refuse(struct import *);
int import_db_err(struct import *); /* -1 */
void import_note(struct import_report *, const char *about, const char *text);

/* The references of an item, with their targets; sets item->patient_id. */
int import_links(struct import *, struct import_item *);
/* Its typed rows. */
int import_rows(struct import *, struct import_item *);
/* A name has come to mean something: who was waiting for it? */
int import_arrived(struct import *, struct import_item *);
/* What else a resource becomes, when its patient is known. */
int import_patient(struct import *, struct import_item *);
int import_visit(struct import *, struct import_item *);
int import_coverage(struct import *, struct import_item *);
int import_allergy(struct import *, struct import_item *);

#endif
