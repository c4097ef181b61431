/* Booking and moving visits: the one way in, for every door. Rules:
 * tests/RULES.md, "Visits"; SQL: store/visit_store.c; what cannot be is
 * kept out by the triggers of schema/0003_schedule.sql. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/need.h"
#include "care/need_step.h"
#include "care/overbook.h"
#include "care/prep.h"
#include "care/sequence_step.h"
#include "care/video.h"
#include "care/visit.h"
#include "care/visit_step.h"
#include "care/waitlist.h"
#include "domain/patient.h"
#include "domain/room.h"
#include "store/hold_store.h"
#include "store/patient_store.h"
#include "store/provider_store.h"
#include "store/room_store.h"
#include "store/series_store.h"
#include "store/site_store.h"
#include "store/slot_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"

/* All that a booking names, as it is in the database. */
struct plan {
	struct patient patient;
	struct provider provider;
	struct site site;
	struct visit_type type;
	const struct zone *zone;
	struct visit v;
};

static const char *
or_empty(const char *s)
{
	return s ? s : "";
}

/* 1 found, 0 not, -1: the same words for all four. */
static int
named(struct act *act, int found, const char *field, const char *text)
{
	if (found < 0)
		return visit_broken(act);
	return found ? 0 : err_field(act->err, field, "%s", text);
}

/* An imported visit may have no type: it takes the time it takes. */
static int
load_type(struct act *act, const struct visit_booking *b, struct visit_type *t)
{
	if (b->visit_type_id == 0 && b->minutes > 0) {
		*t = (struct visit_type){
			.name = "",
			.minutes = b->minutes,
			.room_kind = "",
			.mode = "in_person",
			.horizon_days = 365,
			.active = true,
		};
		return 1;
	}
	return visit_type_store_get(
		act->db, act->arena, act->scope, b->visit_type_id, t);
}

static int
load_all(struct act *act, const struct visit_booking *b, struct plan *p)
{
	struct db *db = act->db;
	struct arena *a = act->arena;
	const struct scope *sc = act->scope;

	if (named(act, patient_store_get(db, a, sc, b->patient_id, &p->patient),
		    "patient", "Choose a patient") ||
		named(act,
			provider_store_get(
				db, a, sc, b->provider_id, &p->provider),
			"provider", "Choose a provider") ||
		named(act, site_store_get(db, a, sc, b->site_id, &p->site),
			"site", "Choose a site") ||
		named(act, load_type(act, b, &p->type), "type",
			"Choose a type of visit"))
		return -1;
	p->zone = zone_find(p->site.zone);
	return p->zone ? 0 : visit_broken(act);
}

/* What no overbooking changes. */
static int
check_sense(
	struct act *act, const struct visit_booking *b, const struct plan *p)
{
	day_t day = zone_local(p->zone, b->start).day;
	day_t today = zone_local(p->zone, act->now).day;
	bool patient = strcmp(act->actor, "patient") == 0;

	if (!p->provider.active)
		return err_field(act->err, "provider",
			"%s sees patients here no more. Choose another "
			"provider",
			p->provider.short_name);
	if (!p->type.active || !p->site.active)
		return err_field(act->err, p->type.active ? "site" : "type",
			"This is in use no more. Choose another");
	if (p->patient.deceased != DAY_NONE)
		return err_field(act->err, "patient",
			"This patient has died. Nothing can be booked");
	if (!p->patient.active)
		return err_field(act->err, "patient",
			"This patient is not in care here any more. Make the "
			"record active first");
	if (day < today || (patient && b->start < act->now))
		return err_field(
			act->err, "start", "Choose a time that is to come");
	if (patient && !b->offered &&
		b->start < act->now + p->type.notice_min * 60)
		return err_field(act->err, "start",
			"This is too soon to be booked online. Please call us");
	/* By the moment too: a day is 32 bits, and a moment is not. */
	if (day > today + p->type.horizon_days ||
		b->start > act->now + (p->type.horizon_days + 2) *
					      (instant_t)86400)
		return err_field(act->err, "start",
			"Choose a day within the next %d days",
			p->type.horizon_days);
	return 0;
}

