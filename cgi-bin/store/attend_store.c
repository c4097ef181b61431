/* Visits of the past as the no-show model sees them, and the models:
 * attend_model, attend_weight, attend_bin. Rules: tests/RULES.md, "Help to
 * attend". */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "store/attend_store.h"

#define COLS                                                                   \
	" v.id, v.patient_id, v.start_at, v.created_at, v.asked_at,"           \
	"  v.confirmed_at, s.zone, p.birth_on,"                                \
	"  CASE WHEN v.status = 'noshow' THEN 1 ELSE 0 END,"                   \
	"  CASE WHEN v.mode = 'in_person' THEN 0 ELSE 1 END,"                  \
	"  CASE WHEN t.room_kind IN ('procedure', 'lab') THEN 1 ELSE 0 END,"   \
	"  CASE WHEN t.room_kind = 'group' THEN 1 ELSE 0 END,"                 \
	"  CASE WHEN v.replaces_id IS NULL THEN 0"                             \
	"       WHEN m.replaces_id IS NULL THEN 1"                             \
	"       WHEN n.replaces_id IS NULL THEN 2 ELSE 3 END"
#define BESIDE                                                                 \
	"  LEFT JOIN visit_type t ON t.id = v.visit_type_id"                   \
	"  LEFT JOIN appointment m ON m.id = v.replaces_id"                    \
	"  LEFT JOIN appointment n ON n.id = m.replaces_id"
/* It took place or was missed, and is held against the patient. */
#define COUNTS                                                                 \
	"v.status IN ('arrived', 'checked-in', 'fulfilled', 'noshow')"         \
	"   AND NOT EXISTS (SELECT 1 FROM visit_excuse e"                      \
	"        WHERE e.appointment_id = v.id)"

static int
read_pasts(struct db_stmt *q, struct arena *a, struct attend_pasts *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct attend_past){
			.id = db_int(q, 0),
			.patient_id = db_int(q, 1),
			.start = db_at(q, 2),
			.booked = db_at(q, 3),
			.asked = db_at(q, 4),
			.confirmed = db_at(q, 5),
			.zone = db_text(q, 6, a),
			.birth = db_day(q, 7),
			.missed = db_bool(q, 8),
			.remote = db_bool(q, 9),
			.test = db_bool(q, 10),
			.group = db_bool(q, 11),
			.moves = (int)db_int(q, 12),
		};
	return db_done(q);
}

int
attend_store_past(struct db *db, struct arena *a, const struct scope *sc,
	instant_t from, instant_t to, struct attend_pasts *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT /*scan*/" COLS "  FROM site s"
		"  JOIN appointment v ON v.site_id = s.id"
		"  JOIN patient p ON p.id = v.patient_id" BESIDE
		" WHERE s.clinic_id = :clinic AND v.clinic_id = :clinic"
		"   AND v.start_at >= :from AND v.start_at < :to"
		"   AND p.deceased_on IS NULL AND " COUNTS
		" ORDER BY v.patient_id, v.start_at, v.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	return read_pasts(q, a, out);
}

int
attend_store_before(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, int64_t visit, struct attend_pasts *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT" COLS "  FROM appointment v"
		"  JOIN site s ON s.id = v.site_id"
		"  JOIN patient p ON p.id = v.patient_id" BESIDE
		" WHERE v.patient_id = :patient AND v.clinic_id = :clinic"
		"   AND v.start_at <= (SELECT w.start_at FROM appointment w"
		"        WHERE w.id = :visit AND w.clinic_id = :clinic)"
		"   AND (v.id = :visit OR " COUNTS ")"
		" ORDER BY v.start_at,"
		"  CASE WHEN v.id = :visit THEN 1 ELSE 0 END, v.id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":visit", visit);
	return read_pasts(q, a, out);
}

/* ---- models ---------------------------------------------------------- */

static int
add_weights(struct db *db, int64_t model, const struct attend_model *m)
{
	for (int k = 0; k < ATTEND_XS; k++) {
		struct db_stmt *q = db_prep(db,
			"INSERT INTO attend_weight /*every clinic: its model"
			" is the clinic's*/ (model_id, feature, b, se)"
			" VALUES (:model, :feature, :b, :se)");

		db_bind_int(q, ":model", model);
		db_bind_text(q, ":feature", attend_x_names[k]);
		db_bind_real(q, ":b", m->b[k]);
		db_bind_real(q, ":se", m->se[k]);
		if (db_exec(q) != 1)
			return -1;
	}
	return 0;
}

static int
add_bins(struct db *db, int64_t model, const struct attend_merit *m)
{
	for (int k = 0; k < ATTEND_BINS; k++) {
		struct db_stmt *q = db_prep(db,
			"INSERT INTO attend_bin /*every clinic: its model is"
			" the clinic's*/ (model_id, bin, n, p, y)"
			" VALUES (:model, :bin, :n, :p, :y)");

		db_bind_int(q, ":model", model);
		db_bind_int(q, ":bin", k);
		db_bind_int(q, ":n", (int64_t)m->bins[k].n);
		db_bind_real(q, ":p", m->bins[k].p);
		db_bind_real(q, ":y", m->bins[k].y);
		if (db_exec(q) != 1)
			return -1;
	}
	return 0;
}

