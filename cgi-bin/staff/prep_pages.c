/* What is done before a visit: the tick, and the leaflet that the patient
 * takes home. Acts: care/prep.c; rules: tests/RULES.md, "Before the
 * visit". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "base/words.h"
#include "care/prep.h"
#include "domain/clinic.h"
#include "domain/patient.h"
#include "domain/site.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "store/prep_store.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/langs.h"
#include "web/req.h"

static const struct field tick_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "done",
		.type = FIELD_HIDDEN,
		.required = true,
		.min = 0,
		.max = 1},
};
static const struct form tick_form = FORM(tick_fields);

static int
prep_tick_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"This button is damaged. Go back, load the page again and "
		"press it once more.");
}

static int
prep_tick_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	bool done = form_int(rq, "done") == 1;

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	if (care_prep_tick(&act, v, rq->o.id, form_int(rq, "version"), done))
		return rq->err.kind == ERR_CONFLICT ? visit_part_refused(rq, v)
						    : req_err(rq);
	req_note(rq, "prep=%lld done=%d", (long long)rq->o.id, done);
	req_flash(rq, NULL, done ? "Marked done." : "The mark is taken back.");
	return req_redirect(rq, "/appointments/%lld#preps", (long long)v->id);
}

const struct page prep_tick_page = {
	.method = "POST",
	.path = "/appointments/:visit/preparation/:n",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_NEED,
	.body_max = 2048,
	.form = &tick_form,
	.run = prep_tick_run,
	.again = prep_tick_again,
	.about = "Tick a step before a visit, or take the tick back.",
};

/* ---- the leaflet ---------------------------------------------------------
 */

static const struct words *
spanish_words(const struct req *rq)
{
	for (size_t i = 0; rq->langs && i < rq->langs->n; i++)
		if (strcmp(rq->langs->v[i].lang, "es") == 0)
			return rq->langs->v[i].words;
	return NULL;
}

static void
draw_half(struct tpl *t, const struct visit *v, const struct preps *all,
	const struct show *show, bool spanish)
{
	tpl_text(t, "WHEN", show_when(show, v->start));
	tpl_text(t, "ZONE", zone_abbr(show->zone, v->start));
	tpl_text(t, "WHAT",
		spanish && v->type_name_es[0] ? v->type_name_es
					      : visit_part_what(v));
	for (size_t i = 0; i < all->n; i++) {
		struct tpl *row = tpl_row(t, "PREP");

		tpl_text(row, "TITLE", prep_title(show, all->v[i].kind));
		tpl_text(row, "TEXT", prep_text(show, &all->v[i], spanish));
	}
}

static int
prep_leaflet_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct zone *zone = zone_find(v->zone);
	struct show show = *rq->show;
	struct preps all = {0};
	struct site site;
	struct tpl *t, *half;

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	if (prep_store_list(rq->db, rq->arena, rq->scope, v->id, &all) ||
		site_store_get(
			rq->db, rq->arena, rq->scope, v->site_id, &site) <= 0)
		return req_db_err(rq);
	t = req_tpl_in(rq, "layout/print.tpl", "staff/leaflet.tpl");
	req_title(rq, "Before your visit");
	tpl_text(rq->root, "BACK",
		arena_printf(
			rq->arena, "/appointments/%lld", (long long)v->id));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, rq->now), rq->user->name));
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "WITH", v->provider_name);
	tpl_text(t, "PLACE",
		arena_printf(rq->arena, "%s, %s, %s, %s %s", site.name,
			site.address, site.city, site.state, site.postal));
	tpl_text(t, "PHONE",
		show_phone(rq->show,
			site.phone[0] ? site.phone : rq->clinic->phone));
	tpl_show_if(t, "NONE", all.n == 0);
	show.zone = zone ? zone : rq->zone;
	show.patient = true;
	show.clock24 = false;
	half = tpl_row(t, "ENGLISH");
	draw_half(half, v, &all, &show, false);
	show.words = spanish_words(rq);
	half = tpl_row(t, "SPANISH");
	draw_half(half, v, &all, &show, true);
	return req_html(rq);
}

const struct page prep_leaflet_page = {
	.method = "GET",
	.path = "/appointments/:visit/leaflet",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = prep_leaflet_run,
	.about = "What to do before a visit, on paper, English and Spanish.",
};
