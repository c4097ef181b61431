/*
 * One imported record, whole: what it says in words, what it refers to,
 * and its source. SQL: store/record_store.c, store/fhir_store.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "codec/fhir/element.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/record_rows.h"
#include "store/fhir_store.h"
#include "store/record_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define ROWS_MAX 1500

/* "dosageInstruction" is "Dosage instruction". */
static void
add_words(struct buf *b, const char *name, bool first)
{
	for (const char *p = name; *p; p++) {
		bool upper = *p >= 'A' && *p <= 'Z';

		if (p == name && first && *p >= 'a' && *p <= 'z')
			buf_addc(b, (char)(*p - 'a' + 'A'));
		else if (upper && p > name && p[-1] >= 'a' && p[-1] <= 'z')
			buf_addf(b, " %c", *p - 'A' + 'a');
		else
			buf_addc(b, *p);
	}
}

static const char *
words(struct req *rq, const char *name)
{
	struct buf b = buf_new(rq->arena);

	add_words(&b, name, true);
	return b.s;
}

/* "participant[0].member" is "Participant 1, member". */
static const char *
path_words(struct req *rq, const char *path)
{
	struct buf b = buf_new(rq->arena);

	while (*path) {
		size_t n = strcspn(path, ".[");

		add_words(&b, arena_strndup(rq->arena, path, n), b.n == 0);
		path += n;
		if (*path == '[') {
			buf_addf(&b, " %ld", strtol(path + 1, NULL, 10) + 1);
			n = strcspn(path, "]");
			path += n + (path[n] == ']');
		}
		if (*path == '.') {
			buf_adds(&b, ", ");
			path++;
		}
	}
	return b.s;
}

struct rows {
	struct req *rq;
	struct tpl *part;
	int n;
};

static const char *
value_text(struct req *rq, const struct js *v)
{
	if (v->kind == JS_TRUE)
		return "yes (true)";
	if (v->kind == JS_FALSE)
		return "no (false)";
	if (v->kind == JS_NULL)
		return "(null)";
	if (v->key && strcmp(v->key, "div") == 0)
		return fhir_plain(rq->arena, v->text);
	return v->text;
}

static void
add_row(struct rows *r, const char *name, const char *value)
{
	struct tpl *row;

	if (r->n++ >= ROWS_MAX)
		return;
	row = tpl_row(r->part, "ROW");
	tpl_text(row, "NAME", name);
	tpl_text(row, "VALUE", value);
}

/* A coding on one line: code, system and words belong together. */
static const char *
coding_line(struct req *rq, const struct js *v)
{
	const char *system = js_text(v, "system"), *code = js_text(v, "code");
	const char *display = js_text(v, "display");

	for (const struct js *m = v->child; m; m = m->next)
		if (strcmp(m->key, "system") && strcmp(m->key, "code") &&
			strcmp(m->key, "display"))
			return NULL;
	if (!code || !system)
		return NULL;
	return arena_printf(rq->arena, "%s%s%s (%s)", display ? display : "",
		display ? " · " : "", code, system);
}

static void
flatten(struct rows *r, const struct js *v, const char *label)
{
	bool list = v->kind == JS_ARRAY;
	int i = 0;
	const char *line = NULL;

	if (v->kind != JS_OBJECT && !list) {
		add_row(r, label, value_text(r->rq, v));
		return;
	}
	if (!list)
		line = coding_line(r->rq, v);
	if (line) {
		add_row(r, label, line);
		return;
	}
	for (const struct js *m = v->child; m; m = m->next) {
		struct buf b = buf_new(r->rq->arena);

		buf_adds(&b, label);
		if (list && v->child->next)
			buf_addf(&b, "%s%d", b.n ? " " : "", ++i);
		else if (!list && b.n)
			buf_adds(&b, ", ");
		if (!list)
			add_words(&b, m->key, b.n == 0);
		flatten(r, m, b.s);
	}
}

static void
draw_whole(struct req *rq, struct tpl *t, const struct js *body)
{
	struct rows r = {rq, NULL, 0};

	for (const struct js *m = body->child; m; m = m->next) {
		if (strcmp(m->key, "resourceType") == 0)
			continue;
		r.part = tpl_row(t, "PART");
		tpl_text(r.part, "NAME", words(rq, m->key));
		flatten(&r, m,
			m->kind == JS_OBJECT || m->kind == JS_ARRAY
				? ""
				: words(rq, m->key));
	}
	tpl_show_if(t, "MANY", r.n > ROWS_MAX);
}

/* ---- texts in attachments ---- */

static int
base64_digit(char c)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklm"
				     "nopqrstuvwxyz0123456789+/";
	const char *p = c ? strchr(digits, c) : NULL;

	return p ? (int)(p - digits) : -1;
}

/* Only text that is UTF-8 is shown; NULL for everything else. */
static const char *
base64_text(struct arena *a, const char *s)
{
	struct buf b = buf_new(a);
	unsigned bits = 0;
	int n = 0;

	for (; *s && *s != '='; s++) {
		int d = base64_digit(*s);

		if (d < 0)
			return NULL;
		bits = bits << 6 | (unsigned)d;
		n += 6;
		if (n >= 8) {
			n -= 8;
			buf_addc(&b, (char)(bits >> n));
			bits &= (1u << n) - 1;
		}
	}
	return b.n && utf8_valid(b.s, b.n) ? b.s : NULL;
}

