/* Reading a birth date in the usual spellings. */
#include <ctype.h>
#include <string.h>

#include "domain/birth.h"

struct parts {
	int num[3], width[3], n;
	int month;    /* from a word, 1 to 12; 0: none */
	int month_at; /* how many numbers stood before the word */
};

/* English and Spanish, by as many letters as tell them apart. */
static int
month_word(const char *s, size_t n)
{
	static const char *const words[] = {"jan", "feb", "mar", "apr", "may",
		"jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene", "abr",
		"ago", "dic"};
	static const int month[] = {
		1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 4, 8, 12};

	for (int i = 0; i < 16; i++)
		if (n >= 3 && tolower((unsigned char)s[0]) == words[i][0] &&
			tolower((unsigned char)s[1]) == words[i][1] &&
			tolower((unsigned char)s[2]) == words[i][2])
			return month[i];
	return 0;
}

static bool
number(const char **s, struct parts *p)
{
	int v = 0, width = 0;

	for (; isdigit((unsigned char)**s); (*s)++, width++)
		v = width < 8 ? v * 10 + (**s - '0') : v;
	if (width > 8 || p->n == 3)
		return false;
	p->num[p->n] = v;
	p->width[p->n++] = width;
	return true;
}

static bool
split(const char *s, struct parts *p)
{
	while (*s != '\0') {
		size_t n = 0;

		if (isdigit((unsigned char)*s)) {
			if (!number(&s, p))
				return false;
		} else if (isalpha((unsigned char)*s)) {
			while (isalpha((unsigned char)s[n]))
				n++;
			if (n == 2 && strncmp(s, "de", 2) == 0) {
				s += n;
				continue;
			}
			if (p->month != 0 || (p->month = month_word(s, n)) == 0)
				return false;
			p->month_at = p->n;
			s += n;
		} else if (strchr(" /-.,", *s) != NULL) {
			s++;
		} else {
			return false;
		}
	}
	return true;
}

static int
full_year(int year, int width, day_t today)
{
	int y, m, d;

	if (width == 4)
		return year;
	if (width != 2)
		return 0;
	day_split(today, &y, &m, &d);
	return year + (year + 2000 <= y ? 2000 : 1900);
}

static bool
take(int y, int m, int d, day_t today, day_t *out)
{
	if (y < 1875 || !day_valid(y, m, d) || day_of(y, m, d) > today)
		return false;
	*out = day_of(y, m, d);
	return true;
}

bool
birth_parse(const char *text, day_t today, day_t *out)
{
	struct parts p = {0};
	int y;

	if (!split(text, &p))
		return false;
	if (p.month != 0)
		return p.n == 2 && p.width[0] <= 2 &&
		       (y = full_year(p.num[1], p.width[1], today)) != 0 &&
		       take(y, p.month, p.num[0], today, out);
	if (p.n == 1 && p.width[0] == 8)
		return take(p.num[0] % 10000, p.num[0] / 1000000,
			       p.num[0] / 10000 % 100, today, out) ||
		       take(p.num[0] / 10000, p.num[0] / 100 % 100,
			       p.num[0] % 100, today, out);
	if (p.n == 1 && p.width[0] == 6)
		return take(full_year(p.num[0] % 100, 2, today),
			p.num[0] / 10000, p.num[0] / 100 % 100, today, out);
	if (p.n != 3)
		return false;
	if (p.width[0] == 4)
		return take(p.num[0], p.num[1], p.num[2], today, out);
	if ((y = full_year(p.num[2], p.width[2], today)) == 0)
		return false;
	return take(y, p.num[0], p.num[1], today, out) ||
	       take(y, p.num[1], p.num[0], today, out);
}
