#ifndef STAFF_RECALL_PART_H
#define STAFF_RECALL_PART_H

struct recall;
struct req;
struct tpl;

/* ID PATIENT NAME BORN MRN TYPE_NAME REASON DUE TRIED TONE STATE: a row of
 * the list, and the head of a recall's own page. */
void recall_row(struct req *, struct tpl *, const struct recall *);

#endif
