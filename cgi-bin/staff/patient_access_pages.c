/* Who looked at a chart, read from the audit log. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "store/audit_search.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
own_url(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/patients/%lld%s",
		(long long)rq->o.patient->id, rest);
}

#define LOOKS 100

static const struct field access_asked[] = {
	{.name = "before", .type = FIELD_HIDDEN},
};
static const struct form access_query = FORM(access_asked);

static void
look_row(struct req *rq, struct tpl *t, const struct audit_hit *h)
{
	struct tpl *row = tpl_row(t, "LOOK");

	tpl_text(row, "WHEN", show_when(rq->show, h->at));
	tpl_text(row, "WHO", h->actor);
	tpl_text(row, "ROLES", h->roles);
	tpl_text(row, "WHAT", h->event);
	tpl_text(row, "HOW",
		h->shown > 0
			? arena_printf(rq->arena, "In a list of %lld patients",
				  (long long)h->shown)
			: "This chart");
	tpl_text(
		row, "FROM", *h->address != '\0' ? h->address : "Not recorded");
	tpl_show_if(row, "REFUSED", strcmp(h->outcome, "denied") == 0);
	tpl_show_if(row, "FAILED", strcmp(h->outcome, "failed") == 0);
}

static int
patient_access_run(struct req *rq)
{
	struct audit_filter filter = {
		.from = 0,
		.to = rq->now + 1,
		.patient_id = rq->o.patient->id,
		.event = "",
		.outcome = "",
		.before = query_int(rq, "before"),
		.limit = LOOKS,
	};
	struct audit_hits hits = {0};
	struct chart c;
	struct tpl *t, *table;

	if (chart_load(rq, &c) ||
		audit_search_list(rq->db, rq->arena, rq->scope, &filter, &hits))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "details", "Who looked", "staff/patient_access.tpl");
	table = hits.n > 0 ? tpl_row(t, "LOOKS") : NULL;
	for (size_t i = 0; i < hits.n && i < LOOKS; i++)
		look_row(rq, table, &hits.v[i]);
	if (hits.n == 0)
		patient_part_empty(rq, t, "NOTHING",
			"Nobody has looked at this chart.", NULL, NULL, NULL);
	if (hits.n >= LOOKS)
		tpl_text(tpl_row(t, "OLDER"), "URL",
			own_url(rq,
				arena_printf(rq->arena, "/access?before=%lld",
					(long long)hits.v[LOOKS - 1].id)));
	return req_html(rq);
}

const struct page patient_access_page = {
	.method = "GET",
	.path = "/patients/:patient/access",
	.perm = PERM_ACCESS_READ,
	.txn = TXN_READ,
	.audit = AUDIT_ACCESS_VIEW,
	.query = &access_query,
	.about = "Who looked at this chart, and in which lists it stood.",
	.run = patient_access_run,
};
