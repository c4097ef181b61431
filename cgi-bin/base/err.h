#ifndef BASE_ERR_H
#define BASE_ERR_H

/*
 * Why something could not be done. The text is for the person in front of
 * the screen and complete as it stands; the kind decides the HTTP status,
 * the exit code of a command and whether a job is tried again.
 */
enum err_kind {
	ERR_NONE,
	ERR_INPUT,     /* 422, exit 2: what was entered cannot be taken */
	ERR_NOT_FOUND, /* 404, exit 3: not there, or not the caller's */
	ERR_DENIED,    /* 403, exit 4 */
	ERR_CONFLICT,  /* 409, exit 5: somebody else was first */
	ERR_BUSY,      /* 503, exit 6: try again later */
	ERR_BROKEN,    /* 500, exit 7: our fault */
};

struct err {
	enum err_kind kind;
	char field[48]; /* the form field or column at fault, or "" */
	char text[464];
};

/* Both set *err and return -1, so that "return err_set(...)" reads well. */
int err_set(struct err *, enum err_kind, const char *, ...)
	__attribute__((format(printf, 3, 4)));
int err_field(struct err *, const char *field, const char *, ...)
	__attribute__((format(printf, 3, 4)));
void err_clear(struct err *);
int err_status(enum err_kind); /* the HTTP status; 200 for ERR_NONE */
int err_exit(enum err_kind);   /* the exit code; 0 for ERR_NONE */

/* A mistake of ours: log it and abort; the supervisor starts anew. */
#define BUG(...) err_bug(__FILE__, __LINE__, __VA_ARGS__)
_Noreturn void err_bug(const char *file, int line, const char *, ...)
	__attribute__((format(printf, 3, 4)));

#endif
