/* The clinic's own row. */
#include "store/clinic_store.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "domain/scope.h"

int
clinic_store_get(struct db *db, struct arena *a, int64_t id, struct clinic *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, version, name, short_name, phone, zone, language,"
		"       clock24"
		"  FROM clinic"
		" WHERE id = :id OR :id = 0"
		" ORDER BY id LIMIT 1");
	int found = 0;

	db_bind_int(q, ":id", id);
	if (db_step(q)) {
		*out = (struct clinic){
			.id = db_int(q, 0),
			.version = db_int(q, 1),
			.name = db_text(q, 2, a),
			.short_name = db_text(q, 3, a),
			.phone = db_text(q, 4, a),
			.zone = db_text(q, 5, a),
			.language = db_text(q, 6, a),
			.clock24 = db_bool(q, 7),
		};
		found = 1;
	}
	return db_done(q) < 0 ? -1 : found;
}

int64_t
clinic_store_update(
	struct db *db, const struct scope *sc, const struct clinic *c)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE clinic SET version = version + 1, name = :name,"
		"       short_name = :short, phone = :phone, zone = :zone,"
		"       clock24 = :clock24"
		" WHERE id = :clinic AND version = :version");

	db_bind_text(q, ":name", c->name);
	db_bind_text(q, ":short", c->short_name);
	db_bind_text(q, ":phone", c->phone);
	db_bind_text(q, ":zone", c->zone);
	db_bind_bool(q, ":clock24", c->clock24);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", c->version);
	return db_exec(q);
}

int
clinic_store_setup(
	struct db *db, const struct scope *sc, struct clinic_setup *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT c.phone <> '',"
		"  EXISTS (SELECT 1 FROM site x WHERE x.clinic_id = c.id),"
		"  EXISTS (SELECT 1 FROM site_hours x"
		"    WHERE x.clinic_id = c.id),"
		"  EXISTS (SELECT 1 FROM room x WHERE x.clinic_id = c.id),"
		"  EXISTS (SELECT 1 FROM visit_type x"
		"    WHERE x.clinic_id = c.id),"
		"  EXISTS (SELECT 1 FROM provider x WHERE x.clinic_id = c.id),"
		"  EXISTS (SELECT 1 FROM provider_template x"
		"    WHERE x.clinic_id = c.id),"
		"  EXISTS (SELECT 1 FROM app_user u"
		"    JOIN user_role r ON r.user_id = u.id"
		"    WHERE u.clinic_id = c.id AND r.role <> 'admin'),"
		"  EXISTS (SELECT 1 FROM patient x WHERE x.clinic_id = c.id)"
		"  FROM clinic c WHERE c.id = :clinic /*scan*/");

	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q))
		*out = (struct clinic_setup){
			.named = db_bool(q, 0),
			.sites = db_bool(q, 1),
			.hours = db_bool(q, 2),
			.rooms = db_bool(q, 3),
			.visit_types = db_bool(q, 4),
			.providers = db_bool(q, 5),
			.weeks = db_bool(q, 6),
			.staff = db_bool(q, 7),
			.patients = db_bool(q, 8),
		};
	return db_done(q);
}
