/* The reader of FHIR files, given anything: codec/fhir. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "codec/fhir/resource.h"
#include "codec/fhir/row.h"
#include "fuzz/fuzz.h"

static void
lists(struct arena *a, const struct fhir_source *s,
	const struct fhir_resource *r, struct fhir_codes *codes)
{
	struct record_value row[RECORD_COLUMNS_MAX];

	for (int l = 0; l < RECORD_LIST_COUNT; l++) {
		const struct js *v =
			js_get(r->body, fhir_list_member((enum record_list)l));

		if (!fhir_list_has((enum record_list)l, r->type) || !v ||
			v->kind != JS_ARRAY)
			continue;
		for (v = v->child; v; v = v->next)
			if (fhir_list_row(a, s, v, (enum record_list)l, "x.",
				    row, codes))
				return;
	}
}

static void
resource(struct arena *a, const struct fhir_source *s,
	const struct fhir_resource *r)
{
	struct record_value row[RECORD_COLUMNS_MAX];
	struct fhir_references refs = {0};
	struct fhir_strings keys = {0};
	struct fhir_codes codes = {0};
	struct js_error e;
	size_t n;
	const char *small = js_minify(a, s->bytes, r->body, &n);
	int table = fhir_table(r->type);

	/* What was cut out is whole by itself, however it is spaced. */
	if (!js_read(a, small, n, &e) ||
		!js_read(a, s->bytes + r->body->at, r->body->end - r->body->at,
			&e))
		abort();
	fhir_keys(a, r, &keys);
	fhir_references(a, r, &refs);
	if (!*fhir_title(a, r) || !fhir_status(r))
		abort();
	if (*fhir_when(r) && !fhir_date_valid(fhir_when(r)))
		abort();
	fhir_patient_path(r);
	if (table >= 0)
		fhir_table_row(
			a, s, r->body, (enum record_table)table, row, &codes);
	lists(a, s, r, &codes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct fhir_resources list = {0};
	struct js_error e = {0};
	struct fhir_source s = {(const char *)data, n, &e};

	if (fhir_read(a, s.bytes, n, &list, &e) == 0)
		for (size_t i = 0; i < list.n; i++)
			resource(a, &s, &list.v[i]);
	else if (e.at > n || e.line == 0 || !*e.text)
		abort();
	arena_free(a);
	return 0;
}
