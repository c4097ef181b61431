/* appointment, appointment_event: visits and what happened to them. That
 * nobody is in two places at once is kept by the triggers of
 * schema/0003_schedule.sql. */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/visit_store.h"

/* The column lists and their one reader stand together. */
#define VISIT_COLS                                                             \
	"v.id, v.version, v.patient_id, v.provider_id, v.site_id, v.room_id,"  \
	" v.visit_type_id, v.start_at, v.end_at, v.busy_start_at,"             \
	" v.busy_end_at, v.status, v.mode, v.reason, v.note, v.source,"        \
	" v.overbooked, v.overbook_reason, v.asked_at, v.confirmed_at,"        \
	" v.arrived_at, v.roomed_at, v.with_at, v.checkout_at, v.done_at,"     \
	" v.cancelled_at, v.confirmed_by, v.cancelled_by, v.cancel_reason,"    \
	" v.replaces_id, v.replaced_by_id, v.created_at, v.updated_at,"        \
	" v.created_by, v.updated_by,"                                         \
	" p.family, p.given, p.preferred, p.mrn, p.birth_on, p.language,"      \
	" p.interpreter, d.name, d.short_name, s.name, r.name, t.name,"        \
	" t.name_es, s.zone,"                                                  \
	" CASE WHEN p.sms_ok = 1 OR (p.email_ok = 1 AND p.email <> '')"        \
	" THEN 1 ELSE 0 END, COALESCE(t.grace_min, 15)"
#define VISIT_JOINS                                                            \
	" JOIN patient p ON p.id = v.patient_id"                               \
	" JOIN site s ON s.id = v.site_id"                                     \
	" LEFT JOIN provider d ON d.id = v.provider_id"                        \
	" LEFT JOIN room r ON r.id = v.room_id"                                \
	" LEFT JOIN visit_type t ON t.id = v.visit_type_id"

static void
read_times(struct db_stmt *q, struct visit *v)
{
	v->asked = db_at(q, 18);
	v->confirmed = db_at(q, 19);
	v->arrived = db_at(q, 20);
	v->roomed = db_at(q, 21);
	v->with = db_at(q, 22);
	v->checkout = db_at(q, 23);
	v->done = db_at(q, 24);
	v->cancelled = db_at(q, 25);
	v->created = db_at(q, 31);
	v->updated = db_at(q, 32);
}

static void
read_beside(struct db_stmt *q, struct arena *a, struct visit *v)
{
	v->family = db_text(q, 35, a);
	v->given = db_text(q, 36, a);
	v->preferred = db_text(q, 37, a);
	v->mrn = db_text(q, 38, a);
	v->birth = db_day(q, 39);
	v->patient_language = db_text(q, 40, a);
	v->interpreter = db_bool(q, 41);
	v->provider_name = db_text(q, 42, a);
	v->provider_short = db_text(q, 43, a);
	v->site_name = db_text(q, 44, a);
	v->room_name = db_text(q, 45, a);
	v->type_name = db_text(q, 46, a);
	v->type_name_es = db_text(q, 47, a);
	v->zone = db_text(q, 48, a);
	v->told = db_bool(q, 49);
	v->grace_min = (int)db_int(q, 50);
}

static struct visit
visit_read(struct db_stmt *q, struct arena *a)
{
	struct visit v = {
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.provider_id = db_int(q, 3),
		.site_id = db_int(q, 4),
		.room_id = db_int(q, 5),
		.visit_type_id = db_int(q, 6),
		.start = db_at(q, 7),
		.end = db_at(q, 8),
		.busy_start = db_at(q, 9),
		.busy_end = db_at(q, 10),
		.status = db_text(q, 11, a),
		.mode = db_text(q, 12, a),
		.reason = db_text(q, 13, a),
		.note = db_text(q, 14, a),
		.source = db_text(q, 15, a),
		.overbooked = db_bool(q, 16),
		.overbook_reason = db_text(q, 17, a),
		.confirmed_by = db_text(q, 26, a),
		.cancelled_by = db_text(q, 27, a),
		.cancel_reason = db_text(q, 28, a),
		.replaces_id = db_int(q, 29),
		.replaced_by_id = db_int(q, 30),
		.created_by = db_int(q, 33),
		.updated_by = db_int(q, 34),
	};

	read_times(q, &v);
	read_beside(q, a, &v);
	return v;
}

static int
read_all(struct db_stmt *q, struct arena *a, struct visits *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = visit_read(q, a);
	return db_done(q);
}

