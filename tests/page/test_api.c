/* The interface for other programs, through the dispatcher: keys, free
 * times, visits booked, moved and cancelled. tests/RULES.md, "The
 * interface". It is Monday 23 November 2026, 10:00 in New York. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/token.h"
#include "codec/fhir/js.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "web/gate.h"

#define JSON "application/fhir+json"

static struct tweb *w;

/* A key of fred's, the front desk; one of bill's, who may not book; one of
 * the other clinic's; one run out, one revoked, one of a disabled user. */
static const struct {
	const char *token;
	int user, clinic;
	long long expires;
	const char *revoked;
} keys[] = {
	{"fred-key", 2, 1, 4000000000, "NULL"},
	{"bill-key", 3, 1, 4000000000, "NULL"},
	{"carl-key", 8, 2, 4000000000, "NULL"},
	{"old-key", 2, 1, 1000, "NULL"},
	{"gone-key", 2, 1, 4000000000, "5"},
	{"dina-key", 9, 1, 4000000000, "NULL"},
};

static int
add_key(size_t i)
{
	struct db *db = tweb_db(w);
	char hash[TOKEN_HASH_SIZE];
	struct db_stmt *q;

	token_hash(keys[i].token, hash);
	q = db_prep(db,
		"INSERT INTO api_key (clinic_id, user_id, name, token_hash,"
		" created_at, created_by, expires_at, revoked_at, revoked_by)"
		" VALUES (:clinic, :user, 'Phones', :hash, 1, 7, :until,"
		" CASE WHEN :gone = 1 THEN 5 END,"
		" CASE WHEN :gone = 1 THEN 7 END)");
	db_bind_int(q, ":clinic", keys[i].clinic);
	db_bind_int(q, ":user", keys[i].user);
	db_bind_text(q, ":hash", hash);
	db_bind_int(q, ":until", keys[i].expires);
	db_bind_bool(q, ":gone", strcmp(keys[i].revoked, "NULL") != 0);
	return db_exec(q) < 0 ? -1 : 0;
}

static int
set_up(void **state)
{
	(void)state;
	w = tweb_open(api_pages, &api_gate, "schedule.sql");
	if (db_begin(tweb_db(w), DB_WRITE) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (add_key(i) < 0)
			return -1;
	if (db_commit(tweb_db(w)) < 0)
		return -1;
	tweb_bearer(w, "fred-key");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tweb_close(w);
	return 0;
}

static const struct js *
read_reply(const struct reply *r)
{
	struct js_error bad;
	const struct js *o = js_read(tweb_arena(w), r->body, r->body_len, &bad);

	assert_string_equal(r->type, JSON);
	assert_non_null(o);
	return o;
}

static const char *
issue_code(const struct reply *r)
{
	const struct js *o = read_reply(r);

	assert_string_equal(js_text(o, "resourceType"), "OperationOutcome");
	return js_text(js_get(o, "issue")->child, "code");
}

/* 14:40 in UTC on Monday 30 November is 09:40 in New York. */
static const char booking[] =
	"{\"resourceType\":\"Appointment\",\"status\":\"booked\","
	"\"serviceType\":[{\"coding\":[{\"code\":\"2\"}]}],"
	"\"start\":\"2026-11-30T09:40:00-05:00\",\"description\":\"Knee\","
	"\"participant\":[{\"actor\":{\"reference\":\"Patient/10\"},"
	"\"status\":\"accepted\"},{\"actor\":{\"reference\":"
	"\"Practitioner/1\"},\"status\":\"accepted\"},{\"actor\":"
	"{\"reference\":\"Location/1\"},\"status\":\"accepted\"}]}";

static const struct reply *
book(const char *json)
{
	return tweb_send(w, "POST", "/fhir/Appointment", JSON, json);
}

static void
only_a_valid_key_opens(void **state)
{
	static const char *const shut[] = {
		NULL, "", "wrong", "old-key", "gone-key", "dina-key"};
	const struct reply *r;

	(void)state;
	for (size_t i = 0; i < sizeof(shut) / sizeof(shut[0]); i++) {
		tweb_bearer(w, shut[i]);
		r = tweb_get(w, "/fhir/Appointment/41");
		assert_int_equal(r->status, 401);
		assert_string_equal(issue_code(r), "login");
		assert_string_equal(
			tweb_header(r, "WWW-Authenticate"), "Bearer");
		assert_int_equal(book(booking)->status, 401);
	}
	assert_int_equal(tweb_get(w, "/fhir/metadata")->status, 200);
	read_reply(tweb_get(w, "/fhir/metadata"));
	tweb_bearer(w, "fred-key");
	assert_int_equal(tweb_get(w, "/fhir/Appointment/41")->status, 200);
}

/* What the person may not do the key may not, and is written down. */
static void
a_key_may_what_its_person_may(void **state)
{
	const struct reply *r;

	(void)state;
	tweb_bearer(w, "bill-key");
	assert_int_equal(tweb_get(w, "/fhir/Appointment/41")->status, 200);
	r = book(booking);
	assert_int_equal(r->status, 403);
	assert_string_equal(issue_code(r), "forbidden");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event WHERE"
				     " program = 'api' AND outcome = 'denied'"
				     " AND actor = 'bill' AND user_id = 3"),
		1);
}

