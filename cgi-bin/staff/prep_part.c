/* What is done before a visit, on its page. Acts: care/prep.c; rules:
 * tests/RULES.md, "Before the visit". */
#include "staff/prep_part.h"

#include "base/arena.h"
#include "base/show.h"
#include "care/prep.h"
#include "page/gate.h"
#include "staff/visit_part.h"
#include "store/prep_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static void
state_tag(
	struct req *rq, struct tpl *row, const struct prep *p, instant_t before)
{
	const char *tone = "", *icon = "circle-dashed", *text = "To do";

	if (p->done != INSTANT_NONE) {
		tone = "green";
		icon = "circle-check";
		text = "Done";
	} else if (!prep_ticks(p->kind)) {
		icon = "info";
		text = "Patient is told";
	} else if (prep_missing(p, before)) {
		tone = p->due < rq->now ? "red" : "amber";
		icon = "circle-alert";
		text = p->due < rq->now ? "Late" : "Missing";
	}
	tpl_text(row, "TONE", tone);
	tpl_text(row, "ICON", icon);
	tpl_text(row, "STATE", text);
}

static void
tick_button(struct req *rq, struct tpl *row, const struct visit *v,
	const struct prep *p)
{
	struct tpl *b;

	if (!prep_ticks(p->kind) || visit_state_closed(visit_state(v)) ||
		!req_may(rq, PERM_VISIT_WRITE))
		return;
	b = tpl_row(row, "TICK");
	tpl_int(b, "VISIT", v->id);
	tpl_int(b, "ID", p->id);
	tpl_int(b, "VERSION", p->version);
	tpl_int(b, "TO", p->done == INSTANT_NONE);
	tpl_text(b, "LABEL", p->done == INSTANT_NONE ? "Mark done" : "Undo");
}

static void
draw_sum(struct req *rq, struct tpl *part, const struct preps *all,
	instant_t before)
{
	struct tpl *sum;
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += prep_missing(&all->v[i], before);
	if (n == 0)
		return;
	sum = tpl_row(part, "SUM");
	tpl_text(sum, "TEXT", arena_printf(rq->arena, "%zu missing", n));
}

int
prep_part_list(struct req *rq, struct tpl *t, const struct visit *v)
{
	const struct show *show = visit_part_show(rq, v->zone);
	struct act act = page_act(rq);
	instant_t before = care_prep_horizon(&act);
	struct preps all = {0};
	struct tpl *part;

	if (prep_store_list(rq->db, rq->arena, rq->scope, v->id, &all))
		return -1;
	if (all.n == 0)
		return 0;
	part = tpl_part(t, "PREPS", "part/prep_list.tpl");
	tpl_int(part, "VISIT", v->id);
	draw_sum(rq, part, &all, before);
	for (size_t i = 0; i < all.n; i++) {
		const struct prep *p = &all.v[i];
		struct tpl *row = tpl_row(part, "PREP");

		tpl_text(row, "WHAT", prep_kind_label(p->kind));
		tpl_text(row, "WORDS", p->words);
		tpl_text(row, "DUE", prep_when(show, p));
		tpl_show_if(row, "OPTIONAL", !p->needed && prep_ticks(p->kind));
		state_tag(rq, row, p, before);
		if (p->done != INSTANT_NONE)
			tpl_text(tpl_row(row, "SINCE"), "TEXT",
				arena_printf(rq->arena, "%s, %s",
					p->user[0] ? p->user : "Somebody",
					show_when(show, p->done)));
		tick_button(rq, row, v, p);
	}
	return 0;
}
