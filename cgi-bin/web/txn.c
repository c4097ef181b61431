/*
 * A page inside its transaction. Two that cross each other are told apart
 * by the database, which gives one of them up: that one is undone and run
 * again from the start, a few times.
 *
 * Locks are taken in one order: the clinic's, a patient's, rows, and last
 * the end of the audit chain, after which only the commit follows. So two
 * requests can wait for each other over rows alone (two bulk changes of
 * the same loops, say); the server ends one of them with DB_AGAIN. With
 * SQLite the one writer holds the whole file, and nothing here waits.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/log.h"
#include "base/token.h"
#include "db/db.h"
#include "web/form_state.h"
#include "web/gate.h"
#include "web/link.h"
#include "web/lost.h"
#include "web/rerun.h"
#include "web/route.h"
#include "web/txn.h"
#include "web/web.h"

/* How often a page is run before its person is told to try again. */
#define RUNS 3

static int
resolve(struct req *rq, const struct params *params)
{
	for (size_t i = 0; i < params->n; i++)
		if (rq->gate->resolve(rq, params->name[i], params->value[i]) <
			0)
			return db_error(rq->db) != NULL
				       ? req_db_err(rq)
				       : req_fail(rq, ERR_NOT_FOUND, "%s",
						 tr(rq, "There is nothing "
							"here. It may "
							"have been removed, or "
							"the "
							"address is wrong."));
	return 0;
}

/* The same form with the same content, sent again: a double click, or Back
 * and the button once more. Changed content is a new act. */
static const char *
once_key(struct req *rq)
{
	struct buf b;
	char *key;

	if (!req_posts(rq) || !web_taken_once(rq))
		return NULL;
	b = buf_new(rq->arena);
	buf_addf(&b, "%s %s ", rq->session->token, rq->path);
	buf_add(&b, rq->body, rq->body_len);
	key = arena_alloc(rq->arena, TOKEN_HASH_SIZE);
	token_hash_bytes(b.s, b.n, key);
	return key;
}

static const char *
location(const struct req *rq)
{
	const char *name = rq->htmx ? "HX-Redirect" : "Location";

	for (size_t i = 0; i < rq->reply->headers.n; i++)
		if (strcmp(rq->reply->headers.v[i].name, name) == 0)
			return rq->reply->headers.v[i].value;
	return NULL;
}

/* The handler, once for each form. */
static int
run(struct req *rq)
{
	const char *key = once_key(rq), *to = NULL;
	int st, seen;

	if (key != NULL) {
		seen = rq->gate->once(rq, key, &to);
		if (seen < 0)
			return req_db_err(rq);
		if (seen > 0)
			return req_redirect(rq, "%s", to);
	}
	if (form_bad(rq))
		return rq->page->again(rq);
	st = rq->page->run(rq);
	if (st < 400 && key != NULL && (to = location(rq)) != NULL &&
		rq->gate->once_done(rq, key, to) < 0)
		return req_db_err(rq);
	if (st < 400 && rq->flash != NULL && rq->session != NULL &&
		rq->gate->flash(rq, rq->flash, rq->flash_undo) < 0)
		return req_db_err(rq);
	return st;
}

/* ---- what outlives a request that changed nothing --------------------- */

static int
note_once(struct req *rq, bool audit, int st)
{
	if (db_begin(rq->db, DB_WRITE) < 0)
		return -1;
	/* Wrong passwords are counted one after the other: nobody's lock. */
	if (rq->keep.n > 0 && db_lock(rq->db, DB_LOCK_PATIENT, 0, false) < 0)
		return -1;
	for (size_t i = 0; i < rq->keep.n; i++)
		if (rq->keep.v[i](rq) < 0)
			return -1;
	if (rq->user != NULL && !rq->page->poll &&
		rq->gate->touch(rq, rq->keep.n > 0) < 0)
		return -1;
	if (audit && rq->gate->audit(rq, st) < 0)
		return -1;
	return db_commit(rq->db);
}

int
txn_note(struct req *rq, int st)
{
	bool audit = rq->page->audit != AUDIT_NONE || st == 403;

	if (!audit && rq->keep.n == 0 && rq->user == NULL)
		return st;
	/* The reply is drawn: only the writing is done again. */
	for (int n = 1; note_once(rq, audit, st) < 0; n++) {
		bool again = db_state(rq->db) == DB_AGAIN && n < RUNS;

		if (!again) {
			/* No audit row, no data. */
			log_error("ref=%s audit: %s", rq->ref,
				db_error(rq->db) != NULL ? db_error(rq->db)
							 : "?");
			st = web_db_err(rq);
		}
		db_rollback(rq->db);
		if (!again)
			return st;
	}
	return st;
}

