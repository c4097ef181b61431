/* Text as people write it: checked, tidied, folded and compared. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/utf8.h"

bool
utf8_valid(const char *s, size_t n)
{
	return memchr(s, '\0', n) == NULL &&
	       u8_check((const uint8_t *)s, n) == NULL;
}

size_t
utf8_length(const char *s)
{
	return u8_mbsnlen((const uint8_t *)s, strlen(s));
}

static void
add_char(struct buf *b, ucs4_t c)
{
	uint8_t raw[6];
	int n = u8_uctomb(raw, c, sizeof(raw));

	if (n > 0)
		buf_add(b, raw, (size_t)n);
}

/* The next character, U+FFFD for a byte that is none; 0 at the end. */
static size_t
next_char(const char *s, size_t left, ucs4_t *c)
{
	int n;

	if (left == 0)
		return 0;
	n = u8_mbtoucr(c, (const uint8_t *)s, left);
	if (n > 0)
		return (size_t)n;
	*c = 0xfffd;
	return 1;
}

/* What libunistring made with malloc, moved to the arena. It is freed
 * before the arena is asked, which may jump, only in the OOM case it leaks. */
static char *
keep(struct arena *a, uint8_t *made, size_t n)
{
	struct buf b;

	if (made == NULL)
		BUG("libunistring: %s",
			errno == ENOMEM ? "no memory" : "input");
	b = buf_new(a);
	buf_add(&b, made, n);
	free(made);
	return b.s;
}

static char *
normal(struct arena *a, uninorm_t form, const char *s, size_t n)
{
	size_t len = 0;
	uint8_t *made = u8_normalize(form, (const uint8_t *)s, n, NULL, &len);

	return keep(a, made, len);
}

const char *
utf8_nfc(struct arena *a, const char *s)
{
	return normal(a, UNINORM_NFC, s, strlen(s));
}

const char *
utf8_lower(struct arena *a, const char *s)
{
	size_t len = 0;
	uint8_t *made = u8_tolower(
		(const uint8_t *)s, strlen(s), NULL, UNINORM_NFC, NULL, &len);

	return keep(a, made, len);
}

static bool
is_break(ucs4_t c)
{
	return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/*
 * Runs of white space become one space, or with lines kept, the line
 * breaks in them, at most two in a row.
 */
static const char *
tidy(struct arena *a, const char *s, bool lines)
{
	struct buf b = buf_new(a);
	size_t left = strlen(s), n;
	bool space = false, cr = false;
	int breaks = 0;
	ucs4_t c;

	for (; (n = next_char(s, left, &c)) > 0; s += n, left -= n) {
		if (uc_is_property_white_space(c)) {
			space = true;
			if (lines && is_break(c) && !(cr && c == '\n'))
				breaks++;
			cr = c == '\r';
			continue;
		}
		if (b.n > 0 && breaks > 0)
			buf_adds(&b, breaks > 1 ? "\n\n" : "\n");
		else if (b.n > 0 && space)
			buf_addc(&b, ' ');
		space = cr = false;
		breaks = 0;
		add_char(&b, c);
	}
	return normal(a, UNINORM_NFC, b.s, b.n);
}

const char *
utf8_tidy(struct arena *a, const char *s)
{
	return tidy(a, s, false);
}

const char *
utf8_tidy_lines(struct arena *a, const char *s)
{
	return tidy(a, s, true);
}

/* Written inside a name without parting it. */
static bool
joins(ucs4_t c)
{
	static const ucs4_t list[] = {'\'', '`', '-', 0xad, 0xb4, 0x2b9, 0x2bb,
		0x2bc, 0x2bd, 0x2be, 0x2bf, 0x2c8, 0x2018, 0x2019, 0x201b,
		0x2032, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xfe63, 0xff07,
		0xff0d};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i] == c)
			return true;
	return uc_is_general_category(c, UC_CATEGORY_Cf);
}

