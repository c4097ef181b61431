/* visit_type: what visits are for, how long they take and what room. */
#include "store/visit_type_store.h"
#include "base/arena.h"
#include "db/db.h"

/* The column list and its one reader stand together. */
#define TYPE_COLS                                                              \
	"t.id, t.version, t.name, t.name_es, t.minutes, t.buffer_before_min,"  \
	" t.buffer_after_min, t.room_kind, t.mode, t.who, t.notice_min,"       \
	" t.horizon_days, t.cancel_notice_min, t.preparation,"                 \
	" t.preparation_es, t.active, t.online, t.grace_min"

static struct visit_type
type_read(struct db_stmt *q, struct arena *a)
{
	return (struct visit_type){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.name = db_text(q, 2, a),
		.name_es = db_text(q, 3, a),
		.minutes = (int)db_int(q, 4),
		.before_min = (int)db_int(q, 5),
		.after_min = (int)db_int(q, 6),
		.room_kind = db_text(q, 7, a),
		.mode = db_text(q, 8, a),
		.who = db_text(q, 9, a),
		.notice_min = (int)db_int(q, 10),
		.horizon_days = (int)db_int(q, 11),
		.cancel_notice_min = (int)db_int(q, 12),
		.preparation = db_text(q, 13, a),
		.preparation_es = db_text(q, 14, a),
		.active = db_bool(q, 15),
		.online = db_bool(q, 16),
		.grace_min = (int)db_int(q, 17),
	};
}

int
visit_type_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct visit_type *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " TYPE_COLS " FROM visit_type t"
			    " WHERE t.id = :id AND t.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = type_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
visit_type_store_list(struct db *db, struct arena *a, const struct scope *sc,
	bool inactive_too, struct visit_types *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " TYPE_COLS " FROM visit_type t"
		" WHERE t.clinic_id = :clinic AND (t.active = 1 OR :all = 1)"
		" ORDER BY t.active DESC, t.name, t.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":all", inactive_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = type_read(q, a);
	return db_done(q);
}

static void
bind_type(struct db_stmt *q, const struct scope *sc, const struct visit_type *t)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", t->name);
	db_bind_text(q, ":name_es", t->name_es);
	db_bind_int(q, ":minutes", t->minutes);
	db_bind_int(q, ":before", t->before_min);
	db_bind_int(q, ":after", t->after_min);
	db_bind_text(q, ":room", t->room_kind);
	db_bind_text(q, ":mode", t->mode);
	db_bind_text(q, ":who", t->who);
	db_bind_int(q, ":notice", t->notice_min);
	db_bind_int(q, ":horizon", t->horizon_days);
	db_bind_int(q, ":cancel", t->cancel_notice_min);
	db_bind_text(q, ":prep", t->preparation);
	db_bind_text(q, ":prep_es", t->preparation_es);
	db_bind_bool(q, ":active", t->active);
	db_bind_bool(q, ":online", t->online);
	db_bind_int(q, ":grace", t->grace_min);
}

int64_t
visit_type_store_add(
	struct db *db, const struct scope *sc, const struct visit_type *t)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_type (clinic_id, name, name_es, minutes,"
		" buffer_before_min, buffer_after_min, room_kind, mode, who,"
		" notice_min, horizon_days, cancel_notice_min, preparation,"
		" preparation_es, active, online, grace_min)"
		" VALUES (:clinic, :name, :name_es, :minutes, :before, :after,"
		" :room, :mode, :who, :notice, :horizon, :cancel, :prep,"
		" :prep_es, :active, :online, :grace)"
		" RETURNING id");

	bind_type(q, sc, t);
	return db_insert(q);
}

int64_t
visit_type_store_update(
	struct db *db, const struct scope *sc, const struct visit_type *t)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE visit_type SET version = version + 1, name = :name,"
		" name_es = :name_es, minutes = :minutes,"
		" buffer_before_min = :before, buffer_after_min = :after,"
		" room_kind = :room, mode = :mode, who = :who,"
		" notice_min = :notice, horizon_days = :horizon,"
		" cancel_notice_min = :cancel, preparation = :prep,"
		" preparation_es = :prep_es, active = :active,"
		" online = :online, grace_min = :grace"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	bind_type(q, sc, t);
	db_bind_int(q, ":id", t->id);
	db_bind_int(q, ":version", t->version);
	return db_exec(q);
}
