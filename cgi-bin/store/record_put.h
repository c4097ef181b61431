#ifndef STORE_RECORD_PUT_H
#define STORE_RECORD_PUT_H

#include "base/zone.h"
#include "domain/record.h"

struct db;
struct scope;

/*
 * Writing the typed rows of an imported resource, values in the order of
 * domain/record_map.h. All return 0 or -1.
 */
struct record_code {
	const char *path, *system, *code, *display, *text; /* or NULL */
};

/* patient 0: not known yet; at 0: the source gives no time. */
int record_put_table(struct db *, const struct scope *, enum record_table,
	int64_t resource, int64_t patient, instant_t at,
	const struct record_value *);
int record_put_list(struct db *, const struct scope *, enum record_list,
	int64_t resource, int seq, const struct record_value *);
int record_put_code(struct db *, const struct scope *, int64_t resource,
	int seq, const struct record_code *);
/* Its patient has become known. */
int record_put_patient(struct db *, const struct scope *, enum record_table,
	int64_t resource, int64_t patient);
/* Take the rows away, before newer ones are written. */
int record_drop_table(
	struct db *, const struct scope *, enum record_table, int64_t resource);
int record_drop_list(
	struct db *, const struct scope *, enum record_list, int64_t resource);
int record_drop_codes(struct db *, const struct scope *, int64_t resource);

#endif
