/* Types of visits: how long they take, what room and notice they ask for.
 * SQL: store/visit_type_store.c; rules: tests/RULES.md, "Visits". */
#include <string.h>

#include "base/arena.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/need_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option room_kinds[] = {
	{"none", "No room"},
	{"exam", "Exam room"},
	{"procedure", "Procedure room"},
	{"lab", "Lab"},
	{"group", "Group room"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct option modes[] = {
	{"in_person", "In person"},
	{"video", "Video"},
	{"phone", "Phone"},
	{"either", "In person, video or phone"},
	{NULL, NULL},
};

static const struct option whos[] = {
	{"any", "Everybody"},
	{"new", "New patients"},
	{"established", "Known patients"},
	{NULL, NULL},
};

static const struct field type_fields[] = {
	{.name = "name",
		.label = "Name",
		.type = FIELD_NAME,
		.required = true,
		.max = 60,
		.missing = "Enter a name"},
	{.name = "name_es",
		.label = "Name in Spanish",
		.type = FIELD_NAME,
		.max = 60},
	{.name = "minutes",
		.label = "Minutes",
		.type = FIELD_INT,
		.required = true,
		.min = 5,
		.max = 480,
		.missing = "Enter how many minutes it takes"},
	{.name = "before",
		.label = "Minutes before",
		.hint = "To prepare. Patients are not told.",
		.type = FIELD_INT,
		.min = 0,
		.max = 120},
	{.name = "after",
		.label = "Minutes after",
		.hint = "To turn the room, to write notes.",
		.type = FIELD_INT,
		.min = 0,
		.max = 120},
	{.name = "room",
		.label = "Room",
		.type = FIELD_SELECT,
		.required = true,
		.options = room_kinds},
	{.name = "mode",
		.label = "How",
		.type = FIELD_SELECT,
		.required = true,
		.options = modes},
	{.name = "who",
		.label = "For",
		.type = FIELD_SELECT,
		.required = true,
		.options = whos},
	{.name = "online",
		.label = "Patients may book it themselves in the portal",
		.type = FIELD_CHECK},
	{.name = "notice",
		.label = "Notice in minutes",
		.hint = "Patients cannot book sooner than this.",
		.type = FIELD_INT,
		.min = 0,
		.max = 525600},
	{.name = "horizon",
		.label = "Days ahead",
		.hint = "Nothing is booked later than this.",
		.type = FIELD_INT,
		.required = true,
		.min = 1,
		.max = 730},
	{.name = "cancel",
		.label = "Notice to cancel, in minutes",
		.type = FIELD_INT,
		.min = 0,
		.max = 525600},
	{.name = "grace",
		.label = "Minutes of grace",
		.hint = "Past the start before a patient who is not here is "
			"a no-show.",
		.type = FIELD_INT,
		.min = 0,
		.max = 240},
	{.name = "preparation",
		.label = "How to prepare",
		.type = FIELD_NOTE,
		.max = 1000},
	{.name = "preparation_es",
		.label = "How to prepare, in Spanish",
		.type = FIELD_NOTE,
		.max = 1000},
	{.name = "needs_referral", .label = "A referral", .type = FIELD_CHECK},
	{.name = "needs_auth",
		.label = "An authorization by the payer",
		.type = FIELD_CHECK},
	{.name = "needs_telehealth",
		.label = "Consent to care by video or phone, when it is by "
			 "either",
		.type = FIELD_CHECK},
	{.name = "consents",
		.label = "Other consents, one a line",
		.type = FIELD_NOTE,
		.max = 400},
	{.name = "forms",
		.label = "Forms due before the visit, one a line",
		.type = FIELD_NOTE,
		.max = 400},
	{.name = "state",
		.label = "State",
		.type = FIELD_RADIO,
		.options = part_in_use},
	{.name = "version", .type = FIELD_HIDDEN},
};
static const struct form type_form = FORM(type_fields);

static const char *
label(const struct option *o, const char *value)
{
	for (; o->value; o++)
		if (strcmp(o->value, value) == 0)
			return o->label;
	return value;
}

static int
visit_type_list_run(struct req *rq)
{
	struct visit_types list = {0};
	struct tpl *t = req_tpl(rq, "staff/visit_type_list.tpl");

	if (visit_type_store_list(rq->db, rq->arena, rq->scope, true, &list))
		return req_db_err(rq);
	req_title(rq, "Visit types");
	for (size_t i = 0; i < list.n; i++) {
		const struct visit_type *v = &list.v[i];
		struct tpl *row = tpl_row(t, "TYPE");

		tpl_int(row, "ID", v->id);
		tpl_text(row, "NAME", v->name);
		tpl_int(row, "MINUTES", v->minutes);
		tpl_int(row, "BUFFER", v->before_min + v->after_min);
		tpl_text(row, "ROOM",
			label(room_kinds,
				v->room_kind[0] ? v->room_kind : "none"));
		tpl_text(row, "MODE", label(modes, v->mode));
		tpl_text(row, "WHO", label(whos, v->who));
		tpl_show_if(row, "ACTIVE", v->active);
		tpl_show_if(row, "INACTIVE", !v->active);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	return req_html(rq);
}

const struct page visit_type_list_page = {
	.method = "GET",
	.path = "/admin/visit-types",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = visit_type_list_run,
	.about = "What visits are for, and how long they take.",
};

static int
type_draw(struct req *rq, int status)
{
	const struct visit_type *v = rq->o.visit_type;
	struct tpl *t = req_tpl(rq, "staff/visit_type_form.tpl");

	req_title(rq, v ? v->name : "New visit type");
	tpl_text(t, "TITLE", v ? v->name : "New visit type");
	tpl_text(t, "ACTION",
		v ? arena_printf(rq->arena, "/admin/visit-types/%lld",
			    (long long)v->id)
		  : "/admin/visit-types");
	tpl_show_if(t, "STALE", status == 409);
	tpl_show_if(t, "OLD", v != NULL);
	if (v)
		tpl_int(tpl_row(t, "PREPARED"), "ID", v->id);
	if (status == 409)
		form_set_int(rq, "version", v->version);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
visit_type_new_run(struct req *rq)
{
	form_start(rq, &type_form);
	form_set_int(rq, "minutes", 20);
	form_set_int(rq, "before", 0);
	form_set_int(rq, "after", 0);
	form_set_text(rq, "room", "exam");
	form_set_int(rq, "notice", 0);
	form_set_int(rq, "grace", VISIT_GRACE);
	form_set_int(rq, "horizon", 365);
	form_set_int(rq, "cancel", 1440);
	return type_draw(rq, 200);
}

const struct page visit_type_new_page = {
	.method = "GET",
	.path = "/admin/visit-types/new",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = visit_type_new_run,
	.about = "The form for a new visit type.",
};

static int
type_again(struct req *rq)
{
	return type_draw(rq, 422);
}

static bool
type_given(struct req *rq, struct visit_type *v)
{
	const char *room = form_text(rq, "room");
	struct visit_types list = {0};

	*v = (struct visit_type){
		.id = rq->o.visit_type ? rq->o.visit_type->id : 0,
		.version = form_int(rq, "version"),
		.name = form_text(rq, "name"),
		.name_es = form_text(rq, "name_es"),
		.minutes = (int)form_int(rq, "minutes"),
		.before_min = (int)form_int(rq, "before"),
		.after_min = (int)form_int(rq, "after"),
		.room_kind = strcmp(room, "none") == 0 ? "" : room,
		.mode = form_text(rq, "mode"),
		.who = form_text(rq, "who"),
		.notice_min = (int)form_int(rq, "notice"),
		.grace_min = form_has(rq, "grace") ? (int)form_int(rq, "grace")
						   : VISIT_GRACE,
		.online = form_int(rq, "online") == 1,
		.horizon_days = (int)form_int(rq, "horizon"),
		.cancel_notice_min = (int)form_int(rq, "cancel"),
		.preparation = form_text(rq, "preparation"),
		.preparation_es = form_text(rq, "preparation_es"),
		.active = strcmp(form_text(rq, "state"), "inactive") != 0,
	};
	if (v->minutes % 5)
		form_error(rq, "minutes", "Enter minutes in steps of five");
	visit_type_store_list(rq->db, rq->arena, rq->scope, true, &list);
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].id != v->id &&
			strcmp(list.v[i].name, v->name) == 0)
			form_error(rq, "name",
				"There is a visit type of this name already");
	return !form_bad(rq);
}

/* What every visit of the type needs beside a time. */
static int64_t
save_needs(struct req *rq, int64_t type)
{
	const struct type_need n = {
		.referral = form_int(rq, "needs_referral") == 1,
		.auth = form_int(rq, "needs_auth") == 1,
		.telehealth = form_int(rq, "needs_telehealth") == 1,
		.consents = form_text(rq, "consents"),
		.forms = form_text(rq, "forms"),
	};

	return need_store_put_type(rq->db, rq->scope, type, &n);
}

static int
fill_needs(struct req *rq, int64_t type)
{
	struct type_need n;

	if (need_store_type(rq->db, rq->arena, rq->scope, type, &n) < 0)
		return -1;
	form_set_int(rq, "needs_referral", n.referral);
	form_set_int(rq, "needs_auth", n.auth);
	form_set_int(rq, "needs_telehealth", n.telehealth);
	form_set_text(rq, "consents", n.consents);
	form_set_text(rq, "forms", n.forms);
	return 0;
}

static int
visit_type_create_run(struct req *rq)
{
	struct visit_type v;
	int64_t id;

	if (!type_given(rq, &v))
		return type_again(rq);
	v.active = true;
	id = visit_type_store_add(rq->db, rq->scope, &v);
	if (id == 0 || save_needs(rq, id) < 0)
		return req_db_err(rq);
	req_about(rq, "visit_type", id);
	req_flash(rq, NULL, "%s is added.", v.name);
	return req_redirect(rq, "/admin/visit-types");
}

const struct page visit_type_create_page = {
	.method = "POST",
	.path = "/admin/visit-types",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 16384,
	.form = &type_form,
	.run = visit_type_create_run,
	.again = type_again,
	.about = "Add a visit type.",
};

static int
visit_type_edit_run(struct req *rq)
{
	const struct visit_type *v = rq->o.visit_type;

	form_start(rq, &type_form);
	form_set_text(rq, "name", v->name);
	form_set_text(rq, "name_es", v->name_es);
	form_set_int(rq, "minutes", v->minutes);
	form_set_int(rq, "before", v->before_min);
	form_set_int(rq, "after", v->after_min);
	form_set_text(rq, "room", v->room_kind[0] ? v->room_kind : "none");
	form_set_text(rq, "mode", v->mode);
	form_set_text(rq, "who", v->who);
	form_set_int(rq, "notice", v->notice_min);
	form_set_int(rq, "grace", v->grace_min);
	form_set_int(rq, "online", v->online);
	form_set_int(rq, "horizon", v->horizon_days);
	form_set_int(rq, "cancel", v->cancel_notice_min);
	form_set_text(rq, "preparation", v->preparation);
	form_set_text(rq, "preparation_es", v->preparation_es);
	form_set_text(rq, "state", v->active ? "active" : "inactive");
	form_set_int(rq, "version", v->version);
	if (fill_needs(rq, v->id))
		return req_db_err(rq);
	return type_draw(rq, 200);
}

const struct page visit_type_edit_page = {
	.method = "GET",
	.path = "/admin/visit-types/:visit_type",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = visit_type_edit_run,
	.about = "The form to change a visit type.",
};

static int
visit_type_run(struct req *rq)
{
	struct visit_type v;
	int64_t n;

	req_about(rq, "visit_type", rq->o.visit_type->id);
	if (!type_given(rq, &v))
		return type_again(rq);
	n = visit_type_store_update(rq->db, rq->scope, &v);
	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return type_draw(rq, 409);
	if (save_needs(rq, v.id) < 0)
		return req_db_err(rq);
	req_flash(rq, NULL,
		"%s is saved. It holds for visits booked from now on.", v.name);
	return req_redirect(rq, "/admin/visit-types");
}

const struct page visit_type_page = {
	.method = "POST",
	.path = "/admin/visit-types/:visit_type",
	.perm = PERM_SCHEDULE_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_SCHEDULE_UPDATE,
	.body_max = 16384,
	.form = &type_form,
	.run = visit_type_run,
	.again = type_again,
	.about = "Change a visit type.",
};
