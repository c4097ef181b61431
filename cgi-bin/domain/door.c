/* When and how somebody comes in without the desk. Rules: tests/RULES.md,
 * "Coming in without the desk", "Visits by video". */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "domain/door.h"
#include "domain/name_key.h"
#include "domain/portal.h"
#include "domain/visit.h"

static const struct {
	const char *name, *label;
} doors[DOOR_COUNT] = {
	[DOOR_DESK] = {"desk", "At the desk"},
	[DOOR_PORTAL] = {"portal", "By phone, in the portal"},
	[DOOR_CODE] = {"code", "By phone, with a code"},
	[DOOR_KIOSK] = {"kiosk", "At the kiosk"},
	[DOOR_VIDEO] = {"video", "By video"},
};

const char *
door_name(enum door d)
{
	return doors[d].name;
}

const char *
door_label(enum door d)
{
	return doors[d].label;
}

enum door
door_parse(const char *name)
{
	for (int i = 0; i < DOOR_COUNT; i++)
		if (strcmp(doors[i].name, name) == 0)
			return (enum door)i;
	return DOOR_DESK;
}

/* Booked and not yet here; a no-show is the desk's to take back. */
static bool
expected(enum visit_state s)
{
	return s == VISIT_BOOKED || s == VISIT_UNCONFIRMED ||
	       s == VISIT_CONFIRMED;
}

static bool
in(enum visit_state s)
{
	return s == VISIT_ARRIVED || s == VISIT_CHECKED_IN ||
	       s == VISIT_ROOMED || s == VISIT_WITH;
}

static enum door_time
between(instant_t from, instant_t to, instant_t now)
{
	if (now < from)
		return DOOR_EARLY;
	return now > to ? DOOR_LATE : DOOR_OPEN;
}

enum door_time
door_time(const struct visit *v, instant_t now)
{
	enum visit_state s = visit_state(v);

	if (strcmp(v->mode, "in_person") != 0)
		return DOOR_NEVER;
	if (in(s))
		return DOOR_IN;
	if (!expected(s))
		return DOOR_NEVER;
	return between(v->start - DOOR_EARLY_S, v->start + DOOR_LATE_S, now);
}

enum door_time
door_video_time(const struct visit *v, instant_t now)
{
	enum visit_state s = visit_state(v);

	if (strcmp(v->mode, "video") != 0 || (!in(s) && !expected(s)))
		return DOOR_NEVER;
	return between(
		v->start - DOOR_VIDEO_EARLY_S, v->end + DOOR_VIDEO_LATE_S, now);
}

bool
door_may_arrive(const struct visit *v, instant_t now)
{
	if (!expected(visit_state(v)))
		return false;
	return door_time(v, now) == DOOR_OPEN ||
	       door_video_time(v, now) == DOOR_OPEN;
}

bool
door_code_good(const struct visit *v, instant_t now)
{
	enum door_time t = door_time(v, now);

	return t == DOOR_EARLY || t == DOOR_OPEN;
}

/* ---- what is left for the desk ------------------------------------------ */

static void
add(struct buf *b, const char *word)
{
	buf_addf(b, "%s%s", b->n ? " " : "", word);
}

const char *
door_desk(struct arena *a, const struct visit *v, const struct door_answers *w,
	const struct consents *held, instant_t now)
{
	struct buf b = buf_new(a);

	if (strcmp(w->contact, "same") != 0)
		add(&b, "contact");
	if (strcmp(w->insurance, "same") != 0)
		add(&b, "insurance");
	for (int i = 0; i < CONSENT_KINDS; i++) {
		enum consent_kind k = (enum consent_kind)i;

		/* Who says no to text messages has answered. */
		if (consent_due(held, k, v->mode, now) &&
			strcmp(w->consent[i], "given") != 0 &&
			(k != CONSENT_TEXT || w->consent[i][0] == '\0'))
			add(&b, consent_name(k));
	}
	return b.s;
}

static const char *
desk_word(const char *word, size_t n)
{
	static const struct {
		const char *word, *label;
	} words[] = {
		{"contact", "contact details"},
		{"insurance", "insurance"},
		{"treatment", "consent to treatment"},
		{"privacy", "privacy notice"},
		{"telehealth", "consent to video"},
		{"text", "text messages"},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i].word) == n &&
			memcmp(words[i].word, word, n) == 0)
			return words[i].label;
	return "";
}

const char *
door_desk_label(struct arena *a, const char *words)
{
	struct buf b = buf_new(a);

	while (*words != '\0') {
		size_t n = strcspn(words, " ");

		buf_addf(&b, "%s%s", b.n ? ", " : "", desk_word(words, n));
		words += n + (words[n] == ' ');
	}
	return b.s;
}

/* ---- who it is ---------------------------------------------------------- */

const char *
door_code_key(struct arena *a, const char *typed)
{
	return portal_code_key(a, typed);
}

const char *
door_code_show(struct arena *a, const char *code)
{
	if (strlen(code) != DOOR_CODE_LEN)
		return code;
	return arena_printf(a, "%.4s-%.4s", code, code + 4);
}

static bool
same(struct arena *a, const char *name, const char *typed)
{
	const char *key = utf8_fold(a, typed);

	return key[0] != '\0' &&
	       (strcmp(utf8_fold(a, name), key) == 0 ||
		       strcmp(name_key_spaced(a, name),
			       name_key_spaced(a, typed)) == 0);
}

/* "Maria Jose" is also Maria. */
static const char *
first_word(struct arena *a, const char *name)
{
	return arena_printf(a, "%.*s", (int)strcspn(name, " "), name);
}

bool
door_same_name(struct arena *a, const struct door_names *n,
	const char *typed_given, const char *typed_family)
{
	return same(a, n->family, typed_family) &&
	       (same(a, n->given, typed_given) ||
		       same(a, first_word(a, n->given), typed_given) ||
		       same(a, n->preferred, typed_given));
}
