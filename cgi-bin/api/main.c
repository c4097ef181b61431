/* handrail-api: what other programs ask. So far whether we are there. */
#include "api/api.h"
#include "base/conf.h"
#include "db/db.h"
#include "web/web.h"

static const char *
host(const struct conf *conf)
{
	return conf->api_host;
}

static const struct db_right rights[] = {
	{"clinic", "r"},
	{"schema_version", "r"},
	{0},
};

static const struct program program = {
	.name = "handrail-api",
	.pages = api_pages,
	.gate = &api_gate,
	.rights = rights,
	.host = host,
};

int
main(int argc, char **argv)
{
	return web_main(argc, argv, &program);
}
