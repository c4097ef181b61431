#ifndef STORE_SEQUENCE_STORE_H
#define STORE_SEQUENCE_STORE_H

#include "domain/scope.h"
#include "domain/sequence.h"
#include "domain/slot.h"

struct arena;
struct db;

/*
 * Plans of visits in order, and those that were booked. One row: 1, 0 not
 * there or not the caller's, -1; lists 0 or -1; adds the id or 0; updates
 * the rows changed or -1.
 */
struct seq_step {
	int no; /* from 1 */
	int64_t type_id, provider_id;
	struct gap gap;
	bool needed;
	const char *type, *provider; /* names; "" any provider */
};

struct seq_steps {
	struct seq_step *v;
	size_t n, cap;
};

struct seq_plan {
	int64_t id, version;
	const char *name;
	bool active;
	struct seq_steps steps; /* of one row, not of lists */
};

struct seq_plans {
	struct seq_plan *v;
	size_t n, cap;
};

int sequence_store_plan(struct db *, struct arena *, const struct scope *,
	int64_t id, struct seq_plan *out);
int sequence_store_plans(struct db *, struct arena *, const struct scope *,
	bool inactive_too, struct seq_plans *out); /* by name */
int64_t sequence_store_add_plan(struct db *, const struct scope *,
	const struct seq_plan *, instant_t now);
/* Name, state and steps; 0: the version moved on. */
int64_t sequence_store_put_plan(struct db *, const struct scope *,
	const struct seq_plan *, instant_t now);

/* One visit of a chain. */
struct chain_step {
	int64_t visit_id;
	int no;
	struct gap gap;
	bool needed;
};

struct chain {
	int64_t id, plan_id, patient_id;
	const char *name;
	struct {
		struct chain_step *v;
		size_t n, cap;
	} steps; /* by number */
};

int64_t sequence_store_add(struct db *, const struct scope *,
	const struct seq_plan *, int64_t patient, instant_t now);
int sequence_store_add_step(struct db *, const struct scope *, int64_t chain,
	int64_t visit, const struct seq_step *);
/* The chain a visit is part of. */
int sequence_store_of(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct chain *out);
/* Another row takes the visit's place. */
int sequence_store_moved(
	struct db *, const struct scope *, int64_t visit, int64_t to);

#endif
