/* The kiosk: a device in the waiting room that checks patients in and can
 * do nothing else. It is in this program because this one has the fewer
 * rights. Acts: care/kiosk.c, care/door.c; rules: tests/RULES.md, "Coming
 * in without the desk". */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "care/door.h"
#include "care/kiosk.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "portal/door_part.h"
#include "portal/pages.h"
#include "portal/visit_view.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/http.h"
#include "web/req.h"

#define COOKIE "__Host-kiosk"
#define LAYOUT "layout/kiosk.tpl"

/* ---- which device ------------------------------------------------------- */

/* 1 and *out; 0 this browser is no kiosk; -1. */
static int
device(struct req *rq, struct kiosk *out)
{
	const char *token = http_cookie(rq->arena, rq->cookie, COOKIE);
	struct act act = page_act(rq);

	return token == NULL || token[0] == '\0'
		       ? 0
		       : care_kiosk_known(&act, token, out);
}

static const char *
counter(struct req *rq, const struct kiosk *k)
{
	return arena_printf(rq->arena, "kiosk:%lld", (long long)k->id);
}

/* 0 and *out; or where a browser that is none is sent. */
static int
need(struct req *rq, struct kiosk *out)
{
	int found = rq->user != NULL ? 0 : device(rq, out);

	if (found < 0)
		return req_db_err(rq);
	if (found == 0)
		return req_redirect(rq, "/kiosk");
	rq->scope->clinic_id = out->clinic_id;
	req_note(rq, "kiosk=%lld", (long long)out->id);
	return 0;
}

static struct tpl *
page(struct req *rq, const char *file, const char *title, const char *timed)
{
	struct tpl *t = req_tpl_in(rq, LAYOUT, file);

	req_title(rq, title);
	tpl_text(rq->root, "SCRIPT", req_asset(rq, "js/kiosk.js"));
	if (timed != NULL)
		tpl_show_if(rq->root, timed, true);
	return t;
}

/* ---- set up, and the welcome -------------------------------------------- */

static const struct field setup_fields[] = {
	{.name = "code",
		.label = "Kiosk code",
		.hint = "12 letters and numbers, from the page of the site "
			"under Settings",
		.type = FIELD_TEXT,
		.required = true,
		.max = 30,
		.missing = "Enter the kiosk code",
		.autocomplete = "off"},
};
static const struct form setup_form = FORM(setup_fields);

