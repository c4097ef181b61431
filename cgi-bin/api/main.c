/* handrail-api: what other programs ask. So far whether we are there. */
#include "api/api.h"
#include "api/rights.h"
#include "base/conf.h"
#include "web/web.h"

static const char *
host(const struct conf *conf)
{
	return conf->api_host;
}

static const struct program program = {
	.name = "handrail-api",
	.pages = api_pages,
	.gate = &api_gate,
	.rights = api_rights,
	.host = host,
};

int
main(int argc, char **argv)
{
	return web_main(argc, argv, &program);
}
