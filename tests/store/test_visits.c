/* Booking, moving and following visits against the database, and each
 * trigger that keeps people out of two places at once: tests/RULES.md,
 * "Visits". */
#include <stdio.h>

#include "base/arena.h"
#include "care/visit.h"
#include "db/db.h"
#include "lib/act.h"
#include "lib/test.h"
#include "store/slot_store.h"
#include "store/video_store.h"
#include "store/visit_store.h"

#define NOW 1795446000 /* Mon 23 Nov 2026 10:00 in New York */
#define DAY 86400

static struct scope fred, sue, carl, rosa;

static int
set_up(void **state)
{
	(void)state;
	fred = (struct scope){1, 2, 0, 1u << ROLE_FRONT_DESK};
	sue = (struct scope){1, 6, 0, 1u << ROLE_SUPERVISOR};
	carl = (struct scope){2, 8, 0, 1u << ROLE_COORDINATOR};
	rosa = (struct scope){1, 0, 7, 1u << ROLE_PATIENT};
	return act_open(SRCDIR "/tests/data/clinic.sql");
}

/* Monday 30 November 2026, at the site in New York. */
static instant_t
mon(int h, int m)
{
	return 1795446000 + 7 * DAY + (h - 10) * 3600 + m * 60;
}

static int64_t
one(const char *what)
{
	struct db_stmt *q = NULL;

	if (strcmp(what, "events") == 0)
		q = db_prep(db, "SELECT COUNT(*) FROM appointment_event");
	else if (strcmp(what, "outbox") == 0)
		q = db_prep(db,
			"SELECT COUNT(*) FROM outbox WHERE state = 'waiting'");
	else if (strcmp(what, "no_show") == 0)
		q = db_prep(db,
			"SELECT COUNT(*) FROM work_item WHERE closed_at IS NULL"
			" AND kind = 'no_show'");
	else if (strcmp(what, "cancelled") == 0)
		q = db_prep(db,
			"SELECT COUNT(*) FROM work_item WHERE closed_at IS NULL"
			" AND kind = 'visit_cancelled'");
	else if (strcmp(what, "visits") == 0)
		q = db_prep(db, "SELECT COUNT(*) FROM appointment");
	assert_non_null(q);
	return db_one(q, -1);
}

/* Follow-up (20 min, an exam room) of James with Dr. Okafor on Main St. */
static struct visit_booking
follow_up(instant_t start)
{
	return (struct visit_booking){
		.patient_id = 10,
		.provider_id = 1,
		.site_id = 1,
		.visit_type_id = 2,
		.start = start,
		.source = "staff",
	};
}

static int64_t
book(const struct visit_booking *b)
{
	struct act act = act_at(&fred, NOW);
	int64_t id = 0;

	if (care_visit_book(&act, b, &id))
		fail_msg("%s: %s", err.field, err.text);
	assert_true(id > 0);
	return id;
}

static struct visit
get(int64_t id)
{
	struct visit v = {0};

	assert_int_equal(visit_store_get(db, arena, &fred, id, &v), 1);
	return v;
}

static void
refused(const struct scope *sc, const struct visit_booking *b,
	enum err_kind kind, const char *field)
{
	struct act act = act_at(sc, NOW);
	int64_t id = 0;

	assert_int_equal(care_visit_book(&act, b, &id), -1);
	assert_int_equal(err.kind, kind);
	assert_string_equal(err.field, field);
	assert_string_not_equal(err.text, "");
	/* The rest of the page can still be read. */
	assert_int_equal(db_state(db), DB_OK);
}

static void
a_visit_is_booked_whole(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v;
	struct visit_events events = {0};

	(void)state;
	b.reason = "Blood pressure";
	v = get(book(&b));
	assert_int_equal(v.start, mon(9, 0));
	assert_int_equal(v.end, mon(9, 20));
	assert_string_equal(v.status, "booked");
	assert_string_equal(v.reason, "Blood pressure");
	assert_string_equal(v.mode, "in_person");
	assert_int_equal(v.room_id, 1);
	assert_string_equal(v.zone, "America/New_York");
	assert_string_equal(v.family, "Whitfield");
	assert_string_equal(v.type_name, "Follow-up");
	assert_int_equal(v.created_by, 2);
	assert_int_equal(
		visit_store_events(db, arena, &fred, v.id, &events), 0);
	assert_int_equal(events.n, 1);
	assert_string_equal(events.v[0].what, "booked");
	assert_string_equal(events.v[0].user_name, "Fred Oduya");
}

