#ifndef STORE_FEED_STORE_H
#define STORE_FEED_STORE_H

#include "base/zone.h"
#include "domain/scope.h"
#include "domain/visit.h"

struct arena;
struct db;

/* A secret link to a provider's or a patient's visits: one of the two. */
struct feed {
	int64_t id, clinic_id, provider_id, patient_id;
	bool initials;	      /* a provider's: patients' initials are shown */
	const char *language; /* of a patient's: "es" */
	instant_t created, used; /* used: to the hour, or INSTANT_NONE */
};

/* By what the link holds, of whatever clinic; nobody's who sees patients or
 * lives no more, or may not log in. 1, 0 or -1. */
int feed_store_find(
	struct db *, struct arena *, const char *token_hash, struct feed *out);
/* The one in use of a provider (patient 0) or of a patient. 1, 0 or -1. */
int feed_store_get(struct db *, struct arena *, const struct scope *,
	int64_t provider, int64_t patient, struct feed *out);
/* The id, 0 on failure; whose it is must have none in use. */
int64_t feed_store_add(struct db *, const struct scope *, const struct feed *,
	const char *token_hash);
/* How many were in use, or -1. */
int64_t feed_store_revoke(struct db *, const struct scope *, int64_t provider,
	int64_t patient, instant_t now);
int feed_store_used(struct db *, int64_t id, instant_t now);

/*
 * What a feed shows: visits that start in [from, to), the last of each that
 * was moved; those cancelled only since a moment. By start.
 */
int feed_store_visits(struct db *, struct arena *, const struct scope *,
	const struct feed *, instant_t from, instant_t to,
	instant_t cancelled_since, struct visits *out);
/* The first of the visits this one was moved from (itself if never), and
 * the sum of all their versions, which only grows. 0 or -1. */
int feed_store_chain(struct db *, const struct scope *, int64_t visit,
	int64_t *root, int64_t *versions);

#endif
