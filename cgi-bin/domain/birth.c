/* Birth dates in the usual spellings; the rules are in birth.h. */
#include <string.h>

#include "domain/birth.h"

#define YEARS_BACK 130 /* older than anybody alive or lately dead */

/* A run of digits, or a month given as a word. */
struct piece {
	int value;
	int digits; /* how many were written; 0 for a month word */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

/* The beginning of a month's name, three letters or more. */
static bool
begins(const char *month, const char *s, size_t n)
{
	if (n < 3 || n > strlen(month))
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(s[i]) != month[i])
			return false;
	return true;
}

static int
month_word(const char *s, size_t n)
{
	static const char *const names[12][2] = {{"january", "enero"},
		{"february", "febrero"}, {"march", "marzo"}, {"april", "abril"},
		{"may", "mayo"}, {"june", "junio"}, {"july", "julio"},
		{"august", "agosto"}, {"september", "septiembre"},
		{"october", "octubre"}, {"november", "noviembre"},
		{"december", "diciembre"}};

	for (int i = 0; i < 12; i++)
		if (begins(names[i][0], s, n) || begins(names[i][1], s, n))
			return i + 1;
	return 0;
}

/* "14th", "1st", "2nd", "3rd"; "de" and "of" between the parts. */
static bool
is_filler(const char *s, size_t n)
{
	static const char *const list[] = {
		"st", "nd", "rd", "th", "de", "of", "del"};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strlen(list[i]) == n && lower(s[0]) == list[i][0] &&
			lower(s[1]) == list[i][1])
			return n == 2 || lower(s[2]) == list[i][2];
	return false;
}

/* How many pieces the text has; -1 when something else is in it. */
static int
read_pieces(const char *s, struct piece out[3])
{
	int n = 0;

	while (*s != '\0') {
		struct piece p = {0, 0};
		size_t len = 0;

		if (strchr(" ,./-", *s) != NULL) {
			s++;
			continue;
		}
		if (is_letter(*s)) {
			while (is_letter(s[len]))
				len++;
			p.value = month_word(s, len);
			if (p.value == 0 && !is_filler(s, len))
				return -1;
		} else {
			for (; is_digit(s[len]) && len < 9; len++)
				p.value = p.value * 10 + (s[len] - '0');
			if (len == 0 || len > 8)
				return -1;
			p.digits = (int)len;
		}
		s += len;
		if (p.value == 0 && p.digits == 0)
			continue; /* filler */
		if (n == 3)
			return -1;
		out[n++] = p;
	}
	return n;
}

static int
full_year(struct piece y, day_t today)
{
	int now, m, d;

	day_split(today, &now, &m, &d);
	if (y.digits == 4)
		return y.value;
	if (y.digits != 2)
		return -1;
	y.value += now - now % 100;
	return y.value > now ? y.value - 100 : y.value;
}

static int
add(int n, day_t out[2], struct piece y, int m, int d, day_t today)
{
	int year = full_year(y, today), now, nm, nd;
	day_t day;

	day_split(today, &now, &nm, &nd);
	if (year < now - YEARS_BACK || !day_valid(year, m, d))
		return n;
	day = day_of(year, m, d);
	/* "11/30/26" asked in May 2026 is of 1926. */
	if (day > today && y.digits == 2)
		day = day_valid(year - 100, m, d) ? day_of(year - 100, m, d)
						  : day;
	if (day > today || (n == 1 && out[0] == day) || n == 2)
		return n;
	out[n] = day;
	return n + 1;
}

/* All digits: 19610314, 03141961, 031461 and the same day first. */
static int
read_run(struct piece p, day_t today, day_t out[2])
{
	int tail = p.digits == 8 ? 10000 : 100;
	struct piece y = {p.value % tail, p.digits == 8 ? 4 : 2};
	int a = p.value / tail / 100, b = p.value / tail % 100, n = 0;

	if (p.digits != 6 && p.digits != 8)
		return 0;
	if (p.digits == 8)
		n = add(n, out, (struct piece){p.value / 10000, 4},
			p.value / 100 % 100, p.value % 100, today);
	n = add(n, out, y, a, b, today);
	return add(n, out, y, b, a, today);
}

static int
read_word_month(struct piece p[3], int at, day_t today, day_t out[2])
{
	struct piece first = p[at == 0 ? 1 : 0], last = p[at == 2 ? 1 : 2];

	if (first.digits == 0 || last.digits == 0)
		return 0;
	if (first.digits == 4)
		return last.digits > 2 ? 0
				       : add(0, out, first, p[at].value,
						 last.value, today);
	if (first.digits > 2)
		return 0;
	return add(0, out, last, p[at].value, first.value, today);
}

int
birth_readings(const char *text, day_t today, day_t out[2])
{
	struct piece p[3] = {{0, 0}, {0, 0}, {0, 0}};
	int n = read_pieces(text, p);

	if (n == 1 && p[0].digits > 0)
		return read_run(p[0], today, out);
	if (n != 3)
		return 0;
	for (int i = 0; i < 3; i++)
		if (p[i].digits == 0)
			return read_word_month(p, i, today, out);
	if (p[0].digits == 4)
		return p[1].digits > 2 || p[2].digits > 2
			       ? 0
			       : add(0, out, p[0], p[1].value, p[2].value,
					 today);
	if (p[0].digits > 2 || p[1].digits > 2)
		return 0;
	n = add(0, out, p[2], p[0].value, p[1].value, today);
	return add(n, out, p[2], p[1].value, p[0].value, today);
}

bool
birth_parse(const char *text, day_t today, day_t *out)
{
	day_t readings[2];

	if (birth_readings(text, today, readings) == 0)
		return false;
	*out = readings[0];
	return true;
}
