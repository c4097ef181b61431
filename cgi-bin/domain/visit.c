/* The states of a visit and the one table of what may follow what. Codes
 * are FHIR R4 appointmentstatus; rules: tests/RULES.md, "Visits". */
#include <string.h>

#include "domain/visit.h"

#define N(a) (sizeof(a) / sizeof((a)[0]))

static const struct {
	const char *code, *label, *tone, *icon, *slot;
	bool busy, closed;
} states[VISIT_STATE_COUNT] = {
	[VISIT_PROPOSED] = {"proposed", "Requested", "blue", "circle-dashed",
		"st-booked", false, false},
	[VISIT_PENDING] = {"pending", "Requested", "blue", "circle-dashed",
		"st-booked", true, false},
	[VISIT_WAITLIST] = {"waitlist", "On waitlist", "blue", "list-checks",
		"st-booked", false, false},
	[VISIT_BOOKED] = {"booked", "Booked", "grey", "calendar-check",
		"st-booked", true, false},
	[VISIT_UNCONFIRMED] = {"booked", "Not confirmed", "amber",
		"circle-help", "st-booked", true, false},
	[VISIT_CONFIRMED] = {"booked", "Confirmed", "green", "check",
		"st-booked", true, false},
	[VISIT_ARRIVED] = {"arrived", "Arrived", "amber", "user-check",
		"st-arrived", true, false},
	[VISIT_CHECKED_IN] = {"checked-in", "Checked in", "amber", "user-check",
		"st-arrived", true, false},
	[VISIT_ROOMED] = {"checked-in", "In room", "violet", "door-open",
		"st-room", true, false},
	[VISIT_WITH] = {"checked-in", "With clinician", "violet", "stethoscope",
		"st-room", true, false},
	[VISIT_CHECKOUT] = {"checked-in", "Checking out", "violet", "log-out",
		"st-room", true, false},
	[VISIT_FULFILLED] = {"fulfilled", "Done", "green", "circle-check",
		"st-done", true, true},
	[VISIT_CANCELLED] = {"cancelled", "Cancelled", "grey", "circle-x",
		"st-blocked", false, true},
	[VISIT_RESCHEDULED] = {"cancelled", "Rescheduled", "grey", "repeat",
		"st-blocked", false, true},
	[VISIT_LEFT] = {"cancelled", "Left without being seen", "red",
		"log-out", "st-noshow", false, true},
	[VISIT_NOSHOW] = {"noshow", "No-show", "red", "calendar-x", "st-noshow",
		false, true},
	[VISIT_ERROR] = {"entered-in-error", "Entered in error", "grey",
		"circle-x", "st-blocked", false, true},
};

static const struct {
	const char *name, *label, *done, *what;
} acts[VISIT_ACT_COUNT] = {
	[VISIT_ACT_ACCEPT] = {"accept", "Accept request", "Visit booked.",
		"accepted"},
	[VISIT_ACT_CONFIRM] = {"confirm", "Mark confirmed", "Marked confirmed.",
		"confirmed"},
	[VISIT_ACT_ARRIVE] = {"arrive", "Mark arrived", "Marked arrived.",
		"arrived"},
	[VISIT_ACT_CHECK_IN] = {"check-in", "Check in", "Checked in.",
		"checked-in"},
	[VISIT_ACT_ROOM] = {"room", "Bring to room", "In room.", "roomed"},
	[VISIT_ACT_WITH] = {"with", "With clinician", "With the clinician.",
		"with-clinician"},
	[VISIT_ACT_CHECKOUT] = {"checkout", "Start checkout", "Checking out.",
		"checking-out"},
	[VISIT_ACT_DONE] = {"done", "Mark done", "Marked done.", "fulfilled"},
	[VISIT_ACT_NO_SHOW] = {"no-show", "Mark no-show",
		"Marked no-show. A follow-up was opened.", "noshow"},
	[VISIT_ACT_LEFT] = {"left", "Left without being seen",
		"Recorded: left without being seen.", "left"},
	[VISIT_ACT_MOVE] = {"move", "Move visit", "Visit moved.", "moved"},
	[VISIT_ACT_CANCEL] = {"cancel", "Cancel visit", "Visit cancelled.",
		"cancelled"},
	[VISIT_ACT_UNDO] = {"undo", "Undo last step", "Step undone.", "undone"},
};

