#ifndef WEB_RERUN_H
#define WEB_RERUN_H

#include "web/req.h"

/* A request as it was at one moment, with what its handler may change. */
struct rerun;

/* Remember the request; it must have no page drawn. */
struct rerun *rerun_mark(struct req *);
/*
 * Make it again what it was: no reply, no headers, cookies, flash, notes or
 * work kept for later, and the form as it was sent. What the arena gave
 * since then is taken back. Any number of times.
 */
void rerun_back(struct req *, const struct rerun *);

#endif
