/* The demonstration clinic's patients: who they are, how to reach them and
 * who pays. Written through the patient store, so that each can be found. */
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "db/db.h"
#include "domain/patient.h"
#include "store/demo_store.h"
#include "store/patient_store.h"

static const char streets[] =
	"Oak Street|Maple Avenue|Cedar Lane|Elm Street|Washington Street|"
	"Lake Road|Hill Street|Walnut Drive|Park Avenue|Church Street|"
	"River Road|Sunset Drive|Mill Street|Highland Avenue|Spring Street|"
	"Dogwood Court|County Road 12|Jackson Street|Franklin Avenue|"
	"Willow Bend|Quarry Road|Bluegrass Parkway";

static const char pay_notes[] =
	"after 16:00|mornings only|no voicemail|text first|ask for the son|"
	"works nights, call after 14:00|daughter interprets|"
	"hard of hearing, speak slowly|use the work number before 15:00";

static const struct {
	const char *city, *postal;
} towns[DEMO_SITES][3] = {
	{{"Riverton", "40300"}, {"Riverton", "40301"}, {"Fairview", "40305"}},
	{{"Lakeside", "40317"}, {"Harbor Point", "40318"},
		{"Stony Creek", "40321"}},
	{{"Pine Grove", "42099"}, {"Dover Mills", "42095"},
		{"Pine Grove", "42098"}},
};

/* More children and more people past sixty than chance would give. */
static day_t
make_birth(struct demo *d, bool child_doctor)
{
	int age;

	if (child_doctor)
		age = demo_below(&d->rng, 18);
	else if (demo_chance(&d->rng, 30))
		age = demo_between(&d->rng, 62, 94);
	else
		age = demo_between(&d->rng, 1, 75);
	return d->today - age * 365 - age / 4 - demo_below(&d->rng, 365);
}

static const char *
make_family(struct demo *d, const struct demo_culture *c)
{
	struct arena *a = d->ctl->arena;
	const char *one = demo_pick(&d->rng, a, c->family), *two;

	if (!c->two_families || !demo_chance(&d->rng, 40))
		return one;
	two = demo_pick(&d->rng, a, c->family);
	return arena_printf(
		a, "%s%s%s", one, demo_chance(&d->rng, 20) ? "-" : " ", two);
}

static const char *
make_email(struct demo *d, const struct patient *p)
{
	struct arena *a = d->ctl->arena;
	const char *given = utf8_fold(a, p->given);
	const char *family = utf8_fold(a, p->family);

	for (const char *s = given; *s != '\0'; s++)
		if ((unsigned char)*s > 0x7f)
			return "";
	for (const char *s = family; *s != '\0'; s++)
		if ((unsigned char)*s > 0x7f)
			return "";
	return arena_printf(a, "%.*s.%.*s%d@example.%s",
		(int)strcspn(given, " "), given, (int)strcspn(family, " "),
		family, demo_below(&d->rng, 100),
		demo_chance(&d->rng, 50) ? "com" : "net");
}

static const char *
middle_names(struct demo *d, const char *given)
{
	if (!demo_chance(&d->rng, 25) || strchr(given, ' ') != NULL ||
		(unsigned char)given[0] > 0x7f)
		return given;
	return arena_printf(
		d->ctl->arena, "%s %c.", given, 'A' + demo_below(&d->rng, 25));
}

static void
set_name(struct demo *d, struct patient *p)
{
	const struct demo_culture *c = demo_culture(&d->rng);
	bool female = demo_chance(&d->rng, 52);

	p->family = make_family(d, c);
	p->given = middle_names(d, demo_pick(&d->rng, d->ctl->arena,
					   female ? c->female : c->male));
	p->sex = female ? "female" : "male";
	if (demo_chance(&d->rng, 1))
		p->sex = demo_chance(&d->rng, 50) ? "other" : "unknown";
	if (strcmp(c->lang, "en") != 0 && demo_chance(&d->rng, c->speaks_pct))
		p->language = c->lang;
	p->interpreter =
		strcmp(p->language, "en") != 0 && demo_chance(&d->rng, 70);
	if (demo_chance(&d->rng, 2))
		p->suffix = demo_chance(&d->rng, 70) ? "Jr." : "III";
	if (demo_chance(&d->rng, 3))
		p->pronouns =
			demo_chance(&d->rng, 50) ? "she/her" : "they/them";
}

