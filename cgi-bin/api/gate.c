/* The api's gate. Nobody can log in here yet: it answers what is public,
 * in plain text, and knows no object. */
#include <string.h>

#include "api/api.h"
#include "base/arena.h"
#include "domain/clinic.h"
#include "store/clinic_store.h"
#include "web/gate.h"

static int
api_open(struct req *rq)
{
	struct clinic *c = arena_alloc(rq->arena, sizeof(*c));

	if (clinic_store_get(rq->db, rq->arena, 0, c) <= 0)
		return -1;
	rq->clinic = c;
	rq->scope = arena_alloc(rq->arena, sizeof(*rq->scope));
	rq->scope->clinic_id = c->id;
	return 0;
}

static int
api_session(struct req *rq, const char *token)
{
	(void)rq;
	(void)token;
	return 0;
}

static int
api_resolve(struct req *rq, const char *name, const char *value)
{
	(void)rq;
	(void)name;
	(void)value;
	return -1;
}

static void
api_fail(struct req *rq, enum err_kind kind, int status, const char *text)
{
	(void)kind;
	(void)status;
	rq->reply->type = "text/plain; charset=utf-8";
	rq->reply->body = arena_printf(rq->arena, "%s\n", text);
	rq->reply->body_len = strlen(rq->reply->body);
}

static void
api_lost(struct req *rq, bool unsure)
{
	static const char away[] = "{\"error\":\"unavailable\","
				   "\"saved\":false}\n";
	static const char unknown[] = "{\"error\":\"unavailable\","
				      "\"saved\":null}\n";

	if (unsure)
		req_body(rq, "application/json", unknown, sizeof(unknown) - 1);
	else
		req_body(rq, "application/json", away, sizeof(away) - 1);
}

const struct gate api_gate = {
	.program = "api",
	.cookie = "__Host-api",
	.open = api_open,
	.session = api_session,
	.resolve = api_resolve,
	.fail = api_fail,
	.lost = api_lost,
};
