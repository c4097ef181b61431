#ifndef WEB_LANGS_H
#define WEB_LANGS_H

#include <stddef.h>

struct err;
struct words;

/* The languages pages come in beside English: one catalogue each. */
struct langs {
	struct {
		char lang[8];
		struct words *words;
	} v[16];
	size_t n;
};

/* Load every LANG.po of a folder and tell the templates of it. */
int langs_load(struct langs *, const char *folder, struct err *);
void langs_free(struct langs *);

#endif
