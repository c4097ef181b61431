#ifndef STORE_OUTBOX_STORE_H
#define STORE_OUTBOX_STORE_H

#include "base/zone.h"
#include "domain/scope.h"

struct arena;
struct db;

/* What is to be told outside, to a patient. Sending is the worker's. */
struct outbox_row {
	int64_t patient_id;
	const char *event;	 /* "visit_booked" */
	const char *object_type; /* "appointment" */
	int64_t object_id;
	const char *occurrence; /* what makes it happen once: a version */
	int offset_min;		/* before or after the event */
	instant_t due;
	instant_t now;
};

/*
 * Write a row in the way the patient agreed to (text message or e-mail):
 * 1 written, 0 there already or the patient agreed to neither, -1 failed.
 */
int
outbox_store_tell(struct db *, const struct scope *, const struct outbox_row *);
/* Whatever still waits about this object is not sent. 0 or -1. */
int outbox_store_drop(struct db *, const struct scope *,
	const char *object_type, int64_t object_id, const char *reason);

#endif
