/* The patient's own details: how to be reached, and the password. Rules:
 * tests/RULES.md, "The portal", "Passwords". */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/act.h"
#include "care/auth.h"
#include "care/patient.h"
#include "domain/clinic.h"
#include "domain/patient.h"
#include "domain/portal.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "store/patient_store.h"
#include "store/portal_store.h"
#include "store/session_store.h"
#include "tpl/tpl.h"
#include "web/gate.h"

static const struct option channels[] = {
	{"phone", "Phone call"},
	{"sms", "Text message"},
	{"email", "Email"},
	{"letter", "Letter"},
	{NULL, NULL},
};

/* 0, or the status of the refusal. */
static int
own(struct req *rq, struct patient *out)
{
	int found = patient_store_get(
		rq->db, rq->arena, rq->scope, rq->scope->patient_id, out);

	if (found < 0)
		return req_db_err(rq);
	if (found == 0)
		return req_fail(rq, ERR_NOT_FOUND, "%s",
			tr(rq, "There is nothing here."));
	return 0;
}

static const char *
or_none(struct req *rq, const char *text)
{
	return text[0] != '\0' ? text : tr(rq, "Not recorded");
}

static const char *
address_of(struct req *rq, const struct patient *p)
{
	if (p->address[0] == '\0' && p->city[0] == '\0')
		return tr(rq, "Not recorded");
	return arena_printf(rq->arena, "%s%s%s %s %s", p->address,
		p->address[0] != '\0' ? ", " : "", p->city, p->state,
		p->postal);
}

static const char *
channel_of(struct req *rq, const struct patient *p)
{
	for (const struct option *o = channels; o->value != NULL; o++)
		if (strcmp(o->value, p->channel) == 0)
			return tr(rq, o->label);
	return tr(rq, "Not recorded");
}

static int
portal_me_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/me.tpl");
	struct portal_account account;
	struct patient p;
	int st = own(rq, &p);

	if (st != 0)
		return st;
	if (portal_store_account(
		    rq->db, rq->arena, rq->scope, p.id, &account) <= 0)
		return req_db_err(rq);
	req_title(rq, tr(rq, "My details"));
	tpl_text(t, "PHONE", show_phone(rq->show, p.phone));
	tpl_text(t, "EMAIL", or_none(rq, p.email));
	tpl_text(t, "ADDRESS", address_of(rq, &p));
	tpl_text(t, "CHANNEL", channel_of(rq, &p));
	tpl_text(t, "NAME", patient_full_name(rq->arena, &p));
	tpl_text(t, "BORN", show_date(rq->show, p.birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, p.mrn));
	tpl_text(t, "LANGUAGE", tr(rq, patient_language_label(p.language)));
	tpl_text(t, "LOGIN", account.login);
	tpl_text(t, "LAST", show_when(rq->show, account.last_login_at));
	return req_html(rq);
}

const struct page portal_me_page = {
	.method = "GET",
	.path = "/portal/me",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.about = "The patient's own details.",
	.run = portal_me_run,
};

static const struct field contact_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "phone",
		.label = "Phone",
		.type = FIELD_PHONE,
		.autocomplete = "tel",
		.inputmode = "tel"},
	{.name = "email",
		.label = "Email",
		.type = FIELD_EMAIL,
		.autocomplete = "email",
		.inputmode = "email"},
	{.name = "address",
		.label = "Street and number",
		.type = FIELD_TEXT,
		.max = 120,
		.autocomplete = "street-address"},
	{.name = "city",
		.label = "City",
		.type = FIELD_TEXT,
		.max = 80,
		.autocomplete = "address-level2"},
	{.name = "state",
		.label = "State",
		.type = FIELD_TEXT,
		.max = 40,
		.autocomplete = "address-level1"},
	{.name = "postal",
		.label = "ZIP code",
		.type = FIELD_TEXT,
		.max = 20,
		.autocomplete = "postal-code"},
	{.name = "channel",
		.label = "How should we contact you?",
		.type = FIELD_RADIO,
		.required = true,
		.options = channels,
		.missing = "Choose how we should contact you"},
};
static const struct form contact_form = FORM(contact_fields);

