/*
 * Makes the values of a typed row from a FHIR resource, by the lists of
 * domain/record_map.h.
 */
#include "codec/fhir/row.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

enum kind {
	STR,
	NUM,
	INT,
	BOOL,
	DATE,
	JOIN,
	TXT,
	ANY,
	TYPE,
	HTML,
	KEY,
	SHOWN,
	EXTCODE,
	EXTTEXT
};

struct column {
	const char *path;
	enum kind kind;
};

#define C(col, path, kind) {path, kind},
#define R(id, table, type, cols)                                               \
	static const struct column id##_cols[] = {cols(C)};
RECORD_TABLES(R)
#undef R
#define L(id, table, types, list, cols)                                        \
	static const struct column list_##id##_cols[] = {cols(C)};
RECORD_LISTS(L)
#undef L

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
	const char *type;
	const struct column *cols;
	size_t n;
} tables[] = {
#define R(id, table, type, cols) {type, id##_cols, COUNT(id##_cols)},
	RECORD_TABLES(R)
#undef R
};

static const struct {
	const char *types, *member;
	const struct column *cols;
	size_t n;
} lists[] = {
#define L(id, table, types, list, cols)                                        \
	{types, list, list_##id##_cols, COUNT(list_##id##_cols)},
	RECORD_LISTS(L)
#undef L
};

#define R(id, table, type, cols)                                               \
	_Static_assert(COUNT(id##_cols) <= RECORD_COLUMNS_MAX, "too wide");
RECORD_TABLES(R)
#undef R

int
fhir_table(const char *type)
{
	for (size_t i = 0; i < COUNT(tables); i++)
		if (strcmp(tables[i].type, type) == 0)
			return (int)i;
	return -1;
}

bool
fhir_list_has(enum record_list list, const char *type)
{
	const char *p = strstr(lists[list].types, type);

	return p && p[-1] == ' ' && p[strlen(type)] == ' ';
}

const char *
fhir_list_member(enum record_list list)
{
	return lists[list].member;
}

size_t
fhir_table_columns(enum record_table t)
{
	return tables[t].n;
}

size_t
fhir_list_columns(enum record_list list)
{
	return lists[list].n;
}

struct row {
	struct arena *arena;
	const struct fhir_source *source;
	const struct js *root;
	const char *prefix;
	struct fhir_codes *codes;
};

static int
wrong(const struct row *r, const struct js *v, const char *must)
{
	const struct fhir_source *s = r->source;

	return js_fail(s->error, s->bytes, s->n, v->at,
		"\"%.60s\" is %s and must be %s", v->key ? v->key : "value",
		js_kind_words(v->kind), must);
}

static int
put_text(struct record_value *out, const char *text)
{
	if (text)
		*out = (struct record_value){RECORD_TEXT, text, 0};
	return 0;
}

static int
put_int(const struct row *r, const struct js *v, struct record_value *out)
{
	char *end;
	long n;

	if (v->kind != JS_NUMBER)
		return wrong(r, v, "a number");
	n = strtol(v->text, &end, 10);
	if (*end || n > INT32_MAX || n < INT32_MIN)
		return js_fail(r->source->error, r->source->bytes, r->source->n,
			v->at, "\"%.60s\" must be a whole number of 32 bits",
			v->key);
	*out = (struct record_value){RECORD_INT, NULL, n};
	return 0;
}

static int
put_date(const struct row *r, const struct js *v, struct record_value *out)
{
	if (v->kind != JS_STRING)
		return wrong(r, v, "a date in quotes");
	if (!fhir_date_valid(v->text))
		return js_fail(r->source->error, r->source->bytes, r->source->n,
			v->at, "\"%.40s\" is no date: \"%.40s\"", v->key,
			v->text);
	return put_text(out, v->text);
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

static int
put_any(const struct row *r, const struct js *v, struct record_value *out)
{
	if (v->kind == JS_ARRAY)
		return wrong(r, v, "one value");
	if (v->key &&
		(ends_with(v->key, "DateTime") || ends_with(v->key, "Date") ||
			ends_with(v->key, "Instant")))
		return put_date(r, v, out);
	return put_text(out, fhir_words(r->arena, v));
}

static int
put_join(const struct row *r, const struct js *v, struct record_value *out)
{
	if (v->kind != JS_ARRAY)
		return wrong(r, v, "a list");
	for (const struct js *e = v->child; e; e = e->next)
		if (e->kind != JS_STRING && e->kind != JS_NULL)
			return wrong(r, e, "a text");
	return put_text(out, fhir_join(r->arena, v));
}

/* "valueQuantity" of "value[x]" is "Quantity". */
static const char *
type_words(const struct js *v, const char *path)
{
	const char *stem = strrchr(path, '.') ? strrchr(path, '.') + 1 : path;

	return v->key + strlen(stem) - 3;
}

static const char *
key_words(struct arena *a, const struct js *v)
{
	const struct js *coding = js_get(v, "coding");
	const char *system, *code;

	if (coding && coding->kind == JS_ARRAY)
		coding = coding->child;
	system = js_text(coding, "system");
	code = js_text(coding, "code");
	if (code)
		return arena_printf(a, "%s|%s", system ? system : "", code);
	return fhir_concept(v) ? fhir_concept(v) : "";
}

/* "128 / 82 mmHg": the unit once when all have the same. */
static const char *
components_words(struct arena *a, const struct js *list)
{
	struct buf b = buf_new(a);
	const char *unit = NULL;
	bool same = true;

	for (const struct js *e = list->child; e; e = e->next) {
		const struct js *q = js_get(e, "valueQuantity");
		const char *u = js_text(q, "unit");

		if (!q || !js_get(q, "value") || (unit && u && strcmp(unit, u)))
			same = false;
		unit = u;
	}
	for (const struct js *e = list->child; e; e = e->next) {
		const struct js *q = js_get(e, "valueQuantity");
		const char *s = fhir_words(a, fhir_choice(e, "value"));

		if (!s && !same)
			s = fhir_concept(js_get(e, "dataAbsentReason"));
		if (b.n)
			buf_adds(&b, same ? " / " : "; ");
		if (!same && fhir_concept(js_get(e, "code")))
			buf_addf(&b, "%s: ", fhir_concept(js_get(e, "code")));
		if (same)
			s = js_get(q, "value")->text;
		buf_adds(&b, s ? s : "not recorded");
	}
	if (same && unit)
		buf_addf(&b, " %s", unit);
	return b.n ? b.s : NULL;
}

static const char *
shown_words(struct arena *a, const struct js *root)
{
	const char *s = fhir_words(a, fhir_choice(root, "value"));
	const struct js *list = js_get(root, "component");

	if (!s && list && list->kind == JS_ARRAY && list->child)
		s = components_words(a, list);
	if (!s)
		s = fhir_concept(js_get(root, "dataAbsentReason"));
	return s;
}

/* US Core nests codes in an extension of their extension. */
static const char *
extension_words(struct arena *a, const struct js *list, bool code)
{
	struct buf b = buf_new(a);

	if (list->kind != JS_ARRAY)
		return NULL;
	for (const struct js *e = list->child; e; e = e->next) {
		const struct js *v = fhir_choice(e, "value");
		const char *s = code ? js_text(v, "code") : fhir_words(a, v);

		if (!s)
			continue;
		if (code)
			return s;
		if (b.n)
			buf_adds(&b, "; ");
		buf_adds(&b, s);
	}
	return b.n ? b.s : NULL;
}

static int
add_codings(const struct row *r, const struct js *concept, const char *path,
	bool columns)
{
	const struct js *list = js_get(concept, "coding");
	const char *text = js_text(concept, "text");
	const char *display;

	if (concept->kind != JS_OBJECT)
		return wrong(r, concept, "an object");
	if (!list) {
		if (text && !columns)
			*ARENA_PUSH(r->arena, r->codes) =
				(struct fhir_code){.path = path, .text = text};
		return 0;
	}
	if (list->kind != JS_ARRAY)
		return wrong(r, list, "a list");
	display = list->child ? js_text(list->child, "display") : NULL;
	if (columns && list->child && !list->child->next &&
		(!text || !display || strcmp(text, display) == 0))
		return 0;
	for (const struct js *c = list->child; c; c = c->next)
		*ARENA_PUSH(r->arena, r->codes) = (struct fhir_code){
			.path = path,
			.system = js_text(c, "system"),
			.code = js_text(c, "code"),
			.display = js_text(c, "display"),
			.text = text,
		};
	return 0;
}

/* The column has the first of a list; the others go to record_code. */
static int
put_concept(const struct row *r, const struct column *c, const struct js *v,
	bool columns, struct record_value *out)
{
	size_t n = strlen(c->path);
	const char *base = c->path;
	const struct js *list;
	int i = 0;

	if (v && v->kind != JS_OBJECT)
		return wrong(r, v, "an object");
	put_text(out, v ? fhir_concept(v) : NULL);
	if (n < 2 || strcmp(c->path + n - 2, ".0") != 0) {
		if (!v)
			return 0;
		return add_codings(r, v,
			arena_printf(r->arena, "%s%s", r->prefix, base),
			columns);
	}
	base = arena_strndup(r->arena, c->path, n - 2);
	if (fhir_find(r->source, r->root, base, &list))
		return -1;
	for (const struct js *e = list ? list->child : NULL; e; e = e->next) {
		const char *path =
			arena_printf(r->arena, "%s%s[%d]", r->prefix, base, i);

		if (add_codings(r, e, path, columns && i == 0))
			return -1;
		i++;
	}
	return 0;
}

static int
put_value(const struct row *r, const struct column *c, const struct js *v,
	struct record_value *out)
{
	switch (c->kind) {
	case STR:
		if (v->kind != JS_STRING)
			return wrong(r, v, "a text");
		return put_text(out, v->text);
	case NUM:
		if (v->kind != JS_NUMBER)
			return wrong(r, v, "a number");
		return put_text(out, v->text);
	case INT:
		return put_int(r, v, out);
	case BOOL:
		if (v->kind != JS_TRUE && v->kind != JS_FALSE)
			return wrong(r, v, "true or false");
		*out = (struct record_value){
			RECORD_INT, NULL, v->kind == JS_TRUE};
		return 0;
	case DATE:
		return put_date(r, v, out);
	case JOIN:
		return put_join(r, v, out);
	case ANY:
		return put_any(r, v, out);
	case TYPE:
		return put_text(out, type_words(v, c->path));
	case HTML:
		if (v->kind != JS_STRING)
			return wrong(r, v, "a text");
		return put_text(out, fhir_plain(r->arena, v->text));
	case KEY:
		return put_text(out, key_words(r->arena, v));
	case EXTCODE:
	case EXTTEXT:
		return put_text(
			out, extension_words(r->arena, v, c->kind == EXTCODE));
	default:
		return 0;
	}
}

/* CONCEPT() puts the columns of system and code before the words. */
static bool
has_code_columns(const struct column *cols, size_t i)
{
	size_t n = strlen(cols[i].path);

	return i >= 1 && strncmp(cols[i - 1].path, cols[i].path, n) == 0 &&
	       strcmp(cols[i - 1].path + n, ".coding.0.code") == 0;
}

static int
fill(const struct row *r, const struct column *cols, size_t n,
	struct record_value *out)
{
	const struct js *v;

	for (size_t i = 0; i < n; i++) {
		out[i] = (struct record_value){0};
		if (fhir_find(r->source, r->root, cols[i].path, &v))
			return -1;
		if (cols[i].kind == TXT) {
			if (put_concept(r, &cols[i], v,
				    has_code_columns(cols, i), &out[i]))
				return -1;
		} else if (cols[i].kind == SHOWN) {
			put_text(&out[i], shown_words(r->arena, r->root));
		} else if (cols[i].kind == KEY && !v) {
			put_text(&out[i], "");
		} else if (v && put_value(r, &cols[i], v, &out[i])) {
			return -1;
		}
	}
	return 0;
}

int
fhir_table_row(struct arena *a, const struct fhir_source *s,
	const struct js *resource, enum record_table t,
	struct record_value v[RECORD_COLUMNS_MAX], struct fhir_codes *codes)
{
	struct row r = {a, s, resource, "", codes};

	return fill(&r, tables[t].cols, tables[t].n, v);
}

int
fhir_list_row(struct arena *a, const struct fhir_source *s,
	const struct js *element, enum record_list l, const char *prefix,
	struct record_value v[RECORD_COLUMNS_MAX], struct fhir_codes *codes)
{
	struct row r = {a, s, element, prefix, codes};

	if (element->kind != JS_OBJECT)
		return wrong(&r, element, "an object");
	return fill(&r, lists[l].cols, lists[l].n, v);
}
