/* What may lie over other visits, and how often. Rules: tests/RULES.md,
 * "Overbooking"; SQL: store/overbook_store.c. */
#include "care/overbook.h"
#include "care/visit_step.h"
#include "domain/role.h"
#include "domain/slot.h"
#include "store/overbook_store.h"

#define NOON (12 * 60)
#define MIDNIGHT (24 * 60)

static int
check_limit(struct act *act, const struct visit *v, int64_t except)
{
	const struct zone *zone = zone_find(v->zone);
	struct local l;
	bool early;
	int most, n;

	if (zone == NULL)
		return visit_broken(act);
	l = zone_local(zone, v->start);
	early = l.minute < NOON;
	most = overbook_store_most(act->db, act->scope, v->provider_id);
	n = overbook_store_count(act->db, act->scope, v->provider_id,
		slot_instant(zone, l.day, early ? 0 : NOON),
		slot_instant(zone, l.day, early ? NOON : MIDNIGHT), except);
	if (most < 0 || n < 0)
		return visit_broken(act);
	if (n < most)
		return 0;
	if (most == 0)
		return err_field(act->err, "overbook_reason",
			"This provider's visits are not overbooked. Choose "
			"another time or provider");
	return err_field(act->err, "overbook_reason",
		"This %s has %d overbooked visit%s with this provider "
		"already, the most there may be. Choose another time or "
		"provider",
		early ? "morning" : "afternoon", n, n == 1 ? "" : "s");
}

int
care_overbook_check(struct act *act, const struct visit *v, const char *reason,
	int64_t except)
{
	int barred;

	if (!perm_allowed(act->scope->roles, PERM_VISIT_OVERBOOK))
		return err_set(act->err, ERR_DENIED,
			"You may not %s. Ask a clinician or a supervisor.",
			perm_words(PERM_VISIT_OVERBOOK));
	if (reason == NULL || reason[0] == '\0')
		return err_field(act->err, "overbook_reason",
			"Say why this visit must lie over others");
	if (v->provider_id == 0)
		return 0;
	barred = overbook_store_barred(act->db, act->scope, v->provider_id,
		v->busy_start, v->busy_end, except);
	if (barred < 0)
		return visit_broken(act);
	if (barred)
		return err_field(act->err, "overbook_reason",
			"Nothing is booked over a new patient, a procedure, a "
			"group or a visit with an interpreter. Choose another "
			"time");
	return check_limit(act, v, except);
}
