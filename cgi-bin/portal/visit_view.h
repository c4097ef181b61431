#ifndef PORTAL_VISIT_VIEW_H
#define PORTAL_VISIT_VIEW_H

struct req;
struct tpl;
struct visit;

/* "Tuesday, December 1 at 10:30 am", where the visit takes place. */
const char *portal_visit_when(struct req *, const struct visit *);
const char *portal_visit_type(struct req *, const struct visit *);
/* One line of the list: ID ISO WHEN PROVIDER TYPE TAG. */
void portal_visit_line(struct req *, struct tpl *, const struct visit *);
/* The whole card: the line and MINUTES INTERPRETER PLACE MODE ASKED, what
 * may be done, VERSION. 0 or -1. */
int portal_visit_card(struct req *, struct tpl *, const struct visit *);

#endif
