#ifndef CARE_NIGHTLY_H
#define CARE_NIGHTLY_H

#include "care/act.h"
#include "domain/visit.h"

/*
 * What somebody must look after although nobody did anything: run once a
 * day, and again as often as one likes. Rules: tests/RULES.md, "Nightly".
 */

/* The visits somebody should confirm by telephone: booked, unconfirmed, on
 * the next two business days. Reads only. */
int care_nightly_unconfirmed(struct act *, struct visits *out);
/* Open the loop for one of them; 0 also when it is open already. The caller
 * takes them in small transactions, so that nobody waits for a lock. */
int care_nightly_ask(struct act *, const struct visit *);
/* The booked visits of today and the next three business days; reads only.
 * And for one of them: what was recorded since is put into its list, what
 * the records say is said anew, and a loop is open while it misses
 * something. */
int care_nightly_unready(struct act *, struct visits *out);
int care_nightly_ready(struct act *, const struct visit *);
/* Recalls whose day has come and that have no loop yet, at most limit of
 * them; reads only. care_recall_open() opens the loop of one. */
struct recalls;
int care_nightly_recalls(struct act *, int limit, struct recalls *out);
/* Forget forms taken and throttles untouched for two days. The number of
 * forms, or -1. */
int64_t care_nightly_tidy(struct act *);

#endif
