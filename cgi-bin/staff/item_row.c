/* One open loop as a row of a list. Markup: templates/part/items.tpl. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "domain/patient.h"
#include "staff/item_list.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- words ------------------------------------------------------------ */

/* A day's work is late by whole days, so it is counted from its morning. */
const char *
item_due_words(struct req *rq, const struct item *it)
{
	day_t day = zone_local(rq->zone, it->due_at).day;

	if (it->closed_at != INSTANT_NONE)
		return show_near(
			rq->show, zone_local(rq->zone, it->closed_at).day);
	if (item_late(it, rq->now))
		return show_late(rq->show,
			it->due_all_day ? it->due_at - 86399 : it->due_at);
	return show_near(rq->show, day);
}

const char *
item_due_under(struct req *rq, const struct item *it)
{
	day_t day = zone_local(rq->zone, it->due_at).day;

	if (it->closed_at != INSTANT_NONE)
		return show_time(rq->show, it->closed_at);
	if (item_late(it, rq->now) || day == rq->today + 1)
		return it->due_all_day ? show_day(rq->show, day)
				       : show_when(rq->show, it->due_at);
	if (it->due_all_day)
		return "any time";
	return arena_printf(
		rq->arena, "by %s", show_time(rq->show, it->due_at));
}

static const char *
last_try(struct req *rq, const struct item *it)
{
	if (it->attempts == 0)
		return "";
	return arena_printf(rq->arena, "%d %s, last %s: %s", it->attempts,
		it->attempts == 1 ? "try" : "tries",
		show_day(rq->show,
			zone_local(rq->zone, it->last_attempt_at).day),
		attempt_outcome_label(it->last_outcome));
}

static const char *
under_title(struct req *rq, const struct item *it)
{
	const char *on =
		strstr(it->detail, it->waiting_on) ? "" : it->waiting_on;
	const char *parts[] = {last_try(rq, it), on, it->detail,
		it->detail[0] ? "" : it->next_step};
	struct buf b = buf_new(rq->arena);

	if (it->state == ITEM_CANCELLED)
		return it->close_reason;
	if (it->state == ITEM_DONE && it->evidence[0])
		return it->evidence;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (parts[i][0])
			buf_addf(&b, "%s%s", b.n ? " · " : "", parts[i]);
	return b.s;
}

const char *
initials_of(struct req *rq, const char *name)
{
	const char *last = strrchr(name, ' ');
	struct buf b = buf_new(rq->arena);
	const char *from[2];

	from[0] = name;
	from[1] = last ? last + 1 : "";
	for (int i = 0; i < 2; i++) {
		size_t n = 1;

		if (from[i][0] == '\0')
			continue;
		while (((unsigned char)from[i][n] & 0xC0) == 0x80)
			n++;
		buf_add(&b, from[i], n);
	}
	return b.s;
}

const char *
item_act_url(struct req *rq, const struct item *it)
{
	bool rebook = it->kind == ITEM_VISIT_CHANGE ||
		      it->kind == ITEM_VISIT_CANCELLED ||
		      it->kind == ITEM_SEQUENCE;

	if (it->kind == ITEM_VISIT_READY && it->subject_id)
		return arena_printf(rq->arena, "/appointments/%lld#needs",
			(long long)it->subject_id);
	if (rebook && it->subject_id)
		return arena_printf(rq->arena, "/appointments/%lld",
			(long long)it->subject_id);
	if (it->kind == ITEM_COVERAGE_CHECK && it->subject_id)
		return arena_printf(rq->arena, "/insurance/policies/%lld#check",
			(long long)it->subject_id);
	return arena_printf(
		rq->arena, "/items/%lld#attempt", (long long)it->id);
}

void
item_tag(struct req *rq, struct tpl *t, const struct item *it)
{
	enum item_state state = item_state_at(it, rq->now);
	bool escalated =
		it->escalated_at != INSTANT_NONE && item_state_open(state);
	struct tpl *tag = tpl_row(t, "TAG");

	tpl_text(tag, "TONE", escalated ? "red" : item_state_tone(state));
	tpl_text(tag, "ICON", escalated ? "flag" : item_state_icon(state));
	tpl_text(
		tag, "TEXT", escalated ? "Escalated" : item_state_label(state));
}

void
item_avatar(struct req *rq, struct tpl *t, const struct item *it)
{
	struct tpl *row;

	tpl_show_if(t, "NOBODY", it->owner_id == 0);
	tpl_text(t, "TEAM", it->owner_id == 0 ? it->team : "");
	if (it->owner_id == 0)
		return;
	row = tpl_row(t, "OWNER");
	tpl_text(row, "NAME", it->owner);
	tpl_text(row, "INITIALS", initials_of(rq, it->owner));
}

/* ---- rows ------------------------------------------------------------- */

/* Two people of one name on a page are easily taken for one another. */
static bool
namesake(const struct items *rows, size_t i)
{
	const struct item *it = &rows->v[i];

	for (size_t j = 0; j < rows->n && it->patient_id; j++) {
		const struct item *o = &rows->v[j];

		if (o->patient_id && o->patient_id != it->patient_id &&
			strcmp(o->family, it->family) == 0 &&
			strcmp(o->given, it->given) == 0)
			return true;
	}
	return false;
}

