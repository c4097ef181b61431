/* Recalls: who is to come again, and one of them. What is done
 * to one is in recall_form_pages.c. Acts: care/recall.c; rules:
 * tests/RULES.md, "Recalls". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "domain/recall.h"
#include "staff/pages.h"
#include "staff/recall_part.h"
#include "staff/visit_part.h"
#include "store/item_store.h"
#include "store/recall_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define SHOWN 200

/* ---- the list ------------------------------------------------------------ */

static const struct field list_fields[] = {
	{.name = "show", .type = FIELD_TOKEN},
};
static const struct form list_query = FORM(list_fields);

static const struct {
	const char *name, *label, *none;
	enum recall_state state;
} views[] = {
	{"due", "Due", "No recall is due.", RECALL_DUE},
	{"overdue", "Overdue", "No recall is overdue.", RECALL_OVERDUE},
	{"tried", "Tried three times", "Nobody was tried three times in vain.",
		RECALL_TRIED},
	{"later", "Later", "No recall waits for a later day.", RECALL_LATER},
	{"booked", "Booked", "No recall has its visit booked.", RECALL_BOOKED},
	{"ended", "Ended", "No recall has ended.", RECALL_ENDED},
};
#define VIEWS (sizeof(views) / sizeof(views[0]))

static const char *
tried(struct req *rq, const struct recall *r)
{
	if (r->visit_id != 0 && r->visit_start != INSTANT_NONE)
		return arena_printf(rq->arena, "Visit %s",
			show_when(visit_part_show(rq, r->visit_zone),
				r->visit_start));
	if (r->closed != INSTANT_NONE)
		return recall_reason_label(r->close_reason);
	if (r->attempts == 0)
		return "Not tried yet";
	return arena_printf(rq->arena, "%d of %d tries, last %s", r->attempts,
		RECALL_TRIES, show_when(rq->show, r->last_attempt));
}

void
recall_row(struct req *rq, struct tpl *row, const struct recall *r)
{
	enum recall_state s = recall_state(r, rq->today);

	tpl_int(row, "ID", r->id);
	tpl_int(row, "PATIENT", r->patient_id);
	tpl_text(
		row, "NAME", patient_name_list(rq->arena, r->family, r->given));
	tpl_text(row, "BORN", show_date(rq->show, r->birth));
	tpl_text(row, "MRN", patient_mrn_show(rq->arena, r->mrn));
	tpl_text(row, "TYPE_NAME", r->type_name);
	tpl_text(row, "REASON", r->reason);
	tpl_text(row, "DUE", show_date(rq->show, r->due));
	tpl_text(row, "TRIED", tried(rq, r));
	tpl_text(row, "TONE", recall_state_tone(s));
	tpl_text(row, "STATE", recall_state_label(s));
}

static void
draw_tabs(struct req *rq, struct tpl *t, size_t view, const int64_t n[])
{
	for (size_t i = 0; i < VIEWS; i++) {
		struct tpl *row = tpl_row(t, "TAB");

		tpl_text(row, "URL",
			arena_printf(
				rq->arena, "/recalls?show=%s", views[i].name));
		tpl_text(row, "LABEL", views[i].label);
		if (views[i].state != RECALL_ENDED)
			tpl_int(tpl_row(row, "COUNT"), "N", n[views[i].state]);
		tpl_show_if(row, "CURRENT", i == view);
	}
}

