/* The rows of the demonstration clinic: SQL for handrailctl demo. */
#include "store/demo_store.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "domain/scope.h"

static int
run(struct db_stmt *q)
{
	return db_exec(q) < 0 ? -1 : 0;
}

static void
bind_cents(struct db_stmt *q, const char *name, int64_t cents)
{
	if (cents < 0)
		db_bind_id(q, name, 0);
	else
		db_bind_int(q, name, cents);
}

int64_t
demo_store_people(struct db *db, const struct scope *sc)
{
	struct db_stmt *q =
		db_prep(db, "SELECT CASE WHEN EXISTS (SELECT 1 FROM patient"
			    "   WHERE clinic_id = :clinic) OR EXISTS (SELECT 1"
			    "    FROM app_user WHERE clinic_id = :clinic)"
			    "  THEN 1 ELSE 0 END");

	db_bind_int(q, ":clinic", sc->clinic_id);
	return db_one(q, -1);
}

int
demo_store_next_mrn(struct db *db, const struct scope *sc, int64_t next)
{
	struct db_stmt *q = db_prep(
		db, "UPDATE clinic SET next_mrn = :next WHERE id = :clinic");

	db_bind_int(q, ":next", next);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int
demo_store_set_clinic(
	struct db *db, const struct scope *sc, const struct clinic *c)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE clinic SET name = :name, short_name = :short_name,"
		" phone = :phone, zone = :zone, clock24 = :clock24,"
		" version = version + 1 WHERE id = :clinic");

	db_bind_text(q, ":name", c->name);
	db_bind_text(q, ":short_name", c->short_name);
	db_bind_text(q, ":phone", c->phone);
	db_bind_text(q, ":zone", c->zone);
	db_bind_bool(q, ":clock24", c->clock24);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int64_t
demo_store_add_payer(
	struct db *db, const struct scope *sc, const struct demo_payer *p)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO payer (clinic_id, name, payer_code, kind, phone)"
		" VALUES (:clinic, :name, :code, :kind, :phone) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":name", p->name);
	db_bind_text(q, ":code", p->code);
	db_bind_text(q, ":kind", p->kind);
	db_bind_text(q, ":phone", p->phone);
	return db_insert(q);
}

int64_t
demo_store_add_coverage(
	struct db *db, const struct scope *sc, const struct demo_policy *p)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO coverage (clinic_id, patient_id, payer_id,"
		" plan_name, plan_kind, member_id, group_no, relationship,"
		" subscriber_name, subscriber_birth_on, start_on, end_on, rank,"
		" copay_cents, status, source, created_at, updated_at)"
		" VALUES (:clinic, :patient, :payer, :plan_name, :plan_kind,"
		" :member, :group, :relationship, :subscriber,"
		" :subscriber_birth, :start, :end, :rank, :copay,"
		" 'active', 'demo', :at, :at) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", p->patient_id);
	db_bind_int(q, ":payer", p->payer_id);
	db_bind_text(q, ":plan_name", p->plan_name);
	db_bind_text(q, ":plan_kind", p->plan_kind);
	db_bind_text(q, ":member", p->member_id);
	db_bind_text(q, ":group", p->group_no);
	db_bind_text(q, ":relationship", p->relationship);
	db_bind_text(q, ":subscriber", p->subscriber);
	db_bind_day(q, ":subscriber_birth", p->subscriber_birth);
	db_bind_day(q, ":start", p->start);
	db_bind_day(q, ":end", p->end);
	db_bind_int(q, ":rank", p->rank);
	bind_cents(q, ":copay", p->copay_cents);
	db_bind_at(q, ":at", p->at);
	return db_insert(q);
}

int64_t
demo_store_add_check(
	struct db *db, const struct scope *sc, const struct demo_check *c)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO coverage_check (clinic_id, patient_id,"
		" coverage_id, at, user_id, method, result, service_on,"
		" copay_cents, deductible_cents, deductible_left_cents,"
		" reference, note)"
		" VALUES (:clinic, :patient, :coverage, :at, :user, :method,"
		" :result, :service, :copay, :deductible, :left, :reference,"
		" :note) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", c->patient_id);
	db_bind_int(q, ":coverage", c->coverage_id);
	db_bind_at(q, ":at", c->at);
	db_bind_id(q, ":user", c->user_id);
	db_bind_text(q, ":method", c->method);
	db_bind_text(q, ":result", c->result);
	db_bind_day(q, ":service", c->service);
	bind_cents(q, ":copay", c->copay_cents);
	bind_cents(q, ":deductible", c->deductible_cents);
	bind_cents(q, ":left", c->left_cents);
	db_bind_text(q, ":reference", c->reference);
	db_bind_text(q, ":note", c->note);
	return db_insert(q);
}

int
demo_store_moved(
	struct db *db, const struct scope *sc, int64_t old, int64_t new_id)
{
	struct db_stmt *q =
		db_prep(db, "UPDATE appointment SET replaced_by_id = :new"
			    " WHERE id = :old AND clinic_id = :clinic");

