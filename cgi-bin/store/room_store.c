/* room: where visits take place. */
#include "store/room_store.h"
#include "base/arena.h"
#include "db/db.h"

/* The column list and its one reader stand together. */
#define ROOM_COLS "r.id, r.version, r.site_id, r.name, r.kind, r.active, s.name"

static struct room
room_read(struct db_stmt *q, struct arena *a)
{
	return (struct room){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.site_id = db_int(q, 2),
		.name = db_text(q, 3, a),
		.kind = db_text(q, 4, a),
		.active = db_bool(q, 5),
		.site_name = db_text(q, 6, a),
	};
}

int
room_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct room *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " ROOM_COLS
			    " FROM room r JOIN site s ON s.id = r.site_id"
			    " WHERE r.id = :id AND r.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = room_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
room_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, bool inactive_too, struct rooms *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " ROOM_COLS
			    " FROM room r JOIN site s ON s.id = r.site_id"
			    " WHERE r.clinic_id = :clinic"
			    "   AND (:site = 0 OR r.site_id = :site)"
			    "   AND (r.active = 1 OR :all = 1)"
			    " ORDER BY s.name, r.name, r.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	db_bind_bool(q, ":all", inactive_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = room_read(q, a);
	return db_done(q);
}

static void
bind_room(struct db_stmt *q, const struct scope *sc, const struct room *r)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", r->site_id);
	db_bind_text(q, ":name", r->name);
	db_bind_text(q, ":kind", r->kind);
	db_bind_bool(q, ":active", r->active);
}

int64_t
room_store_add(struct db *db, const struct scope *sc, const struct room *r)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO room (clinic_id, site_id, name, kind, active)"
		" VALUES (:clinic, :site, :name, :kind, :active)"
		" RETURNING id");

	bind_room(q, sc, r);
	return db_insert(q);
}

int
room_store_coming(
	struct db *db, const struct scope *sc, int64_t room, instant_t now)
{
	int found = 0;
	struct db_stmt *q = db_prep(db,
		"SELECT v.id FROM appointment v"
		" WHERE v.room_id = :room AND v.clinic_id = :clinic"
		"   AND v.busy_start_at > :now - 100800"
		"   AND v.busy_end_at > :now"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled')"
		" ORDER BY v.busy_start_at, v.id LIMIT 1");

	db_bind_int(q, ":room", room);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	if (db_step(q))
		found = 1;
	return db_done(q) ? -1 : found;
}

int64_t
room_store_update(struct db *db, const struct scope *sc, const struct room *r)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE room SET version = version + 1, site_id = :site,"
		" name = :name, kind = :kind, active = :active"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	bind_room(q, sc, r);
	db_bind_int(q, ":id", r->id);
	db_bind_int(q, ":version", r->version);
	return db_exec(q);
}
