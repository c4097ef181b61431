/* tests/RULES.md, "Roles", "Passwords": people, sites, log, through the
 * pages an administrator uses. */
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"

static struct tweb *
open_as(const char *login)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, NULL);

	tweb_sign_in(w, login);
	return w;
}

/* The text between two marks in a body, in the test's arena. */
static const char *
between(struct tweb *w, const char *body, const char *a, const char *b)
{
	const char *at = strstr(body, a), *end;

	assert_non_null(at);
	at += strlen(a);
	end = strstr(at, b);
	assert_non_null(end);
	return arena_strndup(tweb_arena(w), at, (size_t)(end - at));
}

/* A clinic that has all is not told; one that lacks a part is told which. */
static void
a_new_clinic_is_told_its_first_steps(void **state)
{
	struct tweb *w = open_as("ada");
	const char *body;
	(void)state;

	assert_lacks(tweb_get(w, "/admin")->body, "First steps");
	/* No week of clinic 1 is left; those of clinic 2 do not count. */
	tweb_sql(w, "DELETE FROM provider_template WHERE clinic_id = 1"
		    " RETURNING 1");
	body = tweb_get(w, "/admin")->body;
	assert_has(body, "First steps");
	assert_has(body, "8 of 9 done");
	assert_has(between(w, body, "Give each provider a week", "</li>"),
		"To do");
	assert_has(between(w, body, "Add providers", "</li>"), "Done");
	tweb_close(w);
}

static void
every_page_opens(void **state)
{
	static const char *const paths[] = {"/admin", "/admin/users",
		"/admin/users?all=1", "/admin/users/new", "/admin/users/1",
		"/admin/users/7", "/admin/users/9", "/admin/roles",
		"/admin/clinic", "/admin/sites", "/admin/sites/new",
		"/admin/sites/1", "/admin/sites/1/edit", "/admin/sites/1/hours",
		"/admin/sites/1/closures/new", "/admin/audit", "/admin/health",
		"/me", "/me/password", "/me/sessions", "/help",
		"/help/shortcuts", "/about"};
	struct tweb *w = open_as("ada");
	(void)state;

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		const struct reply *r = tweb_get(w, paths[i]);

		if (r->status != 200)
			fail_msg("%s: %d", paths[i], r->status);
		assert_has(r->body, "<h1>");
		assert_lacks(r->body, "Canary");
		/* No marker is left over, no record of a patient shown. */
		assert_lacks(r->body, "{{");
		assert_lacks(r->body, "Delgado");
	}
	tweb_close(w);
}

static void
a_user_is_added_with_a_password_shown_once(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	const char *password;
	(void)state;

	r = tweb_post(w, "/admin/users",
		"login=Maya.Chen&name=Maya+Chen&email=maya@example.com"
		"&roles=coordinator&roles=biller&teams=1&licensed=1");
	assert_int_equal(r->status, 200);
	password = between(w, r->body, "big-code\">", "<");
	assert_int_equal(strlen(password), 19);
	assert_int_equal(
		tweb_sql(w, "SELECT COUNT(*) FROM user_role r JOIN app_user u"
			    " ON u.id = r.user_id WHERE u.login = 'maya.chen'"),
		2);
	assert_int_equal(tweb_sql(w, "SELECT must_change FROM app_user"
				     " WHERE login = 'maya.chen'"
				     "   AND password_hash LIKE '$argon2id$%'"),
		1);
	assert_int_equal(
		tweb_sql(w, "SELECT COUNT(*) FROM user_team t JOIN app_user u"
			    " ON u.id = t.user_id WHERE u.login = 'maya.chen'"),
		1);
	/* Nowhere in the database, nor on the person's page. */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"
				     " WHERE flash <> ''"),
		0);
	assert_lacks(tweb_get(w, "/admin/users?all=1")->body, password);
	tweb_close(w);
}

