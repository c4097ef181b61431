/* Kinds, states and clocks of open loops, each in one table. Rules:
 * tests/RULES.md, "Open loops". */
#include <string.h>

#include "base/utf8.h"
#include "domain/item.h"
#include "domain/role.h"

/* The square's class is its queue's colour; days are business days. */
static const struct {
	const char *name, *label, *icon, *css, *team, *act, *act_icon;
	enum item_queue queue;
	int days;
	unsigned proof;
	bool admin;
} kinds[ITEM_KINDS] = {
	[ITEM_FOLLOWUP] = {"followup", "Follow-up", "clipboard-check", "fu",
		"Coordination", "Call", "phone", QUEUE_FOLLOWUPS, 1,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, false},
	[ITEM_DISCHARGE_CALL] = {"discharge_call", "Discharge call",
		"clipboard-check", "fu", "Coordination", "Call", "phone",
		QUEUE_FOLLOWUPS, 2, PROOF_ATTEMPT | PROOF_NOTE, false},
	[ITEM_VISIT_CONFIRM] = {"visit_confirm", "Confirm visit",
		"calendar-days", "appt", "Front desk", "Call", "phone",
		QUEUE_VISITS, 0, PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE,
		true},
	[ITEM_VISIT_CHANGE] = {"visit_change", "Change of visit asked",
		"calendar-clock", "appt", "Front desk", "Rebook",
		"calendar-plus", QUEUE_VISITS, 1,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, true},
	[ITEM_VISIT_CANCELLED] = {"visit_cancelled", "Cancelled by patient",
		"calendar-x", "appt", "Front desk", "Rebook", "calendar-plus",
		QUEUE_VISITS, 1, PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE,
		true},
	[ITEM_NO_SHOW] = {"no_show", "No-show", "user-round", "appt",
		"Front desk", "Call", "phone", QUEUE_VISITS, 1,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, true},
	[ITEM_COVERAGE_CHECK] = {"coverage_check", "Coverage check", "id-card",
		"auth", "Billing", "Check", "id-card", QUEUE_INSURANCE, 1,
		PROOF_COVERAGE_CHECK | PROOF_NOTE, true},
	[ITEM_REFERRAL] = {"referral", "Referral", "git-branch", "ref",
		"Coordination", "Chase", "phone", QUEUE_REFERRALS, 3,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, false},
	[ITEM_AUTHORIZATION] = {"authorization", "Authorization",
		"shield-check", "auth", "Billing", "Open", "arrow-right",
		QUEUE_AUTHORIZATIONS, 2, PROOF_NOTE, false},
	[ITEM_MESSAGE] = {"message", "Message", "message-square", "msg",
		"Coordination", "Reply", "mail", QUEUE_MESSAGES, 1,
		PROOF_ATTEMPT | PROOF_NOTE, false},
	[ITEM_RESULT] = {"result", "Result", "activity", "fu", "Coordination",
		"Call", "phone", QUEUE_FOLLOWUPS, 1,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, false},
	[ITEM_PORTAL_HELP] = {"portal_help", "Portal help", "smartphone", "msg",
		"Front desk", "Call", "phone", QUEUE_OTHER, 1,
		PROOF_ATTEMPT | PROOF_NOTE, true},
	[ITEM_RECORD_CHECK] = {"record_check", "Record to check", "file-text",
		"ref", "Front desk", "Open", "arrow-right", QUEUE_OTHER, 5,
		PROOF_NOTE, true},
	[ITEM_RECALL] = {"recall", "Recall", "calendar-clock", "appt",
		"Front desk", "Call", "phone", QUEUE_FOLLOWUPS, 5,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, true},
	[ITEM_VISIT_READY] = {"visit_ready", "Visit not ready", "list-checks",
		"appt", "Front desk", "Arrange", "list-checks", QUEUE_VISITS, 1,
		PROOF_ATTEMPT | PROOF_APPOINTMENT | PROOF_NOTE, true},
	[ITEM_SEQUENCE] = {"sequence", "Linked visit missing", "list-checks",
		"appt", "Front desk", "Rebook", "calendar-plus", QUEUE_VISITS,
		1, PROOF_APPOINTMENT | PROOF_NOTE, true},
};

