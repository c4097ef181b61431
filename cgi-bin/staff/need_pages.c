/* One need of a visit: added, seen, set. Acts: care/need.c; rules:
 * tests/RULES.md, "Needs of a visit". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/need.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/need_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option kind_options[] = {
	{"interpreter", "Interpreter"},
	{"transport", "Transport"},
	{"mobility", "Accommodation: mobility, seeing, hearing"},
	{"consent", "Consent"},
	{"form", "Form"},
	{"referral", "Referral"},
	{"authorization", "Authorization"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct option state_options[] = {
	{"needed", "Not arranged"},
	{"requested", "Requested, no answer yet"},
	{"confirmed", "Confirmed"},
	{"not_needed", "Not needed"},
	{"failed", "Could not be had"},
	{NULL, NULL},
};

static const struct option sex_options[] = {
	{"", "Does not matter"},
	{"female", "A woman if possible"},
	{"male", "A man if possible"},
	{NULL, NULL},
};

#define TEXT(n, l, m)                                                          \
	{                                                                      \
		.name = n, .label = l, .type = FIELD_TEXT, .max = m            \
	}

static const struct field need_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN},
	{.name = "state",
		.label = "How it stands",
		.type = FIELD_RADIO,
		.required = true,
		.options = state_options},
	{.name = "reason",
		.label = "Why, when it is not needed or could not be had",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 200},
	{.name = "what",
		.label = "What is needed",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 120},
	{.name = "mode", .label = "How", .type = FIELD_SELECT},
	{.name = "sex",
		.label = "The interpreter should be",
		.type = FIELD_SELECT,
		.options = sex_options},
	TEXT("vendor", "With whom", 120),
	TEXT("reference", "Confirmation or reference number", 60),
	{.name = "pickup", .label = "Pickup time", .type = FIELD_TIME},
	{.name = "pickup_place",
		.label = "Pickup place",
		.hint = "Empty: at home",
		.type = FIELD_TEXT,
		.max = 160},
	TEXT("way_back", "The way back", 160),
	{.name = "wheelchair",
		.label = "Takes a wheelchair",
		.type = FIELD_CHECK},
	{.name = "until", .label = "Valid until", .type = FIELD_DAY},
	{.name = "note", .label = "Note", .type = FIELD_NOTE, .max = 500},
};
static const struct form need_form = FORM(need_fields);

static int
back(struct req *rq)
{
	return req_redirect(
		rq, "/appointments/%lld#needs", (long long)rq->o.visit->id);
}

/* Conflicts and denials are said with a way back; a field's error goes to
 * its form. */
static int
refused(struct req *rq, int (*again)(struct req *))
{
	if (rq->err.kind != ERR_INPUT)
		return visit_part_refused(rq, rq->o.visit);
	form_error(rq, rq->err.field, "%s", rq->err.text);
	return again(rq);
}

static void
about(struct req *rq)
{
	req_about(rq, "appointment", rq->o.visit->id);
	req_about_patient(rq, rq->o.visit->patient_id);
}

/* The need the path names, of the visit it names; or a page saying no. */
static int
load(struct req *rq, struct visit_need *n)
{
	int found = need_store_get(rq->db, rq->arena, rq->scope, rq->o.id, n);

	about(rq);
	if (found < 0)
		return req_db_err(rq);
	return found && n->visit_id == rq->o.visit->id
		       ? 0
		       : req_fail(rq, ERR_NOT_FOUND,
				 "This visit has no such need.");
}

/* ---- draw ------------------------------------------------------------------
 */

static void
draw_head(struct req *rq, struct tpl *t)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);

	tpl_int(t, "VISIT", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "WHEN", show_when(show, v->start));
	tpl_text(t, "VISIT_WHAT", visit_part_what(v));
	tpl_text(t, "WITH", v->provider_short);
}

static void
mode_options(struct req *rq, enum need_kind kind)
{
	const struct word *w = kind == NEED_INTERPRETER ? need_interpreter_modes
							: need_transport_modes;
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Not said"};
	for (; w->value != NULL; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value, w->label};
	form_options(rq, "mode", o);
}

