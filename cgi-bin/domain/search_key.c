/* Reading the search box: names, a birth date, an MRN, a phone number. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "domain/birth.h"
#include "domain/patient.h"
#include "domain/search_key.h"

#define TOKENS 24

struct tokens {
	const char *v[TOKENS];
	size_t n;
};

static bool
has_digit(const char *s)
{
	return strpbrk(s, "0123456789") != NULL;
}

static bool
all_digits(const char *s)
{
	return *s != '\0' && s[strspn(s, "0123456789")] == '\0';
}

static void
split(struct arena *a, const char *text, struct tokens *out)
{
	while (out->n < TOKENS) {
		size_t len;

		text += strspn(text, " \t\r\n,;");
		len = strcspn(text, " \t\r\n,;");
		if (len == 0)
			return;
		out->v[out->n++] = arena_strndup(a, text, len);
		text += len;
	}
}

static void
drop(struct tokens *t, size_t at, size_t n)
{
	memmove(&t->v[at], &t->v[at + n], (t->n - at - n) * sizeof(t->v[0]));
	t->n -= n;
}

static const char *
join(struct arena *a, const struct tokens *t, size_t at, size_t n)
{
	struct buf b = buf_new(a);

	for (size_t i = at; i < at + n; i++) {
		if (i > at)
			buf_addc(&b, ' ');
		buf_adds(&b, t->v[i]);
	}
	return b.s;
}

/*
 * Take the longest run of tokens that reads as a birth date. A bare run of
 * digits stays, as it may as well be an MRN or a phone number.
 */
static void
take_birth(
	struct arena *a, struct tokens *t, day_t today, struct search_key *out)
{
	for (size_t n = t->n < 5 ? t->n : 5; n > 0; n--)
		for (size_t i = 0; i + n <= t->n; i++) {
			const char *s = join(a, t, i, n);

			if (!has_digit(s))
				continue;
			out->n_births = birth_readings(s, today, out->births);
			if (out->n_births == 0)
				continue;
			if (!all_digits(s))
				drop(t, i, n);
			return;
		}
}

static void
add_words(struct arena *a, const char *token, struct search_key *out)
{
	char *spaced = arena_strdup(a, token), *word, *next;

	/* "Garcia-Lopez" is looked for as two words. */
	for (char *p = spaced; (p = strchr(p, '-')) != NULL;)
		*p = ' ';
	word = arena_strdup(a, utf8_fold(a, spaced));
	for (; *word != '\0' && out->n_words < SEARCH_WORDS; word = next) {
		next = word + strcspn(word, " ");
		if (*next != '\0')
			*next++ = '\0';
		out->words[out->n_words++] = word;
	}
}

/* "MRN: 104-882", "DOB 3/14/1961": said before a number, no name. */
static bool
is_label(struct arena *a, const char *token)
{
	static const char *const list[] = {
		"", "mrn", "dob", "tel", "phone", "born"};
	const char *word = utf8_fold(a, token);

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(list[i], word) == 0)
			return true;
	return false;
}

static void
drop_labels(struct arena *a, const char *text, struct tokens *t)
{
	if (!has_digit(text))
		return;
	for (size_t i = t->n; i > 0; i--)
		if (is_label(a, t->v[i - 1]))
			drop(t, i - 1, 1);
}

/* The digits backwards, without the 1 that dials the United States. */
static const char *
phone_key(struct arena *a, const char *s)
{
	struct buf b = buf_new(a), back = buf_new(a);

	for (; *s != '\0'; s++)
		if (*s >= '0' && *s <= '9')
			buf_addc(&b, *s);
	if (b.n == 11 && b.s[0] == '1') {
		b.s++;
		b.n--;
	}
	for (size_t i = b.n; i > 0; i--)
		buf_addc(&back, b.s[i - 1]);
	return back.n >= 4 && back.n <= 15 ? back.s : "";
}

static void
add_number(struct arena *a, const char *s, struct search_key *out)
{
	const char *letters = s;

	out->mrn = patient_mrn_key(a, s);
	for (; *letters != '\0'; letters++)
		if ((*letters | 0x20) >= 'a' && (*letters | 0x20) <= 'z')
			return; /* no phone number has letters */
	out->phone = phone_key(a, s);
}

struct search_key
search_key_parse(struct arena *a, const char *text, day_t today)
{
	struct search_key out = {.mrn = "", .phone = ""};
	struct buf number = buf_new(a);
	struct tokens t = {.n = 0};

	split(a, utf8_tidy(a, text), &t);
	drop_labels(a, text, &t);
	take_birth(a, &t, today, &out);
	for (size_t i = 0; i < t.n; i++) {
		if (has_digit(t.v[i]))
			buf_adds(&number, t.v[i]);
		else
			add_words(a, t.v[i], &out);
	}
	if (number.n > 0)
		add_number(a, number.s, &out);
	return out;
}

bool
search_key_empty(const struct search_key *k)
{
	return k->n_words == 0 && k->n_births == 0 && *k->mrn == '\0' &&
	       *k->phone == '\0';
}

static bool
begins_a_word(const char *word, const char *key)
{
	size_t n = strlen(word);

	for (; *key != '\0'; key += *key == ' ') {
		if (strncmp(key, word, n) == 0)
			return true;
		key += strcspn(key, " ");
	}
	return false;
}

bool
search_key_fits(const struct search_key *k, const char *family_key,
	const char *given_key)
{
	for (size_t i = 0; i < k->n_words; i++)
		if (!begins_a_word(k->words[i], family_key) &&
			!begins_a_word(k->words[i], given_key))
			return false;
	return true;
}

const char *
search_key_phrase(
	struct arena *a, const struct search_key *k, size_t i, size_t j)
{
	struct buf b = buf_new(a);

	for (size_t w = i; w < j; w++) {
		if (w > i)
			buf_addc(&b, ' ');
		buf_adds(&b, k->words[w]);
	}
	return b.s;
}

const char *
search_key_end(struct arena *a, const char *begin)
{
	/* U+10FFFF, the last character there can be. */
	return arena_printf(a, "%s\xf4\x8f\xbf\xbf", begin);
}
