/* What patients may do by themselves. Rules: tests/RULES.md, "The portal". */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "domain/portal.h"
#include "domain/visit.h"
#include "domain/visit_type.h"

bool
portal_code_alive(const struct portal_code *c, instant_t now)
{
	return c->used_at == INSTANT_NONE && now < c->expires_at &&
	       c->tries < PORTAL_CODE_TRIES;
}

const char *
portal_code_key(struct arena *a, const char *typed)
{
	char *key = arena_alloc(a, strlen(typed) + 1);
	size_t n = 0;

	for (; *typed != '\0'; typed++)
		if (isalnum((unsigned char)*typed))
			key[n++] = (char)toupper((unsigned char)*typed);
	key[n] = '\0';
	return key;
}

const char *
portal_code_show(struct arena *a, const char *code)
{
	if (strlen(code) != PORTAL_CODE_LEN)
		return code;
	return arena_printf(a, "%.4s-%.4s-%.4s", code, code + 4, code + 8);
}

static bool
may(const struct visit *v, enum visit_act act, instant_t now)
{
	return now < v->start && visit_step(visit_state(v), act) != NULL;
}

bool
portal_may_confirm(const struct visit *v, instant_t now)
{
	return may(v, VISIT_ACT_CONFIRM, now);
}

/* Asking moves nothing: it makes somebody at the clinic call. */
bool
portal_may_change(const struct visit *v, instant_t now)
{
	return may(v, VISIT_ACT_MOVE, now);
}

bool
portal_may_cancel(const struct visit *v, instant_t now)
{
	return may(v, VISIT_ACT_CANCEL, now);
}

bool
portal_coming(const struct visit *v, instant_t now)
{
	return now < v->end && !visit_state_closed(visit_state(v)) &&
	       visit_state(v) != VISIT_ERROR;
}

bool
portal_may_book(const struct visit_type *t, const struct portal_past *past)
{
	if (!t->active || !t->online)
		return false;
	return strcmp(t->who, "any") == 0 ||
	       (strcmp(t->who, "new") == 0) == !past->known;
}

const char *
portal_language(const char *tag)
{
	return strncmp(tag, "es", 2) == 0 && (tag[2] == '\0' || tag[2] == '-')
		       ? "es"
		       : "en";
}

const struct portal_wish portal_wishes[] = {
	{"sooner", "An earlier day", "an earlier day"},
	{"later", "A later day", "a later day"},
	{"morning", "A morning", "a morning"},
	{"afternoon", "An afternoon", "an afternoon"},
	{"any", "Any other time", "any other time"},
	{NULL, NULL, NULL},
};

const struct portal_wish *
portal_wish(const char *value)
{
	for (const struct portal_wish *w = portal_wishes; w->value; w++)
		if (strcmp(w->value, value) == 0)
			return w;
	return NULL;
}
