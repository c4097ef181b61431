/* visit_type_prep, visit_prep: what is done before visits. Rules:
 * tests/RULES.md, "Before the visit". */
#include "store/prep_store.h"

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"

/* ---- of types ------------------------------------------------------------ */

#define TYPE_COLS                                                              \
	"SELECT id, version, visit_type_id, kind, unit, lead, needed, words,"  \
	" words_es, active FROM visit_type_prep"

static enum prep_kind
kind_read(struct db_stmt *q, int at, struct arena *a)
{
	enum prep_kind k;

	if (!prep_kind_parse(db_text(q, at, a), &k))
		BUG("a step before a visit of an unknown kind");
	return k;
}

static struct prep
type_read(struct db_stmt *q, struct arena *a)
{
	return (struct prep){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.type_id = db_int(q, 2),
		.kind = kind_read(q, 3, a),
		.days = db_text(q, 4, a)[0] == 'd',
		.lead = (int)db_int(q, 5),
		.needed = db_bool(q, 6),
		.words = db_text(q, 7, a),
		.words_es = db_text(q, 8, a),
		.active = db_bool(q, 9),
		.due = INSTANT_NONE,
		.done = INSTANT_NONE,
		.user = "",
	};
}

int
prep_store_type(struct db *db, struct arena *a, const struct scope *sc,
	int64_t type, bool inactive_too, struct preps *out)
{
	struct db_stmt *q = db_prep(db,
		TYPE_COLS " WHERE visit_type_id = :type AND clinic_id = :clinic"
			  "   AND (active = 1 OR :all = 1) ORDER BY id");

	db_bind_int(q, ":type", type);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":all", inactive_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = type_read(q, a);
	return db_done(q);
}

int
prep_store_type_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t type, int64_t id, struct prep *out)
{
	struct db_stmt *q = db_prep(db,
		TYPE_COLS " WHERE id = :id AND visit_type_id = :type"
			  "   AND clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":type", type);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = type_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

static void
bind_what(struct db_stmt *q, const struct scope *sc, const struct prep *p)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", prep_kind_name(p->kind));
	db_bind_text(q, ":unit", p->days ? "day" : "hour");
	db_bind_int(q, ":lead", p->lead);
	db_bind_bool(q, ":needed", p->needed);
	db_bind_text(q, ":words", p->words);
	db_bind_text(q, ":words_es", p->words_es);
}

int64_t
prep_store_type_add(struct db *db, const struct scope *sc, const struct prep *p)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_type_prep (clinic_id, visit_type_id, kind,"
		" unit, lead, needed, words, words_es, active) VALUES"
		" (:clinic, :type, :kind, :unit, :lead, :needed, :words,"
		" :words_es, :active) RETURNING id");

	bind_what(q, sc, p);
	db_bind_int(q, ":type", p->type_id);
	db_bind_bool(q, ":active", p->active);
	return db_insert(q);
}

int64_t
prep_store_type_put(struct db *db, const struct scope *sc, const struct prep *p)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE visit_type_prep SET version = version + 1,"
		" kind = :kind, unit = :unit, lead = :lead, needed = :needed,"
		" words = :words, words_es = :words_es, active = :active"
		" WHERE id = :id AND visit_type_id = :type"
		"   AND clinic_id = :clinic AND version = :version");

	bind_what(q, sc, p);
	db_bind_int(q, ":id", p->id);
	db_bind_int(q, ":type", p->type_id);
	db_bind_bool(q, ":active", p->active);
	db_bind_int(q, ":version", p->version);
	return db_exec(q);
}

/* ---- of visits ----------------------------------------------------------- */

#define PREP_COLS                                                              \
	"SELECT p.id, p.version, p.appointment_id, p.prep_id, p.kind, p.unit," \
	" p.lead, p.needed, p.words, p.words_es, p.due_at, p.done_at, u.name," \
	" p.done_by"

static struct prep
prep_read(struct db_stmt *q, struct arena *a)
{
	return (struct prep){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.visit_id = db_int(q, 2),
		.prep_id = db_int(q, 3),
		.kind = kind_read(q, 4, a),
		.days = db_text(q, 5, a)[0] == 'd',
		.lead = (int)db_int(q, 6),
		.needed = db_bool(q, 7),
		.words = db_text(q, 8, a),
		.words_es = db_text(q, 9, a),
		.active = true,
		.due = db_at(q, 10),
		.done = db_at(q, 11),
		.user = db_text(q, 12, a),
		.user_id = db_int(q, 13),
	};
}

int
prep_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct preps *out)
{
	struct db_stmt *q = db_prep(db, PREP_COLS
		"  FROM visit_prep p LEFT JOIN app_user u ON u.id = p.done_by"
		" WHERE p.appointment_id = :visit AND p.clinic_id = :clinic"
		" ORDER BY p.due_at, p.id");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = prep_read(q, a);
	return db_done(q);
}

int
prep_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, int64_t id, struct prep *out)
{
	struct db_stmt *q = db_prep(db, PREP_COLS
		"  FROM visit_prep p LEFT JOIN app_user u ON u.id = p.done_by"
		" WHERE p.id = :id AND p.appointment_id = :visit"
		"   AND p.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = prep_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
prep_store_add(struct db *db, const struct scope *sc, const struct prep *p)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_prep (clinic_id, appointment_id, prep_id,"
		" kind, unit, lead, needed, words, words_es, due_at, done_at,"
		" done_by) VALUES (:clinic, :visit, :prep, :kind, :unit,"
		" :lead, :needed, :words, :words_es, :due, :done, :user)"
		" ON CONFLICT (appointment_id, prep_id) DO NOTHING");

	bind_what(q, sc, p);
	db_bind_int(q, ":visit", p->visit_id);
	db_bind_int(q, ":prep", p->prep_id);
	db_bind_at(q, ":due", p->due);
	db_bind_at(q, ":done", p->done);
	db_bind_id(q, ":user", p->done == INSTANT_NONE ? 0 : p->user_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int64_t
prep_store_tick(struct db *db, const struct scope *sc, int64_t id,
	int64_t version, instant_t done)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE visit_prep SET version = version + 1, done_at = :done,"
		" done_by = :user WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", version);
	db_bind_at(q, ":done", done);
	db_bind_id(q, ":user", done == INSTANT_NONE ? 0 : sc->user_id);
	return db_exec(q);
}

int
prep_store_missing(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, instant_t now, instant_t due, struct preps *out)
{
	struct db_stmt *q = db_prep(db,
		PREP_COLS "  FROM visit_prep p"
			  "  JOIN appointment v ON v.id = p.appointment_id"
			  "  LEFT JOIN app_user u ON u.id = p.done_by"
			  " WHERE p.clinic_id = :clinic AND p.due_at < :due"
			  "   AND p.due_at >= :since AND p.done_at IS NULL"
			  "   AND p.needed = 1 AND p.kind <> 'fasting'"
			  "   AND v.start_at >= :now"
			  "   AND v.status IN ('pending', 'booked')"
			  "   AND (:site = 0 OR v.site_id = :site)"
			  " ORDER BY v.start_at, v.id, p.due_at, p.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":since", now - (PREP_LEAD_MOST + 2) * INT64_C(86400));
	db_bind_at(q, ":due", due);
	while (db_step(q))
		*ARENA_PUSH(a, out) = prep_read(q, a);
	return db_done(q);
}
