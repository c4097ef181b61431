/* Visits in order, where pages show them. Acts: care/sequence.c; rules:
 * tests/RULES.md, "Linked visits". */
#include "staff/sequence_part.h"

#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/site.h"
#include "page/gate.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

const char *
sequence_part_text(struct req *rq, const struct seq_option *o, size_t n)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		text = arena_printf(rq->arena, "%s%s%s", text, i ? "_" : "",
			visit_part_slot(rq, o->step[i].provider_id,
				o->step[i].site_id, o->step[i].start));
	return text;
}

bool
sequence_part_parse(
	struct req *rq, const char *text, struct seq_option *out, size_t n)
{
	*out = (struct seq_option){0};
	for (size_t i = 0; i < n; i++) {
		size_t len = strcspn(text, "_");
		struct slot s;

		if (!slot_parse(arena_strndup(rq->arena, text, len), &s))
			return false;
		out->step[i] = (struct seq_time){
			.provider_id = s.provider_id,
			.site_id = s.site_id,
			.start = s.start,
		};
		text += len;
		if (*text == '_')
			text++;
	}
	return *text == '\0';
}

#define SHOWN 8
#define PER_DAY 2
#define NEAR 4
#define NEAR_OF 400 /* are looked at for those */

int
sequence_part_find(struct req *rq, struct sequence_wish *w, instant_t wanted,
	struct seq_options *out, int *days)
{
	struct act act = page_act(rq);
	struct seq_options all = {0};

	if (wanted == INSTANT_NONE) {
		w->limit = SHOWN;
		w->per_day = PER_DAY;
		return care_sequence_find(&act, w, out, days);
	}
	w->first = zone_local(rq->zone, wanted).day - 7;
	w->from_min = w->to_min = 0;
	w->limit = NEAR_OF;
	if (care_sequence_find(&act, w, &all, days))
		return -1;
	sequence_near(rq->arena, &all, wanted, NEAR, out);
	return 0;
}

int
sequence_part_unread(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"These times cannot be read. Go back and choose them again.");
}

struct names {
	struct providers providers;
	struct sites sites;
};

static const struct site *
site_of(const struct names *n, int64_t id)
{
	for (size_t i = 0; i < n->sites.n; i++)
		if (n->sites.v[i].id == id)
			return &n->sites.v[i];
	return NULL;
}

static const char *
provider_of(const struct names *n, int64_t id)
{
	for (size_t i = 0; i < n->providers.n; i++)
		if (n->providers.v[i].id == id)
			return n->providers.v[i].name;
	return "";
}

static void
draw_time(struct req *rq, struct tpl *option, const struct names *names,
	const struct seq_time *s, const char *what)
{
	const struct site *site = site_of(names, s->site_id);
	const struct show *show =
		visit_part_show(rq, site ? site->zone : zone_name(rq->zone));
	struct tpl *row = tpl_row(option, "STEP");

	tpl_text(row, "WHAT", what);
	tpl_text(row, "WHEN", show_when(show, s->start));
	tpl_text(row, "ZONE", zone_abbr(show->zone, s->start));
	tpl_text(row, "WITH", provider_of(names, s->provider_id));
	tpl_text(row, "PLACE", site ? site->name : "");
}

int
sequence_part_options(struct req *rq, struct tpl *t,
	const struct seq_options *all, const char *const *what, size_t n,
	const char *chosen)
{
	struct tpl *part = tpl_part(t, "OPTIONS", "part/sequence_options.tpl");
	struct names names = {0};
	bool ticked = false;

	if (provider_store_list(
		    rq->db, rq->arena, rq->scope, true, &names.providers) ||
		site_store_list(
			rq->db, rq->arena, rq->scope, true, &names.sites))
		return -1;
	for (size_t i = 0; i < all->n; i++)
		ticked |= strcmp(chosen,
				  sequence_part_text(rq, &all->v[i], n)) == 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct seq_option *o = &all->v[i];
		const char *text = sequence_part_text(rq, o, n);
		struct tpl *row = tpl_row(part, "OPTION");

		tpl_text(row, "VALUE", text);
		tpl_int(row, "N", (int64_t)i + 1);
		tpl_show_if(
			row, "ON", ticked ? strcmp(chosen, text) == 0 : i == 0);
		for (size_t k = 0; k < n; k++)
			draw_time(rq, row, &names, &o->step[k], what[k]);
	}
	return 0;
}

static void
draw_visit(
	struct req *rq, struct tpl *t, const struct chain_visits *all, size_t i)
{
	const struct chain_visit *c = &all->v[i];
	const struct visit *v = &c->visit;
	struct tpl *row = tpl_row(t, "STEP");

	tpl_int(row, "ID", v->id);
	tpl_int(row, "NO", c->step.no);
	tpl_text(row, "WHAT", visit_part_what(v));
	tpl_text(
		row, "WHEN", show_when(visit_part_show(rq, v->zone), v->start));
	tpl_text(row, "WITH", v->provider_short);
	tpl_text(row, "PLACE", v->site_name);
	tpl_show_if(row, "HERE", v->id == all->here);
	tpl_show_if(row, "OTHER", v->id != all->here);
	tpl_show_if(row, "MISSING", c->gone && c->step.needed);
	visit_part_tag(row, "STATUS", v);
	if (i)
		tpl_text(tpl_row(row, "GAP"), "TEXT",
			gap_words(rq->arena, &c->step.gap));
	tpl_show_if(row, "BROKEN", !c->gap_ok);
}

int
sequence_part_card(
	struct req *rq, struct tpl *t, const struct visit *v, bool with_link)
{
	struct act act = page_act(rq);
	struct chain_visits all;
	struct tpl *part;
	bool moves = false;
	int found = care_sequence_of(&act, v, &all);

	if (found <= 0)
		return found;
	part = tpl_part(t, "SEQUENCE", "part/visit_sequence.tpl");
	tpl_text(part, "SEQUENCE_NAME", all.chain.name);
	for (size_t i = 0; i < all.n; i++) {
		moves |= all.v[i].moves;
		draw_visit(rq, part, &all, i);
	}
	if (moves && with_link && req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(part, "MOVE_ALL"), "OF", v->id);
	return 0;
}

int
sequence_part_chained(struct req *rq, struct tpl *t, const struct visit *v,
	struct chain_visits *out)
{
	struct act act = page_act(rq);
	struct tpl *row;
	int found = care_sequence_of(&act, v, out);

	if (found <= 0)
		return found;
	row = tpl_row(t, "CHAINED");
	tpl_text(row, "SEQUENCE_NAME", out->chain.name);
	tpl_int(row, "OF", v->id);
	for (size_t i = 0; i < out->n; i++)
		if (out->v[i].visit.id != v->id)
			draw_visit(rq, row, out, i);
	return 1;
}
