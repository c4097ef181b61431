/* Booking, moving and cancelling visits in order. Rules: tests/RULES.md,
 * "Linked visits"; SQL: store/sequence_store.c. */
#include "care/sequence.h"

#include <string.h>

#include "base/arena.h"
#include "care/item.h"
#include "care/sequence_step.h"
#include "care/visit_step.h"
#include "domain/site.h"
#include "store/site_store.h"
#include "store/store.h"
#include "store/visit_store.h"

const struct zone *
sequence_zone(struct act *act, int64_t site)
{
	struct site s;
	const struct zone *z = NULL;

	if (site_store_get(act->db, act->arena, act->scope, site, &s) > 0)
		z = zone_find(s.zone);
	return z ? z : act->zone;
}

/* Do the times keep the gaps? They come from a form, and the clock went on
 * since it was drawn. */
static int
check(struct act *act, const struct seq_ask *ask, const char *name)
{
	struct seq_time t[SEQUENCE_STEPS];

	for (size_t i = 0; i < ask->n; i++)
		t[i] = ask->time[i].v[0];
	if (sequence_holds(ask->gap, t, ask->n))
		return 0;
	return visit_refuse(
		act, "gap", "These times do not keep the gaps of %s.", name);
}

static int
book_all(struct act *act, const struct sequence_wish *w,
	const struct seq_ask *ask, const char *reason, int64_t *id)
{
	int64_t chain;

	for (size_t i = 0; i < ask->n; i++) {
		const struct seq_time *t = &ask->time[i].v[0];
		struct visit_booking b = {
			.patient_id = w->patient_id,
			.provider_id = t->provider_id,
			.site_id = t->site_id,
			.visit_type_id = w->plan->steps.v[i].type_id,
			.start = t->start,
			.reason = reason,
			.source = "staff",
		};

		if (care_visit_book(act, &b, &id[i]))
			return -1;
	}
	chain = sequence_store_add(
		act->db, act->scope, w->plan, w->patient_id, act->now);
	if (!chain)
		return visit_broken(act);
	for (size_t i = 0; i < ask->n; i++)
		if (sequence_store_add_step(act->db, act->scope, chain, id[i],
			    &w->plan->steps.v[i]))
			return visit_broken(act);
	return 0;
}

int
care_sequence_book(struct act *act, const struct sequence_wish *w,
	const struct seq_option *o, const char *reason,
	int64_t id[SEQUENCE_STEPS])
{
	struct seq_ask ask;

	if (!w->plan->active)
		return visit_refuse(act, "plan",
			"%s is in use no more. Choose another plan.",
			w->plan->name);
	if (sequence_times(act, w, o, &ask, NULL) ||
		check(act, &ask, w->plan->name))
		return -1;
	if (store_try(act->db))
		return visit_broken(act);
	if (book_all(act, w, &ask, reason, id)) {
		if (store_back(act->db))
			return visit_broken(act);
		return -1;
	}
	return store_keep(act->db) ? visit_broken(act) : 0;
}

/* ---- a chain --------------------------------------------------------------
 */

static bool
is_gone(const struct visit *v)
{
	enum visit_state s = visit_state(v);

	return visit_state_closed(s) && s != VISIT_FULFILLED;
}

struct seq_time
sequence_time_of(const struct visit *v)
{
	return (struct seq_time){
		.provider_id = v->provider_id,
		.site_id = v->site_id,
		.start = v->start,
		.end = v->end,
		.busy_start = v->busy_start,
		.busy_end = v->busy_end,
		.day = zone_local(visit_zone(v), v->start).day,
	};
}

/* Each to the one right before it; where that is gone nothing is measured. */
static void
measure(struct chain_visits *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct seq_time a, b;

		all->v[i].gap_ok = true;
		if (i == 0 || all->v[i].gone || all->v[i - 1].gone)
			continue;
		a = sequence_time_of(&all->v[i - 1].visit);
		b = sequence_time_of(&all->v[i].visit);
		all->v[i].gap_ok = gap_holds(&all->v[i].step.gap, &a, &b);
	}
}