static int
recall_list_run(struct req *rq)
{
	struct recall_filter f = {.today = rq->today, .limit = SHOWN};
	struct recalls list = {0};
	struct tpl *t = req_tpl(rq, "staff/recall_list.tpl");
	int64_t n[RECALL_ENDED];
	size_t view = 0;

	for (size_t i = 0; i < VIEWS; i++)
		if (strcmp(views[i].name, query_text(rq, "show")) == 0)
			view = i;
	f.state = views[view].state;
	if (recall_store_list(rq->db, rq->arena, rq->scope, &f, &list) ||
		recall_store_counts(rq->db, rq->scope, rq->today, n))
		return req_db_err(rq);
	req_title(rq, "Recalls");
	draw_tabs(rq, t, view, n);
	for (size_t i = 0; i < list.n && i < SHOWN; i++) {
		recall_row(rq, tpl_row(t, "ROW"), &list.v[i]);
		req_shown(rq, list.v[i].patient_id);
	}
	tpl_show_if(t, "TABLE", list.n > 0);
	tpl_show_if(t, "MORE", list.n > SHOWN);
	if (list.n == 0)
		tpl_text(tpl_part(t, "EMPTY", "part/empty.tpl"), "TITLE",
			views[view].none);
	return req_html(rq);
}

const struct page recall_list_page = {
	.method = "GET",
	.path = "/recalls",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECALL_VIEW,
	.query = &list_query,
	.run = recall_list_run,
	.about = "Who is to come again, by what is to be done about it.",
};

/* ---- one recall -----------------------------------------------------------
 */

static int
draw_tries(struct req *rq, struct tpl *t, const struct recall *r)
{
	struct attempts made = {0};

	if (r->item_id != 0 && item_store_attempts(rq->db, rq->arena, rq->scope,
				       r->item_id, &made))
		return -1;
	for (size_t i = 0; i < made.n; i++) {
		const struct attempt *a = &made.v[i];
		struct tpl *row = tpl_row(t, "TRY");

		tpl_text(row, "AT", show_when(rq->show, a->at));
		tpl_text(row, "WAY", attempt_channel_label(a->channel));
		tpl_text(row, "WHOM", a->person);
		tpl_text(row, "CAME_OF_IT", attempt_outcome_label(a->outcome));
		tpl_text(row, "USER", a->user);
		tpl_text(row, "SAID_TEXT", a->note);
	}
	tpl_show_if(t, "NO_TRIES", made.n == 0);
	return 0;
}

static void
draw_visit(struct req *rq, struct tpl *t, const struct recall *r)
{
	struct tpl *row;

	if (r->visit_id == 0)
		return;
	row = tpl_row(t, "ITS_VISIT");
	tpl_int(row, "VISIT_ID", r->visit_id);
	tpl_text(row, "WHEN",
		show_when(visit_part_show(rq, r->visit_zone), r->visit_start));
}

static int
recall_show_run(struct req *rq)
{
	const struct recall *r = rq->o.recall;
	struct tpl *t = req_tpl(rq, "staff/recall_show.tpl");
	bool open = r->closed == INSTANT_NONE && req_may(rq, PERM_VISIT_WRITE);

	req_title(rq, "Recall");
	req_about(rq, "recall", r->id);
	req_about_patient(rq, r->patient_id);
	recall_row(rq, t, r);
	tpl_text(t, "PHONE",
		r->phone[0] ? show_phone(rq->show, r->phone) : "Not recorded");
	tpl_text(t, "OPENS", show_date(rq->show, r->opens));
	tpl_text(t, "LATE", show_date(rq->show, r->late));
	tpl_text(t, "BY", r->by[0] ? r->by : "Made after the last visit");
	if (r->every_months)
		tpl_int(tpl_row(t, "COMES_AGAIN"), "MONTHS", r->every_months);
	draw_visit(rq, t, r);
	if (draw_tries(rq, t, r))
		return req_db_err(rq);
	if (open && r->visit_id == 0)
		tpl_int(tpl_row(t, "MAY_BOOK"), "TYPE_ID", r->visit_type_id);
	tpl_show_if(t, "MAY_CHANGE", open);
	tpl_show_if(t, "MAY_STOP", open);
	tpl_show_if(t, "MAY_TRY", open && r->item_id != 0);
	return req_html(rq);
}

const struct page recall_show_page = {
	.method = "GET",
	.path = "/recalls/:recall",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECALL_VIEW,
	.run = recall_show_run,
	.about = "One recall: what was tried, and what can be done.",
};
