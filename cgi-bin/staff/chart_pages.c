/*
 * A patient's chart: the summary, and its tabs of visits, open items and
 * insurance. What the banner says: chart_part.c. The timeline:
 * chart_timeline.c.
 */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_measure.h"
#include "staff/chart_part.h"
#include "staff/chart_timeline.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "staff/recall_part.h"
#include "store/item_store.h"
#include "store/need_store.h"
#include "store/patient_store.h"
#include "store/recall_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define SUMMARY_ITEMS 8
#define SUMMARY_VISITS 4
#define SUMMARY_LINES 8
#define TAB_ROWS 100

static const char *
own_url(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/patients/%lld%s",
		(long long)rq->o.patient->id, rest);
}

static const char *
book_url(struct req *rq)
{
	return req_may(rq, PERM_VISIT_WRITE)
		       ? arena_printf(rq->arena,
				 "/appointments/new?patient=%lld",
				 (long long)rq->o.patient->id)
		       : NULL;
}

static const char *
followup_url(struct req *rq)
{
	return req_may(rq, PERM_WORK_WRITE)
		       ? arena_printf(rq->arena, "/followups/new?patient=%lld",
				 (long long)rq->o.patient->id)
		       : NULL;
}

/* ---- parts of the summary -------------------------------------------- */

static int
read_items(struct req *rq, enum item_when when, int limit, struct items *out)
{
	struct item_window win = item_window(rq->zone, rq->today, rq->now);
	struct item_filter filter = {
		.queue = QUEUE_ALL,
		.who = WHO_ALL,
		.patient_id = rq->o.patient->id,
		.when = when,
		.limit = limit,
	};

	if (item_store_list(rq->db, rq->arena, rq->scope, &filter, &win, out))
		return -1;
	if (out->n > (size_t)limit)
		out->n = (size_t)limit;
	return 0;
}

static int
summary_items(struct req *rq, struct tpl *t, const struct chart *c)
{
	struct items items = {0};
	struct tpl *card;

	if (!req_may(rq, PERM_WORK_READ))
		return 0;
	if (read_items(rq, WHEN_OPEN, SUMMARY_ITEMS, &items))
		return -1;
	card = tpl_row(t, "ITEMS");
	tpl_int(card, "N", c->open);
	tpl_text(card, "URL", own_url(rq, "/followups"));
	chart_items(rq, card, "LIST", &items);
	if (items.n == 0)
		patient_part_empty(rq, card, "NOTHING", "Nothing is open.",
			"What must not be dropped stands here.",
			followup_url(rq), "Add follow-up");
	return 0;
}

static void
next_row(struct req *rq, struct tpl *card, const struct visit *v)
{
	enum visit_state state = visit_state(v);
	struct tpl *row = tpl_row(card, "NEXT");

	tpl_int(row, "ID", v->id);
	tpl_text(row, "WHEN", chart_visit_when(rq, v));
	tpl_text(row, "WHAT",
		arena_printf(rq->arena, "%s%s%s",
			*v->type_name != '\0' ? v->type_name : "Visit",
			*v->provider_short != '\0' ? " · " : "",
			v->provider_short));
	tpl_text(row, "TONE", visit_state_tone(state));
	tpl_text(row, "ICON", visit_state_icon(state));
	tpl_text(row, "STATE", visit_state_label(state));
}

static int
summary_visits(struct req *rq, struct tpl *t)
{
	struct visits next = {0};
	struct tpl *card;

	if (!req_may(rq, PERM_VISIT_READ))
		return 0;
	if (visit_store_coming(rq->db, rq->arena, rq->scope, rq->o.patient->id,
		    rq->now, SUMMARY_VISITS, &next))
		return -1;
	card = tpl_row(t, "VISITS");
	tpl_text(card, "URL", own_url(rq, "/appointments"));
	for (size_t i = 0; i < next.n; i++)
		next_row(rq, card, &next.v[i]);
	if (next.n == 0)
		patient_part_empty(rq, card, "NOTHING", "No visit is booked.",
			NULL, book_url(rq), "Book a visit");
	return 0;
}

static int
summary_timeline(struct req *rq, struct tpl *t)
{
	bool chart = req_may(rq, PERM_CHART_READ);
	struct chart_lines lines = {0};
	struct tpl *card = tpl_row(t, "TIMELINE");

	/* Without the right to read the chart: the visits, which the desk
	 * has on its calendar anyway. */
	if (chart_lines(rq, chart_line_type(chart ? "" : "visits"),
		    INSTANT_NONE, SUMMARY_LINES, &lines))
		return -1;
	tpl_text(card, "TITLE", chart ? "Timeline" : "Past visits");
	tpl_text(card, "URL",
		own_url(rq, chart ? "/timeline" : "/appointments"));
	tpl_text(card, "MORE", chart ? "Full timeline" : "All visits");
	chart_lines_draw(rq, card, "LIST", &lines);
	if (lines.n == 0)
		patient_part_empty(rq, card, "NOTHING", "Nothing yet.",
			"Visits, calls and insurance checks stand here once "
			"they happen.",
			NULL, NULL);
	return 0;
}

