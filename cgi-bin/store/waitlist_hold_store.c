/* waitlist_offer: times that are offered. The times kept for it are in
 * hold_store.c. */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/waitlist_store.h"

int64_t
waitlist_store_offer(
	struct db *db, const struct scope *sc, const struct wait_offer *o)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO waitlist_offer (clinic_id, hold_id, entry_id,"
		" patient_id, turn, opens_at, expires_at)"
		" VALUES (:clinic, :hold, :entry, :patient, :turn, :opens,"
		" :expires) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":hold", o->hold_id);
	db_bind_int(q, ":entry", o->entry_id);
	db_bind_int(q, ":patient", o->patient_id);
	db_bind_int(q, ":turn", o->turn);
	db_bind_at(q, ":opens", o->opens);
	db_bind_at(q, ":expires", o->expires);
	return db_insert(q);
}

#define OFFER_COLS                                                             \
	"o.id, o.hold_id, o.entry_id, o.patient_id, o.turn, o.opens_at,"       \
	" o.expires_at, o.answer, o.answered_at, o.visit_id, h.provider_id,"   \
	" h.site_id, e.visit_type_id, h.freed_id, h.start_at, h.room_id,"      \
	" h.ended_at, h.ended, p.family, p.given, d.name, s.name, s.zone,"     \
	" t.name, t.name_es, e.visit_id, t.minutes"
#define OFFER_FROM                                                             \
	"  FROM waitlist_offer o JOIN time_hold h ON h.id = o.hold_id"     \
	"  JOIN waitlist_entry e ON e.id = o.entry_id"                         \
	"  JOIN patient p ON p.id = o.patient_id"                              \
	"  JOIN provider d ON d.id = h.provider_id"                            \
	"  JOIN site s ON s.id = h.site_id"                                    \
	"  JOIN visit_type t ON t.id = e.visit_type_id"

static struct wait_offer
offer_read(struct db_stmt *q, struct arena *a)
{
	struct wait_offer o = {
		.id = db_int(q, 0),
		.hold_id = db_int(q, 1),
		.entry_id = db_int(q, 2),
		.patient_id = db_int(q, 3),
		.turn = (int)db_int(q, 4),
		.opens = db_at(q, 5),
		.expires = db_at(q, 6),
		.answer = db_text(q, 7, a),
		.answered = db_at(q, 8),
		.visit_id = db_int(q, 9),
		.time.provider_id = db_int(q, 10),
		.time.site_id = db_int(q, 11),
		.time.visit_type_id = db_int(q, 12),
		.time.freed_id = db_int(q, 13),
		.time.start = db_at(q, 14),
		.room_id = db_int(q, 15),
		.ended = db_at(q, 16),
		.ended_how = db_text(q, 17, a),
		.family = db_text(q, 18, a),
		.given = db_text(q, 19, a),
		.provider_name = db_text(q, 20, a),
		.site_name = db_text(q, 21, a),
		.zone = db_text(q, 22, a),
		.type_name = db_text(q, 23, a),
		.type_name_es = db_text(q, 24, a),
		.replaces_id = db_int(q, 25),
		.time.minutes = (int)db_int(q, 26),
	};

	o.time.zone = zone_find(o.zone);
	return o;
}

int
waitlist_store_offer_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct wait_offer *out)
{
	int found = 0;
	struct db_stmt *q =
		db_prep(db, "SELECT " OFFER_COLS OFFER_FROM
			    " WHERE o.id = :id AND o.clinic_id = :clinic"
			    "   AND (:own = 0 OR o.patient_id = :own)");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	if (db_step(q)) {
		*out = offer_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

/* One statement for each question, so that its own index serves. */
static struct db_stmt *
offers_of(struct db *db, const struct wait_of *of)
{
	struct db_stmt *q;

	if (of->hold_id) {
		q = db_prep(db,
			"SELECT " OFFER_COLS OFFER_FROM " WHERE o.hold_id = :of"
			"   AND o.clinic_id = :clinic"
			" ORDER BY o.turn");
		db_bind_int(q, ":of", of->hold_id);
	} else if (of->entry_id) {
		q = db_prep(db, "SELECT " OFFER_COLS OFFER_FROM
				" WHERE o.entry_id = :of"
				"   AND o.clinic_id = :clinic"
				" ORDER BY o.id DESC LIMIT 20");
		db_bind_int(q, ":of", of->entry_id);
	} else {
		q = db_prep(db, "SELECT " OFFER_COLS OFFER_FROM
				" WHERE h.freed_id = :of"
				"   AND o.clinic_id = :clinic"
				" ORDER BY h.id DESC, o.turn LIMIT 20");
		db_bind_int(q, ":of", of->freed_id);
	}
	return q;
}

int
waitlist_store_offers(struct db *db, struct arena *a, const struct scope *sc,
	const struct wait_of *of, instant_t now, struct wait_offers *out)
{
	struct db_stmt *q;

	if (of->patient_id) {
		q = db_prep(db, "SELECT " OFFER_COLS OFFER_FROM
				" WHERE o.patient_id = :of"
				"   AND o.clinic_id = :clinic"
				"   AND o.expires_at > :now"
				"   AND o.opens_at <= :now AND o.answer = ''"
				"   AND h.ended_at IS NULL"
				" ORDER BY h.start_at, o.id");
		db_bind_int(q, ":of", of->patient_id);
		db_bind_at(q, ":now", now);
	} else {
		q = offers_of(db, of);
	}
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q)) {
		struct wait_offer o = offer_read(q, a);

		if (sc->patient_id == 0 || sc->patient_id == o.patient_id)
			*ARENA_PUSH(a, out) = o;
	}
	return db_done(q);
}

int
waitlist_store_answer(struct db *db, const struct scope *sc, int64_t offer,
	instant_t now, const char *answer, int64_t visit)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE waitlist_offer SET answer = :answer,"
		" answered_at = :now, answered_by = :by, visit_id = :visit"
		" WHERE id = :id AND clinic_id = :clinic AND answer = ''");

	db_bind_text(q, ":answer", answer);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":by", sc->user_id);
	db_bind_id(q, ":visit", visit);
	db_bind_int(q, ":id", offer);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (int)db_exec(q);
}

int
waitlist_store_turn(struct db *db, const struct scope *sc, int64_t offer,
	instant_t opens, instant_t expires)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE waitlist_offer SET opens_at = :opens,"
		" expires_at = :expires"
		" WHERE id = :id AND clinic_id = :clinic AND answer = ''");

	db_bind_at(q, ":opens", opens);
	db_bind_at(q, ":expires", expires);
	db_bind_int(q, ":id", offer);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
waitlist_store_filled(struct db *db, struct arena *a, const struct scope *sc,
	int64_t provider, instant_t from, instant_t to, struct wait_ids *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT v.id FROM appointment v"
		"  JOIN work_item w ON w.subject_type = 'appointment'"
		"   AND w.subject_id = v.id AND w.kind = 'visit_change'"
		"   AND w.closed_at IS NULL"
		" WHERE v.provider_id = :provider AND v.clinic_id = :clinic"
		"   AND v.busy_start_at > :from - 100800"
		"   AND v.busy_start_at < :to AND v.busy_end_at > :from"
		"   AND v.status = 'cancelled'");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	while (db_step(q))
		*ARENA_PUSH(a, out) = db_int(q, 0);
	return db_done(q);
}
