/* The names under which events are stored. */
#include "domain/audit.h"

const char *
audit_name(enum audit_event event)
{
	static const char *const names[AUDIT_COUNT] = {[AUDIT_UNSET] = "unset",
#define X(id, name) [AUDIT_##id] = name,
		AUDIT_EVENTS(X)
#undef X
	};

	return event < AUDIT_COUNT ? names[event] : "unset";
}
