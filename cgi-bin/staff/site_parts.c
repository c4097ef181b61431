/* What the pages on a site show of its address, week and closed days. */
#include "staff/site_parts.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "domain/site.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* Closed days of the last month are still worth seeing. */
#define BEFORE_DAYS 31
#define AFTER_DAYS 800

const char *
site_where(struct req *rq, const struct site *s)
{
	const char *const parts[] = {s->address, s->city, s->state};
	struct buf b = buf_new(rq->arena);

	for (size_t i = 0; i < 3; i++)
		if (*parts[i] != '\0')
			buf_addf(&b, "%s%s", b.n > 0 ? ", " : "", parts[i]);
	if (*s->postal != '\0')
		buf_addf(&b, "%s%s", b.n > 0 ? " " : "", s->postal);
	return b.n > 0 ? b.s : "Not recorded";
}

static const char *
hours_of(struct req *rq, const struct site_week *week, enum weekday day)
{
	struct buf b = buf_new(rq->arena);

	for (size_t i = 0; i < week->n; i++)
		if (week->v[i].weekday == day)
			buf_addf(&b, "%s%s–%s", b.n > 0 ? ", " : "",
				show_clock(rq->show, week->v[i].open_min),
				show_clock(rq->show, week->v[i].close_min));
	return b.s;
}

int
site_week_rows(struct req *rq, struct tpl *t)
{
	struct site_week week = {0};

	if (site_store_week(
		    rq->db, rq->arena, rq->scope, rq->o.site->id, &week))
		return -1;
	for (int i = 1; i <= 7; i++) {
		const char *hours = hours_of(rq, &week, (enum weekday)(i % 7));
		struct tpl *row = tpl_row(t, "DAY");

		tpl_text(row, "NAME", show_weekdays[i % 7]);
		tpl_text(row, "HOURS", hours);
		tpl_show_if(row, "CLOSED", *hours == '\0');
	}
	return 0;
}

int
site_closure_rows(struct req *rq, struct tpl *t)
{
	struct closures list = {0};

	if (site_store_closures(rq->db, rq->arena, rq->scope, rq->o.site->id,
		    rq->today - BEFORE_DAYS, rq->today + AFTER_DAYS, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct closure *c = &list.v[i];
		struct tpl *row = tpl_row(t, "SHUT");

		tpl_int(row, "SHUT_ID", c->id);
		tpl_text(row, "WHEN", show_day_long(rq->show, c->day));
		tpl_text(row, "NAME", c->name);
		tpl_show_if(row, "FEDERAL", c->federal);
		tpl_show_if(row, "EVERYWHERE", c->site_id == 0);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	return 0;
}
