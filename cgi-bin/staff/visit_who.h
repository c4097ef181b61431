#ifndef STAFF_VISIT_WHO_H
#define STAFF_VISIT_WHO_H

#include "domain/patient.h"
#include "domain/search_key.h"
#include "domain/visit_type.h"
#include "web/form.h"

struct patient_lines;
struct req;
struct tpl;

/* Whom a visit is booked for, and what for: the calendar's booking and the
 * walk-in ask both in the same way. */

/* The field "find" of a form that asks for the patient. */
#define VISIT_WHO_FIND                                                         \
	{                                                                      \
		.name = "find", .label = "Patient",                            \
		.hint = "Name, date of birth, MRN or phone",                   \
		.type = FIELD_TEXT, .required = true, .max = SEARCH_TEXT_MAX,  \
		.missing = "Type a name, a date of birth, an MRN or a phone"   \
	}

/* The patients that the field finds. 0, or the status of an error page. */
int visit_who_find(struct req *, struct patient_lines *);
/* The page's form, MAY_CREATE, and staff/visit_who.tpl at its marker: who
 * was found, or nobody; each leads to before, number, after. found is NULL
 * until somebody was looked for. Returns the reply's status. */
int
visit_who_draw(struct req *, struct tpl *, const struct patient_lines *found,
	const char *before, const char *after);

struct visit_who {
	struct patient patient;
	struct visit_type type;
	bool has_type;
};

/* 0, or the status of an error page. type 0, or one that is not the
 * clinic's: has_type stays false. */
int
visit_who_load(struct req *, int64_t patient, int64_t type, struct visit_who *);

#endif
