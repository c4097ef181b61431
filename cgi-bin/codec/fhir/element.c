/*
 * Finds elements of FHIR R4 resources and puts values into words.
 */
#include "codec/fhir/element.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"

const struct js *
fhir_choice(const struct js *v, const char *stem)
{
	size_t n = strlen(stem);

	if (!v || v->kind != JS_OBJECT)
		return NULL;
	for (const struct js *m = v->child; m; m = m->next)
		if (strncmp(m->key, stem, n) == 0 && m->key[n] >= 'A' &&
			m->key[n] <= 'Z' && m->kind != JS_NULL)
			return m;
	return NULL;
}

static const struct js *
element_at(const struct js *list, long i)
{
	const struct js *e = list->child;

	while (e && i-- > 0)
		e = e->next;
	return e && e->kind != JS_NULL ? e : NULL;
}

static int
step_into(const struct fhir_source *s, const struct js *v, const char *step,
	size_t n, const struct js **out)
{
	bool position = step[0] >= '0' && step[0] <= '9';
	char name[64];

	if (v->kind != (position ? JS_ARRAY : JS_OBJECT))
		return js_fail(s->error, s->bytes, s->n, v->at,
			"%s%.60s%sis %s and must be %s", v->key ? "\"" : "",
			v->key ? v->key : "this ", v->key ? "\" " : "",
			js_kind_words(v->kind),
			js_kind_words(position ? JS_ARRAY : JS_OBJECT));
	if (position) {
		*out = element_at(v, strtol(step, NULL, 10));
		return 0;
	}
	if (n >= sizeof(name))
		n = sizeof(name) - 1;
	memcpy(name, step, n);
	name[n] = 0;
	if (n > 3 && strcmp(name + n - 3, "[x]") == 0) {
		name[n - 3] = 0;
		*out = fhir_choice(v, name);
	} else {
		*out = js_get(v, name);
	}
	return 0;
}

int
fhir_find(const struct fhir_source *s, const struct js *v, const char *path,
	const struct js **out)
{
	while (v && *path) {
		size_t n = strcspn(path, ".");

		if (step_into(s, v, path, n, &v))
			return -1;
		path += n + (path[n] == '.');
	}
	*out = v;
	return 0;
}

const char *
fhir_concept(const struct js *v)
{
	const struct js *coding = js_get(v, "coding");
	const char *text = js_text(v, "text");

	if (text)
		return text;
	if (coding && coding->kind == JS_ARRAY)
		coding = coding->child;
	text = js_text(coding, "display");
	return text ? text : js_text(coding, "code");
}

const char *
fhir_join(struct arena *a, const struct js *list)
{
	struct buf b = buf_new(a);

	if (!list || list->kind != JS_ARRAY)
		return NULL;
	for (const struct js *e = list->child; e; e = e->next) {
		if (e->kind != JS_STRING)
			continue;
		if (b.n)
			buf_addc(&b, ' ');
		buf_adds(&b, e->text);
	}
	return b.n ? b.s : NULL;
}

const char *
fhir_name(struct arena *a, const struct js *v)
{
	const char *given = fhir_join(a, js_get(v, "given"));
	const char *family = js_text(v, "family");
	const char *text = js_text(v, "text");

	if (text)
		return text;
	if (given && family)
		return arena_printf(a, "%s %s", given, family);
	return given ? given : family;
}

static const char *
number_of(const struct js *v, const char *name)
{
	const struct js *m = js_get(v, name);

	return m && m->kind == JS_NUMBER ? m->text : NULL;
}

static const char *
quantity_words(struct arena *a, const struct js *v)
{
	const char *number = number_of(v, "value");
	const char *unit = js_text(v, "unit");
	const char *sign = js_text(v, "comparator");

	if (!unit)
		unit = js_text(v, "code");
	if (!unit)
		unit = js_text(v, "currency");
	if (!number)
		return unit;
	return arena_printf(a, "%s%s%s%s", sign ? sign : "", number,
		unit ? " " : "", unit ? unit : "");
}

static const char *
pair_words(
	struct arena *a, const char *one, const char *between, const char *two)
{
	if (!one && !two)
		return NULL;
	return arena_printf(
		a, "%s%s%s", one ? one : "", between, two ? two : "");
}

static const char *
repeat_words(struct arena *a, const struct js *v)
{
	const struct js *r = js_get(v, "repeat");
	const char *times = number_of(r, "frequency");
	const char *period = number_of(r, "period");
	const char *unit = js_text(r, "periodUnit");

	if (fhir_concept(js_get(v, "code")))
		return fhir_concept(js_get(v, "code"));
	if (js_get(v, "event"))
		return fhir_join(a, js_get(v, "event"));
	if (!times || !period)
		return NULL;
	return arena_printf(a, "%s / %s %s", times, period, unit ? unit : "");
}

