#ifndef CODEC_FHIR_ROW_H
#define CODEC_FHIR_ROW_H

#include "codec/fhir/element.h"
#include "domain/record.h"

/*
 * What a resource gives for the typed tables, by the lists of
 * domain/record_map.h.
 */
struct fhir_code {
	const char *path;			    /* "category[1]" */
	const char *system, *code, *display, *text; /* NULL: not given */
};

struct fhir_codes {
	struct fhir_code *v;
	size_t n, cap;
};

/* The typed table of a resource type; -1 when it has none. */
int fhir_table(const char *type);
/* Does a resource of this type fill this child table? */
bool fhir_list_has(enum record_list, const char *type);
/* The member whose elements it holds. */
const char *fhir_list_member(enum record_list);

size_t fhir_table_columns(enum record_table);
size_t fhir_list_columns(enum record_list);

/*
 * Fill values in column order; codings that the columns do not hold are
 * added to codes, their paths after prefix ("component[0]." or ""). -1
 * when an element is not of the type FHIR gives it.
 */
int fhir_table_row(struct arena *, const struct fhir_source *,
	const struct js *resource, enum record_table,
	struct record_value v[RECORD_COLUMNS_MAX], struct fhir_codes *);
int fhir_list_row(struct arena *, const struct fhir_source *,
	const struct js *element, enum record_list, const char *prefix,
	struct record_value v[RECORD_COLUMNS_MAX], struct fhir_codes *);

#endif