static void
what_cannot_be_taken_is_said_by_the_field(void **state)
{
	static const struct {
		const char *body, *says;
	} cases[] = {
		{"login=nora&name=X&roles=biller", "This login is taken"},
		{"login=carl&name=X&roles=biller", "This login is taken"},
		{"login=a+b&name=X&roles=biller", "small letters"},
		{"login=xy&name=X", "Choose at least one role"},
		{"login=xy&roles=biller", "Enter a name"},
		{"login=x&name=X&roles=biller", "at least 2"},
	};
	struct tweb *w = open_as("ada");
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct reply *r =
			tweb_post(w, "/admin/users", cases[i].body);

		assert_int_equal(r->status, 422);
		assert_has(r->body, cases[i].says);
		assert_has(r->body, "There is a problem");
	}
	/* Columns that are no fields of the form are refused. */
	assert_int_equal(tweb_post(w, "/admin/users",
				 "login=xy&name=X&roles=biller&clinic_id=2")
				 ->status,
		400);
	assert_int_equal(tweb_post(w, "/admin/users",
				 "login=xy&name=X&roles=biller&password_hash=")
				 ->status,
		400);
	tweb_post(w, "/admin/users", "login=xy&name=X&roles=patient");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM app_user"), 9);
	tweb_close(w);
}

/* A role taken away is gone at the very next request. */
static void
a_change_of_roles_acts_at_once(void **state)
{
	struct tweb *w = open_as("bill");
	const char *bill = arena_strdup(tweb_arena(w), tweb_cookie_sent(w));
	const struct reply *r;
	(void)state;

	assert_int_equal(tweb_get(w, "/me")->status, 200);
	tweb_sign_in(w, "ada");
	r = tweb_post(w, "/admin/users/3",
		"name=Bill+Tran&roles=front_desk&version=1");
	assert_int_equal(r->status, 303);
	tweb_cookie(w, bill, "");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	/* Saving without another role leaves sessions alone. */
	tweb_sign_in(w, "bill");
	bill = arena_strdup(tweb_arena(w), tweb_cookie_sent(w));
	tweb_sign_in(w, "ada");
	r = tweb_post(w, "/admin/users/3",
		"name=William+Tran&roles=front_desk&version=2");
	assert_int_equal(r->status, 303);
	tweb_cookie(w, bill, "");
	assert_has(tweb_get(w, "/me")->body, "William Tran");
	tweb_close(w);
}

static void
the_disabled_are_out_at_once(void **state)
{
	struct tweb *w = open_as("bill");
	const char *bill = arena_strdup(tweb_arena(w), tweb_cookie_sent(w));
	(void)state;

	tweb_sign_in(w, "ada");
	assert_int_equal(
		tweb_post(w, "/admin/users/3/disable", "")->status, 303);
	assert_has(tweb_get(w, "/admin/users/3")->body, "Enable user");
	tweb_cookie(w, bill, "");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	/* Let in again, the old cookie stays worthless. */
	tweb_sign_in(w, "ada");
	assert_int_equal(
		tweb_post(w, "/admin/users/3/enable", "")->status, 303);
	tweb_cookie(w, bill, "");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	tweb_sign_in(w, "bill");
	assert_int_equal(tweb_get(w, "/me")->status, 200);
	tweb_close(w);
}

static void
a_reset_hands_out_a_password_and_ends_sessions(void **state)
{
	struct tweb *w = open_as("bill");
	const char *bill = arena_strdup(tweb_arena(w), tweb_cookie_sent(w));
	const struct reply *r;
	(void)state;

	tweb_sign_in(w, "ada");
	r = tweb_post(w, "/admin/users/3/reset", "");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "First password of Bill Tran");
	tweb_cookie(w, bill, "");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	/* Until it is changed, no other page. */
	tweb_sign_in(w, "bill");
	r = tweb_get(w, "/patients");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/me/password");
	tweb_close(w);
}

