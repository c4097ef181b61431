/* Acts on policies and their checks: tests/RULES.md, "Insurance"; SQL:
 * store/coverage_store.c. */
#include <string.h>

#include "base/arena.h"
#include "care/coverage.h"
#include "care/item.h"
#include "store/coverage_store.h"
#include "store/payer_store.h"
#include "store/visit_store.h"

static int
broken(struct act *act)
{
	return err_set(act->err, ERR_BROKEN,
		"The change could not be saved. Nothing was changed.");
}

static int
moved_on(struct act *act, int64_t id)
{
	struct coverage c;

	if (coverage_store_get(act->db, act->arena, act->scope, id, &c) != 1)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such policy.");
	if (strcmp(c.status, "active") != 0)
		return err_set(act->err, ERR_CONFLICT,
			"This policy has been ended already.");
	return err_set(act->err, ERR_CONFLICT,
		"%s changed this policy after you opened it. Nothing of yours "
		"was saved. Look at it as it is now.",
		c.updater[0] ? c.updater : "Somebody else");
}

/* One spelling, and nothing that contradicts itself. */
static int
tidy(struct act *act, struct coverage *c)
{
	struct payer payer;
	int found = payer_store_get(
		act->db, act->arena, act->scope, c->payer_id, &payer);

	if (found < 0)
		return broken(act);
	if (!found)
		return err_field(act->err, "payer", "Choose a payer.");
	c->member_id = coverage_member_id(act->arena, payer.kind, c->member_id);
	if (!c->member_id && strcmp(payer.kind, "medicare") == 0)
		return err_field(act->err, "member_id",
			"Enter the 11 "
			"characters of the Medicare card, like 1EG4-TE5-MK73.");
	if (!c->member_id)
		return err_field(act->err, "member_id",
			"Enter the member ID as it stands on the card.");
	if (c->start != DAY_NONE && c->end != DAY_NONE && c->end < c->start)
		return err_field(act->err, "end",
			"The last day cannot be before the first.");
	if (strcmp(c->relationship, "self") == 0) {
		c->subscriber_name = "";
		c->subscriber_birth = DAY_NONE;
	} else if (c->subscriber_name[0] == '\0')
		return err_field(act->err, "subscriber_name",
			"Enter the name of the person who holds the policy.");
	return 0;
}

int
care_payer_need(
	struct act *act, const char *name, const char *kind, int64_t *id)
{
	if (payer_kind_label(kind)[0] == '\0')
		return err_field(act->err, "payer_kind", "Choose a kind.");
	*id = payer_store_need(act->db, act->scope, name, kind);
	return *id ? 0 : broken(act);
}

/* ---- order ------------------------------------------------------------ */

/* Give the policies the places 1, 2, 3 ...: first out of the way, as no
 * two may stand at one place even for a moment. */
static int
renumber(struct act *act, const struct coverages *list, int64_t moved,
	const char *reason)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < list->n; i++) {
			int64_t id = list->v[i].id;
			int rank = (int)i + (pass == 0 ? 51 : 1);

			if (coverage_store_set_rank(act->db, act->scope, id,
				    rank, id == moved && pass ? reason : "",
				    act->now) != 1)
				return broken(act);
		}
	return 0;
}

int
care_coverage_order(
	struct act *act, const struct coverage *c, int rank, const char *reason)
{
	struct coverages list = {0}, order = {0};

	if (coverage_store_list(act->db, act->arena, act->scope, c->patient_id,
		    false, &list))
		return broken(act);
	if (rank < 1 || (size_t)rank > list.n)
		return err_field(act->err, "rank", "Choose a place.");
	if (strcmp(c->status, "active") != 0)
		return moved_on(act, c->id);
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].id != c->id)
			*ARENA_PUSH(act->arena, &order) = list.v[i];
	(void)ARENA_PUSH(act->arena, &order);
	for (size_t i = order.n - 1; i >= (size_t)rank; i--)
		order.v[i] = order.v[i - 1];
	order.v[rank - 1] = *c;
	return renumber(act, &order, c->id, reason);
}

/* ---- add, edit, end --------------------------------------------------- */

