/* What both ways in, log-in and activation, end with. */
#include "portal/session.h"
#include "base/arena.h"
#include "base/token.h"
#include "domain/portal.h"
#include "store/portal_store.h"
#include "store/session_store.h"
#include "web/gate.h"
#include "web/req.h"

/* From here on the request is the new session's: that is what is audited. */
static void
become(struct req *rq, int64_t account, int64_t patient, int64_t session)
{
	struct user_info *u = arena_alloc(rq->arena, sizeof(*u));

	*u = (struct user_info){
		.id = account,
		.login = "",
		.name = "",
		.initials = "",
		.theme = "system",
		.density = "normal",
		.lang = rq->lang,
	};
	rq->user = u;
	rq->scope->patient_id = patient;
	rq->scope->roles = 1u << ROLE_PATIENT;
	rq->session->id = session;
	rq->session->seen_at = rq->now;
}

int
portal_session_start(struct req *rq, int64_t account, int64_t patient)
{
	char *token = arena_alloc(rq->arena, TOKEN_SIZE);
	char hash[TOKEN_HASH_SIZE], csrf[TOKEN_SIZE];
	int64_t id;

	token_make(token);
	token_make(csrf);
	token_hash(token, hash);
	id = session_store_add(rq->db, SESSION_PORTAL, account, hash, csrf,
		rq->now, rq->address, rq->agent);
	if (id == 0 ||
		session_store_trim(rq->db, SESSION_PORTAL, account,
			PORTAL_SESSIONS, rq->now) < 0 ||
		portal_store_logged_in(rq->db, rq->scope, account, rq->now) < 0)
		return -1;
	become(rq, account, patient, id);
	req_cookie(rq, rq->gate->cookie, token);
	req_cookie(rq, "__Host-pre", "");
	return 0;
}
