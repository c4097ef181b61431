#ifndef CODEC_FHIR_ELEMENT_H
#define CODEC_FHIR_ELEMENT_H

#include <stdbool.h>

#include "codec/fhir/js.h"

struct arena;

/*
 * Elements of a FHIR R4 resource. The bytes are those the tree was read
 * from; errors name a place in them.
 */
struct fhir_source {
	const char *bytes;
	size_t n;
	struct js_error *error;
};

/*
 * The element at a path of member names and list positions, "type.0" or
 * "onset[x]". 0 with *out NULL when it is not there; -1 with the error set
 * when something on the way is a list where an object belongs, or the other
 * way round.
 */
int fhir_find(const struct fhir_source *, const struct js *, const char *path,
	const struct js **out);

/* The member "onset..." of "onset": any of its types. */
const struct js *fhir_choice(const struct js *, const char *stem);

/* The words of a CodeableConcept: its text, else the display or the code
 * of its first coding. NULL when it has none. */
const char *fhir_concept(const struct js *);
/* The words of any value: a primitive itself, "12 mg", "2.5 to 3 mg",
 * "start/end", a concept, a reference. NULL when there are none. */
const char *fhir_words(struct arena *, const struct js *);
/* "Rosa Delgado" of a HumanName. NULL when there is none. */
const char *fhir_name(struct arena *, const struct js *);
/* A list of strings joined with blanks. NULL when there are none. */
const char *fhir_join(struct arena *, const struct js *);
/* XHTML to its words (FHIR R4, 2.4.0): tags dropped, entities resolved. */
const char *fhir_plain(struct arena *, const char *div);

/* A date, dateTime or instant (FHIR R4, 2.24.0.1): a year, a month, a day
 * or a moment with its offset. */
bool fhir_date_valid(const char *);

#endif
