#ifndef STAFF_ATTEND_PART_H
#define STAFF_ATTEND_PART_H

struct req;
struct tpl;
struct visit;

/* part/attend.tpl at ATTEND: how likely somebody needs help to come, why, and
 * what might help. Only of a visit that is booked and still to come. 0 or
 * -1. */
int attend_part(struct req *, struct tpl *, const struct visit *);

#endif
