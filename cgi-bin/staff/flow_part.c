/* The flow board as it is drawn: who is where, since when, what comes next.
 * Rules: tests/RULES.md, "The flow board". Which buttons there are is told
 * by the transition table in domain/visit.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/flow.h"
#include "domain/patient.h"
#include "domain/slot.h"
#include "staff/flow_part.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/room_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct field asked[] = {
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
	{.name = "state", .label = "Show", .type = FIELD_SELECT},
};
const struct form flow_query = FORM(asked);

/* ---- what there is ------------------------------------------------------ */

static bool
wanted(const struct flow *f, const struct visit *v)
{
	return f->provider == 0 || v->provider_id == f->provider;
}

static int
load_day(struct req *rq, struct flow *f)
{
	instant_t from = slot_instant(f->zone, f->show->today, 0);
	instant_t to = slot_instant(f->zone, f->show->today + 1, 0);

	if (room_store_list(
		    rq->db, rq->arena, rq->scope, f->site, false, &f->rooms) ||
		visit_type_store_list(
			rq->db, rq->arena, rq->scope, true, &f->types) ||
		visit_store_between(rq->db, rq->arena, rq->scope, f->site, from,
			to, &f->visits) ||
		flow_store_checked_in(rq->db, rq->arena, rq->scope, f->site,
			from, to, &f->checked_ins) ||
		door_store_arrivals(rq->db, rq->arena, rq->scope, f->site, from,
			to, &f->arrivals) ||
		video_store_list(rq->db, rq->arena, rq->scope, f->site, from,
			to, &f->videos))
		return req_db_err(rq);
	for (size_t i = 0; i < f->visits.n; i++)
		if (wanted(f, &f->visits.v[i]))
			f->n[flow_column(visit_state(&f->visits.v[i]))]++;
	return 0;
}

int
flow_load(struct req *rq, struct flow *f)
{
	*f = (struct flow){.site = query_int(rq, "site")};
	if (rq->o.visit)
		f->site = rq->o.visit->site_id;
	if (visit_part_sites(rq, &f->sites, &f->site))
		return req_fail(rq, ERR_NOT_FOUND,
			"No site is set up yet. An administrator adds one "
			"under Settings.");
	for (size_t i = 0; i < f->sites.n; i++)
		if (f->sites.v[i].id == f->site)
			f->at = &f->sites.v[i];
	f->show = visit_part_show(rq, f->at->zone);
	f->zone = f->show->zone;
	if (provider_store_list(
		    rq->db, rq->arena, rq->scope, false, &f->providers))
		return req_db_err(rq);
	for (size_t i = 0; i < f->providers.n; i++)
		if (f->providers.v[i].id == query_int(rq, "provider"))
			f->provider = f->providers.v[i].id;
	f->one = flow_column_parse(query_text(rq, "state"), &f->column);
	return load_day(rq, f);
}

const char *
flow_url(struct req *rq, const char *path, const struct flow *f)
{
	const char *url = arena_printf(
		rq->arena, "%s?site=%lld", path, (long long)f->site);

	if (f->provider)
		url = arena_printf(rq->arena, "%s&provider=%lld", url,
			(long long)f->provider);
	if (f->one)
		url = arena_printf(rq->arena, "%s&state=%s", url,
			flow_column_name(f->column));
	return url;
}

static const char *
room_kind(const struct flow *f, const struct visit *v)
{
	for (size_t i = 0; i < f->types.n; i++)
		if (f->types.v[i].id == v->visit_type_id)
			return f->types.v[i].room_kind;
	return "";
}

bool
flow_fits(const struct flow *f, const struct visit *v, const struct room *r)
{
	const char *kind = room_kind(f, v);

	return (r->id == v->room_id || kind[0] == '\0' ||
		       strcmp(kind, r->kind) == 0) &&
	       flow_room_free(&f->visits, v, r->id);
}

const struct room *
flow_room(const struct flow *f, const struct visit *v)
{
	const struct room *first = NULL;

	for (size_t i = 0; i < f->rooms.n; i++) {
		const struct room *r = &f->rooms.v[i];

		if (!flow_fits(f, v, r))
			continue;
		if (r->id == v->room_id)
			return r;
		if (!first)
			first = r;
	}
	return first;
}