int64_t
attend_store_add(
	struct db *db, const struct scope *sc, const struct attend_fitted *f)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO attend_model (clinic_id, fitted_at, from_at,"
		"  split_at, to_at, visits, missed, base, tried,"
		"  tried_missed, brier, ref, skill, auc, ece, oe, slope,"
		"  intercept)"
		" VALUES (:clinic, :fitted, :from, :split, :to, :visits,"
		"  :missed, :base, :tried, :tried_missed, :brier, :ref, :skill,"
		"  :auc, :ece, :oe, :slope, :intercept) RETURNING id");
	int64_t id;

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":fitted", f->fitted);
	db_bind_at(q, ":from", f->from);
	db_bind_at(q, ":split", f->split);
	db_bind_at(q, ":to", f->to);
	db_bind_int(q, ":visits", (int64_t)f->visits);
	db_bind_int(q, ":missed", (int64_t)f->missed);
	db_bind_real(q, ":base", f->model.base);
	db_bind_int(q, ":tried", (int64_t)f->merit.n);
	db_bind_int(q, ":tried_missed", (int64_t)f->merit.missed);
	db_bind_real(q, ":brier", f->merit.brier);
	db_bind_real(q, ":ref", f->merit.ref);
	db_bind_real(q, ":skill", f->merit.skill);
	db_bind_real(q, ":auc", f->merit.auc);
	db_bind_real(q, ":ece", f->merit.ece);
	db_bind_real(q, ":oe", f->merit.oe);
	db_bind_real(q, ":slope", f->merit.slope);
	db_bind_real(q, ":intercept", f->merit.intercept);
	id = db_one(q, 0);
	if (id == 0 || add_weights(db, id, &f->model) ||
		add_bins(db, id, &f->merit))
		return 0;
	return id;
}

static int
read_weights(struct db *db, struct arena *a, int64_t id, struct attend_model *m)
{
	struct db_stmt *q = db_prep(db,
		"SELECT feature, b, se FROM attend_weight /*every clinic: its"
		" model is the clinic's*/ WHERE model_id = :model");

	db_bind_int(q, ":model", id);
	while (db_step(q)) {
		const char *name = db_text(q, 0, a);

		for (int k = 0; k < ATTEND_XS; k++)
			if (strcmp(attend_x_names[k], name) == 0) {
				m->b[k] = db_real(q, 1);
				m->se[k] = db_real(q, 2);
			}
	}
	return db_done(q);
}

int
attend_store_model(struct db *db, struct arena *a, const struct scope *sc,
	struct attend_model *m)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, base FROM attend_model WHERE clinic_id = :clinic"
		" ORDER BY fitted_at DESC, id DESC LIMIT 1");
	int64_t id = 0;

	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		id = db_int(q, 0);
		*m = (struct attend_model){.base = db_real(q, 1)};
	}
	if (db_done(q) || (id && read_weights(db, a, id, m)))
		return -1;
	return id != 0;
}

static int
read_bins(struct db *db, struct attend_fitted *f)
{
	struct db_stmt *q = db_prep(db,
		"SELECT bin, n, p, y FROM attend_bin /*every clinic: its model"
		" is the clinic's*/ WHERE model_id = :model");

	db_bind_int(q, ":model", f->id);
	while (db_step(q))
		f->merit.bins[db_int(q, 0)] = (struct attend_bin){
			(size_t)db_int(q, 1), db_real(q, 2), db_real(q, 3)};
	return db_done(q);
}

int
attend_store_last(struct db *db, struct arena *a, const struct scope *sc,
	struct attend_fitted *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, fitted_at, from_at, split_at, to_at, visits,"
		"  missed, base, tried, tried_missed, brier, ref, skill, auc,"
		"  ece, oe, slope, intercept FROM attend_model"
		" WHERE clinic_id = :clinic"
		" ORDER BY fitted_at DESC, id DESC LIMIT 1");
	int found = 0;

	*out = (struct attend_fitted){0};
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = (struct attend_fitted){
			.id = db_int(q, 0),
			.fitted = db_at(q, 1),
			.from = db_at(q, 2),
			.split = db_at(q, 3),
			.to = db_at(q, 4),
			.visits = (size_t)db_int(q, 5),
			.missed = (size_t)db_int(q, 6),
			.model = {.base = db_real(q, 7)},
			.merit = {.n = (size_t)db_int(q, 8),
				.missed = (size_t)db_int(q, 9),
				.brier = db_real(q, 10),
				.ref = db_real(q, 11),
				.skill = db_real(q, 12),
				.auc = db_real(q, 13),
				.ece = db_real(q, 14),
				.oe = db_real(q, 15),
				.slope = db_real(q, 16),
				.intercept = db_real(q, 17)},
		};
		found = 1;
	}
	if (db_done(q) ||
		(found && (read_weights(db, a, out->id, &out->model) ||
				  read_bins(db, out))))
		return -1;
	return found;
}
