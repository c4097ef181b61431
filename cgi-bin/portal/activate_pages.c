/* A printed code and a birth date open an account. Rules: tests/RULES.md,
 * "The portal". Step two carries code and date along and proves them anew:
 * nothing is kept between the steps, and nothing is asked twice. */
#include "base/arena.h"
#include "base/err.h"
#include "care/auth.h"
#include "care/portal.h"
#include "domain/clinic.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "portal/session.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/gate.h"

static const struct field prove_fields[] = {
	{.name = "code",
		.label = "Code",
		.hint = "12 letters and numbers, like BCDF-GHJK-LMNP",
		.type = FIELD_TEXT,
		.required = true,
		.max = 30,
		.missing = "Enter the code from the letter",
		.autocomplete = "one-time-code"},
	{.name = "birth",
		.label = "Date of birth",
		.hint = "For example 3 14 1961",
		.type = FIELD_BIRTH3,
		.required = true,
		.missing = "Enter your date of birth: month, day and year"},
};
static const struct form prove_form = FORM(prove_fields);

static const struct field code_fields[] = {
	{.name = "code", .type = FIELD_TOKEN},
};
static const struct form code_query = FORM(code_fields);

static const struct field account_fields[] = {
	{.name = "code", .type = FIELD_TOKEN, .required = true},
	{.name = "birth_on", .type = FIELD_TOKEN, .required = true},
	{.name = "login",
		.label = "Email or user name",
		.hint = "You log in with it. Your email address is easy to "
			"remember.",
		.type = FIELD_TEXT,
		.required = true,
		.min = 3,
		.max = 254,
		.missing = "Enter an email or user name",
		.autocomplete = "username"},
	{.name = "password",
		.label = "Password",
		.hint = "At least 15 characters. Four or five words that do "
			"not belong together are good.",
		.type = FIELD_PASSWORD,
		.required = true,
		.missing = "Choose a password",
		.autocomplete = "new-password"},
};
static const struct form account_form = FORM(account_fields);

/* Where wrong codes are counted: they have no account. */
static struct auth_try
guess_of(struct req *rq)
{
	const char *source = auth_source(rq->arena, rq->address);

	return (struct auth_try){
		.account = arena_printf(rq->arena, "code:%s", source),
		.source = source,
	};
}

