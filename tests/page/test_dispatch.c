/* The dispatcher's ladder: what is refused, in which order, with what. */
#include <stdio.h>

#include "base/arena.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "tpl/tpl.h"
#include "web/web.h"

static const struct field note_fields[] = {
	{.name = "note",
		.label = "Note",
		.type = FIELD_TEXT,
		.required = true,
		.max = 20,
		.missing = "Write a note"},
	{.name = "count",
		.label = "Count",
		.type = FIELD_INT,
		.min = 1,
		.max = 9},
};
static const struct form note_form = FORM(note_fields);

static int
show_run(struct req *rq)
{
	req_tpl_in(rq, NULL, "part/empty.tpl");
	return req_html(rq);
}

static const struct page show_page = {
	.method = "GET",
	.path = "/things/:n",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_WORK_VIEW,
	.about = "A page to look at.",
	.run = show_run,
};

static int
save_run(struct req *rq)
{
	struct db_stmt *q = db_prep(rq->db,
		"INSERT INTO team (clinic_id, name) VALUES (:clinic, :name)");

	db_bind_int(q, ":clinic", rq->scope->clinic_id);
	db_bind_text(q, ":name", form_text(rq, "note"));
	if (db_exec(q) < 0)
		return req_db_err(rq);
	return req_redirect(rq, "/things/%lld", (long long)rq->o.id);
}

static int
save_again(struct req *rq)
{
	struct tpl *t = req_tpl_in(rq, NULL, "part/empty.tpl");

	form_draw(rq, t);
	return req_form_again(rq);
}

static const struct page save_page = {
	.method = "POST",
	.path = "/things/:n",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WORK_UPDATE,
	.body_max = 4096,
	.form = &note_form,
	.about = "A page that changes something.",
	.run = save_run,
	.again = save_again,
};

static int
cheat_run(struct req *rq)
{
	db_exec(db_prep(
		rq->db, "INSERT INTO team (clinic_id, name) VALUES (1, 'f')"));
	return req_body(rq, "text/plain", "wrote", 5);
}

static const struct page cheat_page = {
	.method = "GET",
	.path = "/cheat",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_WORK_VIEW,
	.about = "A GET that tries to write.",
	.run = cheat_run,
};

static const struct page *const pages[] = {
	&show_page, &save_page, &cheat_page, NULL};

static int
set_up(void **state)
{
	*state = tweb_open(pages, &staff_gate, NULL);
	return 0;
}

static int
tear_down(void **state)
{
	tweb_close(*state);
	return 0;
}

static void
nobody_is_sent_to_log_in(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_sign_in(w, NULL);
	r = tweb_get(w, "/things/1");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/login?next=/things/1");
	assert_int_equal(tweb_post(w, "/things/1", "note=a")->status, 401);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'a'"), 0);
}

static void
unknown_paths_and_methods(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_get(w, "/nothing")->status, 404);
	assert_int_equal(tweb_get(w, "/things/01")->status, 404);
	assert_int_equal(tweb_get(w, "/things/1%2f2")->status, 404);
	assert_int_equal(tweb_get(w, "/things/1?x=1")->status, 400);
	r = tweb_post(w, "/cheat", "");
	assert_int_equal(r->status, 405);
	assert_string_equal(tweb_header(r, "Allow"), "GET");
}

static void
a_change_must_be_meant(void **state)
{
	struct tweb *w = *state;
	const char *form = "application/x-www-form-urlencoded";
	char body[128];

	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_post_raw(w, "/things/1", "note=b&csrf=wrong",
				 form, "http://localhost:8080", "same-origin")
				 ->status,
		403);
	snprintf(body, sizeof(body), "note=b&csrf=%s", tweb_csrf(w));
	assert_int_equal(tweb_post_raw(w, "/things/1", body, form,
				 "http://evil.example", NULL)
				 ->status,
		403);
	assert_int_equal(
		tweb_post_raw(w, "/things/1", body, form, "null", NULL)->status,
		403);
	assert_int_equal(
		tweb_post_raw(w, "/things/1", body, form, NULL, "cross-site")
			->status,
		403);
	assert_int_equal(
		tweb_post_raw(w, "/things/1", body, form, NULL, NULL)->status,
		403);
	assert_int_equal(tweb_post_raw(w, "/things/1", body, "text/plain",
				 "http://localhost:8080", "same-origin")
				 ->status,
		415);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'b'"), 0);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event"
				     " WHERE detail = 'refused=csrf'"),
		1);
	assert_int_equal(tweb_post_raw(w, "/things/1", body, form,
				 "http://localhost:8080", NULL)
				 ->status,
		303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'b'"), 1);
}

static void
a_form_sent_twice_is_taken_once(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_post(w, "/things/5", "note=c")->status, 303);
	tweb_same_once(w);
	r = tweb_post(w, "/things/5", "note=c");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/things/5");
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'c'"), 1);
	/* Back, and other words: that is another act. */
	tweb_same_once(w);
	assert_int_equal(tweb_post(w, "/things/5", "note=cc")->status, 303);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'cc'"), 1);
	/* Another form with the same content is refused by the schema. */
	assert_int_equal(tweb_post(w, "/things/5", "note=c")->status, 409);
}

