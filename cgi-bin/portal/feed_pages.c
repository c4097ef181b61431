/* The patient's visits in their own calendar, by a secret link. Rules:
 * tests/RULES.md, "Calendar feeds"; act: care/feed.c; what opens with the
 * link: api/feed_pages.c. */
#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/feed.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "tpl/tpl.h"
#include "web/req.h"

static int
portal_feed_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "portal/feed.tpl");
	struct feed f;
	int found = feed_store_get(
		rq->db, rq->arena, rq->scope, 0, rq->scope->patient_id, &f);

	if (found < 0)
		return req_db_err(rq);
	req_title(rq, tr(rq, "Visits in my calendar"));
	tpl_show_if(t, "FIRST", !found);
	if (found) {
		struct tpl *on = tpl_row(t, "ON");

		tpl_text(on, "SINCE", show_when(rq->show, f.created));
		tpl_text(on, "USED",
			f.used == INSTANT_NONE ? tr(rq, "Not yet")
					       : show_when(rq->show, f.used));
	}
	return req_html(rq);
}

const struct page portal_feed_page = {
	.method = "GET",
	.path = "/portal/me/calendar",
	.perm = PERM_OWN,
	.txn = TXN_READ,
	.audit = AUDIT_PORTAL_VIEW,
	.about = "Whether the visits are read in a calendar of one's own.",
	.run = portal_feed_run,
};

static int
portal_feed_make_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct feed f = {
		.patient_id = rq->scope->patient_id, .language = rq->lang};
	const char *token;
	struct tpl *t;

	if (care_feed_make(&act, &f, &token))
		return req_err(rq);
	/* In the answer itself: only its hash is kept. */
	t = req_tpl(rq, "portal/feed_made.tpl");
	req_title(rq, tr(rq, "Your calendar link"));
	tpl_text(t, "LINK",
		care_feed_url(rq->arena, rq->conf->api_host,
			arena_printf(rq->arena, "/ics/%s.ics", token)));
	return req_html(rq);
}

const struct page portal_feed_make_page = {
	.method = "POST",
	.path = "/portal/me/calendar",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_FEED_UPDATE,
	.body_max = 1024,
	.about = "Make a link to the patient's visits, shown once.",
	.run = portal_feed_make_run,
};

static int
portal_feed_stop_run(struct req *rq)
{
	struct act act = page_act(rq);

	if (care_feed_stop(&act, 0, rq->scope->patient_id) < 0)
		return req_err(rq);
	req_flash(rq, NULL, "%s", tr(rq, "The link opens nothing any more."));
	return req_redirect(rq, "/portal/me/calendar");
}

const struct page portal_feed_stop_page = {
	.method = "POST",
	.path = "/portal/me/calendar/stop",
	.perm = PERM_OWN,
	.txn = TXN_WRITE,
	.audit = AUDIT_FEED_UPDATE,
	.body_max = 1024,
	.about = "Stop the link to the patient's visits.",
	.run = portal_feed_stop_run,
};
