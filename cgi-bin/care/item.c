/* The acts on open loops. Rules: tests/RULES.md, "Open loops"; SQL:
 * store/item_store.c; acts on many at once: care/items.c. */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "care/item.h"
#include "care/item_step.h"
#include "domain/role.h"
#include "store/item_store.h"

static int
broken(struct act *act)
{
	return err_set(act->err, ERR_BROKEN,
		"The change could not be saved. Nothing was changed.");
}

static const char *
or_empty(const char *s)
{
	return s ? s : "";
}

/* ---- opening ---------------------------------------------------------- */

static void
set_due(const struct act *act, struct item *it, day_t on, instant_t at)
{
	it->due_all_day = at == 0;
	it->due_at = at ? at : item_due_at(act->zone, on);
}

static int64_t
add(struct act *act, const struct item_new *n)
{
	struct item it = {
		.kind = n->kind,
		.state = ITEM_NEW,
		.patient_id = n->patient_id,
		.subject_type = or_empty(n->subject_type),
		.subject_id = n->subject_id,
		.title = n->title,
		.detail = or_empty(n->detail),
		.next_step = or_empty(n->next_step),
		.owner_id = n->owner_id,
		.team_id = n->team_id,
		.priority = n->priority ? n->priority : 2,
		.opened_at = act->now,
		.opened_by = act->scope->user_id,
	};
	day_t on = n->due_on;

	if (on == 0 || on == DAY_NONE)
		on = item_due_rule(n->kind, act->today, act->holidays);
	set_due(act, &it, on, n->due_at);
	if (it.owner_id == 0 && it.team_id == 0)
		it.team_id = item_store_team(
			act->db, act->scope, item_kind_team(n->kind));
	return item_store_add(act->db, act->scope, &it);
}

int
care_item_open(struct act *act, const struct item_new *n, int64_t *id)
{
	struct item open;
	int64_t added;
	int found = 0;

	if (n->subject_id)
		found = item_store_find_open(act->db, act->arena, act->scope,
			n->kind, n->subject_type, n->subject_id, &open);
	if (found < 0)
		return broken(act);
	if (found) {
		if (id)
			*id = open.id;
		return 0;
	}
	if (item_store_may_own(act->db, act->scope, n->owner_id, n->team_id) !=
		1)
		return err_field(act->err, "owner",
			"Choose a person or team of this clinic.");
	added = add(act, n);
	if (added == 0 || item_step_log(act, added, 0, "opened", NULL, NULL,
				  n->title, NULL))
		return broken(act);
	if (id)
		*id = added;
	return 0;
}

/* ---- one step --------------------------------------------------------- */

static int
moved_on(struct act *act, int64_t id)
{
	struct item_last last = {0};
	const char *who;

	if (item_store_last(act->db, act->arena, act->scope, id, &last) != 1)
		return broken(act);
	who = last.user[0] ? last.user : "Somebody else";
	return err_set(act->err, ERR_CONFLICT,
		"%s changed this item after you opened it. Nothing of yours "
		"was saved. Look at it as it is now.",
		who);
}

int
item_step_begin(struct act *act, int64_t id, int64_t version, struct item *it)
{
	int found = item_store_get(act->db, act->arena, act->scope, id, it);

	if (found < 0)
		return broken(act);
	if (!found)
		return err_set(
			act->err, ERR_NOT_FOUND, "There is no such item.");
	if (version != ITEM_ANY_VERSION && version != it->version)
		return moved_on(act, id);
	if (!item_state_open(it->state))
		return err_set(
			act->err, ERR_CONFLICT, "This item is closed already.");
	if (!item_may_change(it, act->scope))
		return err_set(act->err, ERR_DENIED,
			"This item is with %s. Ask them, or a supervisor, to "
			"hand it over.",
			it->owner);
	return 0;
}

