/* Who works here: list, add, change, shut out. Rules: tests/RULES.md,
 * "Roles", "Passwords". Acts: care/user.c. SQL: store/user_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "base/token.h"
#include "care/act.h"
#include "care/auth.h"
#include "care/user.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/user_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option role_options[] = {
	{"coordinator", "Care coordinator"},
	{"front_desk", "Front desk"},
	{"biller", "Biller"},
	{"clinician", "Clinician"},
	{"case_manager", "Case manager"},
	{"supervisor", "Supervisor"},
	{"admin", "Administrator (no patient records)"},
	{NULL, NULL},
};

#define PERSON_FIELDS                                                          \
	{.name = "name",                                                       \
		.label = "Name",                                               \
		.hint = "As colleagues and patients read it.",                 \
		.type = FIELD_NAME,                                            \
		.required = true,                                              \
		.max = 120,                                                    \
		.missing = "Enter a name"},                                    \
		{.name = "email", .label = "E-mail", .type = FIELD_EMAIL},     \
		{.name = "roles",                                              \
			.label = "Roles",                                      \
			.type = FIELD_CHECKS,                                  \
			.required = true,                                      \
			.options = role_options,                               \
			.missing = "Choose at least one role"},                \
		{.name = "teams", .label = "Teams", .type = FIELD_CHECKS},     \
		{.name = "licensed",                                           \
			.label = "Holds a clinical licence",                   \
			.type = FIELD_CHECK},                                  \
	{                                                                      \
		.name = "clinical_staff", .label = "Counts as clinical staff", \
		.hint = "May make the calls after a hospital stay.",           \
		.type = FIELD_CHECK                                            \
	}

static const struct field new_fields[] = {
	{.name = "login",
		.label = "Login",
		.hint = "Small letters, digits, dots and hyphens. It cannot "
			"be changed later.",
		.type = FIELD_TEXT,
		.required = true,
		.min = 2,
		.max = 64,
		.missing = "Enter a login",
		.autocomplete = "off"},
	PERSON_FIELDS,
};
static const struct form new_form = FORM(new_fields);

static const struct field edit_fields[] = {
	PERSON_FIELDS,
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form edit_form = FORM(edit_fields);

/* ---- list ----------------------------------------------------------- */

static const struct field list_asked[] = {
	{.name = "all", .type = FIELD_TOKEN},
};
static const struct form list_query = FORM(list_asked);

static void
user_row(struct req *rq, struct tpl *t, const struct user *u)
{
	struct tpl *row = tpl_row(t, "USER");
	bool disabled = u->disabled_at != INSTANT_NONE;

	tpl_int(row, "ID", u->id);
	tpl_text(row, "NAME", u->name);
	tpl_text(row, "LOGIN", u->login);
	tpl_text(row, "ROLES", part_roles(rq, u->roles));
	tpl_text(row, "LAST",
		u->last_login_at == INSTANT_NONE
			? "Never"
			: show_when(rq->show, u->last_login_at));
	tpl_show_if(row, "DISABLED", disabled);
	tpl_show_if(row, "FIRST", !disabled && u->must_change);
	tpl_show_if(row, "ACTIVE", !disabled && !u->must_change);
}

static int
user_list_run(struct req *rq)
{
	bool all = query_has(rq, "all");
	struct tpl *t = req_tpl(rq, "staff/user_list.tpl");
	struct users list = {0};

	if (user_store_list(rq->db, rq->arena, rq->scope, all, &list))
		return req_db_err(rq);
	req_title(rq, "Users");
	for (size_t i = 0; i < list.n; i++)
		user_row(rq, t, &list.v[i]);
	tpl_int(t, "N", (int64_t)list.n);
	tpl_show_if(t, "ALL", all);
	tpl_show_if(t, "SOME", !all);
	return req_html(rq);
}

const struct page user_list_page = {
	.method = "GET",
	.path = "/admin/users",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.query = &list_query,
	.run = user_list_run,
	.about = "Who may log in, and as what.",
};

/* ---- the form, for somebody new and somebody known ------------------ */

static int
team_options(struct req *rq, int64_t user, struct teams *teams)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	if (user_store_teams(rq->db, rq->arena, rq->scope, user, teams))
		return -1;
	for (size_t i = 0; i < teams->n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, teams->v[i].id), teams->v[i].name};
	form_options(rq, "teams", o);
	return 0;
}

static int
teams_ticked(struct req *rq, struct user_edit *e)
{
	struct teams teams = {0};
	int64_t *ids;

	if (user_store_teams(rq->db, rq->arena, rq->scope, 0, &teams))
		return -1;
	ids = arena_alloc(rq->arena, (teams.n + 1) * sizeof(*ids));
	for (size_t i = 0; i < teams.n; i++)
		if (form_ticked(rq, "teams", part_id(rq, teams.v[i].id)))
			ids[e->teams_n++] = teams.v[i].id;
	e->teams = ids;
	return 0;
}

