#ifndef STAFF_VISIT_FIND_H
#define STAFF_VISIT_FIND_H

#include "care/visit.h"
#include "web/form.h"

struct req;
struct slots;
struct tpl;

/*
 * What the pages that offer times share: the choices of the finder, the
 * free times, and the page for a time somebody else has got.
 */

/* Parts of a day, as a select offers them. */
extern const struct option visit_find_parts[];
/* "morning" and so on as minutes; false: all day. */
bool visit_find_part(const char *part, int *from_min, int *to_min);
/* DAY rows (TEXT; WHY (REASON) if the day has none; WHO rows (NAME PLACE; TIME
 * rows (URL LABEL))) in t; the URL is base with &slot= behind. base NULL: SLOT
 * instead, for a button. */
void visit_find_draw(struct req *, struct tpl *t, const struct slots *,
	const struct slot_days *, const char *base);

/* One field that a form carries along. */
struct keep {
	const char *name, *value;
};

/*
 * The answer to a refused booking: staff/visit_taken.tpl with what was in
 * the way, three other times, and for who may, overbooking. action is
 * where the other times are posted to, over where the overbooking is, again
 * where all times are; keep ends with a NULL name and holds all but the
 * slot. Returns the status.
 */
int visit_find_taken(struct req *, struct act *, const struct visit_booking *,
	int64_t except_visit, const char *action, const char *over,
	const char *again, const struct keep *);

#endif
