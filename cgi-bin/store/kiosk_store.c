/* kiosk: devices in the waiting room that check patients in. */
#include "store/kiosk_store.h"
#include "base/arena.h"
#include "db/db.h"

/* The column list and its one reader stand together. */
#define KIOSK_COLS                                                             \
	"k.id, k.clinic_id, k.site_id, k.name, s.zone, k.made_at,"             \
	" k.setup_until_at, k.started_at, k.seen_at, k.ended_at, k.visit_id,"  \
	" k.visit_until_at"

static struct kiosk
kiosk_read(struct db_stmt *q, struct arena *a)
{
	return (struct kiosk){
		.id = db_int(q, 0),
		.clinic_id = db_int(q, 1),
		.site_id = db_int(q, 2),
		.name = db_text(q, 3, a),
		.zone = db_text(q, 4, a),
		.made = db_at(q, 5),
		.setup_until = db_at(q, 6),
		.started = db_at(q, 7),
		.seen = db_at(q, 8),
		.ended = db_at(q, 9),
		.visit_id = db_int(q, 10),
		.visit_until = db_at(q, 11),
	};
}

static int
kiosk_one(struct db_stmt *q, struct arena *a, struct kiosk *out)
{
	int found = 0;

	if (db_step(q)) {
		*out = kiosk_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
kiosk_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, struct kiosks *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " KIOSK_COLS " FROM kiosk k"
		"  JOIN site s ON s.id = k.site_id"
		" WHERE k.site_id = :site AND k.clinic_id = :clinic"
		" ORDER BY CASE WHEN k.ended_at IS NULL THEN 0 ELSE 1 END,"
		"       k.id DESC LIMIT 50");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = kiosk_read(q, a);
	return db_done(q);
}

int64_t
kiosk_store_add(struct db *db, const struct scope *sc, int64_t site,
	const char *name, const char *setup_hash, instant_t now,
	instant_t until)
{
	struct db_stmt *q = db_prep(db,
		/* Nothing refers to a new row: what would is not read. */
		"INSERT INTO kiosk (clinic_id, site_id, name, setup_hash,"
		" setup_until_at, made_at, made_by)"
		" SELECT s.clinic_id, s.id, :name, :hash, :until, :now, :user"
		"   FROM site s WHERE s.id = :site AND s.clinic_id = :clinic"
		" RETURNING id /*scan*/");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", name);
	db_bind_text(q, ":hash", setup_hash);
	db_bind_at(q, ":until", until);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	return db_insert(q);
}

int
kiosk_store_end(struct db *db, const struct scope *sc, int64_t site, int64_t id,
	instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE kiosk SET ended_at = :now, ended_by = :user,"
		" setup_hash = NULL, visit_id = NULL, visit_until_at = NULL"
		" WHERE id = :id AND site_id = :site AND clinic_id = :clinic"
		"   AND ended_at IS NULL");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_at(q, ":now", now);
	return (int)db_exec(q);
}

int
kiosk_store_by_setup(struct db *db, struct arena *a, const char *hash,
	instant_t now, struct kiosk *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " KIOSK_COLS " FROM kiosk k"
			    "  JOIN site s ON s.id = k.site_id"
			    " WHERE k.setup_hash = :hash AND k.ended_at IS NULL"
			    "   AND k.setup_until_at >= :now"
			    " /*every clinic: nobody is logged in*/");

	db_bind_text(q, ":hash", hash);
	db_bind_at(q, ":now", now);
	return kiosk_one(q, a, out);
}

int
kiosk_store_by_token(struct db *db, struct arena *a, const char *hash,
	instant_t since, struct kiosk *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " KIOSK_COLS " FROM kiosk k"
			    "  JOIN site s ON s.id = k.site_id"
			    " WHERE k.token_hash = :hash AND k.ended_at IS NULL"
			    "   AND k.started_at >= :since"
			    " /*every clinic: nobody is logged in*/");

	db_bind_text(q, ":hash", hash);
	db_bind_at(q, ":since", since);
	return kiosk_one(q, a, out);
}

int
kiosk_store_start(struct db *db, const struct scope *sc, int64_t id,
	const char *token_hash, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE kiosk SET token_hash = :hash, setup_hash = NULL,"
		" started_at = :now, seen_at = :now"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND setup_hash IS NOT NULL AND ended_at IS NULL");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":hash", token_hash);
	db_bind_at(q, ":now", now);
	return (int)db_exec(q);
}

int
kiosk_store_visit(struct db *db, const struct scope *sc, int64_t id,
	int64_t visit, instant_t until, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE kiosk SET visit_id = :visit, visit_until_at = :until,"
		" seen_at = :now"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND ended_at IS NULL");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":visit", visit);
	db_bind_at(q, ":until", visit ? until : INSTANT_NONE);
	db_bind_at(q, ":now", now);
	return db_exec(q) == 1 ? 0 : -1;
}
