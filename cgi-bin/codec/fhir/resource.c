/*
 * Takes the resources out of a FHIR R4 file, and says of each what it is
 * called and when it was.
 */
#include "codec/fhir/resource.h"

#include <string.h>

#include "base/arena.h"

#define BUNDLES_IN_BUNDLES 3

struct walk {
	struct arena *arena;
	struct fhir_source source;
	struct fhir_resources *out;
	int depth;
};

static int
wrong(const struct walk *w, const struct js *v, const char *text)
{
	return js_fail(w->source.error, w->source.bytes, w->source.n, v->at,
		"%s", text);
}

/* FHIR type names: letters, the first one upper case. */
static bool
type_name(const char *s)
{
	size_t n = strlen(s);

	if (n < 3 || n > 64 || s[0] < 'A' || s[0] > 'Z')
		return false;
	for (; *s; s++)
		if ((*s | 32) < 'a' || (*s | 32) > 'z')
			return false;
	return true;
}

static int take(struct walk *, const struct js *, const char *, size_t);

static int
take_contained(struct walk *w, const struct js *body, size_t parent)
{
	const struct js *list = js_get(body, "contained");

	if (!list)
		return 0;
	if (list->kind != JS_ARRAY)
		return wrong(w, list, "\"contained\" must be a list");
	for (const struct js *e = list->child; e; e = e->next) {
		const char *type = js_text(e, "resourceType");

		if (!type)
			return wrong(w, e,
				"a contained resource has no "
				"\"resourceType\"");
		if (strcmp(type, "Coverage") == 0 && take(w, e, "", parent))
			return -1;
	}
	return 0;
}

static int
take_entries(struct walk *w, const struct js *bundle)
{
	const struct js *list = js_get(bundle, "entry");

	if (!list)
		return 0;
	if (list->kind != JS_ARRAY)
		return wrong(w, list, "\"entry\" must be a list");
	for (const struct js *e = list->child; e; e = e->next) {
		const struct js *url = js_get(e, "fullUrl");
		const struct js *r = js_get(e, "resource");

		if (e->kind != JS_OBJECT)
			return wrong(w, e, "an entry must be an object");
		if (url && url->kind != JS_STRING)
			return wrong(w, url, "\"fullUrl\" must be a text");
		if (!r)
			w->out->empty++;
		else if (take(w, r, url ? url->text : "", 0))
			return -1;
	}
	return 0;
}

static int
take(struct walk *w, const struct js *body, const char *url, size_t parent)
{
	const struct js *type = js_get(body, "resourceType");
	const struct js *id = js_get(body, "id");
	struct fhir_resource *r;
	size_t place;

	if (body->kind != JS_OBJECT)
		return wrong(w, body, "a resource must be an object");
	if (!type || type->kind != JS_STRING || !type_name(type->text))
		return wrong(w, type ? type : body,
			"a FHIR resource names its type in \"resourceType\"");
	if (id && id->kind != JS_STRING)
		return wrong(w, id, "\"id\" must be a text");
	if (strcmp(type->text, "Bundle") == 0 && !parent) {
		int rc;

		if (++w->depth > BUNDLES_IN_BUNDLES)
			return wrong(w, body, "Bundles in Bundles, too deep");
		rc = take_entries(w, body);
		w->depth--;
		return rc;
	}
	r = ARENA_PUSH(w->arena, w->out);
	*r = (struct fhir_resource){
		.type = type->text,
		.id = id ? id->text : "",
		.full_url = url,
		.body = body,
		.parent = parent,
	};
	place = w->out->n;
	return parent ? 0 : take_contained(w, body, place);
}

int
fhir_read(struct arena *a, const char *bytes, size_t n,
	struct fhir_resources *out, struct js_error *e)
{
	struct walk w = {a, {bytes, n, e}, out, 0};
	const struct js *root = js_read(a, bytes, n, e);

	return root ? take(&w, root, "", 0) : -1;
}

/* ---- names and references ---- */

static void
identifier_key(struct arena *a, const char *type, const struct js *identifier,
	struct fhir_strings *out)
{
	const char *system = js_text(identifier, "system");
	const char *value = js_text(identifier, "value");

	if (value)
		*ARENA_PUSH(a, out) = arena_printf(a, "%s?identifier=%s|%s",
			type, system ? system : "", value);
}

void
fhir_keys(struct arena *a, const struct fhir_resource *r,
	struct fhir_strings *out)
{
	const struct js *v = js_get(r->body, "identifier");

