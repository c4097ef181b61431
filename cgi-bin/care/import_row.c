/*
 * The typed rows of an imported resource and the references between
 * resources: what they point at, and who was waiting for them.
 */
#include <string.h>

#include "base/arena.h"
#include "care/import_step.h"
#include "codec/fhir/row.h"
#include "store/record_put.h"
#include "store/store.h"

/* Relative references in a Bundle are read against the fullUrl of their
 * entry (FHIR R4, Bundle, "Resolving references in Bundles"). */
static const char *
full_key(struct import *im, const struct fhir_resource *r, const char *key)
{
	const char *tail =
		arena_printf(im->act->arena, "/%s/%s", r->type, r->id);
	size_t n = strlen(r->full_url), m = strlen(tail);

	if (strncmp(r->full_url, "http", 4) != 0 || strstr(key, ":") ||
		strchr(key, '?') || n <= m ||
		strcmp(r->full_url + n - m, tail) != 0)
		return NULL;
	return arena_printf(
		im->act->arena, "%.*s/%s", (int)(n - m), r->full_url, key);
}

static int
look_up(struct import *im, const struct import_item *it, const char *key,
	struct fhir_target *t)
{
	struct act *act = im->act;
	const char *full = full_key(im, it->r, key);
	int n = 0;

	*t = (struct fhir_target){0};
	if (full)
		n = fhir_store_lookup(act->db, act->arena, act->scope, full, t);
	if (n == 0)
		n = fhir_store_lookup(act->db, act->arena, act->scope, key, t);
	return n;
}

/* The reference that says whose record it is. */
static bool
names_patient(const struct import_item *it, const char *path,
	const struct fhir_target *t)
{
	const char *p = fhir_patient_path(it->r);

	if (p && strcmp(p, path) == 0)
		return true;
	return strcmp(it->r->type, "Appointment") == 0 &&
	       strncmp(path, "participant[", 12) == 0 &&
	       strcmp(t->type, "Patient") == 0;
}

static int
link_one(struct import *im, struct import_item *it,
	const struct fhir_reference *ref, struct fhir_link *l)
{
	struct act *act = im->act;
	struct fhir_target t = {0};
	int n = 0;

	*l = (struct fhir_link){
		.resource_id = it->id,
		.path = ref->path,
		.reference = ref->reference,
		.display = ref->display,
		.key = ref->key,
		.state = "none",
	};
	if (*ref->reference == '#')
		l->state = "contained";
	if (*ref->key)
		n = look_up(im, it, ref->key, &t);
	if (n < 0)
		return -1;
	if (*ref->key && n != 1)
		l->state = n ? "ambiguous" : "open";
	if (n != 1)
		return 0;
	l->state = "resolved";
	l->target_id = t.id;
	l->target_type = t.type;
	l->target_title = t.title;
	if (t.patient_id && !it->patient_id && names_patient(it, ref->path, &t))
		it->patient_id = t.patient_id;
	if (strcmp(ref->path, "medicationReference") == 0 && !*ref->display)
		return fhir_store_set_title(
			act->db, act->scope, it->id, t.title);
	return 0;
}

int
import_links(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	struct fhir_references refs = {0};
	bool is_patient = strcmp(it->r->type, "Patient") == 0;
	int64_t before = it->patient_id;

	if (it->changed && fhir_store_drop_links(act->db, act->scope, it->id))
		return import_db_err(im);
	if (it->changed && !is_patient)
		it->patient_id = 0;
	fhir_references(act->arena, it->r, &refs);
	for (size_t i = 0; i < refs.n; i++) {
		struct fhir_link *l = ARENA_PUSH(act->arena, &it->links);

		if (link_one(im, it, &refs.v[i], l))
			return import_db_err(im);
		l->seq = (int)i;
		if (fhir_store_add_link(act->db, act->scope, l))
			return import_db_err(im);
	}
	if (it->r->parent && !it->patient_id)
		it->patient_id = im->items[it->r->parent - 1].patient_id;
	if (it->patient_id != before && !is_patient &&
		fhir_store_set_patient(
			act->db, act->scope, it->id, it->patient_id))
		return import_db_err(im);
	return 0;
}

static int
put_list(struct import *im, struct import_item *it, enum record_list list,
	struct fhir_codes *codes)
{
	const char *member = fhir_list_member(list);
	const struct js *v = js_get(it->r->body, member);
	struct record_value row[RECORD_COLUMNS_MAX];
	struct act *act = im->act;
	int seq = 0;

	if (it->changed && record_drop_list(act->db, act->scope, list, it->id))
		return import_db_err(im);
	/* Location has one address, the others a list of them. */
	if (v && v->kind == JS_ARRAY) {
		v = v->child;
	} else if (v && strcmp(it->r->type, "Location") != 0) {
		js_fail(&im->error, im->source.bytes, im->source.n, v->at,
			"\"%s\" is %s and must be a list", member,
			js_kind_words(v->kind));
		return import_refuse(im);
	}
	for (; v; v = v->kind == JS_OBJECT && v->key ? NULL : v->next) {
		const char *prefix =
			arena_printf(act->arena, "%s[%d].", member, seq);

		if (fhir_list_row(act->arena, &im->source, v, list, prefix, row,
			    codes))
			return import_refuse(im);
		if (record_put_list(
			    act->db, act->scope, list, it->id, seq++, row))
			return import_db_err(im);
	}
	return 0;
}

