#include <stddef.h>

#include "api/api.h"
#include "web/health.h"

/* Every address the api answers. */
const struct page *const api_pages[] = {
	&health_page, /* GET /health */
	NULL,
};
