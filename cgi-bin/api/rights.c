/* The tables the interface for programs may touch; the rest is refused. */
#include "api/rights.h"

const struct db_right api_rights[] = {
	{"clinic", "r"},
	{"schema_version", "r"},
	{0},
};
