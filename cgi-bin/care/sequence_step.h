#ifndef CARE_SEQUENCE_STEP_H
#define CARE_SEQUENCE_STEP_H

#include "care/act.h"
#include "domain/sequence.h"
#include "domain/visit.h"

/* What the acts on single visits owe to the chains these are part of; for
 * care/visit*.c only. Each 0 or -1. */

/* May the visit take that time, as the others stand? ERR_CONFLICT, field
 * "sequence": a gap would not hold. */
int
sequence_fits(struct act *, const struct visit *old, const struct visit *to);
/* The new row takes the old one's place; a loop about it is closed. */
int
sequence_moved(struct act *, const struct visit *old, const struct visit *to);
/* Booked again after it was cancelled or missed. */
int sequence_again(struct act *, int64_t again_of, const struct visit *to);
/* Cancelled or missed: if the chain needs it and others are to come, a
 * loop says so. */
int sequence_lost(struct act *, const struct visit *);
/* The entry was taken back. */
int sequence_back(struct act *, const struct visit *);

/* Of care/sequence*.c: one time for each step, with its end, its buffers
 * and its day, from what was asked for; and the chain when one is moved. */
struct sequence_wish;
struct chain_visits;
int sequence_times(struct act *, const struct sequence_wish *,
	const struct seq_option *asked, struct seq_ask *out,
	struct chain_visits *chain);
const struct zone *sequence_zone(struct act *, int64_t site);
struct seq_time sequence_time_of(const struct visit *);

#endif
