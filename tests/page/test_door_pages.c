/* Coming in without the desk: "I am here", a code, the kiosk.
 * tests/RULES.md, "Coming in without the desk"; tests/data/door.sql says
 * who is expected. It is Monday 23 November 2026, 10:00 in New York. */
#include <stdio.h>
#include <stdlib.h>

#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "staff/pages.h"

#define SAME "contact=same&insurance=same"
#define AGREED "&treatment=given&privacy=given&text=declined"
#define ROSA_BIRTH "&birth_month=3&birth_day=14&birth_year=1961"
#define JAMES_BIRTH "&birth_month=9&birth_day=2&birth_year=1954"

static struct tweb *
open_portal(void)
{
	return tweb_open(portal_pages, &portal_gate, "door.sql");
}

/* A browser with the pre-log-in cookie, and the kiosk's if it is one. */
static void
browser(struct tweb *w, const char *kiosk)
{
	char cookie[512], csrf[128];
	const struct reply *r;
	const char *set, *at;
	size_t n;

	tweb_cookie(w, "", "");
	r = tweb_get(w, "/portal/login");
	set = tweb_header(r, "Set-Cookie");
	assert_non_null(set);
	n = strcspn(set, ";");
	snprintf(cookie, sizeof(cookie), "%.*s%s%s", (int)n, set,
		kiosk ? "; __Host-kiosk=" : "", kiosk ? kiosk : "");
	at = strstr(r->body, "name=\"csrf\" value=\"");
	while (at != NULL && at[19] == '"')
		at = strstr(at + 19, "name=\"csrf\" value=\"");
	assert_non_null(at);
	snprintf(csrf, sizeof(csrf), "%.*s", (int)strcspn(at + 19, "\""),
		at + 19);
	tweb_cookie(w, cookie, csrf);
}

static void
expect(struct tweb *w, const char *path, const char *body, const char *to)
{
	const struct reply *r = tweb_post(w, path, body);

	if (r->status != 303 || strcmp(tweb_location(r), to) != 0)
		fail_msg("%s: %d to %s\n%.2000s", path, r->status,
			r->status == 303 ? tweb_location(r) : "", r->body);
}

/* ---- logged in ---------------------------------------------------------- */

static void
who_is_here_says_so(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	tweb_sign_in(w, "rosa@example.com");
	assert_has(tweb_get(w, "/portal/visits/41")->body,
		"href=\"/portal/visits/41/here\"");
	/* Six hours before: not yet. */
	assert_lacks(tweb_get(w, "/portal/visits/43")->body, "/here\"");
	assert_int_equal(tweb_get(w, "/portal/visits/43/here")->status, 303);
	r = tweb_get(w, "/portal/visits/41/here");
	assert_has(r->body, "14 Elm Street");
	assert_has(r->body, "I agree to be examined");
	assert_lacks(r->body, "I agree to a visit by video");
	r = tweb_post(w, "/portal/visits/41/here", "version=1");
	assert_int_equal(r->status, 422);
	expect(w, "/portal/visits/41/here",
		"version=1&contact=changed&insurance=same&treatment=given"
		"&privacy=&text=given",
		"/portal/visits/41");
	assert_has(tweb_get(w, "/portal/visits/41")->body,
		"We know you are here. Please see the desk.");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE id = 41 AND status = 'arrived'"
				     "   AND arrived_at = 1795446000"),
		1);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM visit_arrival"
			    " WHERE appointment_id = 41 AND door = 'portal'"
			    "   AND desk = 'contact privacy'"),
		1);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM visit_consent"
			    " WHERE appointment_id = 41 AND how = 'screen'"
			    "   AND user_id IS NULL AND answer = 'given'"),
		2);
	assert_int_equal(
		tweb_sql(w, "SELECT sms_ok FROM patient WHERE id = 7"), 1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment_event"
				     " WHERE appointment_id = 41"
				     "   AND actor = 'patient'"
				     "   AND what IN ('arrived',"
				     "       'self-check-in')"),
		2);
	/* Once is once. */
	assert_lacks(tweb_get(w, "/portal/visits/41")->body, "/here\"");
	expect(w, "/portal/visits/41/here", "version=2&" SAME AGREED,
		"/portal/visits/41");
	assert_has(tweb_get(w, "/portal/visits/41")->body,
		"You cannot check in for this visit now.");
	assert_int_equal(tweb_get(w, "/portal/visits/44/here")->status, 404);
	tweb_close(w);
}