/* In person, by video or by phone: the type's own way, or one of the three
 * where it leaves that open. */
static int
check_mode(struct act *act, const struct visit_booking *b, const struct plan *p)
{
	const char *mode = or_empty(b->mode);

	if (mode[0] == '\0' || strcmp(mode, p->type.mode) == 0 ||
		b->visit_type_id == 0)
		return 0;
	if (strcmp(p->type.mode, "either") == 0 &&
		(strcmp(mode, "in_person") == 0 || strcmp(mode, "video") == 0 ||
			strcmp(mode, "phone") == 0))
		return 0;
	return err_field(act->err, "mode",
		"%s is not done that way. Choose another type or way",
		p->type.name);
}

static void
fill_row(const struct act *act, const struct visit_booking *b, struct plan *p)
{
	int minutes = b->minutes;
	const char *mode = or_empty(b->mode);

	if (minutes == 0)
		minutes = visit_type_minutes(&p->type, p->patient.interpreter);
	if (mode[0] == '\0')
		mode = strcmp(p->type.mode, "either") == 0 ? "in_person"
							   : p->type.mode;
	p->v = (struct visit){
		.patient_id = b->patient_id,
		.provider_id = b->provider_id,
		.site_id = b->site_id,
		.visit_type_id = b->visit_type_id,
		.start = b->start,
		.end = b->start + minutes * 60,
		.busy_start = b->start - p->type.before_min * 60,
		.busy_end = b->start + (minutes + p->type.after_min) * 60,
		.status = "booked",
		.mode = mode,
		.reason = or_empty(b->reason),
		.note = or_empty(b->note),
		.source = b->source,
		.overbooked = b->overbook,
		.overbook_reason =
			b->overbook ? or_empty(b->overbook_reason) : "",
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE,
		.confirmed_by = "",
		.cancelled_by = "",
		.cancel_reason = "",
		.created = act->now,
		.created_by = act->scope->user_id,
		.updated = act->now,
		.updated_by = act->scope->user_id,
		.version = 1,
		.type_name = p->type.name,
		.zone = p->site.zone,
		.patient_language = p->patient.language,
		.interpreter = p->patient.interpreter,
	};
}

/* A room somebody chose, or a free one of the kind the type wants. */
static int
choose_room(struct act *act, const struct visit_booking *b,
	const struct slot_book *book, struct plan *p)
{
	struct visit *v = &p->v;

	if (strcmp(v->mode, "in_person") != 0)
		return 0;
	if (b->room_id) {
		struct room r;

		v->room_id = b->room_id;
		return named(act,
			room_store_get(act->db, act->arena, act->scope,
				b->room_id, &r) == 1 &&
				r.site_id == v->site_id,
			"room", "Choose a room of this site");
	}
	if (p->type.room_kind[0] == '\0')
		return 0;
	v->room_id =
		slot_room_free(book, v->site_id, v->busy_start, v->busy_end);
	if (v->room_id || b->overbook)
		return 0;
	return visit_refuse(act, "room",
		"That time was just taken: no room for this kind of visit is "
		"free at %s then.",
		p->site.name);
}

static int
place(struct act *act, const struct visit_booking *b, int64_t except,
	struct plan *p)
{
	day_t day = zone_local(p->zone, b->start).day;
	struct slot_wish wish = {
		.first = day,
		.last = day,
		.provider_id = b->provider_id,
		.site_id = b->site_id,
		.room_kind = p->type.room_kind,
		.except_visit = except,
		.now = act->now,
		.whose = b->whose,
	};
	struct slot_book book;

	if (slot_store_book(act->db, act->arena, act->scope, &wish, &book))
		return visit_broken(act);
	if (!b->overbook && !slot_open(act->arena, &book, b->provider_id,
				    b->site_id, p->v.start, p->v.end))
		return visit_refuse(act, "closed",
			"%s does not see patients at %s then.",
			p->provider.short_name, p->site.name);
	return choose_room(act, b, &book, p);
}