static void
an_interpreter_and_a_buffer_take_their_time(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v;

	(void)state;
	b.patient_id = 7; /* needs an interpreter */
	b.visit_type_id = 1;
	v = get(book(&b));
	assert_int_equal(v.end - v.start, 60 * 60);
	assert_int_equal(v.busy_end - v.end, 5 * 60);
	/* The buffer keeps the provider, and is over at 10:05. */
	b = follow_up(mon(10, 0));
	refused(&fred, &b, ERR_CONFLICT, "provider");
	b.start = mon(10, 5);
	book(&b);
}

static void
provider_is_in_one_place(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));

	(void)state;
	book(&b);
	b.patient_id = 11;
	b.minutes = 20;
	refused(&fred, &b, ERR_CONFLICT, "provider");
	b.start = mon(9, 10);
	refused(&fred, &b, ERR_CONFLICT, "provider");
	b.start = mon(8, 50);
	refused(&fred, &b, ERR_CONFLICT, "provider");
	b.start = mon(8, 55);
	b.minutes = 60; /* around it */
	refused(&fred, &b, ERR_CONFLICT, "provider");
	/* Touching is free, on both sides. */
	b.minutes = 20;
	b.start = mon(9, 20);
	book(&b);
	b.start = mon(8, 40);
	book(&b);
	assert_int_equal(one("visits"), 3);
}

static void
patient_is_in_one_place(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));

	(void)state;
	book(&b);
	b.provider_id = 2;
	refused(&fred, &b, ERR_CONFLICT, "patient");
	b.start = mon(9, 19);
	refused(&fred, &b, ERR_CONFLICT, "patient");
	b.start = mon(9, 20);
	book(&b);
}

static void
room_is_for_one_visit(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));

	(void)state;
	b.room_id = 2;
	book(&b);
	b.patient_id = 11;
	b.provider_id = 2;
	b.minutes = 20;
	refused(&fred, &b, ERR_CONFLICT, "room");
	b.room_id = 9; /* of another clinic */
	refused(&fred, &b, ERR_INPUT, "room");
	b.room_id = 0;
	assert_int_equal(get(book(&b)).room_id, 1);
}

static void
the_last_room_is_the_last(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));

	(void)state;
	assert_int_equal(get(book(&b)).room_id, 1);
	/* Exam 2 is out of use: a second provider finds no room. */
	assert_true(db_exec(db_prep(db,
			    "UPDATE room SET active = 0 WHERE id = 2")) == 1);
	b.patient_id = 11;
	b.provider_id = 2;
	refused(&fred, &b, ERR_CONFLICT, "room");
	b.mode = "phone"; /* needs none */
	assert_int_equal(get(book(&b)).room_id, 0);
}

static void
a_cancelled_visit_takes_no_time(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));
	struct act act = act_at(&fred, NOW);

	(void)state;
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "clinic", "room", ""),
		0);
	b.patient_id = 11;
	book(&b);
}

/* The triggers hold whatever code writes the row. */
static void
the_schema_refuses_overlaps_by_itself(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b)), other;
	enum visit_clash clash;

	(void)state;
	other = v;
	other.patient_id = 11;
	other.room_id = 0;
	assert_int_equal(visit_store_add(db, &fred, &other, &clash), 0);
	assert_int_equal(clash, CLASH_PROVIDER);
	other.provider_id = 2;
	other.room_id = v.room_id;
	assert_int_equal(visit_store_add(db, &fred, &other, &clash), 0);
	assert_int_equal(clash, CLASH_ROOM);
	other.room_id = 0;
	other.patient_id = v.patient_id;
	assert_int_equal(visit_store_add(db, &fred, &other, &clash), 0);
	assert_int_equal(clash, CLASH_PATIENT);
	/* By update as well: into the other's time. */
	other.patient_id = 11;
	other.start += 3600;
	other.end += 3600;
	other.busy_start += 3600;
	other.busy_end += 3600;
	other.id = visit_store_add(db, &fred, &other, &clash);
	assert_true(other.id > 0);
	other.version = 1;
	other.start = v.start + 600;
	other.busy_start = other.start;
	other.provider_id = v.provider_id;
	assert_int_equal(visit_store_update(db, &fred, &other, &clash), -1);
	assert_int_equal(clash, CLASH_PROVIDER);
	assert_int_equal(db_state(db), DB_OK);
}

