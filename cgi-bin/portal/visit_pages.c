/* The patient's own visits: seen, confirmed, taken home as a file. Rules:
 * tests/RULES.md, "The portal". What asks the clinic for something is in
 * ask_pages.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/err.h"
#include "care/act.h"
#include "care/feed.h"
#include "codec/ical/event.h"
#include "domain/clinic.h"
#include "domain/door.h"
#include "domain/patient.h"
#include "domain/portal.h"
#include "domain/site.h"
#include "domain/visit.h"
#include "domain/visit_type.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "portal/visit_view.h"
#include "store/patient_store.h"
#include "store/prep_store.h"
#include "store/site_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"
#include "store/waitlist_store.h"
#include "tpl/tpl.h"

#define COMING_MAX 50
#define PAST_MAX 50

/* Those to come, as the patient sees it, earliest first; gone: those that
 * lie ahead but were cancelled (NULL: not asked for). */
static int
coming(struct req *rq, struct visits *out, struct visits *gone)
{
	struct visits all = {0};

	if (visit_store_coming(rq->db, rq->arena, rq->scope,
		    rq->scope->patient_id, rq->now, COMING_MAX, &all))
		return -1;
	for (size_t i = 0; i < all.n; i++)
		if (portal_coming(&all.v[i], rq->now))
			*ARENA_PUSH(rq->arena, out) = all.v[i];
		else if (gone != NULL)
			*ARENA_PUSH(rq->arena, gone) = all.v[i];
	return 0;
}

/* Somebody with two visits today can come in for either. */
static void
also_open(struct req *rq, struct tpl *t, const struct visits *list)
{
	for (size_t i = 1; i < list->n; i++) {
		const struct visit *v = &list->v[i];
		bool here = door_time(v, rq->now) == DOOR_OPEN;
		struct tpl *row;

		if (!here && door_video_time(v, rq->now) != DOOR_OPEN)
			continue;
		row = tpl_row(t, "ALSO");
		tpl_int(row, "ID", v->id);
		tpl_text(row, "WHEN", portal_visit_when(rq, v));
		tpl_show_if(row, "HERE", here);
		tpl_show_if(row, "JOIN", !here);
	}
}

static int
portal_home_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/home.tpl");
	struct wait_of of = {.patient_id = rq->scope->patient_id};
	struct wait_offers offers = {0};
	struct visits list = {0};

	if (coming(rq, &list, NULL) ||
		waitlist_store_offers(
			rq->db, rq->arena, rq->scope, &of, rq->now, &offers))
		return req_db_err(rq);
	req_title(rq, tr(rq, "Home"));
	tpl_text(t, "CALLED", rq->user->name);
	tpl_show_if(t, "OFFERED", offers.n > 0);
	tpl_show_if(t, "NONE", list.n == 0);
	tpl_show_if(t, "NO_COMING", list.n == 0);
	if (list.n > 0) {
		tpl_int(tpl_row(t, "COMING"), "N", (int64_t)list.n);
		also_open(rq, t, &list);
		if (portal_visit_card(rq, tpl_row(t, "VISIT"), &list.v[0]))
			return req_db_err(rq);
	}
	return req_html(rq);
}

const struct page portal_home_page = {
	.method = "GET",
	.path = "/portal",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.about = "The patient's next visit, and where to go from here.",
	.run = portal_home_run,
};

static void
lines(struct req *rq, struct tpl *part, const char *row,
	const struct visits *list)
{
	for (size_t i = 0; i < list->n; i++)
		portal_visit_line(rq, tpl_row(part, row), &list->v[i]);
}

static int
portal_visits_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/visits.tpl"), *part;
	struct visits next = {0}, gone = {0}, past = {0};

	if (coming(rq, &next, &gone) ||
		visit_store_past(rq->db, rq->arena, rq->scope,
			rq->scope->patient_id, rq->now, PAST_MAX, &past))
		return req_db_err(rq);
	req_title(rq, tr(rq, "Visits"));
	tpl_show_if(t, "NONE", next.n == 0);
	if (next.n > 0)
		lines(rq, tpl_row(t, "LIST"), "VISIT", &next);
	if (gone.n + past.n > 0) {
		part = tpl_row(t, "PAST_LIST");
		lines(rq, part, "PAST", &gone);
		lines(rq, part, "PAST", &past);
		tpl_show_if(part, "MORE", past.n == PAST_MAX);
	}
	return req_html(rq);
}

const struct page portal_visits_page = {
	.method = "GET",
	.path = "/portal/visits",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.about = "The patient's visits, to come and past.",
	.run = portal_visits_run,
};