	db_bind_int(q, ":new", new_id);
	db_bind_int(q, ":old", old);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

static void
bind_item_state(struct db_stmt *q, const struct item *it)
{
	db_bind_text(q, ":state", item_state_name(it->state));
	db_bind_at(q, ":state_at", it->state_at);
	db_bind_text(q, ":waiting_on", it->waiting_on);
	db_bind_at(q, ":due", it->due_at);
	db_bind_bool(q, ":all_day", it->due_all_day);
	db_bind_at(q, ":snoozed", it->snoozed_until);
	db_bind_at(q, ":escalated", it->escalated_at);
	db_bind_int(q, ":attempts", it->attempts);
	db_bind_at(q, ":last_attempt", it->last_attempt_at);
	db_bind_text(q, ":last_outcome", it->last_outcome);
	db_bind_at(q, ":opened", it->opened_at);
	db_bind_id(q, ":opened_by", it->opened_by);
	db_bind_at(q, ":closed", it->closed_at);
	db_bind_id(q, ":closed_by", it->closed_by);
	db_bind_text(q, ":close_reason", it->close_reason);
	db_bind_text(q, ":evidence_type", item_proof_name(it->proof));
	db_bind_text(q, ":evidence", it->evidence);
}

int64_t
demo_store_add_item(
	struct db *db, const struct scope *sc, const struct item *it)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO work_item (clinic_id, kind, patient_id,"
		" subject_type, subject_id, title, detail, next_step, state,"
		" state_at, waiting_on, owner_id, team_id, priority, due_at,"
		" due_all_day, snoozed_until, escalated_at, attempts,"
		" last_attempt_at, last_outcome, opened_at, opened_by,"
		" closed_at, closed_by, close_reason, evidence_type, evidence)"
		" VALUES (:clinic, :kind, :patient, :subject_type, :subject,"
		" :title, :detail, :next_step, :state, :state_at, :waiting_on,"
		" :owner, :team, :priority, :due, :all_day, :snoozed,"
		" :escalated, :attempts, :last_attempt, :last_outcome,"
		" :opened, :opened_by, :closed, :closed_by, :close_reason,"
		" :evidence_type, :evidence) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", item_kind_name(it->kind));
	db_bind_id(q, ":patient", it->patient_id);
	db_bind_text(q, ":subject_type", it->subject_type);
	db_bind_id(q, ":subject", it->subject_id);
	db_bind_text(q, ":title", it->title);
	db_bind_text(q, ":detail", it->detail);
	db_bind_text(q, ":next_step", it->next_step);
	db_bind_id(q, ":owner", it->owner_id);
	db_bind_id(q, ":team", it->team_id);
	db_bind_int(q, ":priority", it->priority);
	bind_item_state(q, it);
	return db_insert(q);
}

int
demo_store_add_item_event(struct db *db, const struct scope *sc, int64_t item,
	int64_t user, const struct item_event *e)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO work_event (clinic_id, item_id, at, user_id,"
		" actor, what, before, after, note)"
		" VALUES (:clinic, :item, :at, :user, :actor, :what, :before,"
		" :after, :note)");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":item", item);
	db_bind_at(q, ":at", e->at);
	db_bind_id(q, ":user", user);
	db_bind_text(q, ":actor", e->actor);
	db_bind_text(q, ":what", e->what);
	db_bind_text(q, ":before", e->before);
	db_bind_text(q, ":after", e->after);
	db_bind_text(q, ":note", e->note);
	return run(q);
}

int64_t
demo_store_add_attempt(struct db *db, const struct scope *sc,
	const struct item *it, int64_t user, const struct attempt *t)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO attempt (clinic_id, item_id, patient_id, at,"
		" user_id, channel, number, person, outcome, note)"
		" VALUES (:clinic, :item, :patient, :at, :user, :channel,"
		" :number, :person, :outcome, :note) RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":item", it->id);
	db_bind_id(q, ":patient", it->patient_id);
	db_bind_at(q, ":at", t->at);
	db_bind_int(q, ":user", user);
	db_bind_text(q, ":channel", t->channel);
	db_bind_text(q, ":number", t->number);
	db_bind_text(q, ":person", t->person);
	db_bind_text(q, ":outcome", t->outcome);
	db_bind_text(q, ":note", t->note);
	return db_insert(q);
}

int
demo_store_proved_by(
	struct db *db, const struct scope *sc, int64_t item, int64_t attempt)
{
	struct db_stmt *q = db_prep(db,
		"UPDATE work_item"
		"   SET evidence_type = 'attempt', evidence_id = :attempt"
		" WHERE id = :item AND clinic_id = :clinic");

	db_bind_int(q, ":attempt", attempt);
	db_bind_int(q, ":item", item);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return run(q);
}

int64_t
demo_store_add_account(struct db *db, const struct scope *sc, int64_t patient,
	const char *login, const char *hash, instant_t now)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO portal_account (clinic_id, patient_id, login,"
		" password_hash, created_at)"
		" VALUES (:clinic, :patient, :login, :hash, :now)"
		" RETURNING id");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":patient", patient);
	db_bind_text(q, ":login", login);
	db_bind_text(q, ":hash", hash);
	db_bind_at(q, ":now", now);
	return db_insert(q);
}
