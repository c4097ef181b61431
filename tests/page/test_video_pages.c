/* Visits by video: the way in, the room, where the patient is.
 * tests/RULES.md, "Visits by video"; tests/data/door.sql. It is Monday 23
 * November 2026; Rosa's visit 46 is on the 24th at 10:00 in New York. */
#include <stdio.h>
#include <stdlib.h>

#include "base/conf.h"
#include "db/db.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "staff/pages.h"

#define HOST "meet.example.org"
#define SAID                                                                   \
	"&state=NY&address=14+Elm+Street&emergency=555-013-4999"               \
	"&callback=555-013-4471"
#define AGREED "&telehealth=given&treatment=given&privacy=given&text=declined"

static char meet[] = "https://" HOST "/", app[] = "clinic", none[] = "";

static struct tweb *
open_at(const char *now, bool portal)
{
	struct tweb *w =
		portal ? tweb_open(portal_pages, &portal_gate, "door.sql")
		       : tweb_open(staff_pages, &staff_gate, "door.sql");

	tweb_conf(w)->video_base_url = meet;
	tweb_now(w, now);
	tweb_sign_in(w, portal ? "rosa@example.com" : "fred");
	return w;
}

static void
the_room_opens_a_quarter_before(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:44:59Z", true);
	const struct reply *r;

	(void)state;
	assert_has(tweb_get(w, "/portal/visits/46")->body,
		"href=\"/portal/visits/46/video\"");
	assert_has(tweb_get(w, "/portal")->body, "/portal/visits/46/video");
	r = tweb_get(w, "/portal/visits/46/video");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "The room is not open yet");
	assert_has(r->body, "9:45");
	assert_lacks(r->body, HOST);
	/* Knocking earlier opens nothing. */
	r = tweb_post(w, "/portal/visits/46/video", "version=1" SAID AGREED);
	assert_int_equal(r->status, 303);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_video"), 0);
	tweb_now(w, "2026-11-24T14:45:00Z");
	tweb_sign_in(w, "rosa@example.com");
	r = tweb_get(w, "/portal/visits/46/video");
	assert_has(r->body, "In which state are you right now?");
	assert_has(r->body, "I agree to a visit by video.");
	tweb_close(w);
}

static void
who_joins_says_where_they_are(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:50:00Z", true);
	const struct reply *r;

	(void)state;
	/* The room's page before that leads back. */
	assert_int_equal(
		tweb_get(w, "/portal/visits/46/video/room")->status, 303);
	r = tweb_post(w, "/portal/visits/46/video", "version=1&state=NY");
	assert_int_equal(r->status, 422);
	r = tweb_post(w, "/portal/visits/46/video", "version=1" SAID);
	assert_int_equal(r->status, 422);
	assert_has(r->body, "Say whether you agree to a visit by video");
	r = tweb_post(w, "/portal/visits/46/video", "version=1" SAID AGREED);
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/portal/visits/46/video/room");
	assert_int_equal(
		tweb_sql(w, "SELECT count(*) FROM visit_video"
			    " WHERE appointment_id = 46 AND state = 'NY'"
			    "   AND address = '14 Elm Street'"
			    "   AND waiting_at = 1795531800"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_consent"
				     " WHERE appointment_id = 46"
				     "   AND kind = 'telehealth'"
				     "   AND answer = 'given'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE id = 46 AND status = 'arrived'"),
		1);
	r = tweb_get(w, "/portal/visits/46/video/room");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "href=\"https://" HOST "/handrail-");
	assert_has(r->body, "<b>" HOST "</b>");
	assert_has(r->body, "(555) 013-4471");
	assert_lacks(r->body, "jwt=");
	/* Another's room is not there. */
	assert_int_equal(tweb_get(w, "/portal/visits/45/video")->status, 404);
	tweb_close(w);
}

static void
who_does_not_agree_is_called(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:50:00Z", true);
	const struct reply *r;

	(void)state;
	r = tweb_post(w, "/portal/visits/46/video",
		"version=1" SAID "&telehealth=declined");
	assert_int_equal(r->status, 303);
	assert_string_equal(tweb_location(r), "/portal/visits/46");
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM visit_consent"
				     " WHERE appointment_id = 46"
				     "   AND answer = 'declined'"),
		1);
	assert_int_equal(tweb_sql(w, "SELECT count(*) FROM appointment"
				     " WHERE id = 46 AND status = 'booked'"),
		1);
	tweb_close(w);
}

