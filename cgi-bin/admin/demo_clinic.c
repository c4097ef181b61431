/* The demonstration clinic itself: sites, rooms, staff, weeks, payers. */
#include <stdio.h>
#include <string.h>

#include "admin/command.h"
#include "admin/demo.h"
#include "base/arena.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "domain/provider.h"
#include "domain/role.h"
#include "domain/room.h"
#include "domain/site.h"
#include "domain/user.h"
#include "store/demo_store.h"
#include "store/provider_store.h"
#include "store/room_store.h"
#include "store/setup_store.h"
#include "store/site_store.h"
#include "store/user_store.h"
#include "store/visit_type_store.h"

static const struct site sites[DEMO_SITES] = {
	{.name = "Main Street",
		.zone = "America/New_York",
		.address = "120 Main Street, 2nd floor",
		.city = "Riverton",
		.state = "KY",
		.postal = "40300",
		.phone = "+15550134000",
		.directions = "Parking behind the building, entrance on Oak "
			      "Alley. Lift to the 2nd floor. Bus lines 4 and "
			      "11 stop at the door.",
		.active = true},
	{.name = "Harbor Point",
		.zone = "America/New_York",
		.address = "8 Harbor Point Road",
		.city = "Lakeside",
		.state = "KY",
		.postal = "40317",
		.phone = "+15550134100",
		.directions = "Ground floor, next to the library.",
		.active = true},
	{.name = "Pine Grove",
		.zone = "America/Chicago",
		.address = "455 County Road 9",
		.city = "Pine Grove",
		.state = "KY",
		.postal = "42099",
		.phone = "+15550134200",
		.directions = "Central Time. Free parking in front.",
		.active = true},
};

static int64_t
add_room(struct demo *d, int64_t site, const char *name, const char *kind)
{
	const struct room r = {
		.site_id = site, .name = name, .kind = kind, .active = true};

	return room_store_add(d->ctl->db, &d->ctl->scope, &r);
}

static void
add_site(struct demo *d, int i)
{
	struct ctl *c = d->ctl;
	struct site_hours days[6];
	struct site_week week = {.v = days, .n = 5};

	for (int day = 0; day < 5; day++)
		days[day] = (struct site_hours){
			(enum weekday)(MONDAY + day), 8 * 60, 17 * 60};
	if (i == 0) {
		week.n = 6;
		days[5] = (struct site_hours){SATURDAY, 9 * 60, 12 * 60};
	}
	d->site[i].id = site_store_add(c->db, &c->scope, &sites[i]);
	d->site[i].zone = zone_find(sites[i].zone);
	site_store_set_week(c->db, &c->scope, d->site[i].id, &week);
	d->site[i].procedure_room =
		add_room(d, d->site[i].id, "Procedure room", "procedure");
	d->site[i].lab_room = add_room(d, d->site[i].id, "Lab", "lab");
	add_room(d, d->site[i].id, "Group room", "group");
}

static int
set_clinic(struct demo *d)
{
	static const struct clinic clinic = {
		.name = "Riverside Family Clinic",
		.short_name = "Riverside",
		.phone = "+15550134000",
		.zone = "America/New_York",
		.clock24 = true,
	};

	return demo_store_set_clinic(d->ctl->db, &d->ctl->scope, &clinic);
}

