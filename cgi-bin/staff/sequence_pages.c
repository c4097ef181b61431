/* All visits of a sequence put to other times. Acts: care/sequence.c;
 * rules: tests/RULES.md, "Linked visits". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/sequence_part.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

static const struct field find_fields[] = {
	{.name = "earliest", .label = "Not before", .type = FIELD_DAY},
};
static const struct form find_form = FORM(find_fields);

static const struct field move_fields[] = {
	{.name = "option", .type = FIELD_TOKEN, .required = true},
};
static const struct form move_form = FORM(move_fields);

struct ask {
	struct chain_visits chain;
	const char *what[SEQUENCE_STEPS]; /* of those that stand */
	size_t n;
	bool moves;
	day_t earliest;
	const char *chosen, *refused;
	instant_t wanted;
};

static int
load(struct req *rq, struct ask *k)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	int found = care_sequence_of(&act, v, &k->chain);

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	if (found < 0)
		return req_err(rq);
	if (found == 0 && !req_posts(rq)) /* it stands alone */
		return req_redirect(rq, "/appointments/%lld", (long long)v->id);
	if (found == 0)
		return req_fail(rq, ERR_NOT_FOUND,
			"This visit is not part of a sequence.");
	for (size_t i = 0; i < k->chain.n && k->n < SEQUENCE_STEPS; i++) {
		if (k->chain.v[i].gone)
			continue;
		k->moves |= k->chain.v[i].moves;
		k->what[k->n++] =
			k->chain.v[i].moves
				? visit_part_what(&k->chain.v[i].visit)
				: arena_printf(rq->arena, "%s (stays)",
					  visit_part_what(
						  &k->chain.v[i].visit));
	}
	if (k->moves)
		return 0;
	err_set(&rq->err, ERR_CONFLICT,
		"None of these visits can be moved now.");
	return visit_part_refused(rq, v);
}

/* What is looked for: times from a day on. */
static struct sequence_wish
wish_of(struct req *rq, day_t first)
{
	return (struct sequence_wish){
		.of = rq->o.visit,
		.patient_id = rq->o.visit->patient_id,
		.first = first,
		.whose = {.session_id = rq->session->id},
	};
}

static int
draw(struct req *rq, struct ask *k)
{
	const struct visit *v = rq->o.visit;
	struct tpl *t = req_tpl(rq, "staff/sequence_move.tpl");
	struct sequence_wish w = wish_of(rq, k->earliest);
	struct seq_options all = {0};
	int days = 0;

	req_title(rq, arena_printf(rq->arena, "Move linked visits, %s",
			      visit_part_name(rq, v)));
	if (sequence_part_find(rq, &w, k->wanted, &all, &days))
		return req_err(rq);
	tpl_int(t, "ID", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	if (sequence_part_card(rq, t, v, false))
		return req_err(rq);
	if (k->refused)
		tpl_text(tpl_row(t, "REFUSED"), "TEXT", k->refused);
	tpl_int(t, "DAYS", days);
	tpl_show_if(t, "SOME", all.n > 0);
	tpl_show_if(t, "NONE", all.n == 0);
	tpl_show_if(t, "TOLD", v->told);
	tpl_show_if(t, "NOT_TOLD", !v->told);
	form_start(rq, &find_form);
	form_set_day(rq, "earliest", k->earliest);
	form_draw(rq, t);
	if (sequence_part_options(rq, t, &all, k->what, k->n, k->chosen))
		return req_db_err(rq);
	return k->refused ? req_html_status(rq, 409) : req_html(rq);
}

static int
sequence_move_ask_run(struct req *rq)
{
	struct ask k = {.earliest = query_day(rq, "earliest"),
		.chosen = "",
		.wanted = INSTANT_NONE};
	int st = load(rq, &k);

	if (st)
		return st;
	if (k.earliest == DAY_NONE || k.earliest < rq->today)
		k.earliest = rq->today;
	return draw(rq, &k);
}

const struct page sequence_move_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/sequence",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &find_form,
	.run = sequence_move_ask_run,
	.about = "Find other times for all visits of a sequence.",
};

/* The first one that moves: near it others are looked for. */
static instant_t
first_moved(const struct ask *k, const struct seq_option *o)
{
	size_t n = 0;

	for (size_t i = 0; i < k->chain.n; i++) {
		if (k->chain.v[i].gone)
			continue;
		if (k->chain.v[i].moves)
			break;
		n++;
	}
	return o->step[n < k->n ? n : 0].start;
}

static int
sequence_move_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct ask k = {.earliest = rq->today,
		.chosen = form_text(rq, "option"),
		.wanted = INSTANT_NONE};
	struct sequence_wish w = wish_of(rq, rq->today);
	struct seq_option o;
	int64_t id;
	int st = load(rq, &k);

	if (st)
		return st;
	if (!sequence_part_parse(rq, k.chosen, &o, k.n))
		return sequence_part_unread(rq);
	if (care_sequence_move(&act, &w, &o, &id)) {
		if (rq->err.kind != ERR_CONFLICT && rq->err.kind != ERR_INPUT)
			return req_err(rq);
		k.refused = arena_strdup(rq->arena, rq->err.text);
		k.wanted = first_moved(&k, &o);
		return draw(rq, &k);
	}
	req_note(rq, "sequence=%lld", (long long)k.chain.chain.id);
	req_flash(rq, NULL, "The visits were moved together.");
	return req_redirect(rq, "/appointments/%lld", (long long)id);
}

const struct page sequence_move_page = {
	.method = "POST",
	.path = "/appointments/:visit/sequence",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_MOVE,
	.body_max = 4096,
	.form = &move_form,
	.run = sequence_move_run,
	.again = sequence_part_unread,
	.about = "Move all visits of a sequence, or none.",
};
