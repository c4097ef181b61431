/* The arithmetic of the reports. Rules: tests/RULES.md, "Reports"; SQL:
 * store/report_store.c. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "domain/report.h"

#define DAY_S 86400
#define STRETCH_S (92 * DAY_S)

const char *const report_measure_names[REPORT_MEASURES] = {
	"utilisation", "lead-time", "third-next", "no-shows", "cancellations"};
const char *const report_measure_labels[REPORT_MEASURES] = {"Utilisation",
	"Lead time", "Third next available", "No-shows and late cancellations",
	"Cancellations by reason"};
const char *const report_by_names[REPORT_BYS] = {
	"provider", "site", "type", "weekday", "week"};
const char *const report_by_labels[REPORT_BYS] = {
	"Provider", "Site", "Visit type", "Weekday", "Week"};

static bool
parse(const char *const *names, int n, const char *s, int *out)
{
	for (*out = 0; *out < n; ++*out)
		if (strcmp(names[*out], s) == 0)
			return true;
	return false;
}

bool
report_measure_parse(const char *s, enum report_measure *out)
{
	int i;
	bool ok = parse(report_measure_names, REPORT_MEASURES, s, &i);

	*out = (enum report_measure)i;
	return ok;
}

bool
report_by_parse(const char *s, enum report_by *out)
{
	int i;
	bool ok = parse(report_by_names, REPORT_BYS, s, &i);

	*out = (enum report_by)i;
	return ok;
}

struct report_period
report_period_usual(day_t today)
{
	return (struct report_period){today - REPORT_DAYS, today - 1};
}

const char *
report_period_wrong(const struct report_period *p)
{
	if (p->from > p->to)
		return "The first day is after the last one.";
	if (p->to - p->from >= REPORT_DAYS_MAX)
		return "Choose at most a year.";
	return NULL;
}

/* The first moment in (from, to] with another offset than from has. */
static instant_t
change(const struct zone *zone, instant_t from, instant_t to)
{
	int offset = zone_offset_s(zone, from);

	while (to - from > 1) {
		instant_t mid = from + (to - from) / 2;

		if (zone_offset_s(zone, mid) == offset)
			from = mid;
		else
			to = mid;
	}
	return to;
}

void
report_stretches(struct arena *a, const struct zone *zone,
	const struct report_period *p, struct report_stretches *out)
{
	instant_t from = slot_instant(zone, p->from, 0);
	instant_t end = slot_instant(zone, p->to + 1, 0);

	for (instant_t t = from; t < end;) {
		instant_t next = t + DAY_S < end ? t + DAY_S : end;
		int offset = zone_offset_s(zone, from);
		bool same = zone_offset_s(zone, next) == offset;

		t = same ? next : change(zone, t, next);
		if (same && t < end && t - from < STRETCH_S)
			continue;
		*ARENA_PUSH(a, out) = (struct report_stretch){from, t, offset};
		from = t;
	}
}

int
report_wait(const struct report_lead *v, size_t n, int percent)
{
	int64_t all = 0, rank, seen = 0;
	int days = -1;

	for (size_t i = 0; i < n; i++)
		all += v[i].n;
	rank = (all * percent + 99) / 100;
	/* Few different numbers of days: looked through for the next one. */
	while (seen < rank) {
		int next = INT32_MAX;

		for (size_t i = 0; i < n; i++)
			if (v[i].days > days && v[i].days < next)
				next = v[i].days;
		days = next;
		for (size_t i = 0; i < n; i++)
			if (v[i].days == days)
				seen += v[i].n;
	}
	return days;
}

struct report_row *
report_row(struct arena *a, struct report_rows *rows, int64_t key)
{
	struct report_row *row;

	for (size_t i = 0; i < rows->n; i++)
		if (rows->v[i].key == key)
			return &rows->v[i];
	row = ARENA_PUSH(a, rows);
	*row = (struct report_row){.key = key,
		.label = "",
		.third = DAY_NONE,
		.wait_half = -1,
		.wait_most = -1};
	return row;
}

int64_t
report_due(const struct report_row *r)
{
	return r->came + r->no_show;
}

int64_t
report_kept(const struct report_row *r)
{
	return r->came + r->no_show + r->late;
}

int64_t
report_cancelled(const struct report_row *r)
{
	return r->by_patient + r->late + r->by_clinic;
}

void
report_add(struct report_row *to, const struct report_row *r)
{
	to->came += r->came;
	to->no_show += r->no_show;
	to->late += r->late;
	to->excused += r->excused;
	to->left += r->left;
	to->by_patient += r->by_patient;
	to->by_clinic += r->by_clinic;
	to->moved += r->moved;
	to->open += r->open;
	to->coming += r->coming;
	to->offered += r->offered;
	to->taken += r->taken;
	to->seen += r->seen;
	to->waited += r->waited;
}

