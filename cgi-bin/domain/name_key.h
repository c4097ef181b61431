#ifndef DOMAIN_NAME_KEY_H
#define DOMAIN_NAME_KEY_H

#include <stddef.h>

struct arena;

#define NAME_PARTS 5 /* words of one half of a name that are looked at */

/* A word inside a name, with what follows it, and the other half. */
struct name_pair {
	const char *word, *mate;
};

struct name_pairs {
	struct name_pair *v;
	size_t n, cap;
};

struct name_words {
	const char **v;
	size_t n, cap;
};

/*
 * All that a name is found by. "Garcia-Lopez, Maria Jose": family
 * "garcialopez", given "maria jose"; pairs for "garcia lopez", "lopez" and
 * "jose" with what stands in the other half; the single words for typing
 * errors. Rules and examples: tests/RULES.md, section "The search box".
 */
struct name_key {
	const char *family, *given; /* utf8_fold() of the whole half */
	struct name_pairs pairs;    /* each once */
	struct name_words words;    /* each once */
};

struct name_key name_key_make(struct arena *, const char *family,
	const char *given, const char *preferred);
/* Hyphens part words here, which in the whole key they do not. */
const char *name_key_spaced(struct arena *, const char *name);
/*
 * What is left of a word without one of its letters, each once, and the
 * word itself; nothing for words under three letters. Two words one typing
 * error apart share an entry.
 */
struct name_words name_key_near(struct arena *, const char *word);

#endif
