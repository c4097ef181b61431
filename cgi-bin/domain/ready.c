/* What is missing for a visit, and the sentences that say it. Rules:
 * tests/RULES.md, "Needs of a visit". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "domain/ready.h"

/* ---- authorizations and referrals --------------------------------------- */

static bool
within(day_t from, day_t to, day_t on)
{
	return (from == DAY_NONE || from <= on) && (to == DAY_NONE || on <= to);
}

static bool
for_type(int64_t granted, int64_t type)
{
	return granted == 0 || granted == type;
}

/* By other visits. One that is booked stands in line by its time; one that
 * is still to be booked comes after all the others. */
static int
used_before(const struct ready_facts *f, int64_t granted, day_t from, day_t to)
{
	int n = 0;

	for (size_t i = 0; i < f->uses.n; i++) {
		const struct ready_use *u = &f->uses.v[i];

		if (u->visit_id == f->visit_id || u->visit_id == f->except ||
			!for_type(granted, u->type_id) ||
			!within(from, to, u->on))
			continue;
		n += f->visit_id == 0 || u->start < f->start ||
		     (u->start == f->start && u->visit_id < f->visit_id);
	}
	return n;
}

static int
used_by(const struct ready_uses *uses, int64_t granted, day_t from, day_t to)
{
	int n = 0;

	for (size_t i = 0; i < uses->n; i++)
		n += for_type(granted, uses->v[i].type_id) &&
		     within(from, to, uses->v[i].on);
	return n;
}

int
ready_auth_used(const struct prior_auth *p, const struct ready_uses *uses)
{
	return used_by(uses, p->type_id, p->from, p->to);
}

int
ready_referral_used(const struct referral_in *r, const struct ready_uses *uses)
{
	return used_by(uses, r->type_id, r->from, r->to);
}

static enum grant
judge(const struct ready_facts *f, day_t from, day_t to, int units, int used)
{
	if (to != DAY_NONE && to < f->on)
		return GRANT_ENDED;
	if (from != DAY_NONE && from > f->on)
		return GRANT_NOT_YET;
	return units > 0 && used >= units ? GRANT_EXHAUSTED : GRANT_OK;
}

/* The better one; of two equal ones that which lasts longer. */
static bool
better(enum grant a, day_t a_to, enum grant b, day_t b_to)
{
	if (a != b)
		return a < b;
	return b_to != DAY_NONE && (a_to == DAY_NONE || a_to > b_to);
}

struct grant_fact
ready_auth(const struct ready_facts *f)
{
	struct grant_fact best = {.grant = GRANT_NONE, .left = -1};

	for (size_t i = 0; i < f->auths.n; i++) {
		const struct prior_auth *p = &f->auths.v[i];
		int used = used_before(f, p->type_id, p->from, p->to);
		enum grant g = judge(f, p->from, p->to, p->units, used);

		if (!for_type(p->type_id, f->type_id))
			continue;
		if (strcmp(p->status, "denied") == 0)
			g = GRANT_DENIED;
		else if (strcmp(p->status, "pending") == 0 && g != GRANT_ENDED)
			g = GRANT_PENDING;
		if (best.auth != NULL &&
			!better(g, p->to, best.grant, best.auth->to))
			continue;
		best = (struct grant_fact){
			.grant = g,
			.auth = p,
			.used = used,
			.left = p->units > 0 ? p->units - used - 1 : -1,
		};
	}
	return best;
}

struct grant_fact
ready_referral(const struct ready_facts *f)
{
	struct grant_fact best = {.grant = GRANT_NONE, .left = -1};

	for (size_t i = 0; i < f->referrals.n; i++) {
		const struct referral_in *r = &f->referrals.v[i];
		int used = used_before(f, r->type_id, r->from, r->to);
		enum grant g = judge(f, r->from, r->to, r->visits, used);

		if (!for_type(r->type_id, f->type_id) ||
			(best.referral != NULL && !better(g, r->to, best.grant,
							  best.referral->to)))
			continue;
		best = (struct grant_fact){
			.grant = g,
			.referral = r,
			.used = used,
			.left = r->visits > 0 ? r->visits - used - 1 : -1,
		};
	}
	return best;
}

