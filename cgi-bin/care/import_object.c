/*
 * Appointments become visits, Coverages policies, and allergies tell the
 * chart that it has some: tests/RULES.md, "Visits, policies and allergies
 * from elsewhere".
 */
#include <string.h>

#include "base/arena.h"
#include "care/import_step.h"
#include "domain/visit.h"
#include "store/coverage_store.h"
#include "store/payer_store.h"
#include "store/site_store.h"
#include "store/visit_store.h"

/* Why something did not become what it could have been. */
static int
keep(struct import *im, struct import_item *it, const char *why)
{
	struct act *act = im->act;

	it->kept = why;
	return fhir_store_set_kept(act->db, act->scope, it->id, why)
		       ? import_db_err(im)
		       : 0;
}

static int
became(struct import *im, struct import_item *it, int64_t object)
{
	struct act *act = im->act;

	if (fhir_store_set_object(act->db, act->scope, it->id, object) ||
		fhir_store_set_kept(act->db, act->scope, it->id, ""))
		return import_db_err(im);
	return 0;
}

/* ---- visits ---- */

static const char *
text_or(const char *s)
{
	return s ? s : "";
}

static bool
visit_status(const char *s)
{
	static const char known[] =
		" proposed pending waitlist booked arrived checked-in "
		"fulfilled cancelled noshow entered-in-error ";
	const char *p = *s ? strstr(known, s) : NULL;

	return p && p > known && p[-1] == ' ' && p[strlen(s)] == ' ';
}

/* NULL, or why it cannot stand in the calendar. */
static const char *
read_visit(struct import *im, const struct import_item *it, struct visit *v)
{
	const struct js *body = it->r->body;
	const char *start = text_or(js_text(body, "start"));
	const char *end = text_or(js_text(body, "end"));
	const struct js *reason = js_get(body, "reasonCode");

	v->status = text_or(js_text(body, "status"));
	if (!it->patient_id)
		return "no patient of this clinic: not in the calendar";
	if (!visit_status(v->status))
		return "no status the calendar knows: not in the calendar";
	if (!instant_parse(start, im->act->zone, &v->start) ||
		!instant_parse(end, im->act->zone, &v->end))
		return "no start and end: not in the calendar";
	if (v->end - v->start < 300 || v->end - v->start > 86400)
		return "shorter than 5 minutes or longer than a day: not in "
		       "the calendar";
	v->busy_start = v->start;
	v->busy_end = v->end;
	v->reason = text_or(js_text(body, "description"));
	if (!*v->reason && reason && reason->kind == JS_ARRAY)
		v->reason = text_or(fhir_concept(reason->child));
	v->note = text_or(js_text(body, "comment"));
	return NULL;
}

static struct visit
visit_blank(const struct import *im, const struct import_item *it, int64_t site)
{
	instant_t now = im->act->now;

	return (struct visit){
		.patient_id = it->patient_id,
		.site_id = site,
		.mode = "in_person",
		.source = "import",
		.overbook_reason = "",
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE,
		.cancelled = INSTANT_NONE,
		.confirmed_by = "",
		.cancelled_by = "",
		.cancel_reason = "",
		.created = now,
		.updated = now,
		.created_by = im->act->scope->user_id,
		.updated_by = im->act->scope->user_id,
	};
}

int
import_visit(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	struct sites sites = {0};
	struct visit v;
	const char *why;
	int64_t id;

	if (it->object_id) {
		import_note(im->report, "Appointment",
			"came again, changed: the visit in the calendar is "
			"left as it is");
		return 0;
	}
	if (site_store_list(act->db, act->arena, act->scope, false, &sites))
		return import_db_err(im);
	if (sites.n == 0)
		return keep(im, it,
			"the clinic has no site: not in the "
			"calendar");
	v = visit_blank(im, it, sites.v[0].id);
	why = read_visit(im, it, &v);
	if (why)
		return keep(im, it, why);
	if (strcmp(v.status, "cancelled") == 0) {
		v.cancelled = act->now;
		v.cancelled_by = "clinic";
		v.cancel_reason = text_or(
			fhir_concept(js_get(it->r->body, "cancelationReason")));
	}
	id = fhir_store_add_visit(act->db, act->scope, &v);
	if (id == 0)
		return import_db_err(im);
	return became(im, it, id);
}

