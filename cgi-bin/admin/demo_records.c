/*
 * What is known of the demonstration's patients: conditions, allergies,
 * medicines, vaccines and measurements. Written as FHIR R4 and taken in by
 * the same act as records from elsewhere, so each lies where those do.
 */
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "base/buf.h"
#include "care/import.h"
#include "db/db.h"
#include "domain/patient.h"
#include "store/patient_store.h"

#define DEMO_SYSTEM "urn:handrail:demo"
#define BUNDLE_PATIENTS 20

static const struct {
	const char *code, *text;
	int from_age;
} conditions[] = {
	{"E11.9", "Type 2 diabetes", 30},
	{"I10", "High blood pressure", 30},
	{"E78.5", "High cholesterol", 30},
	{"J45.909", "Asthma", 4},
	{"M54.50", "Low back pain", 18},
	{"F41.1", "Generalized anxiety", 14},
	{"F32.A", "Depression", 14},
	{"E03.9", "Underactive thyroid", 20},
	{"K21.9", "Reflux", 20},
	{"N18.30", "Chronic kidney disease, stage 3", 55},
	{"I50.9", "Heart failure", 60},
	{"G47.33", "Obstructive sleep apnea", 30},
	{"L20.9", "Atopic dermatitis", 0},
	{"J30.9", "Hay fever", 3},
};

static const struct {
	const char *category, *text, *reaction, *severity, *criticality;
} allergies[] = {
	{"medication", "Penicillin", "Anaphylaxis", "severe", "high"},
	{"medication", "Sulfamethoxazole", "Rash", "moderate", "low"},
	{"medication", "Ibuprofen", "Wheezing", "severe", "high"},
	{"food", "Peanut", "Hives", "moderate", "high"},
	{"food", "Shellfish", "Swelling of the lips", "moderate", "high"},
	{"environment", "Latex", "Itching", "mild", "low"},
	{"medication", "Codeine", "Nausea", "mild", "low"},
	{"environment", "Bee venom", "Anaphylaxis", "severe", "high"},
};

static const char medicines[] =
	"Metformin 1000 mg tablet~one tablet twice a day with food|"
	"Lisinopril 10 mg tablet~one tablet in the morning|"
	"Atorvastatin 20 mg tablet~one tablet in the evening|"
	"Levothyroxine 75 mcg tablet~one tablet before breakfast|"
	"Albuterol inhaler~two puffs when short of breath|"
	"Sertraline 50 mg tablet~one tablet in the morning|"
	"Omeprazole 20 mg capsule~one capsule before breakfast|"
	"Amlodipine 5 mg tablet~one tablet in the morning";

static const struct {
	const char *cvx, *text;
} vaccines[] = {
	{"140", "Influenza, seasonal"},
	{"115", "Tdap"},
	{"33", "Pneumococcal (PPSV23)"},
	{"03", "MMR"},
};

/* What is measured: from low to high, in tenths. */
static const struct {
	const char *loinc, *text, *unit, *ucum, *category;
	int low, high;
} measures[] = {
	{"29463-7", "Body weight", "kg", "kg", "vital-signs", 480, 1150},
	{"8867-4", "Heart rate", "/min", "/min", "vital-signs", 560, 980},
	{"4548-4", "Hemoglobin A1c", "%", "%", "laboratory", 52, 96},
	{"13457-7", "LDL cholesterol", "mg/dL", "mg/dL", "laboratory", 600,
		1900},
	{"2823-3", "Potassium", "mmol/L", "mmol/L", "laboratory", 34, 56},
	{"33914-3", "eGFR", "mL/min/1.73m2", "mL/min/{1.73_m2}", "laboratory",
		280, 1050},
};

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

/* One bundle being written. */
struct sheet {
	struct demo *d;
	struct buf b;
	int entries;
	char subject[64]; /* fullUrl of the patient at hand */
};

static void
add_json_text(struct buf *b, const char *s)
{
	buf_addc(b, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_addc(b, '\\');
		buf_addc(b, *s);
	}
	buf_addc(b, '"');
}

