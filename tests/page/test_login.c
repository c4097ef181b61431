/* tests/RULES.md, "Logging in", "Waiting after wrong passwords": in, out,
 * and what a stranger learns on the way. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "care/auth.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"

#define RIGHT "purple otters juggle 9"
#define RIGHT_SENT "purple+otters+juggle+9"

static struct tweb *
open_with_password(void)
{
	struct tweb *w = tweb_open(staff_pages, &staff_gate, NULL);
	struct auth_cost c = auth_cost(tweb_arena(w), tweb_conf(w));
	struct err err = {0};
	const char *hash;
	struct db_stmt *q;

	assert_int_equal(auth_hash(&c, tweb_arena(w), RIGHT, &hash, &err), 0);
	db_begin(tweb_db(w), DB_WRITE);
	q = db_prep(tweb_db(w), "UPDATE app_user SET password_hash = :hash"
				" WHERE login IN"
				" ('nora', 'dina', 'ada', 'carl')");
	db_bind_text(q, ":hash", hash);
	assert_int_equal(db_exec(q), 4);
	assert_int_equal(db_commit(tweb_db(w)), 0);
	return w;
}

/* The nth cookie a reply sets; NULL. */
static const char *
set_cookie(const struct reply *r, const char *name)
{
	for (size_t i = 0; i < r->headers.n; i++)
		if (strcmp(r->headers.v[i].name, "Set-Cookie") == 0 &&
			strncmp(r->headers.v[i].value, name, strlen(name)) ==
				0 &&
			r->headers.v[i].value[strlen(name)] == '=')
			return r->headers.v[i].value;
	return NULL;
}

/* "name=value" of a Set-Cookie, in the test's arena. */
static const char *
pair_of(struct tweb *w, const char *set)
{
	return arena_strndup(tweb_arena(w), set, strcspn(set, ";"));
}

static const char *
csrf_in(struct tweb *w, const char *body)
{
	const char *at = strstr(body, "name=\"csrf\" value=\"");

	assert_non_null(at);
	at += strlen("name=\"csrf\" value=\"");
	return arena_strndup(tweb_arena(w), at, strcspn(at, "\""));
}

/* Load the log-in page as a new browser. */
static void
fresh_browser(struct tweb *w)
{
	const struct reply *r;
	const char *pre;

	tweb_cookie(w, "", "");
	r = tweb_get(w, "/login");
	assert_int_equal(r->status, 200);
	pre = set_cookie(r, "__Host-pre");
	assert_non_null(pre);
	tweb_cookie(w, pair_of(w, pre), csrf_in(w, r->body));
}

static const struct reply *
log_in(struct tweb *w, const char *login, const char *password)
{
	char body[400];

	snprintf(body, sizeof(body), "login=%s&password=%s", login, password);
	return tweb_post(w, "/login", body);
}

static void
the_right_password_opens(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	const char *set;
	(void)state;

	fresh_browser(w);
	r = log_in(w, "Nora", RIGHT_SENT);
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/today");
	set = set_cookie(r, "__Host-staff");
	assert_non_null(set);
	assert_has(set, "; Path=/");
	assert_has(set, "; Secure");
	assert_has(set, "; HttpOnly");
	assert_has(set, "; SameSite=Strict");
	assert_lacks(set, "Domain");
	assert_lacks(set, "Max-Age");
	assert_lacks(set, "Expires");
	tweb_cookie(w, pair_of(w, set), "");
	r = tweb_get(w, "/me");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "Nora Quist");
	assert_has(r->body, "This is your first log-in.");
	/* Told once. */
	assert_lacks(tweb_get(w, "/me")->body, "first log-in");
	tweb_close(w);
}

static void
an_administrator_starts_elsewhere(void **state)
{
	struct tweb *w = open_with_password();
	(void)state;

	fresh_browser(w);
	assert_string_equal(
		tweb_location(log_in(w, "ada", RIGHT_SENT)), "/admin");
	tweb_close(w);
}

