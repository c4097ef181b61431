/* The demonstration clinic's waitlist: some who have a visit weeks ahead and
 * wish for an earlier one. */
#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/waitlist.h"
#include "store/visit_store.h"
#include "store/waitlist_store.h"

#define WAITING 9
#define DAY_S 86400
#define AT_LEAST (10 * DAY_S) /* so far ahead is the visit they have */

/* The last of their coming visits, if it is one to wish an earlier time
 * for; 1, 0 or -1. */
static int
last_visit(struct demo *d, const struct demo_patient *p, struct visit *out)
{
	struct visits coming = {0};

	if (visit_store_coming(d->ctl->db, d->ctl->arena, &d->ctl->scope, p->id,
		    d->now, 50, &coming))
		return ctl_db_err(d->ctl);
	if (coming.n == 0)
		return 0;
	*out = coming.v[coming.n - 1];
	return out->start > d->now + AT_LEAST && wait_may_join(out, d->now);
}

static int
join(struct demo *d, const struct visit *v, int n)
{
	const struct wait_entry e = {
		.patient_id = v->patient_id,
		.visit_id = v->id,
		.visit_type_id = v->visit_type_id,
		.earliest = d->today,
		.latest = n % 3 == 0 ? d->today + 14 + n : DAY_NONE,
		.weekdays = n % 4 == 1 ? 0x2a : 0x3e, /* not every day */
		.parts = n % 2 == 0 ? WAIT_MORNING | WAIT_AFTERNOON
				    : WAIT_AFTERNOON | WAIT_EVENING,
		.notice_min = n % 2 == 0 ? 1440 : 120,
		.urgency = n == 0  ? WAIT_URGENT
			   : n < 3 ? WAIT_SOON
				   : WAIT_ROUTINE,
		.channel = n % 2 == 0 ? "portal" : "phone",
		.note = n == 0 ? "New symptoms since the last visit" : "",
		.joined = d->now - (instant_t)(n + 1) * 3 * DAY_S / 2,
	};
	bool twice = false;

	if (waitlist_store_add(d->ctl->db, &d->ctl->scope, &e, &twice) == 0 &&
		!twice)
		return ctl_db_err(d->ctl);
	return 0;
}

int
demo_waitlist(struct demo *d)
{
	int n = 0;

	for (int i = 0; i < d->n_patients && n < WAITING; i++) {
		struct arena_mark mark = arena_mark(d->ctl->arena);
		struct visit v = {0};
		int found = last_visit(d, &d->patient[i], &v);

		if (found < 0 || (found > 0 && join(d, &v, n++)))
			return -1;
		arena_rewind(d->ctl->arena, mark);
	}
	return 0;
}
