/*
 * Memory that is given back all at once. Blocks are kept over a reset, so
 * that a worker in its stride asks the system for nothing. Under
 * AddressSanitizer each object is a malloc of its own, so that every
 * overrun and every use after the end is seen.
 */
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/log.h"

int arena_fail_at;

static _Noreturn void
arena_oom(jmp_buf *jb)
{
	if (jb != NULL)
		longjmp(*jb, 1);
	log_error("event=out_of_memory");
	abort();
}

#ifdef __SANITIZE_ADDRESS__

struct cell {
	struct cell *next;
	size_t size;
	max_align_t data[];
};

struct arena {
	struct cell *cells; /* newest first */
	jmp_buf *oom;
	size_t count, used, high;
};

static void *
arena_take(struct arena *a, size_t size)
{
	struct cell *c;

	if (size > SIZE_MAX / 2 || !(c = calloc(1, sizeof(*c) + size)))
		return NULL;
	c->next = a->cells;
	c->size = size;
	a->cells = c;
	a->count++;
	a->used += size;
	if (a->used > a->high)
		a->high = a->used;
	return c->data;
}

struct arena_mark
arena_mark(const struct arena *a)
{
	return (struct arena_mark){a->count};
}

void
arena_rewind(struct arena *a, struct arena_mark mark)
{
	while (a->count > mark.n) {
		struct cell *c = a->cells;

		a->cells = c->next;
		a->count--;
		a->used -= c->size;
		free(c);
	}
}

void
arena_reset(struct arena *a)
{
	arena_rewind(a, (struct arena_mark){0});
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a);
}

#else

#define BLOCK_SIZE ((size_t)64 * 1024)
/* Kept over a reset; one huge page must not stay for ever. */
#define BLOCKS_KEPT 16

struct block {
	struct block *prev, *next;
	size_t start; /* bytes in use in the blocks before this one */
	size_t used, size;
	max_align_t data[];
};

struct arena {
	struct block *first, *cur; /* NULL until something is taken */
	jmp_buf *oom;
	size_t high;
};

static struct block *
block_new(size_t need)
{
	size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
	struct block *b;

	if (size > SIZE_MAX / 2 || !(b = malloc(sizeof(*b) + size)))
		return NULL;
	b->prev = b->next = NULL;
	b->start = b->used = 0;
	b->size = size;
	return b;
}

/* Put b after the current block, before those left over from a rewind. */
static void
block_link(struct arena *a, struct block *b)
{
	b->prev = a->cur;
	b->next = a->cur ? a->cur->next : a->first;
	if (b->next != NULL)
		b->next->prev = b;
	if (a->cur != NULL)
		a->cur->next = b;
	else
		a->first = b;
}

/* Make the current block one with room for size bytes, or return false. */
static bool
arena_room(struct arena *a, size_t size)
{
	struct block *b = a->cur ? a->cur->next : a->first;

	if (a->cur != NULL && a->cur->size - a->cur->used >= size)
		return true;
	if (b == NULL || b->size < size) {
		if ((b = block_new(size)) == NULL)
			return false;
		block_link(a, b);
	}
	b->start = a->cur ? a->cur->start + a->cur->used : 0;
	b->used = 0;
	a->cur = b;
	return true;
}

static void *
arena_take(struct arena *a, size_t size)
{
	size_t align = alignof(max_align_t);
	char *p;

	if (size > SIZE_MAX / 2)
		return NULL;
	size = (size + align - 1) / align * align;
	if (size == 0)
		size = align;
	if (!arena_room(a, size))
		return NULL;
	p = (char *)a->cur->data + a->cur->used;
	a->cur->used += size;
	if (a->cur->start + a->cur->used > a->high)
		a->high = a->cur->start + a->cur->used;
	return memset(p, 0, size);
}

struct arena_mark
arena_mark(const struct arena *a)
{
	return (struct arena_mark){a->cur ? a->cur->start + a->cur->used : 0};
}

void
arena_rewind(struct arena *a, struct arena_mark mark)
{
	while (a->cur != NULL && a->cur->start > mark.n) {
		a->cur->used = 0;
		a->cur = a->cur->prev;
	}
	if (a->cur != NULL)
		a->cur->used = mark.n - a->cur->start;
}

static void
blocks_free(struct block *b)
{
	while (b != NULL) {
		struct block *next = b->next;

		free(b);
		b = next;
	}
}

void
arena_reset(struct arena *a)
{
	struct block *b = a->first;
	struct block *last = NULL;

	a->cur = NULL;
	for (int n = 0; b != NULL && n < BLOCKS_KEPT; n++) {
		if (b->size > BLOCK_SIZE)
			break;
		b->used = 0;
		last = b;
		b = b->next;
	}
	if (last != NULL)
		last->next = NULL;
	else
		a->first = NULL;
	blocks_free(b);
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	blocks_free(a->first);
	free(a);
}

#endif

struct arena *
arena_new(void)
{
	struct arena *a = calloc(1, sizeof(*a));

	if (a == NULL)
		arena_oom(NULL);
	return a;
}

void
arena_on_oom(struct arena *a, jmp_buf *jb)
{
	a->oom = jb;
}

size_t
arena_high_water(const struct arena *a)
{
	return a->high;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	void *p = NULL;

	if (arena_fail_at == 0 || --arena_fail_at > 0)
		p = arena_take(a, size);
	if (p == NULL)
		arena_oom(a->oom);
	return p;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *p = arena_alloc(a, len + 1);

	memcpy(p, s, len);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(arena_alloc(a, n), s, n);
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char *s;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n < 0)
		n = 0;
	s = arena_alloc(a, (size_t)n + 1);
	vsnprintf(s, (size_t)n + 1, fmt, again);
	va_end(again);
	return s;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return s;
}

void *
arena_grow(struct arena *a, void *old, size_t n, size_t *cap, size_t size)
{
	size_t want = *cap ? *cap * 2 : 16;
	void *p;

	if (n < *cap)
		return old;
	if (size > 0 && want > SIZE_MAX / 4 / size)
		arena_oom(a->oom);
	p = arena_alloc(a, want * size);
	if (n > 0)
		memcpy(p, old, n * size);
	*cap = want;
	return p;
}
