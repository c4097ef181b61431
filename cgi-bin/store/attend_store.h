#ifndef STORE_ATTEND_STORE_H
#define STORE_ATTEND_STORE_H

#include "domain/attend.h"
#include "domain/scope.h"

struct db;

/* A visit that took place or was missed; and one to come, missed false. */
struct attend_past {
	int64_t id, patient_id;
	instant_t start, booked, asked, confirmed;
	const char *zone;
	day_t birth;
	bool missed, remote, test, group;
	int moves;
};
struct attend_pasts {
	struct attend_past *v;
	size_t n, cap;
};
/* From, before to; each patient's together, the oldest first. Excused ones
 * are not among them, nor those of patients who have died. 0 or -1. */
int attend_store_past(struct db *, struct arena *, const struct scope *,
	instant_t from, instant_t to, struct attend_pasts *out);

/* One patient's up to this visit, which comes last. */
int attend_store_before(struct db *, struct arena *, const struct scope *,
	int64_t patient, int64_t visit, struct attend_pasts *out);

/* A model as it was fitted and measured. */
struct attend_fitted {
	int64_t id;
	instant_t fitted, from, split, to;
	size_t visits, missed; /* fitted from */
	struct attend_model model;
	struct attend_merit merit; /* on the visits from split on */
};
int64_t attend_store_add(
	struct db *, const struct scope *, const struct attend_fitted *);
/* The weights of the last one, for pages. 1, 0 there is none and nothing is
 * written, -1. */
int attend_store_model(struct db *, struct arena *, const struct scope *,
	struct attend_model *);
/* The last one with its measures. 1, 0 there is none, -1. */
int attend_store_last(struct db *, struct arena *, const struct scope *,
	struct attend_fitted *out);

#endif
