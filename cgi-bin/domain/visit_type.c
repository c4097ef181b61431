/* How long a visit takes. Rules: tests/RULES.md, "Visits". */
#include "domain/visit_type.h"

int
visit_type_minutes(const struct visit_type *t, bool interpreter)
{
	int longer;

	if (!interpreter)
		return t->minutes;
	longer = (t->minutes * 3 + 1) / 2;
	return (longer + 4) / 5 * 5;
}
