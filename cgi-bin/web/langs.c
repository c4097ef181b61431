/* A third language is one more file in templates/po, nothing here. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/words.h"
#include "tpl/tpl.h"
#include "web/langs.h"

static int
load(struct langs *l, const char *folder, const char *file, struct err *err)
{
	size_t n = strlen(file);
	char path[1024];

	if (n < 5 || n > 10 || strcmp(file + n - 3, ".po") != 0 ||
		l->n == sizeof(l->v) / sizeof(l->v[0]))
		return 0;
	snprintf(path, sizeof(path), "%s/%s", folder, file);
	l->v[l->n].words = words_load(path, err);
	if (l->v[l->n].words == NULL)
		return -1;
	snprintf(l->v[l->n].lang, sizeof(l->v[0].lang), "%.*s", (int)(n - 3),
		file);
	if (tpl_language(l->v[l->n].lang, l->v[l->n].words) < 0)
		return err_set(err, ERR_BROKEN, "%s: out of memory", path);
	l->n++;
	return 0;
}

int
langs_load(struct langs *l, const char *folder, struct err *err)
{
	DIR *d = opendir(folder);
	struct dirent *e;
	int rc = 0;

	l->n = 0;
	if (d == NULL)
		return 0;
	while (rc == 0 && (e = readdir(d)) != NULL)
		rc = load(l, folder, e->d_name, err);
	closedir(d);
	return rc;
}

void
langs_free(struct langs *l)
{
	for (size_t i = 0; i < l->n; i++)
		words_free(l->v[i].words);
	l->n = 0;
}
