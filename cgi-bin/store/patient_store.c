/* Patients, their phones, people, identifiers and history: the SQL. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "db/db.h"
#include "store/patient_store.h"
#include "store/search_store.h"

/* The column list and its one reader stand together. */
#define PATIENT_COLS                                                           \
	"p.id, p.version, p.mrn, p.family, p.given, p.suffix, p.preferred,"    \
	" p.pronouns, p.birth_on, p.sex, p.language, p.interpreter,"           \
	" p.address, p.city, p.state, p.postal, p.country, p.email,"           \
	" p.channel, p.contact_note, p.sms_ok, p.email_ok, p.allergy_state,"   \
	" p.provider_id, p.site_id, p.restricted, p.deceased_on, p.active,"    \
	" p.note, p.created_at, p.updated_at, p.updated_by,"                   \
	" f.number, f.use, d.short_name, s.name"
#define PATIENT_FROM                                                           \
	" FROM patient p"                                                      \
	" LEFT JOIN patient_phone f ON f.patient_id = p.id AND f.rank = 1"     \
	" LEFT JOIN provider d ON d.id = p.provider_id"                        \
	" LEFT JOIN site s ON s.id = p.site_id"

static struct patient
patient_read(struct db_stmt *q, struct arena *a)
{
	return (struct patient){
		.id = db_int(q, 0),
		.version = db_int(q, 1),
		.mrn = db_text(q, 2, a),
		.family = db_text(q, 3, a),
		.given = db_text(q, 4, a),
		.suffix = db_text(q, 5, a),
		.preferred = db_text(q, 6, a),
		.pronouns = db_text(q, 7, a),
		.birth = db_day(q, 8),
		.sex = db_text(q, 9, a),
		.language = db_text(q, 10, a),
		.interpreter = db_bool(q, 11),
		.address = db_text(q, 12, a),
		.city = db_text(q, 13, a),
		.state = db_text(q, 14, a),
		.postal = db_text(q, 15, a),
		.country = db_text(q, 16, a),
		.email = db_text(q, 17, a),
		.channel = db_text(q, 18, a),
		.contact_note = db_text(q, 19, a),
		.sms_ok = db_bool(q, 20),
		.email_ok = db_bool(q, 21),
		.allergy_state = db_text(q, 22, a),
		.provider_id = db_int(q, 23),
		.site_id = db_int(q, 24),
		.restricted = db_bool(q, 25),
		.deceased = db_day(q, 26),
		.active = db_bool(q, 27),
		.note = db_text(q, 28, a),
		.created_at = db_at(q, 29),
		.updated_at = db_at(q, 30),
		.updated_by = db_int(q, 31),
		.phone = db_text(q, 32, a),
		.phone_use = db_text(q, 33, a),
		.provider = db_text(q, 34, a),
		.site = db_text(q, 35, a),
	};
}

static int
patient_one(struct db_stmt *q, struct arena *a, struct patient *out)
{
	int found = 0;

	if (db_step(q)) {
		*out = patient_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
patient_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct patient *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " PATIENT_COLS PATIENT_FROM
			    " WHERE p.id = :id AND p.clinic_id = :clinic"
			    "   AND (:own = 0 OR p.id = :own)");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	return patient_one(q, a, out);
}

int
patient_store_by_mrn(struct db *db, struct arena *a, const struct scope *sc,
	const char *mrn, struct patient *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " PATIENT_COLS PATIENT_FROM
			    " WHERE p.mrn_key = :mrn AND p.clinic_id = :clinic"
			    "   AND (:own = 0 OR p.id = :own)");

	db_bind_text(q, ":mrn", patient_mrn_key(a, mrn));
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":own", sc->patient_id);
	return patient_one(q, a, out);
}

int
patient_store_by_identifier(struct db *db, const struct scope *sc,
	const char *system, const char *value, int64_t *id)
{
	struct db_stmt *q =
		db_prep(db, "SELECT patient_id FROM patient_identifier"
			    " WHERE clinic_id = :clinic AND system = :system"
			    "   AND value = :value"
			    " ORDER BY patient_id LIMIT 1");

	*id = 0;
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":system", system);
	db_bind_text(q, ":value", value);
	if (db_step(q))
		*id = db_int(q, 0);
	if (db_done(q))
		return -1;
	return *id != 0;
}

