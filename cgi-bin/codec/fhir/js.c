/*
 * Reads JSON (RFC 8259), keeping digits and positions. What is refused
 * stands in tests/RULES.md, "Files from elsewhere".
 */
#include "codec/fhir/js.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

/* s is a copy that strings are decoded in, in place; orig stays as it is. */
struct reader {
	struct arena *arena;
	char *s;
	const char *orig;
	size_t n, at;
	int depth;
	struct js_error *error;
};

int
js_fail(struct js_error *e, const char *bytes, size_t n, size_t at,
	const char *format, ...)
{
	va_list ap;

	e->at = at;
	e->line = e->column = 1;
	for (size_t i = 0; i < at && i < n; i++) {
		if (bytes[i] == '\n') {
			e->line++;
			e->column = 1;
		} else if (((unsigned char)bytes[i] & 0xc0) != 0x80) {
			e->column++;
		}
	}
	va_start(ap, format);
	vsnprintf(e->text, sizeof(e->text), format, ap);
	va_end(ap);
	return -1;
}

#define FAIL(r, at, ...)                                                       \
	js_fail((r)->error, (r)->orig, (r)->n, (at), __VA_ARGS__)

/* Bytes of the sequence at s, 0 if it is none: no overlong form, no
 * surrogate, nothing above U+10FFFF, no NUL. */
