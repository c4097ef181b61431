/* Secret links to visits, and a visit as an event of somebody's calendar.
 * Rules: tests/RULES.md, "Calendar feeds"; SQL: store/feed_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/token.h"
#include "care/feed.h"
#include "store/store.h"

int
care_feed_make(struct act *act, const struct feed *f, const char **token)
{
	char secret[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];
	struct feed new = *f;

	new.created = act->now;
	token_make(secret);
	token_hash(secret, hash);
	if (feed_store_revoke(act->db, act->scope, f->provider_id,
		    f->patient_id, act->now) < 0 ||
		feed_store_add(act->db, act->scope, &new, hash) == 0)
		return store_err(act->db, act->err);
	*token = arena_strdup(act->arena, secret);
	return 0;
}

int
care_feed_stop(struct act *act, int64_t provider, int64_t patient)
{
	int64_t n = feed_store_revoke(
		act->db, act->scope, provider, patient, act->now);

	if (n < 0)
		return store_err(act->db, act->err);
	return n > 0;
}

const char *
care_feed_url(struct arena *a, const char *host, const char *path)
{
	/* On one's own machine there is no certificate. */
	bool here = strncmp(host, "localhost", 9) == 0;

	return arena_printf(
		a, "%s://%s%s", here ? "http" : "https", host, path);
}

int
care_feed_event(struct db *db, struct arena *a, const struct scope *sc,
	const char *host, const struct visit *v, struct ical_event *out)
{
	int64_t root = v->id, versions = v->version;

	if (v->replaces_id != 0 &&
		feed_store_chain(db, sc, v->id, &root, &versions))
		return -1;
	*out = (struct ical_event){
		.uid = arena_printf(a, "visit-%lld@%s", (long long)root, host),
		.sequence = versions - 1,
		.stamp = v->updated,
		.start = v->start,
		.end = v->end,
		.zone = zone_find(v->zone),
		.cancelled = strcmp(v->status, "cancelled") == 0 ||
			     strcmp(v->status, "entered-in-error") == 0,
		.tentative = strcmp(v->status, "pending") == 0,
	};
	return 0;
}
