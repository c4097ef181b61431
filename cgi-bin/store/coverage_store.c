/* Policies and their checks: coverage, coverage_check. Coming visits that
 * need one: coverage_queue_store.c. */
#include "store/coverage_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"

#define COVERAGE_COLS                                                          \
	"c.id, c.version, c.patient_id, c.payer_id, c.plan_name, c.plan_kind," \
	" c.member_id, c.group_no, c.relationship, c.subscriber_name,"         \
	" c.subscriber_birth_on, c.start_on, c.end_on, c.rank, c.rank_reason," \
	" c.copay_cents, c.auth_phone, c.rx_bin, c.rx_pcn, c.rx_group,"        \
	" c.note, c.status, c.end_reason, c.source, c.updated_at, y.name,"     \
	" y.kind, y.phone, u.name"
#define COVERAGE_FROM                                                          \
	" FROM coverage c JOIN payer y ON y.id = c.payer_id"                   \
	" LEFT JOIN app_user u ON u.id = c.updated_by"

static int64_t
cents(struct db_stmt *q, int col)
{
	return db_is_null(q, col) ? CENTS_NONE : db_int(q, col);
}

static void
bind_cents(struct db_stmt *q, const char *name, int64_t n)
{
	if (n == CENTS_NONE)
		db_bind_id(q, name, 0);
	else
		db_bind_int(q, name, n);
}

static struct coverage
coverage_read(struct db_stmt *q, struct arena *a)
{
	return (struct coverage){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.patient_id = db_int(q, 2),
		.payer_id = db_int(q, 3),
		.plan_name = db_text(q, 4, a),
		.plan_kind = db_text(q, 5, a),
		.member_id = db_text(q, 6, a),
		.group_no = db_text(q, 7, a),
		.relationship = db_text(q, 8, a),
		.subscriber_name = db_text(q, 9, a),
		.subscriber_birth = db_day(q, 10),
		.start = db_day(q, 11),
		.end = db_day(q, 12),
		.rank = (int)db_int(q, 13),
		.rank_reason = db_text(q, 14, a),
		.copay_cents = cents(q, 15),
		.auth_phone = db_text(q, 16, a),
		.rx_bin = db_text(q, 17, a),
		.rx_pcn = db_text(q, 18, a),
		.rx_group = db_text(q, 19, a),
		.note = db_text(q, 20, a),
		.status = db_text(q, 21, a),
		.end_reason = db_text(q, 22, a),
		.source = db_text(q, 23, a),
		.updated_at = db_at(q, 24),
		.payer = db_text(q, 25, a),
		.payer_kind = db_text(q, 26, a),
		.payer_phone = db_text(q, 27, a),
		.updater = db_text(q, 28, a),
	};
}

