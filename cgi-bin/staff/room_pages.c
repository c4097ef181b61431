/* Rooms. SQL: store/room_store.c. */
#include <string.h>

#include "base/arena.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/room_store.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option kinds[] = {
	{"exam", "Exam room"},
	{"procedure", "Procedure room"},
	{"lab", "Lab"},
	{"group", "Group room"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct field room_fields[] = {
	{.name = "name",
		.label = "Name",
		.type = FIELD_NAME,
		.required = true,
		.max = 40,
		.missing = "Enter a name"},
	{.name = "site",
		.label = "Site",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a site"},
	{.name = "kind",
		.label = "Kind",
		.hint = "A type of visit asks for a kind, not for a room.",
		.type = FIELD_SELECT,
		.required = true,
		.options = kinds},
	{.name = "state",
		.label = "State",
		.type = FIELD_RADIO,
		.options = part_in_use},
	{.name = "version", .type = FIELD_HIDDEN},
};
static const struct form room_form = FORM(room_fields);

static const char *
kind_label(const char *kind)
{
	for (const struct option *o = kinds; o->value; o++)
		if (strcmp(o->value, kind) == 0)
			return o->label;
	return kind;
}

static int
room_list_run(struct req *rq)
{
	struct rooms list = {0};
	struct tpl *t = req_tpl(rq, "staff/room_list.tpl");

	if (room_store_list(rq->db, rq->arena, rq->scope, 0, true, &list))
		return req_db_err(rq);
	req_title(rq, "Rooms");
	for (size_t i = 0; i < list.n; i++) {
		struct tpl *row = tpl_row(t, "ROOM");

		tpl_int(row, "ID", list.v[i].id);
		tpl_text(row, "NAME", list.v[i].name);
		tpl_text(row, "PLACE", list.v[i].site_name);
		tpl_text(row, "KIND", kind_label(list.v[i].kind));
		tpl_show_if(row, "ACTIVE", list.v[i].active);
		tpl_show_if(row, "INACTIVE", !list.v[i].active);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	return req_html(rq);
}

const struct page room_list_page = {
	.method = "GET",
	.path = "/admin/rooms",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = room_list_run,
	.about = "Rooms by site.",
};

static int
room_draw(struct req *rq, int status)
{
	const struct room *r = rq->o.room;
	struct tpl *t = req_tpl(rq, "staff/room_form.tpl");

	req_title(rq, r ? r->name : "New room");
	tpl_text(t, "TITLE", r ? r->name : "New room");
	tpl_text(t, "ACTION",
		r ? arena_printf(
			    rq->arena, "/admin/rooms/%lld", (long long)r->id)
		  : "/admin/rooms");
	tpl_show_if(t, "STALE", status == 409);
	tpl_show_if(t, "OLD", r != NULL);
	if (status == 409)
		form_set_int(rq, "version", r->version);
	if (visit_part_site_options(rq, "site", NULL))
		return req_db_err(rq);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
room_new_run(struct req *rq)
{
	form_start(rq, &room_form);
	return room_draw(rq, 200);
}

const struct page room_new_page = {
	.method = "GET",
	.path = "/admin/rooms/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = room_new_run,
	.about = "The form for a new room.",
};

static int
room_again(struct req *rq)
{
	return room_draw(rq, 422);
}

static bool
room_given(struct req *rq, struct room *r)
{
	struct rooms list = {0};
	struct site site;

	*r = (struct room){
		.id = rq->o.room ? rq->o.room->id : 0,
		.site_id = form_int(rq, "site"),
		.name = form_text(rq, "name"),
		.kind = form_text(rq, "kind"),
		.active = strcmp(form_text(rq, "state"), "inactive") != 0,
		.version = form_int(rq, "version"),
	};
	if (site_store_get(rq->db, rq->arena, rq->scope, r->site_id, &site) <=
		0)
		form_error(rq, "site", "Choose a site");
	room_store_list(rq->db, rq->arena, rq->scope, r->site_id, true, &list);
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].id != r->id && list.v[i].site_id == r->site_id &&
			strcmp(list.v[i].name, r->name) == 0)
			form_error(rq, "name",
				"There is a room of this name already");
	if (rq->o.room && rq->o.room->site_id != r->site_id &&
		room_store_coming(rq->db, rq->scope, r->id, rq->now) != 0)
		form_error(rq, "site",
			"Visits to come are planned in this room. Move them "
			"first");
	return !form_bad(rq);
}

static int
room_create_run(struct req *rq)
{
	struct room r;
	int64_t id;

	if (!room_given(rq, &r))
		return room_again(rq);
	r.active = true;
	id = room_store_add(rq->db, rq->scope, &r);
	if (id == 0)
		return req_db_err(rq);
	req_about(rq, "room", id);
	req_flash(rq, NULL, "%s is added.", r.name);
	return req_redirect(rq, "/admin/rooms");
}

const struct page room_create_page = {
	.method = "POST",
	.path = "/admin/rooms",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 4096,
	.form = &room_form,
	.run = room_create_run,
	.again = room_again,
	.about = "Add a room.",
};

static int
room_edit_run(struct req *rq)
{
	const struct room *r = rq->o.room;

	form_start(rq, &room_form);
	form_set_text(rq, "name", r->name);
	form_set_int(rq, "site", r->site_id);
	form_set_text(rq, "kind", r->kind);
	form_set_text(rq, "state", r->active ? "active" : "inactive");
	form_set_int(rq, "version", r->version);
	return room_draw(rq, 200);
}

const struct page room_edit_page = {
	.method = "GET",
	.path = "/admin/rooms/:room",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = room_edit_run,
	.about = "The form to change a room.",
};

static int
room_run(struct req *rq)
{
	struct room r;
	int64_t n;

	req_about(rq, "room", rq->o.room->id);
	if (!room_given(rq, &r))
		return room_again(rq);
	n = room_store_update(rq->db, rq->scope, &r);
	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return room_draw(rq, 409);
	req_flash(rq, NULL, "%s is saved.", r.name);
	return req_redirect(rq, "/admin/rooms");
}

const struct page room_page = {
	.method = "POST",
	.path = "/admin/rooms/:room",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 4096,
	.form = &room_form,
	.run = room_run,
	.again = room_again,
	.about = "Change a room.",
};
