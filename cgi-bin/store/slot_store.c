/* What free times are worked out from: provider, site, provider_template,
 * provider_exception, closure, room, appointment, time_hold. Every list of what
 * is taken is read through an index by whose it is and when, within the days
 * that are asked about. */
#include "store/slot_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "store/hold_store.h"

#define DAY_S 86400
/* A visit with its buffers takes at most this long (schema). */
#define BUSY_MAX_S 100800

/* A day of any zone lies within these. */
static instant_t
range_lo(const struct slot_wish *w)
{
	return ((instant_t)w->first - 1) * DAY_S;
}

static instant_t
range_hi(const struct slot_wish *w)
{
	return ((instant_t)w->last + 2) * DAY_S;
}

static int
read_providers(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT p.id FROM provider p"
		" WHERE p.clinic_id = :clinic AND p.active = 1"
		"   AND (:provider = 0 OR p.id = :provider)"
		"   AND (:language = '' OR ' ' || p.languages || ' '"
		"        LIKE '% ' || :language || ' %')"
		" ORDER BY p.name, p.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":provider", w->provider_id);
	db_bind_text(q, ":language", w->language ? w->language : "");
	while (db_step(q))
		*ARENA_PUSH(a, &out->providers) = db_int(q, 0);
	return db_done(q);
}

static int
read_sites(struct db *db, struct arena *a, const struct scope *sc,
	struct slot_book *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT s.id, s.zone, s.name FROM site s"
		" WHERE s.clinic_id = :clinic AND s.active = 1 ORDER BY s.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q)) {
		const struct zone *z = zone_find(db_text(q, 1, a));

		if (z)
			*ARENA_PUSH(a, &out->sites) = (struct slot_site){
				db_int(q, 0), z, db_text(q, 2, a)};
	}
	return db_done(q);
}

static int
read_templates(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT t.id, t.provider_id, t.site_id, t.weekday,"
		" t.start_min, t.end_min, t.from_on, t.to_on, t.every_weeks,"
		" t.anchor_on"
		"  FROM provider_template t"
		" WHERE t.clinic_id = :clinic AND t.from_on <= :last"
		"   AND (t.to_on IS NULL OR t.to_on >= :first)"
		"   AND (:provider = 0 OR t.provider_id = :provider)"
		" ORDER BY t.provider_id, t.weekday, t.start_min");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":first", w->first);
	db_bind_day(q, ":last", w->last);
	db_bind_int(q, ":provider", w->provider_id);
	while (db_step(q))
		*ARENA_PUSH(a, &out->templates) = (struct template_row){
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
			.site_name = "",
		};
	return db_done(q);
}

static int
read_exceptions(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.id, e.provider_id, e.site_id, e.day_on, e.kind,"
		" e.start_min, e.end_min, e.reason"
		"  FROM provider p CROSS JOIN provider_exception e"
		" WHERE p.clinic_id = :clinic AND e.clinic_id = :clinic"
		"   AND (:provider = 0 OR p.id = :provider)"
		"   AND e.provider_id = p.id"
		"   AND e.day_on >= :first AND e.day_on <= :last"
		" ORDER BY e.provider_id, e.day_on, e.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":first", w->first);
	db_bind_day(q, ":last", w->last);
	db_bind_int(q, ":provider", w->provider_id);
	while (db_step(q)) {
		struct exception_row e = {
			.id = db_int(q, 0),
			.provider_id = db_int(q, 1),
			.site_id = db_int(q, 2),
			.day = db_day(q, 3),
			.start_min = db_is_null(q, 5) ? -1 : (int)db_int(q, 5),
			.end_min = (int)db_int(q, 6),
			.reason = db_text(q, 7, a),
			.site_name = "",
		};

		if (exception_kind_parse(db_text(q, 4, a), &e.kind))
			*ARENA_PUSH(a, &out->exceptions) = e;
	}
	return db_done(q);
}

static int
read_closures(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT c.site_id, c.day_on, c.name FROM closure c"
			    " WHERE c.clinic_id = :clinic"
			    "   AND c.day_on >= :first AND c.day_on <= :last"
			    " ORDER BY c.day_on, c.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":first", w->first);
	db_bind_day(q, ":last", w->last);
	while (db_step(q))
		*ARENA_PUSH(a, &out->closures) = (struct slot_closure){
			db_int(q, 0), db_day(q, 1), db_text(q, 2, a)};
	return db_done(q);
}

static int
read_busy(struct db_stmt *q, struct arena *a, struct busy_list *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) =
			(struct busy){db_int(q, 0), db_at(q, 1), db_at(q, 2)};
	return db_done(q);
}

