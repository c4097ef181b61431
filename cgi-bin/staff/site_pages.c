/* Sites: address, zone, whether still used. Hours and closed days are in
 * staff/site_time_pages.c. SQL: store/site_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "domain/site.h"
#include "staff/pages.h"
#include "staff/site_parts.h"
#include "staff/zones.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option states[] = {
	{"active", "In use"},
	{"inactive", "No longer used"},
	{NULL, NULL},
};

#define SITE_FIELDS                                                            \
	{.name = "name",                                                       \
		.label = "Name",                                               \
		.type = FIELD_NAME,                                            \
		.required = true,                                              \
		.max = 120,                                                    \
		.missing = "Enter the site's name"},                           \
		{.name = "zone",                                               \
			.label = "Time zone",                                  \
			.hint = "Visits here are told and shown in this "      \
				"time.",                                       \
			.type = FIELD_SELECT,                                  \
			.required = true,                                      \
			.options = zone_options},                              \
		{.name = "address", .label = "Street", .type = FIELD_TEXT},    \
		{.name = "city",                                               \
			.label = "City",                                       \
			.type = FIELD_TEXT,                                    \
			.max = 80},                                            \
		{.name = "state",                                              \
			.label = "State",                                      \
			.type = FIELD_TEXT,                                    \
			.hint = "Two letters.",                                \
			.max = 2},                                             \
		{.name = "postal",                                             \
			.label = "ZIP code",                                   \
			.type = FIELD_TEXT,                                    \
			.max = 10,                                             \
			.inputmode = "numeric"},                               \
		{.name = "phone", .label = "Phone", .type = FIELD_PHONE},      \
	{                                                                      \
		.name = "directions", .label = "How to get there",             \
		.hint = "Parking, entrance, floor. Patients read this.",       \
		.type = FIELD_NOTE, .max = 1000                                \
	}

static const struct field new_fields[] = {SITE_FIELDS};
static const struct form new_form = FORM(new_fields);

static const struct field edit_fields[] = {
	SITE_FIELDS,
	{.name = "state_of_use",
		.label = "State",
		.type = FIELD_RADIO,
		.required = true,
		.options = states},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form edit_form = FORM(edit_fields);

/* ---- list ----------------------------------------------------------- */

static int
site_list_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/site_list.tpl"), *row;
	struct sites list = {0};

	if (site_store_list(rq->db, rq->arena, rq->scope, true, &list))
		return req_db_err(rq);
	req_title(rq, "Sites");
	for (size_t i = 0; i < list.n; i++) {
		const struct site *s = &list.v[i];

		row = tpl_row(t, "SITE");
		tpl_int(row, "ID", s->id);
		tpl_text(row, "NAME", s->name);
		tpl_text(row, "WHERE", site_where(rq, s));
		tpl_text(row, "ZONE", s->zone);
		tpl_show_if(row, "ACTIVE", s->active);
		tpl_show_if(row, "INACTIVE", !s->active);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	return req_html(rq);
}

const struct page site_list_page = {
	.method = "GET",
	.path = "/admin/sites",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = site_list_run,
	.about = "Where the clinic sees patients.",
};

/* ---- new ------------------------------------------------------------ */

static struct site
site_given(struct req *rq)
{
	return (struct site){
		.name = form_text(rq, "name"),
		.zone = form_text(rq, "zone"),
		.address = form_text(rq, "address"),
		.city = form_text(rq, "city"),
		.state = form_text(rq, "state"),
		.postal = form_text(rq, "postal"),
		.phone = form_text(rq, "phone"),
		.directions = form_text(rq, "directions"),
	};
}

/* Is the name another site's already? 1, 0, or -1. */
static int
name_taken(struct req *rq, const char *name, int64_t but)
{
	struct sites list = {0};

	if (site_store_list(rq->db, rq->arena, rq->scope, true, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].id != but && strcmp(list.v[i].name, name) == 0)
			return 1;
	return 0;
}

static int
site_new_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/site_new.tpl");

	req_title(rq, "New site");
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
site_new_run(struct req *rq)
{
	form_start(rq, &new_form);
	form_set_text(rq, "zone", zone_name(rq->zone));
	return site_new_draw(rq, 200);
}

const struct page site_new_page = {
	.method = "GET",
	.path = "/admin/sites/new",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = site_new_run,
	.about = "The form for a new site.",
};

static int
site_create_again(struct req *rq)
{
	return site_new_draw(rq, 422);
}

