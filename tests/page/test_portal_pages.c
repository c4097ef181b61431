/* The portal: in by code or password, visits, own details, two languages.
 * tests/RULES.md, "The portal". */
#include <stdio.h>
#include <stdlib.h>

#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "portal/pages.h"

#define WORDS "password=seven+green+kettles+sing+low"

/* What a browser that was never here sends: a pre-log-in cookie. */
static void
stranger(struct tweb *w)
{
	char cookie[256], csrf[128];
	const struct reply *r;
	const char *set, *at;

	tweb_cookie(w, "", "");
	r = tweb_get(w, "/portal/login");
	set = tweb_header(r, "Set-Cookie");
	assert_non_null(set);
	assert_has(set, "; Path=/; Secure; HttpOnly; SameSite=");
	snprintf(cookie, sizeof(cookie), "%.*s", (int)strcspn(set, ";"), set);
	at = strstr(r->body, "name=\"csrf\" value=\"");
	while (at != NULL && at[19] == '"')
		at = strstr(at + 19, "name=\"csrf\" value=\"");
	assert_non_null(at);
	snprintf(csrf, sizeof(csrf), "%.*s", (int)strcspn(at + 19, "\""),
		at + 19);
	tweb_cookie(w, cookie, csrf);
}

/* The cookie of the last reply becomes the browser's. */
static void
take_cookie(struct tweb *w, const struct reply *r)
{
	char cookie[256];
	const char *set = tweb_header(r, "Set-Cookie");

	assert_non_null(set);
	snprintf(cookie, sizeof(cookie), "%.*s", (int)strcspn(set, ";"), set);
	tweb_cookie(w, cookie, "");
}

static struct tweb *
open_portal(void)
{
	return tweb_open(portal_pages, &portal_gate, "portal.sql");
}

static struct tweb *
rosa(void)
{
	struct tweb *w = open_portal();

	tweb_sign_in(w, "rosa@example.com");
	return w;
}

static void
nobody_sees_anything_without_logging_in(void **state)
{
	static const char *const paths[] = {"/portal", "/portal/visits",
		"/portal/visits/31", "/portal/visits/31/visit.ics",
		"/portal/visits/31/change", "/portal/visits/31/cancel",
		"/portal/me", "/portal/me/contact", "/portal/me/password"};
	struct tweb *w = open_portal();

	(void)state;
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		const struct reply *r = tweb_get(w, paths[i]);

		assert_int_equal(r->status, 303);
		assert_has(tweb_location(r), "/portal/login?next=/portal");
		assert_lacks(r->body, "Okafor");
	}
	assert_has(tweb_get(w, "/portal/login?next=/portal/me")->body,
		"Log in to see this page.");
	tweb_close(w);
}

static void
a_code_and_the_birth_date_open_an_account(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	stranger(w);
	r = tweb_post(w, "/portal/activate",
		"code=bcdf-ghjk+lmnp&birth_month=9&birth_day=2"
		"&birth_year=1954");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "Choose how you log in");
	assert_has(r->body, "value=\"1954-09-02\"");
	r = tweb_post(w, "/portal/activate/account",
		"code=BCDFGHJKLMNP&birth_on=1954-09-02&login=James.W&" WORDS);
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/portal");
	take_cookie(w, r);
	assert_has(tweb_get(w, "/portal")->body, "James");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM portal_account"
				     " WHERE login = 'james.w'"
				     "   AND patient_id = 10"),
		1);
	/* Once is once. */
	stranger(w);
	r = tweb_post(w, "/portal/activate",
		"code=BCDFGHJKLMNP&birth_month=9&birth_day=2"
		"&birth_year=1954");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "can no longer be used");
	tweb_close(w);
}

