/* Where the visits of a day stand. Rules: tests/RULES.md, "The flow
 * board". */
#include <string.h>

#include "domain/flow.h"

static const struct {
	const char *name, *label;
	int slow_min, long_min; /* 0: nobody waits here */
	const char *slow, *much;
} columns[FLOW_COLUMNS] = {
	[FLOW_COMING] = {"coming", "To come", 10, 20, "Late", "Very late"},
	[FLOW_ARRIVED] = {"arrived", "Arrived", 10, 20, "Long wait",
		"Very long wait"},
	[FLOW_CHECKED_IN] = {"checked-in", "Checked in", 15, 30, "Long wait",
		"Very long wait"},
	[FLOW_ROOM] = {"room", "In room", 15, 30, "Long wait",
		"Very long wait"},
	[FLOW_WITH] = {"with", "With clinician", 10, 30, "Over time",
		"Far over time"},
	[FLOW_CHECKOUT] = {"checkout", "Checking out", 10, 20, "Long wait",
		"Very long wait"},
	[FLOW_DONE] = {"done", "Done", 0, 0, "", ""},
	[FLOW_OUT] = {"out", "Not seen", 0, 0, "", ""},
};

enum flow_column
flow_column(enum visit_state s)
{
	switch (s) {
	case VISIT_PENDING:
	case VISIT_BOOKED:
	case VISIT_UNCONFIRMED:
	case VISIT_CONFIRMED:
		return FLOW_COMING;
	case VISIT_ARRIVED:
		return FLOW_ARRIVED;
	case VISIT_CHECKED_IN:
		return FLOW_CHECKED_IN;
	case VISIT_ROOMED:
		return FLOW_ROOM;
	case VISIT_WITH:
		return FLOW_WITH;
	case VISIT_CHECKOUT:
		return FLOW_CHECKOUT;
	case VISIT_FULFILLED:
		return FLOW_DONE;
	default:
		return FLOW_OUT;
	}
}

const char *
flow_column_name(enum flow_column c)
{
	return columns[c].name;
}

const char *
flow_column_label(enum flow_column c)
{
	return columns[c].label;
}

bool
flow_column_parse(const char *name, enum flow_column *out)
{
	for (int i = 0; i < FLOW_COLUMNS; i++)
		if (strcmp(columns[i].name, name) == 0) {
			*out = (enum flow_column)i;
			return true;
		}
	return false;
}

instant_t
flow_since(const struct visit *v, instant_t checked_in)
{
	switch (visit_state(v)) {
	case VISIT_ARRIVED:
		return v->arrived;
	case VISIT_CHECKED_IN:
		return checked_in != INSTANT_NONE ? checked_in : v->arrived;
	case VISIT_ROOMED:
		return v->roomed;
	case VISIT_WITH:
		return v->with;
	case VISIT_CHECKOUT:
		return v->checkout;
	case VISIT_FULFILLED:
		return v->done;
	default:
		return INSTANT_NONE;
	}
}

/* Who comes before their time does not wait until then. */
static instant_t
waits_from(const struct visit *v, enum flow_column c, instant_t since)
{
	switch (c) {
	case FLOW_COMING:
		return v->start;
	case FLOW_ARRIVED:
	case FLOW_CHECKED_IN:
	case FLOW_ROOM:
		return since != INSTANT_NONE && since > v->start ? since
								 : v->start;
	case FLOW_WITH: /* what was planned for is no waiting */
		return since == INSTANT_NONE ? INSTANT_NONE
					     : since + (v->end - v->start);
	default:
		return since;
	}
}

enum flow_wait
flow_wait(const struct visit *v, instant_t since, instant_t now)
{
	enum flow_column c = flow_column(visit_state(v));
	instant_t from = waits_from(v, c, since);

	if (columns[c].slow_min == 0 || from == INSTANT_NONE)
		return FLOW_FINE;
	if (now - from >= columns[c].long_min * 60)
		return FLOW_LONG;
	return now - from >= columns[c].slow_min * 60 ? FLOW_SLOW : FLOW_FINE;
}

const char *
flow_wait_label(enum flow_column c, enum flow_wait w)
{
	if (w == FLOW_FINE)
		return "";
	return w == FLOW_SLOW ? columns[c].slow : columns[c].much;
}

const struct visit *
flow_in_room(const struct visits *today, int64_t room, const struct visit *but)
{
	for (size_t i = 0; i < today->n; i++) {
		const struct visit *w = &today->v[i];
		enum visit_state s = visit_state(w);

		if (w->room_id == room && (!but || w->id != but->id) &&
			(s == VISIT_ROOMED || s == VISIT_WITH))
			return w;
	}
	return NULL;
}

bool
flow_room_free(const struct visits *today, const struct visit *v, int64_t room)
{
	if (flow_in_room(today, room, v))
		return false;
	/* What was booked with it is its own. */
	if (room == v->room_id || v->overbooked)
		return true;
	for (size_t i = 0; i < today->n; i++) {
		const struct visit *w = &today->v[i];

		if (w->id != v->id && w->room_id == room &&
			visit_state_busy(visit_state(w)) &&
			w->busy_start < v->busy_end &&
			w->busy_end > v->busy_start)
			return false;
	}
	return true;
}
