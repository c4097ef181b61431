/*
 * The chart's banner, on each of its pages. It always says what must not be
 * missed: two identifiers, allergies or that nobody asked, the insurance,
 * the language, how to call.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/show.h"
#include "domain/patient.h"
#include "staff/chart_part.h"
#include "store/coverage_store.h"
#include "store/item_store.h"
#include "store/record_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define CHECKS 40

int
chart_load(struct req *rq, struct chart *out)
{
	struct item_window win = item_window(rq->zone, rq->today, rq->now);
	struct item_filter filter = {
		.queue = QUEUE_ALL,
		.who = WHO_ALL,
		.patient_id = rq->o.patient->id,
		.when = WHEN_OPEN,
	};

	*out = (struct chart){.p = rq->o.patient};
	if (coverage_store_list(rq->db, rq->arena, rq->scope, out->p->id, false,
		    &out->policies) ||
		coverage_store_patient_checks(rq->db, rq->arena, rq->scope,
			out->p->id, CHECKS, &out->checks) ||
		record_store_allergies(rq->db, rq->arena, rq->scope, out->p->id,
			&out->allergies))
		return -1;
	if (!req_may(rq, PERM_WORK_READ))
		return 0;
	out->open = item_store_count(rq->db, rq->scope, &filter, &win);
	filter.when = WHEN_LATE;
	out->late = item_store_count(rq->db, rq->scope, &filter, &win);
	return out->open < 0 || out->late < 0 ? -1 : 0;
}

const struct coverage *
chart_policy(const struct chart *c, day_t day)
{
	for (size_t i = 0; i < c->policies.n; i++)
		if (coverage_on(&c->policies.v[i], day))
			return &c->policies.v[i];
	return NULL;
}

enum standing
chart_standing(struct req *rq, const struct chart *c,
	const struct coverage *policy, day_t day)
{
	struct coverage_checks own = {0};

	if (policy == NULL)
		return STANDING_NO_POLICY;
	for (size_t i = 0; i < c->checks.n; i++)
		if (c->checks.v[i].coverage_id == policy->id)
			*ARENA_PUSH(rq->arena, &own) = c->checks.v[i];
	return coverage_standing(&own, day);
}

const char *
chart_policy_name(struct req *rq, const struct coverage *c)
{
	if (*c->plan_name == '\0')
		return c->payer;
	/* "Medicare", "Medicare Advantage" */
	if (strncmp(c->plan_name, c->payer, strlen(c->payer)) == 0)
		return c->plan_name;
	return arena_printf(rq->arena, "%s %s", c->payer, c->plan_name);
}

/* ---- the banner ------------------------------------------------------ */

static void
flag(struct tpl *t, const char *tone, const char *icon, const char *text)
{
	struct tpl *row = tpl_row(t, "FLAG");

	tpl_text(row, "TONE", tone);
	tpl_text(row, "ICON", icon);
	tpl_text(row, "TEXT", text);
}

static const char *
allergy_words(struct req *rq, const struct allergy *a)
{
	if (*a->reaction == '\0')
		return a->what;
	return arena_printf(rq->arena, "%s (%s)", a->what, a->reaction);
}

static size_t
known_allergies(const struct chart *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->allergies.n; i++)
		n += c->allergies.v[i].active && !c->allergies.v[i].none_known;
	return n;
}

/* No allergy in the list is not the same as asked and none. */
static bool
none_known(const struct chart *c)
{
	for (size_t i = 0; i < c->allergies.n; i++)
		if (c->allergies.v[i].active && c->allergies.v[i].none_known)
			return true;
	return strcmp(c->p->allergy_state, "none_known") == 0;
}

const char *
chart_allergies(struct req *rq, const struct chart *c)
{
	struct buf b = buf_new(rq->arena);

	for (size_t i = 0; i < c->allergies.n; i++)
		if (c->allergies.v[i].active && !c->allergies.v[i].none_known)
			buf_addf(&b, "%s%s", b.n > 0 ? "; " : "",
				allergy_words(rq, &c->allergies.v[i]));
	if (b.n > 0)
		return b.s;
	if (none_known(c))
		return "No known allergies";
	return strcmp(c->p->allergy_state, "listed") == 0
		       ? "Has allergies, but the records do not say which"
		       : "Not asked";
}

