#ifndef STAFF_PART_H
#define STAFF_PART_H

#include <stdint.h>

#include "web/form.h"

struct req;
struct tpl;
struct word;

/* What the pages on people share. Texts live in the request's arena. */

const char *part_id(struct req *, int64_t); /* as an option's value */
/* The number an option's value is, 0 if it is none. */
int64_t part_number(const char *);
/* The choices of a select or of buttons, from a list of the domain. */
void part_word_options(struct req *, const char *field, const struct word *);
/* "active" or "inactive". */
extern const struct option part_in_use[];
/* "1" Monday to "0" Sunday. */
extern const struct option part_weekdays[];
const char *part_roles(struct req *, unsigned roles); /* "Biller, ..." */
/* "Firefox on Windows", from what the browser says of itself. */
const char *part_agent(const char *agent);
/*
 * SESSION rows (WHAT WHERE SINCE SEEN ID, THIS, OTHER) and NONE in t:
 * the live sessions of one person. Returns how many, or -1.
 */
int
part_sessions(struct req *, struct tpl *t, int64_t user, int64_t this_session);

#endif
