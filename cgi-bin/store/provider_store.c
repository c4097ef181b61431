/* provider, provider_template, provider_exception: who sees patients, and
 * when. */
#include "store/provider_store.h"
#include "base/arena.h"
#include "db/db.h"

/* The column lists and their readers stand together. */
#define PROVIDER_COLS                                                          \
	"p.id, p.version, p.name, p.short_name, p.npi, p.specialty,"           \
	" p.languages, p.user_id, p.active"

static struct provider
provider_read(struct db_stmt *q, struct arena *a)
{
	return (struct provider){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.name = db_text(q, 2, a),
		.short_name = db_text(q, 3, a),
		.npi = db_text(q, 4, a),
		.specialty = db_text(q, 5, a),
		.languages = db_text(q, 6, a),
		.user_id = db_int(q, 7),
		.active = db_bool(q, 8),
	};
}

#define TEMPLATE_COLS                                                          \
	"t.id, t.provider_id, t.site_id, t.weekday, t.start_min, t.end_min,"   \
	" t.from_on, t.to_on, t.every_weeks, t.anchor_on, s.name"

static struct template_row
template_read(struct db_stmt *q, struct arena *a)
{
	return (struct template_row){
		.id = db_int(q, 0),
		.provider_id = db_int(q, 1),
		.site_id = db_int(q, 2),
		.weekday = (int)db_int(q, 3),
		.start_min = (int)db_int(q, 4),
		.end_min = (int)db_int(q, 5),
		.from = db_day(q, 6),
		.to = db_day(q, 7),
		.every_weeks = (int)db_int(q, 8),
		.anchor = db_day(q, 9),
		.site_name = db_text(q, 10, a),
	};
}

int
provider_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct provider *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " PROVIDER_COLS " FROM provider p"
			    " WHERE p.id = :id AND p.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = provider_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
provider_store_list(struct db *db, struct arena *a, const struct scope *sc,
	bool inactive_too, struct providers *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " PROVIDER_COLS " FROM provider p"
		" WHERE p.clinic_id = :clinic AND (p.active = 1 OR :all = 1)"
		" ORDER BY p.active DESC, p.name, p.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":all", inactive_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = provider_read(q, a);
	return db_done(q);
}

static void
bind_provider(
	struct db_stmt *q, const struct scope *sc, const struct provider *p)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", p->name);
	db_bind_text(q, ":short", p->short_name);
	db_bind_text(q, ":npi", p->npi);
	db_bind_text(q, ":specialty", p->specialty);
	db_bind_text(q, ":languages", p->languages);
	db_bind_id(q, ":user", p->user_id);
	db_bind_bool(q, ":active", p->active);
}

int64_t
provider_store_add(
	struct db *db, const struct scope *sc, const struct provider *p)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO provider (clinic_id, name, short_name, npi,"
		" specialty, languages, user_id, active)"
		" VALUES (:clinic, :name, :short, :npi, :specialty,"
		" :languages, :user, :active) RETURNING id");

	bind_provider(q, sc, p);
	return db_insert(q);
}

int64_t
provider_store_update(
	struct db *db, const struct scope *sc, const struct provider *p)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE provider SET version = version + 1, name = :name,"
		" short_name = :short, npi = :npi, specialty = :specialty,"
		" languages = :languages, user_id = :user, active = :active"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	bind_provider(q, sc, p);
	db_bind_int(q, ":id", p->id);
	db_bind_int(q, ":version", p->version);
	return db_exec(q);
}

int
provider_store_templates(struct db *db, struct arena *a, const struct scope *sc,
	int64_t provider, day_t since, struct template_rows *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " TEMPLATE_COLS " FROM provider_template t"
		"  JOIN site s ON s.id = t.site_id"
		" WHERE t.provider_id = :provider AND t.clinic_id = :clinic"
		"   AND (t.to_on IS NULL OR t.to_on >= :since)"
		" ORDER BY t.weekday, t.start_min, t.from_on");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":since", since);
	while (db_step(q))
		*ARENA_PUSH(a, out) = template_read(q, a);
	return db_done(q);
}