static int
draw_setup(struct req *rq)
{
	struct tpl *t = page(
		rq, "portal/kiosk_setup.tpl", tr(rq, "Set up a kiosk"), NULL);

	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
kiosk_run(struct req *rq)
{
	struct tpl *t;
	struct kiosk k;
	int found = rq->user != NULL ? 0 : device(rq, &k);

	if (found < 0)
		return req_db_err(rq);
	if (rq->user != NULL)
		return req_redirect(rq, "/portal");
	/* The next person chooses their language anew. */
	req_cookie(rq, "__Host-lang", "");
	if (found == 0) {
		form_start(rq, &setup_form);
		return draw_setup(rq);
	}
	t = page(rq, "portal/kiosk.tpl", tr(rq, "Check in"), NULL);
	tpl_text(t, "WELCOME_EN", "Welcome.");
	tpl_text(t, "WELCOME_ES", "Bienvenidos.");
	tpl_text(t, "EN", "Check in");
	tpl_text(t, "ES", "Registrar mi llegada");
	return req_html(rq);
}

const struct page kiosk_page = {
	.method = "GET",
	.path = "/kiosk",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.run = kiosk_run,
	.about = "The kiosk's first page; on a device that is none, its set "
		 "up.",
};

static int
count_setup(struct req *rq)
{
	struct act act = page_act(rq);

	return care_door_failed(&act, rq->prepared, false);
}

static int
refuse_setup(struct req *rq, const char *text)
{
	form_error(rq, "code", "%s", text);
	return draw_setup(rq);
}

static int
kiosk_setup_run(struct req *rq)
{
	struct act act = page_act(rq);
	char *token = arena_alloc(rq->arena, TOKEN_SIZE);
	char *key = arena_printf(rq->arena, "kiosk-setup:%s", rq->address);
	struct kiosk k;
	int open = care_door_may_try(&act, key), started;

	if (open < 0)
		return req_db_err(rq);
	if (open == 0)
		return refuse_setup(
			rq, tr(rq, "There were too many tries. Wait 15 minutes "
				   "and try again"));
	started = care_kiosk_start(&act, form_text(rq, "code"), token, &k);
	if (started < 0)
		return req_err(rq);
	if (started == 0) {
		rq->prepared = key;
		req_keep(rq, count_setup);
		return refuse_setup(rq,
			tr(rq, "This code is not good, or no longer. Make a "
			       "new one"));
	}
	rq->scope->clinic_id = k.clinic_id;
	req_about(rq, "kiosk", k.id);
	req_cookie(rq, COOKIE, token);
	return req_redirect(rq, "/kiosk");
}

const struct page kiosk_setup_page = {
	.method = "POST",
	.path = "/kiosk",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_KIOSK_UPDATE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 1024,
	.form = &setup_form,
	.run = kiosk_setup_run,
	.again = draw_setup,
	.about = "This device is a kiosk from now on.",
};

static const struct option languages[] = {
	{"en", "English"},
	{"es", "Español"},
	{"", ""},
	{NULL, NULL},
};
static const struct field start_fields[] = {
	{.name = "lang", .type = FIELD_RADIO, .options = languages},
};
static const struct form start_form = FORM(start_fields);

static int
kiosk_start_run(struct req *rq)
{
	const char *lang = form_text(rq, "lang");
	struct act act = page_act(rq);
	struct kiosk k;
	int st = need(rq, &k);

	if (st != 0)
		return st;
	if (care_kiosk_serve(&act, &k, 0))
		return req_err(rq);
	req_cookie(rq, "__Host-lang", lang);
	return req_redirect(rq, lang[0] ? "/kiosk/who" : "/kiosk");
}

static int
kiosk_start_again(struct req *rq)
{
	return req_redirect(rq, "/kiosk");
}

const struct page kiosk_start_page = {
	.method = "POST",
	.path = "/kiosk/start",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 1024,
	.form = &start_form,
	.run = kiosk_start_run,
	.again = kiosk_start_again,
	.about = "The kiosk forgets who was there; the next one begins.",
};

/* ---- who it is ---------------------------------------------------------- */

static const struct option ways[] = {
	{"name", "With my name"},
	{"code", "With my code"},
	{NULL, NULL},
};

static const struct field who_fields[] = {
	{.name = "by", .type = FIELD_TOKEN, .required = true, .options = ways},
	{.name = "given",
		.label = "First name",
		.type = FIELD_NAME,
		.ruled = true,
		.max = 80,
		.autocomplete = "off"},
	{.name = "family",
		.label = "Last name",
		.type = FIELD_NAME,
		.ruled = true,
		.max = 80,
		.autocomplete = "off"},
	{.name = "code",
		.label = "Check-in code",
		.hint = "8 letters and numbers, like CDFG-HJKM",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 20,
		.autocomplete = "off"},
	{.name = "birth",
		.label = "Date of birth",
		.hint = "For example 3 14 1961",
		.type = FIELD_BIRTH3,
		.required = true,
		.missing = "Enter your date of birth: month, day and year",
		.autocomplete = "off"},
};
static const struct form who_form = FORM(who_fields);

static const struct field by_fields[] = {
	{.name = "by", .type = FIELD_TOKEN},
};
static const struct form by_query = FORM(by_fields);

static int
draw_who(struct req *rq)
{
	struct tpl *t =
		page(rq, "portal/kiosk_who.tpl", tr(rq, "Check in"), "TIMED");
	bool code = strcmp(form_text(rq, "by"), "code") == 0;

	tpl_show_if(t, "BY_CODE", code);
	tpl_show_if(t, "BY_NAME", !code);
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
kiosk_ask_run(struct req *rq)
{
	bool code = strcmp(query_text(rq, "by"), "code") == 0;
	struct kiosk k;
	int st = need(rq, &k);

	if (st != 0)
		return st;
	form_start(rq, &who_form);
	form_set_text(rq, "by", code ? "code" : "name");
	return draw_who(rq);
}

const struct page kiosk_ask_page = {
	.method = "GET",
	.path = "/kiosk/who",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.query = &by_query,
	.run = kiosk_ask_run,
	.about = "Name or code, and the date of birth.",
};

/* A wrong try outlives the refusal. */
struct tried {
	struct kiosk kiosk;
	struct door_code code;
};

static int
count_try(struct req *rq)
{
	const struct tried *t = rq->prepared;
	struct act act = page_act(rq);

	if (care_door_tried(&act, &t->code))
		return -1;
	return care_door_failed(&act, counter(rq, &t->kiosk), true);
}

/* Whose visit: *visit and *patient, 0 when nobody's. 0 or -1. */
static int
find(struct req *rq, struct tried *t, int64_t *visit, int64_t *patient)
{
	struct act act = page_act(rq);
	struct kiosk_who who = {
		.given = form_text(rq, "given"),
		.family = form_text(rq, "family"),
		.birth = form_day(rq, "birth"),
	};
	int right;

	if (strcmp(form_text(rq, "by"), "code") != 0)
		return care_kiosk_find(&act, &t->kiosk, &who, visit, patient);
	right = care_door_prove(
		&act, form_text(rq, "code"), who.birth, &t->code);
	*visit = *patient = 0;
	if (right < 0)
		return -1;
	if (right && t->code.clinic_id == t->kiosk.clinic_id) {
		*visit = t->code.visit_id;
		*patient = t->code.patient_id;
	}
	return 0;
}

static int
nobody(struct req *rq, struct tried *t)
{
	const char *at =
		strcmp(form_text(rq, "by"), "code") == 0 ? "code" : "family";

	rq->prepared = t;
	req_keep(rq, count_try);
	form_error(rq, at, "%s",
		tr(rq, "We cannot find your visit. Check what you typed, or go "
		       "to the desk"));
	return draw_who(rq);
}

/* The visit is found: its questions, or where to go. */
static int
serve(struct req *rq, const struct kiosk *k, int64_t visit, int64_t patient)
{
	struct act act = page_act(rq);
	enum door_time when;
	struct visit v;

	door_part_become(rq, k->clinic_id, patient);
	req_about(rq, "appointment", visit);
	if (visit_store_get(rq->db, rq->arena, rq->scope, visit, &v) <= 0)
		return req_db_err(rq);
	if (care_door_forgive(&act, counter(rq, k)))
		return req_db_err(rq);
	when = v.site_id == k->site_id ? door_time(&v, rq->now) : DOOR_NEVER;
	if (when != DOOR_OPEN)
		return req_redirect(rq, "/kiosk/done?to=%s",
			when == DOOR_IN	     ? "seat"
			: when == DOOR_EARLY ? "early"
					     : "go");
	if (care_kiosk_serve(&act, k, visit))
		return req_err(rq);
	return req_redirect(rq, "/kiosk/check");
}

static int
kiosk_who_run(struct req *rq)
{
	struct tried *t = arena_alloc(rq->arena, sizeof(*t));
	bool by_code = strcmp(form_text(rq, "by"), "code") == 0;
	struct act act = page_act(rq);
	int64_t visit, patient;
	int st = need(rq, &t->kiosk), open;

	if (st != 0)
		return st;
	t->code = (struct door_code){0};
	open = care_door_may_try(&act, counter(rq, &t->kiosk));
	if (open < 0)
		return req_db_err(rq);
	if (open == 0)
		return req_redirect(rq, "/kiosk/done?to=tries");
	if (by_code && form_text(rq, "code")[0] == '\0')
		form_error(
			rq, "code", "%s", tr(rq, "Enter the code we gave you"));
	if (!by_code && form_text(rq, "given")[0] == '\0')
		form_error(rq, "given", "%s", tr(rq, "Enter your first name"));
	if (!by_code && form_text(rq, "family")[0] == '\0')
		form_error(rq, "family", "%s", tr(rq, "Enter your last name"));
	if (form_bad(rq))
		return draw_who(rq);
	if (find(rq, t, &visit, &patient))
		return req_err(rq);
	return visit == 0 ? nobody(rq, t)
			  : serve(rq, &t->kiosk, visit, patient);
}

const struct page kiosk_who_page = {
	.method = "POST",
	.path = "/kiosk/who",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_DOOR_TRY,
	.csrf = CSRF_PRELOGIN,
	.body_max = 2048,
	.form = &who_form,
	.run = kiosk_who_run,
	.again = draw_who,
	.about = "Find today's visit of who stands at the kiosk.",
};

/* ---- the questions ------------------------------------------------------ */

static const struct field check_fields[] = {
	DOOR_FIELDS,
};
static const struct form check_form = FORM(check_fields);

/* Who stands there; after a minute without a word, nobody. */
static int
standing(struct req *rq, struct kiosk *k, struct visit *v)
{
	struct scope sc;
	int st = need(rq, k);

	if (st != 0)
		return st;
	if (k->visit_id == 0 || k->visit_until < rq->now)
		return req_redirect(rq, "/kiosk");
	sc = (struct scope){.clinic_id = k->clinic_id};
	if (visit_store_get(rq->db, rq->arena, &sc, k->visit_id, v) <= 0)
		return req_db_err(rq);
	door_part_become(rq, k->clinic_id, v->patient_id);
	req_about(rq, "appointment", v->id);
	return 0;
}

static int
draw_check(struct req *rq, const struct visit *v)
{
	struct tpl *t =
		page(rq, "portal/here.tpl", tr(rq, "Check in"), "TIMED");

	tpl_text(tpl_row(t, "WHO"), "NAME", door_part_who(rq, v));
	tpl_text(t, "ACTION", "/kiosk/check");
	tpl_text(t, "WHEN", portal_visit_when(rq, v));
	tpl_show_if(t, "START_OVER", true);
	if (door_part_due(rq, t, v))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, form_bad(rq) ? 422 : 200);
}

static int
kiosk_check_run(struct req *rq)
{
	struct kiosk k;
	struct visit v;
	int st = standing(rq, &k, &v);

	if (st != 0)
		return st;
	form_start(rq, &check_form);
	return draw_check(rq, &v);
}

const struct page kiosk_check_page = {
	.method = "GET",
	.path = "/kiosk/check",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.csrf = CSRF_PRELOGIN,
	.run = kiosk_check_run,
	.about = "The questions for who stands at the kiosk.",
};

static int
kiosk_arrive_run(struct req *rq)
{
	struct door_answers answers = door_part_answers(rq);
	struct act act = page_act(rq);
	struct door_way way = {.door = DOOR_KIOSK};
	struct kiosk k;
	struct visit v;
	const char *desk;
	int st = standing(rq, &k, &v);

	if (st != 0)
		return st;
	if (form_bad(rq))
		return draw_check(rq, &v);
	way.kiosk_id = k.id;
	way.at = k.name;
	if (care_kiosk_serve(&act, &k, 0))
		return req_err(rq);
	if (care_door_arrive(&act, &v, v.version, &way, &answers, &desk)) {
		if (rq->err.kind != ERR_CONFLICT)
			return req_err(rq);
		err_clear(&rq->err);
		return req_redirect(rq, "/kiosk/done?to=go");
	}
	return req_redirect(rq, "/kiosk/done?to=%s", desk[0] ? "desk" : "seat");
}

const struct page kiosk_arrive_page = {
	.method = "POST",
	.path = "/kiosk/check",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_DOOR_ARRIVE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 2048,
	.form = &check_form,
	.run = kiosk_arrive_run,
	.again = kiosk_arrive_run,
	.about = "The patient is here, at a kiosk: arrived.",
};

/* ---- time, and the end -------------------------------------------------- */

static const struct form no_fields = {NULL, 0};

static int
kiosk_more_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct kiosk k;
	int st = need(rq, &k);

	if (st != 0)
		return st;
	if (k.visit_id == 0 || k.visit_until < rq->now)
		return req_redirect(rq, "/kiosk");
	if (care_kiosk_serve(&act, &k, k.visit_id))
		return req_err(rq);
	return req_redirect(rq, "/kiosk/check");
}

