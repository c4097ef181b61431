/* One line on standard error, written at once so that lines do not mix. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"

static const char *program = "handrail";

void
log_program(const char *name)
{
	program = name;
}

/* Copy s, control characters as \xNN, so that no value ends the line. */
static size_t
log_escape(char *out, size_t size, const char *s)
{
	size_t n = 0;

	for (; *s != '\0' && n + 5 < size; s++) {
		unsigned char c = (unsigned char)*s;

		if (c >= 0x20 && c != 0x7f)
			out[n++] = (char)c;
		else
			n += (size_t)snprintf(out + n, size - n, "\\x%02x", c);
	}
	out[n] = '\0';
	return n;
}

static void log_line(const char *level, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

static void
log_line(const char *level, const char *fmt, va_list ap)
{
	char text[1024], line[1500], when[24] = "";
	time_t now = time(NULL);
	struct tm tm;
	size_t n;

	vsnprintf(text, sizeof(text), fmt, ap);
	if (gmtime_r(&now, &tm) != NULL)
		strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &tm);
	n = (size_t)snprintf(line, sizeof(line),
		"at=%s level=%s program=%s pid=%ld ", when, level, program,
		(long)getpid());
	n += log_escape(line + n, sizeof(line) - n - 1, text);
	line[n++] = '\n';
	/* There is nobody left to tell when even this fails. */
	if (write(STDERR_FILENO, line, n) < 0)
		return;
}

void
log_info(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_line("info", fmt, ap);
	va_end(ap);
}

void
log_error(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_line("error", fmt, ap);
	va_end(ap);
}