/* Lengths and buffers as clinics commonly use them. */
static const struct visit_type types[] = {
	{.name = "Follow-up",
		.online = true,
		.name_es = "Consulta de seguimiento",
		.minutes = 20,
		.room_kind = "exam",
		.mode = "either",
		.who = "established",
		.preparation = "Bring your medicines or a list of them.",
		.preparation_es = "Traiga sus medicamentos o una lista."},
	{.name = "New patient",
		.online = true,
		.name_es = "Paciente nuevo",
		.minutes = 40,
		.after_min = 5,
		.room_kind = "exam",
		.mode = "in_person",
		.who = "new",
		.preparation = "Bring your insurance card and a photo ID. Come "
			       "15 minutes early.",
		.preparation_es = "Traiga su tarjeta del seguro y una "
				  "identificación. Llegue 15 minutos antes."},
	{.name = "Annual wellness",
		.online = true,
		.name_es = "Chequeo anual",
		.minutes = 40,
		.room_kind = "exam",
		.mode = "either",
		.who = "established"},
	{.name = "After hospital stay",
		.name_es = "Después del hospital",
		.minutes = 30,
		.after_min = 5,
		.room_kind = "exam",
		.mode = "either",
		.who = "established",
		.preparation = "Bring the papers the hospital gave you.",
		.preparation_es = "Traiga los papeles del hospital."},
	{.name = "Small procedure",
		.name_es = "Procedimiento menor",
		.minutes = 30,
		.after_min = 10,
		.room_kind = "procedure",
		.mode = "in_person",
		.who = "any"},
	{.name = "Behavioral health intake",
		.name_es = "Salud mental, primera visita",
		.minutes = 60,
		.after_min = 5,
		.room_kind = "exam",
		.mode = "either",
		.who = "any"},
	{.name = "Behavioral health follow-up",
		.name_es = "Salud mental, seguimiento",
		.minutes = 45,
		.after_min = 15,
		.room_kind = "exam",
		.mode = "either",
		.who = "any"},
	{.name = "Nurse visit",
		.online = true,
		.name_es = "Visita de enfermería",
		.minutes = 15,
		.room_kind = "lab",
		.mode = "in_person",
		.who = "established"},
	{.name = "Lab draw",
		.name_es = "Toma de muestras",
		.minutes = 15,
		.room_kind = "lab",
		.mode = "in_person",
		.who = "established"},
	{.name = "Care-plan review",
		.online = true,
		.name_es = "Revisión del plan de cuidados",
		.minutes = 30,
		.room_kind = "",
		.mode = "phone",
		.who = "established"},
	{.name = "Ultrasound",
		.name_es = "Ecografía",
		.minutes = 30,
		.after_min = 5,
		.room_kind = "procedure",
		.mode = "in_person",
		.who = "any"},
	{.name = "Group visit",
		.name_es = "Visita en grupo",
		.minutes = 90,
		.after_min = 15,
		.room_kind = "group",
		.mode = "in_person",
		.who = "established"},
};

static void
add_types(struct demo *d)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		struct visit_type *t = ARENA_PUSH(d->ctl->arena, &d->types);

		*t = types[i];
		t->preparation = t->preparation ? t->preparation : "";
		t->preparation_es = t->preparation_es ? t->preparation_es : "";
		t->active = true;
		t->notice_min = 120;
		t->grace_min = VISIT_GRACE;
		t->horizon_days = 365;
		t->cancel_notice_min = 1440;
		t->id = visit_type_store_add(d->ctl->db, &d->ctl->scope, t);
	}
}

const struct visit_type *
demo_type(const struct demo *d, const char *name)
{
	for (size_t i = 0; i < d->types.n; i++)
		if (strcmp(d->types.v[i].name, name) == 0)
			return &d->types.v[i];
	BUG("no visit type %s", name);
}

static const struct {
	const char *login, *name, *email, *team;
	enum role role;
	bool licensed, clinical;
} users[DEMO_USERS] = {
	[DEMO_MAYA] = {"maya", "Maya Chen", "maya.chen@example.org",
		"Care team", ROLE_COORDINATOR, false, true},
	[DEMO_TESS] = {"tess", "Tess Alvarado", "tess.alvarado@example.org",
		"Front desk", ROLE_FRONT_DESK, false, false},
	[DEMO_OWEN] = {"owen", "Owen Brady", "owen.brady@example.org",
		"Billing", ROLE_BILLER, false, false},
	[DEMO_AMARA] = {"amara", "Amara Okafor", "amara.okafor@example.org",
		"Care team", ROLE_CLINICIAN, true, true},
	[DEMO_JORDAN] = {"jordan", "Jordan Price", "jordan.price@example.org",
		"Care team", ROLE_CASE_MANAGER, true, true},
	[DEMO_RUTH] = {"ruth", "Ruth Adeyemi", "ruth.adeyemi@example.org",
		"Care team", ROLE_SUPERVISOR, true, true},
	[DEMO_SAM] = {"sam", "Sam Ito", "sam.ito@example.org", NULL, ROLE_ADMIN,
		false, false},
};

