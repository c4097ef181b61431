/* The demonstration clinic's ways in without the desk: a kiosk at each
 * site, who came by them today, and rooms for visits by video. */
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "base/token.h"
#include "db/db.h"
#include "domain/slot.h"
#include "store/door_store.h"
#include "store/kiosk_store.h"
#include "store/video_store.h"
#include "store/visit_store.h"

#define DAY_S 86400
#define AHEAD 30 /* days of rooms */
#define SPAN 1800

/* A doctor of the first site with that time free; else -1. */
static int
free_doctor(const struct demo *d, instant_t start)
{
	for (int i = 0; i < DEMO_PROVIDERS; i++)
		if (d->provider[i].kind == DEMO_PRIMARY &&
			d->provider[i].site == 0 &&
			demo_taken_until(d, i, start, start + SPAN) == 0)
			return i;
	return -1;
}

struct soon {
	int patient;
	int64_t from_s;
	bool video;
	const char *status;
};

/* Today, if the day is long enough yet. */
static int
soon(struct demo *d, const struct soon *s)
{
	struct demo_patient *p = &d->patient[s->patient];
	struct demo_visit in = {
		.patient_id = p->id,
		.type = "Follow-up",
		.reason = s->video ? "Back pain, by video"
				   : "Blood pressure check",
		.start = (d->now + s->from_s + 299) / 300 * 300,
		.interpreter = p->interpreter,
		.status = s->status,
		.asked = true,
		.confirmed = true,
		.video = s->video,
	};

	in.provider = free_doctor(d, in.start);
	if (in.provider < 0 ||
		zone_local(d->zone, in.start + SPAN).day != d->today)
		return 0;
	p->busy_on = d->today;
	return demo_add_visit(d, &in) == 0 ? ctl_db_err(d->ctl) : 0;
}

/* The two who have a portal login can come in by it, and one came in at
 * the kiosk. */
int
demo_door_visits(struct demo *d)
{
	const struct soon who[] = {
		{0, 300, true, "door"},
		{1, 300, true, NULL},
		{0, 2400, false, NULL},
		{d->n_patients - 1, 1200, false, "door"},
		{d->n_patients - 2, 600, true, "door"},
	};

	for (size_t i = 0; i < sizeof(who) / sizeof(who[0]); i++)
		if (soon(d, &who[i]))
			return -1;
	return 0;
}

static int
room(struct demo *d, const struct visit *v)
{
	char name[TOKEN_HASH_SIZE + 10], seed[40];

	snprintf(seed, sizeof(seed), "room %lld", (long long)v->id);
	memcpy(name, "handrail-", 10);
	token_hash(seed, name + 9);
	name[49] = '\0';
	return video_store_add(d->ctl->db, &d->ctl->scope, v->id, name,
		v->created < d->now ? v->created : d->now);
}

/* One by video who is in the waiting room. */
static int
waits(struct demo *d, const struct visit *v)
{
	const struct video where = {
		.visit_id = v->id,
		.state = "NJ",
		.address = "7 Harbor Street, Hoboken",
		.emergency = "+15550134998",
		.callback = "+15550134997",
	};

	return video_store_join(d->ctl->db, &d->ctl->scope, &where, v->arrived);
}

/* Who is here and not yet checked in came by themselves, mostly. */
static int
came(struct demo *d, const struct visit *v, int64_t kiosk, int n)
{
	static const char *const left[] = {
		"contact treatment", "", "insurance"};
	const struct arrival r = {
		.visit_id = v->id,
		.at = v->arrived,
		.door = n % 3 == 1 ? DOOR_CODE : DOOR_KIOSK,
		.kiosk_id = n % 3 == 1 ? 0 : kiosk,
		.desk = left[n % 3],
	};

	return door_store_arrived(d->ctl->db, &d->ctl->scope, &r);
}

static int
one_site(struct demo *d, int site)
{
	const struct zone *zone = d->site[site].zone;
	day_t today = zone_local(zone, d->now).day;
	struct ctl *c = d->ctl;
	struct visits list = {0};
	char seed[40], hash[TOKEN_HASH_SIZE];
	int64_t kiosk;
	int n = 0;

	snprintf(seed, sizeof(seed), "no code %d", site);
	token_hash(seed, hash);
	kiosk = kiosk_store_add(c->db, &c->scope, d->site[site].id,
		"Front door", hash, d->now - 9 * DAY_S,
		d->now - 9 * DAY_S + 3600);
	/* Nobody knows its token: it is in use to look at. */
	snprintf(seed, sizeof(seed), "no token %d", site);
	token_hash(seed, hash);
	if (kiosk == 0 ||
		kiosk_store_start(c->db, &c->scope, kiosk, hash,
			d->now - 9 * DAY_S) != 1 ||
		kiosk_store_visit(
			c->db, &c->scope, kiosk, 0, 0, d->now - 240) ||
		visit_store_between(c->db, c->arena, &c->scope,
			d->site[site].id, slot_instant(zone, today, 0),
			slot_instant(zone, today + AHEAD, 0), &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct visit *v = &list.v[i];
		bool video = strcmp(v->mode, "video") == 0;
		bool here = visit_state(v) == VISIT_ARRIVED;

		if (video && (room(d, v) || (here && waits(d, v))))
			return -1;
		if (!video && here && came(d, v, kiosk, n++))
			return -1;
	}
	return 0;
}

int
demo_door(struct demo *d)
{
	for (int i = 0; i < DEMO_SITES; i++) {
		struct arena_mark mark = arena_mark(d->ctl->arena);

		if (one_site(d, i))
			return ctl_db_err(d->ctl);
		arena_rewind(d->ctl->arena, mark);
	}
	return 0;
}
