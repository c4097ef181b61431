#ifndef STORE_SITE_STORE_H
#define STORE_SITE_STORE_H

#include "domain/site.h"

struct arena;
struct db;
struct scope;

/*
 * The clinic's sites, their hours and the days they are shut. One row:
 * 1 found, 0 not (or another clinic's), -1 broken. Writes: the rows
 * changed, 0 when the version moved on, or -1.
 */
int site_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct site *out);
/* By name; sites no longer used only if asked for. */
int site_store_list(struct db *, struct arena *, const struct scope *,
	bool inactive_too, struct sites *out);
int64_t site_store_add(
	struct db *, const struct scope *, const struct site *); /* id or 0 */
int64_t site_store_update(struct db *, const struct scope *,
	const struct site *, int64_t version);

/* Monday to Sunday is the reader's business: by weekday, then opening. */
int site_store_week(struct db *, struct arena *, const struct scope *,
	int64_t site, struct site_week *out);
int site_store_set_week(struct db *, const struct scope *, int64_t site,
	const struct site_week *);

/* From one day up to and including another, of this site and of all. */
int site_store_closures(struct db *, struct arena *, const struct scope *,
	int64_t site, day_t from, day_t to, struct closures *out);
/* Adds one, unless that day is closed already; 1, 0 or -1. */
int site_store_close(struct db *, const struct scope *, const struct closure *);
int64_t site_store_reopen(
	struct db *, const struct scope *, int64_t site, int64_t closure);

#endif
