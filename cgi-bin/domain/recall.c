/* Recalls: their days, how often somebody is tried, how they end. Rules:
 * tests/RULES.md, "Recalls". */
#include <string.h>

#include "domain/recall.h"

enum recall_state
recall_state(const struct recall *r, day_t today)
{
	if (r->closed != INSTANT_NONE)
		return RECALL_ENDED;
	if (r->visit_id != 0)
		return RECALL_BOOKED;
	if (r->attempts >= RECALL_TRIES)
		return RECALL_TRIED;
	if (today > r->late)
		return RECALL_OVERDUE;
	return today >= r->opens ? RECALL_DUE : RECALL_LATER;
}

static const struct {
	const char *label, *tone;
} states[] = {
	[RECALL_LATER] = {"Later", ""},
	[RECALL_DUE] = {"Due", "blue"},
	[RECALL_OVERDUE] = {"Overdue", "red"},
	[RECALL_TRIED] = {"Tried three times", "amber"},
	[RECALL_BOOKED] = {"Booked", "green"},
	[RECALL_ENDED] = {"Ended", ""},
};

const char *
recall_state_label(enum recall_state s)
{
	return states[s].label;
}

const char *
recall_state_tone(enum recall_state s)
{
	return states[s].tone;
}

void
recall_window(struct recall *r, day_t due)
{
	r->due = due;
	r->opens = due - RECALL_BEFORE;
	r->late = due + RECALL_AFTER;
}

day_t
recall_months(day_t day, int months)
{
	int y, m, d, last, year, month;

	day_split(day, &y, &m, &d);
	m += months - 1;
	y += m / 12;
	m = m % 12;
	/* The day before the first of the month after. */
	day_split(day_of(y + (m + 1) / 12, (m + 1) % 12 + 1, 1) - 1, &year,
		&month, &last);
	return day_of(y, m + 1, d < last ? d : last);
}

/* What a patient began counts as no try of ours; nothing here does. */
enum recall_try
recall_try(const struct attempts *made, const char *channel, day_t today,
	const struct zone *zone)
{
	const struct attempt *last;
	bool other = false;

	if (made->n == 0)
		return RECALL_TRY;
	if (made->n >= RECALL_TRIES)
		return RECALL_TRY_MANY;
	last = &made->v[0];
	for (size_t i = 0; i < made->n; i++) {
		if (made->v[i].at > last->at)
			last = &made->v[i];
		if (strcmp(made->v[i].channel, channel) != 0)
			other = true;
	}
	if (today < zone_local(zone, last->at).day + RECALL_APART)
		return RECALL_TRY_SOON;
	if (made->n == RECALL_TRIES - 1 && !other)
		return RECALL_TRY_CHANNEL;
	return RECALL_TRY;
}

const struct word recall_reasons[] = {
	{"declined", "The patient does not want it"},
	{"done", "It was done"},
	{"other_clinic", "It was done elsewhere"},
	{"not_needed", "It is not needed any more"},
	{"unreachable", "Nobody could be reached"},
	{"moved", "The patient has moved away"},
	{"deceased", "The patient has died"},
	{"error", "Entered by mistake"},
	{NULL, NULL},
};

const char *
recall_reason_label(const char *reason)
{
	const char *label = word_label(recall_reasons, reason);

	return label != NULL ? label : reason;
}

const struct word visit_excuses[] = {
	{"admission", "Was in hospital"},
	{"clinic_error", "Our mistake"},
	{"weather", "Weather or closure"},
	{"other", "Another good reason"},
	{NULL, NULL},
};
