/* What is known of a visit as numbers, and how likely it is to be missed.
 * Rules: tests/RULES.md, "Help to attend"; the fit: attend_fit.c. */
#include <math.h>

#include "domain/attend.h"

#define PRIOR_WEIGHT 3
#define MOVES_MOST 3

const char *const attend_x_names[ATTEND_XS] = {
	[ATTEND_ONE] = "intercept",
	[ATTEND_LEAD] = "lead",
	[ATTEND_PRIOR] = "prior",
	[ATTEND_FIRST] = "first",
	[ATTEND_SINCE] = "since",
	[ATTEND_MOVES] = "moves",
	[ATTEND_CHILD] = "child",
	[ATTEND_TEST] = "test",
	[ATTEND_GROUP] = "group",
	[ATTEND_REMOTE] = "remote",
	[ATTEND_CONFIRMED] = "confirmed",
	[ATTEND_SILENT] = "silent",
	[ATTEND_AFTERNOON] = "afternoon",
	[ATTEND_EVENING] = "evening",
	[ATTEND_MONDAY] = "monday",
	[ATTEND_FRIDAY] = "friday",
	[ATTEND_WEEKEND] = "weekend",
};

const char *const attend_x_labels[ATTEND_XS] = {
	[ATTEND_ONE] = "Any visit",
	[ATTEND_LEAD] = "Booked long before",
	[ATTEND_PRIOR] = "Visits missed before",
	[ATTEND_FIRST] = "First visit here",
	[ATTEND_SINCE] = "Long since the last visit",
	[ATTEND_MOVES] = "Put to another time",
	[ATTEND_CHILD] = "A child's visit",
	[ATTEND_TEST] = "Procedure or test",
	[ATTEND_GROUP] = "Group visit",
	[ATTEND_REMOTE] = "By video or phone",
	[ATTEND_CONFIRMED] = "Confirmed",
	[ATTEND_SILENT] = "Asked, and did not answer",
	[ATTEND_AFTERNOON] = "Afternoon",
	[ATTEND_EVENING] = "Evening",
	[ATTEND_MONDAY] = "Monday",
	[ATTEND_FRIDAY] = "Friday",
	[ATTEND_WEEKEND] = "Weekend",
};

/* Lead time and earlier misses carry most in what is published, and about a
 * fifth are missed: Dantas et al., Health Policy 122 (2018) 412-421, a review
 * of 105 studies. */
const struct attend_model attend_shared = {
	.base = 0.20,
	.b = {[ATTEND_ONE] = -2.2, [ATTEND_LEAD] = 0.35, [ATTEND_PRIOR] = 1.5},
};

const char *const attend_need_words[] = {"low", "medium", "high"};

double
attend_prior(int missed, int past, double base)
{
	return (missed + PRIOR_WEIGHT * base) / (past + PRIOR_WEIGHT);
}

static double
between(int least, int v, int most)
{
	return v < least ? least : v > most ? most : v;
}

void
attend_row(const struct attend_visit *v, double base, double x[ATTEND_XS])
{
	x[ATTEND_ONE] = 1;
	x[ATTEND_LEAD] = log1p(between(0, v->lead_days, ATTEND_DAYS));
	x[ATTEND_PRIOR] = attend_prior(v->missed, v->past, base);
	x[ATTEND_FIRST] = v->past == 0;
	x[ATTEND_SINCE] = log1p(between(0, v->since_days, ATTEND_DAYS));
	x[ATTEND_MOVES] = between(0, v->moves, MOVES_MOST);
	x[ATTEND_CHILD] = v->child;
	x[ATTEND_TEST] = v->test;
	x[ATTEND_GROUP] = v->group;
	x[ATTEND_REMOTE] = v->remote;
	x[ATTEND_CONFIRMED] = v->confirmed;
	x[ATTEND_SILENT] = v->asked && !v->confirmed;
	x[ATTEND_AFTERNOON] = v->minute >= 12 * 60 && v->minute < 17 * 60;
	x[ATTEND_EVENING] = v->minute >= 17 * 60;
	x[ATTEND_MONDAY] = v->weekday == 1;
	x[ATTEND_FRIDAY] = v->weekday == 5;
	x[ATTEND_WEEKEND] = v->weekday == 0 || v->weekday == 6;
}

double
attend_logistic(const double *b, const double *x, int k)
{
	double z = 0;

	for (int i = 0; i < k; i++)
		z += b[i] * x[i];
	return 1 / (1 + exp(-z));
}

double
attend_p(const struct attend_model *m, const double x[ATTEND_XS])
{
	return attend_logistic(m->b, x, ATTEND_XS);
}

enum attend_need
attend_need(double p, double base)
{
	return p >= 2 * base ? ATTEND_HIGH
	       : p >= base   ? ATTEND_MEDIUM
			     : ATTEND_LOW;
}
