/* Reads and writes comma-separated lists (RFC 4180). */
#include "codec/csv/csv.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

struct reader {
	struct arena *arena;
	const char *s, *end;
	char comma;
	size_t line;
	struct csv_error *error;
};

static int
fail(struct reader *, const char *, ...) __attribute__((format(printf, 2, 3)));

static int
fail(struct reader *r, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	vsnprintf(r->error->text, sizeof(r->error->text), format, ap);
	va_end(ap);
	r->error->line = r->line;
	return -1;
}

/* The line of the first byte that is not UTF-8, and how to mend it. */
static int
check_text(struct reader *r)
{
	const char *s = r->s;
	size_t n = (size_t)(r->end - s);

	if (n >= 2 && ((s[0] == '\xff' && s[1] == '\xfe') ||
			      (s[0] == '\xfe' && s[1] == '\xff')))
		return fail(r, "the file is UTF-16; save it as \"CSV UTF-8\"");
	if (utf8_valid(s, n))
		return 0;
	while (s < r->end) {
		const char *next = memchr(s, '\n', (size_t)(r->end - s));

		next = next ? next + 1 : r->end;
		if (!utf8_valid(s, (size_t)(next - s)))
			break;
		r->line++;
		s = next;
	}
	return fail(r, "a letter here is not UTF-8 (an older code page?); "
		       "save the file as \"CSV UTF-8\"");
}

static char
guess_comma(const struct reader *r)
{
	static const char choices[] = ",;\t";
	size_t count[3] = {0};
	bool quoted = false;
	int best = 0;

	for (const char *s = r->s; s < r->end; s++) {
		const char *p;

		if (*s == '"')
			quoted = !quoted;
		if (!quoted && (*s == '\n' || *s == '\r'))
			break;
		p = quoted ? NULL : strchr(choices, *s);
		if (p && *p)
			count[p - choices]++;
	}
	for (int i = 1; i < 3; i++)
		if (count[i] > count[best])
			best = i;
	return choices[best];
}

/* Behind the opening quote; to behind the closing one. */
static int
read_quoted(struct reader *r, struct buf *b)
{
	size_t start = r->line;

	for (;; r->s++) {
		if (r->s >= r->end || b->n > CSV_CELL_MAX) {
			r->line = start;
			return fail(r, "a quote is opened here and never "
				       "closed");
		}
		if (*r->s == '"' && r->s + 1 < r->end && r->s[1] == '"')
			r->s++;
		else if (*r->s == '"')
			break;
		if (*r->s == '\n')
			r->line++;
		buf_addc(b, *r->s);
	}
	r->s++;
	if (r->s < r->end && *r->s != r->comma && *r->s != '\r' &&
		*r->s != '\n')
		return fail(r, "text behind a closing quote");
	return 0;
}

static int
read_cell(struct reader *r, const char **out)
{
	struct buf b = buf_new(r->arena);

	if (r->s < r->end && *r->s == '"') {
		r->s++;
		if (read_quoted(r, &b))
			return -1;
		*out = b.s;
		return 0;
	}
	for (; r->s < r->end && *r->s != r->comma && *r->s != '\n' &&
		*r->s != '\r';
		r->s++) {
		if (*r->s == '"')
			return fail(r, "a quote inside a cell that does not "
				       "begin with one");
		buf_addc(&b, *r->s);
	}
	if (b.n > CSV_CELL_MAX)
		return fail(r, "a cell of more than 64 kB");
	*out = b.s;
	return 0;
}

static void
end_line(struct reader *r)
{
	if (r->s < r->end && *r->s == '\r')
		r->s++;
	if (r->s < r->end && *r->s == '\n')
		r->s++;
	r->line++;
}

static int
read_row(struct reader *r, struct csv_row *row)
{
	row->line = r->line;
	for (;;) {
		const char *cell;

		if (read_cell(r, &cell))
			return -1;
		if (row->n >= CSV_COLUMNS_MAX)
			return fail(r, "more than %d columns", CSV_COLUMNS_MAX);
		*ARENA_PUSH(r->arena, row) = cell;
		if (r->s >= r->end || *r->s != r->comma)
			break;
		r->s++;
	}
	end_line(r);
	return 0;
}

static bool
is_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (*row->v[i])
			return false;
	return true;
}

int
csv_read(struct arena *a, const char *bytes, size_t n, struct csv *out,
	struct csv_error *e)
{
	struct reader r = {.arena = a,
		.s = bytes,
		.end = bytes + n,
		.line = 1,
		.error = e};

	if (check_text(&r))
		return -1;
	if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		r.s += 3;
	r.comma = guess_comma(&r);
	while (r.s < r.end) {
		struct csv_row row = {0};

		if (read_row(&r, &row))
			return -1;
		if (!is_empty(&row))
			*ARENA_PUSH(a, out) = row;
	}
	return 0;
}

void
csv_cell(struct buf *b, const char *s)
{
	/* A byte order mark of its own must not be read as the file's. */
	bool quote = strpbrk(s, ",;\t\"\r\n") != NULL ||
		     strncmp(s, "\xef\xbb\xbf", 3) == 0;

	if (quote)
		buf_addc(b, '"');
	if (*s && strchr("=+-@\t\r", *s))
		buf_addc(b, '\'');
	for (; *s; s++) {
		if (*s == '"')
			buf_addc(b, '"');
		buf_addc(b, *s);
	}
	if (quote)
		buf_addc(b, '"');
}