static size_t
utf8_step(const unsigned char *s, size_t left)
{
	unsigned char c = s[0];
	size_t n = 0;

	if (c && c < 0x80)
		return 1;
	if (c >= 0xc2 && c < 0xf5)
		n = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
	if (n == 0 || n > left)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((c == 0xe0 && s[1] < 0xa0) || (c == 0xed && s[1] > 0x9f) ||
		(c == 0xf0 && s[1] < 0x90) || (c == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

static int
check_utf8(struct reader *r)
{
	const unsigned char *s = (const unsigned char *)r->orig;
	size_t step;

	for (size_t i = 0; i < r->n; i += step) {
		step = utf8_step(s + i, r->n - i);
		if (step == 0)
			return FAIL(
				r, i, "byte 0x%02x is not UTF-8 text", s[i]);
	}
	return 0;
}

static void
skip_space(struct reader *r)
{
	while (r->s[r->at] == ' ' || r->s[r->at] == '\n' ||
		r->s[r->at] == '\r' || r->s[r->at] == '\t')
		r->at++;
}

/* The copy ends with a NUL and holds no other: the end stops every loop. */
static char
peek(const struct reader *r)
{
	return r->s[r->at];
}

static int
hex4(struct reader *r, size_t at, unsigned *out)
{
	unsigned v = 0;

	for (size_t i = at; i < at + 4; i++) {
		char c = i < r->n ? r->s[i] : 0;

		if (c >= '0' && c <= '9')
			v = v << 4 | (unsigned)(c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			v = v << 4 | (unsigned)((c | 32) - 'a' + 10);
		else
			return FAIL(r, at, "\\u needs four hex digits");
	}
	*out = v;
	return 0;
}

static char *
utf8_put(char *w, unsigned c)
{
	if (c < 0x80) {
		*w++ = (char)c;
		return w;
	}
	if (c < 0x800) {
		*w++ = (char)(0xc0 | c >> 6);
	} else {
		if (c < 0x10000) {
			*w++ = (char)(0xe0 | c >> 12);
		} else {
			*w++ = (char)(0xf0 | c >> 18);
			*w++ = (char)(0x80 | (c >> 12 & 63));
		}
		*w++ = (char)(0x80 | (c >> 6 & 63));
	}
	*w++ = (char)(0x80 | (c & 63));
	return w;
}

/* At the u of a \u; moves behind it. */
static int
read_unicode(struct reader *r, char **w)
{
	size_t start = r->at - 1;
	unsigned c, low;

	if (hex4(r, r->at + 1, &c))
		return -1;
	r->at += 5;
	if (c == 0)
		return FAIL(r, start, "a text must not contain \\u0000");
	if (c >= 0xdc00 && c <= 0xdfff)
		return FAIL(r, start, "half of a surrogate pair");
	if (c >= 0xd800 && c <= 0xdbff) {
		if (peek(r) != '\\' || r->s[r->at + 1] != 'u' ||
			hex4(r, r->at + 2, &low) || low < 0xdc00 ||
			low > 0xdfff)
			return FAIL(r, start, "half of a surrogate pair");
		r->at += 6;
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
	}
	*w = utf8_put(*w, c);
	return 0;
}

static int
read_escape(struct reader *r, char **w)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *p;
	char c;

	r->at++;
	c = peek(r);
	if (c == 'u')
		return read_unicode(r, w);
	p = c ? strchr(from, c) : NULL;
	if (!p)
		return FAIL(r, r->at - 1, "unknown escape in a text");
	*(*w)++ = to[p - from];
	r->at++;
	return 0;
}

/* At the opening quote. What is decoded is never longer than its source, so
 * it is written over it. */
static int
read_string(struct reader *r, const char **out)
{
	size_t start = r->at++;
	char *w = r->s + r->at;

	*out = w;
	while (peek(r) != '"') {
		unsigned char c = (unsigned char)peek(r);

		if (r->at >= r->n)
			return FAIL(r, start, "this text has no end");
		if (c < ' ')
			return FAIL(r, r->at,
				"control character in a text (0x%02x)", c);
		if (c == '\\') {
			if (read_escape(r, &w))
				return -1;
			continue;
		}
		*w++ = (char)c;
		r->at++;
	}
	*w = 0;
	r->at++;
	return 0;
}

static bool
digits(struct reader *r)
{
	size_t start = r->at;

	while (peek(r) >= '0' && peek(r) <= '9')
		r->at++;
	return r->at > start;
}

static bool
number_ends(struct reader *r)
{
	if (peek(r) == '-')
		r->at++;
	if (peek(r) == '0')
		r->at++;
	else if (!digits(r))
		return false;
	if (peek(r) == '.') {
		r->at++;
		if (!digits(r))
			return false;
	}
	if (peek(r) == 'e' || peek(r) == 'E') {
		r->at++;
		if (peek(r) == '+' || peek(r) == '-')
			r->at++;
		if (!digits(r))
			return false;
	}
	return !digits(r);
}

static int
read_number(struct reader *r, struct js *v)
{
	size_t start = r->at;

	if (!number_ends(r))
		return FAIL(r, start, "this is not a number");
	if (r->at - start > JS_DIGITS_MAX)
		return FAIL(r, start, "a number of more than %d characters",
			JS_DIGITS_MAX);
	v->kind = JS_NUMBER;
	v->text = arena_strndup(r->arena, r->s + start, r->at - start);
	return 0;
}

static int
read_word(struct reader *r, struct js *v)
{
	static const struct {
		const char *word;
		enum js_kind kind;
	} words[] = {
		{"true", JS_TRUE},
		{"false", JS_FALSE},
		{"null", JS_NULL},
	};

	for (size_t i = 0; i < 3; i++) {
		size_t n = strlen(words[i].word);

		if (strncmp(r->s + r->at, words[i].word, n) != 0)
			continue;
		r->at += n;
		v->kind = words[i].kind;
		return 0;
	}
	if (r->at >= r->n)
		return FAIL(r, r->at, "the file ends too early");
	return FAIL(r, r->at, "a value was expected here");
}

static int read_value(struct reader *, struct js *);

/* Behind an element: 1 there is another, 0 the end, -1 neither. */
static int
read_comma(struct reader *r, char end)
{
	skip_space(r);
	if (peek(r) == end) {
		r->at++;
		return 0;
	}
	if (peek(r) != ',')
		return FAIL(r, r->at, "',' or '%c' was expected here", end);
	r->at++;
	skip_space(r);
	return 1;
}

static int
read_array(struct reader *r, struct js *v)
{
	struct js **tail = &v->child;
	int more = 1;

	v->kind = JS_ARRAY;
	r->at++;
	skip_space(r);
	if (peek(r) == ']') {
		r->at++;
		return 0;
	}
	while (more == 1) {
		struct js *e = arena_alloc(r->arena, sizeof(*e));

		if (read_value(r, e))
			return -1;
		*tail = e;
		tail = &e->next;
		more = read_comma(r, ']');
	}
	return more;
}

static int
read_name(struct reader *r, const struct js *object, const char **name)
{
	size_t start = r->at;
	int n = 0;

	if (peek(r) != '"')
		return FAIL(r, r->at, "a name in quotes was expected here");
	if (read_string(r, name))
		return -1;
	for (const struct js *m = object->child; m; m = m->next) {
		if (strcmp(m->key, *name) == 0)
			return FAIL(
				r, start, "\"%.60s\" is given twice", *name);
		if (++n >= JS_MEMBERS_MAX)
			return FAIL(r, start,
				"an object of more than %d members",
				JS_MEMBERS_MAX);
	}
	skip_space(r);
	if (peek(r) != ':')
		return FAIL(r, r->at, "':' was expected here");
	r->at++;
	skip_space(r);
	return 0;
}

static int
read_object(struct reader *r, struct js *v)
{
	struct js **tail = &v->child;
	int more = 1;

	v->kind = JS_OBJECT;
	r->at++;
	skip_space(r);
	if (peek(r) == '}') {
		r->at++;
		return 0;
	}
	while (more == 1) {
		struct js *m = arena_alloc(r->arena, sizeof(*m));

		if (read_name(r, v, &m->key) || read_value(r, m))
			return -1;
		*tail = m;
		tail = &m->next;
		more = read_comma(r, '}');
	}
	return more;
}

static int
read_value(struct reader *r, struct js *v)
{
	char c = peek(r);
	int rc;

	v->at = r->at;
	v->text = "";
	if (c == '{' || c == '[') {
		if (++r->depth > JS_DEPTH_MAX)
			return FAIL(r, r->at, "more than %d levels deep",
				JS_DEPTH_MAX);
		rc = c == '{' ? read_object(r, v) : read_array(r, v);
		r->depth--;
	} else if (c == '"') {
		v->kind = JS_STRING;
		rc = read_string(r, &v->text);
	} else if (c == '-' || (c >= '0' && c <= '9')) {
		rc = read_number(r, v);
	} else {
		rc = read_word(r, v);
	}
	v->end = r->at;
	return rc;
}

const struct js *
js_read(struct arena *a, const char *bytes, size_t n, struct js_error *e)
{
	struct reader r = {.arena = a, .orig = bytes, .n = n, .error = e};
	struct js *v = arena_alloc(a, sizeof(*v));

	if (check_utf8(&r))
		return NULL;
	r.s = arena_alloc(a, n + 1);
	if (n > 0)
		memcpy(r.s, bytes, n);
	if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		r.at = 3;
	skip_space(&r);
	if (r.at >= n) {
		FAIL(&r, r.at, "the file is empty");
		return NULL;
	}
	if (read_value(&r, v))
		return NULL;
	skip_space(&r);
	if (r.at < n) {
		FAIL(&r, r.at, "something follows after the end");
		return NULL;
	}
	return v;
}

const struct js *
js_get(const struct js *v, const char *name)
{
	if (!v || v->kind != JS_OBJECT)
		return NULL;
	for (const struct js *m = v->child; m; m = m->next)
		if (strcmp(m->key, name) == 0)
			return m->kind == JS_NULL ? NULL : m;
	return NULL;
}

const char *
js_text(const struct js *v, const char *name)
{
	const struct js *m = js_get(v, name);

	return m && m->kind == JS_STRING ? m->text : NULL;
}

const char *
js_kind_words(enum js_kind kind)
{
	static const char *const words[] = {
		[JS_NULL] = "null",
		[JS_FALSE] = "true or false",
		[JS_TRUE] = "true or false",
		[JS_NUMBER] = "a number",
		[JS_STRING] = "a text",
		[JS_ARRAY] = "a list",
		[JS_OBJECT] = "an object",
	};

	return words[kind];
}

const char *
js_minify(struct arena *a, const char *bytes, const struct js *v, size_t *n)
{
	char *out = arena_alloc(a, v->end - v->at + 1);
	bool in_text = false;
	size_t w = 0;

	for (size_t i = v->at; i < v->end; i++) {
		char c = bytes[i];

		if (!in_text &&
			(c == ' ' || c == '\n' || c == '\r' || c == '\t'))
			continue;
		if (in_text && c == '\\')
			out[w++] = bytes[i++];
		else if (c == '"')
			in_text = !in_text;
		out[w++] = bytes[i];
	}
	*n = w;
	return out;
}
