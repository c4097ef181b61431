/* What is done before a visit: when it is due, and how it is said. Rules:
 * tests/RULES.md, "Before the visit". */
#include "domain/prep.h"

#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "base/words.h"

static const struct {
	const char *name, *label, *icon;
	const char *title; /* as the patient reads it */
} kinds[PREP_KINDS] = {
	[PREP_INSTRUCTION] = {"instruction", "Instruction", "info", "To do"},
	[PREP_FASTING] = {"fasting", "Fasting", "clock", "Food and drink"},
	[PREP_FORM] = {"form", "Form", "file-text", "Form to fill in"},
	[PREP_BRING] = {"bring", "Bring along", "clipboard-check",
		"Bring with you"},
	[PREP_RETURN] = {"return", "Bring back", "repeat", "Bring back"},
	[PREP_MEDICATION] = {"medication", "Medication question", "circle-help",
		"Your medicines"},
};

const struct word prep_kinds[] = {
	{"instruction", "Instruction"},
	{"fasting", "Fasting"},
	{"form", "Form to fill in"},
	{"bring", "Device or thing to bring"},
	{"return", "Device to bring back"},
	{"medication", "Medication question"},
	{NULL, NULL},
};

const char *
prep_kind_name(enum prep_kind k)
{
	return kinds[k].name;
}

const char *
prep_kind_label(enum prep_kind k)
{
	return kinds[k].label;
}

const char *
prep_kind_icon(enum prep_kind k)
{
	return kinds[k].icon;
}

bool
prep_kind_parse(const char *s, enum prep_kind *out)
{
	for (int k = 0; k < PREP_KINDS; k++)
		if (strcmp(kinds[k].name, s) == 0) {
			*out = (enum prep_kind)k;
			return true;
		}
	return false;
}

bool
prep_ticks(enum prep_kind k)
{
	return k != PREP_FASTING;
}

instant_t
prep_due(const struct prep *p, instant_t start, const struct zone *zone)
{
	instant_t after;

	if (!p->days)
		return start - p->lead * (instant_t)3600;
	if (p->lead == 0)
		return start;
	zone_instant(
		zone, zone_local(zone, start).day - p->lead + 1, 0, &after);
	return after - 1;
}

bool
prep_missing(const struct prep *p, instant_t before)
{
	return p->needed && prep_ticks(p->kind) && p->done == INSTANT_NONE &&
	       p->due < before;
}

const char *
prep_title(const struct show *s, enum prep_kind k)
{
	return words_tr(s->words, kinds[k].title);
}

/* "By Thursday, November 26: ..."; the hour where the hour matters. */
static const char *
deadline(const struct show *s, const struct prep *p)
{
	if (p->lead == 0)
		return "";
	if (p->days)
		return show_day(s, zone_local(s->zone, p->due).day);
	return show_when(s, p->due);
}

/* {when} of the text is filled in here, as parts of days are: it may stand
 * elsewhere in another language. */
static const char *
filled(const struct show *s, const char *text, const char *what)
{
	const char *p = words_tr(s->words, text);
	const char *at = strstr(p, "{when}");

	if (!at)
		return p;
	return arena_printf(
		s->arena, "%.*s%s%s", (int)(at - p), p, what, at + 6);
}

const char *
prep_text(const struct show *s, const struct prep *p, bool spanish)
{
	const char *words = spanish && p->words_es[0] ? p->words_es : p->words;
	const char *when = deadline(s, p);

	if (p->kind == PREP_FASTING)
		return arena_printf(s->arena, "%s%s%s",
			filled(s, "Do not eat or drink after {when}.",
				show_when(s, p->due)),
			words[0] ? " " : "", words);
	if (p->kind == PREP_BRING || when[0] == '\0')
		return words;
	if (p->due < s->now && p->done == INSTANT_NONE)
		return arena_printf(s->arena, "%s %s",
			words_tr(s->words, "As soon as you can:"), words);
	return arena_printf(
		s->arena, "%s %s", filled(s, "By {when}:", when), words);
}

const char *
prep_when(const struct show *s, const struct prep *p)
{
	if (p->kind == PREP_FASTING)
		return arena_printf(s->arena, "from %s", show_when(s, p->due));
	if (p->lead == 0 || p->kind == PREP_BRING)
		return "at the visit";
	return arena_printf(s->arena, "by %s", deadline(s, p));
}

const char *
prep_lead(const struct show *s, const struct prep *p)
{
	if (p->lead == 0)
		return "At the visit";
	return arena_printf(s->arena, "%d %s%s before", p->lead,
		p->days ? "day" : "hour", p->lead == 1 ? "" : "s");
}
