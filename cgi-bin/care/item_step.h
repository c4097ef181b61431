#ifndef CARE_ITEM_STEP_H
#define CARE_ITEM_STEP_H

#include "care/item.h"

/*
 * What care/item.c and care/items.c share. A step belongs to a batch when
 * batch is not 0; the batch is taken back as one.
 */
/* Load an open loop the caller may change, at this version. */
int item_step_begin(struct act *, int64_t id, int64_t version, struct item *);
int item_step_save(struct act *, struct item *);
int item_step_log(struct act *, int64_t id, int64_t batch, const char *what,
	const struct item *was, const char *before, const char *after,
	const char *note);
int item_step_assign(struct act *, int64_t id, int64_t version,
	int64_t owner_id, int64_t team_id, int64_t batch);
int item_step_due(struct act *, int64_t id, int64_t version, day_t on,
	instant_t at, int64_t batch);
int item_step_done(struct act *, int64_t id, int64_t version,
	const struct item_proof_of *, int64_t batch);

#endif