/* A token somebody planted before log-in is worth nothing after it. */
static void
the_token_is_new_at_log_in(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	const char *set;
	char both[400];
	(void)state;

	fresh_browser(w);
	snprintf(both, sizeof(both),
		"%s; __Host-staff=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
		tweb_cookie_sent(w));
	tweb_cookie(w, both, tweb_csrf(w));
	r = log_in(w, "nora", RIGHT_SENT);
	assert_int_equal(r->status, 303);
	set = set_cookie(r, "__Host-staff");
	assert_lacks(set, "AAAAAAAAAA");
	tweb_cookie(w, both, "");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	/* The database has no token, only its hash. */
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"
				     " WHERE length(token_hash) = 64"),
		1);
	tweb_close(w);
}

static void
without_the_form_token_nothing_is_tried(void **state)
{
	struct tweb *w = open_with_password();
	(void)state;

	tweb_cookie(w, "", "");
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 403);
	fresh_browser(w);
	tweb_cookie(w, tweb_cookie_sent(w), "wrong");
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 403);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM login_throttle"), 0);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"), 0);
	tweb_close(w);
}

/* The body with the login that was typed taken out of it. */
static const char *
without(struct tweb *w, const char *body, const char *login)
{
	char *copy = arena_strdup(tweb_arena(w), body), *at;

	while ((at = strstr(copy, login)) != NULL)
		memset(at, '_', strlen(login));
	return copy;
}

static void
unknown_wrong_and_disabled_look_the_same(void **state)
{
	static const char *const logins[] = {"nora", "zzzz", "dina"};
	struct tweb *w = open_with_password();
	const char *first = NULL;
	(void)state;

	fresh_browser(w);
	for (size_t i = 0; i < 3; i++) {
		/* Even with dina's right password: she is shut out. */
		const struct reply *r = log_in(w, logins[i],
			i == 2 ? RIGHT_SENT : "something+else+entirely");
		const char *body = without(w, r->body, logins[i]);

		assert_int_equal(r->status, 422);
		assert_has(body, "do not go together");
		assert_null(set_cookie(r, "__Host-staff"));
		if (first == NULL)
			first = body;
		assert_string_equal(body, first);
	}
	/* What was typed as a password is nowhere in the answer. */
	assert_lacks(first, "something");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'login'"
				     "   AND outcome = 'failed'"),
		3);
	assert_int_equal(tweb_sql(w, "SELECT failed_since FROM app_user"
				     " WHERE login = 'nora'"),
		1);
	tweb_close(w);
}

static void
after_five_wrong_ones_one_waits(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	(void)state;

	fresh_browser(w);
	for (int i = 0; i < 5; i++)
		assert_int_equal(log_in(w, "nora", "wrong")->status, 422);
	r = log_in(w, "nora", RIGHT_SENT);
	assert_int_equal(r->status, 429);
	assert_has(r->body, "Wait 15 seconds");
	assert_string_equal(tweb_header(r, "Retry-After"), "15");
	/* Nobody learns from the wait whether there is such a login. */
	for (int i = 0; i < 5; i++)
		log_in(w, "zzzz", "wrong");
	assert_int_equal(log_in(w, "zzzz", "wrong")->status, 429);
	tweb_now(w, "2026-11-23T15:00:15Z");
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 303);
	tweb_close(w);
}

/* From where she logs in every day she gets in while others guess. */
static void
guessing_elsewhere_does_not_shut_her_out(void **state)
{
	struct tweb *w = open_with_password();
	(void)state;

	fresh_browser(w);
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 303);
	tweb_address(w, "198.51.100.9");
	fresh_browser(w);
	for (int i = 0; i < 5; i++)
		log_in(w, "nora", "wrong");
	assert_int_equal(log_in(w, "nora", "wrong")->status, 429);
	tweb_address(w, "127.0.0.1");
	fresh_browser(w);
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 303);
	tweb_close(w);
}

static void
a_hash_is_brought_up_to_date(void **state)
{
	struct tweb *w = open_with_password();
	(void)state;

	tweb_conf(w)->hash_memory_kib = 128;
	fresh_browser(w);
	assert_int_equal(log_in(w, "nora", "wrong")->status, 422);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM app_user"
				     " WHERE password_hash LIKE '%m=128,%'"),
		0);
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM app_user"
				     " WHERE password_hash LIKE '%m=128,%'"
				     "   AND login = 'nora'"),
		1);
	fresh_browser(w);
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 303);
	tweb_close(w);
}

