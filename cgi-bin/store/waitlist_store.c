/* waitlist_entry, waitlist_ok: who waits, for what. Held and offered times
 * are in waitlist_hold_store.c. */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "domain/visit_type.h"
#include "store/waitlist_store.h"

/* The column lists and their one reader stand together. */
#define ENTRY_COLS                                                             \
	"e.id, e.version, e.patient_id, e.visit_type_id, e.visit_id,"          \
	" e.earliest_on, e.latest_on, e.weekdays, e.parts, e.notice_min,"      \
	" e.urgency, e.channel, e.note, e.joined_at, e.closed_at,"             \
	" e.close_reason, e.close_note, e.booked_id, p.family, p.given,"       \
	" p.mrn, p.birth_on, t.name, t.name_es, v.start_at, d.short_name,"     \
	" s.zone,"                                                             \
	" (SELECT max(o.expires_at) FROM waitlist_offer o"                     \
	"    JOIN time_hold h ON h.id = o.hold_id"                         \
	"   WHERE o.entry_id = e.id AND o.answer = '' AND o.expires_at > :now" \
	"     AND h.ended_at IS NULL),"                                        \
	" (SELECT f.number FROM patient_phone f WHERE f.patient_id = p.id"     \
	"   ORDER BY f.rank, f.id LIMIT 1),"                                   \
	" t.minutes, p.interpreter, v.end_at"
#define ENTRY_FROM                                                             \
	"  FROM waitlist_entry e JOIN patient p ON p.id = e.patient_id"        \
	"  JOIN visit_type t ON t.id = e.visit_type_id"                        \
	"  LEFT JOIN appointment v ON v.id = e.visit_id"                       \
	"   AND v.status IN ('pending', 'booked')"                             \
	"  LEFT JOIN provider d ON d.id = v.provider_id"                       \
	"  LEFT JOIN site s ON s.id = v.site_id"

/* As long as the visit they have, or as one of the type would be. */
static int
minutes_needed(struct db_stmt *q)
{
	struct visit_type type = {.minutes = (int)db_int(q, 29)};

	if (!db_is_null(q, 24))
		return (int)((db_at(q, 31) - db_at(q, 24)) / 60);
	return visit_type_minutes(&type, db_bool(q, 30));
}

static struct wait_entry
entry_read(struct db_stmt *q, struct arena *a)
{
	return (struct wait_entry){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.visit_type_id = db_int(q, 3),
		.visit_id = db_int(q, 4),
		.earliest = db_day(q, 5),
		.latest = db_day(q, 6),
		.weekdays = (unsigned)db_int(q, 7),
		.parts = (unsigned)db_int(q, 8),
		.notice_min = (int)db_int(q, 9),
		.urgency = (int)db_int(q, 10),
		.channel = db_text(q, 11, a),
		.note = db_text(q, 12, a),
		.joined = db_at(q, 13),
		.closed = db_at(q, 14),
		.close_reason = db_text(q, 15, a),
		.close_note = db_text(q, 16, a),
		.booked_id = db_int(q, 17),
		.family = db_text(q, 18, a),
		.given = db_text(q, 19, a),
		.mrn = db_text(q, 20, a),
		.birth = db_day(q, 21),
		.type_name = db_text(q, 22, a),
		.type_name_es = db_text(q, 23, a),
		.visit_start = db_at(q, 24),
		.visit_provider = db_text(q, 25, a),
		.visit_zone = db_text(q, 26, a),
		.offered = db_at(q, 27),
		.phone = db_text(q, 28, a),
		.minutes = minutes_needed(q),
	};
}

static struct wait_entry *
entry_of(struct wait_entries *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].id == id)
			return &list->v[i];
	return NULL;
}

/* Who and where will do, for all of a list at once; what has ended is
 * offered nothing. */
