/*
 * A FHIR Patient becomes a patient of the clinic. Which element goes where
 * stands in tests/RULES.md, "Patients from elsewhere".
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "care/import_step.h"
#include "care/patient.h"
#include "store/patient_store.h"
#include "store/store.h"

#define MRN_MAX 40
#define US_CORE "http://hl7.org/fhir/us/core/StructureDefinition/"

static const struct js *
list_of(const struct js *v, const char *name)
{
	v = js_get(v, name);
	return v && v->kind == JS_ARRAY ? v->child : NULL;
}

static bool
text_is(const struct js *v, const char *name, const char *what)
{
	const char *s = js_text(v, name);

	return s && strcmp(s, what) == 0;
}

/* "MR" of an Identifier's type (HL7 v2 table 0203), or "". */
static const char *
identifier_type(const struct js *id)
{
	const struct js *coding = list_of(js_get(id, "type"), "coding");
	const char *code = js_text(coding, "code");

	return code ? code : "";
}

/* The name now in use: official, else usual, else the first that is not
 * an old one or a nickname. */
static const struct js *
name_in_use(const struct js *names)
{
	static const char *const wanted[] = {"official", "usual"};

	for (size_t i = 0; i < 2; i++)
		for (const struct js *n = names; n; n = n->next)
			if (text_is(n, "use", wanted[i]))
				return n;
	for (const struct js *n = names; n; n = n->next)
		if (!text_is(n, "use", "old") && !text_is(n, "use", "maiden") &&
			!text_is(n, "use", "nickname"))
			return n;
	return names;
}

static const char *
tidy(struct import *im, const char *s)
{
	return s ? utf8_tidy(im->act->arena, s) : "";
}

static void
read_names(struct import *im, const struct js *body, struct patient *p)
{
	struct arena *a = im->act->arena;
	const struct js *names = list_of(body, "name");
	const struct js *n = name_in_use(names);
	const char *text = tidy(im, js_text(n, "text"));
	const char *comma = strchr(text, ',');

	p->family = tidy(im, js_text(n, "family"));
	p->given = tidy(im, fhir_join(a, js_get(n, "given")));
	p->suffix = tidy(im, fhir_join(a, js_get(n, "suffix")));
	if (!*p->family && !*p->given && *text) {
		const char *blank = strrchr(text, ' ');

		p->family =
			comma	? arena_strndup(a, text, (size_t)(comma - text))
			: blank ? blank + 1
				: text;
		if (comma)
			p->given = tidy(im, comma + 1);
		else if (blank)
			p->given =
				arena_strndup(a, text, (size_t)(blank - text));
	}
	if (!*p->family && !*p->given)
		p->family = "Not recorded";
	for (const struct js *k = names; k; k = k->next)
		if (text_is(k, "use", "nickname") && js_get(k, "given"))
			p->preferred =
				tidy(im, fhir_join(a, js_get(k, "given")));
}

static void
read_address(struct import *im, const struct js *body, struct patient *p)
{
	struct arena *a = im->act->arena;
	const struct js *list = list_of(body, "address"), *v = list;
	struct buf line = buf_new(a);

	for (const struct js *e = list; e; e = e->next)
		if (text_is(e, "use", "home")) {
			v = e;
			break;
		}
	for (const struct js *l = list_of(v, "line"); l; l = l->next)
		buf_addf(&line, "%s%s", line.n ? ", " : "", l->text);
	p->address = tidy(im, line.n ? line.s : js_text(v, "text"));
	p->city = tidy(im, js_text(v, "city"));
	p->state = tidy(im, js_text(v, "state"));
	p->postal = tidy(im, js_text(v, "postalCode"));
	p->country = tidy(im, js_text(v, "country"));
}

static void
read_language(struct import *im, const struct js *body, struct patient *p)
{
	const struct js *list = list_of(body, "communication"), *best = list;
	const char *code;

	for (const struct js *e = list; e; e = e->next)
		if (js_get(e, "preferred") &&
			js_get(e, "preferred")->kind == JS_TRUE) {
			best = e;
			break;
		}
	code = js_text(list_of(js_get(best, "language"), "coding"), "code");
	if (code && *code)
		p->language = tidy(im, code);
}

static void
read_sex(const struct js *body, struct patient *p)
{
	static const char *const known[] = {"female", "male", "other"};

	for (size_t i = 0; i < 3; i++)
		if (text_is(body, "gender", known[i]))
			p->sex = known[i];
	for (const struct js *e = list_of(body, "extension"); e; e = e->next)
		if (text_is(e, "url", US_CORE "us-core-interpreter-needed")) {
			const struct js *v = fhir_choice(e, "value");

			p->interpreter =
				v && (v->kind == JS_TRUE ||
					     text_is(v, "code", "373066001"));
		}
}

