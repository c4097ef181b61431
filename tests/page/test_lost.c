/* Pages while the database cannot be reached. Rules: tests/RULES.md, "A
 * database that is a server". */
#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "staff/pages.h"

static int
set_up(void **state)
{
	*state = tweb_open(staff_pages, &staff_gate, NULL);
	tweb_sign_in(*state, "nora");
	return 0;
}

static int
set_up_portal(void **state)
{
	*state = tweb_open(portal_pages, &portal_gate, NULL);
	return 0;
}

static int
tear_down(void **state)
{
	tweb_away(*state, false);
	tweb_close(*state);
	return 0;
}

static void
a_page_says_so(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_get(w, "/search?q=a&b=%22x");
	assert_int_equal(r->status, 503);
	assert_non_null(tweb_header(r, "Retry-After"));
	assert_has(r->body, "<h1>The database cannot be reached</h1>");
	assert_has(r->body, "href=\"/search?q=a&amp;b=%22x\"");
	assert_lacks(r->body, "Send again");
	assert_lacks(r->body, "Nora");
}

static void
no_form_is_lost(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_post(
		w, "/patients/new", "given=Ana+%3Cb%3E&family=Ruiz&version=3");
	assert_int_equal(r->status, 503);
	assert_has(r->body, "<h1>This was not saved</h1>");
	assert_has(r->body, "action=\"/patients/new\" method=\"post\"");
	assert_has(r->body, "name=\"given\" value=\"Ana &lt;b&gt;\"");
	assert_has(r->body, "name=\"version\" value=\"3\"");
	assert_has(r->body, "name=\"once\" value=\"");
	assert_has(r->body, "<dd class=\"pre\">Ana &lt;b&gt;</dd>");
	/* What only the page knows of is sent again, not shown. */
	assert_lacks(r->body, "<dd class=\"pre\">3</dd>");
}

/* To the byte, or it would count as another form. */
static void
lines_stay_lines(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_post(w, "/patients/new", "note=one%0D%0A++two%09%22%3C");
	assert_has(r->body, "name=\"note\" value=\"one\r\n  two\t&quot;&lt;\"");
	assert_has(r->body, "<dd class=\"pre\">one\r\n  two\t&quot;&lt;</dd>");
}

/* The button counts as the same form: if the first was taken, it is not. */
static void
sent_again_it_counts_once(void **state)
{
	struct tweb *w = *state;
	const char *form = "theme=dark&density=normal";
	long long before;

	tweb_away(w, true);
	assert_int_equal(tweb_post(w, "/me", form)->status, 503);
	tweb_away(w, false);
	tweb_same_once(w);
	assert_int_equal(tweb_post(w, "/me", form)->status, 303);
	before = tweb_sql(w, "SELECT count(*) FROM form_once");
	tweb_same_once(w);
	assert_int_equal(tweb_post(w, "/me", form)->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM form_once"), before);
}

static void
a_password_is_never_kept(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_post(w, "/login", "login=nora&password=secretsecret");
	assert_int_equal(r->status, 503);
	assert_has(r->body, "A password is never kept");
	assert_lacks(r->body, "secretsecret");
	assert_lacks(r->body, "Send again");
}

static void
a_form_from_elsewhere_is_not_offered(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_post_raw(w, "/patients/new", "given=Eve",
		"application/x-www-form-urlencoded", "http://evil.example",
		"cross-site");
	assert_int_equal(r->status, 503);
	assert_lacks(r->body, "Eve");
	r = tweb_post_raw(w, "/nothing/here", "given=Eve",
		"application/x-www-form-urlencoded", "http://localhost:8080",
		"same-origin");
	assert_int_equal(r->status, 503);
	assert_lacks(r->body, "Eve");
}

static void
monitors_and_scripts_get_a_line(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_get(w, "/health");
	assert_int_equal(r->status, 503);
	assert_string_equal(r->body, "the database cannot be reached\n");
	tweb_htmx(w, true);
	r = tweb_get(w, "/today");
	assert_int_equal(r->status, 503);
	assert_lacks(r->body, "<");
	tweb_htmx(w, false);
}

static void
it_is_served_again_once_it_is_back(void **state)
{
	struct tweb *w = *state;

	tweb_away(w, true);
	assert_int_equal(tweb_get(w, "/health")->status, 503);
	tweb_away(w, false);
	assert_int_equal(tweb_get(w, "/health")->status, 200);
	assert_int_equal(tweb_get(w, "/today")->status, 200);
}

static void
patients_read_it_in_their_language(void **state)
{
	static char number[] = "+15550134471"; /* as struct conf owns it */
	struct tweb *w = *state;
	const struct reply *r;

	tweb_away(w, true);
	r = tweb_get(w, "/portal");
	assert_int_equal(r->status, 503);
	assert_has(r->body, "This page cannot be shown right now");
	assert_lacks(r->body, "tel:");
	tweb_conf(w)->clinic_phone = number;
	tweb_cookie(w, "__Host-lang=es", "x");
	r = tweb_get(w, "/portal");
	assert_has(r->body, "<html lang=\"es\"");
	assert_has(r->body, "Intentar otra vez");
	assert_lacks(r->body, "[[");
	assert_has(r->body, "href=\"tel:+15550134471\">(555) 013-4471<");
}

#define STAFF(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STAFF(a_page_says_so),
		STAFF(no_form_is_lost),
		STAFF(lines_stay_lines),
		STAFF(sent_again_it_counts_once),
		STAFF(a_password_is_never_kept),
		STAFF(a_form_from_elsewhere_is_not_offered),
		STAFF(monitors_and_scripts_get_a_line),
		STAFF(it_is_served_again_once_it_is_back),
		cmocka_unit_test_setup_teardown(
			patients_read_it_in_their_language, set_up_portal,
			tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
