/* What handlers answer with, and what they note for the audit. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/words.h"
#include "db/db.h"
#include "tpl/tpl.h"
#include "web/assets.h"
#include "web/gate.h"
#include "web/http.h"
#include "web/langs.h"
#include "web/route.h"

const char *
tr(const struct req *rq, const char *text)
{
	return words_tr(rq->words, text);
}

struct tpl *
req_tpl_in(struct req *rq, const char *layout, const char *file)
{
	if (rq->root != NULL)
		tpl_free(rq->root);
	rq->root = tpl_new(layout != NULL ? layout : file, rq->lang);
	rq->tpl =
		layout != NULL ? tpl_part(rq->root, "CONTENT", file) : rq->root;
	rq->gate->furnish(rq, rq->root);
	return rq->tpl;
}

struct tpl *
req_tpl(struct req *rq, const char *file)
{
	return req_tpl_in(rq, rq->gate->layout, file);
}

void
req_title(struct req *rq, const char *title)
{
	tpl_text(rq->root, "TITLE", title);
}

int
req_html_status(struct req *rq, int status)
{
	const char *html;

	if (db_error(rq->db) != NULL)
		return req_db_err(rq);
	html = tpl_expand(rq->root, &rq->reply->body_len);
	if (html == NULL)
		return req_fail(rq, ERR_BROKEN, "%s",
			tr(rq, "This page could not be drawn."));
	rq->reply->body = html;
	rq->reply->type = "text/html; charset=utf-8";
	req_header(rq, "Vary", "HX-Request");
	return status;
}

int
req_html(struct req *rq)
{
	return req_html_status(rq, 200);
}

int
req_form_again(struct req *rq)
{
	return req_html_status(rq, 422);
}

int
req_redirect(struct req *rq, const char *fmt, ...)
{
	va_list ap;
	char *to;

	va_start(ap, fmt);
	to = arena_vprintf(rq->arena, fmt, ap);
	va_end(ap);
	if (to[0] != '/' || to[1] == '/' || strpbrk(to, "\r\n\\"))
		BUG("redirect to something outside: %s", to);
	/* htmx follows a 303 by itself and would swap the whole page in. */
	if (rq->htmx)
		req_header(rq, "HX-Redirect", to);
	else
		req_header(rq, "Location", to);
	return rq->htmx ? 200 : 303;
}

int
req_fail(struct req *rq, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = arena_vprintf(rq->arena, fmt, ap);
	va_end(ap);
	rq->gate->fail(rq, kind, err_status(kind), text);
	return err_status(kind);
}

int
req_err(struct req *rq)
{
	if (rq->err.kind == ERR_NONE)
		return req_db_err(rq);
	return req_fail(rq, rq->err.kind, "%s", tr(rq, rq->err.text));
}

int
req_db_err(struct req *rq)
{
	struct err err = {0};

	db_err(rq->db, &err);
	return req_fail(rq, err.kind, "%s", tr(rq, err.text));
}

int
req_body(struct req *rq, const char *type, const char *body, size_t n)
{
	rq->reply->type = type;
	rq->reply->body = body;
	rq->reply->body_len = n;
	return 200;
}

void
req_header(struct req *rq, const char *name, const char *value)
{
	if (strpbrk(value, "\r\n"))
		BUG("header %s with a line break", name);
	*ARENA_PUSH(rq->arena, &rq->reply->headers) =
		(struct header){name, value};
}

void
req_cookie(struct req *rq, const char *name, const char *value)
{
	/* A session cookie: no Max-Age, so that nothing stays on a shared
	 * machine (NIST SP 800-63B, 7.1.1). An empty value takes it back. */
	req_header(rq, "Set-Cookie",
		arena_printf(rq->arena,
			"%s=%s; Path=/; Secure; HttpOnly; SameSite=%s%s", name,
			value,
			strcmp(rq->gate->program, "staff") == 0 ? "Strict"
								: "Lax",
			value[0] == '\0' ? "; Max-Age=0" : ""));
}

void
req_flash(struct req *rq, const char *undo_path, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	rq->flash = arena_vprintf(rq->arena, fmt, ap);
	va_end(ap);
	rq->flash_undo = undo_path != NULL ? undo_path : "";
}

void
req_about(struct req *rq, const char *object_type, int64_t id)
{
	rq->audit_type = object_type;
	rq->audit_id = id;
}

void
req_about_patient(struct req *rq, int64_t patient_id)
{
	rq->audit_patient = patient_id;
}

void
req_shown(struct req *rq, int64_t patient_id)
{
	size_t lo = 0, hi = rq->audit_shown.n;
	int64_t *v;

	if (patient_id <= 0)
		return;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (rq->audit_shown.v[mid] < patient_id)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo < rq->audit_shown.n && rq->audit_shown.v[lo] == patient_id)
		return;
	/* By id: so the log's index takes them one beside the other. */
	(void)ARENA_PUSH(rq->arena, &rq->audit_shown);
	v = rq->audit_shown.v;
	memmove(v + lo + 1, v + lo,
		(rq->audit_shown.n - 1 - lo) * sizeof(v[0]));
	v[lo] = patient_id;
}

void
req_note(struct req *rq, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = arena_vprintf(rq->arena, fmt, ap);
	va_end(ap);
	rq->audit_detail = rq->audit_detail == NULL
				   ? text
				   : arena_printf(rq->arena, "%s %s",
					     rq->audit_detail, text);
}

void
req_keep(struct req *rq, int (*work)(struct req *))
{
	*ARENA_PUSH(rq->arena, &rq->keep) = work;
}

bool
req_language(struct req *rq, const char *lang)
{
	if (strcmp(lang, "en") == 0) {
		rq->lang = "en";
		rq->words = NULL;
		return true;
	}
	for (size_t i = 0; rq->langs != NULL && i < rq->langs->n; i++)
		if (strcmp(rq->langs->v[i].lang, lang) == 0) {
			rq->lang = rq->langs->v[i].lang;
			rq->words = rq->langs->v[i].words;
			return true;
		}
	return false;
}

const char *
req_asset(const struct req *rq, const char *name)
{
	return assets_url(rq->assets, rq->arena, name);
}

bool
req_posts(const struct req *rq)
{
	return strcmp(rq->method, "POST") == 0 ||
	       strcmp(rq->method, "PUT") == 0;
}

bool
req_may(const struct req *rq, enum perm perm)
{
	return perm == PERM_PUBLIC ||
	       (rq->user != NULL && rq->scope != NULL &&
		       perm_allowed(rq->scope->roles, perm));
}

bool
req_known_path(const struct req *rq, const char *path)
{
	struct params params;
	const char *allow;

	return http_path_sane(path) && route_find(rq->arena, rq->pages, "GET",
					       path, &params, &allow) != NULL;
}