const char *
patient_store_next_mrn(struct db *db, struct arena *a, const struct scope *sc)
{
	/* A number an import brought along is stepped over. */
	for (int tries = 0; tries < 1000; tries++) {
		struct patient taken;
		const char *mrn;
		int64_t n;
		struct db_stmt *q = db_prep(db,
			"UPDATE clinic SET next_mrn = next_mrn + 1"
			" WHERE id = :clinic RETURNING next_mrn - 1");

		db_bind_int(q, ":clinic", sc->clinic_id);
		n = db_one(q, 0);
		if (n == 0)
			return "";
		mrn = arena_printf(a, "%lld", (long long)n);
		if (patient_store_by_mrn(db, a, sc, mrn, &taken) == 0)
			return mrn;
	}
	return "";
}

static void
patient_bind(struct db_stmt *q, struct arena *a, const struct scope *sc,
	const struct patient *p, instant_t now)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":mrn", p->mrn);
	db_bind_text(q, ":mrn_key", patient_mrn_key(a, p->mrn));
	db_bind_text(q, ":family", p->family);
	db_bind_text(q, ":given", p->given);
	db_bind_text(q, ":suffix", p->suffix);
	db_bind_text(q, ":preferred", p->preferred);
	db_bind_text(q, ":pronouns", p->pronouns);
	db_bind_text(q, ":family_key", utf8_fold(a, p->family));
	db_bind_text(q, ":given_key", utf8_fold(a, p->given));
	db_bind_day(q, ":birth", p->birth);
	db_bind_text(q, ":sex", p->sex);
	db_bind_text(q, ":language", p->language);
	db_bind_bool(q, ":interpreter", p->interpreter);
	db_bind_text(q, ":address", p->address);
	db_bind_text(q, ":city", p->city);
	db_bind_text(q, ":state", p->state);
	db_bind_text(q, ":postal", p->postal);
	db_bind_text(q, ":country", p->country);
	db_bind_text(q, ":email", p->email);
	db_bind_text(q, ":channel", p->channel);
	db_bind_text(q, ":contact_note", p->contact_note);
	db_bind_bool(q, ":sms_ok", p->sms_ok);
	db_bind_bool(q, ":email_ok", p->email_ok);
	db_bind_text(q, ":allergy_state", p->allergy_state);
	db_bind_id(q, ":provider", p->provider_id);
	db_bind_id(q, ":site", p->site_id);
	db_bind_bool(q, ":restricted", p->restricted);
	db_bind_day(q, ":deceased", p->deceased);
	db_bind_bool(q, ":active", p->active);
	db_bind_text(q, ":note", p->note);
	db_bind_at(q, ":now", now);
	db_bind_id(q, ":user", sc->user_id);
}

int64_t
patient_store_add(struct db *db, struct arena *a, const struct scope *sc,
	const struct patient *p, instant_t now)
{
	int64_t id;
	struct db_stmt *q = db_prep(db,
		"INSERT INTO patient (clinic_id, mrn, mrn_key, family, given,"
		" suffix, preferred, pronouns, family_key, given_key, birth_on,"
		" sex, language, interpreter, address, city, state, postal,"
		" country, email, channel, contact_note, sms_ok, email_ok,"
		" allergy_state, provider_id, site_id, restricted, deceased_on,"
		" active, note, created_at, updated_at, updated_by)"
		" VALUES (:clinic, :mrn, :mrn_key, :family, :given, :suffix,"
		" :preferred, :pronouns, :family_key, :given_key, :birth, :sex,"
		" :language, :interpreter, :address, :city, :state, :postal,"
		" :country, :email, :channel, :contact_note, :sms_ok,"
		" :email_ok, :allergy_state, :provider, :site, :restricted,"
		" :deceased, :active, :note, :now, :now, :user)"
		" RETURNING id");

	patient_bind(q, a, sc, p, now);
	id = db_insert(q);
	if (id == 0 || search_store_learn(db, a, sc, id, p))
		return 0;
	return id;
}

