/* A visit as the patient reads it: their words, the site's clock. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "domain/door.h"
#include "domain/item.h"
#include "domain/patient.h"
#include "domain/portal.h"
#include "domain/site.h"
#include "domain/visit.h"
#include "portal/visit_view.h"
#include "store/item_store.h"
#include "store/patient_store.h"
#include "store/site_store.h"
#include "store/video_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* Times are told as the clock at the visit's site shows them. */
static struct show
there(struct req *rq, const struct visit *v)
{
	struct show show = *rq->show;
	const struct zone *zone = zone_find(v->zone);

	if (zone != NULL)
		show.zone = zone;
	return show;
}

const char *
portal_visit_when(struct req *rq, const struct visit *v)
{
	struct show show = there(rq, v);

	return show_when(&show, v->start);
}

const char *
portal_visit_type(struct req *rq, const struct visit *v)
{
	if (strcmp(rq->lang, "es") == 0 && v->type_name_es[0] != '\0')
		return v->type_name_es;
	return v->type_name[0] != '\0' ? v->type_name : tr(rq, "Visit");
}

struct tag {
	const char *tone, *icon, *text;
};

/* The staff's finer states say nothing to a patient. */
static struct tag
tag_of(enum visit_state state)
{
	switch (state) {
	case VISIT_PROPOSED:
	case VISIT_PENDING:
		return (struct tag){"blue", "clock", "Asked for"};
	case VISIT_WAITLIST:
		return (struct tag){"blue", "hourglass", "On the wait list"};
	case VISIT_BOOKED:
	case VISIT_UNCONFIRMED:
		return (struct tag){"amber", "circle-alert", "Please confirm"};
	case VISIT_CONFIRMED:
		return (struct tag){"green", "check", "Confirmed"};
	case VISIT_FULFILLED:
		return (struct tag){"", "check", "Done"};
	case VISIT_CANCELLED:
	case VISIT_LEFT:
		return (struct tag){"", "ban", "Cancelled"};
	case VISIT_RESCHEDULED:
		return (struct tag){"", "repeat", "Moved to another time"};
	case VISIT_NOSHOW:
		return (struct tag){"", "circle-x", "Missed"};
	case VISIT_ERROR:
		return (struct tag){"", "ban", "Entered by mistake"};
	default:
		return (struct tag){"green", "check", "You are here"};
	}
}

void
portal_visit_line(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct show show = there(rq, v);
	struct tag tag = tag_of(visit_state(v));
	struct tpl *row = tpl_row(t, "TAG");

	tpl_int(t, "ID", v->id);
	tpl_text(t, "ISO", show_iso_time(&show, v->start));
	tpl_text(t, "WHEN", show_when(&show, v->start));
	tpl_text(t, "PROVIDER", v->provider_name);
	tpl_text(t, "TYPE", portal_visit_type(rq, v));
	tpl_text(row, "TONE", tag.tone);
	tpl_text(row, "ICON", tag.icon);
	tpl_text(row, "TEXT", tr(rq, tag.text));
}

/* Where we call if video fails: as they said on the way in, else the number
 * we have. */
static int
fallback(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct video said = {.callback = ""};
	struct patient p;
	const char *number;

	if (video_store_get(rq->db, rq->arena, rq->scope, v->id, &said) < 0 ||
		patient_store_get(
			rq->db, rq->arena, rq->scope, v->patient_id, &p) <= 0)
		return -1;
	number = said.callback[0] ? said.callback : p.phone;
	if (number[0])
		tpl_text(tpl_row(t, "FALLBACK"), "NUMBER",
			show_phone(rq->show, number));
	return 0;
}

/* The link is ours and stays the same; whether it opens is told there. */
static int
video(struct req *rq, struct tpl *t, const struct visit *v)
{
	enum door_time when = door_video_time(v, rq->now);
	struct tpl *row;

	if (when == DOOR_NEVER || when == DOOR_LATE)
		return 0;
	row = tpl_row(t, "VIDEO");
	tpl_int(row, "ID", v->id);
	tpl_show_if(row, "FIRST", when == DOOR_OPEN);
	return fallback(rq, t, v);
}

static int
place(struct req *rq, struct tpl *t, const struct visit *v,
	const struct site *site)
{
	struct tpl *row;

	if (strcmp(v->mode, "in_person") != 0) {
		if (video(rq, t, v))
			return -1;
		row = tpl_row(t, "MODE");
		tpl_text(row, "TEXT",
			tr(rq, strcmp(v->mode, "video") == 0
					? "By video. The link opens 15 minutes "
					  "before."
					: "By phone. We call you."));
		return 0;
	}
	row = tpl_row(t, "PLACE");
	tpl_text(row, "SITE", site->name);
	tpl_text(row, "ADDRESS",
		arena_printf(rq->arena, "%s, %s, %s %s", site->address,
			site->city, site->state, site->postal));
	if (site->directions[0] != '\0')
		tpl_text(tpl_row(t, "DIRECTIONS"), "TEXT", site->directions);
	return 0;
}

int
portal_visit_card(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct item asked;
	struct site site;
	int change;

	if (site_store_get(rq->db, rq->arena, rq->scope, v->site_id, &site) <=
		0)
		return -1;
	change = item_store_find_open(rq->db, rq->arena, rq->scope,
		ITEM_VISIT_CHANGE, "appointment", v->id, &asked);
	if (change < 0)
		return -1;
	portal_visit_line(rq, t, v);
	tpl_int(t, "MINUTES", (v->end - v->start) / 60);
	tpl_int(t, "VERSION", v->version);
	tpl_show_if(t, "INTERPRETER", v->interpreter);
	if (place(rq, t, v, &site))
		return -1;
	tpl_show_if(t, "ASKED", change > 0);
	tpl_show_if(t, "MAY_COME", door_time(v, rq->now) == DOOR_OPEN);
	tpl_show_if(t, "MAY_CONFIRM", portal_may_confirm(v, rq->now));
	tpl_show_if(
		t, "MAY_CHANGE", change == 0 && portal_may_change(v, rq->now));
	tpl_show_if(t, "MAY_CANCEL", portal_may_cancel(v, rq->now));
	return 0;
}