#define ALLERGY_FLAGS 3

static void
allergy_flags(struct req *rq, struct tpl *t, const struct chart *c)
{
	size_t n = known_allergies(c), shown = 0;

	if (n == 0 && strcmp(c->p->allergy_state, "listed") == 0)
		flag(t, "solid-red", "triangle-alert",
			"Has allergies: ask which");
	else if (n == 0 && none_known(c))
		flag(t, "", "check", "No known allergies");
	else if (n == 0)
		flag(t, "amber", "circle-alert", "Allergies: not asked");
	for (size_t i = 0; i < c->allergies.n && shown < ALLERGY_FLAGS; i++) {
		const struct allergy *a = &c->allergies.v[i];

		if (!a->active || a->none_known)
			continue;
		flag(t, "solid-red", "triangle-alert",
			arena_printf(rq->arena, "Allergy: %s",
				allergy_words(rq, a)));
		shown++;
	}
	if (n > shown)
		flag(t, "solid-red", "triangle-alert",
			arena_printf(
				rq->arena, "%zu more allergies", n - shown));
}

static const struct coverage_check *
last_check(const struct chart *c, const struct coverage *policy)
{
	for (size_t i = 0; i < c->checks.n; i++)
		if (c->checks.v[i].coverage_id == policy->id)
			return &c->checks.v[i];
	return NULL;
}

static void
coverage_flag(struct req *rq, struct tpl *t, const struct chart *c)
{
	const struct coverage *policy = chart_policy(c, rq->today);
	enum standing s = chart_standing(rq, c, policy, rq->today);
	const struct coverage_check *last;
	const char *text;

	if (policy == NULL) {
		flag(t, "amber", "id-card", "No insurance on file for today");
		return;
	}
	last = last_check(c, policy);
	text = arena_printf(rq->arena, "%s: %s", chart_policy_name(rq, policy),
		standing_label(s));
	if (last != NULL)
		text = arena_printf(rq->arena, "%s, checked %s", text,
			show_day(rq->show, zone_local(rq->zone, last->at).day));
	flag(t, standing_tone(s), standing_icon(s), text);
}

/* "en", "en-US" */
static bool
speaks_english(const struct patient *p)
{
	return strncmp(p->language, "en", 2) == 0 &&
	       (p->language[2] == '\0' || p->language[2] == '-');
}

static void
flags(struct req *rq, struct tpl *t, const struct chart *c)
{
	const struct patient *p = c->p;

	allergy_flags(rq, t, c);
	if (p->restricted)
		flag(t, "violet", "lock", "Restricted chart");
	if (!p->active)
		flag(t, "", "archive", "Not a patient of the clinic now");
	if (req_may(rq, PERM_COVERAGE_READ))
		coverage_flag(rq, t, c);
	if (!speaks_english(p) || p->interpreter)
		flag(t, "blue", "languages",
			arena_printf(rq->arena, "%s%s",
				patient_language_label(p->language),
				p->interpreter ? ", interpreter needed" : ""));
	if (*p->contact_note != '\0')
		flag(t, "", "phone", p->contact_note);
}

static const struct tab {
	const char *name, *label;
	enum perm perm;
} tabs[] = {
	{"", "Summary", PERM_PATIENT_READ},
	{"timeline", "Timeline", PERM_CHART_READ},
	{"appointments", "Appointments", PERM_VISIT_READ},
	{"followups", "Follow-ups", PERM_WORK_READ},
	{"insurance", "Insurance", PERM_COVERAGE_READ},
	{"records", "Records", PERM_CHART_READ},
	{"details", "Details", PERM_PATIENT_READ},
};

