/* Patients' accounts and requests. Rules: tests/RULES.md, "The portal".
 * SQL: store/portal_store.c. */
#include "care/portal.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/show.h"
#include "base/token.h"
#include "care/item.h"
#include "care/visit.h"
#include "domain/patient.h"
#include "domain/visit.h"
#include "domain/visit_type.h"
#include "store/patient_store.h"
#include "store/portal_store.h"
#include "store/session_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"

static const char no_match[] =
	"The code and the date of birth do not match. Check both, or call us.";

static int
broken(struct act *act)
{
	return err_set(act->err, ERR_BROKEN,
		"The change could not be saved. Nothing was changed.");
}

int
care_portal_invite(struct act *act, int64_t patient, const char **code)
{
	char *made = arena_alloc(act->arena, PORTAL_CODE_LEN + 1);
	char hash[TOKEN_HASH_SIZE];
	struct patient p;
	int found =
		patient_store_get(act->db, act->arena, act->scope, patient, &p);

	if (found < 0)
		return broken(act);
	if (found == 0)
		return err_set(act->err, ERR_NOT_FOUND,
			"There is no such patient here.");
	if (p.birth == DAY_NONE)
		return err_set(act->err, ERR_INPUT,
			"Record the date of birth first: the patient must give "
			"it with the code.");
	token_code(made, PORTAL_CODE_LEN);
	token_hash(made, hash);
	if (portal_store_void_codes(act->db, act->scope, patient, act->now) <
			0 ||
		portal_store_add_code(act->db, act->scope, patient, hash,
			act->now, act->now + PORTAL_CODE_S) == 0)
		return broken(act);
	*code = made;
	return 0;
}

/* One text for a wrong code and a wrong date: neither is told apart. */
int
care_portal_prove(struct act *act, const char *code, day_t birth,
	struct portal_code *out, int64_t *tried)
{
	char hash[TOKEN_HASH_SIZE];
	int found;

	*tried = 0;
	token_hash(portal_code_key(act->arena, code), hash);
	found = portal_store_code(act->db, hash, out);
	if (found < 0)
		return broken(act);
	if (found == 0)
		return err_set(act->err, ERR_INPUT, "%s", no_match);
	if (!portal_code_alive(out, act->now))
		return err_set(act->err, ERR_INPUT,
			"This code can no longer be used. Call us, and we "
			"give you a new one.");
	if (out->birth == DAY_NONE || out->birth != birth) {
		*tried = out->id;
		return err_set(act->err, ERR_INPUT, "%s", no_match);
	}
	return 0;
}

int
care_portal_tried(struct act *act, int64_t code_id)
{
	return portal_store_code_tried(act->db, act->scope, code_id) < 0
		       ? broken(act)
		       : 0;
}

/* A login belongs to one account of the whole house. */
static int
login_free(struct act *act, const char *login, int64_t patient)
{
	struct portal_account other;
	int found = portal_store_by_login(act->db, act->arena, login, &other);

	if (found < 0)
		return broken(act);
	if (found > 0 && other.patient_id != patient)
		return err_field(act->err, "login",
			"Somebody else uses this name. Choose another one.");
	return 0;
}

/* Whoever held the old password is out. */
static int
renew(struct act *act, const struct portal_account *old, const char *login,
	const char *hash)
{
	if (portal_store_renew(act->db, act->scope, old->id, login, hash) < 0 ||
		session_store_end_all(act->db, SESSION_PORTAL, old->id, 0,
			act->now, "new account") < 0)
		return broken(act);
	return 0;
}

int
care_portal_activate(struct act *act, const struct portal_code *code,
	const char *login, const char *hash, const char *language,
	int64_t *account)
{
	struct portal_account old;
	int64_t used;
	int found;

	if (login_free(act, login, code->patient_id))
		return -1;
	used = portal_store_code_use(act->db, act->scope, code->id, act->now);
	if (used == 0)
		return err_set(act->err, ERR_CONFLICT,
			"This code has just been used.");
	found = portal_store_account(
		act->db, act->arena, act->scope, code->patient_id, &old);
	if (used < 0 || found < 0)
		return broken(act);
	if (found > 0) {
		*account = old.id;
		return renew(act, &old, login, hash);
	}
	*account = portal_store_add(act->db, act->scope, code->patient_id,
		login, hash, language, act->now);
	return *account == 0 ? broken(act) : 0;
}

