/* What the flow board and the check-in desk read and write beside the
 * visits themselves: appointment_event, room, visit_consent. */
#include "store/flow_store.h"

#include "base/arena.h"
#include "db/db.h"

int
flow_store_checked_in(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, struct checked_ins *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.appointment_id, MAX(e.at)"
		"  FROM appointment v"
		"  JOIN appointment_event e ON e.appointment_id = v.id"
		" WHERE v.site_id = :site AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.status = 'checked-in' AND e.what = 'checked-in'"
		" GROUP BY e.appointment_id");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	while (db_step(q))
		*ARENA_PUSH(a, out) =
			(struct checked_in){db_int(q, 0), db_at(q, 1)};
	return db_done(q);
}

int
flow_store_hold_room(struct db *db, const struct scope *sc, int64_t room)
{
	/* A row that is written is held, on either engine. */
	struct db_stmt *q = db_prep(db,
		"UPDATE room SET active = active"
		" WHERE id = :id AND clinic_id = :clinic AND active = 1");

	db_bind_int(q, ":id", room);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (int)db_exec(q);
}

int
flow_store_consents(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct consents *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT c.id, c.kind, c.answer, c.how, c.at, u.name"
		"  FROM visit_consent c"
		"  LEFT JOIN app_user u ON u.id = c.user_id"
		" WHERE c.patient_id = :patient AND c.clinic_id = :clinic"
		" ORDER BY c.at DESC, c.id DESC");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct consent){
			.id = db_int(q, 0),
			.kind = db_text(q, 1, a),
			.answer = db_text(q, 2, a),
			.how = db_text(q, 3, a),
			.at = db_at(q, 4),
			.user_name = db_text(q, 5, a),
		};
	return db_done(q);
}

int64_t
flow_store_add_consent(struct db *db, const struct scope *sc, int64_t patient,
	int64_t visit, const struct consent *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_consent (clinic_id, patient_id,"
		" appointment_id, kind, answer, how, at, user_id)"
		" VALUES (:clinic, :patient, :visit, :kind, :answer, :how,"
		" :at, :user) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_id(q, ":visit", visit);
	db_bind_text(q, ":kind", c->kind);
	db_bind_text(q, ":answer", c->answer);
	db_bind_text(q, ":how", c->how);
	db_bind_at(q, ":at", c->at);
	db_bind_id(q, ":user", sc->user_id);
	return db_insert(q);
}
