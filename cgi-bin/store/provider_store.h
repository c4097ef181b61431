#ifndef STORE_PROVIDER_STORE_H
#define STORE_PROVIDER_STORE_H

#include "domain/provider.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * Providers, their weeks and the days on which these do not hold. One row:
 * 1 found, 0 not there or not the caller's, -1 failed; lists 0 or -1;
 * updates the rows changed, 0 when the version moved on, or -1.
 */
int provider_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct provider *out);
/* By name; those who work no more only if asked for. */
int provider_store_list(struct db *, struct arena *, const struct scope *,
	bool inactive_too, struct providers *out);
int64_t
provider_store_add(struct db *, const struct scope *, const struct provider *);
int64_t provider_store_update(
	struct db *, const struct scope *, const struct provider *);

/* By weekday and start; rows that ended before a day are left out. */
int provider_store_templates(struct db *, struct arena *, const struct scope *,
	int64_t provider, day_t since, struct template_rows *out);
/* 1 found, 0 not that provider's, -1 failed. */
int provider_store_template(struct db *, struct arena *, const struct scope *,
	int64_t provider, int64_t id, struct template_row *out);
int64_t provider_store_add_template(
	struct db *, const struct scope *, const struct template_row *);
int64_t provider_store_update_template(
	struct db *, const struct scope *, const struct template_row *);

/* By day, from a day on. */
int provider_store_exceptions(struct db *, struct arena *, const struct scope *,
	int64_t provider, day_t since, struct exception_rows *out);
/* One of any provider of the clinic: 1, 0 or -1. */
int provider_store_exception(struct db *, struct arena *, const struct scope *,
	int64_t id, struct exception_row *out);
int64_t provider_store_add_exception(
	struct db *, const struct scope *, const struct exception_row *);
int64_t provider_store_drop_exception(
	struct db *, const struct scope *, int64_t provider, int64_t id);

#endif