/* Objects say by their members what they are. */
static const char *
object_words(struct arena *a, const struct js *v)
{
	const char *s;

	if (js_get(v, "coding") || js_get(v, "text"))
		return fhir_concept(v);
	if (js_get(v, "low") || js_get(v, "high"))
		return pair_words(a, fhir_words(a, js_get(v, "low")), " to ",
			fhir_words(a, js_get(v, "high")));
	if (js_get(v, "numerator"))
		return pair_words(a, fhir_words(a, js_get(v, "numerator")),
			" / ", fhir_words(a, js_get(v, "denominator")));
	if (js_get(v, "start") || js_get(v, "end"))
		return pair_words(
			a, js_text(v, "start"), "/", js_text(v, "end"));
	if (js_get(v, "repeat") || js_get(v, "event") || js_get(v, "code"))
		s = repeat_words(a, v);
	else
		s = NULL;
	if (!s && js_get(v, "value"))
		s = js_get(v, "value")->kind == JS_STRING
			    ? js_text(v, "value")
			    : quantity_words(a, v);
	if (!s)
		s = js_text(v, "display");
	if (!s)
		s = js_text(v, "reference");
	if (!s)
		s = js_text(v, "title");
	if (!s)
		s = js_text(v, "data");
	return s ? s : quantity_words(a, v);
}

const char *
fhir_words(struct arena *a, const struct js *v)
{
	if (!v)
		return NULL;
	switch (v->kind) {
	case JS_TRUE:
		return "true";
	case JS_FALSE:
		return "false";
	case JS_STRING:
	case JS_NUMBER:
		return v->text;
	case JS_OBJECT:
		return object_words(a, v);
	default:
		return NULL;
	}
}

/* The few entities XHTML narratives use; others stay as they stand. */
static const char *
entity(struct buf *b, const char *s)
{
	static const struct {
		const char *name, *text;
	} known[] = {
		{"&lt;", "<"},
		{"&gt;", ">"},
		{"&amp;", "&"},
		{"&quot;", "\""},
		{"&apos;", "'"},
		{"&#39;", "'"},
		{"&nbsp;", " "},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		size_t n = strlen(known[i].name);

		if (strncmp(s, known[i].name, n) == 0) {
			buf_adds(b, known[i].text);
			return s + n;
		}
	}
	buf_addc(b, '&');
	return s + 1;
}

static bool
breaks_line(const char *tag)
{
	static const char *const names[] = {"br", "p", "/p", "li", "tr", "/tr",
		"/ul", "/ol", "/div", "/table", "h1", "h2", "h3", "h4", "/h1",
		"/h2", "/h3", "/h4", "hr"};
	size_t slash = tag[0] == '/';
	size_t n = slash + strcspn(tag + slash, " />\t\r\n");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i]) == n && strncmp(tag, names[i], n) == 0)
			return true;
	return false;
}

static void
add_gap(struct buf *b, char gap)
{
	if (b->n == 0)
		return;
	if (b->s[b->n - 1] == ' ')
		b->s[b->n - 1] = gap;
	else if (b->s[b->n - 1] != '\n')
		buf_addc(b, gap);
}

const char *
fhir_plain(struct arena *a, const char *s)
{
	struct buf b = buf_new(a);

	while (*s) {
		if (*s == '<') {
			const char *end = strchr(s, '>');

			if (breaks_line(s + 1))
				add_gap(&b, '\n');
			else if (strncmp(s, "<td", 3) == 0)
				add_gap(&b, ' ');
			s = end ? end + 1 : s + strlen(s);
		} else if (*s == '&') {
			s = entity(&b, s);
		} else if (strchr(" \t\r\n", *s)) {
			add_gap(&b, ' ');
			s++;
		} else {
			buf_addc(&b, *s++);
		}
	}
	while (b.n && strchr(" \n", b.s[b.n - 1]))
		b.s[--b.n] = 0;
	return b.s;
}

static int
two_digits(const char *s, int min, int max)
{
	int v;

	if (s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9')
		return -1;
	v = (s[0] - '0') * 10 + s[1] - '0';
	return v >= min && v <= max ? v : -1;
}

/* "T08:05:00.000-05:00" */
static bool
time_valid(const char *s)
{
	if (*s++ != 'T' || two_digits(s, 0, 23) < 0 || s[2] != ':' ||
		two_digits(s + 3, 0, 59) < 0)
		return false;
	s += 5;
	if (*s == ':') {
		if (two_digits(s + 1, 0, 60) < 0)
			return false;
		s += 3;
		if (*s == '.') {
			s++;
			s += strspn(s, "0123456789");
		}
	}
	if (strcmp(s, "Z") == 0)
		return true;
	return (*s == '+' || *s == '-') && two_digits(s + 1, 0, 14) >= 0 &&
	       s[3] == ':' && two_digits(s + 4, 0, 59) >= 0 && !s[6];
}

bool
fhir_date_valid(const char *s)
{
	int century = two_digits(s, 0, 99), year, month, day;

	if (century < 0 || (year = two_digits(s + 2, 0, 99)) < 0)
		return false;
	year += century * 100;
	if (year == 0 || !s[4])
		return year != 0;
	if (s[4] != '-' || (month = two_digits(s + 5, 1, 12)) < 0)
		return false;
	if (!s[7])
		return true;
	if (s[7] != '-' || (day = two_digits(s + 8, 1, 31)) < 0 ||
		!day_valid(year, month, day))
		return false;
	return !s[10] || time_valid(s + 10);
}