static struct user_edit
person_given(struct req *rq)
{
	struct user_edit e = {
		.user = {
			.name = form_text(rq, "name"),
			.email = form_text(rq, "email"),
			.licensed = form_int(rq, "licensed"),
			.clinical_staff = form_int(rq, "clinical_staff"),
		}};
	enum role role;

	for (size_t i = 0; role_options[i].value != NULL; i++)
		if (form_ticked(rq, "roles", role_options[i].value) &&
			role_parse(role_options[i].value, &role))
			e.user.roles |= 1u << role;
	return e;
}

static int
user_new_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/user_new.tpl");
	struct teams teams = {0};

	req_title(rq, "New user");
	if (team_options(rq, 0, &teams))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
user_new_run(struct req *rq)
{
	form_start(rq, &new_form);
	return user_new_draw(rq, 200);
}

const struct page user_new_page = {
	.method = "GET",
	.path = "/admin/users/new",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = user_new_run,
	.about = "The form for a new user.",
};

/* ---- a password to hand out ----------------------------------------- */

struct handed_out {
	const char *password, *hash;
};

/* Sixteen letters and digits out of 21: about 70 bits, and only until the
 * first log-in. */
static int
hand_out(struct req *rq)
{
	struct handed_out *h = arena_alloc(rq->arena, sizeof(*h));
	struct auth_cost cost = auth_cost(rq->arena, rq->conf);
	char code[17];

	rq->prepared = h;
	token_code(code, 16);
	h->password = arena_printf(rq->arena, "%.4s-%.4s-%.4s-%.4s", code,
		code + 4, code + 8, code + 12);
	return auth_hash(&cost, rq->arena, h->password, &h->hash, &rq->err)
		       ? req_err(rq)
		       : 0;
}

/* Shown in the answer itself: it is stored nowhere to be shown again. */
static int
show_password(struct req *rq, int64_t id, const char *login, const char *name)
{
	const struct handed_out *h = rq->prepared;
	struct tpl *t = req_tpl(rq, "staff/user_password.tpl");

	req_title(rq, "First password");
	tpl_int(t, "ID", id);
	tpl_text(t, "LOGIN", login);
	tpl_text(t, "NAME", name);
	tpl_text(t, "PASSWORD", h->password);
	return req_html(rq);
}

static bool
login_sound(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789.-_")] == '\0';
}

static int
user_create_again(struct req *rq)
{
	return user_new_draw(rq, 422);
}

static int
user_create_run(struct req *rq)
{
	const struct handed_out *h = rq->prepared;
	struct user_edit e = person_given(rq);
	struct act act = page_act(rq);
	int64_t id;

	e.user.login = auth_login(rq->arena, form_text(rq, "login"));
	if (!login_sound(e.user.login)) {
		form_error(rq, "login",
			"Use only small letters, digits, dots and hyphens");
		return user_create_again(rq);
	}
	if (teams_ticked(rq, &e))
		return req_db_err(rq);
	if (care_user_add(&act, &e, h->hash, &id)) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return user_create_again(rq);
	}
	req_about(rq, "user", id);
	req_note(rq, "roles=%u", e.user.roles);
	return show_password(rq, id, e.user.login, e.user.name);
}

const struct page user_create_page = {
	.method = "POST",
	.path = "/admin/users",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_USER_CREATE,
	.body_max = 16384,
	.form = &new_form,
	.prepare = hand_out,
	.run = user_create_run,
	.again = user_create_again,
	.about = "Add a user with a password to hand out.",
};

/* ---- one user ------------------------------------------------------- */

static void
user_facts(struct req *rq, struct tpl *t, const struct user *u)
{
	bool self = u->id == rq->user->id;
	bool disabled = u->disabled_at != INSTANT_NONE;

	tpl_int(t, "ID", u->id);
	tpl_text(t, "WHO", u->name);
	tpl_text(t, "LOGIN", u->login);
	tpl_text(t, "SINCE", show_when(rq->show, u->created_at));
	tpl_text(t, "LAST",
		u->last_login_at == INSTANT_NONE
			? "Never"
			: show_when(rq->show, u->last_login_at));
	tpl_int(t, "FAILED", u->failed_since);
	tpl_show_if(t, "SELF", self);
	tpl_show_if(t, "NOT_SELF", !self);
	tpl_show_if(t, "DISABLED", disabled);
	tpl_show_if(t, "FIRST", !disabled && u->must_change);
	tpl_show_if(t, "MAY_DISABLE", !disabled && !self);
	tpl_show_if(t, "MAY_ENABLE", disabled);
	tpl_show_if(t, "MAY_RESET", !disabled && !self);
}

