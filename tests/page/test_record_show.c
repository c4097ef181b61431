/*
 * Imported records in the chart: every value of the source stands on the
 * record's page; the lists; who may see them.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "care/import.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
#define NOW 1795442400

static char *
slurp(const char *path, size_t *n)
{
	FILE *f = fopen(path, "r");
	char *s = calloc(1, 1 << 18);

	assert_non_null(f);
	*n = fread(s, 1, (1 << 18) - 1, f);
	fclose(f);
	return s;
}

static void
import(struct tweb *w, const char *name)
{
	struct arena *a = arena_new();
	static const struct scope scope = {.clinic_id = 1};
	struct err err = {0};
	struct import_report rep = {.arena = a};
	const struct zone *zone = zone_find("America/New_York");
	struct act act = {
		.db = tweb_db(w),
		.arena = a,
		.scope = &scope,
		.actor = "system",
		.now = NOW,
		.today = zone_local(zone, NOW).day,
		.zone = zone,
		.err = &err,
	};
	size_t n;
	char *bytes =
		slurp(arena_printf(a, SRCDIR "/tests/data/fhir/%s", name), &n);

	assert_int_equal(db_begin(tweb_db(w), DB_WRITE), 0);
	if (care_import_fhir(&act, name, bytes, n, &rep))
		fail_msg("%s", err.text);
	assert_int_equal(db_commit(tweb_db(w)), 0);
	free(bytes);
	arena_free(a);
}

static int
set_up(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, NULL);

	import(w, "rosa.json");
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

static long long
patient(struct tweb *w)
{
	return tweb_sql(w,
		"SELECT patient_id FROM fhir_resource WHERE type = 'Patient'");
}

/* # in the address is the number. */
static const char *
page(struct tweb *w, const char *address, long long id)
{
	const char *at = strchr(address, '#');
	const char *path = arena_printf(tweb_arena(w), "%.*s%lld%s",
		(int)(at - address), address, id, at + 1);
	const struct reply *r = tweb_get(w, path);

	if (r->status != 200)
		fail_msg("%s: %d", path, r->status);
	return r->body;
}

/* As ctemplate writes text into HTML. */
static const char *
escaped(struct arena *a, const char *s)
{
	struct buf b = buf_new(a);

	for (; *s; s++) {
		if (*s == '&')
			buf_adds(&b, "&amp;");
		else if (*s == '<')
			buf_adds(&b, "&lt;");
		else if (*s == '>')
			buf_adds(&b, "&gt;");
		else if (*s == '"')
			buf_adds(&b, "&quot;");
		else if (*s == '\'')
			buf_adds(&b, "&#39;");
		else
			buf_addc(&b, *s);
	}
	return b.s;
}

/* The part before the source, which would hold everything anyway. */
static const char *
readable(struct arena *a, const char *html)
{
	const char *end = strstr(html, "id=\"src\"");

	assert_non_null(end);
	return arena_strndup(a, html, (size_t)(end - html));
}

static long
leaves(struct tweb *w, const char *html, const json_t *v, const char *name)
{
	struct arena *a = tweb_arena(w);
	const char *key, *want = NULL;
	const json_t *child;
	long n = 0;
	size_t i;

	if (json_is_object(v))
		json_object_foreach((json_t *)(uintptr_t)v, key, child) n +=
			leaves(w, html, child, key);
	if (json_is_array(v))
		json_array_foreach(v, i, child) n +=
			leaves(w, html, child, name);
	if (strcmp(name, "div") == 0 || strcmp(name, "data") == 0)
		return n;
	if (json_is_string(v))
		want = escaped(a, json_string_value(v));
	if (json_is_integer(v))
		want = arena_printf(
			a, "%lld", (long long)json_integer_value(v));
	if (json_is_boolean(v))
		want = json_is_true(v) ? "yes (true)" : "no (false)";
	if (!want)
		return n;
	if (!strstr(html, want))
		fail_msg("%s: %s is not on the page", name, want);
	return n + 1;
}

static void
every_value_is_on_the_page(void **state)
{
	struct tweb *w = *state;
	size_t n, i;
	char *bytes = slurp(SRCDIR "/tests/data/fhir/rosa.json", &n);
	json_t *root = json_loadb(bytes, n, 0, NULL);
	const json_t *entry;
	long found = 0;

	json_array_foreach(json_object_get(root, "entry"), i, entry)
	{
		const json_t *r = json_object_get(entry, "resource");
		struct db_stmt *q = db_prep(tweb_db(w),
			"SELECT id FROM fhir_resource WHERE fhir_id = :id");
		const char *html;

		db_bind_text(
			q, ":id", json_string_value(json_object_get(r, "id")));
		html = page(w, "/records/#", db_one(q, 0));
		found += leaves(w, readable(tweb_arena(w), html), r, "");
	}
	assert_true(found > 500);
	json_decref(root);
	free(bytes);
}

