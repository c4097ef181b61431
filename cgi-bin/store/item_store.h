#ifndef STORE_ITEM_STORE_H
#define STORE_ITEM_STORE_H

#include "domain/item.h"

struct arena;
struct db;

/*
 * Open loops, their history and the attempts made. A scope that does not
 * see a loop gets the answer for one that is not there.
 *
 * Functions return 0, or -1 when the database failed; _get and _find
 * return 1 if there is one, 0 if not, -1.
 */
int item_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, struct item *out);
/* The open loop of a kind about a subject, whoever may see it. */
int item_store_find_open(struct db *, struct arena *, const struct scope *,
	enum item_kind, const char *subject_type, int64_t subject_id,
	struct item *out);

/* Whose loops. */
enum item_who {
	WHO_MINE, /* the caller's, and nobody's */
	WHO_ME,
	WHO_TEAM, /* of the caller's teams, whoever has them there */
	WHO_NOBODY,
	WHO_ALL,
	WHO_USER, /* owner_id's */
};

enum item_when {
	WHEN_WEEK, /* late, today and the next 7 days */
	WHEN_LATE,
	WHEN_TODAY,
	WHEN_OPEN,    /* however far away */
	WHEN_WAITING, /* open, and with somebody outside */
	WHEN_SNOOZED,
	WHEN_CLOSED, /* newest first; sort is not looked at */
};

enum item_sort { SORT_DUE, SORT_PATIENT, SORT_OLDEST };

/* after and before: the id of the last or first loop of the page one comes
 * from; 0 for the first page. */
struct item_filter {
	enum item_queue queue;
	enum item_who who;
	int64_t owner_id, patient_id;
	enum item_when when;
	enum item_sort sort;
	int64_t after, before;
	int limit;
};

/* One more than limit is read, so that the caller knows whether there is
 * a next page; with before the rows come nearest first. */
int item_store_list(struct db *, struct arena *, const struct scope *,
	const struct item_filter *, const struct item_window *,
	struct items *out);

/* How many are open, by queue and bucket, of these owners; what is snoozed
 * is not counted. QUEUE_ALL is the sum. */
struct item_totals {
	int64_t n[QUEUES][BUCKET_LATER + 1];
};
int item_store_totals(struct db *, struct arena *, const struct scope *,
	enum item_who, int64_t owner_id, const struct item_window *,
	struct item_totals *);
/* Late, today and the next 7 days together. */
int64_t item_totals_week(const struct item_totals *, enum item_queue);
/* Rows the filter names, without regard to paging; -1 on failure. */
int64_t item_store_count(struct db *, const struct scope *,
	const struct item_filter *, const struct item_window *);

/* For the badges of the navigation: the caller's and nobody's, up to the
 * end of the next 7 days. One statement. */
struct item_counts {
	int64_t today, today_late;
	int64_t followups, followups_late;
	int64_t insurance, insurance_late;
};
int item_store_counts(struct db *, const struct scope *,
	const struct item_window *, struct item_counts *);

/* Open loops nobody has. oldest is INSTANT_NONE if there is none. */
struct item_unowned {
	int64_t n;
	instant_t oldest;
};
int item_store_unowned(struct db *, const struct scope *,
	const struct item_window *, struct item_unowned *);

/* What lies with others, the longest wait first. */
struct item_wait {
	enum item_state state;
	const char *on; /* "" if it was not said */
	enum item_kind kind;
	int64_t n;
	instant_t since;
};
struct item_waits {
	struct item_wait *v;
	size_t n, cap;
};
int item_store_waits(struct db *, struct arena *, const struct scope *,
	int limit, struct item_waits *);

int item_store_events(struct db *, struct arena *, const struct scope *,
	int64_t item, struct item_events *);
int item_store_attempts(struct db *, struct arena *, const struct scope *,
	int64_t item, struct attempts *);

/* Who can be given work: people by name, then teams by name. */
struct item_owner {
	int64_t id;
	bool team;
	const char *name;
};
struct item_owners {
	struct item_owner *v;
	size_t n, cap;
};
int item_store_owners(struct db *, struct arena *, const struct scope *,
	struct item_owners *);

/* Visits of the loop's patient that may prove that it is done: booked
 * since it was opened, or still to come. */
struct item_candidate {
	int64_t id;
	instant_t at;
	const char *text; /* the provider */
};
struct item_candidates {
	struct item_candidate *v;
	size_t n, cap;
};
int item_store_candidates(struct db *, struct arena *, const struct scope *,
	const struct item *, instant_t now, struct item_candidates *);
/* 1 if this row proves it: an attempt of the loop that reached somebody, a
 * visit of the patient that stands, a check that said active. */
int item_store_proves(struct db *, struct arena *, const struct scope *,
	const struct item *, enum item_proof, int64_t id);

/* ---- for care/item.c alone ------------------------------------------- */

int64_t item_store_add(struct db *, const struct scope *, const struct item *);
/* Everything that can change, if the version is still this one; the number
 * of rows, 0 when it has moved on. */
int64_t item_store_save(struct db *, const struct scope *, const struct item *,
	int64_t version);
int64_t item_store_team(struct db *, const struct scope *, const char *name);
/* 1 if the user, or team, is of this clinic and in use. Either may be 0. */
int item_store_may_own(
	struct db *, const struct scope *, int64_t owner_id, int64_t team_id);

struct item_change {
	int64_t item_id;
	instant_t at;
	const char *actor, *what, *before, *after, *note;
	int64_t batch_id;	/* 0: none */
	const struct item *was; /* NULL: cannot be taken back */
};
int64_t
item_store_log(struct db *, const struct scope *, const struct item_change *);
int64_t item_store_next_batch(struct db *, const struct scope *);

/* The last line of a loop's history. */
struct item_last {
	int64_t id;
	instant_t at;
	const char *user; /* name, or "" */
	const char *what;
	int64_t batch_id;
	bool undoable;
	struct item was; /* only what a change can have changed */
};
int item_store_last(struct db *, struct arena *, const struct scope *,
	int64_t item, struct item_last *);
/* The loops a batch changed. */
struct item_id_list {
	int64_t *v;
	size_t n, cap;
};
int item_store_batch(struct db *, struct arena *, const struct scope *,
	int64_t batch, struct item_id_list *);

int64_t item_store_add_attempt(struct db *, const struct scope *,
	const struct item *, const struct attempt *);

#endif
