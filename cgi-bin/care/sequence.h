#ifndef CARE_SEQUENCE_H
#define CARE_SEQUENCE_H

#include "care/act.h"
#include "care/visit.h"
#include "domain/sequence.h"
#include "store/sequence_store.h"

/*
 * Visits in order: times for all of them are looked for together, and all
 * are booked or moved, or none, each through care_visit_book() or
 * care_visit_move(). Rules: tests/RULES.md, "Linked visits". 0, or -1 with
 * act->err set.
 */
struct sequence_wish {
	const struct seq_plan *plan; /* to book; NULL: to move of */
	int64_t patient_id;
	const struct visit *of; /* any of its visits */
	day_t first;		/* of the first step that has no time yet */
	int64_t site_id;	/* 0: any */
	bool one_site;		/* all steps at the same; not when moving */
	int from_min, to_min;	/* part of the first step's day; 0, 0: all */
	struct hold_whose whose;
	size_t limit, per_day;
};

/* Times that go together; *days is how many were looked at for the first
 * step. When moving, what is over or under way keeps its time. */
int care_sequence_find(struct act *, const struct sequence_wish *,
	struct seq_options *out, int *days);

/* One visit of a chain, as it is now. */
struct chain_visit {
	struct chain_step step;
	struct visit visit;
	bool moves;  /* to come, and may be moved */
	bool gone;   /* cancelled or missed, and not booked again */
	bool gap_ok; /* to the one before; true when there is none */
};

struct chain_visits {
	struct chain chain;
	struct chain_visit *v; /* by step */
	size_t n, cap;
	int64_t here; /* the visit that was asked about */
};

/* 1, 0 the visit is part of none, -1. */
int
care_sequence_of(struct act *, const struct visit *, struct chain_visits *out);

/* Leave only the times in the list at which the visit alone, the one the
 * chain was asked about, would keep its gaps. */
void care_sequence_keep(struct act *, const struct chain_visits *,
	const struct visit *, struct slots *);

/* Book all at these times, by step; ids of the visits in order. */
int care_sequence_book(struct act *, const struct sequence_wish *,
	const struct seq_option *, const char *reason,
	int64_t id[SEQUENCE_STEPS]);
/* Move all that can be moved; *id is the new row of wish->of, or of
 * another one if that stays. */
int care_sequence_move(struct act *, const struct sequence_wish *,
	const struct seq_option *, int64_t *id);
/* What is to come after or before a visit of the chain that was just
 * cancelled: the others too. *n is how many. */
int care_sequence_cancel_rest(struct act *, const struct visit *,
	const char *by, const char *reason, const char *note, int *n);

#endif
