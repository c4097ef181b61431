/* visit_series, series_visit, series_skip: visits that repeat. Rules:
 * tests/RULES.md, "Visits that repeat". */
#include "store/series_store.h"
#include "base/arena.h"
#include "db/db.h"

int64_t
series_store_add(struct db *db, const struct scope *sc, const struct series *s,
	instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_series (clinic_id, rule, starts_on,"
		" start_min, made_at, made_by) VALUES (:clinic, :rule,"
		" :starts, :minute, :now, :user) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":rule", s->rule);
	db_bind_day(q, ":starts", s->starts);
	db_bind_int(q, ":minute", s->minute);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	return db_insert(q);
}

int
series_store_add_visit(struct db *db, const struct scope *sc, int64_t series,
	int64_t visit, int ordinal)
{
	struct db_stmt *q =
		db_prep(db, "INSERT INTO series_visit (clinic_id, series_id,"
			    " appointment_id, ordinal)"
			    " SELECT v.clinic_id, :series, v.id, :ordinal"
			    "   FROM appointment v"
			    "  WHERE v.id = :visit AND v.clinic_id = :clinic");

	db_bind_int(q, ":series", series);
	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":ordinal", ordinal);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) == 1 ? 0 : -1;
}

int
series_store_add_skip(struct db *db, const struct scope *sc, int64_t series,
	day_t day, const char *why)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO series_skip (clinic_id, series_id, day_on, why)"
		" VALUES (:clinic, :series, :day, :why)");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":series", series);
	db_bind_day(q, ":day", day);
	db_bind_text(q, ":why", why);
	return db_exec(q) == 1 ? 0 : -1;
}

int
series_store_moved(
	struct db *db, const struct scope *sc, int64_t visit, int64_t to)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE series_visit SET appointment_id = :to"
		" WHERE appointment_id = :visit AND clinic_id = :clinic");

	db_bind_int(q, ":to", to);
	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
series_store_of(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct series *out)
{
	int found = 0;
	struct db_stmt *q = db_prep(db,
		"SELECT s.id, s.rule, s.starts_on, s.start_min, x.ordinal,"
		" (SELECT count(*) FROM series_visit y"
		"   WHERE y.series_id = s.id)"
		"  FROM series_visit x JOIN visit_series s"
		"    ON s.id = x.series_id"
		" WHERE x.appointment_id = :visit AND x.clinic_id = :clinic");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = (struct series){
			.id = db_int(q, 0),
			.rule = db_text(q, 1, a),
			.starts = db_day(q, 2),
			.minute = (int)db_int(q, 3),
			.place = (int)db_int(q, 4),
			.total = (int)db_int(q, 5),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
series_store_visits(struct db *db, struct arena *a, const struct scope *sc,
	int64_t series, struct id_list *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.appointment_id FROM series_visit x"
		" WHERE x.series_id = :series AND x.clinic_id = :clinic"
		" ORDER BY x.ordinal");

	db_bind_int(q, ":series", series);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = db_int(q, 0);
	return db_done(q);
}

int
series_store_skips(struct db *db, struct arena *a, const struct scope *sc,
	int64_t series, struct series_skips *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.day_on, x.why FROM series_skip x"
		" WHERE x.series_id = :series AND x.clinic_id = :clinic"
		" ORDER BY x.day_on");

	db_bind_int(q, ":series", series);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q)) {
		struct series_skip *s = ARENA_PUSH(a, out);

		s->day = db_day(q, 0);
		s->why = db_text(q, 1, a);
	}
	return db_done(q);
}