static void
tab_rows(struct req *rq, struct tpl *t, const struct chart *c,
	const char *current)
{
	for (size_t i = 0; i < sizeof(tabs) / sizeof(tabs[0]); i++) {
		struct tpl *row, *count;

		if (!req_may(rq, tabs[i].perm))
			continue;
		row = tpl_row(t, "TAB");
		tpl_text(row, "URL",
			arena_printf(rq->arena, "/patients/%lld%s%s",
				(long long)c->p->id,
				*tabs[i].name != '\0' ? "/" : "",
				tabs[i].name));
		tpl_text(row, "LABEL", tabs[i].label);
		tpl_show_if(row, "CURRENT", strcmp(tabs[i].name, current) == 0);
		if (strcmp(tabs[i].name, "followups") != 0 || c->open == 0)
			continue;
		count = tpl_row(row, "COUNT");
		tpl_int(count, "N", c->open);
		tpl_show_if(count, "HOT", c->late > 0);
	}
}

static const struct deed {
	const char *url, *icon, *label;
	enum perm perm;
	bool first;
} deeds[] = {
	{"/patients/%lld/print", "printer", "Face sheet", PERM_PATIENT_READ,
		false},
	{"/followups/new?patient=%lld", "clipboard-check", "Add follow-up",
		PERM_WORK_WRITE, false},
	{"/appointments/new?patient=%lld", "calendar-plus", "Book",
		PERM_VISIT_WRITE, true},
};

static const char *
deed_url(struct req *rq, const char *pattern, int64_t id)
{
	const char *at = strstr(pattern, "%lld");

	return arena_printf(rq->arena, "%.*s%lld%s", (int)(at - pattern),
		pattern, (long long)id, at + 4);
}

static void
deed_rows(struct req *rq, struct tpl *t, const struct patient *p)
{
	for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++) {
		struct tpl *row;

		if (!req_may(rq, deeds[i].perm))
			continue;
		row = tpl_row(t, "DO");
		tpl_text(row, "URL", deed_url(rq, deeds[i].url, p->id));
		tpl_text(row, "ICON", deeds[i].icon);
		tpl_text(row, "LABEL", deeds[i].label);
		tpl_show_if(row, "FIRST", deeds[i].first);
	}
}

static void
banner(struct req *rq, const struct chart *c, const char *tab)
{
	const struct patient *p = c->p;
	struct tpl *t = tpl_part(rq->root, "BANNER", "part/patient_banner.tpl");
	struct tpl *row;

	tpl_text(t, "INITIALS", patient_initials(rq->arena, p));
	tpl_text(t, "NAME", patient_list_name(rq->arena, p));
	if (*p->preferred != '\0')
		tpl_text(tpl_row(t, "CALLED"), "TEXT", p->preferred);
	if (*p->pronouns != '\0')
		tpl_text(tpl_row(t, "PRONOUNS"), "TEXT", p->pronouns);
	tpl_text(t, "BORN", show_birth(rq->show, p->birth));
	tpl_text(t, "SEX", patient_sex_label(p->sex));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, p->mrn));
	if (*p->phone != '\0') {
		row = tpl_row(t, "PHONE");
		tpl_text(row, "LABEL", patient_phone_label(p->phone_use));
		tpl_text(row, "TEXT", show_phone(rq->show, p->phone));
	}
	if (p->deceased != DAY_NONE)
		tpl_text(tpl_row(t, "DEAD"), "TEXT",
			arena_printf(rq->arena, "Died %s",
				show_date(rq->show, p->deceased)));
	deed_rows(rq, t, p);
	flags(rq, t, c);
	tab_rows(rq, t, c, tab);
}

struct tpl *
chart_tpl(struct req *rq, const struct chart *c, const char *tab,
	const char *title, const char *file)
{
	struct tpl *t = req_tpl(rq, file);

	req_title(rq, arena_printf(rq->arena, "%s – %s",
			      patient_list_name(rq->arena, c->p), title));
	banner(rq, c, tab);
	return t;
}
