/* One's own settings, password and sessions. Rules: tests/RULES.md,
 * "Passwords", "Logging in". Acts: care/user.c. SQL: store/user_store.c,
 * store/session_list.c. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/act.h"
#include "care/auth.h"
#include "care/user.h"
#include "domain/clinic.h"
#include "domain/site.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/start.h"
#include "store/session_list.h"
#include "store/session_store.h"
#include "store/site_store.h"
#include "store/user_store.h"
#include "tpl/tpl.h"
#include "web/gate.h"
#include "web/req.h"

static const struct option themes[] = {
	{"system", "As the computer is set"},
	{"light", "Light"},
	{"dark", "Dark"},
	{NULL, NULL},
};

static const struct option densities[] = {
	{"normal", "Normal"},
	{"compact", "Compact: more rows on a page"},
	{NULL, NULL},
};

static const struct field me_fields[] = {
	{.name = "theme",
		.label = "Colours",
		.type = FIELD_RADIO,
		.required = true,
		.options = themes},
	{.name = "density",
		.label = "Lists",
		.type = FIELD_RADIO,
		.required = true,
		.options = densities},
	{.name = "site",
		.label = "Start at this site",
		.hint = "Today and the calendar open here first.",
		.type = FIELD_SELECT},
	{.name = "shortcuts",
		.label = "Single-key shortcuts",
		.hint = "Turn these off if speech input or a slip of the hand "
			"sets them off.",
		.type = FIELD_CHECK},
};
static const struct form me_form = FORM(me_fields);

static int
site_options(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));
	struct sites sites = {0};

	if (site_store_list(rq->db, rq->arena, rq->scope, false, &sites))
		return -1;
	*ARENA_PUSH(rq->arena, o) = (struct option){"0", "All sites"};
	for (size_t i = 0; i < sites.n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, sites.v[i].id), sites.v[i].name};
	form_options(rq, "site", o);
	return 0;
}

static void
me_facts(struct req *rq, struct tpl *t, const struct user *u)
{
	tpl_text(t, "LOGIN", u->login);
	tpl_text(t, "NAME", u->name);
	tpl_text(t, "EMAIL", *u->email != '\0' ? u->email : "Not recorded");
	tpl_text(t, "ROLES", part_roles(rq, u->roles));
	tpl_text(t, "LAST",
		u->last_login_at == INSTANT_NONE
			? "Not recorded"
			: show_when(rq->show, u->last_login_at));
	tpl_int(t, "FAILED", u->failed_since);
}

static int
me_draw(struct req *rq, const struct user *u, int status)
{
	struct tpl *t = req_tpl(rq, "staff/me.tpl");

	req_title(rq, "My settings");
	me_facts(rq, t, u);
	if (site_options(rq))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
me_load(struct req *rq, struct user *u)
{
	return user_store_get(rq->db, rq->arena, rq->scope, rq->user->id, u) ==
			       1
		       ? 0
		       : -1;
}

static int
me_show_run(struct req *rq)
{
	struct user u;

	if (me_load(rq, &u))
		return req_db_err(rq);
	form_start(rq, &me_form);
	form_set_text(rq, "theme", u.theme);
	form_set_text(rq, "density", u.density);
	form_set_text(rq, "site", part_id(rq, u.site_id));
	form_set_int(rq, "shortcuts", u.shortcuts);
	return me_draw(rq, &u, 200);
}

const struct page me_show_page = {
	.method = "GET",
	.path = "/me",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = me_show_run,
	.about = "One's own settings.",
};

static int
me_again(struct req *rq)
{
	struct user u;

	return me_load(rq, &u) ? req_db_err(rq) : me_draw(rq, &u, 422);
}

static int
me_run(struct req *rq)
{
	struct user u;
	struct site site;
	int64_t id = form_int(rq, "site");

	if (me_load(rq, &u))
		return req_db_err(rq);
	if (id != 0 &&
		site_store_get(rq->db, rq->arena, rq->scope, id, &site) != 1) {
		form_error(rq, "site", "Choose one of the clinic's sites");
		return me_again(rq);
	}
	u.theme = form_text(rq, "theme");
	u.density = form_text(rq, "density");
	u.shortcuts = form_int(rq, "shortcuts") != 0;
	u.site_id = id;
	if (user_store_set_own(rq->db, rq->scope, &u) != 1)
		return req_db_err(rq);
	req_flash(rq, NULL, "Your settings are saved.");
	return req_redirect(rq, "/me");
}

const struct page me_page = {
	.method = "POST",
	.path = "/me",
	.perm = PERM_SESSION,
	.txn = TXN_WRITE,
	.audit = AUDIT_SETTINGS,
	.body_max = 4096,
	.form = &me_form,
	.run = me_run,
	.again = me_again,
	.about = "Save one's own settings.",
};

/* ---- the password --------------------------------------------------- */

