/* One language's catalogue: a gettext .po file in a hash table. */
#include <gettext-po.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/words.h"

struct pair {
	char *id, *text;
};

struct words {
	struct pair *v; /* open addressing; size is a power of two */
	size_t n, size;
};

/*
 * libgettextpo reports through functions without a user pointer, and a
 * fatal report must not return. Catalogues are read once, at start, by a
 * program of one thread.
 */
static struct {
	jmp_buf jump;
	char text[200];
	int count;
} trouble;

static void
on_error(int severity, po_message_t message, const char *file, size_t line,
	size_t column, int multiline, const char *text)
{
	(void)message;
	(void)file;
	(void)column;
	(void)multiline;
	if (severity != PO_SEVERITY_WARNING && trouble.count++ == 0)
		snprintf(trouble.text, sizeof(trouble.text), "line %zu: %s",
			line == (size_t)-1 ? 0 : line, text);
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(trouble.jump, 1);
}

static void
on_error2(int severity, po_message_t m1, const char *f1, size_t l1, size_t c1,
	int multi1, const char *t1, po_message_t m2, const char *f2, size_t l2,
	size_t c2, int multi2, const char *t2)
{
	(void)m2;
	(void)f2;
	(void)l2;
	(void)c2;
	(void)multi2;
	(void)t2;
	on_error(severity, m1, f1, l1, c1, multi1, t1);
}

static size_t
hash(const char *s)
{
	uint64_t h = 14695981039346656037u; /* FNV-1a */

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return (size_t)h;
}

static struct pair *
slot(struct pair *v, size_t size, const char *id)
{
	size_t i = hash(id) & (size - 1);

	while (v[i].id != NULL && strcmp(v[i].id, id) != 0)
		i = (i + 1) & (size - 1);
	return &v[i];
}

static void
words_grow(struct words *w)
{
	size_t size = w->size ? w->size * 2 : 512;
	struct pair *v = calloc(size, sizeof(*v));

	if (v == NULL)
		BUG("out of memory");
	for (size_t i = 0; i < w->size; i++)
		if (w->v[i].id != NULL)
			*slot(v, size, w->v[i].id) = w->v[i];
	free(w->v);
	w->v = v;
	w->size = size;
}

static void
words_put(struct words *w, const char *id, const char *text)
{
	struct pair *p;

	if (w->n * 2 >= w->size)
		words_grow(w);
	p = slot(w->v, w->size, id);
	if (p->id != NULL)
		return;
	p->id = strdup(id);
	p->text = strdup(text);
	if (p->id == NULL || p->text == NULL)
		BUG("out of memory");
	w->n++;
}

/* The header has the empty id; what is fuzzy or empty is not translated. */
static void
words_read(struct words *w, po_file_t file)
{
	po_message_iterator_t it = po_message_iterator(file, NULL);
	po_message_t m;

	while ((m = po_next_message(it)) != NULL) {
		const char *id = po_message_msgid(m);
		const char *text = po_message_msgstr(m);

		if (*id == '\0' || *text == '\0' || po_message_is_fuzzy(m) ||
			po_message_is_obsolete(m))
			continue;
		words_put(w, id, text);
	}
	po_message_iterator_free(it);
}

static po_file_t
read_file(const char *path)
{
	static const struct po_xerror_handler handler = {
		.xerror = on_error,
		.xerror2 = on_error2,
	};
	po_file_t volatile file = NULL;

	trouble.count = 0;
	snprintf(trouble.text, sizeof(trouble.text), "not readable");
	if (access(path, R_OK) != 0)
		return NULL;
	if (setjmp(trouble.jump) == 0)
		file = po_file_read(path, &handler);
	if (file != NULL && trouble.count > 0) {
		po_file_free(file);
		return NULL;
	}
	return file;
}

struct words *
words_load(const char *po_file, struct err *err)
{
	po_file_t file = read_file(po_file);
	struct words *w;

	if (file == NULL) {
		err_set(err, ERR_BROKEN, "%.200s: %s", po_file, trouble.text);
		return NULL;
	}
	if ((w = calloc(1, sizeof(*w))) == NULL)
		BUG("out of memory");
	words_grow(w);
	words_read(w, file);
	po_file_free(file);
	return w;
}

void
words_free(struct words *w)
{
	if (w == NULL)
		return;
	for (size_t i = 0; i < w->size; i++) {
		free(w->v[i].id);
		free(w->v[i].text);
	}
	free(w->v);
	free(w);
}

const char *
words_tr(const struct words *w, const char *text)
{
	const struct pair *p;

	if (w == NULL)
		return text;
	p = slot(w->v, w->size, text);
	return p->id != NULL ? p->text : text;
}
