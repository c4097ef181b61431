#ifndef CODEC_FHIR_APPOINTMENT_H
#define CODEC_FHIR_APPOINTMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/zone.h"
#include "domain/slot.h"
#include "domain/visit.h"
#include "domain/visit_type.h"

struct arena;

/*
 * Visits and free times as other programs know them: FHIR R4 Appointment,
 * Slot and OperationOutcome. Ours beyond what R4 says: tests/RULES.md,
 * "The interface". Bytes that are given back are NUL-terminated JSON in the
 * arena.
 */

/* What an Appointment that was sent to us says; 0, "" what it leaves out. */
struct fhir_booking {
	const char *status;	 /* booked, cancelled */
	int64_t version;	 /* meta.versionId */
	int64_t type;		 /* serviceType, our number */
	int64_t patient;	 /* Patient/7 */
	const char *mrn;	 /* or by identifier */
	int64_t provider, site;	 /* Practitioner/3, Location/1 */
	instant_t start;	 /* INSTANT_NONE: not said */
	const char *reason;	 /* description */
	const char *note;	 /* comment */
	const char *cancel_code; /* of FHIR's appointment-cancellation-
				  * reason: "pat", "prov-pers" ... */
};

/*
 * Reads one. A Slot/PROVIDER.SITE.START stands for provider, site and start
 * together. 0, or -1 with err saying what is wrong and where.
 */
int fhir_booking_read(struct arena *, const char *bytes, size_t n,
	struct fhir_booking *out, struct err *);

const char *fhir_appointment_write(struct arena *, const struct visit *);
/* A searchset Bundle of free times for visits of a type. */
const char *fhir_slots_write(
	struct arena *, const struct slots *, const struct visit_type *);
/* One issue, and the free times that may be taken instead (may be NULL). */
const char *fhir_outcome_write(struct arena *, enum err_kind, bool login,
	const char *text, const struct slots *others);

#endif
