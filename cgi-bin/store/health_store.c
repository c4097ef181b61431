/* schema_version, outbox, audit_event: figures for the system page. */
#include "store/health_store.h"
#include "db/db.h"
#include "domain/scope.h"

static int
read_schema(struct db *db, struct arena *a, struct health *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT version, name, applied_at FROM schema_version"
		" ORDER BY version DESC LIMIT 1");

	if (db_step(q)) {
		out->schema_version = db_int(q, 0);
		out->schema_name = db_text(q, 1, a);
		out->schema_at = db_at(q, 2);
	}
	return db_done(q);
}

static int
read_outbox(struct db *db, const struct scope *sc, instant_t now,
	struct health *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT COUNT(*), MIN(o.due_at) FROM outbox o"
			    " WHERE o.state = 'waiting' AND o.due_at <= :now"
			    "   AND o.clinic_id = :clinic");

	db_bind_at(q, ":now", now);
	db_bind_int(q, ":clinic", sc->clinic_id);
	out->waiting_since = INSTANT_NONE;
	if (db_step(q)) {
		out->waiting = db_int(q, 0);
		out->waiting_since = db_at(q, 1);
	}
	if (db_done(q))
		return -1;
	q = db_prep(db, "SELECT COUNT(*) FROM outbox o"
			" WHERE o.state = 'failed' AND o.clinic_id = :clinic");
	db_bind_int(q, ":clinic", sc->clinic_id);
	out->failed = db_one(q, 0);
	return 0;
}

int
health_store_get(struct db *db, struct arena *a, const struct scope *sc,
	instant_t now, struct health *out)
{
	*out = (struct health){.schema_name = "", .schema_at = INSTANT_NONE};
	if (read_schema(db, a, out) || read_outbox(db, sc, now, out) ||
		db_facts(db, a, &out->server))
		return -1;
	/* Numbers are without a gap, so the last one is how many. */
	out->events = db_one(
		db_prep(db, "/*every clinic: one chain for all*/"
			    "SELECT COALESCE(MAX(id), 0) FROM audit_event"),
		0);
	return 0;
}