static void
set_contact(struct demo *d, struct patient *p, int site)
{
	static const char *const channels[] = {
		"phone", "sms", "email", "letter"};
	int town = demo_below(&d->rng, 3);
	int way = demo_below(&d->rng, 10);
	struct arena *a = d->ctl->arena;

	p->address = arena_printf(a, "%d %s", demo_between(&d->rng, 1, 999),
		demo_pick(&d->rng, a, streets));
	if (demo_chance(&d->rng, 25))
		p->address = arena_printf(a, "%s, Apt %d", p->address,
			demo_between(&d->rng, 1, 40));
	p->city = towns[site][town].city;
	p->state = "KY";
	p->postal = towns[site][town].postal;
	p->country = "US";
	if (demo_chance(&d->rng, 70))
		p->email = make_email(d, p);
	p->channel = channels[way < 5 ? 0 : way < 8 ? 1 : way < 9 ? 2 : 3];
	p->sms_ok = demo_chance(&d->rng, 60);
	p->email_ok = p->email[0] != '\0' && demo_chance(&d->rng, 60);
	if (demo_chance(&d->rng, 6))
		p->contact_note = demo_pick(&d->rng, a, pay_notes);
}

static void
set_care(struct demo *d, struct patient *p, struct demo_patient *out)
{
	int allergy = demo_below(&d->rng, 100);

	p->provider_id = d->provider[(int)out->provider].id;
	p->site_id = d->site[(int)out->site].id;
	p->allergy_state = allergy < 70 ? "none_known" : "not_asked";
	if (out - d->patient < demo_recorded(d) && allergy % 3 == 0) {
		p->allergy_state = "listed";
		out->allergy =
			(signed char)demo_between(&d->rng, 1, DEMO_ALLERGIES);
	}
	p->restricted = demo_below(&d->rng, 400) == 0;
	if (demo_below(&d->rng, 150) == 0 && p->birth < d->today - 60 * 365) {
		p->deceased = d->today - demo_between(&d->rng, 20, 700);
		p->active = false;
	} else if (demo_chance(&d->rng, 2)) {
		p->active = false;
	}
}

static int
put_patient(struct demo *d, struct patient *p, struct demo_patient *out)
{
	struct ctl *c = d->ctl;
	struct patient_phone numbers[2] = {
		{.rank = 1, .use = "mobile", .number = out->phone},
		{.rank = 2, .use = "home"},
	};
	struct patient_phones phones = {.v = numbers, .n = 1};

	if (demo_chance(&d->rng, 20)) {
		numbers[1].number = arena_printf(
			c->arena, "+155501%05d", demo_below(&d->rng, 100000));
		phones.n = 2;
	}
	out->id = patient_store_add(c->db, c->arena, &c->scope, p,
		d->now - (int64_t)demo_between(&d->rng, 1, 2000) * 86400);
	out->birth = p->birth;
	out->interpreter = p->interpreter;
	if (out->id == 0 || patient_store_set_phones(c->db, c->arena, &c->scope,
				    out->id, &phones))
		return ctl_db_err(c);
	return 0;
}