static void
the_fifth_wrong_date_kills_a_code(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	for (int i = 0; i < 5; i++) {
		char from[32];

		snprintf(from, sizeof(from), "192.0.2.%d", i + 1);
		tweb_address(w, from);
		stranger(w);
		r = tweb_post(w, "/portal/activate",
			"code=BCDFGHJKLMNP&birth_month=1&birth_day=1"
			"&birth_year=1990");
		assert_int_equal(r->status, 422);
		assert_has(r->body, "do not match");
	}
	assert_int_equal(
		tweb_sql(w, "SELECT tries FROM portal_activation WHERE id = 1"),
		5);
	stranger(w);
	r = tweb_post(w, "/portal/activate",
		"code=BCDFGHJKLMNP&birth_month=9&birth_day=2"
		"&birth_year=1954");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "can no longer be used");
	tweb_close(w);
}

static void
wrong_codes_wait_like_wrong_passwords(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r = NULL;

	(void)state;
	stranger(w);
	for (int i = 0; i < 6; i++)
		r = tweb_post(w, "/portal/activate",
			"code=ZZZZZZZZZZZZ&birth_month=9&birth_day=2"
			"&birth_year=1954");
	assert_has(r->body, "too many tries");
	/* And then the right one is not looked at either. */
	r = tweb_post(w, "/portal/activate",
		"code=BCDFGHJKLMNP&birth_month=9&birth_day=2"
		"&birth_year=1954");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "too many tries");
	tweb_close(w);
}

static void
an_old_code_is_refused(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	stranger(w);
	r = tweb_post(w, "/portal/activate",
		"code=QRSTVWXZBCDF&birth_month=1&birth_day=27"
		"&birth_year=1979");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "can no longer be used");
	tweb_close(w);
}

static void
a_weak_password_or_a_taken_name_is_told_by_its_field(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	stranger(w);
	r = tweb_post(w, "/portal/activate/account",
		"code=BCDFGHJKLMNP&birth_on=1954-09-02&login=jw1"
		"&password=short");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "id=\"password-err\"");
	assert_has(r->body, "value=\"jw1\"");
	assert_lacks(r->body, "value=\"short\"");
	r = tweb_post(w, "/portal/activate/account",
		"code=BCDFGHJKLMNP&birth_on=1954-09-02"
		"&login=ROSA@example.com&" WORDS);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Somebody else uses this name");
	/* The wrong date does not get further with the second form. */
	r = tweb_post(w, "/portal/activate/account",
		"code=BCDFGHJKLMNP&birth_on=1954-09-03&login=jw1&" WORDS);
	assert_int_equal(r->status, 422);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM portal_account"), 2);
	tweb_close(w);
}

static void
log_in_and_out(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	stranger(w);
	tweb_post(w, "/portal/activate/account",
		"code=BCDFGHJKLMNP&birth_on=1954-09-02&login=james.w&" WORDS);
	stranger(w);
	r = tweb_post(w, "/portal/login",
		"login=james.w&password=seven+green+kettles+sing+lo");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "not right");
	r = tweb_post(
		w, "/portal/login", "next=/portal/visits&login=JAMES.w&" WORDS);
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/portal/visits");
	take_cookie(w, r);
	assert_int_equal(tweb_get(w, "/portal/visits")->status, 200);
	stranger(w);
	r = tweb_post(
		w, "/portal/login", "next=//evil.example&login=james.w&" WORDS);
	assert_string_equal(tweb_location(r), "/portal");
	tweb_sign_in(w, "james.w");
	assert_int_equal(tweb_post(w, "/portal/logout", "")->status, 303);
	assert_int_equal(tweb_get(w, "/portal")->status, 303);
	tweb_close(w);
}

static void
the_next_visit_stands_on_the_first_page(void **state)
{
	struct tweb *w = rosa();
	const char *body = tweb_get(w, "/portal")->body;

	(void)state;
	assert_has(body, "Rosie");
	assert_has(body, "Tuesday, December 1 at 10:30");
	assert_has(body, "Dr. Amara Okafor");
	assert_has(body, "120 Main Street");
	assert_has(body, "Confirm I am coming");
	tweb_close(w);
}