int
coverage_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct coverage *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " COVERAGE_COLS COVERAGE_FROM
			    " WHERE c.id = :id AND c.clinic_id = :clinic"
			    "   AND (:only = 0 OR c.patient_id = :only)");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":only", sc->patient_id);
	if (db_step(q)) {
		*out = coverage_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
coverage_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, bool ended_too, struct coverages *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " COVERAGE_COLS COVERAGE_FROM
		" WHERE c.patient_id = :patient AND c.clinic_id = :clinic"
		"   AND (:only = 0 OR c.patient_id = :only)"
		"   AND (c.status = 'active' OR (:ended = 1"
		"        AND c.status = 'ended'))"
		" ORDER BY c.status, c.rank,"
		"          c.end_on DESC NULLS LAST, c.id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":only", sc->patient_id);
	db_bind_bool(q, ":ended", ended_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = coverage_read(q, a);
	return db_done(q);
}

static void
bind_values(struct db_stmt *q, const struct coverage *c)
{
	db_bind_int(q, ":payer", c->payer_id);
	db_bind_text(q, ":plan", c->plan_name);
	db_bind_text(q, ":plan_kind", c->plan_kind);
	db_bind_text(q, ":member", c->member_id);
	db_bind_text(q, ":group", c->group_no);
	db_bind_text(q, ":relationship", c->relationship);
	db_bind_text(q, ":subscriber", c->subscriber_name);
	db_bind_day(q, ":subscriber_birth", c->subscriber_birth);
	db_bind_day(q, ":start", c->start);
	db_bind_day(q, ":end", c->end);
	bind_cents(q, ":copay", c->copay_cents);
	db_bind_text(q, ":auth_phone", c->auth_phone);
	db_bind_text(q, ":bin", c->rx_bin);
	db_bind_text(q, ":pcn", c->rx_pcn);
	db_bind_text(q, ":rx_group", c->rx_group);
	db_bind_text(q, ":note", c->note);
	db_bind_at(q, ":now", c->updated_at);
}

int64_t
coverage_store_add(
	struct db *db, const struct scope *sc, const struct coverage *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO coverage (clinic_id, patient_id, payer_id,"
		"  plan_name, plan_kind, member_id, group_no, relationship,"
		"  subscriber_name, subscriber_birth_on, start_on, end_on,"
		"  rank, rank_reason, copay_cents, auth_phone, rx_bin, rx_pcn,"
		"  rx_group, note, source, created_at, updated_at, updated_by)"
		" VALUES (:clinic, :patient, :payer, :plan, :plan_kind,"
		"  :member, :group, :relationship, :subscriber,"
		"  :subscriber_birth, :start, :end, :rank, :rank_reason,"
		"  :copay, :auth_phone, :bin, :pcn, :rx_group, :note, :source,"
		"  :now, :now, :by)"
		" RETURNING id");

	bind_values(q, c);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", c->patient_id);
	db_bind_int(q, ":rank", c->rank);
	db_bind_text(q, ":rank_reason", c->rank_reason);
	db_bind_text(q, ":source", c->source);
	db_bind_id(q, ":by", sc->user_id);
	return db_insert(q);
}

int64_t
coverage_store_update(struct db *db, const struct scope *sc,
	const struct coverage *c, int64_t version)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE coverage SET version = version + 1,"
		"  payer_id = :payer, plan_name = :plan, plan_kind = "
		":plan_kind,"
		"  member_id = :member, group_no = :group,"
		"  relationship = :relationship, subscriber_name = :subscriber,"
		"  subscriber_birth_on = :subscriber_birth, start_on = :start,"
		"  end_on = :end, copay_cents = :copay,"
		"  auth_phone = :auth_phone, rx_bin = :bin, rx_pcn = :pcn,"
		"  rx_group = :rx_group, note = :note, updated_at = :now,"
		"  updated_by = :by"
		" WHERE id = :id AND clinic_id = :clinic AND version = :version"
		"   AND status = 'active'");

	bind_values(q, c);
	db_bind_int(q, ":id", c->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", version);
	db_bind_id(q, ":by", sc->user_id);
	return db_exec(q);
}

int64_t
coverage_store_end(struct db *db, const struct scope *sc, int64_t id,
	int64_t version, const char *status, day_t end, const char *reason,
	instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE coverage SET version = version + 1, status = :status,"
		"  end_on = COALESCE(:end, end_on), end_reason = :reason,"
		"  updated_at = :now, updated_by = :by"
		" WHERE id = :id AND clinic_id = :clinic AND version = :version"
		"   AND status = 'active'");

	db_bind_text(q, ":status", status);
	db_bind_day(q, ":end", end);
	db_bind_text(q, ":reason", reason);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":by", sc->user_id);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", version);
	return db_exec(q);
}

int64_t
coverage_store_set_rank(struct db *db, const struct scope *sc, int64_t id,
	int rank, const char *reason, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE coverage SET rank = :rank,"
		"  rank_reason = CASE WHEN :reason = '' THEN rank_reason"
		"                ELSE :reason END,"
		"  updated_at = CASE WHEN :reason = '' THEN updated_at"
		"               ELSE :now END,"
		"  updated_by = CASE WHEN :reason = '' THEN updated_by"
		"               ELSE :by END"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND status = 'active'");

	db_bind_int(q, ":rank", rank);
	db_bind_text(q, ":reason", reason);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":by", sc->user_id);
	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

