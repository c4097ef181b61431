/* handrail-portal: the pages patients see. It stands on the internet, so
 * it holds neither the code nor the rights that reach staff data. */
#include "base/conf.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "portal/rights.h"
#include "web/web.h"

static const char *
host(const struct conf *conf)
{
	return conf->portal_host;
}

static const struct program program = {
	.name = "handrail-portal",
	.pages = portal_pages,
	.gate = &portal_gate,
	.rights = portal_rights,
	.host = host,
};

int
main(int argc, char **argv)
{
	return web_main(argc, argv, &program);
}
