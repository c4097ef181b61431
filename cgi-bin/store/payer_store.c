/* Insurers: table payer. */
#include "store/payer_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"

#define PAYER_COLS "id, name, payer_code, kind, phone"

static struct payer
payer_read(struct db_stmt *q, struct arena *a)
{
	return (struct payer){
		.id = db_int(q, 0),
		.name = db_text(q, 1, a),
		.code = db_text(q, 2, a),
		.kind = db_text(q, 3, a),
		.phone = db_text(q, 4, a),
	};
}

int
payer_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct payer *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " PAYER_COLS " FROM payer"
		" WHERE id = :id AND clinic_id = :clinic AND active = 1");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = payer_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
payer_store_list(struct db *db, struct arena *a, const struct scope *sc,
	struct payers *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " PAYER_COLS " FROM payer"
		" WHERE clinic_id = :clinic AND active = 1 ORDER BY name");

	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = payer_read(q, a);
	return db_done(q);
}

int64_t
payer_store_need(struct db *db, const struct scope *sc, const char *name,
	const char *kind)
{
	struct db_stmt *q =
		db_prep(db, "INSERT INTO payer (clinic_id, name, kind)"
			    " VALUES (:clinic, :name, :kind)"
			    " ON CONFLICT (clinic_id, name) DO NOTHING");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", name);
	db_bind_text(q, ":kind", kind);
	if (db_exec(q) < 0)
		return 0;
	q = db_prep(db, "SELECT id FROM payer"
			" WHERE clinic_id = :clinic AND name = :name");
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", name);
	return db_one(q, 0);
}