/* ---- policies ---- */

static const struct js *
first_of(const struct js *v, const char *name)
{
	v = js_get(v, name);
	return v && v->kind == JS_ARRAY ? v->child : v;
}

static const char *
payer_name(struct import *im, const struct import_item *it)
{
	const char *s = js_text(first_of(it->r->body, "payor"), "display");

	for (size_t i = 0; !s && i < it->links.n; i++)
		if (strcmp(it->links.v[i].path, "payor[0]") == 0 &&
			it->links.v[i].target_id)
			s = it->links.v[i].target_title;
	if (!s)
		s = fhir_concept(js_get(it->r->body, "type"));
	return s && *s ? arena_strndup(im->act->arena, s, 120) : NULL;
}

static const char *
payer_kind(const char *name)
{
	static const struct {
		const char *word, *kind;
	} known[] = {
		{"Medicare Advantage", "medicare_advantage"},
		{"Medicare", "medicare"},
		{"Medicaid", "medicaid"},
		{"CHIP", "chip"},
		{"TRICARE", "tricare"},
		{"Tricare", "tricare"},
		{"Veteran", "va"},
		{"NO_INSURANCE", "self_pay"},
		{"Self", "self_pay"},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strstr(name, known[i].word))
			return known[i].kind;
	return "commercial";
}

static const char *
class_value(const struct js *body, const char *code, const char *member)
{
	for (const struct js *c = first_of(body, "class"); c; c = c->next) {
		const char *is =
			js_text(first_of(js_get(c, "type"), "coding"), "code");

		if (is && strcmp(is, code) == 0)
			return text_or(js_text(c, member));
	}
	return "";
}

static day_t
day_of_text(const char *s)
{
	char iso[11] = "";
	day_t day;

	if (!s || strlen(s) < 10)
		return DAY_NONE;
	memcpy(iso, s, 10);
	return day_parse(iso, &day) ? day : DAY_NONE;
}

static const char *
relationship(const struct js *body)
{
	static const char *const known[] = {"self", "spouse", "child"};
	const struct js *v = js_get(body, "relationship");
	const char *code = js_text(first_of(v, "coding"), "code");

	if (!code)
		return "self";
	for (size_t i = 0; i < 3; i++)
		if (strcmp(code, known[i]) == 0)
			return known[i];
	return "other";
}

static void
read_policy(struct import *im, const struct import_item *it, struct coverage *c)
{
	const struct js *body = it->r->body, *period = js_get(body, "period");
	const char *group = class_value(body, "group", "value");
	const char *plan = class_value(body, "plan", "name");
	const char *type = fhir_concept(js_get(body, "type"));

	*c = (struct coverage){
		.patient_id = it->patient_id,
		.plan_name = *plan ? plan : text_or(type),
		.plan_kind = "",
		.member_id = text_or(js_text(body, "subscriberId")),
		.group_no = group,
		.relationship = relationship(body),
		.subscriber_name = "",
		.subscriber_birth = DAY_NONE,
		.start = day_of_text(js_text(period, "start")),
		.end = day_of_text(js_text(period, "end")),
		.rank_reason = "",
		.copay_cents = CENTS_NONE,
		.auth_phone = "",
		.rx_bin = class_value(body, "rxbin", "value"),
		.rx_pcn = class_value(body, "rxpcn", "value"),
		.rx_group = class_value(body, "rxgroup", "value"),
		.note = "",
		.status = "active",
		.source = "import",
		.updated_at = im->act->now,
	};
	if (c->start != DAY_NONE && c->end != DAY_NONE && c->end < c->start)
		c->end = DAY_NONE;
}