static int
add_patient(struct demo *d, int i)
{
	struct demo_patient *out = &d->patient[i];
	struct patient p = patient_new();

	*out = (struct demo_patient){
		.provider = (signed char)demo_below(&d->rng, DEMO_PROVIDERS),
		.busy_on = DAY_NONE,
	};
	/* A nurse or a psychologist is nobody's usual clinician. */
	while (d->provider[(int)out->provider].kind != DEMO_PRIMARY)
		out->provider =
			(signed char)demo_below(&d->rng, DEMO_PROVIDERS);
	out->site = (signed char)d->provider[(int)out->provider].site;
	snprintf(out->phone, sizeof(out->phone), "+155501%05d",
		demo_below(&d->rng, 100000));
	p.mrn = arena_printf(
		d->ctl->arena, "%d", i < 900 ? 110001 + i : 120001 + i - 900);
	p.birth = make_birth(d, out->provider == 6);
	set_name(d, &p);
	set_contact(d, &p, out->site);
	set_care(d, &p, out);
	if (put_patient(d, &p, out))
		return -1;
	/* The dead and those who left have no visits. */
	if (!p.active)
		out->busy_on = INT32_MAX;
	return demo_coverage(d, out, p.birth > d->today - 18 * 365);
}

/* --- policies ------------------------------------------------------------ */

static const char *
letters(struct demo *d, const char *from, int n)
{
	char *s = arena_alloc(d->ctl->arena, (size_t)n + 1);

	for (int i = 0; i < n; i++)
		s[i] = from[demo_below(&d->rng, (int)strlen(from))];
	return s;
}

/* A Medicare Beneficiary Identifier by form: 11 places, C A AN N A AN N A A
 * N N, without S L O I B Z (CMS, "Understanding the MBI"). */
static const char *
make_mbi(struct demo *d)
{
	static const char alpha[] = "ACDEFGHJKMNPQRTUVWXY";
	static const char both[] = "ACDEFGHJKMNPQRTUVWXY0123456789";
	static const char digit[] = "0123456789";

	return arena_printf(d->ctl->arena, "%s%s%s%s%s%s%s%s%s",
		letters(d, "123456789", 1), letters(d, alpha, 1),
		letters(d, both, 1), letters(d, digit, 1), letters(d, alpha, 1),
		letters(d, both, 1), letters(d, digit, 1), letters(d, alpha, 2),
		letters(d, digit, 2));
}

static int
pick_payer(struct demo *d, day_t birth, bool child)
{
	int n = demo_below(&d->rng, 100);

	if (birth < d->today - 65 * 365)
		return n < 65 ? 4 : n < 92 ? 5 : n < 97 ? 1 : 9;
	if (child)
		return n < 40	? 6
		       : n < 52 ? 7
		       : n < 56 ? 8
		       : n < 95 ? n % 4
				: 9;
	return n < 18 ? 6 : n < 24 ? 7 : n < 27 ? 8 : n < 92 ? n % 4 : 9;
}

static int64_t
add_policy(
	struct demo *d, struct demo_patient *p, int payer, int rank, bool child)
{
	static const char *const plans[] = {"PPO", "Choice Plus", "Select",
		"Bronze 6000", "Gold 1500", "Open Access"};
	static const char *const kinds[] = {"ppo", "hmo", "epo", "hdhp"};
	bool group = payer < 4;
	const struct demo_policy row = {
		.patient_id = p->id,
		.payer_id = d->payer[payer],
		.plan_name = payer == 9 ? ""
			     : group	? plans[demo_below(&d->rng, 6)]
					: "Standard",
		.plan_kind = group ? kinds[demo_below(&d->rng, 4)] : "",
		.member_id = payer == 9	  ? ""
			     : payer == 4 ? make_mbi(d)
					  : letters(d, "0123456789", 9),
		.group_no = group ? letters(d, "0123456789", 6) : "",
		.relationship = child && group ? "child" : "self",
		.subscriber = child && group ? "Parent on file" : "",
		.subscriber_birth = DAY_NONE,
		.start = d->today - demo_between(&d->rng, 30, 1500),
		.end = demo_chance(&d->rng, 3)
			       ? d->today + demo_between(&d->rng, 5, 60)
			       : DAY_NONE,
		.rank = rank,
		.copay_cents = group	    ? demo_between(&d->rng, 2, 10) * 500
			       : payer == 9 ? -1
					    : 0,
		.at = d->now - (int64_t)demo_between(&d->rng, 1, 400) * 86400,
	};

