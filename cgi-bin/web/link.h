#ifndef WEB_LINK_H
#define WEB_LINK_H

struct db;
struct err;
struct web;

/*
 * Open the program's database, see that its schema is the one the program
 * was made for, and give up what the program may not touch. -1 and err set;
 * ERR_BUSY: no server answers yet, which a later try may mend.
 */
int web_connect(struct web *, struct err *);
/* The connection, tried for again if it is missing, but not more often than
 * once a second; NULL. */
struct db *web_primary(struct web *);
/* Where lists may be read, or NULL: there is none, or it did not answer a
 * few seconds ago. It may lag. */
struct db *web_standby(struct web *);
/* It did not answer what it was asked. */
void web_standby_failed(struct web *);
void web_disconnect(struct web *);

#endif