static int
read_provider_busy(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	/* The index holds all of it; providers are read in the order of
	 * their ids so that nothing is sorted. */
	struct db_stmt *q = db_prep(db,
		"SELECT v.provider_id, v.busy_start_at, v.busy_end_at"
		"  FROM provider p CROSS JOIN appointment v"
		" WHERE +p.clinic_id = :clinic AND p.active = 1"
		"   AND (:provider = 0 OR p.id = :provider)"
		"   AND v.provider_id = p.id"
		"   AND v.busy_start_at > :lo AND v.busy_start_at < :hi"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled')"
		"   AND v.id <> :except"
		" ORDER BY p.id, v.busy_start_at");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":provider", w->provider_id);
	db_bind_at(q, ":lo", range_lo(w) - BUSY_MAX_S);
	db_bind_at(q, ":hi", range_hi(w));
	db_bind_int(q, ":except", w->except_visit);
	return read_busy(q, a, &out->busy);
}

static int
read_rooms(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT r.id, r.site_id FROM room r"
			    " WHERE r.clinic_id = :clinic AND r.active = 1"
			    "   AND r.kind = :kind"
			    "   AND (:site = 0 OR r.site_id = :site)"
			    " ORDER BY r.site_id, r.name, r.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", w->room_kind);
	db_bind_int(q, ":site", w->site_id);
	while (db_step(q))
		*ARENA_PUSH(a, &out->rooms) =
			(struct slot_room){db_int(q, 0), db_int(q, 1)};
	return db_done(q);
}

static int
read_room_busy(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT v.room_id, v.busy_start_at, v.busy_end_at"
		"  FROM room r CROSS JOIN appointment v"
		" WHERE r.clinic_id = :clinic AND r.active = 1"
		"   AND r.kind = :kind"
		"   AND (:site = 0 OR r.site_id = :site)"
		"   AND v.room_id = r.id"
		"   AND v.busy_start_at > :lo AND v.busy_start_at < :hi"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled')"
		"   AND v.id <> :except"
		" ORDER BY r.id, v.busy_start_at");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", w->room_kind);
	db_bind_int(q, ":site", w->site_id);
	db_bind_at(q, ":lo", range_lo(w) - BUSY_MAX_S);
	db_bind_at(q, ":hi", range_hi(w));
	db_bind_int(q, ":except", w->except_visit);
	return read_busy(q, a, &out->room_busy);
}

static int
read_patient_busy(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT v.patient_id, v.start_at, v.end_at"
		"  FROM appointment v"
		" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"
		"   AND v.start_at > :lo AND v.start_at < :hi"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled')"
		"   AND v.id <> :except"
		" ORDER BY v.start_at");

	db_bind_int(q, ":patient", w->patient_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":lo", range_lo(w) - DAY_S);
	db_bind_at(q, ":hi", range_hi(w));
	db_bind_int(q, ":except", w->except_visit);
	return read_busy(q, a, &out->patient);
}

/* Into its place: by id, then start. There are few of them. */
static void
merge(struct arena *a, struct busy_list *into, const struct busy_list *held)
{
	for (size_t i = 0; i < held->n; i++) {
		const struct busy *h = &held->v[i];
		size_t at;

		(void)ARENA_PUSH(a, into);
		for (at = into->n - 1; at > 0; at--) {
			const struct busy *b = &into->v[at - 1];

			if (b->id < h->id ||
				(b->id == h->id && b->start <= h->start))
				break;
			into->v[at] = *b;
		}
		into->v[at] = *h;
	}
}

static int
read_held(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	struct busy_list providers = {0}, rooms = {0};

	if (hold_store_busy(db, a, sc, &w->whose, range_lo(w), range_hi(w),
		    w->now, &providers, &rooms))
		return -1;
	merge(a, &out->busy, &providers);
	merge(a, &out->room_busy, &rooms);
	return 0;
}

int
slot_store_book(struct db *db, struct arena *a, const struct scope *sc,
	const struct slot_wish *w, struct slot_book *out)
{
	*out = (struct slot_book){0};
	if (read_providers(db, a, sc, w, out) || read_sites(db, a, sc, out) ||
		read_templates(db, a, sc, w, out) ||
		read_exceptions(db, a, sc, w, out) ||
		read_closures(db, a, sc, w, out))
		return -1;
	if (w->windows_only)
		return 0;
	if (read_provider_busy(db, a, sc, w, out))
		return -1;
	if (w->room_kind && w->room_kind[0] &&
		(read_rooms(db, a, sc, w, out) ||
			read_room_busy(db, a, sc, w, out)))
		return -1;
	if ((w->patient_id && read_patient_busy(db, a, sc, w, out)) ||
		(w->now && read_held(db, a, sc, w, out)))
		return -1;
	return 0;
}
