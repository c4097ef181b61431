/* The pages of the waitlist: tests/RULES.md, "The waitlist". It is Monday 23
 * November 2026, 10:00 in New York; visits 41 (9:00) and 42 (10:00) are a
 * week later. */
#include <stdio.h>
#include <string.h>

#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"

static struct tweb *w;

static int
set_up(void **state)
{
	(void)state;
	w = tweb_open(staff_pages, &staff_gate, "schedule.sql");
	tweb_sign_in(w, "fred");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tweb_close(w);
	return 0;
}

static const char *
get(const char *path, int status)
{
	const struct reply *r = tweb_get(w, path);

	if (r->status != status)
		fail_msg("%s: %d\n%.3000s", path, r->status, r->body);
	return r->body;
}

static const char *
post(const char *path, const char *body, int status)
{
	const struct reply *r = tweb_post(w, path, body);

	if (r->status != status)
		fail_msg("%s: %d\n%.3000s", path, r->status, r->body);
	return status == 303 ? tweb_location(r) : r->body;
}

#define WISH(latest, urgency)                                                  \
	"earliest=2026-11-23&latest=" latest "&weekdays=1&weekdays=3&"         \
	"parts=1&provider=&site=1&notice=120&urgency=" urgency                 \
	"&channel=phone&note=Works+nights"

/* Visit 42 of patient 11; where its entry is. */
static const char *
joined(void)
{
	static char at[64];

	snprintf(at, sizeof(at), "%s",
		post("/appointments/42/waitlist", WISH("2026-12-04", "2"),
			303));
	return at;
}

static const char *
of(const char *entry, const char *what)
{
	static char path[96];

	snprintf(path, sizeof(path), "%s%s", entry, what);
	return path;
}

static void
who_has_a_visit_may_wish_for_an_earlier_one(void **state)
{
	const char *b = get("/appointments/42", 200), *entry;

	(void)state;
	assert_has(b, "href=\"/appointments/42/waitlist\"");
	b = get("/appointments/42/waitlist", 200);
	assert_has(b, "Nguyễn");
	assert_has(b, "value=\"2026-11-23\"");
	entry = joined();
	b = get(entry, 200);
	assert_has(b, "Added to the waitlist.");
	assert_has(b, "Works nights");
	assert_has(b, "Soon");
	b = get("/waitlist", 200);
	assert_has(b, "Nguyễn");
	assert_has(b, "Waiting");
	assert_lacks(get("/waitlist?show=urgent", 200), "Nguyễn");
	/* The same wish twice is one. */
	b = post("/appointments/42/waitlist", WISH("", "1"), 422);
	assert_has(b, "waits for such a visit already");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM waitlist_entry"), 1);
}

static void
mistakes_are_said_at_their_field(void **state)
{
	const char *b;

	(void)state;
	b = post("/appointments/42/waitlist", WISH("2026-11-20", "2"), 422);
	assert_has(b, "cannot be before the earliest");
	assert_has(b, "Works nights");
	b = post("/appointments/42/waitlist",
		"earliest=2026-11-23&latest=&provider=&site=&notice=0&"
		"urgency=2&channel=phone&note=",
		422);
	assert_has(b, "Choose at least one day");
	assert_has(b, "Choose at least one part of day");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM waitlist_entry"), 0);
}

static void
only_a_booked_visit_to_come_has_an_earlier_time(void **state)
{
	(void)state;
	post("/appointments/42/cancel",
		"by=patient&reason=time&note=&version=1&next=call", 303);
	assert_lacks(get("/appointments/42", 200), "/42/waitlist");
	assert_has(get("/appointments/42/waitlist", 409), "Cancelled");
	post("/appointments/42/waitlist", WISH("", "2"), 409);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM waitlist_entry"), 0);
}

static void
an_entry_is_changed_by_one_at_a_time(void **state)
{
	const char *entry = joined();
	const char *b = get(of(entry, "/edit"), 200);

	(void)state;
	assert_has(b, "value=\"2026-12-04\"");
	assert_has(b, "Works nights");
	assert_string_equal(
		post(entry, WISH("2026-12-11", "1") "&version=1", 303), entry);
	b = get(entry, 200);
	assert_has(b, "Waitlist entry changed.");
	assert_has(b, "Urgent");
	/* Whoever saw it as it was looks it over before saving again. */
	b = post(entry, WISH("2026-12-18", "3") "&version=1", 409);
	assert_has(b, "Somebody else changed this entry");
	assert_has(b, "value=\"2026-12-18\"");
	assert_has(b, "name=\"version\" value=\"2\"");
	post(entry, WISH("2026-12-18", "3") "&version=2", 303);
	assert_has(get(entry, 200), "Routine");
}

