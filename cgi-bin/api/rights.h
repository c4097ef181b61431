#ifndef API_RIGHTS_H
#define API_RIGHTS_H

#include "db/db.h"

/* For db_restrict(): main.c sets it; handrailctl migrate grants it. */
extern const struct db_right api_rights[];

#endif
