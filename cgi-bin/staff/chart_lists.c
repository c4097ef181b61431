/* The lists that pages of a chart share: open items and visits. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_part.h"
#include "staff/need_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
due_text(struct req *rq, const struct item *i)
{
	if (i->due_all_day)
		return show_near(rq->show, zone_local(rq->zone, i->due_at).day);
	return show_when(rq->show, i->due_at);
}

/* The first letters of the first and the last word. */
static const char *
owner_initials(struct req *rq, const char *name)
{
	const char *last = strrchr(name, ' ');
	struct patient p = {
		.given = name, .family = last != NULL ? last + 1 : ""};

	return patient_initials(rq->arena, &p);
}

static void
item_owner(struct req *rq, struct tpl *row, const struct item *i)
{
	struct tpl *own;

	if (*i->owner != '\0') {
		own = tpl_row(row, "OWNER");
		tpl_text(own, "NAME", i->owner);
		tpl_text(own, "INITIALS", owner_initials(rq, i->owner));
	} else if (*i->team != '\0') {
		tpl_text(tpl_row(row, "TEAM"), "NAME", i->team);
	} else {
		tpl_row(row, "NOBODY");
	}
}

static void
item_row(struct req *rq, struct tpl *t, const struct item *i)
{
	enum item_state state = item_state_at(i, rq->now);
	bool closed = !item_state_open(i->state);
	bool late = !closed && item_late(i, rq->now);
	bool raised = !closed && i->escalated_at != INSTANT_NONE;
	struct tpl *row = tpl_row(t, "ITEM");

	tpl_int(row, "ID", i->id);
	tpl_text(row, "KIND", item_kind_label(i->kind));
	tpl_text(row, "CLASS", item_kind_class(i->kind));
	tpl_text(row, "KIND_ICON", item_kind_icon(i->kind));
	tpl_text(row, "TITLE", i->title);
	if (*i->next_step != '\0')
		tpl_text(tpl_row(row, "SUB"), "TEXT", i->next_step);
	tpl_text(row, "DUE",
		closed ? show_when(rq->show, i->closed_at) : due_text(rq, i));
	if (late)
		tpl_text(tpl_row(row, "LATE"), "TEXT",
			show_late(rq->show, i->due_at));
	tpl_text(row, "TONE", raised ? "red" : item_state_tone(state));
	tpl_text(row, "ICON", raised ? "flag" : item_state_icon(state));
	tpl_text(row, "STATE", raised ? "Escalated" : item_state_label(state));
	item_owner(rq, row, i);
}

void
chart_items(struct req *rq, struct tpl *t, const char *marker,
	const struct items *items)
{
	struct tpl *part;

	if (items->n == 0)
		return;
	part = tpl_part(t, marker, "part/chart_items.tpl");
	for (size_t i = 0; i < items->n; i++)
		item_row(rq, part, &items->v[i]);
}

const char *
chart_visit_when(struct req *rq, const struct visit *v)
{
	struct show there = *rq->show;
	const struct zone *zone = zone_find(v->zone);

	if (zone == NULL || zone_offset_s(zone, v->start) ==
				    zone_offset_s(rq->zone, v->start))
		return show_when(rq->show, v->start);
	there.zone = zone;
	return arena_printf(rq->arena, "%s %s", show_when(&there, v->start),
		zone_abbr(zone, v->start));
}

static void
visit_row(struct req *rq, struct tpl *t, const struct visit *v,
	const struct need_marks *marks)
{
	enum visit_state state = visit_state(v);
	struct tpl *row = tpl_row(t, "VISIT");

	tpl_int(row, "ID", v->id);
	tpl_text(row, "WHEN", chart_visit_when(rq, v));
	tpl_text(row, "WHAT", *v->type_name != '\0' ? v->type_name : "Visit");
	tpl_text(row, "WHO",
		*v->provider_short != '\0' ? v->provider_short
					   : "No clinician recorded");
	tpl_text(row, "WHERE", v->site_name);
	if (*v->reason != '\0')
		tpl_text(tpl_row(row, "REASON"), "TEXT", v->reason);
	tpl_text(row, "TONE", visit_state_tone(state));
	tpl_text(row, "ICON", visit_state_icon(state));
	tpl_text(row, "STATE", visit_state_label(state));
	need_part_mark(rq, row, marks, v->id);
}

void
chart_visits(struct req *rq, struct tpl *t, const char *marker,
	const char *caption, const struct visits *visits,
	const struct need_marks *marks)
{
	struct tpl *part;

	if (visits->n == 0)
		return;
	part = tpl_part(t, marker, "part/chart_visits.tpl");
	tpl_text(part, "CAPTION", caption);
	for (size_t i = 0; i < visits->n; i++)
		visit_row(rq, part, &visits->v[i], marks);
}
