/* The visits of the next business days that something is missing for. SQL:
 * store/need_store.c; rules: tests/RULES.md, "Needs of a visit". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/prep.h"
#include "domain/ready.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "staff/visit_part.h"
#include "store/prep_store.h"
#include "store/site_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option day_options[] = {
	{"3", "Three business days"},
	{"5", "Five business days"},
	{"10", "Ten business days"},
	{NULL, NULL},
};

static const struct field asked[] = {
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
	{.name = "days",
		.label = "Ahead",
		.type = FIELD_SELECT,
		.options = day_options},
};
static const struct form ready_query = FORM(asked);

struct span {
	int64_t site;
	int days;
	instant_t from, to;
};

static struct span
span_asked(struct req *rq)
{
	const char *days = query_text(rq, "days");
	struct span s = {
		.site = query_int(rq, "site"),
		.days = strcmp(days, "10") == 0	 ? 10
			: strcmp(days, "5") == 0 ? 5
						 : READY_AHEAD,
		.from = rq->now,
	};

	zone_instant(rq->zone,
		day_add_business(rq->today, s.days, rq->holidays) + 1, 0,
		&s.to);
	return s;
}

static int
filters(struct req *rq, struct tpl *t, const struct span *s)
{
	struct sites sites = {0};

	if (site_store_list(rq->db, rq->arena, rq->scope, false, &sites))
		return -1;
	for (size_t i = 0; i < sites.n; i++) {
		struct tpl *row = tpl_row(t, "SITE");

		tpl_int(row, "ID", sites.v[i].id);
		tpl_text(row, "NAME", sites.v[i].name);
		tpl_show_if(row, "ON", sites.v[i].id == s->site);
	}
	for (const struct option *o = day_options; o->value != NULL; o++) {
		struct tpl *row = tpl_row(t, "AHEAD");

		tpl_text(row, "VALUE", o->value);
		tpl_text(row, "LABEL", o->label);
		tpl_show_if(row, "ON",
			(o->value[0] == '1' ? 10 : o->value[0] - '0') ==
				s->days);
	}
	return 0;
}

static struct tpl *
visit_row(struct req *rq, struct tpl *table, const struct visit *v)
{
	const struct show *show = visit_part_show(rq, v->zone);
	struct tpl *row = tpl_row(table, "VISIT");

	tpl_int(row, "ID", v->id);
	tpl_int(row, "PATIENT", v->patient_id);
	tpl_text(row, "ISO", show_iso_time(show, v->start));
	tpl_text(row, "WHEN", show_when(show, v->start));
	tpl_text(row, "ZONE", zone_abbr(show->zone, v->start));
	tpl_text(row, "WHAT", visit_part_what(v));
	tpl_text(row, "WITH", v->provider_short);
	tpl_text(row, "PLACE", v->site_name);
	tpl_text(row, "NAME", visit_part_name(rq, v));
	tpl_text(row, "BORN", show_date(show, v->birth));
	tpl_text(row, "MRN", visit_part_mrn(rq, v));
	req_shown(rq, v->patient_id);
	return row;
}

static void
need_line(struct req *rq, struct tpl *row, const struct visit_need *n)
{
	struct tpl *line = tpl_row(row, "NEED");
	const char *next = need_next(n);

	tpl_text(line, "WHAT", need_title(rq->arena, n));
	if (req_may(rq, PERM_VISIT_WRITE))
		tpl_text(tpl_row(line, "OPENS"), "URL",
			arena_printf(rq->arena, "/appointments/%lld/needs/%lld",
				(long long)n->visit_id, (long long)n->id));
	else
		tpl_show_if(line, "PLAIN", true);
	tpl_text(line, "TONE", need_state_tone(n->state));
	tpl_text(line, "ICON", need_state_icon(n->state));
	tpl_text(line, "STATE", need_state_label(n->state));
	if (next[0] != '\0')
		tpl_text(tpl_row(line, "NEXT"), "TEXT", next);
}

/* What is to be done before it, and nobody has ticked. */
static void
prep_line(struct req *rq, struct tpl *row, const struct visit *v,
	const struct prep *p)
{
	struct tpl *line = tpl_row(row, "NEED");
	const struct show *show = visit_part_show(rq, v->zone);

	tpl_text(line, "WHAT",
		arena_printf(rq->arena, "%s: %s", prep_kind_label(p->kind),
			p->words));
	tpl_text(tpl_row(line, "OPENS"), "URL",
		arena_printf(rq->arena, "/appointments/%lld#preps",
			(long long)v->id));
	tpl_text(line, "TONE", p->due < rq->now ? "red" : "amber");
	tpl_text(line, "ICON", "circle-alert");
	tpl_text(line, "STATE", p->due < rq->now ? "Late" : "To do");
	tpl_text(tpl_row(line, "NEXT"), "TEXT", prep_when(show, p));
}

