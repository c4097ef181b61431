/* Booking, moving and cancelling visits that repeat. Rules: tests/RULES.md,
 * "Visits that repeat"; SQL: store/series_store.c; what is looked at
 * beforehand: care/series_check.c. */
#include "care/series.h"

#include <string.h>

#include "base/arena.h"
#include "care/visit_step.h"
#include "store/store.h"
#include "store/visit_store.h"

int
care_series_repeat(struct act *act, const struct visit *v, const char *rule,
	bool skip_holidays, struct series_plan *out)
{
	const struct zone *zone = visit_zone(v);
	struct local l = zone_local(zone, v->start);
	struct series_days days = {0};

	*out = (struct series_plan){
		.of = v, .rule = rule, .overbook_reason = ""};
	if (!series_rule_days(act->arena, rule, l.day, &days))
		return err_field(act->err, "count",
			"A series has at most %d visits", SERIES_MOST);
	if (days.n < 2)
		return err_field(act->err, "count",
			"Choose a later end: this repeats on no day");
	for (size_t i = 1; i < days.n; i++) {
		struct series_date *d = ARENA_PUSH(act->arena, &out->dates);

		d->day = days.v[i];
		d->why = "";
		d->holiday = skip_holidays && day_in(d->day, act->holidays);
		d->pick = d->holiday ? SERIES_SKIP : SERIES_AS_ASKED;
		/* A minute that the clocks leave out is no time: the check
		 * says so. */
		zone_instant(zone, d->day, l.minute, &d->start);
	}
	return 0;
}

static bool
wanted(const struct visit *v, const struct visit *of, enum series_which which)
{
	return which == SERIES_ALL || v->id == of->id ||
	       (which == SERIES_FOLLOWING && v->start > of->start);
}

int
care_series_coming(struct act *act, const struct visit *of,
	enum series_which which, enum visit_act what, struct visits *out)
{
	struct series s;
	struct id_list ids = {0};
	int found =
		series_store_of(act->db, act->arena, act->scope, of->id, &s);

	if (found < 0)
		return visit_broken(act);
	if (found == 0)
		return err_set(act->err, ERR_NOT_FOUND,
			"This visit is not part of a series.");
	if (series_store_visits(act->db, act->arena, act->scope, s.id, &ids))
		return visit_broken(act);
	for (size_t i = 0; i < ids.n; i++) {
		struct visit v;

		if (visit_store_get(
			    act->db, act->arena, act->scope, ids.v[i], &v) < 0)
			return visit_broken(act);
		if (v.start > act->now && wanted(&v, of, which) &&
			care_visit_may(act->scope, &v, what, act->now))
			*ARENA_PUSH(act->arena, out) = v;
	}
	return 0;
}

int
care_series_later(struct act *act, const struct visit *of,
	enum series_which which, int minute, struct series_plan *out)
{
	struct visits list = {0};

	*out = (struct series_plan){.of = of, .overbook_reason = ""};
	if (care_series_coming(act, of, which, VISIT_ACT_MOVE, &list))
		return -1;
	if (list.n == 0)
		return err_set(act->err, ERR_CONFLICT,
			"None of these visits can be moved now.");
	for (size_t i = 0; i < list.n; i++) {
		const struct visit *v = &list.v[i];
		struct series_date *d = ARENA_PUSH(act->arena, &out->dates);

		d->day = zone_local(visit_zone(v), v->start).day;
		d->why = "";
		d->visit = v;
		zone_instant(visit_zone(v), d->day, minute, &d->start);
		/* It is there already. */
		if (d->start == v->start)
			d->pick = SERIES_SKIP;
	}
	return 0;
}

static int
put(struct act *act, const struct series_plan *p, const struct series_date *d,
	int64_t *id)
{
	const struct visit *v = d->visit ? d->visit : p->of;
	struct visit_booking b = {
		.patient_id = v->patient_id,
		.provider_id = v->provider_id,
		.site_id = v->site_id,
		.visit_type_id = v->visit_type_id,
		.minutes = (int)((v->end - v->start) / 60),
		.mode = v->mode,
		.reason = v->reason,
		.note = v->note,
		.source = "staff",
		.start = d->start,
		.overbook = d->pick == SERIES_KEEP,
		.overbook_reason = p->overbook_reason,
	};

	return d->visit ? care_visit_move(act, v, v->version, &b, id)
			: care_visit_book(act, &b, id);
}

/* The visit repeated is the first; days left out are written down, so that
 * they stay so. */
static int
bind(struct act *act, const struct series_plan *p, const struct id_list *ids)
{
	struct local l = zone_local(visit_zone(p->of), p->of->start);
	struct series s = {
		.rule = p->rule, .starts = l.day, .minute = l.minute};
	int ordinal = 1;

	s.id = series_store_add(act->db, act->scope, &s, act->now);
	if (!s.id || series_store_add_visit(
			     act->db, act->scope, s.id, p->of->id, ordinal))
		return visit_broken(act);
	for (size_t i = 0; i < ids->n; i++)
		if (series_store_add_visit(
			    act->db, act->scope, s.id, ids->v[i], ++ordinal))
			return visit_broken(act);
	for (size_t i = 0; i < p->dates.n; i++) {
		const struct series_date *d = &p->dates.v[i];

		if (d->pick == SERIES_SKIP &&
			series_store_add_skip(act->db, act->scope, s.id, d->day,
				d->holiday ? "Holiday" : "Left out"))
			return visit_broken(act);
	}
	return 0;
}

static int
put_all(struct act *act, struct series_plan *p, struct id_list *ids)
{
	for (size_t i = 0; i < p->dates.n; i++) {
		int64_t id = 0;

		if (p->dates.v[i].pick == SERIES_SKIP)
			continue;
		if (put(act, p, &p->dates.v[i], &id))
			return -1;
		*ARENA_PUSH(act->arena, ids) = id;
		p->moved_to = id;
	}
	if (ids->n == 0)
		return err_set(act->err, ERR_CONFLICT,
			"All dates are left out: there is nothing to do.");
	return p->rule ? bind(act, p, ids) : 0;
}

int
care_series_book(struct act *act, struct series_plan *p, int *n)
{
	struct id_list ids = {0};
	struct series s;
	int found =
		series_store_of(act->db, act->arena, act->scope, p->of->id, &s);

	if (found < 0)
		return visit_broken(act);
	if (found && p->rule)
		return visit_refuse(act, "state",
			"This visit is part of a series already.");
	if (store_try(act->db))
		return visit_broken(act);
	if (put_all(act, p, &ids)) {
		if (store_back(act->db))
			return visit_broken(act);
		return -1;
	}
	*n = (int)ids.n;
	return store_keep(act->db) ? visit_broken(act) : 0;
}

int
care_series_cancel(struct act *act, const struct visit *of,
	enum series_which which, const char *by, const char *reason,
	const char *note, int *n)
{
	struct visits list = {0};

	if (care_series_coming(act, of, which, VISIT_ACT_CANCEL, &list))
		return -1;
	if (list.n == 0)
		return err_set(act->err, ERR_CONFLICT,
			"None of these visits can be cancelled now.");
	for (size_t i = 0; i < list.n; i++)
		if (care_visit_cancel(act, &list.v[i], list.v[i].version, by,
			    reason, note))
			return -1;
	*n = (int)list.n;
	return 0;
}