static int
read_oks(struct db *db, struct arena *a, const struct scope *sc,
	struct wait_entries *list)
{
	struct db_stmt *q = db_prep(db,
		"SELECT k.entry_id, k.provider_id, k.site_id"
		"  FROM waitlist_entry e JOIN waitlist_ok k"
		"    ON k.entry_id = e.id"
		" WHERE e.clinic_id = :clinic AND e.closed_at IS NULL"
		"   AND (:one = 0 OR e.id = :one)"
		" ORDER BY k.entry_id, k.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":one", list->n == 1 ? list->v[0].id : 0);
	while (db_step(q)) {
		struct wait_entry *e = entry_of(list, db_int(q, 0));

		if (e != NULL)
			*ARENA_PUSH(a, &e->ok) =
				(struct wait_ok){db_int(q, 1), db_int(q, 2)};
	}
	return db_done(q);
}

static int
read_all(struct db *db, struct arena *a, const struct scope *sc,
	struct db_stmt *q, struct wait_entries *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = entry_read(q, a);
	if (db_done(q))
		return -1;
	return out->n > 0 ? read_oks(db, a, sc, out) : 0;
}

int
waitlist_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, instant_t now, struct wait_entry *out)
{
	struct wait_entries list = {0};
	struct db_stmt *q =
		db_prep(db, "SELECT " ENTRY_COLS ENTRY_FROM
			    " WHERE e.id = :id AND e.clinic_id = :clinic"
			    "   AND (:own = 0 OR e.patient_id = :own)");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	db_bind_at(q, ":now", now);
	if (read_all(db, a, sc, q, &list))
		return -1;
	if (list.n)
		*out = list.v[0];
	return list.n > 0;
}

static void
bind_filter(struct db_stmt *q, const struct scope *sc,
	const struct wait_filter *f, instant_t now)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	db_bind_int(q, ":patient", f->patient_id);
	db_bind_int(q, ":type", f->visit_type_id);
	db_bind_int(q, ":visit", f->visit_id);
	db_bind_int(q, ":urgency", f->urgency);
	db_bind_int(q, ":limit", f->limit + 1);
	db_bind_at(q, ":now", now);
}

#define ENTRY_WHERE                                                            \
	" WHERE e.clinic_id = :clinic"                                         \
	"   AND (:own = 0 OR e.patient_id = :own)"                             \
	"   AND (:patient = 0 OR e.patient_id = :patient)"                     \
	"   AND (:type = 0 OR e.visit_type_id = :type)"                        \
	"   AND (:visit = 0 OR e.visit_id = :visit)"                           \
	"   AND (:urgency = 0 OR e.urgency = :urgency)"

int
waitlist_store_list(struct db *db, struct arena *a, const struct scope *sc,
	const struct wait_filter *f, instant_t now, struct wait_entries *out)
{
	struct db_stmt *q;

	if (f->closed)
		q = db_prep(db, "SELECT " ENTRY_COLS ENTRY_FROM ENTRY_WHERE
				"   AND e.closed_at IS NOT NULL"
				" ORDER BY e.closed_at DESC, e.id DESC"
				" LIMIT :limit");
	else
		q = db_prep(db, "SELECT " ENTRY_COLS ENTRY_FROM ENTRY_WHERE
				"   AND e.closed_at IS NULL"
				" ORDER BY e.urgency,"
				" e.latest_on ASC NULLS LAST, e.joined_at, e.id"
				" LIMIT :limit");
	bind_filter(q, sc, f, now);
	return read_all(db, a, sc, q, out);
}

int
waitlist_store_waiting(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit_type, instant_t now, struct wait_entries *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " ENTRY_COLS ENTRY_FROM
		" WHERE e.clinic_id = :clinic AND e.visit_type_id = :type"
		"   AND e.closed_at IS NULL"
		" ORDER BY e.urgency, e.latest_on ASC NULLS LAST,"
		" e.joined_at, e.id LIMIT 500");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":type", visit_type);
	db_bind_at(q, ":now", now);
	return read_all(db, a, sc, q, out);
}

int
waitlist_store_counts(
	struct db *db, const struct scope *sc, int64_t visit_type, int64_t n[4])
{
	struct db_stmt *q = db_prep(db,
		"SELECT CASE WHEN closed_at IS NULL THEN urgency ELSE 0 END,"
		" count(*) /*scan*/ FROM waitlist_entry"
		" WHERE clinic_id = :clinic"
		"   AND (:type = 0 OR visit_type_id = :type)"
		" GROUP BY CASE WHEN closed_at IS NULL THEN urgency ELSE 0 "
		"END");

	memset(n, 0, 4 * sizeof(n[0]));
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":type", visit_type);
	while (db_step(q))
		n[db_int(q, 0) & 3] = db_int(q, 1);
	return db_done(q);
}

