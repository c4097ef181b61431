/* The reader of Appointments that other programs send, given anything: what
 * it takes is whole, what it refuses it says why. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "codec/fhir/appointment.h"
#include "fuzz/fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new();
	struct fhir_booking f;
	struct err err = {0};

	if (fhir_booking_read(a, (const char *)data, n, &f, &err) == 0) {
		if (f.type < 0 || f.patient < 0 || f.provider < 0 ||
			f.site < 0 || f.version < 0)
			abort();
		if (utf8_length(f.reason) > 120 || utf8_length(f.note) > 1000)
			abort();
		if (f.status[0] == '\0' && strlen(f.mrn) > n)
			abort();
	} else if (err.kind != ERR_INPUT || err.text[0] == '\0') {
		abort();
	}
	arena_free(a);
	return 0;
}
