/* The gate: from a cookie to a user, a scope and a language; from a reply
 * to its audit row. What each role may do is in domain/role.c. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/token.h"
#include "care/act.h"
#include "care/audit.h"
#include "domain/clinic.h"
#include "domain/portal.h"
#include "page/fail.h"
#include "page/gate.h"
#include "store/clinic_store.h"
#include "store/session_store.h"
#include "web/gate.h"
#include "web/http.h"

static enum session_kind
kind_of(const struct req *rq)
{
	return strcmp(rq->gate->program, "portal") == 0 ? SESSION_PORTAL
							: SESSION_STAFF;
}

/* Federal holidays of the years a page can be about. Local closures are
 * the slot finder's: they do not move deadlines. */
static const struct day_set *
holidays(struct req *rq)
{
	struct day_set *set = arena_alloc(rq->arena, sizeof(*set));
	day_t *v = arena_alloc(rq->arena, 36 * sizeof(*v));
	size_t n = 0;
	int y, m, d;

	day_split(rq->today, &y, &m, &d);
	for (int year = y - 1; year <= y + 1; year++) {
		day_t of_year[12];
		size_t k = day_federal_holidays(year, of_year);

		memcpy(v + n, of_year, k * sizeof(*v));
		n += k;
	}
	*set = (struct day_set){v, n};
	return set;
}

static int
use_clinic(struct req *rq, int64_t id)
{
	struct clinic *c = arena_alloc(rq->arena, sizeof(*c));
	struct show *show = arena_alloc(rq->arena, sizeof(*show));

	if (clinic_store_get(rq->db, rq->arena, id, c) <= 0)
		return -1;
	rq->clinic = c;
	rq->zone = zone_find(c->zone);
	if (rq->zone == NULL)
		rq->zone = zone_find("UTC");
	rq->today = zone_local(rq->zone, rq->now).day;
	rq->holidays = holidays(rq);
	*show = (struct show){.arena = rq->arena,
		.zone = rq->zone,
		.today = rq->today,
		.now = rq->now,
		.clock24 = c->clock24,
		.words = rq->words,
		.patient = kind_of(rq) == SESSION_PORTAL};
	rq->show = show;
	return 0;
}

/* What a patient chose before logging in. */
void
page_language(struct req *rq)
{
	const char *lang = http_cookie(rq->arena, rq->cookie, "__Host-lang");

	if (kind_of(rq) == SESSION_PORTAL && lang != NULL)
		req_language(rq, lang);
}

static int
gate_open(struct req *rq)
{
	page_language(rq);
	if (use_clinic(rq, 0) < 0)
		return -1;
	rq->scope = arena_alloc(rq->arena, sizeof(*rq->scope));
	rq->scope->clinic_id = rq->clinic->id;
	return 0;
}

/* First letters of the first and the last word of a name. */
static const char *
initials(struct arena *a, const char *name)
{
	const char *last = strrchr(name, ' ');
	struct buf b = buf_new(a);

	for (int i = 0; i < 2; i++) {
		const char *s = i == 0 ? name : last != NULL ? last + 1 : "";
		size_t n = 1;

		if (*s == '\0')
			continue;
		while (((unsigned char)s[n] & 0xC0) == 0x80)
			n++;
		buf_add(&b, s, n);
	}
	return b.s;
}

static void
use_session(struct req *rq, const struct session_row *row, const char *token)
{
	struct user_info *u = arena_alloc(rq->arena, sizeof(*u));

	*u = (struct user_info){.id = row->holder,
		.login = row->login,
		.name = row->name,
		.initials = initials(rq->arena, row->name),
		.theme = row->theme,
		.density = row->density,
		.lang = row->language,
		.shortcuts = row->shortcuts,
		.must_change = row->must_change,
		.site_id = row->site_id};
	rq->user = u;
	rq->session = arena_alloc(rq->arena, sizeof(*rq->session));
	*rq->session = (struct session_info){.id = row->id,
		.csrf = row->csrf,
		.token = token,
		.created_at = row->created_at,
		.seen_at = row->seen_at,
		.stepped_at = row->stepped_at,
		.writes = row->writes,
		.flash = row->flash,
		.flash_undo = row->flash_undo};
	*rq->scope = (struct scope){.clinic_id = row->clinic_id,
		.patient_id = row->patient_id,
		.roles = row->roles,
		.user_id = kind_of(rq) == SESSION_STAFF ? row->holder : 0};
}

