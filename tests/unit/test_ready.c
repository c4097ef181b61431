/* Readiness and warnings: tests/RULES.md, "Needs of a visit". */
#include "base/arena.h"
#include "base/show.h"
#include "domain/ready.h"
#include "lib/test.h"

#define DAY 86400
#define NOON 1795712400 /* Thu 26 Nov 2026 12:00 in New York */

static struct arena *a;
static struct show show;
static const struct day_set none;

static int
set_up(void **state)
{
	(void)state;
	a = arena_new();
	show = (struct show){.arena = a,
		.zone = zone_find("America/New_York"),
		.today = day_of(2026, 11, 23),
		.now = NOON - 3 * DAY,
		.clock24 = true};
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static struct ready_facts
facts(void)
{
	return (struct ready_facts){
		.type_id = 2,
		.start = NOON,
		.on = day_of(2026, 11, 26),
		.today = day_of(2026, 11, 23),
		.holidays = &none,
		.mode = "in_person",
		.language = "es",
		.patient = {.interpreter_mode = "",
			.interpreter_sex = "",
			.transport = "",
			.pickup_place = "",
			.mobility = ""},
		.type = {.consents = "", .forms = ""},
		.blind = true,
	};
}

static void
add_auth(struct ready_facts *f, const char *status, int units, day_t from,
	day_t to)
{
	*ARENA_PUSH(a, &f->auths) = (struct prior_auth){
		.id = (int64_t)f->auths.n + 1,
		.type_id = 2,
		.service = "",
		.number = "12345",
		.status = status,
		.note = "",
		.type_name = "",
		.units = units,
		.from = from,
		.to = to,
	};
}

/* Visits of the type, a day apart, the last the day before ours. */
static void
add_uses(struct ready_facts *f, int n)
{
	for (int i = n; i > 0; i--)
		*ARENA_PUSH(a, &f->uses) = (struct ready_use){
			.visit_id = 100 + i,
			.type_id = 2,
			.start = NOON - i * DAY,
			.on = f->on - i,
		};
}

static const char *
first(const struct ready_facts *f)
{
	struct ready_warnings out = {0};

	ready_warn(&show, f, &out);
	return out.n > 0 ? out.v[0].text : "";
}

static void
plan(struct ready_facts *f)
{
	f->needs = (struct needs){0};
	ready_plan(a, f, &f->needs);
}

static void
an_authorization_that_ends_before_is_named(void **state)
{
	struct ready_facts f = facts();

	(void)state;
	f.type.auth = true;
	plan(&f);
	assert_string_equal(first(&f),
		"This visit needs an authorization, and none is recorded.");
	add_auth(&f, "approved", 0, DAY_NONE, f.on - 1);
	assert_string_equal(first(&f),
		"Authorization 12345 ends 25 Nov 2026, before this visit.");
	f.auths.v[0].to = f.on; /* its last day is a day */
	assert_string_equal(first(&f), "");
	f.auths.v[0].from = f.on + 1;
	f.auths.v[0].to = DAY_NONE;
	assert_string_equal(first(&f),
		"Authorization 12345 begins 27 Nov 2026, after this visit.");
}

static void
units_are_counted_from_visits(void **state)
{
	struct ready_facts f = facts();

	(void)state;
	f.type.auth = true;
	plan(&f);
	add_auth(&f, "approved", 12, day_of(2026, 1, 1), DAY_NONE);
	add_uses(&f, 8); /* this is the ninth of twelve: nothing to say */
	assert_string_equal(first(&f), "");
	f.uses.n = 0;
	add_uses(&f, 10);
	assert_string_equal(first(&f),
		"Authorization 12345: 1 of 12 visits left after this one.");
	f.uses.n = 0;
	add_uses(&f, 12);
	assert_string_equal(first(&f),
		"Authorization 12345 is used up: 12 of 12 visits are booked "
		"or done.");
	/* The place of one of them: that one is free again. */
	f.except = f.uses.v[0].visit_id;
	assert_string_equal(first(&f),
		"Authorization 12345: 0 of 12 visits left after this one.");
	/* A visit of another type uses none. */
	f.except = 0;
	f.uses.v[0].type_id = 3;
	assert_int_equal(ready_auth(&f).grant, GRANT_OK);
}

/* Of thirteen booked visits the last is the one that is not covered. */
static void
the_line_goes_by_time(void **state)
{
	struct ready_facts f = facts();

	(void)state;
	add_auth(&f, "approved", 12, DAY_NONE, DAY_NONE);
	add_uses(&f, 13);
	f.visit_id = f.uses.v[11].visit_id;
	f.start = f.uses.v[11].start;
	assert_int_equal(ready_auth(&f).grant, GRANT_OK);
	f.visit_id = f.uses.v[12].visit_id;
	f.start = f.uses.v[12].start;
	assert_int_equal(ready_auth(&f).grant, GRANT_EXHAUSTED);
}

static void
the_best_authorization_decides(void **state)
{
	struct ready_facts f = facts();
	struct visit_need n = need_new(NEED_AUTHORIZATION);

	(void)state;
	assert_int_equal(ready_told(&f, &n), NEED_NEEDED);
	add_auth(&f, "denied", 0, DAY_NONE, DAY_NONE);
	assert_int_equal(ready_told(&f, &n), NEED_FAILED);
	add_auth(&f, "pending", 0, DAY_NONE, DAY_NONE);
	assert_int_equal(ready_told(&f, &n), NEED_REQUESTED);
	add_auth(&f, "approved", 0, DAY_NONE, DAY_NONE);
	assert_int_equal(ready_told(&f, &n), NEED_CONFIRMED);
	/* What somebody said stands. */
	n.by_hand = true;
	n.state = NEED_FAILED;
	assert_int_equal(ready_told(&f, &n), NEED_FAILED);
}

static void
coverage_of_the_day_is_looked_for(void **state)
{
	struct ready_facts f = facts();
	struct coverage c = {.payer = "Blue Shield",
		.plan_name = "PPO",
		.status = "active",
		.start = DAY_NONE,
		.end = day_of(2026, 10, 31)};

	(void)state;
	f.blind = false;
	assert_string_equal(
		first(&f), "No insurance is recorded for this patient.");
	*ARENA_PUSH(a, &f.policies) = c;
	assert_string_equal(first(&f),
		"Blue Shield PPO ended 31 Oct 2026: no coverage on the day of "
		"this visit.");
	f.policies.v[0].end = f.on;
	assert_string_equal(first(&f), "");
	f.policies.v[0].end = DAY_NONE;
	f.policies.v[0].start = f.on + 1;
	assert_string_equal(first(&f),
		"Blue Shield PPO begins 27 Nov 2026, after this visit: no "
		"coverage on its day.");
}

static void
patient_and_type_bring_their_needs(void **state)
{
	struct ready_facts f = facts();

	(void)state;
	f.interpreter = true;
	f.patient.transport = "nemt";
	f.patient.wheelchair = true;
	f.patient.mobility = "Lift table";
	f.type.referral = true;
	f.type.telehealth = true;
	f.type.forms = "Intake\r\n\nPHQ-9\nIntake";
	plan(&f);
	assert_int_equal(f.needs.n, 6);
	assert_string_equal(
		need_title(a, &f.needs.v[0]), "Interpreter, Spanish");
	assert_string_equal(need_title(a, &f.needs.v[1]),
		"Transport, Medicaid ride (NEMT), wheelchair");
	assert_string_equal(need_title(a, &f.needs.v[3]), "Form: Intake");
	assert_string_equal(need_title(a, &f.needs.v[4]), "Form: PHQ-9");
	assert_int_equal(needs_missing(&f.needs), 6);
	/* Nobody travels to a screen; but consent is asked for. */
	f.mode = "video";
	plan(&f);
	assert_int_equal(f.needs.n, 5);
	assert_int_equal(f.needs.v[1].kind, NEED_CONSENT);
	assert_int_equal(f.needs.v[1].state, NEED_NEEDED);
	f.telehealth_given = true;
	plan(&f);
	assert_int_equal(f.needs.v[1].state, NEED_CONFIRMED);
}

static void
a_ride_that_near_says_so(void **state)
{
	struct ready_facts f = facts();

	(void)state;
	f.patient.transport = "taxi";
	plan(&f);
	assert_string_equal(first(&f),
		"Transport, Taxi: not arranged yet, and rides need three "
		"business days.");
	f.on += 7;
	assert_string_equal(first(&f), "Transport, Taxi: not arranged yet.");
	f.needs.v[0].state = NEED_CONFIRMED;
	assert_string_equal(first(&f), "");
}

static void
three_business_days_ahead(void **state)
{
	day_t thanksgiving = day_of(2026, 11, 26);
	const struct day_set holidays = {&thanksgiving, 1};
	day_t monday = day_of(2026, 11, 23);

	(void)state;
	/* Tuesday, Wednesday, and Friday: Thursday is a holiday. */
	assert_true(ready_due(day_of(2026, 11, 27), monday, &holidays));
	assert_false(ready_due(day_of(2026, 11, 28), monday, &holidays));
	assert_true(ready_due(monday, monday, &holidays));
	assert_false(ready_due(monday - 1, monday, &holidays));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(an_authorization_that_ends_before_is_named),
		CASE(units_are_counted_from_visits),
		CASE(the_line_goes_by_time),
		CASE(the_best_authorization_decides),
		CASE(coverage_of_the_day_is_looked_for),
		CASE(patient_and_type_bring_their_needs),
		CASE(a_ride_that_near_says_so),
		CASE(three_business_days_ahead),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
