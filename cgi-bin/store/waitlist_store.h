#ifndef STORE_WAITLIST_STORE_H
#define STORE_WAITLIST_STORE_H

#include "domain/scope.h"
#include "domain/waitlist.h"

struct arena;
struct db;

/*
 * The waitlist, times held and offered. One row: 1 found, 0 not there or
 * not the caller's, -1 the database failed; lists 0 or -1. `now` says
 * which offers are still open: nothing is written when one runs out.
 */
int waitlist_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, instant_t now, struct wait_entry *out);

struct wait_filter {
	int64_t patient_id, visit_type_id, visit_id;
	int urgency; /* 0: all */
	bool closed; /* those that ended, latest first */
	int limit;
};
/* In the order they are offered a time; one more than limit is read. The
 * one place where others' entries are read in a patient's session, to find
 * who fits a time they left, is waitlist_store_waiting(). */
int waitlist_store_list(struct db *, struct arena *, const struct scope *,
	const struct wait_filter *, instant_t now, struct wait_entries *out);
int waitlist_store_waiting(struct db *, struct arena *, const struct scope *,
	int64_t visit_type, instant_t now, struct wait_entries *out);

/* Open entries by urgency (1 to 3), and those that ended in [0]. */
int waitlist_store_counts(
	struct db *, const struct scope *, int64_t visit_type, int64_t n[4]);

/* The id; 0: the patient waits for this already (*twice) or it failed. */
int64_t waitlist_store_add(struct db *, const struct scope *,
	const struct wait_entry *, bool *twice);
/* What can be edited; the number of rows, 0 if the version moved on. */
int64_t waitlist_store_save(
	struct db *, const struct scope *, const struct wait_entry *);
int waitlist_store_set_ok(struct db *, const struct scope *, int64_t entry,
	const struct wait_oks *);
/* 1 closed, 0 it was closed already, -1. */
int waitlist_store_close(struct db *, const struct scope *, int64_t entry,
	instant_t now, const char *reason, const char *note, int64_t booked);
/* The visit it would replace is another one now. */
int waitlist_store_follow(
	struct db *, const struct scope *, int64_t was, int64_t is);

/* ---- offers of times that are held: store/hold_store.h ------------------- */

int64_t waitlist_store_offer(
	struct db *, const struct scope *, const struct wait_offer *);
int waitlist_store_offer_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct wait_offer *out);
/* Of a hold, by turn; of an entry, latest first; of a patient, those not
 * yet run out; of a freed visit. Exactly one is not 0. */
struct wait_of {
	int64_t hold_id, entry_id, patient_id, freed_id;
};
int waitlist_store_offers(struct db *, struct arena *, const struct scope *,
	const struct wait_of *, instant_t now, struct wait_offers *out);
/* 1, 0 there was an answer already, -1. */
int waitlist_store_answer(struct db *, const struct scope *, int64_t offer,
	instant_t now, const char *answer, int64_t visit);
int waitlist_store_turn(struct db *, const struct scope *, int64_t offer,
	instant_t opens, instant_t expires);

/* The visits whose freed time, with a loop open about it, lies within
 * [from, to) of the provider: it was given to somebody. */
struct wait_ids {
	int64_t *v;
	size_t n, cap;
};
int waitlist_store_filled(struct db *, struct arena *, const struct scope *,
	int64_t provider, instant_t from, instant_t to, struct wait_ids *out);

#endif
