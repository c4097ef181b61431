/* login_throttle: wrong passwords, by account and by source. */
#include "store/throttle_store.h"
#include "db/db.h"

int
throttle_store_get(struct db *db, const char *key, struct throttle *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT fails, first_at, last_at, next_at"
			    "  FROM login_throttle WHERE key = :key");

	*out = (struct throttle){0};
	db_bind_text(q, ":key", key);
	if (db_step(q))
		*out = (struct throttle){
			.fails = (int)db_int(q, 0),
			.first_at = db_at(q, 1),
			.last_at = db_at(q, 2),
			.next_at = db_at(q, 3),
		};
	return db_done(q);
}

int
throttle_store_put(struct db *db, const char *key, const struct throttle *t)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO login_throttle (key, fails, first_at, last_at,"
		"       next_at) VALUES (:key, :fails, :first, :last, :next)"
		" ON CONFLICT (key) DO UPDATE SET fails = excluded.fails,"
		"       first_at = excluded.first_at,"
		"       last_at = excluded.last_at,"
		"       next_at = excluded.next_at");

	db_bind_text(q, ":key", key);
	db_bind_int(q, ":fails", t->fails);
	db_bind_at(q, ":first", t->first_at);
	db_bind_at(q, ":last", t->last_at);
	db_bind_at(q, ":next", t->next_at);
	return db_exec(q) < 0 ? -1 : 0;
}

int
throttle_store_clear(struct db *db, const char *key)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM login_throttle WHERE key = :key");

	db_bind_text(q, ":key", key);
	return db_exec(q) < 0 ? -1 : 0;
}

int
throttle_store_sweep(struct db *db, instant_t before)
{
	struct db_stmt *q = db_prep(
		db, "DELETE FROM login_throttle WHERE last_at < :before");

	db_bind_at(q, ":before", before);
	return db_exec(q) < 0 ? -1 : 0;
}

int
throttle_store_knows(
	struct db *db, const char *login, const char *address, instant_t since)
{
	struct db_stmt *q =
		db_prep(db, "/*every clinic: nobody is logged in yet*/"
			    "SELECT COUNT(*) FROM session s JOIN app_user u"
			    "    ON u.id = s.user_id"
			    " WHERE u.login = :login AND s.address = :address"
			    "   AND s.created_at >= :since"
			    " /*every clinic: nobody is logged in yet*/");

	db_bind_text(q, ":login", login);
	db_bind_text(q, ":address", address);
	db_bind_at(q, ":since", since);
	return (int)db_one(q, -1) > 0;
}
