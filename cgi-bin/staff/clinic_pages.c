/* The clinic as a whole: name, phone, zone, clock. SQL:
 * store/clinic_store.c. */
#include <string.h>

#include "domain/clinic.h"
#include "staff/pages.h"
#include "staff/zones.h"
#include "store/clinic_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option clocks[] = {
	{"24", "24 hours: 14:30"},
	{"12", "12 hours: 2:30 pm"},
	{NULL, NULL},
};

static const struct field clinic_fields[] = {
	{.name = "name",
		.label = "Name",
		.hint = "As patients know it.",
		.type = FIELD_NAME,
		.required = true,
		.max = 120,
		.missing = "Enter the clinic's name"},
	{.name = "short_name",
		.label = "Short name",
		.hint = "For the corner of each page.",
		.type = FIELD_NAME,
		.required = true,
		.max = 24,
		.missing = "Enter a short name"},
	{.name = "phone",
		.label = "Phone",
		.hint = "Patients see it on every page of the portal.",
		.type = FIELD_PHONE,
		.required = true,
		.missing = "Enter the clinic's phone number"},
	{.name = "zone",
		.label = "Time zone",
		.hint = "Of lists about no one site. Each site has its own.",
		.type = FIELD_SELECT,
		.required = true,
		.options = zone_options},
	{.name = "clock",
		.label = "Clock",
		.type = FIELD_RADIO,
		.required = true,
		.options = clocks},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form clinic_form = FORM(clinic_fields);

static int
clinic_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/clinic.tpl"), *stale;

	req_title(rq, "Clinic");
	if (status == 409) {
		stale = tpl_row(t, "STALE");
		tpl_text(stale, "THEIR_NAME", rq->clinic->name);
		tpl_text(stale, "THEIR_PHONE",
			show_phone(rq->show, rq->clinic->phone));
		form_set_int(rq, "version", rq->clinic->version);
	}
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
clinic_show_run(struct req *rq)
{
	const struct clinic *c = rq->clinic;

	form_start(rq, &clinic_form);
	form_set_text(rq, "name", c->name);
	form_set_text(rq, "short_name", c->short_name);
	form_set_text(rq, "phone", c->phone);
	form_set_text(rq, "zone", c->zone);
	form_set_text(rq, "clock", c->clock24 ? "24" : "12");
	form_set_int(rq, "version", c->version);
	return clinic_draw(rq, 200);
}

const struct page clinic_show_page = {
	.method = "GET",
	.path = "/admin/clinic",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = clinic_show_run,
	.about = "The clinic's name, phone, zone and clock.",
};

static int
clinic_again(struct req *rq)
{
	return clinic_draw(rq, 422);
}

static int
clinic_run(struct req *rq)
{
	struct clinic c = *rq->clinic;
	int64_t n;

	c.name = form_text(rq, "name");
	c.short_name = form_text(rq, "short_name");
	c.phone = form_text(rq, "phone");
	c.zone = form_text(rq, "zone");
	c.clock24 = strcmp(form_text(rq, "clock"), "24") == 0;
	c.version = form_int(rq, "version");
	n = clinic_store_update(rq->db, rq->scope, &c);
	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return clinic_draw(rq, 409);
	req_about(rq, "clinic", c.id);
	req_flash(rq, NULL, "The clinic is saved.");
	return req_redirect(rq, "/admin/clinic");
}

const struct page clinic_page = {
	.method = "POST",
	.path = "/admin/clinic",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 8192,
	.form = &clinic_form,
	.run = clinic_run,
	.again = clinic_again,
	.about = "Save the clinic's name, phone, zone and clock.",
};
