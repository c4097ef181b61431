/*
 * Takes in a file of FHIR R4 resources: all of it or nothing. The rules
 * stand in tests/RULES.md, "Files from elsewhere"; reading is codec/fhir,
 * the SQL store/fhir_store.c and store/record_put.c.
 */
#include "care/import_step.h"

#include <string.h>

#include "base/arena.h"
#include "base/token.h"
#include "codec/fhir/row.h"
#include "store/store.h"

#define NO_TABLE "no table of its own: kept whole, shown under Records"

int
import_db_err(struct import *im)
{
	return store_err(im->act->db, im->act->err);
}

int
import_refuse(struct import *im)
{
	return err_set(im->act->err, ERR_INPUT,
		"%.150s: line %zu, column %zu: %s.", im->name, im->error.line,
		im->error.column, im->error.text);
}

void
import_note(struct import_report *rep, const char *about, const char *text)
{
	struct import_note *note;

	for (size_t i = 0; i < rep->notes.n; i++) {
		note = &rep->notes.v[i];
		if (strcmp(note->about, about) == 0 &&
			strcmp(note->text, text) == 0) {
			note->n++;
			return;
		}
	}
	note = ARENA_PUSH(rep->arena, &rep->notes);
	*note = (struct import_note){
		.about = arena_strdup(rep->arena, about),
		.text = arena_strdup(rep->arena, text),
		.n = 1,
	};
}

void
import_note_line(struct import_report *rep, const char *about, size_t line,
	const char *text)
{
	import_note(rep, about,
		arena_printf(rep->arena, "line %zu: %s", line, text));
}

struct import_count *
import_count_of(struct import_report *rep, const char *type)
{
	for (size_t i = 0; i < rep->counts.n; i++)
		if (strcmp(rep->counts.v[i].type, type) == 0)
			return &rep->counts.v[i];
	*ARENA_PUSH(rep->arena, &rep->counts) =
		(struct import_count){.type = arena_strdup(rep->arena, type)};
	return &rep->counts.v[rep->counts.n - 1];
}

/* "http://host/fhir/Patient/1" and "Patient/1" name one resource, unless
 * the one here has another full address. */
static int
find_same(struct import *im, const struct fhir_resource *r, int64_t *id)
{
	struct act *act = im->act;
	struct fhir_target t = {0};
	struct fhir_stored old;
	int n = 0;

	*id = 0;
	if (*r->full_url)
		n = fhir_store_lookup(
			act->db, act->arena, act->scope, r->full_url, &t);
	if (n == 0 && *r->id)
		n = fhir_store_lookup(act->db, act->arena, act->scope,
			arena_printf(act->arena, "%s/%s", r->type, r->id), &t);
	if (n <= 0)
		return n;
	n = fhir_store_get(act->db, act->arena, act->scope, t.id, false, &old);
	if (n <= 0)
		return n;
	if (strcmp(old.type, r->type) != 0)
		return 0;
	if (*r->full_url && *old.full_url &&
		strcmp(r->full_url, old.full_url) != 0)
		return 0;
	*id = t.id;
	return 0;
}

static int
find_old(struct import *im, const struct import_item *it, const char *hash,
	int64_t *id)
{
	const struct fhir_resource *r = it->r;
	struct act *act = im->act;
	int64_t parent = r->parent ? im->items[r->parent - 1].id : 0;

	if (!r->parent && (*r->id || *r->full_url))
		return find_same(im, r, id);
	return fhir_store_by_hash(
		       act->db, act->scope, r->type, hash, parent, id) < 0
		       ? -1
		       : 0;
}

static const char *
hash_of(struct import *im, const struct js *body)
{
	char hash[TOKEN_HASH_SIZE];
	size_t n;
	const char *s = js_minify(im->act->arena, im->source.bytes, body, &n);

	token_hash_bytes(s, n, hash);
	return arena_strdup(im->act->arena, hash);
}

static int
put_keys(struct import *im, const struct import_item *it)
{
	struct act *act = im->act;
	struct fhir_strings keys = {0};

	if (it->changed && fhir_store_drop_keys(act->db, act->scope, it->id))
		return -1;
	fhir_keys(act->arena, it->r, &keys);
	for (size_t i = 0; i < keys.n; i++)
		if (fhir_store_add_key(act->db, act->scope, keys.v[i], it->id))
			return -1;
	return 0;
}

/* Contained resources have no name outside their own, so one that was here
 * is always the same one. */
static struct fhir_stored
stored_of(struct import *im, const struct import_item *it, const char *hash)
{
	const struct fhir_resource *r = it->r;
	struct arena *a = im->act->arena;
	const char *when = fhir_when(r);

	return (struct fhir_stored){
		.id = it->id,
		.file_id = im->file_id,
		.parent_id = r->parent ? im->items[r->parent - 1].id : 0,
		.type = r->type,
		.fhir_id = r->parent ? "" : r->id,
		.full_url = r->full_url,
		.hash = hash,
		.reason = it->kept ? it->kept : "",
		.title = fhir_title(a, r),
		.status = fhir_status(r),
		.at = fhir_when_at(when, im->act->zone),
		.at_text = when,
		.timeline = fhir_on_timeline(r->type),
		.json = arena_strndup(a, im->source.bytes + r->body->at,
			r->body->end - r->body->at),
	};
}

