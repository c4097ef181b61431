/* Somebody comes without a booking: who, what for, the next free provider,
 * arrived at once. Act: care/flow.c; rules: tests/RULES.md, "The flow
 * board". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/flow.h"
#include "domain/site.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "staff/visit_who.h"
#include "store/provider_store.h"
#include "store/search_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define TIMES_SHOWN 8

static const struct field asked[] = {
	{.name = "site", .type = FIELD_HIDDEN},
	{.name = "patient", .type = FIELD_HIDDEN},
	{.name = "type",
		.label = "Type of visit",
		.type = FIELD_SELECT,
		.required = true},
};
static const struct form walkin_query = FORM(asked);

/* slot: a time of provider_find, or "now" for an overbooked one. */
static const struct field book_fields[] = {
	{.name = "site", .type = FIELD_HIDDEN, .required = true},
	{.name = "patient", .type = FIELD_HIDDEN, .required = true},
	{.name = "type", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot",
		.label = "With whom, and when",
		.type = FIELD_RADIO,
		.required = true,
		.missing = "Choose a provider and a time"},
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
	{.name = "overbook_reason",
		.label = "Why this visit must lie over others",
		.type = FIELD_TEXT,
		.max = 200},
	{.name = "reason",
		.label = "Reason for the visit",
		.hint = "As the patient says it.",
		.type = FIELD_TEXT,
		.max = 120},
};
static const struct form book_form = FORM(book_fields);

static const struct field find_fields[] = {
	{.name = "site", .type = FIELD_HIDDEN, .required = true},
	VISIT_WHO_FIND,
};
static const struct form find_form = FORM(find_fields);

struct walkin {
	struct sites sites;
	const struct site *at;
	const struct show *show;
	struct visit_who who;
	struct slots slots;
	struct providers providers;
};

static int
load_site(struct req *rq, int64_t site, struct walkin *w)
{
	if (visit_part_sites(rq, &w->sites, &site))
		return req_fail(rq, ERR_NOT_FOUND, "No site is set up yet.");
	for (size_t i = 0; i < w->sites.n; i++)
		if (w->sites.v[i].id == site)
			w->at = &w->sites.v[i];
	w->show = visit_part_show(rq, w->at->zone);
	return 0;
}

/* ---- who ---------------------------------------------------------------- */

static int
find_page(struct req *rq, const struct walkin *w,
	const struct patient_lines *found)
{
	struct tpl *t = req_tpl(rq, "staff/walkin_find.tpl");

	req_title(rq, "Walk-in");
	tpl_text(t, "PLACE", w->at->name);
	tpl_int(t, "SITE_ID", w->at->id);
	return visit_who_draw(rq, t, found,
		arena_printf(rq->arena, "/flow/walk-in?site=%lld&patient=",
			(long long)w->at->id),
		"");
}

static int
walkin_find_again(struct req *rq)
{
	struct walkin w = {0};
	int st = load_site(rq, form_int(rq, "site"), &w);

	return st ? st : find_page(rq, &w, NULL);
}

static int
walkin_find_run(struct req *rq)
{
	struct patient_lines found = {0};
	struct walkin w = {0};
	int st = load_site(rq, form_int(rq, "site"), &w);

	if (st || (st = visit_who_find(rq, &found)))
		return st;
	return find_page(rq, &w, &found);
}

const struct page walkin_find_page = {
	.method = "POST",
	.path = "/flow/walk-in/patient",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SEARCH,
	.body_max = 4096,
	.form = &find_form,
	.run = walkin_find_run,
	.again = walkin_find_again,
	.about = "Find the patient who came without a booking.",
};

/* ---- what for, with whom ------------------------------------------------ */

/* The next times today, of each provider the first few. */
static int
load_times(struct req *rq, struct walkin *w)
{
	struct slot_need need = {
		.type = &w->who.type,
		.minutes = visit_type_minutes(
			&w->who.type, w->who.patient.interpreter),
		.patient_id = w->who.patient.id,
		.site_id = w->at->id,
		.first = w->show->today,
		.last = w->show->today,
		.not_before = rq->now,
		.now = rq->now,
		.whose = {.session_id = rq->session->id},
		.per_day = 2,
	};
	struct slots all = {0};

	if (provider_store_list(
		    rq->db, rq->arena, rq->scope, false, &w->providers) ||
		care_slots(rq->db, rq->arena, rq->scope, &need, &all))
		return -1;
	slot_nearest(rq->arena, &all, rq->now, 0, TIMES_SHOWN, &w->slots);
	return 0;
}

static const char *
provider_name(const struct walkin *w, int64_t id)
{
	for (size_t i = 0; i < w->providers.n; i++)
		if (w->providers.v[i].id == id)
			return w->providers.v[i].name;
	return "";
}

static int
times_options(struct req *rq, const struct walkin *w)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	for (size_t i = 0; i < w->slots.n; i++) {
		const struct slot *s = &w->slots.v[i];

		*ARENA_PUSH(rq->arena, o) =
			(struct option){visit_part_slot(rq, s->provider_id,
						s->site_id, s->start),
				arena_printf(rq->arena, "%s, %s",
					show_time(w->show, s->start),
					provider_name(w, s->provider_id))};
	}
	if (req_may(rq, PERM_VISIT_OVERBOOK))
		*ARENA_PUSH(rq->arena, o) = (struct option){
			"now", "Now, overbooked, with the provider below"};
	form_options(rq, "slot", o);
	return visit_part_provider_options(rq, "provider", "Choose a provider");
}