#define W PERM_VISIT_WRITE

const struct visit_step visit_steps[] = {
	{VISIT_PROPOSED, VISIT_ACT_CANCEL, VISIT_CANCELLED, VISIT_ANY_TIME, W},
	{VISIT_PENDING, VISIT_ACT_ACCEPT, VISIT_BOOKED, VISIT_ANY_TIME, W},
	{VISIT_PENDING, VISIT_ACT_CANCEL, VISIT_CANCELLED, VISIT_ANY_TIME, W},
	{VISIT_WAITLIST, VISIT_ACT_CANCEL, VISIT_CANCELLED, VISIT_ANY_TIME, W},

	{VISIT_BOOKED, VISIT_ACT_ARRIVE, VISIT_ARRIVED, VISIT_DAY_REACHED, W},
	{VISIT_BOOKED, VISIT_ACT_CONFIRM, VISIT_CONFIRMED, VISIT_ANY_TIME, W},
	{VISIT_BOOKED, VISIT_ACT_NO_SHOW, VISIT_NOSHOW, VISIT_STARTED, W},
	{VISIT_BOOKED, VISIT_ACT_MOVE, VISIT_RESCHEDULED, VISIT_ANY_TIME, W},
	{VISIT_BOOKED, VISIT_ACT_CANCEL, VISIT_CANCELLED, VISIT_ANY_TIME, W},

	{VISIT_UNCONFIRMED, VISIT_ACT_ARRIVE, VISIT_ARRIVED, VISIT_DAY_REACHED,
		W},
	{VISIT_UNCONFIRMED, VISIT_ACT_CONFIRM, VISIT_CONFIRMED, VISIT_ANY_TIME,
		W},
	{VISIT_UNCONFIRMED, VISIT_ACT_NO_SHOW, VISIT_NOSHOW, VISIT_STARTED, W},
	{VISIT_UNCONFIRMED, VISIT_ACT_MOVE, VISIT_RESCHEDULED, VISIT_ANY_TIME,
		W},
	{VISIT_UNCONFIRMED, VISIT_ACT_CANCEL, VISIT_CANCELLED, VISIT_ANY_TIME,
		W},

	{VISIT_CONFIRMED, VISIT_ACT_ARRIVE, VISIT_ARRIVED, VISIT_DAY_REACHED,
		W},
	{VISIT_CONFIRMED, VISIT_ACT_NO_SHOW, VISIT_NOSHOW, VISIT_STARTED, W},
	{VISIT_CONFIRMED, VISIT_ACT_MOVE, VISIT_RESCHEDULED, VISIT_ANY_TIME, W},
	{VISIT_CONFIRMED, VISIT_ACT_CANCEL, VISIT_CANCELLED, VISIT_ANY_TIME, W},
	{VISIT_CONFIRMED, VISIT_ACT_UNDO, VISIT_BOOKED, VISIT_WITHIN_24H, W},

	/* Who came can leave, but was not absent. */
	{VISIT_ARRIVED, VISIT_ACT_ROOM, VISIT_ROOMED, VISIT_ANY_TIME, W},
	{VISIT_ARRIVED, VISIT_ACT_CHECK_IN, VISIT_CHECKED_IN, VISIT_ANY_TIME,
		W},
	{VISIT_ARRIVED, VISIT_ACT_LEFT, VISIT_LEFT, VISIT_ANY_TIME, W},
	{VISIT_ARRIVED, VISIT_ACT_UNDO, VISIT_BOOKED, VISIT_SAME_DAY, W},
	{VISIT_CHECKED_IN, VISIT_ACT_ROOM, VISIT_ROOMED, VISIT_ANY_TIME, W},
	{VISIT_CHECKED_IN, VISIT_ACT_DONE, VISIT_FULFILLED, VISIT_ANY_TIME, W},
	{VISIT_CHECKED_IN, VISIT_ACT_LEFT, VISIT_LEFT, VISIT_ANY_TIME, W},
	{VISIT_CHECKED_IN, VISIT_ACT_UNDO, VISIT_ARRIVED, VISIT_SAME_DAY, W},
	{VISIT_ROOMED, VISIT_ACT_WITH, VISIT_WITH, VISIT_ANY_TIME, W},
	{VISIT_ROOMED, VISIT_ACT_DONE, VISIT_FULFILLED, VISIT_ANY_TIME, W},
	{VISIT_ROOMED, VISIT_ACT_LEFT, VISIT_LEFT, VISIT_ANY_TIME, W},
	{VISIT_ROOMED, VISIT_ACT_UNDO, VISIT_ARRIVED, VISIT_SAME_DAY, W},
	{VISIT_WITH, VISIT_ACT_CHECKOUT, VISIT_CHECKOUT, VISIT_ANY_TIME, W},
	{VISIT_WITH, VISIT_ACT_DONE, VISIT_FULFILLED, VISIT_ANY_TIME, W},
	{VISIT_WITH, VISIT_ACT_UNDO, VISIT_ROOMED, VISIT_SAME_DAY, W},
	{VISIT_CHECKOUT, VISIT_ACT_DONE, VISIT_FULFILLED, VISIT_ANY_TIME, W},
	{VISIT_CHECKOUT, VISIT_ACT_UNDO, VISIT_WITH, VISIT_SAME_DAY, W},

	/* Late after all; a no-show never becomes a booked visit again. */
	{VISIT_NOSHOW, VISIT_ACT_ARRIVE, VISIT_ARRIVED, VISIT_SAME_DAY, W},
	{VISIT_FULFILLED, VISIT_ACT_UNDO, VISIT_CHECKOUT, VISIT_WITHIN_24H,
		PERM_VISIT_UNDO},
	{VISIT_CANCELLED, VISIT_ACT_UNDO, VISIT_BOOKED, VISIT_WITHIN_24H,
		PERM_VISIT_UNDO},
	{VISIT_LEFT, VISIT_ACT_UNDO, VISIT_ARRIVED, VISIT_WITHIN_24H,
		PERM_VISIT_UNDO},
};
const size_t visit_steps_n = N(visit_steps);

