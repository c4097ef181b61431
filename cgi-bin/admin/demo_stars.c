/* The patients of the tour: each stands for one thing the pages show. */
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "domain/patient.h"
#include "store/demo_store.h"
#include "store/patient_store.h"

#define DAY_S 86400

struct star {
	const char *family, *given, *mrn, *birth, *sex, *phone;
	const char *preferred, *pronouns, *language, *note;
	bool interpreter;
	int provider; /* usual clinician */
};

static const struct star stars[DEMO_STARS] = {
	{"Delgado", "Rosa", "104882", "1961-03-14", "female", "+15550134471",
		"Rosie", "she/her", "es",
		"after 16:00, no details on voicemail", true, 0},
	{"Whitfield", "James", "101317", "1954-09-02", "male", "+15550131317",
		"", "", "en", "", false, 0},
	{"Nguyen", "Thi Lan", "106045", "1979-01-27", "female", "+15550136045",
		"", "", "vi", "", true, 7},
	{"Abara", "Chidi", "107730", "1988-07-19", "male", "+15550137730", "",
		"he/him", "en", "", false, 2},
	{"Kowalski", "Irena", "100264", "1946-11-30", "female", "+15550130264",
		"", "", "pl", "needs the wheelchair van", false, 0},
	{"Brooks", "Terrence", "103598", "1970-05-11", "male", "+15550133598",
		"Terry", "", "en", "", false, 2},
	{"Haddad", "Layla", "108112", "1993-10-08", "female", "+15550138112",
		"", "", "en", "", false, 0},
	{"Osei", "Kwame", "102940", "1966-02-23", "male", "+15550132940", "",
		"", "en", "prefers mornings", false, 1},
	{"Lindqvist", "Anna", "109003", "2019-06-16", "female", "+15550139003",
		"", "", "en", "guardian: Erik Lindqvist, father", false, 6},
	{"Marchetti", "Paolo", "101776", "1958-12-05", "male", "+15550131776",
		"", "", "en", "", false, 0},
	{"Santos", "Beatriz", "105419", "1985-04-21", "female", "+15550135419",
		"Bia", "", "pt", "", false, 1},
	{"Petrov", "Nikolai", "100851", "1949-08-03", "male", "+15550130851",
		"", "", "ru", "", true, 3},
	{"Yamada", "Keiko", "104207", "1972-02-12", "female", "+15550134207",
		"", "", "en", "", false, 3},
	/* Two of one name, so that nobody is mistaken for another. */
	{"Smith", "John", "101200", "1967-06-01", "male", "+15550131200", "",
		"", "en", "", false, 3},
	{"Smith", "John", "101201", "1967-06-10", "male", "+15550131201", "",
		"", "en", "", false, 3},
	{"O'Brien-Núñez", "María José", "101450", "2001-12-24", "female",
		"+15550131450", "Majo", "they/them", "en", "", false, 1},
	{"Wolfeschlegelsteinhausenbergerdorff-Papadopoulos",
		"Alexandria Konstantina", "101999", "1990-01-31", "female",
		"+15550131999", "Alex", "", "en", "", false, 9},
};

enum {
	ROSA,
	JAMES,
	LAN,
	CHIDI,
	IRENA,
	TERRENCE,
	LAYLA,
	KWAME,
	ANNA,
	PAOLO,
	BEATRIZ,
	NIKOLAI,
	KEIKO
};

