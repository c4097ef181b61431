/* app_user, user_role, user_team, team: who works here. */
#include "store/user_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/role.h"
#include "domain/scope.h"

/* The column list and its one reader stand together. */
#define USER_COLS                                                              \
	"u.id, u.version, u.login, u.name, u.email, u.licensed,"               \
	" u.clinical_staff, u.must_change, u.disabled_at, u.last_login_at,"    \
	" u.failed_since, u.site_id, u.theme, u.density, u.shortcuts,"         \
	" u.created_at"

static struct user
user_read(struct db_stmt *q, struct arena *a)
{
	return (struct user){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.login = db_text(q, 2, a),
		.name = db_text(q, 3, a),
		.email = db_text(q, 4, a),
		.licensed = db_bool(q, 5),
		.clinical_staff = db_bool(q, 6),
		.must_change = db_bool(q, 7),
		.disabled_at = db_at(q, 8),
		.last_login_at = db_at(q, 9),
		.failed_since = (int)db_int(q, 10),
		.site_id = db_int(q, 11),
		.theme = db_text(q, 12, a),
		.density = db_text(q, 13, a),
		.shortcuts = db_bool(q, 14),
		.created_at = db_at(q, 15),
	};
}

static unsigned
role_bit(struct db_stmt *q, int col, struct arena *a)
{
	enum role role;

	return role_parse(db_text(q, col, a), &role) ? 1u << role : 0;
}

static int
user_roles(
	struct db *db, struct arena *a, const struct scope *sc, struct user *u)
{
	struct db_stmt *q =
		db_prep(db, "SELECT r.role FROM user_role r JOIN app_user u"
			    "    ON u.id = r.user_id"
			    " WHERE u.id = :id AND u.clinic_id = :clinic");

	db_bind_int(q, ":id", u->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		u->roles |= role_bit(q, 0, a);
	return db_done(q);
}

int
user_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct user *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " USER_COLS " FROM app_user u"
			    " WHERE u.id = :id AND u.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = user_read(q, a);
		found = 1;
	}
	if (db_done(q))
		return -1;
	if (found && user_roles(db, a, sc, out))
		return -1;
	return found;
}

static struct user *
user_in(struct users *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].id == id)
			return &list->v[i];
	return NULL;
}

/* Roles of everybody at once, so that a list costs two statements. */
static int
list_roles(struct db *db, struct arena *a, const struct scope *sc,
	struct users *list)
{
	struct db_stmt *q = db_prep(db,
		"SELECT r.user_id, r.role FROM user_role r JOIN app_user u"
		"    ON u.id = r.user_id"
		" WHERE u.clinic_id = :clinic");
	struct user *u;

	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		if ((u = user_in(list, db_int(q, 0))) != NULL)
			u->roles |= role_bit(q, 1, a);
	return db_done(q);
}

int
user_store_list(struct db *db, struct arena *a, const struct scope *sc,
	bool disabled_too, struct users *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " USER_COLS " FROM app_user u"
			    " WHERE u.clinic_id = :clinic"
			    "   AND (u.disabled_at IS NULL OR :all = 1)"
			    " ORDER BY u.name, u.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":all", disabled_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = user_read(q, a);
	if (db_done(q))
		return -1;
	return list_roles(db, a, sc, out);
}

int64_t
user_store_add(struct db *db, const struct scope *sc, const struct user *u,
	const char *hash)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO app_user (clinic_id, login, name, email,"
		"       password_hash, must_change, licensed, clinical_staff,"
		"       site_id, created_at)"
		" VALUES (:clinic, :login, :name, :email, :hash, :must,"
		"       :licensed, :clinical, :site, :now)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":login", u->login);
	db_bind_text(q, ":name", u->name);
	db_bind_text(q, ":email", u->email != NULL ? u->email : "");
	db_bind_text(q, ":hash", hash);
	db_bind_bool(q, ":must", u->must_change);
	db_bind_bool(q, ":licensed", u->licensed);
	db_bind_bool(q, ":clinical", u->clinical_staff);
	db_bind_id(q, ":site", u->site_id);
	db_bind_at(q, ":now", u->created_at);
	return db_insert(q);
}

int64_t
user_store_update(struct db *db, const struct scope *sc, const struct user *u,
	int64_t version)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE app_user SET version = version + 1, name = :name,"
		"       email = :email, licensed = :licensed,"
		"       clinical_staff = :clinical"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	db_bind_text(q, ":name", u->name);
	db_bind_text(q, ":email", u->email);
	db_bind_bool(q, ":licensed", u->licensed);
	db_bind_bool(q, ":clinical", u->clinical_staff);
	db_bind_int(q, ":id", u->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", version);
	return db_exec(q);
}

static int
role_add(struct db *db, const struct scope *sc, int64_t id, enum role role)
{
	struct db_stmt *q =
		db_prep(db, "INSERT INTO user_role (user_id, role)"
			    " SELECT u.id, :role FROM app_user u"
			    "  WHERE u.id = :id AND u.clinic_id = :clinic");

	db_bind_text(q, ":role", role_name(role));
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
user_store_set_roles(
	struct db *db, const struct scope *sc, int64_t id, unsigned roles)
{
	struct db_stmt *q = db_prep(db,
		"DELETE FROM user_role WHERE user_id IN (SELECT u.id"
		"  FROM app_user u"
		" WHERE u.id = :id AND u.clinic_id = :clinic)");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_exec(q) < 0)
		return -1;
	for (int r = 0; r < ROLE_COUNT; r++)
		if ((roles & 1u << r) && role_add(db, sc, id, (enum role)r))
			return -1;
	return 0;
}

