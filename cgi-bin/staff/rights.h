#ifndef STAFF_RIGHTS_H
#define STAFF_RIGHTS_H

#include "db/db.h"

/* For db_restrict(): main.c sets it, and so do the tests of the pages. */
extern const struct db_right staff_rights[];

#endif
