#ifndef DOMAIN_SEARCH_KEY_H
#define DOMAIN_SEARCH_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"

struct arena;

#define SEARCH_WORDS 6
#define SEARCH_TEXT_MAX 120 /* code points; what stands behind is not read */

/*
 * What somebody typed into the search box, understood. Several readings
 * may hold at once: 031461 is a birth date, the beginning of an MRN and the
 * end of a phone number.
 */
struct search_key {
	const char *words[SEARCH_WORDS]; /* folded, single words */
	size_t n_words;
	day_t births[2]; /* readings of a birth date, likeliest first */
	int n_births;
	const char *mrn;   /* as patient_mrn_key(); "" when there is none */
	const char *phone; /* digits backwards, no country 1; "" if < 4 */
};

/* Never fails: what cannot be understood finds nothing. */
struct search_key
search_key_parse(struct arena *, const char *text, day_t today);
bool search_key_empty(const struct search_key *);
/* Each typed word begins some word of the name; keys are folded. */
bool search_key_fits(const struct search_key *, const char *family_key,
	const char *given_key);
/* Words i to j - 1 with a blank between. */
const char *search_key_phrase(
	struct arena *, const struct search_key *, size_t i, size_t j);
/* The first key no longer beginning with this one; for index ranges. */
const char *search_key_end(struct arena *, const char *begin);

#endif