static void
draw_texts(struct req *rq, struct tpl *t, const struct js *v, int *n)
{
	const char *type = js_text(v, "contentType");
	const char *data = js_text(v, "data"), *text = NULL;
	struct tpl *doc;

	if (v->kind != JS_OBJECT && v->kind != JS_ARRAY)
		return;
	if (type && data && strncmp(type, "text/", 5) == 0)
		text = base64_text(rq->arena, data);
	if (text) {
		doc = tpl_row(t, "DOC");
		tpl_text(doc, "ANCHOR", arena_printf(rq->arena, "doc%d", ++*n));
		tpl_text(doc, "NAME",
			js_text(v, "title") ? js_text(v, "title") : "Text");
		tpl_text(doc, "VALUE", text);
	}
	for (const struct js *m = v->child; m; m = m->next)
		draw_texts(rq, t, m, n);
}

/* ---- beside it ---- */

static struct tpl *
fact(struct tpl *t, const char *name, const char *value)
{
	struct tpl *row = tpl_row(t, "FACT");

	tpl_text(row, "NAME", name);
	tpl_text(row, "VALUE", value);
	return row;
}

static void
fact_link(struct tpl *t, const char *name, const char *url, const char *text)
{
	struct tpl *link = tpl_row(fact(t, name, ""), "LINK");

	tpl_text(link, "URL", url);
	tpl_text(link, "TEXT", text);
}

static void
draw_facts(struct req *rq, struct tpl *t, const struct record *o)
{
	struct arena *a = rq->arena;

	fact(t, "When", *o->when ? o->when : "Not recorded");
	fact(t, "FHIR type", o->type);
	fact(t, "FHIR id", *o->fhir_id ? o->fhir_id : "None");
	fact(t, "From file", o->file);
	fact(t, "Imported", show_when(rq->show, o->imported_at));
	if (o->version > 1)
		fact(t, "Came",
			arena_printf(a, "%lld times, changed each time",
				(long long)o->version));
	if (o->parent_id)
		fact_link(t, "Part of", record_url(rq, o->parent_id),
			"The record that holds it");
	if (o->visit_id)
		fact_link(t, "Became",
			arena_printf(a, "/appointments/%lld",
				(long long)o->visit_id),
			"This visit");
	if (o->coverage_id)
		fact_link(t, "Became",
			arena_printf(a, "/insurance/policies/%lld",
				(long long)o->coverage_id),
			"This policy");
}

static void
draw_link(struct req *rq, struct tpl *some, const struct fhir_link *l)
{
	struct tpl *row = tpl_row(some, "REF"), *part;
	const char *text = *l->display ? l->display : l->reference;

	tpl_text(row, "NAME", path_words(rq, l->path));
	if (l->target_id) {
		part = tpl_row(row, "TARGET");
		tpl_text(part, "URL", record_url(rq, l->target_id));
		tpl_text(part, "TEXT",
			*l->target_title ? l->target_title : text);
		return;
	}
	tpl_text(tpl_row(row, "OPEN"), "TEXT", *text ? text : l->key);
	if (strcmp(l->state, "open") != 0 && strcmp(l->state, "ambiguous") != 0)
		return;
	part = tpl_row(row, "STATE");
	tpl_text(part, "TONE", "amber");
	tpl_text(part, "TEXT",
		*l->state == 'o' ? "Not here yet" : "More than one fits");
}

static int
draw_links(struct req *rq, struct tpl *t, int64_t id)
{
	struct fhir_links links = {0};
	struct tpl *some;

	if (fhir_store_links(rq->db, rq->arena, rq->scope, id, &links))
		return -1;
	tpl_show_if(t, "NO_REFS", links.n == 0);
	if (links.n == 0)
		return 0;
	some = tpl_row(t, "SOME");
	for (size_t i = 0; i < links.n; i++)
		draw_link(rq, some, &links.v[i]);
	return 0;
}

/* The banner is that of its patient; a record of nobody has none. */
static struct tpl *
open_page(struct req *rq, const struct record *o)
{
	struct chart c;
	struct tpl *t;

	if (!rq->o.patient) {
		t = req_tpl(rq, "staff/record_show.tpl");
		req_title(rq, o->title);
		return t;
	}
	if (chart_load(rq, &c))
		return NULL;
	t = chart_tpl(rq, &c, "records", o->title, "staff/record_show.tpl");
	tpl_text(tpl_row(t, "BACK"), "URL",
		arena_printf(rq->arena, "/patients/%lld/records?type=%s",
			(long long)o->patient_id, o->type));
	return t;
}

static int
record_show_run(struct req *rq)
{
	const struct record *o = rq->o.record;
	struct js_error error;
	const struct js *body =
		js_read(rq->arena, o->json, strlen(o->json), &error);
	struct tpl *t = open_page(rq, o);
	int texts = 0;

	req_about(rq, "record", o->id);
	if (!t || draw_links(rq, t, o->id))
		return req_db_err(rq);
	tpl_text(t, "TITLE", o->title);
	tpl_text(t, "LABEL", record_type_label(o->type));
	if (*o->status)
		tpl_text(tpl_row(t, "STATUS"), "TEXT",
			record_words(rq->arena, o->status));
	if (o->kept)
		tpl_text(tpl_row(t, "KEPT"), "TEXT", o->reason);
	draw_facts(rq, t, o);
	if (body) {
		draw_texts(rq, t, body, &texts);
		draw_whole(rq, t, body);
	}
	tpl_text(t, "JSON", o->json);
	return req_html(rq);
}

const struct page record_show_page = {
	.method = "GET",
	.path = "/records/:record",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECORD_VIEW,
	.about = "One imported record, whole.",
	.run = record_show_run,
};
