#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* Strict UTF-8: no overlong forms, no surrogates, no NUL. */
bool utf8_valid(const char *, size_t n);
size_t utf8_length(const char *); /* code points */
/* NFC, outer white space trimmed, inner runs of it one space. */
const char *utf8_tidy(struct arena *, const char *);
/* NFC and nothing else: a password keeps its blanks. */
const char *utf8_nfc(struct arena *, const char *);
/* NFC in lower case, of no particular language. */
const char *utf8_lower(struct arena *, const char *);
/* As utf8_tidy() but keeps line breaks, as LF. */
const char *utf8_tidy_lines(struct arena *, const char *);
/*
 * The key a name is searched by: NFKD, marks dropped, lower case, letters
 * and digits only, one space between words; apostrophes and hyphens vanish
 * ("O'Brien-Núñez" is "obriennunez"), other punctuation parts words.
 */
const char *utf8_fold(struct arena *, const char *);
/*
 * Edit distance (insert, delete, change, swap of neighbours) in code
 * points, or max + 1 as soon as it must exceed max.
 */
int utf8_distance(const char *, const char *, int max);

#endif
