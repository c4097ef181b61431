/* The bytes of a request made into text, decoded once and strictly. */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "web/http.h"

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* NULL on a broken escape or text that is not UTF-8. */
static char *
decode(struct arena *a, const char *s, size_t n, bool plus)
{
	char *out = arena_alloc(a, n + 1);
	size_t len = 0;

	for (size_t i = 0; i < n; i++) {
		char c = s[i];

		if (c == '+' && plus) {
			c = ' ';
		} else if (c == '%') {
			int hi = i + 2 < n ? hex(s[i + 1]) : -1;
			int lo = i + 2 < n ? hex(s[i + 2]) : -1;

			if (hi < 0 || lo < 0)
				return NULL;
			c = (char)(hi * 16 + lo);
			i += 2;
		}
		out[len++] = c;
	}
	return utf8_valid(out, len) ? out : NULL;
}

bool
http_pairs(struct arena *a, const char *s, size_t n, struct pairs *out)
{
	while (n > 0) {
		const char *amp = memchr(s, '&', n);
		size_t len = amp ? (size_t)(amp - s) : n;
		const char *eq = memchr(s, '=', len);
		size_t name = eq ? (size_t)(eq - s) : len;
		struct pair p;

		if (len > 0) {
			if (out->n >= HTTP_FIELDS_MAX)
				return false;
			p.name = decode(a, s, name, true);
			p.value = eq ? decode(a, eq + 1, len - name - 1, true)
				     : "";
			if (p.name == NULL || p.value == NULL)
				return false;
			*ARENA_PUSH(a, out) = p;
		}
		s += len + (amp != NULL);
		n -= len + (amp != NULL);
	}
	return true;
}

const char *
http_segment(struct arena *a, const char *s, size_t n)
{
	char *out = decode(a, s, n, false);

	if (out == NULL)
		return NULL;
	for (const char *p = out; *p != '\0'; p++)
		if (*p == '/' || (unsigned char)*p < ' ' || *p == 127)
			return NULL;
	return out;
}

const char *
http_cookie(struct arena *a, const char *header, const char *name)
{
	size_t len = strlen(name);
	const char *found = NULL;

	while (header != NULL && *header != '\0') {
		size_t n;

		header += strspn(header, "; ");
		n = strcspn(header, ";");
		if (n > len && memcmp(header, name, len) == 0 &&
			header[len] == '=') {
			if (found != NULL)
				return NULL;
			found = arena_strndup(a, header + len + 1, n - len - 1);
		}
		header += n;
	}
	return found;
}

const char *
http_bearer(struct arena *a, const char *header)
{
	if (header == NULL || strncasecmp(header, "Bearer ", 7) != 0)
		return NULL;
	header += 7 + strspn(header + 7, " ");
	return arena_strdup(a, header);
}

bool
http_path_sane(const char *path)
{
	if (path[0] != '/' || strstr(path, "//") || strstr(path, "/."))
		return false;
	for (const char *p = path; *p != '\0'; p++)
		if (!strchr("/-_.~", *p) && !(*p >= '0' && *p <= '9') &&
			!(*p >= 'a' && *p <= 'z') && !(*p >= 'A' && *p <= 'Z'))
			return false;
	return strlen(path) < 512;
}