static void
add_users(struct demo *d)
{
	struct ctl *c = d->ctl;

	for (int i = 0; i < DEMO_USERS; i++) {
		const struct user u = {
			.login = users[i].login,
			.name = users[i].name,
			.email = users[i].email,
			.licensed = users[i].licensed,
			.clinical_staff = users[i].clinical,
			.disabled_at = INSTANT_NONE,
			.last_login_at = INSTANT_NONE,
			.site_id = d->site[0].id,
			.theme = "system",
			.density = "normal",
			.shortcuts = true,
			.created_at = d->now - 400 * 86400,
		};
		int64_t id = user_store_add(c->db, &c->scope, &u, "");

		user_store_set_roles(c->db, &c->scope, id, 1u << users[i].role);
		if (users[i].team != NULL)
			user_store_join_team(c->db, &c->scope, id,
				setup_store_add_team(
					c->db, &c->scope, users[i].team));
		d->user[i] = id;
	}
}

#define WEEK 0x3e /* Monday to Friday */
#define OFF(day) (WEEK & ~(1u << (day)))

static const struct {
	const char *name, *short_name, *specialty, *languages;
	int site;
	enum demo_kind kind;
	bool procedures;
	unsigned days;
} people[DEMO_PROVIDERS] = {
	{"Amara Okafor, MD", "Dr. Okafor", "Family medicine", "en", 0,
		DEMO_PRIMARY, true, WEEK},
	{"Luis Herrera, MD", "Dr. Herrera", "Family medicine", "en es", 0,
		DEMO_PRIMARY, false, OFF(FRIDAY)},
	{"Jenna Wu, NP", "Jenna Wu, NP", "Nurse practitioner", "en zh", 0,
		DEMO_PRIMARY, false, WEEK},
	{"Samuel Goldberg, MD", "Dr. Goldberg", "Internal medicine", "en he", 0,
		DEMO_PRIMARY, false, OFF(WEDNESDAY)},
	{"Elena Rossi, PsyD", "Dr. Rossi", "Psychology", "en it", 0,
		DEMO_BEHAVIOR, false, WEEK},
	{"Carol Jensen, RN", "Nurse Jensen", "Nursing", "en", 0, DEMO_NURSE,
		false, WEEK},
	{"Priya Raman, MD", "Dr. Raman", "Pediatrics", "en hi ta", 1,
		DEMO_PRIMARY, false, WEEK},
	{"Minh Tran, DO", "Dr. Tran", "Family medicine", "en vi", 1,
		DEMO_PRIMARY, true, OFF(MONDAY)},
	{"Aisha Bello, PA-C", "Aisha Bello, PA", "Physician assistant",
		"en fr ha", 1, DEMO_PRIMARY, false, WEEK},
	{"Fatima Al-Masri, MD", "Dr. Al-Masri", "Internal medicine", "en ar", 2,
		DEMO_PRIMARY, true, WEEK},
	{"Katarzyna Nowak, MD", "Dr. Nowak", "Family medicine", "en pl ru", 2,
		DEMO_PRIMARY, false, OFF(THURSDAY)},
	{"Robert Clearwater, LCSW", "R. Clearwater, LCSW",
		"Clinical social work", "en", 2, DEMO_BEHAVIOR, false, WEEK},
};

/* A number with the right check digit (Luhn over 80840 and nine digits; 45
 * CFR 162.406) that starts with 2, as none that was given out does. */
static const char *
make_npi(struct demo *d)
{
	char digits[15];
	int sum = 0;

	snprintf(digits, sizeof(digits), "808402%08d",
		demo_below(&d->rng, 100000000));
	for (int i = 0; i < 14; i++) {
		int n = (digits[i] - '0') * (i % 2 ? 2 : 1);

		sum += n > 9 ? n - 9 : n;
	}
	return arena_printf(
		d->ctl->arena, "%s%d", digits + 5, (10 - sum % 10) % 10);
}

static void
add_week(struct demo *d, const struct demo_provider *p)
{
	static const int parts[2][2] = {{8 * 60, 12 * 60}, {13 * 60, 17 * 60}};

	for (int day = SUNDAY; day <= SATURDAY; day++) {
		if (!(p->days & 1u << day))
			continue;
		for (int i = 0; i < 2; i++) {
			const struct template_row t = {
				.provider_id = p->id,
				.site_id = d->site[p->site].id,
				.weekday = day,
				.start_min = parts[i][0],
				.end_min = parts[i][1],
				.from = d->today - 2500,
				.to = DAY_NONE,
				.every_weeks = 1,
				.anchor = d->today - 2500,
			};

			provider_store_add_template(
				d->ctl->db, &d->ctl->scope, &t);
		}
	}
}

