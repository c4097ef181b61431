#ifndef WEB_TXN_H
#define WEB_TXN_H

#include "web/req.h"

struct params;
struct web;

/*
 * A page inside its transaction: its objects are loaded, its handler run,
 * the session and the audit row written, all committed or nothing. Each
 * returns the HTTP status, with the reply drawn.
 */
int txn_reading(struct web *, struct req *, const struct params *);
int txn_writing(struct req *, const struct params *);
/* What is written about a request that changed nothing itself: who saw or
 * was refused what, and the work it wanted kept. Returns st, or the status
 * of the failure to write it. */
int txn_note(struct req *, int st);

#endif
