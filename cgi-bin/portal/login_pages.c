/* Into the portal and out again, and its language. Rules: tests/RULES.md,
 * "Logging in", "The portal". */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/auth.h"
#include "portal/pages.h"
#include "portal/session.h"
#include "store/portal_store.h"
#include "store/session_store.h"
#include "tpl/tpl.h"
#include "web/gate.h"
#include "web/http.h"

/* What .prepare worked out for .run. */
struct login {
	struct portal_account account; /* id 0: there is none */
	struct auth_try try;
};

static const struct field login_fields[] = {
	{.name = "next", .type = FIELD_TOKEN},
	{.name = "login",
		.label = "Email or user name",
		.type = FIELD_TEXT,
		.required = true,
		.max = 254,
		.missing = "Enter your email or user name",
		.autocomplete = "username"},
	{.name = "password",
		.label = "Password",
		.type = FIELD_PASSWORD,
		.required = true,
		.missing = "Enter your password",
		.autocomplete = "current-password"},
};
static const struct form login_form = FORM(login_fields);

static const struct field next_fields[] = {
	{.name = "next", .type = FIELD_TOKEN},
};
static const struct form next_query = FORM(next_fields);

static struct tpl *
login_draw(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/login.tpl");

	req_title(rq, tr(rq, "Log in"));
	form_draw(rq, t);
	return t;
}

static int
portal_login_run(struct req *rq)
{
	struct tpl *t;

	if (rq->user != NULL)
		return req_redirect(rq, "/portal");
	form_start(rq, &login_form);
	form_set_text(rq, "next", query_text(rq, "next"));
	t = login_draw(rq);
	if (query_has(rq, "next"))
		tpl_text(tpl_row(t, "NOTICE"), "TEXT",
			tr(rq, "Log in to see this page."));
	return req_html(rq);
}

const struct page portal_login_page = {
	.method = "GET",
	.path = "/portal/login",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.query = &next_query,
	.about = "The form to log in to the portal.",
	.run = portal_login_run,
};

static int
portal_log_in_again(struct req *rq)
{
	login_draw(rq);
	return req_form_again(rq);
}

static int
portal_log_in_prepare(struct req *rq)
{
	struct login *l = arena_alloc(rq->arena, sizeof(*l));
	const char *login = auth_login(rq->arena, form_text(rq, "login"));
	struct auth_cost cost = auth_cost(rq->arena, rq->conf);
	int found =
		portal_store_by_login(rq->db, rq->arena, login, &l->account);

	if (found < 0)
		return req_db_err(rq);
	l->try.account = arena_printf(rq->arena, "portal:%s", login);
	l->try.source = auth_source(rq->arena, rq->address);
	l->try.hash = found > 0 && l->account.disabled_at == INSTANT_NONE
			      ? l->account.hash
			      : "";
	if (auth_try(rq->db, rq->arena, &cost, rq->now,
		    form_text(rq, "password"), &l->try, &rq->err))
		return req_err(rq);
	rq->prepared = l;
	return 0;
}

static int
count_failure(struct req *rq)
{
	const struct login *l = rq->prepared;

	return auth_failed(rq->db, rq->now, &l->try);
}

static int
wrong(struct req *rq)
{
	req_keep(rq, count_failure);
	form_error(rq, "login", "%s",
		tr(rq, "The name or the password is not right"));
	return portal_log_in_again(rq);
}

static int
wait(struct req *rq, int64_t seconds)
{
	req_header(rq, "Retry-After",
		arena_printf(rq->arena, "%lld", (long long)seconds));
	form_error(rq, "login", "%s",
		tr(rq, "There were too many tries. Wait 15 minutes and try "
		       "again, or call us"));
	login_draw(rq);
	return req_html_status(rq, 429);
}

