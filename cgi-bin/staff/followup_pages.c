/* Follow-ups: the list, and a new one. Rules: tests/RULES.md, "Open
 * loops"; the list: staff/item_list.c. */

#include "base/arena.h"
#include "care/item.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/item_forms.h"
#include "staff/item_list.h"
#include "staff/item_show.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct {
	const char *label;
	enum item_who who;
	enum item_when when;
} saved[] = {
	{"Mine, this week", WHO_MINE, WHEN_WEEK},
	{"Late", WHO_ALL, WHEN_LATE},
	{"All open", WHO_ALL, WHEN_OPEN},
	{"Unassigned", WHO_NOBODY, WHEN_OPEN},
	{"Waiting on others", WHO_ALL, WHEN_WAITING},
	{"Snoozed", WHO_ALL, WHEN_SNOOZED},
	{"Closed", WHO_ALL, WHEN_CLOSED},
};

static void
views(struct req *rq, struct tpl *t, const struct item_list *l)
{
	for (size_t i = 0; i < sizeof(saved) / sizeof(saved[0]); i++) {
		struct item_filter f = {.queue = l->usual_queue,
			.who = saved[i].who,
			.when = saved[i].when};
		struct tpl *row = tpl_row(t, "VIEW");

		tpl_text(row, "URL", item_list_url(rq, l, &f));
		tpl_text(row, "LABEL", saved[i].label);
		tpl_show_if(row, "CURRENT",
			l->f.who == f.who && l->f.when == f.when);
	}
}

static int
followup_list_run(struct req *rq)
{
	struct item_list l = {.path = "/followups",
		.usual = WHEN_WEEK,
		.usual_queue = QUEUE_FOLLOWUPS};
	struct tpl *t = req_tpl(rq, "staff/followup_list.tpl");

	item_list_ask(rq, &l);
	if (item_list_load(rq, &l) || item_list_filters(rq, t, &l) ||
		item_list_table(rq, t, &l, "Follow-ups"))
		return req_db_err(rq);
	req_title(rq, "Follow-ups");
	views(rq, t, &l);
	tpl_int(t, "TOTAL", l.total);
	tpl_text(t, "UNIT", l.total == 1 ? "follow-up" : "follow-ups");
	tpl_show_if(t, "MAY_ADD", req_may(rq, PERM_WORK_WRITE));
	return req_html(rq);
}

const struct page followup_list_page = {
	.method = "GET",
	.path = "/followups",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_WORK_VIEW,
	.query = &item_list_query,
	.about = "Calls and checks to make, by saved views.",
	.run = followup_list_run,
};

/* ---- new -------------------------------------------------------------- */

static const struct field new_asked[] = {
	{.name = "patient", .type = FIELD_HIDDEN},
};
static const struct form new_query = FORM(new_asked);

/* 1 drawn, 0 no such patient, -1. */
static int
draw_new(struct req *rq, struct tpl *t, int64_t patient)
{
	struct options *owners = arena_alloc(rq->arena, sizeof(*owners));
	struct patient p;
	int found =
		patient_store_get(rq->db, rq->arena, rq->scope, patient, &p);

	if (found < 1)
		return found;
	if (item_owner_options(rq, owners))
		return -1;
	form_options(rq, "owner", owners);
	form_draw(rq, t);
	req_title(rq, "New follow-up");
	req_about_patient(rq, p.id);
	tpl_int(t, "ID", p.id);
	tpl_text(t, "NAME", patient_list_name(rq->arena, &p));
	tpl_text(t, "BORN", show_birth(rq->show, p.birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, p.mrn));
	return 1;
}

static int
followup_new_run(struct req *rq)
{
	int64_t patient = query_int(rq, "patient");
	struct tpl *t;
	int drawn;

	if (patient == 0) {
		t = req_tpl(rq, "staff/followup_whom.tpl");
		req_title(rq, "New follow-up");
		return req_html(rq);
	}
	t = req_tpl(rq, "staff/followup_new.tpl");
	form_start(rq, &followup_form);
	form_set_int(rq, "patient", patient);
	form_set_day(rq, "due",
		item_due_rule(ITEM_FOLLOWUP, rq->today, rq->holidays));
	form_set_text(rq, "owner",
		arena_printf(rq->arena, "u%lld", (long long)rq->user->id));
	drawn = draw_new(rq, t, patient);
	if (drawn < 0)
		return req_db_err(rq);
	if (drawn == 0)
		return req_fail(rq, ERR_NOT_FOUND, "There is no such patient.");
	return req_html(rq);
}

const struct page followup_new_page = {
	.method = "GET",
	.path = "/followups/new",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.query = &new_query,
	.about = "The form for a new follow-up.",
	.run = followup_new_run,
};

static int
followup_again(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/followup_new.tpl");
	int drawn = draw_new(rq, t, form_int(rq, "patient"));

	if (drawn < 0)
		return req_db_err(rq);
	if (drawn == 0)
		return req_fail(rq, ERR_NOT_FOUND, "There is no such patient.");
	return req_form_again(rq);
}

static struct item_new
asked_for(struct req *rq)
{
	const char *who = form_text(rq, "owner");
	int64_t id = who[0] ? part_number(who + 1) : 0;
	struct item_new n = {
		.patient_id = form_int(rq, "patient"),
		.title = form_text(rq, "title"),
		.detail = form_text(rq, "detail"),
		.next_step = form_text(rq, "next_step"),
		.owner_id = who[0] == 'u' ? id : 0,
		.team_id = who[0] == 't' ? id : 0,
		.priority = (int)form_int(rq, "priority"),
		.due_on = form_day(rq, "due"),
	};

	item_kind_parse(form_text(rq, "kind"), &n.kind);
	if (form_has(rq, "by"))
		zone_instant(
			rq->zone, n.due_on, (int)form_int(rq, "by"), &n.due_at);
	return n;
}

static int
followup_create_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct item_new n;
	struct patient p;
	int64_t id;

	if (form_bad(rq))
		return followup_again(rq);
	n = asked_for(rq);
	if (patient_store_get(rq->db, rq->arena, rq->scope, n.patient_id, &p) <
		1)
		return req_fail(rq, ERR_NOT_FOUND, "There is no such patient.");
	if (n.owner_id != rq->user->id && !req_may(rq, PERM_WORK_ASSIGN)) {
		form_error(rq, "owner",
			"You can open items for yourself, not "
			"for others");
		return followup_again(rq);
	}
	if (care_item_open(&act, &n, &id))
		return item_refused(
			rq, rq->err.field, "/followups", "Show the follow-ups");
	req_about(rq, "work_item", id);
	req_about_patient(rq, n.patient_id);
	req_flash(rq, NULL, "Follow-up opened.");
	return req_redirect(rq, "/items/%lld", (long long)id);
}

const struct page followup_create_page = {
	.method = "POST",
	.path = "/followups",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WORK_CREATE,
	.body_max = 16384,
	.form = &followup_form,
	.about = "Open a follow-up.",
	.run = followup_create_run,
	.again = followup_again,
};
