/* The demonstration clinic's repeated visits: two patients who come every
 * week, or every other, for a while. */
#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "care/series.h"
#include "db/db.h"
#include "store/visit_store.h"

#define DAY_S 86400

static const struct series_rule rules[] = {
	{.freq = SERIES_WEEKLY, .every = 1, .count = 5, .until = DAY_NONE},
	{.freq = SERIES_WEEKLY, .every = 2, .count = 4, .until = DAY_NONE}};
#define SERIES (sizeof(rules) / sizeof(rules[0]))

/* Their next visit that is some days ahead; 1, 0 or -1. */
static int
next_visit(struct demo *d, const struct demo_patient *p, struct visit *out)
{
	struct visits coming = {0};

	if (visit_store_coming(d->ctl->db, d->ctl->arena, &d->ctl->scope, p->id,
		    d->now + 3 * DAY_S, 1, &coming))
		return ctl_db_err(d->ctl);
	if (coming.n == 0 || visit_state(&coming.v[0]) != VISIT_BOOKED)
		return 0;
	*out = coming.v[0];
	return 1;
}

/* Days on which there is no time are left out. */
static int
repeat(struct demo *d, const struct visit *v, const struct series_rule *rule,
	bool *made)
{
	struct act act = demo_act(d, &d->ctl->scope, "staff");
	const struct zone *zone = zone_find(v->zone);
	day_t first = zone_local(zone ? zone : d->zone, v->start).day;
	struct series_plan plan = {0};
	int n;

	if (care_series_repeat(&act, v,
		    series_rule_text(act.arena, rule, first), true, &plan) ||
		care_series_check(&act, &plan))
		return -1;
	for (size_t i = 0; i < plan.dates.n; i++) {
		if (!plan.dates.v[i].free)
			plan.dates.v[i].pick = SERIES_SKIP;
		if (plan.dates.v[i].pick != SERIES_SKIP)
			*made = true;
	}
	return *made ? care_series_book(&act, &plan, &n) : 0;
}

int
demo_series(struct demo *d)
{
	size_t n = 0;

	for (int i = 20; i < d->n_patients && n < SERIES; i++) {
		struct visit v;
		int found = next_visit(d, &d->patient[i], &v);

		bool made = false;

		if (found < 0 || (found > 0 && repeat(d, &v, &rules[n], &made)))
			return -1;
		n += made;
	}
	return 0;
}