static void
make_url(struct sheet *s, char out[64])
{
	uint64_t a = demo_random(&s->d->rng), b = demo_random(&s->d->rng);
	char *text = arena_printf(s->d->ctl->arena,
		"urn:uuid:%08x-%04x-4%03x-8%03x-%012llx", (unsigned)(a >> 32),
		(unsigned)(a >> 16) & 0xffff, (unsigned)a & 0xfff,
		(unsigned)(b >> 52) & 0xfff,
		(unsigned long long)(b & 0xffffffffffffu));

	memcpy(out, text, strlen(text) + 1);
}

/* Opens an entry up to the resource's own fields. */
static void
begin_entry(struct sheet *s, const char *url, const char *type)
{
	buf_addf(&s->b,
		"%s{\"fullUrl\":\"%s\",\"resource\":{\"resourceType\":\"%s\"",
		s->entries++ ? "," : "", url, type);
}

/* About the patient at hand, who is called subject or patient. */
static void
begin_about(struct sheet *s, const char *type, const char *who)
{
	char url[64];

	make_url(s, url);
	begin_entry(s, url, type);
	buf_addf(&s->b, ",\"%s\":{\"reference\":\"%s\"}", who, s->subject);
}

static void
end_entry(struct sheet *s)
{
	buf_adds(&s->b, "}}");
}

static const char *
days_ago(struct sheet *s, int days)
{
	char text[DAY_TEXT_SIZE];

	day_print(s->d->today - days, text);
	return arena_strdup(s->d->ctl->arena, text);
}

static void
add_concept(struct buf *b, const char *field, const char *system,
	const char *code, const char *text)
{
	buf_addf(b,
		",\"%s\":{\"coding\":[{\"system\":\"%s\",\"code\":\"%s\","
		"\"display\":\"%s\"}],\"text\":\"%s\"}",
		field, system, code, text, text);
}

static void
add_status(
	struct buf *b, const char *field, const char *system, const char *code)
{
	buf_addf(b,
		",\"%s\":{\"coding\":[{\"system\":\"http://terminology.hl7."
		"org/CodeSystem/%s\",\"code\":\"%s\"}]}",
		field, system, code);
}

static void
add_condition(struct sheet *s, int i, int days)
{
	struct buf *b = &s->b;

	begin_about(s, "Condition", "subject");
	add_status(b, "clinicalStatus", "condition-clinical", "active");
	add_status(
		b, "verificationStatus", "condition-ver-status", "confirmed");
	buf_adds(b, ",\"category\":[{\"coding\":[{\"system\":\"http://"
		    "terminology.hl7.org/CodeSystem/condition-category\","
		    "\"code\":\"problem-list-item\",\"display\":"
		    "\"Problem List Item\"}]}]");
	add_concept(b, "code", "http://hl7.org/fhir/sid/icd-10-cm",
		conditions[i].code, conditions[i].text);
	buf_addf(b, ",\"onsetDateTime\":\"%s\",\"recordedDate\":\"%s\"",
		days_ago(s, days), days_ago(s, days));
	end_entry(s);
}

static void
add_allergy(struct sheet *s, int i)
{
	struct buf *b = &s->b;

	begin_about(s, "AllergyIntolerance", "patient");
	add_status(
		b, "clinicalStatus", "allergyintolerance-clinical", "active");
	add_status(b, "verificationStatus", "allergyintolerance-verification",
		"confirmed");
	buf_addf(b,
		",\"type\":\"allergy\",\"category\":[\"%s\"],"
		"\"criticality\":\"%s\",\"code\":{\"text\":\"%s\"},"
		"\"recordedDate\":\"%s\",\"reaction\":[{\"manifestation\":"
		"[{\"text\":\"%s\"}],\"severity\":\"%s\"}]",
		allergies[i].category, allergies[i].criticality,
		allergies[i].text, days_ago(s, 900), allergies[i].reaction,
		allergies[i].severity);
	end_entry(s);
}

static void
begin_observation(struct sheet *s, const char *category, const char *loinc,
	const char *text, int days)
{
	begin_about(s, "Observation", "subject");
	buf_addf(&s->b,
		",\"status\":\"final\",\"category\":[{\"coding\":[{\"system\":"
		"\"http://terminology.hl7.org/CodeSystem/observation-category"
		"\",\"code\":\"%s\"}]}]",
		category);
	add_concept(&s->b, "code", "http://loinc.org", loinc, text);
	buf_addf(&s->b, ",\"effectiveDateTime\":\"%s\"", days_ago(s, days));
}

