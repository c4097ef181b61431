/* Why a day has no free time. Rules: tests/RULES.md, "Free times". */
#include "domain/slot_why.h"
#include "base/arena.h"

static day_t
slot_day_of(const struct slot_book *b, const struct slot *s)
{
	for (size_t i = 0; i < b->sites.n; i++)
		if (b->sites.v[i].id == s->site_id)
			return zone_local(b->sites.v[i].zone, s->start).day;
	return DAY_NONE;
}

bool
slot_day_has(const struct slot_book *b, const struct slots *l, size_t from,
	day_t day)
{
	for (size_t i = from; i < l->n; i++)
		if (slot_day_of(b, &l->v[i]) == day)
			return true;
	return false;
}

bool
slot_day_before(const struct slot_book *b, const struct slots *l, day_t day)
{
	return l->n > 0 && day < slot_day_of(b, &l->v[l->n - 1]);
}

/* Would there be one, if only this were asked for? */
static bool
some(struct arena *a, const struct slot_book *b, const struct slot_ask *ask)
{
	struct slots out = {0};

	slot_find(a, b, ask, &out);
	return out.n > 0;
}

/* The first closure of the day that shuts where it is looked for. */
static const char *
closure_name(const struct slot_book *b, int64_t site, day_t day)
{
	for (size_t i = 0; i < b->closures.n; i++) {
		const struct slot_closure *c = &b->closures.v[i];

		if (c->day == day &&
			(c->site_id == 0 || site == 0 || c->site_id == site))
			return c->name;
	}
	return NULL;
}

/* With all exceptions and closures gone, would somebody work? If nobody
 * would, that is the reason, whatever else the day is. */
static enum slot_why
why_nobody(struct arena *a, const struct slot_book *b,
	const struct slot_ask *bare, day_t day, const char **name)
{
	struct slot_book open = *b;
	const char *closed = closure_name(b, bare->site_id, day);

	open.closures.n = 0;
	open.exceptions.n = 0;
	if (!some(a, &open, bare))
		return SLOT_NO_HOURS;
	if (closed != NULL) {
		*name = closed;
		return SLOT_CLOSED;
	}
	return SLOT_LEAVE;
}

enum slot_why
slot_day_why(struct arena *a, const struct slot_book *book,
	const struct slot_ask *wanted, day_t day, const char **name)
{
	struct slot_book b = *book;
	struct slot_ask ask = *wanted;

	/* Everything that takes time away is left out, then put back piece
	 * by piece. The shortest visit stands for "somebody works". */
	*name = "";
	b.busy.n = b.room_busy.n = b.patient.n = 0;
	ask.first = ask.last = day;
	ask.limit = ask.per_day = 1;
	ask.need_room = false;
	ask.not_before = INSTANT_NONE;
	ask.from_min = ask.to_min = 0;
	ask.minutes = ask.step_min = 5;
	if (!some(a, &b, &ask))
		return why_nobody(a, &b, &ask, day, name);
	ask.not_before = wanted->not_before;
	if (!some(a, &b, &ask))
		return SLOT_TOO_SOON;
	ask.from_min = wanted->from_min;
	ask.to_min = wanted->to_min;
	if (!some(a, &b, &ask))
		return SLOT_PART;
	ask.minutes = wanted->minutes;
	ask.step_min = wanted->step_min;
	if (!some(a, &b, &ask))
		return SLOT_SHORT;
	b.busy.n = book->busy.n;
	if (!some(a, &b, &ask))
		return SLOT_FULL;
	b.patient.n = book->patient.n;
	if (!some(a, &b, &ask))
		return SLOT_PATIENT;
	return SLOT_NO_ROOM;
}

const char *
slot_why_text(struct arena *a, const struct slot_day *d)
{
	switch (d->why) {
	case SLOT_CLOSED:
		return arena_printf(a, "Closed: %s", d->name);
	case SLOT_LEAVE:
		return "On leave or closed by hand";
	case SLOT_NO_HOURS:
		return "No hours";
	case SLOT_TOO_SOON:
		return "Over for today, or too soon";
	case SLOT_PART:
		return "No hours in this part of the day";
	case SLOT_SHORT:
		return "No stretch of hours is long enough";
	case SLOT_FULL:
		return "Full";
	case SLOT_NO_ROOM:
		return "No room of the kind is free";
	case SLOT_PATIENT:
		return "The patient has another visit then";
	}
	return "";
}
