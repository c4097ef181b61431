/*
 * Gives a fuzz target its corpus, and each file of it cut short and with
 * bytes changed, always in the same way. Arguments or the folders below,
 * by the program's name: fuzz_NAME_replay reads tests/fuzz/NAME.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"

#define SIZE_MAX_BYTES (1 << 17)
#define CUTS 120
#define CHANGES 240

static uint32_t seed = 1;

static uint32_t
next(void)
{
	seed = seed * 1664525u + 1013904223u;
	return seed >> 8;
}

/* A buffer of exactly the size, so that a sanitizer sees one byte more. */
static void
run(const uint8_t *data, size_t n)
{
	uint8_t *copy = malloc(n ? n : 1);

	if (n)
		memcpy(copy, data, n);
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
}

static void
vary(uint8_t *data, size_t n)
{
	static const char bytes[] = "{}[]\",:\\0-.e \n\xff\xc3\x80;'=";

	for (size_t i = 0; i < CUTS && n; i++)
		run(data, next() % n);
	for (size_t i = 0; i < CHANGES && n; i++) {
		size_t at = next() % n;
		uint8_t old = data[at];

		data[at] = (uint8_t)bytes[next() % (sizeof(bytes) - 1)];
		run(data, n);
		data[at] = old;
	}
}

static int
file(const char *path)
{
	static uint8_t data[SIZE_MAX_BYTES];
	FILE *f = fopen(path, "r");
	size_t n;

	if (!f)
		return -1;
	n = fread(data, 1, sizeof(data), f);
	fclose(f);
	run(data, n);
	vary(data, n);
	return 0;
}

int
main(int argc, char **argv)
{
	char dir[512], path[1024];
	const char *name = strrchr(argv[0], '/');
	struct dirent *e;
	int files = 0;
	DIR *d;

	name = strstr(name ? name : argv[0], "fuzz_");
	if (argc > 2 || !name)
		return 2;
	snprintf(dir, sizeof(dir), "%s/tests/fuzz/%.*s", SRCDIR,
		(int)strcspn(name + 5, "_"), name + 5);
	d = opendir(argc == 2 ? argv[1] : dir);
	while (d && (e = readdir(d)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", argc == 2 ? argv[1] : dir,
			e->d_name);
		if (e->d_name[0] != '.' && file(path) == 0)
			files++;
	}
	if (d)
		closedir(d);
	printf("1..1\n%s 1 - %d files and what is made of them\n",
		files ? "ok" : "not ok", files);
	return files == 0;
}
