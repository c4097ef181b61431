/* Sessions of staff and of patients, and the forms already taken. */
#include "store/session_store.h"
#include "db/db.h"
#include "domain/role.h"

/* Staff and portal statements differ in the names of tables only. */
#define PREP(db, kind, staff, portal)                                          \
	((kind) == SESSION_STAFF ? db_prep(db, staff) : db_prep(db, portal))

static unsigned
roles_of(struct db *db, struct arena *a, int64_t user_id)
{
	struct db_stmt *q =
		db_prep(db, "SELECT role FROM user_role WHERE user_id = :user");
	unsigned roles = 0;
	enum role role;

	db_bind_int(q, ":user", user_id);
	while (db_step(q))
		if (role_parse(db_text(q, 0, a), &role))
			roles |= 1u << role;
	db_done(q);
	return roles;
}

static struct session_row
session_read(struct db_stmt *q, struct arena *a)
{
	return (struct session_row){
		.id = db_int(q, 0),
		.holder = db_int(q, 1),
		.clinic_id = db_int(q, 2),
		.patient_id = db_int(q, 3),
		.csrf = db_text(q, 4, a),
		.flash = db_text(q, 5, a),
		.flash_undo = db_text(q, 6, a),
		.created_at = db_at(q, 7),
		.seen_at = db_at(q, 8),
		.stepped_at = db_at(q, 9),
		.login = db_text(q, 10, a),
		.name = db_text(q, 11, a),
		.language = db_text(q, 12, a),
		.theme = db_text(q, 13, a),
		.density = db_text(q, 14, a),
		.shortcuts = db_bool(q, 15),
		.must_change = db_bool(q, 16),
		.site_id = db_int(q, 17),
		.writes = db_int(q, 18),
	};
}

int
session_store_find(struct db *db, struct arena *a, enum session_kind kind,
	const char *token_hash, instant_t born_after, instant_t seen_after,
	struct session_row *out)
{
	struct db_stmt *q = PREP(db, kind,
		"SELECT s.id, u.id, u.clinic_id, 0, s.csrf, s.flash,"
		"       s.flash_undo, s.created_at, s.seen_at, s.stepped_at,"
		"       u.login, u.name, 'en', u.theme, u.density, u.shortcuts,"
		"       u.must_change, u.site_id, s.writes"
		"  FROM session s JOIN app_user u ON u.id = s.user_id"
		" WHERE s.token_hash = :hash AND s.ended_at IS NULL"
		"   AND s.created_at > :born AND s.seen_at > :seen"
		"   AND u.disabled_at IS NULL",
		"SELECT s.id, c.id, c.clinic_id, p.id, s.csrf, s.flash,"
		"       s.flash_undo, s.created_at, s.seen_at, s.stepped_at,"
		"       c.login,"
		"       CASE WHEN p.preferred <> '' THEN p.preferred"
		"            ELSE p.given END,"
		"       CASE WHEN c.language <> '' THEN c.language"
		"            ELSE p.language END,"
		"       'system', 'normal', 0, 0, 0, s.writes"
		"  FROM portal_session s"
		"  JOIN portal_account c ON c.id = s.account_id"
		"  JOIN patient p ON p.id = c.patient_id"
		" WHERE s.token_hash = :hash AND s.ended_at IS NULL"
		"   AND s.created_at > :born AND s.seen_at > :seen"
		"   AND c.disabled_at IS NULL AND p.active = 1");
	int found = 0;

	db_bind_text(q, ":hash", token_hash);
	db_bind_int(q, ":born", born_after);
	db_bind_int(q, ":seen", seen_after);
	if (db_step(q)) {
		*out = session_read(q, a);
		found = 1;
	}
	if (db_done(q) < 0)
		return -1;
	if (found && kind == SESSION_STAFF)
		out->roles = roles_of(db, a, out->holder);
	else if (found)
		out->roles = 1u << ROLE_PATIENT;
	return db_error(db) != NULL ? -1 : found;
}

int64_t
session_store_add(struct db *db, enum session_kind kind, int64_t holder,
	const char *token_hash, const char *csrf, instant_t now,
	const char *address, const char *agent)
{
	struct db_stmt *q = PREP(db, kind,
		"INSERT INTO session (token_hash, user_id, csrf, created_at,"
		" seen_at, stepped_at, address, agent)"
		" VALUES (:hash, :holder, :csrf, :now, :now, :now, :address,"
		" :agent) RETURNING id",
		"INSERT INTO portal_session (token_hash, account_id, csrf,"
		" created_at, seen_at, stepped_at, address, agent)"
		" VALUES (:hash, :holder, :csrf, :now, :now, :now, :address,"
		" :agent) RETURNING id");

	db_bind_text(q, ":hash", token_hash);
	db_bind_int(q, ":holder", holder);
	db_bind_text(q, ":csrf", csrf);
	db_bind_at(q, ":now", now);
	db_bind_text(q, ":address", address);
	db_bind_text(q, ":agent", agent);
	return db_insert(q);
}