static int
draw_events(struct req *rq, struct tpl *t, const struct visit_need *n)
{
	const struct show *show = visit_part_show(rq, rq->o.visit->zone);
	struct need_events all = {0};

	if (need_store_events(rq->db, rq->arena, rq->scope, n->id, &all))
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		const struct need_event *e = &all.v[i];
		struct tpl *row = tpl_row(t, "EVENT");

		tpl_text(row, "STATE", need_state_label(e->state));
		tpl_text(row, "WHEN", show_when(show, e->at));
		tpl_text(row, "ISO", show_iso_time(show, e->at));
		tpl_text(row, "WHO",
			e->user[0] != '\0' ? e->user : "By program");
		if (e->detail[0] != '\0')
			tpl_text(tpl_row(row, "DETAIL"), "TEXT", e->detail);
	}
	return 0;
}

static int
draw(struct req *rq, const struct visit_need *n)
{
	struct tpl *t = req_tpl(rq, "staff/need_show.tpl");
	bool of_paper =
		n->kind == NEED_REFERRAL || n->kind == NEED_AUTHORIZATION;

	req_title(
		rq, arena_printf(rq->arena, "%s, %s", need_kind_label(n->kind),
			    visit_part_name(rq, rq->o.visit)));
	draw_head(rq, t);
	tpl_int(t, "ID", n->id);
	tpl_text(t, "TITLE", need_title(rq->arena, n));
	mode_options(rq, n->kind);
	tpl_show_if(t, "RIDE", n->kind == NEED_TRANSPORT);
	tpl_show_if(t, "SPOKEN", n->kind == NEED_INTERPRETER);
	tpl_show_if(t, "WAYS", need_of_time(n->kind));
	tpl_show_if(t, "PAPER", of_paper);
	if (of_paper)
		tpl_int(tpl_row(t, "RECORDS"), "PATIENT",
			rq->o.visit->patient_id);
	tpl_show_if(t, "NAMED",
		n->what[0] != '\0' || (!of_paper && !need_of_time(n->kind)));
	form_draw(rq, t);
	if (draw_events(rq, t, n))
		return req_db_err(rq);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

/* ---- one --------------------------------------------------------------------
 */

static int
need_show_run(struct req *rq)
{
	const struct show *show = visit_part_show(rq, rq->o.visit->zone);
	struct visit_need n;
	int st = load(rq, &n);

	if (st)
		return st;
	form_start(rq, &need_form);
	form_set_int(rq, "version", n.version);
	form_set_text(rq, "state", need_state_name(n.state));
	form_set_text(rq, "reason", n.reason);
	form_set_text(rq, "what", n.what);
	form_set_text(rq, "mode", n.mode);
	form_set_text(rq, "sex", n.sex);
	form_set_text(rq, "vendor", n.vendor);
	form_set_text(rq, "reference", n.reference);
	if (n.pickup != INSTANT_NONE)
		form_set_int(
			rq, "pickup", zone_local(show->zone, n.pickup).minute);
	form_set_text(rq, "pickup_place", n.pickup_place);
	form_set_text(rq, "way_back", n.way_back);
	form_set_int(rq, "wheelchair", n.wheelchair);
	if (n.until != DAY_NONE)
		form_set_day(rq, "until", n.until);
	form_set_text(rq, "note", n.note);
	return draw(rq, &n);
}

const struct page need_show_page = {
	.method = "GET",
	.path = "/appointments/:visit/needs/:n",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = need_show_run,
	.about = "One thing a visit needs: how it stands, and its history.",
};

static int
need_again(struct req *rq)
{
	struct visit_need n;
	int st = load(rq, &n);

	return st ? st : draw(rq, &n);
}

static const char *
known_mode(enum need_kind kind, const char *mode)
{
	const struct word *w = kind == NEED_INTERPRETER ? need_interpreter_modes
							: need_transport_modes;

	return word_label(w, mode) != NULL ? mode : "";
}

/* What was typed; a field that this kind does not show stays empty. */
static bool
typed(struct req *rq, struct visit_need *n)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);

	if (!need_state_parse(form_text(rq, "state"), &n->state))
		return false;
	n->reason = form_text(rq, "reason");
	if (form_has(rq, "what"))
		n->what = form_text(rq, "what");
	n->mode = known_mode(n->kind, form_text(rq, "mode"));
	n->sex = form_text(rq, "sex");
	n->vendor = form_text(rq, "vendor");
	n->reference = form_text(rq, "reference");
	n->pickup = INSTANT_NONE;
	if (form_has(rq, "pickup"))
		zone_instant(show->zone, zone_local(show->zone, v->start).day,
			(int)form_int(rq, "pickup"), &n->pickup);
	n->pickup_place = form_text(rq, "pickup_place");
	n->way_back = form_text(rq, "way_back");
	n->wheelchair = form_int(rq, "wheelchair") == 1;
	n->until = form_day(rq, "until");
	n->note = form_text(rq, "note");
	return true;
}