int
item_step_log(struct act *act, int64_t id, int64_t batch, const char *what,
	const struct item *was, const char *before, const char *after,
	const char *note)
{
	struct item_change c = {
		.item_id = id,
		.at = act->now,
		.actor = act->actor,
		.what = what,
		.before = before,
		.after = after,
		.note = note,
		.batch_id = batch,
		.was = was,
	};

	return item_store_log(act->db, act->scope, &c) ? 0 : -1;
}

int
item_step_save(struct act *act, struct item *it)
{
	int64_t rows;

	it->state_at = act->now;
	rows = item_store_save(act->db, act->scope, it, it->version);
	if (rows == 0)
		return moved_on(act, it->id);
	return rows == 1 ? 0 : broken(act);
}

/* ---- whose, until when ------------------------------------------------ */

static const char *
holder(const struct item *it)
{
	if (it->owner_id)
		return it->owner;
	return it->team_id ? it->team : "";
}

/* Everybody may take what is nobody's and put back what is theirs; to give
 * work to others is a right of its own. */
static int
may_give(struct act *act, const struct item *it, int64_t owner_id,
	int64_t team_id)
{
	const struct scope *sc = act->scope;

	if (sc->roles == 0 || perm_allowed(sc->roles, PERM_WORK_ASSIGN))
		return 0;
	if (owner_id == sc->user_id && team_id == 0)
		return 0;
	if (owner_id == 0 && (team_id == 0 || team_id == it->team_id))
		return 0;
	return err_field(act->err, "owner",
		"You can take an item or put it "
		"back, but not give it to somebody else.");
}

int
item_step_assign(struct act *act, int64_t id, int64_t version, int64_t owner_id,
	int64_t team_id, int64_t batch)
{
	struct item it, was;

	if (item_step_begin(act, id, version, &it))
		return -1;
	if (item_store_may_own(act->db, act->scope, owner_id, team_id) != 1)
		return err_field(act->err, "owner",
			"Choose a person or team of this clinic.");
	if (may_give(act, &it, owner_id, team_id))
		return -1;
	was = it;
	it.owner_id = owner_id;
	/* With a person, or put back, it stays in its team's lists. */
	if (team_id)
		it.team_id = team_id;
	if (item_step_save(act, &it))
		return -1;
	if (item_store_get(act->db, act->arena, act->scope, id, &it) < 0)
		return broken(act);
	if (item_step_log(act, id, batch, "assigned", &was, holder(&was),
		    holder(&it), NULL))
		return broken(act);
	return 0;
}

int
care_item_assign(struct act *act, int64_t id, int64_t version, int64_t owner_id,
	int64_t team_id)
{
	return item_step_assign(act, id, version, owner_id, team_id, 0);
}

static const char *
day_iso(struct act *act, const struct item *it)
{
	char day[DAY_TEXT_SIZE];
	struct local l = zone_local(act->zone, it->due_at);

	day_print(l.day, day);
	if (it->due_all_day)
		return arena_strdup(act->arena, day);
	return arena_printf(
		act->arena, "%s %02d:%02d", day, l.minute / 60, l.minute % 60);
}

int
item_step_due(struct act *act, int64_t id, int64_t version, day_t on,
	instant_t at, int64_t batch)
{
	struct item it, was;

	if (item_step_begin(act, id, version, &it))
		return -1;
	if (on < act->today)
		return err_field(
			act->err, "due", "Choose today or a later day.");
	was = it;
	set_due(act, &it, on, at);
	if (item_step_save(act, &it))
		return -1;
	if (item_step_log(act, id, batch, "due", &was, day_iso(act, &was),
		    day_iso(act, &it), NULL))
		return broken(act);
	return 0;
}

int
care_item_due(
	struct act *act, int64_t id, int64_t version, day_t on, instant_t at)
{
	return item_step_due(act, id, version, on, at, 0);
}

static int
move_to(struct act *act, const struct item *it, enum item_state to)
{
	if (item_may_move(it->state, to))
		return 0;
	return err_set(act->err, ERR_CONFLICT,
		"An item that is %s cannot "
		"become %s.",
		item_state_label(it->state), item_state_label(to));
}

