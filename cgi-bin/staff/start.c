/* Where somebody's day begins. */
#include "staff/start.h"
#include "domain/role.h"
#include "domain/scope.h"

const char *
staff_start(const struct scope *sc)
{
	return perm_allowed(sc->roles, PERM_WORK_READ) ? "/today" : "/admin";
}
