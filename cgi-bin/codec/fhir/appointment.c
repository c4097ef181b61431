/* FHIR R4 Appointment, Slot and OperationOutcome, read and written. Ours
 * beyond R4: tests/RULES.md, "The interface". */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "codec/fhir/appointment.h"
#include "codec/fhir/js.h"

#define REASON_MAX 120
#define NOTE_MAX 1000

/* ---- reading ----------------------------------------------------------- */

static int64_t
number(const char *s)
{
	size_t n = s != NULL ? strlen(s) : 0;

	if (n == 0 || n > 18 || strspn(s, "0123456789") != n)
		return 0;
	return strtoll(s, NULL, 10);
}

/* The number in "Patient/7"; 0 when it is no such reference. */
static int64_t
reference(const struct js *actor, const char *type)
{
	const char *text = js_text(actor, "reference");
	size_t n = strlen(type);

	if (text == NULL || strncmp(text, type, n) != 0 || text[n] != '/')
		return 0;
	return number(text + n + 1);
}

static int
read_actor(const struct js *actor, struct fhir_booking *out, struct err *err)
{
	static const char *const types[] = {
		"Patient", "Practitioner", "Location"};
	int64_t *const ids[] = {&out->patient, &out->provider, &out->site};
	const char *type = js_text(actor, "type");
	const char *mrn = js_text(js_get(actor, "identifier"), "value");

	for (size_t i = 0; i < 3; i++) {
		int64_t id = reference(actor, types[i]);

		if (id == 0)
			continue;
		if (*ids[i] != 0 && *ids[i] != id)
			return err_field(err, "participant",
				"Two participants are a %s", types[i]);
		*ids[i] = id;
		return 0;
	}
	if (mrn == NULL || (type != NULL && strcmp(type, "Patient") != 0))
		return err_field(err, "participant",
			"A participant is neither a Patient, Practitioner or "
			"Location of this clinic nor a patient by identifier");
	if (out->mrn[0] != '\0' && strcmp(out->mrn, mrn) != 0)
		return err_field(
			err, "participant", "Two participants are a Patient");
	out->mrn = mrn;
	return 0;
}

/* "Slot/3.1.1795446000" */
static int
read_slot(const struct js *slot, struct fhir_booking *out, struct err *err)
{
	const char *text = js_text(slot, "reference");
	struct slot s;

	if (text == NULL || strncmp(text, "Slot/", 5) != 0 ||
		!slot_parse(text + 5, &s))
		return err_field(err, "slot", "The slot is none of ours");
	out->provider = s.provider_id;
	out->site = s.site_id;
	out->start = s.start;
	return 0;
}

static int
read_start(const struct js *o, struct fhir_booking *out, struct err *err)
{
	const char *text = js_text(o, "start");
	instant_t start;

	if (text == NULL)
		return 0;
	/* R4 2.24.0.1, instant: to the second and with an offset. */
	if (strlen(text) < 20 || !instant_parse(text, NULL, &start))
		return err_field(err, "start",
			"start is not an instant: \"2026-03-02T09:00:00-05:00\""
			" is one");
	if (out->start != INSTANT_NONE && out->start != start)
		return err_field(
			err, "start", "start is not the start of the slot");
	out->start = start;
	return 0;
}

static int
read_text(const struct js *o, const char *name, size_t max, const char **out,
	struct err *err)
{
	const char *text = js_text(o, name);

	if (text == NULL)
		return 0;
	if (utf8_length(text) > max)
		return err_field(err, name, "%s is longer than %zu characters",
			name, max);
	*out = text;
	return 0;
}

static const char *
first_code(const struct js *concept)
{
	const struct js *coding = js_get(concept, "coding");

	if (coding == NULL || coding->kind != JS_ARRAY || coding->child == NULL)
		return NULL;
	return js_text(coding->child, "code");
}

static const struct js *
first(const struct js *list)
{
	return list != NULL && list->kind == JS_ARRAY ? list->child : NULL;
}

static int
read_members(const struct js *o, struct fhir_booking *out, struct err *err)
{
	const struct js *slot = first(js_get(o, "slot"));
	const char *code;

	for (const struct js *p = first(js_get(o, "participant")); p != NULL;
		p = p->next)
		if (read_actor(js_get(p, "actor"), out, err))
			return -1;
	if ((slot != NULL && read_slot(slot, out, err)) ||
		read_start(o, out, err) ||
		read_text(o, "description", REASON_MAX, &out->reason, err) ||
		read_text(o, "comment", NOTE_MAX, &out->note, err))
		return -1;
	out->version = number(js_text(js_get(o, "meta"), "versionId"));
	out->type = number(first_code(first(js_get(o, "serviceType"))));
	code = first_code(js_get(o, "cancelationReason"));
	if (code != NULL)
		out->cancel_code = code;
	return 0;
}

int
fhir_booking_read(struct arena *a, const char *bytes, size_t n,
	struct fhir_booking *out, struct err *err)
{
	struct js_error bad = {0};
	const struct js *o;
	const char *type, *status;

	*out = (struct fhir_booking){
		.status = "",
		.mrn = "",
		.reason = "",
		.note = "",
		.cancel_code = "",
		.start = INSTANT_NONE,
	};
	if (!utf8_valid(bytes, n))
		return err_set(err, ERR_INPUT, "This is not UTF-8.");
	if ((o = js_read(a, bytes, n, &bad)) == NULL)
		return err_set(err, ERR_INPUT, "Line %zu, column %zu: %s",
			bad.line, bad.column, bad.text);
	type = js_text(o, "resourceType");
	if (type == NULL || strcmp(type, "Appointment") != 0)
		return err_field(
			err, "resourceType", "An Appointment is taken here");
	status = js_text(o, "status");
	if (status == NULL)
		return err_field(err, "status", "status is missing");
	out->status = status;
	return read_members(o, out, err);
}

