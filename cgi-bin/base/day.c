/* Calendar days: civil arithmetic on the proleptic Gregorian calendar.
 * Rules: tests/RULES.md, "Days and ages". */
#include <stdio.h>
#include <string.h>

#include "base/day.h"

#define DAYS_TO_EPOCH 719468 /* from 1 March of year 0 */
#define DAYS_OF_ERA 146097   /* 400 years */

/* Years run from March here, so that the leap day is the last of its year. */
day_t
day_of(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * DAYS_OF_ERA + doe - DAYS_TO_EPOCH;
}

void
day_split(day_t day, int *year, int *month, int *dom)
{
	int64_t z = (int64_t)day + DAYS_TO_EPOCH;
	int era = (int)((z >= 0 ? z : z - DAYS_OF_ERA + 1) / DAYS_OF_ERA);
	int doe = (int)(z - (int64_t)era * DAYS_OF_ERA);
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;

	*month = mp + (mp < 10 ? 3 : -9);
	*dom = doy - (153 * mp + 2) / 5 + 1;
	*year = yoe + era * 400 + (*month <= 2);
}

static int
month_days(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
day_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= month_days(year, month);
}

static bool
digits(const char *s, int n, int *out)
{
	*out = 0;
	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return true;
}

bool
day_parse(const char *iso, day_t *out)
{
	int y, m, d;

	if (strnlen(iso, 11) != 10 || iso[4] != '-' || iso[7] != '-')
		return false;
	if (!digits(iso, 4, &y) || !digits(iso + 5, 2, &m) ||
		!digits(iso + 8, 2, &d) || !day_valid(y, m, d))
		return false;
	*out = day_of(y, m, d);
	return true;
}

void
day_print(day_t day, char out[DAY_TEXT_SIZE])
{
	int y, m, d;

	out[0] = '\0';
	if (day == DAY_NONE)
		return;
	day_split(day, &y, &m, &d);
	if (y < 0 || y > 9999)
		return;
	for (int i = 3; i >= 0; i--, y /= 10)
		out[i] = (char)('0' + y % 10);
	memcpy(out + 4,
		(char[]){'-', (char)('0' + m / 10), (char)('0' + m % 10), '-',
			(char)('0' + d / 10), (char)('0' + d % 10), '\0'},
		7);
}

enum weekday
day_weekday(day_t day)
{
	/* 1970-01-01 was a Thursday. */
	return (enum weekday)((((int64_t)day + THURSDAY) % 7 + 7) % 7);
}

day_t
day_add_months(day_t day, int months)
{
	int y, m, d, last;

	day_split(day, &y, &m, &d);
	m += months - 1;
	y += (m >= 0 ? m : m - 11) / 12;
	m = (m % 12 + 12) % 12 + 1;
	last = month_days(y, m);
	return day_of(y, m, d < last ? d : last);
}

bool
day_in(day_t day, const struct day_set *set)
{
	for (size_t i = 0; set != NULL && i < set->n; i++)
		if (set->v[i] == day)
			return true;
	return false;
}

bool
day_is_business(day_t day, const struct day_set *holidays)
{
	enum weekday w = day_weekday(day);

	return w != SUNDAY && w != SATURDAY && !day_in(day, holidays);
}

day_t
day_add_business(day_t day, int n, const struct day_set *holidays)
{
	int step = n < 0 ? -1 : 1;

	for (int left = n * step; left > 0;) {
		day += step;
		if (day_is_business(day, holidays))
			left--;
	}
	return day;
}

/* The nth (1 to 4) such weekday of a month; 0 is the last one. */
static day_t
nth_weekday(int year, int month, enum weekday w, int n)
{
	day_t first = day_of(year, month, 1);
	day_t day = first + (7 + (int)w - (int)day_weekday(first)) % 7;

	if (n > 0)
		return day + 7 * (n - 1);
	while (day + 7 < first + month_days(year, month))
		day += 7;
	return day;
}

/* On a Saturday it is kept the day before, on a Sunday the day after. */
static day_t
observed(int year, int month, int day)
{
	day_t d = day_of(year, month, day);
	enum weekday w = day_weekday(d);

	return w == SATURDAY ? d - 1 : w == SUNDAY ? d + 1 : d;
}

size_t
day_federal_holidays(int year, day_t out[12])
{
	day_t next = observed(year + 1, 1, 1);
	size_t n = 0;

	out[n++] = observed(year, 1, 1);
	out[n++] = nth_weekday(year, 1, MONDAY, 3); /* M. L. King */
	out[n++] = nth_weekday(year, 2, MONDAY, 3); /* Washington */
	out[n++] = nth_weekday(year, 5, MONDAY, 0); /* Memorial Day */
	out[n++] = observed(year, 6, 19);	    /* Juneteenth */
	out[n++] = observed(year, 7, 4);
	out[n++] = nth_weekday(year, 9, MONDAY, 1);  /* Labor Day */
	out[n++] = nth_weekday(year, 10, MONDAY, 2); /* Columbus Day */
	out[n++] = observed(year, 11, 11);	     /* Veterans Day */
	out[n++] = nth_weekday(year, 11, THURSDAY, 4);
	out[n++] = observed(year, 12, 25);
	if (next < day_of(year + 1, 1, 1))
		out[n++] = next;
	return n;
}

int
day_age(day_t born, day_t on)
{
	int by, bm, bd, y, m, d;

	if (born == DAY_NONE || on == DAY_NONE)
		return -1;
	day_split(born, &by, &bm, &bd);
	day_split(on, &y, &m, &d);
	return y - by - (m < bm || (m == bm && d < bd));
}