static void
outside_of_hours_is_refused(void **state)
{
	struct visit_booking b = follow_up(mon(12, 30)); /* lunch */

	(void)state;
	refused(&fred, &b, ERR_CONFLICT, "closed");
	b.start = mon(11, 50); /* runs into it */
	refused(&fred, &b, ERR_CONFLICT, "closed");
	b.start = mon(9, 0);
	b.site_id = 2; /* is elsewhere on Mondays */
	refused(&fred, &b, ERR_CONFLICT, "closed");
	b.site_id = 1;
	b.start = mon(9, 0) - 8 * DAY; /* the past */
	refused(&fred, &b, ERR_INPUT, "start");
	b.start = mon(9, 0) + 371 * DAY;
	refused(&fred, &b, ERR_INPUT, "start");
}

static void
another_clinics_things_are_not_there(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	int64_t id = book(&b);
	struct visit v;

	(void)state;
	assert_int_equal(visit_store_get(db, arena, &carl, id, &v), 0);
	b.patient_id = 8;
	refused(&fred, &b, ERR_INPUT, "patient");
	b = follow_up(mon(9, 0));
	b.provider_id = 9;
	refused(&fred, &b, ERR_INPUT, "provider");
	b = follow_up(mon(9, 0));
	b.visit_type_id = 9;
	refused(&fred, &b, ERR_INPUT, "type");
	/* And a patient sees their own only. */
	assert_int_equal(visit_store_get(db, arena, &rosa, id, &v), 0);
}

static void
overbooking_needs_right_and_reason(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct act act;
	struct visit v;
	int64_t id = 0;

	(void)state;
	book(&b);
	b.patient_id = 11;
	b.overbook = true;
	b.overbook_reason = "Chest pain, seen first";
	refused(&fred, &b, ERR_DENIED, "");
	b.overbook_reason = "";
	refused(&sue, &b, ERR_INPUT, "overbook_reason");
	b.overbook_reason = "Chest pain, seen first";
	act = act_at(&sue, NOW);
	assert_int_equal(care_visit_book(&act, &b, &id), 0);
	v = get(id);
	assert_true(v.overbooked);
	assert_string_equal(v.overbook_reason, "Chest pain, seen first");
	/* It blocks the next one as any other does. */
	b.patient_id = 7;
	b.mode = "phone"; /* both rooms are in use */
	b.overbook = false;
	refused(&sue, &b, ERR_CONFLICT, "provider");
	/* Outside of hours, too. */
	b.overbook = true;
	b.start = mon(18, 0);
	act = act_at(&sue, NOW);
	assert_int_equal(care_visit_book(&act, &b, &id), 0);
}

static void
a_move_is_a_replacement(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit_booking to = {.start = mon(9, 10), .source = "staff"};
	struct visit old = get(book(&b)), v;
	struct act act = act_at(&fred, NOW + 60);
	int64_t id = 0;

	(void)state;
	/* Into its own time: it does not stand in its own way. */
	assert_int_equal(care_visit_move(&act, &old, old.version, &to, &id), 0);
	assert_int_not_equal(id, old.id);
	v = get(id);
	assert_int_equal(v.start, mon(9, 10));
	assert_int_equal(v.replaces_id, old.id);
	assert_int_equal(v.patient_id, 10);
	old = get(old.id);
	assert_int_equal(old.replaced_by_id, id);
	assert_int_equal(visit_state(&old), VISIT_RESCHEDULED);
	/* The old one cannot be moved again, nor with an old version. */
	act = act_at(&fred, NOW + 60);
	assert_int_equal(
		care_visit_move(&act, &old, old.version, &to, &id), -1);
	assert_string_equal(err.field, "state");
	act = act_at(&fred, NOW + 60);
	assert_int_equal(
		care_visit_move(&act, &v, v.version - 1, &to, &id), -1);
	assert_string_equal(err.field, "version");
}