static int
add_star(struct demo *d, int i)
{
	const struct star *s = &stars[i];
	struct demo_patient *out = &d->patient[i];
	struct patient p = patient_new();
	struct patient_phone number = {
		.rank = 1, .use = "mobile", .number = s->phone};
	const struct patient_phones phones = {.v = &number, .n = 1};
	struct ctl *c = d->ctl;

	*out = (struct demo_patient){
		.provider = (signed char)s->provider,
		.site = (signed char)d->provider[s->provider].site,
		.interpreter = s->interpreter,
		.busy_on = DAY_NONE,
	};
	snprintf(out->phone, sizeof(out->phone), "%s", s->phone);
	p.mrn = s->mrn;
	p.family = s->family;
	p.given = s->given;
	p.preferred = s->preferred;
	p.pronouns = s->pronouns;
	p.sex = s->sex;
	p.language = s->language;
	p.interpreter = s->interpreter;
	p.contact_note = s->note;
	p.address = arena_printf(c->arena, "%d Oak Street", 14 + 3 * i);
	p.city = "Riverton";
	p.state = "KY";
	p.postal = "40300";
	p.country = "US";
	p.sms_ok = true;
	p.allergy_state = i % 3 ? "none_known" : "not_asked";
	if (i == 0 || i % 5 == 4) {
		p.allergy_state = "listed";
		out->allergy = (signed char)(1 + i % DEMO_ALLERGIES);
	}
	p.provider_id = d->provider[s->provider].id;
	p.site_id = d->site[(int)out->site].id;
	if (!day_parse(s->birth, &p.birth))
		BUG("birth of %s", s->mrn);
	out->birth = p.birth;
	out->id = patient_store_add(
		c->db, c->arena, &c->scope, &p, d->now - 900 * (int64_t)DAY_S);
	if (out->id == 0 || patient_store_set_phones(c->db, c->arena, &c->scope,
				    out->id, &phones))
		return ctl_db_err(c);
	return 0;
}

/* --- their policies ----------------------------------------------------------
 */

static int
rosas_policy(struct demo *d)
{
	struct ctl *c = d->ctl;
	const struct demo_policy row = {
		.patient_id = d->patient[ROSA].id,
		.payer_id = d->payer[0],
		.plan_name = "PPO",
		.plan_kind = "ppo",
		.member_id = "XEA44719920",
		.group_no = "884122",
		.relationship = "self",
		.subscriber = "",
		.subscriber_birth = DAY_NONE,
		.start = d->today - 690,
		.end = DAY_NONE,
		.rank = 1,
		.copay_cents = 3000,
		.at = d->now - 690 * (int64_t)DAY_S,
	};
	struct demo_check check = {
		.patient_id = row.patient_id,
		.user_id = d->user[DEMO_OWEN],
		.at = d->now - 3 * DAY_S,
		.method = "website",
		.result = "active",
		.reference = "8841-22",
		.note = "",
		.service = d->today - 3,
		.copay_cents = 3000,
		.deductible_cents = 150000,
		.left_cents = 41000,
	};

	check.coverage_id = demo_store_add_coverage(c->db, &c->scope, &row);
	d->patient[ROSA].coverage_id = check.coverage_id;
	return demo_store_add_check(c->db, &c->scope, &check) ? 0 : -1;
}

static int
add_people_around(struct demo *d)
{
	struct ctl *c = d->ctl;
	static struct patient_person luis = {.name = "Luis Delgado",
		.relationship = "Son, may receive health information",
		.phone = "+15550132290",
		.emergency = true};
	static struct patient_person erik = {.name = "Erik Lindqvist",
		.relationship = "Father",
		.phone = "+15550139004",
		.emergency = true};
	const struct patient_persons rosas = {.v = &luis, .n = 1};
	const struct patient_persons annas = {.v = &erik, .n = 1};

	return patient_store_set_persons(
		       c->db, &c->scope, d->patient[ROSA].id, &rosas) ||
			       patient_store_set_persons(c->db, &c->scope,
				       d->patient[ANNA].id, &annas)
		       ? -1
		       : 0;
}

/* --- their visits
 * -------------------------------------------------------------- */

/* The first day from a business day on that this provider works. */
static day_t
works_on(const struct demo *d, int provider, int n)
{
	const struct demo_provider *p = &d->provider[provider];
	day_t day = demo_business_day(d, n);

	while (!(p->days & 1u << day_weekday(day)) ||
		day_in(day, &d->holidays) ||
		(p->leave_from != DAY_NONE && day >= p->leave_from &&
			day <= p->leave_to))
		day++;
	return day;
}

