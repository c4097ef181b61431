#ifndef STORE_DEMO_STORE_H
#define STORE_DEMO_STORE_H

#include <stdint.h>

#include "domain/item.h"

struct clinic;
struct db;
struct scope;

/*
 * Rows of the demonstration clinic, which has a past: visits that are over
 * and loops that were closed long ago, as no act of today would write them.
 * Only handrailctl demo calls these. Ids are 0 on failure; the others
 * return 0 or -1.
 */
/* 1 if anybody is in the clinic yet, patient or staff; 0, -1. */
int64_t demo_store_people(struct db *, const struct scope *);
int demo_store_next_mrn(struct db *, const struct scope *, int64_t next);

int
demo_store_set_clinic(struct db *, const struct scope *, const struct clinic *);

struct demo_payer {
	const char *name, *code, *kind, *phone;
};
int64_t demo_store_add_payer(
	struct db *, const struct scope *, const struct demo_payer *);

struct demo_policy {
	int64_t patient_id, payer_id;
	const char *plan_name, *plan_kind, *member_id, *group_no;
	const char *relationship, *subscriber;
	day_t subscriber_birth, start, end; /* DAY_NONE: open */
	int rank;
	int64_t copay_cents; /* -1: not recorded */
	instant_t at;
};
int64_t demo_store_add_coverage(
	struct db *, const struct scope *, const struct demo_policy *);

struct demo_check {
	int64_t patient_id, coverage_id, user_id;
	instant_t at;
	const char *method, *result, *reference, *note;
	day_t service;
	int64_t copay_cents, deductible_cents, left_cents; /* -1: unknown */
};
int64_t demo_store_add_check(
	struct db *, const struct scope *, const struct demo_check *);

int demo_store_moved(
	struct db *, const struct scope *, int64_t old, int64_t new_id);
int64_t
demo_store_add_item(struct db *, const struct scope *, const struct item *);
int demo_store_add_item_event(struct db *, const struct scope *, int64_t item,
	int64_t user, const struct item_event *);
int64_t demo_store_add_attempt(struct db *, const struct scope *,
	const struct item *, int64_t user, const struct attempt *);
/* An attempt made this loop done. */
int demo_store_proved_by(
	struct db *, const struct scope *, int64_t item, int64_t attempt);

int64_t demo_store_add_account(struct db *, const struct scope *,
	int64_t patient, const char *login, const char *hash, instant_t now);

#endif
