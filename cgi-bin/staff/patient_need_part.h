#ifndef STAFF_PATIENT_NEED_PART_H
#define STAFF_PATIENT_NEED_PART_H

struct req;
struct tpl;

/* EACH_VISIT section: what rq->o.patient needs each time. 0 or -1. */
int patient_need_card(struct req *, struct tpl *);

#endif
