/* Who waits: fit, order, life of an offer. Rules: tests/RULES.md, "The
 * waitlist". */
#include <stdlib.h>
#include <string.h>

#include "domain/waitlist.h"

const struct word wait_urgencies[] = {
	{"1", "Urgent"},
	{"2", "Soon"},
	{"3", "Routine"},
	{NULL, NULL},
};

const struct word wait_reasons[] = {
	{"no_longer", "Not wanted any more"},
	{"unreachable", "Could not be reached"},
	{"other_clinic", "Is seen elsewhere"},
	{"error", "Entered in error"},
	{NULL, NULL},
};

const char *
wait_urgency_label(int urgency)
{
	if (urgency < WAIT_URGENT || urgency > WAIT_ROUTINE)
		return "";
	return wait_urgencies[urgency - 1].label;
}

const char *
wait_urgency_tone(int urgency)
{
	return urgency == WAIT_URGENT ? "red"
	       : urgency == WAIT_SOON ? "amber"
				      : "";
}

const char *
wait_reason_label(const char *reason)
{
	const char *label;

	if (strcmp(reason, "booked") == 0)
		return "Booked";
	label = word_label(wait_reasons, reason);
	return label ? label : reason;
}

bool
wait_may_join(const struct visit *v, instant_t now)
{
	enum visit_state s = visit_state(v);

	return v->start > now && v->visit_type_id != 0 &&
	       (s == VISIT_BOOKED || s == VISIT_UNCONFIRMED ||
		       s == VISIT_CONFIRMED);
}

/* In the list, or the list says nothing of this kind. */
static bool
chosen(const struct wait_oks *ok, int64_t provider, int64_t site)
{
	bool said = false;

	for (size_t i = 0; i < ok->n; i++) {
		int64_t of = provider ? ok->v[i].provider_id : ok->v[i].site_id;

		if (of == 0)
			continue;
		said = true;
		if (of == (provider ? provider : site))
			return true;
	}
	return !said;
}

static unsigned
part_of(int minute)
{
	return minute < 12 * 60	  ? WAIT_MORNING
	       : minute < 17 * 60 ? WAIT_AFTERNOON
				  : WAIT_EVENING;
}

enum wait_miss
wait_fits(const struct wait_entry *e, const struct wait_time *t, instant_t now)
{
	struct local l = zone_local(t->zone, t->start);

	if (e->visit_type_id != t->visit_type_id)
		return WAIT_TYPE;
	if (!chosen(&e->ok, t->provider_id, 0))
		return WAIT_PROVIDER;
	if (!chosen(&e->ok, 0, t->site_id))
		return WAIT_SITE;
	if (l.day < e->earliest || (e->latest != DAY_NONE && l.day > e->latest))
		return WAIT_DAY;
	if (!(e->weekdays >> day_weekday(l.day) & 1))
		return WAIT_WEEKDAY;
	if (!(e->parts & part_of(l.minute)))
		return WAIT_PART;
	if (e->minutes > t->minutes)
		return WAIT_SHORT;
	if (t->start < now + (instant_t)e->notice_min * 60 || t->start <= now)
		return WAIT_NOTICE;
	if (e->visit_start != INSTANT_NONE && t->start >= e->visit_start)
		return WAIT_LATER;
	if (e->offered != INSTANT_NONE)
		return WAIT_BUSY;
	return WAIT_FITS;
}

int
wait_rank(const struct wait_entry *a, const struct wait_entry *b)
{
	/* No latest day waits behind every other. */
	int64_t al = a->latest == DAY_NONE ? INT64_MAX : a->latest;
	int64_t bl = b->latest == DAY_NONE ? INT64_MAX : b->latest;

	if (a->urgency != b->urgency)
		return a->urgency < b->urgency ? -1 : 1;
	if (al != bl)
		return al < bl ? -1 : 1;
	if (a->joined != b->joined)
		return a->joined < b->joined ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static int
by_rank(const void *a, const void *b)
{
	return wait_rank(a, b);
}

void
wait_sort(struct wait_entries *list)
{
	if (list->n > 1)
		qsort(list->v, list->n, sizeof(list->v[0]), by_rank);
}

int
wait_life_s(instant_t now, instant_t start)
{
	instant_t life = start - now > 48 * 3600 ? 120 * 60 : 30 * 60;

	if (life > start - now)
		life = start - now;
	return (int)life;
}

enum wait_state
wait_state(const struct wait_offer *o, instant_t now)
{
	if (strcmp(o->answer, "accepted") == 0)
		return WAIT_ACCEPTED;
	if (strcmp(o->answer, "declined") == 0)
		return WAIT_DECLINED;
	if (o->expires <= now &&
		(o->ended == INSTANT_NONE || o->ended >= o->expires))
		return WAIT_EXPIRED;
	if (o->ended != INSTANT_NONE)
		return WAIT_GONE;
	return o->opens > now ? WAIT_QUEUED : WAIT_OPEN;
}

const char *
wait_state_label(enum wait_state s)
{
	static const char *const labels[] = {
		[WAIT_QUEUED] = "Next in turn",
		[WAIT_OPEN] = "Offered",
		[WAIT_ACCEPTED] = "Accepted",
		[WAIT_DECLINED] = "Declined",
		[WAIT_EXPIRED] = "Ran out",
		[WAIT_GONE] = "Time is gone",
	};

	return labels[s];
}

const char *
wait_state_tone(enum wait_state s)
{
	return s == WAIT_ACCEPTED ? "green" : s == WAIT_OPEN ? "blue" : "";
}
