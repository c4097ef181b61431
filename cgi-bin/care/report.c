/* The reports: counts of the book, and what there was and is of free time.
 * Rules: tests/RULES.md, "Reports"; arithmetic: domain/report.c; SQL:
 * store/report_store.c. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/report.h"
#include "care/slots.h"
#include "store/report_store.h"
#include "store/slot_store.h"
#include "store/visit_type_store.h"

/* One stretch of one zone, into what the measure wants. */
static int
scan(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, const struct report_scan *s,
	struct report *out)
{
	switch (ask->measure) {
	case REPORT_USE:
		return report_store_minutes(db, a, sc, s, &out->rows);
	case REPORT_LEAD:
		return report_store_leads(db, a, sc, s, &out->leads);
	case REPORT_CANCEL:
		return report_store_reasons(db, a, sc, s, &out->reasons) ||
				       report_store_outcomes(
					       db, a, sc, s, &out->rows)
			       ? -1
			       : 0;
	default:
		return report_store_outcomes(db, a, sc, s, &out->rows);
	}
}

/* As many statements as zones, times the changes of their clocks. */
static int
scan_all(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, struct report *out)
{
	struct report_zones zones = {0};

	if (report_store_zones(db, a, sc, &zones))
		return -1;
	for (size_t z = 0; z < zones.n; z++) {
		const struct zone *zone = zone_find(zones.v[z]);
		struct report_stretches parts = {0};

		if (!zone)
			continue;
		report_stretches(a, zone, &ask->period, &parts);
		for (size_t i = 0; i < parts.n; i++) {
			const struct report_scan s = {.by = ask->by,
				.zone = zones.v[z],
				.stretch = parts.v[i],
				.now = ask->now};

			if (scan(db, a, sc, ask, &s, out))
				return -1;
		}
	}
	return 0;
}

static int
offered(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, struct report *out)
{
	const struct slot_wish wish = {.first = ask->period.from,
		.last = ask->period.to,
		.windows_only = true};
	struct report_rows all = {0};
	struct slot_book book;

	if (slot_store_book(db, a, sc, &wish, &book))
		return -1;
	/* Nobody offers time for one type alone: each is told its part of
	 * all there was. */
	if (ask->by != REPORT_TYPE) {
		report_offered(a, &book, &ask->period, ask->by, &out->rows);
		return 0;
	}
	report_offered(a, &book, &ask->period, ask->by, &all);
	for (size_t i = 0; i < out->rows.n && all.n; i++)
		out->rows.v[i].offered = all.v[0].offered;
	out->all.offered = all.n ? all.v[0].offered : 0;
	return 0;
}

/* From the histogram, by key; all of them for the last line. */
static void
waits(struct arena *a, struct report *out)
{
	const struct report_leads *l = &out->leads;

	for (size_t i = 0; i < l->n; i++) {
		struct report_row *row = report_row(a, &out->rows, l->v[i].key);

		row->waited += l->v[i].n;
	}
	for (size_t i = 0; i < out->rows.n; i++) {
		struct report_row *row = &out->rows.v[i];
		struct report_leads own = {0};

		for (size_t k = 0; k < l->n; k++)
			if (l->v[k].key == row->key)
				*ARENA_PUSH(a, &own) = l->v[k];
		row->wait_half = report_wait(own.v, own.n, 50);
		row->wait_most = report_wait(own.v, own.n, 90);
	}
	out->all.wait_half = report_wait(l->v, l->n, 50);
	out->all.wait_most = report_wait(l->v, l->n, 90);
}

/* ---- third next available -------------------------------------------- */

static int
usual_type(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, const struct visit_types *types,
	struct visit_type *out)
{
	struct report_ask count = *ask;
	struct report book = {0};
	int64_t most = -1;

	count.measure = REPORT_MISSED;
	count.by = REPORT_TYPE;
	count.period = report_period_usual(ask->today);
	if (scan_all(db, a, sc, &count, &book))
		return -1;
	for (size_t i = 0; i < types->n; i++) {
		int64_t n = 0;

		for (size_t k = 0; k < book.rows.n; k++)
			if (book.rows.v[k].key == types->v[i].id)
				n = report_kept(&book.rows.v[k]);
		if (n > most) {
			most = n;
			*out = types->v[i];
		}
	}
	return 0;
}

static int
pick_type(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, const struct visit_types *types,
	struct visit_type *out)
{
	for (size_t i = 0; i < types->n; i++)
		if (types->v[i].id == ask->type) {
			*out = types->v[i];
			return 0;
		}
	return usual_type(db, a, sc, ask, types, out);
}

static int
read_book(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, const char *room, struct slot_book *book)
{
	const struct slot_wish wish = {.first = ask->today,
		.last = ask->today + REPORT_AHEAD,
		.room_kind = room,
		.now = ask->now};

	return slot_store_book(db, a, sc, &wish, book);
}

/* Free times of a type in the days ahead, of everybody. */
static void
free_times(struct arena *a, const struct report_ask *ask,
	const struct visit_type *type, const struct slot_book *book,
	struct slots *out)
{
	const struct slot_ask want = {.first = ask->today,
		.last = ask->today + REPORT_AHEAD,
		.minutes = type->minutes,
		.before_min = type->before_min,
		.after_min = type->after_min,
		.not_before = ask->now,
		.need_room = visit_type_room(type, "")[0] != '\0',
		.per_day = 24};

	slot_find(a, book, &want, out);
}

static void
third_keys(struct arena *a, const struct slot_book *b, enum report_by by,
	struct report_rows *rows)
{
	if (by == REPORT_PROVIDER)
		for (size_t i = 0; i < b->providers.n; i++)
			(void)report_row(a, rows, b->providers.v[i]);
	else if (by == REPORT_SITE)
		for (size_t i = 0; i < b->sites.n; i++)
			(void)report_row(a, rows, b->sites.v[i].id);
	else
		for (int day = SUNDAY; day <= SATURDAY; day++)
			(void)report_row(a, rows, day);
}