static void
a_move_into_a_taken_time_changes_nothing(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit_booking to = {.start = mon(9, 50), .source = "staff"};
	struct visit v;
	struct act act;
	int64_t id = 0;

	(void)state;
	v = get(book(&b));
	b.patient_id = 11;
	b.start = mon(10, 0);
	book(&b);
	act = act_at(&fred, NOW);
	assert_int_equal(care_visit_move(&act, &v, v.version, &to, &id), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_string_equal(err.field, "provider");
}

/* Imported visits may name no type. */
static void
a_visit_without_a_type_is_moved(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit_booking to = {.start = mon(10, 0), .source = "staff"};
	struct visit v = get(book(&b));
	struct act act = act_at(&fred, NOW);
	int64_t id = 0;

	(void)state;
	v.visit_type_id = 0;
	assert_int_equal(visit_store_update(db, &fred, &v, NULL), 1);
	v = get(v.id);
	if (care_visit_move(&act, &v, v.version, &to, &id))
		fail_msg("%s", err.text);
	v = get(id);
	assert_int_equal(v.end - v.start, 20 * 60);
	assert_int_equal(v.visit_type_id, 0);
}

static void
a_day_at_the_desk(void **state)
{
	static const enum visit_act acts[] = {VISIT_ACT_CONFIRM,
		VISIT_ACT_ARRIVE, VISIT_ACT_ROOM, VISIT_ACT_WITH,
		VISIT_ACT_CHECKOUT, VISIT_ACT_DONE};
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		struct act act = act_at(&fred, mon(8, 50) + 300 * (int)i);

		if (care_visit_status(&act, &v, v.version, acts[i]))
			fail_msg("%s", err.text);
		v = get(v.id);
	}
	assert_int_equal(visit_state(&v), VISIT_FULFILLED);
	assert_string_equal(v.confirmed_by, "staff");
	assert_int_equal(v.roomed, mon(9, 0));
	assert_int_equal(v.done, mon(9, 15));
	assert_int_equal(one("events"), 7);
}

static void
status(struct visit *v, const struct scope *sc, instant_t now, enum visit_act a)
{
	struct act act = act_at(sc, now);

	if (care_visit_status(&act, v, v->version, a))
		fail_msg("%s", err.text);
	*v = get(v->id);
}

static void
cannot(struct visit *v, const struct scope *sc, instant_t now, enum visit_act a,
	enum err_kind kind)
{
	struct act act = act_at(sc, now);

	assert_int_equal(care_visit_status(&act, v, v->version, a), -1);
	assert_int_equal(err.kind, kind);
}

static void
who_was_laid_over_can_still_arrive(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));
	struct act act = act_at(&sue, NOW);
	int64_t id = 0;

	(void)state;
	b.patient_id = 11;
	b.overbook = true;
	b.overbook_reason = "Chest pain, seen first";
	assert_int_equal(care_visit_book(&act, &b, &id), 0);
	status(&v, &fred, mon(8, 55), VISIT_ACT_ARRIVE);
	assert_int_equal(visit_state(&v), VISIT_ARRIVED);
}

static void
slips_are_undone_on_the_day(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));

	(void)state;
	cannot(&v, &fred, NOW, VISIT_ACT_ARRIVE, ERR_CONFLICT);
	cannot(&v, &fred, NOW, VISIT_ACT_NO_SHOW, ERR_CONFLICT);
	cannot(&v, &fred, mon(9, 0), VISIT_ACT_DONE, ERR_CONFLICT);
	status(&v, &fred, mon(8, 55), VISIT_ACT_ARRIVE);
	cannot(&v, &fred, mon(9, 5), VISIT_ACT_NO_SHOW, ERR_CONFLICT);
	status(&v, &fred, mon(9, 0), VISIT_ACT_ROOM);
	status(&v, &fred, mon(9, 1), VISIT_ACT_UNDO);
	assert_int_equal(visit_state(&v), VISIT_ARRIVED);
	assert_int_equal(v.roomed, INSTANT_NONE);
	status(&v, &fred, mon(9, 1), VISIT_ACT_UNDO);
	assert_int_equal(visit_state(&v), VISIT_BOOKED);
	status(&v, &fred, mon(9, 2), VISIT_ACT_ARRIVE);
	cannot(&v, &fred, mon(9, 0) + DAY, VISIT_ACT_UNDO, ERR_CONFLICT);
	status(&v, &fred, mon(9, 5), VISIT_ACT_ROOM);
	status(&v, &fred, mon(9, 20), VISIT_ACT_DONE);
	/* What is closed, a supervisor opens. */
	cannot(&v, &fred, mon(9, 30), VISIT_ACT_UNDO, ERR_DENIED);
	cannot(&v, &sue, mon(9, 21) + DAY, VISIT_ACT_UNDO, ERR_CONFLICT);
	status(&v, &sue, mon(9, 30), VISIT_ACT_UNDO);
	assert_string_equal(v.status, "checked-in");
}