static void
add_quantity(struct buf *b, int tenths, const char *unit, const char *ucum)
{
	buf_addf(b,
		",\"valueQuantity\":{\"value\":%d.%d,\"unit\":\"%s\","
		"\"system\":\"http://unitsofmeasure.org\",\"code\":\"%s\"}",
		tenths / 10, tenths % 10, unit, ucum);
}

static void
add_measure(struct sheet *s, int i, int tenths, int days)
{
	begin_observation(s, measures[i].category, measures[i].loinc,
		measures[i].text, days);
	add_quantity(&s->b, tenths, measures[i].unit, measures[i].ucum);
	end_entry(s);
}

static void
add_pressure(struct sheet *s, int systolic, int diastolic, int days)
{
	static const char *const parts[2][2] = {
		{"8480-6", "Systolic blood pressure"},
		{"8462-4", "Diastolic blood pressure"}};

	begin_observation(s, "vital-signs", "85354-9", "Blood pressure", days);
	buf_adds(&s->b, ",\"component\":[");
	for (int i = 0; i < 2; i++) {
		buf_addf(&s->b,
			"%s{\"code\":{\"coding\":[{\"system\":\"http://loinc."
			"org\",\"code\":\"%s\",\"display\":\"%s\"}]}",
			i ? "," : "", parts[i][0], parts[i][1]);
		add_quantity(&s->b, (i ? diastolic : systolic) * 10, "mmHg",
			"mm[Hg]");
		buf_addc(&s->b, '}');
	}
	buf_addc(&s->b, ']');
	end_entry(s);
}

static void
add_medicine(struct sheet *s, const char *text, int days)
{
	size_t n = strcspn(text, "~");

	begin_about(s, "MedicationRequest", "subject");
	buf_addf(&s->b,
		",\"status\":\"active\",\"intent\":\"order\","
		"\"medicationCodeableConcept\":{\"text\":\"%.*s\"},"
		"\"authoredOn\":\"%s\",\"dosageInstruction\":[{\"text\":"
		"\"%s\"}]",
		(int)n, text, days_ago(s, days), text + n + 1);
	end_entry(s);
}

static void
add_vaccine(struct sheet *s, int i, int days)
{
	begin_about(s, "Immunization", "patient");
	buf_adds(&s->b, ",\"status\":\"completed\"");
	add_concept(&s->b, "vaccineCode", "http://hl7.org/fhir/sid/cvx",
		vaccines[i].cvx, vaccines[i].text);
	buf_addf(&s->b, ",\"occurrenceDateTime\":\"%s\",\"primarySource\":true",
		days_ago(s, days));
	end_entry(s);
}

/* Named by an identifier of ours, so that it is the patient who is here. */
static void
add_person(struct sheet *s, const struct patient *p)
{
	char birth[DAY_TEXT_SIZE];

	day_print(p->birth, birth);
	make_url(s, s->subject);
	begin_entry(s, s->subject, "Patient");
	buf_addf(&s->b,
		",\"identifier\":[{\"system\":\"" DEMO_SYSTEM
		"\",\"value\":\"%s\"}],\"name\":[{\"use\":\"official\","
		"\"family\":",
		p->mrn);
	add_json_text(&s->b, p->family);
	buf_adds(&s->b, ",\"given\":[");
	add_json_text(&s->b, p->given);
	buf_addf(&s->b, "]}],\"birthDate\":\"%s\"", birth);
	end_entry(s);
}

/* --- whose record it is
 * ------------------------------------------------------- */

