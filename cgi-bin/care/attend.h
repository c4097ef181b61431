#ifndef CARE_ATTEND_H
#define CARE_ATTEND_H

#include "store/attend_store.h"

/* Which visits are likely to be missed, learnt from the clinic's own past.
 * Rules: tests/RULES.md, "Help to attend". */

struct attend_try {
	size_t visits, missed;	   /* of the months that count */
	bool fitted;		   /* else there are too few: the shared one */
	bool kept;		   /* and better than the share of them alone */
	struct attend_fitted made; /* and how it did on the last fifth */
};
/* Reads the visits of the last two years, fits on the days of the first four
 * fifths, measures on the rest. Writes nothing. 0, or -1 the database
 * failed. */
int care_attend_try(struct db *, struct arena *, const struct scope *,
	instant_t now, struct attend_try *out);

/* Why a visit may be missed, the weightiest first. */
#define ATTEND_WHYS 3
struct attend_why {
	enum attend_x x[ATTEND_WHYS];
	int n;
};
/* For a visit to come: by the clinic's own weights, or the shared ones. 0,
 * or -1 the database failed. */
int care_attend_of(struct db *, struct arena *, const struct scope *,
	int64_t patient, int64_t visit, enum attend_need *,
	struct attend_why *);

#endif
