/* A request that comes while the database cannot be reached. Nothing here
 * may look at rq->db but for how it failed: it may be NULL. */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "tpl/tpl.h"
#include "web/form_state.h"
#include "web/gate.h"
#include "web/guard.h"
#include "web/health.h"
#include "web/http.h"
#include "web/lost.h"
#include "web/route.h"

/* A server that is switched over is back within seconds. */
#define RETRY_AFTER_S "15"

static bool
has_password(const struct form *f)
{
	for (size_t i = 0; f != NULL && i < f->n; i++)
		if (f->fields[i].type == FIELD_PASSWORD)
			return true;
	return false;
}

bool
web_same_again(struct req *rq, struct pairs *out)
{
	return req_posts(rq) && rq->page != NULL && http_path_sane(rq->path) &&
	       rq->body_len <= rq->page->body_max && guard_same_origin(rq) &&
	       !has_password(rq->page->form) &&
	       strncmp(rq->content_type, "application/x-www-form-urlencoded",
		       33) == 0 &&
	       http_pairs(rq->arena, rq->body, rq->body_len, out);
}

bool
web_taken_once(const struct req *rq)
{
	return rq->user != NULL && rq->form != NULL && rq->form->once != NULL &&
	       rq->form->once[0] != '\0';
}

int
web_lost(struct req *rq)
{
	static const char health[] = "the database cannot be reached\n";

	/* Whatever the handler wanted to send did not happen. */
	rq->reply->headers.n = 0;
	tpl_free(rq->root);
	rq->root = rq->tpl = NULL;
	req_header(rq, "Retry-After", RETRY_AFTER_S);
	if (rq->page == &health_page)
		req_body(rq, "text/plain; charset=utf-8", health,
			sizeof(health) - 1);
	else
		rq->gate->lost(rq, rq->db != NULL && db_unsure(rq->db));
	return 503;
}

int
web_db_err(struct req *rq)
{
	return db_state(rq->db) == DB_LOST ? web_lost(rq) : req_db_err(rq);
}
