#ifndef STORE_SETUP_STORE_H
#define STORE_SETUP_STORE_H

#include <stdint.h>

#include "base/zone.h"

struct clinic;
struct db;
struct scope;

/* What only handrailctl does: the first rows of a database. Ids are 0 on
 * failure; the others return 0 or -1. */
int64_t setup_store_clinic(struct db *); /* the first one, 0: none */
int64_t setup_store_add_clinic(struct db *, const struct clinic *);
/* The team of this name, made if there is none. */
int64_t
setup_store_add_team(struct db *, const struct scope *, const char *name);
int setup_store_end_sessions(
	struct db *, const struct scope *, int64_t user, instant_t now);

#endif
