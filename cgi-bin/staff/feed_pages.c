/* One's own calendar on one's own devices, by a secret link. Rules:
 * tests/RULES.md, "Calendar feeds"; act: care/feed.c; what opens with the
 * link: api/feed_pages.c. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/show.h"
#include "care/feed.h"
#include "domain/provider.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "store/provider_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct option names_options[] = {
	{"none", "Only that there is a visit"},
	{"initials", "The patient's initials"},
	{NULL, NULL},
};

static const struct field feed_fields[] = {
	{.name = "names",
		.label = "What each visit shows",
		.hint = "Calendars are often shared and shown on lock "
			"screens.",
		.type = FIELD_RADIO,
		.required = true,
		.options = names_options,
		.missing = "Choose what is shown"},
};
static const struct form feed_form = FORM(feed_fields);

/* The provider who is logged in; 0 if it is not one. */
static int
own_provider(struct req *rq, int64_t *out)
{
	struct providers list = {0};

	*out = 0;
	if (provider_store_list(rq->db, rq->arena, rq->scope, false, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		if (list.v[i].user_id == rq->user->id)
			*out = list.v[i].id;
	return 0;
}

static int
feed_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/feed.tpl");
	struct feed f;
	int64_t provider;
	int found = 0;

	req_title(rq, "My calendar elsewhere");
	if (own_provider(rq, &provider))
		return req_db_err(rq);
	if (provider)
		found = feed_store_get(
			rq->db, rq->arena, rq->scope, provider, 0, &f);
	if (found < 0)
		return req_db_err(rq);
	tpl_show_if(t, "NOBODY", provider == 0);
	tpl_show_if(t, "PROVIDER", provider != 0);
	tpl_show_if(t, "FIRST", !found);
	if (found) {
		struct tpl *on = tpl_row(t, "ON");

		tpl_text(on, "SINCE", show_when(rq->show, f.created));
		tpl_text(on, "USED",
			f.used == INSTANT_NONE ? "Not yet"
					       : show_when(rq->show, f.used));
		tpl_text(on, "SHOWS",
			f.initials ? "Patients' initials" : "No names");
	}
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
feed_show_run(struct req *rq)
{
	form_start(rq, &feed_form);
	form_set_text(rq, "names", "none");
	return feed_draw(rq, 200);
}

const struct page feed_show_page = {
	.method = "GET",
	.path = "/me/calendar",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = feed_show_run,
	.about = "Whether one's own calendar is read elsewhere.",
};

static int
feed_make_again(struct req *rq)
{
	return feed_draw(rq, 422);
}

static int
feed_make_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct feed f = {
		.initials = strcmp(form_text(rq, "names"), "initials") == 0,
		.language = "en"};
	const char *token;
	struct tpl *t;

	if (own_provider(rq, &f.provider_id))
		return req_db_err(rq);
	if (f.provider_id == 0)
		return req_fail(rq, ERR_CONFLICT,
			"Only providers have a calendar of their own.");
	if (care_feed_make(&act, &f, &token))
		return req_err(rq);
	req_about(rq, "provider", f.provider_id);
	req_note(rq, "names=%s", f.initials ? "initials" : "none");
	/* In the answer itself: only its hash is kept. */
	t = req_tpl(rq, "staff/feed_made.tpl");
	req_title(rq, "Link to your calendar");
	tpl_text(t, "LINK",
		care_feed_url(rq->arena, rq->conf->api_host,
			arena_printf(rq->arena, "/ics/%s.ics", token)));
	return req_html(rq);
}

const struct page feed_make_page = {
	.method = "POST",
	.path = "/me/calendar",
	.perm = PERM_VISIT_READ,
	.txn = TXN_WRITE,
	.audit = AUDIT_FEED_UPDATE,
	.body_max = 2048,
	.form = &feed_form,
	.run = feed_make_run,
	.again = feed_make_again,
	.about = "Make a link to one's own calendar, shown once.",
};

static int
feed_stop_run(struct req *rq)
{
	struct act act = page_act(rq);
	int64_t provider;

	if (own_provider(rq, &provider))
		return req_db_err(rq);
	if (provider && care_feed_stop(&act, provider, 0) < 0)
		return req_err(rq);
	req_about(rq, "provider", provider);
	req_note(rq, "stopped");
	req_flash(rq, NULL, "The link opens nothing any more.");
	return req_redirect(rq, "/me/calendar");
}

const struct page feed_stop_page = {
	.method = "POST",
	.path = "/me/calendar/stop",
	.perm = PERM_VISIT_READ,
	.txn = TXN_WRITE,
	.audit = AUDIT_FEED_UPDATE,
	.body_max = 1024,
	.run = feed_stop_run,
	.about = "Stop the link to one's own calendar.",
};
