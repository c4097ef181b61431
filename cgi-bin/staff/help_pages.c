/* Help: how the day goes, the keys, and whose work is in here. Text only:
 * it is in the templates. */
#include "staff/pages.h"
#include "tpl/tpl.h"
#include "web/req.h"

static int
help_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/help.tpl");

	req_title(rq, "Help");
	tpl_show_if(t, "WORKS", req_may(rq, PERM_WORK_READ));
	tpl_show_if(t, "ADMIN", req_may(rq, PERM_ADMIN));
	tpl_show_if(t, "REPORTS", req_may(rq, PERM_REPORT_READ));
	return req_html(rq);
}

const struct page help_page = {
	.method = "GET",
	.path = "/help",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = help_run,
	.about = "How the day goes with this program.",
};

static int
shortcut_list_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/shortcut_list.tpl");

	req_title(rq, "Keyboard shortcuts");
	tpl_show_if(t, "ON", rq->user->shortcuts);
	tpl_show_if(t, "OFF", !rq->user->shortcuts);
	return req_html(rq);
}

const struct page shortcut_list_page = {
	.method = "GET",
	.path = "/help/shortcuts",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = shortcut_list_run,
	.about = "The keys that do something.",
};

static int
about_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/about.tpl");

	req_title(rq, "About Handrail");
	tpl_text(t, "VERSION", PACKAGE_VERSION);
	tpl_text(t, "LICENSES", req_asset(rq, "vendor/LICENSES.txt"));
	return req_html(rq);
}

const struct page about_page = {
	.method = "GET",
	.path = "/about",
	.perm = PERM_SESSION,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.run = about_run,
	.about = "Version and licences.",
};
