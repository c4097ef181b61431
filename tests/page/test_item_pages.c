/* Today, the follow-ups and what is done to open items: tests/RULES.md,
 * "Open loops". It is Monday 23 November 2026, 10:00 in New York. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "db/db.h"
#include "lib/staff.h"
#include "lib/test.h"
#include "store/item_store.h"

static int
set_up(void **state)
{
	(void)state;
	return staff_open("work.sql", "nora");
}

static int
times(const char *hay, const char *needle)
{
	int n = 0;

	for (; (hay = strstr(hay, needle)); hay++)
		n++;
	return n;
}

/* The number beside a tab. */
static int
tab(const char *body, const char *label)
{
	char mark[64];
	const char *at;

	snprintf(mark, sizeof(mark), "%s <span class=\"c\">", label);
	at = strstr(body, mark);
	return at ? (int)strtol(at + strlen(mark), NULL, 10) : -1;
}

static void
today_is_mine_and_nobodys_late_first(void **state)
{
	const char *b = get("/today", 200);

	(void)state;
	assert_has(b, "Call about A1c &lt;9.4&gt;");
	assert_has(b, "4 days late");
	assert_has(b, "Did not come");
	assert_has(b, "Delgado, Rosa");
	assert_lacks(b, "Confirm Tue 24 Nov"); /* fred's */
	assert_lacks(b, "Cardiology");	       /* far away */
	assert_lacks(b, "canary");
	assert_true(strstr(b, "Overdue · 1") < strstr(b, "Due today · 1"));
	assert_true(strstr(b, "Due today · 1") < strstr(b, "Next 7 days · 1"));
	assert_int_equal(tab(b, "All"), 3);
	assert_int_equal(tab(b, "Follow-ups"), 1);
	assert_int_equal(times(b, "name=\"item\""), 3);
	assert_has(b, "Bayside Heart");
	assert_has(b, "2 items have no owner,");
}

static void
an_address_is_a_saved_view(void **state)
{
	const char *b = get("/today?owner=all", 200);

	(void)state;
	assert_int_equal(tab(b, "All"), 4);
	assert_has(b, "by 11:00");
	b = get("/today?owner=u2", 200);
	assert_int_equal(times(b, "name=\"item\""), 1);
	assert_has(b, "href=\"/today?queue=visits&amp;owner=u2\"");
	b = get("/today?queue=visits&owner=all", 200);
	assert_int_equal(times(b, "name=\"item\""), 2);
	b = get("/today?owner=nobody&when=open", 200);
	assert_int_equal(times(b, "name=\"item\""), 2);
	b = get("/today?owner=all&when=waiting", 200);
	assert_has(b, "Cardiology");
	b = get("/today?owner=all&sort=patient&when=open", 200);
	assert_true(strstr(b, "Delgado") < strstr(b, "Whitfield"));
	assert_has(get("/today?owner=all&sort=patient", 200),
		"href=\"/today/print?owner=all&amp;sort=patient\"");
	b = get("/today?owner=u999", 200);
	assert_has(b, "No items match these filters.");
	b = get("/today?owner=nonsense&queue=x&sort=1&when=9", 200);
	assert_int_equal(tab(b, "All"), 3);
	b = get("/followups", 200);
	assert_int_equal(times(b, "name=\"item\""), 1);
	b = get("/today/print?owner=all", 200);
	assert_has(b, "Confirm Tue 24 Nov");
	assert_lacks(b, "name=\"item\"");
	assert_has(b, "by Nora Quist");
}

static void
the_badge_is_the_number_of_rows(void **state)
{
	(void)state;
	assert_has(get("/today", 200), "Today<span class=\"n hot\">3<span");
	post("/items/61/done", "version=1&proof=note&note=Spoke+to+her", 303);
	assert_has(get("/today", 200), "Today<span class=\"n\">2<span");
}

