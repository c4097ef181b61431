/* One open loop: work_item, its history work_event and its attempts. The
 * lists and counts are in item_list_store.c. */
#include "store/item_store.h"
#include "base/arena.h"
#include "db/db.h"
#include "store/item_cols.h"

int
item_store_get(struct db *db, struct arena *a, const struct scope *sc,
	int64_t id, struct item *out)
{
	struct db_stmt *q =
		db_prep(db, "SELECT " ITEM_COLS ITEM_FROM
			    " WHERE i.id = :id AND i.clinic_id = :clinic"
			    "   AND " ITEM_SEEN);
	int found = 0;

	item_bind_scope(q, sc);
	db_bind_int(q, ":id", id);
	if (db_step(q)) {
		*out = item_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
item_store_find_open(struct db *db, struct arena *a, const struct scope *sc,
	enum item_kind kind, const char *subject_type, int64_t subject_id,
	struct item *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT " ITEM_COLS ITEM_FROM
		" WHERE i.clinic_id = :clinic AND i.kind = :kind"
		"   AND i.subject_type = :type AND i.subject_id = :subject"
		"   AND i.closed_at IS NULL");
	int found = 0;

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", item_kind_name(kind));
	db_bind_text(q, ":type", subject_type);
	db_bind_int(q, ":subject", subject_id);
	if (db_step(q)) {
		*out = item_read(q, a);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int64_t
item_store_add(struct db *db, const struct scope *sc, const struct item *it)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO work_item (clinic_id, kind, patient_id,"
		"  subject_type, subject_id, title, detail, next_step, state,"
		"  state_at, owner_id, team_id, priority, due_at, due_all_day,"
		"  opened_at, opened_by)"
		" VALUES (:clinic, :kind, :patient, :type, :subject, :title,"
		"  :detail, :next, :state, :at, :owner, :team, :priority, :due,"
		"  :all_day, :at, :by)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", item_kind_name(it->kind));
	db_bind_id(q, ":patient", it->patient_id);
	db_bind_text(q, ":type", it->subject_type);
	db_bind_id(q, ":subject", it->subject_id);
	db_bind_text(q, ":title", it->title);
	db_bind_text(q, ":detail", it->detail);
	db_bind_text(q, ":next", it->next_step);
	db_bind_text(q, ":state", item_state_name(it->state));
	db_bind_id(q, ":owner", it->owner_id);
	db_bind_id(q, ":team", it->team_id);
	db_bind_int(q, ":priority", it->priority);
	db_bind_at(q, ":due", it->due_at);
	db_bind_bool(q, ":all_day", it->due_all_day);
	db_bind_at(q, ":at", it->opened_at);
	db_bind_id(q, ":by", it->opened_by);
	return db_insert(q);
}

int64_t
item_store_save(struct db *db, const struct scope *sc, const struct item *it,
	int64_t version)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE work_item SET version = version + 1,"
		"  state_at = CASE WHEN state = :state THEN state_at"
		"             ELSE :state_at END,"
		"  state = :state, waiting_on = :waiting, owner_id = :owner,"
		"  team_id = :team, due_at = :due, due_all_day = :all_day,"
		"  snoozed_until = :snoozed, attempts = :attempts,"
		"  last_attempt_at = :last_at, last_outcome = :last,"
		"  closed_at = :closed_at, closed_by = :closed_by,"
		"  close_reason = :reason, evidence_type = :proof,"
		"  evidence_id = :evidence_id, evidence = :evidence"
		" WHERE id = :id AND clinic_id = :clinic AND version = "
		":version");

	db_bind_int(q, ":id", it->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":version", version);
	db_bind_text(q, ":state", item_state_name(it->state));
	db_bind_at(q, ":state_at", it->state_at);
	db_bind_text(q, ":waiting", it->waiting_on);
	db_bind_id(q, ":owner", it->owner_id);
	db_bind_id(q, ":team", it->team_id);
	db_bind_at(q, ":due", it->due_at);
	db_bind_bool(q, ":all_day", it->due_all_day);
	db_bind_at(q, ":snoozed", it->snoozed_until);
	db_bind_int(q, ":attempts", it->attempts);
	db_bind_at(q, ":last_at", it->last_attempt_at);
	db_bind_text(q, ":last", it->last_outcome);
	db_bind_at(q, ":closed_at", it->closed_at);
	db_bind_id(q, ":closed_by", it->closed_by);
	db_bind_text(q, ":reason", it->close_reason);
	db_bind_text(q, ":proof", item_proof_name(it->proof));
	db_bind_id(q, ":evidence_id", it->evidence_id);
	db_bind_text(q, ":evidence", it->evidence);
	return db_exec(q);
}

int64_t
item_store_team(struct db *db, const struct scope *sc, const char *name)
{
	struct db_stmt *q =
		db_prep(db, "SELECT id FROM team"
			    " WHERE clinic_id = :clinic AND name = :name");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", name);
	return db_one(q, 0);
}

