/* The forms of open loops. Rules: tests/RULES.md, "Open loops". */
#include <stddef.h>

#include "staff/item_forms.h"
#include "web/form.h"

#define SEEN                                                                   \
	{                                                                      \
		.name = "version", .type = FIELD_HIDDEN, .required = true      \
	}

const struct option attempt_channels[] = {
	{"phone", "Phone"},
	{"sms", "Text message"},
	{"email", "Email"},
	{"portal", "Portal message"},
	{"letter", "Letter"},
	{"in_person", "In person"},
	{"fax", "Fax"},
	{NULL, NULL},
};

const struct option attempt_outcomes[] = {
	{"reached", "Reached"},
	{"voicemail", "Left a voicemail"},
	{"no_answer", "No answer"},
	{"busy", "Busy"},
	{"wrong_number", "Wrong number"},
	{"refused", "Reached, does not want to"},
	{"sent", "Sent"},
	{NULL, NULL},
};

static const struct option waits[] = {
	{"in_progress", "In progress, with us"},
	{"with_patient", "With the patient"},
	{"with_payer", "With the payer"},
	{"with_specialist", "With a specialist"},
	{"with_provider", "With our clinician"},
	{NULL, NULL},
};

static const struct option urgency[] = {
	{"2", "Normal"},
	{"1", "Urgent"},
	{"3", "Low"},
	{NULL, NULL},
};

static const struct option kinds[] = {
	{"followup", "Follow-up"},
	{"discharge_call", "Call after a hospital stay"},
	{"result", "Result to tell"},
	{NULL, NULL},
};

static const struct option bulk_acts[] = {
	{"assign", "Assign"},
	{"due", "Set due date"},
	{"done", "Mark done"},
	{NULL, NULL},
};

static const struct field attempt_fields[] = {
	{.name = "outcome",
		.label = "What happened",
		.type = FIELD_RADIO,
		.required = true,
		.options = attempt_outcomes,
		.missing = "Choose what happened"},
	{.name = "channel",
		.label = "How",
		.type = FIELD_SELECT,
		.required = true,
		.options = attempt_channels,
		.missing = "Choose how you tried"},
	{.name = "number",
		.label = "Number or address",
		.type = FIELD_TEXT,
		.max = 80},
	{.name = "person",
		.label = "Who you spoke to",
		.type = FIELD_TEXT,
		.max = 120},
	{.name = "said", .label = "Note", .type = FIELD_NOTE, .max = 2000},
	{.name = "next",
		.label = "Try again on",
		.type = FIELD_DAY,
		.max = 365},
	{.name = "finish",
		.label = "This settles it: mark the item done",
		.hint = "Only when somebody was reached.",
		.type = FIELD_CHECK},
	SEEN,
};
const struct form attempt_form = FORM(attempt_fields);

static const struct field assign_fields[] = {
	{.name = "owner",
		.label = "Owner",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a person or a team"},
	SEEN,
};
const struct form assign_form = FORM(assign_fields);

static const struct field due_fields[] = {
	{.name = "due",
		.label = "Due on",
		.type = FIELD_DAY,
		.required = true,
		.missing = "Choose a day"},
	{.name = "by", .label = "By", .type = FIELD_TIME},
	SEEN,
};
const struct form due_form = FORM(due_fields);

static const struct field done_fields[] = {
	{.name = "proof",
		.label = "What shows that it is done",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose what shows that it is done"},
	{.name = "note",
		.label = "What was done",
		.hint = "Needed if nothing above shows it.",
		.type = FIELD_NOTE,
		.max = 2000},
	SEEN,
};
const struct form done_form = FORM(done_fields);

static const struct field cancel_fields[] = {
	{.name = "reason",
		.label = "Why it is not needed",
		.type = FIELD_NOTE,
		.required = true,
		.max = 400,
		.missing = "Say why this is not needed"},
	SEEN,
};
const struct form cancel_form = FORM(cancel_fields);

static const struct field snooze_fields[] = {
	{.name = "until",
		.label = "Hide until",
		.hint = "It comes back that morning. The due date stays.",
		.type = FIELD_DAY,
		.required = true,
		.missing = "Choose a day"},
	SEEN,
};
const struct form snooze_form = FORM(snooze_fields);

static const struct field state_fields[] = {
	{.name = "state",
		.label = "Status",
		.type = FIELD_SELECT,
		.required = true,
		.options = waits,
		.missing = "Choose a status"},
	{.name = "waiting_on",
		.label = "Waiting on",
		.hint = "A name, like Aetna.",
		.type = FIELD_TEXT,
		.max = 80},
	SEEN,
};
const struct form state_form = FORM(state_fields);

static const struct field bulk_fields[] = {
	{.name = "do",
		.label = "What to do",
		.type = FIELD_RADIO,
		.required = true,
		.options = bulk_acts,
		.missing = "Choose what to do"},
	{.name = "owner", .label = "Assign to", .type = FIELD_SELECT},
	{.name = "due", .label = "Due on", .type = FIELD_DAY},
	{.name = "note",
		.label = "What was done",
		.hint = "Needed to mark items done.",
		.type = FIELD_TEXT,
		.max = 400},
	{.name = "item", .label = "Items", .type = FIELD_CHECKS},
	{.name = "back", .type = FIELD_TOKEN},
};
const struct form bulk_form = FORM(bulk_fields);

static const struct field followup_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN, .required = true},
	{.name = "kind",
		.label = "Kind",
		.type = FIELD_SELECT,
		.required = true,
		.options = kinds,
		.missing = "Choose a kind"},
	{.name = "title",
		.label = "What to do",
		.hint = "Short, like: Call about A1c and missed lab.",
		.type = FIELD_TEXT,
		.required = true,
		.max = 160,
		.missing = "Enter what is to be done"},
	{.name = "detail",
		.label = "Background",
		.type = FIELD_NOTE,
		.max = 2000},
	{.name = "next_step",
		.label = "First step",
		.type = FIELD_TEXT,
		.max = 200},
	{.name = "due",
		.label = "Due on",
		.type = FIELD_DAY,
		.required = true,
		.max = 730,
		.missing = "Choose today or a later day"},
	{.name = "by", .label = "By", .type = FIELD_TIME},
	{.name = "owner",
		.label = "Owner",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a person or a team"},
	{.name = "priority",
		.label = "Urgency",
		.type = FIELD_SELECT,
		.required = true,
		.options = urgency,
		.missing = "Choose how urgent it is"},
};
const struct form followup_form = FORM(followup_fields);
