#ifndef CARE_OVERBOOK_H
#define CARE_OVERBOOK_H

#include "care/act.h"
#include "domain/visit.h"

/*
 * May this visit lie over others? It needs the right, a reason, room under
 * the limit of its half day, and nothing below it that must not wait. 0, or
 * -1 with act->err set. Rules: tests/RULES.md, "Visits", "Overbooking".
 */
int care_overbook_check(
	struct act *, const struct visit *, const char *reason, int64_t except);

#endif
