/* Lists and counts of open loops: Today, follow-ups, badges. */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "store/item_cols.h"
#include "store/item_store.h"

struct item
item_read(struct db_stmt *q, struct arena *a)
{
	struct item it = {
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.state_at = db_at(q, 4),
		.patient_id = db_int(q, 5),
		.subject_type = db_text(q, 6, a),
		.subject_id = db_int(q, 7),
		.title = db_text(q, 8, a),
		.detail = db_text(q, 9, a),
		.next_step = db_text(q, 10, a),
		.waiting_on = db_text(q, 11, a),
		.owner_id = db_int(q, 12),
		.team_id = db_int(q, 13),
		.owner = db_text(q, 14, a),
		.team = db_text(q, 15, a),
		.priority = (int)db_int(q, 16),
		.due_at = db_at(q, 17),
		.due_all_day = db_bool(q, 18),
		.snoozed_until = db_at(q, 19),
		.escalated_at = db_at(q, 20),
		.attempts = (int)db_int(q, 21),
		.last_attempt_at = db_at(q, 22),
		.last_outcome = db_text(q, 23, a),
		.opened_at = db_at(q, 24),
		.opened_by = db_int(q, 25),
		.opener = db_text(q, 26, a),
		.closed_at = db_at(q, 27),
		.closed_by = db_int(q, 28),
		.closer = db_text(q, 29, a),
		.close_reason = db_text(q, 30, a),
		.evidence_id = db_int(q, 32),
		.evidence = db_text(q, 33, a),
		.family = db_text(q, 34, a),
		.given = db_text(q, 35, a),
		.preferred = db_text(q, 36, a),
		.mrn = db_text(q, 37, a),
		.birth = db_day(q, 38),
	};

	item_kind_parse(db_text(q, 2, a), &it.kind);
	item_state_parse(db_text(q, 3, a), &it.state);
	item_proof_parse(db_text(q, 31, a), &it.proof);
	return it;
}

void
item_bind_scope(struct db_stmt *q, const struct scope *sc)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient_only", sc->patient_id);
	db_bind_int(q, ":me", sc->user_id);
	db_bind_bool(q, ":sees_all", item_sees_all(sc));
}

/* ---- whose, which, when ----------------------------------------------- */

#define ITEM_WHOSE                                                             \
	"(:who = 4"                                                            \
	" OR (:who = 0 AND (i.owner_id = :me OR i.owner_id IS NULL))"          \
	" OR (:who = 1 AND i.owner_id = :me)"                                  \
	" OR (:who = 2 AND i.team_id IN (SELECT ut.team_id FROM user_team ut"  \
	"     WHERE ut.user_id = :me))"                                        \
	" OR (:who = 3 AND i.owner_id IS NULL)"                                \
	" OR (:who = 5 AND i.owner_id = :owner))"

#define ITEM_AWAKE "(i.snoozed_until IS NULL OR i.snoozed_until <= :now)"

#define ITEM_WHICH                                                             \
	ITEM_SEEN " AND " ITEM_WHOSE                                           \
		  " AND (:k1 IS NULL OR i.kind IN (:k1, :k2, :k3, :k4, :k5,"   \
		  "      :k6, :k7, :k8))"                                      \
		  " AND (:patient = 0 OR i.patient_id = :patient)"

#define ITEM_OPEN                                                              \
	"i.closed_at IS NULL AND i.due_at >= :from AND i.due_at < :until"      \
	" AND (:waiting = 0 OR i.state IN ('with_patient', 'with_payer',"      \
	"      'with_specialist', 'with_provider'))"                           \
	" AND (i.snoozed_until IS NOT NULL AND i.snoozed_until > :now)"        \
	"      = (:snoozed = 1)"

static void
bind_kinds(struct db_stmt *q, enum item_queue queue)
{
	static const char *const names[] = {
		":k1", ":k2", ":k3", ":k4", ":k5", ":k6", ":k7", ":k8"};
	const size_t most = sizeof(names) / sizeof(names[0]);
	size_t n = 0;

	for (int k = 0; k < ITEM_KINDS && queue != QUEUE_ALL; k++) {
		if (item_kind_queue((enum item_kind)k) != queue)
			continue;
		if (n == most)
			BUG("more than %zu kinds in one queue", most);
		db_bind_text(q, names[n++], item_kind_name((enum item_kind)k));
	}
	while (n < most)
		db_bind_text(q, names[n++], NULL);
}

