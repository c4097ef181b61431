#ifndef ADMIN_RIGHTS_H
#define ADMIN_RIGHTS_H

#include "db/db.h"

struct err;

/* Each program's user on a server; ends with a NULL user. The owner of the
 * tables, handrail_admin, is not among them. */
struct program_rights {
	const char *user;
	const struct db_right *rights;
};
extern const struct program_rights program_rights[];

/* Give each user that is there exactly its rights. 0, or -1, err set. */
int rights_grant(struct db *, struct err *);

#endif
