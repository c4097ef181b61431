/* Booking visits in order: one plan, times for all steps, all or none.
 * Acts: care/sequence.c; rules: tests/RULES.md, "Linked visits". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/sequence_part.h"
#include "staff/visit_find.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option together_options[] = {
	{"one", "All at one site"},
	{"any", "At several sites, if need be"},
	{NULL, NULL},
};

static const struct field find_fields[] = {
	{.name = "plan",
		.label = "What is booked together",
		.type = FIELD_SELECT,
		.required = true},
	{.name = "earliest", .label = "Not before", .type = FIELD_DAY},
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
	{.name = "together",
		.label = "Where",
		.type = FIELD_SELECT,
		.options = together_options},
	{.name = "part",
		.label = "Part of day of the first visit",
		.type = FIELD_SELECT,
		.options = visit_find_parts},
	{.name = "reason",
		.label = "Reason for the visits",
		.hint = "As the patient says it. It stands on the day sheet.",
		.type = FIELD_TEXT,
		.max = 120},
};
static const struct form find_form = FORM(find_fields);

static const struct field book_fields[] = {
	{.name = "plan", .type = FIELD_HIDDEN, .required = true},
	{.name = "option", .type = FIELD_TOKEN, .required = true},
	{.name = "reason", .type = FIELD_TEXT, .max = 120},
	{.name = "site", .type = FIELD_HIDDEN},
	{.name = "together", .type = FIELD_TOKEN},
};
static const struct form book_form = FORM(book_fields);

/* What the page shows: the plan asked for, and what was typed. */
struct ask {
	struct seq_plan plan; /* id 0: none was chosen */
	day_t earliest;
	int64_t site;
	bool one_site;
	const char *part, *reason, *chosen;
	const char *refused; /* NULL: nothing was */
	instant_t wanted;    /* with it: when the first one was to be; else
				INSTANT_NONE */
};

static int
plan_options(struct req *rq, size_t *n)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));
	struct seq_plans all = {0};

	if (sequence_store_plans(rq->db, rq->arena, rq->scope, false, &all))
		return -1;
	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Choose a sequence"};
	for (size_t i = 0; i < all.n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, all.v[i].id), all.v[i].name};
	form_options(rq, "plan", o);
	*n = all.n;
	return 0;
}

static void
draw_patient(struct req *rq, struct tpl *t, const struct patient *p)
{
	tpl_int(t, "PATIENT_ID", p->id);
	tpl_text(t, "PATIENT_NAME", patient_list_name(rq->arena, p));
	tpl_text(t, "BORN", show_birth(rq->show, p->birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, p->mrn));
	tpl_text(t, "SPEAKS", patient_language_label(p->language));
	tpl_show_if(t, "INTERPRETER", p->interpreter);
}

static struct sequence_wish
wish_of(struct req *rq, const struct ask *k)
{
	struct sequence_wish w = {
		.plan = &k->plan,
		.patient_id = rq->o.patient->id,
		.first = k->earliest,
		.site_id = k->site,
		.one_site = k->one_site,
		.whose = {.session_id = rq->session->id},
	};

	visit_find_part(k->part, &w.from_min, &w.to_min);
	return w;
}

static const char *
where(const struct ask *k)
{
	return k->one_site ? "one" : "any";
}

static void
draw_later(struct req *rq, struct tpl *t, const struct ask *k,
	const struct seq_options *all)
{
	day_t after = all->v[all->n - 1].step[0].day + 1;

	tpl_text(tpl_row(t, "LATER"), "URL",
		arena_printf(rq->arena,
			"/patients/%lld/sequences?plan=%lld&earliest=%s"
			"&site=%s&together=%s&part=%s",
			(long long)rq->o.patient->id, (long long)k->plan.id,
			show_iso(rq->show, after),
			k->site ? part_id(rq, k->site) : "", where(k),
			k->part));
}

static int
draw_found(struct req *rq, struct tpl *t, const struct ask *k)
{
	const char *what[SEQUENCE_STEPS];
	struct sequence_wish w = wish_of(rq, k);
	struct seq_options all = {0};
	struct tpl *found = tpl_row(t, "FOUND");
	int days = 0;

	if (sequence_part_find(rq, &w, k->wanted, &all, &days))
		return -1;
	tpl_int(found, "PLAN_ID", k->plan.id);
	tpl_int(found, "PATIENT_ID", rq->o.patient->id);
	tpl_text(found, "SITE_ID", k->site ? part_id(rq, k->site) : "");
	tpl_text(found, "ONE_SITE", where(k));
	tpl_int(found, "DAYS", days);
	tpl_show_if(found, "SOME", all.n > 0);
	tpl_show_if(found, "NONE", all.n == 0);
	for (size_t i = 0; i < k->plan.steps.n; i++) {
		const struct seq_step *s = &k->plan.steps.v[i];
		struct tpl *row = tpl_row(found, "STEP");

		what[i] = s->type;
		tpl_text(row, "WHAT", s->type);
		if (i)
			tpl_text(tpl_row(row, "GAP"), "TEXT",
				gap_words(rq->arena, &s->gap));
	}
	if (all.n && !k->refused)
		draw_later(rq, found, k, &all);
	return sequence_part_options(
		rq, found, &all, what, k->plan.steps.n, k->chosen);
}

