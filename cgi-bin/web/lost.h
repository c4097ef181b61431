#ifndef WEB_LOST_H
#define WEB_LOST_H

#include "web/req.h"

struct pairs;

/* Answer without the database, which cannot be reached: that nothing was
 * saved, or that this is not known, and the same form once more. 503. */
int web_lost(struct req *);
/* That if the server is lost, and otherwise what req_db_err() draws. */
int web_db_err(struct req *);
/* Which fields of the form that was posted may be sent once more; false:
 * it cannot be, as when it holds a password, or came from elsewhere. */
bool web_same_again(struct req *, struct pairs *out);
/* Was it sent by somebody known, with a key that lets it count once? */
bool web_taken_once(const struct req *);

#endif
