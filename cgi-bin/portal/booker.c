/* What the pages of a patient's booking share. Rules: tests/RULES.md,
 * "Booked by the patient". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "portal/booker.h"
#include "store/patient_store.h"
#include "store/portal_store.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "store/visit_type_store.h"
#include "web/req.h"

static const struct field query_fields[] = {
	{.name = "type", .type = FIELD_INT, .min = 1},
	{.name = "provider", .type = FIELD_INT, .min = 0},
	{.name = "day", .type = FIELD_DAY},
	{.name = "from", .type = FIELD_DAY},
	{.name = "slot", .type = FIELD_TOKEN},
};
const struct form booker_query = FORM(query_fields);

static int
load_lists(struct req *rq, struct booker *b)
{
	struct visit_types all = {0};

	if (patient_store_get(rq->db, rq->arena, rq->scope,
		    rq->scope->patient_id, &b->patient) <= 0 ||
		portal_store_past(rq->db, rq->scope, rq->scope->patient_id,
			rq->now, &b->past) ||
		visit_type_store_list(
			rq->db, rq->arena, rq->scope, false, &all) ||
		provider_store_list(
			rq->db, rq->arena, rq->scope, false, &b->providers) ||
		site_store_list(rq->db, rq->arena, rq->scope, false, &b->sites))
		return -1;
	for (size_t i = 0; i < all.n; i++)
		if (portal_may_book(&all.v[i], &b->past))
			*ARENA_PUSH(rq->arena, &b->types) = all.v[i];
	return 0;
}

int
booker_load(struct req *rq, int64_t type, int64_t provider, struct booker *b)
{
	*b = (struct booker){.provider = provider};
	if (load_lists(rq, b))
		return req_db_err(rq);
	for (size_t i = 0; i < b->types.n; i++)
		if (b->types.v[i].id == type) {
			b->type = b->types.v[i];
			b->has_type = true;
		}
	if (type != 0 && !b->has_type)
		return req_fail(rq, ERR_NOT_FOUND, "%s",
			tr(rq, "This kind of visit cannot be booked online. "
			       "Please call us."));
	if (provider != 0 && booker_provider(b, provider)[0] == '\0')
		return req_fail(rq, ERR_NOT_FOUND, "%s",
			tr(rq, "This provider cannot be booked online. Please "
			       "choose another one."));
	return 0;
}

const char *
booker_type_name(const struct req *rq, const struct visit_type *t)
{
	return strcmp(rq->lang, "es") == 0 && t->name_es[0] != '\0' ? t->name_es
								    : t->name;
}

const char *
booker_provider(const struct booker *b, int64_t id)
{
	for (size_t i = 0; i < b->providers.n; i++)
		if (b->providers.v[i].id == id)
			return b->providers.v[i].name;
	return "";
}

const struct site *
booker_site(const struct booker *b, int64_t id)
{
	for (size_t i = 0; i < b->sites.n; i++)
		if (b->sites.v[i].id == id)
			return &b->sites.v[i];
	return NULL;
}

const struct show *
booker_show(struct req *rq, const struct site *site)
{
	struct show *show = arena_alloc(rq->arena, sizeof(*show));
	const struct zone *zone = site != NULL ? zone_find(site->zone) : NULL;

	*show = *rq->show;
	if (zone != NULL)
		show->zone = zone;
	return show;
}

int
booker_slots(struct req *rq, const struct booker *b, day_t first, int days,
	struct slots *out)
{
	struct slot_need need = {
		.type = &b->type,
		.minutes = visit_type_minutes(&b->type, b->patient.interpreter),
		.patient_id = b->patient.id,
		.provider_id = b->provider,
		.first = first < rq->today ? rq->today : first,
		.last = first + days - 1,
		.not_before = rq->now + b->type.notice_min * 60,
		.now = rq->now,
		.whose = {.portal_session_id = rq->session->id},
	};

	if (need.last > rq->today + b->type.horizon_days)
		need.last = rq->today + b->type.horizon_days;
	if (need.last < need.first)
		return 0;
	return care_slots(rq->db, rq->arena, rq->scope, &need, out);
}
