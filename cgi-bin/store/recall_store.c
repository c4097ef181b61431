/* recall: who is to come again; visit_excuse. */
#include "store/recall_store.h"
#include "base/arena.h"
#include "db/db.h"

/* The column list and its one reader stand together. */
#define RECALL_COLS                                                            \
	"r.id, r.version, r.patient_id, r.visit_type_id, r.reason, r.source,"  \
	" r.from_id, r.due_on, r.opens_on, r.late_on, r.every_months,"         \
	" r.visit_id, r.created_at, r.closed_at, r.close_reason,"              \
	" r.close_note, p.family, p.given, p.mrn,"                             \
	" COALESCE((SELECT n.number FROM patient_phone n"                      \
	"   WHERE n.patient_id = p.id AND n.rank = 1), ''), t.name,"           \
	" COALESCE(u.name, ''), p.birth_on, v.start_at,"                       \
	" COALESCE(s.zone, ''), w.id, COALESCE(w.attempts, 0),"                \
	" w.last_attempt_at, COALESCE(w.last_outcome, '')"
#define RECALL_FROM                                                            \
	"  FROM recall r JOIN patient p ON p.id = r.patient_id"                \
	"  JOIN visit_type t ON t.id = r.visit_type_id"                        \
	"  LEFT JOIN app_user u ON u.id = r.created_by"                        \
	"  LEFT JOIN appointment v ON v.id = r.visit_id"                       \
	"  LEFT JOIN site s ON s.id = v.site_id"                               \
	"  LEFT JOIN work_item w ON w.subject_type = 'recall'"                 \
	"   AND w.subject_id = r.id AND w.closed_at IS NULL"

static struct recall
recall_read(struct db_stmt *q, struct arena *a)
{
	return (struct recall){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.visit_type_id = db_int(q, 3),
		.reason = db_text(q, 4, a),
		.source = db_text(q, 5, a),
		.from_id = db_int(q, 6),
		.due = db_day(q, 7),
		.opens = db_day(q, 8),
		.late = db_day(q, 9),
		.every_months = (int)db_int(q, 10),
		.visit_id = db_int(q, 11),
		.created = db_at(q, 12),
		.closed = db_at(q, 13),
		.close_reason = db_text(q, 14, a),
		.close_note = db_text(q, 15, a),
		.family = db_text(q, 16, a),
		.given = db_text(q, 17, a),
		.mrn = db_text(q, 18, a),
		.phone = db_text(q, 19, a),
		.type_name = db_text(q, 20, a),
		.by = db_text(q, 21, a),
		.birth = db_day(q, 22),
		.visit_start = db_at(q, 23),
		.visit_zone = db_text(q, 24, a),
		.item_id = db_int(q, 25),
		.attempts = (int)db_int(q, 26),
		.last_attempt = db_at(q, 27),
		.last_outcome = db_text(q, 28, a),
	};
}

static int
one(struct db_stmt *q, struct arena *a, struct recall *out)
{
	int found = 0;

	if (db_step(q)) {
		*out = recall_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
recall_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct recall *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " RECALL_COLS RECALL_FROM
			    " WHERE r.id = :id AND r.clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return one(q, a, out);
}

int
recall_store_for(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, int64_t type, struct recall *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " RECALL_COLS RECALL_FROM
		" WHERE r.patient_id = :patient AND r.visit_type_id = :type"
		"   AND r.clinic_id = :clinic AND r.closed_at IS NULL"
		"   AND r.visit_id IS NULL ORDER BY r.due_on, r.id LIMIT 1");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":type", type);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return one(q, a, out);
}

int
recall_store_of_visit(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct recall *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " RECALL_COLS RECALL_FROM
		" WHERE r.visit_id = :visit AND r.clinic_id = :clinic"
		"   AND r.closed_at IS NULL ORDER BY r.id LIMIT 1");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return one(q, a, out);
}

static int
all(struct db_stmt *q, struct arena *a, struct recalls *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = recall_read(q, a);
	return db_done(q);
}

/* In words of SQL what recall_state() says: the same order of questions. */
#define STATE                                                                  \
	"CASE WHEN r.visit_id IS NOT NULL THEN 4"                              \
	" WHEN COALESCE(w.attempts, 0) >= 3 THEN 3"                            \
	" WHEN r.late_on < :today THEN 2"                                      \
	" WHEN r.opens_on <= :today THEN 1 ELSE 0 END"

static struct db_stmt *
list_of(struct db *db, const struct recall_filter *f)
{
	struct db_stmt *q;

	if (f->patient_id != 0) {
		q = db_prep(db, "SELECT " RECALL_COLS RECALL_FROM
				" WHERE r.patient_id = :patient"
				"   AND r.clinic_id = :clinic"
				" ORDER BY r.closed_at DESC NULLS FIRST,"
				"  r.due_on, r.id LIMIT :limit");
		db_bind_int(q, ":patient", f->patient_id);
		return q;
	}
	if (f->state == RECALL_ENDED)
		return db_prep(db,
			"SELECT " RECALL_COLS RECALL_FROM
			" WHERE r.clinic_id = :clinic"
			"   AND r.closed_at IS NOT NULL"
			" ORDER BY r.closed_at DESC, r.id LIMIT :limit");
	q = db_prep(db, "SELECT " RECALL_COLS RECALL_FROM
			" WHERE r.clinic_id = :clinic AND r.closed_at IS NULL"
			"   AND " STATE " = :state"
			" ORDER BY r.due_on, r.id LIMIT :limit");
	db_bind_int(q, ":state", f->state);
	db_bind_day(q, ":today", f->today);
	return q;
}

