/* Coming visits and what is known about the policy that pays for them:
 * tests/RULES.md, "Insurance". */
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"
#include "store/coverage_store.h"

/* The days looked at, each with its moments; those not used are NULL. */
#define DAYS                                                                   \
	"WITH d (day_on, from_at, until_at) /*scan*/ AS (VALUES"               \
	" (:d0, :t0, :t1), (:d1, :t1, :t2), (:d2, :t2, :t3),"                  \
	" (:d3, :t3, :t4), (:d4, :t4, :t5), (:d5, :t5, :t6),"                  \
	" (:d6, :t6, :t7), (:d7, :t7, :t8), (:d8, :t8, :t9),"                  \
	" (:d9, :t9, :t10), (:d10, :t10, :t11), (:d11, :t11, :t12),"           \
	" (:d12, :t12, :t13), (:d13, :t13, :t14), (:d14, :t14, :t15))"

/* Each visit with the policy that pays first on its day. Materialized, as is
 * what follows: else the policy is sought again at each use of it. */
#define VISITS                                                                 \
	", v AS MATERIALIZED (SELECT a.id, a.patient_id, a.provider_id,"       \
	" a.start_at, s.zone,"                                                 \
	" d.day_on, (SELECT c.id FROM coverage c"                              \
	"   WHERE c.patient_id = a.patient_id AND c.status = 'active'"         \
	"     AND (c.start_on IS NULL OR c.start_on <= d.day_on)"              \
	"     AND (c.end_on IS NULL OR c.end_on >= d.day_on)"                  \
	"   ORDER BY c.rank LIMIT 1) AS policy"                                \
	" FROM d JOIN site s ON s.clinic_id = :clinic"                         \
	" JOIN appointment a ON a.site_id = s.id"                              \
	"  AND a.start_at >= d.from_at AND a.start_at < d.until_at"            \
	" WHERE a.status IN ('pending', 'booked'))"

/* And the check that decides: of those about a day of the visit's month an
 * answer before a failure, then the newest. */
#define CHECKED                                                                \
	", w AS MATERIALIZED (SELECT v.*, (SELECT k.id FROM coverage_check k"  \
	"   WHERE k.coverage_id = v.policy"                                    \
	"     AND k.service_on >= substr(v.day_on, 1, 8) || '01'"              \
	"     AND k.service_on <= substr(v.day_on, 1, 8) || '31'"              \
	"   ORDER BY CASE k.result WHEN 'failed' THEN 1 ELSE 0 END,"           \
	"            k.at DESC, k.id DESC LIMIT 1) AS checked FROM v)"

/* The numbers are those of enum standing. */
#define STANDING                                                               \
	"CASE WHEN w.policy IS NULL THEN 4 WHEN y.kind = 'self_pay' THEN 1"    \
	" WHEN k.result = 'active' THEN 1 WHEN k.result = 'inactive' THEN 2"   \
	" WHEN k.result = 'failed' THEN 3 ELSE 0 END"
#define KNOWN                                                                  \
	" LEFT JOIN coverage c ON c.id = w.policy"                             \
	" LEFT JOIN payer y ON y.id = c.payer_id"                              \
	" LEFT JOIN coverage_check k ON k.id = w.checked"

struct coming_span
coming_span(const struct zone *zone, instant_t now, day_t today, int days)
{
	struct coming_span s = {.n = days + 1};

	if (s.n > COMING_DAYS)
		s.n = COMING_DAYS;
	s.at[0] = now;
	for (int i = 0; i < s.n; i++) {
		s.day[i] = today + i;
		zone_instant(zone, today + i + 1, 0, &s.at[i + 1]);
	}
	return s;
}

static void
bind_span(struct db_stmt *q, const struct coming_span *s)
{
	static const char *const day[COMING_DAYS] = {":d0", ":d1", ":d2", ":d3",
		":d4", ":d5", ":d6", ":d7", ":d8", ":d9", ":d10", ":d11",
		":d12", ":d13", ":d14"};
	static const char *const at[COMING_DAYS + 1] = {":t0", ":t1", ":t2",
		":t3", ":t4", ":t5", ":t6", ":t7", ":t8", ":t9", ":t10", ":t11",
		":t12", ":t13", ":t14", ":t15"};

	for (int i = 0; i < COMING_DAYS; i++)
		db_bind_day(q, day[i], i < s->n ? s->day[i] : DAY_NONE);
	for (int i = 0; i <= COMING_DAYS; i++)
		db_bind_at(q, at[i], i <= s->n ? s->at[i] : INSTANT_NONE);
}

static struct coming
coming_read(struct db_stmt *q, struct arena *a)
{
	return (struct coming){
		.visit_id = db_int(q, 0),
		.patient_id = db_int(q, 1),
		.coverage_id = db_int(q, 2),
		.start_at = db_at(q, 3),
		.zone = db_text(q, 4, a),
		.provider = db_text(q, 5, a),
		.family = db_text(q, 6, a),
		.given = db_text(q, 7, a),
		.preferred = db_text(q, 8, a),
		.mrn = db_text(q, 9, a),
		.birth = db_day(q, 10),
		.payer = db_text(q, 11, a),
		.member_id = db_text(q, 12, a),
		.standing = (enum standing)db_int(q, 13),
		.checked_at = db_at(q, 14),
	};
}

int
coverage_store_coming(struct db *db, struct arena *a, const struct scope *sc,
	const struct coming_span *span, unsigned show, int64_t after, int limit,
	struct comings *out)
{
	static const char *const flags[STANDINGS] = {
		":s0", ":s1", ":s2", ":s3", ":s4"};
	struct db_stmt *q = db_prep(db, DAYS VISITS CHECKED
		" SELECT w.id, w.patient_id, w.policy, w.start_at, w.zone,"
		"        o.short_name, p.family, p.given, p.preferred, p.mrn,"
		"        p.birth_on, y.name, c.member_id, " STANDING ", k.at"
		"  FROM w JOIN patient p ON p.id = w.patient_id"
		"  LEFT JOIN provider o ON o.id = w.provider_id" KNOWN
		" WHERE CASE " STANDING " WHEN 0 THEN :s0 WHEN 1 THEN :s1"
		"       WHEN 2 THEN :s2 WHEN 3 THEN :s3 ELSE :s4 END = 1"
		"   AND (:after = 0 OR (w.start_at, w.id) >"
		"     (SELECT f.start_at, f.id FROM appointment f"
		"       WHERE f.id = :after AND f.clinic_id = :clinic))"
		" ORDER BY w.start_at, w.id LIMIT :limit");

	bind_span(q, span);
	db_bind_int(q, ":clinic", sc->clinic_id);
	for (int i = 0; i < STANDINGS; i++)
		db_bind_int(q, flags[i], show >> i & 1);
	db_bind_int(q, ":after", after);
	db_bind_int(q, ":limit", limit + 1);
	while (db_step(q))
		*ARENA_PUSH(a, out) = coming_read(q, a);
	return db_done(q);
}

int
coverage_store_coming_counts(struct db *db, const struct scope *sc,
	const struct coming_span *span, int64_t n[STANDINGS])
{
	struct db_stmt *q = db_prep(db, DAYS VISITS CHECKED
		" SELECT " STANDING ", COUNT(*) FROM w" KNOWN " GROUP BY 1");

	for (int i = 0; i < STANDINGS; i++)
		n[i] = 0;
	bind_span(q, span);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		n[db_int(q, 0)] = db_int(q, 1);
	return db_done(q);
}
