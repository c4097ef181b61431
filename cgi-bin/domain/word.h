#ifndef DOMAIN_WORD_H
#define DOMAIN_WORD_H

#include <stdbool.h>
#include <string.h>

/* A stored value and what a person reads for it; a list ends with
 * {NULL, NULL}. */
struct word {
	const char *value, *label;
};

/* NULL: the list does not know the value. */
static inline const char *
word_label(const struct word *w, const char *value)
{
	for (; w->value != NULL; w++)
		if (strcmp(w->value, value) == 0)
			return w->label;
	return NULL;
}

#endif