/* htmx is sent on by a header of its own; the form counts all the same. */
static void
htmx_too_sends_a_form_once(void **state)
{
	struct tweb *w = *state;
	const struct reply *r;

	tweb_sign_in(w, "nora");
	tweb_htmx(w, true);
	assert_int_equal(tweb_post(w, "/things/5", "note=h")->status, 200);
	tweb_same_once(w);
	r = tweb_post(w, "/things/5", "note=h");
	assert_int_equal(r->status, 200);
	assert_string_equal(tweb_header(r, "HX-Redirect"), "/things/5");
	tweb_htmx(w, false);
}

/* A fault that one request left behind is not the next one's. */
static void
a_fault_is_forgotten_with_its_request(void **state)
{
	struct tweb *w = *state;

	tweb_sign_in(w, "nora");
	db_begin(tweb_db(w), DB_READ);
	db_exec(db_prep(tweb_db(w), "SELECT nothing"));
	assert_non_null(db_error(tweb_db(w)));
	assert_int_equal(tweb_get(w, "/things/1")->status, 200);
}

static void
fields_are_checked_before_the_handler(void **state)
{
	struct tweb *w = *state;

	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_post(w, "/things/1", "note=")->status, 422);
	assert_int_equal(
		tweb_post(w, "/things/1", "note=d&count=10")->status, 422);
	assert_int_equal(
		tweb_post(w, "/things/1", "note=d&count=x")->status, 422);
	assert_int_equal(
		tweb_post(w, "/things/1", "note=123456789012345678901")->status,
		422);
	assert_int_equal(
		tweb_post(w, "/things/1", "note=d&note=e")->status, 400);
	assert_int_equal(
		tweb_post(w, "/things/1", "note=d&clinic_id=2")->status, 400);
	assert_int_equal(tweb_post(w, "/things/1", "note=%ff%fe")->status, 400);
	assert_int_equal(tweb_post(w, "/things/1", "note=%00")->status, 400);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'd'"), 0);
	assert_int_equal(
		tweb_post(w, "/things/1", "note=d&count=9")->status, 303);
}

static void
a_get_cannot_write(void **state)
{
	struct tweb *w = *state;

	tweb_sign_in(w, "nora");
	assert_true(tweb_get(w, "/cheat")->status >= 400);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM team WHERE name = 'f'"), 0);
}

static void
rights_and_sessions_end_at_once(void **state)
{
	struct tweb *w = *state;

	tweb_sign_in(w, "ada");
	assert_int_equal(tweb_get(w, "/things/1")->status, 403);
	tweb_sign_in(w, "nora");
	assert_int_equal(tweb_get(w, "/things/1")->status, 200);
	tweb_sql(w, "UPDATE session SET ended_at = 1 RETURNING 1");
	assert_int_equal(tweb_get(w, "/things/1")->status, 303);
	tweb_sign_in(w, "dina");
	assert_int_equal(tweb_get(w, "/things/1")->status, 303);
}

/* Idle for 15 minutes; in use, twelve hours. */
static void
sessions_run_out(void **state)
{
	struct tweb *w = *state;

	tweb_now(w, "2026-11-23T08:00:00Z");
	tweb_sign_in(w, "nora");
	tweb_now(w, "2026-11-23T08:14:59Z");
	assert_int_equal(tweb_get(w, "/things/1")->status, 200);
	tweb_now(w, "2026-11-23T08:29:00Z");
	assert_int_equal(tweb_get(w, "/things/1")->status, 200);
	tweb_now(w, "2026-11-23T08:45:00Z");
	assert_int_equal(tweb_get(w, "/things/1")->status, 303);
	tweb_now(w, "2026-11-23T15:00:00Z");
}

static void
every_view_is_audited(void **state)
{
	struct tweb *w = *state;
	long long before = tweb_sql(w, "SELECT count(*) FROM audit_event");

	tweb_sign_in(w, "nora");
	tweb_get(w, "/things/1");
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM audit_event"), before + 1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event WHERE"
				     " id = (SELECT max(id) FROM audit_event)"
				     " AND actor = 'nora' AND outcome = 'ok'"
				     " AND event = 'work.view'"),
		1);
}

/* Fail each allocation of a request in turn; the next one must work. */
static void
a_request_survives_out_of_memory(void **state)
{
	struct tweb *w = *state;
	int n, status = 503;

	tweb_sign_in(w, "nora");
	for (n = 1; status != 200; n++) {
		arena_fail_at = n;
		status = tweb_get(w, "/things/1")->status;
		arena_fail_at = 0;
		assert_true(status == 503 || status == 200);
		assert_int_equal(tweb_get(w, "/things/1")->status, 200);
	}
	assert_true(n > 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_is_sent_to_log_in),
		cmocka_unit_test(unknown_paths_and_methods),
		cmocka_unit_test(a_change_must_be_meant),
		cmocka_unit_test(a_form_sent_twice_is_taken_once),
		cmocka_unit_test(htmx_too_sends_a_form_once),
		cmocka_unit_test(a_fault_is_forgotten_with_its_request),
		cmocka_unit_test(fields_are_checked_before_the_handler),
		cmocka_unit_test(a_get_cannot_write),
		cmocka_unit_test(rights_and_sessions_end_at_once),
		cmocka_unit_test(sessions_run_out),
		cmocka_unit_test(every_view_is_audited),
		cmocka_unit_test(a_request_survives_out_of_memory),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
