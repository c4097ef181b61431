/* A patient's face sheet, on paper. */
#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_form.h"
#include "store/patient_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define VISITS 6

static const char *
own_url(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/patients/%lld%s",
		(long long)rq->o.patient->id, rest);
}

static int
print_people(struct req *rq, struct tpl *t)
{
	struct patient_persons list = {0};

	if (patient_store_persons(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		struct tpl *row = tpl_row(t, "PERSON");

		tpl_text(row, "NAME", list.v[i].name);
		tpl_text(row, "ROLE",
			*list.v[i].relationship != '\0' ? list.v[i].relationship
							: "Contact");
		tpl_text(row, "PHONE",
			*list.v[i].phone != '\0'
				? show_phone(rq->show, list.v[i].phone)
				: "Not recorded");
	}
	tpl_show_if(t, "NO_PEOPLE", list.n == 0);
	return 0;
}

static int
print_visits(struct req *rq, struct tpl *t)
{
	struct visits next = {0};

	if (visit_store_coming(rq->db, rq->arena, rq->scope, rq->o.patient->id,
		    rq->now, VISITS, &next))
		return -1;
	for (size_t i = 0; i < next.n; i++) {
		struct tpl *row = tpl_row(t, "VISIT");

		tpl_text(row, "WHEN", chart_visit_when(rq, &next.v[i]));
		tpl_text(row, "WHAT", next.v[i].type_name);
		tpl_text(row, "WHO", next.v[i].provider_short);
		tpl_text(row, "WHERE", next.v[i].site_name);
	}
	tpl_show_if(t, "NO_VISITS", next.n == 0);
	return 0;
}

static void
print_policies(struct req *rq, struct tpl *t, const struct chart *c)
{
	for (size_t i = 0; i < c->policies.n; i++) {
		const struct coverage *p = &c->policies.v[i];
		struct tpl *row = tpl_row(t, "POLICY");

		tpl_text(row, "RANK", coverage_rank_label(p->rank));
		tpl_text(row, "NAME", chart_policy_name(rq, p));
		tpl_text(row, "MEMBER",
			*p->member_id != '\0' ? p->member_id : "Not recorded");
		tpl_text(row, "GROUP",
			*p->group_no != '\0' ? p->group_no : "None");
		tpl_text(row, "STANDING",
			standing_label(chart_standing(rq, c, p, rq->today)));
	}
	tpl_show_if(t, "NO_POLICIES", c->policies.n == 0);
}

static int
patient_print_run(struct req *rq)
{
	const struct patient *p = rq->o.patient;
	struct chart c;
	struct tpl *t, *who;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = req_tpl_in(rq, "layout/print.tpl", "staff/patient_print.tpl");
	req_title(rq, "Face sheet");
	who = tpl_row(rq->root, "WHO");
	tpl_text(who, "NAME", patient_list_name(rq->arena, p));
	tpl_text(who, "BORN", show_birth(rq->show, p->birth));
	tpl_text(who, "MRN", patient_mrn_show(rq->arena, p->mrn));
	tpl_text(who, "ALLERGY", chart_allergies(rq, &c));
	tpl_text(rq->root, "BACK", own_url(rq, ""));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, rq->now), rq->user->name));
	if (patient_form_shown(rq, t) || print_people(rq, t) ||
		print_visits(rq, t))
		return req_db_err(rq);
	print_policies(rq, t, &c);
	return req_html(rq);
}

const struct page patient_print_page = {
	.method = "GET",
	.path = "/patients/:patient/print",
	.perm = PERM_PATIENT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_PRINT,
	.about = "The face sheet on paper.",
	.run = patient_print_run,
};