static int
draw_prove(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/activate.tpl");

	req_title(rq, tr(rq, "Set up your account"));
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
draw_account(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/account.tpl");

	req_title(rq, tr(rq, "Choose how you log in"));
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
portal_activate_run(struct req *rq)
{
	form_start(rq, &prove_form);
	form_set_text(rq, "code", query_text(rq, "code"));
	return draw_prove(rq);
}

const struct page portal_activate_page = {
	.method = "GET",
	.path = "/portal/activate",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.query = &code_query,
	.about = "Enter the printed code and the date of birth.",
	.run = portal_activate_run,
};

/* A wrong try outlives the refusal: at the address, and at the code. */
struct guess {
	struct auth_try try;
	int64_t code_id, clinic_id;
};

static int
count_guess(struct req *rq)
{
	const struct guess *g = rq->prepared;
	struct act act = page_act(rq);

	rq->scope->clinic_id = g->clinic_id;
	if (g->code_id != 0 && care_portal_tried(&act, g->code_id))
		return -1;
	return auth_failed(rq->db, rq->now, &g->try);
}

/* 1: proved; 0: an error stands by the code; -1: the database. */
static int
prove(struct req *rq, day_t birth, struct portal_code *code)
{
	struct guess *g = arena_alloc(rq->arena, sizeof(*g));
	struct act act = page_act(rq);
	int open;

	g->try = guess_of(rq);
	open = auth_open(rq->db, rq->now, &g->try);
	if (open < 0)
		return -1;
	if (open == 0) {
		form_error(rq, "code", "%s",
			tr(rq, "There were too many tries. Wait 15 minutes "
			       "and try again, or call us"));
		return 0;
	}
	if (care_portal_prove(&act, form_text(rq, "code"), birth, code,
		    &g->code_id) == 0) {
		rq->scope->clinic_id = code->clinic_id;
		req_about_patient(rq, code->patient_id);
		return auth_forgive(rq->db, &g->try) ? -1 : 1;
	}
	if (rq->err.kind != ERR_INPUT)
		return -1;
	g->clinic_id = g->code_id != 0 ? code->clinic_id : rq->clinic->id;
	rq->prepared = g;
	req_keep(rq, count_guess);
	form_error(rq, "code", "%s", tr(rq, rq->err.text));
	err_clear(&rq->err);
	return 0;
}

static int
portal_prove_run(struct req *rq)
{
	const char *code = portal_code_key(rq->arena, form_text(rq, "code"));
	day_t birth = form_day(rq, "birth");
	struct portal_code found;
	int proved = prove(rq, birth, &found);
	struct patient p;

	if (proved < 0)
		return req_err(rq);
	if (proved == 0)
		return draw_prove(rq);
	if (patient_store_get(
		    rq->db, rq->arena, rq->scope, found.patient_id, &p) <= 0)
		return req_db_err(rq);
	form_start(rq, &account_form);
	form_set_text(rq, "code", code);
	form_set_day(rq, "birth_on", birth);
	form_set_text(rq, "login", p.email);
	return draw_account(rq);
}

const struct page portal_prove_page = {
	.method = "POST",
	.path = "/portal/activate",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_PORTAL_ACTIVATE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 2048,
	.form = &prove_form,
	.run = portal_prove_run,
	.again = draw_prove,
	.about = "Prove who one is with code and date of birth.",
};

/* The hash is dear and made outside the transaction; whether code and date
 * are right is only decided inside it. */
static int
portal_account_prepare(struct req *rq)
{
	struct auth_cost cost = auth_cost(rq->arena, rq->conf);
	struct password_words words = {.n = 0};
	const char *password = form_text(rq, "password"), *hash;
	struct auth_try guess = guess_of(rq);
	int open = auth_open(rq->db, rq->now, &guess);

	if (open < 0)
		return req_db_err(rq);
	if (open == 0) {
		form_error(rq, "login", "%s",
			tr(rq, "There were too many tries. Wait 15 minutes "
			       "and try again, or call us"));
		return draw_account(rq);
	}
	auth_words(rq->arena, &words, form_text(rq, "login"));
	auth_words(rq->arena, &words, rq->clinic->name);
	if (auth_password_ok(rq->arena, rq->conf, &words, "password", password,
		    &rq->err)) {
		if (rq->err.kind != ERR_INPUT)
			return req_err(rq);
		form_error(rq, "password", "%s", tr(rq, rq->err.text));
		err_clear(&rq->err);
		return draw_account(rq);
	}
	if (auth_hash(&cost, rq->arena, password, &hash, &rq->err))
		return req_err(rq);
	rq->prepared = (void *)(uintptr_t)hash;
	return 0;
}

static int
portal_account_run(struct req *rq)
{
	const char *hash = rq->prepared;
	const char *login = auth_login(rq->arena, form_text(rq, "login"));
	struct act act = page_act(rq);
	struct portal_code code;
	int64_t account;
	day_t birth = DAY_NONE;
	int proved;

	if (!day_parse(form_text(rq, "birth_on"), &birth))
		birth = DAY_NONE;
	proved = prove(rq, birth, &code);
	if (proved < 0)
		return req_err(rq);
	if (proved == 0)
		return draw_account(rq);
	if (care_portal_activate(
		    &act, &code, login, hash, rq->lang, &account)) {
		if (rq->err.kind != ERR_INPUT || rq->err.field[0] == '\0')
			return req_err(rq);
		form_error(rq, "login", "%s", tr(rq, rq->err.text));
		err_clear(&rq->err);
		return draw_account(rq);
	}
	if (portal_session_start(rq, account, code.patient_id))
		return req_db_err(rq);
	return req_redirect(rq, "/portal");
}

const struct page portal_account_page = {
	.method = "POST",
	.path = "/portal/activate/account",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_PORTAL_ACTIVATE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 4096,
	.form = &account_form,
	.prepare = portal_account_prepare,
	.run = portal_account_run,
	.again = draw_account,
	.about = "Open the account: login and password.",
};
