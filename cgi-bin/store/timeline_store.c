/* What happened to a patient: five tables read as one list. */
#include <stdlib.h>

#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"
#include "store/timeline_store.h"

/* "+clinic_id": the index to use is the patient's. */
#define VISITS                                                                 \
	" SELECT 0 AS kind, v.id AS id, v.start_at AS at,"                     \
	"  coalesce(t.name, '') AS a, coalesce(d.short_name, '') AS b,"        \
	"  v.status AS c,"                                                     \
	"  CASE WHEN v.status = 'cancelled' THEN v.cancel_reason"              \
	"   ELSE v.reason END AS d,"                                           \
	"  CASE WHEN v.replaced_by_id IS NULL THEN '' ELSE '1' END AS e"       \
	"  FROM appointment v"                                                 \
	"  LEFT JOIN visit_type t ON t.id = v.visit_type_id"                   \
	"  LEFT JOIN provider d ON d.id = v.provider_id"                       \
	" WHERE v.patient_id = :patient AND +v.clinic_id = :clinic"            \
	"   AND :visits = 1 AND v.start_at < :before"                          \
	"   AND v.start_at <= :now"                                            \
	"   AND v.status <> 'entered-in-error'"                                \
	" ORDER BY v.start_at DESC, v.id DESC LIMIT :limit"
#define ATTEMPTS                                                               \
	" SELECT 1 AS kind, w.id AS id, x.at AS at, x.channel AS a,"           \
	"  x.outcome AS b, u.name AS c, x.note AS d, w.title AS e"             \
	"  FROM attempt x JOIN work_item w ON w.id = x.item_id"                \
	"  JOIN app_user u ON u.id = x.user_id"                                \
	" WHERE x.patient_id = :patient AND +x.clinic_id = :clinic"            \
	"   AND :attempts = 1 AND x.at < :before"                              \
	" ORDER BY x.at DESC LIMIT :limit"
#define CHECKS                                                                 \
	" SELECT 2 AS kind, c.id AS id, k.at AS at, y.name AS a,"              \
	"  c.plan_name AS b, k.result AS c, k.note AS d, k.method AS e"        \
	"  FROM coverage_check k JOIN coverage c ON c.id = k.coverage_id"      \
	"  JOIN payer y ON y.id = c.payer_id"                                  \
	" WHERE k.patient_id = :patient AND +k.clinic_id = :clinic"            \
	"   AND :checks = 1 AND k.at < :before"                                \
	" ORDER BY k.at DESC LIMIT :limit"
#define OPENED                                                                 \
	" SELECT 3 AS kind, w.id AS id, w.opened_at AS at, w.title AS a,"      \
	"  coalesce(u.name, '') AS b, w.kind AS c, '' AS d, '' AS e"           \
	"  FROM work_item w LEFT JOIN app_user u ON u.id = w.opened_by"        \
	" WHERE w.patient_id = :patient AND +w.clinic_id = :clinic"            \
	"   AND :opened = 1 AND w.opened_at < :before"                         \
	" ORDER BY w.opened_at DESC, w.id DESC LIMIT :limit"
#define CLOSED                                                                 \
	" SELECT 4 AS kind, w.id AS id, w.closed_at AS at, w.title AS a,"      \
	"  coalesce(u.name, '') AS b, w.state AS c,"                           \
	"  CASE WHEN w.evidence <> '' THEN w.evidence"                         \
	"   ELSE w.close_reason END AS d, '' AS e"                             \
	"  FROM work_item w LEFT JOIN app_user u ON u.id = w.closed_by"        \
	" WHERE w.patient_id = :patient AND +w.clinic_id = :clinic"            \
	"   AND :closed = 1 AND w.closed_at < :before"                         \
	" ORDER BY w.closed_at DESC, w.id DESC LIMIT :limit"

static int
newest_first(const void *x, const void *y)
{
	const struct timeline_entry *a = x, *b = y;

	if (a->at != b->at)
		return a->at < b->at ? 1 : -1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? 1 : -1;
	return (a->id < b->id) - (a->id > b->id);
}

static void
bind_kinds(struct db_stmt *q, unsigned kinds)
{
	db_bind_bool(q, ":visits", kinds & 1u << TIMELINE_VISIT);
	db_bind_bool(q, ":attempts", kinds & 1u << TIMELINE_ATTEMPT);
	db_bind_bool(q, ":checks", kinds & 1u << TIMELINE_CHECK);
	db_bind_bool(q, ":opened", kinds & 1u << TIMELINE_OPENED);
	db_bind_bool(q, ":closed", kinds & 1u << TIMELINE_CLOSED);
}

int
timeline_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, unsigned kinds, instant_t now, instant_t before,
	int limit, struct timeline *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT kind, id, at, a, b, c, d, e FROM ("
			    "SELECT * FROM (" VISITS ") v1"
			    " UNION ALL SELECT * FROM (" ATTEMPTS ") x1"
			    " UNION ALL SELECT * FROM (" CHECKS ") k1"
			    " UNION ALL SELECT * FROM (" OPENED ") o1"
			    " UNION ALL SELECT * FROM (" CLOSED ") c1"
			    ") AS line");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":before", before);
	db_bind_int(q, ":limit", limit);
	bind_kinds(q, kinds);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct timeline_entry){
			.kind = (enum timeline_kind)db_int(q, 0),
			.id = db_int(q, 1),
			.at = db_at(q, 2),
			.a = db_text(q, 3, a),
			.b = db_text(q, 4, a),
			.c = db_text(q, 5, a),
			.d = db_text(q, 6, a),
			.e = db_text(q, 7, a),
		};
	if (db_done(q))
		return -1;
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(out->v[0]), newest_first);
	return 0;
}
