#ifndef STAFF_NEED_PART_H
#define STAFF_NEED_PART_H

#include "store/need_store.h"

struct act;
struct ready_warnings;
struct req;
struct tpl;
struct visit;

/* What a visit needs, where pages show it. */

/* part/need_list.tpl at the marker NEEDS: the readiness list, with buttons
 * for whom they are. 0 or -1. */
int need_part_list(struct req *, struct tpl *, const struct visit *);
/* part/need_warn.tpl at the marker WARNINGS: what should be known before
 * booking. For a visit that is not booked yet v->id is 0. 0 or -1. */
int need_part_warnings(
	struct req *, struct tpl *, const struct visit *, int64_t except);
/* What must be done before visits and is due before this counts as missing
 * today. */
instant_t need_part_due(struct req *);
/* READY section of a row (TONE ICON TEXT): "Ready", "2 missing"; nothing
 * when the visit needs nothing. */
void need_part_mark(struct req *, struct tpl *row, const struct need_marks *,
	int64_t visit);

#endif