static void
an_hour_before_and_half_an_hour_after(void **state)
{
	static const struct {
		const char *now;
		bool open;
	} at[] = {{"2026-11-23T14:29:59Z", false},
		{"2026-11-23T14:30:00Z", true}, {"2026-11-23T16:00:00Z", true},
		{"2026-11-23T16:00:01Z", false}};
	struct tweb *w = open_portal();

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		tweb_now(w, at[i].now);
		tweb_sign_in(w, "rosa@example.com");
		assert_int_equal(tweb_get(w, "/portal/visits/41/here")->status,
			at[i].open ? 200 : 303);
	}
	tweb_close(w);
}

/* ---- by code ------------------------------------------------------------ */

static void
a_code_and_the_birth_date_check_in(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	browser(w, NULL);
	assert_int_equal(tweb_get(w, "/check-in")->status, 200);
	r = tweb_post(w, "/check-in", "code=cdfg-hjkm" ROSA_BIRTH);
	assert_int_equal(r->status, 200);
	assert_has(r->body, "R.");
	assert_has(r->body, "10:30");
	assert_lacks(r->body, "Delgado");
	assert_lacks(r->body, "Rosie");
	assert_lacks(r->body, "Okafor");
	assert_lacks(r->body, "Elm Street");
	r = tweb_post(w, "/check-in/here",
		"code=CDFGHJKM&birth_on=1961-03-14&contact=same");
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Say whether your insurance has changed");
	expect(w, "/check-in/here",
		"code=CDFGHJKM&birth_on=1961-03-14&" SAME AGREED,
		"/check-in/done?to=seat");
	assert_has(
		tweb_get(w, "/check-in/done?to=seat")->body, "Please sit down");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_arrival"
				     " WHERE appointment_id = 41"
				     "   AND door = 'code' AND desk = ''"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE event = 'door.arrive'"
				     "   AND outcome = 'ok' AND patient_id = 7"
				     "   AND object_id = 41"),
		1);
	/* Again: they are here. */
	r = tweb_post(w, "/check-in", "code=CDFGHJKM" ROSA_BIRTH);
	assert_int_equal(r->status, 200);
	assert_has(r->body, "Please sit down");
	tweb_close(w);
}

static const char *
without_tokens(const char *body)
{
	const char *at = strstr(body, "err-sum");

	return at != NULL ? at : "";
}

/* A wrong code, a wrong date, a code too old: none is told from another. */
static void
all_that_is_wrong_gets_one_answer(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;
	char first[4000];

	(void)state;
	browser(w, NULL);
	r = tweb_post(w, "/check-in", "code=XXXXXXXX" ROSA_BIRTH);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "We cannot check you in with this code and date");
	snprintf(first, sizeof(first), "%.300s", without_tokens(r->body));
	r = tweb_post(w, "/check-in", "code=CDFGHJKM" JAMES_BIRTH);
	assert_int_equal(r->status, 422);
	assert_true(strncmp(first, without_tokens(r->body), 299) == 0);
	assert_int_equal(
		tweb_sql(w, "SELECT tries FROM visit_code WHERE id = 1"), 1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE event = 'door.identify'"
				     "   AND outcome = 'failed'"),
		2);
	for (int i = 0; i < 4; i++)
		tweb_post(w, "/check-in", "code=CDFGHJKM" JAMES_BIRTH);
	/* Five wrong dates: the right one helps no more, and is not told. */
	r = tweb_post(w, "/check-in", "code=CDFGHJKM" ROSA_BIRTH);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "We cannot check you in with this code and date");
	/* An errand of the second step is proved as well. */
	r = tweb_post(
		w, "/check-in/here", "code=NPQRTWXY&birth_on=1990-01-01&" SAME);
	assert_int_equal(r->status, 422);
	assert_lacks(r->body, "12:00");
	tweb_now(w, "2026-11-24T15:00:00Z");
	browser(w, NULL);
	r = tweb_post(w, "/check-in", "code=NPQRTWXY" JAMES_BIRTH);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "We cannot check you in with this code and date");
	tweb_close(w);
}

