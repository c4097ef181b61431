/* Reading imported records for the chart: the SQL. */
#include "store/record_store.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "db/db.h"
#include "domain/scope.h"

/* Every list is of one patient, and in a patient's session only of them. */
#define OF_PATIENT                                                             \
	" WHERE x.patient_id = :patient AND x.clinic_id = :clinic"             \
	"   AND (:own = 0 OR x.patient_id = :own)"

static void
bind_patient(struct db_stmt *q, const struct scope *sc, int64_t patient)
{
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
}

static instant_t
moment(int64_t at)
{
	return at ? at : INSTANT_NONE;
}

/* The first that is not empty. */
static const char *
either(const char *a, const char *b)
{
	return *a ? a : b;
}

static bool
one_of(const char *s, const char *list)
{
	size_t n = strlen(s);
	const char *p = n ? strstr(list, s) : NULL;

	return p && (p == list || p[-1] == ' ') && (!p[n] || p[n] == ' ');
}

/* ---- allergies ---- */

static struct allergy *
allergy_of(struct allergies *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].id == id)
			return &list->v[i];
	return NULL;
}

/* The reactions of all at once, each to its allergy. */
static int
add_reactions(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct allergies *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT y.resource_id, y.manifestation_text, y.description,"
		" y.severity"
		"  FROM allergy x JOIN allergy_reaction y"
		"    ON y.resource_id = x.resource_id" OF_PATIENT
		" ORDER BY y.resource_id, y.seq");

	bind_patient(q, sc, patient);
	while (db_step(q)) {
		struct allergy *g = allergy_of(out, db_int(q, 0));
		const char *what = either(db_text(q, 1, a), db_text(q, 2, a));

		if (g == NULL)
			continue;
		g->reaction = arena_printf(a, "%s%s%s", g->reaction,
			*g->reaction && *what ? ", " : "", what);
		if (!*g->severity)
			g->severity = db_text(q, 3, a);
	}
	return db_done(q);
}

int
record_store_allergies(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct allergies *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.resource_id, r.title, x.criticality, x.category,"
		" x.clinical_code, x.verification_code, r.at_text, x.code_code"
		"  FROM allergy x JOIN fhir_resource r ON r.id = "
		"x.resource_id" OF_PATIENT
		" ORDER BY x.at DESC, x.resource_id DESC");

	bind_patient(q, sc, patient);
	while (db_step(q)) {
		const char *status = db_text(q, 4, a);
		const char *verified = db_text(q, 5, a);

		*ARENA_PUSH(a, out) = (struct allergy){
			.id = db_int(q, 0),
			.what = db_text(q, 1, a),
			.reaction = "",
			.severity = "",
			.criticality = db_text(q, 2, a),
			.category = db_text(q, 3, a),
			.status = status,
			.verification = verified,
			.when = record_when(a, db_text(q, 6, a)),
			.active = one_of(either(status, "active"), "active") &&
				  !one_of(verified, "refuted entered-in-error"),
			.none_known = one_of(db_text(q, 7, a),
				"716186003 409137002 429625007 428607008 "
				"716184000 716220001"),
		};
	}
	return db_done(q) ? -1 : add_reactions(db, a, sc, patient, out);
}

/* ---- problems ---- */

int
record_store_problems(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct problems *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.resource_id, r.title, x.code_code, x.code_system,"
		" x.category_text, x.severity_text, x.clinical_code,"
		" x.verification_code, x.onset, x.abatement, x.note, r.at_text"
		"  FROM condition x JOIN fhir_resource r ON r.id = "
		"x.resource_id" OF_PATIENT
		" ORDER BY CASE WHEN x.clinical_code IN"
		"  ('inactive', 'remission', 'resolved') THEN 1 ELSE 0 END,"
		" x.at DESC, x.resource_id DESC");

	bind_patient(q, sc, patient);
	while (db_step(q)) {
		const char *status = db_text(q, 6, a);
		const char *verified = db_text(q, 7, a);

		*ARENA_PUSH(a, out) = (struct problem){
			.id = db_int(q, 0),
			.what = db_text(q, 1, a),
			.code = db_text(q, 2, a),
			.code_system = db_text(q, 3, a),
			.category = db_text(q, 4, a),
			.severity = db_text(q, 5, a),
			.status = status,
			.verification = verified,
			.onset = record_when(a, db_text(q, 8, a)),
			.abatement = record_when(a, db_text(q, 9, a)),
			.note = db_text(q, 10, a),
			.on = record_day(db_text(q, 11, a)),
			.active = !one_of(status,
					  "inactive remission resolved") &&
				  !one_of(verified, "refuted entered-in-error"),
		};
	}
	return db_done(q);
}

