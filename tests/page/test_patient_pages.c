/*
 * Finding, registering and editing patients through the dispatcher:
 * tests/RULES.md, "The search box", "The same person twice".
 */
#include "base/arena.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"

static int
set_up(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "patients.sql");

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
search(struct tweb *w, const char *q)
{
	const struct reply *r =
		tweb_post(w, "/search", arena_printf(tweb_arena(w), "q=%s", q));

	assert_int_equal(r->status, 200);
	return r->body;
}

static void
each_kind_of_input_finds(void **state)
{
	static const char *const list[] = {"delg", "ros+del", "del+ros",
		"ROSIE", "3%2F14%2F1961", "1961-03-14", "14+mar+1961", "031461",
		"104882", "104-882", "4471", "%28555%29+013-4471",
		"delgado+3%2F14%2F1961"};
	struct tweb *w = *state;

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		const char *body = search(w, list[i]);

		assert_has(body, "/patients/7\"");
		/* Two identifiers beside the name. */
		assert_has(body, "14 Mar 1961 (65 y)");
		assert_has(body, "104-882");
		assert_lacks(body, "Whitfield");
	}
	assert_has(search(w, "nguyen"), "/patients/11\"");
}

static void
a_typing_error_is_forgiven(void **state)
{
	struct tweb *w = *state;
	const char *body = search(w, "delgdo");

	assert_has(body, "No patient matches “delgdo”");
	assert_has(body, "value=\"delgado\"");
	assert_has(body, "/patients/7\"");
}

static void
nothing_found_offers_the_next_act(void **state)
{
	struct tweb *w = *state;
	const char *body = search(w, "xylophone%22%3E%3Cu%3E");

	assert_has(body, "No patient matches");
	assert_has(body, "/patients/new");
	assert_lacks(body, "\"><u>");
	assert_has(search(w, ""), "Whom do you look for?");
	tweb_sign_in(w, "bill"); /* may read, may not register */
	body = search(w, "xylophone");
	assert_has(body, "No patient matches");
	assert_lacks(body, "Register patient");
}

static void
another_clinic_is_never_found(void **state)
{
	static const char *const list[] = {"canary", "tweety", "canar",
		"cannary", "900001", "1970-01-01", "5550139471"};
	struct tweb *w = *state;

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		assert_lacks(search(w, list[i]), "Tweety");
	assert_lacks(tweb_get(w, "/patients")->body, "Tweety");
	tweb_sign_in(w, "ada");
	assert_int_equal(tweb_post(w, "/search", "q=delg")->status, 403);
	assert_int_equal(tweb_get(w, "/patients")->status, 403);
}

static void
script_gets_the_rows_only(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_htmx(w, true);
	r = tweb_post(w, "/search", "q=delg");
	assert_has(r->body, "/patients/7\"");
	assert_lacks(r->body, "<html");
	assert_has(r->body, "id=\"live\"");
	assert_string_equal(tweb_header(r, "Vary"), "HX-Request");
	tweb_htmx(w, false);
	r = tweb_post(w, "/search", "q=delg");
	assert_has(r->body, "<html");
	assert_lacks(r->body, "hx-swap-oob");
}

static void
what_was_shown_is_noted(void **state)
{
	struct tweb *w = *state;

	search(w, "delg");
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM audit_event e"
			    " JOIN audit_patient p ON p.audit_id = e.id"
			    " WHERE e.event = 'patient.search'"
			    " AND p.patient_id = 7"),
		1);
	/* What was typed is not. */
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE detail LIKE '%delg%'"),
		0);
}

/* What a browser always sends along: the lists have a value. */
#define LISTS "&sex=unknown&use1=mobile&use2=mobile&language=en&channel=phone"
#define LUIS                                                                   \
	"family=Vega&given=Luis&birth=2%2F3%2F1970&sex=male"                   \
	"&phone1=555-013-8888&use1=home&use2=mobile&language=es&channel=sms"