static void
an_address_that_guesses_waits(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r = NULL;

	(void)state;
	browser(w, NULL);
	for (int i = 0; i < 30; i++)
		tweb_post(w, "/check-in", "code=XXXXXXXX" ROSA_BIRTH);
	r = tweb_post(w, "/check-in", "code=NPQRTWXY" JAMES_BIRTH);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "too many tries");
	tweb_address(w, "192.0.2.99");
	r = tweb_post(w, "/check-in", "code=NPQRTWXY" JAMES_BIRTH);
	assert_int_equal(r->status, 200);
	assert_has(r->body, "You are early");
	assert_has(r->body, "11:00");
	tweb_close(w);
}

/* ---- at a kiosk --------------------------------------------------------- */

static void
a_kiosk_is_set_up_by_its_code_once(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	browser(w, NULL);
	assert_has(tweb_get(w, "/kiosk")->body, "Set up a kiosk");
	expect(w, "/kiosk/start", "lang=en", "/kiosk");
	r = tweb_post(w, "/kiosk", "code=XXXXXXXXXXXX");
	assert_int_equal(r->status, 422);
	r = tweb_post(w, "/kiosk", "code=cdfg-hjkm-npqr");
	assert_int_equal(r->status, 303);
	assert_has(tweb_header(r, "Set-Cookie"), "__Host-kiosk=");
	assert_has(tweb_header(r, "Set-Cookie"), "; Secure; HttpOnly");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM kiosk"
				     " WHERE id = 2 AND setup_hash IS NULL"
				     "   AND token_hash IS NOT NULL"),
		1);
	r = tweb_post(w, "/kiosk", "code=CDFGHJKMNPQR");
	assert_int_equal(r->status, 422);
	tweb_close(w);
}

static void
a_kiosk_checks_in_by_name_and_forgets(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	browser(w, "kiosk-token");
	assert_has(tweb_get(w, "/kiosk")->body, "Registrar mi llegada");
	expect(w, "/kiosk/start", "lang=en", "/kiosk/who");
	assert_has(tweb_get(w, "/kiosk/who")->body, "data-clear-s=\"60\"");
	/* Nobody is asked for before somebody is found. */
	assert_int_equal(tweb_get(w, "/kiosk/check")->status, 303);
	r = tweb_post(
		w, "/kiosk/who", "by=name&given=&family=Delgado" ROSA_BIRTH);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Enter your first name");
	expect(w, "/kiosk/who", "by=name&given=rosie&family=DELGADO" ROSA_BIRTH,
		"/kiosk/check");
	r = tweb_get(w, "/kiosk/check");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "R.");
	assert_has(r->body, "10:30");
	assert_lacks(r->body, "Delgado");
	assert_lacks(r->body, "Okafor");
	expect(w, "/kiosk/check", SAME "&treatment=declined&privacy=given",
		"/kiosk/done?to=desk");
	assert_int_equal(tweb_get(w, "/kiosk/check")->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM visit_arrival"
			    " WHERE appointment_id = 41 AND kiosk_id = 1"
			    "   AND door = 'kiosk'"
			    "   AND desk = 'treatment text'"),
		1);
	/* The next one of theirs is in the afternoon. */
	expect(w, "/kiosk/who", "by=name&given=Rosa&family=Delgado" ROSA_BIRTH,
		"/kiosk/done?to=seat");
	tweb_close(w);
}

static void
a_minute_without_a_word_clears_it(void **state)
{
	struct tweb *w = open_portal();

	(void)state;
	browser(w, "kiosk-token");
	expect(w, "/kiosk/who", "by=code&code=CDFGHJKM" ROSA_BIRTH,
		"/kiosk/check");
	tweb_now(w, "2026-11-23T15:01:10Z");
	expect(w, "/kiosk/more", "", "/kiosk/check");
	tweb_now(w, "2026-11-23T15:02:20Z");
	assert_int_equal(tweb_get(w, "/kiosk/check")->status, 200);
	tweb_now(w, "2026-11-23T15:02:26Z");
	assert_int_equal(tweb_get(w, "/kiosk/check")->status, 303);
	expect(w, "/kiosk/check", SAME AGREED, "/kiosk");
	expect(w, "/kiosk/more", "", "/kiosk");
	/* Start over: at once. */
	expect(w, "/kiosk/who", "by=code&code=CDFGHJKM" ROSA_BIRTH,
		"/kiosk/check");
	expect(w, "/kiosk/start", "lang=", "/kiosk");
	assert_int_equal(tweb_get(w, "/kiosk/check")->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE id = 41 AND status = 'booked'"),
		1);
	tweb_close(w);
}

