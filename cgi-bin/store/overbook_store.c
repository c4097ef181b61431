/* How much lies over other visits: clinic.overbook_most,
 * provider.overbook_most, appointment. Rules: tests/RULES.md, "Visits". */
#include "store/overbook_store.h"
#include "db/db.h"

int
overbook_store_most(struct db *db, const struct scope *sc, int64_t provider)
{
	int most = -1;
	struct db_stmt *q = db_prep(db,
		"SELECT COALESCE(p.overbook_most, c.overbook_most)"
		"  FROM provider p JOIN clinic c ON c.id = p.clinic_id"
		" WHERE p.id = :provider AND p.clinic_id = :clinic");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q))
		most = (int)db_int(q, 0);
	return db_done(q) ? -1 : most;
}

int
overbook_store_count(struct db *db, const struct scope *sc, int64_t provider,
	instant_t from, instant_t to, int64_t except)
{
	int n = 0;
	struct db_stmt *q = db_prep(db,
		"SELECT count(*) FROM appointment v"
		" WHERE v.provider_id = :provider AND v.clinic_id = :clinic"
		"   AND v.busy_start_at > :from - 100800"
		"   AND v.busy_start_at < :to"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.overbooked = 1 AND v.id <> :except"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled')");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	db_bind_int(q, ":except", except);
	if (db_step(q))
		n = (int)db_int(q, 0);
	return db_done(q) ? -1 : n;
}

int
overbook_store_barred(struct db *db, const struct scope *sc, int64_t provider,
	instant_t from, instant_t to, int64_t except)
{
	int found = 0;
	struct db_stmt *q = db_prep(db,
		"SELECT v.id FROM appointment v"
		"  JOIN patient p ON p.id = v.patient_id"
		"  LEFT JOIN visit_type t ON t.id = v.visit_type_id"
		" WHERE v.provider_id = :provider AND v.clinic_id = :clinic"
		"   AND v.busy_start_at > :from - 100800"
		"   AND v.busy_start_at < :to AND v.busy_end_at > :from"
		"   AND v.id <> :except"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled')"
		"   AND (p.interpreter = 1 OR t.who = 'new'"
		"        OR t.room_kind IN ('procedure', 'group'))"
		" ORDER BY v.id LIMIT 1");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	db_bind_int(q, ":except", except);
	if (db_step(q))
		found = 1;
	return db_done(q) ? -1 : found;
}