static bool
same_names(const struct patient *p, const struct patient *q)
{
	return strcmp(p->family, q->family) == 0 &&
	       strcmp(p->given, q->given) == 0 &&
	       strcmp(p->preferred, q->preferred) == 0;
}

int
patient_store_update(struct db *db, struct arena *a, const struct scope *sc,
	const struct patient *p, instant_t now)
{
	struct patient old;
	struct db_stmt *q;
	int64_t n;
	int found = patient_store_get(db, a, sc, p->id, &old);

	if (found <= 0)
		return found;
	q = db_prep(db,
		"UPDATE patient SET version = version + 1, mrn = :mrn,"
		" mrn_key = :mrn_key, family = :family, given = :given,"
		" suffix = :suffix, preferred = :preferred,"
		" pronouns = :pronouns, family_key = :family_key,"
		" given_key = :given_key, birth_on = :birth, sex = :sex,"
		" language = :language, interpreter = :interpreter,"
		" address = :address, city = :city, state = :state,"
		" postal = :postal, country = :country, email = :email,"
		" channel = :channel, contact_note = :contact_note,"
		" sms_ok = :sms_ok, email_ok = :email_ok,"
		" allergy_state = :allergy_state, provider_id = :provider,"
		" site_id = :site, restricted = :restricted,"
		" deceased_on = :deceased, active = :active, note = :note,"
		" updated_at = :now, updated_by = :user"
		" WHERE id = :id AND clinic_id = :clinic"
		"   AND version = :version");
	patient_bind(q, a, sc, p, now);
	db_bind_int(q, ":id", p->id);
	db_bind_int(q, ":version", p->version);
	n = db_exec(q);
	if (n <= 0 || same_names(&old, p))
		return (int)n;
	if (search_store_forget(db, a, sc, p->id, &old) ||
		search_store_learn(db, a, sc, p->id, p))
		return -1;
	return 1;
}

int
patient_store_phones(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct patient_phones *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, rank, use, number FROM patient_phone"
		" WHERE patient_id = :patient AND +clinic_id = :clinic"
		" ORDER BY rank");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct patient_phone){
			.id = db_int(q, 0),
			.rank = (int)db_int(q, 1),
			.use = db_text(q, 2, a),
			.number = db_text(q, 3, a),
		};
	return db_done(q);
}

/* Backwards, so that the last digits are the beginning of a key. */
static const char *
digits_reversed(struct arena *a, const char *number)
{
	struct buf b = buf_new(a);

	for (size_t i = strlen(number); i > 0; i--)
		if (number[i - 1] >= '0' && number[i - 1] <= '9')
			buf_addc(&b, number[i - 1]);
	return b.s;
}

/* "+clinic_id" above and below: of the two columns with an index it is the
 * patient's that tells a few rows from many. */
static int
delete_of(struct db_stmt *q, const struct scope *sc, int64_t patient)
{
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q) < 0 ? -1 : 0;
}

int
patient_store_set_phones(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const struct patient_phones *list)
{
	if (delete_of(db_prep(db, "DELETE FROM patient_phone"
				  " WHERE patient_id = :patient"
				  "   AND +clinic_id = :clinic"),
		    sc, patient))
		return -1;
	for (size_t i = 0; i < list->n; i++) {
		struct db_stmt *q = db_prep(db,
			"INSERT INTO patient_phone (clinic_id, patient_id,"
			" rank, use, number, digits_rev)"
			" VALUES (:clinic, :patient, :rank, :use, :number,"
			" :digits)");

		db_bind_int(q, ":clinic", sc->clinic_id);
		db_bind_int(q, ":patient", patient);
		db_bind_int(q, ":rank", (int64_t)i + 1);
		db_bind_text(q, ":use", list->v[i].use);
		db_bind_text(q, ":number", list->v[i].number);
		db_bind_text(
			q, ":digits", digits_reversed(a, list->v[i].number));
		if (db_exec(q) < 0)
			return -1;
	}
	return 0;
}

