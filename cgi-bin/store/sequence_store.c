/* sequence_plan, sequence_step, visit_sequence, visit_sequence_step: visits
 * in order. Rules: tests/RULES.md, "Linked visits". */
#include "store/sequence_store.h"
#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"

/* ---- plans --------------------------------------------------------------- */

static struct gap
gap_read(struct db_stmt *q, int at, struct arena *a)
{
	struct gap g = {
		.low = (int)db_int(q, at + 1),
		.high = (int)db_int(q, at + 2),
	};

	if (!gap_unit_parse(db_text(q, at, a), &g.unit))
		BUG("a gap of an unknown unit");
	return g;
}

static struct seq_plan
plan_read(struct db_stmt *q, struct arena *a)
{
	return (struct seq_plan){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.name = db_text(q, 2, a),
		.active = db_bool(q, 3),
	};
}

static int
steps_read(struct db *db, struct arena *a, const struct scope *sc, int64_t plan,
	struct seq_steps *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT s.step_no, s.visit_type_id, s.provider_id, s.unit,"
		" s.low, s.high, s.needed, t.name, p.short_name"
		"  FROM sequence_step s"
		"  JOIN visit_type t ON t.id = s.visit_type_id"
		"  LEFT JOIN provider p ON p.id = s.provider_id"
		" WHERE s.plan_id = :plan AND s.clinic_id = :clinic"
		" ORDER BY s.step_no");

	db_bind_int(q, ":plan", plan);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct seq_step){
			.no = (int)db_int(q, 0),
			.type_id = db_int(q, 1),
			.provider_id = db_int(q, 2),
			.gap = gap_read(q, 3, a),
			.needed = db_bool(q, 6),
			.type = db_text(q, 7, a),
			.provider = db_text(q, 8, a),
		};
	return db_done(q);
}

int
sequence_store_plan(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct seq_plan *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, version, name, active FROM sequence_plan"
		" WHERE id = :id AND clinic_id = :clinic");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = plan_read(q, a);
		found = 1;
	}
	if (db_done(q))
		return -1;
	if (found && steps_read(db, a, sc, id, &out->steps))
		return -1;
	return found;
}

int
sequence_store_plans(struct db *db, struct arena *a, const struct scope *sc,
	bool inactive_too, struct seq_plans *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, version, name, active FROM sequence_plan"
		" WHERE clinic_id = :clinic AND (active = 1 OR :all = 1)"
		" ORDER BY name, id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_bool(q, ":all", inactive_too);
	while (db_step(q))
		*ARENA_PUSH(a, out) = plan_read(q, a);
	return db_done(q);
}

static int
steps_add(struct db *db, const struct scope *sc, int64_t plan,
	const struct seq_steps *steps)
{
	for (size_t i = 0; i < steps->n; i++) {
		const struct seq_step *s = &steps->v[i];
		struct db_stmt *q = db_prep(db,
			"INSERT INTO sequence_step (clinic_id, plan_id,"
			" step_no, visit_type_id, provider_id, unit, low, high,"
			" needed) VALUES (:clinic, :plan, :no, :type,"
			" :provider, :unit, :low, :high, :needed)");

		db_bind_int(q, ":clinic", sc->clinic_id);
		db_bind_int(q, ":plan", plan);
		db_bind_int(q, ":no", s->no);
		db_bind_int(q, ":type", s->type_id);
		db_bind_id(q, ":provider", s->provider_id);
		db_bind_text(q, ":unit", gap_unit_name(s->gap.unit));
		db_bind_int(q, ":low", s->gap.low);
		db_bind_int(q, ":high", s->gap.high);
		db_bind_bool(q, ":needed", s->needed);
		if (db_exec(q) != 1)
			return -1;
	}
	return 0;
}

