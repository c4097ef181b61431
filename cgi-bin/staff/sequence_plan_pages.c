/* Plans of visits in order: what the clinic books together. SQL:
 * store/sequence_store.c; rules: tests/RULES.md, "Linked visits". */
#include <string.h>

#include "base/arena.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/sequence_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option unit_options[] = {
	{"minute", "Minutes from the end of the one before"},
	{"day", "Days from the day of the one before"},
	{"none", "No set gap: any time after"},
	{NULL, NULL},
};

static const struct field plan_fields[] = {
	{.name = "name",
		.label = "Name",
		.hint = "As staff looks for it: \"MRI work-up\".",
		.type = FIELD_NAME,
		.required = true,
		.max = 60,
		.missing = "Enter a name"},
	{.name = "type1",
		.label = "Type of visit",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a type of visit"},
	{.name = "with1", .label = "With", .type = FIELD_SELECT},
	{.name = "needed1",
		.label = "The others make no sense without it",
		.type = FIELD_CHECK},
	{.name = "type2",
		.label = "Type of visit",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a type of visit"},
	{.name = "with2", .label = "With", .type = FIELD_SELECT},
	{.name = "low2",
		.label = "At least",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "high2",
		.label = "At most",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "unit2",
		.label = "Counted in",
		.type = FIELD_SELECT,
		.ruled = true,
		.options = unit_options},
	{.name = "needed2",
		.label = "The others make no sense without it",
		.type = FIELD_CHECK},
	{.name = "type3", .label = "Type of visit", .type = FIELD_SELECT},
	{.name = "with3", .label = "With", .type = FIELD_SELECT},
	{.name = "low3",
		.label = "At least",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "high3",
		.label = "At most",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "unit3",
		.label = "Counted in",
		.type = FIELD_SELECT,
		.ruled = true,
		.options = unit_options},
	{.name = "needed3",
		.label = "The others make no sense without it",
		.type = FIELD_CHECK},
	{.name = "type4", .label = "Type of visit", .type = FIELD_SELECT},
	{.name = "with4", .label = "With", .type = FIELD_SELECT},
	{.name = "low4",
		.label = "At least",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "high4",
		.label = "At most",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "unit4",
		.label = "Counted in",
		.type = FIELD_SELECT,
		.ruled = true,
		.options = unit_options},
	{.name = "needed4",
		.label = "The others make no sense without it",
		.type = FIELD_CHECK},
	{.name = "type5", .label = "Type of visit", .type = FIELD_SELECT},
	{.name = "with5", .label = "With", .type = FIELD_SELECT},
	{.name = "low5",
		.label = "At least",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "high5",
		.label = "At most",
		.type = FIELD_INT,
		.ruled = true,
		.max = 1440},
	{.name = "unit5",
		.label = "Counted in",
		.type = FIELD_SELECT,
		.ruled = true,
		.options = unit_options},
	{.name = "needed5",
		.label = "The others make no sense without it",
		.type = FIELD_CHECK},
	{.name = "state",
		.label = "State",
		.type = FIELD_RADIO,
		.options = part_in_use},
	{.name = "version", .type = FIELD_HIDDEN},
};
static const struct form plan_form = FORM(plan_fields);

/* The fields of each step; the first has no gap. */
static const struct {
	const char *type, *with, *low, *high, *unit, *needed;
} names[SEQUENCE_STEPS] = {
	{"type1", "with1", NULL, NULL, NULL, "needed1"},
	{"type2", "with2", "low2", "high2", "unit2", "needed2"},
	{"type3", "with3", "low3", "high3", "unit3", "needed3"},
	{"type4", "with4", "low4", "high4", "unit4", "needed4"},
	{"type5", "with5", "low5", "high5", "unit5", "needed5"},
};

/* ---- the list ------------------------------------------------------------ */

static int
draw_plan(struct req *rq, struct tpl *t, int64_t id)
{
	struct seq_plan p;
	struct tpl *row = tpl_row(t, "PLAN");

	if (sequence_store_plan(rq->db, rq->arena, rq->scope, id, &p) <= 0)
		return -1;
	tpl_int(row, "ID", p.id);
	tpl_text(row, "NAME", p.name);
	tpl_show_if(row, "ACTIVE", p.active);
	tpl_show_if(row, "INACTIVE", !p.active);
	for (size_t i = 0; i < p.steps.n; i++) {
		const struct seq_step *s = &p.steps.v[i];
		struct tpl *step = tpl_row(row, "STEP");

		tpl_text(step, "WHAT", s->type);
		if (i)
			tpl_text(tpl_row(step, "GAP"), "TEXT",
				gap_words(rq->arena, &s->gap));
		if (s->provider[0])
			tpl_text(tpl_row(step, "WITH"), "TEXT", s->provider);
	}
	return 0;
}

static int
sequence_plan_list_run(struct req *rq)
{
	struct seq_plans all = {0};
	struct tpl *t = req_tpl(rq, "staff/sequence_plan_list.tpl");

	if (sequence_store_plans(rq->db, rq->arena, rq->scope, true, &all))
		return req_db_err(rq);
	req_title(rq, "Linked visits");
	for (size_t i = 0; i < all.n; i++)
		if (draw_plan(rq, t, all.v[i].id))
			return req_db_err(rq);
	tpl_show_if(t, "NONE", all.n == 0);
	return req_html(rq);
}

const struct page sequence_plan_list_page = {
	.method = "GET",
	.path = "/admin/sequences",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = sequence_plan_list_run,
	.about = "What visits are booked together, in which order.",
};

/* ---- the form ------------------------------------------------------------ */

static int
plan_options(struct req *rq)
{
	for (size_t i = 0; i < SEQUENCE_STEPS; i++)
		if (visit_part_type_options(rq, names[i].type,
			    i < 2 ? "Choose a type" : "No such step") ||
			visit_part_provider_options(
				rq, names[i].with, "Any provider"))
			return -1;
	return 0;
}

static int
plan_draw(struct req *rq, int status)
{
	const struct seq_plan *p = rq->o.plan;
	struct tpl *t = req_tpl(rq, "staff/sequence_plan_form.tpl");
	const char *title = p ? p->name : "New sequence of visits";

	req_title(rq, title);
	tpl_text(t, "TITLE", title);
	tpl_text(t, "ACTION",
		p ? arena_printf(rq->arena, "/admin/sequences/%lld",
			    (long long)p->id)
		  : "/admin/sequences");
	tpl_show_if(t, "STALE", status == 409);
	tpl_show_if(t, "OLD", p != NULL);
	if (status == 409)
		form_set_int(rq, "version", p->version);
	if (plan_options(rq))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
sequence_plan_new_run(struct req *rq)
{
	form_start(rq, &plan_form);
	for (size_t i = 0; i < 2; i++)
		form_set_int(rq, names[i].needed, 1);
	return plan_draw(rq, 200);
}

const struct page sequence_plan_new_page = {
	.method = "GET",
	.path = "/admin/sequences/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = sequence_plan_new_run,
	.about = "The form for visits that are booked together.",
};

static int
plan_again(struct req *rq)
{
	return plan_draw(rq, 422);
}

static int
known_provider(struct req *rq, int64_t id)
{
	struct provider p;

	return id == 0 ? 1
		       : provider_store_get(
				 rq->db, rq->arena, rq->scope, id, &p);
}

static void
gap_given(struct req *rq, size_t i, struct seq_step *s)
{
	const char *unit = form_text(rq, names[i].unit);

	s->gap.unit = strcmp(unit, "day") == 0	    ? GAP_DAYS
		      : strcmp(unit, "minute") == 0 ? GAP_MINUTES
						    : GAP_NONE;
	s->gap.low = (int)form_int(rq, names[i].low);
	s->gap.high = (int)form_int(rq, names[i].high);
	if (s->gap.unit == GAP_NONE)
		s->gap.low = s->gap.high = 0;
	if (s->gap.low > s->gap.high)
		form_error(rq, names[i].high,
			"At most cannot be less than at least");
	if (s->gap.unit == GAP_DAYS && s->gap.high > 90)
		form_error(rq, names[i].high, "Enter at most 90 days");
}

static void
step_given(struct req *rq, size_t i, struct seq_plan *p)
{
	struct seq_step *s;

	if (form_int(rq, names[i].type) == 0)
		return;
	s = ARENA_PUSH(rq->arena, &p->steps);
	*s = (struct seq_step){
		.no = (int)p->steps.n,
		.type_id = form_int(rq, names[i].type),
		.provider_id = form_int(rq, names[i].with),
		.needed = form_int(rq, names[i].needed) == 1,
	};
	if (!visit_part_type_own(rq, s->type_id))
		form_error(rq, names[i].type, "Choose a type of visit");
	if (known_provider(rq, s->provider_id) <= 0)
		form_error(rq, names[i].with, "Choose a provider");
	if (i)
		gap_given(rq, i, s);
}

static bool
plan_given(struct req *rq, struct seq_plan *p)
{
	struct seq_plans all = {0};

	*p = (struct seq_plan){
		.id = rq->o.plan ? rq->o.plan->id : 0,
		.version = form_int(rq, "version"),
		.name = form_text(rq, "name"),
		.active = strcmp(form_text(rq, "state"), "inactive") != 0,
	};
	for (size_t i = 0; i < SEQUENCE_STEPS; i++)
		step_given(rq, i, p);
	sequence_store_plans(rq->db, rq->arena, rq->scope, true, &all);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].id != p->id && strcmp(all.v[i].name, p->name) == 0)
			form_error(rq, "name",
				"There is a sequence of this name already");
	return !form_bad(rq);
}

static int
sequence_plan_create_run(struct req *rq)
{
	struct seq_plan p;
	int64_t id;

	if (!plan_given(rq, &p))
		return plan_again(rq);
	p.active = true;
	id = sequence_store_add_plan(rq->db, rq->scope, &p, rq->now);
	if (id == 0)
		return req_db_err(rq);
	req_about(rq, "sequence_plan", id);
	req_flash(rq, NULL, "%s is added.", p.name);
	return req_redirect(rq, "/admin/sequences");
}

const struct page sequence_plan_create_page = {
	.method = "POST",
	.path = "/admin/sequences",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 8192,
	.form = &plan_form,
	.run = sequence_plan_create_run,
	.again = plan_again,
	.about = "Add visits that are booked together.",
};

static int
sequence_plan_edit_run(struct req *rq)
{
	const struct seq_plan *p = rq->o.plan;

	form_start(rq, &plan_form);
	form_set_text(rq, "name", p->name);
	form_set_text(rq, "state", p->active ? "active" : "inactive");
	form_set_int(rq, "version", p->version);
	for (size_t i = 0; i < p->steps.n && i < SEQUENCE_STEPS; i++) {
		const struct seq_step *s = &p->steps.v[i];
		const char *unit = gap_unit_name(s->gap.unit);

		form_set_int(rq, names[i].type, s->type_id);
		if (s->provider_id)
			form_set_int(rq, names[i].with, s->provider_id);
		form_set_int(rq, names[i].needed, s->needed);
		if (i == 0)
			continue;
		form_set_text(rq, names[i].unit, unit[0] ? unit : "none");
		form_set_int(rq, names[i].low, s->gap.low);
		form_set_int(rq, names[i].high, s->gap.high);
	}
	return plan_draw(rq, 200);
}

const struct page sequence_plan_edit_page = {
	.method = "GET",
	.path = "/admin/sequences/:plan",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = sequence_plan_edit_run,
	.about = "The form to change visits that are booked together.",
};

static int
sequence_plan_run(struct req *rq)
{
	struct seq_plan p;
	int64_t n;

	req_about(rq, "sequence_plan", rq->o.plan->id);
	if (!plan_given(rq, &p))
		return plan_again(rq);
	n = sequence_store_put_plan(rq->db, rq->scope, &p, rq->now);
	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return plan_draw(rq, 409);
	req_flash(rq, NULL,
		"%s is saved. It holds for what is booked from now on.",
		p.name);
	return req_redirect(rq, "/admin/sequences");
}

const struct page sequence_plan_page = {
	.method = "POST",
	.path = "/admin/sequences/:plan",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 8192,
	.form = &plan_form,
	.run = sequence_plan_run,
	.again = plan_again,
	.about = "Change visits that are booked together, or retire them.",
};