static void
nobody_acts_on_themselves(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	/* A second administrator, so that only this rule is in the way. */
	tweb_sql(w, "UPDATE app_user SET password_hash = 'x' WHERE id IN (6, 7)"
		    " RETURNING 1");
	tweb_sql(w, "INSERT INTO user_role VALUES (6, 'admin') RETURNING 1");
	r = tweb_post(w, "/admin/users/7",
		"name=Ada+Lund&roles=admin&roles=coordinator&version=1");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Nobody may change their own roles");
	assert_int_equal(
		tweb_post(w, "/admin/users/7/disable", "")->status, 403);
	assert_int_equal(tweb_post(w, "/admin/users/7/reset", "")->status, 403);
	r = tweb_post(
		w, "/admin/users/7", "name=Ada+M.+Lund&roles=admin&version=1");
	assert_int_equal(r->status, 303);
	tweb_close(w);
}

static void
the_last_administrator_stays(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	/* Sue acts, ada is the only administrator with a password. */
	tweb_sql(w, "INSERT INTO user_role VALUES (6, 'admin') RETURNING 1");
	tweb_sql(w, "UPDATE app_user SET password_hash = 'x' WHERE id = 7"
		    " RETURNING 1");
	tweb_sign_in(w, "sue");
	r = tweb_post(w, "/admin/users/7", "name=A&roles=biller&version=1");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "last administrator");
	assert_int_equal(
		tweb_post(w, "/admin/users/7/disable", "")->status, 409);
	tweb_close(w);
}

static void
a_stale_edit_shows_both(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	tweb_post(w, "/admin/users/3", "name=Bill+T&roles=biller&version=1");
	r = tweb_post(w, "/admin/users/3", "name=Willy&roles=biller&version=1");
	assert_int_equal(r->status, 409);
	assert_has(r->body, "Bill T");
	assert_has(r->body, "value=\"Willy\"");
	assert_has(r->body, "name=\"version\" value=\"2\"");
	tweb_close(w);
}

static void
names_are_shown_as_text(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	tweb_sql(w, "UPDATE app_user SET name = '<script>x</script>'"
		    " WHERE id = 3 RETURNING 1");
	r = tweb_get(w, "/admin/users");
	assert_lacks(r->body, "<script>x");
	assert_has(r->body, "&lt;script&gt;x");
	r = tweb_get(w, "/admin/users/3");
	assert_lacks(r->body, "<script>x");
	tweb_close(w);
}

/* ---- sites ---------------------------------------------------------- */

static void
a_site_is_added_and_changed(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	const char *to;
	(void)state;

	r = tweb_post(w, "/admin/sites",
		"name=Hilltop&zone=America/Denver&city=Aspen&state=CO");
	assert_int_equal(r->status, 303);
	to = arena_strdup(tweb_arena(w), tweb_location(r));
	r = tweb_get(w, to);
	assert_has(r->body, "Aspen, CO");
	assert_has(r->body, "America/Denver");
	/* No hours yet: closed all week. */
	assert_has(r->body, "Closed");
	r = tweb_post(w, "/admin/sites", "name=Hilltop&zone=America/Denver");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "There is a site of this name already");
	r = tweb_post(w, "/admin/sites", "name=Moon&zone=Moon/Tranquility");
	assert_int_equal(r->status, 422);
	r = tweb_post(w, "/admin/sites/1",
		"name=Main+St&zone=America/New_York&state_of_use=inactive"
		"&version=1");
	assert_int_equal(r->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT active FROM site WHERE id = 1"), 0);
	r = tweb_post(w, "/admin/sites/1",
		"name=Other&zone=America/New_York&state_of_use=active"
		"&version=1");
	assert_int_equal(r->status, 409);
	assert_has(r->body, "value=\"Other\"");
	tweb_close(w);
}