static void
rosas_record(struct sheet *s)
{
	static const int a1c[] = {76, 81, 84, 88, 94};

	add_condition(s, 0, 3100);
	add_condition(s, 1, 2900);
	add_condition(s, 2, 2500);
	for (int i = 0; i < COUNT(a1c); i++)
		add_measure(s, 2, a1c[i], 12 + 91 * (COUNT(a1c) - 1 - i));
	for (int i = 0; i < 6; i++)
		add_pressure(
			s, 148 - 3 * (i % 3), 92 - 2 * (i % 3), 20 + 60 * i);
	add_measure(s, 0, 784, 20);
	add_medicine(s,
		"Metformin 1000 mg tablet~one tablet twice a day with "
		"food",
		1200);
	add_medicine(
		s, "Lisinopril 20 mg tablet~one tablet in the morning", 800);
	add_vaccine(s, 0, 410);
}

static void
some_measures(struct sheet *s)
{
	struct demo_rng *r = &s->d->rng;
	int visits = demo_between(r, 1, 5);

	for (int v = 0; v < visits; v++) {
		int days = 5 + v * demo_between(r, 60, 150);

		add_pressure(s, demo_between(r, 102, 164),
			demo_between(r, 60, 98), days);
		for (int i = 0; i < COUNT(measures); i++)
			if (demo_chance(r, 45))
				add_measure(s, i,
					demo_between(r, measures[i].low,
						measures[i].high),
					days);
	}
}

static void
some_record(struct sheet *s, int age)
{
	struct demo_rng *r = &s->d->rng;
	int start = demo_below(r, COUNT(conditions));
	int wanted = demo_below(r, age > 60 ? 6 : 3);

	for (int i = 0; i < COUNT(conditions) && wanted > 0; i++) {
		int k = (start + i * 5) % COUNT(conditions);

		if (conditions[k].from_age > age)
			continue;
		add_condition(s, k, demo_between(r, 40, 2500));
		wanted--;
	}
	for (int i = demo_below(r, age > 50 ? 5 : 2); i > 0; i--)
		add_medicine(s, demo_pick(r, s->d->ctl->arena, medicines),
			demo_between(r, 10, 900));
	for (int i = 0; i < COUNT(vaccines); i++)
		if (demo_chance(r, 50))
			add_vaccine(s, i, demo_between(r, 20, 2000));
	if (age >= 18)
		some_measures(s);
}

static int
add_record(struct sheet *s, int i)
{
	struct demo *d = s->d;
	struct ctl *c = d->ctl;
	struct demo_patient *dp = &d->patient[i];
	struct patient p;
	struct patient_identifier id = {.system = DEMO_SYSTEM, .type = ""};

	if (patient_store_get(c->db, c->arena, &c->scope, dp->id, &p) != 1)
		return -1;
	id.value = p.mrn;
	if (patient_store_add_identifier(c->db, &c->scope, dp->id, &id))
		return -1;
	add_person(s, &p);
	if (dp->allergy > 0)
		add_allergy(s, dp->allergy - 1);
	if (i == 0)
		rosas_record(s);
	else
		some_record(s, day_age(p.birth, d->today));
	return 0;
}

static int
take_in(struct demo *d, struct arena *a, const struct buf *b, int nth)
{
	struct ctl *c = d->ctl;
	struct act act = demo_act(d, &c->scope, "system");
	struct import_report report = {.arena = a};

	return care_import_fhir(&act,
		arena_printf(a, "demo-records-%d.json", nth), b->s, b->n,
		&report);
}

int
demo_records(struct demo *d)
{
	struct arena *a = d->ctl->arena;

	for (int i = 0; i < demo_recorded(d);) {
		struct arena_mark mark = arena_mark(a);
		struct sheet s = {.d = d, .b = buf_new(a)};
		int from = i;

		buf_adds(&s.b, "{\"resourceType\":\"Bundle\",\"type\":"
			       "\"collection\",\"entry\":[");
		for (; i < demo_recorded(d) && i < from + BUNDLE_PATIENTS; i++)
			if (add_record(&s, i))
				return ctl_db_err(d->ctl);
		buf_adds(&s.b, "]}");
		if (take_in(d, a, &s.b, from / BUNDLE_PATIENTS + 1))
			return -1;
		arena_rewind(a, mark);
	}
	return demo_batch(d, "records", demo_recorded(d), demo_recorded(d));
}

int
demo_recorded(const struct demo *d)
{
	return d->n_patients < 400 ? d->n_patients : 400;
}