	return demo_store_add_coverage(d->ctl->db, &d->ctl->scope, &row);
}

/* How the last look went: mostly well, some weeks ago. */
static int
add_check(struct demo *d, struct demo_patient *p)
{
	int n = demo_below(&d->rng, 100);
	int days = demo_between(&d->rng, 0, 60);
	struct demo_check row = {
		.patient_id = p->id,
		.coverage_id = p->coverage_id,
		.user_id = d->user[n % 2 ? DEMO_OWEN : DEMO_TESS],
		.at = d->now - days * 86400 - demo_below(&d->rng, 20000),
		.method = n % 3 ? "website" : "phone",
		.result = n < 90   ? "active"
			  : n < 95 ? "inactive"
				   : "failed",
		.reference = n % 3 ? "" : letters(d, "0123456789", 8),
		.note = n < 95 ? "" : "The payer's site did not answer.",
		.service = d->today - days,
		.copay_cents = -1,
		.deductible_cents = -1,
		.left_cents = -1,
	};

	if (n < 90 && p->payer < 4) {
		row.copay_cents = demo_between(&d->rng, 2, 10) * 500;
		row.deductible_cents = 150000;
		row.left_cents = demo_between(&d->rng, 0, 1500) * 100;
	}
	p->unpaid = n >= 90;
	return demo_store_add_check(d->ctl->db, &d->ctl->scope, &row) ? 0 : -1;
}

/* Somebody looked it up for a visit of these days, and all was well. */
int
demo_fresh_check(struct demo *d, struct demo_patient *p, day_t service)
{
	const struct demo_check row = {
		.patient_id = p->id,
		.coverage_id = p->coverage_id,
		.user_id = d->user[DEMO_OWEN],
		.at = d->now - demo_between(&d->rng, 4000, 170000),
		.method = "website",
		.result = "active",
		.reference = "",
		.note = "",
		.service = service,
		.copay_cents = -1,
		.deductible_cents = -1,
		.left_cents = -1,
	};

	return demo_store_add_check(d->ctl->db, &d->ctl->scope, &row) ? 0 : -1;
}

int
demo_coverage(struct demo *d, struct demo_patient *p, bool child)
{
	if (demo_chance(&d->rng, 3))
		return 0; /* nothing recorded yet */
	p->payer = (signed char)pick_payer(d, p->birth, child);
	p->coverage_id = add_policy(d, p, p->payer, 1, child);
	if (p->payer == 4 && demo_chance(&d->rng, 60))
		add_policy(d, p, demo_below(&d->rng, 4), 2, false);
	else if (p->payer < 4 && child && demo_chance(&d->rng, 12))
		add_policy(d, p, 6, 2, true);
	if (p->payer != 9 && demo_chance(&d->rng, 75))
		add_check(d, p);
	return db_error(d->ctl->db) ? ctl_db_err(d->ctl) : 0;
}

#define BATCH 5000

int
demo_people(struct demo *d)
{
	for (int i = DEMO_STARS; i < d->n_patients; i++) {
		struct arena_mark mark = arena_mark(d->ctl->arena);

		if (add_patient(d, i))
			return -1;
		arena_rewind(d->ctl->arena, mark);
		if ((i + 1) % BATCH == 0 &&
			demo_batch(d, "patients", i + 1, d->n_patients))
			return -1;
	}
	if (demo_store_next_mrn(
		    d->ctl->db, &d->ctl->scope, 120001 + d->n_patients))
		return ctl_db_err(d->ctl);
	return demo_batch(d, "patients", d->n_patients, d->n_patients);
}