static int
refuse_held(struct act *act, const struct visit *v)
{
	bool booking;
	instant_t until = hold_store_held(act->db, act->scope, v->provider_id,
		v->room_id, v->busy_start, v->busy_end, act->now, &booking);
	const struct zone *zone = zone_find(v->zone);
	struct show show = {.arena = act->arena,
		.zone = zone ? zone : act->zone,
		.today = act->today,
		.now = act->now,
		.clock24 = true};
	const char *when =
		until == INSTANT_NONE ? "soon" : show_time(&show, until);

	return booking ? visit_refuse(act, "provider",
				 "Somebody is just booking that time. It is "
				 "kept for them until %s.",
				 when)
		       : visit_refuse(act, "provider",
				 "That time is offered to somebody on the "
				 "waitlist until %s.",
				 when);
}

static bool
whose_any(const struct hold_whose *w)
{
	return w->session_id != 0 || w->portal_session_id != 0;
}

/* The row itself: here it is decided who was first. */
static int
insert(struct act *act, const struct hold_whose *whose, struct plan *p)
{
	enum visit_clash clash;

	if (whose_any(whose) && hold_store_end_of(act->db, act->scope, whose,
					act->now, "taken"))
		return visit_broken(act);
	if (visit_store_lock(act->db, &p->v))
		return visit_broken(act);
	p->v.id = visit_store_add(act->db, act->scope, &p->v, &clash);
	if (p->v.id)
		return care_video_room(act, &p->v);
	switch (clash) {
	case CLASH_PROVIDER:
		return visit_refuse(act, "provider",
			"That time was just taken: %s has another visit then.",
			p->provider.short_name);
	case CLASH_ROOM:
		return visit_refuse(act, "room",
			"That time was just taken: the room is in use then.");
	case CLASH_PATIENT:
		return visit_refuse(act, "patient",
			"That time was just taken: the patient has another "
			"visit then.");
	case CLASH_HELD:
		return refuse_held(act, &p->v);
	default:
		return visit_broken(act);
	}
}

static int
prepare(struct act *act, const struct visit_booking *b, int64_t except,
	struct plan *p)
{
	*p = (struct plan){0};
	if (load_all(act, b, p) || check_sense(act, b, p) ||
		(except == 0 && check_mode(act, b, p)))
		return -1;
	fill_row(act, b, p);
	if (b->overbook &&
		care_overbook_check(act, &p->v, b->overbook_reason, except))
		return -1;
	return place(act, b, except, p);
}

int
care_visit_book(struct act *act, const struct visit_booking *b, int64_t *id)
{
	struct plan p;

	if (prepare(act, b, 0, &p) || insert(act, &b->whose, &p) ||
		visit_history(act, p.v.id, "booked", "", "booked",
			p.v.overbook_reason) ||
		visit_tell(act, &p.v, "visit_booked") ||
		visit_work_booked(act, &p.v, b->again_of) ||
		sequence_again(act, b->again_of, &p.v) ||
		need_booked(act, &p.v) || care_prep_plan(act, &p.v) ||
		care_waitlist_booked(act, &p.v, NULL) ||
		(b->warnings && care_visit_warnings(act, &p.v, 0, b->warnings)))
		return -1;
	*id = p.v.id;
	return 0;
}

int
care_visit_let_go(struct act *act, const struct hold_whose *whose)
{
	return hold_store_end_of(
		       act->db, act->scope, whose, act->now, "withdrawn")
		       ? visit_broken(act)
		       : 0;
}

int
care_visit_hold(
	struct act *act, const struct visit_booking *b, instant_t *until)
{
	struct time_hold h = {
		.made = act->now,
		.until = act->now + HOLD_LIFE_S,
		.whose = b->whose,
	};
	enum hold_clash clash;
	struct plan p;

	if (care_visit_let_go(act, &b->whose) || prepare(act, b, 0, &p))
		return -1;
	h.provider_id = p.v.provider_id;
	h.site_id = p.v.site_id;
	h.room_id = p.v.room_id;
	h.start = p.v.start;
	h.busy_start = p.v.busy_start;
	h.busy_end = p.v.busy_end;
	*until = h.until;
	if (hold_store_add(act->db, act->scope, &h, &clash))
		return 0;
	if (clash == HOLD_CLEAR)
		return visit_broken(act);
	if (clash == HOLD_HELD)
		return refuse_held(act, &p.v);
	return visit_refuse(act, "provider",
		"That time was just taken: %s has another visit then.",
		p.provider.short_name);
}

