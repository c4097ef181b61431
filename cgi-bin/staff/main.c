/* handrail-staff: the pages of the clinic's own people. */
#include "base/conf.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/rights.h"
#include "web/web.h"

static const char *
host(const struct conf *conf)
{
	return conf->staff_host;
}

static const struct program program = {
	.name = "handrail-staff",
	.pages = staff_pages,
	.gate = &staff_gate,
	.rights = staff_rights,
	.host = host,
};

int
main(int argc, char **argv)
{
	return web_main(argc, argv, &program);
}
