/* time_hold: times kept for somebody. */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/hold_store.h"

int64_t
hold_store_add(struct db *db, const struct scope *sc, const struct time_hold *h,
	enum hold_clash *clash)
{
	int64_t id;
	struct db_stmt *q = db_prep(db,
		"INSERT INTO time_hold (clinic_id, freed_id, provider_id,"
		" site_id, room_id, start_at, busy_start_at, busy_end_at,"
		" made_at, made_by, until_at, session_id,"
		" portal_session_id)"
		" VALUES (:clinic, :freed, :provider, :site, :room, :start,"
		" :busy_start, :busy_end, :made, :by, :until, :session,"
		" :portal) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":freed", h->freed_id);
	db_bind_int(q, ":provider", h->provider_id);
	db_bind_int(q, ":site", h->site_id);
	db_bind_id(q, ":room", h->room_id);
	db_bind_at(q, ":start", h->start);
	db_bind_at(q, ":busy_start", h->busy_start);
	db_bind_at(q, ":busy_end", h->busy_end);
	db_bind_at(q, ":made", h->made);
	db_bind_id(q, ":by", sc->user_id);
	db_bind_at(q, ":until", h->until);
	db_bind_id(q, ":session", h->whose.session_id);
	db_bind_id(q, ":portal", h->whose.portal_session_id);
	*clash = HOLD_CLEAR;
	db_save(db);
	id = db_insert(q);
	if (id)
		return db_save_keep(db) ? 0 : id;
	if (strcmp(db_constraint(db), "time_held") == 0)
		*clash = HOLD_HELD;
	else if (strcmp(db_constraint(db), "time_taken") == 0)
		*clash = HOLD_TAKEN;
	if (*clash != HOLD_CLEAR)
		db_save_back(db);
	return 0;
}

int
hold_store_end(struct db *db, const struct scope *sc, int64_t hold,
	instant_t now, const char *how)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE time_hold SET ended_at = :now, ended = :how"
			    " WHERE id = :id AND clinic_id = :clinic"
			    "   AND ended_at IS NULL AND until_at > :now");

	db_bind_at(q, ":now", now);
	db_bind_text(q, ":how", how);
	db_bind_int(q, ":id", hold);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (int)db_exec(q);
}

int
hold_store_until(
	struct db *db, const struct scope *sc, int64_t hold, instant_t until)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE time_hold SET until_at = :until"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_at(q, ":until", until);
	db_bind_int(q, ":id", hold);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) == 1 ? 0 : -1;
}

instant_t
hold_store_held(struct db *db, const struct scope *sc, int64_t provider,
	int64_t room, instant_t from, instant_t to, instant_t now,
	bool *booking)
{
	instant_t until = INSTANT_NONE;
	struct db_stmt *q = db_prep(db,
		"SELECT u.until_at, u.booking FROM ("
		"SELECT h.until_at, CASE WHEN h.session_id IS NULL"
		"       AND h.portal_session_id IS NULL THEN 0 ELSE 1 END"
		"       AS booking FROM time_hold h"
		" WHERE h.provider_id = :provider AND h.ended_at IS NULL"
		"   AND h.until_at > :now AND h.clinic_id = :clinic"
		"   AND h.busy_start_at < :to AND h.busy_end_at > :from"
		" UNION ALL"
		" SELECT h.until_at, CASE WHEN h.session_id IS NULL"
		"       AND h.portal_session_id IS NULL THEN 0 ELSE 1 END"
		"  FROM time_hold h"
		" WHERE h.room_id = :room AND h.ended_at IS NULL"
		"   AND h.until_at > :now AND h.clinic_id = :clinic"
		"   AND h.busy_start_at < :to AND h.busy_end_at > :from) u"
		" ORDER BY u.until_at DESC LIMIT 1");

	*booking = false;
	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":room", room);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	if (db_step(q)) {
		until = db_at(q, 0);
		*booking = db_bool(q, 1);
	}
	db_done(q);
	return until;
}

int
hold_store_end_of(struct db *db, const struct scope *sc,
	const struct hold_whose *w, instant_t now, const char *how)
{
	struct db_stmt *q =
		w->session_id != 0
			? db_prep(db, "UPDATE time_hold SET ended_at = :now, "
				      "ended = :how"
				      " WHERE session_id = :whose AND "
				      "clinic_id = :clinic"
				      "   AND ended_at IS NULL")
			: db_prep(db, "UPDATE time_hold SET ended_at = :now, "
				      "ended = :how"
				      " WHERE portal_session_id = :whose"
				      "   AND clinic_id = :clinic AND ended_at "
				      "IS NULL");

	db_bind_at(q, ":now", now);
	db_bind_text(q, ":how", how);
	db_bind_int(q, ":whose",
		w->session_id != 0 ? w->session_id : w->portal_session_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

instant_t
hold_store_mine(struct db *db, const struct scope *sc,
	const struct hold_whose *w, const struct slot *s, instant_t now)
{
	instant_t until;
	struct db_stmt *q = db_prep(db,
		"SELECT max(h.until_at) FROM time_hold h"
		" WHERE h.provider_id = :provider AND h.ended_at IS NULL"
		"   AND h.until_at > :now AND h.clinic_id = :clinic"
		"   AND h.site_id = :site AND h.start_at = :start"
		"   AND (h.session_id = :session"
		"        OR h.portal_session_id = :portal)");

	db_bind_int(q, ":provider", s->provider_id);
	db_bind_int(q, ":site", s->site_id);
	db_bind_at(q, ":start", s->start);
	db_bind_at(q, ":now", now);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":session", w->session_id);
	db_bind_int(q, ":portal", w->portal_session_id);
	until = db_one(q, 0);
	return until ? until : INSTANT_NONE;
}

int
hold_store_busy(struct db *db, struct arena *a, const struct scope *sc,
	const struct hold_whose *w, instant_t from, instant_t to, instant_t now,
	struct busy_list *providers, struct busy_list *rooms)
{
	struct db_stmt *q = db_prep(db,
		"SELECT h.provider_id, h.room_id, h.busy_start_at,"
		"       h.busy_end_at"
		"  FROM time_hold h"
		" WHERE h.clinic_id = :clinic AND h.ended_at IS NULL"
		"   AND h.until_at > :now AND h.busy_start_at < :to"
		"   AND h.busy_end_at > :from"
		"   AND (h.session_id IS NULL OR h.session_id <> :session)"
		"   AND (h.portal_session_id IS NULL"
		"        OR h.portal_session_id <> :portal)");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	db_bind_int(q, ":session", w->session_id);
	db_bind_int(q, ":portal", w->portal_session_id);
	while (db_step(q)) {
		struct busy b = {db_int(q, 0), db_at(q, 2), db_at(q, 3)};

		*ARENA_PUSH(a, providers) = b;
		b.id = db_int(q, 1);
		if (b.id != 0)
			*ARENA_PUSH(a, rooms) = b;
	}
	return db_done(q);
}
