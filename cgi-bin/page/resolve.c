/*
 * What a ":name" in a path stands for: one row here per kind of object,
 * one statement per load, always in the caller's scope. Whatever is not
 * the caller's looks like something that is not there.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "page/gate.h"
#include "store/coverage_store.h"
#include "store/item_store.h"
#include "store/patient_store.h"
#include "store/provider_store.h"
#include "store/recall_store.h"
#include "store/record_store.h"
#include "store/room_store.h"
#include "store/sequence_store.h"
#include "store/site_store.h"
#include "store/user_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"
#include "store/waitlist_store.h"
#include "web/req.h"

/* Digits only, at most 18, no leading zero: one spelling per object. */
static int64_t
object_id(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 18 || s[0] == '0' || strspn(s, "0123456789") != n)
		return 0;
	return strtoll(s, NULL, 10);
}

static int
load_number(struct req *rq, int64_t id)
{
	rq->o.id = id;
	return 1;
}

static int
load_visit(struct req *rq, int64_t id)
{
	struct visit *v = arena_alloc(rq->arena, sizeof(*v));

	rq->o.visit = v;
	return visit_store_get(rq->db, rq->arena, rq->scope, id, v);
}

/* Whatever the page does with it, the audit row names the patient. */
static int
load_patient(struct req *rq, int64_t id)
{
	struct patient *p = arena_alloc(rq->arena, sizeof(*p));
	int found = patient_store_get(rq->db, rq->arena, rq->scope, id, p);

	rq->o.patient = p;
	if (found > 0)
		req_about_patient(rq, id);
	return found;
}

static int
load_provider(struct req *rq, int64_t id)
{
	struct provider *p = arena_alloc(rq->arena, sizeof(*p));

	rq->o.provider = p;
	return provider_store_get(rq->db, rq->arena, rq->scope, id, p);
}

static int
load_room(struct req *rq, int64_t id)
{
	struct room *r = arena_alloc(rq->arena, sizeof(*r));

	rq->o.room = r;
	return room_store_get(rq->db, rq->arena, rq->scope, id, r);
}

static int
load_visit_type(struct req *rq, int64_t id)
{
	struct visit_type *t = arena_alloc(rq->arena, sizeof(*t));

	rq->o.visit_type = t;
	return visit_type_store_get(rq->db, rq->arena, rq->scope, id, t);
}

/* A record opens its patient's chart, when it has one. */
static int
load_record(struct req *rq, int64_t id)
{
	struct record *r = arena_alloc(rq->arena, sizeof(*r));
	int found = record_store_get(rq->db, rq->arena, rq->scope, id, r);

	rq->o.record = r;
	if (found > 0 && r->patient_id > 0)
		return load_patient(rq, r->patient_id);
	return found;
}

static int
load_site(struct req *rq, int64_t id)
{
	struct site *s = arena_alloc(rq->arena, sizeof(*s));

	rq->o.site = s;
	return site_store_get(rq->db, rq->arena, rq->scope, id, s);
}

static int
load_user(struct req *rq, int64_t id)
{
	struct user *u = arena_alloc(rq->arena, sizeof(*u));

	rq->o.user_row = u;
	return user_store_get(rq->db, rq->arena, rq->scope, id, u);
}

static int
load_coverage(struct req *rq, int64_t id)
{
	struct coverage *o = arena_alloc(rq->arena, sizeof(*o));

	rq->o.coverage = o;
	return coverage_store_get(rq->db, rq->arena, rq->scope, id, o);
}

static int
load_item(struct req *rq, int64_t id)
{
	struct item *o = arena_alloc(rq->arena, sizeof(*o));

	rq->o.item = o;
	return item_store_get(rq->db, rq->arena, rq->scope, id, o);
}

static int
load_recall(struct req *rq, int64_t id)
{
	struct recall *o = arena_alloc(rq->arena, sizeof(*o));

	rq->o.recall = o;
	return recall_store_get(rq->db, rq->arena, rq->scope, id, o);
}

static int
load_entry(struct req *rq, int64_t id)
{
	struct wait_entry *o = arena_alloc(rq->arena, sizeof(*o));

	rq->o.entry = o;
	return waitlist_store_get(rq->db, rq->arena, rq->scope, id, rq->now, o);
}

static int
load_offer(struct req *rq, int64_t id)
{
	struct wait_offer *o = arena_alloc(rq->arena, sizeof(*o));

	rq->o.offer = o;
	return waitlist_store_offer_get(rq->db, rq->arena, rq->scope, id, o);
}

static int
load_plan(struct req *rq, int64_t id)
{
	struct seq_plan *o = arena_alloc(rq->arena, sizeof(*o));

	rq->o.plan = o;
	return sequence_store_plan(rq->db, rq->arena, rq->scope, id, o);
}

static const struct {
	const char *name;
	int (*load)(struct req *, int64_t id); /* 1, 0 not there, -1 */
} kinds[] = {
	{"coverage", load_coverage},
	{"entry", load_entry},
	{"item", load_item},
	{"n", load_number},
	{"offer", load_offer},
	{"patient", load_patient},
	{"plan", load_plan},
	{"provider", load_provider},
	{"recall", load_recall},
	{"record", load_record},
	{"room", load_room},
	{"site", load_site},
	{"user_row", load_user},
	{"visit", load_visit},
	{"visit_type", load_visit_type},
};

int
page_resolve(struct req *rq, const char *name, const char *value)
{
	int64_t id = object_id(value);

	if (strcmp(name, "name") == 0) {
		rq->o.text = value;
		return value[strspn(value,
			       "abcdefghijklmnopqrstuvwxyz0123456789_-")] ==
				       '\0'
			       ? 0
			       : -1;
	}
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return id > 0 && kinds[i].load(rq, id) > 0 ? 0 : -1;
	BUG("no kind of object is called :%s", name);
}

/* A form that names a patient says so in a field of this name. */
static int64_t
patient_of_form(const struct req *rq)
{
	const struct form *f = rq->form != NULL ? rq->page->form : NULL;

	for (size_t i = 0; f != NULL && i < f->n; i++)
		if (strcmp(f->fields[i].name, "patient") == 0)
			return form_int(rq, "patient");
	return 0;
}

int64_t
page_patient(const struct req *rq)
{
	if (rq->scope->patient_id != 0) /* the portal: one's own */
		return rq->scope->patient_id;
	if (rq->o.patient != NULL)
		return rq->o.patient->id;
	if (rq->o.visit != NULL)
		return rq->o.visit->patient_id;
	if (rq->o.item != NULL)
		return rq->o.item->patient_id;
	if (rq->o.coverage != NULL)
		return rq->o.coverage->patient_id;
	if (rq->o.recall != NULL)
		return rq->o.recall->patient_id;
	if (rq->o.entry != NULL)
		return rq->o.entry->patient_id;
	if (rq->o.offer != NULL)
		return rq->o.offer->patient_id;
	return patient_of_form(rq);
}