static int
need_save_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct visit_need n;
	int st = load(rq, &n);

	if (st)
		return st;
	if (form_bad(rq) || !typed(rq, &n))
		return draw(rq, &n);
	if (care_need_set(&act, rq->o.visit, &n, form_int(rq, "version")))
		return refused(rq, need_again);
	req_note(rq, "need=%lld state=%s", (long long)n.id,
		need_state_name(n.state));
	req_flash(rq, NULL, "%s: %s.", need_kind_label(n.kind),
		need_state_label(n.state));
	return back(rq);
}

const struct page need_save_page = {
	.method = "POST",
	.path = "/appointments/:visit/needs/:n",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_NEED,
	.body_max = 8192,
	.form = &need_form,
	.run = need_save_run,
	.again = need_again,
	.about = "Say how one need of a visit stands, with its details.",
};

/* ---- by one button
 * ----------------------------------------------------------- */

static const struct field step_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "state", .type = FIELD_TOKEN, .required = true},
};
static const struct form step_form = FORM(step_fields);

static int
need_step_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"This button is damaged. Go back, load the page again and "
		"press it once more.");
}

static int
need_step_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct visit_need n;
	int st = load(rq, &n);

	if (st)
		return st;
	if (!need_state_parse(form_text(rq, "state"), &n.state))
		return need_step_again(rq);
	if (care_need_set(&act, rq->o.visit, &n, form_int(rq, "version")))
		return refused(rq, need_step_again);
	req_note(rq, "need=%lld state=%s", (long long)n.id,
		need_state_name(n.state));
	req_flash(rq, NULL, "%s: %s.", need_kind_label(n.kind),
		need_state_label(n.state));
	return back(rq);
}

const struct page need_step_page = {
	.method = "POST",
	.path = "/appointments/:visit/needs/:n/state",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_NEED,
	.body_max = 2048,
	.form = &step_form,
	.run = need_step_run,
	.again = need_step_again,
	.about = "One step of a need: requested, confirmed.",
};

/* ---- add
 * ------------------------------------------------------------------------ */

static const struct field add_fields[] = {
	{.name = "kind",
		.label = "Kind",
		.type = FIELD_SELECT,
		.required = true,
		.options = kind_options},
	{.name = "what",
		.label = "What is needed",
		.hint = "The form, the consent, the accommodation.",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 120},
	{.name = "note", .label = "Note", .type = FIELD_NOTE, .max = 500},
};
static const struct form add_form = FORM(add_fields);

static int
add_draw(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/need_new.tpl");

	about(rq);
	req_title(rq, arena_printf(rq->arena, "Add a need, %s",
			      visit_part_name(rq, rq->o.visit)));
	draw_head(rq, t);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
need_new_run(struct req *rq)
{
	form_start(rq, &add_form);
	return add_draw(rq);
}

const struct page need_new_page = {
	.method = "GET",
	.path = "/appointments/:visit/needs/new",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = need_new_run,
	.about = "The form for something more that a visit needs.",
};

static int
need_add_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	struct visit_need n = need_new(NEED_OTHER);
	int64_t id;

	about(rq);
	need_kind_parse(form_text(rq, "kind"), &n.kind);
	n.what = form_text(rq, "what");
	n.note = form_text(rq, "note");
	if (n.kind == NEED_INTERPRETER)
		n.language = v->patient_language;
	if (care_need_add(&act, v, &n, &id))
		return refused(rq, add_draw);
	req_note(rq, "need=%lld", (long long)id);
	req_flash(rq, NULL, "Added: %s.", need_title(rq->arena, &n));
	return back(rq);
}

const struct page need_add_page = {
	.method = "POST",
	.path = "/appointments/:visit/needs",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_NEED,
	.body_max = 4096,
	.form = &add_form,
	.run = need_add_run,
	.again = add_draw,
	.about = "Add something that a visit needs.",
};
