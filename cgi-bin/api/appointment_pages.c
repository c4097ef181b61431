/* Visits: read, booked, moved, cancelled by other programs. Acts:
 * care/visit.c; rules: tests/RULES.md, "The interface", "Visits". */
#include <string.h>

#include "api/api.h"
#include "base/arena.h"
#include "care/visit.h"
#include "codec/fhir/appointment.h"
#include "domain/patient.h"
#include "store/patient_store.h"
#include "store/visit_store.h"
#include "web/req.h"

#define OTHERS 3

static int
answer(struct req *rq, int status, int64_t id)
{
	struct visit *v = arena_alloc(rq->arena, sizeof(*v));

	if (visit_store_get(rq->db, rq->arena, rq->scope, id, v) <= 0)
		return req_db_err(rq);
	req_about(rq, "appointment", id);
	req_about_patient(rq, v->patient_id);
	req_header(rq, "Location",
		arena_printf(
			rq->arena, "/fhir/Appointment/%lld", (long long)id));
	req_header(rq, "ETag",
		arena_printf(rq->arena, "W/\"%lld\"", (long long)v->version));
	return api_json(rq, status, fhir_appointment_write(rq->arena, v));
}

static int
appointment_read_run(struct req *rq)
{
	return answer(rq, 200, rq->o.visit->id);
}

const struct page appointment_read_page = {
	.method = "GET",
	.path = "/fhir/Appointment/:visit",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = appointment_read_run,
	.about = "One visit.",
};

/* Somebody was faster: say so with the nearest other times. */
static int
refused(struct req *rq, struct act *act, const struct visit_booking *b,
	int64_t except)
{
	struct err why = rq->err;
	struct slot_need need;
	struct slots others = {0};

	if (why.kind != ERR_CONFLICT)
		return req_err(rq);
	if (strcmp(why.field, "version") != 0 &&
		strcmp(why.field, "state") != 0 &&
		(care_visit_need(act, b, except, &need) ||
			care_slots_near(rq->db, rq->arena, rq->scope, &need,
				b->start, OTHERS, &others)))
		return req_db_err(rq);
	return api_json(rq, 409,
		fhir_outcome_write(
			rq->arena, why.kind, false, why.text, &others));
}

static int
patient_of(struct req *rq, const struct fhir_booking *f, int64_t *out)
{
	struct patient p;
	int found;

	*out = f->patient;
	if (f->mrn[0] == '\0')
		return 0;
	found = patient_store_by_mrn(rq->db, rq->arena, rq->scope, f->mrn, &p);
	if (found < 0)
		return req_db_err(rq);
	if (found == 0 || (f->patient != 0 && f->patient != p.id))
		return req_fail(
			rq, ERR_INPUT, "There is no such patient here.");
	*out = p.id;
	return 0;
}

static int
appointment_create_run(struct req *rq)
{
	struct act act = api_act(rq);
	struct fhir_booking f;
	struct visit_booking b;
	int64_t id = 0;
	int st;

	if (fhir_booking_read(rq->arena, rq->body, rq->body_len, &f, &rq->err))
		return req_err(rq);
	if (strcmp(f.status, "booked") != 0 || f.start == INSTANT_NONE)
		return req_fail(rq, ERR_INPUT,
			"A new Appointment has the status \"booked\" and a "
			"start or a slot.");
	b = (struct visit_booking){.provider_id = f.provider,
		.site_id = f.site,
		.visit_type_id = f.type,
		.start = f.start,
		.reason = f.reason,
		.note = f.note,
		.source = "api"};
	if ((st = patient_of(rq, &f, &b.patient_id)))
		return st;
	req_about_patient(rq, b.patient_id);
	if (care_visit_book(&act, &b, &id))
		return refused(rq, &act, &b, 0);
	return answer(rq, 201, id);
}

const struct page appointment_create_page = {
	.method = "POST",
	.path = "/fhir/Appointment",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_BOOK,
	.takes = API_TYPE,
	.body_max = 16384,
	.run = appointment_create_run,
	.about = "Book a visit.",
};

/* R4's codes of who cancelled begin with "pat" for the patient. */
static int
cancel(struct req *rq, const struct fhir_booking *f)
{
	struct act act = api_act(rq);
	const struct visit *v = rq->o.visit;
	bool patient = strncmp(f->cancel_code, "pat", 3) == 0;

	req_note(rq, "cancelled");
	if (f->cancel_code[0] == '\0')
		return req_fail(rq, ERR_INPUT,
			"cancelationReason must say who cancels: \"pat\" or "
			"\"prov\".");
	if (care_visit_cancel(&act, v, f->version,
		    patient ? "patient" : "clinic",
		    patient ? "other" : "other-clinic", f->note))
		return refused(rq, &act, NULL, v->id);
	return answer(rq, 200, v->id);
}

static int
move(struct req *rq, const struct fhir_booking *f)
{
	struct act act = api_act(rq);
	const struct visit *v = rq->o.visit;
	struct visit_booking b = {.patient_id = v->patient_id,
		.visit_type_id = v->visit_type_id,
		.provider_id = f->provider ? f->provider : v->provider_id,
		.site_id = f->site ? f->site : v->site_id,
		.start = f->start,
		.source = "api"};
	int64_t id = 0;

	if (care_visit_move(&act, v, f->version, &b, &id))
		return refused(rq, &act, &b, v->id);
	return answer(rq, 200, id);
}

static int
appointment_update_run(struct req *rq)
{
	struct fhir_booking f;

	if (fhir_booking_read(rq->arena, rq->body, rq->body_len, &f, &rq->err))
		return req_err(rq);
	if (f.version == 0)
		return req_fail(rq, ERR_INPUT,
			"meta.versionId must say which version was seen.");
	if (strcmp(f.status, "cancelled") == 0)
		return cancel(rq, &f);
	if (strcmp(f.status, "booked") != 0 || f.start == INSTANT_NONE)
		return req_fail(rq, ERR_INPUT,
			"An Appointment can be cancelled, or get another "
			"start. Its status is \"cancelled\" or \"booked\".");
	return move(rq, &f);
}

const struct page appointment_update_page = {
	.method = "PUT",
	.path = "/fhir/Appointment/:visit",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_MOVE,
	.takes = API_TYPE,
	.body_max = 16384,
	.run = appointment_update_run,
	.about = "Move or cancel a visit.",
};
