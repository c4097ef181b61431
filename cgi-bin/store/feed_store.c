/* calendar_feed: secret links to visits; appointment, as they show it. */
#include "store/feed_store.h"
#include "base/arena.h"
#include "db/db.h"

/* The column list and its one reader stand together. */
#define FEED_COLS                                                              \
	"f.id, f.clinic_id, f.provider_id, f.patient_id, f.names, f.language," \
	" f.created_at, f.used_at"

static int
feed_one(struct db_stmt *q, struct arena *a, struct feed *out)
{
	int found = 0;

	if (db_step(q)) {
		*out = (struct feed){
			.id = db_int(q, 0),
			.clinic_id = db_int(q, 1),
			.provider_id = db_int(q, 2),
			.patient_id = db_int(q, 3),
			.initials = db_text(q, 4, a)[0] == 'i',
			.language = db_text(q, 5, a),
			.created = db_at(q, 6),
			.used = db_at(q, 7),
		};
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
feed_store_find(struct db *db, struct arena *a, const char *token_hash,
	struct feed *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " FEED_COLS "  FROM calendar_feed f"
		"  LEFT JOIN provider d ON d.id = f.provider_id"
		"  LEFT JOIN app_user u ON u.id = d.user_id"
		"  LEFT JOIN patient p ON p.id = f.patient_id"
		"  LEFT JOIN portal_account a ON a.patient_id = f.patient_id"
		" WHERE f.token_hash = :hash AND f.revoked_at IS NULL"
		"   AND (f.provider_id IS NULL OR (d.active = 1"
		"        AND u.id IS NOT NULL AND u.disabled_at IS NULL))"
		"   AND (f.patient_id IS NULL OR (p.deceased_on IS NULL"
		"        AND a.id IS NOT NULL AND a.disabled_at IS NULL))"
		" /*every clinic: the link decides it*/");

	db_bind_text(q, ":hash", token_hash);
	return feed_one(q, a, out);
}

int
feed_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t provider, int64_t patient, struct feed *out)
{
	struct db_stmt *q;

	if (patient != 0)
		q = db_prep(db,
			"SELECT " FEED_COLS "  FROM calendar_feed f"
			" WHERE f.patient_id = :of AND f.clinic_id = :clinic"
			"   AND f.revoked_at IS NULL");
	else
		q = db_prep(db,
			"SELECT " FEED_COLS "  FROM calendar_feed f"
			" WHERE f.provider_id = :of AND f.clinic_id = :clinic"
			"   AND f.revoked_at IS NULL");
	db_bind_int(q, ":of", patient != 0 ? patient : provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return feed_one(q, a, out);
}

int64_t
feed_store_add(struct db *db, const struct scope *sc, const struct feed *f,
	const char *token_hash)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO calendar_feed (clinic_id, provider_id, patient_id,"
		" names, language, token_hash, created_at)"
		" VALUES (:clinic, :provider, :patient, :names, :language,"
		" :hash, :created) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_id(q, ":provider", f->provider_id);
	db_bind_id(q, ":patient", f->patient_id);
	db_bind_text(q, ":names", f->initials ? "initials" : "none");
	db_bind_text(q, ":language", f->language);
	db_bind_text(q, ":hash", token_hash);
	db_bind_at(q, ":created", f->created);
	return db_insert(q);
}

int64_t
feed_store_revoke(struct db *db, const struct scope *sc, int64_t provider,
	int64_t patient, instant_t now)
{
	struct db_stmt *q;

	if (patient != 0)
		q = db_prep(db,
			"UPDATE calendar_feed SET revoked_at = :now"
			" WHERE patient_id = :of AND clinic_id = :clinic"
			"   AND revoked_at IS NULL");
	else
		q = db_prep(db,
			"UPDATE calendar_feed SET revoked_at = :now"
			" WHERE provider_id = :of AND clinic_id = :clinic"
			"   AND revoked_at IS NULL");
	db_bind_at(q, ":now", now);
	db_bind_int(q, ":of", patient != 0 ? patient : provider);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_exec(q);
}

int
feed_store_used(struct db *db, int64_t id, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE calendar_feed SET used_at = :now WHERE id = :id"
		" /*every clinic: its own row, found by its secret*/");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":id", id);
	return db_exec(q) < 0 ? -1 : 0;
}

