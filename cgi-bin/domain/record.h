#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "domain/record_map.h"

struct arena;

/*
 * Records from elsewhere, as the chart shows them. id is that of the
 * resource, for /records/ID. No text is NULL; "" was not in the source.
 * A when is made for reading, no more exact than the source: "2019",
 * "Mar 2019", "12 Mar 2019", "12 Mar 2019 08:05" (the source's own wall
 * clock). on is the day for sorting and comparing, DAY_NONE if unknown.
 */
struct record {
	int64_t id;
	int64_t patient_id; /* 0: about no patient of ours, or not yet */
	const char *type;   /* "Observation" */
	const char *title;
	const char *status; /* the source's code: "final" */
	const char *when;
	day_t on;
	bool kept;	    /* whole, but in no typed table */
	const char *reason; /* why only kept */
	const char *fhir_id;
	const char *file; /* it came in this file */
	instant_t imported_at;
	int64_t version;     /* 2 and more: it came again, changed */
	int64_t parent_id;   /* the resource that contains it, or 0 */
	int64_t visit_id;    /* an Appointment became this visit, or 0 */
	int64_t coverage_id; /* a Coverage became this policy, or 0 */
	const char *json;    /* whole, as it came; only record_store_get */
};

struct records {
	struct record *v;
	size_t n, cap;
};

/* How many there are of a type. */
struct record_count {
	const char *type;
	int64_t n;
};

struct record_counts {
	struct record_count *v;
	size_t n, cap;
};

struct allergy {
	int64_t id;
	const char *what;
	const char *reaction;	 /* "Hives, Wheezing" */
	const char *severity;	 /* mild, moderate, severe */
	const char *criticality; /* low, high, unable-to-assess */
	const char *category;	 /* food, medication, environment, biologic */
	const char *status;	 /* active, inactive, resolved */
	const char *verification;
	const char *when;
	bool active;
	bool none_known; /* it says that there is no allergy */
};

struct allergies {
	struct allergy *v;
	size_t n, cap;
};

struct problem {
	int64_t id;
	const char *what;
	const char *code, *code_system;
	const char *category;
	const char *severity;
	const char *status; /* active, recurrence, relapse, resolved ... */
	const char *verification;
	const char *onset, *abatement; /* readable */
	const char *note;
	day_t on;
	bool active;
};

struct problems {
	struct problem *v;
	size_t n, cap;
};

struct medication {
	int64_t id;
	const char *what;
	const char *dosage; /* "1 tablet, twice a day" as far as given */
	const char *status; /* active, stopped, completed ... */
	const char *intent;
	const char *reason;
	const char *requester;
	const char *when; /* ordered */
	day_t on;
	bool active;
};

struct medications {
	struct medication *v;
	size_t n, cap;
};

struct observation {
	int64_t id;
	const char *key; /* "system|code": for record_store_series */
	const char *what;
	const char *shown;  /* "128 / 82 mmHg" */
	const char *number; /* the exact digits, or "" */
	const char *unit;
	const char *category; /* vital-signs, laboratory, survey ... */
	const char *status;
	const char *flag;  /* interpretation: "High" */
	const char *range; /* "3.5 to 5.1" */
	const char *when;
	day_t on;
	instant_t at; /* INSTANT_NONE: no time given */
};

struct observations {
	struct observation *v;
	size_t n, cap;
};

/* Encounters, procedures, immunizations, reports, plans, teams, goals,
 * claims: what happened, in one shape. */
struct record_event {
	int64_t id;
	const char *type; /* FHIR type: "Encounter" */
	const char *title;
	const char *detail; /* class and reason, conclusion, outcome, sum */
	const char *status;
	const char *when, *until; /* until "" when one moment */
	day_t on;
	instant_t at; /* INSTANT_NONE: no time given */
};

struct record_events {
	struct record_event *v;
	size_t n, cap;
};

/* "12 Mar 2019 08:05" of "2019-03-12T08:05:00-05:00"; of an interval
 * "start/end" the start. What is not a date stands as it is. */
const char *record_when(struct arena *, const char *fhir);
/* The day of it: the first day of a year or month; DAY_NONE if none. */
day_t record_day(const char *fhir);
/* The words of a FHIR code in a list: "in-progress" is "In progress". */
const char *record_words(struct arena *, const char *code);
/* What a reader calls a type: "MedicationRequest" is "Medication". */
const char *record_type_label(const char *type);

/*
 * One typed row on its way into the store: values in the order of the
 * table's column list in record_map.h.
 */
enum record_value_kind { RECORD_NULL, RECORD_TEXT, RECORD_INT };

struct record_value {
	enum record_value_kind kind;
	const char *text;
	int64_t n;
};

#define RECORD_COLUMNS_MAX 48

#endif
