#include <stddef.h>

#include "api/api.h"
#include "web/health.h"

/* Every address the api answers. */
const struct page *const api_pages[] = {
	&appointment_create_page, /* POST /fhir/Appointment */
	&appointment_read_page,	  /* GET /fhir/Appointment/:visit */
	&appointment_update_page, /* PUT /fhir/Appointment/:visit */
	&slot_search_page,	  /* GET /fhir/Slot */
	&metadata_page,		  /* GET /fhir/metadata */
	&feed_page,		  /* GET /ics/:feed */
	&health_page,		  /* GET /health */
	NULL,
};
