/* Counts for the reports: appointment with visit_type, visit_excuse and
 * patient, through an index by site and start. What each figure means:
 * tests/RULES.md, "Reports". */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/report_store.h"

/* As enum report_by has them. */
#define KEY                                                                    \
	"CASE :by WHEN 0 THEN COALESCE(v.provider_id, 0) WHEN 1 THEN"          \
	" v.site_id WHEN 2 THEN COALESCE(v.visit_type_id, 0)"                  \
	" WHEN 3 THEN ((v.start_at + :shift) / 86400 + 4) % 7"                 \
	" ELSE ((v.start_at + :shift) / 86400 + 3) / 7 END"
#define VISITS "  FROM site s CROSS JOIN appointment v"
#define WITHIN                                                                 \
	" WHERE s.clinic_id = :clinic AND s.zone = :zone"                      \
	"   AND v.site_id = s.id AND v.clinic_id = :clinic"                    \
	"   AND v.start_at >= :from AND v.start_at < :to"
/* What stood in the book, and was no mistake. */
#define BOOKED                                                                 \
	"   AND v.status IN ('pending', 'booked', 'arrived', 'checked-in',"    \
	"       'fulfilled', 'cancelled', 'noshow')"
#define CAME "v.status IN ('arrived', 'checked-in', 'fulfilled')"
/* As visit_cancelled_late() has it, and who came did not stay away. */
#define GIVEN_UP                                                               \
	"v.status = 'cancelled' AND v.replaced_by_id IS NULL"                  \
	" AND v.arrived_at IS NULL"
#define LATE                                                                   \
	"v.cancelled_by = 'patient' AND v.cancelled_at >"                      \
	" v.start_at - COALESCE(t.cancel_notice_min, 1440) * 60"
/* Not held against anybody: an admission, our own fault, a death. */
#define EXCUSED                                                                \
	"(e.appointment_id IS NOT NULL OR EXISTS (SELECT 1 FROM patient p"     \
	" WHERE p.id = v.patient_id AND p.clinic_id = :clinic"                 \
	" AND p.deceased_on IS NOT NULL))"

static void
bind(struct db_stmt *q, const struct scope *sc, const struct report_scan *r)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":zone", r->zone);
	db_bind_at(q, ":from", r->stretch.from);
	db_bind_at(q, ":to", r->stretch.to);
	db_bind_int(q, ":by", r->by);
	db_bind_int(q, ":shift", r->stretch.offset_s);
}

int
report_store_outcomes(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_scan *r, struct report_rows *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " KEY " AS k, COUNT(CASE WHEN " CAME " THEN 1 END),"
		" COUNT(CASE WHEN v.status = 'noshow' AND NOT " EXCUSED
		" THEN 1 END),"
		" COUNT(CASE WHEN v.status = 'noshow' AND " EXCUSED
		" THEN 1 END),"
		" COUNT(CASE WHEN " GIVEN_UP " AND " LATE " THEN 1 END),"
		" COUNT(CASE WHEN " GIVEN_UP " AND v.cancelled_by = 'patient'"
		" AND NOT (" LATE ") THEN 1 END),"
		" COUNT(CASE WHEN " GIVEN_UP " AND v.cancelled_by <> 'patient'"
		" THEN 1 END),"
		" COUNT(CASE WHEN v.status = 'cancelled'"
		" AND v.replaced_by_id IS NOT NULL THEN 1 END),"
		" COUNT(CASE WHEN v.status = 'cancelled'"
		" AND v.replaced_by_id IS NULL"
		" AND v.arrived_at IS NOT NULL THEN 1 END),"
		" COUNT(CASE WHEN v.status IN ('pending', 'booked')"
		" AND v.end_at <= :now THEN 1 END),"
		" COUNT(CASE WHEN v.status IN ('pending', 'booked')"
		" AND v.end_at > :now THEN 1 END)" VISITS
		"  LEFT JOIN visit_type t ON t.id = v.visit_type_id"
		"  LEFT JOIN visit_excuse e ON e.appointment_id = v.id" WITHIN
			BOOKED " GROUP BY k");

	bind(q, sc, r);
	db_bind_at(q, ":now", r->now);
	while (db_step(q)) {
		struct report_row *row = report_row(a, out, db_int(q, 0));
		const struct report_row more = {
			.came = db_int(q, 1),
			.no_show = db_int(q, 2),
			.excused = db_int(q, 3),
			.late = db_int(q, 4),
			.by_patient = db_int(q, 5),
			.by_clinic = db_int(q, 6),
			.moved = db_int(q, 7),
			.left = db_int(q, 8),
			.open = db_int(q, 9),
			.coming = db_int(q, 10),
		};

		report_add(row, &more);
	}
	return db_done(q);
}

