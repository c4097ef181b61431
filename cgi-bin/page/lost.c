/*
 * The page for when the database cannot be reached: what became of what was
 * sent, and the same form once more, with all that was typed. Nothing here
 * reads the database. Rules: tests/RULES.md, "A database that is a server".
 */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "domain/clinic.h"
#include "page/fail.h"
#include "page/gate.h"
#include "tpl/tpl.h"
#include "web/gate.h"
#include "web/http.h"
#include "web/lost.h"

/* What became of it, and so what is said. */
enum fate { FATE_LOOK, FATE_NOT_SAVED, FATE_UNSURE };

static bool
on_portal(const struct req *rq)
{
	return strcmp(rq->gate->program, "portal") == 0;
}

static const char *
title(const struct req *rq, enum fate fate)
{
	if (fate == FATE_NOT_SAVED)
		return tr(rq, "This was not saved");
	if (fate == FATE_UNSURE)
		return tr(rq, "It is not known whether this was saved");
	return on_portal(rq) ? tr(rq, "This page cannot be shown right now")
			     : "The database cannot be reached";
}

static void
globals(struct req *rq, struct tpl *root)
{
	const char *name = rq->clinic != NULL ? rq->clinic->name : "Handrail";

	tpl_global(root, "LANG", rq->lang);
	tpl_global(root, "CLINIC_NAME", name);
	tpl_global(
		root, "THEME", rq->user != NULL ? rq->user->theme : "system");
	tpl_global(root, "STATIC_APP_CSS", req_asset(rq, "css/app.css"));
	tpl_global(root, "STATIC_ICONS", req_asset(rq, "vendor/icons.svg"));
	tpl_global(root, "STATIC_MARK", req_asset(rq, "img/mark.svg"));
}

/* As the person knows it; "" for what only the page itself knows. */
static const char *
shown(const struct req *rq, const struct field *f, const char *value)
{
	if (f->type == FIELD_HIDDEN || f->type == FIELD_TOKEN ||
		f->label == NULL)
		return "";
	if (f->type == FIELD_CHECK)
		return tr(rq, "Yes");
	for (const struct option *o = f->options; o && o->value; o++)
		if (strcmp(o->value, value) == 0)
			return tr(rq, o->label);
	/* The number of a thing whose name would have to be looked up. */
	if (f->options == NULL &&
		(f->type == FIELD_SELECT || f->type == FIELD_RADIO ||
			f->type == FIELD_CHECKS))
		return "";
	return value;
}

/* One pair, if it is one that the person knows of. */
static struct tpl *
typed(struct req *rq, struct tpl *t, struct tpl *list, const struct pair *p)
{
	const struct form *f = rq->page->form;

	for (size_t i = 0; f != NULL && i < f->n; i++) {
		const char *text;
		struct tpl *row;

		if (strcmp(f->fields[i].name, p->name) != 0)
			continue;
		text = shown(rq, &f->fields[i], p->value);
		if (text[0] == '\0')
			break;
		if (list == NULL)
			list = tpl_row(t, "TYPED");
		row = tpl_row(list, "ROW");
		tpl_text(row, "LABEL", tr(rq, f->fields[i].label));
		tpl_text(row, "VALUE", text);
	}
	return list;
}

/* The same fields in the same order, so that it counts as the same form. */
static void
same_again(struct req *rq, struct tpl *t, const struct pairs *fields)
{
	struct tpl *form = tpl_row(t, "AGAIN"), *list = NULL;

	tpl_text(form, "URL", rq->path);
	for (size_t i = 0; i < fields->n; i++) {
		struct tpl *row = tpl_row(form, "FIELD");

		tpl_text(row, "NAME", fields->v[i].name);
		tpl_text(row, "VALUE", fields->v[i].value);
		list = typed(rq, t, list, &fields->v[i]);
	}
}

static void
look_again(struct req *rq, struct tpl *t)
{
	bool query = rq->query[0] != '\0';
	const char *path = http_path_sane(rq->path) ? rq->path : "/";

	tpl_text(tpl_row(t, "RELOAD"), "URL",
		arena_printf(rq->arena, "%s%s%s", path, query ? "?" : "",
			rq->query));
}

static void
phone(struct req *rq, struct tpl *t)
{
	const struct show show = {.arena = rq->arena};
	const char *number = rq->conf->clinic_phone;
	struct tpl *row;

	if (number == NULL || number[0] == '\0')
		return;
	row = tpl_row(t, "PHONE");
	tpl_text(row, "CLINIC_TEL", number);
	tpl_text(row, "CLINIC_PHONE", show_phone(&show, number));
}

static void
draw(struct req *rq, struct tpl *t, enum fate fate)
{
	struct pairs fields = {0};
	bool kept = web_same_again(rq, &fields);
	bool once = kept && web_taken_once(rq);

	globals(rq, t);
	tpl_text(t, "TITLE", title(rq, fate));
	tpl_show_if(t, "LOOK", fate == FATE_LOOK);
	tpl_show_if(t, "NOT_SAVED", fate == FATE_NOT_SAVED);
	tpl_show_if(t, "UNSURE", fate == FATE_UNSURE);
	tpl_show_if(t, "ONCE", fate == FATE_UNSURE && once);
	tpl_show_if(t, "LOOK_FIRST", fate == FATE_UNSURE && !once);
	tpl_show_if(t, "KEPT", fate != FATE_LOOK && kept);
	tpl_show_if(t, "NOT_KEPT", fate != FATE_LOOK && !kept);
	if (fate == FATE_LOOK)
		look_again(rq, t);
	else if (kept)
		same_again(rq, t, &fields);
	phone(rq, t);
	tpl_text(t, "REF", rq->ref);
}

static void
plain(struct req *rq, enum fate fate)
{
	const char *text = arena_printf(rq->arena, "%s: %s\n", title(rq, fate),
		tr(rq, "the database cannot be reached. Please try again in "
		       "a minute."));

	req_body(rq, "text/plain; charset=utf-8", text, strlen(text));
}

void
page_lost(struct req *rq, bool unsure)
{
	enum fate fate = unsure		 ? FATE_UNSURE
			 : req_posts(rq) ? FATE_NOT_SAVED
					 : FATE_LOOK;
	const char *html = NULL;

	if (rq->user == NULL)
		page_language(rq);
	if (!rq->htmx) {
		rq->root = tpl_new(
			on_portal(rq) ? "portal/lost.tpl" : "staff/lost.tpl",
			rq->lang);
		draw(rq, rq->root, fate);
		html = tpl_expand(rq->root, &rq->reply->body_len);
	}
	if (html == NULL) {
		plain(rq, fate);
		return;
	}
	rq->reply->type = "text/html; charset=utf-8";
	rq->reply->body = html;
}
