/* The readiness list, the warnings before booking, and the short mark in
 * lists of visits. Rules: tests/RULES.md, "Needs of a visit". */
#include "staff/need_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/need.h"
#include "care/prep.h"
#include "page/gate.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const char *
missing_words(struct req *rq, int64_t n)
{
	return n == 0 ? "Ready"
		      : arena_printf(rq->arena, "%lld missing", (long long)n);
}

static void
state_tag(struct tpl *row, enum need_state s)
{
	const char *tone = need_state_tone(s);

	tpl_text(row, "TONE", strcmp(tone, "grey") == 0 ? "" : tone);
	tpl_text(row, "ICON", need_state_icon(s));
	tpl_text(row, "STATE", need_state_label(s));
}

/* The one step that usually comes next. */
static void
step_button(struct tpl *row, const struct visit *v, const struct visit_need *n)
{
	enum need_state to = n->state == NEED_NEEDED && need_of_time(n->kind)
				     ? NEED_REQUESTED
				     : NEED_CONFIRMED;
	struct tpl *act;

	if (!need_missing(n->state) || n->state == NEED_FAILED)
		return;
	act = tpl_row(row, "STEP");
	tpl_int(act, "VISIT", v->id);
	tpl_int(act, "ID", n->id);
	tpl_int(act, "VERSION", n->version);
	tpl_text(act, "TO", need_state_name(to));
	tpl_text(act, "LABEL",
		to == NEED_REQUESTED ? "Mark requested" : "Mark confirmed");
}

static void
need_row(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show, const struct visit_need *n)
{
	struct tpl *row = tpl_row(t, "NEED");
	const char *detail = need_detail(show, n), *next = need_next(n);

	tpl_int(row, "VISIT", v->id);
	tpl_int(row, "ID", n->id);
	tpl_text(row, "WHAT", need_title(rq->arena, n));
	state_tag(row, n->state);
	if (detail[0] != '\0')
		tpl_text(tpl_row(row, "DETAIL"), "TEXT", detail);
	if (next[0] != '\0')
		tpl_text(tpl_row(row, "NEXT"), "TEXT", next);
	if (n->state != NEED_NEEDED && n->state_at != INSTANT_NONE)
		tpl_text(tpl_row(row, "SINCE"), "TEXT",
			arena_printf(rq->arena, "%s, %s",
				n->user[0] != '\0' ? n->user
						   : "From the records",
				show_when(show, n->state_at)));
	if (!req_may(rq, PERM_VISIT_WRITE))
		return;
	step_button(row, v, n);
	tpl_show_if(row, "MAY", true);
}

int
need_part_list(struct req *rq, struct tpl *t, const struct visit *v)
{
	const struct show *show = visit_part_show(rq, v->zone);
	struct act act = page_act(rq);
	struct needs all = {0};
	struct preps preps = {0};
	size_t missing;

	if (need_store_list(rq->db, rq->arena, rq->scope, v->id, &all) ||
		care_prep_missing(&act, v->id, &preps))
		return -1;
	missing = needs_missing(&all);
	t = tpl_part(t, "NEEDS", "part/need_list.tpl");
	tpl_int(t, "VISIT", v->id);
	tpl_show_if(t, "NO_NEED", all.n == 0);
	tpl_show_if(t, "MAY_ADD",
		req_may(rq, PERM_VISIT_WRITE) &&
			!visit_state_closed(visit_state(v)));
	/* What is to be done before it says so itself. */
	if (all.n > 0 && (missing > 0 || preps.n == 0)) {
		struct tpl *tag = tpl_row(t, "SUM");

		tpl_text(tag, "TONE", missing ? "amber" : "green");
		tpl_text(
			tag, "ICON", missing ? "circle-alert" : "circle-check");
		tpl_text(tag, "TEXT", missing_words(rq, (int64_t)missing));
	}
	for (size_t i = 0; i < all.n; i++)
		need_row(rq, t, v, show, &all.v[i]);
	return 0;
}

int
need_part_warnings(
	struct req *rq, struct tpl *t, const struct visit *v, int64_t except)
{
	struct act act = page_act(rq);
	struct ready_warnings all = {0};
	struct tpl *part = NULL;

	if (care_visit_warnings(&act, v, except, &all))
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		struct tpl *row;

		/* Of a booked visit the list beside it says these. */
		if (v->id && all.v[i].kind < NEED_KINDS &&
			need_of_time(all.v[i].kind))
			continue;
		if (part == NULL) {
			part = tpl_part(t, "WARNINGS", "part/need_warn.tpl");
			tpl_show_if(part, "BEFORE", v->id == 0);
			tpl_show_if(part, "BOOKED", v->id != 0);
		}
		row = tpl_row(part, "WARNING");
		tpl_text(
			row, "ICON", all.v[i].soft ? "info" : "triangle-alert");
		tpl_text(row, "TEXT", all.v[i].text);
	}
	return 0;
}

instant_t
need_part_due(struct req *rq)
{
	struct act act = page_act(rq);

	return care_prep_horizon(&act);
}

void
need_part_mark(struct req *rq, struct tpl *row, const struct need_marks *all,
	int64_t visit)
{
	const struct need_mark *m = need_mark_of(all, visit);
	struct tpl *mark;

	if (m == NULL)
		return;
	mark = tpl_row(row, "READY");
	tpl_text(mark, "TONE", m->missing ? "amber" : "");
	tpl_text(mark, "ICON", m->missing ? "list-checks" : "check");
	tpl_text(mark, "TEXT", missing_words(rq, m->missing));
}
