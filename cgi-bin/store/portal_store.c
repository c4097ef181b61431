/* portal_account, portal_activation: patients' accounts and their codes. */
#include "store/portal_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"

/* The column list and its one reader stand together. */
#define ACCOUNT_COLS                                                           \
	"a.id, a.clinic_id, a.patient_id, a.login, a.password_hash,"           \
	" a.language, a.disabled_at, a.last_login_at"

static struct portal_account
account_read(struct db_stmt *q, struct arena *a)
{
	return (struct portal_account){
		.id = db_int(q, 0),
		.clinic_id = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.login = db_text(q, 3, a),
		.hash = db_text(q, 4, a),
		.language = db_text(q, 5, a),
		.disabled_at = db_at(q, 6),
		.last_login_at = db_at(q, 7),
	};
}

static int
account_one(struct db_stmt *q, struct arena *a, struct portal_account *out)
{
	int found = 0;

	if (db_step(q)) {
		*out = account_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
portal_store_by_login(struct db *db, struct arena *a, const char *login,
	struct portal_account *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " ACCOUNT_COLS " FROM portal_account a"
			    " WHERE a.login = :login");

	db_bind_text(q, ":login", login);
	return account_one(q, a, out);
}

int
portal_store_account(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct portal_account *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " ACCOUNT_COLS " FROM portal_account a"
		" WHERE a.patient_id = :patient AND a.clinic_id = :clinic");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return account_one(q, a, out);
}

int64_t
portal_store_add(struct db *db, const struct scope *sc, int64_t patient,
	const char *login, const char *hash, const char *language,
	instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO portal_account (clinic_id, patient_id, login,"
		"   password_hash, language, created_at)"
		" SELECT p.clinic_id, p.id, :login, :hash, :language, :now"
		"   FROM patient p"
		"  WHERE p.id = :patient AND p.clinic_id = :clinic"
		" RETURNING id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":login", login);
	db_bind_text(q, ":hash", hash);
	db_bind_text(q, ":language", language);
	db_bind_at(q, ":now", now);
	return db_insert(q);
}

int64_t
portal_store_renew(struct db *db, const struct scope *sc, int64_t id,
	const char *login, const char *hash)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_account SET login = :login,"
			    "   password_hash = :hash, disabled_at = NULL"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":login", login);
	db_bind_text(q, ":hash", hash);
	return db_exec(q);
}

int64_t
portal_store_set_password(
	struct db *db, const struct scope *sc, int64_t id, const char *hash)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_account SET password_hash = :hash"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":hash", hash);
	return db_exec(q);
}

int64_t
portal_store_rehash(struct db *db, const struct scope *sc, int64_t id,
	const char *old_hash, const char *new_hash)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_account SET password_hash = :new"
			    " WHERE id = :id AND clinic_id = :clinic"
			    "   AND password_hash = :old");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":old", old_hash);
	db_bind_text(q, ":new", new_hash);
	return db_exec(q);
}

int64_t
portal_store_set_language(
	struct db *db, const struct scope *sc, int64_t id, const char *language)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_account SET language = :language"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":language", language);
	return db_exec(q);
}

int64_t
portal_store_set_disabled(
	struct db *db, const struct scope *sc, int64_t id, instant_t at)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_account SET disabled_at = :at"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":at", at);
	return db_exec(q);
}

int64_t
portal_store_logged_in(
	struct db *db, const struct scope *sc, int64_t id, instant_t now)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_account SET last_login_at = :now"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	return db_exec(q);
}

int64_t
portal_store_add_code(struct db *db, const struct scope *sc, int64_t patient,
	const char *code_hash, instant_t now, instant_t expires)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO portal_activation (clinic_id, patient_id,"
		"   code_hash, created_at, created_by, expires_at)"
		" SELECT p.clinic_id, p.id, :hash, :now, :user, :expires"
		"   FROM patient p"
		"  WHERE p.id = :patient AND p.clinic_id = :clinic"
		" RETURNING id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":hash", code_hash);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":expires", expires);
	db_bind_id(q, ":user", sc->user_id);
	return db_insert(q);
}

int64_t
portal_store_void_codes(
	struct db *db, const struct scope *sc, int64_t patient, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE portal_activation SET expires_at = :now"
		" WHERE patient_id = :patient AND clinic_id = :clinic"
		"   AND used_at IS NULL AND expires_at > :now");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	return db_exec(q);
}

int
portal_store_code(struct db *db, const char *code_hash, struct portal_code *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT c.id, c.clinic_id, c.patient_id, p.birth_on,"
		"       c.expires_at, c.used_at, c.tries"
		"  FROM portal_activation c JOIN patient p"
		"    ON p.id = c.patient_id AND p.clinic_id = c.clinic_id"
		" WHERE c.code_hash = :hash");
	int found = 0;

	db_bind_text(q, ":hash", code_hash);
	if (db_step(q)) {
		*out = (struct portal_code){
			.id = db_int(q, 0),
			.clinic_id = db_int(q, 1),
			.patient_id = db_int(q, 2),
			.birth = db_day(q, 3),
			.expires_at = db_at(q, 4),
			.used_at = db_at(q, 5),
			.tries = (int)db_int(q, 6),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int64_t
portal_store_code_tried(struct db *db, const struct scope *sc, int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_activation SET tries = tries + 1"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int64_t
portal_store_code_use(
	struct db *db, const struct scope *sc, int64_t id, instant_t now)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE portal_activation SET used_at = :now"
			    " WHERE id = :id AND clinic_id = :clinic"
			    "   AND used_at IS NULL");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	return db_exec(q);
}

int
portal_store_past(struct db *db, const struct scope *sc, int64_t patient,
	instant_t now, struct portal_past *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT CASE WHEN EXISTS (SELECT 1 FROM appointment a"
		"         WHERE a.patient_id = :patient"
		"           AND a.clinic_id = :clinic"
		"           AND a.status = 'fulfilled') THEN 1 ELSE 0 END,"
		"  (SELECT count(*) FROM appointment b"
		"    WHERE b.patient_id = :patient AND b.clinic_id = :clinic"
		"      AND b.start_at > :now AND b.source = 'portal'"
		"      AND b.status IN ('pending', 'booked'))");

	*out = (struct portal_past){false, 0};
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	if (db_step(q)) {
		out->known = db_bool(q, 0);
		out->booked = (int)db_int(q, 1);
	}
	return db_done(q);
}