static void
leaving_has_a_reason(void **state)
{
	const char *entry = joined();

	(void)state;
	post(of(entry, "/remove"), "reason=&note=", 422);
	post(of(entry, "/remove"), "reason=unreachable&note=", 303);
	assert_has(get(entry, 200), "Could not be reached");
	assert_lacks(get("/waitlist", 200), "Nguyễn");
	assert_has(get("/waitlist?show=ended", 200), "Nguyễn");
	assert_has(get(of(entry, "/edit"), 409), "has ended");
	post(of(entry, "/remove"), "reason=error&note=", 409);
}

static void
a_freed_time_is_held_for_who_waits(void **state)
{
	const char *entry = joined(), *b;
	char form[64];

	(void)state;
	/* While the visit stands there is nothing to offer. */
	assert_has(get("/appointments/41/offers", 200),
		"Nobody else waits for a time like this.");
	post("/appointments/41/cancel",
		"by=patient&reason=time&note=&version=1&next=call", 303);
	assert_has(get("/appointments/41", 200), "/appointments/41/offers");
	b = get("/appointments/41/offers", 200);
	assert_has(b, "Nguyễn");
	post("/appointments/41/offers", "how=turns", 422);
	snprintf(form, sizeof(form), "entry=%s&how=turns",
		strrchr(entry, '/') + 1);
	post("/appointments/41/offers", form, 303);
	assert_has(get(entry, 200), "Offered until");
	b = get("/appointments/41/offers", 200);
	assert_has(b, "Takes it");
	assert_lacks(b, "Offer it<");
	/* Nobody else gets it meanwhile. */
	b = post("/appointments",
		"patient=10&type=2&slot=1.1.1796047200&mode=&reason=&note=",
		409);
	assert_has(b, "offered to somebody on the waitlist");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE start_at = 1796047200"
				     " AND status <> 'cancelled'"),
		0);
}

/* The offer that the one entry got; 41's time is freed for it. */
static const char *
offered(void)
{
	static char at[64];
	char form[64];

	snprintf(form, sizeof(form), "entry=%s&how=turns",
		strrchr(joined(), '/') + 1);
	post("/appointments/41/cancel",
		"by=patient&reason=time&note=&version=1&next=call", 303);
	post("/appointments/41/offers", form, 303);
	snprintf(at, sizeof(at), "/waitlist/offers/%lld",
		(long long)tweb_sql(w, "SELECT max(id) FROM waitlist_offer"));
	return at;
}

static void
an_answer_by_telephone_is_recorded(void **state)
{
	const char *offer = offered(), *to;

	(void)state;
	to = post(offer, "answer=accept", 303);
	assert_has(get(to, 200), "The earlier time is theirs.");
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE patient_id = 11"
				     " AND start_at = 1796047200"
				     " AND status = 'booked'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM appointment"
				     " WHERE id = 42 AND status = 'cancelled'"),
		1);
	assert_has(get("/waitlist?show=ended", 200), "Booked");
	/* It cannot be taken twice. */
	post(offer, "answer=accept", 409);
	post(offer, "answer=withdraw", 409);
}

static void
who_declines_stays_on_the_list(void **state)
{
	const char *offer = offered();

	(void)state;
	post(offer, "answer=decline", 303);
	assert_has(get("/waitlist", 200), "Nguyễn");
	post(offer, "answer=accept", 409);
	post("/appointments",
		"patient=10&type=2&slot=1.1.1796047200&mode=&reason=&note=",
		303);
}

static void
an_offer_can_be_taken_back(void **state)
{
	const char *offer = offered();

	(void)state;
	post(offer, "answer=withdraw", 303);
	post(offer, "answer=accept", 409);
	assert_has(get("/appointments/41/offers", 200), "Offer it<");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			who_has_a_visit_may_wish_for_an_earlier_one, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			mistakes_are_said_at_their_field, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			only_a_booked_visit_to_come_has_an_earlier_time, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			an_entry_is_changed_by_one_at_a_time, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			leaving_has_a_reason, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_freed_time_is_held_for_who_waits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_answer_by_telephone_is_recorded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			who_declines_stays_on_the_list, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			an_offer_can_be_taken_back, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
