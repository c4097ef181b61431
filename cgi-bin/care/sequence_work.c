/* What happens to one visit, and the chain it is part of. Rules:
 * tests/RULES.md, "Linked visits". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/item.h"
#include "care/sequence.h"
#include "care/sequence_step.h"
#include "care/visit_step.h"
#include "store/visit_store.h"

#define ABOUT "appointment"

static const char *
what(const struct visit *v)
{
	return v->type_name[0] ? v->type_name : "Visit";
}

static int
refuse(struct act *act, const struct chain_visits *all,
	const struct chain_visit *to, const struct gap *g, bool after)
{
	if (strcmp(act->actor, "patient") == 0)
		return visit_refuse(act, "sequence",
			"This visit goes with other visits, so its time "
			"cannot be changed alone. Please call us.");
	return visit_refuse(act, "sequence",
		"This visit is part of %s. Then the gap %s %s would not hold "
		"(%s). Choose another time, or move all of them together.",
		all->chain.name, after ? "to" : "from", what(&to->visit),
		gap_words(act->arena, g));
}

/* Would the chain hold with this visit of it at that time? */
static int
fits(struct act *act, const struct chain_visits *all, const struct visit *to)
{
	static const struct gap order = {GAP_NONE, 0, 0};
	struct seq_time t = sequence_time_of(to);
	size_t at = 0;

	while (at < all->n && all->v[at].visit.id != all->here)
		at++;
	for (size_t i = 0; i < all->n; i++) {
		struct seq_time o = sequence_time_of(&all->v[i].visit);
		bool after = i > at;
		const struct gap *g = i + 1 == at   ? &all->v[at].step.gap
				      : i == at + 1 ? &all->v[i].step.gap
						    : &order;

		if (i == at || all->v[i].gone)
			continue;
		if (!(after ? gap_holds(g, &t, &o) : gap_holds(g, &o, &t)))
			return refuse(act, all, &all->v[i], g, after);
	}
	return 0;
}

int
sequence_fits(struct act *act, const struct visit *old, const struct visit *to)
{
	struct chain_visits all;
	int found = care_sequence_of(act, old, &all);

	return found <= 0 ? found : fits(act, &all, to);
}

void
care_sequence_keep(struct act *act, const struct chain_visits *chain,
	const struct visit *v, struct slots *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		struct visit to = *v;

		to.start = l->v[i].start;
		to.end = to.start + v->end - v->start;
		if (fits(act, chain, &to) == 0)
			l->v[n++] = l->v[i];
	}
	l->n = n;
	*act->err = (struct err){0};
}

int
sequence_moved(struct act *act, const struct visit *old, const struct visit *to)
{
	return sequence_store_moved(act->db, act->scope, old->id, to->id)
		       ? visit_broken(act)
		       : 0;
}

int
sequence_again(struct act *act, int64_t again_of, const struct visit *to)
{
	const struct item_proof_of p = {
		.proof = PROOF_APPOINTMENT, .id = to->id};
	struct visit was;
	struct chain c = {0};
	int found;

	if (again_of == 0)
		return 0;
	found = sequence_store_of(
		act->db, act->arena, act->scope, again_of, &c);
	if (found <= 0)
		return found < 0 ? visit_broken(act) : 0;
	found = visit_store_get(
		act->db, act->arena, act->scope, again_of, &was);
	if (found <= 0)
		return found < 0 ? visit_broken(act) : 0;
	if (was.patient_id != to->patient_id ||
		was.visit_type_id != to->visit_type_id ||
		!visit_state_closed(visit_state(&was)) ||
		visit_state(&was) == VISIT_FULFILLED)
		return 0;
	if (sequence_moved(act, &was, to))
		return -1;
	return care_item_close_for(act, ITEM_SEQUENCE, ABOUT, again_of, &p);
}

static bool
is_needed(const struct chain_visits *all, int64_t visit)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].visit.id == visit)
			return all->v[i].step.needed;
	return false;
}

/* The next one of the others that is still to come, or NULL. */
static const struct visit *
to_come(const struct act *act, const struct chain_visits *all, int64_t visit)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].visit.id != visit && !all->v[i].gone &&
			all->v[i].visit.start > act->now)
			return &all->v[i].visit;
	return NULL;
}

int
sequence_lost(struct act *act, const struct visit *v)
{
	struct chain_visits all;
	const struct visit *next;
	const struct zone *zone;
	int found = care_sequence_of(act, v, &all);
	struct item_new n = {
		.kind = ITEM_SEQUENCE,
		.patient_id = v->patient_id,
		.subject_type = ABOUT,
		.subject_id = v->id,
		.next_step = "Book it again, or cancel what is left",
	};
	struct show show = {.arena = act->arena,
		.today = act->today,
		.now = act->now,
		.clock24 = true};

	if (found <= 0)
		return found;
	next = to_come(act, &all, v->id);
	if (!next || !is_needed(&all, v->id))
		return 0;
	zone = zone_find(next->zone);
	show.zone = zone ? zone : act->zone;
	n.title = arena_printf(
		act->arena, "%s is missing in %s", what(v), all.chain.name);
	n.detail = arena_printf(act->arena, "Still booked: %s on %s",
		what(next), show_when(&show, next->start));
	return care_item_open(act, &n, NULL);
}

int
sequence_back(struct act *act, const struct visit *v)
{
	return care_item_cancel_for(
		act, ITEM_SEQUENCE, ABOUT, v->id, "The entry was taken back");
}
