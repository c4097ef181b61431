/* "fit no-show": which visits are likely to be missed, learnt from the
 * clinic's own past. Rules: tests/RULES.md, "Help to attend". */
#include <stdio.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"
#include "care/attend.h"

#define IN_95 1.96 /* standard errors on either side */

static void
print_weights(const struct attend_model *m)
{
	printf("\n%-28s %8s  95 in 100 within\n", "", "weight");
	for (int k = 0; k < ATTEND_XS; k++)
		printf("%-28s %8.3f  %.3f to %.3f\n", attend_x_labels[k],
			m->b[k], m->b[k] - IN_95 * m->se[k],
			m->b[k] + IN_95 * m->se[k]);
}

static void
print_merit(const struct attend_merit *m)
{
	printf("\nMeasured on the %zu latest visits, %zu missed:\n"
	       "Brier %.4f, of the share alone %.4f, skill %.3f\n"
	       "AUC %.3f\n"
	       "Calibration error %.3f, observed to expected %.2f, slope "
	       "%.2f, intercept %.2f\n",
		m->n, m->missed, m->brier, m->ref, m->skill, m->auc, m->ece,
		m->oe, m->slope, m->intercept);
	printf("\n%-12s %8s %9s %9s\n", "foretold", "visits", "mean", "missed");
	for (int k = 0; k < ATTEND_BINS; k++)
		if (m->bins[k].n > 0)
			printf(".%d to %s%-5d %8zu %9.3f %9.3f\n", k,
				k < 9 ? "." : "1.", (k + 1) % 10, m->bins[k].n,
				m->bins[k].p, m->bins[k].y);
	if (attend_off(m))
		printf("The likelihoods are off: fit again when there are "
		       "more visits.\n");
}

static int
keep(struct ctl *c, const struct attend_fitted *f)
{
	int64_t id;

	if (ctl_begin(c) < 0)
		return -1;
	id = attend_store_add(c->db, &c->scope, f);
	if (ctl_end(c, id ? 0 : ctl_db_err(c), AUDIT_ATTEND_FIT,
		    arena_printf(c->arena, "visits=%zu missed=%zu", f->visits,
			    f->missed)) < 0)
		return -1;
	printf("\nThese weights are in force from now on.\n");
	return 0;
}

static int
stay(const struct attend_try *try)
{
	if (try->fitted)
		printf("\nThat is no better than the share of missed visits "
		       "alone: nothing was kept.\n");
	else
		printf("\nA clinic's own weights need %d visits, %d of them "
		       "missed: nothing was kept.\n",
			ATTEND_LEAST, ATTEND_LEAST_MISSED);
	return 0;
}

static int
fit_run(struct ctl *c)
{
	struct attend_try try;
	struct attend_fitted last;
	int was;

	was = attend_store_last(c->db, c->arena, &c->scope, &last);
	if (was < 0 ||
		care_attend_try(c->db, c->arena, &c->scope, c->now, &try))
		return ctl_db_err(c);
	printf("%zu visits of the last two years came or were missed, %zu "
	       "missed.\n",
		try.visits, try.missed);
	if (was)
		printf("In force so far: weights from %zu visits, AUC %.3f, "
		       "skill %.3f.\n",
			last.visits, last.merit.auc, last.merit.skill);
	if (try.fitted) {
		printf("Fitted on the first %zu of them.\n", try.made.visits);
		print_weights(&try.made.model);
	}
	if (try.made.merit.n > 0)
		print_merit(&try.made.merit);
	return try.kept ? keep(c, &try.made) : stay(&try);
}

const struct command fit_command = {
	.name = "fit no-show",
	.about = "Learn from the clinic's past which visits are likely to be "
		 "missed, and print how well that is foretold.",
	.args = "",
	.opts = "",
	.need = NEED_CLINIC,
	.run = fit_run,
};
