/* Imported resources, their names and the references between them: SQL. */
#include "store/fhir_store.h"

#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"
#include "domain/visit.h"
#include "store/visit_store.h"

static int
run(struct db_stmt *q)
{
	return db_exec(q) < 0 ? -1 : 0;
}

static int
found_id(struct db_stmt *q, int64_t *id)
{
	*id = db_one(q, 0);
	return *id > 0;
}

int
fhir_store_file(struct db *db, const struct scope *sc, const char *hash)
{
	struct db_stmt *q =
		db_prep(db, "SELECT id FROM import_file"
			    " WHERE clinic_id = :clinic AND hash = :hash");
	int64_t id;

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":hash", hash);
	found_id(q, &id);
	return db_state(db) != DB_OK ? -1 : id > 0;
}

int64_t
fhir_store_add_file(struct db *db, const struct scope *sc, const char *name,
	const char *hash, int64_t bytes, int64_t resources, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO import_file (clinic_id, name, hash, bytes,"
		" resources, imported_at, user_id)"
		" VALUES (:clinic, :name, :hash, :bytes, :resources, :now,"
		" :user) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", name);
	db_bind_text(q, ":hash", hash);
	db_bind_int(q, ":bytes", bytes);
	db_bind_int(q, ":resources", resources);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	return db_insert(q);
}

/* What both the INSERT and the UPDATE write. */
static void
bind_stored(struct db_stmt *q, const struct scope *sc,
	const struct fhir_stored *r, instant_t now)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":file", r->file_id);
	db_bind_text(q, ":full_url", r->full_url);
	db_bind_text(q, ":hash", r->hash);
	db_bind_text(q, ":state", *r->reason ? "kept" : "stored");
	db_bind_text(q, ":reason", r->reason);
	db_bind_text(q, ":title", r->title);
	db_bind_text(q, ":status", r->status);
	db_bind_int(q, ":moment", r->at);
	db_bind_text(q, ":at_text", r->at_text);
	db_bind_bool(q, ":timeline", r->timeline);
	db_bind_at(q, ":now", now);
	db_bind_text(q, ":json", r->json);
}

int64_t
fhir_store_add(struct db *db, const struct scope *sc,
	const struct fhir_stored *r, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO fhir_resource (clinic_id, file_id, parent_id,"
		" patient_id, type, fhir_id, full_url, hash, state, reason,"
		" title, status, at, at_text, timeline, imported_at, json)"
		" VALUES (:clinic, :file, :parent, :patient, :type, :fhir_id,"
		" :full_url, :hash, :state, :reason, :title, :status, :moment,"
		" :at_text, :timeline, :now, :json) RETURNING id");

	bind_stored(q, sc, r, now);
	db_bind_id(q, ":parent", r->parent_id);
	db_bind_id(q, ":patient", r->patient_id);
	db_bind_text(q, ":type", r->type);
	db_bind_text(q, ":fhir_id", r->fhir_id);
	return db_insert(q);
}

int
fhir_store_change(struct db *db, const struct scope *sc,
	const struct fhir_stored *r, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO fhir_resource_past (resource_id, version,"
		" clinic_id, file_id, replaced_at, json)"
		" SELECT id, version, clinic_id, file_id, :now, json"
		"   FROM fhir_resource"
		"  WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", r->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	if (run(q))
		return -1;
	q = db_prep(db,
		"UPDATE fhir_resource SET version = version + 1,"
		" file_id = :file, full_url = :full_url, hash = :hash,"
		" state = :state, reason = :reason, title = :title,"
		" status = :status, at = :moment, at_text = :at_text,"
		" timeline = :timeline, imported_at = :now, json = :json"
		" WHERE id = :id AND clinic_id = :clinic");
	bind_stored(q, sc, r, now);
	db_bind_int(q, ":id", r->id);
	return run(q);
}

int
fhir_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, bool with_json, struct fhir_stored *r)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, version, file_id, parent_id, patient_id,"
		" object_id, type, fhir_id, full_url, hash, reason, title,"
		" status, at_text, at, timeline,"
		" CASE WHEN :json = 1 THEN json ELSE '' END"
		" FROM fhir_resource WHERE id = :id AND clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":json", with_json);
	while (db_step(q)) {
		found = 1;
		*r = (struct fhir_stored){
			.id = db_int(q, 0),
			.version = db_int(q, 1),
			.file_id = db_int(q, 2),
			.parent_id = db_int(q, 3),
			.patient_id = db_int(q, 4),
			.object_id = db_int(q, 5),
			.type = db_text(q, 6, a),
			.fhir_id = db_text(q, 7, a),
			.full_url = db_text(q, 8, a),
			.hash = db_text(q, 9, a),
			.reason = db_text(q, 10, a),
			.title = db_text(q, 11, a),
			.status = db_text(q, 12, a),
			.at_text = db_text(q, 13, a),
			.at = db_int(q, 14),
			.timeline = db_bool(q, 15),
			.json = db_text(q, 16, a),
		};
	}
	return db_done(q) ? -1 : found;
}

