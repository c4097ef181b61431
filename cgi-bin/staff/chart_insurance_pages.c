/*
 * The insurance of one patient, in the chart: policies in the order they
 * pay and what was found when they were checked. They are changed on their
 * own pages. SQL: store/coverage_store.c.
 */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_part.h"
#include "staff/grant_part.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "store/coverage_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
span_text(struct req *rq, const struct coverage *p)
{
	const char *from = p->start == DAY_NONE ? "start not recorded"
						: show_date(rq->show, p->start);

	if (p->end == DAY_NONE)
		return arena_printf(rq->arena, "%s, no end", from);
	return arena_printf(
		rq->arena, "%s to %s", from, show_date(rq->show, p->end));
}

static void
policy_row(struct req *rq, struct tpl *t, const struct chart *c,
	const struct coverage *p)
{
	bool ended = strcmp(p->status, "active") != 0;
	enum standing s = chart_standing(rq, c, p, rq->today);
	struct tpl *row = tpl_row(t, "POLICY"), *tag;

	tpl_int(row, "ID", p->id);
	tpl_text(row, "RANK", ended ? "Ended" : coverage_rank_label(p->rank));
	tpl_text(row, "NAME", chart_policy_name(rq, p));
	tpl_text(row, "MEMBER",
		*p->member_id != '\0' ? p->member_id : "Not recorded");
	tpl_text(row, "DATES", span_text(rq, p));
	tpl_text(row, "WHOSE",
		*p->subscriber_name != '\0'
			? arena_printf(rq->arena, "%s of %s",
				  relationship_label(p->relationship),
				  p->subscriber_name)
			: relationship_label(p->relationship));
	if (ended)
		return;
	tag = tpl_row(row, "STANDING");
	tpl_text(tag, "TONE", standing_tone(s));
	tpl_text(tag, "ICON", standing_icon(s));
	tpl_text(tag, "TEXT", standing_label(s));
}

static const char *
policy_of_check(struct req *rq, const struct coverages *all,
	const struct coverage_check *k)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].id == k->coverage_id)
			return chart_policy_name(rq, &all->v[i]);
	return "A removed policy";
}

static void
check_row(struct req *rq, struct tpl *t, const struct coverages *all,
	const struct coverage_check *k)
{
	enum standing s = standing_of_result(k->result);
	struct tpl *row = tpl_row(t, "CHECK");

	tpl_text(row, "WHEN", show_when(rq->show, k->at));
	tpl_text(row, "POLICY", policy_of_check(rq, all, k));
	tpl_text(row, "FOR", show_date(rq->show, k->service));
	tpl_text(row, "HOW", check_method_label(k->method));
	tpl_text(row, "WHO", *k->user != '\0' ? k->user : "By program");
	tpl_text(row, "TONE", standing_tone(s));
	tpl_text(row, "ICON", standing_icon(s));
	tpl_text(row, "STATE", standing_label(s));
	if (*k->note != '\0')
		tpl_text(tpl_row(row, "NOTE"), "TEXT", k->note);
}

static int
chart_insurance_run(struct req *rq)
{
	bool may = req_may(rq, PERM_COVERAGE_WRITE);
	struct coverages all = {0};
	struct chart c;
	struct tpl *t, *table;

	if (chart_load(rq, &c) || coverage_store_list(rq->db, rq->arena,
					  rq->scope, c.p->id, true, &all))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "insurance", "Insurance", "staff/chart_insurance.tpl");
	tpl_int(t, "ID", c.p->id);
	tpl_show_if(t, "MAY_ADD", may);
	table = all.n > 0 ? tpl_row(t, "POLICIES") : NULL;
	for (size_t i = 0; i < all.n; i++)
		policy_row(rq, table, &c, &all.v[i]);
	if (all.n == 0)
		patient_part_empty(rq, t, "NO_POLICY", "No insurance recorded.",
			"A visit without one is in the insurance queue.",
			may ? arena_printf(rq->arena,
				      "/patients/%lld/insurance/new",
				      (long long)c.p->id)
			    : NULL,
			"Add policy");
	table = c.checks.n > 0 ? tpl_row(t, "CHECKS") : NULL;
	for (size_t i = 0; i < c.checks.n; i++)
		check_row(rq, table, &all, &c.checks.v[i]);
	if (c.checks.n == 0)
		patient_part_empty(rq, t, "NO_CHECK",
			"Nothing was checked yet.", NULL, NULL, NULL);
	if (grant_part_cards(rq, t))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page chart_insurance_page = {
	.method = "GET",
	.path = "/patients/:patient/insurance",
	.perm = PERM_COVERAGE_READ,
	.txn = TXN_READ,
	.audit = AUDIT_COVERAGE_VIEW,
	.about = "A patient's policies in the order they pay, and the checks.",
	.run = chart_insurance_run,
};