/* ---- a row -------------------------------------------------------------- */

static instant_t
since(const struct flow *f, const struct visit *v)
{
	instant_t at = INSTANT_NONE;

	for (size_t i = 0; i < f->checked_ins.n; i++)
		if (f->checked_ins.v[i].visit_id == v->id)
			at = f->checked_ins.v[i].at;
	return flow_since(v, at);
}

/* "12 min", "2 h 5 min". */
static const char *
spell(struct req *rq, int64_t s)
{
	int64_t min = s < 0 ? 0 : s / 60;

	if (min < 60)
		return arena_printf(rq->arena, "%lld min", (long long)min);
	return arena_printf(rq->arena, "%lld h %lld min", (long long)min / 60,
		(long long)min % 60);
}

static const char *
how_long(struct req *rq, const struct flow *f, const struct visit *v,
	enum flow_column c)
{
	instant_t at = since(f, v);

	if (c == FLOW_COMING && rq->now < v->start)
		return arena_printf(
			rq->arena, "in %s", spell(rq, v->start - rq->now));
	if (c == FLOW_COMING)
		return arena_printf(rq->arena, "%s after the time",
			spell(rq, rq->now - v->start));
	if (c == FLOW_OUT || at == INSTANT_NONE)
		return "";
	if (c == FLOW_DONE && v->arrived != INSTANT_NONE)
		return arena_printf(rq->arena, "was here %s",
			spell(rq, v->done - v->arrived));
	if (c == FLOW_DONE)
		return "";
	return spell(rq, rq->now - at);
}

static void
draw_wait(struct req *rq, struct tpl *row, const struct flow *f,
	const struct visit *v, enum flow_column c)
{
	enum flow_wait w = flow_wait(v, since(f, v), rq->now);
	struct tpl *tag;

	tpl_text(row, "LONG", how_long(rq, f, v, c));
	if (w == FLOW_FINE)
		return;
	tag = tpl_row(row, "WAIT");
	tpl_text(tag, "TONE", w == FLOW_LONG ? "red" : "amber");
	tpl_text(tag, "ICON", w == FLOW_LONG ? "circle-alert" : "clock");
	tpl_text(tag, "TEXT", flow_wait_label(c, w));
}

/* Who came in by themselves, and what that leaves for the desk; until the
 * desk is done with them. */
static void
draw_door(struct req *rq, struct tpl *row, const struct flow *f,
	const struct visit *v)
{
	struct tpl *tag;

	for (size_t i = 0; i < f->arrivals.n; i++) {
		const struct arrival *r = &f->arrivals.v[i];

		/* Who came by video is told so by the room they wait in. */
		if (r->visit_id != v->id || r->door == DOOR_VIDEO)
			continue;
		tag = tpl_row(row, "DOOR");
		tpl_text(tag, "TEXT",
			r->kiosk[0] ? arena_printf(rq->arena, "%s: %s",
					      door_label(r->door), r->kiosk)
				    : door_label(r->door));
		if (r->desk[0])
			tpl_text(tpl_row(row, "LEFT"), "TEXT",
				door_desk_label(rq->arena, r->desk));
	}
}

/* By video: the way to the room, and who waits in it, where. */
static void
draw_video(struct req *rq, struct tpl *row, const struct flow *f,
	const struct visit *v)
{
	struct tpl *tag;

	if (strcmp(v->mode, "video") != 0 || visit_state_closed(visit_state(v)))
		return;
	if (req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(row, "VIDEO"), "ID", v->id);
	for (size_t i = 0; i < f->videos.n; i++) {
		const struct video *o = &f->videos.v[i];

		if (o->visit_id != v->id || o->waiting == INSTANT_NONE)
			continue;
		tag = tpl_row(row, "WAITING");
		tpl_text(tag, "SINCE", show_time(f->show, o->waiting));
		tpl_text(tag, "STATE", o->state);
	}
}

/* The one button that posts an act of the table. */
static void
button(struct tpl *row, const struct visit *v, enum visit_act act,
	const char *label, int64_t room, bool first)
{
	struct tpl *b = tpl_row(row, "STEP");

	tpl_int(b, "ID", v->id);
	tpl_int(b, "VERSION", v->version);
	tpl_text(b, "ACT_NAME", visit_act_name(act));
	tpl_text(b, "LABEL", label);
	tpl_int(b, "ROOM_ID", room);
	tpl_show_if(b, "FIRST", first);
}

