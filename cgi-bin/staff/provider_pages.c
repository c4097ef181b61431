/* Providers: who sees patients. Their weeks: staff/week_pages.c. SQL:
 * store/provider_store.c; rules: tests/RULES.md, "Free times". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/user_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- list -------------------------------------------------------------- */

static int
provider_list_run(struct req *rq)
{
	struct providers list = {0};
	struct tpl *t = req_tpl(rq, "staff/provider_list.tpl");

	if (provider_store_list(rq->db, rq->arena, rq->scope, true, &list))
		return req_db_err(rq);
	req_title(rq, "Providers");
	for (size_t i = 0; i < list.n; i++) {
		const struct provider *p = &list.v[i];
		struct tpl *row = tpl_row(t, "PROVIDER");

		tpl_int(row, "ID", p->id);
		tpl_text(row, "NAME", p->name);
		tpl_text(row, "SPECIALTY",
			p->specialty[0] ? p->specialty : "Not recorded");
		tpl_text(row, "SPEAKS",
			p->languages[0] ? p->languages : "Not recorded");
		tpl_show_if(row, "ACTIVE", p->active);
		tpl_show_if(row, "INACTIVE", !p->active);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	return req_html(rq);
}

const struct page provider_list_page = {
	.method = "GET",
	.path = "/admin/providers",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = provider_list_run,
	.about = "Who sees patients.",
};

/* ---- details ----------------------------------------------------------- */

static const struct option states[] = {
	{"active", "Sees patients"},
	{"inactive", "No longer here"},
	{NULL, NULL},
};

static const struct field provider_fields[] = {
	{.name = "name",
		.label = "Name",
		.hint = "In full, as patients read it: Amara Okafor, MD",
		.type = FIELD_NAME,
		.required = true,
		.max = 120,
		.missing = "Enter a name"},
	{.name = "short_name",
		.label = "Short name",
		.hint = "For lists: Dr. Okafor",
		.type = FIELD_NAME,
		.required = true,
		.max = 40,
		.missing = "Enter a short name"},
	{.name = "specialty",
		.label = "Specialty",
		.type = FIELD_TEXT,
		.max = 80},
	{.name = "npi",
		.label = "NPI",
		.hint = "The ten digits of the National Provider Identifier",
		.type = FIELD_TEXT,
		.max = 10,
		.inputmode = "numeric"},
	{.name = "languages",
		.label = "Languages",
		.hint = "Codes with blanks between: en es",
		.type = FIELD_TEXT,
		.max = 60},
	{.name = "user", .label = "Login", .type = FIELD_SELECT},
	{.name = "state",
		.label = "State",
		.type = FIELD_RADIO,
		.options = states},
	{.name = "version", .type = FIELD_HIDDEN},
};
static const struct form provider_form = FORM(provider_fields);

static int
user_options(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));
	struct users list = {0};

	if (user_store_list(rq->db, rq->arena, rq->scope, false, &list))
		return -1;
	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Does not log in"};
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, list.v[i].id), list.v[i].name};
	form_options(rq, "user", o);
	return 0;
}

static int
provider_form_draw(struct req *rq, int status)
{
	const struct provider *p = rq->o.provider;
	struct tpl *t = req_tpl(rq, "staff/provider_form.tpl");

	req_title(rq, p ? p->name : "New provider");
	tpl_text(t, "TITLE", p ? p->name : "New provider");
	tpl_text(t, "ACTION",
		p ? arena_printf(rq->arena, "/admin/providers/%lld",
			    (long long)p->id)
		  : "/admin/providers");
	tpl_show_if(t, "STALE", status == 409);
	tpl_show_if(t, "OLD", p != NULL);
	if (status == 409)
		form_set_int(rq, "version", p->version);
	if (user_options(rq))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
provider_new_run(struct req *rq)
{
	form_start(rq, &provider_form);
	return provider_form_draw(rq, 200);
}

const struct page provider_new_page = {
	.method = "GET",
	.path = "/admin/providers/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = provider_new_run,
	.about = "The form for a new provider.",
};

static int
provider_again(struct req *rq)
{
	return provider_form_draw(rq, 422);
}

static bool
languages_good(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX"
			   "YZ- ")] == '\0';
}

