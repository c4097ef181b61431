/* Getting in, out, and leaving a shared computer for a moment. Rules:
 * tests/RULES.md, "Logging in". Acts: care/auth.c, care/user.c. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/act.h"
#include "care/auth.h"
#include "care/user.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/start.h"
#include "store/session_store.h"
#include "store/user_store.h"
#include "tpl/tpl.h"
#include "web/gate.h"
#include "web/http.h"
#include "web/req.h"
#include "web/route.h"

static const struct field login_fields[] = {
	{.name = "login",
		.label = "Login",
		.type = FIELD_TEXT,
		.required = true,
		.max = 64,
		.missing = "Enter your login",
		.autocomplete = "username"},
	{.name = "password",
		.label = "Password",
		.type = FIELD_PASSWORD,
		.required = true,
		.max = 1024,
		.missing = "Enter your password",
		.autocomplete = "current-password"},
	{.name = "next", .type = FIELD_TOKEN},
};
static const struct form login_form = FORM(login_fields);

static const struct field login_asked[] = {
	{.name = "next", .type = FIELD_TOKEN},
	{.name = "locked", .type = FIELD_TOKEN},
};
static const struct form login_query = FORM(login_asked);

/* What .prepare found out about a try. */
struct tried {
	struct auth_try t;
	struct user_secret who;
	const char *login;
};