/* The old row makes room for the new one and then points to it. */
static int
replace(struct act *act, struct visit *old, const struct hold_whose *whose,
	struct plan *p)
{
	enum visit_state was = visit_state(old);
	const char *detail;

	old->status = "cancelled";
	old->cancelled = act->now;
	old->cancelled_by =
		strcmp(act->actor, "patient") == 0 ? "patient" : "clinic";
	old->cancel_reason = "moved";
	if (visit_store_update(act->db, act->scope, old, NULL) != 1)
		return visit_broken(act);
	old->version++;
	if (insert(act, whose, p))
		return -1;
	old->replaced_by_id = p->v.id;
	detail = arena_printf(act->arena, "%lld", (long long)p->v.id);
	return visit_save(act, old, was, "moved", detail);
}

static struct visit_booking
moved(const struct visit *old, const struct visit_booking *to)
{
	struct visit_booking b = {
		.patient_id = old->patient_id,
		.provider_id =
			to->provider_id ? to->provider_id : old->provider_id,
		.site_id = to->site_id ? to->site_id : old->site_id,
		.visit_type_id = old->visit_type_id,
		.start = to->start,
		.minutes = (int)((old->end - old->start) / 60),
		.mode = old->mode,
		.reason = old->reason,
		.note = old->note,
		.source = to->source,
		.offered = to->offered,
		.together = to->together,
		.whose = to->whose,
		.overbook = to->overbook,
		.overbook_reason = to->overbook_reason,
	};

	return b;
}

/* The new row takes the old one's place in its series. */
static int
series_moved(struct act *act, const struct visit *old, const struct visit *v)
{
	return series_store_moved(act->db, act->scope, old->id, v->id)
		       ? visit_broken(act)
		       : 0;
}

int
care_visit_move(struct act *act, const struct visit *seen, int64_t version,
	const struct visit_booking *to, int64_t *id)
{
	struct visit old;
	struct visit_booking b = moved(seen, to);
	struct plan p;

	if (visit_reload(act, seen->id, version, &old) ||
		visit_check(act, &old, VISIT_ACT_MOVE, NULL) ||
		prepare(act, &b, old.id, &p))
		return -1;
	p.v.replaces_id = old.id;
	if (!to->together && sequence_fits(act, &old, &p.v))
		return -1;
	if (replace(act, &old, &b.whose, &p) ||
		visit_history(act, p.v.id, "booked", "", "booked",
			p.v.overbook_reason) ||
		visit_hush(act, &old, "The visit was moved") ||
		visit_tell(act, &p.v, "visit_moved") ||
		visit_work_moved(act, &old, p.v.id) ||
		need_moved(act, &old, &p.v) || series_moved(act, &old, &p.v) ||
		sequence_moved(act, &old, &p.v) ||
		care_prep_moved(act, &old, &p.v) ||
		care_waitlist_booked(act, &p.v, &old) ||
		care_waitlist_freed(act, &old) ||
		(to->warnings &&
			care_visit_warnings(act, &p.v, 0, to->warnings)))
		return -1;
	*id = p.v.id;
	return 0;
}

int
care_visit_need(struct act *act, const struct visit_booking *b,
	int64_t except_visit, struct slot_need *out)
{
	struct plan p = {0};
	struct visit_type *type = arena_alloc(act->arena, sizeof(*type));

	if (load_all(act, b, &p))
		return -1;
	*type = p.type;
	*out = (struct slot_need){
		.type = type,
		.minutes = b->minutes ? b->minutes
				      : visit_type_minutes(
						&p.type, p.patient.interpreter),
		.patient_id = b->patient_id,
		.provider_id = b->provider_id,
		.site_id = b->site_id,
		.first = zone_local(p.zone, b->start).day,
		.last = zone_local(p.zone, b->start).day,
		.not_before = act->now,
		.except_visit = except_visit,
		.mode = b->mode,
		.now = act->now,
		.whose = b->whose,
	};
	return 0;
}
