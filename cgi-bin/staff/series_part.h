#ifndef STAFF_SERIES_PART_H
#define STAFF_SERIES_PART_H

#include "care/series.h"
#include "web/form.h"

struct req;
struct tpl;

/* The page that lists every date of a series before it is booked or moved,
 * and how its answers are read. */

/* d1 to d60: "", "skip", "keep" or a time as slot_text() writes it. */
#define SERIES_PICK(n)                                                         \
	{                                                                      \
		.name = "d" #n, .type = FIELD_TOKEN                            \
	}
#define SERIES_PICKS_10(t)                                                     \
	SERIES_PICK(t##1), SERIES_PICK(t##2), SERIES_PICK(t##3),               \
		SERIES_PICK(t##4), SERIES_PICK(t##5), SERIES_PICK(t##6),       \
		SERIES_PICK(t##7), SERIES_PICK(t##8), SERIES_PICK(t##9)
#define SERIES_PICKS                                                           \
	SERIES_PICKS_10(), SERIES_PICK(10), SERIES_PICKS_10(1),                \
		SERIES_PICK(20), SERIES_PICKS_10(2), SERIES_PICK(30),          \
		SERIES_PICKS_10(3), SERIES_PICK(40), SERIES_PICKS_10(4),       \
		SERIES_PICK(50), SERIES_PICKS_10(5), SERIES_PICK(60)

/* What was picked for each date of the plan, from the posted form. */
void series_part_read(struct req *, struct series_plan *);
/* staff/series_check.tpl: the dates, and a form that posts to action with
 * the two kept fields. Checks the plan anew. Returns the status. */
int series_part_draw(struct req *, struct series_plan *, const char *action,
	const char *button, const char *name1, const char *value1,
	const char *name2, const char *value2);
/* The answer to a booking or move that was refused: the list anew. */
int series_part_refused(struct req *, struct series_plan *, const char *action,
	const char *button, const char *name1, const char *value1,
	const char *name2, const char *value2);
/* Name, what, when of the visit. */
void series_part_visit(struct req *, struct tpl *, const struct visit *);

#endif
