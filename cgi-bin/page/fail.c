/* Refusals and faults: what happened, what was saved, what to do now. */
#include <string.h>

#include "base/arena.h"
#include "page/fail.h"
#include "tpl/tpl.h"
#include "web/gate.h"
#include "web/req.h"

static const char *
title_of(enum err_kind kind, bool portal)
{
	switch (kind) {
	case ERR_NOT_FOUND:
		return "Not found";
	case ERR_DENIED:
		return "You cannot do this";
	case ERR_CONFLICT:
		return portal ? "This can no longer be done"
			      : "Somebody was faster";
	case ERR_BUSY:
		return "Please try again in a minute";
	case ERR_INPUT:
		return "This could not be taken";
	default:
		return "Something broke on our side";
	}
}

static void
plain(struct req *rq, const char *text)
{
	rq->reply->type = "text/plain; charset=utf-8";
	rq->reply->body = arena_printf(rq->arena, "%s\n", text);
	rq->reply->body_len = strlen(rq->reply->body);
}

static void
actions(struct req *rq, struct tpl *t, int status)
{
	bool portal = strcmp(rq->gate->program, "portal") == 0;
	struct tpl *row = tpl_row(t, "ACTION");

	if (rq->user == NULL) {
		tpl_text(row, "URL", rq->gate->login_path);
		tpl_text(row, "LABEL", tr(rq, "Log in"));
	} else {
		tpl_text(row, "URL", portal ? "/portal" : "/");
		tpl_text(row, "LABEL",
			portal ? tr(rq, "Go to the start page")
			       : "Go to Today");
	}
	if (status >= 500)
		tpl_text(tpl_row(t, "REF"), "REF", rq->ref);
}

void
page_fail(struct req *rq, enum err_kind kind, int status, const char *text)
{
	bool portal = strcmp(rq->gate->program, "portal") == 0;
	const char *layout = rq->gate->layout, *html;
	struct tpl *t;

	if (rq->htmx || rq->clinic == NULL || layout == NULL) {
		plain(rq, text);
		return;
	}
	if (rq->user == NULL && strcmp(rq->gate->program, "staff") == 0)
		layout = "layout/bare.tpl";
	t = req_tpl_in(rq, layout, "part/error.tpl");
	req_title(rq, tr(rq, title_of(kind, portal)));
	tpl_text(t, "TITLE", tr(rq, title_of(kind, portal)));
	tpl_text(t, "TEXT", text);
	actions(rq, t, status);
	html = tpl_expand(rq->root, &rq->reply->body_len);
	if (html == NULL) {
		plain(rq, text);
		return;
	}
	rq->reply->type = "text/html; charset=utf-8";
	rq->reply->body = html;
}
