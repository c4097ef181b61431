/*
 * Taking files in: what is refused leaves nothing behind, what comes twice
 * changes nothing, references find their targets. tests/RULES.md, "Files
 * from elsewhere" and after.
 */
#include "base/arena.h"
#include "care/import.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "store/record_store.h"

#define NOW 1795442400 /* Mon 23 Nov 2026 09:00 in New York */
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

static struct arena *arena;
static struct db *db;
static struct err err;
static struct import_report rep;
static const struct scope scope = {.clinic_id = 1};

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	db = tdb_open(&err);
	if (!db || db_exec_file(db, SRCDIR "/tests/store/work.sql", &err))
		fail_msg("%s", err.text);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tdb_close(db);
	arena_free(arena);
	return 0;
}

static int
take(int (*run)(struct act *, const char *, const char *, size_t,
	     struct import_report *),
	const char *name, const char *bytes, size_t n)
{
	const struct zone *zone = zone_find("America/New_York");
	struct act act = {
		.db = db,
		.arena = arena,
		.scope = &scope,
		.actor = "system",
		.now = NOW,
		.today = zone_local(zone, NOW).day,
		.zone = zone,
		.err = &err,
	};
	int rc;

	err_clear(&err);
	rep = (struct import_report){.arena = arena};
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	rc = run(&act, name, bytes, n, &rep);
	if (rc == 0)
		assert_int_equal(db_commit(db), 0);
	else
		db_rollback(db);
	return rc;
}

static void
fhir(const char *text)
{
	if (take(care_import_fhir, "f.json", text, strlen(text)))
		fail_msg("%s", err.text);
}

static long long
count_(const char *sql)
{
	int64_t n = db_one(db_prep_(db, sql, __FILE__, __LINE__), -1);

	if (db_error(db))
		fail_msg("%s", db_error(db));
	return n;
}
#define COUNT(sql) count_("SELECT count(*) FROM " sql)

static long long
all_rows(void)
{
	return COUNT("patient") + COUNT("fhir_resource") + COUNT("fhir_key") +
	       COUNT("fhir_reference") + COUNT("import_file") +
	       COUNT("observation") + COUNT("record_name") +
	       COUNT("record_code") + COUNT("patient_phone");
}

#define PATIENT(id, more)                                                      \
	"{\"resourceType\":\"Patient\",\"id\":\"" id                           \
	"\",\"name\":[{\"family\":\"Doe\",\"given\":[\"" id                    \
	"\"]}],\"birthDate\":\"1961-03-14\"" more "}"
#define BUNDLE(entries) "{\"resourceType\":\"Bundle\",\"entry\":[" entries "]}"
#define ENTRY(resource) "{\"resource\":" resource "}"

static void
refused(const char *text, const char *why)
{
	long long before = all_rows();

	if (take(care_import_fhir, "f.json", text, strlen(text)) == 0)
		fail_msg("%s was taken", text);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_has(err.text, "f.json: line ");
	if (!strstr(err.text, why))
		fail_msg("%s: %s", text, err.text);
	assert_int_equal(all_rows(), before);
	assert_int_equal(rep.files_refused, 1);
	assert_int_equal(rep.notes.n, 1);
}

static void
nothing_of_a_broken_file_stays(void **state)
{
	(void)state;
	refused("", "line 1, column 1: the file is empty");
	refused("{", "quotes");
	refused("[]", "must be an object");
	refused("{\"resourceType\":\"bad type\"}", "resourceType");
	refused("{\"id\":\"x\"}", "resourceType");
	refused("{\"resourceType\":\"Bundle\",\"entry\":{}}", "a list");
	refused(PATIENT("a", ",\"birthDate\":\"1\""), "given twice");
	/* A good patient before it does not come in either. */
	refused(BUNDLE(ENTRY(PATIENT("a", "")) "," ENTRY(
			PATIENT("b", ",\"active\":\"yes\""))),
		"\"active\" is a text and must be true or false");
	refused(BUNDLE(ENTRY(PATIENT("a", "")) ",\n" ENTRY(
			"{\"resourceType\":\"Condition\","
			"\"recordedDate\":\"2012-13\"}")),
		"line 2, column 56: \"recordedDate\" is no date");
	refused("{\"resourceType\":\"Patient\",\"birthDate\":19610314}",
		"a date in quotes");
	refused("{\"resourceType\":\"Patient\",\"name\":{}}", "must be a list");
	refused("{\"resourceType\":\"Patient\",\"name\":[7]}", "an object");
	refused("{\"resourceType\":\"Condition\",\"code\":[]}",
		"must be an object");
	refused("{\"resourceType\":\"Condition\",\"clinicalStatus\":\"x\"}",
		"must be an object");
	refused("{\"resourceType\":\"Observation\",\"valueQuantity\":"
		"{\"value\":\"7\"}}",
		"must be a number");
	refused("{\"resourceType\":\"Appointment\",\"minutesDuration\":1.5}",
		"whole number");
	refused("{\"resourceType\":\"Encounter\",\"contained\":{}}", "a list");
}

