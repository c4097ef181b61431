/* site, site_hours, closure: where and when the clinic works. */
#include "store/site_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"

/* The column list and its one reader stand together. */
#define SITE_COLS                                                              \
	"s.id, s.version, s.name, s.zone, s.address, s.city, s.state,"         \
	" s.postal, s.phone, s.directions, s.active"

static struct site
site_read(struct db_stmt *q, struct arena *a)
{
	return (struct site){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.name = db_text(q, 2, a),
		.zone = db_text(q, 3, a),
		.address = db_text(q, 4, a),
		.city = db_text(q, 5, a),
		.state = db_text(q, 6, a),
		.postal = db_text(q, 7, a),
		.phone = db_text(q, 8, a),
		.directions = db_text(q, 9, a),
		.active = db_bool(q, 10),
	};
}

int
site_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct site *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " SITE_COLS " FROM site s"
			    " WHERE s.id = :id AND s.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = site_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
site_store_list(struct db *db, struct arena *a, const struct scope *sc,
	bool inactive_too, struct sites *out)
{
	struct db_stmt *q = db_prep(db, "SELECT " SITE_COLS " FROM site s"
					" WHERE s.clinic_id = :clinic"
					"   AND (s.active = 1 OR :all = 1)"
					" ORDER BY s.name");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":all", inactive_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = site_read(q, a);
	return db_done(q);
}

/* Everything of a site but its id, version and whether it is used. */
static void
site_bind(struct db_stmt *q, const struct scope *sc, const struct site *s)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", s->name);
	db_bind_text(q, ":zone", s->zone);
	db_bind_text(q, ":address", s->address);
	db_bind_text(q, ":city", s->city);
	db_bind_text(q, ":state", s->state);
	db_bind_text(q, ":postal", s->postal);
	db_bind_text(q, ":phone", s->phone);
	db_bind_text(q, ":directions", s->directions);
}

int64_t
site_store_add(struct db *db, const struct scope *sc, const struct site *s)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO site (clinic_id, name, zone, address, city,"
		"       state, postal, phone, directions)"
		" VALUES (:clinic, :name, :zone, :address, :city, :state,"
		"       :postal, :phone, :directions)"
		" RETURNING id");

	site_bind(q, sc, s);
	return db_insert(q);
}

int64_t
site_store_update(struct db *db, const struct scope *sc, const struct site *s,
	int64_t version)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE site SET version = version + 1, name = :name,"
		"       zone = :zone, address = :address, city = :city,"
		"       state = :state, postal = :postal, phone = :phone,"
		"       directions = :directions, active = :active"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	site_bind(q, sc, s);
	db_bind_bool(q, ":active", s->active);
	db_bind_int(q, ":id", s->id);
	db_bind_int(q, ":version", version);
	return db_exec(q);
}

int
site_store_week(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, struct site_week *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT h.weekday, h.open_min, h.close_min FROM site_hours h"
		" WHERE h.site_id = :site AND h.clinic_id = :clinic"
		" ORDER BY h.weekday, h.open_min");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct site_hours){
			.weekday = (enum weekday)db_int(q, 0),
			.open_min = (int)db_int(q, 1),
			.close_min = (int)db_int(q, 2),
		};
	return db_done(q);
}

static int
hours_add(struct db *db, const struct scope *sc, int64_t site,
	const struct site_hours *h)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO site_hours (clinic_id, site_id, weekday,"
		"       open_min, close_min)"
		" SELECT s.clinic_id, s.id, :weekday, :open, :close"
		"   FROM site s WHERE s.id = :site"
		"    AND s.clinic_id = :clinic");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":weekday", h->weekday);
	db_bind_int(q, ":open", h->open_min);
	db_bind_int(q, ":close", h->close_min);
	return db_exec(q) < 0 ? -1 : 0;
}

int
site_store_set_week(struct db *db, const struct scope *sc, int64_t site,
	const struct site_week *week)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM site_hours"
			    " WHERE site_id = :site AND clinic_id = :clinic");

	db_bind_int(q, ":site", site);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_exec(q) < 0)
		return -1;
	for (size_t i = 0; i < week->n; i++)
		if (hours_add(db, sc, site, &week->v[i]))
			return -1;
	return 0;
}

int
site_store_closures(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, day_t from, day_t to, struct closures *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT c.id, c.site_id, c.day_on, c.name, c.federal"
		"  FROM closure c"
		" WHERE c.clinic_id = :clinic"
		"   AND c.day_on BETWEEN :from AND :to"
		"   AND (c.site_id IS NULL OR c.site_id = :site)"
		" ORDER BY c.day_on, c.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":from", from);
	db_bind_day(q, ":to", to);
	db_bind_int(q, ":site", site);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct closure){
			.id = db_int(q, 0),
			.site_id = db_int(q, 1),
			.day = db_day(q, 2),
			.name = db_text(q, 3, a),
			.federal = db_bool(q, 4),
		};
	return db_done(q);
}

int
site_store_close(struct db *db, const struct scope *sc, const struct closure *c)
{
	/* A day on which every site is shut needs no row of one site. */
	struct db_stmt *q = db_prep(db,
		"INSERT INTO closure (clinic_id, site_id, day_on, name,"
		"       federal)"
		" SELECT c.id, :site, :day, :name, :federal FROM clinic c"
		"  WHERE c.id = :clinic AND NOT EXISTS (SELECT 1"
		"   FROM closure x"
		"  WHERE x.clinic_id = :clinic AND x.day_on = :day"
		"    AND (x.site_id IS NULL OR x.site_id = :site))");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":site", c->site_id);
	db_bind_day(q, ":day", c->day);
	db_bind_text(q, ":name", c->name);
	db_bind_bool(q, ":federal", c->federal);
	return (int)db_exec(q);
}

int64_t
site_store_reopen(
	struct db *db, const struct scope *sc, int64_t site, int64_t closure)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM closure"
			    " WHERE id = :id AND clinic_id = :clinic"
			    "   AND (site_id IS NULL OR site_id = :site)");

	db_bind_int(q, ":id", closure);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	return db_exec(q);
}