const struct word visit_modes[] = {
	{"in_person", "In person"},
	{"video", "Video"},
	{"phone", "Phone"},
	{NULL, NULL},
};

const struct word visit_cancel_patient[] = {
	{"better", "Feels better, no longer needed"},
	{"time", "The time does not suit"},
	{"transport", "No way to get here"},
	{"cost", "Cost or insurance"},
	{"elsewhere", "Is seen elsewhere"},
	{"ill", "Too ill to come"},
	{"other", "Other reason"},
	{NULL, NULL},
};

const struct word visit_cancel_clinic[] = {
	{"provider-away", "Provider is away"},
	{"room", "Room or equipment not available"},
	{"closed", "Clinic closed"},
	{"authorization", "Authorization missing"},
	{"booked-wrongly", "Booked by mistake"},
	{"deceased", "Patient has died"},
	{"other-clinic", "Other reason of the clinic"},
	{NULL, NULL},
};

/* What the history says beside the names of the acts. */
static const struct word whats[] = {
	{"booked", "Booked"},
	{"accepted", "Request accepted"},
	{"confirmed", "Confirmed"},
	{"asked", "Confirmation asked for"},
	{"arrived", "Arrived"},
	{"checked-in", "Checked in"},
	{"roomed", "Brought to room"},
	{"with-clinician", "Clinician came in"},
	{"checking-out", "Checkout started"},
	{"fulfilled", "Done"},
	{"noshow", "Marked no-show"},
	{"left", "Left without being seen"},
	{"moved", "Moved to another time"},
	{"length", "Length changed"},
	{"cancelled", "Cancelled"},
	{"undone", "Last step undone"},
	{"no-next", "Nothing needs to follow"},
	{"desk", "At the check-in desk"},
	{"self-check-in", "Checked in without the desk"},
	{"video-joined", "Went into the video room"},
	{"change-asked", "Patient asked for a change"},
	{NULL, NULL},
};

static bool
set(instant_t t)
{
	return t != INSTANT_NONE;
}

static enum visit_state
checked_in_state(const struct visit *v)
{
	if (set(v->checkout))
		return VISIT_CHECKOUT;
	if (set(v->with))
		return VISIT_WITH;
	return set(v->roomed) ? VISIT_ROOMED : VISIT_CHECKED_IN;
}

static enum visit_state
cancelled_state(const struct visit *v)
{
	if (v->replaced_by_id != 0)
		return VISIT_RESCHEDULED;
	return set(v->arrived) ? VISIT_LEFT : VISIT_CANCELLED;
}

