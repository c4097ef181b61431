/* The api's gate: from a key to the person it acts for, from a number to an
 * object, from a refusal to FHIR's OperationOutcome, from a request to its
 * audit row. Rules: tests/RULES.md, "The interface". */
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/arena.h"
#include "base/token.h"
#include "care/audit.h"
#include "codec/fhir/appointment.h"
#include "domain/clinic.h"
#include "store/api_key_store.h"
#include "store/clinic_store.h"
#include "store/visit_store.h"
#include "web/gate.h"

/* ---- who ---------------------------------------------------------------- */

static const struct day_set *
holidays(struct req *rq)
{
	struct day_set *set = arena_alloc(rq->arena, sizeof(*set));
	day_t *v = arena_alloc(rq->arena, 24 * sizeof(*v));
	size_t n;
	int y, m, d;

	day_split(rq->today, &y, &m, &d);
	n = day_federal_holidays(y, v);
	n += day_federal_holidays(y + 1, v + n);
	*set = (struct day_set){v, n};
	return set;
}

int
api_use_clinic(struct req *rq, int64_t id)
{
	struct clinic *c = arena_alloc(rq->arena, sizeof(*c));

	if (clinic_store_get(rq->db, rq->arena, id, c) <= 0)
		return -1;
	rq->clinic = c;
	rq->zone = zone_find(c->zone);
	if (rq->zone == NULL)
		rq->zone = zone_find("UTC");
	rq->today = zone_local(rq->zone, rq->now).day;
	rq->holidays = holidays(rq);
	return 0;
}

static int
api_open(struct req *rq)
{
	if (api_use_clinic(rq, 0) < 0)
		return -1;
	rq->scope = arena_alloc(rq->arena, sizeof(*rq->scope));
	rq->scope->clinic_id = rq->clinic->id;
	return 0;
}

/* Who has a key has no session: the key's own number stands for one. */
static int
api_session(struct req *rq, const char *token)
{
	char hash[TOKEN_HASH_SIZE];
	struct user_info *u;
	struct api_key k;
	int found;

	token_hash(token, hash);
	found = api_key_store_find(rq->db, rq->arena, hash, rq->now, &k);
	if (found <= 0)
		return found;
	u = arena_alloc(rq->arena, sizeof(*u));
	*u = (struct user_info){
		.id = k.user_id, .login = k.login, .name = k.user_name};
	rq->user = u;
	rq->session = arena_alloc(rq->arena, sizeof(*rq->session));
	*rq->session = (struct session_info){.id = k.id,
		.csrf = "",
		.token = token,
		.created_at = k.created,
		.seen_at = k.used,
		.flash = "",
		.flash_undo = ""};
	*rq->scope = (struct scope){.clinic_id = k.clinic_id,
		.roles = k.roles,
		.user_id = k.user_id};
	if (k.clinic_id != rq->clinic->id)
		return api_use_clinic(rq, k.clinic_id);
	return 0;
}

static int
api_touch(struct req *rq, bool wrote)
{
	(void)wrote;
	if (rq->session->seen_at != INSTANT_NONE &&
		rq->now - rq->session->seen_at < 60)
		return 0;
	return api_key_store_used(rq->db, rq->session->id, rq->now);
}

struct act
api_act(struct req *rq)
{
	return (struct act){.db = rq->db,
		.arena = rq->arena,
		.scope = rq->scope,
		.holidays = rq->holidays,
		.actor = "staff",
		.now = rq->now,
		.today = rq->today,
		.zone = rq->zone,
		.err = &rq->err};
}

/* ---- what the path names ------------------------------------------------ */

/* "TOKEN.ics": calendar programs go by the ending. */
static int
resolve_feed(struct req *rq, const char *value)
{
	size_t n = strlen(value);

	if (n != TOKEN_SIZE - 1 + 4 || strcmp(value + n - 4, ".ics") != 0)
		return -1;
	rq->o.text = arena_strndup(rq->arena, value, n - 4);
	return 0;
}

static int
api_resolve(struct req *rq, const char *name, const char *value)
{
	struct visit *v = arena_alloc(rq->arena, sizeof(*v));
	size_t n = strlen(value);

	if (strcmp(name, "feed") == 0)
		return resolve_feed(rq, value);

	if (strcmp(name, "visit") != 0 || n > 18 || value[0] == '0' ||
		strspn(value, "0123456789") != n ||
		visit_store_get(rq->db, rq->arena, rq->scope,
			strtoll(value, NULL, 10), v) <= 0)
		return -1;
	rq->o.visit = v;
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	return 0;
}

static int64_t
api_patient(const struct req *rq)
{
	return rq->o.visit != NULL ? rq->o.visit->patient_id : 0;
}

/* ---- what is written down and said -------------------------------------- */

static int
api_audit(struct req *rq, int status)
{
	struct audit_entry e = {.clinic_id = rq->scope->clinic_id,
		.at = rq->now,
		.program = rq->gate->program,
		.event = rq->page->audit,
		.outcome = status < 400			    ? AUDIT_OK
			   : status == 403 || status == 404 ? AUDIT_DENIED
							    : AUDIT_FAILED,
		.user_id = rq->scope->user_id,
		.actor = rq->user != NULL ? rq->user->login : "anonymous",
		.roles = "",
		.patient_id = rq->audit_patient,
		.object_type = rq->audit_type,
		.object_id = rq->audit_id,
		.reason = rq->audit_reason,
		.address = rq->address,
		.request = rq->ref};

	e.patients.v = rq->audit_shown.v;
	e.patients.n = rq->audit_shown.n;
	/* Whose key it was: a person may have several. */
	e.detail = rq->user == NULL
			   ? rq->audit_detail
			   : arena_printf(rq->arena, "key=%lld %s",
				     (long long)rq->session->id,
				     rq->audit_detail != NULL ? rq->audit_detail
							      : "");
	return audit_write(rq->db, rq->arena, &e);
}

int
api_json(struct req *rq, int status, const char *json)
{
	req_body(rq, API_TYPE, json, strlen(json));
	return status;
}

static void
api_fail(struct req *rq, enum err_kind kind, int status, const char *text)
{
	(void)status;
	api_json(rq, status,
		fhir_outcome_write(
			rq->arena, kind, rq->user == NULL, text, NULL));
}

static void
api_lost(struct req *rq, bool unsure)
{
	api_json(rq, 503,
		fhir_outcome_write(rq->arena, ERR_BUSY, false,
			unsure ? "The database cannot be reached. What was "
				 "sent may have been saved: look before you "
				 "send it again."
			       : "The database cannot be reached. Nothing was "
				 "saved.",
			NULL));
}

const struct gate api_gate = {
	.program = "api",
	.open = api_open,
	.session = api_session,
	.resolve = api_resolve,
	.audit = api_audit,
	.touch = api_touch,
	.fail = api_fail,
	.patient = api_patient,
	.lost = api_lost,
};
