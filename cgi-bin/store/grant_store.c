/* prior_auth and referral_in, and the visits that are counted against them.
 * Rules: tests/RULES.md, "Needs of a visit". */
#include "store/grant_store.h"

#include "base/arena.h"
#include "db/db.h"

/* ---- authorizations ------------------------------------------------------ */

/* The column list and its one reader stand together. */
#define AUTH_COLS                                                              \
	"g.id, g.version, g.patient_id, g.coverage_id, g.visit_type_id,"       \
	" g.service, g.number, g.status, g.note, g.units, g.from_on,"          \
	" g.to_on, t.name"
#define AUTH_FROM                                                              \
	"  FROM prior_auth g"                                                  \
	"  LEFT JOIN visit_type t ON t.id = g.visit_type_id"

static struct prior_auth
auth_read(struct db_stmt *q, struct arena *a)
{
	return (struct prior_auth){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.coverage_id = db_int(q, 3),
		.type_id = db_int(q, 4),
		.service = db_text(q, 5, a),
		.number = db_text(q, 6, a),
		.status = db_text(q, 7, a),
		.note = db_text(q, 8, a),
		.units = (int)db_int(q, 9),
		.from = db_day(q, 10),
		.to = db_day(q, 11),
		.type_name = db_text(q, 12, a),
	};
}

int
auth_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct prior_auths *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " AUTH_COLS AUTH_FROM
		" WHERE g.patient_id = :patient AND g.clinic_id = :clinic"
		" ORDER BY coalesce(g.to_on, '9999') DESC, g.id DESC"
		" LIMIT 200");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = auth_read(q, a);
	return db_done(q);
}

int
auth_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, int64_t id, struct prior_auth *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " AUTH_COLS AUTH_FROM
			    " WHERE g.id = :id AND g.patient_id = :patient"
			    "   AND g.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = auth_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

static void
bind_auth(struct db_stmt *q, const struct scope *sc, const struct prior_auth *g,
	instant_t now)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", g->patient_id);
	db_bind_id(q, ":coverage", g->coverage_id);
	db_bind_id(q, ":type", g->type_id);
	db_bind_text(q, ":service", g->service);
	db_bind_text(q, ":number", g->number);
	db_bind_text(q, ":status", g->status);
	db_bind_text(q, ":note", g->note);
	db_bind_id(q, ":units", g->units);
	db_bind_day(q, ":from", g->from);
	db_bind_day(q, ":to", g->to);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
}

int64_t
auth_store_add(struct db *db, const struct scope *sc,
	const struct prior_auth *g, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO prior_auth (clinic_id, patient_id, coverage_id,"
		" visit_type_id, service, number, units, from_on, to_on,"
		" status, note, created_at, updated_at, updated_by)"
		" VALUES (:clinic, :patient, :coverage, :type, :service,"
		" :number, :units, :from, :to, :status, :note, :now, :now,"
		" :user) RETURNING id");

	bind_auth(q, sc, g, now);
	return db_insert(q);
}

int64_t
auth_store_update(struct db *db, const struct scope *sc,
	const struct prior_auth *g, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE prior_auth SET version = version + 1,"
		" coverage_id = :coverage, visit_type_id = :type,"
		" service = :service, number = :number, units = :units,"
		" from_on = :from, to_on = :to, status = :status,"
		" note = :note, updated_at = :now, updated_by = :user"
		" WHERE id = :id AND patient_id = :patient"
		"   AND clinic_id = :clinic AND version = :version");

	bind_auth(q, sc, g, now);
	db_bind_int(q, ":id", g->id);
	db_bind_int(q, ":version", g->version);
	return db_exec(q);
}

/* ---- referrals ------------------------------------------------------------
 */

#define REFERRAL_COLS                                                          \
	"r.id, r.version, r.patient_id, r.visit_type_id, r.from_whom,"         \
	" r.number, r.note, r.visits, r.from_on, r.to_on, t.name"
#define REFERRAL_FROM                                                          \
	"  FROM referral_in r"                                                 \
	"  LEFT JOIN visit_type t ON t.id = r.visit_type_id"