/* Letters that stand for a Latin one but do not decompose into it. */
static const char *
plain_letter(ucs4_t c)
{
	static const struct {
		ucs4_t c;
		const char *s;
	} list[] = {{0xe6, "ae"}, {0xf0, "d"}, {0xf8, "o"}, {0xfe, "th"},
		{0x111, "d"}, {0x127, "h"}, {0x131, "i"}, {0x138, "k"},
		{0x142, "l"}, {0x14b, "n"}, {0x153, "oe"}, {0x167, "t"},
		{0x180, "b"}, {0x188, "c"}, {0x18c, "d"}, {0x199, "k"},
		{0x19a, "l"}, {0x1b6, "z"}, {0x1e5, "g"}, {0x253, "b"},
		{0x257, "d"}, {0x259, "e"}, {0x268, "i"}, {0x272, "n"}};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (list[i].c == c)
			return list[i].s;
	return NULL;
}

/* Case folded and taken apart (ß is ss, İ is i and a dot). */
static const char *
apart(struct arena *a, const char *s)
{
	struct buf b = buf_new(a);
	size_t left = strlen(s), n, len = 0;
	uint8_t *made;
	ucs4_t c;

	for (; (n = next_char(s, left, &c)) > 0; s += n, left -= n)
		if (!joins(c))
			add_char(&b, c);
	made = u8_casefold(
		(const uint8_t *)b.s, b.n, NULL, UNINORM_NFKD, NULL, &len);
	return keep(a, made, len);
}

/*
 * A mark that only colours its letter. Vowel signs of Indic scripts are
 * marks too, but letters to the reader; they have combining class 0.
 */
static bool
is_accent(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_M) &&
	       uc_combining_class(c) != 0;
}

static bool
is_word(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_L) ||
	       uc_is_general_category(c, UC_CATEGORY_N) ||
	       uc_is_general_category(c, UC_CATEGORY_M);
}

const char *
utf8_fold(struct arena *a, const char *text)
{
	const char *s = apart(a, text);
	struct buf b = buf_new(a);
	size_t left = strlen(s), n;
	bool space = false;
	ucs4_t c;

	for (; (n = next_char(s, left, &c)) > 0; s += n, left -= n) {
		const char *plain = plain_letter(c);

		if (is_accent(c))
			continue;
		if (!is_word(c)) {
			space = true;
			continue;
		}
		if (space && b.n > 0)
			buf_addc(&b, ' ');
		space = false;
		if (plain != NULL)
			buf_adds(&b, plain);
		else
			add_char(&b, c);
	}
	/* Together again, so that a Hangul syllable stays one character. */
	return normal(a, UNINORM_NFC, b.s, b.n);
}

/* Longer than any name; beyond it only equality is told apart. */
#define DISTANCE_MAX 128

static size_t
decode(const char *s, ucs4_t out[DISTANCE_MAX])
{
	size_t left = strlen(s), n, k = 0;
	ucs4_t c;

	for (; (n = next_char(s, left, &c)) > 0; s += n, left -= n) {
		if (k == DISTANCE_MAX)
			return DISTANCE_MAX + 1;
		out[k++] = c;
	}
	return k;
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment over three rolling rows. */
static int
align_distance(const ucs4_t *a, size_t na, const ucs4_t *b, size_t nb, int max)
{
	int row[3][DISTANCE_MAX + 1];
	int *two = row[0], *one = row[1], *cur = row[2], *spare;

	for (size_t j = 0; j <= nb; j++)
		one[j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		int best = cur[0] = (int)i;

		for (size_t j = 1; j <= nb; j++) {
			int d = one[j - 1] + (a[i - 1] != b[j - 1]);

			d = least(d, least(one[j], cur[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
				a[i - 2] == b[j - 1])
				d = least(d, two[j - 2] + 1);
			cur[j] = d;
			best = least(best, d);
		}
		if (best > max)
			return max + 1;
		spare = two;
		two = one;
		one = cur;
		cur = spare;
	}
	return least(one[nb], max + 1);
}

int
utf8_distance(const char *s, const char *t, int max)
{
	ucs4_t a[DISTANCE_MAX], b[DISTANCE_MAX];
	size_t na = decode(s, a), nb = decode(t, b);
	size_t gap = na > nb ? na - nb : nb - na;

	if (na > DISTANCE_MAX || nb > DISTANCE_MAX)
		return strcmp(s, t) == 0 ? 0 : max + 1;
	if (gap > (size_t)max)
		return max + 1;
	return align_distance(a, na, b, nb, max);
}