/* One book a kind of room, not one a type. */
static int
third_of_types(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, const struct visit_types *types,
	struct report *out)
{
	struct slot_book *books = arena_alloc(a, types->n * sizeof(*books));

	for (size_t i = 0; i < types->n; i++) {
		const struct visit_type *type = &types->v[i];
		const char *room = visit_type_room(type, "");
		struct slots slots = {0};
		struct report_rows one = {0};
		size_t k = 0;

		while (k < i &&
			strcmp(visit_type_room(&types->v[k], ""), room) != 0)
			k++;
		if (k < i)
			books[i] = books[k];
		else if (read_book(db, a, sc, ask, room, &books[i]))
			return -1;
		(void)report_row(a, &one, type->id);
		free_times(a, ask, type, &books[i], &slots);
		report_third(a, &books[i], &slots, REPORT_TYPE, type->id, &one);
		report_row(a, &out->rows, type->id)->third = one.v[0].third;
	}
	return 0;
}

static int
third(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, struct report *out)
{
	struct visit_types types = {0};
	struct slot_book book;
	struct slots slots = {0};
	struct report_rows all = {0};

	if (visit_type_store_list(db, a, sc, false, &types))
		return -1;
	if (types.n == 0)
		return 0;
	if (ask->by == REPORT_TYPE)
		return third_of_types(db, a, sc, ask, &types, out);
	if (pick_type(db, a, sc, ask, &types, &out->type) ||
		read_book(
			db, a, sc, ask, visit_type_room(&out->type, ""), &book))
		return -1;
	free_times(a, ask, &out->type, &book, &slots);
	third_keys(a, &book, ask->by, &out->rows);
	report_third(a, &book, &slots, ask->by, 0, &out->rows);
	(void)report_row(a, &all, 0);
	report_third(a, &book, &slots, REPORT_TYPE, 0, &all);
	out->all.third = all.v[0].third;
	return 0;
}

/* ---- names and order ------------------------------------------------- */

/* Those with a name first, by it; then who has none. */
static int
by_name(struct db *db, struct arena *a, const struct scope *sc,
	enum report_by by, struct report_rows *rows)
{
	static const char *const none[] = {"No provider", "", "No visit type"};
	struct report_names names = {0};
	struct report_rows named = {0};

	if (report_store_names(db, a, sc, by, &names))
		return -1;
	for (size_t i = 0; i < names.n; i++)
		for (size_t k = 0; k < rows->n; k++) {
			struct report_row *row;

			if (rows->v[k].key != names.v[i].id)
				continue;
			row = ARENA_PUSH(a, &named);
			*row = rows->v[k];
			row->label = names.v[i].active
					     ? names.v[i].name
					     : arena_printf(a, "%s (no longer)",
						       names.v[i].name);
		}
	for (size_t k = 0; k < rows->n; k++)
		if (rows->v[k].key == 0) {
			struct report_row *row = ARENA_PUSH(a, &named);

			*row = rows->v[k];
			row->label = none[by];
		}
	*rows = named;
	return 0;
}

static int
key_order(const void *pa, const void *pb)
{
	const struct report_row *x = pa, *y = pb;

	return x->key < y->key ? -1 : x->key > y->key;
}

/* Weeks begin on Monday here. */
static int
weekday_order(const void *pa, const void *pb)
{
	const struct report_row *x = pa, *y = pb;

	return (int)((x->key + 6) % 7) - (int)((y->key + 6) % 7);
}

static int
name_rows(struct db *db, struct arena *a, const struct scope *sc,
	enum report_by by, day_t today, struct report_rows *rows)
{
	const struct show show = {.arena = a, .today = today};

	if (by < REPORT_WEEKDAY)
		return by_name(db, a, sc, by, rows);
	if (rows->n > 1)
		qsort(rows->v, rows->n, sizeof(rows->v[0]),
			by == REPORT_WEEK ? key_order : weekday_order);
	for (size_t i = 0; i < rows->n; i++)
		rows->v[i].label =
			by == REPORT_WEEKDAY
				? show_weekdays[rows->v[i].key % 7]
				: arena_printf(a, "Week of %s",
					  show_date(&show,
						  report_week_first(
							  rows->v[i].key)));
	return 0;
}

/* Lines that tell nothing of what is asked. */
static void
leave_out(enum report_measure m, struct report_rows *rows)
{
	size_t kept = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (!report_nothing(m, &rows->v[i]))
			rows->v[kept++] = rows->v[i];
	rows->n = kept;
}

int
care_report(struct db *db, struct arena *a, const struct scope *sc,
	const struct report_ask *ask, struct report *out)
{
	*out = (struct report){.all = {.label = "All",
				       .third = DAY_NONE,
				       .wait_half = -1,
				       .wait_most = -1}};
	if (ask->measure == REPORT_THIRD) {
		if (third(db, a, sc, ask, out))
			return -1;
		return name_rows(db, a, sc, ask->by, ask->today, &out->rows);
	}
	if (scan_all(db, a, sc, ask, out) ||
		(ask->measure == REPORT_USE && offered(db, a, sc, ask, out)))
		return -1;
	if (ask->measure == REPORT_LEAD)
		waits(a, out);
	for (size_t i = 0; i < out->rows.n; i++) {
		struct report_row part = out->rows.v[i];

		if (ask->by == REPORT_TYPE)
			part.offered = 0;
		report_add(&out->all, &part);
	}
	leave_out(ask->measure, &out->rows);
	return name_rows(db, a, sc, ask->by, ask->today, &out->rows);
}
