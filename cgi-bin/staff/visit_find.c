/* Free times as a page shows them. Rules: tests/RULES.md, "Free times". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/slots.h"
#include "domain/provider.h"
#include "domain/site.h"
#include "staff/visit_find.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

const struct option visit_find_parts[] = {
	{"", "Any time of day"},
	{"morning", "Morning"},
	{"afternoon", "Afternoon"},
	{"evening", "Evening"},
	{NULL, NULL},
};

bool
visit_find_part(const char *part, int *from_min, int *to_min)
{
	static const struct {
		const char *name;
		int from, to;
	} parts[] = {
		{"morning", 0, 12 * 60},
		{"afternoon", 12 * 60, 17 * 60},
		{"evening", 17 * 60, 24 * 60},
	};

	*from_min = *to_min = 0;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strcmp(parts[i].name, part) == 0) {
			*from_min = parts[i].from;
			*to_min = parts[i].to;
			return true;
		}
	return false;
}

/* The clinic's providers and sites, to name those of the slots. */
struct names {
	struct providers providers;
	struct sites sites;
};

static int
load_names(struct req *rq, struct names *n)
{
	*n = (struct names){0};
	if (provider_store_list(
		    rq->db, rq->arena, rq->scope, true, &n->providers) ||
		site_store_list(rq->db, rq->arena, rq->scope, true, &n->sites))
		return -1;
	return 0;
}

static const struct site *
site_of(const struct names *n, int64_t id)
{
	for (size_t i = 0; i < n->sites.n; i++)
		if (n->sites.v[i].id == id)
			return &n->sites.v[i];
	return &n->sites.v[0];
}

static const char *
provider_of(const struct names *n, int64_t id)
{
	for (size_t i = 0; i < n->providers.n; i++)
		if (n->providers.v[i].id == id)
			return n->providers.v[i].name;
	return "";
}

/* "09:00", and where the hour comes twice its zone: "01:30 EDT". */
static const char *
slot_label(struct req *rq, const struct show *show, instant_t start)
{
	struct local l = zone_local(show->zone, start);
	const char *text = show_time(show, start);
	instant_t again;

	if (zone_instant(show->zone, l.day, l.minute, &again) != ZONE_TWICE)
		return text;
	return arena_printf(
		rq->arena, "%s %s", text, zone_abbr(show->zone, start));
}

/* Days on end that have none for the same reason are one line. */
static void
draw_why(struct req *rq, struct tpl *t, const struct slot_days *days,
	size_t *at, day_t before)
{
	while (*at < days->n && days->v[*at].day < before) {
		const struct slot_day *d = &days->v[*at];
		const char *why = slot_why_text(rq->arena, d);
		day_t last = d->day;
		struct tpl *row = tpl_row(t, "DAY");

		while (++*at < days->n && days->v[*at].day == last + 1 &&
			last + 1 < before &&
			strcmp(slot_why_text(rq->arena, &days->v[*at]), why) ==
				0)
			last++;
		tpl_text(row, "TEXT",
			last == d->day ? show_day(rq->show, d->day)
				       : arena_printf(rq->arena, "%s to %s",
						 show_day(rq->show, d->day),
						 show_day(rq->show, last)));
		tpl_text(tpl_row(row, "WHY"), "REASON", why);
	}
}

static void
draw_time(struct req *rq, struct tpl *who, const struct slot *s,
	const struct show *show, const char *base)
{
	struct tpl *row = tpl_row(who, "TIME");
	const char *slot =
		visit_part_slot(rq, s->provider_id, s->site_id, s->start);

	if (base)
		tpl_text(row, "URL",
			arena_printf(rq->arena, "%s&slot=%s", base, slot));
	else
		tpl_text(row, "SLOT", slot);
	tpl_text(row, "LABEL", slot_label(rq, show, s->start));
}

