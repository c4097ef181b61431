/* The demonstration clinic's linked visits, and what is done before some
 * types of visit. */
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "care/prep.h"
#include "care/sequence.h"
#include "db/db.h"
#include "domain/provider.h"
#include "store/prep_store.h"
#include "store/visit_store.h"

#define AHEAD 12 /* days of visits that have their steps */
#define AT_MOST 300
#define CHAINS 4

static const struct {
	const char *type;
	struct prep step;
} steps[] = {
	{"Lab draw", {.kind = PREP_FASTING,
			     .lead = 8,
			     .words = "Only plain water is allowed.",
			     .words_es = "Solo puede tomar agua."}},
	{"Lab draw",
		{.kind = PREP_MEDICATION,
			.days = true,
			.lead = 1,
			.words = "Ask us which medicines to take that morning.",
			.words_es = "Pregúntenos qué medicamentos tomar esa "
				    "mañana."}},
	{"Small procedure", {.kind = PREP_FORM,
				    .days = true,
				    .lead = 3,
				    .needed = true,
				    .words = "Send us the consent form.",
				    .words_es = "Envíenos el formulario de "
						"consentimiento."}},
	{"Small procedure",
		{.kind = PREP_INSTRUCTION,
			.days = true,
			.lead = 1,
			.needed = true,
			.words = "Arrange for somebody to take you home.",
			.words_es = "Busque a alguien que lo lleve a casa."}},
	{"Small procedure",
		{.kind = PREP_FASTING, .lead = 6, .words = "", .words_es = ""}},
	{"After hospital stay",
		{.kind = PREP_BRING,
			.words = "All your medicines, in their boxes.",
			.words_es = "Todos sus medicamentos, en sus cajas."}},
	{"Ultrasound", {.kind = PREP_FASTING,
			       .lead = 6,
			       .words = "Only plain water is allowed.",
			       .words_es = "Solo puede tomar agua."}},
	{"Ultrasound", {.kind = PREP_FORM,
			       .days = true,
			       .lead = 2,
			       .needed = true,
			       .words = "Send us the safety questionnaire.",
			       .words_es = "Envíenos el cuestionario de "
					   "seguridad."}},
	{"Care-plan review",
		{.kind = PREP_BRING,
			.words = "Your blood pressure cuff and your readings.",
			.words_es = "Su tensiómetro y sus mediciones."}},
};

static int
type_steps(struct demo *d)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		struct prep p = steps[i].step;

		p.type_id = demo_type(d, steps[i].type)->id;
		p.active = true;
		if (!prep_store_type_add(d->ctl->db, &d->ctl->scope, &p))
			return ctl_db_err(d->ctl);
	}
	return 0;
}

/* Of the visits that are booked already; most of it is seen to. */
static int
one_visit(struct demo *d, struct act *act, const struct visit *v)
{
	struct preps all = {0};

	if (care_prep_plan(act, v))
		return -1;
	if (prep_store_list(act->db, act->arena, act->scope, v->id, &all))
		return ctl_db_err(d->ctl);
	for (size_t i = 0; i < all.n; i++)
		if (prep_ticks(all.v[i].kind) && demo_chance(&d->rng, 80) &&
			care_prep_tick(
				act, v, all.v[i].id, all.v[i].version, true))
			return -1;
	return 0;
}

static int
visits(struct demo *d, struct act *act)
{
	struct visits all = {0};
	int n = 0;

	if (visit_store_between(act->db, act->arena, act->scope, 0, d->now,
		    d->now + AHEAD * (instant_t)86400, &all))
		return ctl_db_err(d->ctl);
	for (size_t i = 0; i < all.n && n < AT_MOST; i++) {
		struct arena_mark mark = arena_mark(act->arena);

		if (strcmp(all.v[i].status, "booked") != 0)
			continue;
		n++;
		if (one_visit(d, act, &all.v[i]))
			return -1;
		arena_rewind(act->arena, mark);
	}
	return 0;
}

/* The nurse draws the blood, who does procedures the ultrasound, and a
 * doctor of the same place sees the patient. */
static int64_t
who(const struct demo *d, int step, int site)
{
	for (int i = 0; i < DEMO_PROVIDERS; i++) {
		const struct demo_provider *p = &d->provider[i];
		bool fits = step == 1	? p->kind == DEMO_NURSE
			    : step == 2 ? p->procedures
					: p->kind == DEMO_PRIMARY;

		if (fits && p->site == site)
			return p->id;
	}
	return 0;
}

static int
plans(struct demo *d, struct act *act, int64_t *id)
{
	static const struct {
		const char *type;
		struct gap gap;
	} each[] = {
		{"Lab draw", {GAP_NONE, 0, 0}},
		{"Ultrasound", {GAP_DAYS, 0, 3}},
		{"Follow-up", {GAP_DAYS, 2, 10}},
	};
	struct seq_plan p = {.name = "Abdominal work-up", .active = true};

	for (int i = 0; i < 3; i++)
		*ARENA_PUSH(act->arena, &p.steps) = (struct seq_step){
			.no = i + 1,
			.type_id = demo_type(d, each[i].type)->id,
			.provider_id = who(d, i + 1, 0),
			.gap = each[i].gap,
			.needed = true,
		};
	*id = sequence_store_add_plan(act->db, act->scope, &p, d->now);
	return *id ? 0 : ctl_db_err(d->ctl);
}

/* 1 booked, 0 there is no time, -1. */
static int
book(struct demo *d, struct act *act, const struct seq_plan *p, int patient)
{
	struct sequence_wish w = {
		.plan = p,
		.patient_id = d->patient[patient].id,
		.first = demo_business_day(d, 3 + patient % 4),
		.one_site = true,
		.limit = 3,
		.per_day = 1,
	};
	struct seq_options found = {0};
	int64_t id[SEQUENCE_STEPS];
	int days;

	if (care_sequence_find(act, &w, &found, &days))
		return -1;
	if (found.n == 0)
		return 0;
	return care_sequence_book(act, &w, &found.v[0], "Pain after meals", id)
		       ? -1
		       : 1;
}

int
demo_sequence(struct demo *d)
{
	struct scope tess = d->ctl->scope;
	struct act act = demo_act(d, &tess, "staff");
	struct seq_plan p;
	int64_t id;
	int n = 0;

	tess.user_id = d->user[DEMO_TESS];
	if (type_steps(d) || visits(d, &act) || plans(d, &act, &id))
		return -1;
	if (sequence_store_plan(act.db, act.arena, &tess, id, &p) <= 0)
		return ctl_db_err(d->ctl);
	/* Rosa first: her portal shows how to prepare. */
	for (int i = 0; i < d->n_patients && n < CHAINS; i += i ? 1 : 20) {
		int done = book(d, &act, &p, i);

		if (done < 0)
			return -1;
		n += done;
	}
	return 0;
}
