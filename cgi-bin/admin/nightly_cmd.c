/* What time alone makes due, once a day: see care/nightly.h. */
#include <stdio.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"
#include "care/nightly.h"
#include "care/recall.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "store/clinic_store.h"

/* So few in one transaction that nobody at a desk waits for it. */
#define BATCH 25

static int
make_act(struct ctl *c, struct act *act, struct day_set *holidays)
{
	struct clinic clinic;
	day_t *v = arena_alloc(c->arena, 24 * sizeof(*v));
	int year, month, day;

	if (clinic_store_get(c->db, c->arena, c->scope.clinic_id, &clinic) <= 0)
		return ctl_db_err(c);
	*act = (struct act){.db = c->db,
		.arena = c->arena,
		.scope = &c->scope,
		.holidays = holidays,
		.actor = "system",
		.now = c->now,
		.zone = zone_find(clinic.zone),
		.err = &c->err};
	act->today = zone_local(act->zone, c->now).day;
	day_split(act->today, &year, &month, &day);
	holidays->n = day_federal_holidays(year, v);
	holidays->n += day_federal_holidays(year + 1, v + holidays->n);
	holidays->v = v;
	return 0;
}

static int
ask_some(struct ctl *c, struct act *act, const struct visits *all, size_t from)
{
	size_t to = from + BATCH < all->n ? from + BATCH : all->n;
	int rc = ctl_begin(c);

	for (size_t i = from; rc == 0 && i < to; i++)
		rc = care_nightly_ask(act, &all->v[i]);
	return ctl_end(c, rc, AUDIT_NIGHTLY,
		arena_printf(c->arena, "visits to confirm: %zu", to - from));
}

/* What the next three business days' visits lack. */
static int
ready_some(
	struct ctl *c, struct act *act, const struct visits *all, size_t from)
{
	size_t to = from + BATCH < all->n ? from + BATCH : all->n;
	int rc = ctl_begin(c);

	for (size_t i = from; rc == 0 && i < to; i++)
		rc = care_nightly_ready(act, &all->v[i]);
	return ctl_end(c, rc, AUDIT_NIGHTLY,
		arena_printf(c->arena, "visits looked at for needs: %zu",
			to - from));
}

/* Each batch is what is still to be opened: the one before is done. */
static int
recalls(struct ctl *c, struct act *act, size_t *opened)
{
	struct recalls some;

	*opened = 0;
	do {
		int rc;

		some = (struct recalls){0};
		if (care_nightly_recalls(act, BATCH, &some) < 0)
			return -1;
		if (some.n == 0)
			return 0;
		rc = ctl_begin(c);
		for (size_t i = 0; rc == 0 && i < some.n; i++)
			rc = care_recall_open(act, &some.v[i]);
		if (ctl_end(c, rc, AUDIT_NIGHTLY,
			    arena_printf(c->arena, "recalls: %zu", some.n)) < 0)
			return -1;
		*opened += some.n;
	} while (some.n == BATCH);
	return 0;
}

static int
nightly_run(struct ctl *c)
{
	struct day_set holidays = {0};
	struct visits all = {0}, needy = {0};
	struct act act;
	int64_t forgotten = 0;
	size_t opened;

	if (make_act(c, &act, &holidays) < 0 ||
		care_nightly_unconfirmed(&act, &all) < 0)
		return -1;
	for (size_t i = 0; i < all.n; i += BATCH)
		if (ask_some(c, &act, &all, i) < 0)
			return -1;
	if (care_nightly_unready(&act, &needy) < 0)
		return -1;
	for (size_t i = 0; i < needy.n; i += BATCH)
		if (ready_some(c, &act, &needy, i) < 0)
			return -1;
	if (recalls(c, &act, &opened) < 0 || ctl_begin(c) < 0)
		return -1;
	forgotten = care_nightly_tidy(&act);
	if (ctl_end(c, forgotten < 0 ? -1 : 0, AUDIT_NIGHTLY, "tidied") < 0)
		return -1;
	printf("%zu visits to confirm; %zu looked at for needs; %zu recalls; "
	       "%lld forms forgotten.\n",
		all.n, needy.n, opened, (long long)forgotten);
	return 0;
}

const struct command nightly_command = {
	.name = "nightly",
	.args = "",
	.about = "Once a day, by a timer: open a follow-up for each visit of "
		 "the next two business days that is not confirmed, and for "
		 "each of the next three that something is missing for; "
		 "open the recalls that come due; forget what has served. "
		 "Running it again changes nothing.",
	.opts = "",
	.need = NEED_CLINIC,
	.user = "staff",
	.run = nightly_run,
};