	if (r->parent)
		return;
	if (*r->full_url)
		*ARENA_PUSH(a, out) = r->full_url;
	else if (strlen(r->id) == 36)
		*ARENA_PUSH(a, out) = arena_printf(a, "urn:uuid:%s", r->id);
	if (*r->id)
		*ARENA_PUSH(a, out) = arena_printf(a, "%s/%s", r->type, r->id);
	if (v && v->kind == JS_OBJECT)
		identifier_key(a, r->type, v, out);
	else if (v && v->kind == JS_ARRAY)
		for (v = v->child; v; v = v->next)
			identifier_key(a, r->type, v, out);
}

/* "Patient/1/_history/2" is "Patient/1"; "Type?identifier=s%7Cv" decoded. */
static const char *
reference_key(struct arena *a, const char *reference)
{
	const char *history = strstr(reference, "/_history/");
	const char *bar;

	if (*reference == '#')
		return "";
	if (history)
		return arena_strndup(
			a, reference, (size_t)(history - reference));
	bar = strstr(reference, "%7C");
	if (!bar)
		bar = strstr(reference, "%7c");
	if (bar && strchr(reference, '?'))
		return arena_printf(a, "%.*s|%s", (int)(bar - reference),
			reference, bar + 3);
	return reference;
}

/* A logical reference is an Identifier where a Reference stands: nothing
 * else has only these members. */
static bool
is_logical(const struct js *v)
{
	const struct js *id = js_get(v, "identifier");

	if (!id || id->kind != JS_OBJECT || !js_text(id, "value"))
		return false;
	for (const struct js *m = v->child; m; m = m->next)
		if (strcmp(m->key, "identifier") && strcmp(m->key, "type") &&
			strcmp(m->key, "display") && strcmp(m->key, "id") &&
			strcmp(m->key, "extension"))
			return false;
	return true;
}

struct finder {
	struct arena *arena;
	struct fhir_references *out;
	const char *own; /* the contained type that is taken out */
};

static void
add_reference(struct finder *f, const struct js *v, const char *path)
{
	const char *reference = js_text(v, "reference");
	const char *display = js_text(v, "display");
	const char *type = js_text(v, "type");
	struct fhir_strings keys = {0};
	const char *key = "";

	if (reference)
		key = reference_key(f->arena, reference);
	if (!*key && is_logical(v) && type) {
		identifier_key(f->arena, type, js_get(v, "identifier"), &keys);
		key = keys.v[0];
	}
	*ARENA_PUSH(f->arena, f->out) = (struct fhir_reference){
		.path = path,
		.reference = reference ? reference : "",
		.display = display ? display : "",
		.key = key,
	};
}

/* As deep as js_read() lets a file be. */
static void
find_references(struct finder *f, const struct js *v, const char *path)
{
	int i = 0;

	if (v->kind == JS_OBJECT && (js_text(v, "reference") || is_logical(v)))
		add_reference(f, v, path);
	if (v->kind != JS_OBJECT && v->kind != JS_ARRAY)
		return;
	for (const struct js *m = v->child; m; m = m->next, i++) {
		const char *type;

		if (m->kind != JS_OBJECT && m->kind != JS_ARRAY)
			continue;
		type = js_text(m, "resourceType");
		if (type && f->own && strcmp(type, f->own) == 0)
			continue;
		find_references(f, m,
			m->key ? arena_printf(f->arena, "%s%s%s", path,
					 *path ? "." : "", m->key)
			       : arena_printf(f->arena, "%s[%d]", path, i));
	}
}

void
fhir_references(struct arena *a, const struct fhir_resource *r,
	struct fhir_references *out)
{
	struct finder f = {a, out, r->parent ? NULL : "Coverage"};

	find_references(&f, r->body, "");
}

static const struct js *
first(const struct js *v)
{
	return v && v->kind == JS_ARRAY ? v->child : v;
}

const char *
fhir_patient_path(const struct fhir_resource *r)
{
	static const char *const names[] = {
		"subject", "patient", "beneficiary", "for", "individual"};
	const struct js *v;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		v = js_get(r->body, names[i]);
		if (v && v->kind == JS_OBJECT)
			return names[i];
	}
	v = js_get(r->body, "target");
	if (strcmp(r->type, "Provenance") == 0 && first(v))
		return "target[0]";
	return NULL;
}

/* ---- words for lists ---- */