/* The steps, each with its day and hour, on the clock of the visit. */
static int
steps(struct req *rq, struct tpl *card, const struct visit *v)
{
	const struct zone *zone = zone_find(v->zone);
	bool spanish = strcmp(rq->lang, "es") == 0;
	struct show show = *rq->show;
	struct preps all = {0};
	struct tpl *list;

	if (prep_store_list(rq->db, rq->arena, rq->scope, v->id, &all))
		return -1;
	if (all.n == 0)
		return 0;
	if (zone)
		show.zone = zone;
	list = tpl_row(card, "PREPS");
	for (size_t i = 0; i < all.n; i++) {
		struct tpl *row = tpl_row(list, "PREP");

		tpl_text(row, "TITLE", prep_title(&show, all.v[i].kind));
		tpl_text(row, "TEXT", prep_text(&show, &all.v[i], spanish));
		tpl_show_if(row, "DONE", all.v[i].done != INSTANT_NONE);
	}
	return 0;
}

/* What to do before the visit, in the reader's language. */
static int
preparation(struct req *rq, struct tpl *card, const struct visit *v)
{
	struct visit_type type;
	const char *text;
	int found = v->visit_type_id == 0
			    ? 0
			    : visit_type_store_get(rq->db, rq->arena, rq->scope,
				      v->visit_type_id, &type);

	if (found <= 0)
		return found;
	text = strcmp(rq->lang, "es") == 0 && type.preparation_es[0] != '\0'
		       ? type.preparation_es
		       : type.preparation;
	if (text[0] != '\0')
		tpl_text(tpl_row(card, "PREPARATION"), "TEXT", text);
	return 0;
}

static int
portal_visit_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct tpl *t = req_tpl(rq, "portal/visit.tpl"), *card;

	req_title(rq, tr(rq, "Your visit"));
	req_about(rq, "appointment", v->id);
	card = tpl_row(t, "VISIT");
	if (portal_visit_card(rq, card, v))
		return req_db_err(rq);
	tpl_show_if(card, "COMING", portal_coming(v, rq->now));
	tpl_show_if(card, "GONE",
		visit_state(v) == VISIT_CANCELLED && v->start > rq->now);
	if (portal_coming(v, rq->now) &&
		(preparation(rq, card, v) < 0 || steps(rq, card, v)))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page portal_visit_page = {
	.method = "GET",
	.path = "/portal/visits/:visit",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.about = "One visit of the patient.",
	.run = portal_visit_run,
};

/* Neutral on purpose: calendars are shared and shown on lock screens. */
static int
event_of(struct req *rq, const struct visit *v, const struct site *site,
	struct ical_event *e)
{
	if (care_feed_event(
		    rq->db, rq->arena, rq->scope, rq->conf->portal_host, v, e))
		return -1;
	e->summary = arena_printf(
		rq->arena, tr(rq, "Visit at %s"), rq->clinic->name);
	e->description = arena_printf(rq->arena, tr(rq, "Questions? Call %s."),
		show_phone(rq->show, rq->clinic->phone));
	if (strcmp(v->mode, "in_person") == 0)
		e->location = arena_printf(rq->arena, "%s, %s, %s %s",
			site->address, site->city, site->state, site->postal);
	return 0;
}

/* With an address it is a message that puts the visit into a calendar,
 * moves it there or takes it off; without one, a file to take home. */
static void
address_to(struct req *rq, const struct patient *p, bool cancelled,
	struct ical_calendar *k)
{
	if (p->email[0] == '\0')
		return;
	k->method = cancelled ? "CANCEL" : "REQUEST";
	k->organizer = arena_printf(rq->arena, "mailto:no-reply@%.*s",
		(int)strcspn(rq->conf->portal_host, ":"),
		rq->conf->portal_host);
	k->organizer_name = rq->clinic->name;
	k->attendee = arena_printf(rq->arena, "mailto:%s", p->email);
}

static int
portal_calendar_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct ical_calendar k = {0};
	struct ical_event event;
	struct patient patient;
	struct site site;
	const char *text, *type = "text/calendar; charset=utf-8";

	if (site_store_get(rq->db, rq->arena, rq->scope, v->site_id, &site) <=
			0 ||
		patient_store_get(rq->db, rq->arena, rq->scope, v->patient_id,
			&patient) <= 0 ||
		event_of(rq, v, &site, &event))
		return req_db_err(rq);
	k.events = (struct ical_events){&event, 1, 1};
	address_to(rq, &patient, event.cancelled, &k);
	text = ical_calendar(rq->arena, &k);
	if (text == NULL)
		return req_fail(rq, ERR_BROKEN, "%s",
			tr(rq, "This file could not be made."));
	if (k.method)
		type = arena_printf(rq->arena, "%s; method=%s", type, k.method);
	req_about(rq, "appointment", v->id);
	req_header(rq, "Content-Disposition",
		"attachment; filename=\"visit.ics\"");
	return req_body(rq, type, text, strlen(text));
}

const struct page portal_calendar_page = {
	.method = "GET",
	.path = "/portal/visits/:visit/visit.ics",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_EXPORT,
	.about = "One visit as a file for the patient's own calendar.",
	.run = portal_calendar_run,
};