static int
draw_contact(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/contact.tpl");

	req_title(rq, tr(rq, "How we reach you"));
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
portal_contact_run(struct req *rq)
{
	struct patient p;
	int st = own(rq, &p);

	if (st != 0)
		return st;
	form_start(rq, &contact_form);
	form_set_int(rq, "version", p.version);
	form_set_text(rq, "phone",
		p.phone[0] != '\0' ? show_phone(rq->show, p.phone) : "");
	form_set_text(rq, "email", p.email);
	form_set_text(rq, "address", p.address);
	form_set_text(rq, "city", p.city);
	form_set_text(rq, "state", p.state);
	form_set_text(rq, "postal", p.postal);
	form_set_text(rq, "channel", p.channel);
	return draw_contact(rq);
}

const struct page portal_contact_page = {
	.method = "GET",
	.path = "/portal/me/contact",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.about = "The form to change how one is reached.",
	.run = portal_contact_run,
};

/* A wish that cannot be met is told by the field it needs. */
static bool
reachable(struct req *rq, const struct patient *p)
{
	const char *channel = form_text(rq, "channel");

	if ((strcmp(channel, "phone") == 0 || strcmp(channel, "sms") == 0) &&
		!form_has(rq, "phone"))
		form_error(rq, "phone", "%s",
			tr(rq, "Enter a phone number, or choose another way"));
	if (strcmp(channel, "email") == 0 && p->email[0] == '\0')
		form_error(rq, "email", "%s",
			tr(rq, "Enter an email address, or choose another "
			       "way"));
	return !form_bad(rq);
}

/* The first number is replaced; further ones stay as they are. */
static int
phones_of(struct req *rq, struct patient_phones *out)
{
	struct patient_phones old = {0};
	const char *number = form_text(rq, "phone");
	size_t skip;

	if (patient_store_phones(
		    rq->db, rq->arena, rq->scope, rq->scope->patient_id, &old))
		return -1;
	skip = old.n > 0;
	if (number[0] != '\0')
		*ARENA_PUSH(rq->arena, out) = (struct patient_phone){
			.rank = 1,
			.use = skip ? old.v[0].use : "mobile",
			.number = number,
		};
	for (size_t i = skip; i < old.n; i++) {
		struct patient_phone *p = ARENA_PUSH(rq->arena, out);

		*p = old.v[i];
		p->rank = (int)out->n;
	}
	return 0;
}

/* Somebody saved first. What was typed stays; saving once more is a choice
 * made knowing it. */
static int
stale_contact(struct req *rq)
{
	struct patient now;
	int st = own(rq, &now);

	if (st != 0)
		return st;
	err_clear(&rq->err);
	form_set_int(rq, "version", now.version);
	form_error(rq, "phone", "%s",
		tr(rq, "Somebody at the clinic changed your details while you "
		       "did. Check all of them, then save again"));
	draw_contact(rq);
	return req_html_status(rq, 409);
}

static int
portal_save_contact_run(struct req *rq)
{
	struct patient_phones phones = {0};
	struct act act = page_act(rq);
	struct patient p;
	int st = own(rq, &p);

	if (st != 0)
		return st;
	p.version = form_int(rq, "version");
	p.email = form_text(rq, "email");
	p.address = form_text(rq, "address");
	p.city = form_text(rq, "city");
	p.state = form_text(rq, "state");
	p.postal = form_text(rq, "postal");
	p.channel = form_text(rq, "channel");
	if (!reachable(rq, &p))
		return draw_contact(rq);
	if (phones_of(rq, &phones))
		return req_db_err(rq);
	if (care_patient_update(&act, &p, &phones))
		return rq->err.kind == ERR_CONFLICT ? stale_contact(rq)
						    : req_err(rq);
	req_flash(rq, NULL, "%s", tr(rq, "Your details are saved."));
	return req_redirect(rq, "/portal/me");
}

const struct page portal_save_contact_page = {
	.method = "POST",
	.path = "/portal/me/contact",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_PORTAL_UPDATE,
	.body_max = 4096,
	.form = &contact_form,
	.run = portal_save_contact_run,
	.again = draw_contact,
	.about = "Change how one is reached.",
};

static const struct field password_fields[] = {
	{.name = "old",
		.label = "The password you have now",
		.type = FIELD_PASSWORD,
		.required = true,
		.missing = "Enter the password you have now",
		.autocomplete = "current-password"},
	{.name = "password",
		.label = "New password",
		.hint = "At least 15 characters. Four or five words that do "
			"not belong together are good.",
		.type = FIELD_PASSWORD,
		.required = true,
		.missing = "Choose a password",
		.autocomplete = "new-password"},
};
static const struct form password_form = FORM(password_fields);

static int
draw_password(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/password.tpl");

	req_title(rq, tr(rq, "Change my password"));
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
portal_password_run(struct req *rq)
{
	form_start(rq, &password_form);
	return draw_password(rq);
}

const struct page portal_password_page = {
	.method = "GET",
	.path = "/portal/me/password",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.about = "The form to change one's password.",
	.run = portal_password_run,
};

/* What .prepare worked out: was the old one right, and the new one's hash. */
struct change {
	struct auth_try try;
	const char *hash;
};

static int
count_wrong(struct req *rq)
{
	const struct change *c = rq->prepared;

	return auth_failed(rq->db, rq->now, &c->try);
}

/* The same counting as at log-in: an open session is no way to guess. */
static int
check_old(struct req *rq, const struct auth_cost *cost, struct change *c)
{
	struct portal_account account;

	if (portal_store_account(rq->db, rq->arena, rq->scope,
		    rq->scope->patient_id, &account) <= 0)
		return req_db_err(rq);
	c->try.account = arena_printf(rq->arena, "portal:%s", account.login);
	c->try.source = auth_source(rq->arena, rq->address);
	c->try.hash = account.hash;
	if (auth_try(rq->db, rq->arena, cost, rq->now, form_text(rq, "old"),
		    &c->try, &rq->err))
		return req_err(rq);
	if (c->try.wait_s > 0)
		form_error(rq, "old", "%s",
			tr(rq, "There were too many tries. Wait 15 minutes "
			       "and try again, or call us"));
	else if (!c->try.right) {
		req_keep(rq, count_wrong);
		form_error(rq, "old", "%s",
			tr(rq, "This is not the password you have now"));
	}
	return form_bad(rq) ? draw_password(rq) : 0;
}

static int
portal_save_password_prepare(struct req *rq)
{
	struct change *c = arena_alloc(rq->arena, sizeof(*c));
	struct auth_cost cost = auth_cost(rq->arena, rq->conf);
	struct password_words words = {.n = 0};
	const char *password = form_text(rq, "password");
	int st;

	rq->prepared = c;
	if ((st = check_old(rq, &cost, c)) != 0)
		return st;
	auth_words(rq->arena, &words, rq->user->login);
	auth_words(rq->arena, &words, rq->user->name);
	auth_words(rq->arena, &words, rq->clinic->name);
	if (auth_password_ok(rq->arena, rq->conf, &words, "password", password,
		    &rq->err) == 0)
		return auth_hash(&cost, rq->arena, password, &c->hash, &rq->err)
			       ? req_err(rq)
			       : 0;
	if (rq->err.kind != ERR_INPUT)
		return req_err(rq);
	form_error(rq, "password", "%s", tr(rq, rq->err.text));
	err_clear(&rq->err);
	return draw_password(rq);
}

static int
portal_save_password_run(struct req *rq)
{
	const struct change *c = rq->prepared;

	if (portal_store_set_password(
		    rq->db, rq->scope, rq->user->id, c->hash) < 0 ||
		session_store_end_all(rq->db, SESSION_PORTAL, rq->user->id,
			rq->session->id, rq->now, "password changed") < 0 ||
		auth_forgive(rq->db, &c->try))
		return req_db_err(rq);
	req_flash(rq, NULL, "%s",
		tr(rq, "Your password is changed. You are logged out "
		       "everywhere else."));
	return req_redirect(rq, "/portal/me");
}

const struct page portal_save_password_page = {
	.method = "POST",
	.path = "/portal/me/password",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_PASSWORD,
	.body_max = 4096,
	.form = &password_form,
	.prepare = portal_save_password_prepare,
	.run = portal_save_password_run,
	.again = draw_password,
	.about = "Change one's password.",
};
