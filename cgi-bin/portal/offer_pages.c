/* Earlier times that are offered to the patient. Acts:
 * care/waitlist_offer.c; rules: tests/RULES.md, "The waitlist". */
#include <string.h>

#include "base/arena.h"
#include "care/act.h"
#include "care/waitlist.h"
#include "domain/visit.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "store/waitlist_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static int
portal_offers_run(struct req *rq)
{
	struct wait_of of = {.patient_id = rq->scope->patient_id};
	struct wait_offers list = {0};
	struct tpl *t = req_tpl(rq, "portal/offers.tpl");

	if (waitlist_store_offers(
		    rq->db, rq->arena, rq->scope, &of, rq->now, &list))
		return req_db_err(rq);
	req_title(rq, list.n > 0 ? tr(rq, "An earlier time is open")
				 : tr(rq, "Earlier times"));
	for (size_t i = 0; i < list.n; i++) {
		const struct wait_offer *o = &list.v[i];
		struct show show = *rq->show;
		struct tpl *row = tpl_row(t, "OFFER");

		if (o->time.zone)
			show.zone = o->time.zone;
		tpl_int(row, "ID", o->id);
		tpl_text(row, "WHEN", show_when(&show, o->time.start));
		tpl_text(row, "PROVIDER", o->provider_name);
		tpl_text(row, "SITE", o->site_name);
		tpl_text(row, "TYPE",
			strcmp(rq->lang, "es") == 0 && o->type_name_es[0]
				? o->type_name_es
				: o->type_name);
		tpl_text(row, "UNTIL", show_time(&show, o->expires));
		tpl_show_if(row, "REPLACES", o->replaces_id != 0);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	tpl_show_if(t, "SOME", list.n > 0);
	return req_html(rq);
}

const struct page portal_offers_page = {
	.method = "GET",
	.path = "/portal/offers",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.about = "Earlier times that are held for the patient.",
	.run = portal_offers_run,
};

static const struct form none = {NULL, 0};

static int
too_late(struct req *rq)
{
	if (rq->err.kind != ERR_CONFLICT)
		return req_err(rq);
	return req_fail(rq, ERR_CONFLICT, "%s",
		tr(rq, "This time is not open any more. Your visit stays as "
		       "it was. Please call us for other times."));
}

static int
portal_accept_run(struct req *rq)
{
	struct act act = page_act(rq);
	int64_t id;

	req_about(rq, "waitlist_offer", rq->o.offer->id);
	if (care_waitlist_accept(&act, rq->o.offer, &id))
		return too_late(rq);
	req_flash(rq, NULL, "%s", tr(rq, "The earlier time is yours."));
	return req_redirect(rq, "/portal/visits/%lld", (long long)id);
}

static int
portal_offer_again(struct req *rq)
{
	return req_redirect(rq, "/portal/offers");
}

const struct page portal_accept_page = {
	.method = "POST",
	.path = "/portal/offers/:offer/accept",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_MOVE,
	.body_max = 1024,
	.form = &none,
	.run = portal_accept_run,
	.again = portal_offer_again,
	.about = "Take an earlier time that is offered.",
};

static int
portal_decline_run(struct req *rq)
{
	struct act act = page_act(rq);

	req_about(rq, "waitlist_offer", rq->o.offer->id);
	if (care_waitlist_decline(&act, rq->o.offer))
		return too_late(rq);
	req_flash(rq, NULL, "%s",
		tr(rq, "Thank you for telling us. You stay on the list."));
	return req_redirect(rq, "/portal");
}

const struct page portal_decline_page = {
	.method = "POST",
	.path = "/portal/offers/:offer/decline",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_PORTAL_UPDATE,
	.body_max = 1024,
	.form = &none,
	.run = portal_decline_run,
	.again = portal_offer_again,
	.about = "Leave an earlier time to others.",
};