/* ---- medications ---- */

int
record_store_medications(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct medications *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.resource_id, r.title, x.status, x.intent,"
		" x.reason_text, x.authored_on, d.text, d.dose, d.frequency,"
		" d.period, d.period_unit, d.as_needed, d.timing_text,"
		" d.route_text, COALESCE(NULLIF(l.display, ''), t.title)"
		"  FROM medication_request x"
		"  JOIN fhir_resource r ON r.id = x.resource_id"
		"  LEFT JOIN medication_dosage d"
		"    ON d.resource_id = x.resource_id AND d.seq = 0"
		"  LEFT JOIN fhir_reference l"
		"    ON l.resource_id = x.resource_id AND l.path = 'requester'"
		"  LEFT JOIN fhir_resource t ON t.id = l.target_id" OF_PATIENT
		" ORDER BY CASE WHEN x.status IN ('active', 'on-hold', 'draft')"
		"  THEN 0 ELSE 1 END, x.at DESC, x.resource_id DESC");

	bind_patient(q, sc, patient);
	while (db_step(q)) {
		struct buf b = buf_new(a);
		const char *times = db_text(q, 8, a);

		buf_adds(&b, either(db_text(q, 6, a), db_text(q, 7, a)));
		if (!*db_text(q, 6, a)) {
			if (*db_text(q, 12, a))
				buf_addf(&b, "%s%s", b.n ? ", " : "",
					db_text(q, 12, a));
			else if (*times)
				buf_addf(&b, "%s%s in %s %s", b.n ? ", " : "",
					times, db_text(q, 9, a),
					db_text(q, 10, a));
			if (strcmp(db_text(q, 11, a), "true") == 0)
				buf_addf(&b, "%sas needed", b.n ? ", " : "");
			if (*db_text(q, 13, a))
				buf_addf(&b, "%s%s", b.n ? ", " : "",
					db_text(q, 13, a));
		}
		*ARENA_PUSH(a, out) = (struct medication){
			.id = db_int(q, 0),
			.what = db_text(q, 1, a),
			.dosage = b.s,
			.status = db_text(q, 2, a),
			.intent = db_text(q, 3, a),
			.reason = db_text(q, 4, a),
			.requester = db_text(q, 14, a),
			.when = record_when(a, db_text(q, 5, a)),
			.on = record_day(db_text(q, 5, a)),
			.active = one_of(db_text(q, 2, a), "active on-hold"),
		};
	}
	return db_done(q);
}

/* ---- observations ---- */

#define OBSERVATION_COLS                                                       \
	"x.resource_id, x.code_key, r.title, x.shown, x.value_number,"         \
	" x.value_unit, x.category_code, x.status, x.interpretation_text,"     \
	" x.range_low, x.range_high, x.range_text, r.at_text, x.at"

static struct observation
observation_read(struct db_stmt *q, struct arena *a)
{
	const char *low = db_text(q, 9, a), *high = db_text(q, 10, a);
	const char *range = db_text(q, 11, a);

	if (!*range && *low && *high)
		range = arena_printf(a, "%s to %s", low, high);
	else if (!*range && (*low || *high))
		range = arena_printf(
			a, "%s %s", *low ? "from" : "up to", *low ? low : high);
	return (struct observation){
		.id = db_int(q, 0),
		.key = db_text(q, 1, a),
		.what = db_text(q, 2, a),
		.shown = db_text(q, 3, a),
		.number = db_text(q, 4, a),
		.unit = db_text(q, 5, a),
		.category = db_text(q, 6, a),
		.status = db_text(q, 7, a),
		.flag = db_text(q, 8, a),
		.range = range,
		.when = record_when(a, db_text(q, 12, a)),
		.on = record_day(db_text(q, 12, a)),
		.at = moment(db_int(q, 13)),
	};
}