/* What a decimal's last nought says is kept (FHIR R4, 2.24.0.1). */
static void
digits_stay(void **state)
{
	struct tweb *w = *state;
	struct arena *a = tweb_arena(w);
	long long bp = tweb_sql(w, "SELECT resource_id FROM observation"
				   " WHERE code_code = '85354-9'");
	long long eob =
		tweb_sql(w, "SELECT resource_id FROM explanation_of_benefit");

	assert_has(readable(a, page(w, "/records/#", bp)), "82.50");
	assert_has(
		readable(a, page(w, "/records/#", eob)), "103.32800000000002");
	assert_has(
		page(w, "/patients/#/records", patient(w)), "128 / 82.50 mmHg");
}

static void
the_overview_has_each_table(void **state)
{
	struct tweb *w = *state;
	const char *html = page(w, "/patients/#/records", patient(w));

	assert_has(html, "Penicillin G");
	assert_has(html, "High risk");
	assert_has(html, "Hives");
	assert_has(html, "Type 2 diabetes");
	assert_has(html, "metformin hydrochloride 500 MG Oral Tablet");
	assert_has(html, "1 tablet by mouth twice a day with meals");
	assert_has(html, "Never smoked tobacco");
	assert_has(html, "&gt;9.40 %");
	assert_has(html, "Hospital admission");
	assert_has(html, "Appendectomy");
	assert_has(html, "Influenza, seasonal");
	assert_has(html, "Basic metabolic panel");
	assert_has(html, "Diabetes self-management");
	assert_has(html, "Rosa&#39;s team");
	assert_has(html, "A1c under 7.5 %");
	assert_has(html, "250.10 USD");
}

static void
lists_are_of_one_kind(void **state)
{
	struct tweb *w = *state;
	long long id = patient(w);
	const char *html = page(w, "/patients/#/records?type=Observation", id);

	assert_has(html, "Hemoglobin A1c");
	assert_lacks(html, "Appendectomy");
	assert_has(html, "1–4 of 4");
	html = page(w, "/patients/#/records?type=DocumentReference", id);
	assert_has(html, "Discharge summary");
	html = page(w, "/patients/#/records?type=Nothing", id);
	assert_has(html, "Nothing of this kind.");
	html = page(w,
		"/patients/#/records/values?key=http%3A%2F%2Floinc.org"
		"%7C4548-4",
		id);
	assert_has(html, "&gt;9.40 %");
	assert_lacks(html, "mmHg");
	html = page(w, "/patients/#/records", 7);
	assert_has(html, "No records.");
}

static void
a_record_says_where_it_belongs(void **state)
{
	struct tweb *w = *state;
	long long eob =
		tweb_sql(w, "SELECT resource_id FROM explanation_of_benefit");
	long long doc = tweb_sql(w, "SELECT id FROM fhir_resource"
				    " WHERE type = 'DocumentReference'");
	long long visit = tweb_sql(
		w, "SELECT id FROM fhir_resource WHERE type = 'Appointment'");
	long long report = tweb_sql(w, "SELECT id FROM fhir_resource"
				       " WHERE type = 'DiagnosticReport'");
	long long org = tweb_sql(
		w, "SELECT id FROM fhir_resource WHERE type = 'Organization'");

	assert_has(page(w, "/records/#", eob), "Imani Cole");
	assert_has(page(w, "/records/#", eob), "Insurance 1, coverage");
	assert_has(page(w, "/records/#", doc), "no table of its own");
	assert_has(page(w, "/records/#", visit), "/appointments/");
	/* The text in an attachment is read out. */
	assert_has(page(w, "/records/#", report), "A1c above goal.</div>");
	/* About nobody: no banner, but there. */
	assert_lacks(page(w, "/records/#", org), "class=\"pt\"");
	assert_has(page(w, "/records/#",
			   tweb_sql(w, "SELECT id FROM fhir_resource WHERE "
				       "type = 'Patient'")),
		"Not here yet");
}

static void
who_may_not(void **state)
{
	struct tweb *w = *state;
	long long id = tweb_sql(
		w, "SELECT id FROM fhir_resource WHERE type = 'Condition'");
	const char *path = arena_printf(tweb_arena(w), "/records/%lld", id);
	const char *list = arena_printf(
		tweb_arena(w), "/patients/%lld/records", patient(w));

	tweb_sign_in(w, "fred");
	assert_int_equal(tweb_get(w, path)->status, 403);
	assert_int_equal(tweb_get(w, list)->status, 403);
	tweb_sign_in(w, "ada");
	assert_int_equal(tweb_get(w, path)->status, 403);
	/* Another clinic's looks like none. */
	tweb_sign_in(w, "carl");
	assert_int_equal(tweb_get(w, path)->status, 404);
	assert_int_equal(tweb_get(w, list)->status, 404);
	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_get(w, "/records/999999")->status, 404);
	assert_int_equal(tweb_get(w, path)->status, 200);
	assert_true(
		tweb_sql(w, "SELECT count(*) FROM audit_event"
			    " WHERE event = 'record.view' AND outcome = 'ok'"
			    "   AND object_type = 'record'"
			    "   AND patient_id IS NOT NULL") == 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_value_is_on_the_page),
		TEST(digits_stay),
		TEST(the_overview_has_each_table),
		TEST(lists_are_of_one_kind),
		TEST(a_record_says_where_it_belongs),
		TEST(who_may_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