static void
another_clinics_visit_is_not_there(void **state)
{
	const struct reply *r;

	(void)state;
	r = tweb_get(w, "/fhir/Appointment/49");
	assert_int_equal(r->status, 404);
	assert_string_equal(issue_code(r), "not-found");
	assert_lacks(r->body, "anary");
	tweb_bearer(w, "carl-key");
	assert_int_equal(tweb_get(w, "/fhir/Appointment/49")->status, 200);
	assert_int_equal(tweb_get(w, "/fhir/Appointment/41")->status, 404);
}

static void
a_visit_is_booked_once(void **state)
{
	const struct reply *r;
	const struct js *o;

	(void)state;
	r = book(booking);
	assert_int_equal(r->status, 201);
	o = read_reply(r);
	assert_string_equal(js_text(o, "status"), "booked");
	assert_string_equal(js_text(o, "start"), "2026-11-30T14:40:00Z");
	assert_string_equal(js_text(o, "end"), "2026-11-30T15:00:00Z");
	assert_has(tweb_location(r), "/fhir/Appointment/");
	assert_lacks(r->body, "Whitfield");
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
			    " patient_id = 10 AND start_at = 1796049600"
			    " AND source = 'api' AND created_by = 2"
			    " AND reason = 'Knee' AND status = 'booked'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM audit_event WHERE"
				     " event = 'visit.book' AND actor = 'fred'"
				     " AND patient_id = 10"
				     " AND detail LIKE 'key=%'"),
		1);
	r = book(booking);
	assert_int_equal(r->status, 409);
	assert_string_equal(issue_code(r), "conflict");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
				     " start_at = 1796049600"),
		1);
}

/* The loser gets three other times, and the nearest can be booked. */
static void
the_loser_is_offered_others(void **state)
{
	const struct js *issue;
	char body[600];
	int others = 0;

	(void)state;
	assert_int_equal(book(booking)->status, 201);
	issue = js_get(read_reply(book(booking)), "issue")->child->next;
	for (; issue != NULL; issue = issue->next) {
		const char *slot = js_text(issue, "diagnostics");

		others++;
		assert_string_equal(js_text(issue, "code"), "informational");
		snprintf(body, sizeof(body),
			"{\"resourceType\":\"Appointment\",\"status\":"
			"\"booked\",\"serviceType\":[{\"coding\":[{\"code\":"
			"\"2\"}]}],\"slot\":[{\"reference\":\"%s\"}],"
			"\"participant\":[{\"actor\":{\"type\":\"Patient\","
			"\"identifier\":{\"value\":\"101317\"}}}]}",
			slot);
		if (others == 1)
			assert_int_equal(book(body)->status, 201);
	}
	assert_int_equal(others, 3);
}

static void
free_times_can_be_booked(void **state)
{
	const struct reply *r =
		tweb_get(w, "/fhir/Slot?service-type=2&schedule=Schedule%2F1"
			    "&start=ge2026-11-30&_count=5");
	const struct js *o = read_reply(r), *e;
	int n = 0;

	(void)state;
	assert_int_equal(r->status, 200);
	assert_string_equal(js_text(o, "type"), "searchset");
	for (e = js_get(o, "entry")->child; e != NULL; e = e->next, n++) {
		const struct js *slot = js_get(e, "resource");

		assert_string_equal(js_text(slot, "status"), "free");
		assert_string_equal(
			js_text(js_get(slot, "schedule"), "reference"),
			"Schedule/1");
	}
	assert_int_equal(n, 5);
	assert_int_equal(tweb_get(w, "/fhir/Slot?service-type=9")->status, 404);
	assert_int_equal(tweb_get(w, "/fhir/Slot")->status, 422);
	assert_int_equal(tweb_get(w, "/fhir/Slot?service-type=2"
				     "&start=2026-11-30")
				 ->status,
		422);
}