static void
with_no_place_to_hash_one_tries_again(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	(void)state;

	fresh_browser(w);
	tweb_conf(w)->hash_at_once = 0;
	r = log_in(w, "nora", RIGHT_SENT);
	assert_int_equal(r->status, 503);
	assert_has(r->body, "try again");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM login_throttle"), 0);
	tweb_close(w);
}

static void
one_gets_back_to_a_page_of_ours_only(void **state)
{
	static const struct {
		const char *next, *to;
	} cases[] = {
		{"%2Fme%2Fsessions", "/me/sessions"},
		{"%2Fme", "/me"},
		{"%2F%2Fevil.example", "/today"},
		{"%2F%5Cevil.example", "/today"},
		{"https%3A%2F%2Fevil.example", "/today"},
		{"%2Fno%2Fsuch%2Fpage", "/today"},
		{"%2Flogin", "/today"},
		{"%2Flogout", "/today"},
		{"%2Fadmin%2Fusers", "/today"}, /* not hers */
		{"%2Fme%2F..%2Fadmin", "/today"},
		{"", "/today"},
	};
	struct tweb *w = open_with_password();
	char body[300];
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct reply *r;

		fresh_browser(w);
		snprintf(body, sizeof(body),
			"login=nora&password=" RIGHT_SENT "&next=%s",
			cases[i].next);
		r = tweb_post(w, "/login", body);
		/* What no page of ours would send is refused as a form. */
		if (r->status == 422)
			continue;
		assert_int_equal(r->status, 303);
		assert_string_equal(tweb_location(r), cases[i].to);
	}
	tweb_close(w);
}

static void
the_anonymous_are_sent_to_log_in_and_back(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	(void)state;

	tweb_cookie(w, "", "");
	r = tweb_get(w, "/me/sessions");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/login?next=/me/sessions");
	r = tweb_get(w, "/login?next=/me/sessions");
	assert_has(r->body, "value=\"/me/sessions\"");
	tweb_close(w);
}

static void
a_fourth_session_ends_the_oldest(void **state)
{
	static const char *const times[] = {"2026-11-23T15:00:01Z",
		"2026-11-23T15:00:02Z", "2026-11-23T15:00:03Z",
		"2026-11-23T15:00:04Z"};
	struct tweb *w = open_with_password();
	const char *cookie[4];
	(void)state;

	for (int i = 0; i < 4; i++) {
		const struct reply *r;

		tweb_now(w, times[i]);
		fresh_browser(w);
		r = log_in(w, "nora", RIGHT_SENT);
		cookie[i] = pair_of(w, set_cookie(r, "__Host-staff"));
	}
	for (int i = 0; i < 4; i++) {
		tweb_cookie(w, cookie[i], "");
		assert_int_equal(
			tweb_get(w, "/me")->status, i == 0 ? 303 : 200);
	}
	tweb_cookie(w, cookie[3], "");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"
				     " WHERE end_reason = 'newer'"),
		1);
	tweb_close(w);
}

static void
log_out_ends_the_session(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	(void)state;

	tweb_sign_in(w, "nora");
	r = tweb_post(w, "/logout", "");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/login");
	assert_has(set_cookie(r, "__Host-staff"), "Max-Age=0");
	/* The cookie a thief kept is worth nothing. */
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	tweb_sign_in(w, "nora");
	r = tweb_post(w, "/lock", "back=/me/sessions");
	assert_string_equal(
		tweb_location(r), "/login?locked=1&next=/me/sessions");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	tweb_close(w);
}