bool
report_nothing(enum report_measure m, const struct report_row *r)
{
	switch (m) {
	case REPORT_USE:
		return r->offered == 0 && r->taken == 0;
	case REPORT_LEAD:
		return r->waited == 0;
	case REPORT_MISSED:
		return report_kept(r) + r->excused + r->left + r->open == 0;
	case REPORT_CANCEL:
		return report_cancelled(r) + r->moved == 0;
	default:
		return false;
	}
}

static int
more_first(const void *pa, const void *pb)
{
	const struct report_reason *x = pa, *y = pb;
	int who;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	who = strcmp(y->who, x->who);
	return who ? who : strcmp(x->reason, y->reason);
}

void
report_reasons_of(struct arena *a, const struct report_reasons *list, bool all,
	int64_t key, struct report_reasons *out)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct report_reason *from = &list->v[i];
		size_t k = 0;

		if (!all && from->key != key)
			continue;
		while (k < out->n &&
			(strcmp(out->v[k].who, from->who) ||
				strcmp(out->v[k].reason, from->reason)))
			k++;
		if (k == out->n)
			*ARENA_PUSH(a, out) = (struct report_reason){
				0, from->who, from->reason, 0};
		out->v[k].n += from->n;
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof(out->v[0]), more_first);
}

int
report_share(int64_t part, int64_t of)
{
	return of <= 0 ? 0 : (int)((part * 2000 + of) / (2 * of));
}

const char *
report_percent_text(struct arena *a, int64_t part, int64_t of)
{
	int share = report_share(part, of);

	return arena_printf(a, "%d.%d%%", share / 10, share % 10);
}

const char *
report_share_text(struct arena *a, int64_t part, int64_t of)
{
	if (of <= 0)
		return "None";
	if (of < REPORT_SMALL)
		return arena_printf(
			a, "%lld of %lld", (long long)part, (long long)of);
	return report_percent_text(a, part, of);
}

int64_t
report_day_key(enum report_by by, day_t day)
{
	/* 29 December 1969, day -3, was a Monday. */
	return by == REPORT_WEEK ? (day + 3) / 7 : (int64_t)day_weekday(day);
}

day_t
report_week_first(int64_t key)
{
	return (day_t)(key * 7 - 3);
}

static int64_t
window_key(enum report_by by, int64_t provider, int64_t site, day_t day)
{
	switch (by) {
	case REPORT_PROVIDER:
		return provider;
	case REPORT_SITE:
		return site;
	case REPORT_WEEKDAY:
	case REPORT_WEEK:
		return report_day_key(by, day);
	default:
		return 0;
	}
}

void
report_offered(struct arena *a, const struct slot_book *b,
	const struct report_period *p, enum report_by by,
	struct report_rows *rows)
{
	struct slot_windows w = {0};

	for (size_t i = 0; i < b->providers.n; i++)
		for (day_t day = p->from; day <= p->to; day++) {
			int64_t who = b->providers.v[i];

			slot_day_windows(a, b, who, day, &w);
			for (size_t k = 0; k < w.n; k++)
				report_row(a, rows,
					window_key(
						by, who, w.v[k].site_id, day))
					->offered +=
					(w.v[k].end - w.v[k].start) / 60;
		}
}

/* How far a key's count has come. */
struct tally {
	int n;
	struct busy *last; /* by provider: when the counted time ends */
};

static instant_t *
last_of(const struct slot_book *b, struct tally *t, int64_t provider)
{
	for (size_t i = 0; i < b->providers.n; i++)
		if (b->providers.v[i] == provider)
			return &t->last[i].end;
	return NULL;
}

void
report_third(struct arena *a, const struct slot_book *b,
	const struct slots *slots, enum report_by by, int64_t type,
	struct report_rows *rows)
{
	size_t had = rows->n;
	struct tally *tally = arena_alloc(a, (had + 1) * sizeof(*tally));

	for (size_t i = 0; i < had; i++)
		tally[i].last = arena_alloc(
			a, (b->providers.n + 1) * sizeof(*tally[i].last));
	for (size_t i = 0; i < slots->n; i++) {
		const struct slot *s = &slots->v[i];
		const struct slot_site *site = slot_site_find(b, s->site_id);
		day_t day =
			site ? zone_local(site->zone, s->start).day : DAY_NONE;
		int64_t key = by == REPORT_TYPE ? type
						: window_key(by, s->provider_id,
							  s->site_id, day);

		for (size_t r = 0; r < had; r++) {
			instant_t *last;

			if (rows->v[r].key != key || tally[r].n == 3)
				continue;
			last = last_of(b, &tally[r], s->provider_id);
			if (!last || s->start < *last)
				continue;
			*last = s->end;
			if (++tally[r].n == 3)
				rows->v[r].third = day;
		}
	}
}
