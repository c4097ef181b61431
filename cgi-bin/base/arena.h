#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

/*
 * An arena hands out memory that is given back all at once. Each request,
 * job and command owns one; nothing taken from it is freed by hand, and
 * nothing taken from it may be kept after its owner has ended.
 *
 * No function here returns NULL. Out of memory, it jumps to the place set
 * with arena_on_oom() (the dispatcher's, which answers 503, rolls back and
 * takes the next request), or aborts where none is set. Never call into an
 * arena from a frame that C++ must unwind.
 */
struct arena;
struct arena_mark {
	size_t n; /* opaque: how much was in use */
};

struct arena *arena_new(void);
void arena_free(struct arena *);  /* NULL is fine */
void arena_reset(struct arena *); /* keep the blocks, drop the contents */
struct arena_mark arena_mark(const struct arena *);
void arena_rewind(struct arena *, struct arena_mark);
void arena_on_oom(struct arena *, jmp_buf *);  /* NULL: abort instead */
size_t arena_high_water(const struct arena *); /* bytes, since arena_new */
extern int arena_fail_at; /* tests: fail the nth allocation; 0 never */

void *arena_alloc(struct arena *, size_t); /* zeroed, aligned for any type */
char *arena_strdup(struct arena *, const char *);
char *arena_strndup(struct arena *, const char *, size_t);
char *arena_printf(struct arena *, const char *, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *, const char *, va_list)
	__attribute__((format(printf, 2, 0)));
void *arena_grow(struct arena *, void *old, size_t n, size_t *cap, size_t size);

/*
 * Append one zeroed element to a list of the shape { T *v; size_t n, cap; }
 * and return its address.
 */
#define ARENA_PUSH(a, l)                                                       \
	((l)->v = arena_grow((a), (l)->v, (l)->n, &(l)->cap, sizeof(*(l)->v)), \
		&(l)->v[(l)->n++])

#endif