static const struct field password_fields[] = {
	{.name = "current",
		.label = "Password now",
		.type = FIELD_PASSWORD,
		.required = true,
		.max = 1024,
		.missing = "Enter your present password",
		.autocomplete = "current-password"},
	{.name = "fresh",
		.label = "New password",
		.hint = "At least 15 characters. Four words that do not "
			"belong together are easy to keep in mind; blanks "
			"are fine.",
		.type = FIELD_PASSWORD,
		.required = true,
		.max = 1024,
		.missing = "Enter a new password",
		.autocomplete = "new-password"},
	{.name = "again",
		.label = "New password, once more",
		.type = FIELD_PASSWORD,
		.required = true,
		.max = 1024,
		.missing = "Enter the new password a second time",
		.autocomplete = "new-password"},
};
static const struct form password_form = FORM(password_fields);

static int
password_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/password.tpl");

	req_title(rq, "Change password");
	tpl_show_if(t, "MUST", rq->user->must_change);
	tpl_show_if(t, "MAY", !rq->user->must_change);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
password_show_run(struct req *rq)
{
	form_start(rq, &password_form);
	return password_draw(rq, 200);
}

const struct page password_show_page = {
	.method = "GET",
	.path = "/me/password",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = password_show_run,
	.about = "The form to change one's own password.",
};

static int
password_again(struct req *rq)
{
	return password_draw(rq, 422);
}

struct fresh {
	struct auth_try t;
	const char *hash;
};

static int
password_weigh(struct req *rq, const struct user *u, const char *fresh)
{
	struct password_words words = {0};

	auth_words(rq->arena, &words, u->login);
	auth_words(rq->arena, &words, u->name);
	auth_words(rq->arena, &words, u->email);
	auth_words(rq->arena, &words, rq->clinic->name);
	if (auth_password_ok(
		    rq->arena, rq->conf, &words, "fresh", fresh, &rq->err) == 0)
		return 0;
	if (rq->err.kind != ERR_INPUT)
		return req_err(rq);
	form_error(rq, "fresh", "%s", rq->err.text);
	return 0;
}

/* The present password is weighed like a log-in: somebody at a computer
 * left open must not guess on. */
static int
password_prepare(struct req *rq)
{
	struct fresh *f = arena_alloc(rq->arena, sizeof(*f));
	struct auth_cost cost = auth_cost(rq->arena, rq->conf);
	const char *fresh = form_text(rq, "fresh");
	struct user_secret who;
	struct user u;
	int status;

	rq->prepared = f;
	if (me_load(rq, &u) ||
		user_store_secret(rq->db, rq->arena, u.login, &who) != 1)
		return req_db_err(rq);
	if (strcmp(fresh, form_text(rq, "again")) != 0)
		form_error(rq, "again", "The two new passwords differ");
	if (strcmp(fresh, form_text(rq, "current")) == 0)
		form_error(rq, "fresh", "Choose one you do not have now");
	else if ((status = password_weigh(rq, &u, fresh)) != 0)
		return status;
	if (form_bad(rq))
		return 0;
	f->t.account = arena_printf(rq->arena, "me:%s", u.login);
	f->t.source = auth_source(rq->arena, rq->address);
	f->t.hash = who.hash;
	if (auth_try(rq->db, rq->arena, &cost, rq->now,
		    form_text(rq, "current"), &f->t, &rq->err))
		return req_err(rq);
	if (f->t.right &&
		auth_hash(&cost, rq->arena, fresh, &f->hash, &rq->err))
		return req_err(rq);
	return 0;
}