int
item_store_may_own(struct db *db, const struct scope *sc, int64_t owner_id,
	int64_t team_id)
{
	struct db_stmt *q = db_prep(db,
		"SELECT CASE WHEN"
		"   (:owner = 0 OR EXISTS (SELECT 1 FROM app_user u"
		"         WHERE u.id = :owner AND u.clinic_id = :clinic"
		"           AND u.disabled_at IS NULL))"
		"   AND (:team = 0 OR EXISTS (SELECT 1 FROM team t"
		"         WHERE t.id = :team AND t.clinic_id = :clinic))"
		" THEN 1 ELSE 0 END");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":owner", owner_id);
	db_bind_int(q, ":team", team_id);
	return db_one(q, 0) == 1;
}

/* ---- history ---------------------------------------------------------- */

int64_t
item_store_log(
	struct db *db, const struct scope *sc, const struct item_change *c)
{
	const struct item *was = c->was;
	struct db_stmt *q = db_prep(db,
		"INSERT INTO work_event (clinic_id, item_id, at, user_id, "
		"actor,"
		"  what, before, after, note, batch_id, was_state,"
		"  was_waiting_on, was_owner_id, was_team_id, was_due_at,"
		"  was_all_day, was_snoozed_until)"
		" VALUES (:clinic, :item, :at, :user, :actor, :what, :before,"
		"  :after, :note, :batch, :state, :waiting, :owner, :team, "
		":due,"
		"  :all_day, :snoozed)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":item", c->item_id);
	db_bind_at(q, ":at", c->at);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_text(q, ":actor", c->actor);
	db_bind_text(q, ":what", c->what);
	db_bind_text(q, ":before", c->before ? c->before : "");
	db_bind_text(q, ":after", c->after ? c->after : "");
	db_bind_text(q, ":note", c->note ? c->note : "");
	db_bind_id(q, ":batch", c->batch_id);
	db_bind_text(q, ":state", was ? item_state_name(was->state) : "");
	db_bind_text(q, ":waiting", was ? was->waiting_on : "");
	db_bind_id(q, ":owner", was ? was->owner_id : 0);
	db_bind_id(q, ":team", was ? was->team_id : 0);
	db_bind_at(q, ":due", was ? was->due_at : INSTANT_NONE);
	db_bind_bool(q, ":all_day", was && was->due_all_day);
	db_bind_at(q, ":snoozed", was ? was->snoozed_until : INSTANT_NONE);
	return db_insert(q);
}

int64_t
item_store_next_batch(struct db *db, const struct scope *sc)
{
	struct db_stmt *q = db_prep(db,
		"SELECT COALESCE(MAX(batch_id), 0) + 1 FROM work_event"
		" WHERE clinic_id = :clinic AND batch_id IS NOT NULL");

	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_one(q, 0);
}

int
item_store_last(struct db *db, struct arena *a, const struct scope *sc,
	int64_t item, struct item_last *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.id, e.at, u.name, e.what, e.batch_id, e.was_state,"
		"       e.was_waiting_on, e.was_owner_id, e.was_team_id,"
		"       e.was_due_at, e.was_all_day, e.was_snoozed_until"
		"  FROM work_event e LEFT JOIN app_user u ON u.id = e.user_id"
		" WHERE e.item_id = :item AND e.clinic_id = :clinic"
		" ORDER BY e.id DESC LIMIT 1");
	int found = 0;

	db_bind_int(q, ":item", item);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q)) {
		*out = (struct item_last){
			.id = db_int(q, 0),
			.at = db_at(q, 1),
			.user = db_text(q, 2, a),
			.what = db_text(q, 3, a),
			.batch_id = db_int(q, 4),
			.was.waiting_on = db_text(q, 6, a),
			.was.owner_id = db_int(q, 7),
			.was.team_id = db_int(q, 8),
			.was.due_at = db_at(q, 9),
			.was.due_all_day = db_bool(q, 10),
			.was.snoozed_until = db_at(q, 11),
		};
		out->undoable =
			item_state_parse(db_text(q, 5, a), &out->was.state);
		found = 1;
	}
	return db_done(q) ? -1 : found;
}

int
item_store_batch(struct db *db, struct arena *a, const struct scope *sc,
	int64_t batch, struct item_id_list *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT item_id FROM work_event"
		" WHERE batch_id = :batch AND clinic_id = :clinic ORDER BY id");

	db_bind_int(q, ":batch", batch);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = db_int(q, 0);
	return db_done(q);
}

int
item_store_events(struct db *db, struct arena *a, const struct scope *sc,
	int64_t item, struct item_events *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT e.id, e.at, u.name, e.actor, e.what, e.before, e.after,"
		"       e.note"
		"  FROM work_event e LEFT JOIN app_user u ON u.id = e.user_id"
		" WHERE e.item_id = :item AND e.clinic_id = :clinic"
		" ORDER BY e.id DESC");

	db_bind_int(q, ":item", item);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct item_event){
			.id = db_int(q, 0),
			.at = db_at(q, 1),
			.user = db_text(q, 2, a),
			.actor = db_text(q, 3, a),
			.what = db_text(q, 4, a),
			.before = db_text(q, 5, a),
			.after = db_text(q, 6, a),
			.note = db_text(q, 7, a),
		};
	return db_done(q);
}