static struct referral_in
referral_read(struct db_stmt *q, struct arena *a)
{
	return (struct referral_in){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.type_id = db_int(q, 3),
		.from_whom = db_text(q, 4, a),
		.number = db_text(q, 5, a),
		.note = db_text(q, 6, a),
		.visits = (int)db_int(q, 7),
		.from = db_day(q, 8),
		.to = db_day(q, 9),
		.type_name = db_text(q, 10, a),
	};
}

int
referral_in_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct referrals_in *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " REFERRAL_COLS REFERRAL_FROM
		" WHERE r.patient_id = :patient AND r.clinic_id = :clinic"
		" ORDER BY coalesce(r.to_on, '9999') DESC, r.id DESC"
		" LIMIT 200");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = referral_read(q, a);
	return db_done(q);
}

int
referral_in_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, int64_t id, struct referral_in *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " REFERRAL_COLS REFERRAL_FROM
			    " WHERE r.id = :id AND r.patient_id = :patient"
			    "   AND r.clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = referral_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

static void
bind_referral(struct db_stmt *q, const struct scope *sc,
	const struct referral_in *r, instant_t now)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", r->patient_id);
	db_bind_id(q, ":type", r->type_id);
	db_bind_text(q, ":from_whom", r->from_whom);
	db_bind_text(q, ":number", r->number);
	db_bind_id(q, ":visits", r->visits);
	db_bind_day(q, ":from", r->from);
	db_bind_day(q, ":to", r->to);
	db_bind_text(q, ":note", r->note);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
}

int64_t
referral_in_store_add(struct db *db, const struct scope *sc,
	const struct referral_in *r, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO referral_in (clinic_id, patient_id,"
		" visit_type_id, from_whom, number, visits, from_on, to_on,"
		" note, created_at, updated_at, updated_by)"
		" VALUES (:clinic, :patient, :type, :from_whom, :number,"
		" :visits, :from, :to, :note, :now, :now, :user)"
		" RETURNING id");

	bind_referral(q, sc, r, now);
	return db_insert(q);
}

int64_t
referral_in_store_update(struct db *db, const struct scope *sc,
	const struct referral_in *r, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE referral_in SET version = version + 1,"
		" visit_type_id = :type, from_whom = :from_whom,"
		" number = :number, visits = :visits, from_on = :from,"
		" to_on = :to, note = :note, updated_at = :now,"
		" updated_by = :user"
		" WHERE id = :id AND patient_id = :patient"
		"   AND clinic_id = :clinic AND version = :version");

	bind_referral(q, sc, r, now);
	db_bind_int(q, ":id", r->id);
	db_bind_int(q, ":version", r->version);
	return db_exec(q);
}

/* ---- what is counted, what pays -------------------------------------------
 */

int
grant_store_uses(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, instant_t from, struct ready_uses *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT v.id, v.visit_type_id, v.start_at, s.zone"
		"  FROM appointment v JOIN site s ON s.id = v.site_id"
		" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from"
		"   AND v.status IN ('pending', 'booked', 'arrived',"
		"     'checked-in', 'fulfilled')"
		" ORDER BY v.start_at, v.id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	while (db_step(q)) {
		const struct zone *z = zone_find(db_text(q, 3, a));

		*ARENA_PUSH(a, out) = (struct ready_use){
			.visit_id = db_int(q, 0),
			.type_id = db_int(q, 1),
			.start = db_at(q, 2),
			.on = zone_local(z ? z : zone_find("UTC"), db_at(q, 2))
				      .day,
		};
	}
	return db_done(q);
}

int
grant_store_policies(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct coverages *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT c.id, c.status, c.start_on, c.end_on, c.plan_name,"
		" p.name, c.rank FROM coverage c"
		"  JOIN payer p ON p.id = c.payer_id"
		" WHERE c.patient_id = :patient AND c.clinic_id = :clinic"
		"   AND c.status IN ('active', 'ended')"
		" ORDER BY c.status, c.rank, c.id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct coverage){
			.id = db_int(q, 0),
			.status = db_text(q, 1, a),
			.start = db_day(q, 2),
			.end = db_day(q, 3),
			.plan_name = db_text(q, 4, a),
			.payer = db_text(q, 5, a),
			.rank = (int)db_int(q, 6),
		};
	return db_done(q);
}
