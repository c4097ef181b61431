#ifndef DOMAIN_ATTEND_H
#define DOMAIN_ATTEND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/zone.h"

struct arena;

/*
 * How likely a visit is to be missed, so that help can be offered in time.
 * Rules and worked examples: tests/RULES.md, "Help to attend".
 *
 * All that may be known of a visit is in this structure. What a person is
 * (origin, language, sex, disability, payer, address, age but for a child's
 * visit) has no member here and so cannot be asked: 45 CFR 92.210.
 */
struct attend_visit {
	int lead_days;	  /* from booking to the visit */
	int past, missed; /* visits of the last 24 months, and those missed */
	int since_days;	  /* since the last that was kept; -1: none */
	int moves;	  /* how often this one was put to another time */
	bool child;	  /* a visit of somebody under 18 */
	bool test, group; /* a procedure or test; several patients at once */
	bool remote;	  /* by video or telephone */
	bool asked, confirmed; /* as known two days before */
	int weekday;	       /* 0 Sunday, where the visit is */
	int minute;	       /* since midnight, where the visit is */
};

enum attend_x {
	ATTEND_ONE, /* the intercept */
	ATTEND_LEAD,
	ATTEND_PRIOR,
	ATTEND_FIRST,
	ATTEND_SINCE,
	ATTEND_MOVES,
	ATTEND_CHILD,
	ATTEND_TEST,
	ATTEND_GROUP,
	ATTEND_REMOTE,
	ATTEND_CONFIRMED,
	ATTEND_SILENT,
	ATTEND_AFTERNOON,
	ATTEND_EVENING,
	ATTEND_MONDAY,
	ATTEND_FRIDAY,
	ATTEND_WEEKEND,
	ATTEND_XS
};
extern const char *const attend_x_names[ATTEND_XS];  /* kept: "lead" */
extern const char *const attend_x_labels[ATTEND_XS]; /* shown */

struct attend_model {
	double base; /* the clinic's share of missed visits, 0 to 1 */
	double b[ATTEND_XS];
	double se[ATTEND_XS]; /* 0: not fitted */
};

/* For a clinic whose own past is too short. */
extern const struct attend_model attend_shared;

#define ATTEND_LEAST 1000	   /* visits of the past a clinic needs */
#define ATTEND_LEAST_MISSED 100	   /* and missed ones among them */
#define ATTEND_DAYS 730		   /* of the past that count: two years */
#define ATTEND_KNOWN_S (48 * 3600) /* before the visit it is asked */

/* (missed + 3 base) / (past + 3): few visits say little. */
double attend_prior(int missed, int past, double base);
void attend_row(const struct attend_visit *, double base, double x[ATTEND_XS]);
/* 1 / (1 + exp(-(sum of b x))), of k numbers each. */
double attend_logistic(const double *b, const double *x, int k);
/* 0 to 1. */
double attend_p(const struct attend_model *, const double x[ATTEND_XS]);

/* "low", "medium", "high": who likely needs help to attend. From the share
 * of all on it is medium, from twice as much on high. */
enum attend_need { ATTEND_LOW, ATTEND_MEDIUM, ATTEND_HIGH };
enum attend_need attend_need(double p, double base);
extern const char *const attend_need_words[];

/* ---- the fit ----------------------------------------------------------- */

/* n rows of k numbers each, one after the other; the first of each is 1. */
struct attend_data {
	const double *x;
	const bool *y; /* missed */
	size_t n;
	int k; /* at most ATTEND_XS */
};

/*
 * The logistic model whose penalised likelihood is greatest: Newton's
 * method, penalty lambda / 2 times the squares of all but the intercept. b
 * and se have k numbers; se is from the inverse of the second derivatives.
 * 0, or -1 when it does not settle.
 */
int
attend_fit(const struct attend_data *, double lambda, double *b, double *se);

struct attend_bin {
	size_t n;
	double p, y; /* means */
};
#define ATTEND_BINS 10

/* How well p foretold y. */
struct attend_merit {
	size_t n, missed;
	double brier, ref, skill; /* skill = 1 - brier / ref */
	double auc;		  /* ties a half; 0.5 when all are alike */
	double ece, oe;		  /* calibration error; observed / expected */
	double slope, intercept;  /* of the logit; 0, 0 when not to be had */
	struct attend_bin bins[ATTEND_BINS]; /* by tenths of p */
};
void attend_measure(struct arena *, const double *p, const bool *y, size_t n,
	struct attend_merit *out);
/* Observed and expected differ by more than a tenth, or the slope is outside
 * 0.8 to 1.2. */
bool attend_off(const struct attend_merit *);

#endif