int64_t
user_store_set_disabled(
	struct db *db, const struct scope *sc, int64_t id, instant_t at)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE app_user SET version = version + 1,"
			    "       disabled_at = :at"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_at(q, ":at", at);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int64_t
user_store_set_password(struct db *db, const struct scope *sc, int64_t id,
	const char *hash, bool must_change)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE app_user SET version = version + 1,"
			    "       password_hash = :hash, must_change = :must"
			    " WHERE id = :id AND clinic_id = :clinic");

	db_bind_text(q, ":hash", hash);
	db_bind_bool(q, ":must", must_change);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int64_t
user_store_set_own(struct db *db, const struct scope *sc, const struct user *u)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE app_user SET theme = :theme, density = :density,"
		"       shortcuts = :shortcuts, site_id = :site"
		" WHERE id = :id AND clinic_id = :clinic");

	db_bind_text(q, ":theme", u->theme);
	db_bind_text(q, ":density", u->density);
	db_bind_bool(q, ":shortcuts", u->shortcuts);
	db_bind_id(q, ":site", u->site_id);
	db_bind_int(q, ":id", u->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int64_t
user_store_count_role(struct db *db, const struct scope *sc, const char *role)
{
	struct db_stmt *q = db_prep(db,
		"SELECT COUNT(*) FROM user_role r JOIN app_user u"
		"    ON u.id = r.user_id"
		" WHERE u.clinic_id = :clinic AND r.role = :role"
		"   AND u.disabled_at IS NULL AND u.password_hash <> ''");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":role", role);
	return db_one(q, 0);
}

int64_t
user_store_logged_in(
	struct db *db, const struct scope *sc, int64_t id, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE app_user SET last_login_at = :now, failed_since = 0"
		" WHERE id = :id AND clinic_id = :clinic");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int
user_store_teams(struct db *db, struct arena *a, const struct scope *sc,
	int64_t user, struct teams *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT t.id, t.name, COUNT(m.user_id),"
		"       COALESCE(MAX(CASE WHEN m.user_id = :user"
		"       THEN 1 ELSE 0 END), 0)"
		"  FROM team t LEFT JOIN user_team m ON m.team_id = t.id"
		" WHERE t.clinic_id = :clinic"
		" GROUP BY t.id, t.name ORDER BY t.name");

	db_bind_int(q, ":user", user);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct team){
			.id = db_int(q, 0),
			.name = db_text(q, 1, a),
			.members = db_int(q, 2),
			.holds = db_bool(q, 3),
		};
	return db_done(q);
}

int
user_store_leave_teams(struct db *db, const struct scope *sc, int64_t user)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM user_team WHERE user_id = :user"
			    "   AND team_id IN (SELECT id FROM team"
			    " WHERE clinic_id = :clinic)");

	db_bind_int(q, ":user", user);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
user_store_join_team(
	struct db *db, const struct scope *sc, int64_t user, int64_t team)
{
	struct db_stmt *q =
		db_prep(db, "INSERT INTO user_team (user_id, team_id)"
			    " SELECT u.id, t.id FROM app_user u, team t"
			    "  WHERE u.id = :user AND u.clinic_id = :clinic"
			    "    AND t.id = :team AND t.clinic_id = :clinic"
			    " ON CONFLICT (user_id, team_id) DO NOTHING");

	db_bind_int(q, ":user", user);
	db_bind_int(q, ":team", team);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
user_store_secret(struct db *db, struct arena *a, const char *login,
	struct user_secret *out)
{
	struct db_stmt *q = db_prep(db,
		"/*every clinic: the login says which*/"
		"SELECT u.id, u.clinic_id, u.password_hash, u.disabled_at"
		"  FROM app_user u WHERE u.login = :login");
	int found = 0;

	db_bind_text(q, ":login", login);
	if (db_step(q)) {
		*out = (struct user_secret){
			.id = db_int(q, 0),
			.clinic_id = db_int(q, 1),
			.hash = db_text(q, 2, a),
			.disabled = !db_is_null(q, 3),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int64_t
user_store_failed(struct db *db, const char *login)
{
	struct db_stmt *q = db_prep(db,
		"/*every clinic: nobody is logged in yet*/"
		"UPDATE app_user SET failed_since = failed_since + 1"
		" WHERE login = :login"
		" /*every clinic: nobody is logged in yet*/");

	db_bind_text(q, ":login", login);
	return db_exec(q);
}

int64_t
user_store_rehash(struct db *db, const struct scope *sc, int64_t id,
	const char *old_hash, const char *new_hash)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE app_user SET password_hash = :new"
			    " WHERE id = :id AND clinic_id = :clinic"
			    "   AND password_hash = :old");

	db_bind_text(q, ":new", new_hash);
	db_bind_text(q, ":old", old_hash);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}
