/* What every way in without the desk has in common: the questions, and how
 * little is shown. Rules: tests/RULES.md, "Coming in without the desk". */
#include <string.h>

#include "base/arena.h"
#include "domain/visit.h"
#include "portal/door_part.h"
#include "store/flow_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

const struct option door_changed[] = {
	{"same", "Yes, the same"},
	{"changed", "No, something has changed"},
	{NULL, NULL},
};

const struct option door_agree[] = {
	{"given", "Yes"},
	{"declined", "No"},
	{"", "I have a question. I will ask at the desk."},
	{NULL, NULL},
};

const struct option door_got[] = {
	{"given", "Yes"},
	{"", "Not yet. I will ask at the desk."},
	{NULL, NULL},
};

int
door_part_due(struct req *rq, struct tpl *t, const struct visit *v)
{
	static const char *const section[CONSENT_KINDS] = {
		"ASK_TREATMENT", "ASK_PRIVACY", "ASK_TELEHEALTH", "ASK_TEXT"};
	struct consents held = {0};

	if (flow_store_consents(
		    rq->db, rq->arena, rq->scope, v->patient_id, &held))
		return -1;
	for (int k = 0; k < CONSENT_KINDS; k++)
		tpl_show_if(t, section[k],
			consent_due(
				&held, (enum consent_kind)k, v->mode, rq->now));
	return 0;
}

struct door_answers
door_part_answers(struct req *rq)
{
	struct door_answers w = {
		.contact = form_text(rq, "contact"),
		.insurance = form_text(rq, "insurance"),
	};

	for (int k = 0; k < CONSENT_KINDS; k++)
		w.consent[k] =
			form_text(rq, consent_name((enum consent_kind)k));
	return w;
}

/* One letter: enough for who stands here, too little for who looks on. */
const char *
door_part_who(struct req *rq, const struct visit *v)
{
	const char *name = v->preferred[0] ? v->preferred : v->given;
	size_t n = 1;

	while ((name[n] & 0xc0) == 0x80) /* the rest of one character */
		n++;
	return name[0] == '\0' ? ""
			       : arena_printf(rq->arena, "%.*s.", (int)n, name);
}

void
door_part_become(struct req *rq, int64_t clinic, int64_t patient)
{
	*rq->scope = (struct scope){
		.clinic_id = clinic,
		.patient_id = patient,
		.roles = 1u << ROLE_PATIENT,
	};
	req_about_patient(rq, patient);
}