int
care_item_state(struct act *act, int64_t id, int64_t version,
	enum item_state to, const char *waiting_on)
{
	struct item it, was;

	if (item_step_begin(act, id, version, &it))
		return -1;
	if (to != ITEM_IN_PROGRESS && !item_state_waits(to))
		return err_field(act->err, "state", "Choose a status.");
	if (move_to(act, &it, to))
		return -1;
	was = it;
	it.state = to;
	it.waiting_on = item_state_waits(to) ? or_empty(waiting_on) : "";
	it.snoozed_until = INSTANT_NONE;
	if (item_step_save(act, &it))
		return -1;
	if (item_step_log(act, id, 0, "state", &was,
		    item_state_label(was.state), item_state_label(to),
		    it.waiting_on))
		return broken(act);
	return 0;
}

int
care_item_snooze(struct act *act, int64_t id, int64_t version, day_t until)
{
	char day[DAY_TEXT_SIZE];
	struct item it, was;

	if (item_step_begin(act, id, version, &it))
		return -1;
	if (until <= act->today || until > act->today + 90)
		return err_field(
			act->err, "until", "Choose a day in the next 90 days.");
	if (move_to(act, &it, ITEM_SNOOZED))
		return -1;
	was = it;
	it.state = ITEM_SNOOZED;
	zone_instant(act->zone, until, 0, &it.snoozed_until);
	day_print(until, day);
	if (item_step_save(act, &it))
		return -1;
	if (item_step_log(act, id, 0, "snoozed", &was, NULL, day, NULL))
		return broken(act);
	return 0;
}

/* ---- attempts --------------------------------------------------------- */

static int
attempt_check(struct act *act, const struct attempt_new *n)
{
	if (attempt_outcome_label(n->outcome)[0] == '\0')
		return err_field(act->err, "outcome", "Choose what happened.");
	if (attempt_channel_label(n->channel)[0] == '\0')
		return err_field(act->err, "channel", "Choose how you tried.");
	if (n->at > act->now)
		return err_field(
			act->err, "at", "An attempt cannot lie in the future.");
	return 0;
}

int
care_item_attempt(struct act *act, int64_t id, int64_t version,
	const struct attempt_new *n, int64_t *attempt_id)
{
	struct attempt t = {
		.at = n->at ? n->at : act->now,
		.channel = n->channel,
		.number = or_empty(n->number),
		.person = or_empty(n->person),
		.outcome = n->outcome,
		.note = or_empty(n->note),
	};
	struct item it;
	int64_t added;

	if (attempt_check(act, n) || item_step_begin(act, id, version, &it))
		return -1;
	added = item_store_add_attempt(act->db, act->scope, &it, &t);
	it.attempts++;
	if (it.last_attempt_at <= t.at) {
		it.last_attempt_at = t.at;
		it.last_outcome = t.outcome;
	}
	if (it.state == ITEM_NEW || it.state == ITEM_SNOOZED) {
		it.state = ITEM_IN_PROGRESS;
		it.snoozed_until = INSTANT_NONE;
	}
	if (n->next != 0 && n->next != DAY_NONE) {
		if (n->next < act->today)
			return err_field(act->err, "next",
				"Choose today or a later day.");
		set_due(act, &it, n->next, 0);
	}
	if (item_step_save(act, &it))
		return -1;
	if (added == 0 || item_step_log(act, id, 0, "attempt", NULL, t.channel,
				  t.outcome, t.note))
		return broken(act);
	if (attempt_id)
		*attempt_id = added;
	return 0;
}

/* ---- closing ---------------------------------------------------------- */

static int
proof_check(
	struct act *act, const struct item *it, const struct item_proof_of *p)
{
	int ok;