static void
a_cancelled_link_dies_and_no_service_is_said(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:50:00Z", true);

	(void)state;
	tweb_post(w, "/portal/visits/46/video", "version=1" SAID AGREED);
	tweb_conf(w)->video_base_url = none;
	assert_has(tweb_get(w, "/portal/visits/46/video")->body,
		"Video does not work here at the moment");
	assert_int_equal(
		tweb_get(w, "/portal/visits/46/video/room")->status, 303);
	tweb_conf(w)->video_base_url = meet;
	tweb_sql(w, "UPDATE appointment SET status = 'cancelled',"
		    " arrived_at = NULL, cancelled_at = 1795531900,"
		    " cancelled_by = 'clinic', cancel_reason = 'closed'"
		    " WHERE id = 46 RETURNING 1");
	assert_has(tweb_get(w, "/portal/visits/46/video")->body,
		"This link does not work any more");
	assert_int_equal(
		tweb_get(w, "/portal/visits/46/video/room")->status, 303);
	assert_lacks(tweb_get(w, "/portal/visits/46")->body, "/46/video");
	tweb_close(w);
}

/* A token where the service wants one, and none without its secret. */
static void
a_signed_room_needs_its_secret(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:50:00Z", true);
	char path[] = "/tmp/handrail-video-XXXXXX";
	int fd = mkstemp(path);
	FILE *f = fdopen(fd, "w");

	(void)state;
	assert_non_null(f);
	fputs("short\n", f);
	fclose(f);
	tweb_post(w, "/portal/visits/46/video", "version=1" SAID AGREED);
	tweb_conf(w)->video_app_id = app;
	tweb_conf(w)->video_secret_file = path;
	assert_int_equal(
		tweb_get(w, "/portal/visits/46/video/room")->status, 500);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("0123456789abcdef0123456789abcdef\n", f);
	fclose(f);
	assert_has(tweb_get(w, "/portal/visits/46/video/room")->body,
		"?jwt=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.");
	remove(path);
	tweb_close(w);
}

static void
the_clinic_sees_who_waits_and_where(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:50:00Z", false);
	const struct reply *r;

	(void)state;
	r = tweb_get(w, "/appointments/46/video");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "Ask in which state the patient is");
	assert_has(r->body, "has no room yet");
	assert_int_equal(
		tweb_post(w, "/appointments/46/video", "")->status, 303);
	assert_has(tweb_get(w, "/appointments/46/video")->body,
		"href=\"https://" HOST "/handrail-");
	tweb_sql(w, "UPDATE visit_video SET waiting_at = 1795531500,"
		    " state = 'FL', address = '1 Beach Road',"
		    " emergency = '+15550134999', callback = '+15550134471'"
		    " WHERE appointment_id = 46 RETURNING 1");
	r = tweb_get(w, "/appointments/46/video");
	assert_has(r->body, "Florida");
	assert_has(r->body, "licensed there");
	assert_has(r->body, "(555) 013-4999");
	r = tweb_get(w, "/flow?site=1");
	assert_has(r->body, "Waiting in video room since 09:45, patient in FL");
	assert_has(r->body, "href=\"/appointments/46/video\"");
	assert_has(tweb_get(w, "/appointments/46")->body,
		"href=\"/appointments/46/video\"");
	/* Insurance is no reason to come in. */
	tweb_sign_in(w, "bill");
	assert_int_equal(tweb_get(w, "/appointments/46/video")->status, 403);
	assert_lacks(tweb_get(w, "/flow?site=1")->body,
		"href=\"/appointments/46/video\"");
	tweb_close(w);
}

static void
anybody_may_test_a_device(void **state)
{
	struct tweb *w = open_at("2026-11-24T14:50:00Z", true);
	const struct reply *r;

	(void)state;
	tweb_sign_in(w, NULL);
	r = tweb_get(w, "/portal/device");
	assert_int_equal(r->status, 200);
	assert_has(r->body, "js/device");
	assert_has(r->body, "<b>" HOST "</b>");
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_room_opens_a_quarter_before),
		cmocka_unit_test(who_joins_says_where_they_are),
		cmocka_unit_test(who_does_not_agree_is_called),
		cmocka_unit_test(a_cancelled_link_dies_and_no_service_is_said),
		cmocka_unit_test(a_signed_room_needs_its_secret),
		cmocka_unit_test(the_clinic_sees_who_waits_and_where),
		cmocka_unit_test(anybody_may_test_a_device),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