int
visit_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct visit *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " VISIT_COLS "  FROM appointment v" VISIT_JOINS
		" WHERE v.id = :id AND v.clinic_id = :clinic"
		"   AND (:patient = 0 OR v.patient_id = :patient)");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", sc->patient_id);
	if (db_step(q)) {
		*out = visit_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
visit_store_between(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, struct visits *out)
{
	/* Site by site, so that the index by site and start serves. */
	struct db_stmt *q = db_prep(db,
		"SELECT " VISIT_COLS
		"  FROM site w CROSS JOIN appointment v" VISIT_JOINS
		" WHERE w.clinic_id = :clinic AND (:site = 0 OR w.id = :site)"
		"   AND v.site_id = w.id AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.status <> 'entered-in-error'"
		" ORDER BY v.start_at, v.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	return read_all(q, a, out);
}

int
visit_store_by_provider(struct db *db, struct arena *a, const struct scope *sc,
	int64_t provider, instant_t from, instant_t to, struct visits *out)
{
	/* The index is by the time taken, which begins up to two hours
	 * before the visit. */
	struct db_stmt *q = db_prep(db,
		"SELECT " VISIT_COLS "  FROM appointment v" VISIT_JOINS
		" WHERE v.provider_id = :provider AND v.clinic_id = :clinic"
		"   AND v.busy_start_at >= :from - 7200"
		"   AND v.busy_start_at < :to"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.status <> 'entered-in-error'"
		" ORDER BY v.start_at, v.id");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	return read_all(q, a, out);
}

int
visit_store_coming(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, instant_t now, int limit, struct visits *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " VISIT_COLS "  FROM appointment v" VISIT_JOINS
		" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"
		"   AND (:own = 0 OR v.patient_id = :own)"
		"   AND v.start_at >= :now AND v.status <> 'entered-in-error'"
		" ORDER BY v.start_at, v.id LIMIT :limit");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":own", sc->patient_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_int(q, ":limit", limit);
	return read_all(q, a, out);
}

int
visit_store_past(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, instant_t now, int limit, struct visits *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " VISIT_COLS "  FROM appointment v" VISIT_JOINS
		" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"
		"   AND (:own = 0 OR v.patient_id = :own)"
		"   AND v.start_at < :now AND v.status <> 'entered-in-error'"
		" ORDER BY v.start_at DESC, v.id DESC LIMIT :limit");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":own", sc->patient_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_int(q, ":limit", limit);
	return read_all(q, a, out);
}

/* What a new and a changed row have in common. */
static void
bind_row(struct db_stmt *q, const struct scope *sc, const struct visit *v)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":provider", v->provider_id);
	db_bind_int(q, ":site", v->site_id);
	db_bind_id(q, ":room", v->room_id);
	db_bind_id(q, ":type", v->visit_type_id);
	db_bind_at(q, ":start", v->start);
	db_bind_at(q, ":end", v->end);
	db_bind_at(q, ":busy_start", v->busy_start);
	db_bind_at(q, ":busy_end", v->busy_end);
	db_bind_text(q, ":status", v->status);
	db_bind_text(q, ":mode", v->mode);
	db_bind_text(q, ":reason", v->reason);
	db_bind_text(q, ":note", v->note);
	db_bind_bool(q, ":overbooked", v->overbooked);
	db_bind_text(q, ":overbook_reason", v->overbook_reason);
	db_bind_at(q, ":asked", v->asked);
	db_bind_at(q, ":confirmed", v->confirmed);
	db_bind_text(q, ":confirmed_by", v->confirmed_by);
	db_bind_at(q, ":arrived", v->arrived);
	db_bind_at(q, ":roomed", v->roomed);
	db_bind_at(q, ":with", v->with);
	db_bind_at(q, ":checkout", v->checkout);
	db_bind_at(q, ":done", v->done);
	db_bind_at(q, ":cancelled", v->cancelled);
	db_bind_text(q, ":cancelled_by", v->cancelled_by);
	db_bind_text(q, ":cancel_reason", v->cancel_reason);
	db_bind_id(q, ":replaces", v->replaces_id);
	db_bind_id(q, ":replaced_by", v->replaced_by_id);
	db_bind_at(q, ":updated", v->updated);
	db_bind_id(q, ":updated_by", v->updated_by);
}

/*
 * A time that is not free is an answer, not a failure: the statement is
 * undone, and what the triggers called it is told.
 */
static enum visit_clash
undo_clash(struct db *db)
{
	static const struct {
		const char *name;
		enum visit_clash clash;
	} names[] = {
		{"provider_taken", CLASH_PROVIDER},
		{"room_taken", CLASH_ROOM},
		{"patient_taken", CLASH_PATIENT},
		{"time_held", CLASH_HELD},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(db_constraint(db), names[i].name) == 0) {
			db_save_back(db);
			return names[i].clash;
		}
	return CLASH_NONE;
}

int
visit_store_lock(struct db *db, const struct visit *v)
{
	if (v->patient_id != 0)
		db_lock(db, DB_LOCK_PATIENT, v->patient_id, false);
	if (v->provider_id != 0)
		db_lock(db, DB_LOCK_PROVIDER, v->provider_id, false);
	if (v->room_id != 0)
		db_lock(db, DB_LOCK_ROOM, v->room_id, false);
	return db_error(db) == NULL ? 0 : -1;
}

int64_t
visit_store_add(struct db *db, const struct scope *sc, const struct visit *v,
	enum visit_clash *clash)
{
	enum visit_clash found = CLASH_NONE;
	int64_t id;