static void
bind_which(
	struct db_stmt *q, const struct scope *sc, const struct item_filter *f)
{
	item_bind_scope(q, sc);
	db_bind_int(q, ":who", (int64_t)f->who);
	db_bind_int(q, ":owner", f->owner_id);
	db_bind_int(q, ":patient", f->patient_id);
	bind_kinds(q, f->queue);
}

static void
bind_open(struct db_stmt *q, const struct item_filter *f,
	const struct item_window *w)
{
	instant_t from = 0, until = INT64_MAX;

	if (f->when == WHEN_TODAY)
		from = w->now;
	if (f->when == WHEN_LATE)
		until = w->now;
	if (f->when == WHEN_TODAY)
		until = w->tomorrow;
	if (f->when == WHEN_WEEK)
		until = w->week;
	db_bind_at(q, ":now", w->now);
	db_bind_int(q, ":from", from);
	db_bind_int(q, ":until", until);
	db_bind_bool(q, ":waiting", f->when == WHEN_WAITING);
	db_bind_bool(q, ":snoozed", f->when == WHEN_SNOOZED);
}

/* ---- a page of them --------------------------------------------------- */

#define KEY_DUE "i.due_at, i.id"
#define KEY_OLDEST "i.opened_at, i.id"
#define KEY_CLOSED "i.closed_at, i.id"
#define KEY_PATIENT                                                            \
	"COALESCE(p.family_key, ''), COALESCE(p.given_key, ''), i.id"
#define AT(key)                                                                \
	"SELECT " key " FROM work_item c"                                      \
	" LEFT JOIN patient cp ON cp.id = c.patient_id"                        \
	" WHERE c.id = :at AND c.clinic_id = :clinic"
#define AT_DUE AT("c.due_at, c.id")
#define AT_OLDEST AT("c.opened_at, c.id")
#define AT_CLOSED AT("c.closed_at, c.id")
#define AT_PATIENT                                                             \
	AT("COALESCE(cp.family_key, ''), COALESCE(cp.given_key, ''), c.id")

/* The page behind (cmp >) or before (cmp <) the row :at, by a key. */
#define PAGE(state, key, at, cmp)                                              \
	"SELECT " ITEM_COLS ITEM_FROM                                          \
	" WHERE i.clinic_id = :clinic AND " ITEM_WHICH " AND " state           \
	" AND (:at = 0 OR (" key ") " cmp " (" at "))"

static struct db_stmt *
page_forward(struct db *db, const struct item_filter *f)
{
	if (f->when == WHEN_CLOSED)
		return db_prep(db,
			PAGE("i.closed_at IS NOT NULL", KEY_CLOSED, AT_CLOSED,
				"<") " ORDER BY i.closed_at DESC, i.id DESC "
				     "LIMIT :limit");
	switch (f->sort) {
	case SORT_PATIENT:
		return db_prep(db,
			PAGE(ITEM_OPEN, KEY_PATIENT, AT_PATIENT,
				">") " ORDER BY COALESCE(p.family_key, ''),"
				     " COALESCE(p.given_key, ''), i.id LIMIT "
				     ":limit");
	case SORT_OLDEST:
		return db_prep(db, PAGE(ITEM_OPEN, KEY_OLDEST, AT_OLDEST,
					   ">") " ORDER BY i.opened_at, i.id "
						"LIMIT :limit");
	case SORT_DUE:
		break;
	}
	return db_prep(
		db, PAGE(ITEM_OPEN, KEY_DUE, AT_DUE,
			    ">") " ORDER BY i.due_at, i.id LIMIT :limit");
}

