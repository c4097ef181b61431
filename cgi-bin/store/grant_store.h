#ifndef STORE_GRANT_STORE_H
#define STORE_GRANT_STORE_H

#include "domain/ready.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * Authorizations and referrals that brought a patient here, and the visits
 * that use them. Lists 0 or -1; _get 1, 0 or -1; _add the id or 0; _update
 * the rows changed: 0 when the version moved on.
 */
int auth_store_list(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct prior_auths *out); /* the newest first */
int auth_store_get(struct db *, struct arena *, const struct scope *,
	int64_t patient, int64_t id, struct prior_auth *out);
int64_t auth_store_add(struct db *, const struct scope *,
	const struct prior_auth *, instant_t);
int64_t auth_store_update(struct db *, const struct scope *,
	const struct prior_auth *, instant_t);

int referral_in_store_list(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct referrals_in *out);
int referral_in_store_get(struct db *, struct arena *, const struct scope *,
	int64_t patient, int64_t id, struct referral_in *out);
int64_t referral_in_store_add(struct db *, const struct scope *,
	const struct referral_in *, instant_t);
int64_t referral_in_store_update(struct db *, const struct scope *,
	const struct referral_in *, instant_t);

/* The visits of a patient that use units: from a moment on, on the days of
 * their sites. */
int grant_store_uses(struct db *, struct arena *, const struct scope *,
	int64_t patient, instant_t from, struct ready_uses *out);
/* Payer, plan, dates, status and rank of a patient's policies, the ended
 * ones too; nothing else of them is read. */
int grant_store_policies(struct db *, struct arena *, const struct scope *,
	int64_t patient, struct coverages *out);

#endif