static void
lists_hold_what_is_mine_and_nothing_else(void **state)
{
	struct tweb *w = rosa();
	const char *body = tweb_get(w, "/portal/visits")->body;

	(void)state;
	assert_has(body, "/portal/visits/31\"");
	/* Lakeside's clock: 15:30 UTC is 9:30 in Chicago. */
	assert_has(body, "Wednesday, December 2 at 09:30");
	assert_has(body, "/portal/visits/33\"");
	/* Cancelled, though it lies ahead. */
	assert_has(body, "/portal/visits/34\"");
	assert_non_null(strstr(strstr(body, "Past and cancelled"), "/34\""));
	assert_lacks(body, "/portal/visits/35\"");
	assert_lacks(body, "anary");
	assert_int_equal(tweb_get(w, "/portal/visits/35")->status, 404);
	assert_int_equal(tweb_get(w, "/portal/visits/39")->status, 404);
	assert_int_equal(
		tweb_get(w, "/portal/visits/35/visit.ics")->status, 404);
	assert_int_equal(
		tweb_post(w, "/portal/visits/35/confirm", "version=1")->status,
		404);
	assert_int_equal(tweb_post(w, "/portal/visits/35/cancel",
				 "version=1&reason=time")
				 ->status,
		404);
	tweb_close(w);
}

static void
confirming_is_told_and_seen(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r;

	(void)state;
	r = tweb_post(w, "/portal/visits/31/confirm", "version=1");
	assert_int_equal(r->status, 303);
	r = tweb_get(w, "/portal/visits/31");
	assert_has(r->body, "You have confirmed this visit");
	assert_has(r->body, "Confirmed");
	assert_lacks(r->body, "Confirm I am coming");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE id = 31 AND confirmed_by ="
				     " 'patient'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE event = 'visit.confirm'"
				     "   AND actor = 'patient:7'"),
		1);
	/* Again, and with an old version: nothing but a word. */
	r = tweb_post(w, "/portal/visits/31/confirm", "version=1");
	assert_int_equal(r->status, 303);
	assert_has(tweb_get(w, "/portal/visits/31")->body, "has changed");
	tweb_close(w);
}

static void
cancelling_asks_why_and_opens_a_loop(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r;

	(void)state;
	assert_has(tweb_get(w, "/portal/visits/31/cancel")->body,
		"Why do you cancel?");
	r = tweb_post(w, "/portal/visits/31/cancel", "version=1");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Choose a reason");
	r = tweb_post(
		w, "/portal/visits/31/cancel", "version=1&reason=transport");
	assert_int_equal(r->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment WHERE id = 31"
			    " AND status = 'cancelled'"
			    " AND cancelled_by = 'patient'"
			    " AND cancel_reason = 'transport'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE kind = 'visit_cancelled'"
				     "   AND subject_id = 31"
				     "   AND patient_id = 7"
				     "   AND closed_at IS NULL"),
		1);
	assert_has(tweb_get(w, "/portal/visits/31")->body,
		"Your visit is cancelled");
	assert_int_equal(tweb_get(w, "/portal/visits/31/cancel")->status, 409);
	tweb_close(w);
}

static void
asking_for_another_time_opens_one_loop(void **state)
{
	struct tweb *w = rosa();
	const char *body;

	(void)state;
	assert_int_equal(
		tweb_post(w, "/portal/visits/31/change", "note=x")->status,
		422);
	for (int i = 0; i < 2; i++)
		assert_int_equal(tweb_post(w, "/portal/visits/31/change",
					 "wish=morning&note=Not+on+Mondays")
					 ->status,
			303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE kind = 'visit_change'"
				     "   AND subject_id = 31"
				     "   AND detail LIKE '%a morning%'"
				     "   AND detail LIKE '%Not on Mondays%'"),
		1);
	body = tweb_get(w, "/portal/visits/31")->body;
	assert_has(body, "You asked for another time");
	assert_lacks(body, "/portal/visits/31/change");
	assert_has(body, "/portal/visits/31/cancel");
	tweb_close(w);
}

static void
nothing_can_be_done_once_it_has_begun(void **state)
{
	struct tweb *w = rosa();

	(void)state;
	tweb_now(w, "2026-12-01T15:30:00Z");
	tweb_sign_in(w, "rosa@example.com");
	assert_int_equal(tweb_get(w, "/portal/visits/31/change")->status, 409);
	assert_int_equal(tweb_post(w, "/portal/visits/31/cancel",
				 "version=1&reason=time")
				 ->status,
		409);
	assert_int_equal(
		tweb_post(w, "/portal/visits/31/change", "wish=any")->status,
		409);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment WHERE id = 31"
			    " AND status = 'booked'"),
		1);
	tweb_close(w);
}