int
fhir_store_by_hash(struct db *db, const struct scope *sc, const char *type,
	const char *hash, int64_t parent, int64_t *id)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id FROM fhir_resource"
		" WHERE clinic_id = :clinic AND type = :type AND hash = :hash"
		"   AND fhir_id = '' AND full_url = ''"
		"   AND COALESCE(parent_id, 0) = :parent LIMIT 1");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":type", type);
	db_bind_text(q, ":hash", hash);
	db_bind_int(q, ":parent", parent);
	return found_id(q, id);
}

int
fhir_store_set_patient(
	struct db *db, const struct scope *sc, int64_t id, int64_t patient)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE fhir_resource SET patient_id = :patient"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_id(q, ":patient", patient);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int
fhir_store_set_object(
	struct db *db, const struct scope *sc, int64_t id, int64_t object)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE fhir_resource SET object_id = :object"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_id(q, ":object", object);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int
fhir_store_set_title(
	struct db *db, const struct scope *sc, int64_t id, const char *title)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE fhir_resource SET title = :title"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_text(q, ":title", title);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int
fhir_store_set_kept(
	struct db *db, const struct scope *sc, int64_t id, const char *reason)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE fhir_resource SET state = :state, reason = :reason"
		" WHERE id = :id AND clinic_id = :clinic");

	db_bind_text(q, ":state", *reason ? "kept" : "stored");
	db_bind_text(q, ":reason", reason);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int
fhir_store_of_patient(
	struct db *db, const struct scope *sc, int64_t patient, int64_t *id)
{
	struct db_stmt *q =
		db_prep(db, "SELECT id FROM fhir_resource"
			    " WHERE patient_id = :patient AND type = 'Patient'"
			    "   AND clinic_id = :clinic ORDER BY id LIMIT 1");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return found_id(q, id);
}

int
fhir_store_add_key(
	struct db *db, const struct scope *sc, const char *key, int64_t id)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO fhir_key (clinic_id, key, resource_id)"
		" VALUES (:clinic, :key, :id)"
		" ON CONFLICT (clinic_id, key, resource_id) DO NOTHING");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":key", key);
	db_bind_int(q, ":id", id);
	return run(q);
}

int
fhir_store_drop_keys(struct db *db, const struct scope *sc, int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM fhir_key"
			    " WHERE resource_id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int
fhir_store_lookup(struct db *db, struct arena *a, const struct scope *sc,
	const char *key, struct fhir_target *t)
{
	struct db_stmt *q = db_prep(db,
		"SELECT r.id, r.patient_id, r.type, r.title"
		"  FROM fhir_key k JOIN fhir_resource r ON r.id = k.resource_id"
		" WHERE k.clinic_id = :clinic AND k.key = :key"
		" ORDER BY k.resource_id LIMIT 2");
	int n = 0;

	*t = (struct fhir_target){.type = "", .title = ""};
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":key", key);
	while (db_step(q)) {
		if (n++ > 0)
			continue;
		t->id = db_int(q, 0);
		t->patient_id = db_int(q, 1);
		t->type = db_text(q, 2, a);
		t->title = db_text(q, 3, a);
	}
	return db_done(q) ? -1 : n;
}

