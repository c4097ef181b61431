#ifndef CARE_IMPORT_H
#define CARE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "care/act.h"

/*
 * What came in, type by type. Every resource of every file is counted in
 * exactly one column. kept: whole, but in no typed table, the notes say
 * why; same: it was here already, byte for byte but for white space.
 */
struct import_count {
	const char *type;
	int64_t stored, kept, changed, same, refused;
};

struct import_counts {
	struct import_count *v;
	size_t n, cap;
};

struct import_note {
	const char *about; /* a type, or a file */
	const char *text;
	int64_t n; /* how many times */
};

struct import_notes {
	struct import_note *v;
	size_t n, cap;
};

struct import_report {
	struct arena *arena; /* the caller's; outlives the files */
	struct import_counts counts;
	struct import_notes notes;
	int64_t files, files_same, files_refused;
	int64_t bytes;
	int64_t empty;	  /* entries of Bundles that hold no resource */
	int64_t resolved; /* older references that found their target */
	int64_t open;	  /* references without a target; the caller's */
};

/*
 * Take in one file of FHIR R4 JSON, a Bundle or one resource, inside the
 * caller's write transaction. name is for messages and the list of files.
 * 0, or -1 with act->err saying file, line, column and reason: then the
 * caller rolls back, and nothing of the file is stored. The report counts
 * either way (ERR_INPUT: as refused).
 */
int care_import_fhir(struct act *, const char *name, const char *bytes,
	size_t n, struct import_report *);

/*
 * A list of patients as CSV, in the caller's write transaction; the columns
 * are in tests/RULES.md, "Lists of patients". All rows or none: with one
 * refused -1 and ERR_INPUT, and a note for each. A row whose patient is
 * here already, or twice in the file, is a duplicate and refused. To try
 * it only, the caller rolls back.
 */
int care_import_patients(struct act *, const char *name, const char *bytes,
	size_t n, struct import_report *);

/* The report as text, for the screen or a file. */
const char *import_report_text(struct arena *, const struct import_report *);

/* For the readers of care/: the row of a type; a note on a line; a number
 * as patient_phone wants it. */
struct import_count *import_count_of(struct import_report *, const char *type);
void import_note_line(struct import_report *, const char *about, size_t line,
	const char *text);
const char *import_phone(struct arena *, const char *text);

#endif