/* ---- attempts --------------------------------------------------------- */

int64_t
item_store_add_attempt(struct db *db, const struct scope *sc,
	const struct item *it, const struct attempt *t)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO attempt (clinic_id, item_id, patient_id, at,"
		"  user_id, channel, number, person, outcome, note)"
		" VALUES (:clinic, :item, :patient, :at, :user, :channel,"
		"  :number, :person, :outcome, :note)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":item", it->id);
	db_bind_id(q, ":patient", it->patient_id);
	db_bind_at(q, ":at", t->at);
	db_bind_id(q, ":user", sc->user_id);
	db_bind_text(q, ":channel", t->channel);
	db_bind_text(q, ":number", t->number);
	db_bind_text(q, ":person", t->person);
	db_bind_text(q, ":outcome", t->outcome);
	db_bind_text(q, ":note", t->note);
	return db_insert(q);
}

int
item_store_attempts(struct db *db, struct arena *a, const struct scope *sc,
	int64_t item, struct attempts *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT t.id, t.at, u.name, t.channel, t.number, t.person,"
		"       t.outcome, t.note"
		"  FROM attempt t JOIN app_user u ON u.id = t.user_id"
		" WHERE t.item_id = :item AND t.clinic_id = :clinic"
		" ORDER BY t.at DESC, t.id DESC");

	db_bind_int(q, ":item", item);
	db_bind_int(q, ":clinic", sc->clinic_id);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct attempt){
			.id = db_int(q, 0),
			.at = db_at(q, 1),
			.user = db_text(q, 2, a),
			.channel = db_text(q, 3, a),
			.number = db_text(q, 4, a),
			.person = db_text(q, 5, a),
			.outcome = db_text(q, 6, a),
			.note = db_text(q, 7, a),
		};
	return db_done(q);
}

/* ---- proof ------------------------------------------------------------ */

int
item_store_candidates(struct db *db, struct arena *a, const struct scope *sc,
	const struct item *it, instant_t now, struct item_candidates *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT a.id, a.start_at, COALESCE(v.short_name, '')"
		"  FROM appointment a"
		"  LEFT JOIN provider v ON v.id = a.provider_id"
		" WHERE a.patient_id = :patient AND a.clinic_id = :clinic"
		"   AND (a.start_at >= :now OR a.created_at >= :opened)"
		"   AND a.status IN ('pending', 'booked', 'arrived',"
		"                    'checked-in', 'fulfilled')"
		" ORDER BY a.start_at LIMIT 20");

	db_bind_int(q, ":patient", it->patient_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	db_bind_at(q, ":opened", it->opened_at);
	while (db_step(q))
		*ARENA_PUSH(a, out) = (struct item_candidate){
			.id = db_int(q, 0),
			.at = db_at(q, 1),
			.text = db_text(q, 2, a),
		};
	return db_done(q);
}

static int
attempt_proves(struct db *db, struct arena *a, const struct scope *sc,
	const struct item *it, int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "SELECT outcome FROM attempt WHERE id = :id"
			    "   AND item_id = :item AND clinic_id = :clinic");
	int ok = 0;

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":item", it->id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_step(q))
		ok = attempt_is_contact(db_text(q, 0, a));
	return db_done(q) ? -1 : ok;
}

static int
visit_proves(struct db *db, const struct scope *sc, const struct item *it,
	int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "SELECT 1 FROM appointment"
			    " WHERE id = :id AND patient_id = :patient"
			    "   AND clinic_id = :clinic"
			    "   AND status IN ('pending', 'booked', 'arrived',"
			    "                  'checked-in', 'fulfilled')");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":patient", it->patient_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (int)db_one(q, 0);
}

static int
check_proves(struct db *db, const struct scope *sc, const struct item *it,
	int64_t id)
{
	struct db_stmt *q =
		db_prep(db, "SELECT 1 FROM coverage_check"
			    " WHERE id = :id AND patient_id = :patient"
			    "   AND clinic_id = :clinic AND result = 'active'");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":patient", it->patient_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (int)db_one(q, 0);
}

int
item_store_proves(struct db *db, struct arena *a, const struct scope *sc,
	const struct item *it, enum item_proof proof, int64_t id)
{
	switch (proof) {
	case PROOF_ATTEMPT:
		return attempt_proves(db, a, sc, it, id);
	case PROOF_APPOINTMENT:
		return visit_proves(db, sc, it, id);
	case PROOF_COVERAGE_CHECK:
		return check_proves(db, sc, it, id);
	case PROOF_NOTE:
	case PROOF_NONE:
		break;
	}
	return 0;
}