	if (p->proof == PROOF_NONE || !item_proof_ok(it->kind, p->proof))
		return err_field(
			act->err, "proof", "Say what shows that this is done.");
	if (p->proof == PROOF_NOTE) {
		if (item_note_ok(p->note))
			return 0;
		return err_field(
			act->err, "note", "Say in a few words what was done.");
	}
	ok = item_store_proves(
		act->db, act->arena, act->scope, it, p->proof, p->id);
	if (ok < 0)
		return broken(act);
	if (ok)
		return 0;
	if (p->proof == PROOF_ATTEMPT)
		return err_field(act->err, "proof",
			"Nobody was reached in "
			"that attempt. A voicemail is an attempt, not a "
			"contact.");
	return err_field(act->err, "proof",
		"That does not show that this is done. Choose another.");
}

static void
close_it(struct act *act, struct item *it, enum item_state to)
{
	it->state = to;
	it->closed_at = act->now;
	it->closed_by = act->scope->user_id;
	it->snoozed_until = INSTANT_NONE;
	it->waiting_on = "";
}

int
item_step_done(struct act *act, int64_t id, int64_t version,
	const struct item_proof_of *p, int64_t batch)
{
	struct item it, was;

	if (item_step_begin(act, id, version, &it) || proof_check(act, &it, p))
		return -1;
	if (move_to(act, &it, ITEM_DONE))
		return -1;
	was = it;
	close_it(act, &it, ITEM_DONE);
	it.proof = p->proof;
	it.evidence_id = p->proof == PROOF_NOTE ? 0 : p->id;
	it.evidence = or_empty(p->note);
	if (item_step_save(act, &it))
		return -1;
	if (item_step_log(act, id, batch, "done", &was,
		    item_state_label(was.state), item_proof_name(p->proof),
		    it.evidence))
		return broken(act);
	return 0;
}

int
care_item_done(struct act *act, int64_t id, int64_t version,
	const struct item_proof_of *p)
{
	return item_step_done(act, id, version, p, 0);
}

int
care_item_cancel(
	struct act *act, int64_t id, int64_t version, const char *reason)
{
	struct item it, was;

	if (item_step_begin(act, id, version, &it))
		return -1;
	if (!item_note_ok(reason))
		return err_field(act->err, "reason",
			"Say in a few words why this is not needed.");
	if (move_to(act, &it, ITEM_CANCELLED))
		return -1;
	was = it;
	close_it(act, &it, ITEM_CANCELLED);
	it.close_reason = reason;
	if (item_step_save(act, &it))
		return -1;
	if (item_step_log(act, id, 0, "cancelled", &was,
		    item_state_label(was.state), NULL, reason))
		return broken(act);
	return 0;
}

/* ---- for the acts of other rooms -------------------------------------- */

/* Such an act has its own permission, so whose the loop is does not
 * matter: a front desk that confirms a visit closes anybody's loop. */
static struct act
as_system(const struct act *act, struct scope *sc)
{
	struct act sys = *act;

	*sc = *act->scope;
	sc->roles = 0;
	sys.scope = sc;
	return sys;
}

int
care_item_close_for(struct act *act, enum item_kind kind,
	const char *subject_type, int64_t subject_id,
	const struct item_proof_of *p)
{
	struct scope sc;
	struct act sys = as_system(act, &sc);
	struct item it;
	int found = item_store_find_open(act->db, act->arena, act->scope, kind,
		subject_type, subject_id, &it);

	if (found < 0)
		return broken(act);
	return found ? care_item_done(&sys, it.id, it.version, p) : 0;
}

int
care_item_cancel_for(struct act *act, enum item_kind kind,
	const char *subject_type, int64_t subject_id, const char *reason)
{
	struct scope sc;
	struct act sys = as_system(act, &sc);
	struct item it;
	int found = item_store_find_open(act->db, act->arena, act->scope, kind,
		subject_type, subject_id, &it);

	if (found < 0)
		return broken(act);
	return found ? care_item_cancel(&sys, it.id, it.version, reason) : 0;
}