/* Five days away some weeks from now. */
static void
add_leave(struct demo *d, struct demo_provider *p)
{
	day_t day = d->today + demo_between(&d->rng, 18, 70);

	while (day_weekday(day) != MONDAY)
		day++;
	p->leave_from = day;
	p->leave_to = day + 4;
	for (; day <= p->leave_to; day++) {
		const struct exception_row e = {
			.provider_id = p->id,
			.day = day,
			.kind = EXCEPTION_LEAVE,
			.start_min = -1,
			.reason = "Vacation",
		};

		provider_store_add_exception(d->ctl->db, &d->ctl->scope, &e);
	}
}

/* The team meets over lunch, today and in the two weeks after. */
static void
add_meetings(struct demo *d, const struct demo_provider *p)
{
	for (day_t day = d->today; day <= d->today + 14; day += 7) {
		const struct exception_row e = {
			.provider_id = p->id,
			.day = day,
			.kind = EXCEPTION_CLOSED,
			.start_min = 12 * 60 + 15,
			.end_min = 12 * 60 + 45,
			.reason = "Team meeting",
		};

		provider_store_add_exception(d->ctl->db, &d->ctl->scope, &e);
	}
}

static int64_t
own_room(struct demo *d, int i)
{
	int nth = 1;

	if (people[i].kind == DEMO_NURSE)
		return d->site[people[i].site].lab_room;
	for (int j = 0; j < i; j++)
		nth += people[j].site == people[i].site;
	return add_room(d, d->site[people[i].site].id,
		arena_printf(d->ctl->arena, "Exam %d", nth), "exam");
}

static void
add_providers(struct demo *d)
{
	for (int i = 0; i < DEMO_PROVIDERS; i++) {
		struct demo_provider *p = &d->provider[i];
		const struct provider row = {
			.name = people[i].name,
			.short_name = people[i].short_name,
			.active = true,
			.npi = make_npi(d),
			.specialty = people[i].specialty,
			.languages = people[i].languages,
			.user_id = i == 0 ? d->user[DEMO_AMARA] : 0,
		};

		*p = (struct demo_provider){
			.site = people[i].site,
			.kind = people[i].kind,
			.procedures = people[i].procedures,
			.days = people[i].days,
			.leave_from = DAY_NONE,
			.leave_to = DAY_NONE,
		};
		p->id = provider_store_add(d->ctl->db, &d->ctl->scope, &row);
		p->room = own_room(d, i);
		add_week(d, p);
		add_meetings(d, p);
		if (i % 4 == 3)
			add_leave(d, p);
	}
}

static void
add_payers(struct demo *d)
{
	static const struct demo_payer payers[DEMO_PAYERS] = {
		{"Blue Shield", "BS001", "commercial", "+15550190101"},
		{"Aetna", "60054", "commercial", "+15550190102"},
		{"Cigna", "62308", "commercial", "+15550190103"},
		{"UnitedHealthcare", "87726", "commercial", "+15550190104"},
		{"Medicare Part B", "15102", "medicare", "+15550190105"},
		{"Humana Gold Plus", "61101", "medicare_advantage",
			"+15550190106"},
		{"Kentucky Medicaid", "KYMCD", "medicaid", "+15550190107"},
		{"Passport Health Plan", "61325", "medicaid", "+15550190108"},
		{"TRICARE East", "TREST", "tricare", "+15550190109"},
		{"Self-pay", "", "self_pay", ""},
	};

	for (int i = 0; i < DEMO_PAYERS; i++)
		d->payer[i] = demo_store_add_payer(
			d->ctl->db, &d->ctl->scope, &payers[i]);
}

/* The days on which all sites are shut, as init wrote them and older. */
static void
read_holidays(struct demo *d)
{
	day_t *days = arena_alloc(d->ctl->arena, 12 * 10 * sizeof(*days));
	size_t n = 0;
	int year, m, dom;

	day_split(d->today, &year, &m, &dom);
	for (int y = year - 7; y <= year + 1; y++)
		n += day_federal_holidays(y, days + n);
	d->holidays = (struct day_set){days, n};
}

int
demo_clinic(struct demo *d)
{
	if (set_clinic(d))
		return ctl_db_err(d->ctl);
	read_holidays(d);
	for (int i = 0; i < DEMO_SITES; i++)
		add_site(d, i);
	add_types(d);
	add_users(d);
	add_providers(d);
	add_payers(d);
	return db_error(d->ctl->db) ? ctl_db_err(d->ctl) : 0;
}
