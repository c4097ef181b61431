/* The audit log's rows; care/audit.c says what stands in them. */
#include "store/audit_store.h"
#include "base/arena.h"
#include "db/db.h"

#define AUDIT_COLS                                                             \
	"id, clinic_id, at, program, event, outcome, user_id, actor, roles,"   \
	" patient_id, object_type, object_id, patients, detail, reason,"       \
	" address, session_id, request, prev_hash, hash"

static struct audit_row
audit_read(struct db_stmt *q, struct arena *a)
{
	return (struct audit_row){
		.id = db_int(q, 0),
		.clinic_id = db_int(q, 1),
		.at = db_at(q, 2),
		.program = db_text(q, 3, a),
		.event = db_text(q, 4, a),
		.outcome = db_text(q, 5, a),
		.user_id = db_int(q, 6),
		.actor = db_text(q, 7, a),
		.roles = db_text(q, 8, a),
		.patient_id = db_int(q, 9),
		.object_type = db_text(q, 10, a),
		.object_id = db_int(q, 11),
		.patients = db_text(q, 12, a),
		.detail = db_text(q, 13, a),
		.reason = db_text(q, 14, a),
		.address = db_text(q, 15, a),
		.session_id = db_int(q, 16),
		.request = db_text(q, 17, a),
		.prev_hash = db_text(q, 18, a),
		.hash = db_text(q, 19, a),
	};
}

int
audit_store_head(struct db *db, struct arena *a, int64_t *id, const char **hash)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, hash FROM audit_event ORDER BY id DESC LIMIT 1"
		" /*every clinic: there is one chain*/"
		" /*scan*/");

	db_lock(db, DB_LOCK_AUDIT, 0, false);
	*id = 0;
	*hash = "";
	if (db_step(q)) {
		*id = db_int(q, 0);
		*hash = db_text(q, 1, a);
	}
	return db_done(q);
}

#define FEW 10
#define MANY 50
#define ROW(n) "(:p" n ", :audit)"
#define ROWS_10(t)                                                             \
	ROW(t "0")                                                             \
	", " ROW(t "1") ", " ROW(t "2") ", " ROW(t "3") ", " ROW(              \
		t "4") ", " ROW(t "5") ", " ROW(t "6") ", " ROW(t              \
		"7") ", " ROW(t "8") ", " ROW(t "9")
#define ROWS_50                                                                \
	ROWS_10("0")                                                           \
	", " ROWS_10("1") ", " ROWS_10("2") ", " ROWS_10("3") ", " ROWS_10("4")
#define ADD "INSERT INTO audit_patient (patient_id, audit_id) VALUES "
#define ONCE " ON CONFLICT (patient_id, audit_id) DO NOTHING"

/*
 * A list shows fifty patients, so they are written fifty at a time, or ten.
 * There may be fewer: the last of them then stands in every place left over,
 * and is written once.
 */
static int
add_patients(struct db *db, int64_t audit_id, const int64_t *v, size_t n)
{
	size_t step;

	for (size_t i = 0; i < n; i += step) {
		struct db_stmt *q;

		step = n - i > FEW ? MANY : FEW;
		if (step == FEW)
			q = db_prep(db, ADD ROWS_10("0") ONCE);
		else
			q = db_prep(db, ADD ROWS_50 ONCE);
		for (size_t k = 0; k < step; k++) {
			char name[] = {':', 'p', (char)('0' + k / 10),
				(char)('0' + k % 10), '\0'};

			db_bind_int(q, name, v[i + k < n ? i + k : n - 1]);
		}
		db_bind_int(q, ":audit", audit_id);
		if (db_exec(q) < 0)
			return -1;
	}
	return 0;
}

int
audit_store_add(struct db *db, const struct audit_row *r,
	const int64_t *patients, size_t n)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO audit_event (" AUDIT_COLS ")"
		" VALUES (:id, :clinic, :at, :program, :event, :outcome, :user,"
		" :actor, :roles, :patient, :object_type, :object_id,"
		" :patients, :detail, :reason, :address, :session, :request,"
		" :prev, :hash)");

	db_bind_int(q, ":id", r->id);
	db_bind_int(q, ":clinic", r->clinic_id);
	db_bind_at(q, ":at", r->at);
	db_bind_text(q, ":program", r->program);
	db_bind_text(q, ":event", r->event);
	db_bind_text(q, ":outcome", r->outcome);
	db_bind_id(q, ":user", r->user_id);
	db_bind_text(q, ":actor", r->actor);
	db_bind_text(q, ":roles", r->roles);
	db_bind_id(q, ":patient", r->patient_id);
	db_bind_text(q, ":object_type", r->object_type);
	db_bind_id(q, ":object_id", r->object_id);
	db_bind_text(q, ":patients", r->patients);
	db_bind_text(q, ":detail", r->detail);
	db_bind_text(q, ":reason", r->reason);
	db_bind_text(q, ":address", r->address);
	db_bind_id(q, ":session", r->session_id);
	db_bind_text(q, ":request", r->request);
	db_bind_text(q, ":prev", r->prev_hash);
	db_bind_text(q, ":hash", r->hash);
	if (db_exec(q) < 0)
		return -1;
	return add_patients(db, r->id, patients, n);
}

int
audit_store_last_shown(struct db *db, struct arena *a, int64_t user,
	int64_t session, const char *event, instant_t since,
	const char **patients)
{
	struct db_stmt *q = db_prep(db,
		"SELECT patients FROM audit_event"
		" WHERE user_id = :user AND at >= :since"
		"   AND session_id = :session AND event = :event"
		"   AND outcome = 'ok'"
		" ORDER BY at DESC, id DESC LIMIT 1"
		" /*every clinic: a session is of one*/");

	*patients = "";
	db_bind_int(q, ":user", user);
	db_bind_at(q, ":since", since);
	db_bind_int(q, ":session", session);
	db_bind_text(q, ":event", event);
	if (db_step(q))
		*patients = db_text(q, 0, a);
	return db_done(q);
}

int
audit_store_after(struct db *db, struct arena *a, int64_t id, int limit,
	struct audit_rows *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " AUDIT_COLS " FROM audit_event"
			    " WHERE id > :id ORDER BY id LIMIT :limit");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":limit", limit);
	while (db_step(q))
		*ARENA_PUSH(a, out) = audit_read(q, a);
	return db_done(q);
}