static void
hours_are_spans_that_follow_each_other(void **state)
{
	static const struct {
		const char *body, *says;
	} bad[] = {
		{"mon_open=08:00", "Enter when it closes"},
		{"mon_close=08:00", "Enter when it opens"},
		{"mon_open=09:00&mon_close=08:00", "after it opens"},
		{"mon_open=09:00&mon_close=09:00", "after it opens"},
		{"mon_open=08:00&mon_close=12:00&mon_open2=11:59"
		 "&mon_close2=17:00",
			"after it closed"},
		{"mon_open=25:00&mon_close=26:00", "Enter a time"},
	};
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		r = tweb_post(w, "/admin/sites/1/hours", bad[i].body);
		assert_int_equal(r->status, 422);
		assert_has(r->body, bad[i].says);
	}
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM site_hours"
				     " WHERE site_id = 1"),
		5);
	r = tweb_post(w, "/admin/sites/1/hours",
		"mon_open=08:00&mon_close=12:00&mon_open2=13:00"
		"&mon_close2=17:00&sat_open=09:00&sat_close=11:30");
	assert_int_equal(r->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM site_hours"
				     " WHERE site_id = 1"),
		3);
	r = tweb_get(w, "/admin/sites/1");
	assert_has(r->body, "08:00–12:00, 13:00–17:00");
	r = tweb_get(w, "/admin/sites/1/hours");
	assert_has(r->body, "value=\"13:00\"");
	tweb_close(w);
}

static void
federal_holidays_are_added_once(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	r = tweb_post(w, "/admin/sites/1/holidays", "year=2027");
	assert_int_equal(r->status, 303);
	/* New Year's Day 2028 is a Saturday, kept on 31 December 2027. */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM closure"
				     " WHERE site_id = 1 AND federal = 1"),
		12);
	r = tweb_get(w, "/admin/sites/1");
	assert_has(r->body, "Thanksgiving Day");
	assert_has(r->body, "Thursday 25 November 2027");
	tweb_post(w, "/admin/sites/1/holidays", "year=2027");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM closure"), 12);
	r = tweb_post(w, "/admin/sites/1/closures",
		"day=2026-12-24&name=Christmas+Eve&everywhere=1");
	assert_int_equal(r->status, 303);
	r = tweb_post(
		w, "/admin/sites/2/closures", "day=2026-12-24&name=Again");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "closed on this day already");
	r = tweb_post(w, "/admin/sites/1/closures/1/remove", "");
	assert_int_equal(r->status, 303);
	assert_int_equal(
		tweb_post(w, "/admin/sites/1/closures/1/remove", "")->status,
		404);
	/* Another site's own day is not taken off here. */
	assert_int_equal(
		tweb_post(w, "/admin/sites/2/closures/2/remove", "")->status,
		404);
	tweb_close(w);
}

static void
the_clinic_is_saved(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	r = tweb_post(w, "/admin/clinic",
		"name=Riverside+Care&short_name=River&phone=555-013-4000"
		"&zone=America/Chicago&clock=12&version=1");
	assert_int_equal(r->status, 303);
	r = tweb_get(w, "/admin/clinic");
	assert_has(r->body, "Riverside Care");
	r = tweb_post(w, "/admin/clinic",
		"name=Old&short_name=River&phone=555-013-4000"
		"&zone=America/Chicago&clock=12&version=1");
	assert_int_equal(r->status, 409);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM clinic"
				     " WHERE name = 'Canary Clinic'"),
		1);
	tweb_close(w);
}

/* ---- the log -------------------------------------------------------- */

