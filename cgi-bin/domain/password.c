/* Which passwords are taken. Rules: tests/RULES.md, "Passwords"; NIST SP
 * 800-63B-4, 3.1.1.2. */
#include <string.h>

#include "base/utf8.h"
#include "domain/password.h"

/* A word shorter than this is in too many good passwords. */
#define WORD_MIN 4
/* What must be left when the account's own words are taken away. */
#define LEFT_MIN 8

void
password_word(struct password_words *w, const char *folded)
{
	size_t max = sizeof(w->v) / sizeof(w->v[0]);

	if (strlen(folded) >= WORD_MIN && w->n < max)
		w->v[w->n++] = folded;
}

/* The length of the longest own word that s starts with, or 0. */
static size_t
word_at(const char *s, const struct password_words *w)
{
	size_t best = 0;

	for (size_t i = 0; i < w->n; i++) {
		size_t n = strlen(w->v[i]);

		if (n > best && strncmp(s, w->v[i], n) == 0)
			best = n;
	}
	return best;
}

/* Code points of s that belong to no own word; blanks do not count. */
static size_t
left_over(const char *s, const struct password_words *w)
{
	size_t left = 0, n;

	while (*s != '\0') {
		if ((n = word_at(s, w)) > 0) {
			s += n;
			continue;
		}
		/* Continuation bytes are part of the point before them. */
		if (*s != ' ' && ((unsigned char)*s & 0xc0) != 0x80)
			left++;
		s++;
	}
	return left;
}

static bool
has_word(const char *s, const struct password_words *w)
{
	for (; *s != '\0'; s++)
		if (word_at(s, w) > 0)
			return true;
	return false;
}

enum password_fault
password_judge(const char *password, const char *folded,
	const struct password_words *w)
{
	size_t n;

	if (!utf8_valid(password, strlen(password)))
		return PASSWORD_BROKEN;
	n = utf8_length(password);
	if (n < PASSWORD_MIN)
		return PASSWORD_SHORT;
	if (n > PASSWORD_MAX)
		return PASSWORD_LONG;
	if (has_word(folded, w) && left_over(folded, w) < LEFT_MIN)
		return PASSWORD_NAMED;
	return PASSWORD_OK;
}

bool
password_listed(const char *list, size_t n, const char *lower)
{
	const char *end = list + n, *line = list, *stop;
	size_t len = strlen(lower);

	for (; line < end; line = stop + 1) {
		stop = memchr(line, '\n', (size_t)(end - line));
		if (stop == NULL)
			stop = end;
		if ((size_t)(stop - line) == len &&
			memcmp(line, lower, len) == 0)
			return true;
	}
	return false;
}

const char *
password_fault_words(enum password_fault fault)
{
	switch (fault) {
	case PASSWORD_SHORT:
		return "Use at least 15 characters. Several words in a row "
		       "are easy to remember.";
	case PASSWORD_LONG:
		return "Use at most 256 characters.";
	case PASSWORD_BROKEN:
		return "This has characters that cannot be read. Type it "
		       "again.";
	case PASSWORD_NAMED:
		return "This is mostly your name, your login or the name of "
		       "the clinic or of this program, which are tried "
		       "first. Choose other words.";
	case PASSWORD_COMMON:
		return "This is one of the passwords that are used most and "
		       "tried first. Choose another.";
	case PASSWORD_OK:
		break;
	}
	return "";
}
