/* Calendar feeds: what a calendar program reads by a secret link. There is
 * no session; the link says whose it is. Rules: tests/RULES.md, "Calendar
 * feeds"; SQL: store/feed_store.c. */
#include <stdio.h>
#include <string.h>

#include "api/api.h"
#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "base/token.h"
#include "care/feed.h"
#include "codec/ical/event.h"
#include "domain/clinic.h"
#include "domain/site.h"
#include "store/site_store.h"
#include "web/req.h"

#define DAY_S 86400
#define REFRESH_MIN 60

/* How far a feed looks, in days; cancelled visits stay a month. */
#define PATIENT_BACK 30
#define PATIENT_AHEAD 400
#define PROVIDER_BACK 7
#define PROVIDER_AHEAD 120
#define CANCELLED_KEPT 30

/* Whole letters, whatever their length in bytes. */
static int
letter(const char *s)
{
	int n = s[0] != '\0';

	while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

static const char *
initials(struct arena *a, const struct visit *v)
{
	return arena_printf(a, "%.*s.%.*s.", letter(v->given), v->given,
		letter(v->family), v->family);
}

static int
site_of(struct req *rq, const struct visit *v, const char **where)
{
	struct site s;

	*where = NULL;
	if (strcmp(v->mode, "in_person") != 0)
		return 0;
	if (site_store_get(rq->db, rq->arena, rq->scope, v->site_id, &s) <= 0)
		return -1;
	*where = arena_printf(rq->arena, "%s, %s, %s %s", s.address, s.city,
		s.state, s.postal);
	return 0;
}

/* By video: our page of the room, which asks who is there. The room's own
 * address stands in no calendar. */
static const char *
way_in(const struct visit *v)
{
	return strcmp(v->mode, "video") == 0 ? "/video" : "";
}

/* A patient's: where and when, never what for. Calendars are shared and
 * shown on lock screens. */
static int
patient_words(struct req *rq, const struct visit *v, struct ical_event *e)
{
	const struct show show = {.arena = rq->arena};

	e->summary = arena_printf(
		rq->arena, tr(rq, "Visit at %s"), rq->clinic->name);
	e->description = arena_printf(rq->arena, tr(rq, "Questions? Call %s."),
		show_phone(&show, rq->clinic->phone));
	e->url = care_feed_url(rq->arena, rq->conf->portal_host,
		arena_printf(rq->arena, "/portal/visits/%lld%s",
			(long long)v->id, way_in(v)));
	return site_of(rq, v, &e->location);
}

static int
provider_words(struct req *rq, const struct feed *f, const struct visit *v,
	struct ical_event *e)
{
	e->summary = "Visit";
	if (f->initials) {
		e->summary = arena_printf(
			rq->arena, "Visit, %s", initials(rq->arena, v));
		req_shown(rq, v->patient_id);
	}
	e->location = v->site_name;
	e->url = care_feed_url(rq->arena, rq->conf->staff_host,
		arena_printf(rq->arena, "/appointments/%lld%s",
			(long long)v->id, way_in(v)));
	return 0;
}

static int
fill(struct req *rq, const struct feed *f, struct ical_calendar *k)
{
	bool patient = f->patient_id != 0;
	/* By the day: else what is sent would differ from hour to hour. */
	instant_t today = rq->now / DAY_S * DAY_S;
	struct visits list = {0};

	if (feed_store_visits(rq->db, rq->arena, rq->scope, f,
		    today - (patient ? PATIENT_BACK : PROVIDER_BACK) * DAY_S,
		    today + (patient ? PATIENT_AHEAD : PROVIDER_AHEAD) *
				    (instant_t)DAY_S,
		    today - CANCELLED_KEPT * DAY_S, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct visit *v = &list.v[i];
		struct ical_event *e = ARENA_PUSH(rq->arena, &k->events);

		if (care_feed_event(rq->db, rq->arena, rq->scope,
			    rq->conf->portal_host, v, e) ||
			(patient ? patient_words(rq, v, e)
				 : provider_words(rq, f, v, e)))
			return -1;
	}
	return 0;
}

static int
used(struct req *rq)
{
	return feed_store_used(rq->db, rq->audit_id, rq->now);
}

/* The same as last time is not sent again (RFC 9110, 13.1.2). */
static int
answer(struct req *rq, const char *text)
{
	char hash[TOKEN_HASH_SIZE];
	const char *tag;

	token_hash(text, hash);
	tag = arena_printf(rq->arena, "\"%.32s\"", hash);
	req_header(rq, "ETag", tag);
	if (rq->if_none_match && strstr(rq->if_none_match, tag)) {
		rq->audit_shown.n = 0;
		req_body(rq, "text/calendar; charset=utf-8", "", 0);
		return 304;
	}
	return req_body(rq, "text/calendar; charset=utf-8", text, strlen(text));
}

static int
feed_run(struct req *rq)
{
	char hash[TOKEN_HASH_SIZE];
	struct ical_calendar k = {.refresh_min = REFRESH_MIN};
	const char *text;
	struct feed f;
	int found;

	token_hash(rq->o.text, hash);
	found = feed_store_find(rq->db, rq->arena, hash, &f);
	if (found < 0)
		return req_db_err(rq);
	if (!found)
		return req_fail(
			rq, ERR_NOT_FOUND, "This link opens nothing any more.");
	*rq->scope = (struct scope){
		.clinic_id = f.clinic_id, .patient_id = f.patient_id};
	if (api_use_clinic(rq, f.clinic_id) < 0)
		return req_db_err(rq);
	req_about(rq, "calendar_feed", f.id);
	if (f.patient_id) {
		req_about_patient(rq, f.patient_id);
		req_language(rq, f.language);
	}
	if (f.used == INSTANT_NONE || rq->now - f.used >= 3600)
		req_keep(rq, used);
	k.name = f.patient_id ? arena_printf(rq->arena, tr(rq, "Visits at %s"),
					rq->clinic->name)
			      : rq->clinic->name;
	if (fill(rq, &f, &k))
		return req_db_err(rq);
	text = ical_calendar(rq->arena, &k);
	if (text == NULL)
		return req_fail(
			rq, ERR_BROKEN, "This calendar could not be made.");
	return answer(rq, text);
}

const struct page feed_page = {
	.method = "GET",
	.path = "/ics/:feed",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_FEED_READ,
	.run = feed_run,
	.about = "A provider's or a patient's visits, by their secret link.",
};