static void
a_session_ends_by_itself(void **state)
{
	struct tweb *w = open_with_password();
	char iso[40];
	(void)state;

	tweb_sign_in(w, "nora");
	tweb_now(w, "2026-11-23T15:14:59Z");
	assert_int_equal(tweb_get(w, "/me")->status, 200);
	tweb_now(w, "2026-11-23T15:29:58Z");
	assert_int_equal(tweb_get(w, "/me")->status, 200);
	tweb_now(w, "2026-11-23T15:44:58Z");
	assert_int_equal(tweb_get(w, "/me")->status, 303);

	/* In use all day, over after twelve hours. */
	tweb_now(w, "2026-11-23T06:00:00Z");
	tweb_sign_in(w, "nora");
	for (int m = 10; m < 12 * 60; m += 10) {
		snprintf(iso, sizeof(iso), "2026-11-23T%02d:%02d:00Z",
			6 + m / 60, m % 60);
		tweb_now(w, iso);
		assert_int_equal(tweb_get(w, "/me")->status, 200);
	}
	tweb_now(w, "2026-11-23T18:00:00Z");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	tweb_close(w);
}

/* ---- one's own password --------------------------------------------- */

static void
a_handed_out_password_is_changed_first(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	const char *now;
	(void)state;

	tweb_sql(w, "UPDATE app_user SET must_change = 1 WHERE login = 'nora'"
		    " RETURNING 1");
	fresh_browser(w);
	r = log_in(w, "nora", RIGHT_SENT);
	assert_string_equal(tweb_location(r), "/me/password");
	tweb_sign_in(w, "nora");
	r = tweb_post(w, "/me/password",
		"current=" RIGHT_SENT "&fresh=seven+lamps+under+water"
		"&again=seven+lamps+under+water");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/today");
	/* The session goes on under a new token only. */
	now = pair_of(w, set_cookie(r, "__Host-staff"));
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	tweb_cookie(w, now, "");
	assert_int_equal(tweb_get(w, "/me")->status, 200);
	fresh_browser(w);
	assert_int_equal(log_in(w, "nora", RIGHT_SENT)->status, 422);
	assert_int_equal(
		log_in(w, "nora", "seven+lamps+under+water")->status, 303);
	tweb_close(w);
}

static void
changing_the_password_ends_the_others(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	const char *other;
	(void)state;

	tweb_sign_in(w, "nora");
	other = arena_strdup(tweb_arena(w), tweb_cookie_sent(w));
	tweb_sign_in(w, "nora");
	r = tweb_post(w, "/me/password",
		"current=" RIGHT_SENT "&fresh=seven+lamps+under+water"
		"&again=seven+lamps+under+water");
	assert_string_equal(tweb_location(r), "/me");
	tweb_cookie(w, pair_of(w, set_cookie(r, "__Host-staff")), "");
	r = tweb_get(w, "/me");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "Your password is changed.");
	tweb_cookie(w, other, "");
	assert_int_equal(tweb_get(w, "/me")->status, 303);
	tweb_close(w);
}

static void
a_new_password_must_be_good(void **state)
{
	static const struct {
		const char *body, *says;
	} cases[] = {
		{"current=x&fresh=" RIGHT_SENT "&again=" RIGHT_SENT,
			"This is not your password"},
		{"current=" RIGHT_SENT "&fresh=too+short&again=too+short",
			"at least 15 characters"},
		{"current=" RIGHT_SENT
		 "&fresh=passwordpassword&again=passwordpassword",
			"used most"},
		{"current=" RIGHT_SENT
		 "&fresh=riversidefamilyclinic&again=riversidefamilyclinic",
			"the name of the clinic"},
		{"current=" RIGHT_SENT
		 "&fresh=seven+lamps+under+water&again=seven+lamps",
			"differ"},
		{"current=" RIGHT_SENT "&fresh=" RIGHT_SENT
		 "&again=" RIGHT_SENT,
			"Choose one you do not have now"},
		{"current=&fresh=&again=", "Enter your present password"},
	};
	struct tweb *w = open_with_password();
	(void)state;

	tweb_sign_in(w, "nora");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct reply *r =
			tweb_post(w, "/me/password", cases[i].body);

		assert_int_equal(r->status, 422);
		assert_has(r->body, cases[i].says);
		assert_has(r->body, "Error: Change password");
		assert_lacks(r->body, "otters");
	}
	/* Guessing at an open session is slowed too. */
	for (int i = 0; i < 4; i++)
		tweb_post(w, "/me/password",
			"current=x&fresh=seven+lamps+under+water"
			"&again=seven+lamps+under+water");
	assert_int_equal(
		tweb_post(w, "/me/password",
			"current=" RIGHT_SENT "&fresh=seven+lamps+under+water"
			"&again=seven+lamps+under+water")
			->status,
		429);
	tweb_close(w);
}