	struct db_stmt *q = db_prep(db,
		"INSERT INTO appointment (clinic_id, patient_id, provider_id,"
		" site_id, room_id, visit_type_id, start_at, end_at,"
		" busy_start_at, busy_end_at, status, mode, reason, note,"
		" source, overbooked, overbook_reason, asked_at, confirmed_at,"
		" confirmed_by, arrived_at, roomed_at, with_at, checkout_at,"
		" done_at, cancelled_at, cancelled_by, cancel_reason,"
		" replaces_id, replaced_by_id, created_at, created_by,"
		" updated_at, updated_by)"
		" VALUES (:clinic, :patient, :provider, :site, :room, :type,"
		" :start, :end, :busy_start, :busy_end, :status, :mode,"
		" :reason, :note, :source, :overbooked, :overbook_reason,"
		" :asked, :confirmed, :confirmed_by, :arrived, :roomed, :with,"
		" :checkout, :done, :cancelled, :cancelled_by,"
		" :cancel_reason, :replaces, :replaced_by, :created,"
		" :created_by, :updated, :updated_by) RETURNING id");

	bind_row(q, sc, v);
	db_bind_int(q, ":patient", v->patient_id);
	db_bind_text(q, ":source", v->source);
	db_bind_at(q, ":created", v->created);
	db_bind_id(q, ":created_by", v->created_by);
	db_save(db);
	id = db_insert(q);
	if (id == 0)
		found = undo_clash(db);
	else if (db_save_keep(db))
		id = 0;
	if (clash)
		*clash = found;
	return id;
}

int
visit_store_update(struct db *db, const struct scope *sc, const struct visit *v,
	enum visit_clash *clash)
{
	enum visit_clash found = CLASH_NONE;
	int64_t n;
	struct db_stmt *q = db_prep(db,
		"UPDATE appointment SET version = version + 1,"
		" provider_id = :provider, site_id = :site, room_id = :room,"
		" visit_type_id = :type, start_at = :start, end_at = :end,"
		" busy_start_at = :busy_start, busy_end_at = :busy_end,"
		" status = :status, mode = :mode, reason = :reason,"
		" note = :note, overbooked = :overbooked,"
		" overbook_reason = :overbook_reason, asked_at = :asked,"
		" confirmed_at = :confirmed, confirmed_by = :confirmed_by,"
		" arrived_at = :arrived, roomed_at = :roomed, with_at = :with,"
		" checkout_at = :checkout, done_at = :done,"
		" cancelled_at = :cancelled, cancelled_by = :cancelled_by,"
		" cancel_reason = :cancel_reason, replaces_id = :replaces,"
		" replaced_by_id = :replaced_by, updated_at = :updated,"
		" updated_by = :updated_by"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	bind_row(q, sc, v);
	db_bind_int(q, ":id", v->id);
	db_bind_int(q, ":version", v->version);
	db_save(db);
	n = db_exec(q);
	if (n < 0)
		found = undo_clash(db);
	else if (db_save_keep(db))
		n = -1;
	if (clash)
		*clash = found;
	return (int)n;
}

int
visit_store_add_event(struct db *db, const struct scope *sc, int64_t visit,
	const struct visit_event *e, int64_t user)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO appointment_event (clinic_id, appointment_id, at,"
		" user_id, actor, what, from_status, to_status, detail)"
		" VALUES (:clinic, :visit, :at, :user, :actor, :what, :from,"
		" :to, :detail)");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":visit", visit);
	db_bind_at(q, ":at", e->at);
	db_bind_id(q, ":user", user);
	db_bind_text(q, ":actor", e->actor);
	db_bind_text(q, ":what", e->what);
	db_bind_text(q, ":from", e->from);
	db_bind_text(q, ":to", e->to);
	db_bind_text(q, ":detail", e->detail ? e->detail : "");
	return db_exec(q) < 0 ? -1 : 0;
}

int
visit_store_events(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct visit_events *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.id, e.at, u.name, e.actor, e.what, e.from_status,"
		" e.to_status, e.detail"
		"  FROM appointment_event e"
		"  LEFT JOIN app_user u ON u.id = e.user_id"
		" WHERE e.appointment_id = :visit AND e.clinic_id = :clinic"
		" ORDER BY e.id");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct visit_event){
			.id = db_int(q, 0),
			.at = db_at(q, 1),
			.user_name = db_text(q, 2, a),
			.actor = db_text(q, 3, a),
			.what = db_text(q, 4, a),
			.from = db_text(q, 5, a),
			.to = db_text(q, 6, a),
			.detail = db_text(q, 7, a),
		};
	return db_done(q);
}

const char *
visit_store_changed_by(
	struct db *db, struct arena *a, const struct scope *sc, int64_t visit)
{
	struct db_stmt *q =
		db_prep(db, "SELECT u.name FROM appointment v"
			    "  JOIN app_user u ON u.id = v.updated_by"
			    " WHERE v.id = :visit AND v.clinic_id = :clinic");
	const char *name = "";

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q))
		name = db_text(q, 0, a);
	db_done(q);
	return name;
}
