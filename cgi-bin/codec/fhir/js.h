#ifndef CODEC_FHIR_JS_H
#define CODEC_FHIR_JS_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * JSON as FHIR needs it: every number keeps its digits (FHIR R4, 2.24.0.1:
 * 1.0 and 1.00 differ), and every value knows where in the file it stands,
 * so that an error can say where and a resource can be cut out unchanged.
 * jansson gives neither.
 */
enum js_kind {
	JS_NULL,
	JS_FALSE,
	JS_TRUE,
	JS_NUMBER,
	JS_STRING,
	JS_ARRAY,
	JS_OBJECT,
};

struct js {
	enum js_kind kind;
	const char *key;  /* the member's name; NULL in a list */
	const char *text; /* string decoded, number as written; else "" */
	size_t at, end;	  /* bytes [at, end) of the file */
	struct js *child; /* first member or element */
	struct js *next;
};

/* What is wrong and where: at is a byte, line and column count from 1, the
 * column in characters. */
struct js_error {
	size_t at;
	size_t line, column;
	char text[200];
};

#define JS_DEPTH_MAX 100   /* lists and objects in one another */
#define JS_MEMBERS_MAX 512 /* members of one object */
#define JS_DIGITS_MAX 64   /* characters of one number */

/*
 * Reads one JSON text (RFC 8259) that is valid UTF-8; a byte order mark
 * before it is passed over. Refuses repeated names, lone surrogates, NUL,
 * and what exceeds the limits above. NULL on error, *e set. The tree lives
 * in the arena and does not point into the bytes.
 */
const struct js *
js_read(struct arena *, const char *bytes, size_t n, struct js_error *e);

/* Set e for a place in the bytes. Returns -1. */
int js_fail(struct js_error *e, const char *bytes, size_t n, size_t at,
	const char *, ...) __attribute__((format(printf, 5, 6)));

/* The member of that name, or NULL; also when it is no object or is null. */
const struct js *js_get(const struct js *, const char *name);
/* The text of a string member, or NULL. */
const char *js_text(const struct js *, const char *name);
/* "a list", "a number" ... */
const char *js_kind_words(enum js_kind);
/* The bytes of a value with white space outside strings left out. */
const char *
js_minify(struct arena *, const char *bytes, const struct js *, size_t *n);

#endif