static int
user_draw(struct req *rq, int status)
{
	const struct user *u = rq->o.user_row;
	struct tpl *t = req_tpl(rq, "staff/user_show.tpl"), *stale;
	struct teams teams = {0};
	int n;

	req_title(rq, u->name);
	user_facts(rq, t, u);
	if (team_options(rq, u->id, &teams))
		return req_db_err(rq);
	if (status == 409) {
		stale = tpl_row(t, "STALE");
		tpl_text(stale, "THEIR_NAME", u->name);
		tpl_text(stale, "THEIR_EMAIL",
			*u->email != '\0' ? u->email : "Not recorded");
		tpl_text(stale, "THEIR_ROLES", part_roles(rq, u->roles));
		form_set_int(rq, "version", u->version);
	}
	if ((n = part_sessions(rq, t, u->id, rq->session->id)) < 0)
		return req_db_err(rq);
	tpl_show_if(t, "MAY_END", n > 0 && u->id != rq->user->id);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
user_show_run(struct req *rq)
{
	const struct user *u = rq->o.user_row;
	struct teams teams = {0};

	form_start(rq, &edit_form);
	form_set_text(rq, "name", u->name);
	form_set_text(rq, "email", u->email);
	form_set_int(rq, "licensed", u->licensed);
	form_set_int(rq, "clinical_staff", u->clinical_staff);
	form_set_int(rq, "version", u->version);
	for (int r = 0; r < ROLE_COUNT; r++)
		if (u->roles & 1u << r)
			form_set_ticked(rq, "roles", role_name((enum role)r));
	if (team_options(rq, u->id, &teams))
		return req_db_err(rq);
	for (size_t i = 0; i < teams.n; i++)
		if (teams.v[i].holds)
			form_set_ticked(
				rq, "teams", part_id(rq, teams.v[i].id));
	req_about(rq, "user", u->id);
	return user_draw(rq, 200);
}

const struct page user_show_page = {
	.method = "GET",
	.path = "/admin/users/:user_row",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = user_show_run,
	.about = "One user: details, roles, sessions.",
};

static int
user_again(struct req *rq)
{
	return user_draw(rq, 422);
}

static int
user_run(struct req *rq)
{
	const struct user *u = rq->o.user_row;
	struct user_edit e = person_given(rq);
	struct act act = page_act(rq);

	req_about(rq, "user", u->id);
	e.user.id = u->id;
	e.version = form_int(rq, "version");
	if (e.version != u->version)
		return user_draw(rq, 409);
	if (teams_ticked(rq, &e))
		return req_db_err(rq);
	if (care_user_change(&act, &e)) {
		if (rq->err.kind == ERR_NONE || rq->err.kind == ERR_BROKEN)
			return req_err(rq);
		form_error(rq, "roles", "%s", rq->err.text);
		return user_again(rq);
	}
	req_note(rq, "roles=%u was=%u", e.user.roles, u->roles);
	req_flash(rq, NULL, "%s is saved.%s", e.user.name,
		e.user.roles != u->roles
			? " The roles hold at once: all sessions are ended."
			: "");
	return req_redirect(rq, "/admin/users/%lld", (long long)u->id);
}

const struct page user_page = {
	.method = "POST",
	.path = "/admin/users/:user_row",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_USER_UPDATE,
	.body_max = 16384,
	.form = &edit_form,
	.run = user_run,
	.again = user_again,
	.about = "Change a user's details, roles and teams.",
};

static int
user_done(struct req *rq, int bad, const char *note, const char *told)
{
	const struct user *u = rq->o.user_row;

	req_about(rq, "user", u->id);
	if (bad)
		return req_err(rq);
	req_note(rq, "%s", note);
	req_flash(rq, NULL, "%s %s", u->name, told);
	return req_redirect(rq, "/admin/users/%lld", (long long)u->id);
}

static int
user_disable_run(struct req *rq)
{
	struct act act = page_act(rq);

	return user_done(rq, care_user_disable(&act, rq->o.user_row->id),
		"disabled", "can no longer log in. All sessions are ended.");
}

const struct page user_disable_page = {
	.method = "POST",
	.path = "/admin/users/:user_row/disable",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_USER_UPDATE,
	.body_max = 1024,
	.run = user_disable_run,
	.about = "Shut a user out, at once.",
};

static int
user_enable_run(struct req *rq)
{
	struct act act = page_act(rq);

	return user_done(rq, care_user_enable(&act, rq->o.user_row->id),
		"enabled", "can log in again.");
}

const struct page user_enable_page = {
	.method = "POST",
	.path = "/admin/users/:user_row/enable",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_USER_UPDATE,
	.body_max = 1024,
	.run = user_enable_run,
	.about = "Let a user in again.",
};

static int
user_end_run(struct req *rq)
{
	struct act act = page_act(rq);

	return user_done(rq,
		care_user_end_sessions(&act, rq->o.user_row->id, 0), "ended",
		"is logged out everywhere.");
}

const struct page user_end_page = {
	.method = "POST",
	.path = "/admin/users/:user_row/end",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SESSION_END,
	.body_max = 1024,
	.run = user_end_run,
	.about = "End all sessions of a user.",
};

static int
user_reset_run(struct req *rq)
{
	const struct handed_out *h = rq->prepared;
	const struct user *u = rq->o.user_row;
	struct act act = page_act(rq);

	req_about(rq, "user", u->id);
	if (care_user_reset(&act, u->id, h->hash))
		return req_err(rq);
	return show_password(rq, u->id, u->login, u->name);
}

const struct page user_reset_page = {
	.method = "POST",
	.path = "/admin/users/:user_row/reset",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_PASSWORD,
	.body_max = 1024,
	.prepare = hand_out,
	.run = user_reset_run,
	.about = "Give a user a password to begin with.",
};