static int
password_count(struct req *rq)
{
	struct fresh *f = rq->prepared;

	return auth_failed(rq->db, rq->now, &f->t);
}

static int
password_run(struct req *rq)
{
	struct fresh *f = rq->prepared;
	struct act act = page_act(rq);
	struct user_session s;
	int open = f->t.wait_s == 0 ? auth_open(rq->db, rq->now, &f->t) : 0;

	if (open < 0)
		return req_db_err(rq);
	if (open == 0) {
		form_error(rq, "current",
			"Too many wrong passwords. Wait %lld seconds and try "
			"again.",
			(long long)f->t.wait_s);
		return password_draw(rq, 429);
	}
	if (!f->t.right) {
		req_keep(rq, password_count);
		form_error(rq, "current", "This is not your password");
		return password_again(rq);
	}
	if (auth_forgive(rq->db, &f->t) ||
		care_change_password(&act, f->hash, rq->address, rq->agent, &s))
		return req_err(rq);
	req_cookie(rq, rq->gate->cookie, s.token);
	rq->session->id = s.id;
	req_about(rq, "user", rq->user->id);
	req_flash(rq, NULL,
		"Your password is changed. All your other sessions are "
		"ended.");
	if (rq->user->must_change)
		return req_redirect(rq, "%s", staff_start(rq->scope));
	return req_redirect(rq, "/me");
}

const struct page password_page = {
	.method = "POST",
	.path = "/me/password",
	.perm = PERM_SESSION,
	.txn = TXN_WRITE,
	.audit = AUDIT_PASSWORD,
	.body_max = 16384,
	.form = &password_form,
	.prepare = password_prepare,
	.run = password_run,
	.again = password_again,
	.about = "Change one's own password and end the other sessions.",
};

/* ---- sessions ------------------------------------------------------- */

static int
my_sessions_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/my_sessions.tpl");
	int n = part_sessions(rq, t, rq->user->id, rq->session->id);

	if (n < 0)
		return req_db_err(rq);
	req_title(rq, "My sessions");
	tpl_show_if(t, "OTHERS", n > 1);
	return req_html(rq);
}

const struct page my_sessions_page = {
	.method = "GET",
	.path = "/me/sessions",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = my_sessions_run,
	.about = "Where one is logged in.",
};

static int
my_session_end_run(struct req *rq)
{
	int64_t n = session_list_end(
		rq->db, rq->scope, rq->user->id, rq->o.id, rq->now, "ended");

	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return req_fail(
			rq, ERR_NOT_FOUND, "This session is over already.");
	req_about(rq, "session", rq->o.id);
	if (rq->o.id == rq->session->id)
		req_cookie(rq, rq->gate->cookie, "");
	else
		req_flash(rq, NULL, "The session is ended.");
	return req_redirect(
		rq, rq->o.id == rq->session->id ? "/login" : "/me/sessions");
}

const struct page my_session_end_page = {
	.method = "POST",
	.path = "/me/sessions/:n/end",
	.perm = PERM_SESSION,
	.txn = TXN_WRITE,
	.audit = AUDIT_SESSION_END,
	.body_max = 1024,
	.run = my_session_end_run,
	.about = "End one of one's own sessions.",
};

static int
my_sessions_end_run(struct req *rq)
{
	int64_t n = session_store_end_all(rq->db, SESSION_STAFF, rq->user->id,
		rq->session->id, rq->now, "ended");

	if (n < 0)
		return req_db_err(rq);
	req_note(rq, "sessions=%lld", (long long)n);
	req_flash(rq, NULL, "All your other sessions are ended.");
	return req_redirect(rq, "/me/sessions");
}

const struct page my_sessions_end_page = {
	.method = "POST",
	.path = "/me/sessions/end",
	.perm = PERM_SESSION,
	.txn = TXN_WRITE,
	.audit = AUDIT_SESSION_END,
	.body_max = 1024,
	.run = my_sessions_end_run,
	.about = "End all of one's own sessions but this one.",
};
