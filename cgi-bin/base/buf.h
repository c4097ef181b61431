#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct arena;

/* A growing string in an arena. Always NUL-terminated, never NULL. */
struct buf {
	struct arena *arena;
	char *s;
	size_t n, cap;
};

struct buf buf_new(struct arena *);
void buf_add(struct buf *, const void *, size_t);
void buf_adds(struct buf *, const char *);
void buf_addc(struct buf *, char);
void
buf_addf(struct buf *, const char *, ...) __attribute__((format(printf, 2, 3)));

#endif