static void
twice_changes_nothing(void **state)
{
	static const char one[] = BUNDLE(ENTRY(PATIENT("a", "")) "," ENTRY(
		"{\"resourceType\":\"Observation\",\"id\":\"o\",\"subject\":"
		"{\"reference\":\"Patient/a\"},\"code\":{\"text\":\"x\"}}"));
	static const char spaced[] =
		" {\"resourceType\": \"Observation\", \"id\":\"o\",\n"
		"\"subject\":{\"reference\":\"Patient/a\"},"
		"\"code\":{\"text\":\"x\"}}";
	static const char changed[] =
		"{\"resourceType\":\"Observation\",\"id\":\"o\","
		"\"subject\":{\"reference\":\"Patient/a\"},"
		"\"code\":{\"text\":\"y\"},\"valueString\":\"v\"}";
	long long before;

	(void)state;
	fhir(one);
	before = all_rows();
	fhir(one);
	assert_int_equal(rep.files_same, 1);
	assert_int_equal(rep.counts.v[0].same, 1);
	assert_int_equal(all_rows(), before);
	/* Other bytes, the same resource: only the file is new. */
	fhir(spaced);
	assert_int_equal(rep.counts.v[0].same, 1);
	assert_int_equal(all_rows(), before + 1);
	fhir(changed);
	assert_int_equal(rep.counts.v[0].changed, 1);
	assert_int_equal(all_rows(), before + 2);
	assert_int_equal(COUNT("observation WHERE code_text = 'y'"
			       " AND value_text = 'v'"
			       " AND patient_id IS NOT NULL"),
		1);
	assert_int_equal(COUNT("fhir_resource_past"), 1);
}

static void
references_wait_for_their_target(void **state)
{
	(void)state;
	fhir(BUNDLE("{\"fullUrl\":\"http://a.example/fhir/Observation/1\","
		    "\"resource\":{\"resourceType\":\"Observation\","
		    "\"id\":\"1\",\"subject\":{\"reference\":\"Patient/p\"},"
		    "\"performer\":[{\"reference\":"
		    "\"Practitioner?identifier=n|7\"}],"
		    "\"code\":{\"text\":\"x\"}}}"));
	fhir("{\"resourceType\":\"Coverage\",\"id\":\"c\",\"status\":"
	     "\"active\",\"beneficiary\":{\"reference\":"
	     "\"Patient/p/_history/3\"},\"payor\":[{\"display\":\"Aetna\"}]}");
	fhir("{\"resourceType\":\"Appointment\",\"id\":\"v\",\"status\":"
	     "\"booked\",\"start\":\"2026-12-01T15:00:00Z\","
	     "\"end\":\"2026-12-01T15:30:00Z\",\"participant\":[{\"actor\":"
	     "{\"reference\":\"Patient/p\"},\"status\":\"accepted\"}]}");
	assert_int_equal(rep.counts.v[0].kept, 1);
	assert_int_equal(COUNT("fhir_reference WHERE state = 'open'"), 4);
	assert_int_equal(COUNT("coverage WHERE source = 'import'"), 0);
	fhir(PATIENT("p", ""));
	assert_int_equal(rep.resolved, 3);
	assert_int_equal(COUNT("observation o JOIN patient p"
			       " ON p.id = o.patient_id"
			       " WHERE p.given = 'p'"),
		1);
	assert_int_equal(COUNT("coverage c JOIN payer y ON y.id = c.payer_id"
			       " WHERE c.source = 'import'"
			       " AND y.name = 'Aetna'"),
		1);
	assert_int_equal(COUNT("appointment WHERE source = 'import'"
			       " AND provider_id IS NULL"),
		1);
	assert_int_equal(COUNT("fhir_resource WHERE state = 'kept'"), 0);
	fhir("{\"resourceType\":\"Practitioner\",\"id\":\"d\","
	     "\"identifier\":[{\"system\":\"n\",\"value\":\"7\"}]}");
	assert_int_equal(COUNT("fhir_reference WHERE state = 'open'"), 0);
}

static void
two_of_one_name_are_not_guessed(void **state)
{
	(void)state;
	fhir("{\"resourceType\":\"Practitioner\",\"id\":\"d\","
	     "\"identifier\":[{\"system\":\"n\",\"value\":\"7\"}]}");
	fhir("{\"resourceType\":\"Practitioner\",\"id\":\"e\","
	     "\"identifier\":[{\"system\":\"n\",\"value\":\"7\"}]}");
	fhir("{\"resourceType\":\"Encounter\",\"id\":\"1\",\"participant\":"
	     "[{\"individual\":{\"reference\":"
	     "\"Practitioner?identifier=n|7\"}}]}");
	assert_int_equal(COUNT("fhir_reference WHERE state = 'ambiguous'"), 1);
}

