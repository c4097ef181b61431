/* visit_arrival, visit_code: how patients come in without the desk. */
#include "store/door_store.h"
#include "base/arena.h"
#include "db/db.h"

int
door_store_arrived(
	struct db *db, const struct scope *sc, const struct arrival *r)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_arrival (clinic_id, appointment_id, at,"
		" door, kiosk_id, desk)"
		" SELECT v.clinic_id, v.id, :at, :door, :kiosk, :desk"
		"   FROM appointment v"
		"  WHERE v.id = :visit AND v.clinic_id = :clinic"
		" ON CONFLICT (appointment_id) DO UPDATE SET"
		" at = excluded.at, door = excluded.door,"
		" kiosk_id = excluded.kiosk_id, desk = excluded.desk");

	db_bind_int(q, ":visit", r->visit_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":at", r->at);
	db_bind_text(q, ":door", door_name(r->door));
	db_bind_id(q, ":kiosk", r->kiosk_id);
	db_bind_text(q, ":desk", r->desk);
	return db_exec(q) == 1 ? 0 : -1;
}

/* The column list and its one reader stand together. */
#define ARRIVAL_COLS                                                           \
	"r.appointment_id, r.at, r.door, r.kiosk_id, k.name, r.desk"

static struct arrival
arrival_read(struct db_stmt *q, struct arena *a)
{
	return (struct arrival){
		.visit_id = db_int(q, 0),
		.at = db_at(q, 1),
		.door = door_parse(db_text(q, 2, a)),
		.kiosk_id = db_int(q, 3),
		.kiosk = db_text(q, 4, a),
		.desk = db_text(q, 5, a),
	};
}

int
door_store_arrivals(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, struct arrivals *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " ARRIVAL_COLS "  FROM appointment v"
			    "  JOIN visit_arrival r ON r.appointment_id = v.id"
			    "  LEFT JOIN kiosk k ON k.id = r.kiosk_id"
			    " WHERE v.site_id = :site AND v.clinic_id = :clinic"
			    "   AND v.start_at >= :from AND v.start_at < :to"
			    "   AND r.at = v.arrived_at");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	while (db_step(q))
		*ARENA_PUSH(a, out) = arrival_read(q, a);
	return db_done(q);
}

int
door_store_arrival(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct arrival *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " ARRIVAL_COLS "  FROM appointment v"
			    "  JOIN visit_arrival r ON r.appointment_id = v.id"
			    "  LEFT JOIN kiosk k ON k.id = r.kiosk_id"
			    " WHERE v.id = :visit AND v.clinic_id = :clinic"
			    "   AND r.at = v.arrived_at");
	int found = 0;

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = arrival_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
door_store_put_code(struct db *db, const struct scope *sc, int64_t visit,
	const char *hash, instant_t now, instant_t until)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_code (clinic_id, appointment_id,"
		" code_hash, made_at, until_at)"
		" SELECT v.clinic_id, v.id, :hash, :now, :until"
		"   FROM appointment v"
		"  WHERE v.id = :visit AND v.clinic_id = :clinic"
		" ON CONFLICT (appointment_id) DO UPDATE SET"
		" code_hash = excluded.code_hash, made_at = excluded.made_at,"
		" until_at = excluded.until_at, tries = 0");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":hash", hash);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":until", until);
	return db_exec(q) == 1 ? 0 : -1;
}

int
door_store_code(struct db *db, const char *hash, struct door_code *out)
{
	struct db_stmt *q = db_prep(db,
		"/*every clinic: nobody is logged in*/"
		"SELECT c.id, c.clinic_id, v.id, v.patient_id, p.birth_on,"
		"       c.until_at, c.tries"
		"  FROM visit_code c"
		"  JOIN appointment v ON v.id = c.appointment_id"
		"  JOIN patient p ON p.id = v.patient_id"
		" WHERE c.code_hash = :hash"
		" /*every clinic: nobody is logged in*/");
	int found = 0;

	db_bind_text(q, ":hash", hash);
	if (db_step(q)) {
		*out = (struct door_code){
			.id = db_int(q, 0),
			.clinic_id = db_int(q, 1),
			.visit_id = db_int(q, 2),
			.patient_id = db_int(q, 3),
			.birth = db_day(q, 4),
			.until = db_at(q, 5),
			.tries = (int)db_int(q, 6),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
door_store_code_tried(struct db *db, const struct scope *sc, int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE visit_code SET tries = tries + 1"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
door_store_code_made(
	struct db *db, const struct scope *sc, int64_t visit, instant_t *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT made_at FROM visit_code"
		" WHERE appointment_id = :visit AND clinic_id = :clinic");

	*out = INSTANT_NONE;
	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q))
		*out = db_at(q, 0);
	return db_done(q);
}

int
door_store_expected(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, day_t birth,
	struct expecteds *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT v.id, v.patient_id, p.given, p.family, p.preferred"
		"  FROM appointment v JOIN patient p ON p.id = v.patient_id"
		" WHERE v.site_id = :site AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.status IN ('booked', 'arrived')"
		"   AND v.mode = 'in_person' AND p.birth_on = :birth"
		" ORDER BY v.start_at, v.id");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	db_bind_day(q, ":birth", birth);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct expected){
			.visit_id = db_int(q, 0),
			.patient_id = db_int(q, 1),
			.given = db_text(q, 2, a),
			.family = db_text(q, 3, a),
			.preferred = db_text(q, 4, a),
		};
	return db_done(q);
}