static day_t
date_day(const char *date)
{
	char iso[11] = "";
	day_t day;

	if (!date || strlen(date) < 10)
		return DAY_NONE;
	memcpy(iso, date, 10);
	return day_parse(iso, &day) ? day : DAY_NONE;
}

/* +1 and ten digits when it is a number of the North American plan, else
 * as it was entered. */
const char *
import_phone(struct arena *a, const char *s)
{
	char digits[16];
	size_t n = 0;

	if (strchr(s, 'x') || strchr(s, 'X'))
		return s;
	for (const char *p = s; *p; p++)
		if (*p >= '0' && *p <= '9' && n < sizeof(digits) - 1)
			digits[n++] = *p;
	digits[n] = 0;
	if (n == 11 && digits[0] == '1')
		return arena_printf(a, "+%s", digits);
	if (n == 10 && s[0] != '+' && digits[0] > '1')
		return arena_printf(a, "+1%s", digits);
	return s;
}

static const char *
phone_use(const struct js *t)
{
	if (text_is(t, "system", "sms") || text_is(t, "use", "mobile"))
		return "mobile";
	if (text_is(t, "use", "home"))
		return "home";
	return text_is(t, "use", "work") ? "work" : "other";
}

/* The one called first has the lowest rank (FHIR R4, ContactPoint.rank);
 * those without one come after, as they stand. */
static void
order_phones(struct patient_phones *phones)
{
	for (size_t i = 1; i < phones->n; i++) {
		struct patient_phone p = phones->v[i];
		size_t k = i;

		for (; k > 0 && phones->v[k - 1].rank > p.rank; k--)
			phones->v[k] = phones->v[k - 1];
		phones->v[k] = p;
	}
	for (size_t i = 0; i < phones->n; i++)
		phones->v[i].rank = (int)i + 1;
}

static int
phone_rank(const struct js *t)
{
	const struct js *rank = js_get(t, "rank");

	return rank && rank->kind == JS_NUMBER && strlen(rank->text) < 6
		       ? (int)strtol(rank->text, NULL, 10)
		       : INT_MAX;
}

static void
read_telecom(struct import *im, const struct js *body, struct patient *p,
	struct patient_phones *phones)
{
	struct arena *a = im->act->arena;

	for (const struct js *t = list_of(body, "telecom"); t; t = t->next) {
		const char *value = tidy(im, js_text(t, "value"));

		if (!*value || text_is(t, "use", "old"))
			continue;
		if (text_is(t, "system", "email")) {
			if (!*p->email)
				p->email = value;
		} else if (text_is(t, "system", "phone") ||
			   text_is(t, "system", "sms")) {
			*ARENA_PUSH(a, phones) = (struct patient_phone){
				.rank = phone_rank(t),
				.use = phone_use(t),
				.number = import_phone(a, value),
			};
		}
	}
	order_phones(phones);
}

/* The number of another system is kept only if nobody here has it. */
static int
read_mrn(struct import *im, const struct js *body, struct patient *p)
{
	struct act *act = im->act;
	struct patient taken;

	for (const struct js *id = list_of(body, "identifier"); id;
		id = id->next) {
		const char *value = tidy(im, js_text(id, "value"));
		int found;

		if (strcmp(identifier_type(id), "MR") != 0 || !*value ||
			strlen(value) > MRN_MAX)
			continue;
		found = patient_store_by_mrn(
			act->db, act->arena, act->scope, value, &taken);
		if (found < 0)
			return import_db_err(im);
		if (!found)
			p->mrn = value;
		return 0;
	}
	return 0;
}

static int
put_identifiers(struct import *im, const struct js *body, int64_t patient)
{
	struct act *act = im->act;

	for (const struct js *id = list_of(body, "identifier"); id;
		id = id->next) {
		struct patient_identifier row = {
			.system = js_text(id, "system"),
			.value = js_text(id, "value"),
			.type = identifier_type(id),
		};

		if (!row.value)
			continue;
		if (!row.system)
			row.system = "";
		if (patient_store_add_identifier(
			    act->db, act->scope, patient, &row))
			return import_db_err(im);
	}
	return 0;
}