static void
overlapping_visits_are_marked(void **state)
{
#define VISIT(id)                                                              \
	"{\"resourceType\":\"Appointment\",\"id\":\"" id                       \
	"\",\"status\":\"booked\",\"start\":\"2026-12-01T15:00:00Z\","         \
	"\"end\":\"2026-12-01T15:30:00Z\",\"participant\":[{\"actor\":"        \
	"{\"reference\":\"Patient/p\"}}]}"
	(void)state;
	fhir(BUNDLE(ENTRY(PATIENT("p", "")) "," ENTRY(VISIT("1")) "," ENTRY(
		VISIT("2"))));
	assert_int_equal(COUNT("appointment WHERE source = 'import'"
			       " AND overbooked = 0"),
		1);
	assert_int_equal(COUNT("appointment WHERE source = 'import'"
			       " AND overbooked = 1"
			       " AND overbook_reason = 'imported'"),
		1);
}

static void
allergies_are_told_apart(void **state)
{
#define ALLERGY(id, code)                                                      \
	"{\"resourceType\":\"AllergyIntolerance\",\"id\":\"" id                \
	"\",\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},"          \
	"\"code\":{\"coding\":[{\"code\":\"" code                              \
	"\"}]},\"patient\":{\"reference\":\"Patient/p\"}}"
	(void)state;
	fhir(BUNDLE(
		ENTRY(PATIENT("p", "")) "," ENTRY(ALLERGY("1", "716186003"))));
	assert_int_equal(
		COUNT("patient WHERE allergy_state = 'none_known'"), 1);
	fhir(ALLERGY("2", "91936005"));
	assert_int_equal(COUNT("patient WHERE allergy_state = 'listed'"), 1);
	fhir(ALLERGY("3", "716186003"));
	assert_int_equal(COUNT("patient WHERE allergy_state = 'listed'"), 1);
}

/* ---- lists of patients ---- */

static int
csv(const char *text)
{
	return take(care_import_patients, "p.csv", text, strlen(text));
}

static void
list_refused(const char *text, const char *why)
{
	long long before = COUNT("patient");
	const char *all;

	assert_int_equal(csv(text), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	all = arena_printf(
		arena, "%s\n%s", err.text, import_report_text(arena, &rep));
	if (!strstr(all, why))
		fail_msg("%s", all);
	assert_int_equal(COUNT("patient"), before);
}

static void
a_list_goes_in_whole(void **state)
{
	long long before = COUNT("patient");

	(void)state;
	if (csv("Last Name;First name;D.O.B.;Sex;Cell phone;Language;ZIP\r\n"
		"O'Brien-N\xc3\xba\xc3\xb1"
		"ez;Rosa;3/14/1961;F;(555) 013-4471;Spanish;01970\r\n"
		"\"Smith; Jr\";Bob;1980-01-02;;;;\r\n"))
		fail_msg("%s", err.text);
	assert_int_equal(COUNT("patient"), before + 2);
	assert_int_equal(COUNT("patient p JOIN patient_phone f"
			       " ON f.patient_id = p.id"
			       " WHERE p.birth_on = '1961-03-14'"
			       " AND p.sex = 'female' AND p.language = 'es'"
			       " AND p.postal = '01970'"
			       " AND f.number = '+15550134471'"),
		1);
	assert_int_equal(COUNT("patient WHERE family = 'Smith; Jr'"), 1);
	/* Again, they are all here. */
	list_refused("name,birth date\n\"Smith; Jr, Bob\",1980-01-02\n",
		"duplicate: looks like the patient");
}

static void
a_list_is_refused_whole(void **state)
{
	(void)state;
	list_refused("", "a line of heads");
	list_refused("name,dob\n", "a line of heads");
	list_refused("first,dob\nA,1980-01-01\n", "no column \"family");
	list_refused("last,first\nA,B\n", "no column \"birth");
	list_refused("last,dob,shoe size\nA,1980-01-01,44\n",
		"\"shoe size\" is not known");
	list_refused("last,surname,dob\nA,B,1980-01-01\n", "mean the same");
	list_refused("last,dob\nA,1980-01-01\n,1980-01-02\n",
		"line 3: there is no family name");
	list_refused("last,dob\nA,1980-02-30\nB,\n", "line 2: \"1980-02-30\"");
	list_refused("last,dob\nA,2027-01-01\n", "not a birth date");
	list_refused("last,dob,sex\nA,1980-01-01,q\n", "\"q\" is not a sex");
	list_refused("last,dob\nA,1980-01-01,x\n", "more cells");
	list_refused("last,first,dob\nA,B,1980-01-01\n\nA,B,1/1/1980\n",
		"line 4: duplicate: the same person as line 2");
	list_refused("last,dob,mrn\nAa,1980-01-01,9\nBb,1981-01-01,9\n",
		"line 3: the number 9 is taken");
	list_refused("last,dob\nM\xfcller,1980-01-01\n", "line 2: a letter");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(nothing_of_a_broken_file_stays),
		TEST(twice_changes_nothing),
		TEST(references_wait_for_their_target),
		TEST(two_of_one_name_are_not_guessed),
		TEST(overlapping_visits_are_marked),
		TEST(allergies_are_told_apart),
		TEST(a_list_goes_in_whole),
		TEST(a_list_is_refused_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
