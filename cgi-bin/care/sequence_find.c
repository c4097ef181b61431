/* Times that go together for visits in order: what is free for each step,
 * put together in domain/sequence.c. Rules: tests/RULES.md, "Linked
 * visits", "Free times". */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "care/sequence.h"
#include "care/sequence_step.h"
#include "care/visit_step.h"
#include "domain/patient.h"
#include "store/patient_store.h"
#include "store/slot_store.h"
#include "store/visit_type_store.h"

#define FIRST_LOOK 7 /* days of the first step that are looked at */
#define FURTHEST 56  /* and at most */
#define OPEN_DAYS 30 /* for a step without a gap */

struct part {
	const struct seq_step *step;
	const struct chain_visit *now; /* moving: the visit as it is */
	struct visit_type type;
	int minutes;
	int64_t provider_id, site_id;
	const char *room; /* the kind; "" none */
};

struct find {
	struct act *act;
	const struct sequence_wish *wish;
	const struct chain_visits *chain;
	struct part part[SEQUENCE_STEPS];
	struct seq_ask ask;
	day_t first;
};

static int
load_type(struct act *act, struct part *p, int64_t type)
{
	int found = type == 0 ? 0
			      : visit_type_store_get(act->db, act->arena,
					act->scope, type, &p->type);

	if (found < 0)
		return visit_broken(act);
	if (!found)
		p->type = (struct visit_type){.name = "",
			.room_kind = "",
			.mode = "in_person",
			.horizon_days = 365,
			.active = true};
	if (!p->type.active && !p->now)
		return err_set(act->err, ERR_CONFLICT,
			"%s is in use no more. Change the plan first.",
			p->type.name);
	return 0;
}

/* The steps of a plan, for a patient. */
static int
load_plan(struct find *f)
{
	struct act *act = f->act;
	const struct seq_steps *steps = &f->wish->plan->steps;
	struct patient patient;
	int found = patient_store_get(
		act->db, act->arena, act->scope, f->wish->patient_id, &patient);

	if (found < 0)
		return visit_broken(act);
	if (!found)
		return err_set(act->err, ERR_NOT_FOUND,
			"There is no such patient here.");
	for (size_t i = 0; i < steps->n && i < SEQUENCE_STEPS; i++) {
		struct part *p = &f->part[f->ask.n];

		p->step = &steps->v[i];
		if (load_type(act, p, p->step->type_id))
			return -1;
		p->minutes = visit_type_minutes(&p->type, patient.interpreter);
		p->provider_id = p->step->provider_id;
		p->site_id = f->wish->site_id;
		f->ask.gap[f->ask.n++] = p->step->gap;
	}
	return 0;
}

/* The visits of a chain: without those that are gone, and only the order
 * holds where one is missing in between. */
static int
load_chain(struct find *f)
{
	int last = 0;

	for (size_t i = 0; i < f->chain->n && f->ask.n < SEQUENCE_STEPS; i++) {
		const struct chain_visit *c = &f->chain->v[i];
		struct part *p = &f->part[f->ask.n];

		if (c->gone)
			continue;
		p->now = c;
		if (load_type(f->act, p, c->visit.visit_type_id))
			return -1;
		p->minutes = (int)((c->visit.end - c->visit.start) / 60);
		p->provider_id = c->visit.provider_id;
		p->site_id = c->visit.site_id;
		f->ask.gap[f->ask.n++] = last + 1 == c->step.no && last
						 ? c->step.gap
						 : (struct gap){GAP_NONE, 0, 0};
		last = c->step.no;
	}
	return 0;
}

/* ---- what is free for one step ------------------------------------------ */

static void
give_up(struct busy_list *l, int64_t id, instant_t start, instant_t end)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].id != id || l->v[i].start != start ||
			l->v[i].end != end)
			continue;
		memmove(&l->v[i], &l->v[i + 1], (l->n - i - 1) * sizeof(*l->v));
		l->n--;
		return;
	}
}

/* What is moved takes no time itself. */
static void
give_up_all(const struct chain_visits *chain, struct slot_book *book)
{
	for (size_t i = 0; chain && i < chain->n; i++) {
		const struct visit *v = &chain->v[i].visit;

		if (!chain->v[i].moves)
			continue;
		give_up(&book->busy, v->provider_id, v->busy_start,
			v->busy_end);
		give_up(&book->room_busy, v->room_id, v->busy_start,
			v->busy_end);
		give_up(&book->patient, v->patient_id, v->start, v->end);
	}
}

static int
by_start(const void *x, const void *y)
{
	const struct seq_time *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->rank - b->rank;
}

static struct seq_time
time_of(const struct part *p, const struct zone *zone, const struct slot *s)
{
	const struct visit *v = p->now ? &p->now->visit : NULL;
	instant_t before = v ? v->start - v->busy_start
			     : p->type.before_min * (instant_t)60;
	instant_t after =
		v ? v->busy_end - v->end : p->type.after_min * (instant_t)60;
	instant_t end = s->start + p->minutes * (instant_t)60;

	return (struct seq_time){
		.provider_id = s->provider_id,
		.site_id = s->site_id,
		.start = s->start,
		.end = end,
		.busy_start = s->start - before,
		.busy_end = end + after,
		.day = zone_local(zone, s->start).day,
	};
}

