/* visit_need, visit_need_event, patient_need, visit_type_need: what visits
 * need beside a time. Rules: tests/RULES.md, "Needs of a visit". */
#include "store/need_store.h"

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"

/* The column list and its one reader stand together. */
#define NEED_COLS                                                              \
	"n.id, n.version, n.appointment_id, n.kind, n.what, n.source,"         \
	" n.state, n.state_at, u.name, n.by_hand, n.reason, n.language,"       \
	" n.mode, n.sex, n.vendor, n.reference, n.pickup_at,"                  \
	" n.pickup_place, n.way_back, n.wheelchair, n.until_on, n.note"
#define NEED_FROM                                                              \
	"  FROM visit_need n LEFT JOIN app_user u ON u.id = n.state_by"

static struct visit_need
need_read(struct db_stmt *q, struct arena *a)
{
	struct visit_need n = {
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.visit_id = db_int(q, 2),
		.what = db_text(q, 4, a),
		.source = db_text(q, 5, a),
		.state_at = db_at(q, 7),
		.user = db_text(q, 8, a),
		.by_hand = db_bool(q, 9),
		.reason = db_text(q, 10, a),
		.language = db_text(q, 11, a),
		.mode = db_text(q, 12, a),
		.sex = db_text(q, 13, a),
		.vendor = db_text(q, 14, a),
		.reference = db_text(q, 15, a),
		.pickup = db_at(q, 16),
		.pickup_place = db_text(q, 17, a),
		.way_back = db_text(q, 18, a),
		.wheelchair = db_bool(q, 19),
		.until = db_day(q, 20),
		.note = db_text(q, 21, a),
	};

	if (!need_kind_parse(db_text(q, 3, a), &n.kind) ||
		!need_state_parse(db_text(q, 6, a), &n.state))
		BUG("a need of an unknown kind or state");
	return n;
}

static int
read_all(struct db_stmt *q, struct arena *a, struct needs *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = need_read(q, a);
	return db_done(q);
}

int
need_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct needs *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " NEED_COLS NEED_FROM
		" WHERE n.appointment_id = :visit AND n.clinic_id = :clinic"
		" ORDER BY n.id");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return read_all(q, a, out);
}

int
need_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct visit_need *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " NEED_COLS NEED_FROM
			    " WHERE n.id = :id AND n.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = need_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
need_store_coming(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, instant_t from, struct needs *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " NEED_COLS "  FROM appointment v"
		"  JOIN visit_need n ON n.appointment_id = v.id"
		"  LEFT JOIN app_user u ON u.id = n.state_by"
		" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from"
		"   AND v.status IN ('pending', 'booked')"
		" ORDER BY v.start_at, n.id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	return read_all(q, a, out);
}

int
need_store_missing(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, struct needs *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " NEED_COLS "  FROM site s"
		"  JOIN appointment v ON v.site_id = s.id"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.status IN ('pending', 'booked')"
		"  JOIN visit_need n ON n.appointment_id = v.id"
		"   AND n.state IN ('needed', 'requested', 'failed')"
		"  LEFT JOIN app_user u ON u.id = n.state_by"
		" WHERE s.clinic_id = :clinic AND (:site = 0 OR s.id = :site)"
		" ORDER BY v.start_at, v.id, n.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	return read_all(q, a, out);
}

static void
bind_need(struct db_stmt *q, const struct scope *sc, const struct visit_need *n)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":what", n->what);
	db_bind_text(q, ":state", need_state_name(n->state));
	db_bind_at(q, ":state_at", n->state_at);
	db_bind_id(q, ":user", n->by_hand ? sc->user_id : 0);
	db_bind_bool(q, ":by_hand", n->by_hand);
	db_bind_text(q, ":reason", n->reason);
	db_bind_text(q, ":language", n->language);
	db_bind_text(q, ":mode", n->mode);
	db_bind_text(q, ":sex", n->sex);
	db_bind_text(q, ":vendor", n->vendor);
	db_bind_text(q, ":reference", n->reference);
	db_bind_at(q, ":pickup", n->pickup);
	db_bind_text(q, ":place", n->pickup_place);
	db_bind_text(q, ":back", n->way_back);
	db_bind_bool(q, ":wheelchair", n->wheelchair);
	db_bind_day(q, ":until", n->until);
	db_bind_text(q, ":note", n->note);
}

int64_t
need_store_add(
	struct db *db, const struct scope *sc, const struct visit_need *n)
{
	int64_t id = 0;
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_need (clinic_id, appointment_id, kind,"
		" what, source, state, state_at, state_by, by_hand, reason,"
		" language, mode, sex, vendor, reference, pickup_at,"
		" pickup_place, way_back, wheelchair, until_on, note)"
		" VALUES (:clinic, :visit, :kind, :what, :source, :state,"
		" :state_at, :user, :by_hand, :reason, :language, :mode, :sex,"
		" :vendor, :reference, :pickup, :place, :back, :wheelchair,"
		" :until, :note)"
		" ON CONFLICT (appointment_id, kind, what) DO NOTHING"
		" RETURNING id");

