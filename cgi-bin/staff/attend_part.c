/* Help to attend, on the page of a visit: offered, never held against the
 * patient. Rules: tests/RULES.md, "Help to attend"; weighing:
 * care/attend.c. */
#include "staff/attend_part.h"
#include "care/attend.h"
#include "domain/visit.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* What may help where this weighs most. */
static const char *const helps[ATTEND_XS] = {
	[ATTEND_LEAD] = "Remind them again two days before, or offer an "
			"earlier time.",
	[ATTEND_PRIOR] = "Call and ask what would make it easier: a ride, "
			 "another hour, a visit by video.",
	[ATTEND_FIRST] = "Tell them how to get here and what to bring.",
	[ATTEND_SINCE] = "Call and ask whether this is still what they need.",
	[ATTEND_MOVES] = "Ask which hour of which day suits them best.",
	[ATTEND_CHILD] = "Ask the parent which hour suits school and work.",
	[ATTEND_TEST] = "Call and go through what is to be done before.",
	[ATTEND_GROUP] = "Tell them who else comes and how it goes.",
	[ATTEND_REMOTE] = "Offer to test the connection with them.",
	[ATTEND_SILENT] = "Call: they did not answer the message.",
	[ATTEND_AFTERNOON] = "Ask whether a morning suits them better.",
	[ATTEND_EVENING] = "Ask whether another hour suits them better.",
	[ATTEND_MONDAY] = "Ask whether another day suits them better.",
	[ATTEND_FRIDAY] = "Ask whether another day suits them better.",
	[ATTEND_WEEKEND] = "Ask whether another day suits them better.",
};

static bool
to_come(const struct visit *v, instant_t now)
{
	enum visit_state s = visit_state(v);

	return v->start > now && (s == VISIT_BOOKED || s == VISIT_UNCONFIRMED ||
					 s == VISIT_CONFIRMED);
}

int
attend_part(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct attend_why why;
	enum attend_need need;
	struct tpl *part, *whys;

	if (!to_come(v, rq->now))
		return 0;
	if (care_attend_of(rq->db, rq->arena, rq->scope, v->patient_id, v->id,
		    &need, &why))
		return -1;
	part = tpl_part(t, "ATTEND", "part/attend.tpl");
	tpl_text(part, "WORD", attend_need_words[need]);
	tpl_text(part, "TONE", need == ATTEND_HIGH ? "amber" : "");
	if (need == ATTEND_LOW || why.n == 0)
		return 0;
	whys = tpl_row(part, "WHYS");
	for (int i = 0; i < why.n; i++)
		tpl_text(tpl_row(whys, "WHY"), "LABEL",
			attend_x_labels[why.x[i]]);
	if (helps[why.x[0]] != NULL)
		tpl_text(tpl_row(part, "HELP"), "TEXT", helps[why.x[0]]);
	return 0;
}
