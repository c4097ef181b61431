#ifndef STAFF_START_H
#define STAFF_START_H

struct scope;

/* The page somebody begins at: Today, or for those who read no worklist
 * the administration. */
const char *staff_start(const struct scope *);

#endif
