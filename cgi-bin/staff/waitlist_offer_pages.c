/* Offering a freed time to who waits for one like it. Acts:
 * care/waitlist_offer.c; rules: tests/RULES.md, "The waitlist". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/waitlist.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/waitlist_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option how_options[] = {
	{"turns", "One after the other, in the order of the list"},
	{"together", "All at once: the first who accepts has it"},
	{NULL, NULL},
};
static const struct field offer_fields[] = {
	{.name = "entry",
		.label = "Offer it to (one to three people, first in need "
			 "first)",
		.type = FIELD_CHECKS,
		.required = true,
		.missing = "Choose one to three people"},
	{.name = "how",
		.label = "How",
		.type = FIELD_RADIO,
		.options = how_options,
		.required = true,
		.missing = "Say how to offer it"},
};
static const struct form offer_form = FORM(offer_fields);

static void
entry_options(struct req *rq, const struct wait_entries *fits)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	for (size_t i = 0; i < fits->n && i < 20; i++) {
		const struct wait_entry *e = &fits->v[i];

		*ARENA_PUSH(rq->arena, o) = (struct option){part_id(rq, e->id),
			arena_printf(rq->arena, "%s, %s, waits since %s%s%s",
				patient_name_list(
					rq->arena, e->family, e->given),
				wait_urgency_label(e->urgency),
				show_day(rq->show,
					zone_local(rq->zone, e->joined).day),
				e->latest == DAY_NONE ? "" : ", by ",
				e->latest == DAY_NONE
					? ""
					: show_day(rq->show, e->latest))};
		req_shown(rq, e->patient_id);
	}
	form_options(rq, "entry", o);
}

/* 1 while somebody can still take it, 0 when nobody can, or -1. */
static int
offers_so_far(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct wait_of of = {.freed_id = v->id};
	struct wait_offers list = {0};
	bool open = false;

	if (waitlist_store_offers(
		    rq->db, rq->arena, rq->scope, &of, rq->now, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct wait_offer *o = &list.v[i];
		enum wait_state s = wait_state(o, rq->now);
		struct tpl *row = tpl_row(t, "OFFER");

		tpl_text(row, "WHO",
			patient_name_list(rq->arena, o->family, o->given));
		tpl_text(row, "UNTIL", show_time(rq->show, o->expires));
		tpl_text(row, "TONE", wait_state_tone(s));
		tpl_text(row, "TEXT", wait_state_label(s));
		tpl_int(row, "ENTRY", o->entry_id);
		if (s == WAIT_OPEN)
			tpl_int(tpl_row(row, "ANSWER"), "ID", o->id);
		open = open || s == WAIT_OPEN || s == WAIT_QUEUED;
	}
	tpl_show_if(t, "OFFERS", list.n > 0);
	return open;
}

static int
offer_page(struct req *rq)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct wait_time time = care_waitlist_time(v);
	struct wait_entries fits = {0};
	struct tpl *t;
	int open;

	if (care_waitlist_fits(&act, &time, &fits))
		return req_db_err(rq);
	t = req_tpl(rq, "staff/waitlist_offer.tpl");
	req_title(rq, "Offer a free time");
	req_about(rq, "appointment", v->id);
	tpl_int(t, "ID", v->id);
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "WHEN", show_when(show, v->start));
	tpl_text(t, "WITH", v->provider_name);
	tpl_text(t, "PLACE", v->site_name);
	tpl_int(t, "N", (int64_t)fits.n);
	tpl_text(t, "WAIT", fits.n == 1 ? "person waits" : "people wait");
	tpl_int(t, "MINUTES", wait_life_s(rq->now, v->start) / 60);
	entry_options(rq, &fits);
	if ((open = offers_so_far(rq, t, v)) < 0)
		return req_db_err(rq);
	tpl_show_if(t, "FITS", !open);
	tpl_show_if(t, "NONE", !open && fits.n == 0);
	tpl_show_if(t, "SOME", !open && fits.n > 0);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
waitlist_offers_run(struct req *rq)
{
	form_start(rq, &offer_form);
	form_set_text(rq, "how", "turns");
	return offer_page(rq);
}

const struct page waitlist_offers_page = {
	.method = "GET",
	.path = "/appointments/:visit/offers",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_WAITLIST_VIEW,
	.run = waitlist_offers_run,
	.about = "Who waits for a time like the one a visit left.",
};

static int
waitlist_offer_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct wait_round r = {
		.together = strcmp(form_text(rq, "how"), "together") == 0};
	const char *v;
	int64_t hold;

	for (size_t i = 0; (v = form_tick(rq, "entry", i)) != NULL; i++) {
		if (r.n < WAIT_TURNS)
			r.entry[r.n] = part_number(v);
		r.n++;
	}
	if (care_waitlist_offer(&act, rq->o.visit, &r, &hold)) {
		if (rq->err.kind != ERR_INPUT && rq->err.kind != ERR_CONFLICT)
			return req_err(rq);
		form_error(rq, "entry", "%s", rq->err.text);
		return offer_page(rq);
	}
	req_about(rq, "appointment", rq->o.visit->id);
	req_note(rq, "hold=%lld", (long long)hold);
	req_flash(rq, NULL, "Offered. The time is held meanwhile.");
	return req_redirect(
		rq, "/appointments/%lld/offers", (long long)rq->o.visit->id);
}

const struct page waitlist_offer_page = {
	.method = "POST",
	.path = "/appointments/:visit/offers",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WAITLIST_OFFER,
	.body_max = 4096,
	.form = &offer_form,
	.run = waitlist_offer_run,
	.again = offer_page,
	.about = "Hold a free time and offer it to who waits.",
};

/* ---- what they said on the telephone ------------------------------------ */

static const struct option answer_options[] = {
	{"accept", "Takes it"},
	{"decline", "Does not want it"},
	{"withdraw", "Take the offer back"},
	{NULL, NULL},
};
static const struct field answer_fields[] = {
	{.name = "answer",
		.type = FIELD_RADIO,
		.label = "Answer",
		.options = answer_options,
		.required = true,
		.missing = "Say what they answered"},
};
static const struct form answer_form = FORM(answer_fields);

static int
to_offers(struct req *rq)
{
	return req_redirect(rq, "/appointments/%lld/offers",
		(long long)rq->o.offer->time.freed_id);
}

static int
answer_run(struct req *rq)
{
	const struct wait_offer *o = rq->o.offer;
	const char *answer = form_text(rq, "answer");
	struct act act = page_act(rq);
	int64_t id;

	req_about(rq, "waitlist_offer", o->id);
	req_about_patient(rq, o->patient_id);
	req_note(rq, "answer=%s", answer);
	if (strcmp(answer, "accept") == 0) {
		if (care_waitlist_accept(&act, o, &id))
			return req_err(rq);
		req_flash(rq, NULL, "The earlier time is theirs.");
		return req_redirect(rq, "/appointments/%lld", (long long)id);
	}
	if (strcmp(answer, "decline") == 0) {
		if (care_waitlist_decline(&act, o))
			return req_err(rq);
		req_flash(rq, NULL, "Recorded. They stay on the waitlist.");
		return to_offers(rq);
	}
	if (care_waitlist_withdraw(&act, o->hold_id))
		return req_err(rq);
	req_flash(rq, NULL, "Taken back. The time is free again.");
	return to_offers(rq);
}

const struct page waitlist_answer_page = {
	.method = "POST",
	.path = "/waitlist/offers/:offer",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WAITLIST_OFFER,
	.body_max = 1024,
	.form = &answer_form,
	.run = answer_run,
	.again = to_offers,
	.about = "What somebody said to an offer, or to take it back.",
};