static int
put_codes(struct import *im, struct import_item *it,
	const struct fhir_codes *codes)
{
	struct act *act = im->act;

	if (it->changed && record_drop_codes(act->db, act->scope, it->id))
		return import_db_err(im);
	for (size_t i = 0; i < codes->n; i++) {
		const struct fhir_code *c = &codes->v[i];
		struct record_code row = {
			c->path, c->system, c->code, c->display, c->text};

		if (record_put_code(act->db, act->scope, it->id, (int)i, &row))
			return import_db_err(im);
	}
	return 0;
}

int
import_rows(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	int table = fhir_table(it->r->type);
	struct record_value row[RECORD_COLUMNS_MAX];
	struct fhir_codes codes = {0};

	if (table < 0)
		return 0;
	if (it->changed && record_drop_table(act->db, act->scope,
				   (enum record_table)table, it->id))
		return import_db_err(im);
	if (fhir_table_row(act->arena, &im->source, it->r->body,
		    (enum record_table)table, row, &codes))
		return import_refuse(im);
	if (record_put_table(act->db, act->scope, (enum record_table)table,
		    it->id, it->patient_id,
		    fhir_when_at(fhir_when(it->r), act->zone), row))
		return import_db_err(im);
	for (int list = 0; list < RECORD_LIST_COUNT; list++)
		if (fhir_list_has((enum record_list)list, it->r->type) &&
			put_list(im, it, (enum record_list)list, &codes))
			return -1;
	return put_codes(im, it, &codes);
}

/* ---- what was waiting ---- */

static bool
is_patient_path(const struct fhir_link *l)
{
	static const char paths[] =
		" subject patient beneficiary for individual target[0] ";
	const char *p = strstr(paths, l->path);

	if (p && p > paths && p[-1] == ' ' && p[strlen(l->path)] == ' ')
		return true;
	return strcmp(l->type, "Appointment") == 0 &&
	       strncmp(l->path, "participant[", 12) == 0;
}

/* A policy or a visit that could not be made without a patient is made
 * now, from the resource as it was kept. */
static int
catch_up(struct import *im, const struct fhir_link *l, int64_t patient)
{
	struct act *act = im->act;
	struct import old = {.act = act,
		.name = im->name,
		.report = im->report,
		.file_id = im->file_id};
	struct import_item it = {.id = l->resource_id, .patient_id = patient};
	struct fhir_stored row;
	int rc;

	if (fhir_store_get(act->db, act->arena, act->scope, l->resource_id,
		    true, &row) <= 0)
		return import_db_err(im);
	old.source =
		(struct fhir_source){row.json, strlen(row.json), &old.error};
	if (fhir_read(act->arena, row.json, old.source.n, &old.resources,
		    &old.error) ||
		old.resources.n == 0)
		return import_refuse(&old);
	it.r = &old.resources.v[0];
	it.object_id = row.object_id;
	old.items = &it;
	if (strcmp(l->type, "Appointment") == 0)
		rc = import_visit(&old, &it);
	else if (strcmp(l->type, "Coverage") == 0)
		rc = import_coverage(&old, &it);
	else
		return import_allergy(&old, &it);
	if (rc == 0 && !it.kept)
		import_note(im->report, l->type,
			"kept before, taken in now that the patient is here");
	return rc;
}

/* An older record learns whose it is. */
static int
adopt(struct import *im, const struct fhir_link *l, int64_t patient)
{
	struct act *act = im->act;
	int table = fhir_table(l->type);
	struct fhir_stored row;

	if (fhir_store_get(act->db, act->arena, act->scope, l->resource_id,
		    false, &row) <= 0)
		return import_db_err(im);
	if (row.patient_id)
		return 0;
	if (fhir_store_set_patient(
		    act->db, act->scope, l->resource_id, patient))
		return import_db_err(im);
	if (table < 0)
		return 0;
	if (record_put_patient(act->db, act->scope, (enum record_table)table,
		    l->resource_id, patient))
		return import_db_err(im);
	if (table != RECORD_APPOINTMENT && table != RECORD_COVERAGE &&
		table != RECORD_ALLERGY)
		return 0;
	return catch_up(im, l, patient);
}

static int
settle(struct import *im, struct import_item *it, const struct fhir_link *l)
{
	struct act *act = im->act;

	if (l->resource_id == it->id)
		return 0;
	if (fhir_store_resolve(
		    act->db, act->scope, l->resource_id, l->seq, it->id))
		return import_db_err(im);
	im->resolved++;
	if (strcmp(l->path, "medicationReference") == 0 && !*l->display &&
		fhir_store_set_title(act->db, act->scope, l->resource_id,
			fhir_title(act->arena, it->r)))
		return import_db_err(im);
	if (it->patient_id && is_patient_path(l))
		return adopt(im, l, it->patient_id);
	return 0;
}

/*
 * Only a name that now means exactly one resource settles a reference: with
 * two it stays ambiguous, rather than point at the wrong one.
 */
int
import_arrived(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	struct fhir_strings keys = {0};

	fhir_keys(act->arena, it->r, &keys);
	for (size_t i = 0; i < keys.n; i++) {
		struct fhir_links open = {0};
		struct fhir_target t;
		int n;

		if (fhir_store_open_links(
			    act->db, act->arena, act->scope, keys.v[i], &open))
			return import_db_err(im);
		if (open.n == 0)
			continue;
		n = fhir_store_lookup(
			act->db, act->arena, act->scope, keys.v[i], &t);
		if (n < 0)
			return import_db_err(im);
		for (size_t k = 0; n == 1 && k < open.n; k++)
			if (settle(im, it, &open.v[k]))
				return -1;
	}
	return 0;
}
