/*
 * A patient's chart through the dispatcher: what it shows to whom, and two
 * people editing at once.
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
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "chart.sql");

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
body(struct tweb *w, const char *path)
{
	const struct reply *r = tweb_get(w, path);

	if (r->status != 200)
		fail_msg("%s: %d", path, r->status);
	return r->body;
}

static void
the_summary_says_what_matters(void **state)
{
	const char *html = body(*state, "/patients/7");

	assert_has(html, "Delgado, Rosa");
	assert_has(html, "“Rosie”");
	assert_has(html, "14 Mar 1961 (65 y)");
	assert_has(html, "104-882");
	assert_has(html, "Allergies: not asked");
	assert_has(html, "Spanish, interpreter needed");
	assert_has(html, "Call after 16:00");
	assert_has(html, "Blue Shield PPO: Active");
	assert_has(html, "Call about A1c");
	assert_has(html, "4 days late");
	assert_has(html, "Tue 1 Dec 10:30");
	assert_has(html, "Left a voicemail");
	assert_has(html, "Luis Delgado");
	assert_lacks(html, "canary");
}

static void
allergies_are_told_apart(void **state)
{
	struct tweb *w = *state;

	assert_has(body(w, "/patients/10"), "No known allergies");
	assert_lacks(body(w, "/patients/10"), "not asked");
}

static void
nothing_yet_offers_the_next_act(void **state)
{
	const char *html = body(*state, "/patients/11");

	assert_has(html, "Nothing is open.");
	assert_has(html, "/followups/new?patient=11");
	assert_has(html, "No visit is booked.");
	assert_has(html, "/appointments/new?patient=11");
	assert_has(html, "No insurance on file for today");
}

static const char *const tabs[] = {"", "/timeline", "/appointments",
	"/followups", "/insurance", "/details", "/edit", "/print"};
#define TABS (sizeof(tabs) / sizeof(tabs[0]))

static void
another_clinics_patient_is_not_there(void **state)
{
	static const char *const ids[] = {"8", "999", "0", "-1", "07",
		"9223372036854775808", "7%20or%201=1"};
	struct tweb *w = *state;

	for (size_t i = 0; i < TABS; i++)
		for (size_t k = 0; k < sizeof(ids) / sizeof(ids[0]); k++) {
			const struct reply *r = tweb_get(
				w, arena_printf(tweb_arena(w), "/patients/%s%s",
					   ids[k], tabs[i]));

			assert_true(r->status == 404 || r->status == 400);
			assert_lacks(r->body, "Tweety");
		}
	assert_int_equal(
		tweb_post(w, "/patients/8/edit", "family=X&version=1")->status,
		404);
	assert_int_equal(tweb_post(w, "/patients/8/invite", "")->status, 404);
}

static void
the_desk_sees_no_records(void **state)
{
	struct tweb *w = *state;
	const char *html;

	tweb_sign_in(w, "fred");
	html = body(w, "/patients/7");
	assert_has(html, "Allergies: not asked");
	assert_has(html, "Past visits");
	assert_lacks(html, "Left a voicemail");
	assert_lacks(html, "/patients/7/timeline");
	assert_lacks(html, "/patients/7/records");
	assert_int_equal(tweb_get(w, "/patients/7/timeline")->status, 403);
	assert_int_equal(tweb_get(w, "/patients/7/access")->status, 403);
	tweb_sign_in(w, "sue");
	assert_has(body(w, "/patients/7/access"), "fred");
	tweb_sign_in(w, "ada");
	for (size_t i = 0; i < TABS; i++)
		assert_int_equal(tweb_get(w, arena_printf(tweb_arena(w),
						     "/patients/7%s", tabs[i]))
					 ->status,
			403);
}

static void
each_look_is_noted(void **state)
{
	struct tweb *w = *state;

	for (size_t i = 0; i < TABS; i++)
		body(w, arena_printf(tweb_arena(w), "/patients/7%s", tabs[i]));
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE patient_id = 7 AND user_id = 1"
				     " AND outcome = 'ok'"),
		TABS);
	assert_has(body(w, "/patients"), "/patients/7\"");
}

static void
the_timeline_can_be_narrowed(void **state)
{
	struct tweb *w = *state;
	const char *html = body(w, "/patients/7/timeline");

	assert_has(html, "Follow-up: No-show");
	assert_has(html, "Insurance checked: Active");
	assert_has(html, "Opened: Call about A1c");
	html = body(w, "/patients/7/timeline?type=visits");
	assert_has(html, "Follow-up: No-show");
	assert_lacks(html, "Insurance checked");
	/* What is still to come is no past. */
	assert_lacks(html, "Tue 1 Dec");
	html = body(w, "/patients/7/timeline?type=contacts&before=1");
	assert_has(html, "Nothing of this kind.");
}

#define ROSA                                                                   \
	"family=Delgado&given=Rosa&preferred=Rosie&pronouns=she%2Fher"         \
	"&birth=3%2F14%2F1961&sex=female&phone1=5550134471&use1=mobile"        \
	"&use2=mobile&email=rosa%40example.com&language=es&interpreter=1"      \
	"&channel=phone&contact_note=Call+after+16%3A00&state=NY&postal=10001" \
	"&provider=1&site=1&allergy_state=not_asked&active=1"

static const struct reply *
save(struct tweb *w, const char *more)
{
	return tweb_post(w, "/patients/7/edit",
		arena_printf(tweb_arena(w), "%s&%s", ROSA, more));
}

