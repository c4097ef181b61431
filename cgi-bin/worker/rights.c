/* The tables the worker may touch; the rest is refused. */
#include "worker/rights.h"

const struct db_right worker_rights[] = {
	{"audit_event", "ra"},
	{"clinic", "r"},
	{"outbox", "rw"},
	{"schema_version", "r"},
	{0},
};