/* Reads the form; a login of another clinic is refused. */
static bool
provider_given(struct req *rq, struct provider *p)
{
	const char *npi = form_text(rq, "npi");
	struct users list = {0};
	bool known = false;

	*p = (struct provider){
		.name = form_text(rq, "name"),
		.short_name = form_text(rq, "short_name"),
		.npi = npi,
		.specialty = form_text(rq, "specialty"),
		.languages = form_text(rq, "languages"),
		.user_id = form_int(rq, "user"),
		.active = strcmp(form_text(rq, "state"), "inactive") != 0,
		.version = form_int(rq, "version"),
	};
	if (npi[0] && (strlen(npi) != 10 || strspn(npi, "0123456789") != 10))
		form_error(rq, "npi", "Enter the ten digits of the NPI");
	if (!languages_good(p->languages))
		form_error(rq, "languages", "Enter codes like en es");
	user_store_list(rq->db, rq->arena, rq->scope, true, &list);
	for (size_t i = 0; i < list.n; i++)
		known |= list.v[i].id == p->user_id;
	if (p->user_id && !known)
		form_error(rq, "user", "Choose one of the logins");
	return !form_bad(rq);
}

static int
provider_create_run(struct req *rq)
{
	struct provider p;
	int64_t id;

	if (!provider_given(rq, &p))
		return provider_again(rq);
	p.active = true;
	id = provider_store_add(rq->db, rq->scope, &p);
	if (id == 0)
		return req_db_err(rq);
	req_about(rq, "provider", id);
	req_flash(rq, NULL, "%s is added. Now say when they work.", p.name);
	return req_redirect(rq, "/admin/providers/%lld", (long long)id);
}

const struct page provider_create_page = {
	.method = "POST",
	.path = "/admin/providers",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 8192,
	.form = &provider_form,
	.run = provider_create_run,
	.again = provider_again,
	.about = "Add a provider.",
};

static int
provider_edit_run(struct req *rq)
{
	const struct provider *p = rq->o.provider;

	form_start(rq, &provider_form);
	form_set_text(rq, "name", p->name);
	form_set_text(rq, "short_name", p->short_name);
	form_set_text(rq, "npi", p->npi);
	form_set_text(rq, "specialty", p->specialty);
	form_set_text(rq, "languages", p->languages);
	if (p->user_id)
		form_set_int(rq, "user", p->user_id);
	form_set_text(rq, "state", p->active ? "active" : "inactive");
	form_set_int(rq, "version", p->version);
	return provider_form_draw(rq, 200);
}

const struct page provider_edit_page = {
	.method = "GET",
	.path = "/admin/providers/:provider/edit",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = provider_edit_run,
	.about = "The form to change a provider.",
};

static int
provider_run(struct req *rq)
{
	struct provider p;
	int64_t n;

	req_about(rq, "provider", rq->o.provider->id);
	if (!provider_given(rq, &p))
		return provider_again(rq);
	p.id = rq->o.provider->id;
	n = provider_store_update(rq->db, rq->scope, &p);
	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return provider_form_draw(rq, 409);
	req_flash(rq, NULL, "%s is saved.", p.name);
	return req_redirect(rq, "/admin/providers/%lld", (long long)p.id);
}

const struct page provider_page = {
	.method = "POST",
	.path = "/admin/providers/:provider",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 8192,
	.form = &provider_form,
	.run = provider_run,
	.again = provider_again,
	.about = "Change a provider.",
};

/* ---- one provider ------------------------------------------------------ */

static void
draw_week(struct req *rq, struct tpl *t, const struct template_rows *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct template_row *r = &list->v[i];
		struct tpl *row = tpl_row(t, "WEEK");

		tpl_int(row, "PROVIDER_ID", r->provider_id);
		tpl_int(row, "ID", r->id);
		tpl_text(row, "DAY", show_weekdays[r->weekday]);
		tpl_text(row, "HOURS",
			arena_printf(rq->arena, "%s–%s",
				show_clock(rq->show, r->start_min),
				show_clock(rq->show, r->end_min)));
		tpl_text(row, "PLACE", r->site_name);
		tpl_text(row, "EVERY",
			r->every_weeks == 1
				? "Every week"
				: arena_printf(rq->arena,
					  "Every %d weeks, from %s",
					  r->every_weeks,
					  show_date(rq->show, r->anchor)));
		tpl_text(row, "FROM", show_date(rq->show, r->from));
		tpl_text(row, "TO",
			r->to == DAY_NONE ? "for good"
					  : show_date(rq->show, r->to));
	}
	tpl_show_if(t, "NO_WEEK", list->n == 0);
}