static enum visit_state
booked_state(const struct visit *v)
{
	if (set(v->confirmed))
		return VISIT_CONFIRMED;
	return set(v->asked) ? VISIT_UNCONFIRMED : VISIT_BOOKED;
}

enum visit_state
visit_state(const struct visit *v)
{
	if (strcmp(v->status, "booked") == 0)
		return booked_state(v);
	if (strcmp(v->status, "checked-in") == 0)
		return checked_in_state(v);
	if (strcmp(v->status, "cancelled") == 0)
		return cancelled_state(v);
	for (int i = 0; i < VISIT_STATE_COUNT; i++)
		if (strcmp(states[i].code, v->status) == 0)
			return (enum visit_state)i;
	return VISIT_ERROR;
}

const struct visit_step *
visit_step(enum visit_state from, enum visit_act act)
{
	for (size_t i = 0; i < visit_steps_n; i++)
		if (visit_steps[i].from == from && visit_steps[i].act == act)
			return &visit_steps[i];
	return NULL;
}

/* The moment the visit came into the state an undo would leave. */
static instant_t
state_since(const struct visit *v)
{
	switch (visit_state(v)) {
	case VISIT_CONFIRMED:
		return v->confirmed;
	case VISIT_FULFILLED:
		return v->done;
	case VISIT_CANCELLED:
	case VISIT_LEFT:
		return v->cancelled;
	default:
		return v->updated;
	}
}

bool
visit_step_open(const struct visit_step *s, const struct visit *v,
	instant_t now, const struct zone *zone)
{
	day_t today = zone_local(zone, now).day;
	day_t day = zone_local(zone, v->start).day;

	switch (s->window) {
	case VISIT_ANY_TIME:
		return true;
	case VISIT_DAY_REACHED:
		return today >= day;
	case VISIT_SAME_DAY:
		return today == day;
	case VISIT_STARTED:
		return now >= v->start + v->grace_min * 60;
	case VISIT_WITHIN_24H:
		return now - state_since(v) <= 24 * 3600;
	}
	return false;
}

const struct zone *
visit_zone(const struct visit *v)
{
	const struct zone *z = zone_find(v->zone);

	return z ? z : zone_find("UTC");
}

bool
visit_cancelled_late(const struct visit *v, int notice_min)
{
	return strcmp(v->cancelled_by, "patient") == 0 &&
	       v->replaced_by_id == 0 && v->cancelled != INSTANT_NONE &&
	       v->cancelled > v->start - notice_min * 60;
}

const char *
visit_state_code(enum visit_state s)
{
	return states[s].code;
}

const char *
visit_state_label(enum visit_state s)
{
	return states[s].label;
}

const char *
visit_state_tone(enum visit_state s)
{
	return states[s].tone;
}

const char *
visit_state_icon(enum visit_state s)
{
	return states[s].icon;
}

const char *
visit_state_slot(enum visit_state s)
{
	return states[s].slot;
}

bool
visit_state_busy(enum visit_state s)
{
	return states[s].busy;
}

bool
visit_state_closed(enum visit_state s)
{
	return states[s].closed;
}

const char *
visit_act_name(enum visit_act a)
{
	return acts[a].name;
}

const char *
visit_act_label(enum visit_act a)
{
	return acts[a].label;
}

const char *
visit_act_done(enum visit_act a)
{
	return acts[a].done;
}

const char *
visit_act_what(enum visit_act a)
{
	return acts[a].what;
}

bool
visit_act_parse(const char *name, enum visit_act *out)
{
	for (int i = 0; i < VISIT_ACT_COUNT; i++)
		if (strcmp(acts[i].name, name) == 0) {
			*out = (enum visit_act)i;
			return true;
		}
	return false;
}

const char *
visit_mode_label(const char *mode)
{
	const char *label = word_label(visit_modes, mode);

	return label ? label : mode;
}

const char *
visit_reason_label(const char *reason)
{
	const char *label = word_label(visit_cancel_patient, reason);

	if (!label)
		label = word_label(visit_cancel_clinic, reason);
	return label ? label : reason;
}

const char *
visit_what_label(const char *what)
{
	const char *label = word_label(whats, what);

	return label ? label : what;
}