static void
fact(struct tpl *t, const char *label, const char *value)
{
	struct tpl *row;

	if (*value == '\0')
		return;
	row = tpl_row(t, "FACT");
	tpl_text(row, "LABEL", label);
	tpl_text(row, "VALUE", value);
}

static void
check_facts(struct req *rq, struct tpl *t, const struct chart *c,
	const struct coverage *policy)
{
	for (size_t i = 0; i < c->checks.n; i++) {
		const struct coverage_check *k = &c->checks.v[i];

		if (k->coverage_id != policy->id ||
			strcmp(k->result, "active") != 0)
			continue;
		if (k->deductible_left_cents != CENTS_NONE)
			fact(t, "Deductible left",
				show_cents(rq->show, k->deductible_left_cents));
		fact(t, "Last good check", show_when(rq->show, k->at));
		return;
	}
}

static void
summary_coverage(struct req *rq, struct tpl *t, const struct chart *c)
{
	const struct coverage *policy = chart_policy(c, rq->today);
	struct tpl *card;
	bool others = false;

	if (!req_may(rq, PERM_COVERAGE_READ))
		return;
	card = tpl_row(t, "COVERAGE");
	tpl_text(card, "URL", own_url(rq, "/insurance"));
	if (policy == NULL) {
		patient_part_empty(rq, card, "NOTHING",
			"No insurance on file for today.", NULL,
			own_url(rq, "/insurance"), "Open insurance");
		return;
	}
	fact(card, "Primary", chart_policy_name(rq, policy));
	fact(card, "Member ID",
		*policy->member_id != '\0' ? policy->member_id
					   : "Not recorded");
	if (policy->copay_cents != CENTS_NONE)
		fact(card, "Copay", show_cents(rq->show, policy->copay_cents));
	check_facts(rq, card, c, policy);
	for (size_t i = 0; i < c->policies.n; i++) {
		const struct coverage *other = &c->policies.v[i];

		if (other == policy || !coverage_on(other, rq->today))
			continue;
		fact(card, coverage_rank_label(other->rank),
			chart_policy_name(rq, other));
		others = true;
	}
	if (!others)
		fact(card, "Secondary", "None");
}

static int
summary_people(struct req *rq, struct tpl *t)
{
	const struct patient *p = rq->o.patient;
	struct patient_persons people = {0};
	struct tpl *row;

	if (patient_store_persons(rq->db, rq->arena, rq->scope, p->id, &people))
		return -1;
	for (size_t i = 0; i < people.n; i++) {
		const struct patient_person *c = &people.v[i];

		row = tpl_row(t, "PERSON");
		tpl_text(row, "NAME", c->name);
		tpl_text(row, "ROLE",
			arena_printf(rq->arena, "%s%s",
				*c->relationship != '\0' ? c->relationship
							 : "Contact",
				c->emergency ? " · emergency contact" : ""));
		tpl_text(row, "PHONE",
			*c->phone != '\0' ? show_phone(rq->show, c->phone)
					  : "");
	}
	if (*p->provider != '\0') {
		row = tpl_row(t, "PERSON");
		tpl_text(row, "NAME", p->provider);
		tpl_text(row, "ROLE", "Usual clinician");
		tpl_text(row, "PHONE", "");
	}
	tpl_show_if(t, "NO_PEOPLE", people.n == 0 && *p->provider == '\0');
	return 0;
}

static int
chart_show_run(struct req *rq)
{
	const struct patient *p = rq->o.patient;
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "", "Summary", "staff/chart_show.tpl");
	if (*p->note != '\0')
		tpl_text(tpl_row(t, "NOTE"), "TEXT", p->note);
	if (summary_items(rq, t, &c) || summary_timeline(rq, t) ||
		summary_visits(rq, t) || summary_people(rq, t))
		return req_db_err(rq);
	if (req_may(rq, PERM_CHART_READ) && chart_measure(rq, t))
		return req_db_err(rq);
	summary_coverage(rq, t, &c);
	return req_html(rq);
}

const struct page chart_show_page = {
	.method = "GET",
	.path = "/patients/:patient",
	.perm = PERM_PATIENT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.about = "A patient's chart: what is open, what comes, what was.",
	.run = chart_show_run,
};

/* ---- appointments ---------------------------------------------------- */