int64_t
sequence_store_add_plan(struct db *db, const struct scope *sc,
	const struct seq_plan *p, instant_t now)
{
	int64_t id;
	struct db_stmt *q = db_prep(db,
		"INSERT INTO sequence_plan (clinic_id, name, active,"
		" updated_at, updated_by) VALUES (:clinic, :name, :active,"
		" :now, :user) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", p->name);
	db_bind_bool(q, ":active", p->active);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	id = db_insert(q);
	return id && steps_add(db, sc, id, &p->steps) == 0 ? id : 0;
}

int64_t
sequence_store_put_plan(struct db *db, const struct scope *sc,
	const struct seq_plan *p, instant_t now)
{
	int64_t n;
	struct db_stmt *q = db_prep(db,
		"UPDATE sequence_plan SET version = version + 1, name = :name,"
		" active = :active, updated_at = :now, updated_by = :user"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");

	db_bind_int(q, ":id", p->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", p->version);
	db_bind_text(q, ":name", p->name);
	db_bind_bool(q, ":active", p->active);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	if ((n = db_exec(q)) != 1)
		return n;
	q = db_prep(db, "DELETE FROM sequence_step"
			" WHERE plan_id = :plan AND clinic_id = :clinic");
	db_bind_int(q, ":plan", p->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_exec(q) < 0 || steps_add(db, sc, p->id, &p->steps))
		return -1;
	return 1;
}

/* ---- chains -------------------------------------------------------------- */

int64_t
sequence_store_add(struct db *db, const struct scope *sc,
	const struct seq_plan *p, int64_t patient, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_sequence (clinic_id, plan_id, patient_id,"
		" name, made_at, made_by) VALUES (:clinic, :plan, :patient,"
		" :name, :now, :user) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":plan", p->id);
	db_bind_int(q, ":patient", patient);
	db_bind_text(q, ":name", p->name);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
	return db_insert(q);
}

int
sequence_store_add_step(struct db *db, const struct scope *sc, int64_t chain,
	int64_t visit, const struct seq_step *s)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO visit_sequence_step (clinic_id, sequence_id,"
		" step_no, appointment_id, unit, low, high, needed)"
		" VALUES (:clinic, :chain, :no, :visit, :unit, :low, :high,"
		" :needed)");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":chain", chain);
	db_bind_int(q, ":no", s->no);
	db_bind_int(q, ":visit", visit);
	db_bind_text(q, ":unit", gap_unit_name(s->gap.unit));
	db_bind_int(q, ":low", s->gap.low);
	db_bind_int(q, ":high", s->gap.high);
	db_bind_bool(q, ":needed", s->needed);
	return db_exec(q) == 1 ? 0 : -1;
}

int
sequence_store_of(struct db *db, struct arena *a, const struct scope *sc,
	int64_t visit, struct chain *out)
{
	int found = 0;
	struct db_stmt *q = db_prep(db,
		"SELECT c.id, c.plan_id, c.patient_id, c.name,"
		" y.appointment_id, y.step_no, y.needed, y.unit, y.low, y.high"
		"  FROM visit_sequence_step x"
		"  JOIN visit_sequence c ON c.id = x.sequence_id"
		"  JOIN visit_sequence_step y ON y.sequence_id = c.id"
		" WHERE x.appointment_id = :visit AND x.clinic_id = :clinic"
		" ORDER BY y.step_no");

	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q)) {
		if (!found)
			*out = (struct chain){
				.id = db_int(q, 0),
				.plan_id = db_int(q, 1),
				.patient_id = db_int(q, 2),
				.name = db_text(q, 3, a),
			};
		found = 1;
		*ARENA_PUSH(a, &out->steps) = (struct chain_step){
			.visit_id = db_int(q, 4),
			.no = (int)db_int(q, 5),
			.needed = db_bool(q, 6),
			.gap = gap_read(q, 7, a),
		};
	}
	return db_done(q) ? -1 : found;
}

int
sequence_store_moved(
	struct db *db, const struct scope *sc, int64_t visit, int64_t to)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE visit_sequence_step SET appointment_id = :to"
		" WHERE appointment_id = :visit AND clinic_id = :clinic");

	db_bind_int(q, ":to", to);
	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}
