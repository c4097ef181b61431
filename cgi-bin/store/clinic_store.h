#ifndef STORE_CLINIC_STORE_H
#define STORE_CLINIC_STORE_H

#include <stdint.h>

struct arena;
struct clinic;
struct db;

/* The clinic of this id, or with id 0 the first one there is.
 * 1 found, 0 none, -1 error. */
int
clinic_store_get(struct db *, struct arena *, int64_t id, struct clinic *out);

#endif