static struct db_stmt *
page_backward(struct db *db, const struct item_filter *f)
{
	if (f->when == WHEN_CLOSED)
		return db_prep(db,
			PAGE("i.closed_at IS NOT NULL", KEY_CLOSED, AT_CLOSED,
				">") " ORDER BY i.closed_at, "
				     "i.id LIMIT :limit");
	switch (f->sort) {
	case SORT_PATIENT:
		return db_prep(db,
			PAGE(ITEM_OPEN, KEY_PATIENT, AT_PATIENT,
				"<") " ORDER BY COALESCE(p.family_key, '') "
				     "DESC,"
				     " COALESCE(p.given_key, '') DESC, i.id "
				     "DESC"
				     " LIMIT :limit");
	case SORT_OLDEST:
		return db_prep(db, PAGE(ITEM_OPEN, KEY_OLDEST, AT_OLDEST,
					   "<") " ORDER BY i.opened_at DESC, "
						"i.id DESC LIMIT :limit");
	case SORT_DUE:
		break;
	}
	return db_prep(db,
		PAGE(ITEM_OPEN, KEY_DUE, AT_DUE,
			"<") " ORDER BY i.due_at DESC, i.id DESC LIMIT :limit");
}

int
item_store_list(struct db *db, struct arena *a, const struct scope *sc,
	const struct item_filter *f, const struct item_window *w,
	struct items *out)
{
	struct db_stmt *q =
		f->before ? page_backward(db, f) : page_forward(db, f);

	bind_which(q, sc, f);
	if (f->when != WHEN_CLOSED)
		bind_open(q, f, w);
	db_bind_int(q, ":at", f->before ? f->before : f->after);
	db_bind_int(q, ":limit", f->limit + 1);
	while (db_step(q))
		*ARENA_PUSH(a, out) = item_read(q, a);
	return db_done(q);
}

int64_t
item_store_count(struct db *db, const struct scope *sc,
	const struct item_filter *f, const struct item_window *w)
{
	struct db_stmt *q;

	if (f->when == WHEN_CLOSED) {
		q = db_prep(db, "SELECT COUNT(*) FROM work_item i"
				" WHERE i.clinic_id = :clinic AND " ITEM_WHICH
				" AND i.closed_at IS NOT NULL");
		bind_which(q, sc, f);
		return db_one(q, -1);
	}
	q = db_prep(db, "SELECT COUNT(*) FROM work_item i"
			" WHERE i.clinic_id = :clinic AND " ITEM_WHICH
			" AND " ITEM_OPEN);
	bind_which(q, sc, f);
	bind_open(q, f, w);
	return db_one(q, -1);
}

/* ---- totals ----------------------------------------------------------- */

int
item_store_totals(struct db *db, struct arena *a, const struct scope *sc,
	enum item_who who, int64_t owner_id, const struct item_window *w,
	struct item_totals *out)
{
	struct item_filter f = {.who = who, .owner_id = owner_id};
	struct db_stmt *q = db_prep(db,
		"SELECT i.kind,"
		"  SUM(CASE WHEN i.due_at < :now THEN 1 ELSE 0 END),"
		"  SUM(CASE WHEN i.due_at >= :now AND i.due_at < :tomorrow"
		"      THEN 1 ELSE 0 END),"
		"  SUM(CASE WHEN i.due_at >= :tomorrow AND i.due_at < :week"
		"      THEN 1 ELSE 0 END),"
		"  SUM(CASE WHEN i.due_at >= :week THEN 1 ELSE 0 END)"
		"  FROM work_item i"
		" WHERE i.clinic_id = :clinic AND " ITEM_WHICH
		" AND i.closed_at IS NULL AND " ITEM_AWAKE " GROUP BY i.kind");

	*out = (struct item_totals){0};
	bind_which(q, sc, &f);
	db_bind_at(q, ":now", w->now);
	db_bind_at(q, ":tomorrow", w->tomorrow);
	db_bind_at(q, ":week", w->week);
	while (db_step(q)) {
		enum item_kind kind;

		if (!item_kind_parse(db_text(q, 0, a), &kind))
			continue;
		for (int b = 0; b <= BUCKET_LATER; b++) {
			int64_t n = db_int(q, 1 + b);

			out->n[item_kind_queue(kind)][b] += n;
			out->n[QUEUE_ALL][b] += n;
		}
	}
	return db_done(q);
}

