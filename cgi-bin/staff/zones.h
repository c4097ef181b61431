#ifndef STAFF_ZONES_H
#define STAFF_ZONES_H

#include "web/form.h"

/* The time zones of the States and territories, for a select. */
extern const struct option zone_options[];

#endif
