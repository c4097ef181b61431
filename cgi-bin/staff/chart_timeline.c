/* A chart's timeline: what the clinic did and what was imported, by day. */
#include "staff/chart_timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/coverage.h"
#include "domain/item.h"
#include "domain/patient.h"
#include "domain/record.h"
#include "domain/visit.h"
#include "store/record_store.h"
#include "store/timeline_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define KIND(k) (1u << TIMELINE_##k)

const struct chart_line_type chart_line_types[] = {
	{"", "Everything",
		KIND(VISIT) | KIND(ATTEMPT) | KIND(CHECK) | KIND(OPENED) |
			KIND(CLOSED),
		true},
	{"visits", "Visits", KIND(VISIT), false},
	{"contacts", "Calls and messages", KIND(ATTEMPT), false},
	{"items", "Open items", KIND(OPENED) | KIND(CLOSED), false},
	{"insurance", "Insurance checks", KIND(CHECK), false},
	{"records", "Imported records", 0, true},
	{NULL, NULL, 0, false},
};

const struct chart_line_type *
chart_line_type(const char *name)
{
	for (const struct chart_line_type *t = chart_line_types;
		t->name != NULL; t++)
		if (strcmp(t->name, name) == 0)
			return t;
	return NULL;
}

/* "a · b", leaving out what is empty. */
static const char *
joined(struct req *rq, const char *a, const char *b)
{
	if (*a == '\0' || *b == '\0')
		return *a == '\0' ? b : a;
	return arena_printf(rq->arena, "%s · %s", a, b);
}

static const char *
path(struct req *rq, const char *base, int64_t id)
{
	return arena_printf(rq->arena, "%s/%lld", base, (long long)id);
}

static struct chart_line
visit_line(struct req *rq, const struct timeline_entry *e)
{
	struct visit v = {.status = e->c,
		.replaced_by_id = *e->e != '\0',
		.cancelled = INSTANT_NONE,
		.arrived = INSTANT_NONE,
		.asked = INSTANT_NONE,
		.confirmed = INSTANT_NONE,
		.roomed = INSTANT_NONE,
		.with = INSTANT_NONE,
		.checkout = INSTANT_NONE,
		.done = INSTANT_NONE};
	enum visit_state state = visit_state(&v);
	const char *why =
		state == VISIT_CANCELLED ? visit_reason_label(e->d) : e->d;

	return (struct chart_line){
		.icon = visit_state_icon(state),
		.class = "appt",
		.title = arena_printf(rq->arena, "%s: %s",
			*e->a != '\0' ? e->a : "Visit",
			visit_state_label(state)),
		.detail = joined(rq, e->b, why),
		.url = path(rq, "/appointments", e->id),
	};
}

static const char *
attempt_icon(const char *channel)
{
	static const char *const list[][2] = {{"phone", "phone"},
		{"sms", "smartphone"}, {"email", "mail"}, {"portal", "globe"},
		{"letter", "file-text"}, {"in_person", "user-round"},
		{"fax", "printer"}};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(list[i][0], channel) == 0)
			return list[i][1];
	return "phone";
}

static struct chart_line
attempt_line(struct req *rq, const struct timeline_entry *e)
{
	return (struct chart_line){
		.icon = attempt_icon(e->a),
		.class = "fu",
		.title = arena_printf(rq->arena, "%s: %s",
			attempt_channel_label(e->a),
			attempt_outcome_label(e->b)),
		.detail = joined(rq, joined(rq, e->c, e->d), e->e),
		.url = path(rq, "/items", e->id),
	};
}

static struct chart_line
check_line(struct req *rq, const struct timeline_entry *e)
{
	enum standing s = standing_of_result(e->c);
	const char *plan =
		*e->b != '\0' ? arena_printf(rq->arena, "%s %s", e->a, e->b)
			      : e->a;

	return (struct chart_line){
		.icon = standing_icon(s),
		.class = "auth",
		.title = arena_printf(
			rq->arena, "Insurance checked: %s", standing_label(s)),
		.detail = joined(
			rq, joined(rq, plan, check_method_label(e->e)), e->d),
		.url = path(rq, "/insurance/policies", e->id),
	};
}

static struct chart_line
item_line(struct req *rq, const struct timeline_entry *e)
{
	enum item_state state = ITEM_DONE;
	enum item_kind kind;

	if (e->kind == TIMELINE_OPENED && item_kind_parse(e->c, &kind))
		return (struct chart_line){
			.icon = item_kind_icon(kind),
			.class = item_kind_class(kind),
			.title = arena_printf(rq->arena, "Opened: %s", e->a),
			.detail = e->b,
			.url = path(rq, "/items", e->id),
		};
	item_state_parse(e->c, &state);
	return (struct chart_line){
		.icon = item_state_icon(state),
		.class = "",
		.title = arena_printf(
			rq->arena, "%s: %s", item_state_label(state), e->a),
		.detail = joined(rq, e->b, e->d),
		.url = path(rq, "/items", e->id),
	};
}

