/* appointment, as a calendar shows it: one statement through the index by
 * site and start, with no more columns than a line needs; the few names of
 * providers, rooms and types are looked up in lists of them. */
#include <stdlib.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/calendar_store.h"

struct name {
	int64_t id;
	const char *text;
};

struct names {
	struct name *v; /* by id */
	size_t n, cap;
};

static int
read_names(struct db_stmt *q, struct arena *a, const struct scope *sc,
	struct names *out)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) =
			(struct name){db_int(q, 0), db_text(q, 1, a)};
	return db_done(q);
}

static int
compare_name(const void *key, const void *entry)
{
	int64_t id = *(const int64_t *)key;
	const struct name *n = entry;

	return (id > n->id) - (id < n->id);
}

static const char *
name_of(const struct names *list, int64_t id)
{
	const struct name *found = NULL;

	if (id != 0 && list->n > 0)
		found = bsearch(&id, list->v, list->n, sizeof(list->v[0]),
			compare_name);
	return found ? found->text : "";
}

struct lists {
	struct names providers, shorts, rooms, types;
};

static int
read_lists(
	struct db *db, struct arena *a, const struct scope *sc, struct lists *l)
{
	return read_names(db_prep(db,
				  "SELECT p.id, p.name FROM provider p"
				  " WHERE p.clinic_id = :clinic ORDER BY p.id"),
		       a, sc, &l->providers) ||
	       read_names(db_prep(db,
				  "SELECT p.id, p.short_name FROM provider p"
				  " WHERE p.clinic_id = :clinic ORDER BY p.id"),
		       a, sc, &l->shorts) ||
	       read_names(db_prep(db,
				  "SELECT r.id, r.name FROM room r"
				  " WHERE r.clinic_id = :clinic ORDER BY r.id"),
		       a, sc, &l->rooms) ||
	       read_names(db_prep(db,
				  "SELECT t.id, t.name FROM visit_type t"
				  " WHERE t.clinic_id = :clinic ORDER BY t.id"),
		       a, sc, &l->types);
}

#define LINE_COLS                                                              \
	"v.id, v.version, v.patient_id, v.provider_id, v.site_id, v.room_id,"  \
	" v.visit_type_id, v.start_at, v.end_at, v.status, v.mode, v.reason,"  \
	" v.overbooked, v.asked_at, v.confirmed_at, v.arrived_at,"             \
	" v.roomed_at, v.with_at, v.checkout_at, v.done_at, v.cancelled_at,"   \
	" v.replaced_by_id, v.updated_at, p.family, p.given, p.preferred,"     \
	" p.mrn, p.birth_on, p.interpreter,"                                   \
	" CASE WHEN p.sms_ok = 1 OR (p.email_ok = 1 AND p.email <> '')"        \
	" THEN 1 ELSE 0 END"

static struct visit
line_read(struct db_stmt *q, struct arena *a, const struct lists *l)
{
	struct visit v = {
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.provider_id = db_int(q, 3),
		.site_id = db_int(q, 4),
		.room_id = db_int(q, 5),
		.visit_type_id = db_int(q, 6),
		.start = db_at(q, 7),
		.end = db_at(q, 8),
		.status = db_text(q, 9, a),
		.mode = db_text(q, 10, a),
		.reason = db_text(q, 11, a),
		.overbooked = db_bool(q, 12),
		.asked = db_at(q, 13),
		.confirmed = db_at(q, 14),
		.arrived = db_at(q, 15),
		.roomed = db_at(q, 16),
		.with = db_at(q, 17),
		.checkout = db_at(q, 18),
		.done = db_at(q, 19),
		.cancelled = db_at(q, 20),
		.replaced_by_id = db_int(q, 21),
		.updated = db_at(q, 22),
		.family = db_text(q, 23, a),
		.given = db_text(q, 24, a),
		.preferred = db_text(q, 25, a),
		.mrn = db_text(q, 26, a),
		.birth = db_day(q, 27),
		.interpreter = db_bool(q, 28),
		.told = db_bool(q, 29),
	};

	v.busy_start = v.start;
	v.busy_end = v.end;
	v.provider_name = name_of(&l->providers, v.provider_id);
	v.provider_short = name_of(&l->shorts, v.provider_id);
	v.room_name = name_of(&l->rooms, v.room_id);
	v.type_name = name_of(&l->types, v.visit_type_id);
	v.note = v.source = v.overbook_reason = v.confirmed_by = "";
	v.cancelled_by = v.cancel_reason = v.patient_language = "";
	v.site_name = v.type_name_es = v.zone = "";
	return v;
}

/* The statement gives them by start; of those at one moment the first
 * booked comes first, on either engine. */
static int
compare_line(const void *x, const void *y)
{
	const struct visit *a = x, *b = y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

int
calendar_store_visits(struct db *db, struct arena *a, const struct scope *sc,
	int64_t site, int64_t provider, instant_t from, instant_t to,
	struct visits *out)
{
	struct lists l = {0};
	struct db_stmt *q;

	if (read_lists(db, a, sc, &l))
		return -1;
	q = db_prep(db,
		"SELECT " LINE_COLS
		"  FROM appointment v JOIN patient p ON p.id = v.patient_id"
		" WHERE v.site_id = :site AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND v.status <> 'entered-in-error'"
		"   AND (:provider = 0 OR v.provider_id = :provider)"
		" ORDER BY v.start_at");
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":site", site);
	db_bind_int(q, ":provider", provider);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	while (db_step(q))
		*ARENA_PUSH(a, out) = line_read(q, a, &l);
	if (db_done(q))
		return -1;
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(out->v[0]), compare_line);
	return 0;
}