/* Visits at one time with one provider, as of a group, are taken once. */
int
report_store_minutes(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_scan *r, struct report_rows *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.k, CAST(SUM(x.minutes) AS BIGINT),"
		" CAST(SUM(x.minutes * x.seen) AS BIGINT) FROM ("
		"SELECT " KEY " AS k, v.provider_id AS provider_id,"
		" v.busy_start_at AS busy_start_at,"
		" (v.busy_end_at - v.busy_start_at) / 60 AS minutes,"
		" MAX(CASE WHEN " CAME " THEN 1 ELSE 0 END) AS seen" VISITS
		"  JOIN provider p ON p.id = v.provider_id" WITHIN
		"   AND s.active = 1 AND p.active = 1"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"       'checked-in', 'fulfilled', 'noshow')"
		" GROUP BY k, v.provider_id, v.busy_start_at, v.busy_end_at) x"
		" GROUP BY x.k");

	bind(q, sc, r);
	while (db_step(q)) {
		struct report_row *row = report_row(a, out, db_int(q, 0));

		row->taken += db_int(q, 1);
		row->seen += db_int(q, 2);
	}
	return db_done(q);
}

int
report_store_leads(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_scan *r, struct report_leads *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " KEY " AS k, CASE WHEN v.created_at >= v.start_at"
		" THEN 0 ELSE (v.start_at + :shift) / 86400"
		" - (v.created_at + :shift) / 86400 END AS days,"
		" COUNT(*)" VISITS WITHIN
		"   AND v.status IN ('booked', 'arrived', 'checked-in',"
		"       'fulfilled', 'noshow')"
		" GROUP BY k, days ORDER BY k, days");

	bind(q, sc, r);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct report_lead){
			db_int(q, 0), (int)db_int(q, 1), db_int(q, 2)};
	return db_done(q);
}

static void
count_reason(struct arena *a, struct report_reasons *l,
	const struct report_reason *r)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].key == r->key && !strcmp(l->v[i].who, r->who) &&
			!strcmp(l->v[i].reason, r->reason)) {
			l->v[i].n += r->n;
			return;
		}
	*ARENA_PUSH(a, l) = *r;
}

int
report_store_reasons(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_scan *r, struct report_reasons *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " KEY " AS k, CASE WHEN v.cancelled_by = 'patient'"
		" THEN 'patient' ELSE 'clinic' END AS who,"
		" v.cancel_reason, COUNT(*)" VISITS WITHIN "   AND " GIVEN_UP
		" GROUP BY k, who, v.cancel_reason"
		" ORDER BY k, who, v.cancel_reason");

	bind(q, sc, r);
	while (db_step(q)) {
		const struct report_reason found = {
			.key = db_int(q, 0),
			.who = db_text(q, 1, a),
			.reason = db_text(q, 2, a),
			.n = db_int(q, 3),
		};

		count_reason(a, out, &found);
	}
	return db_done(q);
}

int
report_store_zones(struct db *db, struct arena *a, const struct scope *sc,
	struct report_zones *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT DISTINCT s.zone FROM site s"
			    " WHERE s.clinic_id = :clinic ORDER BY s.zone");

	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = db_text(q, 0, a);
	return db_done(q);
}

static struct db_stmt *
names_of(struct db *db, enum report_by by)
{
	if (by == REPORT_PROVIDER)
		return db_prep(db,
			"SELECT p.id, p.name, p.active FROM provider p"
			" WHERE p.clinic_id = :clinic ORDER BY p.name, p.id");
	if (by == REPORT_SITE)
		return db_prep(db,
			"SELECT s.id, s.name, s.active FROM site s"
			" WHERE s.clinic_id = :clinic ORDER BY s.name, s.id");
	return db_prep(db,
		"SELECT t.id, t.name, t.active FROM visit_type t"
		" WHERE t.clinic_id = :clinic ORDER BY t.name, t.id");
}

int
report_store_names(struct db *db, struct arena *a, const struct scope *sc,
	enum report_by by, struct report_names *out)
{
	struct db_stmt *q = names_of(db, by);

	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct report_name){
			db_int(q, 0), db_text(q, 1, a), db_bool(q, 2)};
	return db_done(q);
}
