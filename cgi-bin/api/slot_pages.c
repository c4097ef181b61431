/* Free times. The working out: care/slots.c, domain/slot.c; rules:
 * tests/RULES.md, "The interface", "Free times". */
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/arena.h"
#include "care/slots.h"
#include "codec/fhir/appointment.h"
#include "store/visit_type_store.h"
#include "web/req.h"

#define DAYS 30
#define SLOTS_MOST 200

static const struct field slot_fields[] = {
	{.name = "service-type",
		.label = "service-type",
		.type = FIELD_INT,
		.required = true,
		.min = 1,
		.max = INT32_MAX},
	{.name = "schedule",
		.label = "schedule",
		.type = FIELD_TEXT,
		.max = 40},
	{.name = "start", .label = "start", .type = FIELD_TEXT, .max = 12},
	{.name = "_count",
		.label = "_count",
		.type = FIELD_INT,
		.min = 1,
		.max = SLOTS_MOST},
};
static const struct form slot_query = FORM(slot_fields);

/* "Schedule/3": one provider's. */
static bool
provider_asked(struct req *rq, int64_t *out)
{
	const char *s = query_text(rq, "schedule");
	size_t n = strlen(s);

	*out = 0;
	if (n == 0)
		return true;
	if (strncmp(s, "Schedule/", 9) != 0 || n > 27 || n == 9 ||
		strspn(s + 9, "0123456789") != n - 9)
		return false;
	*out = strtoll(s + 9, NULL, 10);
	return *out > 0;
}

/* "ge2026-03-02", or nothing: from today on. */
static bool
day_asked(struct req *rq, day_t *out)
{
	const char *s = query_text(rq, "start");

	*out = rq->today;
	return s[0] == '\0' ||
	       (strncmp(s, "ge", 2) == 0 && day_parse(s + 2, out));
}

static int
slot_search_run(struct req *rq)
{
	struct visit_type type;
	struct slots slots = {0};
	struct slot_need need = {.not_before = rq->now,
		.now = rq->now,
		.limit = (size_t)query_int(rq, "_count")};

	if (!query_has(rq, "service-type"))
		return req_fail(rq, ERR_INPUT,
			"Say which service-type: the number of a type of "
			"visit.");
	if (!provider_asked(rq, &need.provider_id) ||
		!day_asked(rq, &need.first))
		return req_fail(rq, ERR_INPUT,
			"schedule is \"Schedule/3\", start is "
			"\"ge2026-03-02\".");
	if (visit_type_store_get(rq->db, rq->arena, rq->scope,
		    query_int(rq, "service-type"), &type) <= 0 ||
		!type.active)
		return req_fail(rq, ERR_NOT_FOUND,
			"There is no such service-type here.");
	if (need.first < rq->today)
		need.first = rq->today;
	need.last = need.first + DAYS - 1;
	need.type = &type;
	need.minutes = type.minutes;
	if (need.limit == 0)
		need.limit = SLOTS_MOST;
	if (care_slots(rq->db, rq->arena, rq->scope, &need, &slots))
		return req_db_err(rq);
	if (slots.n > need.limit)
		slots.n = need.limit;
	return api_json(rq, 200, fhir_slots_write(rq->arena, &slots, &type));
}

const struct page slot_search_page = {
	.method = "GET",
	.path = "/fhir/Slot",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &slot_query,
	.run = slot_search_run,
	.about = "Free times for a type of visit.",
};
