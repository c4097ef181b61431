#ifndef PORTAL_DOOR_PART_H
#define PORTAL_DOOR_PART_H

#include "domain/door.h"
#include "web/form.h"

struct req;
struct tpl;
struct visit;

/* What every way in asks: the same questions, drawn and read here. The
 * consents stand in the order of enum consent_kind. */
extern const struct option door_changed[], door_agree[], door_got[];

#define DOOR_FIELDS                                                            \
	{.name = "contact",                                                    \
		.label = "Are your phone number and address still the same?",  \
		.type = FIELD_RADIO,                                           \
		.required = true,                                              \
		.options = door_changed,                                       \
		.missing = "Say whether your phone number or address has "     \
			   "changed"},                                         \
		{.name = "insurance",                                          \
			.label = "Is your insurance still the same?",          \
			.type = FIELD_RADIO,                                   \
			.required = true,                                      \
			.options = door_changed,                               \
			.missing = "Say whether your insurance has changed"},  \
		{.name = "treatment",                                          \
			.label = "I agree to be examined and treated here.",   \
			.type = FIELD_RADIO,                                   \
			.ruled = true,                                         \
			.options = door_agree},                                \
		{.name = "privacy",                                            \
			.label = "I was given the notice that says how my "    \
				 "health information is used.",                \
			.type = FIELD_RADIO,                                   \
			.ruled = true,                                         \
			.options = door_got},                                  \
		{.name = "telehealth",                                         \
			.label = "I agree to a visit by video.",               \
			.type = FIELD_RADIO,                                   \
			.ruled = true,                                         \
			.options = door_agree},                                \
	{                                                                      \
		.name = "text",                                                \
		.label = "You may send me text messages about my visits.",     \
		.type = FIELD_RADIO, .ruled = true, .options = door_agree      \
	}

/* Which consents are asked: ASK_TREATMENT ... in t. 0 or -1. */
int door_part_due(struct req *, struct tpl *t, const struct visit *);
/* What was answered in the request's form. */
struct door_answers door_part_answers(struct req *);
/* "R., Tuesday ... at 10:30 am": all that is shown of who it is. */
const char *door_part_who(struct req *, const struct visit *);
/* From here on the request is about this patient and no other. */
void door_part_become(struct req *, int64_t clinic, int64_t patient);

#endif
