/* audit_event, audit_patient: reading the audit log. */
#include "store/audit_search.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"

/* The column list and its one reader stand together. */
#define AUDIT_COLS                                                             \
	"e.id, e.at, e.program, e.event, e.outcome, e.actor, e.roles,"         \
	" e.user_id, e.patient_id, e.object_type, e.object_id, e.detail,"      \
	" e.reason, e.address, e.request, e.patients"

/* What every search sorts out by, whatever index it goes along. */
#define AUDIT_SORT_OUT                                                         \
	" e.clinic_id = :clinic AND e.at >= :from AND e.at < :to"              \
	" AND (e.event = :event OR :event = '')"                               \
	" AND (e.outcome = :outcome OR :outcome = '')"                         \
	" AND (e.id < :before OR :before = 0)"

/* Numbers grow with time, so this is newest first in the index too. */
#define AUDIT_ORDER " ORDER BY e.at DESC, e.id DESC LIMIT :limit"

/* "7 12 13" is three. */
static int64_t
count_ids(const char *ids)
{
	int64_t n = *ids != '\0';

	for (; *ids != '\0'; ids++)
		n += *ids == ' ';
	return n;
}

static struct audit_hit
audit_read(struct db_stmt *q, struct arena *a)
{
	return (struct audit_hit){
		.id = db_int(q, 0),
		.at = db_at(q, 1),
		.program = db_text(q, 2, a),
		.event = db_text(q, 3, a),
		.outcome = db_text(q, 4, a),
		.actor = db_text(q, 5, a),
		.roles = db_text(q, 6, a),
		.user_id = db_int(q, 7),
		.patient_id = db_int(q, 8),
		.object_type = db_text(q, 9, a),
		.object_id = db_int(q, 10),
		.detail = db_text(q, 11, a),
		.reason = db_text(q, 12, a),
		.address = db_text(q, 13, a),
		.request = db_text(q, 14, a),
		.shown = count_ids(db_text(q, 15, a)),
	};
}

static void
sort_out(
	struct db_stmt *q, const struct scope *sc, const struct audit_filter *f)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", f->from);
	db_bind_at(q, ":to", f->to);
	db_bind_text(q, ":event", f->event);
	db_bind_text(q, ":outcome", f->outcome);
	db_bind_int(q, ":before", f->before);
	db_bind_int(q, ":limit", f->limit);
}

static struct db_stmt *
by_time(struct db *db)
{
	return db_prep(db, "SELECT " AUDIT_COLS " FROM audit_event e"
			   " WHERE" AUDIT_SORT_OUT AUDIT_ORDER);
}

static struct db_stmt *
by_user(struct db *db, int64_t user)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " AUDIT_COLS " FROM audit_event e"
		" WHERE e.user_id = :user AND" AUDIT_SORT_OUT AUDIT_ORDER);

	db_bind_int(q, ":user", user);
	return q;
}

/* One patient's events are few and found first; the plus signs keep the
 * order by time from drawing in the index of everybody's. */
static struct db_stmt *
by_patient(struct db *db, int64_t patient, int64_t user)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " AUDIT_COLS " FROM (SELECT x.id FROM audit_event x"
		"        WHERE x.patient_id = :patient"
		"          AND x.at >= :from AND x.at < :to"
		"        UNION SELECT s.audit_id FROM audit_patient s"
		"        WHERE s.patient_id = :patient) f"
		"  JOIN audit_event e ON e.id = f.id"
		" WHERE +e.clinic_id = :clinic"
		"   AND +e.at >= :from AND +e.at < :to"
		"   AND (+e.user_id = :user OR :user = 0)"
		"   AND (e.event = :event OR :event = '')"
		"   AND (e.outcome = :outcome OR :outcome = '')"
		"   AND (e.id < :before OR :before = 0)" AUDIT_ORDER);

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":user", user);
	return q;
}

int
audit_search_list(struct db *db, struct arena *a, const struct scope *sc,
	const struct audit_filter *f, struct audit_hits *out)
{
	struct db_stmt *q;

	if (f->patient_id != 0)
		q = by_patient(db, f->patient_id, f->user_id);
	else if (f->user_id != 0)
		q = by_user(db, f->user_id);
	else
		q = by_time(db);
	sort_out(q, sc, f);
	while (db_step(q))
		*ARENA_PUSH(a, out) = audit_read(q, a);
	return db_done(q);
}

int
audit_search_check(struct db *db, struct arena *a, const struct scope *sc,
	struct audit_hit *out)
{
	/* The name is written out so that its own small index is used. */
	struct db_stmt *q = db_prep(db,
		"SELECT " AUDIT_COLS " FROM audit_event e"
		" WHERE e.event = 'audit.check' AND e.clinic_id = :clinic"
		" ORDER BY e.id DESC LIMIT 1");
	int found = 0;

	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = audit_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}
