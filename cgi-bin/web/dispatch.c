/*
 * One request's way: matched, recognised, limited, permitted, parsed,
 * meant; then the transaction of txn.c, and only then a reply. Whatever
 * fails on the way, the transaction is undone first.
 */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/log.h"
#include "base/token.h"
#include "db/db.h"
#include "tpl/tpl.h"
#include "web/form_state.h"
#include "web/gate.h"
#include "web/guard.h"
#include "web/http.h"
#include "web/link.h"
#include "web/lost.h"
#include "web/route.h"
#include "web/txn.h"
#include "web/web.h"

/* Where each program's pre-log-in token is kept. */
#define PRE_COOKIE "__Host-pre"

/* ---- who, and whether they may ------------------------------------- */

static int
recognise(struct req *rq)
{
	const char *token =
		rq->gate->cookie != NULL
			? http_cookie(rq->arena, rq->cookie, rq->gate->cookie)
			: http_bearer(rq->arena, rq->authorization);
	int rc;

	if (db_begin(rq->db, DB_READ) < 0)
		return -1;
	rc = rq->gate->open(rq);
	if (rc == 0 && token != NULL && rq->gate->session(rq, token) < 0)
		rc = -1;
	if (db_commit(rq->db) < 0)
		rc = -1;
	return rc;
}

/* Nobody is logged in: to the log-in page, and back here afterwards. */
static int
log_in_first(struct req *rq)
{
	const char *to = rq->gate->login_path;

	if (to == NULL) {
		req_header(rq, "WWW-Authenticate", "Bearer");
		return req_fail(rq, ERR_DENIED,
			       "A key is needed, and this one is not valid."),
		       401;
	}
	if (http_path_sane(rq->path) && strcmp(rq->path, "/") != 0 &&
		!req_posts(rq))
		to = arena_printf(rq->arena, "%s?next=%s", to, rq->path);
	if (rq->htmx) {
		req_header(rq, "HX-Redirect", to);
		return 401;
	}
	if (!req_posts(rq))
		return req_redirect(rq, "%s", to);
	rq->gate->fail(rq, ERR_DENIED, 401,
		tr(rq, "You were logged out, so this was not saved. Log in, "
		       "go back and send it again."));
	return 401;
}

static int
permit(struct req *rq)
{
	if (rq->page->perm == PERM_PUBLIC)
		return 0;
	if (rq->user == NULL)
		return log_in_first(rq);
	if (rq->user->must_change && rq->page->perm != PERM_SESSION)
		return req_redirect(rq, "/me/password");
	if (!req_may(rq, rq->page->perm)) {
		req_note(rq, "permission=%s", perm_name(rq->page->perm));
		return req_fail(rq, ERR_DENIED,
			tr(rq, "Your role does not allow you to %s. Ask your "
			       "supervisor if you need this."),
			perm_words(rq->page->perm));
	}
	return 0;
}

/* ---- the form ------------------------------------------------------- */

static const char *
body_type(const struct page *p)
{
	return p->takes != NULL ? p->takes
				: "application/x-www-form-urlencoded";
}

static int
parse(struct req *rq)
{
	struct pairs query = {0}, body = {0};

	rq->q = form_state_new(rq, rq->page->query);
	if (!http_pairs(rq->arena, rq->query, strlen(rq->query), &query) ||
		!form_take(rq, rq->q, &query) || rq->q->csrf != NULL)
		return req_fail(rq, ERR_INPUT, "%s",
			       tr(rq, "This address is not one of ours.")),
		       400;
	if (!req_posts(rq))
		return 0;
	if (strncmp(rq->content_type, body_type(rq->page),
		    strlen(body_type(rq->page))) != 0)
		return req_fail(rq, ERR_INPUT, "%s",
			       tr(rq, "This kind of form is not taken here.")),
		       415;
	if (rq->page->takes != NULL)
		return 0;
	rq->form = form_state_new(rq, rq->page->form);
	if (!http_pairs(rq->arena, rq->body, rq->body_len, &body) ||
		!form_take(rq, rq->form, &body))
		return req_fail(rq, ERR_INPUT, "%s",
			       tr(rq, "The form that arrived is damaged. Go "
				      "back and "
				      "send it again.")),
		       400;
	return 0;
}

/* The token that a form on a page without a session must bring back. */
static void
prelogin(struct req *rq)
{
	char fresh[TOKEN_SIZE], *hash;
	const char *token = http_cookie(rq->arena, rq->cookie, PRE_COOKIE);

	if (rq->page->csrf != CSRF_PRELOGIN)
		return;
	if (token == NULL) {
		token_make(fresh);
		token = arena_strdup(rq->arena, fresh);
		req_cookie(rq, PRE_COOKIE, token);
	}
	hash = arena_alloc(rq->arena, TOKEN_HASH_SIZE);
	token_hash(arena_printf(rq->arena, "pre:%s", token), hash);
	rq->session = arena_alloc(rq->arena, sizeof(*rq->session));
	*rq->session = (struct session_info){
		.csrf = hash, .token = token, .flash = "", .flash_undo = ""};
}