static void
patient_cell(struct req *rq, struct tpl *row, const struct item *it)
{
	struct tpl *p;

	if (it->patient_id == 0) {
		tpl_show_if(row, "NO_PATIENT", true);
		return;
	}
	p = tpl_row(row, "PATIENT");
	tpl_int(p, "ID", it->patient_id);
	tpl_text(
		p, "NAME", patient_name_list(rq->arena, it->family, it->given));
	if (it->preferred[0])
		tpl_text(tpl_row(p, "CALLED"), "TEXT", it->preferred);
	tpl_text(p, "BORN", show_date(rq->show, it->birth));
	tpl_text(p, "MRN", patient_mrn_show(rq->arena, it->mrn));
	req_shown(rq, it->patient_id);
}

static void
draw_row(struct req *rq, struct tpl *group, const struct items *rows, size_t i)
{
	const struct item *it = &rows->v[i];
	struct tpl *row = tpl_row(group, "ROW");
	bool open = item_state_open(it->state);

	tpl_int(row, "ID", it->id);
	tpl_text(row, "DUE", item_due_words(rq, it));
	tpl_text(row, "UNDER", item_due_under(rq, it));
	tpl_show_if(row, "LATE", item_late(it, rq->now));
	tpl_text(row, "TITLE", it->title);
	tpl_text(row, "WHOM",
		it->patient_id
			? patient_name_list(rq->arena, it->family, it->given)
			: "");
	tpl_text(row, "SUB", under_title(rq, it));
	tpl_text(row, "KIND", item_kind_label(it->kind));
	tpl_text(row, "KIND_CLASS", item_kind_class(it->kind));
	tpl_text(row, "KIND_ICON", item_kind_icon(it->kind));
	tpl_show_if(row, "URGENT", open && it->priority == 1);
	tpl_show_if(row, "NAMESAKE", namesake(rows, i));
	patient_cell(rq, row, it);
	item_tag(rq, row, it);
	item_avatar(rq, row, it);
	if (open) {
		struct tpl *act = tpl_row(row, "ACT");

		tpl_text(act, "URL", item_act_url(rq, it));
		tpl_text(act, "LABEL", item_kind_act(it->kind));
		tpl_text(act, "ICON", item_kind_act_icon(it->kind));
	}
	tpl_show_if(row, "TICK", open && item_may_change(it, rq->scope));
	tpl_show_if(row, "NO_TICK", !open || !item_may_change(it, rq->scope));
}

static const struct {
	const char *label, *icon;
} buckets[] = {
	[BUCKET_LATE] = {"Overdue", "triangle-alert"},
	[BUCKET_TODAY] = {"Due today", "clock"},
	[BUCKET_WEEK] = {"Next 7 days", "calendar-days"},
	[BUCKET_LATER] = {"Later", "calendar-days"},
};

static bool
grouped(const struct item_list *l)
{
	return l->f.sort == SORT_DUE &&
	       (l->f.when == WHEN_WEEK || l->f.when == WHEN_OPEN ||
		       l->f.when == WHEN_LATE || l->f.when == WHEN_TODAY);
}

static struct tpl *
open_group(struct req *rq, struct tpl *t, const struct item_list *l,
	size_t from, enum item_bucket bucket)
{
	struct tpl *group = tpl_row(t, "GROUP"), *head;
	int64_t total = l->totals.n[l->f.queue][bucket];
	int64_t shown = 0;

	for (size_t i = from; i < l->rows.n; i++)
		shown += item_bucket(l->rows.v[i].due_at, &l->w) == bucket;
	head = tpl_row(group, "HEAD");
	tpl_text(head, "LABEL", buckets[bucket].label);
	tpl_text(head, "ICON", buckets[bucket].icon);
	tpl_show_if(head, "LATE", bucket == BUCKET_LATE);
	tpl_int(head, "N", total);
	if (shown < total)
		tpl_text(tpl_row(head, "NOTE"), "TEXT",
			arena_printf(
				rq->arena, "%lld shown", (long long)shown));
	else if (bucket == BUCKET_LATE)
		tpl_text(tpl_row(head, "NOTE"), "TEXT", "Oldest first");
	return group;
}

static void
pager(struct req *rq, struct tpl *t, const struct item_list *l)
{
	struct item_filter f = l->f;
	struct tpl *nav;

	if (l->rows.n == 0 || (!l->next && !l->prev))
		return;
	nav = tpl_row(t, "PAGER");
	tpl_int(nav, "SHOWN", (int64_t)l->rows.n);
	tpl_int(nav, "TOTAL", l->total);
	f.before = 0;
	f.after = l->rows.v[l->rows.n - 1].id;
	if (l->next)
		tpl_text(tpl_row(nav, "NEXT"), "URL", item_list_url(rq, l, &f));
	f.after = 0;
	f.before = l->rows.v[0].id;
	if (l->prev)
		tpl_text(tpl_row(nav, "PREV"), "URL", item_list_url(rq, l, &f));
}

void
item_list_rows(struct req *rq, struct tpl *t, const struct item_list *l)
{
	struct tpl *group = NULL;
	enum item_bucket last = BUCKET_LATER, bucket;

	for (size_t i = 0; i < l->rows.n; i++) {
		bucket = item_bucket(l->rows.v[i].due_at, &l->w);
		if (!group && !grouped(l))
			group = tpl_row(t, "GROUP");
		if (grouped(l) && (!group || bucket != last))
			group = open_group(rq, t, l, i, bucket);
		last = bucket;
		draw_row(rq, group, &l->rows, i);
	}
	pager(rq, t, l);
}
