/* The forms under which a name is found; the rules are in name_key.h. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "domain/name_key.h"

#define NEAR_MIN 3
#define NEAR_MAX 20 /* letters; no longer word is worth a guess */

/* Hyphen, non-breaking hyphen, figure and en dash: U+2010 to U+2013. */
static size_t
hyphen(const char *s)
{
	if (*s == '-')
		return 1;
	if (s[0] == '\xe2' && s[1] == '\x80' && s[2] >= '\x90' &&
		s[2] <= '\x93')
		return 3;
	return 0;
}

const char *
name_key_spaced(struct arena *a, const char *name)
{
	struct buf b = buf_new(a);

	while (*name != '\0') {
		size_t n = hyphen(name);

		buf_addc(&b, n > 0 ? ' ' : *name);
		name += n > 0 ? n : 1;
	}
	return utf8_fold(a, b.s);
}

static void
add_word(struct arena *a, struct name_words *list, const char *word)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i], word) == 0)
			return;
	*ARENA_PUSH(a, list) = word;
}

static void
add_pair(struct arena *a, struct name_pairs *list, const char *word,
	const char *mate)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i].word, word) == 0 &&
			strcmp(list->v[i].mate, mate) == 0)
			return;
	*ARENA_PUSH(a, list) = (struct name_pair){word, mate};
}

/* "garcia lopez ruiz": that if it is not the key, "lopez ruiz", "ruiz". */
static void
add_tails(struct arena *a, struct name_words *list, const char *key,
	const char *spaced)
{
	if (strcmp(key, spaced) != 0)
		add_word(a, list, spaced);
	for (int i = 1; i < NAME_PARTS; i++) {
		spaced = strchr(spaced, ' ');
		if (spaced == NULL)
			return;
		add_word(a, list, ++spaced);
	}
}

static void
add_pairs(struct arena *a, struct name_pairs *out,
	const struct name_words *tails, const char *mate,
	const struct name_words *mate_tails)
{
	for (size_t i = 0; i < tails->n; i++) {
		add_pair(a, out, tails->v[i], mate);
		for (size_t k = 0; k < mate_tails->n; k++)
			add_pair(a, out, tails->v[i], mate_tails->v[k]);
	}
}

static void
add_single(struct arena *a, struct name_words *out, const char *spaced)
{
	while (*spaced != '\0') {
		size_t n = strcspn(spaced, " ");

		add_word(a, out, arena_strndup(a, spaced, n));
		spaced += n + (spaced[n] == ' ');
	}
}

struct name_key
name_key_make(struct arena *a, const char *family, const char *given,
	const char *preferred)
{
	const char *f = name_key_spaced(a, family);
	const char *g = name_key_spaced(a, given);
	const char *p = name_key_spaced(a, preferred);
	struct name_words ftails = {0}, gtails = {0};
	struct name_key out = {
		.family = utf8_fold(a, family),
		.given = utf8_fold(a, given),
	};

	add_tails(a, &ftails, out.family, f);
	add_tails(a, &gtails, out.given, g);
	/* "Rosie" is a given name too, if it does not begin the other. */
	if (*p != '\0' && strncmp(out.given, p, strlen(p)) != 0)
		add_word(a, &gtails, p);
	add_pairs(a, &out.pairs, &ftails, out.given, &gtails);
	add_pairs(a, &out.pairs, &gtails, out.family, &ftails);
	add_single(a, &out.words, f);
	add_single(a, &out.words, g);
	add_single(a, &out.words, p);
	return out;
}

/* Bytes of the character at s. */
static size_t
char_size(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

struct name_words
name_key_near(struct arena *a, const char *word)
{
	struct name_words out = {0};
	size_t len = utf8_length(word), all = strlen(word);

	if (len < NEAR_MIN || len > NEAR_MAX)
		return out;
	add_word(a, &out, word);
	for (size_t at = 0; at < all;) {
		size_t n = char_size(word + at);
		struct buf b = buf_new(a);

		buf_add(&b, word, at);
		buf_adds(&b, word + at + n);
		add_word(a, &out, b.s);
		at += n;
	}
	return out;
}
