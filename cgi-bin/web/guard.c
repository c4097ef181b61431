/* Whether a form was sent from our own pages. */
#include <string.h>

#include "web/guard.h"
#include "web/req.h"

static bool
origin_is_host(const char *origin, const char *host)
{
	const char *at = strstr(origin, "://");

	return at != NULL && host[0] != '\0' && strcmp(at + 3, host) == 0;
}

bool
guard_same_origin(const struct req *rq)
{
	bool known = false;

	if (rq->fetch_site != NULL && rq->fetch_site[0] != '\0') {
		if (strcmp(rq->fetch_site, "same-origin") != 0)
			return false;
		known = true;
	}
	if (rq->origin != NULL && rq->origin[0] != '\0') {
		if (!origin_is_host(rq->origin, rq->host))
			return false;
		known = true;
	}
	return known;
}
