/* session: who is logged in. What one request needs of it is in
 * store/session_store.c. */
#include "store/session_list.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"

int
session_list_of(struct db *db, struct arena *a, const struct scope *sc,
	int64_t user, instant_t born_after, instant_t seen_after,
	struct session_list *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT s.id, s.created_at, s.seen_at, s.address, s.agent"
		"  FROM session s JOIN app_user u ON u.id = s.user_id"
		" WHERE u.id = :user AND u.clinic_id = :clinic"
		"   AND s.ended_at IS NULL AND u.disabled_at IS NULL"
		"   AND s.created_at > :born AND s.seen_at > :seen"
		" ORDER BY s.seen_at DESC, s.id DESC");

	db_bind_int(q, ":user", user);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":born", born_after);
	db_bind_at(q, ":seen", seen_after);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct session_seen){
			.id = db_int(q, 0),
			.created_at = db_at(q, 1),
			.seen_at = db_at(q, 2),
			.address = db_text(q, 3, a),
			.agent = db_text(q, 4, a),
		};
	return db_done(q);
}

int64_t
session_list_end(struct db *db, const struct scope *sc, int64_t user,
	int64_t session, instant_t now, const char *reason)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE session SET ended_at = :now, end_reason = :reason"
		" WHERE id = :id AND ended_at IS NULL AND user_id IN"
		"       (SELECT u.id FROM app_user u"
		"         WHERE u.id = :user AND u.clinic_id = :clinic)");

	db_bind_at(q, ":now", now);
	db_bind_text(q, ":reason", reason);
	db_bind_int(q, ":id", session);
	db_bind_int(q, ":user", user);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int64_t
session_list_count(struct db *db, const struct scope *sc, instant_t born_after,
	instant_t seen_after)
{
	struct db_stmt *q = db_prep(db,
		"SELECT COUNT(*) FROM session s JOIN app_user u"
		"    ON u.id = s.user_id"
		" WHERE u.clinic_id = :clinic AND s.ended_at IS NULL"
		"   AND u.disabled_at IS NULL"
		"   AND s.created_at > :born AND s.seen_at > :seen");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":born", born_after);
	db_bind_at(q, ":seen", seen_after);
	return db_one(q, -1);
}