int
patient_store_persons(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, struct patient_persons *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT id, name, relationship, phone, emergency"
		"  FROM patient_person"
		" WHERE patient_id = :patient AND +clinic_id = :clinic"
		" ORDER BY emergency DESC, id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct patient_person){
			.id = db_int(q, 0),
			.name = db_text(q, 1, a),
			.relationship = db_text(q, 2, a),
			.phone = db_text(q, 3, a),
			.emergency = db_bool(q, 4),
		};
	return db_done(q);
}

int64_t
patient_store_add_person(struct db *db, const struct scope *sc, int64_t patient,
	const struct patient_person *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO patient_person (clinic_id, patient_id, name,"
		" relationship, phone, emergency)"
		" VALUES (:clinic, :patient, :name, :relationship, :phone,"
		" :emergency) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_text(q, ":name", c->name);
	db_bind_text(q, ":relationship", c->relationship);
	db_bind_text(q, ":phone", c->phone);
	db_bind_bool(q, ":emergency", c->emergency);
	return db_insert(q);
}

int64_t
patient_store_drop_person(
	struct db *db, const struct scope *sc, int64_t patient, int64_t id)
{
	struct db_stmt *q = db_prep(db,
		"DELETE FROM patient_person WHERE id = :id"
		"   AND patient_id = :patient AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int
patient_store_set_persons(struct db *db, const struct scope *sc,
	int64_t patient, const struct patient_persons *list)
{
	if (delete_of(db_prep(db, "DELETE FROM patient_person"
				  " WHERE patient_id = :patient"
				  "   AND +clinic_id = :clinic"),
		    sc, patient))
		return -1;
	for (size_t i = 0; i < list->n; i++)
		if (patient_store_add_person(db, sc, patient, &list->v[i]) == 0)
			return -1;
	return 0;
}

int
patient_store_identifiers(struct db *db, struct arena *a,
	const struct scope *sc, int64_t patient,
	struct patient_identifiers *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT system, value, type FROM patient_identifier"
		" WHERE patient_id = :patient AND +clinic_id = :clinic"
		" ORDER BY id");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct patient_identifier){
			.system = db_text(q, 0, a),
			.value = db_text(q, 1, a),
			.type = db_text(q, 2, a),
		};
	return db_done(q);
}

int
patient_store_add_identifier(struct db *db, const struct scope *sc,
	int64_t patient, const struct patient_identifier *i)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO patient_identifier (clinic_id, patient_id,"
		" system, value, type)"
		" VALUES (:clinic, :patient, :system, :value, :type)"
		" ON CONFLICT (clinic_id, system, value, patient_id)"
		" DO NOTHING");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_text(q, ":system", i->system);
	db_bind_text(q, ":value", i->value);
	db_bind_text(q, ":type", i->type);
	return db_exec(q) < 0 ? -1 : 0;
}

int
patient_store_add_change(struct db *db, const struct scope *sc, int64_t patient,
	const struct patient_change *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO patient_history (clinic_id, patient_id, version,"
		" at, user_id, field, before, after)"
		" VALUES (:clinic, :patient, :version, :at, :user, :field,"
		" :before, :after)");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":version", c->version);
	db_bind_at(q, ":at", c->at);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_text(q, ":field", c->field);
	db_bind_text(q, ":before", c->before);
	db_bind_text(q, ":after", c->after);
	return db_exec(q) < 0 ? -1 : 0;
}

int
patient_store_changes(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, int limit, struct patient_changes *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT h.version, h.at, u.name, h.field, h.before, h.after"
		"  FROM patient_history h"
		"  LEFT JOIN app_user u ON u.id = h.user_id"
		" WHERE h.patient_id = :patient AND +h.clinic_id = :clinic"
		" ORDER BY h.version DESC, h.id LIMIT :limit");

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":limit", limit);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct patient_change){
			.version = db_int(q, 0),
			.at = db_at(q, 1),
			.user = db_text(q, 2, a),
			.field = db_text(q, 3, a),
			.before = db_text(q, 4, a),
			.after = db_text(q, 5, a),
		};
	return db_done(q);
}