static void
link_to(struct req *rq, struct tpl *row, const struct visit *v,
	const char *base, const char *page, const char *label)
{
	struct tpl *l = tpl_row(row, "GO");

	tpl_text(l, "URL",
		arena_printf(
			rq->arena, "%s/%lld/%s", base, (long long)v->id, page));
	tpl_text(l, "LABEL", label);
}

static void
draw_room_step(struct req *rq, struct tpl *row, const struct flow *f,
	const struct visit *v, bool first)
{
	const struct room *r;

	if (strcmp(v->mode, "in_person") != 0) {
		button(row, v, VISIT_ACT_ROOM,
			strcmp(v->mode, "video") == 0 ? "Start video"
						      : "Start call",
			0, first);
		return;
	}
	r = flow_room(f, v);
	if (r)
		button(row, v, VISIT_ACT_ROOM,
			arena_printf(rq->arena, "To %s", r->name), r->id,
			first);
	link_to(rq, row, v, "/flow", "room", r ? "Other room" : "Choose room");
}

/* What comes next, as far as the table and the right allow it. */
static void
draw_steps(struct req *rq, struct tpl *row, const struct flow *f,
	const struct visit *v, enum flow_column c)
{
	static const enum visit_act plain[] = {VISIT_ACT_ACCEPT,
		VISIT_ACT_ARRIVE, VISIT_ACT_WITH, VISIT_ACT_CHECKOUT};
	const struct scope *sc = rq->scope;

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (care_visit_may(sc, v, plain[i], rq->now))
			button(row, v, plain[i], visit_act_label(plain[i]), 0,
				true);
	if (care_visit_may(sc, v, VISIT_ACT_CHECK_IN, rq->now) ||
		(c == FLOW_COMING &&
			care_visit_may(sc, v, VISIT_ACT_ARRIVE, rq->now)))
		link_to(rq, row, v, "/appointments", "check-in", "Check in");
	if (care_visit_may(sc, v, VISIT_ACT_ROOM, rq->now))
		draw_room_step(rq, row, f, v, c == FLOW_CHECKED_IN);
	if (c == FLOW_CHECKOUT &&
		care_visit_may(sc, v, VISIT_ACT_DONE, rq->now))
		button(row, v, VISIT_ACT_DONE, visit_act_label(VISIT_ACT_DONE),
			0, true);
	if (care_visit_may(sc, v, VISIT_ACT_NO_SHOW, rq->now) &&
		flow_wait(v, INSTANT_NONE, rq->now) == FLOW_LONG)
		button(row, v, VISIT_ACT_NO_SHOW,
			visit_act_label(VISIT_ACT_NO_SHOW), 0, false);
}

static void
draw_row(struct req *rq, struct tpl *row, const struct flow *f,
	const struct visit *v, enum flow_column c)
{
	enum visit_state s = visit_state(v);
	bool here = strcmp(v->mode, "in_person") == 0;

	tpl_int(row, "ID", v->id);
	tpl_int(row, "VERSION", v->version);
	tpl_text(row, "ISO", show_iso_time(f->show, v->start));
	tpl_text(row, "TIME", show_time(f->show, v->start));
	tpl_text(row, "NAME", visit_part_name(rq, v));
	tpl_text(row, "BORN", show_date(f->show, v->birth));
	tpl_text(row, "MRN", visit_part_mrn(rq, v));
	tpl_text(row, "WHAT", visit_part_what(v));
	tpl_text(row, "WITH",
		v->provider_short[0] ? v->provider_short : "Not recorded");
	tpl_text(row, "ROOM",
		!here		  ? visit_mode_label(v->mode)
		: v->room_name[0] ? v->room_name
				  : "No room");
	if (v->interpreter)
		tpl_text(tpl_row(row, "INTERPRETER"), "SPEAKS",
			patient_language_label(v->patient_language));
	tpl_show_if(row, "UNCONFIRMED",
		s == VISIT_UNCONFIRMED || s == VISIT_BOOKED);
	visit_part_over(row, v);
	if (c == FLOW_ARRIVED)
		draw_door(rq, row, f, v);
	draw_video(rq, row, f, v);
	if (c == FLOW_OUT || s == VISIT_PENDING)
		visit_part_tag(tpl_row(row, "STATE"), "STATUS", v);
	draw_wait(rq, row, f, v, c);
	req_shown(rq, v->patient_id);
}