int
care_portal_revoke(struct act *act, int64_t patient)
{
	struct portal_account old;
	int found = portal_store_account(
		act->db, act->arena, act->scope, patient, &old);

	if (found < 0)
		return broken(act);
	if (found == 0)
		return err_set(act->err, ERR_NOT_FOUND,
			"This patient has no portal account.");
	if (portal_store_set_disabled(act->db, act->scope, old.id, act->now) <
			0 ||
		session_store_end_all(act->db, SESSION_PORTAL, old.id, 0,
			act->now, "switched off") < 0)
		return broken(act);
	return 0;
}

int
care_portal_ask_change(struct act *act, const struct visit *v, const char *when,
	const char *note)
{
	const struct zone *zone = zone_find(v->zone);
	struct show show = {
		.arena = act->arena,
		.zone = zone != NULL ? zone : act->zone,
		.today = act->today,
		.now = act->now,
		.clock24 = true,
	};
	const struct portal_wish *wish = portal_wish(when);
	struct item_new item = {
		.kind = ITEM_VISIT_CHANGE,
		.patient_id = v->patient_id,
		.subject_type = "appointment",
		.subject_id = v->id,
		.title = arena_printf(act->arena,
			"Asks for another time than %s, %s",
			show_when(&show, v->start), v->provider_short),
		.next_step = "Call and offer other times",
	};

	if (!portal_may_change(v, act->now))
		return err_set(act->err, ERR_CONFLICT,
			"This visit can no longer be changed here. Please "
			"call us.");
	item.detail = arena_printf(act->arena, "Would like %s.%s%s",
		wish != NULL ? wish->staff : "another time",
		*note != '\0' ? " In their words: " : "", note);
	return care_item_open(act, &item, NULL);
}

/* ---- visits they book ---------------------------------------------------- */

static int
open_to(struct act *act, const struct visit_booking *b)
{
	struct portal_past past;
	struct visit_type type;
	int found = visit_type_store_get(
		act->db, act->arena, act->scope, b->visit_type_id, &type);

	if (found < 0 || portal_store_past(act->db, act->scope, b->patient_id,
				 act->now, &past) < 0)
		return broken(act);
	if (found == 0 || !portal_may_book(&type, &past))
		return err_field(act->err, "type",
			"This kind of visit cannot be booked online. Please "
			"call us");
	if (past.booked >= PORTAL_BOOKED_MAX)
		return err_field(act->err, "many",
			"You have booked %d visits already. Please call us to "
			"book more",
			past.booked);
	return 0;
}

/* Somebody at the clinic looks at what came in from outside. */
static int
tell_desk(struct act *act, int64_t id)
{
	struct visit v;
	const struct zone *zone;
	struct item_new item = {
		.kind = ITEM_FOLLOWUP,
		.subject_type = "appointment",
		.subject_id = id,
		.next_step = "Look it over: reason, coverage, what it needs",
		.priority = 3,
	};
	struct show show = {
		.arena = act->arena,
		.today = act->today,
		.now = act->now,
		.clock24 = true,
	};

	if (visit_store_get(act->db, act->arena, act->scope, id, &v) <= 0)
		return broken(act);
	zone = zone_find(v.zone);
	show.zone = zone != NULL ? zone : act->zone;
	item.patient_id = v.patient_id;
	item.title = arena_printf(act->arena, "Booked online: %s, %s",
		v.type_name, show_when(&show, v.start));
	item.detail = v.reason;
	return care_item_open(act, &item, NULL);
}

int
care_portal_book(struct act *act, const struct visit_booking *b, int64_t *id)
{
	if (open_to(act, b) || care_visit_book(act, b, id))
		return -1;
	return tell_desk(act, *id);
}

int
care_portal_ask_visit(struct act *act, int64_t account, const char *what,
	const char *wish, const char *note)
{
	const struct portal_wish *w = portal_wish(wish);
	struct item_new item = {
		.kind = ITEM_FOLLOWUP,
		.patient_id = act->scope->patient_id,
		.subject_type = "portal_account",
		.subject_id = account,
		.title = arena_printf(act->arena, "Asks for a visit: %s", what),
		.next_step = "Call and offer times",
	};

	item.detail = arena_printf(act->arena, "Would like %s.%s%s",
		w != NULL ? w->staff : "any time",
		*note != '\0' ? " In their words: " : "", note);
	return care_item_open(act, &item, NULL);
}