int
care_sequence_of(
	struct act *act, const struct visit *of, struct chain_visits *out)
{
	int found;

	*out = (struct chain_visits){.here = of->id};
	found = sequence_store_of(
		act->db, act->arena, act->scope, of->id, &out->chain);
	if (found <= 0)
		return found < 0 ? visit_broken(act) : 0;
	for (size_t i = 0; i < out->chain.steps.n; i++) {
		struct chain_visit *c = ARENA_PUSH(act->arena, out);

		c->step = out->chain.steps.v[i];
		if (visit_store_get(act->db, act->arena, act->scope,
			    c->step.visit_id, &c->visit) <= 0)
			return visit_broken(act);
		c->gone = is_gone(&c->visit);
		c->moves = c->visit.start > act->now &&
			   care_visit_may(act->scope, &c->visit, VISIT_ACT_MOVE,
				   act->now);
	}
	measure(out);
	return 1;
}

static int
move_one(struct act *act, const struct chain_visit *c, const struct seq_time *t,
	int64_t *id)
{
	const struct visit *v = &c->visit;
	struct visit_booking to = {
		.provider_id = t->provider_id,
		.site_id = t->site_id,
		.start = t->start,
		.source = "staff",
		.together = true,
	};

	*id = v->id;
	if (!c->moves ||
		(t->start == v->start && t->provider_id == v->provider_id))
		return 0;
	return care_visit_move(act, v, v->version, &to, id);
}

/* One by one: into the time that another one of the chain still has, a
 * visit cannot go; so the order is tried both ways. */
static int
move_all(struct act *act, const struct chain_visits *chain,
	const struct seq_ask *ask, bool last_first, int64_t *id)
{
	size_t n = 0;
	const struct chain_visit *standing[SEQUENCE_STEPS];

	for (size_t i = 0; i < chain->n && n < SEQUENCE_STEPS; i++)
		if (!chain->v[i].gone)
			standing[n++] = &chain->v[i];
	for (size_t i = 0; i < n && i < ask->n; i++) {
		size_t at = last_first ? n - 1 - i : i;
		int64_t now;

		if (move_one(act, standing[at], &ask->time[at].v[0], &now))
			return -1;
		if (standing[at]->visit.id == chain->here)
			*id = now;
	}
	return 0;
}

int
care_sequence_move(struct act *act, const struct sequence_wish *w,
	const struct seq_option *o, int64_t *id)
{
	struct chain_visits chain = {0};
	struct seq_ask ask;

	*id = w->of->id;
	if (sequence_times(act, w, o, &ask, &chain) ||
		check(act, &ask, chain.chain.name))
		return -1;
	for (int way = 0; way < 2; way++) {
		if (store_try(act->db))
			return visit_broken(act);
		if (move_all(act, &chain, &ask, way == 1, id) == 0)
			return store_keep(act->db) ? visit_broken(act) : 0;
		if (store_back(act->db))
			return visit_broken(act);
		*id = w->of->id;
		if (act->err->kind != ERR_CONFLICT)
			return -1;
	}
	return -1;
}

int
care_sequence_cancel_rest(struct act *act, const struct visit *v,
	const char *by, const char *reason, const char *note, int *n)
{
	struct chain_visits all;
	int found = care_sequence_of(act, v, &all);
	const char *why;

	*n = 0;
	if (found <= 0)
		return found;
	why = arena_printf(act->arena, "%s was cancelled", all.chain.name);
	for (size_t i = 0; i < all.n; i++) {
		const struct visit *o = &all.v[i].visit;

		if (o->id == v->id || o->start <= act->now ||
			!care_visit_may(
				act->scope, o, VISIT_ACT_CANCEL, act->now))
			continue;
		if (care_visit_cancel(act, o, o->version, by, reason, note) ||
			care_visit_next(act, o, VISIT_NEXT_NONE, DAY_NONE, why))
			return -1;
		++*n;
	}
	for (size_t i = 0; i < all.n; i++)
		if (care_item_cancel_for(act, ITEM_SEQUENCE, "appointment",
			    all.v[i].visit.id, why))
			return -1;
	return 0;
}
