/*
 * Imported records in the chart: FHIR goes in as an import does, and is
 * read back from the pages.
 */
#include <stdio.h>

#include "base/arena.h"
#include "care/import.h"
#include "db/db.h"
#include "domain/scope.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"

static void
import(struct tweb *w, int64_t clinic, const char *name, const char *bytes)
{
	struct scope scope = {.clinic_id = clinic};
	struct err err = {0};
	struct import_report report = {.arena = tweb_arena(w)};
	struct act act = {
		.db = tweb_db(w),
		.arena = tweb_arena(w),
		.scope = &scope,
		.actor = "system",
		.now = 1795446000,
		.today = day_of(2026, 11, 23),
		.zone = zone_find("America/New_York"),
		.err = &err,
	};

	assert_int_equal(db_begin(tweb_db(w), DB_WRITE), 0);
	if (care_import_fhir(&act, name, bytes, strlen(bytes), &report))
		fail_msg("%s", err.text);
	assert_int_equal(db_commit(tweb_db(w)), 0);
}

static const char *
file(struct tweb *w, const char *path)
{
	char *bytes = arena_alloc(tweb_arena(w), 1 << 20);
	FILE *f = fopen(path, "r");

	if (f == NULL)
		fail_msg("%s", path);
	bytes[fread(bytes, 1, (1 << 20) - 1, f)] = '\0';
	fclose(f);
	return bytes;
}

#define A1C(id, day, value)                                                    \
	"{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"" id         \
	"\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":"           \
	"\"http://loinc.org\",\"code\":\"4548-4\"}],\"text\":\"A1c\"},"        \
	"\"subject\":{\"reference\":\"Patient/curve\"},"                       \
	"\"effectiveDateTime\":\"" day                                         \
	"\",\"valueQuantity\":{\"value\":" value ",\"unit\":\"%\"}}}"

static const char curve[] =
	"{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
	"{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"curve\","
	"\"name\":[{\"family\":\"Curve\",\"given\":[\"Carla <u>\"]}],"
	"\"gender\":\"female\",\"birthDate\":\"1950-05-05\"}}," A1C(
		"a", "2025-11-20", "7.6") "," A1C("b", "2026-02-20",
		"8.1") "," A1C("c", "2026-11-20", "9.4") "]}";

static int
set_up(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, NULL);

	import(w, 1, "rosa.json", file(w, SRCDIR "/tests/data/fhir/rosa.json"));
	import(w, 1, "curve.json", curve);
	import(w, 2, "other.json", curve);
	tweb_sign_in(w, "nora");
	*state = w;
	return 0;
}

static int
tear_down(void **state)
{
	tweb_close(*state);
	return 0;
}

static const char *
chart(struct tweb *w, const char *family, const char *rest)
{
	struct db_stmt *q = db_prep(tweb_db(w),
		"SELECT id FROM patient WHERE family = :family"
		" AND clinic_id = 1 ORDER BY id DESC LIMIT 1");

	db_bind_text(q, ":family", family);
	return arena_printf(tweb_arena(w), "/patients/%lld%s",
		(long long)db_one(q, 0), rest);
}

static const char *
body(struct tweb *w, const char *path)
{
	const struct reply *r = tweb_get(w, path);

	if (r->status != 200)
		fail_msg("%s: %d", path, r->status);
	return r->body;
}

#define ROSA                                                                   \
	"Delgado N\xc3\xba\xc3\xb1"                                            \
	"ez"

static void
an_allergy_stands_in_the_banner(void **state)
{
	struct tweb *w = *state;
	const char *html = body(w, chart(w, ROSA, ""));

	assert_has(html, "Allergy: Penicillin G");
	assert_has(html, "solid-red");
	assert_lacks(html, "not asked");
	assert_has(body(w, chart(w, ROSA, "/print")), "Penicillin G");
	/* The desk must see it, too. */
	tweb_sign_in(w, "fred");
	assert_has(body(w, chart(w, ROSA, "")), "Allergy: Penicillin G");
}

static void
records_are_summed_up_and_listed(void **state)
{
	struct tweb *w = *state;
	const char *html = body(w, chart(w, ROSA, "/records"));

	assert_has(html, "Type 2 diabetes");
	assert_has(html, "Penicillin G");
	assert_has(html, "Hemoglobin A1c");
	assert_has(html, "Latest measurements");
	html = body(w, chart(w, ROSA, "/records?type=Procedure"));
	assert_has(html, "Appendectomy");
	assert_lacks(html, "Latest measurements");
	assert_lacks(html, "Hemoglobin A1c");
	html = body(w, chart(w, ROSA, "/timeline?type=records"));
	assert_has(html, "Procedure: Appendectomy");
	assert_has(body(w, "/patients/10/records"), "No records.");
}

static long long
record_of(struct tweb *w, long long clinic)
{
	return clinic == 1
		       ? tweb_sql(w, "SELECT id FROM fhir_resource WHERE type"
				     " = 'Procedure' AND clinic_id = 1")
		       : tweb_sql(w, "SELECT min(id) FROM fhir_resource WHERE"
				     " type = 'Observation' AND clinic_id = 2");
}

static void
a_record_is_shown_whole(void **state)
{
	struct tweb *w = *state;
	const char *path =
		arena_printf(tweb_arena(w), "/records/%lld", record_of(w, 1));
	const char *html = body(w, path);

	assert_has(html, "Appendectomy");
	assert_has(html, "80146002"); /* the code, from the JSON */
	assert_has(html, "rosa.json");
	assert_has(html, ROSA);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE event = 'record.view'"
				     " AND patient_id IS NOT NULL"
				     " AND object_type = 'record'"),
		1);
}

static void
another_clinics_record_is_not_there(void **state)
{
	struct tweb *w = *state;
	long long other = record_of(w, 2);

	assert_true(other > 0);
	assert_int_equal(
		tweb_get(w, arena_printf(tweb_arena(w), "/records/%lld", other))
			->status,
		404);
	tweb_sign_in(w, "fred");
	assert_int_equal(tweb_get(w, arena_printf(tweb_arena(w),
					     "/records/%lld", record_of(w, 1)))
				 ->status,
		403);
	assert_int_equal(tweb_get(w, chart(w, ROSA, "/records"))->status, 403);
	assert_lacks(body(w, chart(w, "Curve", "")), "class=\"chart\"");
}

static void
two_values_make_a_curve(void **state)
{
	struct tweb *w = *state;
	const char *html = body(w, chart(w, "Curve", ""));

	assert_has(html, "class=\"chart\"");
	assert_has(html, "A1c (%)");
	/* In words for those who do not see it. */
	assert_has(html, "20 Nov 2025: 7.6 %, 20 Feb 2026: 8.1 %, "
			 "20 Nov 2026: 9.4 %");
	/* Oldest left, highest top. */
	assert_has(html, "points=\"58.0,");
	assert_has(html, "&lt;u&gt;");
	assert_lacks(html, "<u>");
	/* One value is no curve. */
	assert_lacks(body(w, chart(w, ROSA, "")), "class=\"chart\"");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(an_allergy_stands_in_the_banner),
		TEST(records_are_summed_up_and_listed),
		TEST(a_record_is_shown_whole),
		TEST(another_clinics_record_is_not_there),
		TEST(two_values_make_a_curve),
	};

	return cmocka_run_group_tests_name("record pages", tests, NULL, NULL);
}