	bind_need(q, sc, n);
	db_bind_int(q, ":visit", n->visit_id);
	db_bind_text(q, ":kind", need_kind_name(n->kind));
	db_bind_text(q, ":source", n->source);
	if (db_step(q))
		id = db_int(q, 0);
	return db_done(q) ? -1 : id;
}

int64_t
need_store_update(struct db *db, const struct scope *sc,
	const struct visit_need *n, int64_t version, instant_t now)
{
	struct visit_need row = *n;
	struct db_stmt *q = db_prep(db,
		"UPDATE visit_need SET version = version + 1, what = :what,"
		" state = :state, state_at = :state_at, state_by = :user,"
		" by_hand = :by_hand, reason = :reason, language = :language,"
		" mode = :mode, sex = :sex, vendor = :vendor,"
		" reference = :reference, pickup_at = :pickup,"
		" pickup_place = :place, way_back = :back,"
		" wheelchair = :wheelchair, until_on = :until, note = :note"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	row.state_at = now;
	bind_need(q, sc, &row);
	db_bind_int(q, ":id", n->id);
	db_bind_int(q, ":version", version);
	return db_exec(q);
}

int
need_store_add_event(struct db *db, const struct scope *sc, int64_t need,
	instant_t at, enum need_state state, const char *detail)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_need_event (clinic_id, need_id, at,"
		" user_id, state, detail)"
		" VALUES (:clinic, :need, :at, :user, :state, :detail)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":need", need);
	db_bind_at(q, ":at", at);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_text(q, ":state", need_state_name(state));
	db_bind_text(q, ":detail", detail);
	return db_insert(q) ? 0 : -1;
}

int
need_store_events(struct db *db, struct arena *a, const struct scope *sc,
	int64_t need, struct need_events *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT e.at, u.name, e.state, e.detail"
			    "  FROM visit_need_event e"
			    "  LEFT JOIN app_user u ON u.id = e.user_id"
			    " WHERE e.need_id = :need AND e.clinic_id = :clinic"
			    " ORDER BY e.id DESC LIMIT 100");

	db_bind_int(q, ":need", need);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q)) {
		struct need_event *e = ARENA_PUSH(a, out);

		*e = (struct need_event){
			.at = db_at(q, 0),
			.user = db_text(q, 1, a),
			.detail = db_text(q, 3, a),
		};
		need_state_parse(db_text(q, 2, a), &e->state);
	}
	return db_done(q);
}

/* ---- marks -------------------------------------------------------------- */

static int
read_marks(struct db_stmt *q, struct arena *a, struct need_marks *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct need_mark){
			db_int(q, 0), db_int(q, 1), db_int(q, 2)};
	return db_done(q);
}

/* A need; a step before the visit that somebody must see to counts with
 * them, and is missing when it is due by then. */
#define MARK_NEED                                                              \
	"SELECT v.id AS id, CASE WHEN n.state IN ('needed', 'requested',"      \
	" 'failed') THEN 1 ELSE 0 END AS missing"
#define MARK_PREP                                                              \
	" UNION ALL SELECT v.id, CASE WHEN p.done_at IS NULL"                  \
	" AND p.due_at < :due THEN 1 ELSE 0 END"
#define MARK_PREP_JOIN                                                         \
	"  JOIN visit_prep p ON p.appointment_id = v.id"                       \
	"   AND p.needed = 1 AND p.kind <> 'fasting'"
#define MARK_SITE                                                              \
	"  FROM site s"                                                        \
	"  JOIN appointment v ON v.site_id = s.id"                             \
	"   AND v.start_at >= :from AND v.start_at < :to"                      \
	"   AND v.status IN ('pending', 'booked', 'arrived')"
#define MARK_SITE_WHERE                                                        \
	" WHERE s.clinic_id = :clinic AND (:site = 0 OR s.id = :site)"
#define MARK_PATIENT_WHERE                                                     \
	" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"             \
	"   AND v.start_at >= :from"                                           \
	"   AND v.status IN ('pending', 'booked', 'arrived')"
#define MARK_HEAD "SELECT x.id, COUNT(*), SUM(x.missing) FROM ("
#define MARK_TAIL ") x GROUP BY x.id ORDER BY x.id"