int64_t
item_totals_week(const struct item_totals *t, enum item_queue queue)
{
	return t->n[queue][BUCKET_LATE] + t->n[queue][BUCKET_TODAY] +
	       t->n[queue][BUCKET_WEEK];
}

int
item_store_counts(struct db *db, const struct scope *sc,
	const struct item_window *w, struct item_counts *out)
{
	struct item_filter f = {.who = WHO_MINE};
	struct db_stmt *q = db_prep(db,
		"SELECT"
		"  CASE WHEN i.kind IN ('followup', 'discharge_call', 'result')"
		"       THEN 1 WHEN i.kind = 'coverage_check' THEN 2 ELSE 0 "
		"END,"
		"  COUNT(*), SUM(CASE WHEN i.due_at < :now THEN 1 ELSE 0 END)"
		"  FROM work_item i"
		" WHERE i.clinic_id = :clinic AND " ITEM_WHICH
		" AND i.closed_at IS NULL"
		"   AND i.due_at < :week AND " ITEM_AWAKE " GROUP BY 1");

	*out = (struct item_counts){0};
	bind_which(q, sc, &f);
	db_bind_at(q, ":now", w->now);
	db_bind_at(q, ":week", w->week);
	while (db_step(q)) {
		int64_t part = db_int(q, 0), n = db_int(q, 1);
		int64_t late = db_int(q, 2);

		out->today += n;
		out->today_late += late;
		if (part == 1) {
			out->followups = n;
			out->followups_late = late;
		} else if (part == 2) {
			out->insurance = n;
			out->insurance_late = late;
		}
	}
	return db_done(q);
}

int
item_store_unowned(struct db *db, const struct scope *sc,
	const struct item_window *w, struct item_unowned *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT COUNT(*), MIN(i.opened_at) FROM work_item i"
		" WHERE i.clinic_id = :clinic AND i.closed_at IS NULL"
		"   AND i.owner_id IS NULL AND " ITEM_SEEN
		"   AND " ITEM_AWAKE);

	item_bind_scope(q, sc);
	db_bind_at(q, ":now", w->now);
	if (db_step(q)) {
		out->n = db_int(q, 0);
		out->oldest = db_at(q, 1);
	}
	return db_done(q);
}

int
item_store_waits(struct db *db, struct arena *a, const struct scope *sc,
	int limit, struct item_waits *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT i.state, i.waiting_on, i.kind, COUNT(*),"
		"       MIN(i.state_at)"
		"  FROM work_item i"
		" WHERE i.clinic_id = :clinic AND i.closed_at IS NULL"
		"   AND i.state IN ('with_patient', 'with_payer',"
		"       'with_specialist', 'with_provider') AND " ITEM_SEEN
		" GROUP BY i.state, i.waiting_on, i.kind"
		" ORDER BY MIN(i.state_at), i.waiting_on LIMIT :limit");

	item_bind_scope(q, sc);
	db_bind_int(q, ":limit", limit);
	while (db_step(q)) {
		struct item_wait *wait = ARENA_PUSH(a, out);

		item_state_parse(db_text(q, 0, a), &wait->state);
		wait->on = db_text(q, 1, a);
		item_kind_parse(db_text(q, 2, a), &wait->kind);
		wait->n = db_int(q, 3);
		wait->since = db_at(q, 4);
	}
	return db_done(q);
}

int
item_store_owners(struct db *db, struct arena *a, const struct scope *sc,
	struct item_owners *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT 0, u.id, u.name FROM app_user u"
		" WHERE u.clinic_id = :clinic AND u.disabled_at IS NULL"
		"   AND EXISTS (SELECT 1 FROM user_role r"
		"         WHERE r.user_id = u.id AND r.role <> 'admin')"
		" UNION ALL"
		" SELECT 1, t.id, t.name FROM team t"
		"  WHERE t.clinic_id = :clinic"
		" ORDER BY 1, 3");

	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct item_owner){
			.team = db_bool(q, 0),
			.id = db_int(q, 1),
			.name = db_text(q, 2, a),
		};
	return db_done(q);
}