static void
put_text(char *out, size_t size, const char *status, const char *version,
	const char *more)
{
	snprintf(out, size,
		"{\"resourceType\":\"Appointment\",\"id\":\"41\",\"meta\":"
		"{\"versionId\":\"%s\"},\"status\":\"%s\"%s}",
		version, status, more);
}

static const struct reply *
put(const char *status, const char *version, const char *more)
{
	char body[500];

	put_text(body, sizeof(body), status, version, more);
	return tweb_send(w, "PUT", "/fhir/Appointment/41", JSON, body);
}

#define BY_PATIENT                                                             \
	",\"cancelationReason\":{\"coding\":[{\"code\":\"pat-cpp\"}]}"

static void
a_visit_is_cancelled(void **state)
{
	const struct reply *r;

	(void)state;
	assert_int_equal(put("cancelled", "1", "")->status, 422);
	assert_int_equal(put("cancelled", "7", BY_PATIENT)->status, 409);
	r = put("cancelled", "1", BY_PATIENT);
	assert_int_equal(r->status, 200);
	assert_string_equal(js_text(read_reply(r), "status"), "cancelled");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment WHERE"
				     " id = 41 AND cancelled_by = 'patient'"),
		1);
	/* Cancelled is for good. */
	assert_int_equal(
		put("booked", "2", ",\"start\":\"2026-11-30T09:00:00-05:00\"")
			->status,
		409);
}

static void
a_visit_is_moved(void **state)
{
	const struct reply *r =
		put("booked", "1", ",\"start\":\"2026-11-30T09:00:00-05:00\"");

	(void)state;
	assert_int_equal(r->status, 200);
	assert_string_equal(
		js_text(read_reply(r), "start"), "2026-11-30T14:00:00Z");
	assert_string_equal(
		js_text(read_reply(tweb_get(w, "/fhir/Appointment/41")),
			"status"),
		"cancelled");
}

/* Whatever is wrong is said, and nothing is booked. */
static void
bad_bytes_book_nothing(void **state)
{
	static const char *const bad[] = {
		"",
		"{",
		"[]",
		"{\"resourceType\":\"Patient\"}",
		"{\"resourceType\":\"Appointment\"}",
		"{\"resourceType\":\"Appointment\",\"status\":\"booked\"}",
		"{\"resourceType\":\"Appointment\",\"status\":\"fulfilled\","
		"\"start\":\"2026-11-30T09:40:00-05:00\"}",
		"{\"resourceType\":\"Appointment\",\"status\":\"booked\","
		"\"start\":\"2026-11-30\"}",
		"{\"resourceType\":\"Appointment\",\"status\":\"booked\","
		"\"slot\":[{\"reference\":\"Slot/1.1\"}]}",
		"{\"resourceType\":\"Appointment\",\"status\":\"booked\","
		"\"start\":\"2026-11-30T09:40:00-05:00\",\"participant\":"
		"[{\"actor\":{\"reference\":\"Patient/8\"}}]}",
		"{\"resourceType\":\"Appointment\",\"status\":\"booked\","
		"\"start\":\"2026-11-30T09:40:00-05:00\",\"participant\":"
		"[{\"actor\":{\"reference\":\"Device/8\"}}]}",
		"{\"resourceType\":\"Appointment\",\"status\":\"\xff\"}",
	};
	long long before = tweb_sql(w, "SELECT count(*) FROM appointment");

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const struct reply *r = book(bad[i]);

		if (r->status != 422)
			fail_msg("%s: %d", bad[i], r->status);
		assert_string_equal(issue_code(r), "invalid");
	}
	assert_int_equal(tweb_send(w, "POST", "/fhir/Appointment",
				 "application/x-www-form-urlencoded", "a=b")
				 ->status,
		415);
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM appointment"), before);
}

int
main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(only_a_valid_key_opens),
		CASE(a_key_may_what_its_person_may),
		CASE(another_clinics_visit_is_not_there),
		CASE(a_visit_is_booked_once),
		CASE(the_loser_is_offered_others),
		CASE(free_times_can_be_booked),
		CASE(a_visit_is_cancelled),
		CASE(a_visit_is_moved),
		CASE(bad_bytes_book_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
