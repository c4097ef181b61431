/* api_key: with what other programs come in. */
#include "store/api_key_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/role.h"

/* The column list and its one reader stand together. */
#define KEY_COLS                                                               \
	"k.id, k.clinic_id, k.user_id, k.name, k.created_at, k.expires_at,"    \
	" k.used_at, k.revoked_at, u.login, u.name"

static struct api_key
key_read(struct db_stmt *q, struct arena *a)
{
	return (struct api_key){
		.id = db_int(q, 0),
		.clinic_id = db_int(q, 1),
		.user_id = db_int(q, 2),
		.name = db_text(q, 3, a),
		.created = db_at(q, 4),
		.expires = db_at(q, 5),
		.used = db_at(q, 6),
		.revoked = db_at(q, 7),
		.login = db_text(q, 8, a),
		.user_name = db_text(q, 9, a),
	};
}

static int
roles_of(struct db *db, struct arena *a, struct api_key *k)
{
	struct db_stmt *q =
		db_prep(db, "SELECT role FROM user_role WHERE user_id = :user");
	enum role role;

	db_bind_int(q, ":user", k->user_id);
	while (db_step(q))
		if (role_parse(db_text(q, 0, a), &role))
			k->roles |= 1u << role;
	return db_done(q);
}

int
api_key_store_find(struct db *db, struct arena *a, const char *token_hash,
	instant_t now, struct api_key *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " KEY_COLS
		"  FROM api_key k JOIN app_user u ON u.id = k.user_id"
		" WHERE k.token_hash = :hash AND k.revoked_at IS NULL"
		"   AND k.expires_at > :now AND u.disabled_at IS NULL"
		" /*every clinic: the key decides it*/");
	int found = 0;

	db_bind_text(q, ":hash", token_hash);
	db_bind_at(q, ":now", now);
	if (db_step(q)) {
		*out = key_read(q, a);
		found = 1;
	}
	if (db_done(q) < 0 || (found && roles_of(db, a, out) < 0))
		return -1;
	return found;
}

int
api_key_store_used(struct db *db, int64_t id, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE api_key SET used_at = :now WHERE id = :id"
		" /*every clinic: its own row, found by its secret*/");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":id", id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
api_key_store_list(struct db *db, struct arena *a, const struct scope *sc,
	instant_t now, struct api_keys *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " KEY_COLS
		"  FROM api_key k JOIN app_user u ON u.id = k.user_id"
		" WHERE k.clinic_id = :clinic"
		" ORDER BY CASE WHEN k.revoked_at IS NULL"
		"                AND k.expires_at > :now"
		"                AND u.disabled_at IS NULL THEN 0 ELSE 1 END,"
		"          k.name, k.id LIMIT 500");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	while (db_step(q))
		*ARENA_PUSH(a, out) = key_read(q, a);
	return db_done(q);
}

int64_t
api_key_store_add(struct db *db, const struct scope *sc,
	const struct api_key *k, const char *token_hash)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO api_key (clinic_id, user_id, name, token_hash,"
		" created_at, created_by, expires_at)"
		" VALUES (:clinic, :user, :name, :hash, :created, :by,"
		" :expires) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":user", k->user_id);
	db_bind_text(q, ":name", k->name);
	db_bind_text(q, ":hash", token_hash);
	db_bind_at(q, ":created", k->created);
	db_bind_int(q, ":by", sc->user_id);
	db_bind_at(q, ":expires", k->expires);
	return db_insert(q);
}

int64_t
api_key_store_revoke(
	struct db *db, const struct scope *sc, int64_t id, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE api_key SET revoked_at = :now, revoked_by = :by"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND revoked_at IS NULL");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":by", sc->user_id);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}