static const struct {
	const char *name, *label, *tone, *icon;
} states[ITEM_STATES] = {
	[ITEM_NEW] = {"new", "New", "blue", "circle-dashed"},
	[ITEM_IN_PROGRESS] = {"in_progress", "In progress", "blue", "clock"},
	[ITEM_WITH_PATIENT] = {"with_patient", "With patient", "violet",
		"hourglass"},
	[ITEM_WITH_PAYER] = {"with_payer", "With payer", "violet", "hourglass"},
	[ITEM_WITH_SPECIALIST] = {"with_specialist", "With specialist",
		"violet", "hourglass"},
	[ITEM_WITH_PROVIDER] = {"with_provider", "With provider", "violet",
		"hourglass"},
	[ITEM_SNOOZED] = {"snoozed", "Snoozed", "grey", "clock"},
	[ITEM_DONE] = {"done", "Done", "green", "circle-check"},
	[ITEM_CANCELLED] = {"cancelled", "Cancelled", "grey", "circle-x"},
};

static const struct {
	const char *name, *label;
} queues[QUEUES] = {
	[QUEUE_ALL] = {"all", "All"},
	[QUEUE_VISITS] = {"visits", "Appointments"},
	[QUEUE_FOLLOWUPS] = {"followups", "Follow-ups"},
	[QUEUE_INSURANCE] = {"insurance", "Insurance"},
	[QUEUE_REFERRALS] = {"referrals", "Referrals"},
	[QUEUE_AUTHORIZATIONS] = {"authorizations", "Authorizations"},
	[QUEUE_MESSAGES] = {"messages", "Messages"},
	[QUEUE_OTHER] = {"other", "Other"},
};

#define BIT(state) (1u << ITEM_##state)
#define WORKING                                                                \
	(BIT(IN_PROGRESS) | BIT(WITH_PATIENT) | BIT(WITH_PAYER) |              \
		BIT(WITH_SPECIALIST) | BIT(WITH_PROVIDER))
#define CLOSED (BIT(DONE) | BIT(CANCELLED))
#define OPEN (BIT(NEW) | WORKING | BIT(SNOOZED))

/* A state may always be kept. Nothing goes back to New except by undo,
 * which is the only way out of a closed state. */
static const unsigned moves[ITEM_STATES] = {
	[ITEM_NEW] = OPEN | CLOSED,
	[ITEM_IN_PROGRESS] = WORKING | BIT(SNOOZED) | CLOSED,
	[ITEM_WITH_PATIENT] = WORKING | BIT(SNOOZED) | CLOSED,
	[ITEM_WITH_PAYER] = WORKING | BIT(SNOOZED) | CLOSED,
	[ITEM_WITH_SPECIALIST] = WORKING | BIT(SNOOZED) | CLOSED,
	[ITEM_WITH_PROVIDER] = WORKING | BIT(SNOOZED) | CLOSED,
	[ITEM_SNOOZED] = WORKING | BIT(SNOOZED) | CLOSED,
	[ITEM_DONE] = 0,
	[ITEM_CANCELLED] = 0,
};

static const struct {
	enum item_proof proof;
	const char *name;
} proofs[] = {
	{PROOF_ATTEMPT, "attempt"},
	{PROOF_APPOINTMENT, "appointment"},
	{PROOF_COVERAGE_CHECK, "coverage_check"},
	{PROOF_NOTE, "note"},
};

static const struct {
	const char *name, *label;
	bool contact;
} outcomes[] = {
	{"reached", "Reached", true},
	{"voicemail", "Left a voicemail", false},
	{"no_answer", "No answer", false},
	{"wrong_number", "Wrong number", false},
	{"refused", "Reached, does not want to", true},
	{"busy", "Busy", false},
	{"sent", "Sent", false},
};