static void
a_visit_goes_home_as_a_file(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r = tweb_get(w, "/portal/visits/32/visit.ics");

	(void)state;
	assert_int_equal(r->status, 200);
	assert_string_equal(
		r->type, "text/calendar; charset=utf-8; method=REQUEST");
	assert_has(tweb_header(r, "Content-Disposition"), "visit.ics");
	assert_has(r->body, "BEGIN:VCALENDAR\r\n");
	assert_has(r->body, "DTSTART;TZID=America/Chicago:20261202T093000");
	/* Neither what it is for nor with whom. */
	assert_lacks(r->body, "Follow-up");
	assert_lacks(r->body, "Herrera");
	assert_has(r->body, "STATUS:CONFIRMED");
	/* What has been is not what was cancelled. */
	assert_has(tweb_get(w, "/portal/visits/33/visit.ics")->body,
		"STATUS:CONFIRMED");
	assert_has(tweb_get(w, "/portal/visits/34/visit.ics")->body,
		"STATUS:CANCELLED");
	tweb_close(w);
}

static void
own_details_can_be_put_right(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r;

	(void)state;
	assert_has(tweb_get(w, "/portal/me")->body, "(555) 013-4471");
	r = tweb_post(w, "/portal/me/contact",
		"version=1&phone=555+013+4499&email=rosa%40example.org"
		"&address=15+Elm+Street&city=Riverside&state=NY&postal=10001"
		"&channel=sms");
	assert_int_equal(r->status, 303);
	r = tweb_get(w, "/portal/me");
	assert_has(r->body, "(555) 013-4499");
	assert_has(r->body, "15 Elm Street");
	assert_has(r->body, "Your details are saved");
	assert_true(tweb_sql(w, "SELECT count(*) FROM patient_history"
				" WHERE patient_id = 7") > 1);
	/* An old page does not undo what somebody else saved. */
	r = tweb_post(w, "/portal/me/contact",
		"version=1&phone=&email=&address=&city=&state=&postal="
		"&channel=letter");
	assert_int_equal(r->status, 409);
	assert_has(r->body, "while you did");
	assert_has(r->body, "name=\"version\" value=\"2\"");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM patient"
				     " WHERE id = 7 AND channel = 'sms'"),
		1);
	/* Having been told, one may. */
	r = tweb_post(w, "/portal/me/contact",
		"version=2&phone=&email=&address=&city=&state=&postal="
		"&channel=letter");
	assert_int_equal(r->status, 303);
	tweb_close(w);
}

static void
a_way_to_be_reached_needs_its_number(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r;

	(void)state;
	r = tweb_post(w, "/portal/me/contact",
		"version=1&phone=&email=&address=&city=&state=&postal="
		"&channel=sms");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "id=\"phone-err\"");
	r = tweb_post(w, "/portal/me/contact",
		"version=1&phone=123&email=&address=&city=&state=&postal="
		"&channel=letter");
	assert_int_equal(r->status, 422);
	tweb_close(w);
}

static void
a_new_password_ends_the_other_sessions(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	stranger(w);
	tweb_post(w, "/portal/activate/account",
		"code=BCDFGHJKLMNP&birth_on=1954-09-02&login=james.w&" WORDS);
	tweb_sign_in(w, "james.w");
	r = tweb_post(w, "/portal/me/password",
		"old=seven+green+kettles+sing+lo"
		"&password=nine+brown+ladders+fall");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "id=\"old-err\"");
	r = tweb_post(w, "/portal/me/password",
		"old=seven+green+kettles+sing+low&password=james+james");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "id=\"password-err\"");
	r = tweb_post(w, "/portal/me/password",
		"old=seven+green+kettles+sing+low"
		"&password=nine+brown+ladders+fall");
	assert_int_equal(r->status, 303);
	assert_has(tweb_get(w, "/portal/me")->body, "Your password is changed");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM portal_session"
				     " WHERE ended_at IS NULL"),
		1);
	stranger(w);
	assert_int_equal(
		tweb_post(w, "/portal/login", "login=james.w&" WORDS)->status,
		422);
	assert_int_equal(tweb_post(w, "/portal/login",
				 "login=james.w&password=nine+brown+ladders"
				 "+fall")
				 ->status,
		303);
	tweb_close(w);
}