static int
gate_session(struct req *rq, const char *token)
{
	char hash[TOKEN_HASH_SIZE];
	struct session_row row;
	int found;

	token_hash(token, hash);
	found = session_store_find(rq->db, rq->arena, kind_of(rq), hash,
		rq->now - (instant_t)rq->conf->session_max_h * 3600,
		rq->now - (instant_t)rq->conf->session_idle_min * 60, &row);
	if (found <= 0)
		return found;
	use_session(rq, &row, token);
	if (kind_of(rq) == SESSION_PORTAL &&
		req_language(rq, portal_language(row.language)))
		rq->show->words = rq->words;
	if (row.clinic_id != rq->clinic->id)
		return use_clinic(rq, row.clinic_id);
	return 0;
}

static const char *
role_names(struct req *rq)
{
	struct buf b = buf_new(rq->arena);

	for (int r = 0; r < ROLE_COUNT; r++)
		if (rq->scope->roles & (1u << r))
			buf_addf(&b, "%s%s", b.n ? " " : "",
				role_name((enum role)r));
	return b.s;
}

static const char *
actor(struct req *rq)
{
	if (rq->user == NULL)
		return "anonymous";
	if (kind_of(rq) == SESSION_PORTAL)
		return arena_printf(rq->arena, "patient:%lld",
			(long long)rq->scope->patient_id);
	return rq->user->login;
}

static int
gate_audit(struct req *rq, int status)
{
	/* The scope's clinic: a log-in may be to another one than the page's
	 * before it. */
	struct audit_entry e = {.clinic_id = rq->scope->clinic_id,
		.at = rq->now,
		.program = rq->gate->program,
		.event = rq->page->audit,
		.outcome = status < 400			    ? AUDIT_OK
			   : status == 403 || status == 404 ? AUDIT_DENIED
							    : AUDIT_FAILED,
		.user_id = rq->scope->user_id,
		.actor = actor(rq),
		.roles = role_names(rq),
		.patient_id = rq->audit_patient,
		.object_type = rq->audit_type,
		.object_id = rq->audit_id,
		.detail = rq->audit_detail,
		.reason = rq->audit_reason,
		.address = rq->address,
		.session_id = rq->user != NULL ? rq->session->id : 0,
		.request = rq->ref};

	if (e.patient_id == 0)
		e.patient_id = rq->scope->patient_id;
	e.patients.v = rq->audit_shown.v;
	e.patients.n = rq->audit_shown.n;
	if (rq->page->poll) {
		int again = audit_again(rq->db, rq->arena, &e);

		if (again != 0)
			return again < 0 ? -1 : 0;
	}
	return audit_write(rq->db, rq->arena, &e);
}

/* Once a minute is enough to know that somebody is there. */
static int
gate_touch(struct req *rq, bool wrote)
{
	if (rq->flash_shown && rq->flash == NULL &&
		session_store_flash(
			rq->db, kind_of(rq), rq->session->id, "", "") < 0)
		return -1;
	if (!wrote && rq->now - rq->session->seen_at < 60)
		return 0;
	return session_store_touch(
		rq->db, kind_of(rq), rq->session->id, rq->now, wrote);
}

static int
gate_flash(struct req *rq, const char *text, const char *undo)
{
	if (rq->session->id == 0)
		return 0;
	return session_store_flash(
		rq->db, kind_of(rq), rq->session->id, text, undo);
}

static int
gate_once(struct req *rq, const char *key, const char **location)
{
	return once_store_find(rq->db, rq->arena, key, location);
}

static int
gate_once_done(struct req *rq, const char *key, const char *location)
{
	return once_store_add(rq->db, key, rq->page->path, location, rq->now);
}

static bool
gate_caught_up(struct req *rq)
{
	return session_store_writes(rq->db, kind_of(rq), rq->session->id) >=
	       rq->session->writes;
}

struct act
page_act(struct req *rq)
{
	return (struct act){.db = rq->db,
		.arena = rq->arena,
		.scope = rq->scope,
		.holidays = rq->holidays,
		.actor = kind_of(rq) == SESSION_PORTAL ? "patient" : "staff",
		.now = rq->now,
		.today = rq->today,
		.zone = rq->zone,
		.err = &rq->err};
}

#define COMMON                                                                 \
	.open = gate_open, .session = gate_session, .resolve = page_resolve,   \
	.audit = gate_audit, .touch = gate_touch, .flash = gate_flash,         \
	.once = gate_once, .once_done = gate_once_done, .fail = page_fail,     \
	.patient = page_patient, .caught_up = gate_caught_up,                  \
	.lost = page_lost

const struct gate staff_gate = {
	.program = "staff",
	.cookie = "__Host-staff",
	.layout = "layout/staff.tpl",
	.login_path = "/login",
	.furnish = page_furnish_staff,
	COMMON,
};

const struct gate portal_gate = {
	.program = "portal",
	.cookie = "__Host-portal",
	.layout = "layout/portal.tpl",
	.login_path = "/portal/login",
	.furnish = page_furnish_portal,
	COMMON,
};
