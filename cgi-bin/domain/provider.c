/* The kinds of days on which a provider's week does not hold. */
#include <string.h>

#include "domain/provider.h"

static const struct {
	const char *name, *label;
} kinds[] = {
	[EXCEPTION_CLOSED] = {"closed", "Closed"},
	[EXCEPTION_OPEN] = {"open", "Open"},
	[EXCEPTION_LEAVE] = {"leave", "On leave"},
};

const char *
exception_kind_name(enum exception_kind k)
{
	return kinds[k].name;
}

const char *
exception_kind_label(enum exception_kind k)
{
	return kinds[k].label;
}

bool
exception_kind_parse(const char *name, enum exception_kind *out)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*out = (enum exception_kind)i;
			return true;
		}
	return false;
}
