/* The logistic fit, and how good a forecast was. Hosmer, Lemeshow and
 * Sturdivant, Applied Logistic Regression, 3rd ed., ch. 2 and 5; Brier,
 * Monthly Weather Review 78 (1950) 1-3. Rules: tests/RULES.md, "Help to
 * attend". */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "domain/attend.h"

#define K ATTEND_XS
#define ROUNDS 60
#define SETTLED 1e-9

/* ---- small symmetric systems ------------------------------------------- */

/* The lower triangle L of m = L L', in place; -1: m is not positive. */
static int
split(double m[K][K], int k)
{
	for (int i = 0; i < k; i++)
		for (int j = 0; j <= i; j++) {
			double sum = m[i][j];

			for (int l = 0; l < j; l++)
				sum -= m[i][l] * m[j][l];
			if (i == j && !(sum > 0))
				return -1;
			m[i][j] = i == j ? sqrt(sum) : sum / m[j][j];
		}
	return 0;
}

/* v becomes the solution of L L' v = v. */
static void
solve(double l[K][K], int k, double *v)
{
	for (int i = 0; i < k; i++) {
		for (int j = 0; j < i; j++)
			v[i] -= l[i][j] * v[j];
		v[i] /= l[i][i];
	}
	for (int i = k - 1; i >= 0; i--) {
		for (int j = i + 1; j < k; j++)
			v[i] -= l[j][i] * v[j];
		v[i] /= l[i][i];
	}
}

/* ---- Newton -------------------------------------------------------------- */

/* First derivatives, and minus the second ones. */
static void
derive(const struct attend_data *d, double lambda, const double *b, double g[K],
	double h[K][K])
{
	memset(g, 0, sizeof(double[K]));
	memset(h, 0, sizeof(double[K][K]));
	for (size_t r = 0; r < d->n; r++) {
		const double *x = d->x + r * (size_t)d->k;
		double p = attend_logistic(b, x, d->k), w = p * (1 - p);

		for (int i = 0; i < d->k; i++) {
			g[i] += (d->y[r] - p) * x[i];
			for (int j = 0; j <= i; j++)
				h[i][j] += w * x[i] * x[j];
		}
	}
	for (int i = 1; i < d->k; i++) {
		g[i] -= lambda * b[i];
		h[i][i] += lambda;
	}
}

static double
likelihood(const struct attend_data *d, double lambda, const double *b)
{
	double sum = 0;

	for (size_t r = 0; r < d->n; r++) {
		double p = attend_logistic(b, d->x + r * (size_t)d->k, d->k);

		sum += log(fmax(d->y[r] ? p : 1 - p, 1e-300));
	}
	for (int i = 1; i < d->k; i++)
		sum -= lambda / 2 * b[i] * b[i];
	return sum;
}

/* One step from b, shorter where the whole would lead down; how far. */
static double
step(const struct attend_data *d, double lambda, double *b, const double *by)
{
	double was = likelihood(d, lambda, b), far = 0, share = 1;
	double next[K];

	for (int tries = 0; tries < 30; tries++, share /= 2) {
		for (int i = 0; i < d->k; i++)
			next[i] = b[i] + share * by[i];
		if (likelihood(d, lambda, next) >= was - 1e-9)
			break;
	}
	for (int i = 0; i < d->k; i++) {
		far = fmax(far, fabs(next[i] - b[i]));
		b[i] = next[i];
	}
	return far;
}

static void
errors(double l[K][K], int k, double *se)
{
	for (int i = 0; i < k; i++) {
		double unit[K] = {0};

		unit[i] = 1;
		solve(l, k, unit);
		se[i] = sqrt(unit[i]);
	}
}

int
attend_fit(const struct attend_data *d, double lambda, double *b, double *se)
{
	double g[K], h[K][K];

	for (int i = 0; i < d->k; i++)
		b[i] = 0;
	for (int round = 0; round < ROUNDS; round++) {
		derive(d, lambda, b, g, h);
		if (split(h, d->k))
			return -1;
		solve(h, d->k, g);
		if (step(d, lambda, b, g) < SETTLED) {
			errors(h, d->k, se);
			return 0;
		}
	}
	return -1;
}

/* ---- how good it was ----------------------------------------------------- */

struct mark {
	double p;
	bool y;
};

static int
by_p(const void *a, const void *b)
{
	double x = ((const struct mark *)a)->p, y = ((const struct mark *)b)->p;

	return x < y ? -1 : x > y;
}

/* Mann and Whitney: the ranks of those that were missed, ties shared. */
static double
area(struct arena *a, const double *p, const bool *y, size_t n, size_t missed)
{
	struct mark *m = arena_alloc(a, (n + 1) * sizeof(*m));
	double ranks = 0, pairs = (double)missed * (double)(n - missed);

	if (pairs == 0)
		return 0.5;
	for (size_t i = 0; i < n; i++)
		m[i] = (struct mark){p[i], y[i]};
	qsort(m, n, sizeof(*m), by_p);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && m[end].p == m[i].p;)
			end++;
		for (size_t j = i; j < end; j++)
			if (m[j].y)
				ranks += (double)(i + 1 + end) / 2;
	}
	return (ranks - (double)missed * (double)(missed + 1) / 2) / pairs;
}

static void
calibrate(const double *p, const bool *y, size_t n, struct attend_merit *out)
{
	double expected = 0;

	for (size_t i = 0; i < n; i++) {
		int at = (int)(p[i] * ATTEND_BINS);
		struct attend_bin *bin =
			&out->bins[at < ATTEND_BINS ? at : ATTEND_BINS - 1];

		bin->n++;
		bin->p += p[i];
		bin->y += y[i];
		expected += p[i];
	}
	for (int k = 0; k < ATTEND_BINS; k++) {
		struct attend_bin *bin = &out->bins[k];

		if (bin->n == 0)
			continue;
		bin->p /= (double)bin->n;
		bin->y /= (double)bin->n;
		out->ece += (double)bin->n / (double)n * fabs(bin->p - bin->y);
	}
	out->oe = expected > 0 ? (double)out->missed / expected : 0;
}

/* y again, from the logit of p alone. */
static void
incline(struct arena *a, const double *p, const bool *y, size_t n,
	struct attend_merit *out)
{
	double *x = arena_alloc(a, (2 * n + 1) * sizeof(*x)), b[2], se[2];
	struct attend_data d = {.x = x, .y = y, .n = n, .k = 2};

	for (size_t i = 0; i < n; i++) {
		double in = fmin(fmax(p[i], 1e-9), 1 - 1e-9);

		x[2 * i] = 1;
		x[2 * i + 1] = log(in / (1 - in));
	}
	if (out->missed == 0 || out->missed == n || attend_fit(&d, 0, b, se))
		return;
	out->intercept = b[0];
	out->slope = b[1];
}

void
attend_measure(struct arena *a, const double *p, const bool *y, size_t n,
	struct attend_merit *out)
{
	double base;

	*out = (struct attend_merit){.n = n, .auc = 0.5};
	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++) {
		out->missed += y[i];
		out->brier += (p[i] - y[i]) * (p[i] - y[i]);
	}
	out->brier /= (double)n;
	base = (double)out->missed / (double)n;
	out->ref = base * (1 - base);
	out->skill = out->ref > 0 ? 1 - out->brier / out->ref : 0;
	out->auc = area(a, p, y, n, out->missed);
	calibrate(p, y, n, out);
	incline(a, p, y, n, out);
}

bool
attend_off(const struct attend_merit *m)
{
	return fabs(m->oe - 1) > 0.1 || m->slope < 0.8 || m->slope > 1.2;
}