static void
a_no_show_is_looked_after(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));
	int64_t again;

	(void)state;
	status(&v, &fred, mon(9, 30), VISIT_ACT_NO_SHOW);
	assert_int_equal(one("no_show"), 1);
	/* Late after all: the loop closes. */
	status(&v, &fred, mon(9, 40), VISIT_ACT_ARRIVE);
	assert_int_equal(one("no_show"), 0);
	b.start = mon(10, 0);
	v = get(book(&b));
	status(&v, &fred, mon(10, 30), VISIT_ACT_NO_SHOW);
	assert_int_equal(one("no_show"), 1);
	/* Booked again: closed by that visit. */
	b.start = mon(9, 0) + 7 * DAY;
	b.again_of = v.id;
	again = book(&b);
	assert_int_equal(one("no_show"), 0);
	assert_int_equal(db_one(db_prep(db, "SELECT evidence_id FROM work_item"
					    " WHERE kind = 'no_show'"
					    " ORDER BY id DESC LIMIT 1"),
				 0),
		again);
}

static void
cancelling_names_who_and_why(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));
	struct act act = act_at(&fred, NOW);

	(void)state;
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "patient", "room", ""),
		-1);
	assert_string_equal(err.field, "reason");
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "nobody", "ill", ""),
		-1);
	assert_string_equal(err.field, "by");
	assert_int_equal(
		care_visit_cancel(&act, &v, 77, "patient", "ill", ""), -1);
	assert_string_equal(err.field, "version");
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "patient", "ill", ""),
		0);
	v = get(v.id);
	assert_int_equal(visit_state(&v), VISIT_CANCELLED);
	assert_string_equal(v.cancelled_by, "patient");
	assert_int_equal(one("cancelled"), 1);
	/* Taken back by a supervisor, the loop goes too. */
	status(&v, &sue, NOW + 60, VISIT_ACT_UNDO);
	assert_int_equal(visit_state(&v), VISIT_BOOKED);
	assert_int_equal(one("cancelled"), 0);
}

static void
a_cancelled_visit_does_not_come_back_over_another(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v = get(book(&b));
	struct act act = act_at(&fred, NOW);

	(void)state;
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "clinic", "room", ""),
		0);
	v = get(v.id);
	b.patient_id = 11;
	book(&b);
	cannot(&v, &sue, NOW + 60, VISIT_ACT_UNDO, ERR_CONFLICT);
	assert_int_equal(db_state(db), DB_OK);
	assert_int_equal(visit_state(&v), VISIT_CANCELLED);
}

static void
the_patient_is_told_once_and_of_what_holds(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit_booking to = {.start = mon(10, 0), .source = "staff"};
	struct visit v;
	struct act act;
	int64_t id = 0;

	(void)state;
	book(&b);
	assert_int_equal(one("outbox"), 0); /* James agreed to nothing */
	assert_true(db_exec(db_prep(db,
			    "UPDATE patient SET sms_ok = 1, channel = 'sms'"
			    " WHERE id = 7")) == 1);
	b.patient_id = 7;
	b.start = mon(9, 20);
	v = get(book(&b));
	assert_int_equal(one("outbox"), 1);
	assert_int_equal(db_one(db_prep(db, "SELECT COUNT(*) FROM outbox"
					    " WHERE channel = 'sms'"
					    "   AND recipient = '+15550134471'"
					    "   AND language = 'es'"),
				 0),
		1);
	act = act_at(&fred, NOW);
	assert_int_equal(care_visit_move(&act, &v, v.version, &to, &id), 0);
	/* Of the new time only. */
	assert_int_equal(one("outbox"), 1);
	assert_int_equal(db_one(db_prep(db, "SELECT object_id FROM outbox"
					    " WHERE state = 'waiting'"),
				 0),
		id);
	v = get(id);
	act = act_at(&fred, NOW);
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "patient", "ill", ""),
		0);
	assert_int_equal(one("outbox"), 0);
}