static void
a_patient_id_from_outside_changes_nothing(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r;

	(void)state;
	assert_int_equal(tweb_get(w, "/portal/me?patient=10")->status, 400);
	r = tweb_post(w, "/portal/me/contact",
		"version=1&phone=&email=&address=&city=&state=&postal="
		"&channel=letter&patient_id=10");
	assert_int_equal(r->status, 400);
	tweb_close(w);
}

static void
the_language_stays_chosen(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r;
	char cookie[300];

	(void)state;
	r = tweb_post(w, "/portal/language", "lang=es&back=/portal/visits");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/portal/visits");
	r = tweb_post(
		w, "/portal/language", "lang=es&back=/portal/activate/account");
	assert_string_equal(tweb_location(r), "/portal/activate");
	r = tweb_post(w, "/portal/language", "lang=es&back=//evil.example/x");
	assert_string_equal(tweb_location(r), "/portal");
	r = tweb_get(w, "/portal");
	assert_has(r->body, "<html lang=\"es\"");
	assert_has(r->body, "Su próxima cita");
	assert_has(r->body, "martes 1 de diciembre");
	assert_has(r->body, "Control");
	assert_has(tweb_get(w, "/portal/visits/31")->body,
		"Traiga sus medicinas.");
	/* And before anybody has logged in. */
	tweb_cookie(w, "", "");
	assert_has(tweb_get(w, "/portal/login")->body, "<html lang=\"en\"");
	r = tweb_post(w, "/portal/language", "lang=es&back=/portal/login");
	snprintf(cookie, sizeof(cookie), "%s", tweb_header(r, "Set-Cookie"));
	cookie[strcspn(cookie, ";")] = '\0';
	tweb_cookie(w, cookie, "");
	r = tweb_get(w, "/portal/login");
	assert_has(r->body, "<html lang=\"es\"");
	assert_has(r->body, "Contraseña");
	r = tweb_get(w, "/portal/nothing");
	assert_has(r->body, "No encontrado");
	tweb_close(w);
}

static void
an_earlier_time_is_taken_by_who_it_is_offered_to(void **state)
{
	struct tweb *w = rosa();
	const struct reply *r = tweb_get(w, "/portal");

	(void)state;
	assert_has(r->body, "/portal/offers");
	r = tweb_get(w, "/portal/offers");
	assert_has(r->body, "09:00");
	assert_has(r->body, "stays booked until you accept");
	assert_has(r->body, "/portal/offers/1/accept");
	assert_lacks(r->body, "/portal/offers/2/");
	/* Somebody else's. */
	assert_int_equal(
		tweb_post(w, "/portal/offers/2/accept", "")->status, 404);
	r = tweb_post(w, "/portal/offers/1/accept", "");
	if (r->status != 303)
		fail_msg("%d %s", r->status, r->body);
	assert_has(tweb_location(r), "/portal/visits/");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE patient_id = 7"
				     " AND start_at = 1796047200"
				     " AND status = 'booked'"),
		1);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment WHERE id = 31"
			    " AND status = 'cancelled'"
			    " AND replaced_by_id IS NOT NULL"),
		1);
	assert_has(tweb_get(w, "/portal/offers")->body, "No earlier time is");
	/* The same again: it is gone, and nothing changes. */
	r = tweb_post(w, "/portal/offers/1/accept", "");
	assert_int_equal(r->status, 409);
	assert_has(r->body, "not open any more");
	tweb_close(w);
}