/* Those whose visit is further ahead are due all the same: their visits
 * are put behind, in order. */
static int
add_later(struct req *rq, const struct preps *preps, struct visits *all)
{
	for (size_t i = 0; i < preps->n; i++) {
		bool there = false;
		struct visit v;

		for (size_t k = 0; k < all->n && !there; k++)
			there = all->v[k].id == preps->v[i].visit_id;
		if (there)
			continue;
		if (visit_store_get(rq->db, rq->arena, rq->scope,
			    preps->v[i].visit_id, &v) <= 0)
			return -1;
		*ARENA_PUSH(rq->arena, all) = v;
	}
	return 0;
}

/* The lists are in the order of the visits. */
static size_t
rows(struct req *rq, struct tpl *t, const struct visits *all,
	const struct needs *missing, const struct preps *preps)
{
	struct tpl *table = NULL;
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct tpl *row = NULL;

		for (size_t k = 0; k < missing->n; k++) {
			if (missing->v[k].visit_id != all->v[i].id)
				continue;
			if (table == NULL)
				table = tpl_row(t, "TABLE");
			if (row == NULL)
				row = visit_row(rq, table, &all->v[i]);
			need_line(rq, row, &missing->v[k]);
		}
		for (size_t k = 0; k < preps->n; k++) {
			if (preps->v[k].visit_id != all->v[i].id)
				continue;
			if (table == NULL)
				table = tpl_row(t, "TABLE");
			if (row == NULL)
				row = visit_row(rq, table, &all->v[i]);
			prep_line(rq, row, &all->v[i], &preps->v[k]);
		}
		n += row != NULL;
	}
	return n;
}

static int
readiness_run(struct req *rq)
{
	struct span s = span_asked(rq);
	struct visits all = {0};
	struct needs missing = {0};
	struct preps preps = {0};
	struct tpl *t = req_tpl(rq, "staff/readiness.tpl");
	size_t n;

	if (need_store_missing(rq->db, rq->arena, rq->scope, s.site, s.from,
		    s.to, &missing) ||
		prep_store_missing(rq->db, rq->arena, rq->scope, s.site, s.from,
			s.to, &preps) ||
		(missing.n + preps.n > 0 &&
			visit_store_between(rq->db, rq->arena, rq->scope,
				s.site, s.from, s.to, &all)) ||
		add_later(rq, &preps, &all) || filters(rq, t, &s))
		return req_db_err(rq);
	req_title(rq, "Readiness");
	n = rows(rq, t, &all, &missing, &preps);
	tpl_text(t, "SUMMARY",
		arena_printf(rq->arena, "%zu %s until %s %s something missing",
			n, n == 1 ? "visit" : "visits",
			show_day(rq->show, day_add_business(rq->today, s.days,
						   rq->holidays)),
			n == 1 ? "has" : "have"));
	if (n == 0)
		patient_part_empty(rq, t, "EMPTY", "Every visit is ready.",
			"Interpreters, rides, forms, referrals, "
			"authorizations and steps before a visit that are "
			"missing stand here three business days ahead.",
			NULL, NULL);
	return req_html(rq);
}

const struct page readiness_page = {
	.method = "GET",
	.path = "/readiness",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_VISIT_VIEW,
	.query = &ready_query,
	.run = readiness_run,
	.about = "Visits of the next business days that are not ready.",
};