enum need_state
ready_told(const struct ready_facts *f, const struct visit_need *n)
{
	enum grant g;

	if (n->by_hand)
		return n->state;
	if (n->kind == NEED_CONSENT && strcmp(n->what, READY_TELEHEALTH) == 0)
		return f->telehealth_given ? NEED_CONFIRMED : NEED_NEEDED;
	if (n->kind != NEED_AUTHORIZATION && n->kind != NEED_REFERRAL)
		return n->state;
	g = n->kind == NEED_AUTHORIZATION ? ready_auth(f).grant
					  : ready_referral(f).grant;
	if (g == GRANT_OK)
		return NEED_CONFIRMED;
	if (g == GRANT_PENDING)
		return NEED_REQUESTED;
	return g == GRANT_DENIED ? NEED_FAILED : NEED_NEEDED;
}

/* ---- what patient and type bring --------------------------------------- */

static struct visit_need *
push(struct arena *a, struct needs *out, enum need_kind kind,
	const char *source, const char *what)
{
	struct visit_need *n = ARENA_PUSH(a, out);

	*n = need_new(kind);
	n->source = source;
	n->what = what;
	return n;
}

/* One need a line; an empty line is none, the same line twice one. */
static void
push_lines(
	struct arena *a, struct needs *out, enum need_kind kind, const char *s)
{
	while (*s != '\0') {
		size_t len = strcspn(s, "\r\n");
		const char *what = arena_printf(a, "%.*s", (int)len, s);
		bool twice = false;

		for (size_t i = 0; i < out->n; i++)
			twice |= out->v[i].kind == kind &&
				 strcmp(out->v[i].what, what) == 0;
		if (len > 0 && !twice)
			push(a, out, kind, "type", what);
		s += len;
		s += strspn(s, "\r\n");
	}
}

static void
plan_patient(struct arena *a, const struct ready_facts *f, struct needs *out)
{
	const struct patient_need *p = &f->patient;
	struct visit_need *n;

	if (f->interpreter) {
		n = push(a, out, NEED_INTERPRETER, "patient", "");
		n->language = f->language;
		n->mode = p->interpreter_mode;
		n->sex = p->interpreter_sex;
	}
	/* Nobody travels to a screen. */
	if (strcmp(f->mode, "in_person") != 0)
		return;
	if (p->transport[0] != '\0') {
		n = push(a, out, NEED_TRANSPORT, "patient", "");
		n->mode = p->transport;
		n->wheelchair = p->wheelchair;
		n->pickup_place = p->pickup_place;
	}
	if (p->mobility[0] != '\0')
		push(a, out, NEED_MOBILITY, "patient", p->mobility);
}

void
ready_plan(struct arena *a, const struct ready_facts *f, struct needs *out)
{
	const struct type_need *t = &f->type;

	plan_patient(a, f, out);
	if (t->telehealth && strcmp(f->mode, "in_person") != 0)
		push(a, out, NEED_CONSENT, "type", READY_TELEHEALTH);
	push_lines(a, out, NEED_CONSENT, t->consents);
	push_lines(a, out, NEED_FORM, t->forms);
	if (t->referral)
		push(a, out, NEED_REFERRAL, "type", "");
	if (t->auth)
		push(a, out, NEED_AUTHORIZATION, "type", "");
	for (size_t i = 0; i < out->n; i++)
		out->v[i].state = ready_told(f, &out->v[i]);
}

bool
ready_due(day_t visit, day_t today, const struct day_set *holidays)
{
	return visit >= today &&
	       visit <= day_add_business(today, READY_AHEAD, holidays);
}

/* ---- the sentences ------------------------------------------------------ */

static void
warn(const struct show *show, struct ready_warnings *out, enum need_kind kind,
	bool soft, const char *text)
{
	*ARENA_PUSH(show->arena, out) = (struct ready_warning){
		.kind = kind, .soft = soft, .text = text};
}

static const char *
policy(const struct show *show, const struct coverage *c)
{
	if (c->plan_name[0] == '\0' ||
		strncmp(c->plan_name, c->payer, strlen(c->payer)) == 0)
		return c->plan_name[0] != '\0' ? c->plan_name : c->payer;
	return arena_printf(show->arena, "%s %s", c->payer, c->plan_name);
}

/* Only what pays first is named: the others follow it. */
static void
warn_coverage(const struct show *show, const struct ready_facts *f,
	struct ready_warnings *out)
{
	const struct coverage *near = NULL;

