#ifndef STAFF_SITE_PARTS_H
#define STAFF_SITE_PARTS_H

struct req;
struct site;
struct tpl;

/* "120 Main Street, Riverside, NY 10001", or "Not recorded". */
const char *site_where(struct req *, const struct site *);
/* DAY rows (NAME HOURS, CLOSED) of rq->o.site, Monday first; 0 or -1. */
int site_week_rows(struct req *, struct tpl *t);
/* SHUT rows (SHUT_ID WHEN NAME, FEDERAL, EVERYWHERE) and NONE; 0 or -1. */
int site_closure_rows(struct req *, struct tpl *t);

#endif
