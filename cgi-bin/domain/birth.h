#ifndef DOMAIN_BIRTH_H
#define DOMAIN_BIRTH_H

#include <stdbool.h>

#include "base/day.h"

/*
 * A birth date as people write it: 3/14/1961, 03-14-61, 14.3.1961,
 * 1961-03-14, 14 mar 1961, March 14th, 1961, 14 de marzo de 1961, 03141961,
 * 19610314, 031461. Nothing but the date may stand in the text. Where the
 * order of day and month is open, month first (US) is the first reading and
 * day first the second. A year of two digits is the latest that is not in
 * the future; a date after today is no birth date. Fills and counts the
 * readings: 0, 1 or 2. Rules and examples: tests/RULES.md, section "Birth
 * dates".
 */
int birth_readings(const char *text, day_t today, day_t out[2]);
/* The likeliest reading; false if it is no birth date. */
bool birth_parse(const char *text, day_t today, day_t *out);

#endif