static const struct {
	const char *name, *label;
} channels[] = {
	{"phone", "Phone"},
	{"sms", "Text message"},
	{"email", "Email"},
	{"portal", "Portal message"},
	{"letter", "Letter"},
	{"in_person", "In person"},
	{"fax", "Fax"},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

const char *
item_kind_name(enum item_kind kind)
{
	return kinds[kind].name;
}

const char *
item_kind_label(enum item_kind kind)
{
	return kinds[kind].label;
}

const char *
item_kind_icon(enum item_kind kind)
{
	return kinds[kind].icon;
}

const char *
item_kind_class(enum item_kind kind)
{
	return kinds[kind].css;
}

const char *
item_kind_team(enum item_kind kind)
{
	return kinds[kind].team;
}

const char *
item_kind_act(enum item_kind kind)
{
	return kinds[kind].act;
}

const char *
item_kind_act_icon(enum item_kind kind)
{
	return kinds[kind].act_icon;
}

bool
item_kind_parse(const char *name, enum item_kind *out)
{
	for (int i = 0; i < ITEM_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*out = (enum item_kind)i;
			return true;
		}
	return false;
}

enum item_queue
item_kind_queue(enum item_kind kind)
{
	return kinds[kind].queue;
}

const char *
item_queue_name(enum item_queue queue)
{
	return queues[queue].name;
}

const char *
item_queue_label(enum item_queue queue)
{
	return queues[queue].label;
}

bool
item_queue_parse(const char *name, enum item_queue *out)
{
	for (int i = 0; i < QUEUES; i++)
		if (strcmp(queues[i].name, name) == 0) {
			*out = (enum item_queue)i;
			return true;
		}
	return false;
}

const char *
item_state_name(enum item_state state)
{
	return states[state].name;
}

const char *
item_state_label(enum item_state state)
{
	return states[state].label;
}

const char *
item_state_tone(enum item_state state)
{
	return states[state].tone;
}

const char *
item_state_icon(enum item_state state)
{
	return states[state].icon;
}

bool
item_state_parse(const char *name, enum item_state *out)
{
	for (int i = 0; i < ITEM_STATES; i++)
		if (strcmp(states[i].name, name) == 0) {
			*out = (enum item_state)i;
			return true;
		}
	return false;
}

bool
item_state_open(enum item_state state)
{
	return (OPEN & 1u << state) != 0;
}

bool
item_state_waits(enum item_state state)
{
	return state >= ITEM_WITH_PATIENT && state <= ITEM_WITH_PROVIDER;
}

bool
item_may_move(enum item_state from, enum item_state to)
{
	return (moves[from] & 1u << to) != 0;
}

enum item_state
item_state_at(const struct item *it, instant_t now)
{
	if (it->state == ITEM_SNOOZED && it->snoozed_until <= now)
		return ITEM_IN_PROGRESS;
	return it->state;
}

const char *
item_proof_name(enum item_proof proof)
{
	for (size_t i = 0; i < COUNT(proofs); i++)
		if (proofs[i].proof == proof)
			return proofs[i].name;
	return "";
}

bool
item_proof_parse(const char *name, enum item_proof *out)
{
	*out = PROOF_NONE;
	for (size_t i = 0; i < COUNT(proofs); i++)
		if (strcmp(proofs[i].name, name) == 0)
			*out = proofs[i].proof;
	return *out != PROOF_NONE;
}

bool
item_proof_ok(enum item_kind kind, enum item_proof proof)
{
	return (kinds[kind].proof & (unsigned)proof) != 0;
}

bool
item_note_ok(const char *note)
{
	return note && utf8_length(note) >= 10;
}

bool
attempt_is_contact(const char *outcome)
{
	for (size_t i = 0; i < COUNT(outcomes); i++)
		if (strcmp(outcomes[i].name, outcome) == 0)
			return outcomes[i].contact;
	return false;
}

const char *
attempt_outcome_label(const char *outcome)
{
	for (size_t i = 0; i < COUNT(outcomes); i++)
		if (strcmp(outcomes[i].name, outcome) == 0)
			return outcomes[i].label;
	return "";
}

const char *
attempt_channel_label(const char *channel)
{
	for (size_t i = 0; i < COUNT(channels); i++)
		if (strcmp(channels[i].name, channel) == 0)
			return channels[i].label;
	return "";
}

instant_t
item_due_at(const struct zone *zone, day_t day)
{
	instant_t midnight;

	zone_instant(zone, day + 1, 0, &midnight);
	return midnight - 1;
}

day_t
item_due_rule(enum item_kind kind, day_t today, const struct day_set *holidays)
{
	if (kinds[kind].days == 0)
		return today;
	return day_add_business(today, kinds[kind].days, holidays);
}

struct item_window
item_window(const struct zone *zone, day_t today, instant_t now)
{
	struct item_window w = {.now = now};

	zone_instant(zone, today + 1, 0, &w.tomorrow);
	zone_instant(zone, today + 8, 0, &w.week);
	return w;
}

bool
item_late(const struct item *it, instant_t now)
{
	return item_state_open(it->state) && it->due_at < now;
}

enum item_bucket
item_bucket(instant_t due, const struct item_window *w)
{
	if (due < w->now)
		return BUCKET_LATE;
	if (due < w->tomorrow)
		return BUCKET_TODAY;
	return due < w->week ? BUCKET_WEEK : BUCKET_LATER;
}

bool
item_sees_all(const struct scope *sc)
{
	const unsigned some =
		1u << ROLE_FRONT_DESK | 1u << ROLE_BILLER | 1u << ROLE_ADMIN;

	return (sc->roles & ~some) != 0 || sc->roles == 0;
}

bool
item_kind_admin(enum item_kind kind)
{
	return kinds[kind].admin;
}

bool
item_may_change(const struct item *it, const struct scope *sc)
{
	return item_sees_all(sc) || it->owner_id == 0 ||
	       it->owner_id == sc->user_id;
}