static void
draw_exceptions(
	struct req *rq, struct tpl *t, const struct exception_rows *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct exception_row *e = &list->v[i];
		struct tpl *row = tpl_row(t, "EXCEPTION");

		tpl_int(row, "PROVIDER_ID", e->provider_id);
		tpl_int(row, "ID", e->id);
		tpl_text(row, "DAY", show_day(rq->show, e->day));
		tpl_text(row, "KIND", exception_kind_label(e->kind));
		tpl_text(row, "HOURS",
			e->start_min < 0
				? "All day"
				: arena_printf(rq->arena, "%s–%s",
					  show_clock(rq->show, e->start_min),
					  show_clock(rq->show, e->end_min)));
		tpl_text(
			row, "PLACE", e->site_id ? e->site_name : "Everywhere");
		tpl_text(row, "REASON", e->reason);
	}
	tpl_show_if(t, "NO_EXCEPTION", list->n == 0);
}

/* The administrator has no patients' data: only how many. */
static int
draw_stranded(struct req *rq, struct tpl *t, int64_t provider)
{
	struct visits list = {0};
	struct tpl *box;

	if (care_visit_stranded(rq->db, rq->arena, rq->scope, provider, rq->now,
		    rq->today, &list))
		return -1;
	if (list.n == 0)
		return 0;
	box = tpl_row(t, "STRANDED");
	tpl_int(box, "N", (int64_t)list.n);
	if (!req_may(rq, PERM_VISIT_READ))
		return 0;
	for (size_t i = 0; i < list.n; i++) {
		const struct visit *v = &list.v[i];
		const struct show *show = visit_part_show(rq, v->zone);
		struct tpl *row = tpl_row(box, "VISIT");

		tpl_int(row, "ID", v->id);
		tpl_text(row, "WHEN", show_when(show, v->start));
		tpl_text(row, "NAME", visit_part_name(rq, v));
		tpl_text(row, "BORN", show_date(show, v->birth));
		tpl_text(row, "MRN", visit_part_mrn(rq, v));
		tpl_text(row, "WHAT", visit_part_what(v));
		tpl_show_if(row, "MAY_MOVE",
			care_visit_may(rq->scope, v, VISIT_ACT_MOVE, rq->now));
		req_shown(rq, v->patient_id);
	}
	return 0;
}

static int
provider_show_run(struct req *rq)
{
	const struct provider *p = rq->o.provider;
	struct template_rows week = {0};
	struct exception_rows days = {0};
	struct tpl *t = req_tpl(rq, "staff/provider_show.tpl");

	if (provider_store_templates(
		    rq->db, rq->arena, rq->scope, p->id, rq->today, &week) ||
		provider_store_exceptions(
			rq->db, rq->arena, rq->scope, p->id, rq->today, &days))
		return req_db_err(rq);
	req_title(rq, p->name);
	req_about(rq, "provider", p->id);
	tpl_int(t, "ID", p->id);
	tpl_text(t, "NAME", p->name);
	tpl_text(t, "SHORT", p->short_name);
	tpl_text(t, "SPECIALTY",
		p->specialty[0] ? p->specialty : "Not recorded");
	tpl_text(t, "NPI", p->npi[0] ? p->npi : "Not recorded");
	tpl_text(t, "SPEAKS", p->languages[0] ? p->languages : "Not recorded");
	tpl_show_if(t, "INACTIVE", !p->active);
	draw_week(rq, t, &week);
	draw_exceptions(rq, t, &days);
	if (draw_stranded(rq, t, p->id))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page provider_show_page = {
	.method = "GET",
	.path = "/admin/providers/:provider",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = provider_show_run,
	.about = "A provider's week, days that are otherwise, and the visits "
		 "left outside of them.",
};