static void
a_declined_time_goes_to_the_next(void **state)
{
	struct tweb *w = rosa();

	(void)state;
	assert_int_equal(
		tweb_post(w, "/portal/offers/1/decline", "")->status, 303);
	assert_has(tweb_get(w, "/portal/offers")->body, "No earlier time is");
	/* James need not wait for his turn any longer. */
	assert_int_equal(tweb_sql(w, "SELECT opens_at FROM waitlist_offer"
				     " WHERE id = 2"),
		1795446000);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE id = 31 AND status = 'booked'"),
		1);
	tweb_close(w);
}

/* tests/RULES.md, "Before the visit", "Linked visits" */
static void
what_to_do_before_stands_with_its_hour(void **state)
{
	struct tweb *w = rosa();
	const char *b;

	(void)state;
	b = tweb_get(w, "/portal/visits/31")->body;
	assert_has(b, "How to prepare");
	assert_has(b, "Do not eat or drink after Tuesday, December 1 at 02:30. "
		      "&lt;b&gt;");
	assert_has(b, "By Sunday, November 29: Send the form.");
	tweb_post(w, "/portal/language", "lang=es&back=/portal/visits");
	b = tweb_get(w, "/portal/visits/31")->body;
	assert_has(b, "A partir del martes 1 de diciembre");
	assert_has(b, "Envíe el formulario.");
	assert_lacks(tweb_get(w, "/portal/visits/33")->body, "prepararse");
	tweb_close(w);
}

static void
cancelling_one_of_several_leaves_a_loop(void **state)
{
	struct tweb *w = rosa();

	(void)state;
	tweb_post(w, "/portal/visits/31/cancel", "version=1&reason=transport");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE kind = 'sequence'"
				     "   AND subject_id = 31"
				     "   AND closed_at IS NULL"),
		1);
	tweb_close(w);
}

/* The offered Monday keeps the gap; the new row has its place. */
static void
an_offer_that_keeps_the_gap_is_taken(void **state)
{
	struct tweb *w = rosa();

	(void)state;
	assert_int_equal(
		tweb_post(w, "/portal/offers/1/accept", "")->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM visit_sequence_step s"
			    "  JOIN appointment v ON v.id = s.appointment_id"
			    " WHERE s.step_no = 1 AND v.start_at = 1796047200"
			    "   AND v.status = 'booked'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_prep p"
				     "  JOIN appointment v"
				     "    ON v.id = p.appointment_id"
				     " WHERE v.start_at = 1796047200"),
		2);
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_sees_anything_without_logging_in),
		cmocka_unit_test(a_code_and_the_birth_date_open_an_account),
		cmocka_unit_test(the_fifth_wrong_date_kills_a_code),
		cmocka_unit_test(wrong_codes_wait_like_wrong_passwords),
		cmocka_unit_test(an_old_code_is_refused),
		cmocka_unit_test(
			a_weak_password_or_a_taken_name_is_told_by_its_field),
		cmocka_unit_test(log_in_and_out),
		cmocka_unit_test(the_next_visit_stands_on_the_first_page),
		cmocka_unit_test(lists_hold_what_is_mine_and_nothing_else),
		cmocka_unit_test(confirming_is_told_and_seen),
		cmocka_unit_test(cancelling_asks_why_and_opens_a_loop),
		cmocka_unit_test(asking_for_another_time_opens_one_loop),
		cmocka_unit_test(nothing_can_be_done_once_it_has_begun),
		cmocka_unit_test(a_visit_goes_home_as_a_file),
		cmocka_unit_test(own_details_can_be_put_right),
		cmocka_unit_test(a_way_to_be_reached_needs_its_number),
		cmocka_unit_test(a_new_password_ends_the_other_sessions),
		cmocka_unit_test(a_patient_id_from_outside_changes_nothing),
		cmocka_unit_test(the_language_stays_chosen),
		cmocka_unit_test(
			an_earlier_time_is_taken_by_who_it_is_offered_to),
		cmocka_unit_test(a_declined_time_goes_to_the_next),
		cmocka_unit_test(what_to_do_before_stands_with_its_hour),
		cmocka_unit_test(cancelling_one_of_several_leaves_a_loop),
		cmocka_unit_test(an_offer_that_keeps_the_gap_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