int
record_store_latest(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const char *category, struct observations *out)
{
	/* The inner part reads the index alone, one entry a value. */
	struct db_stmt *q = db_prep(db,
		"SELECT " OBSERVATION_COLS
		"  FROM (SELECT code_key, MAX(at) AS at FROM observation"
		"         WHERE patient_id = :patient GROUP BY code_key) m"
		"  JOIN observation x ON x.patient_id = :patient"
		"   AND x.code_key = m.code_key AND x.at = m.at"
		"  JOIN fhir_resource r ON r.id = x.resource_id" OF_PATIENT
		"   AND (:category = '' OR x.category_code = :category)"
		" ORDER BY x.category_code NULLS FIRST, r.title, x.code_key,"
		" x.resource_id DESC");
	const char *last = NULL;

	bind_patient(q, sc, patient);
	db_bind_text(q, ":category", category);
	while (db_step(q)) {
		struct observation o = observation_read(q, a);

		if (!last || strcmp(last, o.key) != 0)
			*ARENA_PUSH(a, out) = o;
		last = o.key;
	}
	return db_done(q);
}

int
record_store_series(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const char *key, int limit, struct observations *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " OBSERVATION_COLS "  FROM observation x"
		"  JOIN fhir_resource r ON r.id = x.resource_id" OF_PATIENT
		"   AND x.code_key = :key"
		" ORDER BY x.at DESC, x.resource_id DESC LIMIT :limit");

	bind_patient(q, sc, patient);
	db_bind_text(q, ":key", key);
	db_bind_int(q, ":limit", limit ? limit : INT32_MAX);
	while (db_step(q))
		*ARENA_PUSH(a, out) = observation_read(q, a);
	return db_done(q);
}

/* ---- events ---- */

#define EVENT_COLS                                                             \
	"r.id, r.type, r.title, r.status, r.at_text, r.at,"                    \
	" COALESCE(e.class_display, e.class_code), e.reason_text,"             \
	" e.period_end, g.conclusion, b.outcome, c.total_amount,"              \
	" c.total_currency, o.achievement_text, i.lot_number"
#define EVENT_FROM                                                             \
	"  FROM fhir_resource r"                                               \
	"  LEFT JOIN encounter e ON e.resource_id = r.id"                      \
	"  LEFT JOIN diagnostic_report g ON g.resource_id = r.id"              \
	"  LEFT JOIN explanation_of_benefit b ON b.resource_id = r.id"         \
	"  LEFT JOIN claim c ON c.resource_id = r.id"                          \
	"  LEFT JOIN goal o ON o.resource_id = r.id"                           \
	"  LEFT JOIN immunization i ON i.resource_id = r.id"

static const char *
encounter_class(const char *s)
{
	static const struct {
		const char *code, *words;
	} known[] = {
		{"AMB", "Ambulatory"},
		{"EMER", "Emergency"},
		{"IMP", "Inpatient"},
		{"ACUTE", "Inpatient"},
		{"NONAC", "Inpatient"},
		{"OBSENC", "Observation"},
		{"HH", "Home health"},
		{"VR", "Virtual"},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].code, s) == 0)
			return known[i].words;
	return s;
}

static struct record_event
event_read(struct db_stmt *q, struct arena *a)
{
	const char *when = db_text(q, 4, a);
	const char *slash = strchr(when, '/');
	const char *class = encounter_class(db_text(q, 6, a));
	const char *reason = db_text(q, 7, a);
	struct record_event e = {
		.id = db_int(q, 0),
		.type = db_text(q, 1, a),
		.title = db_text(q, 2, a),
		.status = db_text(q, 3, a),
		.when = record_when(a, when),
		.until = slash ? record_when(a, slash + 1) : "",
		.on = record_day(when),
		.at = moment(db_int(q, 5)),
		.detail = "",
	};

	if (*db_text(q, 8, a))
		e.until = record_when(a, db_text(q, 8, a));
	if (*class || *reason)
		e.detail = arena_printf(a, "%s%s%s", class,
			*class && *reason ? ": " : "", reason);
	if (*db_text(q, 11, a))
		e.detail = arena_printf(
			a, "%s %s", db_text(q, 11, a), db_text(q, 12, a));
	for (int col = 9; !*e.detail && col <= 13; col++)
		if (col != 11 && col != 12)
			e.detail = db_text(q, col, a);
	if (!*e.detail && *db_text(q, 14, a))
		e.detail = arena_printf(a, "lot %s", db_text(q, 14, a));
	return e;
}