static void
done_needs_proof(void **state)
{
	const char *b =
		post("/items/61/done", "version=1&proof=note&note=ok", 422);

	(void)state;
	assert_has(b, "Say in a few words what was done.");
	assert_has(b, ">ok</textarea>");
	post("/items/61/done", "version=1&proof=&note=Spoke+to+her", 422);
	post("/items/61/done", "version=1&proof=attempt:99", 422);
	post("/items/61/done", "version=1&proof=appointment:79", 422);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE closed_at IS NOT NULL"),
		0);
	b = post("/items/61/attempt",
		"version=1&outcome=voicemail&channel=phone&finish=1", 422);
	assert_has(b, "not a contact");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM attempt"), 0);
	post("/items/61/attempt",
		"version=1&outcome=reached&channel=phone&person=Rosa&"
		"said=Will+come&finish=1",
		303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM work_item WHERE id = 61"
			    " AND state = 'done'"
			    " AND evidence_type = 'attempt'"),
		1);
	assert_has(get("/items/61", 200), "Will come");
}

static void
undo_is_offered_for_ten_minutes(void **state)
{
	(void)state;
	assert_string_equal(
		post("/items/61/done",
			"version=1&proof=appointment:71&note=", 303),
		"/today");
	assert_has(get("/today", 200), "action=\"/items/61/undo?version=2\"");
	/* Not from a page older than that. */
	post("/items/61/undo?version=1", "", 409);
	post("/items/61/undo", "", 409);
	post("/items/61/undo?version=2", "", 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item WHERE"
				     " id = 61 AND state = 'new'"),
		1);
	post("/items/61/cancel", "version=3&reason=Moved+to+another+town", 303);
	tweb_now(w, "2026-11-23T15:10:01Z");
	assert_lacks(get("/items/61", 200), "Undo last change");
	assert_has(post("/items/61/undo?version=4", "", 409), "10 minutes");
}

static void
two_people_at_once(void **state)
{
	const char *b;

	(void)state;
	post("/items/61/done", "version=1&proof=note&note=Spoke+to+her", 303);
	tweb_sign_in(w, "sue");
	b = post("/items/61/done", "version=1&proof=note&note=I+did+it+too!",
		409);
	assert_has(b, "Nora Quist changed this item");
	assert_has(b, "href=\"/items/61\"");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_event"
				     " WHERE item_id = 61"),
		1);
}

static void
another_clinics_item_is_not_there(void **state)
{
	(void)state;
	get("/items/69", 404);
	get("/followups/69", 404);
	post("/items/69/done", "version=1&proof=note&note=Spoke+to+her", 404);
	post("/items/69/assign", "version=1&owner=u1", 404);
	post("/items/bulk", "do=due&due=2026-11-30&item=69&back=", 404);
	get("/followups/new?patient=8", 404);
	post("/followups",
		"patient=8&kind=followup&title=x&due=2026-11-30&owner=u1&"
		"priority=2",
		404);
	assert_has(post("/items/61/assign", "version=1&owner=u8", 422),
		"of this clinic");
}

static void
desks_take_but_do_not_give(void **state)
{
	const char *b;

	(void)state;
	tweb_sign_in(w, "fred");
	get("/items/65", 404); /* clinical, and kim's */
	assert_lacks(get("/today?owner=all", 200), "A1c");
	b = get("/items/64", 200);
	assert_lacks(b, "Kim Soto</option>");
	post("/items/63/assign", "version=1&owner=u5", 422);
	post("/items/63/assign", "version=1&owner=u2", 303);
	tweb_sign_in(w, "bill");
	b = get("/items/63", 200);
	assert_has(b, "This item is with Fred Oduya.");
	post("/items/63/due", "version=2&due=2026-11-30", 403);
	tweb_sign_in(w, "sue");
	post("/items/63/assign", "version=2&owner=u3", 303);
	tweb_sign_in(w, "ada");
	get("/today", 403);
	get("/items/63", 403);
	assert_string_equal(tweb_location(tweb_get(w, "/")), "/admin");
}

