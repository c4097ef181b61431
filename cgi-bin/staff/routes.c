#include <stddef.h>

#include "staff/pages.h"
#include "web/health.h"

/* Every address the staff program answers. Look here first. */
const struct page *const staff_pages[] = {
	&health_page, /* GET /health */
	NULL,
};