static void
a_patient_may_confirm_and_cancel_their_own(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visit v;
	struct act act;

	(void)state;
	b.patient_id = 7;
	v = get(book(&b));
	act = act_at(&rosa, NOW);
	assert_int_equal(care_visit_confirm(&act, &v, v.version), 0);
	v = get(v.id);
	assert_string_equal(v.confirmed_by, "patient");
	/* "I am here" is said from an hour before on, not sooner. */
	cannot(&v, &rosa, mon(7, 59), VISIT_ACT_ARRIVE, ERR_DENIED);
	assert_true(care_visit_may(&rosa, &v, VISIT_ACT_ARRIVE, mon(8, 0)));
	act = act_at(&rosa, NOW);
	assert_int_equal(
		care_visit_cancel(&act, &v, v.version, "patient", "time", ""),
		0);
	assert_int_equal(one("cancelled"), 1);
	assert_true(!care_visit_may(&rosa, &v, VISIT_ACT_CHECK_IN, mon(9, 0)));
}

static void
a_visit_by_video_has_a_room_and_a_moved_one_another(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0)),
			     to = follow_up(mon(14, 0));
	struct video was, now;
	struct visit v;
	struct act act = act_at(&fred, NOW);
	int64_t id;

	(void)state;
	b.mode = "video";
	v = get(book(&b));
	assert_int_equal(video_store_get(db, arena, &fred, v.id, &was), 1);
	assert_int_equal(strlen(was.room), strlen("handrail-") + 40);
	assert_int_equal(care_visit_move(&act, &v, v.version, &to, &id), 0);
	assert_int_equal(video_store_get(db, arena, &fred, id, &now), 1);
	assert_string_not_equal(was.room, now.room);
	/* In person: none. */
	b = follow_up(mon(10, 0));
	v = get(book(&b));
	assert_int_equal(video_store_get(db, arena, &fred, v.id, &was), 0);
}

static void
other_times_are_near(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct slot_need need;
	struct slots near = {0};
	struct act act;

	(void)state;
	book(&b);
	b.patient_id = 11;
	b.minutes = 20;
	act = act_at(&fred, NOW);
	assert_int_equal(care_visit_need(&act, &b, 0, &need), 0);
	assert_int_equal(
		care_slots_near(db, arena, &fred, &need, b.start, 3, &near), 0);
	assert_int_equal(near.n, 3);
	assert_int_equal(near.v[0].start, mon(9, 20));
	/* 8:40 would fit, but is not on the grid; 8:30 is. */
	assert_int_equal(near.v[1].start, mon(8, 30));
	assert_int_equal(near.v[2].start, mon(9, 30));
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(near.v[i].provider_id, 1);
		b.start = near.v[i].start;
	}
	b.start = near.v[0].start;
	book(&b);
}

static void
changed_hours_strand_visits(void **state)
{
	struct visit_booking b = follow_up(mon(9, 0));
	struct visits list = {0};
	int64_t id = book(&b);
	day_t today = zone_local(zone_find("America/New_York"), NOW).day;

	(void)state;
	assert_int_equal(
		care_visit_stranded(db, arena, &fred, 1, NOW, today, &list), 0);
	assert_int_equal(list.n, 0);
	assert_true(db_exec(db_prep(db,
			    "INSERT INTO provider_exception (clinic_id,"
			    " provider_id, day_on, kind, reason)"
			    " VALUES (1, 1, '2026-11-30', 'leave', '')")) == 1);
	assert_int_equal(
		care_visit_stranded(db, arena, &fred, 1, NOW, today, &list), 0);
	assert_int_equal(list.n, 1);
	assert_int_equal(list.v[0].id, id);
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, act_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_visit_is_booked_whole),
		T(an_interpreter_and_a_buffer_take_their_time),
		T(provider_is_in_one_place),
		T(patient_is_in_one_place),
		T(room_is_for_one_visit),
		T(the_last_room_is_the_last),
		T(a_cancelled_visit_takes_no_time),
		T(the_schema_refuses_overlaps_by_itself),
		T(outside_of_hours_is_refused),
		T(another_clinics_things_are_not_there),
		T(overbooking_needs_right_and_reason),
		T(who_was_laid_over_can_still_arrive),
		T(a_move_is_a_replacement),
		T(a_move_into_a_taken_time_changes_nothing),
		T(a_visit_without_a_type_is_moved),
		T(a_day_at_the_desk),
		T(slips_are_undone_on_the_day),
		T(a_no_show_is_looked_after),
		T(cancelling_names_who_and_why),
		T(a_cancelled_visit_does_not_come_back_over_another),
		T(the_patient_is_told_once_and_of_what_holds),
		T(a_patient_may_confirm_and_cancel_their_own),
		T(a_visit_by_video_has_a_room_and_a_moved_one_another),
		T(other_times_are_near),
		T(changed_hours_strand_visits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
