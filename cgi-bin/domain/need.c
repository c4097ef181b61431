/* Kinds and states of what a visit needs, each in one table. Rules:
 * tests/RULES.md, "Needs of a visit". */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "domain/need.h"
#include "domain/patient.h"

static const struct {
	const char *name, *label, *icon, *ask, *chase;
	bool of_time;
} kinds[NEED_KINDS] = {
	[NEED_INTERPRETER] = {"interpreter", "Interpreter", "languages",
		"Book an interpreter", "Ask for the confirmation number", true},
	[NEED_TRANSPORT] = {"transport", "Transport", "map-pin",
		"Order the ride, three business days ahead",
		"Ask for the pickup time", true},
	[NEED_MOBILITY] = {"mobility", "Accommodation", "user-round",
		"Tell the room and the team", "Ask whether it is prepared",
		false},
	[NEED_CONSENT] = {"consent", "Consent", "clipboard-check",
		"Ask the patient to agree", "Ask for the answer", false},
	[NEED_FORM] = {"form", "Form", "file-text", "Send the form",
		"Ask for the form", false},
	[NEED_REFERRAL] = {"referral", "Referral", "git-branch",
		"Ask the referring clinic for a referral", "Chase the referral",
		false},
	[NEED_AUTHORIZATION] = {"authorization", "Authorization",
		"shield-check", "Ask the payer for an authorization",
		"Ask the payer for the decision", false},
	[NEED_OTHER] = {"other", "Other", "list-checks", "Arrange it",
		"Ask how it stands", false},
};

static const struct {
	const char *name, *label, *tone, *icon;
	bool missing;
} states[NEED_STATES] = {
	[NEED_NEEDED] = {"needed", "Not arranged", "amber", "circle-dashed",
		true},
	[NEED_REQUESTED] = {"requested", "Requested", "violet", "hourglass",
		true},
	[NEED_CONFIRMED] = {"confirmed", "Confirmed", "green", "circle-check",
		false},
	[NEED_NOT_NEEDED] = {"not_needed", "Not needed", "grey", "circle-x",
		false},
	[NEED_FAILED] = {"failed", "Failed", "red", "circle-alert", true},
};

const struct word need_interpreter_modes[] = {
	{"in_person", "In person"},
	{"video", "By video"},
	{"phone", "By phone"},
	{NULL, NULL},
};

const struct word need_transport_modes[] = {
	{"nemt", "Medicaid ride (NEMT)"},
	{"taxi", "Taxi"},
	{"van", "Clinic van"},
	{"volunteer", "Volunteer driver"},
	{"other", "Other"},
	{NULL, NULL},
};

const struct word need_sexes[] = {
	{"female", "A woman"},
	{"male", "A man"},
	{NULL, NULL},
};

struct visit_need
need_new(enum need_kind kind)
{
	return (struct visit_need){
		.kind = kind,
		.what = "",
		.source = "hand",
		.state = NEED_NEEDED,
		.state_at = INSTANT_NONE,
		.user = "",
		.reason = "",
		.language = "",
		.mode = "",
		.sex = "",
		.vendor = "",
		.reference = "",
		.pickup = INSTANT_NONE,
		.pickup_place = "",
		.way_back = "",
		.until = DAY_NONE,
		.note = "",
	};
}

const char *
need_kind_name(enum need_kind k)
{
	return kinds[k].name;
}

const char *
need_kind_label(enum need_kind k)
{
	return kinds[k].label;
}

const char *
need_kind_icon(enum need_kind k)
{
	return kinds[k].icon;
}

bool
need_kind_parse(const char *name, enum need_kind *out)
{
	for (int i = 0; i < NEED_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*out = (enum need_kind)i;
			return true;
		}
	return false;
}

const char *
need_state_name(enum need_state s)
{
	return states[s].name;
}

const char *
need_state_label(enum need_state s)
{
	return states[s].label;
}

const char *
need_state_tone(enum need_state s)
{
	return states[s].tone;
}

const char *
need_state_icon(enum need_state s)
{
	return states[s].icon;
}

bool
need_state_parse(const char *name, enum need_state *out)
{
	for (int i = 0; i < NEED_STATES; i++)
		if (strcmp(states[i].name, name) == 0) {
			*out = (enum need_state)i;
			return true;
		}
	return false;
}

bool
need_missing(enum need_state s)
{
	return states[s].missing;
}

bool
need_of_time(enum need_kind k)
{
	return kinds[k].of_time;
}

size_t
needs_missing(const struct needs *all)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += need_missing(all->v[i].state);
	return n;
}

static void
add(struct buf *b, const char *before, const char *text)
{
	if (text != NULL && text[0] != '\0')
		buf_addf(b, "%s%s", before, text);
}

const char *
need_title(struct arena *a, const struct visit_need *n)
{
	struct buf b = buf_new(a);
	static const struct word spoken[] = {{"in_person", "in person"},
		{"video", "by video"}, {"phone", "by phone"}, {NULL, NULL}};

	if (n->kind == NEED_OTHER && n->what[0] != '\0')
		return n->what;
	buf_adds(&b, need_kind_label(n->kind));
	if (n->kind == NEED_INTERPRETER && n->language[0] != '\0')
		add(&b, ", ", patient_language_label(n->language));
	if (n->kind == NEED_INTERPRETER && n->mode[0] != '\0')
		add(&b, ", ", word_label(spoken, n->mode));
	if (n->kind == NEED_TRANSPORT && n->mode[0] != '\0')
		add(&b, ", ", word_label(need_transport_modes, n->mode));
	if (n->kind == NEED_TRANSPORT && n->wheelchair)
		add(&b, ", ", "wheelchair");
	add(&b, ": ", n->what);
	return b.s;
}

const char *
need_detail(const struct show *show, const struct visit_need *n)
{
	struct buf b = buf_new(show->arena);

	if (n->sex[0] != '\0')
		buf_addf(&b, "; %s if possible",
			strcmp(n->sex, "female") == 0 ? "a woman" : "a man");
	add(&b, "; ", n->vendor);
	add(&b, "; number ", n->reference);
	if (n->pickup != INSTANT_NONE)
		add(&b, "; pickup ", show_time(show, n->pickup));
	add(&b, n->pickup != INSTANT_NONE ? " at " : "; pickup at ",
		n->pickup_place);
	add(&b, "; back: ", n->way_back);
	if (n->until != DAY_NONE)
		add(&b, "; valid until ", show_date(show, n->until));
	add(&b, "; ", n->reason);
	add(&b, "; ", n->note);
	return b.n > 2 ? b.s + 2 : "";
}

const char *
need_next(const struct visit_need *n)
{
	switch (n->state) {
	case NEED_NEEDED:
		return kinds[n->kind].ask;
	case NEED_REQUESTED:
		return kinds[n->kind].chase;
	case NEED_FAILED:
		return "Find another way, or ask whether the visit can be held";
	default:
		return "";
	}
}