int
need_store_marks(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, instant_t due,
	struct need_marks *out)
{
	struct db_stmt *q = db_prep(db, MARK_HEAD MARK_NEED MARK_SITE
		"  JOIN visit_need n ON n.appointment_id = v.id" MARK_SITE_WHERE
			MARK_PREP MARK_SITE MARK_PREP_JOIN MARK_SITE_WHERE
				MARK_TAIL);

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	db_bind_at(q, ":due", due);
	return read_marks(q, a, out);
}

int
need_store_patient_marks(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, instant_t from, instant_t due, struct need_marks *out)
{
	struct db_stmt *q = db_prep(db, MARK_HEAD MARK_NEED
		"  FROM appointment v"
		"  JOIN visit_need n ON n.appointment_id = "
		"v.id" MARK_PATIENT_WHERE MARK_PREP
		"  FROM appointment v" MARK_PREP_JOIN MARK_PATIENT_WHERE
			MARK_TAIL);

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":due", due);
	return read_marks(q, a, out);
}

const struct need_mark *
need_mark_of(const struct need_marks *all, int64_t visit)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (all->v[mid].visit_id == visit)
			return &all->v[mid];
		if (all->v[mid].visit_id < visit)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* ---- patients and types -------------------------------------------------- */

int
need_store_patient(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct patient_need *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT version, interpreter_mode, interpreter_sex, transport,"
		" wheelchair, pickup_place, mobility FROM patient_need"
		" WHERE patient_id = :patient AND clinic_id = :clinic");
	int found = 0;

	*out = (struct patient_need){.interpreter_mode = "",
		.interpreter_sex = "",
		.transport = "",
		.pickup_place = "",
		.mobility = ""};
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = (struct patient_need){
			.version = db_int(q, 0),
			.interpreter_mode = db_text(q, 1, a),
			.interpreter_sex = db_text(q, 2, a),
			.transport = db_text(q, 3, a),
			.wheelchair = db_bool(q, 4),
			.pickup_place = db_text(q, 5, a),
			.mobility = db_text(q, 6, a),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int64_t
need_store_put_patient(struct db *db, const struct scope *sc, int64_t patient,
	const struct patient_need *p, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO patient_need (clinic_id, patient_id,"
		" interpreter_mode, interpreter_sex, transport, wheelchair,"
		" pickup_place, mobility, updated_at, updated_by)"
		" VALUES (:clinic, :patient, :mode, :sex, :transport,"
		" :wheelchair, :place, :mobility, :now, :user)"
		" ON CONFLICT (patient_id) DO UPDATE SET"
		" version = patient_need.version + 1,"
		" interpreter_mode = :mode, interpreter_sex = :sex,"
		" transport = :transport, wheelchair = :wheelchair,"
		" pickup_place = :place, mobility = :mobility,"
		" updated_at = :now, updated_by = :user"
		" WHERE patient_need.version = :version"
		"   AND patient_need.clinic_id = :clinic");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_text(q, ":mode", p->interpreter_mode);
	db_bind_text(q, ":sex", p->interpreter_sex);
	db_bind_text(q, ":transport", p->transport);
	db_bind_bool(q, ":wheelchair", p->wheelchair);
	db_bind_text(q, ":place", p->pickup_place);
	db_bind_text(q, ":mobility", p->mobility);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_int(q, ":version", p->version);
	return db_exec(q);
}

int
need_store_type(struct db *db, struct arena *a, const struct scope *sc,
	int64_t type, struct type_need *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT referral, auth, telehealth, consents, forms"
		"  FROM visit_type_need"
		" WHERE visit_type_id = :type AND clinic_id = :clinic");
	int found = 0;

	*out = (struct type_need){.consents = "", .forms = ""};
	db_bind_int(q, ":type", type);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = (struct type_need){
			.referral = db_bool(q, 0),
			.auth = db_bool(q, 1),
			.telehealth = db_bool(q, 2),
			.consents = db_text(q, 3, a),
			.forms = db_text(q, 4, a),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int64_t
need_store_put_type(struct db *db, const struct scope *sc, int64_t type,
	const struct type_need *t)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_type_need (clinic_id, visit_type_id,"
		" referral, auth, telehealth, consents, forms)"
		" VALUES (:clinic, :type, :referral, :auth, :telehealth,"
		" :consents, :forms)"
		" ON CONFLICT (visit_type_id) DO UPDATE SET"
		" referral = :referral, auth = :auth,"
		" telehealth = :telehealth, consents = :consents,"
		" forms = :forms"
		" WHERE visit_type_need.clinic_id = :clinic");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":type", type);
	db_bind_bool(q, ":referral", t->referral);
	db_bind_bool(q, ":auth", t->auth);
	db_bind_bool(q, ":telehealth", t->telehealth);
	db_bind_text(q, ":consents", t->consents);
	db_bind_text(q, ":forms", t->forms);
	return db_exec(q);
}
