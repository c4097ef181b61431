/* Which consents are due. Rules: tests/RULES.md, "The check-in desk". */
#include <string.h>

#include "domain/consent.h"

#define YEAR_S (365 * (instant_t)86400)

static const struct {
	const char *name, *label;
	instant_t holds_s; /* 0: for good */
} kinds[CONSENT_KINDS] = {
	[CONSENT_TREATMENT] = {"treatment", "Consent to treatment", YEAR_S},
	[CONSENT_PRIVACY] = {"privacy", "Privacy notice received", 0},
	[CONSENT_TELEHEALTH] = {"telehealth",
		"Consent to care by video or phone", YEAR_S},
	[CONSENT_TEXT] = {"text", "Text messages about visits", YEAR_S},
};

const char *
consent_name(enum consent_kind k)
{
	return kinds[k].name;
}

const char *
consent_label(enum consent_kind k)
{
	return kinds[k].label;
}

const struct consent *
consent_last(const struct consents *list, enum consent_kind k)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i].kind, kinds[k].name) == 0)
			return &list->v[i];
	return NULL;
}

bool
consent_due(const struct consents *list, enum consent_kind k, const char *mode,
	instant_t now)
{
	const struct consent *last = consent_last(list, k);

	if (k == CONSENT_TELEHEALTH && strcmp(mode, "in_person") == 0)
		return false;
	if (!last || strcmp(last->answer, "given") != 0)
		return true;
	return kinds[k].holds_s && now - last->at >= kinds[k].holds_s;
}
