#ifndef STORE_SEARCH_STORE_H
#define STORE_SEARCH_STORE_H

#include <stdbool.h>

#include "domain/patient.h"
#include "domain/scope.h"
#include "domain/search_key.h"

struct arena;
struct db;

#define SEARCH_PAGE 50

/*
 * Finding patients. Every way of looking is a short walk along one index;
 * there is no query over all patients. Functions return 0 or -1.
 */

/* A line of a list of patients. */
struct patient_line {
	int64_t id;
	const char *mrn, *family, *given, *suffix, *preferred;
	day_t birth;
	const char *sex, *phone;
	day_t deceased;
	bool active, restricted;
	instant_t next_visit; /* INSTANT_NONE: none booked */
	int64_t open_items;
	bool same_name; /* another line has this surname and first name */
};

struct patient_lines {
	struct patient_line *v;
	size_t n, cap;
};

/* Where a page of results goes on: all zero is the beginning. */
struct search_from {
	int probe;
	int64_t id; /* the last patient shown */
};

/* A spelling that has patients, as single words: "delgado rosa". */
struct search_guess {
	const char *text;
};

struct search_guesses {
	struct search_guess *v;
	size_t n, cap;
};

struct search_found {
	struct patient_lines lines; /* at most SEARCH_PAGE */
	bool more;
	struct search_from next;       /* if more */
	struct search_guesses guesses; /* lines are theirs, if any */
};

/* If nothing is found, looks again for names one typing error away. */
int search_store_find(struct db *, struct arena *, const struct scope *,
	const struct search_key *, struct search_from, instant_t now,
	struct search_found *out);

/* Patients the caller opened lately, and the newest in the book. */
int search_store_recent(struct db *, struct arena *, const struct scope *,
	instant_t now, struct patient_lines *out);
int search_store_newest(struct db *, struct arena *, const struct scope *,
	instant_t now, int limit, struct patient_lines *out);
/* These patients, in this order; ids of other clinics are left out. */
int search_store_lines(struct db *, struct arena *, const struct scope *,
	const int64_t *ids, size_t n, instant_t now, struct patient_lines *out);
/* Who shares the birth date, a phone number or the name with this one:
 * candidates to look for twins among, at most SEARCH_PAGE. */
int search_store_twins(struct db *, struct arena *, const struct scope *,
	const struct patient *, const struct patient_phones *, instant_t now,
	struct patient_lines *out);

/* Kept by patient_store: the forms this patient's name is found by. */
int search_store_learn(struct db *, struct arena *, const struct scope *,
	int64_t patient, const struct patient *);
int search_store_forget(struct db *, struct arena *, const struct scope *,
	int64_t patient, const struct patient *);

#endif