const struct page kiosk_more_page = {
	.method = "POST",
	.path = "/kiosk/more",
	.perm = PERM_PUBLIC,
	.txn = TXN_WRITE,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.body_max = 1024,
	.form = &no_fields,
	.run = kiosk_more_run,
	.again = kiosk_start_again,
	.about = "Who stands at the kiosk needs another minute.",
};

static const struct field done_fields[] = {
	{.name = "to", .type = FIELD_TOKEN},
};
static const struct form done_query = FORM(done_fields);

static int
kiosk_done_run(struct req *rq)
{
	static const struct {
		const char *section, *to;
	} ends[] = {{"SEAT", "seat"}, {"SEE", "desk"}, {"TOO_EARLY", "early"},
		{"TRIES", "tries"}};
	struct tpl *t = page(rq, "portal/check_in_end.tpl",
		tr(rq, "You are checked in"), "ENDS");
	const char *to = query_text(rq, "to"), *section = "DESK";

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (strcmp(ends[i].to, to) == 0)
			section = ends[i].section;
	if (strcmp(section, "SEAT") != 0 && strcmp(section, "SEE") != 0)
		req_title(rq, tr(rq, "Check in"));
	tpl_show_if(t, section, true);
	tpl_show_if(t, "KIOSK", true);
	return req_html(rq);
}

const struct page kiosk_done_page = {
	.method = "GET",
	.path = "/kiosk/done",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.csrf = CSRF_PRELOGIN,
	.query = &done_query,
	.run = kiosk_done_run,
	.about = "Sit down, or go to the desk.",
};