/* ---- reading ---------------------------------------------------------- */

static int
read_once(struct req *rq, const struct params *params)
{
	int st = resolve(rq, params);

	if (st == 0)
		st = run(rq);
	if (db_error(rq->db) != NULL)
		st = web_db_err(rq);
	return st;
}

/*
 * The page from the standby, if that knows all that this session has
 * changed: 0 where the primary must be asked. What it cannot find may be
 * too new for it.
 */
static int
read_elsewhere(struct web *w, struct req *rq, const struct params *params)
{
	const struct rerun *mark;
	struct db *home = rq->db, *standby;
	bool bad;
	int st;

	if (!rq->page->standby || rq->user == NULL ||
		(standby = web_standby(w)) == NULL)
		return 0;
	mark = rerun_mark(rq);
	rq->db = standby;
	st = db_begin(standby, DB_READ) == 0 && rq->gate->caught_up(rq)
		     ? read_once(rq, params)
		     : 0;
	rq->db = home;
	bad = db_error(standby) != NULL;
	if (bad)
		web_standby_failed(w);
	db_rollback(standby);
	if (st != 0 && st != 404 && !bad)
		return st;
	rerun_back(rq, mark);
	return 0;
}

int
txn_reading(struct web *w, struct req *rq, const struct params *params)
{
	int st = read_elsewhere(w, rq, params);

	if (st != 0)
		return txn_note(rq, st);
	if (rq->page->txn == TXN_READ && db_begin(rq->db, DB_READ) < 0)
		st = web_db_err(rq);
	else
		st = read_once(rq, params);
	if (db_state(rq->db) == DB_LOST) {
		db_rollback(rq->db);
		return st;
	}
	if (db_error(rq->db) != NULL || db_in_txn(rq->db))
		db_rollback(rq->db);
	return txn_note(rq, st);
}

/* ---- writing ---------------------------------------------------------- */

/*
 * The locks of a change and what it is about. Who changes how the clinic is
 * set up has it alone, so that no visit is booked into hours that end at
 * the same time; anybody else shares it, and has the patient alone.
 */
static int
hold(struct req *rq, const struct params *params)
{
	bool server = strcmp(db_engine_name(rq->db), "sqlite") != 0;
	int64_t patient;
	int st;

	db_lock(rq->db, DB_LOCK_CLINIC, rq->scope->clinic_id,
		!page_sets_up(rq->page));
	st = resolve(rq, params);
	if (st != 0)
		return st;
	patient = rq->gate->patient != NULL ? rq->gate->patient(rq) : 0;
	/* What has neither a patient nor a user is a way in: one at a time,
	 * for it counts wrong tries. */
	if (patient == 0 && rq->user != NULL)
		return 0;
	db_lock(rq->db, DB_LOCK_PATIENT, patient, false);
	/* It may have been waited for: what was read may be old by now. */
	return server ? resolve(rq, params) : 0;
}

/* The status; below 400 it is committed. */
static int
write_once(struct req *rq, const struct params *params)
{
	int st = 0;

	if (db_begin(rq->db, DB_WRITE) == 0)
		st = hold(rq, params);
	if (st == 0)
		st = db_error(rq->db) == NULL ? run(rq) : req_db_err(rq);
	if (st >= 400)
		return st;
	if ((rq->user == NULL || rq->gate->touch(rq, true) == 0) &&
		(rq->page->audit == AUDIT_NONE ||
			rq->gate->audit(rq, st) == 0) &&
		db_commit(rq->db) == 0)
		return st;
	return req_db_err(rq);
}

/* It crossed another: that, or the same form a second time, whose first
 * was not committed yet when this one looked for it. */
static bool
crossed(const struct db *db)
{
	return db_state(db) == DB_AGAIN ||
	       (db_state(db) == DB_CONFLICT &&
		       strcmp(db_constraint(db), "form_once.key") == 0);
}

int
txn_writing(struct req *rq, const struct params *params)
{
	const struct rerun *mark = rerun_mark(rq);
	bool lost;
	int st;

	for (int n = 1;; n++) {
		st = write_once(rq, params);
		if (st < 400)
			return st;
		if (db_error(rq->db) != NULL)
			log_error("ref=%s run=%d %s %s: %s", rq->ref, n,
				rq->page->method, rq->page->path,
				db_error(rq->db));
		if (n == RUNS || !crossed(rq->db))
			break;
		db_rollback(rq->db);
		rerun_back(rq, mark);
	}
	lost = db_state(rq->db) == DB_LOST;
	if (lost)
		st = web_lost(rq);
	db_rollback(rq->db);
	return lost ? st : txn_note(rq, st);
}
