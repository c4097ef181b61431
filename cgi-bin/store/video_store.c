/* visit_video: rooms of visits by video. */
#include "store/video_store.h"
#include "base/arena.h"
#include "db/db.h"

int
video_store_add(struct db *db, const struct scope *sc, int64_t visit,
	const char *room, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_video (clinic_id, appointment_id, room,"
		" made_at)"
		" SELECT v.clinic_id, v.id, :room, :now FROM appointment v"
		"  WHERE v.id = :visit AND v.clinic_id = :clinic"
		" ON CONFLICT (appointment_id) DO NOTHING");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":room", room);
	db_bind_at(q, ":now", now);
	return db_exec(q) < 0 ? -1 : 0;
}

/* The column list and its one reader stand together. */
#define VIDEO_COLS                                                             \
	"o.appointment_id, o.room, o.waiting_at, o.state, o.address,"          \
	" o.emergency, o.callback"

static struct video
video_read(struct db_stmt *q, struct arena *a)
{
	return (struct video){
		.visit_id = db_int(q, 0),
		.room = db_text(q, 1, a),
		.waiting = db_at(q, 2),
		.state = db_text(q, 3, a),
		.address = db_text(q, 4, a),
		.emergency = db_text(q, 5, a),
		.callback = db_text(q, 6, a),
	};
}

int
video_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct video *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " VIDEO_COLS " FROM visit_video o"
			    " WHERE o.appointment_id = :visit"
			    "   AND o.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = video_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
video_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t from, instant_t to, struct videos *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " VIDEO_COLS "  FROM appointment v"
			    "  JOIN visit_video o ON o.appointment_id = v.id"
			    " WHERE v.site_id = :site AND v.clinic_id = :clinic"
			    "   AND v.start_at >= :from AND v.start_at < :to");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	while (db_step(q))
		*ARENA_PUSH(a, out) = video_read(q, a);
	return db_done(q);
}

int
video_store_join(struct db *db, const struct scope *sc, const struct video *o,
	instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE visit_video SET waiting_at = COALESCE(waiting_at,"
		" :now), state = :state, address = :address,"
		" emergency = :emergency, callback = :callback"
		" WHERE appointment_id = :visit AND clinic_id = :clinic");

	db_bind_int(q, ":visit", o->visit_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_text(q, ":state", o->state);
	db_bind_text(q, ":address", o->address);
	db_bind_text(q, ":emergency", o->emergency);
	db_bind_text(q, ":callback", o->callback);
	return db_exec(q) == 1 ? 0 : -1;
}
