#ifndef WORKER_RIGHTS_H
#define WORKER_RIGHTS_H

#include "db/db.h"

/* What a program that sends what waits in the outbox needs and no more;
 * handrailctl migrate grants it. */
extern const struct db_right worker_rights[];

#endif
