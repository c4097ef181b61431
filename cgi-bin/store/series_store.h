#ifndef STORE_SERIES_STORE_H
#define STORE_SERIES_STORE_H

#include <stdbool.h>

#include "base/zone.h"
#include "domain/scope.h"
#include "domain/slot.h"

struct arena;
struct db;

/* What binds visits into a series. Each 0 or -1 but where said. */
struct series {
	int64_t id;
	const char *rule; /* domain/series.h */
	day_t starts;
	int minute;	  /* of the day, by the clock of the site */
	int place, total; /* of the visit that was asked about */
};

struct series_skip {
	day_t day;
	const char *why;
};

struct series_skips {
	struct series_skip *v;
	size_t n, cap;
};

/* The new series' id, or 0. */
int64_t series_store_add(struct db *, const struct scope *,
	const struct series *, instant_t now);
int series_store_add_visit(struct db *, const struct scope *, int64_t series,
	int64_t visit, int ordinal);
int series_store_add_skip(struct db *, const struct scope *, int64_t series,
	day_t, const char *why);
/* The visit was moved: the new row takes its place. */
int series_store_moved(
	struct db *, const struct scope *, int64_t visit, int64_t to);
/* The series of a visit: 1, 0 it is in none, -1. */
int series_store_of(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct series *out);
/* Its visits by ordinal; its days without one, by day. */
int series_store_visits(struct db *, struct arena *, const struct scope *,
	int64_t series, struct id_list *out);
int series_store_skips(struct db *, struct arena *, const struct scope *,
	int64_t series, struct series_skips *out);

#endif
