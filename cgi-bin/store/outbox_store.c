/* outbox: what is to be told outside, written by the act itself. */
#include "store/outbox_store.h"
#include "db/db.h"

int
outbox_store_tell(
	struct db *db, const struct scope *sc, const struct outbox_row *o)
{
	/* The patient's own choice of channel, if they agreed to it and it
	 * can be used; else the other one they agreed to. */
	struct db_stmt *q = db_prep(db,
		"INSERT INTO outbox (clinic_id, patient_id, event,"
		" object_type, object_id, occurrence, channel, recipient,"
		" offset_min, language, due_at, created_at)"
		" SELECT w.clinic_id, w.id, :event, :type, :object,"
		" :occurrence, w.channel,"
		" CASE w.channel WHEN 'sms' THEN w.number ELSE w.email END,"
		" :offset, w.language, :due, :now"
		"  FROM (SELECT p.clinic_id, p.id, p.email, p.language,"
		"         n.number,"
		"         CASE WHEN p.sms_ok = 1 AND n.number IS NOT NULL"
		"               AND (p.channel <> 'email' OR p.email_ok = 0"
		"                    OR p.email = '') THEN 'sms'"
		"              WHEN p.email_ok = 1 AND p.email <> ''"
		"              THEN 'email' ELSE '' END AS channel"
		"          FROM patient p"
		"          LEFT JOIN patient_phone n ON n.patient_id = p.id"
		"           AND n.use = 'mobile'"
		"           AND n.rank = (SELECT MIN(m.rank)"
		"                FROM patient_phone m"
		"                WHERE m.patient_id = p.id"
		"                  AND m.use = 'mobile')"
		"         WHERE p.id = :patient AND p.clinic_id = :clinic) w"
		" WHERE w.channel <> ''"
		" ON CONFLICT (event, object_type, object_id, occurrence,"
		" channel, recipient, offset_min) DO NOTHING");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", o->patient_id);
	db_bind_text(q, ":event", o->event);
	db_bind_text(q, ":type", o->object_type);
	db_bind_int(q, ":object", o->object_id);
	db_bind_text(q, ":occurrence", o->occurrence);
	db_bind_int(q, ":offset", o->offset_min);
	db_bind_at(q, ":due", o->due);
	db_bind_at(q, ":now", o->now);
	return (int)db_exec(q);
}

int
outbox_store_drop(struct db *db, const struct scope *sc,
	const char *object_type, int64_t object_id, const char *reason)
{
	/* The events are named so that the unique index serves. */
	struct db_stmt *q = db_prep(db,
		"UPDATE outbox SET state = 'dropped', state_reason = :reason"
		" WHERE event IN ('visit_booked', 'visit_moved',"
		"       'visit_cancelled', 'visit_confirm', 'visit_reminder')"
		"   AND object_type = :type AND object_id = :object"
		"   AND clinic_id = :clinic AND state = 'waiting'");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":type", object_type);
	db_bind_int(q, ":object", object_id);
	db_bind_text(q, ":reason", reason);
	return db_exec(q) < 0 ? -1 : 0;
}