#define EVENT_COLS                                                             \
	"v.id, v.version, v.patient_id, v.start_at, v.end_at, v.status,"       \
	" v.mode, v.replaces_id, v.updated_at, p.family, p.given, s.id,"       \
	" s.name, s.zone"
#define EVENT_JOINS                                                            \
	"  FROM appointment v JOIN patient p ON p.id = v.patient_id"           \
	"  JOIN site s ON s.id = v.site_id"
#define EVENT_WHERE                                                            \
	" AND v.clinic_id = :clinic AND v.replaced_by_id IS NULL"              \
	" AND v.status NOT IN ('entered-in-error', 'proposed', 'waitlist')"    \
	" AND (v.status <> 'cancelled' OR v.cancelled_at >= :since)"           \
	" AND v.start_at >= :from AND v.start_at < :to"

static int
read_events(struct db_stmt *q, struct arena *a, struct visits *out)
{
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct visit){
			.id = db_int(q, 0),
			.version = db_int(q, 1),
			.patient_id = db_int(q, 2),
			.start = db_at(q, 3),
			.end = db_at(q, 4),
			.status = db_text(q, 5, a),
			.mode = db_text(q, 6, a),
			.replaces_id = db_int(q, 7),
			.updated = db_at(q, 8),
			.family = db_text(q, 9, a),
			.given = db_text(q, 10, a),
			.site_id = db_int(q, 11),
			.site_name = db_text(q, 12, a),
			.zone = db_text(q, 13, a),
		};
	return db_done(q);
}

int
feed_store_visits(struct db *db, struct arena *a, const struct scope *sc,
	const struct feed *f, instant_t from, instant_t to,
	instant_t cancelled_since, struct visits *out)
{
	struct db_stmt *q;

	if (f->patient_id != 0) {
		q = db_prep(db, "SELECT " EVENT_COLS EVENT_JOINS
				" WHERE v.patient_id = :of" EVENT_WHERE
				" ORDER BY v.start_at, v.id LIMIT 1000");
		db_bind_int(q, ":of", f->patient_id);
	} else {
		/* The index is by the time taken, which begins up to two
		 * hours before the visit. */
		q = db_prep(db, "SELECT " EVENT_COLS EVENT_JOINS
				" WHERE v.provider_id = :of"
				"   AND v.busy_start_at >= :from - 7200"
				"   AND v.busy_start_at < :to" EVENT_WHERE
				" ORDER BY v.start_at, v.id LIMIT 5000");
		db_bind_int(q, ":of", f->provider_id);
	}
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", from);
	db_bind_at(q, ":to", to);
	db_bind_at(q, ":since", cancelled_since);
	return read_events(q, a, out);
}

int
feed_store_chain(struct db *db, const struct scope *sc, int64_t visit,
	int64_t *root, int64_t *versions)
{
	/* Each replaces one that was there before it: the first has the
	 * least id. A thousand moves of one visit are no longer a visit. */
	struct db_stmt *q = db_prep(db,
		"WITH RECURSIVE chain (id, replaces_id, version, depth) AS ("
		" SELECT v.id, v.replaces_id, v.version, 0 FROM appointment v"
		"  WHERE v.id = :visit AND v.clinic_id = :clinic"
		" UNION ALL"
		" SELECT o.id, o.replaces_id, o.version, c.depth + 1"
		"   FROM chain c JOIN appointment o ON o.id = c.replaces_id"
		"  WHERE o.clinic_id = :clinic AND c.depth < 1000)"
		" SELECT MIN(id), CAST(SUM(version) AS BIGINT) FROM chain"
		" /*the few it has just found*/ /*scan*/");

	*root = visit;
	*versions = 1;
	db_bind_int(q, ":visit", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q) && !db_is_null(q, 0)) {
		*root = db_int(q, 0);
		*versions = db_int(q, 1);
	}
	return db_done(q);
}