static int
portal_log_in_run(struct req *rq)
{
	struct login *l = rq->prepared;
	const char *next = form_text(rq, "next");
	int open = auth_open(rq->db, rq->now, &l->try);

	if (open < 0)
		return req_db_err(rq);
	if (open == 0)
		return wait(rq, l->try.wait_s);
	if (!l->try.right)
		return wrong(rq);
	rq->scope->clinic_id = l->account.clinic_id;
	req_about_patient(rq, l->account.patient_id);
	if (auth_forgive(rq->db, &l->try) ||
		portal_session_start(rq, l->account.id, l->account.patient_id))
		return req_db_err(rq);
	if (l->try.better != NULL &&
		portal_store_rehash(rq->db, rq->scope, l->account.id,
			l->account.hash, l->try.better) < 0)
		return req_db_err(rq);
	/* What was chosen on the log-in page is chosen for good. */
	if (http_cookie(rq->arena, rq->cookie, "__Host-lang") != NULL &&
		portal_store_set_language(
			rq->db, rq->scope, l->account.id, rq->lang) < 0)
		return req_db_err(rq);
	if (strncmp(next, "/portal", 7) == 0 && req_known_path(rq, next))
		return req_redirect(rq, "%s", next);
	return req_redirect(rq, "/portal");
}

const struct page portal_log_in_page = {
	.method = "POST",
	.path = "/portal/login",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_LOGIN,
	.csrf = CSRF_PRELOGIN,
	.body_max = 4096,
	.form = &login_form,
	.prepare = portal_log_in_prepare,
	.run = portal_log_in_run,
	.again = portal_log_in_again,
	.about = "Log in to the portal.",
};

static int
portal_forgot_run(struct req *rq)
{
	req_tpl(rq, "portal/forgot.tpl");
	req_title(rq, tr(rq, "I cannot log in"));
	return req_html(rq);
}

const struct page portal_forgot_page = {
	.method = "GET",
	.path = "/portal/forgot",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.about = "How to get a new code.",
	.run = portal_forgot_run,
};

static int
portal_logout_run(struct req *rq)
{
	if (session_store_end(rq->db, SESSION_PORTAL, rq->session->id, rq->now,
		    "logged out") < 0)
		return req_db_err(rq);
	req_cookie(rq, rq->gate->cookie, "");
	return req_redirect(rq, "/portal/login");
}

const struct page portal_logout_page = {
	.method = "POST",
	.path = "/portal/logout",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_LOGOUT,
	.body_max = 1024,
	.about = "Log out of the portal.",
	.run = portal_logout_run,
};

static const struct option languages[] = {
	{"en", "English"},
	{"es", "Español"},
	{NULL, NULL},
};

static const struct field language_fields[] = {
	{.name = "lang",
		.label = "Language",
		.type = FIELD_SELECT,
		.required = true,
		.options = languages},
	{.name = "back", .type = FIELD_TOKEN},
};
static const struct form language_form = FORM(language_fields);

/* The page one came from, or the nearest above it that can be asked for:
 * a form that came back with errors stands at an address only POST knows. */
static const char *
nearest(struct req *rq, const char *path)
{
	char *p = arena_strdup(rq->arena, path), *cut;

	if (strncmp(p, "/check-in", 9) == 0)
		return "/check-in";
	if (strncmp(p, "/portal", 7) != 0)
		return "/portal";
	while (!req_known_path(rq, p) && (cut = strrchr(p, '/')) != NULL)
		*cut = '\0';
	return p[0] != '\0' ? p : "/portal";
}

/* Before log-in a cookie keeps it, afterwards the account. */
static int
portal_language_run(struct req *rq)
{
	const char *lang = form_text(rq, "lang");

	if (rq->user != NULL && portal_store_set_language(rq->db, rq->scope,
					rq->user->id, lang) < 0)
		return req_db_err(rq);
	req_cookie(rq, "__Host-lang", lang);
	return req_redirect(rq, "%s", nearest(rq, form_text(rq, "back")));
}

static int
portal_language_again(struct req *rq)
{
	return req_redirect(rq, "/portal");
}

/* Not worth a token: at worst somebody reads another language. The Origin
 * is checked, and the form stands on pages with and without a session. */
const struct page portal_language_page = {
	.method = "POST",
	.path = "/portal/language",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_NONE,
	.csrf = CSRF_ORIGIN,
	.body_max = 1024,
	.form = &language_form,
	.run = portal_language_run,
	.again = portal_language_again,
	.about = "Read the portal in English or Spanish.",
};
