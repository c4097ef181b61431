#ifndef STORE_OVERBOOK_STORE_H
#define STORE_OVERBOOK_STORE_H

#include <stdbool.h>

#include "base/zone.h"
#include "domain/scope.h"

struct db;

/* How many overbooked visits a provider may have in half a day, by their
 * own number or the clinic's; -1: the database failed. */
int overbook_store_most(struct db *, const struct scope *, int64_t provider);
/* How many of them begin in [from, to), the visit itself left out; -1. */
int overbook_store_count(struct db *, const struct scope *, int64_t provider,
	instant_t from, instant_t to, int64_t except);
/*
 * Does [from, to) lie over a visit of the provider that nothing may lie
 * over: of a new patient, a procedure, a group, or with an interpreter? 1,
 * 0, -1.
 */
int overbook_store_barred(struct db *, const struct scope *, int64_t provider,
	instant_t from, instant_t to, int64_t except);

#endif
