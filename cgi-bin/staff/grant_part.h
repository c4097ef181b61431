#ifndef STAFF_GRANT_PART_H
#define STAFF_GRANT_PART_H

struct req;
struct tpl;

/* part/grants.tpl at the marker GRANTS: authorizations and referrals of
 * rq->o.patient, with what is used of each. 0 or -1. */
int grant_part_cards(struct req *, struct tpl *);

#endif