static int
chart_visits_run(struct req *rq)
{
	struct visits next = {0}, past = {0};
	struct need_marks marks = {0}, no_marks = {0};
	int64_t id = rq->o.patient->id;
	const struct recall_filter of = {.patient_id = id, .limit = TAB_ROWS};
	struct recalls recalls = {0};
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c) ||
		visit_store_coming(rq->db, rq->arena, rq->scope, id, rq->now,
			TAB_ROWS, &next) ||
		need_store_patient_marks(rq->db, rq->arena, rq->scope, id,
			rq->now, need_part_due(rq), &marks) ||
		visit_store_past(rq->db, rq->arena, rq->scope, id, rq->now,
			TAB_ROWS, &past) ||
		recall_store_list(rq->db, rq->arena, rq->scope, &of, &recalls))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "appointments", "Appointments",
		"staff/chart_visits.tpl");
	chart_visits(rq, t, "NEXT", "Visits to come", &next, &marks);
	if (next.n == 0)
		patient_part_empty(rq, t, "NO_NEXT", "No visit is booked.",
			NULL, book_url(rq), "Book a visit");
	chart_visits(rq, t, "PAST", "Past visits", &past, &no_marks);
	if (past.n == 0)
		patient_part_empty(
			rq, t, "NO_PAST", "No past visits.", NULL, NULL, NULL);
	tpl_show_if(t, "CUT", past.n == TAB_ROWS);
	for (size_t i = 0; i < recalls.n && i < TAB_ROWS; i++)
		recall_row(rq, tpl_row(t, "RECALL"), &recalls.v[i]);
	tpl_show_if(t, "NO_RECALLS", recalls.n == 0);
	if (req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(t, "NEW_RECALL"), "PATIENT_ID", id);
	return req_html(rq);
}

const struct page chart_visits_page = {
	.method = "GET",
	.path = "/patients/:patient/appointments",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.about = "All visits of a patient, to come and past.",
	.run = chart_visits_run,
};

/* ---- open items ------------------------------------------------------ */

static int
chart_items_run(struct req *rq)
{
	struct items open = {0}, closed = {0};
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c) || read_items(rq, WHEN_OPEN, TAB_ROWS, &open) ||
		read_items(rq, WHEN_CLOSED, TAB_ROWS, &closed))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "followups", "Follow-ups", "staff/chart_items.tpl");
	chart_items(rq, t, "OPEN", &open);
	if (open.n == 0)
		patient_part_empty(rq, t, "NO_OPEN", "Nothing is open.", NULL,
			followup_url(rq), "Add follow-up");
	chart_items(rq, t, "CLOSED", &closed);
	if (closed.n == 0)
		patient_part_empty(rq, t, "NO_CLOSED",
			"Nothing was closed yet.", NULL, NULL, NULL);
	tpl_int(t, "N_OPEN", (int64_t)open.n);
	tpl_int(t, "N_CLOSED", (int64_t)closed.n);
	return req_html(rq);
}

const struct page chart_items_page = {
	.method = "GET",
	.path = "/patients/:patient/followups",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_PATIENT_VIEW,
	.about = "Open and closed items of a patient.",
	.run = chart_items_run,
};

/* ---- timeline -------------------------------------------------------- */

static const struct field timeline_asked[] = {
	{.name = "type", .type = FIELD_TOKEN},
	{.name = "before", .type = FIELD_HIDDEN},
};
static const struct form timeline_query = FORM(timeline_asked);

static void
type_links(struct req *rq, struct tpl *t, const struct chart_line_type *now)
{
	for (const struct chart_line_type *k = chart_line_types;
		k->name != NULL; k++) {
		struct tpl *row = tpl_row(t, "TYPE");

		tpl_text(row, "URL",
			own_url(rq, *k->name == '\0'
					    ? "/timeline"
					    : arena_printf(rq->arena,
						      "/timeline?type=%s",
						      k->name)));
		tpl_text(row, "LABEL", k->label);
		tpl_show_if(row, "CURRENT", k == now);
	}
}

static int
chart_timeline_run(struct req *rq)
{
	const struct chart_line_type *type =
		chart_line_type(query_text(rq, "type"));
	instant_t before = query_has(rq, "before") ? query_int(rq, "before")
						   : INSTANT_NONE;
	struct chart_lines lines = {0};
	struct chart c;
	struct tpl *t;

	if (type == NULL)
		type = &chart_line_types[0];
	if (chart_load(rq, &c) ||
		chart_lines(rq, type, before, TAB_ROWS / 2, &lines))
		return req_db_err(rq);
	t = chart_tpl(
		rq, &c, "timeline", "Timeline", "staff/chart_timeline.tpl");
	type_links(rq, t, type);
	chart_lines_draw(rq, t, "LIST", &lines);
	if (lines.n == 0)
		patient_part_empty(rq, t, "NOTHING", "Nothing of this kind.",
			NULL,
			type == chart_line_types ? NULL
						 : own_url(rq, "/timeline"),
			"Show everything");
	if (lines.next != INSTANT_NONE)
		tpl_text(tpl_row(t, "OLDER"), "URL",
			own_url(rq,
				arena_printf(rq->arena,
					"/timeline?type=%s&before=%lld",
					type->name, (long long)lines.next)));
	return req_html(rq);
}

const struct page chart_timeline_page = {
	.method = "GET",
	.path = "/patients/:patient/timeline",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_PATIENT_VIEW,
	.query = &timeline_query,
	.about = "Everything that happened to a patient, newest first.",
	.run = chart_timeline_run,
};