int
provider_store_template(struct db *db, struct arena *a, const struct scope *sc,
	int64_t provider, int64_t id, struct template_row *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " TEMPLATE_COLS " FROM provider_template t"
			    "  JOIN site s ON s.id = t.site_id"
			    " WHERE t.id = :id AND t.provider_id = :provider"
			    "   AND t.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = template_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

static void
bind_template(
	struct db_stmt *q, const struct scope *sc, const struct template_row *t)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":provider", t->provider_id);
	db_bind_int(q, ":site", t->site_id);
	db_bind_int(q, ":weekday", t->weekday);
	db_bind_int(q, ":start", t->start_min);
	db_bind_int(q, ":end", t->end_min);
	db_bind_day(q, ":from", t->from);
	db_bind_day(q, ":to", t->to);
	db_bind_int(q, ":every", t->every_weeks);
	db_bind_day(q, ":anchor", t->anchor);
}

int64_t
provider_store_add_template(
	struct db *db, const struct scope *sc, const struct template_row *t)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO provider_template (clinic_id, provider_id,"
		" site_id, weekday, start_min, end_min, from_on, to_on,"
		" every_weeks, anchor_on)"
		" VALUES (:clinic, :provider, :site, :weekday, :start, :end,"
		" :from, :to, :every, :anchor) RETURNING id");

	bind_template(q, sc, t);
	return db_insert(q);
}

int64_t
provider_store_update_template(
	struct db *db, const struct scope *sc, const struct template_row *t)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE provider_template SET site_id = :site,"
		" weekday = :weekday, start_min = :start, end_min = :end,"
		" from_on = :from, to_on = :to, every_weeks = :every,"
		" anchor_on = :anchor"
		" WHERE id = :id AND provider_id = :provider"
		"   AND clinic_id = :clinic");

	bind_template(q, sc, t);
	db_bind_int(q, ":id", t->id);
	return db_exec(q);
}

static struct exception_row
exception_read(struct db_stmt *q, struct arena *a)
{
	struct exception_row e = {
		.id = db_int(q, 0),
		.provider_id = db_int(q, 1),
		.site_id = db_int(q, 2),
		.day = db_day(q, 3),
		.start_min = db_is_null(q, 5) ? -1 : (int)db_int(q, 5),
		.end_min = (int)db_int(q, 6),
		.reason = db_text(q, 7, a),
		.site_name = db_text(q, 8, a),
	};

	exception_kind_parse(db_text(q, 4, a), &e.kind);
	return e;
}

int
provider_store_exception(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct exception_row *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.id, e.provider_id, e.site_id, e.day_on, e.kind,"
		" e.start_min, e.end_min, e.reason, s.name"
		"  FROM provider_exception e"
		"  LEFT JOIN site s ON s.id = e.site_id"
		" WHERE e.id = :id AND e.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = exception_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
provider_store_exceptions(struct db *db, struct arena *a,
	const struct scope *sc, int64_t provider, day_t since,
	struct exception_rows *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.id, e.provider_id, e.site_id, e.day_on, e.kind,"
		" e.start_min, e.end_min, e.reason, s.name"
		"  FROM provider_exception e"
		"  LEFT JOIN site s ON s.id = e.site_id"
		" WHERE e.provider_id = :provider AND e.clinic_id = :clinic"
		"   AND e.day_on >= :since"
		" ORDER BY e.day_on, e.id");

	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":since", since);
	while (db_step(q))
		*ARENA_PUSH(a, out) = exception_read(q, a);
	return db_done(q);
}

int64_t
provider_store_add_exception(
	struct db *db, const struct scope *sc, const struct exception_row *e)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO provider_exception (clinic_id, provider_id,"
		" site_id, day_on, kind, start_min, end_min, reason)"
		" VALUES (:clinic, :provider, :site, :day, :kind, :start,"
		" :end, :reason) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":provider", e->provider_id);
	db_bind_id(q, ":site", e->site_id);
	db_bind_day(q, ":day", e->day);
	db_bind_text(q, ":kind", exception_kind_name(e->kind));
	if (e->start_min < 0) {
		db_bind_id(q, ":start", 0);
		db_bind_id(q, ":end", 0);
	} else {
		db_bind_int(q, ":start", e->start_min);
		db_bind_int(q, ":end", e->end_min);
	}
	db_bind_text(q, ":reason", e->reason ? e->reason : "");
	return db_insert(q);
}

int64_t
provider_store_drop_exception(
	struct db *db, const struct scope *sc, int64_t provider, int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "DELETE FROM provider_exception"
			    " WHERE id = :id AND provider_id = :provider"
			    "   AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":provider", provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}