void
visit_find_draw(struct req *rq, struct tpl *t, const struct slots *slots,
	const struct slot_days *days, const char *base)
{
	struct names names;
	struct tpl *day_tpl = NULL, *who = NULL;
	const struct slot *last = NULL;
	day_t day = DAY_NONE;
	size_t at = 0;

	if (load_names(rq, &names))
		return;
	for (size_t i = 0; i < slots->n; i++) {
		const struct slot *s = &slots->v[i];
		const struct site *site = site_of(&names, s->site_id);
		const struct show *show = visit_part_show(rq, site->zone);
		day_t of = zone_local(show->zone, s->start).day;

		if (of != day) {
			draw_why(rq, t, days, &at, of);
			day_tpl = tpl_row(t, "DAY");
			tpl_text(day_tpl, "TEXT", show_day(show, of));
			last = NULL;
		}
		if (!last || last->provider_id != s->provider_id ||
			last->site_id != s->site_id) {
			who = tpl_row(day_tpl, "WHO");
			tpl_text(who, "NAME",
				provider_of(&names, s->provider_id));
			tpl_text(who, "PLACE", site->name);
		}
		draw_time(rq, who, s, show, base);
		day = of;
		last = s;
	}
	draw_why(rq, t, days, &at, INT32_MAX);
}

static void
keep_fields(struct tpl *t, const struct keep *keep)
{
	for (; keep->name; keep++) {
		struct tpl *row = tpl_row(t, "KEEP");

		tpl_text(row, "NAME", keep->name);
		tpl_text(row, "VALUE", keep->value);
	}
}

static void
draw_others(struct req *rq, struct tpl *t, const struct slots *near,
	const char *action, const struct keep *keep)
{
	struct names names;

	if (near->n == 0 || load_names(rq, &names))
		return;
	for (size_t i = 0; i < near->n; i++) {
		const struct slot *s = &near->v[i];
		const struct site *site = site_of(&names, s->site_id);
		const struct show *show = visit_part_show(rq, site->zone);
		struct tpl *row = tpl_row(t, "OTHER");

		tpl_text(row, "ACTION", action);
		tpl_text(row, "SLOT",
			visit_part_slot(
				rq, s->provider_id, s->site_id, s->start));
		tpl_text(row, "WHEN", show_when(show, s->start));
		tpl_text(row, "WHO", provider_of(&names, s->provider_id));
		tpl_text(row, "PLACE", site->name);
		keep_fields(row, keep);
	}
}

static bool
is_time(const struct err *e)
{
	static const char *const taken[] = {
		"provider", "room", "patient", "closed"};

	for (size_t i = 0; i < 4; i++)
		if (strcmp(e->field, taken[i]) == 0)
			return true;
	return false;
}

static void
draw_overbook(struct req *rq, struct tpl *t, const struct visit_booking *b,
	const char *action, const struct keep *keep)
{
	struct tpl *over;

	if (!req_may(rq, PERM_VISIT_OVERBOOK))
		return;
	over = tpl_row(t, "OVER");
	tpl_text(over, "ACTION", action);
	tpl_text(over, "SLOT",
		visit_part_slot(rq, b->provider_id, b->site_id, b->start));
	keep_fields(over, keep);
}

int
visit_find_taken(struct req *rq, struct act *act, const struct visit_booking *b,
	int64_t except_visit, const char *action, const char *over,
	const char *again, const struct keep *keep)
{
	struct err why = *act->err;
	struct slot_need need;
	struct slots near = {0};
	struct tpl *t;
	const char *title = strcmp(why.field, "closed") == 0
				    ? "That time is not open"
				    : "That time was just taken";

	if (why.kind != ERR_CONFLICT || !is_time(&why))
		return req_err(rq);
	if (care_visit_need(act, b, except_visit, &need) ||
		care_slots_near(rq->db, rq->arena, rq->scope, &need, b->start,
			3, &near))
		return req_db_err(rq);
	t = req_tpl(rq, "staff/visit_taken.tpl");
	req_title(rq, title);
	tpl_text(t, "TITLE", title);
	tpl_text(t, "TEXT", why.text);
	tpl_text(t, "AGAIN", again);
	draw_others(rq, t, &near, action, keep);
	tpl_show_if(t, "SOME", near.n > 0);
	tpl_show_if(t, "NONE", near.n == 0);
	draw_overbook(rq, t, b, over, keep);
	req_note(rq, "taken=%s", why.field);
	return req_html_status(rq, 409);
}
