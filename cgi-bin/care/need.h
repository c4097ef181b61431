#ifndef CARE_NEED_H
#define CARE_NEED_H

#include "care/act.h"
#include "domain/ready.h"
#include "domain/visit.h"

/*
 * What visits need, and whether they are ready. All return 0, or -1 with
 * act->err set. Rules: tests/RULES.md, "Needs of a visit".
 */

/* Everything that speaks for or against a visit. For one that is not booked
 * yet v->id is 0 and its needs are planned; except: the visit it takes the
 * place of, or 0. Only ids, start, mode, zone, language and interpreter of
 * the visit are looked at. As many statements for each visit. */
int care_visit_facts(struct act *, const struct visit *, int64_t except,
	struct ready_facts *out);

/* The sentences for it, on the clock of the visit's site. */
int care_visit_warnings(struct act *, const struct visit *, int64_t except,
	struct ready_warnings *out);

/* Put the needs that patient and type bring along into the visit's list;
 * what stands there is left. For bookings, and for visits that came in
 * otherwise: imports, a need that was recorded later. */
int care_needs_plan(struct act *, const struct visit *);

/* By hand. The id of the new one in *id. */
int care_need_add(struct act *, const struct visit *, const struct visit_need *,
	int64_t *id);
/* How it stands and what is known of it; version is the one seen. */
int care_need_set(struct act *, const struct visit *, const struct visit_need *,
	int64_t version);

/* After an authorization, a referral, a visit of the patient has changed:
 * what the records say of the visits to come is said anew, and loops about
 * those that became ready are closed. */
int care_needs_told(struct act *, int64_t patient);

/* What a patient needs each time. Visits to come have it in their lists. */
int
care_patient_need(struct act *, int64_t patient, const struct patient_need *);

/* Add (id 0) or change one; its use follows. */
int care_prior_auth(struct act *, struct prior_auth *);
int care_referral_in(struct act *, struct referral_in *);

#endif
