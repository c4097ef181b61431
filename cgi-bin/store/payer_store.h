#ifndef STORE_PAYER_STORE_H
#define STORE_PAYER_STORE_H

#include "domain/coverage.h"

struct db;
struct scope;

/* Insurers of the clinic. 1 found, 0 not there, -1 the database failed;
 * lists 0 or -1. */
int payer_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct payer *out);
/* Those in use, by name. */
int payer_store_list(
	struct db *, struct arena *, const struct scope *, struct payers *out);
/* The payer of this name, made if there is none; 0 on failure. */
int64_t payer_store_need(
	struct db *, const struct scope *, const char *name, const char *kind);

#endif
