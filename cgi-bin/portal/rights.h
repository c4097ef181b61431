#ifndef PORTAL_RIGHTS_H
#define PORTAL_RIGHTS_H

#include "db/db.h"

/* For db_restrict(): main.c sets it, and so do the tests of the pages. */
extern const struct db_right portal_rights[];

#endif
