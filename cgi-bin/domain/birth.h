#ifndef DOMAIN_BIRTH_H
#define DOMAIN_BIRTH_H

#include <stdbool.h>

#include "base/day.h"

/*
 * A birth date as people write it: 1961-03-14, 3/14/1961, 3-14-61,
 * 14.3.1961, 14 mar 1961, Mar 14, 1961, 03141961. Month first where both
 * readings are dates, as in the US. A two-digit year is the last one that
 * is not in the future. False if it is no date, or after today, or before
 * 1875.
 */
bool birth_parse(const char *text, day_t today, day_t *out);

#endif
