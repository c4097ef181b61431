#ifndef PAGE_FAIL_H
#define PAGE_FAIL_H

#include <stdbool.h>

#include "base/err.h"

struct req;

/* The one page for refusals and faults, in the program's own layout; plain
 * text to a script and where nothing can be drawn. */
void page_fail(struct req *, enum err_kind, int status, const char *text);

/* The page for when the database cannot be reached; see struct gate. */
void page_lost(struct req *, bool unsure);

#endif