/* What a new and an edited row have in common. */
static void
bind_row(struct db_stmt *q, const struct scope *sc, const struct wait_entry *e)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":earliest", e->earliest);
	db_bind_day(q, ":latest", e->latest);
	db_bind_int(q, ":weekdays", e->weekdays);
	db_bind_int(q, ":parts", e->parts);
	db_bind_int(q, ":notice", e->notice_min);
	db_bind_int(q, ":urgency", e->urgency);
	db_bind_text(q, ":channel", e->channel);
	db_bind_text(q, ":note", e->note);
}

int64_t
waitlist_store_add(struct db *db, const struct scope *sc,
	const struct wait_entry *e, bool *twice)
{
	int64_t id;
	struct db_stmt *q = db_prep(db,
		"INSERT INTO waitlist_entry (clinic_id, patient_id,"
		" visit_type_id, visit_id, earliest_on, latest_on, weekdays,"
		" parts, notice_min, urgency, channel, note, joined_at,"
		" joined_by)"
		" VALUES (:clinic, :patient, :type, :visit, :earliest, :latest,"
		" :weekdays, :parts, :notice, :urgency, :channel, :note, :at,"
		" :by) RETURNING id");

	bind_row(q, sc, e);
	db_bind_int(q, ":patient", e->patient_id);
	db_bind_int(q, ":type", e->visit_type_id);
	db_bind_id(q, ":visit", e->visit_id);
	db_bind_at(q, ":at", e->joined);
	db_bind_id(q, ":by", sc->user_id);
	*twice = false;
	db_save(db);
	id = db_insert(q);
	if (id)
		return db_save_keep(db) ? 0 : id;
	if (strstr(db_constraint(db), "waitlist_entry")) {
		*twice = true;
		db_save_back(db);
	}
	return 0;
}

int64_t
waitlist_store_save(
	struct db *db, const struct scope *sc, const struct wait_entry *e)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE waitlist_entry SET version = version + 1,"
		" earliest_on = :earliest, latest_on = :latest,"
		" weekdays = :weekdays, parts = :parts, notice_min = :notice,"
		" urgency = :urgency, channel = :channel, note = :note"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version AND closed_at IS NULL");

	bind_row(q, sc, e);
	db_bind_int(q, ":id", e->id);
	db_bind_int(q, ":version", e->version);
	return db_exec(q);
}

int
waitlist_store_set_ok(struct db *db, const struct scope *sc, int64_t entry,
	const struct wait_oks *ok)
{
	struct db_stmt *q = db_prep(db,
		"DELETE FROM waitlist_ok WHERE entry_id IN (SELECT id"
		"  FROM waitlist_entry"
		" WHERE id = :entry AND clinic_id = :clinic)");

	db_bind_int(q, ":entry", entry);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_exec(q) < 0)
		return -1;
	for (size_t i = 0; i < ok->n; i++) {
		q = db_prep(db, "INSERT INTO waitlist_ok (entry_id,"
				" provider_id, site_id)"
				" VALUES (:entry, :provider, :site)"
				" RETURNING id");
		db_bind_int(q, ":entry", entry);
		db_bind_id(q, ":provider", ok->v[i].provider_id);
		db_bind_id(q, ":site", ok->v[i].site_id);
		if (db_insert(q) == 0)
			return -1;
	}
	return 0;
}

int
waitlist_store_close(struct db *db, const struct scope *sc, int64_t entry,
	instant_t now, const char *reason, const char *note, int64_t booked)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE waitlist_entry SET version = version + 1,"
		" closed_at = :now, closed_by = :by, close_reason = :reason,"
		" close_note = :note, booked_id = :booked"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND closed_at IS NULL");

	db_bind_at(q, ":now", now);
	db_bind_id(q, ":by", sc->user_id);
	db_bind_text(q, ":reason", reason);
	db_bind_text(q, ":note", note ? note : "");
	db_bind_id(q, ":booked", booked);
	db_bind_int(q, ":id", entry);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (int)db_exec(q);
}

int
waitlist_store_follow(
	struct db *db, const struct scope *sc, int64_t was, int64_t is)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE waitlist_entry SET visit_id = :is"
			    " WHERE visit_id = :was AND clinic_id = :clinic"
			    "   AND closed_at IS NULL");

	db_bind_int(q, ":is", is);
	db_bind_int(q, ":was", was);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}