int
recall_store_list(struct db *db, struct arena *a, const struct scope *sc,
	const struct recall_filter *f, struct recalls *out)
{
	struct db_stmt *q = list_of(db, f);

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":limit", f->limit + 1);
	return all(q, a, out);
}

int
recall_store_counts(
	struct db *db, const struct scope *sc, day_t today, int64_t n[RECALL_ENDED])
{
	struct db_stmt *q = db_prep(db,
		"SELECT " STATE ", count(*) FROM recall r"
		"  LEFT JOIN work_item w ON w.subject_type = 'recall'"
		"   AND w.subject_id = r.id AND w.closed_at IS NULL"
		" WHERE r.clinic_id = :clinic AND r.closed_at IS NULL"
		" GROUP BY 1");

	for (int i = 0; i < RECALL_ENDED; i++)
		n[i] = 0;
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":today", today);
	while (db_step(q))
		n[db_int(q, 0)] = db_int(q, 1);
	return db_done(q);
}

int
recall_store_opening(struct db *db, struct arena *a, const struct scope *sc,
	day_t today, int limit, struct recalls *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " RECALL_COLS RECALL_FROM
		" WHERE r.clinic_id = :clinic AND r.closed_at IS NULL"
		"   AND r.opens_on <= :today AND r.visit_id IS NULL"
		"   AND w.id IS NULL ORDER BY r.due_on, r.id LIMIT :limit");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":today", today);
	db_bind_int(q, ":limit", limit);
	return all(q, a, out);
}

static void
bind_recall(struct db_stmt *q, const struct scope *sc, const struct recall *r)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":type", r->visit_type_id);
	db_bind_text(q, ":reason", r->reason);
	db_bind_day(q, ":due", r->due);
	db_bind_day(q, ":opens", r->opens);
	db_bind_day(q, ":late", r->late);
	db_bind_int(q, ":every", r->every_months);
	db_bind_id(q, ":visit", r->visit_id);
}

int64_t
recall_store_add(struct db *db, const struct scope *sc, const struct recall *r)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO recall (clinic_id, patient_id, visit_type_id,"
		" reason, source, from_id, due_on, opens_on, late_on,"
		" every_months, visit_id, created_at, created_by)"
		" VALUES (:clinic, :patient, :type, :reason, :source, :from,"
		" :due, :opens, :late, :every, :visit, :created, :by)"
		" RETURNING id");

	bind_recall(q, sc, r);
	db_bind_int(q, ":patient", r->patient_id);
	db_bind_text(q, ":source", r->source);
	db_bind_id(q, ":from", r->from_id);
	db_bind_at(q, ":created", r->created);
	db_bind_id(q, ":by", sc->user_id);
	return db_insert(q);
}

int64_t
recall_store_save(struct db *db, const struct scope *sc, const struct recall *r)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE recall SET version = version + 1,"
		" visit_type_id = :type, reason = :reason, due_on = :due,"
		" opens_on = :opens, late_on = :late, every_months = :every,"
		" visit_id = :visit, closed_at = :closed,"
		" closed_by = CASE WHEN :ended = 1 THEN CAST(:by AS BIGINT)"
		"  END, close_reason = :why, close_note = :note"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	bind_recall(q, sc, r);
	db_bind_at(q, ":closed", r->closed);
	db_bind_bool(q, ":ended", r->closed != INSTANT_NONE);
	db_bind_id(q, ":by", sc->user_id);
	db_bind_text(q, ":why", r->close_reason);
	db_bind_text(q, ":note", r->close_note);
	db_bind_int(q, ":id", r->id);
	db_bind_int(q, ":version", r->version);
	return db_exec(q);
}

int
recall_store_excuse(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct visit_excuse *out)
{
	int found = 0;
	struct db_stmt *q = db_prep(db,
		"SELECT e.reason, e.note, COALESCE(u.name, ''), e.at"
		"  FROM visit_excuse e LEFT JOIN app_user u ON u.id = e.user_id"
		" WHERE e.appointment_id = :visit AND e.clinic_id = :clinic");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = (struct visit_excuse){.reason = db_text(q, 0, a),
			.note = db_text(q, 1, a),
			.by = db_text(q, 2, a),
			.at = db_at(q, 3)};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int64_t
recall_store_add_excuse(struct db *db, const struct scope *sc, int64_t visit,
	const struct visit_excuse *e)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_excuse (appointment_id, clinic_id, reason,"
		" note, at, user_id)"
		" VALUES (:visit, :clinic, :reason, :note, :at, :user)"
		" ON CONFLICT (appointment_id) DO NOTHING");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":reason", e->reason);
	db_bind_text(q, ":note", e->note);
	db_bind_at(q, ":at", e->at);
	db_bind_id(q, ":user", sc->user_id);
	return db_exec(q);
}
