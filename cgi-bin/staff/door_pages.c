/* What the clinic does about coming in without the desk: a visit's code on
 * paper, and the kiosks of a site. Acts: care/door.c, care/kiosk.c; rules:
 * tests/RULES.md, "Coming in without the desk". */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/show.h"
#include "care/door.h"
#include "care/kiosk.h"
#include "domain/portal.h"
#include "domain/site.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct form no_fields = {NULL, 0};

/* ---- a visit's code ----------------------------------------------------- */

static int
visit_code_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct act act = page_act(rq);
	const char *code;
	instant_t until;
	struct tpl *t;

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	if (care_door_code(&act, v, &code, &until)) {
		if (rq->err.kind == ERR_CONFLICT)
			return visit_part_refused(rq, v);
		return req_err(rq);
	}
	t = req_tpl_in(rq, "layout/print.tpl", "staff/visit_code.tpl");
	req_title(rq, "Your check-in code");
	/* Without the birth date: it is the other half of the proof. */
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_show_if(t, "SPANISH",
		strcmp(portal_language(v->patient_language), "es") == 0);
	tpl_text(rq->root, "BACK",
		arena_printf(
			rq->arena, "/appointments/%lld", (long long)v->id));
	tpl_text(rq->root, "PRINTED",
		arena_printf(rq->arena, "%s by %s",
			show_when(rq->show, rq->now), rq->user->name));
	tpl_text(t, "CODE", door_code_show(rq->arena, code));
	tpl_text(t, "WHEN", show_when(show, v->start));
	tpl_text(t, "FROM", show_time(show, v->start - DOOR_EARLY_S));
	tpl_text(t, "HOST", rq->conf->portal_host);
	return req_html(rq);
}

static int
visit_code_again(struct req *rq)
{
	return req_redirect(
		rq, "/appointments/%lld", (long long)rq->o.visit->id);
}

const struct page visit_code_page = {
	.method = "POST",
	.path = "/appointments/:visit/code",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_DOOR_CODE,
	.body_max = 1024,
	.form = &no_fields,
	.run = visit_code_run,
	.again = visit_code_again,
	.about = "A new check-in code for a visit, shown once.",
};

/* ---- kiosks ------------------------------------------------------------- */

static const struct field kiosk_fields[] = {
	{.name = "name",
		.label = "Where it stands",
		.hint = "For example Front door. Staff read it on the flow "
			"board.",
		.type = FIELD_NAME,
		.required = true,
		.max = 60,
		.missing = "Say where the kiosk stands",
		.autocomplete = "off"},
};
static const struct form kiosk_form = FORM(kiosk_fields);

static void
kiosk_row(struct req *rq, struct tpl *t, const struct kiosk *k)
{
	instant_t oldest = rq->now - DOOR_KIOSK_DAYS * (instant_t)86400;
	bool over = k->ended != INSTANT_NONE;
	bool waits = !over && k->started == INSTANT_NONE;
	bool old = !over &&
		   (waits ? k->setup_until < rq->now : k->started < oldest);
	struct tpl *row = tpl_row(t, "ROW");

	tpl_int(row, "KIOSK_ID", k->id);
	tpl_text(row, "NAME", k->name);
	tpl_text(row, "MADE", show_when(rq->show, k->made));
	tpl_text(row, "SEEN",
		k->seen == INSTANT_NONE ? "Never"
					: show_when(rq->show, k->seen));
	tpl_show_if(row, "ENDED", over);
	tpl_show_if(row, "EXPIRED", old);
	tpl_show_if(row, "WAITS", waits && !old);
	tpl_show_if(row, "IN_USE", !over && !waits && !old);
	tpl_show_if(row, "MAY_END", !over);
}

static int
kiosk_list_draw(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/kiosk_list.tpl");
	const struct site *s = rq->o.site;
	struct kiosks list = {0};

	if (kiosk_store_list(rq->db, rq->arena, rq->scope, s->id, &list))
		return req_db_err(rq);
	req_title(rq, arena_printf(rq->arena, "Kiosks, %s", s->name));
	tpl_int(t, "ID", s->id);
	tpl_text(t, "SITE_NAME", s->name);
	tpl_text(t, "HOST", rq->conf->portal_host);
	for (size_t i = 0; i < list.n; i++)
		kiosk_row(rq, t, &list.v[i]);
	tpl_show_if(t, "NONE", list.n == 0);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
kiosk_list_run(struct req *rq)
{
	form_start(rq, &kiosk_form);
	return kiosk_list_draw(rq);
}

const struct page kiosk_list_page = {
	.method = "GET",
	.path = "/admin/sites/:site/kiosks",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = kiosk_list_run,
	.about = "The kiosks of a site: which are in use, since when.",
};

static int
kiosk_add_run(struct req *rq)
{
	const struct site *s = rq->o.site;
	struct act act = page_act(rq);
	const char *code;
	struct tpl *t;

	req_about(rq, "site", s->id);
	if (care_kiosk_add(&act, s->id, form_text(rq, "name"), &code))
		return req_err(rq);
	t = req_tpl(rq, "staff/kiosk_code.tpl");
	req_title(rq, "Kiosk code");
	tpl_int(t, "ID", s->id);
	tpl_text(t, "SITE_NAME", s->name);
	tpl_text(t, "NAME", form_text(rq, "name"));
	tpl_text(t, "CODE", portal_code_show(rq->arena, code));
	tpl_text(t, "UNTIL", show_time(rq->show, rq->now + DOOR_SETUP_S));
	tpl_text(t, "HOST", rq->conf->portal_host);
	return req_html(rq);
}

const struct page kiosk_add_page = {
	.method = "POST",
	.path = "/admin/sites/:site/kiosks",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_KIOSK_UPDATE,
	.body_max = 1024,
	.form = &kiosk_form,
	.run = kiosk_add_run,
	.again = kiosk_list_draw,
	.about = "A new kiosk; its code is shown once.",
};

static int
kiosk_end_run(struct req *rq)
{
	const struct site *s = rq->o.site;
	struct act act = page_act(rq);

	req_about(rq, "kiosk", rq->o.id);
	if (care_kiosk_end(&act, s->id, rq->o.id))
		return req_err(rq);
	req_flash(rq, NULL,
		"Taken out of use. The device can check nobody in any more.");
	return req_redirect(rq, "/admin/sites/%lld/kiosks", (long long)s->id);
}

static int
kiosk_end_again(struct req *rq)
{
	return req_redirect(
		rq, "/admin/sites/%lld/kiosks", (long long)rq->o.site->id);
}

const struct page kiosk_end_page = {
	.method = "POST",
	.path = "/admin/sites/:site/kiosks/:n/end",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_KIOSK_UPDATE,
	.body_max = 1024,
	.form = &no_fields,
	.run = kiosk_end_run,
	.again = kiosk_end_again,
	.about = "Take a kiosk out of use, at once.",
};