static int64_t
visit_on(struct demo *d, int star, int provider, int n, int minute,
	const char *type, const char *reason, const char *status, int answer)
{
	struct demo_visit v = {
		.provider = provider,
		.patient_id = d->patient[star].id,
		.type = type,
		.reason = reason,
		.interpreter = d->patient[star].interpreter,
		.status = status,
		.asked = answer > 0,
		.confirmed = answer > 1,
	};

	zone_instant(d->site[d->provider[provider].site].zone,
		n < 0 ? day_add_business(d->today, n, &d->holidays)
		      : works_on(d, provider, n),
		minute, &v.start);
	if (v.start > d->now + 900 && v.status != NULL &&
		strcmp(v.status, "arrived") == 0)
		v.status = NULL;
	return demo_add_visit(d, &v);
}

/* Returns the id of Irena's, which nobody has confirmed. */
static int64_t
add_star_visits(struct demo *d)
{
	visit_on(d, ROSA, 0, 5, 10 * 60 + 30, "Follow-up", "Diabetes follow-up",
		NULL, 1);
	visit_on(d, ROSA, 5, 5, 11 * 60 + 15, "Lab draw", "A1c", NULL, 2);
	visit_on(d, ROSA, 5, -7, 9 * 60, "Lab draw", "A1c", "noshow", 1);
	visit_on(d, JAMES, 0, 3, 9 * 60, "Follow-up", "Back pain", NULL, 2);
	visit_on(d, LAYLA, 0, 0, 8 * 60 + 50, "After hospital stay",
		"Asthma, after the emergency visit", "arrived", 2);
	visit_on(d, TERRENCE, 2, 0, 9 * 60 + 15, "Follow-up", "Shoulder",
		"arrived", 2);
	visit_on(d, BEATRIZ, 1, 0, 9 * 60 + 40, "Follow-up", "Results",
		"arrived", 1);
	visit_on(d, PAOLO, 0, 0, 10 * 60, "Follow-up", "Sleep", "arrived", 2);
	visit_on(d, KWAME, 1, 0, 10 * 60 + 15, "Annual wellness", "", "arrived",
		1);
	return visit_on(
		d, IRENA, 0, 1, 8 * 60 + 30, "Follow-up", "Hip pain", NULL, 1);
}

/* --- their loops
 * ----------------------------------------------------------------- */

struct loop {
	int star;
	enum item_kind kind;
	enum item_state state;
	int owner, due; /* days from today */
	const char *title, *detail, *next_step, *waiting_on;
	int attempts;
	bool escalated;
};

static const struct loop loops[] = {
	{ROSA, ITEM_FOLLOWUP, ITEM_IN_PROGRESS, DEMO_MAYA, -4,
		"Call about A1c 9.4 % and missed lab",
		"Third call failed: a letter and a nurse review are due",
		"Print the letter", NULL, 3, true},
	{ROSA, ITEM_REFERRAL, ITEM_WITH_SPECIALIST, DEMO_MAYA, 2,
		"Endocrinology: Dr. Imani Cole",
		"Sent 11 days ago, visit not booked yet", "Ask for a date",
		"Valley Endocrine", 0, false},
	{ROSA, ITEM_AUTHORIZATION, ITEM_WITH_PAYER, DEMO_JORDAN, 4,
		"Continuous glucose monitor", "Blue Shield, reference 8841-22",
		"Ask for the answer", "Blue Shield", 0, false},
	{ROSA, ITEM_FOLLOWUP, ITEM_NEW, -1, 17, "Eye exam, yearly",
		"Last one over a year ago", "Book", NULL, 0, false},
	{JAMES, ITEM_AUTHORIZATION, ITEM_WITH_PAYER, DEMO_MAYA, -3,
		"Lumbar MRI: send notes to Aetna", "Asked six days ago",
		"Send the notes", "Aetna", 0, false},
	{LAN, ITEM_REFERRAL, ITEM_WITH_SPECIALIST, DEMO_MAYA, -3,
		"Cardiology: no report after the visit",
		"Bayside Heart, Vietnamese interpreter", "Ask for the report",
		"Bayside Heart", 1, false},
	{CHIDI, ITEM_MESSAGE, ITEM_NEW, -1, -1, "\"My inhaler is not covered\"",
		"Portal, 26 h without a reply", "Reply", NULL, 0, false},
	{TERRENCE, ITEM_AUTHORIZATION, ITEM_IN_PROGRESS, DEMO_MAYA, 0,
		"Physical therapy: 1 of 12 visits left",
		"Blue Shield, ask for 8 more", "Renew", NULL, 0, false},
	{LAYLA, ITEM_DISCHARGE_CALL, ITEM_NEW, DEMO_MAYA, 0,
		"Call after the emergency visit, day 2", "St. Anne ED, asthma",
		"Inhaler, symptoms, visit", NULL, 0, false},
	{KWAME, ITEM_REFERRAL, ITEM_NEW, DEMO_JORDAN, 0,
		"Book colonoscopy: order approved",
		"Gastro Partners, prefers mornings", "Book", NULL, 0, false},
	{ANNA, ITEM_FOLLOWUP, ITEM_WITH_PATIENT, DEMO_JORDAN, 0,
		"Second MMR dose due", "Guardian: Erik Lindqvist, father",
		"Offer a nurse visit", "Father", 1, false},
	{PAOLO, ITEM_REFERRAL, ITEM_WITH_SPECIALIST, DEMO_MAYA, 1,
		"Sleep study: results expected", "Harbor Sleep Lab",
		"Ask for the results", "Harbor Sleep Lab", 0, false},
	{BEATRIZ, ITEM_FOLLOWUP, ITEM_NEW, DEMO_MAYA, 1,
		"Offer the earlier visit from the wait list",
		"Opening with Dr. Herrera", "Call", NULL, 0, false},
	{NIKOLAI, ITEM_FOLLOWUP, ITEM_WITH_PATIENT, DEMO_MAYA, 2,
		"Blood pressure check after dose change",
		"Nurse visit or home reading", "Ask for the readings",
		"Patient", 1, false},
	{KEIKO, ITEM_AUTHORIZATION, ITEM_NEW, DEMO_MAYA, 4,
		"Adalimumab: authorization ends this year",
		"Cigna, form on file from last year", "Renew", NULL, 0, false},
};

