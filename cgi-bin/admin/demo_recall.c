/* The demonstration clinic's recalls: due, late, for later, tried, ended. */
#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "care/recall.h"
#include "db/db.h"
#include "domain/recall.h"
#include "store/recall_store.h"

static const struct {
	const char *type, *reason;
	int due_in; /* days */
	int every;
	const char *ended;
} some[] = {
	{"Follow-up", "Blood pressure", 5, 6, ""},
	{"Follow-up", "Diabetes check", -3, 3, ""},
	{"Annual wellness", "Yearly check", 12, 12, ""},
	{"Annual wellness", "Yearly check", -45, 12, ""},
	{"Follow-up", "Thyroid values", 2, 6, ""},
	{"Nurse visit", "Second vaccine", 10, 0, ""},
	{"Nurse visit", "Second vaccine", -40, 0, ""},
	{"Care-plan review", "Plan review", 60, 3, ""},
	{"Follow-up", "Asthma control", 90, 6, ""},
	{"Annual wellness", "Yearly check", 200, 12, ""},
	{"Follow-up", "After the operation", -20, 0, "other_clinic"},
	{"Follow-up", "Lipids", -60, 12, "declined"},
};

int
demo_recalls(struct demo *d)
{
	struct act act = demo_act(d, &d->ctl->scope, "system");

	for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++) {
		const struct demo_patient *p =
			&d->patient[(i * 7 + 3) % (size_t)d->n_patients];
		struct recall r = {
			.patient_id = p->id,
			.visit_type_id = demo_type(d, some[i].type)->id,
			.reason = some[i].reason,
			.source = "hand",
			.every_months = some[i].every,
			.created = d->now - 40 * 86400,
			.closed = INSTANT_NONE,
			.close_note = "",
		};

		recall_window(&r, d->today + some[i].due_in);
		r.id = recall_store_add(d->ctl->db, &d->ctl->scope, &r);
		if (r.id == 0)
			return ctl_db_err(d->ctl);
		if (some[i].ended[0] == '\0') {
			if (r.opens <= d->today && care_recall_open(&act, &r))
				return -1;
			continue;
		}
		r.version = 1;
		r.closed = d->now - 86400;
		r.close_reason = some[i].ended;
		if (recall_store_save(d->ctl->db, &d->ctl->scope, &r) != 1)
			return ctl_db_err(d->ctl);
	}
	return 0;
}