int
care_coverage_add(struct act *act, const struct coverage *given, int64_t *id)
{
	struct coverage c = *given;
	struct coverages list = {0};
	int64_t added;

	if (tidy(act, &c))
		return -1;
	if (coverage_store_list(act->db, act->arena, act->scope, c.patient_id,
		    false, &list))
		return broken(act);
	if (list.n >= 9)
		return err_field(act->err, "payer",
			"Nine policies are in use. End one first.");
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].payer_id == c.payer_id &&
			strcmp(list.v[i].member_id, c.member_id) == 0)
			return err_field(act->err, "member_id",
				"This policy is on file already.");
	c.rank = list.n ? list.v[list.n - 1].rank + 1 : 1;
	c.updated_at = act->now;
	added = coverage_store_add(act->db, act->scope, &c);
	if (added == 0)
		return broken(act);
	c.id = added;
	c.status = "active";
	if (given->rank && given->rank < c.rank &&
		care_coverage_order(act, &c, given->rank, c.rank_reason))
		return -1;
	if (id)
		*id = added;
	return 0;
}

int
care_coverage_edit(
	struct act *act, const struct coverage *given, int64_t version)
{
	struct coverage c = *given;
	int64_t rows;

	if (tidy(act, &c))
		return -1;
	c.updated_at = act->now;
	rows = coverage_store_update(act->db, act->scope, &c, version);
	if (rows == 0)
		return moved_on(act, c.id);
	return rows == 1 ? 0 : broken(act);
}

int
care_coverage_end(struct act *act, const struct coverage *c, int64_t version,
	day_t last, const char *reason)
{
	const char *status = last == DAY_NONE ? "entered-in-error" : "ended";
	struct coverages list = {0};
	int64_t rows;

	if (reason[0] == '\0')
		return err_field(act->err, "reason", "Say why it ends.");
	if (last != DAY_NONE && c->start != DAY_NONE && last < c->start)
		return err_field(act->err, "end",
			"The last day cannot be before the first.");
	rows = coverage_store_end(act->db, act->scope, c->id, version, status,
		last, reason, act->now);
	if (rows == 0)
		return moved_on(act, c->id);
	if (rows < 0 || care_item_cancel_for(act, ITEM_COVERAGE_CHECK,
				"coverage", c->id, "The policy was ended."))
		return rows < 0 ? broken(act) : -1;
	if (coverage_store_list(act->db, act->arena, act->scope, c->patient_id,
		    false, &list))
		return broken(act);
	return renumber(act, &list, 0, "");
}

/* ---- checks ----------------------------------------------------------- */

static int
check_rules(struct act *act, const struct coverage *c,
	const struct coverage_check *k)
{
	struct visit v = {0};

	if (standing_of_result(k->result) == STANDING_UNCHECKED)
		return err_field(act->err, "result", "Choose what was found.");
	if (k->service == DAY_NONE || k->service < act->today - 366 ||
		k->service > act->today + 366)
		return err_field(act->err, "service",
			"Choose the day of the visit, within a year.");
	if (k->appointment_id &&
		visit_store_get(act->db, act->arena, act->scope,
			k->appointment_id, &v) != 1)
		return err_field(
			act->err, "service", "There is no such visit.");
	if (k->appointment_id && v.patient_id != c->patient_id)
		return err_field(act->err, "service",
			"That is another patient's visit.");
	if (strcmp(k->method, "phone") == 0 && k->person[0] == '\0' &&
		strcmp(k->result, "failed") != 0)
		return err_field(
			act->err, "person", "Enter who at the payer told you.");
	return 0;
}

/* Somebody has to find out, before the visit if there is one. */
static int
open_loop(struct act *act, const struct coverage *c,
	const struct coverage_check *k)
{
	struct item_new n = {
		.kind = ITEM_COVERAGE_CHECK,
		.patient_id = c->patient_id,
		.subject_type = "coverage",
		.subject_id = c->id,
		.detail = k->note,
		.next_step = "Call the payer, or ask the patient for the card",
	};

	n.title = arena_printf(act->arena, "%s: %s", c->payer,
		strcmp(k->result, "inactive") == 0
			? "not active on the day of the visit"
			: "could not be checked");
	return care_item_open(act, &n, NULL);
}

int
care_coverage_check(struct act *act, const struct coverage *c,
	const struct coverage_check *given, int64_t *id)
{
	struct coverage_check k = *given;
	struct item_proof_of proof = {.proof = PROOF_COVERAGE_CHECK};

	if (check_rules(act, c, &k))
		return -1;
	k.coverage_id = c->id;
	k.patient_id = c->patient_id;
	k.at = act->now;
	k.id = coverage_store_add_check(act->db, act->scope, &k);
	if (k.id == 0)
		return broken(act);
	if (id)
		*id = k.id;
	if (!standing_good(standing_of_result(k.result)))
		return open_loop(act, c, &k);
	proof.id = k.id;
	return care_item_close_for(
		act, ITEM_COVERAGE_CHECK, "coverage", c->id, &proof);
}