static struct chart_line
line_of(struct req *rq, const struct timeline_entry *e)
{
	struct chart_line line;

	switch (e->kind) {
	case TIMELINE_VISIT:
		line = visit_line(rq, e);
		break;
	case TIMELINE_ATTEMPT:
		line = attempt_line(rq, e);
		break;
	case TIMELINE_CHECK:
		line = check_line(rq, e);
		break;
	default:
		line = item_line(rq, e);
	}
	line.at = e->at;
	return line;
}

static const char *
record_icon(const char *type)
{
	static const char *const list[][2] = {{"Encounter", "stethoscope"},
		{"Procedure", "activity"}, {"Immunization", "syringe"},
		{"DiagnosticReport", "file-text"}, {"Condition", "heart-pulse"},
		{"MedicationRequest", "pill"}, {"CarePlan", "clipboard-list"},
		{"AllergyIntolerance", "triangle-alert"}};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(list[i][0], type) == 0)
			return list[i][1];
	return "inbox";
}

/* A record whose source gave a day only stands at that day's first minute
 * here, and shows no clock. */
static int
add_records(
	struct req *rq, instant_t before, int limit, struct chart_lines *out)
{
	struct record_events list = {0};

	if (record_store_timeline(rq->db, rq->arena, rq->scope,
		    rq->o.patient->id, "", before, 1, limit, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct record_event *e = &list.v[i];
		struct chart_line *l;

		if (e->at == INSTANT_NONE && e->on == DAY_NONE)
			continue;
		l = ARENA_PUSH(rq->arena, out);
		*l = (struct chart_line){
			.at = e->at,
			.no_clock = e->at == INSTANT_NONE,
			.icon = record_icon(e->type),
			.class = "",
			.title = arena_printf(rq->arena, "%s: %s",
				record_type_label(e->type), e->title),
			.detail = e->detail,
			.url = path(rq, "/records", e->id),
		};
		if (l->no_clock)
			zone_instant(rq->zone, e->on, 0, &l->at);
	}
	return 0;
}

static int
newest_first(const void *x, const void *y)
{
	const struct chart_line *a = x, *b = y;

	return (a->at < b->at) - (a->at > b->at);
}

/* Whole lines of one moment stay together, so that the next page can go on
 * before it. */
static void
cut(struct chart_lines *lines, size_t limit)
{
	size_t n = limit;

	lines->next = INSTANT_NONE;
	if (lines->n <= limit)
		return;
	while (n < lines->n && lines->v[n].at == lines->v[limit - 1].at)
		n++;
	if (n < lines->n)
		lines->next = lines->v[n - 1].at;
	lines->n = n;
}

int
chart_lines(struct req *rq, const struct chart_line_type *type,
	instant_t before, int limit, struct chart_lines *out)
{
	struct timeline list = {0};

	if (before == INSTANT_NONE)
		before = rq->now + 1;
	if (type->kinds != 0 &&
		timeline_store_list(rq->db, rq->arena, rq->scope,
			rq->o.patient->id, type->kinds, rq->now, before,
			limit + 1, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, out) = line_of(rq, &list.v[i]);
	if (type->records && req_may(rq, PERM_CHART_READ) &&
		add_records(rq, before, limit + 1, out))
		return -1;
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(out->v[0]), newest_first);
	cut(out, (size_t)limit);
	return 0;
}

static void
draw_line(struct req *rq, struct tpl *part, const struct chart_line *l,
	day_t *day, bool end)
{
	struct local at = zone_local(rq->zone, l->at);
	struct tpl *row = tpl_row(part, "LINE"), *link;

	if (at.day != *day)
		tpl_text(tpl_row(row, "DAY"), "TEXT",
			at.day == rq->today ? "Today"
					    : show_day_long(rq->show, at.day));
	*day = at.day;
	tpl_show_if(row, "END", end);
	tpl_text(row, "CLASS", l->class);
	tpl_text(row, "ICON", l->icon);
	if (l->url != NULL) {
		link = tpl_row(row, "LINK");
		tpl_text(link, "URL", l->url);
		tpl_text(link, "TITLE", l->title);
	} else {
		tpl_text(tpl_row(row, "PLAIN"), "TITLE", l->title);
	}
	if (*l->detail != '\0')
		tpl_text(tpl_row(row, "DETAIL"), "TEXT", l->detail);
	tpl_text(row, "TIME",
		l->no_clock ? "" : show_clock(rq->show, at.minute));
	tpl_text(row, "ISO", show_iso(rq->show, at.day));
}

void
chart_lines_draw(struct req *rq, struct tpl *t, const char *marker,
	const struct chart_lines *lines)
{
	struct tpl *part;
	day_t day = DAY_NONE;

	if (lines->n == 0)
		return;
	part = tpl_part(t, marker, "part/chart_timeline.tpl");
	for (size_t i = 0; i < lines->n; i++)
		draw_line(rq, part, &lines->v[i], &day, i + 1 == lines->n);
}