static const struct reply *
new_patient(struct tweb *w, const char *fields)
{
	return tweb_post(w, "/patients/new",
		arena_printf(tweb_arena(w), "%s%s", fields, LISTS));
}

static void
registers(void **state)
{
	struct tweb *w = *state;
	const struct reply *r = tweb_post(w, "/patients/new", LUIS);

	assert_int_equal(r->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"
				     " WHERE family = 'Vega' AND mrn = '100001'"
				     " AND birth_on = '1970-02-03'"
				     " AND clinic_id = 1 AND language = 'es'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient_phone"
				     " WHERE number = '+15550138888'"
				     " AND use = 'home' AND rank = 1"),
		1);
	assert_has(search(w, "lui+veg"), "100-001");
	r = new_patient(w, "family=Book&given=Me&birth=2000-01-01&next=book");
	assert_has(tweb_location(r), "/appointments/new?patient=");
}

static void
says_what_is_missing(void **state)
{
	struct tweb *w = *state;
	const struct reply *r =
		new_patient(w, "given=Luis&birth=2%2F30%2F1970");

	assert_int_equal(r->status, 422);
	assert_has(r->body, "Enter a family name");
	assert_has(r->body, "Enter a date of birth like");
	assert_has(r->body, "value=\"Luis\"");
	r = new_patient(w, "family=Vega");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "tick that it is not known");
	r = new_patient(w, "family=Vega&birth_unknown=1");
	assert_int_equal(r->status, 303);
	/* Another clinic's provider is not on the list. */
	r = new_patient(w, "family=Vegas&birth_unknown=1&provider=9");
	assert_int_equal(r->status, 422);
}

static void
warns_of_the_same_person(void **state)
{
	struct tweb *w = *state;
	const struct reply *r = new_patient(
		w, "family=DELGADO&given=rosa&birth=3%2F14%2F61&city=Reno");

	assert_int_equal(r->status, 409);
	assert_has(r->body, "Same name and birth date");
	assert_has(r->body, "/patients/7\"");
	assert_has(r->body, "104-882");
	/* What was typed is still there. */
	assert_has(r->body, "name=\"city\" value=\"Reno\"");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"), 4);
	r = new_patient(
		w, "family=DELGADO&given=rosa&birth=3%2F14%2F61&confirmed=1");
	assert_int_equal(r->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"), 5);
	/* Now two share the name. */
	assert_has(search(w, "delgado"), "Same name");
	/* A twin elsewhere is nobody's business here. */
	r = new_patient(w, "family=Canary&given=Tweety&birth=1970-01-01");
	assert_int_equal(r->status, 303);
}

static void
registers_once(void **state)
{
	struct tweb *w = *state;
	const char *to = arena_strdup(tweb_arena(w),
		tweb_location(tweb_post(w, "/patients/new", LUIS)));

	tweb_same_once(w);
	assert_string_equal(
		tweb_location(tweb_post(w, "/patients/new", LUIS)), to);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"
				     " WHERE family = 'Vega'"),
		1);
}

static void
who_may_register(void **state)
{
	static const struct {
		const char *login;
		int status;
	} list[] = {{"nora", 200}, {"fred", 200}, {"kim", 200}, {"sue", 200},
		{"bill", 403}, {"cleo", 403}, {"ada", 403}};
	struct tweb *w = *state;

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		tweb_sign_in(w, list[i].login);
		assert_int_equal(
			tweb_get(w, "/patients/new")->status, list[i].status);
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(each_kind_of_input_finds),
		TEST(a_typing_error_is_forgiven),
		TEST(nothing_found_offers_the_next_act),
		TEST(another_clinic_is_never_found),
		TEST(script_gets_the_rows_only),
		TEST(what_was_shown_is_noted),
		TEST(registers),
		TEST(says_what_is_missing),
		TEST(warns_of_the_same_person),
		TEST(registers_once),
		TEST(who_may_register),
	};

	return cmocka_run_group_tests_name("patient pages", tests, NULL, NULL);
}
