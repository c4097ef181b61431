/* What is done before each visit of a type: the clinic's setup. SQL:
 * store/prep_store.c; rules: tests/RULES.md, "Before the visit". */
#include <string.h>

#include "base/arena.h"
#include "domain/prep.h"
#include "domain/visit_type.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/prep_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option unit_options[] = {
	{"hour", "Hours before it starts"},
	{"day", "Days before its day"},
	{NULL, NULL},
};

static const struct field prep_fields[] = {
	{.name = "kind",
		.label = "Kind",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a kind"},
	{.name = "lead",
		.label = "How long before the visit",
		.hint = "0: at the visit. Fasting: for so many hours.",
		.type = FIELD_INT,
		.required = true,
		.min = 0,
		.max = PREP_LEAD_MOST,
		.missing = "Enter a number"},
	{.name = "unit",
		.label = "Counted in",
		.type = FIELD_SELECT,
		.required = true,
		.options = unit_options},
	{.name = "words",
		.label = "Words for the patient",
		.hint = "Plain and short. The time is put with them.",
		.type = FIELD_NOTE,
		.ruled = true,
		.max = 400},
	{.name = "words_es",
		.label = "Words in Spanish",
		.type = FIELD_NOTE,
		.max = 400},
	{.name = "needed",
		.label = "The visit is not ready without it",
		.type = FIELD_CHECK},
	{.name = "state",
		.label = "State",
		.type = FIELD_RADIO,
		.options = part_in_use},
	{.name = "version", .type = FIELD_HIDDEN},
};
static const struct form prep_form = FORM(prep_fields);

static const char *
base(struct req *rq)
{
	return arena_printf(rq->arena, "/admin/visit-types/%lld/preparation",
		(long long)rq->o.visit_type->id);
}

/* ---- the list ------------------------------------------------------------ */

static int
prep_type_list_run(struct req *rq)
{
	const struct visit_type *v = rq->o.visit_type;
	struct preps all = {0};
	struct tpl *t = req_tpl(rq, "staff/prep_type_list.tpl");

	if (prep_store_type(rq->db, rq->arena, rq->scope, v->id, true, &all))
		return req_db_err(rq);
	req_title(rq, arena_printf(rq->arena, "Before %s", v->name));
	tpl_text(t, "NAME", v->name);
	tpl_int(t, "ID", v->id);
	for (size_t i = 0; i < all.n; i++) {
		const struct prep *p = &all.v[i];
		struct tpl *row = tpl_row(t, "PREP");

		tpl_text(row, "URL",
			arena_printf(rq->arena, "%s/%lld", base(rq),
				(long long)p->id));
		tpl_text(row, "WHAT", prep_kind_label(p->kind));
		tpl_text(row, "DUE", prep_lead(rq->show, p));
		tpl_text(row, "WORDS", p->words);
		tpl_text(row, "WORDS_ES", p->words_es);
		tpl_show_if(row, "NEEDED", p->needed);
		tpl_show_if(row, "ACTIVE", p->active);
		tpl_show_if(row, "INACTIVE", !p->active);
	}
	tpl_show_if(t, "NONE", all.n == 0);
	return req_html(rq);
}

const struct page prep_type_list_page = {
	.method = "GET",
	.path = "/admin/visit-types/:visit_type/preparation",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = prep_type_list_run,
	.about = "What is done before visits of a type.",
};

/* ---- the form ------------------------------------------------------------ */

/* 1 there is one at :n or the page is for a new one, 0, -1. */
static int
load(struct req *rq, struct prep *p)
{
	*p = (struct prep){.words = "", .words_es = "", .active = true};
	return rq->o.id == 0 ? 1
			     : prep_store_type_get(rq->db, rq->arena, rq->scope,
				       rq->o.visit_type->id, rq->o.id, p);
}

static int
missing(struct req *rq, int found)
{
	return found < 0 ? req_db_err(rq)
			 : req_fail(rq, ERR_NOT_FOUND,
				   "There is no such step here.");
}

static int
prep_draw(struct req *rq, const struct prep *p, int status)
{
	struct tpl *t = req_tpl(rq, "staff/prep_type_form.tpl");

	req_title(rq,
		arena_printf(rq->arena, "Before %s", rq->o.visit_type->name));
	tpl_text(t, "NAME", rq->o.visit_type->name);
	tpl_text(t, "LIST", base(rq));
	tpl_text(t, "ACTION",
		p->id ? arena_printf(rq->arena, "%s/%lld", base(rq),
				(long long)p->id)
		      : base(rq));
	tpl_show_if(t, "STALE", status == 409);
	tpl_show_if(t, "OLD", p->id != 0);
	tpl_show_if(t, "NEW", p->id == 0);
	if (status == 409)
		form_set_int(rq, "version", p->version);
	part_word_options(rq, "kind", prep_kinds);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
prep_again(struct req *rq)
{
	struct prep p;
	int found = load(rq, &p);

	return found <= 0 ? missing(rq, found) : prep_draw(rq, &p, 422);
}

static bool
prep_given(struct req *rq, struct prep *p)
{
	struct prep g = {
		.id = p->id,
		.version = form_int(rq, "version"),
		.type_id = rq->o.visit_type->id,
		.days = strcmp(form_text(rq, "unit"), "day") == 0,
		.lead = (int)form_int(rq, "lead"),
		.needed = form_int(rq, "needed") == 1,
		.words = form_text(rq, "words"),
		.words_es = form_text(rq, "words_es"),
		.active = strcmp(form_text(rq, "state"), "inactive") != 0,
	};

	if (!prep_kind_parse(form_text(rq, "kind"), &g.kind))
		form_error(rq, "kind", "Choose a kind");
	else if (g.kind == PREP_FASTING && (g.days || g.lead < 1))
		form_error(rq, g.days ? "unit" : "lead",
			"Fasting is counted in hours, at least one");
	else if (g.kind != PREP_FASTING && g.words[0] == '\0')
		form_error(rq, "words", "Enter what the patient is to do");
	*p = g;
	return !form_bad(rq);
}

static int
prep_type_new_run(struct req *rq)
{
	struct prep p;

	load(rq, &p);
	form_start(rq, &prep_form);
	form_set_text(rq, "kind", "instruction");
	form_set_text(rq, "unit", "hour");
	form_set_int(rq, "needed", 1);
	return prep_draw(rq, &p, 200);
}

const struct page prep_type_new_page = {
	.method = "GET",
	.path = "/admin/visit-types/:visit_type/preparation/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = prep_type_new_run,
	.about = "The form for a step before visits of a type.",
};

static int
prep_type_add_run(struct req *rq)
{
	struct prep p;

	load(rq, &p);
	req_about(rq, "visit_type", rq->o.visit_type->id);
	if (!prep_given(rq, &p))
		return prep_again(rq);
	p.active = true;
	if (prep_store_type_add(rq->db, rq->scope, &p) == 0)
		return req_db_err(rq);
	req_flash(rq, NULL,
		"The step is added. It holds for visits booked from now on.");
	return req_redirect(rq, "%s", base(rq));
}

const struct page prep_type_add_page = {
	.method = "POST",
	.path = "/admin/visit-types/:visit_type/preparation",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 8192,
	.form = &prep_form,
	.run = prep_type_add_run,
	.again = prep_again,
	.about = "Add a step before visits of a type.",
};

static int
prep_type_edit_run(struct req *rq)
{
	struct prep p;
	int found = load(rq, &p);

	if (found <= 0)
		return missing(rq, found);
	form_start(rq, &prep_form);
	form_set_text(rq, "kind", prep_kind_name(p.kind));
	form_set_int(rq, "lead", p.lead);
	form_set_text(rq, "unit", p.days ? "day" : "hour");
	form_set_text(rq, "words", p.words);
	form_set_text(rq, "words_es", p.words_es);
	form_set_int(rq, "needed", p.needed);
	form_set_text(rq, "state", p.active ? "active" : "inactive");
	form_set_int(rq, "version", p.version);
	return prep_draw(rq, &p, 200);
}

const struct page prep_type_edit_page = {
	.method = "GET",
	.path = "/admin/visit-types/:visit_type/preparation/:n",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = prep_type_edit_run,
	.about = "The form to change a step before visits of a type.",
};

static int
prep_type_run(struct req *rq)
{
	struct prep p, now;
	int found = load(rq, &p);
	int64_t n;

	if (found <= 0)
		return missing(rq, found);
	now = p;
	req_about(rq, "visit_type", rq->o.visit_type->id);
	if (!prep_given(rq, &p))
		return prep_again(rq);
	n = prep_store_type_put(rq->db, rq->scope, &p);
	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return prep_draw(rq, &now, 409);
	req_flash(rq, NULL,
		"The step is saved. It holds for visits booked from now on.");
	return req_redirect(rq, "%s", base(rq));
}

const struct page prep_type_page = {
	.method = "POST",
	.path = "/admin/visit-types/:visit_type/preparation/:n",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 8192,
	.form = &prep_form,
	.run = prep_type_run,
	.again = prep_again,
	.about = "Change a step before visits of a type, or retire it.",
};