static void
a_kiosk_that_is_guessed_at_sends_to_the_desk(void **state)
{
	struct tweb *w = open_portal();
	const struct reply *r;

	(void)state;
	browser(w, "kiosk-token");
	for (int i = 0; i < 5; i++) {
		r = tweb_post(w, "/kiosk/who",
			"by=name&given=Rosa&family=Delgado" JAMES_BIRTH);
		assert_int_equal(r->status, 422);
		assert_has(r->body, "We cannot find your visit");
	}
	expect(w, "/kiosk/who", "by=name&given=Rosa&family=Delgado" ROSA_BIRTH,
		"/kiosk/done?to=tries");
	/* Another clinic's kiosk finds nobody here, nor ours anybody there. */
	browser(w, "canary-token");
	r = tweb_post(w, "/kiosk/who",
		"by=name&given=Rosa&family=Delgado" ROSA_BIRTH);
	assert_int_equal(r->status, 422);
	r = tweb_post(w, "/kiosk/who", "by=code&code=CDFGHJKM" ROSA_BIRTH);
	assert_int_equal(r->status, 422);
	tweb_close(w);
}

static void
too_early_or_by_video_is_told_so(void **state)
{
	struct tweb *w = open_portal();

	(void)state;
	browser(w, "kiosk-token");
	expect(w, "/kiosk/who",
		"by=name&given=James&family=Whitfield" JAMES_BIRTH,
		"/kiosk/done?to=early");
	assert_has(tweb_get(w, "/kiosk/done?to=early")->body, "You are early");
	expect(w, "/kiosk/who",
		"by=name&given=Thi+Lan&family=Nguyen&birth_month=1"
		"&birth_day=27&birth_year=1979",
		"/kiosk/check");
	tweb_close(w);
}

/* ---- at the desk -------------------------------------------------------- */

static void
the_board_says_how_somebody_came(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "door.sql");
	const struct reply *r;

	(void)state;
	tweb_sql(w,
		"INSERT INTO visit_arrival (clinic_id, appointment_id, at,"
		" door, kiosk_id, desk) VALUES (1, 41, 1795445000, 'kiosk', 1,"
		" 'contact treatment') RETURNING 1");
	tweb_sql(w, "UPDATE appointment SET status = 'arrived',"
		    " arrived_at = 1795445000 WHERE id = 41 RETURNING 1");
	tweb_sign_in(w, "fred");
	r = tweb_get(w, "/flow?site=1");
	assert_has(r->body, "At the kiosk: Front door");
	assert_has(r->body, "Desk: contact details, consent to treatment");
	r = tweb_get(w, "/appointments/41/check-in");
	assert_has(r->body, "came in by themselves");
	assert_has(r->body, "contact details, consent to treatment");
	assert_has(tweb_get(w, "/appointments/41")->body,
		"At the kiosk: Front door");
	/* Arrived anew at the desk: that was another arrival. */
	tweb_sql(w, "UPDATE appointment SET arrived_at = 1795445900"
		    " WHERE id = 41 RETURNING 1");
	assert_lacks(tweb_get(w, "/flow?site=1")->body, "At the kiosk");
	tweb_close(w);
}

static void
a_code_is_printed_once_and_the_old_one_dies(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "door.sql");
	const struct reply *r;

	(void)state;
	tweb_sign_in(w, "fred");
	assert_has(
		tweb_get(w, "/appointments/41")->body, "Print check-in code");
	r = tweb_post(w, "/appointments/41/code", "");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "/check-in</b>");
	assert_lacks(r->body, "1961");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_code"
				     " WHERE appointment_id = 41"
				     "   AND made_at = 1795446000"
				     "   AND until_at = 1795496399"),
		1);
	assert_int_equal(
		tweb_post(w, "/appointments/45/code", "")->status, 409);
	tweb_close(w);
}