void
flow_rows(struct req *rq, struct tpl *section, const struct flow *f,
	enum flow_column c, bool acts)
{
	for (size_t i = 0; i < f->visits.n; i++) {
		const struct visit *v = &f->visits.v[i];
		struct tpl *row;

		if (!wanted(f, v) || flow_column(visit_state(v)) != c)
			continue;
		row = tpl_row(section, "VISIT");
		draw_row(rq, row, f, v, c);
		if (acts)
			draw_steps(rq, row, f, v, c);
	}
}

/* ---- the board ---------------------------------------------------------- */

static void
draw_rooms(struct req *rq, struct tpl *t, const struct flow *f)
{
	tpl_show_if(t, "NO_ROOMS", f->rooms.n == 0);
	for (size_t i = 0; i < f->rooms.n; i++) {
		const struct room *r = &f->rooms.v[i];
		struct tpl *row = tpl_row(t, "PLACE"), *in;
		bool free = true;

		tpl_text(row, "NAME", r->name);
		for (size_t k = 0; k < f->visits.n; k++) {
			const struct visit *v = &f->visits.v[k];
			enum flow_column c = flow_column(visit_state(v));

			if (v->room_id != r->id ||
				(c != FLOW_ROOM && c != FLOW_WITH))
				continue;
			free = false;
			in = tpl_row(row, "IN");
			tpl_int(in, "ID", v->id);
			tpl_text(in, "NAME", visit_part_name(rq, v));
			tpl_text(in, "BORN", show_date(f->show, v->birth));
			tpl_text(in, "SINCE", show_time(f->show, v->roomed));
			tpl_text(in, "LONG", spell(rq, rq->now - v->roomed));
			req_shown(rq, v->patient_id);
		}
		tpl_show_if(row, "FREE", free);
	}
}

static void
draw_counts(struct req *rq, struct tpl *t, const struct flow *f)
{
	struct flow all = *f;

	for (int c = 0; c < FLOW_COLUMNS; c++) {
		struct tpl *row = tpl_row(t, "COUNT");

		/* The one that is shown alone leads back to all. */
		all.one = !(f->one && f->column == (enum flow_column)c);
		all.column = (enum flow_column)c;
		tpl_text(row, "URL", flow_url(rq, "/flow", &all));
		tpl_int(row, "N", f->n[c]);
		tpl_text(row, "LABEL", flow_column_label(all.column));
		tpl_show_if(row, "ON", !all.one);
	}
}

void
flow_draw(struct req *rq, struct tpl *t, const struct flow *f)
{
	draw_counts(rq, t, f);
	draw_rooms(rq, t, f);
	tpl_text(t, "UPDATED", show_time(f->show, rq->now));
	tpl_text(t, "UPDATED_ISO", show_iso_time(f->show, rq->now));
	tpl_text(t, "RELOAD", flow_url(rq, "/flow", f));
	for (int i = 0; i < FLOW_COLUMNS; i++) {
		enum flow_column c = (enum flow_column)i;
		bool folded = !f->one && (c == FLOW_DONE || c == FLOW_OUT);
		struct tpl *column, *s;

		if (f->one && f->column != c)
			continue;
		column = tpl_row(t, "COLUMN");
		tpl_text(column, "CODE", flow_column_name(c));
		s = tpl_row(column, folded ? "FOLDED" : "SECTION");
		tpl_text(s, "CODE", flow_column_name(c));
		tpl_text(s, "LABEL", flow_column_label(c));
		tpl_int(s, "N", f->n[c]);
		if (f->n[c] == 0) {
			tpl_show_if(s, "NOBODY", true);
			continue;
		}
		s = tpl_part(s, "ROWS", "staff/flow_rows.tpl");
		tpl_text(s, "LABEL", flow_column_label(c));
		tpl_int(s, "SITE", f->site);
		tpl_int(s, "PROVIDER", f->provider);
		tpl_text(s, "SHOWN", f->one ? flow_column_name(c) : "");
		flow_rows(rq, s, f, c, true);
	}
}
