#ifndef STORE_CLINIC_STORE_H
#define STORE_CLINIC_STORE_H

#include <stdint.h>

struct arena;
struct clinic;
struct clinic_setup;
struct db;
struct scope;
struct scope;

/* The clinic of this id, or with id 0 the first one there is.
 * 1 found, 0 none, -1 error. */
int
clinic_store_get(struct db *, struct arena *, int64_t id, struct clinic *out);
/* Name, phone, zone and clock, where c->version still holds: the rows
 * changed, or -1. */
int64_t
clinic_store_update(struct db *, const struct scope *, const struct clinic *);

/* What is there already; one statement that reads no table to its end. */
int
clinic_store_setup(struct db *, const struct scope *, struct clinic_setup *out);

#endif