static int
ask_page(struct req *rq, struct walkin *w)
{
	struct tpl *t = req_tpl(rq, "staff/walkin.tpl"), *times;

	req_title(rq, "Walk-in");
	tpl_text(t, "PLACE", w->at->name);
	tpl_int(t, "SITE_ID", w->at->id);
	tpl_int(t, "PATIENT_ID", w->who.patient.id);
	tpl_text(t, "PATIENT_NAME",
		patient_list_name(rq->arena, &w->who.patient));
	tpl_text(t, "BORN", show_birth(w->show, w->who.patient.birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, w->who.patient.mrn));
	if (!w->who.has_type) {
		form_start(rq, &walkin_query);
		form_set_int(rq, "site", w->at->id);
		form_set_int(rq, "patient", w->who.patient.id);
		if (visit_part_type_options(rq, "type", "Choose a type"))
			return req_db_err(rq);
		form_draw(rq, tpl_row(t, "WHAT_FOR"));
		return req_html(rq);
	}
	times = tpl_row(t, "TIMES");
	tpl_text(times, "TYPE_NAME", w->who.type.name);
	tpl_show_if(times, "NO_TIME", w->slots.n == 0);
	tpl_show_if(times, "MAY_OVER", req_may(rq, PERM_VISIT_OVERBOOK));
	tpl_show_if(times, "MAY_NOT_OVER", !req_may(rq, PERM_VISIT_OVERBOOK));
	tpl_show_if(times, "CHOICE",
		w->slots.n > 0 || req_may(rq, PERM_VISIT_OVERBOOK));
	if (times_options(rq, w))
		return req_db_err(rq);
	form_draw(rq, times);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
walkin_run(struct req *rq)
{
	struct walkin w = {0};
	int st = load_site(rq, query_int(rq, "site"), &w);

	if (st)
		return st;
	if (query_int(rq, "patient") == 0) {
		form_start(rq, &find_form);
		form_set_int(rq, "site", w.at->id);
		return find_page(rq, &w, NULL);
	}
	st = visit_who_load(
		rq, query_int(rq, "patient"), query_int(rq, "type"), &w.who);
	if (st)
		return st;
	if (!w.who.has_type)
		return ask_page(rq, &w);
	if (load_times(rq, &w))
		return req_db_err(rq);
	form_start(rq, &book_form);
	form_set_int(rq, "site", w.at->id);
	form_set_int(rq, "patient", w.who.patient.id);
	form_set_int(rq, "type", w.who.type.id);
	if (w.slots.n)
		form_set_text(rq, "slot",
			visit_part_slot(rq, w.slots.v[0].provider_id,
				w.slots.v[0].site_id, w.slots.v[0].start));
	return ask_page(rq, &w);
}

const struct page walkin_page = {
	.method = "GET",
	.path = "/flow/walk-in",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &walkin_query,
	.run = walkin_run,
	.about = "A patient without a booking: who, what for, with whom.",
};

/* ---- booked and arrived ------------------------------------------------- */

static int
load_all(struct req *rq, struct walkin *w)
{
	int st = load_site(rq, form_int(rq, "site"), w);

	if (st || (st = visit_who_load(rq, form_int(rq, "patient"),
			   form_int(rq, "type"), &w->who)))
		return st;
	if (!w->who.has_type)
		return req_fail(rq, ERR_INPUT,
			"This form is damaged. Begin the walk-in again.");
	return load_times(rq, w) ? req_db_err(rq) : 0;
}

static int
walkin_book_again(struct req *rq)
{
	struct walkin w = {0};
	int st = load_all(rq, &w);

	return st ? st : ask_page(rq, &w);
}

/* Refusals are told by the choice they are about; the times are new. */
static int
refused(struct req *rq, struct walkin *w)
{
	const char *field = rq->err.field;

	if (rq->err.kind != ERR_INPUT && rq->err.kind != ERR_CONFLICT)
		return req_err(rq);
	if (strcmp(field, "overbook_reason") && strcmp(field, "provider"))
		field = "slot";
	form_error(rq, field, "%s", rq->err.text);
	return ask_page(rq, w);
}

static int
walkin_book_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct walkin w = {0};
	struct visit_booking b;
	struct slot s = {0};
	bool now = strcmp(form_text(rq, "slot"), "now") == 0;
	int64_t id;
	int st = load_all(rq, &w);

	if (st)
		return st;
	if (now) {
		s.provider_id = form_int(rq, "provider");
		s.start = rq->now - rq->now % 60;
	} else if (!slot_parse(form_text(rq, "slot"), &s)) {
		form_error(rq, "slot", "Choose a provider and a time");
		return ask_page(rq, &w);
	}
	b = (struct visit_booking){
		.patient_id = w.who.patient.id,
		.provider_id = s.provider_id,
		.site_id = w.at->id,
		.visit_type_id = w.who.type.id,
		.start = s.start,
		.reason = form_text(rq, "reason"),
		.source = "staff",
		.overbook = now,
		.overbook_reason = now ? form_text(rq, "overbook_reason") : "",
	};
	if (care_visit_walk_in(&act, &b, &id))
		return refused(rq, &w);
	req_about(rq, "appointment", id);
	if (now)
		rq->audit_reason = b.overbook_reason;
	req_flash(rq, NULL, "%s: booked and arrived.",
		patient_list_name(rq->arena, &w.who.patient));
	return req_redirect(rq, "/flow?site=%lld#visit-%lld",
		(long long)w.at->id, (long long)id);
}

const struct page walkin_book_page = {
	.method = "POST",
	.path = "/flow/walk-in",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_BOOK,
	.body_max = 4096,
	.form = &book_form,
	.run = walkin_book_run,
	.again = walkin_book_again,
	.about = "Book a visit for now; the patient is here.",
};
