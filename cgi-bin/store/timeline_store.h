#ifndef STORE_TIMELINE_STORE_H
#define STORE_TIMELINE_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

struct arena;
struct db;
struct scope;

/*
 * What happened to a patient at this clinic, newest first: visits that have
 * begun or were cancelled, attempts to reach them, insurance checks, open
 * items opened and closed. Imported records have a list of their own, see
 * record_store_timeline().
 */
enum timeline_kind {
	TIMELINE_VISIT,
	TIMELINE_ATTEMPT,
	TIMELINE_CHECK,
	TIMELINE_OPENED,
	TIMELINE_CLOSED,
};

struct timeline_entry {
	enum timeline_kind kind;
	int64_t id; /* of the visit, the item or the policy */
	instant_t at;
	/* VISIT: type, clinician, status, reason, "1" if replaced.
	 * ATTEMPT: channel, outcome, who called, note, the item's title.
	 * CHECK: payer, plan, result, note, method.
	 * OPENED: title, who, kind, "", "".
	 * CLOSED: title, who, state, reason or evidence, "". */
	const char *a, *b, *c, *d, *e;
};

struct timeline {
	struct timeline_entry *v;
	size_t n, cap;
};

/* Which kinds: bits 1u << enum timeline_kind. Before a moment, visits not
 * after now; at most limit of each kind. One statement. */
int timeline_store_list(struct db *, struct arena *, const struct scope *,
	int64_t patient, unsigned kinds, instant_t now, instant_t before,
	int limit, struct timeline *out);

#endif