static const char *
words_of(struct arena *a, const struct js *v)
{
	const char *s;

	v = first(v);
	s = fhir_words(a, v);
	if (!s && v && v->kind == JS_OBJECT)
		s = fhir_name(a, v);
	return s;
}

static const char *
nested_title(struct arena *a, const struct fhir_resource *r)
{
	const struct js *v;

	if (strcmp(r->type, "Patient") == 0 ||
		strcmp(r->type, "Practitioner") == 0 ||
		strcmp(r->type, "RelatedPerson") == 0)
		return fhir_name(a, first(js_get(r->body, "name")));
	v = first(js_get(r->body, "item"));
	if (js_get(v, "productOrService"))
		return words_of(a, js_get(v, "productOrService"));
	v = js_get(r->body, "suppliedItem");
	if (v)
		return words_of(a, fhir_choice(v, "item"));
	if (strcmp(r->type, "Coverage") == 0) {
		v = first(js_get(r->body, "payor"));
		if (js_text(v, "display"))
			return js_text(v, "display");
	}
	return NULL;
}

/* Of a reference its display, or the contained Medication it means. */
static const char *
medication_title(struct arena *a, const struct fhir_resource *r)
{
	const struct js *v = fhir_choice(r->body, "medication");
	const char *ref = js_text(v, "reference"), *id;

	if (!ref)
		return words_of(a, v);
	if (js_text(v, "display") || *ref != '#')
		return js_text(v, "display");
	for (v = first(js_get(r->body, "contained")); v; v = v->next) {
		id = js_text(v, "id");
		if (id && strcmp(id, ref + 1) == 0)
			return words_of(a, js_get(v, "code"));
	}
	return NULL;
}

const char *
fhir_title(struct arena *a, const struct fhir_resource *r)
{
	static const char *const names[] = {"title", "code", "vaccineCode",
		"name", "description", "serviceType", "reasonCode", "type",
		"category", "class", "relationship"};
	const char *s = nested_title(a, r);

	if (!s)
		s = medication_title(a, r);
	if (strcmp(r->type, "Encounter") == 0)
		s = words_of(a, js_get(r->body, "type"));
	for (size_t i = 0; !s && i < sizeof(names) / sizeof(names[0]); i++)
		s = words_of(a, js_get(r->body, names[i]));
	return s && *s ? s : r->type;
}

const char *
fhir_status(const struct fhir_resource *r)
{
	const char *s = js_text(r->body, "status");
	const struct js *v = js_get(r->body, "clinicalStatus");

	if (!s)
		s = js_text(r->body, "lifecycleStatus");
	if (!s && v)
		s = js_text(first(js_get(v, "coding")), "code");
	if (!s)
		s = fhir_concept(js_get(r->body, "verificationStatus"));
	return s ? s : "";
}

/* A date member, the start of a period, or a date among a choice. */
static const char *
date_of(const struct js *v)
{
	const char *s = NULL;

	v = first(v);
	if (v && v->kind == JS_STRING)
		s = v->text;
	else if (v && v->kind == JS_OBJECT)
		s = js_text(v, "start") ? js_text(v, "start")
					: js_text(v, "end");
	return s && fhir_date_valid(s) ? s : NULL;
}

const char *
fhir_when(const struct fhir_resource *r)
{
	static const char *const names[] = {"effective+", "performed+",
		"occurrence+", "onset+", "period", "authoredOn",
		"billablePeriod", "start", "start+", "recordedDate", "date",
		"issued", "recorded", "created", "started", "authored",
		"dateTime", "statusDate", "sent", "executionPeriod",
		"whenHandedOver", "assertedDate"};
	const char *s;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t n = strlen(names[i]);
		char stem[32];

		memcpy(stem, names[i], n + 1);
		if (stem[n - 1] == '+')
			stem[n - 1] = 0;
		s = date_of(stem[n - 1] ? js_get(r->body, stem)
					: fhir_choice(r->body, stem));
		if (s)
			return s;
	}
	return "";
}

instant_t
fhir_when_at(const char *when, const struct zone *zone)
{
	instant_t at;

	return *when && instant_parse(when, zone, &at) ? at : 0;
}

bool
fhir_on_timeline(const char *type)
{
	static const char types[] =
		" Encounter Condition AllergyIntolerance MedicationRequest "
		"Procedure Immunization DiagnosticReport DocumentReference "
		"CarePlan Goal ImagingStudy ServiceRequest Communication "
		"QuestionnaireResponse ";
	const char *p = strstr(types, type);

	return p && p > types && p[-1] == ' ' && p[strlen(type)] == ' ';
}