static int
draw(struct req *rq, const struct ask *k)
{
	struct tpl *t = req_tpl(rq, "staff/sequence_book.tpl");
	size_t plans = 0;

	req_title(rq, "Book linked visits");
	draw_patient(rq, t, rq->o.patient);
	form_start(rq, &find_form);
	if (plan_options(rq, &plans) ||
		visit_part_site_options(rq, "site", "Any site"))
		return req_db_err(rq);
	if (k->plan.id)
		form_set_int(rq, "plan", k->plan.id);
	form_set_day(rq, "earliest", k->earliest);
	if (k->site)
		form_set_int(rq, "site", k->site);
	form_set_text(rq, "together", where(k));
	form_set_text(rq, "part", k->part);
	form_set_text(rq, "reason", k->reason);
	if (k->refused)
		tpl_text(tpl_row(t, "REFUSED"), "TEXT", k->refused);
	tpl_show_if(t, "NO_PLANS", plans == 0);
	tpl_show_if(t, "NOT_YET", plans > 0 && k->plan.id == 0);
	if (k->plan.id && draw_found(rq, t, k))
		return req_err(rq);
	form_draw(rq, t);
	return k->refused ? req_html_status(rq, 409) : req_html(rq);
}

static int
load_plan(struct req *rq, int64_t id, struct ask *k)
{
	int found = id == 0 ? 0
			    : sequence_store_plan(rq->db, rq->arena, rq->scope,
				      id, &k->plan);

	if (found == 0)
		k->plan = (struct seq_plan){0};
	return found < 0 ? -1 : 0;
}

static int
sequence_book_ask_run(struct req *rq)
{
	struct ask k = {
		.earliest = query_day(rq, "earliest"),
		.site = query_int(rq, "site"),
		.one_site = strcmp(query_text(rq, "together"), "any") != 0,
		.part = query_text(rq, "part"),
		.reason = query_text(rq, "reason"),
		.chosen = "",
		.wanted = INSTANT_NONE,
	};

	if (k.earliest == DAY_NONE || k.earliest < rq->today)
		k.earliest = rq->today;
	if (load_plan(rq, query_int(rq, "plan"), &k))
		return req_db_err(rq);
	return draw(rq, &k);
}

const struct page sequence_book_ask_page = {
	.method = "GET",
	.path = "/patients/:patient/sequences",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &find_form,
	.run = sequence_book_ask_run,
	.about = "Find times for visits that are booked together.",
};

static int
sequence_book_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct ask k = {
		.site = form_int(rq, "site"),
		.one_site = strcmp(form_text(rq, "together"), "any") != 0,
		.part = "",
		.reason = form_text(rq, "reason"),
		.chosen = form_text(rq, "option"),
		.wanted = INSTANT_NONE,
	};
	int64_t id[SEQUENCE_STEPS] = {0};
	struct sequence_wish w;
	struct seq_option o;

	if (load_plan(rq, form_int(rq, "plan"), &k))
		return req_db_err(rq);
	if (k.plan.id == 0 ||
		!sequence_part_parse(rq, k.chosen, &o, k.plan.steps.n))
		return sequence_part_unread(rq);
	w = wish_of(rq, &k);
	w.first = rq->today;
	if (care_sequence_book(&act, &w, &o, k.reason, id)) {
		if (rq->err.kind != ERR_CONFLICT && rq->err.kind != ERR_INPUT)
			return req_err(rq);
		k.refused = arena_strdup(rq->arena, rq->err.text);
		k.wanted = o.step[0].start;
		k.earliest = rq->today;
		return draw(rq, &k);
	}
	req_about(rq, "appointment", id[0]);
	req_note(rq, "sequence=%lld", (long long)k.plan.id);
	req_flash(rq, NULL, "%zu visits booked.", k.plan.steps.n);
	return req_redirect(rq, "/appointments/%lld", (long long)id[0]);
}

const struct page sequence_book_page = {
	.method = "POST",
	.path = "/patients/:patient/sequences",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_BOOK,
	.body_max = 4096,
	.form = &book_form,
	.run = sequence_book_run,
	.again = sequence_part_unread,
	.about = "Book all visits of a sequence, or none.",
};