/* First pass: each resource gets its row and its names. */
static int
enter(struct import *im, struct import_item *it)
{
	const char *hash = hash_of(im, it->r->body);
	struct act *act = im->act;
	struct fhir_stored old, row;
	int64_t id;

	if (fhir_table(it->r->type) < 0)
		it->kept = NO_TABLE;
	if (find_old(im, it, hash, &id))
		return import_db_err(im);
	if (id && fhir_store_get(act->db, act->arena, act->scope, id, false,
			  &old) <= 0)
		return import_db_err(im);
	it->id = id;
	row = stored_of(im, it, hash);
	if (id) {
		it->patient_id = old.patient_id;
		it->object_id = old.object_id;
		if (strcmp(old.hash, hash) == 0)
			return 0;
		it->changed = true;
		if (fhir_store_change(act->db, act->scope, &row, act->now))
			return import_db_err(im);
	} else {
		it->id = fhir_store_add(act->db, act->scope, &row, act->now);
		if (it->id == 0)
			return import_db_err(im);
	}
	it->fresh = true;
	return put_keys(im, it) ? import_db_err(im) : 0;
}

/* Patients before what is about them; what is about records last. */
static int
turn_of(const char *type)
{
	if (strcmp(type, "Patient") == 0)
		return 0;
	return strcmp(type, "Provenance") == 0 ? 2 : 1;
}

/* Second pass: what it says. */
static int
fill(struct import *im, struct import_item *it)
{
	const char *type = it->r->type;
	int rc = 0;

	if (!it->fresh)
		return 0;
	if (import_links(im, it))
		return -1;
	if (strcmp(type, "Patient") == 0)
		rc = import_patient(im, it);
	else if (strcmp(type, "Appointment") == 0)
		rc = import_visit(im, it);
	else if (strcmp(type, "Coverage") == 0)
		rc = import_coverage(im, it);
	else if (strcmp(type, "AllergyIntolerance") == 0)
		rc = import_allergy(im, it);
	if (rc || import_rows(im, it))
		return -1;
	return it->changed ? 0 : import_arrived(im, it);
}

static int
fill_all(struct import *im)
{
	for (int turn = 0; turn <= 2; turn++)
		for (size_t i = 0; i < im->resources.n; i++)
			if (turn_of(im->resources.v[i].type) == turn &&
				fill(im, &im->items[i]))
				return -1;
	return 0;
}

static void
count_all(struct import *im, bool refused)
{
	for (size_t i = 0; i < im->resources.n; i++) {
		const struct import_item *it = &im->items[i];
		struct import_count *c =
			import_count_of(im->report, im->resources.v[i].type);

		if (refused)
			c->refused++;
		else if (!it->fresh)
			c->same++;
		else if (it->changed)
			c->changed++;
		else if (it->kept)
			c->kept++;
		else
			c->stored++;
		if (!refused && it->fresh && it->kept)
			import_note(im->report, c->type, it->kept);
	}
	im->report->empty += (int64_t)im->resources.empty;
}

static int
take(struct import *im, const char *hash)
{
	struct act *act = im->act;
	int found = fhir_store_file(act->db, act->scope, hash);

	if (found < 0)
		return import_db_err(im);
	if (found) {
		im->report->files_same++;
		return 0;
	}
	im->file_id = fhir_store_add_file(act->db, act->scope, im->name, hash,
		(int64_t)im->source.n, (int64_t)im->resources.n, act->now);
	if (im->file_id == 0)
		return import_db_err(im);
	for (size_t i = 0; i < im->resources.n; i++)
		if (enter(im, &im->items[i]))
			return -1;
	return fill_all(im);
}

int
care_import_fhir(struct act *act, const char *name, const char *bytes, size_t n,
	struct import_report *rep)
{
	struct import im = {.act = act, .name = name, .report = rep};
	char hash[TOKEN_HASH_SIZE];
	size_t notes = rep->notes.n;
	int rc;

	im.source = (struct fhir_source){bytes, n, &im.error};
	rep->files++;
	rep->bytes += (int64_t)n;
	token_hash_bytes(bytes, n, hash);
	rc = fhir_read(act->arena, bytes, n, &im.resources, &im.error);
	im.items = arena_alloc(
		act->arena, (im.resources.n + 1) * sizeof(*im.items));
	for (size_t i = 0; i < im.resources.n; i++)
		im.items[i].r = &im.resources.v[i];
	rc = rc ? import_refuse(&im) : take(&im, hash);
	count_all(&im, rc != 0);
	if (rc == 0) {
		rep->resolved += im.resolved;
	} else {
		rep->files_refused++;
		rep->notes.n = notes; /* what it would have been */
		import_note(rep, name, act->err->text);
	}
	return rc;
}
