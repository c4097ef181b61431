#ifndef STAFF_RECORD_ROWS_H
#define STAFF_RECORD_ROWS_H

#include "domain/record.h"

struct req;
struct tpl;

/* Tables of imported records, part/record_rows.tpl, at a marker; nothing
 * is put there for an empty list. Each returns the number of rows. */
size_t record_rows_allergies(struct req *, struct tpl *, const char *marker,
	const struct allergies *);
size_t record_rows_problems(struct req *, struct tpl *, const char *marker,
	const struct problems *);
size_t record_rows_medications(struct req *, struct tpl *, const char *marker,
	const struct medications *);
/* With links to all values of a code, unless patient is 0. */
size_t record_rows_observations(struct req *, struct tpl *, const char *marker,
	const struct observations *, int64_t patient);
size_t record_rows_events(struct req *, struct tpl *, const char *marker,
	const struct record_events *);
size_t record_rows_records(
	struct req *, struct tpl *, const char *marker, const struct records *);

/* "/records/12" */
const char *record_url(struct req *, int64_t id);
/* Percent-encoded for a query value. */
const char *record_query(struct req *, const char *);

#endif