static int
login_draw(struct req *rq, bool locked, int status)
{
	struct tpl *t = req_tpl_in(rq, "layout/bare.tpl", "staff/login.tpl");

	req_title(rq, locked ? "Locked" : "Log in");
	tpl_show_if(t, "LOCKED", locked);
	tpl_show_if(t, "OPEN", !locked);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
login_show_run(struct req *rq)
{
	if (rq->user != NULL)
		return req_redirect(rq, "%s", staff_start(rq->scope));
	form_start(rq, &login_form);
	form_set_text(rq, "next", query_text(rq, "next"));
	return login_draw(rq, query_has(rq, "locked"), 200);
}

const struct page login_show_page = {
	.method = "GET",
	.path = "/login",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.query = &login_query,
	.about = "Ask for login and password.",
	.run = login_show_run,
};

/* Reads and computes outside any transaction: a hash takes long. */
static int
login_prepare(struct req *rq)
{
	struct tried *l = arena_alloc(rq->arena, sizeof(*l));
	struct auth_cost cost = auth_cost(rq->arena, rq->conf);
	int found;

	rq->prepared = l;
	l->login = auth_login(rq->arena, form_text(rq, "login"));
	auth_staff_keys(
		rq->db, rq->arena, l->login, rq->address, rq->now, &l->t);
	found = user_store_secret(rq->db, rq->arena, l->login, &l->who);
	if (found < 0)
		return req_db_err(rq);
	/* Nobody and the disabled cost as much as a wrong password. */
	l->t.hash = found > 0 && !l->who.disabled ? l->who.hash : "";
	if (auth_try(rq->db, rq->arena, &cost, rq->now,
		    form_text(rq, "password"), &l->t, &rq->err))
		return req_err(rq);
	return 0;
}

static int
login_count(struct req *rq)
{
	struct tried *l = rq->prepared;

	if (auth_failed(rq->db, rq->now, &l->t))
		return -1;
	return user_store_failed(rq->db, l->login) < 0 ? -1 : 0;
}

static const char *
wait_words(struct arena *a, int64_t s)
{
	if (s <= 90)
		return arena_printf(a, "%lld seconds", (long long)s);
	return arena_printf(a, "%lld minutes", (long long)((s + 59) / 60));
}

static int
login_wait(struct req *rq, int64_t s)
{
	req_note(rq, "wait=%lld", (long long)s);
	req_header(rq, "Retry-After",
		arena_printf(rq->arena, "%lld", (long long)s));
	form_error(rq, "password",
		"Too many wrong passwords. Wait %s and try again.",
		wait_words(rq->arena, s));
	return login_draw(rq, false, 429);
}

static int
login_refuse(struct req *rq, const struct tried *l)
{
	req_keep(rq, login_count);
	if (l->who.id != 0) {
		rq->scope->clinic_id = l->who.clinic_id;
		req_about(rq, "user", l->who.id);
	}
	req_note(rq, l->who.id == 0    ? "no such login"
		     : l->who.disabled ? "disabled"
				       : "wrong password");
	form_error(rq, "password",
		"This login and password do not go together. Check both and "
		"try again.");
	return login_draw(rq, false, 422);
}

/* Where to after log-in: a page of ours that can be asked for, or the start
 * page of the role. Never an address from outside. */
static const char *
login_next(struct req *rq)
{
	const char *next = form_text(rq, "next"), *allow = "";
	const struct page *page;
	struct params params = {0};

	if (*next == '\0' || !http_path_sane(next))
		return staff_start(rq->scope);
	page = route_find(rq->arena, rq->pages, "GET", next, &params, &allow);
	if (page == NULL || page->perm == PERM_PUBLIC ||
		!perm_allowed(rq->scope->roles, page->perm))
		return staff_start(rq->scope);
	return next;
}

/* Told on the first page, so that a stranger's log-in is noticed. */
static void
login_tell(struct req *rq, const struct user_session *s)
{
	const char *last =
		s->before.last_login_at == INSTANT_NONE
			? "This is your first log-in."
			: arena_printf(rq->arena, "Your last log-in was %s.",
				  show_when(rq->show, s->before.last_login_at));
	const char *wrong =
		s->before.failed_since == 0 ? ""
		: s->before.failed_since == 1
			? " There was 1 wrong password since."
			: arena_printf(rq->arena,
				  " There were %d wrong passwords "
				  "since. If that was not you, tell "
				  "an administrator.",
				  s->before.failed_since);
	const char *ended = s->ended > 0 ? " Your oldest session elsewhere was "
					   "ended: three at a time "
					   "are possible."
					 : "";

	req_flash(rq, NULL, "%s%s%s", last, wrong, ended);
}

/* From here on the request is the new session's: audit, flash. */
static void
login_become(struct req *rq, const struct user_session *s)
{
	struct user_info *u = arena_alloc(rq->arena, sizeof(*u));

	u->id = s->before.id;
	u->login = s->before.login;
	u->name = s->before.name;
	u->initials = "";
	u->theme = s->before.theme;
	u->density = s->before.density;
	u->lang = rq->lang;
	u->must_change = s->before.must_change;
	rq->user = u;
	rq->scope->user_id = u->id;
	rq->scope->roles = s->before.roles;
	if (rq->session == NULL)
		rq->session = arena_alloc(rq->arena, sizeof(*rq->session));
	rq->session->id = s->id;
}

static int
login_run(struct req *rq)
{
	struct tried *l = rq->prepared;
	struct user_session s;
	struct act act;
	int open = 0;

	if (l->t.wait_s == 0)
		open = auth_open(rq->db, rq->now, &l->t);
	if (open < 0)
		return req_db_err(rq);
	if (open == 0)
		return login_wait(rq, l->t.wait_s);
	if (!l->t.right)
		return login_refuse(rq, l);
	rq->scope->clinic_id = l->who.clinic_id;
	act = page_act(rq);
	if (auth_forgive(rq->db, &l->t) ||
		care_log_in(&act, l->who.id, l->t.hash, l->t.better,
			rq->address, rq->agent, &s))
		return req_err(rq);
	req_cookie(rq, rq->gate->cookie, s.token);
	login_become(rq, &s);
	login_tell(rq, &s);
	if (s.before.must_change)
		return req_redirect(rq, "/me/password");
	return req_redirect(rq, "%s", login_next(rq));
}

static int
login_again(struct req *rq)
{
	return login_draw(rq, false, 422);
}

const struct page login_page = {
	.method = "POST",
	.path = "/login",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_LOGIN,
	.csrf = CSRF_PRELOGIN,
	.body_max = 8192,
	.form = &login_form,
	.prepare = login_prepare,
	.run = login_run,
	.again = login_again,
	.about = "Check the password and begin a session.",
};

static int
end_session(struct req *rq, const char *reason)
{
	if (session_store_end(rq->db, SESSION_STAFF, rq->session->id, rq->now,
		    reason) < 0)
		return -1;
	req_cookie(rq, rq->gate->cookie, "");
	return 0;
}

static int
logout_run(struct req *rq)
{
	if (end_session(rq, "logout"))
		return req_db_err(rq);
	/* What the browser kept of our pages goes too. */
	req_header(rq, "Clear-Site-Data", "\"cache\"");
	return req_redirect(rq, "/login");
}

const struct page logout_page = {
	.method = "POST",
	.path = "/logout",
	.perm = PERM_SESSION,
	.txn = TXN_WRITE,
	.audit = AUDIT_LOGOUT,
	.body_max = 1024,
	.run = logout_run,
	.about = "End this session.",
};

static const struct field lock_fields[] = {
	{.name = "back", .type = FIELD_TOKEN},
};
static const struct form lock_form = FORM(lock_fields);

/* The session ends; whoever comes next logs in as themselves, the same
 * person gets back to the same page. */
static int
lock_run(struct req *rq)
{
	const char *back = form_text(rq, "back");

	if (end_session(rq, "lock"))
		return req_db_err(rq);
	req_header(rq, "Clear-Site-Data", "\"cache\"");
	if (*back == '\0' || !http_path_sane(back))
		return req_redirect(rq, "/login?locked=1");
	return req_redirect(rq, "/login?locked=1&next=%s", back);
}

static int
lock_again(struct req *rq)
{
	return req_redirect(rq, "/login?locked=1");
}

const struct page lock_page = {
	.method = "POST",
	.path = "/lock",
	.perm = PERM_SESSION,
	.txn = TXN_WRITE,
	.audit = AUDIT_LOCK,
	.body_max = 1024,
	.form = &lock_form,
	.run = lock_run,
	.again = lock_again,
	.about = "Lock a shared computer; the password opens it again.",
};
