/* The no-show model from the clinic's own visits. Arithmetic: domain/attend.c
 * and attend_fit.c; rules: tests/RULES.md, "Help to attend". */
#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "care/attend.h"

#define DAY_S 86400
#define PAST_S (ATTEND_DAYS * INT64_C(86400))
#define LAMBDA 1.0

/* One visit with what was known of it two days before. */
struct sample {
	struct attend_visit v;
	instant_t start;
	bool missed;
};
struct samples {
	struct sample *v;
	size_t n, cap;
};

static bool
by_then(instant_t at, instant_t known)
{
	return at != INSTANT_NONE && at <= known;
}

/* all[at], with the patient's visits before it in the list. */
static struct sample
sample_of(const struct attend_pasts *all, size_t at)
{
	const struct attend_past *p = &all->v[at];
	const struct zone *zone = zone_find(p->zone);
	instant_t known = p->start - ATTEND_KNOWN_S;
	struct local l = zone_local(zone ? zone : zone_find("UTC"), p->start);
	struct sample s = {.start = p->start, .missed = p->missed};

	s.v = (struct attend_visit){
		.lead_days = (int)((p->start - p->booked) / DAY_S),
		.since_days = -1,
		.moves = p->moves,
		.child = p->birth != DAY_NONE && day_age(p->birth, l.day) < 18,
		.test = p->test,
		.group = p->group,
		.remote = p->remote,
		.asked = by_then(p->asked, known),
		.confirmed = by_then(p->confirmed, known),
		.weekday = day_weekday(l.day),
		.minute = l.minute,
	};
	for (size_t i = at; i-- > 0;) {
		const struct attend_past *b = &all->v[i];

		if (b->patient_id != p->patient_id ||
			b->start < p->start - PAST_S)
			break;
		if (b->start > known)
			continue;
		s.v.past++;
		s.v.missed += b->missed;
		if (!b->missed && s.v.since_days < 0)
			s.v.since_days = (int)((p->start - b->start) / DAY_S);
	}
	return s;
}

static int
by_start(const void *a, const void *b)
{
	const struct sample *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static double
base_of(const struct samples *all, size_t n, size_t *missed)
{
	*missed = 0;
	for (size_t i = 0; i < n; i++)
		*missed += all->v[i].missed;
	return n ? (double)*missed / (double)n : 0;
}

/* Rows and outcomes of all[from, to). */
static struct attend_data
rows_of(struct arena *a, const struct samples *all, size_t from, size_t to,
	double base)
{
	double *x = arena_alloc(a, (to - from + 1) * ATTEND_XS * sizeof(*x));
	bool *y = arena_alloc(a, (to - from + 1) * sizeof(*y));

	for (size_t i = from; i < to; i++) {
		attend_row(&all->v[i].v, base, x + (i - from) * ATTEND_XS);
		y[i - from] = all->v[i].missed;
	}
	return (struct attend_data){x, y, to - from, ATTEND_XS};
}

static void
measure(struct arena *a, const struct attend_data *d, struct attend_fitted *f)
{
	double *p = arena_alloc(a, (d->n + 1) * sizeof(*p));

	for (size_t i = 0; i < d->n; i++)
		p[i] = attend_p(&f->model, d->x + i * ATTEND_XS);
	attend_measure(a, p, d->y, d->n, &f->merit);
}

/* Four fifths of the time that the visits span, by their dates. */
static size_t
split_at(const struct samples *all, instant_t at)
{
	size_t n = 0;

	while (n < all->n && all->v[n].start < at)
		n++;
	return n;
}

static bool
enough(const struct attend_try *t)
{
	return t->visits >= ATTEND_LEAST && t->missed >= ATTEND_LEAST_MISSED;
}

/* Of too few visits, or when the fit does not settle, the shared weights are
 * measured. */
static void
learn(struct arena *a, const struct samples *all, instant_t now,
	struct attend_try *out)
{
	struct attend_fitted *f = &out->made;
	struct attend_model own = {0};
	struct attend_data train, test;
	size_t n;

	f->fitted = now;
	f->from = all->v[0].start;
	f->to = all->v[all->n - 1].start + 1;
	f->split = f->from + (f->to - f->from) * 4 / 5;
	n = split_at(all, f->split);
	f->visits = n;
	own.base = base_of(all, n, &f->missed);
	train = rows_of(a, all, 0, n, own.base);
	out->fitted = enough(out) && f->missed > 0 && f->missed < n &&
		      attend_fit(&train, LAMBDA, own.b, own.se) == 0;
	f->model = out->fitted ? own : attend_shared;
	test = rows_of(a, all, n, all->n, f->model.base);
	measure(a, &test, f);
	/* What foretells no better than the share alone helps nobody. */
	out->kept = out->fitted && f->merit.skill > 0;
}

int
care_attend_try(struct db *db, struct arena *a, const struct scope *sc,
	instant_t now, struct attend_try *out)
{
	struct attend_pasts past = {0};
	struct samples all = {0};
	instant_t from = now - PAST_S;

	*out = (struct attend_try){0};
	/* As far back again, for what was known of the first. */
	if (attend_store_past(db, a, sc, from - PAST_S, now, &past))
		return -1;
	for (size_t i = 0; i < past.n; i++)
		if (past.v[i].start >= from)
			*ARENA_PUSH(a, &all) = sample_of(&past, i);
	out->visits = all.n;
	base_of(&all, all.n, &out->missed);
	if (all.n == 0)
		return 0;
	qsort(all.v, all.n, sizeof(*all.v), by_start);
	learn(a, &all, now, out);
	return 0;
}

/* ---- a visit to come ---------------------------------------------------- */

/* What raises it above a patient like all others, by a sixth at least. */
static void
reasons(const struct attend_model *m, const double x[ATTEND_XS],
	struct attend_why *why)
{
	double by[ATTEND_XS];

	for (int k = 0; k < ATTEND_XS; k++)
		by[k] = m->b[k] * x[k];
	by[ATTEND_ONE] = 0;
	by[ATTEND_PRIOR] -= m->b[ATTEND_PRIOR] * m->base;
	for (why->n = 0; why->n < ATTEND_WHYS; why->n++) {
		int most = 0;

		for (int k = 1; k < ATTEND_XS; k++)
			if (by[k] > by[most])
				most = k;
		if (by[most] < 0.15)
			return;
		why->x[why->n] = (enum attend_x)most;
		by[most] = 0;
	}
}

int
care_attend_of(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, int64_t visit, enum attend_need *need,
	struct attend_why *why)
{
	struct attend_pasts past = {0};
	struct attend_model m = attend_shared;
	struct sample s;
	double x[ATTEND_XS];

	if (attend_store_model(db, a, sc, &m) < 0 ||
		attend_store_before(db, a, sc, patient, visit, &past))
		return -1;
	*need = ATTEND_LOW;
	*why = (struct attend_why){.n = 0};
	if (past.n == 0 || past.v[past.n - 1].id != visit)
		return 0;
	s = sample_of(&past, past.n - 1);
	attend_row(&s.v, m.base, x);
	*need = attend_need(attend_p(&m, x), m.base);
	reasons(&m, x, why);
	return 0;
}