static int
add_loop(struct demo *d, const struct loop *l)
{
	const struct demo_item in = {
		.kind = l->kind,
		.state = l->state,
		.patient_id = d->patient[l->star].id,
		.title = l->title,
		.detail = l->detail,
		.next_step = l->next_step,
		.waiting_on = l->waiting_on,
		.owner = l->owner,
		.due_on = d->today + l->due,
		.opened =
			d->now - (int64_t)(l->due < 0 ? 6 - l->due : 5) * DAY_S,
		.attempts = l->attempts,
		.last_outcome = l->attempts ? "no_answer" : "",
		.phone = d->patient[l->star].phone,
		.escalated = l->escalated,
	};

	return demo_add_item(d, &in) ? 0 : -1;
}

static int
add_star_loops(struct demo *d, int64_t irenas_visit)
{
	const struct demo_item confirm = {
		.kind = ITEM_VISIT_CONFIRM,
		.state = ITEM_IN_PROGRESS,
		.patient_id = d->patient[IRENA].id,
		.subject_type = "appointment",
		.subject_id = irenas_visit,
		.title = "Confirm the visit at 08:30, Dr. Okafor",
		.detail = "Text sent twice, needs the wheelchair van",
		.next_step = "Call",
		.owner = DEMO_MAYA,
		.due_on = d->today,
		.opened = d->now - 2 * DAY_S,
		.attempts = 2,
		.last_outcome = "sent",
		.phone = d->patient[IRENA].phone,
	};

	for (size_t i = 0; i < sizeof(loops) / sizeof(loops[0]); i++)
		if (add_loop(d, &loops[i]))
			return -1;
	return demo_add_item(d, &confirm) ? 0 : -1;
}

int
demo_stars(struct demo *d)
{
	int64_t irenas;

	for (int i = 0; i < DEMO_STARS; i++)
		if (add_star(d, i) ||
			(i != ROSA &&
				demo_coverage(d, &d->patient[i], i == ANNA)))
			return -1;
	if (rosas_policy(d) || add_people_around(d))
		return ctl_db_err(d->ctl);
	irenas = add_star_visits(d);
	if (add_star_loops(d, irenas) || db_error(d->ctl->db))
		return ctl_db_err(d->ctl);
	return 0;
}