/* ---- checks ----------------------------------------------------------- */

#define CHECK_COLS                                                             \
	"k.id, k.patient_id, k.coverage_id, k.appointment_id, k.at,"           \
	" k.user_id, u.name, k.method, k.result, k.service_on, k.copay_cents," \
	" k.deductible_cents, k.deductible_left_cents,"                        \
	" k.out_of_pocket_left_cents, k.reference, k.person, k.note"
#define CHECK_FROM                                                             \
	" FROM coverage_check k LEFT JOIN app_user u ON u.id = k.user_id"

static struct coverage_check
check_read(struct db_stmt *q, struct arena *a)
{
	return (struct coverage_check){
		.id = db_int(q, 0),
		.patient_id = db_int(q, 1),
		.coverage_id = db_int(q, 2),
		.appointment_id = db_int(q, 3),
		.at = db_at(q, 4),
		.user_id = db_int(q, 5),
		.user = db_text(q, 6, a),
		.method = db_text(q, 7, a),
		.result = db_text(q, 8, a),
		.service = db_day(q, 9),
		.copay_cents = cents(q, 10),
		.deductible_cents = cents(q, 11),
		.deductible_left_cents = cents(q, 12),
		.out_of_pocket_left_cents = cents(q, 13),
		.reference = db_text(q, 14, a),
		.person = db_text(q, 15, a),
		.note = db_text(q, 16, a),
	};
}

int
coverage_store_checks(struct db *db, struct arena *a, const struct scope *sc,
	int64_t coverage, struct coverage_checks *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " CHECK_COLS CHECK_FROM
		" WHERE k.coverage_id = :coverage AND k.clinic_id = :clinic"
		" ORDER BY k.at DESC, k.id DESC");

	db_bind_int(q, ":coverage", coverage);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = check_read(q, a);
	return db_done(q);
}

int
coverage_store_patient_checks(struct db *db, struct arena *a,
	const struct scope *sc, int64_t patient, int limit,
	struct coverage_checks *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " CHECK_COLS CHECK_FROM
		" WHERE k.patient_id = :patient AND k.clinic_id = :clinic"
		" ORDER BY k.at DESC, k.id DESC LIMIT :limit");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":limit", limit);
	while (db_step(q))
		*ARENA_PUSH(a, out) = check_read(q, a);
	return db_done(q);
}

int64_t
coverage_store_add_check(
	struct db *db, const struct scope *sc, const struct coverage_check *k)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO coverage_check (clinic_id, patient_id,"
		"  coverage_id, appointment_id, at, user_id, method, result,"
		"  service_on, copay_cents, deductible_cents,"
		"  deductible_left_cents, out_of_pocket_left_cents, reference,"
		"  person, note)"
		" VALUES (:clinic, :patient, :coverage, :visit, :at, :user,"
		"  :method, :result, :service, :copay, :deductible, :left,"
		"  :pocket, :reference, :person, :note)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", k->patient_id);
	db_bind_int(q, ":coverage", k->coverage_id);
	db_bind_id(q, ":visit", k->appointment_id);
	db_bind_at(q, ":at", k->at);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_text(q, ":method", k->method);
	db_bind_text(q, ":result", k->result);
	db_bind_day(q, ":service", k->service);
	bind_cents(q, ":copay", k->copay_cents);
	bind_cents(q, ":deductible", k->deductible_cents);
	bind_cents(q, ":left", k->deductible_left_cents);
	bind_cents(q, ":pocket", k->out_of_pocket_left_cents);
	db_bind_text(q, ":reference", k->reference);
	db_bind_text(q, ":person", k->person);
	db_bind_text(q, ":note", k->note);
	return db_insert(q);
}
