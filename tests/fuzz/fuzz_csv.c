/* The reader of lists, given anything; what it writes it reads again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "codec/csv/csv.h"
#include "fuzz/fuzz.h"

static void
again(struct arena *a, const char *cell)
{
	struct csv list = {0};
	struct csv_error e;
	struct buf b = buf_new(a);

	csv_cell(&b, cell);
	if (csv_read(a, b.s, b.n, &list, &e))
		abort();
	if (list.n && !strstr(list.v[0].v[0], cell))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct csv list = {0};
	struct csv_error e = {0};

	if (csv_read(a, (const char *)data, n, &list, &e) == 0) {
		for (size_t i = 0; i < list.n; i++)
			for (size_t k = 0; k < list.v[i].n; k++)
				again(a, list.v[i].v[k]);
	} else if (e.line == 0 || !*e.text) {
		abort();
	}
	arena_free(a);
	return 0;
}
