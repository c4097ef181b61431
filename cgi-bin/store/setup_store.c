/* The first rows of a database, and what handrailctl does to accounts. */
#include "store/setup_store.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "domain/scope.h"
#include "domain/site.h"

int64_t
setup_store_clinic(struct db *db)
{
	return db_one(db_prep(db, "SELECT min(id) FROM clinic"), 0);
}

int64_t
setup_store_add_clinic(struct db *db, const struct clinic *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO clinic (name, short_name, phone, zone, language,"
		" clock24)"
		" VALUES (:name, :short_name, :phone, :zone, :language,"
		" :clock24) RETURNING id");

	db_bind_text(q, ":name", c->name);
	db_bind_text(q, ":short_name", c->short_name);
	db_bind_text(q, ":phone", c->phone);
	db_bind_text(q, ":zone", c->zone);
	db_bind_text(q, ":language", c->language);
	db_bind_bool(q, ":clock24", c->clock24);
	return db_insert(q);
}

int64_t
setup_store_add_team(struct db *db, const struct scope *sc, const char *name)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO team (clinic_id, name) VALUES (:clinic, :name)"
		" ON CONFLICT (clinic_id, name) DO UPDATE SET name = :name"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", name);
	return db_insert(q);
}

int
setup_store_end_sessions(
	struct db *db, const struct scope *sc, int64_t user, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE session SET ended_at = :now, end_reason = 'password'"
		" WHERE user_id = :user AND ended_at IS NULL"
		"   AND EXISTS (SELECT 1 FROM app_user u"
		"                WHERE u.id = :user AND u.clinic_id = "
		":clinic)");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":user", user);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}