static void
details_are_saved_with_their_history(void **state)
{
	struct tweb *w = *state;
	const struct reply *r =
		save(w, "address=14+Elm+Street&city=Albany&version=1");
	const char *html;

	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/patients/7/details");
	html = body(w, "/patients/7/details");
	assert_has(html, "Details saved.");
	assert_has(html, "Albany");
	assert_has(html, "Nora Quist");
	/* One field changed, one line of history. */
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient_history"
				     " WHERE field = 'city'"
				     " AND before = 'Riverside'"),
		1);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM patient_history"), 1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient_phone"
				     " WHERE patient_id = 7"),
		1);
}

static void
the_second_to_save_is_asked(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_sign_in(w, "fred");
	assert_int_equal(
		save(w, "address=9+Oak+Road&city=Riverside&version=1")->status,
		303);
	tweb_sign_in(w, "nora");
	r = save(w, "address=14+Elm+Street&city=Albany&version=1");
	assert_int_equal(r->status, 409);
	assert_has(r->body, "Fred Oduya");
	/* The city is nora's, the street is fred's: so it is proposed. */
	assert_has(r->body, "name=\"city\" value=\"Albany\" checked");
	assert_has(r->body, "name=\"city\" value=\"Riverside\">");
	assert_has(r->body, "name=\"address\" value=\"9 Oak Road\" checked");
	assert_has(r->body, "name=\"version\" value=\"2\"");
	assert_has(r->body, "name=\"family\" value=\"Delgado\"");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"
				     " WHERE city = 'Albany'"),
		0);
	r = save(w, "address=9+Oak+Road&city=Albany&version=2");
	assert_int_equal(r->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"
				     " WHERE city = 'Albany'"
				     " AND address = '9 Oak Road'"
				     " AND version = 3"),
		1);
}

static void
what_is_wrong_is_said_by_the_field(void **state)
{
	struct tweb *w = *state;
	const struct reply *r = save(w, "city=%3Cu%3E&deceased=2099-01-01"
					"&version=1");

	assert_int_equal(r->status, 422);
	assert_has(r->body, "not in the future");
	assert_has(r->body, "&lt;u&gt;");
	assert_lacks(r->body, "<u>");
	r = save(w, "city=A&provider=1&version=1");
	assert_int_equal(r->status, 400); /* a name twice */
	tweb_sign_in(w, "bill");
	assert_int_equal(save(w, "version=1")->status, 403);
}

static void
contacts_come_and_go(void **state)
{
	struct tweb *w = *state;
	const struct reply *r = tweb_post(w, "/patients/7/contacts",
		"name=Ana+Vega&relationship=Neighbor&phone=555-013-7777");
	long long id;

	assert_int_equal(r->status, 303);
	assert_has(body(w, "/patients/7"), "Ana Vega");
	assert_has(body(w, "/patients/7/details"), "(555) 013-7777");
	r = tweb_post(w, "/patients/7/contacts", "phone=12");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Enter the contact&#39;s name");
	id = tweb_sql(w, "SELECT id FROM patient_person"
			 " WHERE name = 'Ana Vega'");
	/* Not by way of another patient, nor by the biller. */
	r = tweb_post(w,
		arena_printf(
			tweb_arena(w), "/patients/10/contacts/%lld/remove", id),
		"");
	assert_int_equal(r->status, 404);
	tweb_sign_in(w, "bill");
	r = tweb_post(w,
		arena_printf(
			tweb_arena(w), "/patients/7/contacts/%lld/remove", id),
		"");
	assert_int_equal(r->status, 403);
	tweb_sign_in(w, "nora");
	r = tweb_post(w,
		arena_printf(
			tweb_arena(w), "/patients/7/contacts/%lld/remove", id),
		"");
	assert_int_equal(r->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM patient_history"
			    " WHERE field = 'contact' AND patient_id = 7"),
		2);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient_person"
				     " WHERE patient_id = 7"),
		1);
}

static void
an_invitation_is_shown_once(void **state)
{
	struct tweb *w = *state;
	const struct reply *r = tweb_post(w, "/patients/10/invite", "");

	assert_int_equal(r->status, 200);
	/* Code and birth date are never on one sheet. */
	assert_has(r->body, "James");
	assert_lacks(r->body, "1954");
	assert_has(r->body, "James Whitfield");
	assert_has(r->body, "/portal/activate");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM portal_activation"
				     " WHERE patient_id = 10"),
		1);
	tweb_sign_in(w, "bill");
	assert_int_equal(tweb_post(w, "/patients/10/invite", "")->status, 403);
}

/* Statements a page runs, however much there is to show. */
static int
statements(struct tweb *w, const char *path)
{
	body(w, path);
	db_statements(tweb_db(w));
	body(w, path);
	return db_statements(tweb_db(w));
}

static void
statements_do_not_grow_with_rows(void **state)
{
	struct tweb *w = *state;

	for (size_t i = 0; i < TABS; i++) {
		int few = statements(w,
			arena_printf(tweb_arena(w), "/patients/10%s", tabs[i]));
		int many = statements(w,
			arena_printf(tweb_arena(w), "/patients/7%s", tabs[i]));

		if (many > few + 1 || many > 40)
			fail_msg("%s: %d, %d", tabs[i], few, many);
	}
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_summary_says_what_matters),
		TEST(allergies_are_told_apart),
		TEST(nothing_yet_offers_the_next_act),
		TEST(another_clinics_patient_is_not_there),
		TEST(the_desk_sees_no_records),
		TEST(each_look_is_noted),
		TEST(the_timeline_can_be_narrowed),
		TEST(details_are_saved_with_their_history),
		TEST(the_second_to_save_is_asked),
		TEST(what_is_wrong_is_said_by_the_field),
		TEST(contacts_come_and_go),
		TEST(an_invitation_is_shown_once),
		TEST(statements_do_not_grow_with_rows),
	};

	return cmocka_run_group_tests_name("chart pages", tests, NULL, NULL);
}
