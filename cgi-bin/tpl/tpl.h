#ifndef TPL_TPL_H
#define TPL_TPL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct arena;
struct words;

/*
 * The values for one template. Names are the upper-case markers in the
 * file; name and text must live until tpl_expand() (literals and the
 * request's arena do): neither is copied. Escaping is the template's
 * business (AUTOESCAPE on its first line), never the caller's. A failure
 * inside is remembered and makes tpl_expand() return NULL.
 */
struct tpl;

/* Text between [[ and ]] in a template is translated when it is loaded. */
int tpl_start(const char *root_dir);
int tpl_language(const char *lang, const struct words *); /* "es", catalogue */
void tpl_stop(void);

struct tpl *tpl_new(const char *file, const char *lang); /* NULL: no memory */
void tpl_free(struct tpl *);
void tpl_text(struct tpl *, const char *name, const char *value);
void tpl_int(struct tpl *, const char *name, int64_t);
void tpl_show_if(struct tpl *, const char *section, bool);
struct tpl *tpl_row(struct tpl *, const char *section);
/* Put another template at {{>MARKER}}; it sees globals and its own values. */
struct tpl *tpl_part(struct tpl *, const char *marker, const char *file);
/* A value that every part of the page sees. Call it on the root. */
void tpl_global(struct tpl *, const char *name, const char *value);
const char *tpl_expand(struct tpl *, size_t *n); /* owned by the tpl */
char *tpl_dump(struct tpl *, struct arena *);

#ifdef __cplusplus
}
#endif
#endif