/* ---- writing ----------------------------------------------------------- */

/* The text of a document, which is let go of. Out of memory is the arena's
 * to say: jansson's NULLs end here. */
static const char *
text_of(struct arena *a, json_t *doc)
{
	size_t n = doc != NULL ? json_dumpb(doc, NULL, 0, JSON_COMPACT) : 0;
	char *s = arena_alloc(a, n + 1);

	if (n > 0)
		json_dumpb(doc, s, n, JSON_COMPACT);
	s[n] = '\0';
	json_decref(doc);
	return s;
}

static json_t *
moment(instant_t at)
{
	char text[INSTANT_TEXT_SIZE];

	instant_print(at, text);
	return json_string(text);
}

static json_t *
numbered(const char *type, int64_t id)
{
	char text[64];

	snprintf(text, sizeof(text), "%s%s%lld", type, type[0] ? "/" : "",
		(long long)id);
	return json_string(text);
}

static json_t *
participant(const char *type, int64_t id, const char *display)
{
	return json_pack("{s:{s:o, s:s}, s:s}", "actor", "reference",
		numbered(type, id), "display", display, "status", "accepted");
}

static json_t *
service_type(int64_t id, const char *name)
{
	return json_pack("[{s:[{s:o, s:s}], s:s}]", "coding", "code",
		numbered("", id), "display", name, "text", name);
}

static json_t *
participants(const struct visit *v)
{
	json_t *list = json_array();

	/* The patient by number alone: a name is not needed to book. */
	json_array_append_new(
		list, json_pack("{s:{s:o}, s:s}", "actor", "reference",
			      numbered("Patient", v->patient_id), "status",
			      "accepted"));
	if (v->provider_id != 0)
		json_array_append_new(
			list, participant("Practitioner", v->provider_id,
				      v->provider_name));
	json_array_append_new(
		list, participant("Location", v->site_id, v->site_name));
	return list;
}

/* R4 code system appointment-cancellation-reason: who it was. */
static json_t *
cancelled_by(const struct visit *v)
{
	return json_pack("{s:[{s:s, s:s}]}", "coding", "system",
		"http://terminology.hl7.org/CodeSystem/"
		"appointment-cancellation-reason",
		"code",
		strcmp(v->cancelled_by, "patient") == 0 ? "pat" : "prov");
}

const char *
fhir_appointment_write(struct arena *a, const struct visit *v)
{
	json_t *o = json_pack("{s:s, s:o, s:{s:o, s:o}, s:s, s:o, s:o, s:i,"
			      " s:o, s:o}",
		"resourceType", "Appointment", "id", numbered("", v->id),
		"meta", "versionId", numbered("", v->version), "lastUpdated",
		moment(v->updated), "status", v->status, "start",
		moment(v->start), "end", moment(v->end), "minutesDuration",
		(int)((v->end - v->start) / 60), "created", moment(v->created),
		"participant", participants(v));

	if (v->visit_type_id != 0)
		json_object_set_new(o, "serviceType",
			service_type(v->visit_type_id, v->type_name));
	if (strcmp(v->status, "cancelled") == 0)
		json_object_set_new(o, "cancelationReason", cancelled_by(v));
	return text_of(a, o);
}

static json_t *
slot_entry(struct arena *a, const struct slot *s, const struct visit_type *t)
{
	return json_pack("{s:{s:s, s:s, s:o, s:{s:o}, s:s, s:o, s:o}, s:{s:s}}",
		"resource", "resourceType", "Slot", "id", slot_text(a, s),
		"serviceType", service_type(t->id, t->name), "schedule",
		"reference", numbered("Schedule", s->provider_id), "status",
		"free", "start", moment(s->start), "end", moment(s->end),
		"search", "mode", "match");
}

const char *
fhir_slots_write(
	struct arena *a, const struct slots *slots, const struct visit_type *t)
{
	json_t *entries = json_array();

	for (size_t i = 0; i < slots->n; i++)
		json_array_append_new(entries, slot_entry(a, &slots->v[i], t));
	if (slots->n == 0) { /* R4: an array is never empty */
		json_decref(entries);
		entries = NULL;
	}
	return text_of(a, json_pack("{s:s, s:s, s:i, s:o*}", "resourceType",
				  "Bundle", "type", "searchset", "total",
				  (int)slots->n, "entry", entries));
}

/* R4 value set issue-type. */
static const char *
issue_code(enum err_kind kind, bool login)
{
	switch (kind) {
	case ERR_INPUT:
		return "invalid";
	case ERR_NOT_FOUND:
		return "not-found";
	case ERR_DENIED:
		return login ? "login" : "forbidden";
	case ERR_CONFLICT:
		return "conflict";
	case ERR_BUSY:
		return "transient";
	default:
		return "exception";
	}
}

const char *
fhir_outcome_write(struct arena *a, enum err_kind kind, bool login,
	const char *text, const struct slots *others)
{
	json_t *issues = json_pack("[{s:s, s:s, s:s}]", "severity", "error",
		"code", issue_code(kind, login), "diagnostics", text);

	for (size_t i = 0; others != NULL && i < others->n; i++)
		json_array_append_new(issues,
			json_pack("{s:s, s:s, s:s}", "severity", "information",
				"code", "informational", "diagnostics",
				arena_printf(a, "Slot/%s",
					slot_text(a, &others->v[i]))));
	return text_of(a, json_pack("{s:s, s:o}", "resourceType",
				  "OperationOutcome", "issue", issues));
}
