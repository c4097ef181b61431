/* What a type of visit asks of time and room. Rules: tests/RULES.md, "Visits".
 */
#include "domain/visit_type.h"

#include <string.h>

int
visit_type_minutes(const struct visit_type *t, bool interpreter)
{
	int longer;

	if (!interpreter)
		return t->minutes;
	longer = (t->minutes * 3 + 1) / 2;
	return (longer + 4) / 5 * 5;
}

const char *
visit_type_room(const struct visit_type *t, const char *mode)
{
	if (mode[0] == '\0')
		mode = strcmp(t->mode, "either") == 0 ? "in_person" : t->mode;
	return strcmp(mode, "in_person") == 0 ? t->room_kind : "";
}