static void
kiosks_are_made_and_ended_by_an_administrator(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "door.sql");
	const struct reply *r;

	(void)state;
	tweb_sign_in(w, "fred");
	assert_int_equal(tweb_get(w, "/admin/sites/1/kiosks")->status, 403);
	tweb_sign_in(w, "ada");
	assert_has(
		tweb_get(w, "/admin/sites/1")->body, "/admin/sites/1/kiosks");
	r = tweb_get(w, "/admin/sites/1/kiosks");
	assert_has(r->body, "Front door");
	assert_lacks(r->body, "Canary");
	r = tweb_post(w, "/admin/sites/1/kiosks", "name=");
	assert_int_equal(r->status, 422);
	r = tweb_post(w, "/admin/sites/1/kiosks", "name=Back+door");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "big-code");
	assert_int_equal(
		tweb_post(w, "/admin/sites/1/kiosks/1/end", "")->status, 303);
	assert_int_equal(
		tweb_post(w, "/admin/sites/1/kiosks/9/end", "")->status, 409);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM kiosk"
				     " WHERE ended_at IS NOT NULL"),
		1);
	tweb_close(w);
}

static void
a_renewed_board_is_noted_when_it_shows_somebody_new(void **state)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, "door.sql");

	(void)state;
#define VIEWS                                                                  \
	tweb_sql(w, "SELECT count(*) FROM audit_event"                         \
		    " WHERE event = 'flow.view'")
	tweb_sign_in(w, "fred");
	tweb_get(w, "/flow?site=1");
	assert_int_equal(VIEWS, 1);
	tweb_htmx(w, true);
	for (int i = 0; i < 3; i++)
		assert_int_equal(
			tweb_get(w, "/flow/board?site=1")->status, 200);
	assert_int_equal(VIEWS, 1);
	/* One provider alone shows fewer, and nobody new. */
	tweb_get(w, "/flow/board?site=1&provider=1");
	assert_int_equal(VIEWS, 1);
	/* Opened for one provider, renewed with somebody new: once. */
	tweb_htmx(w, false);
	tweb_get(w, "/flow?site=1&provider=1");
	assert_int_equal(VIEWS, 2);
	tweb_htmx(w, true);
	tweb_get(w, "/flow/board?site=1");
	assert_int_equal(VIEWS, 3);
	tweb_get(w, "/flow/board?site=1");
	assert_int_equal(VIEWS, 3);
	/* An hour later the same is written again; a new opening always. */
	tweb_now(w, "2026-11-23T16:00:01Z");
	tweb_sign_in(w, "fred");
	tweb_get(w, "/flow/board?site=1");
	assert_int_equal(VIEWS, 4);
	tweb_get(w, "/flow/board?site=1");
	assert_int_equal(VIEWS, 4);
	tweb_htmx(w, false);
	tweb_get(w, "/flow?site=1");
	assert_int_equal(VIEWS, 5);
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_here_says_so),
		cmocka_unit_test(an_hour_before_and_half_an_hour_after),
		cmocka_unit_test(a_code_and_the_birth_date_check_in),
		cmocka_unit_test(all_that_is_wrong_gets_one_answer),
		cmocka_unit_test(an_address_that_guesses_waits),
		cmocka_unit_test(a_kiosk_is_set_up_by_its_code_once),
		cmocka_unit_test(a_kiosk_checks_in_by_name_and_forgets),
		cmocka_unit_test(a_minute_without_a_word_clears_it),
		cmocka_unit_test(a_kiosk_that_is_guessed_at_sends_to_the_desk),
		cmocka_unit_test(too_early_or_by_video_is_told_so),
		cmocka_unit_test(the_board_says_how_somebody_came),
		cmocka_unit_test(a_code_is_printed_once_and_the_old_one_dies),
		cmocka_unit_test(kiosks_are_made_and_ended_by_an_administrator),
		cmocka_unit_test(
			a_renewed_board_is_noted_when_it_shows_somebody_new),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