/* The same policy comes with every claim it paid. */
static int
same_policy(struct import *im, const struct coverage *c, int64_t *id,
	int *next_rank)
{
	struct act *act = im->act;
	struct coverages list = {0};

	*id = 0;
	*next_rank = 1;
	if (coverage_store_list(act->db, act->arena, act->scope, c->patient_id,
		    true, &list))
		return import_db_err(im);
	for (size_t i = 0; i < list.n; i++) {
		const struct coverage *o = &list.v[i];

		if (strcmp(o->status, "active") == 0 && o->rank >= *next_rank)
			*next_rank = o->rank + 1;
		if (!*id && o->payer_id == c->payer_id &&
			strcmp(o->member_id, c->member_id) == 0 &&
			strcmp(o->plan_name, c->plan_name) == 0)
			*id = o->id;
	}
	return 0;
}

static int
end_policy(struct import *im, const struct coverage *c, const char *status)
{
	struct act *act = im->act;

	return coverage_store_end(act->db, act->scope, c->id, 1, status, c->end,
		       "As imported.", act->now) < 0
		       ? import_db_err(im)
		       : 0;
}

int
import_coverage(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	const char *status = text_or(js_text(it->r->body, "status"));
	const char *name = payer_name(im, it);
	struct coverage c;
	int64_t same;

	if (it->object_id) {
		import_note(im->report, "Coverage",
			"came again, changed: the policy is left as it is");
		return 0;
	}
	if (!it->patient_id)
		return keep(im, it, "no patient of this clinic: no policy");
	if (!name)
		return keep(im, it, "no payer: no policy");
	read_policy(im, it, &c);
	c.payer_id =
		payer_store_need(act->db, act->scope, name, payer_kind(name));
	if (c.payer_id == 0)
		return import_db_err(im);
	if (same_policy(im, &c, &same, &c.rank))
		return -1;
	if (same)
		return became(im, it, same);
	if (c.rank > 9)
		return keep(im, it, "nine policies are in use: no policy");
	c.id = coverage_store_add(act->db, act->scope, &c);
	if (c.id == 0 || became(im, it, c.id))
		return c.id ? -1 : import_db_err(im);
	if (strcmp(status, "entered-in-error") == 0)
		return end_policy(im, &c, "entered-in-error");
	if (strcmp(status, "cancelled") == 0 ||
		(c.end != DAY_NONE && c.end < act->today))
		return end_policy(im, &c, "ended");
	return 0;
}

/* ---- allergies ---- */

/* SNOMED CT: no known allergy, drug, food, environmental, latex allergy. */
static bool
says_none(const struct js *body)
{
	static const char codes[] = " 716186003 409137002 429625007 "
				    "428607008 716184000 716220001 ";
	const struct js *coding = first_of(js_get(body, "code"), "coding");
	const char *code = js_text(coding, "code");
	const char *p = code && *code ? strstr(codes, code) : NULL;

	return p && p > codes && p[-1] == ' ' && p[strlen(code)] == ' ';
}

int
import_allergy(struct import *im, struct import_item *it)
{
	struct act *act = im->act;
	const char *status = fhir_status(it->r);
	const struct js *v = js_get(it->r->body, "verificationStatus");
	const char *verified = js_text(first_of(v, "coding"), "code");

	if (!it->patient_id || strcmp(status, "active") != 0)
		return 0;
	if (verified && (strcmp(verified, "refuted") == 0 ||
				strcmp(verified, "entered-in-error") == 0))
		return 0;
	return fhir_store_allergy_state(act->db, act->scope, it->patient_id,
		       says_none(it->r->body) ? "none_known" : "listed",
		       act->now)
		       ? import_db_err(im)
		       : 0;
}
