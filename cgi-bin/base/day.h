#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A calendar day with no clock and no zone: days since 1970-01-01.
 * DAY_NONE stands for "not recorded"; the store keeps it as NULL.
 */
typedef int32_t day_t;

#define DAY_NONE INT32_MIN
#define DAY_TEXT_SIZE 16

/* Holidays, sorted or not. */
struct day_set {
	const day_t *v;
	size_t n;
};

enum weekday { SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY };

day_t day_of(int year, int month, int day);
bool day_valid(int year, int month, int day);
void day_split(day_t, int *year, int *month, int *day);
bool day_parse(const char *iso, day_t *out);	/* "2024-05-24", strict */
void day_print(day_t, char out[DAY_TEXT_SIZE]); /* "" for DAY_NONE */
enum weekday day_weekday(day_t);
day_t day_add_months(day_t, int months); /* 31 Jan + 1 = 28 or 29 Feb */
bool day_in(day_t, const struct day_set *);
/* Monday to Friday and not a holiday. */
bool day_is_business(day_t, const struct day_set *holidays);
day_t day_add_business(day_t, int n, const struct day_set *holidays);
/* The eleven federal holidays of a year as observed; fills 11 or 12 days
 * (New Year's Day of the next year can be observed on 31 December).
 * Source: 5 U.S.C. 6103. */
size_t day_federal_holidays(int year, day_t out[12]);
/* Completed years; somebody born on 29 February turns on 1 March. -1 when
 * one of the days is not recorded. */
int day_age(day_t born, day_t on);

#endif
