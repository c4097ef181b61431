/* Why something could not be done, for the person and for the program. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"

/* A text cut by the buffer must not end in half a character. */
static void
trim_cut(char *s, size_t size)
{
	size_t n = strlen(s);
	size_t i = n;

	if (n + 1 < size)
		return;
	while (i > 0 && ((unsigned char)s[i - 1] & 0xc0) == 0x80)
		i--;
	if (i > 0 && ((unsigned char)s[i - 1] & 0x80) != 0)
		s[i - 1] = '\0';
}

static void err_fill(struct err *e, enum err_kind kind, const char *field,
	const char *fmt, va_list ap) __attribute__((format(printf, 4, 0)));

static void
err_fill(struct err *e, enum err_kind kind, const char *field, const char *fmt,
	va_list ap)
{
	if (e == NULL)
		return;
	e->kind = kind;
	snprintf(e->field, sizeof(e->field), "%s", field);
	vsnprintf(e->text, sizeof(e->text), fmt, ap);
	trim_cut(e->text, sizeof(e->text));
}

int
err_set(struct err *e, enum err_kind kind, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_fill(e, kind, "", fmt, ap);
	va_end(ap);
	return -1;
}

int
err_field(struct err *e, const char *field, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_fill(e, ERR_INPUT, field, fmt, ap);
	va_end(ap);
	return -1;
}

void
err_clear(struct err *e)
{
	*e = (struct err){.kind = ERR_NONE};
}

int
err_status(enum err_kind kind)
{
	static const int status[] = {
		[ERR_NONE] = 200,
		[ERR_INPUT] = 422,
		[ERR_NOT_FOUND] = 404,
		[ERR_DENIED] = 403,
		[ERR_CONFLICT] = 409,
		[ERR_BUSY] = 503,
		[ERR_BROKEN] = 500,
	};

	return status[kind];
}

int
err_exit(enum err_kind kind)
{
	return kind == ERR_NONE ? 0 : (int)kind + 1;
}

void
err_bug(const char *file, int line, const char *fmt, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	log_error("event=bug at=%s:%d what=\"%s\"", file, line, text);
	abort();
}