static void
several_at_once(void **state)
{
	const char *to;

	(void)state;
	to = post("/items/bulk",
		"do=assign&owner=u5&due=&note=&item=61&item=63&"
		"back=today:all:all:week:patient",
		303);
	assert_string_equal(to, "/today?owner=all&sort=patient");
	assert_has(get("/today", 200), "Owner changed for 2 items.");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE owner_id = 5"),
		3);
	post("/items/undo/1", "", 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE owner_id = 5"),
		1);
	post("/items/bulk", "do=due&owner=&due=&note=&item=61&back=", 422);
	post("/items/bulk",
		"do=due&owner=&due=2026-11-22&note=&item=61&back=", 422);
	assert_has(post("/items/bulk",
			   "do=done&owner=&due=&note=ok&item=61&back=", 422),
		"Call about A1c");
	assert_has(post("/items/bulk",
			   "do=done&owner=&due=&note=Seen+at+the+visit&back=",
			   422),
		"Tick at least one");
	post("/items/bulk",
		"do=done&owner=&due=&note=Seen+at+the+visit&item=61&item=64&"
		"back=x",
		303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE state = 'done'"),
		2);
	/* One that is closed stops all: nothing of it is kept. */
	post("/items/bulk",
		"do=assign&owner=u5&due=&note=&item=63&item=61&back=", 409);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM work_item"
				     " WHERE id = 63 AND owner_id IS NULL"),
		1);
}

static void
a_follow_up_is_opened(void **state)
{
	const char *to;

	(void)state;
	assert_has(get("/followups/new?patient=7", 200), "Delgado, Rosa");
	assert_has(get("/followups/new?patient=7", 200), "2026-11-24");
	post("/followups",
		"patient=7&kind=followup&title=&due=2026-11-30&owner=u1&"
		"priority=2",
		422);
	to = post("/followups",
		"patient=7&kind=discharge_call&title=Call+after+stay&"
		"due=2026-11-24&by=11:00&owner=t1&priority=1",
		303);
	assert_has(get(to, 200), "Call after stay");
	assert_has(get("/followups", 200), "Tue 24 Nov 11:00");
	tweb_sign_in(w, "fred");
	assert_has(post("/followups",
			   "patient=7&kind=followup&title=Do+it&"
			   "due=2026-11-30&owner=u1&priority=2",
			   422),
		"not for others");
}

static void
add_items(int n)
{
	struct scope sc = {.clinic_id = 1, .user_id = 1};

	assert_int_equal(db_begin(tweb_db(w), DB_WRITE), 0);
	for (int i = 0; i < n; i++) {
		struct item it = {.kind = ITEM_FOLLOWUP,
			.patient_id = i % 2 ? 7 : 10,
			.subject_type = "",
			.title = "One of many",
			.detail = "",
			.next_step = "",
			.priority = 2,
			.due_at = 1795446000 + i * 600,
			.opened_at = 1795446000,
			.opened_by = 1};

		assert_true(item_store_add(tweb_db(w), &sc, &it) > 0);
	}
	assert_int_equal(db_commit(tweb_db(w)), 0);
}

static int
cost(const char *path)
{
	get(path, 200);
	db_statements(tweb_db(w));
	get(path, 200);
	return db_statements(tweb_db(w));
}

/* The same two patients are shown: each is a row of the audit log. */
static void
today_costs_the_same_whatever_is_open(void **state)
{
	int few, many;
	const char *b;

	(void)state;
	add_items(10);
	few = cost("/today?queue=followups");
	add_items(390);
	many = cost("/today?queue=followups");
	print_message("# %d statements\n", many);
	assert_int_equal(few, many);
	b = get("/today?owner=all", 200);
	assert_int_equal(times(b, "name=\"item\""), 50);
	assert_has(b, "50 of 404 shown");
	assert_has(b, "rel=\"next\"");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, staff_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(today_is_mine_and_nobodys_late_first),
		TEST(an_address_is_a_saved_view),
		TEST(the_badge_is_the_number_of_rows),
		TEST(done_needs_proof),
		TEST(undo_is_offered_for_ten_minutes),
		TEST(two_people_at_once),
		TEST(another_clinics_item_is_not_there),
		TEST(desks_take_but_do_not_give),
		TEST(several_at_once),
		TEST(a_follow_up_is_opened),
		TEST(today_costs_the_same_whatever_is_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