static void
settings_are_saved(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	(void)state;

	tweb_sign_in(w, "nora");
	r = tweb_post(w, "/me", "theme=dark&density=compact&site=2");
	assert_int_equal(r->status, 303);
	r = tweb_get(w, "/me");
	assert_has(r->body, "data-theme=\"dark\"");
	assert_has(r->body, "data-density=\"compact\"");
	assert_has(r->body, "data-shortcuts=\"off\"");
	assert_has(r->body, "Your settings are saved.");
	/* Another clinic's site is no choice. */
	r = tweb_post(w, "/me", "theme=dark&density=compact&site=9");
	assert_int_equal(r->status, 422);
	assert_lacks(r->body, "Canary");
	r = tweb_post(w, "/me", "theme=pink&density=compact&site=1");
	assert_int_equal(r->status, 422);
	tweb_close(w);
}

static void
only_ones_own_sessions_are_ended(void **state)
{
	struct tweb *w = open_with_password();
	const struct reply *r;
	(void)state;

	tweb_sign_in(w, "fred");
	tweb_sign_in(w, "nora");
	r = tweb_get(w, "/me/sessions");
	assert_has(r->body, "This one");
	assert_int_equal(tweb_post(w, "/me/sessions/1/end", "")->status, 404);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"
				     " WHERE ended_at IS NULL"),
		2);
	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_post(w, "/me/sessions/2/end", "")->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"
				     " WHERE ended_at IS NOT NULL"),
		1);
	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_post(w, "/me/sessions/end", "")->status, 303);
	assert_int_equal(tweb_get(w, "/me")->status, 200);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM session"
				     " WHERE ended_at IS NULL"),
		2);
	tweb_close(w);
}

/* Whoever works for the second clinic stands in its log, not the first's. */
static void
a_log_in_is_in_the_log_of_its_clinic(void **state)
{
	struct tweb *w = open_with_password();
	(void)state;

	fresh_browser(w);
	assert_int_equal(log_in(w, "carl", RIGHT_SENT)->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE event = 'login'"
				     " AND user_id = 8 AND clinic_id = 2"),
		1);
	fresh_browser(w);
	assert_int_equal(log_in(w, "carl", "wrong")->status, 422);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE outcome = 'failed'"
				     " AND object_id = 8 AND clinic_id = 2"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE clinic_id = 1"),
		0);
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_right_password_opens),
		cmocka_unit_test(an_administrator_starts_elsewhere),
		cmocka_unit_test(the_token_is_new_at_log_in),
		cmocka_unit_test(without_the_form_token_nothing_is_tried),
		cmocka_unit_test(unknown_wrong_and_disabled_look_the_same),
		cmocka_unit_test(after_five_wrong_ones_one_waits),
		cmocka_unit_test(guessing_elsewhere_does_not_shut_her_out),
		cmocka_unit_test(a_hash_is_brought_up_to_date),
		cmocka_unit_test(with_no_place_to_hash_one_tries_again),
		cmocka_unit_test(one_gets_back_to_a_page_of_ours_only),
		cmocka_unit_test(the_anonymous_are_sent_to_log_in_and_back),
		cmocka_unit_test(a_fourth_session_ends_the_oldest),
		cmocka_unit_test(log_out_ends_the_session),
		cmocka_unit_test(a_session_ends_by_itself),
		cmocka_unit_test(a_handed_out_password_is_changed_first),
		cmocka_unit_test(changing_the_password_ends_the_others),
		cmocka_unit_test(a_new_password_must_be_good),
		cmocka_unit_test(settings_are_saved),
		cmocka_unit_test(only_ones_own_sessions_are_ended),
		cmocka_unit_test(a_log_in_is_in_the_log_of_its_clinic),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