static int
site_create_run(struct req *rq)
{
	struct site s = site_given(rq);
	int taken = name_taken(rq, s.name, 0);
	int64_t id;

	if (taken > 0) {
		form_error(rq, "name", "There is a site of this name already");
		return site_create_again(rq);
	}
	if (taken < 0 || (id = site_store_add(rq->db, rq->scope, &s)) == 0)
		return req_db_err(rq);
	req_about(rq, "site", id);
	req_flash(rq, NULL, "%s is added. Now say when it is open.", s.name);
	return req_redirect(rq, "/admin/sites/%lld", (long long)id);
}

const struct page site_create_page = {
	.method = "POST",
	.path = "/admin/sites",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 16384,
	.form = &new_form,
	.run = site_create_run,
	.again = site_create_again,
	.about = "Add a site.",
};

/* ---- one site ------------------------------------------------------- */

static int
site_show_run(struct req *rq)
{
	const struct site *s = rq->o.site;
	struct tpl *t = req_tpl(rq, "staff/site_show.tpl");
	int year, month, day;

	req_title(rq, s->name);
	req_about(rq, "site", s->id);
	tpl_int(t, "ID", s->id);
	tpl_text(t, "SITE_NAME", s->name);
	tpl_text(t, "WHERE", site_where(rq, s));
	tpl_text(t, "ZONE", s->zone);
	tpl_text(t, "PHONE",
		*s->phone != '\0' ? show_phone(rq->show, s->phone)
				  : "Not recorded");
	tpl_text(t, "DIRECTIONS",
		*s->directions != '\0' ? s->directions : "Not recorded");
	day_split(rq->today, &year, &month, &day);
	tpl_int(t, "YEAR", year + 1);
	tpl_show_if(t, "INACTIVE", !s->active);
	if (site_week_rows(rq, t) || site_closure_rows(rq, t))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page site_show_page = {
	.method = "GET",
	.path = "/admin/sites/:site",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = site_show_run,
	.about = "One site: details, opening hours, closed days.",
};

static int
site_edit_draw(struct req *rq, int status)
{
	const struct site *s = rq->o.site;
	struct tpl *t = req_tpl(rq, "staff/site_edit.tpl"), *stale;

	req_title(rq, s->name);
	tpl_int(t, "ID", s->id);
	tpl_text(t, "SITE_NAME", s->name);
	if (status == 409) {
		stale = tpl_row(t, "STALE");
		tpl_text(stale, "THEIR_NAME", s->name);
		tpl_text(stale, "THEIR_WHERE", site_where(rq, s));
		form_set_int(rq, "version", s->version);
	}
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
site_edit_run(struct req *rq)
{
	const struct site *s = rq->o.site;

	form_start(rq, &edit_form);
	form_set_text(rq, "name", s->name);
	form_set_text(rq, "zone", s->zone);
	form_set_text(rq, "address", s->address);
	form_set_text(rq, "city", s->city);
	form_set_text(rq, "state", s->state);
	form_set_text(rq, "postal", s->postal);
	form_set_text(rq, "phone", s->phone);
	form_set_text(rq, "directions", s->directions);
	form_set_text(rq, "state_of_use", s->active ? "active" : "inactive");
	form_set_int(rq, "version", s->version);
	return site_edit_draw(rq, 200);
}

const struct page site_edit_page = {
	.method = "GET",
	.path = "/admin/sites/:site/edit",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = site_edit_run,
	.about = "The form to change a site.",
};

static int
site_again(struct req *rq)
{
	return site_edit_draw(rq, 422);
}

static int
site_run(struct req *rq)
{
	struct site s = site_given(rq);
	int taken;
	int64_t n;

	s.id = rq->o.site->id;
	s.active = strcmp(form_text(rq, "state_of_use"), "active") == 0;
	req_about(rq, "site", s.id);
	taken = name_taken(rq, s.name, s.id);
	if (taken > 0) {
		form_error(rq, "name", "There is a site of this name already");
		return site_again(rq);
	}
	n = site_store_update(rq->db, rq->scope, &s, form_int(rq, "version"));
	if (taken < 0 || n < 0)
		return req_db_err(rq);
	if (n == 0)
		return site_edit_draw(rq, 409);
	req_flash(rq, NULL, "%s is saved.", s.name);
	return req_redirect(rq, "/admin/sites/%lld", (long long)s.id);
}

const struct page site_page = {
	.method = "POST",
	.path = "/admin/sites/:site",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 16384,
	.form = &edit_form,
	.run = site_run,
	.again = site_again,
	.about = "Change a site's details.",
};
