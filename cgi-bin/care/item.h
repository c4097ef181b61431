#ifndef CARE_ITEM_H
#define CARE_ITEM_H

#include "care/act.h"
#include "domain/item.h"

/*
 * The only code that opens, moves or closes an open loop. Each act adds
 * its line to the loop's history. All return 0, or -1 with act->err set.
 *
 * version is the one the person saw; ERR_CONFLICT if it has moved on. Acts
 * of other rooms, which have seen no page, pass ITEM_ANY_VERSION.
 */
#define ITEM_ANY_VERSION 0

/* What a new loop is. Zero is a fair value everywhere but kind and title. */
struct item_new {
	enum item_kind kind;
	int64_t patient_id;
	const char *subject_type; /* "appointment", "coverage", ... or NULL */
	int64_t subject_id;
	const char *title;
	const char *detail, *next_step; /* or NULL */
	int64_t owner_id, team_id;	/* both 0: the kind's team */
	int priority;			/* 1, 2, 3; 0 is 2, normal */
	day_t due_on;			/* 0 or DAY_NONE: the kind's rule */
	instant_t due_at;		/* 0: any time on due_on */
};

/* What proves that a loop is done: a row (id) of the loop's patient, or a
 * note that says what was done. */
struct item_proof_of {
	enum item_proof proof;
	int64_t id;
	const char *note; /* kept with it; may be NULL beside a row */
};

/*
 * Open a loop. One that is open already for the same kind and subject is
 * kept as it is, and its id given: asking twice opens one. id may be NULL.
 */
int care_item_open(struct act *, const struct item_new *, int64_t *id);

/*
 * Close the open loop of this kind about this subject; 0 also when there
 * is none. For the acts of other rooms: a visit was confirmed, a check came
 * back active.
 */
int care_item_close_for(struct act *, enum item_kind, const char *subject_type,
	int64_t subject_id, const struct item_proof_of *);
/* The same, without a success: what it was about is gone. */
int care_item_cancel_for(struct act *, enum item_kind, const char *subject_type,
	int64_t subject_id, const char *reason);

/* To a person, a team, or (0, 0) nobody; the team stays if none is named. */
int care_item_assign(struct act *, int64_t id, int64_t version,
	int64_t owner_id, int64_t team_id);
/* at 0: any time that day. */
int care_item_due(
	struct act *, int64_t id, int64_t version, day_t on, instant_t at);
/* In progress, or waiting; waiting_on names whom, e.g. "Aetna". */
int care_item_state(struct act *, int64_t id, int64_t version, enum item_state,
	const char *waiting_on);
/* Out of the lists until the morning of that day. The due date stays. */
int care_item_snooze(struct act *, int64_t id, int64_t version, day_t until);
int care_item_done(struct act *, int64_t id, int64_t version,
	const struct item_proof_of *);
int
care_item_cancel(struct act *, int64_t id, int64_t version, const char *reason);
/* Take back the last change, for ITEM_UNDO_S seconds after it. */
int care_item_undo(struct act *, int64_t id);

/* A try to reach somebody. The values are those of the table attempt. */
struct attempt_new {
	const char *channel, *number, *person, *outcome, *note;
	instant_t at; /* 0: now */
	day_t next;   /* try again on this day; 0 or DAY_NONE: as it is */
};
int care_item_attempt(struct act *, int64_t id, int64_t version,
	const struct attempt_new *, int64_t *attempt_id);

/*
 * The same change to several loops, or to none of them: the first that
 * cannot be changed is named in err. batch receives the number by which
 * care_items_undo() takes all of it back.
 */
struct item_ids {
	int64_t *v;
	size_t n, cap;
};
int care_items_assign(struct act *, const struct item_ids *, int64_t owner_id,
	int64_t team_id, int64_t *batch);
int
care_items_due(struct act *, const struct item_ids *, day_t on, int64_t *batch);
int care_items_done(struct act *, const struct item_ids *, const char *note,
	int64_t *batch);
int care_items_undo(struct act *, int64_t batch, size_t *n);

#endif