int
fhir_store_add_link(
	struct db *db, const struct scope *sc, const struct fhir_link *l)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO fhir_reference (resource_id, seq, clinic_id,"
		" path, reference, display, key, state, target_id)"
		" VALUES (:resource, :seq, :clinic, :path, :reference,"
		" :display, :key, :state, :target)");

	db_bind_int(q, ":resource", l->resource_id);
	db_bind_int(q, ":seq", l->seq);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":path", l->path);
	db_bind_text(q, ":reference", l->reference);
	db_bind_text(q, ":display", l->display);
	db_bind_text(q, ":key", l->key);
	db_bind_text(q, ":state", l->state);
	db_bind_id(q, ":target", l->target_id);
	return run(q);
}

int
fhir_store_drop_links(struct db *db, const struct scope *sc, int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM fhir_reference"
			    " WHERE resource_id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

#define LINK_COLS                                                              \
	"l.resource_id, l.seq, l.path, l.reference, l.display, l.key,"         \
	" l.state, l.target_id, r.type, t.type, t.title"
#define LINK_FROM                                                              \
	" FROM fhir_reference l"                                               \
	" JOIN fhir_resource r ON r.id = l.resource_id"                        \
	" LEFT JOIN fhir_resource t ON t.id = l.target_id"

static int
links_read(struct db_stmt *q, struct arena *a, struct fhir_links *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct fhir_link){
			.resource_id = db_int(q, 0),
			.seq = (int)db_int(q, 1),
			.path = db_text(q, 2, a),
			.reference = db_text(q, 3, a),
			.display = db_text(q, 4, a),
			.key = db_text(q, 5, a),
			.state = db_text(q, 6, a),
			.target_id = db_int(q, 7),
			.type = db_text(q, 8, a),
			.target_type = db_text(q, 9, a),
			.target_title = db_text(q, 10, a),
		};
	return db_done(q);
}

int
fhir_store_links(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct fhir_links *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " LINK_COLS LINK_FROM
		" WHERE l.resource_id = :id AND l.clinic_id = :clinic"
		"   AND (:own = 0 OR r.patient_id = :own)"
		" ORDER BY l.seq");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	return links_read(q, a, out);
}

int
fhir_store_open_links(struct db *db, struct arena *a, const struct scope *sc,
	const char *key, struct fhir_links *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " LINK_COLS LINK_FROM
			    " WHERE l.clinic_id = :clinic AND l.key = :key"
			    "   AND l.state IN ('open', 'ambiguous')"
			    " ORDER BY l.resource_id, l.seq");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":key", key);
	return links_read(q, a, out);
}

int
fhir_store_resolve(struct db *db, const struct scope *sc, int64_t resource,
	int seq, int64_t target)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE fhir_reference"
			    " SET state = 'resolved', target_id = :target"
			    " WHERE resource_id = :resource AND seq = :seq"
			    "   AND clinic_id = :clinic");

	db_bind_int(q, ":target", target);
	db_bind_int(q, ":resource", resource);
	db_bind_int(q, ":seq", seq);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int64_t
fhir_store_open_count(struct db *db, const struct scope *sc)
{
	struct db_stmt *q =
		db_prep(db, "SELECT count(*) FROM fhir_reference"
			    " WHERE clinic_id = :clinic"
			    "   AND state IN ('open', 'ambiguous')");

	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_one(q, -1);
}

int
fhir_store_allergy_state(struct db *db, const struct scope *sc, int64_t patient,
	const char *state, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE patient SET allergy_state = :state,"
		" version = version + 1, updated_at = :now, updated_by = :user"
		" WHERE id = :patient AND clinic_id = :clinic"
		"   AND allergy_state <> :state"
		"   AND allergy_state <> 'listed'");

	db_bind_text(q, ":state", state);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

/* Another system's calendar is a fact: what overlaps goes in all the same,
 * marked as what it is. */
int64_t
fhir_store_add_visit(struct db *db, const struct scope *sc, struct visit *v)
{
	enum visit_clash clash;
	int64_t id = visit_store_add(db, sc, v, &clash);

	if (id > 0 || clash == CLASH_NONE)
		return id;
	v->overbooked = true;
	v->overbook_reason = "imported";
	return visit_store_add(db, sc, v, NULL);
}
