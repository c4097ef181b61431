#ifndef STAFF_PATIENT_PART_H
#define STAFF_PATIENT_PART_H

struct patient;
struct patient_line;
struct patient_lines;
struct req;
struct tpl;

/* What the pages about patients share. */

/* The table part/patient_rows.tpl at a marker; each patient goes into the
 * audit row as shown. Nothing is put there for an empty list. */
void patient_part_rows(struct req *, struct tpl *t, const char *marker,
	const char *caption, const struct patient_lines *);
/* part/empty.tpl at a marker, with one next act (url NULL: none). */
void patient_part_empty(struct req *, struct tpl *t, const char *marker,
	const char *title, const char *text, const char *url,
	const char *label);
/* "Delgado, Rosa" and "104-882" of a line. */
const char *patient_part_name(struct req *, const struct patient_line *);
const char *patient_part_mrn(struct req *, const struct patient_line *);

#endif