static void
the_log_is_searched(void **state)
{
	struct tweb *w = open_as("nora");
	const struct reply *r;
	const char *older;
	int pages = 0;
	(void)state;

	assert_int_equal(tweb_get(w, "/admin/users")->status, 403);
	tweb_sign_in(w, "ada");
	for (int i = 0; i < 120; i++)
		tweb_get(w, "/admin/roles");
	r = tweb_get(w, "/admin/audit?outcome=denied");
	assert_has(r->body, "nora");
	assert_has(r->body, "Refused");
	assert_has(r->body, "permission=admin");
	r = tweb_get(w, "/admin/audit?user=1");
	assert_lacks(r->body, ">ada<");
	r = tweb_get(w, "/admin/audit?event=login");
	assert_has(r->body, "No events match these filters");
	r = tweb_get(w, "/admin/audit?from=2026-11-24&to=2026-11-30");
	assert_has(r->body, "No events match these filters");
	/* Of one patient, in a list too; of another clinic nothing. */
	tweb_sign_in(w, "carl");
	tweb_get(w, "/me/sessions");
	tweb_get(w, "/patients/8");
	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_get(w, "/patients/7")->status, 200);
	tweb_sign_in(w, "ada");
	r = tweb_get(w, "/admin/audit?patient=7");
	assert_has(r->body, "patient 7");
	assert_has(r->body, "patient.view");
	assert_lacks(r->body, ">ada<");
	assert_lacks(r->body, "Delgado");
	r = tweb_get(w, "/admin/audit?patient=8");
	assert_has(r->body, "No events match these filters");
	r = tweb_get(w, "/admin/audit");
	assert_lacks(r->body, ">carl<");
	/* Page after page without a gap or a repeat. */
	r = tweb_get(w, "/admin/audit");
	while (strstr(r->body, "rel=\"next\"") != NULL) {
		older = between(w, r->body, "rel=\"next\" href=\"", "\"");
		older = arena_strdup(tweb_arena(w), older);
		for (char *p = strstr(older, "&amp;"); p != NULL;
			p = strstr(older, "&amp;"))
			memmove(p + 1, p + 5, strlen(p + 5) + 1);
		r = tweb_get(w, older);
		assert_int_equal(r->status, 200);
		pages++;
	}
	assert_int_equal(pages, 2);
	assert_has(r->body, "#1<");
	tweb_close(w);
}

static void
a_change_from_outside_breaks_the_chain(void **state)
{
	struct tweb *w = open_as("ada");
	const struct reply *r;
	(void)state;

	for (int i = 0; i < 5; i++)
		tweb_get(w, "/admin/roles");
	assert_has(tweb_get(w, "/admin/audit")->body, "Chain not checked");
	assert_int_equal(tweb_post(w, "/admin/audit/check", "")->status, 303);
	r = tweb_get(w, "/admin/audit");
	assert_has(r->body, "The log is whole");
	assert_has(r->body, "Chain verified");
	/* As somebody with the file in hand could. */
	tweb_sql(w, "SELECT 1");
	assert_int_equal(
		db_exec_file(tweb_db(w), SRCDIR "/tests/page/tamper.sql",
			&(struct err){0}),
		0);
	assert_int_equal(tweb_post(w, "/admin/audit/check", "")->status, 303);
	r = tweb_get(w, "/admin/audit");
	assert_has(r->body, "Chain broken");
	assert_has(r->body, "Event 3 does not fit");
	assert_lacks(r->body, "Chain verified");
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_opens),
		cmocka_unit_test(a_new_clinic_is_told_its_first_steps),
		cmocka_unit_test(a_user_is_added_with_a_password_shown_once),
		cmocka_unit_test(what_cannot_be_taken_is_said_by_the_field),
		cmocka_unit_test(a_change_of_roles_acts_at_once),
		cmocka_unit_test(the_disabled_are_out_at_once),
		cmocka_unit_test(
			a_reset_hands_out_a_password_and_ends_sessions),
		cmocka_unit_test(nobody_acts_on_themselves),
		cmocka_unit_test(the_last_administrator_stays),
		cmocka_unit_test(a_stale_edit_shows_both),
		cmocka_unit_test(names_are_shown_as_text),
		cmocka_unit_test(a_site_is_added_and_changed),
		cmocka_unit_test(hours_are_spans_that_follow_each_other),
		cmocka_unit_test(federal_holidays_are_added_once),
		cmocka_unit_test(the_clinic_is_saved),
		cmocka_unit_test(the_log_is_searched),
		cmocka_unit_test(a_change_from_outside_breaks_the_chain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