int
record_store_events(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const char *type, int limit, struct record_events *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " EVENT_COLS EVENT_FROM
		" WHERE r.patient_id = :patient AND r.clinic_id = :clinic"
		"   AND (:own = 0 OR r.patient_id = :own) AND r.type = :type"
		" ORDER BY r.at DESC, r.id DESC LIMIT :limit");

	bind_patient(q, sc, patient);
	db_bind_text(q, ":type", type);
	db_bind_int(q, ":limit", limit ? limit : INT32_MAX);
	while (db_step(q))
		*ARENA_PUSH(a, out) = event_read(q, a);
	return db_done(q);
}

int
record_store_timeline(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const char *type, instant_t before_at,
	int64_t before_id, int limit, struct record_events *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " EVENT_COLS EVENT_FROM
		" WHERE r.patient_id = :patient AND r.clinic_id = :clinic"
		"   AND (:own = 0 OR r.patient_id = :own) AND r.timeline = 1"
		"   AND (:type = '' OR r.type = :type)"
		"   AND (:id = 0 OR r.at < :moment"
		"        OR (r.at = :moment AND r.id < :id))"
		" ORDER BY r.at DESC, r.id DESC LIMIT :limit");

	bind_patient(q, sc, patient);
	db_bind_text(q, ":type", type);
	db_bind_int(q, ":moment", before_at == INSTANT_NONE ? 0 : before_at);
	db_bind_int(q, ":id", before_id);
	db_bind_int(q, ":limit", limit ? limit : INT32_MAX);
	while (db_step(q))
		*ARENA_PUSH(a, out) = event_read(q, a);
	return db_done(q);
}

/* ---- everything ---- */

#define RECORD_COLS                                                            \
	"x.id, x.patient_id, x.type, x.title, x.status, x.at_text,"            \
	" x.state, x.reason, x.fhir_id, f.name, x.imported_at, x.version,"     \
	" x.parent_id, x.object_id"

static struct record
record_read(struct db_stmt *q, struct arena *a)
{
	const char *type = db_text(q, 2, a), *when = db_text(q, 5, a);
	int64_t object = db_int(q, 13);

	return (struct record){
		.id = db_int(q, 0),
		.patient_id = db_int(q, 1),
		.type = type,
		.title = db_text(q, 3, a),
		.status = db_text(q, 4, a),
		.when = record_when(a, when),
		.on = record_day(when),
		.kept = strcmp(db_text(q, 6, a), "kept") == 0,
		.reason = db_text(q, 7, a),
		.fhir_id = db_text(q, 8, a),
		.file = db_text(q, 9, a),
		.imported_at = db_at(q, 10),
		.version = db_int(q, 11),
		.parent_id = db_int(q, 12),
		.visit_id = strcmp(type, "Appointment") == 0 ? object : 0,
		.coverage_id = strcmp(type, "Coverage") == 0 ? object : 0,
		.json = "",
	};
}

int
record_store_list(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const char *type, int limit, int offset,
	struct records *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " RECORD_COLS "  FROM fhir_resource x JOIN import_file "
		"f ON f.id = x.file_id" OF_PATIENT
		"   AND (:type = '' OR x.type = :type)"
		" ORDER BY x.at DESC, x.id DESC LIMIT :limit OFFSET :offset");

	bind_patient(q, sc, patient);
	db_bind_text(q, ":type", type);
	db_bind_int(q, ":limit", limit ? limit : INT32_MAX);
	db_bind_int(q, ":offset", offset);
	while (db_step(q))
		*ARENA_PUSH(a, out) = record_read(q, a);
	return db_done(q);
}

int
record_store_counts(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct record_counts *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT x.type, count(*) FROM fhir_resource x" OF_PATIENT
		" GROUP BY x.type ORDER BY x.type");

	bind_patient(q, sc, patient);
	while (db_step(q))
		*ARENA_PUSH(a, out) =
			(struct record_count){db_text(q, 0, a), db_int(q, 1)};
	return db_done(q);
}

int
record_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct record *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " RECORD_COLS ", x.json"
		"  FROM fhir_resource x JOIN import_file f ON f.id = x.file_id"
		" WHERE x.id = :id AND x.clinic_id = :clinic"
		"   AND (:own = 0 OR x.patient_id = :own)");
	int found = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	while (db_step(q)) {
		*out = record_read(q, a);
		out->json = db_text(q, 14, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}
