#ifndef STAFF_PREP_PART_H
#define STAFF_PREP_PART_H

struct req;
struct tpl;
struct visit;

/* part/prep_list.tpl at PREPS: what is done before a visit, with ticks.
 * Nothing when there is none. 0 or -1. */
int prep_part_list(struct req *, struct tpl *, const struct visit *);

#endif
