#ifndef BASE_WORDS_H
#define BASE_WORDS_H

struct err;

/*
 * The catalogue of one language, read from a gettext .po file once at
 * start. English is the text in the source itself and has no catalogue.
 */
struct words;

struct words *words_load(const char *po_file, struct err *); /* NULL: error */
void words_free(struct words *);
/* The translation, or the text itself; words may be NULL. */
const char *words_tr(const struct words *, const char *text);

#endif
