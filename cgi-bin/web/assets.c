/* static.map, read once at start. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "web/assets.h"

struct pair_of_names {
	const char *name, *hashed;
};

struct assets {
	struct arena *arena;
	struct pair_of_names *v;
	size_t n, cap;
};

struct assets *
assets_load(const char *map_file, struct err *err)
{
	struct arena *a = arena_new();
	struct assets *as = arena_alloc(a, sizeof(*as));
	char line[512];
	FILE *f;

	as->arena = a;
	if (map_file[0] == '\0')
		return as;
	if ((f = fopen(map_file, "r")) == NULL) {
		err_set(err, ERR_BROKEN, "%s cannot be read", map_file);
		arena_free(a);
		return NULL;
	}
	while (fgets(line, sizeof(line), f) != NULL) {
		char *tab = strchr(line, '\t');

		if (tab == NULL)
			continue;
		*tab = '\0';
		tab[1 + strcspn(tab + 1, "\n")] = '\0';
		*ARENA_PUSH(a, as) = (struct pair_of_names){
			arena_strdup(a, line), arena_strdup(a, tab + 1)};
	}
	fclose(f);
	return as;
}

void
assets_free(struct assets *as)
{
	if (as != NULL)
		arena_free(as->arena);
}

const char *
assets_url(const struct assets *as, struct arena *a, const char *name)
{
	for (size_t i = 0; as != NULL && i < as->n; i++)
		if (strcmp(as->v[i].name, name) == 0)
			return arena_printf(a, "/static/%s", as->v[i].hashed);
	return arena_printf(a, "/static/%s", name);
}