static int
meant(struct req *rq)
{
	const char *why = NULL;

	if (!req_posts(rq) || rq->gate->cookie == NULL)
		return 0;
	if (!guard_same_origin(rq))
		why = "origin";
	else if (rq->page->csrf != CSRF_ORIGIN &&
		 (rq->session == NULL || rq->form->csrf == NULL ||
			 !token_equal(rq->session->csrf, rq->form->csrf)))
		why = "csrf";
	if (why == NULL)
		return 0;
	req_note(rq, "refused=%s", why);
	return req_fail(rq, ERR_DENIED, "%s",
		tr(rq, "This form was open for too long or came from "
		       "elsewhere. Nothing was saved. Go back, load the page "
		       "again and send it once more."));
}

/* ---- the ladder ------------------------------------------------------ */

static int
no_such_page(struct req *rq, const char *allow)
{
	if (allow[0] == '\0')
		return req_fail(rq, ERR_NOT_FOUND, "%s",
			tr(rq, "There is no page at this address."));
	req_header(rq, "Allow", allow);
	req_fail(rq, ERR_INPUT, "%s",
		tr(rq, "This page cannot be asked for in this way."));
	return 405;
}

/* The database did not even say who is asking. */
static int
given_up(struct req *rq)
{
	int st = web_db_err(rq);

	db_rollback(rq->db);
	return st;
}

static int
ladder(struct web *w, struct req *rq)
{
	struct params params = {0};
	const char *allow = "";
	int st;

	if (w->host[0] != '\0' && strcmp(rq->host, w->host) != 0)
		return 421;
	rq->page = route_find(
		rq->arena, w->pages, rq->method, rq->path, &params, &allow);
	if ((rq->db = web_primary(w)) == NULL)
		return web_lost(rq);
	/* A fault stays with the connection until it is rolled back; the
	 * last request may have ended outside of any transaction. */
	if (db_error(rq->db) != NULL || db_in_txn(rq->db))
		db_rollback(rq->db);
	if (recognise(rq) < 0)
		return given_up(rq);
	if (rq->page == NULL)
		return no_such_page(rq, allow);
	if (rq->body_len > rq->page->body_max)
		return req_fail(rq, ERR_INPUT, "%s",
			       tr(rq, "This is more than can be taken at "
				      "once.")),
		       413;
	if (rq->user == NULL)
		prelogin(rq);
	if ((st = permit(rq)) != 0)
		return st == 403 ? txn_note(rq, st) : st;
	if ((st = parse(rq)) != 0)
		return st;
	if ((st = meant(rq)) != 0)
		return txn_note(rq, st);
	if (rq->page->prepare != NULL && !form_bad(rq) &&
		(st = rq->page->prepare(rq)) != 0)
		return db_state(rq->db) == DB_LOST ? given_up(rq)
						   : txn_note(rq, st);
	return rq->page->txn == TXN_WRITE ? txn_writing(rq, &params)
					  : txn_reading(w, rq, &params);
}

static void
take_in(struct web *w, const struct http_in *in, struct req *rq)
{
	char token[TOKEN_SIZE];

	rq->pages = w->pages;
	rq->gate = w->gate;
	rq->conf = w->conf;
	rq->arena = w->arena;
	rq->now = w->now != 0 ? w->now : (instant_t)time(NULL);
	rq->lang = "en";
	rq->langs = w->langs;
	rq->assets = w->assets;
	rq->method = in->method;
	rq->path = in->path;
	rq->query = in->query != NULL ? in->query : "";
	rq->body = in->body != NULL ? in->body : "";
	rq->body_len = in->body_len;
	rq->content_type = in->content_type != NULL ? in->content_type : "";
	rq->cookie = in->cookie;
	rq->authorization = in->authorization;
	rq->if_none_match = in->if_none_match;
	rq->origin = in->origin;
	rq->fetch_site = in->fetch_site;
	rq->host = in->host != NULL ? in->host : "";
	rq->address = in->address != NULL ? in->address : "";
	rq->agent = in->agent != NULL ? in->agent : "";
	rq->htmx = in->htmx != NULL && strcmp(in->htmx, "true") == 0;
	token_make(token);
	snprintf(rq->ref, sizeof(rq->ref), "%.8s", token);
}

/* Apart from web_dispatch(), so that rq is in no register across setjmp. */
static int
guarded(struct web *w, const struct http_in *in, struct req *rq)
{
	static const char busy[] = "Out of memory. Nothing was saved. Try "
				   "again in a minute.\n";
	jmp_buf oom;

	if (setjmp(oom) == 0) {
		arena_on_oom(w->arena, &oom);
		take_in(w, in, rq);
		return ladder(w, rq);
	}
	arena_on_oom(w->arena, NULL);
	if (w->db != NULL)
		db_rollback(w->db);
	if (w->standby != NULL)
		db_rollback(w->standby);
	rq->reply->headers.n = 0;
	rq->reply->type = "text/plain; charset=utf-8";
	rq->reply->body = busy;
	rq->reply->body_len = sizeof(busy) - 1;
	log_error("ref=%s out of memory", rq->ref);
	return 503;
}

void
web_dispatch(struct web *w, const struct http_in *in, struct reply *reply)
{
	struct req rq = {0};

	arena_on_oom(w->arena, NULL);
	arena_reset(w->arena);
	tpl_free(w->last);
	w->last = NULL;
	memset(reply, 0, sizeof(*reply));
	reply->body = "";
	reply->type = "text/plain; charset=utf-8";
	rq.reply = reply;
	reply->status = guarded(w, in, &rq);
	arena_on_oom(w->arena, NULL);
	/* The body lies in the template: it goes with the next request. */
	w->last = rq.root;
}