	for (size_t i = 0; i < f->policies.n; i++) {
		const struct coverage *c = &f->policies.v[i];

		if (coverage_on(c, f->on))
			return;
		if (strcmp(c->status, "entered-in-error") == 0)
			continue;
		if (near == NULL ||
			(c->end != DAY_NONE && c->end < f->on &&
				near->end != DAY_NONE && near->end < c->end))
			near = c;
	}
	if (near == NULL)
		warn(show, out, NEED_KINDS, false,
			"No insurance is recorded for this patient.");
	else if (near->end != DAY_NONE && near->end < f->on)
		warn(show, out, NEED_KINDS, false,
			arena_printf(show->arena,
				"%s ended %s: no coverage on the day of this "
				"visit.",
				policy(show, near),
				show_date(show, near->end)));
	else
		warn(show, out, NEED_KINDS, false,
			arena_printf(show->arena,
				"%s begins %s, after this visit: no coverage "
				"on its day.",
				policy(show, near),
				show_date(show, near->start)));
}

/* "Authorization 12345", "Referral from Dr. Cole". */
static void
warn_grant(const struct show *show, struct ready_warnings *out,
	enum need_kind kind, const struct grant_fact *g, const char *name,
	day_t from, day_t to, int units)
{
	struct arena *a = show->arena;
	const char *text;

	switch (g->grant) {
	case GRANT_EXHAUSTED:
		text = arena_printf(a,
			"%s is used up: %d of %d visits are booked or done.",
			name, g->used, units);
		break;
	case GRANT_ENDED:
		text = arena_printf(a, "%s ends %s, before this visit.", name,
			show_date(show, to));
		break;
	case GRANT_NOT_YET:
		text = arena_printf(a, "%s begins %s, after this visit.", name,
			show_date(show, from));
		break;
	case GRANT_PENDING:
		text = arena_printf(a, "%s is not decided yet.", name);
		break;
	case GRANT_DENIED:
		text = arena_printf(a, "%s was denied.", name);
		break;
	case GRANT_OK:
		/* Four fifths used: time to ask for more. */
		if (g->left < 0 || (g->used + 1) * 5 < units * 4)
			return;
		text = arena_printf(a,
			"%s: %d of %d visits left after this one.", name,
			g->left, units);
		break;
	default:
		return;
	}
	warn(show, out, kind, g->grant == GRANT_OK, text);
}

static void
warn_auth(const struct show *show, const struct ready_facts *f,
	struct ready_warnings *out)
{
	struct grant_fact g = ready_auth(f);
	const char *name;

	if (g.auth == NULL) {
		warn(show, out, NEED_AUTHORIZATION, false,
			"This visit needs an authorization, and none is "
			"recorded.");
		return;
	}
	name = arena_printf(show->arena, "Authorization%s%s",
		g.auth->number[0] != '\0' ? " " : "", g.auth->number);
	warn_grant(show, out, NEED_AUTHORIZATION, &g, name, g.auth->from,
		g.auth->to, g.auth->units);
}

static void
warn_referral(const struct show *show, const struct ready_facts *f,
	struct ready_warnings *out)
{
	struct grant_fact g = ready_referral(f);
	const char *name;

	if (g.referral == NULL) {
		warn(show, out, NEED_REFERRAL, false,
			"This visit needs a referral, and none is recorded.");
		return;
	}
	name = arena_printf(
		show->arena, "Referral from %s", g.referral->from_whom);
	warn_grant(show, out, NEED_REFERRAL, &g, name, g.referral->from,
		g.referral->to, g.referral->visits);
}

static void
warn_arranged(const struct show *show, const struct ready_facts *f,
	const struct visit_need *n, struct ready_warnings *out)
{
	bool near = ready_due(f->on, f->today, f->holidays);
	const char *who = need_title(show->arena, n);

	if (n->state == NEED_FAILED)
		warn(show, out, n->kind, false,
			arena_printf(show->arena, "%s: could not be arranged.",
				who));
	else
		warn(show, out, n->kind, false,
			arena_printf(show->arena, "%s: %s%s.", who,
				n->state == NEED_REQUESTED ? "not confirmed yet"
							   : "not arranged yet",
				near && n->kind == NEED_TRANSPORT
					? ", and rides need three business "
					  "days"
					: ""));
}

void
ready_warn(const struct show *show, const struct ready_facts *f,
	struct ready_warnings *out)
{
	if (!f->blind)
		warn_coverage(show, f, out);
	for (size_t i = 0; i < f->needs.n; i++) {
		const struct visit_need *n = &f->needs.v[i];
		bool hand = n->by_hand && !need_missing(n->state);

		if (n->kind == NEED_AUTHORIZATION && !hand)
			warn_auth(show, f, out);
		else if (n->kind == NEED_REFERRAL && !hand)
			warn_referral(show, f, out);
		else if (need_of_time(n->kind) && need_missing(n->state))
			warn_arranged(show, f, n, out);
	}
}
