/* Whether the program and its database answer: for nginx and monitors.
 * Says nothing about anybody. */
#include "web/health.h"
#include "web/req.h"

static int
health_run(struct req *rq)
{
	return req_body(rq, "text/plain; charset=utf-8", "ok\n", 3);
}

const struct page health_page = {
	.method = "GET",
	.path = "/health",
	.perm = PERM_PUBLIC,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.about = "Answers ok when the program can read its database.",
	.run = health_run,
};