static int
put_persons(struct import *im, const struct js *body, int64_t patient)
{
	struct act *act = im->act;
	struct patient_persons list = {0};

	for (const struct js *c = list_of(body, "contact"); c; c = c->next) {
		const struct js *rel = list_of(c, "relationship");
		const char *name = fhir_name(act->arena, js_get(c, "name"));
		const char *kind = js_text(list_of(rel, "coding"), "code");
		const struct js *tel = list_of(c, "telecom");

		if (!name)
			continue;
		/* HL7 v2 table 0131, C: emergency contact. */
		*ARENA_PUSH(act->arena, &list) = (struct patient_person){
			.name = tidy(im, name),
			.relationship = tidy(im, fhir_concept(rel)),
			.phone = import_phone(
				act->arena, tidy(im, js_text(tel, "value"))),
			.emergency = kind && strcmp(kind, "C") == 0,
		};
	}
	if (list.n &&
		patient_store_set_persons(act->db, act->scope, patient, &list))
		return import_db_err(im);
	return 0;
}

/* Somebody who is here already under one of these identifiers. */
static int
find_known(struct import *im, const struct js *body, const struct patient *p,
	int64_t *known)
{
	struct act *act = im->act;

	*known = 0;
	for (const struct js *id = list_of(body, "identifier"); id;
		id = id->next) {
		const char *system = js_text(id, "system");
		const char *value = js_text(id, "value");
		struct patient old;
		int64_t other;
		int found;

		if (!system || !value)
			continue;
		found = patient_store_by_identifier(
			act->db, act->scope, system, value, &other);
		if (found > 0)
			found = patient_store_get(
				act->db, act->arena, act->scope, other, &old);
		if (found < 0)
			return import_db_err(im);
		if (found && old.birth == p->birth &&
			strcmp(utf8_fold(act->arena, old.family),
				utf8_fold(act->arena, p->family)) == 0) {
			*known = other;
			return 0;
		}
	}
	return 0;
}

static int
note_twins(struct import *im, const struct patient *p,
	const struct patient_phones *phones)
{
	struct patient_twins twins = {0};

	if (care_patient_twins(im->act, p, phones, &twins))
		return -1;
	for (size_t i = 0; i < twins.n; i++)
		if (twins.v[i].match >= MATCH_LIKELY)
			import_note(im->report, "Patient",
				arena_printf(im->act->arena,
					"%s may be the same person as %s: "
					"compare them",
					p->mrn, twins.v[i].line.mrn));
	return 0;
}

static void
read_patient(struct import *im, const struct js *body, struct patient *p,
	struct patient_phones *phones)
{
	const struct js *active = js_get(body, "active");
	const struct js *deceased = fhir_choice(body, "deceased");

	read_names(im, body, p);
	read_address(im, body, p);
	read_language(im, body, p);
	read_sex(body, p);
	read_telecom(im, body, p, phones);
	p->birth = date_day(js_text(body, "birthDate"));
	if (deceased && deceased->kind == JS_STRING)
		p->deceased = date_day(deceased->text);
	p->active = !active || active->kind != JS_FALSE;
}

/*
 * A patient who comes again changed: who nobody here has edited follows
 * the source; otherwise the clinic's own details stand, and the report
 * says so.
 */
static int
change(struct import *im, struct import_item *it, const struct patient *p,
	const struct patient_phones *phones)
{
	struct act *act = im->act;
	struct patient old;
	int found = patient_store_get(
		act->db, act->arena, act->scope, it->patient_id, &old);

	if (found <= 0)
		return found < 0 ? import_db_err(im) : 0;
	if (old.updated_by) {
		import_note(im->report, "Patient",
			"details edited here: kept as they are, the newer "
			"resource is under Records");
		return 0;
	}
	old.family = p->family;
	old.given = p->given;
	old.suffix = p->suffix;
	old.preferred = p->preferred;
	old.birth = p->birth;
	old.sex = p->sex;
	old.language = p->language;
	old.interpreter = p->interpreter;
	old.address = p->address;
	old.city = p->city;
	old.state = p->state;
	old.postal = p->postal;
	old.country = p->country;
	old.email = p->email;
	old.deceased = p->deceased;
	old.active = p->active;
	return care_patient_update(act, &old, phones);
}

int
import_patient(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	const struct js *body = it->r->body;
	struct patient p = patient_new();
	struct patient_phones phones = {0};
	int64_t known = 0;

	read_patient(im, body, &p, &phones);
	if (it->changed && it->patient_id)
		return change(im, it, &p, &phones);
	if (find_known(im, body, &p, &known))
		return -1;
	if (!known) {
		if (read_mrn(im, body, &p) ||
			care_patient_register(act, &p, &phones) ||
			note_twins(im, &p, &phones))
			return -1;
		known = p.id;
	}
	it->patient_id = known;
	if (put_identifiers(im, body, known) || put_persons(im, body, known))
		return -1;
	return fhir_store_set_patient(act->db, act->scope, it->id, known)
		       ? import_db_err(im)
		       : 0;
}