static int
look(struct find *f, size_t i, day_t first, day_t last)
{
	struct act *act = f->act;
	struct part *p = &f->part[i];
	struct slot_wish wish = {
		.first = first,
		.last = last,
		.provider_id = p->provider_id,
		.site_id = p->site_id,
		.patient_id = f->wish->patient_id,
		.room_kind = p->room,
		.now = act->now,
		.whose = f->wish->whose,
	};
	struct slot_ask ask = {
		.first = first,
		.last = last,
		.minutes = p->minutes,
		.before_min = p->type.before_min,
		.after_min = p->type.after_min,
		.not_before = act->now,
		.site_id = p->site_id,
		.need_room = p->room[0] != '\0',
	};
	struct seq_times *out = &f->ask.time[i];
	struct slot_book book;
	struct slots free = {0};

	if (i == 0) {
		ask.from_min = f->wish->from_min;
		ask.to_min = f->wish->to_min;
	}
	if (slot_store_book(act->db, act->arena, act->scope, &wish, &book))
		return visit_broken(act);
	give_up_all(f->chain, &book);
	slot_find(act->arena, &book, &ask, &free);
	for (size_t k = 0; k < free.n; k++) {
		struct seq_time *t = ARENA_PUSH(act->arena, out);

		*t = time_of(p, slot_site_find(&book, free.v[k].site_id)->zone,
			&free.v[k]);
		t->rank = (int)k;
	}
	if (out->n)
		qsort(out->v, out->n, sizeof(*out->v), by_start);
	return 0;
}

/* How many days a gap can put between two steps. */
static int
reach(const struct gap *g)
{
	return g->unit == GAP_DAYS	? g->high
	       : g->unit == GAP_MINUTES ? g->high / 1440 + 1
					: OPEN_DAYS;
}

static bool
is_now(const struct find *f, const struct seq_option *o)
{
	for (size_t i = 0; i < f->ask.n; i++)
		if (o->step[i].start != f->part[i].now->visit.start)
			return false;
	return true;
}

/* Where the visits are already, they need not be moved to. */
static void
leave_out_now(const struct find *f, struct seq_options *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		if (f->wish->plan || !is_now(f, &l->v[i]))
			l->v[n++] = l->v[i];
	l->n = n;
}

/* All steps, when the first that moves is looked for on so many days. */
static int
look_all(struct find *f, int days, struct seq_options *out)
{
	day_t last = f->first + days - 1;
	bool any = false;

	for (size_t i = 0; i < f->ask.n; i++) {
		struct part *p = &f->part[i];
		day_t until = f->act->today + p->type.horizon_days;

		f->ask.time[i] = (struct seq_times){0};
		if (p->now && !p->now->moves) {
			*ARENA_PUSH(f->act->arena, &f->ask.time[i]) =
				sequence_time_of(&p->now->visit);
			continue;
		}
		if (any)
			last += reach(&f->ask.gap[i]);
		any = true;
		p->room = visit_type_room(
			&p->type, p->now ? p->now->visit.mode : "");
		if (look(f, i, f->first, last < until ? last : until))
			return -1;
	}
	out->n = 0;
	sequence_find(f->act->arena, &f->ask, out);
	leave_out_now(f, out);
	return 0;
}

static int
load(struct find *f)
{
	struct chain_visits *chain;
	int found;

	f->ask.limit = f->wish->limit;
	f->ask.one_site = f->wish->plan && f->wish->one_site;
	f->ask.per_day = f->wish->per_day;
	f->first = f->wish->first == DAY_NONE || f->wish->first < f->act->today
			   ? f->act->today
			   : f->wish->first;
	if (f->wish->plan)
		return load_plan(f);
	chain = arena_alloc(f->act->arena, sizeof(*chain));
	found = care_sequence_of(f->act, f->wish->of, chain);
	if (found < 0)
		return -1;
	if (!found)
		return err_set(f->act->err, ERR_NOT_FOUND,
			"This visit is not part of a sequence.");
	f->chain = chain;
	return load_chain(f);
}

int
care_sequence_find(struct act *act, const struct sequence_wish *wish,
	struct seq_options *out, int *days)
{
	struct find *f = arena_alloc(act->arena, sizeof(*f));

	*f = (struct find){.act = act, .wish = wish};
	if (load(f))
		return -1;
	for (*days = FIRST_LOOK;; *days *= 2) {
		if (look_all(f, *days, out))
			return -1;
		if (out->n >= wish->limit || *days >= FURTHEST)
			return 0;
	}
}

int
sequence_times(struct act *act, const struct sequence_wish *wish,
	const struct seq_option *asked, struct seq_ask *out,
	struct chain_visits *chain)
{
	struct find *f = arena_alloc(act->arena, sizeof(*f));

	*f = (struct find){.act = act, .wish = wish};
	if (load(f))
		return -1;
	for (size_t i = 0; i < f->ask.n; i++) {
		const struct part *p = &f->part[i];
		const struct seq_time *t = &asked->step[i];
		const struct slot s = {.provider_id = t->provider_id,
			.site_id = t->site_id,
			.start = t->start};
		const struct zone *zone = sequence_zone(act, t->site_id);

		f->ask.time[i] = (struct seq_times){0};
		*ARENA_PUSH(act->arena, &f->ask.time[i]) =
			p->now && !p->now->moves
				? sequence_time_of(&p->now->visit)
				: time_of(p, zone, &s);
	}
	*out = f->ask;
	if (chain && f->chain)
		*chain = *f->chain;
	return f->ask.n ? 0
			: err_set(act->err, ERR_CONFLICT,
				  "None of these visits can be booked now.");
}