int
session_store_touch(struct db *db, enum session_kind kind, int64_t id,
	instant_t now, bool wrote)
{
	struct db_stmt *q = PREP(db, kind,
		"UPDATE session SET seen_at = :now, writes = writes + :wrote"
		" WHERE id = :id",
		"UPDATE portal_session SET seen_at = :now,"
		" writes = writes + :wrote WHERE id = :id");

	db_bind_at(q, ":now", now);
	db_bind_bool(q, ":wrote", wrote);
	db_bind_int(q, ":id", id);
	return db_exec(q) < 0 ? -1 : 0;
}

int64_t
session_store_writes(struct db *db, enum session_kind kind, int64_t id)
{
	struct db_stmt *q = PREP(db, kind,
		"SELECT writes FROM session WHERE id = :id",
		"SELECT writes FROM portal_session WHERE id = :id");

	db_bind_int(q, ":id", id);
	return db_one(q, -1);
}

int
session_store_flash(struct db *db, enum session_kind kind, int64_t id,
	const char *text, const char *undo)
{
	struct db_stmt *q = PREP(db, kind,
		"UPDATE session SET flash = :text, flash_undo = :undo"
		" WHERE id = :id",
		"UPDATE portal_session SET flash = :text, flash_undo = :undo"
		" WHERE id = :id");

	db_bind_text(q, ":text", text);
	db_bind_text(q, ":undo", undo);
	db_bind_int(q, ":id", id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
session_store_end(struct db *db, enum session_kind kind, int64_t id,
	instant_t now, const char *reason)
{
	struct db_stmt *q = PREP(db, kind,
		"UPDATE session SET ended_at = :now, end_reason = :reason"
		" WHERE id = :id AND ended_at IS NULL",
		"UPDATE portal_session SET ended_at = :now,"
		" end_reason = :reason WHERE id = :id AND ended_at IS NULL");

	db_bind_at(q, ":now", now);
	db_bind_text(q, ":reason", reason);
	db_bind_int(q, ":id", id);
	return db_exec(q) < 0 ? -1 : 0;
}

int64_t
session_store_end_all(struct db *db, enum session_kind kind, int64_t holder,
	int64_t but, instant_t now, const char *reason)
{
	struct db_stmt *q = PREP(db, kind,
		"UPDATE session SET ended_at = :now, end_reason = :reason"
		" WHERE user_id = :holder AND id <> :but"
		"   AND ended_at IS NULL",
		"UPDATE portal_session SET ended_at = :now,"
		" end_reason = :reason"
		" WHERE account_id = :holder AND id <> :but"
		"   AND ended_at IS NULL");

	db_bind_at(q, ":now", now);
	db_bind_text(q, ":reason", reason);
	db_bind_int(q, ":holder", holder);
	db_bind_int(q, ":but", but);
	return db_exec(q);
}

int64_t
session_store_trim(struct db *db, enum session_kind kind, int64_t holder,
	int keep, instant_t now)
{
	struct db_stmt *q = PREP(db, kind,
		"UPDATE session SET ended_at = :now, end_reason = 'newer'"
		" WHERE user_id = :holder AND ended_at IS NULL"
		"   AND id NOT IN (SELECT id FROM session"
		"       WHERE user_id = :holder AND ended_at IS NULL"
		"       ORDER BY seen_at DESC, id DESC LIMIT :keep)",
		"UPDATE portal_session SET ended_at = :now,"
		" end_reason = 'newer'"
		" WHERE account_id = :holder AND ended_at IS NULL"
		"   AND id NOT IN (SELECT id FROM portal_session"
		"       WHERE account_id = :holder AND ended_at IS NULL"
		"       ORDER BY seen_at DESC, id DESC LIMIT :keep)");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":holder", holder);
	db_bind_int(q, ":keep", keep);
	return db_exec(q);
}

int
once_store_find(
	struct db *db, struct arena *a, const char *key, const char **location)
{
	struct db_stmt *q =
		db_prep(db, "SELECT location FROM form_once WHERE key = :key");
	int found = 0;

	db_bind_text(q, ":key", key);
	if (db_step(q)) {
		*location = db_text(q, 0, a);
		found = 1;
	}
	return db_done(q) < 0 ? -1 : found;
}

int
once_store_add(struct db *db, const char *key, const char *path,
	const char *location, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO form_once (key, path, location, created_at)"
		" VALUES (:key, :path, :location, :now)");

	db_bind_text(q, ":key", key);
	db_bind_text(q, ":path", path);
	db_bind_text(q, ":location", location);
	db_bind_at(q, ":now", now);
	return db_exec(q) < 0 ? -1 : 0;
}

int64_t
once_store_forget(struct db *db, instant_t before)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM form_once WHERE created_at < :before");

	db_bind_at(q, ":before", before);
	return db_exec(q);
}
