/* What was posted, checked against the page's field table. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "domain/birth.h"
#include "web/form_state.h"
#include "web/req.h"

#define TEXT_MAX 200
#define NOTE_MAX 4000
#define PASSWORD_MAX 1024

struct form_state *
form_state_new(struct req *rq, const struct form *form)
{
	struct form_state *fs = arena_alloc(rq->arena, sizeof(*fs));

	fs->form = form;
	if (form != NULL)
		fs->v = arena_alloc(rq->arena, form->n * sizeof(*fs->v) + 1);
	for (size_t i = 0; form != NULL && i < form->n; i++) {
		fs->v[i].text = "";
		fs->v[i].day = DAY_NONE;
	}
	return fs;
}

static int
field_index(const struct form_state *fs, const char *name)
{
	for (size_t i = 0; fs->form != NULL && i < fs->form->n; i++)
		if (strcmp(fs->form->fields[i].name, name) == 0)
			return (int)i;
	return -1;
}

static struct form_value *
value(const struct form_state *fs, const char *name)
{
	int i = fs != NULL ? field_index(fs, name) : -1;

	if (i < 0)
		BUG("no field %s in this form", name);
	return &fs->v[i];
}

static void
fail(struct req *rq, struct form_state *fs, struct form_value *v,
	const char *text)
{
	(void)rq;
	if (v->error == NULL)
		fs->errors++;
	v->error = text;
}

/* The sentence by the field: "Enter a family name". */
static const char *
asked(struct req *rq, const struct field *f)
{
	if (f->missing != NULL)
		return tr(rq, f->missing);
	return arena_printf(
		rq->arena, tr(rq, "Fill in “%s”"), tr(rq, f->label));
}

static void
take_text(struct req *rq, struct form_state *fs, const struct field *f,
	struct form_value *v)
{
	int64_t max = f->max > 0		  ? f->max
		      : f->type == FIELD_NOTE	  ? NOTE_MAX
		      : f->type == FIELD_PASSWORD ? PASSWORD_MAX
						  : TEXT_MAX;
	size_t n;

	if (f->type == FIELD_NOTE)
		v->text = utf8_tidy_lines(rq->arena, v->text);
	else if (f->type != FIELD_PASSWORD)
		v->text = utf8_tidy(rq->arena, v->text);
	v->has = v->text[0] != '\0';
	n = utf8_length(v->text);
	if ((int64_t)n > max)
		fail(rq, fs, v,
			arena_printf(rq->arena,
				tr(rq, "Use at most %lld characters"),
				(long long)max));
	else if (v->has && (int64_t)n < f->min)
		fail(rq, fs, v,
			arena_printf(rq->arena,
				tr(rq, "Use at least %lld characters"),
				(long long)f->min));
	else if (f->type == FIELD_NAME && strpbrk(v->text, "<>"))
		fail(rq, fs, v, tr(rq, "Leave out < and >"));
}

/* Digits with an optional sign; false also when it does not fit. */
static bool
integer(const char *s, int64_t *out)
{
	char *end;
	size_t n = strlen(s);

	if (n == 0 || n > 18 ||
		strspn(s + (*s == '-'), "0123456789") != n - (*s == '-') ||
		(n == 1 && *s == '-'))
		return false;
	*out = strtoll(s, &end, 10);
	return *end == '\0';
}

static void
take_number(struct req *rq, struct form_state *fs, const struct field *f,
	struct form_value *v)
{
	bool ranged = f->min != 0 || f->max != 0;

	v->has = v->text[0] != '\0';
	if (!v->has)
		return;
	if (!integer(v->text, &v->number))
		fail(rq, fs, v, tr(rq, "Enter a whole number"));
	else if (ranged && (v->number < f->min || v->number > f->max))
		fail(rq, fs, v,
			arena_printf(rq->arena,
				tr(rq, "Enter a number from %lld to %lld"),
				(long long)f->min, (long long)f->max));
}

/* "12", "12.5", "1,234.50", "$30"; the value is in cents. */
static bool
money(const char *s, int64_t *out)
{
	int64_t whole = 0;
	int digits = 0, cents = 0;

	s += *s == '$';
	for (; isdigit((unsigned char)*s) || *s == ','; s++)
		if (*s != ',') {
			whole = whole * 10 + (*s - '0');
			if (++digits > 9)
				return false;
		}
	if (*s == '.') {
		if (!isdigit((unsigned char)s[1]))
			return false;
		cents = (s[1] - '0') * 10;
		s += 2;
		if (isdigit((unsigned char)*s))
			cents += *s++ - '0';
	}
	*out = whole * 100 + cents;
	return *s == '\0' && digits > 0;
}

static void
take_money(struct req *rq, struct form_state *fs, const struct field *f,
	struct form_value *v)
{
	v->has = v->text[0] != '\0';
	if (!v->has)
		return;
	if (!money(v->text, &v->number))
		fail(rq, fs, v, tr(rq, "Enter an amount like 30 or 30.50"));
	else if (f->max > 0 && v->number > f->max)
		fail(rq, fs, v, tr(rq, "This amount is too large"));
}

static void
take_day(struct req *rq, struct form_state *fs, const struct field *f,
	struct form_value *v)
{
	bool good;

	v->text = utf8_tidy(rq->arena, v->text);
	v->has = v->text[0] != '\0';
	if (!v->has)
		return;
	if (f->type == FIELD_DAY)
		good = day_parse(v->text, &v->day);
	else
		good = birth_parse(v->text, rq->today, &v->day);
	if (good && f->type == FIELD_DAY && (f->min != 0 || f->max != 0))
		good = v->day >= rq->today + f->min &&
		       v->day <= rq->today + f->max;
	if (good)
		return;
	v->day = DAY_NONE;
	fail(rq, fs, v,
		f->missing != NULL ? tr(rq, f->missing)
		: f->type == FIELD_DAY
			? tr(rq, "Enter a day like 2026-11-23")
			: tr(rq, "Enter a date of birth like 3/14/1961"));
}

/* "9:05", "14:30", "2:30 pm". */
static bool
clock_time(const char *s, int64_t *out)
{
	int h = 0, m = 0, n = 0;

	if (sscanf(s, "%2d:%2d%n", &h, &m, &n) != 2 || m > 59 || m < 0 || h < 0)
		return false;
	s += n;
	s += strspn(s, " ");
	if (*s != '\0') {
		if (h < 1 || h > 12 || (s[1] != 'm' && s[1] != 'M') || s[2])
			return false;
		h = h % 12;
		if (*s == 'p' || *s == 'P')
			h += 12;
		else if (*s != 'a' && *s != 'A')
			return false;
	}
	*out = h * 60 + m;
	return h < 24;
}

static void
take_time(struct req *rq, struct form_state *fs, struct form_value *v)
{
	v->text = utf8_tidy(rq->arena, v->text);
	v->has = v->text[0] != '\0';
	if (v->has && !clock_time(v->text, &v->number))
		fail(rq, fs, v, tr(rq, "Enter a time like 14:30"));
}

static bool
option_known(const struct field *f, const char *text)
{
	if (f->options == NULL) /* the handler knows them: a plain word */
		return strlen(text) <= 64 &&
		       strspn(text, "0123456789abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ_-:./+") ==
			       strlen(text);
	for (const struct option *o = f->options; o->value != NULL; o++)
		if (strcmp(o->value, text) == 0)
			return true;
	return false;
}

static void
take_option(struct req *rq, struct form_state *fs, const struct field *f,
	struct form_value *v)
{
	v->has = v->text[0] != '\0';
	if (v->has && !option_known(f, v->text)) {
		v->text = "";
		fail(rq, fs, v, tr(rq, "Choose one of the answers"));
	}
	if (!integer(v->text, &v->number))
		v->number = 0;
}

/* An address of the shape local@domain with no blanks or controls; whether
 * it is somebody's only a message can tell. */
static void
take_email(struct req *rq, struct form_state *fs, struct form_value *v)
{
	const char *at;

	v->text = utf8_tidy(rq->arena, v->text);
	v->has = v->text[0] != '\0';
	if (!v->has)
		return;
	at = strchr(v->text, '@');
	if (strlen(v->text) > 254 || at == NULL || at == v->text ||
		strchr(at + 1, '@') || !strchr(at + 1, '.') || at[1] == '.' ||
		v->text[strlen(v->text) - 1] == '.' ||
		strpbrk(v->text, " \t\r\n,;:<>()[]\\\""))
		fail(rq, fs, v,
			tr(rq, "Enter an e-mail address like "
			       "name@example.com"));
}

/* Ten digits are a number of the North American plan; with + any country.
 * Source: ITU-T E.164 (at most 15 digits). */
static void
take_phone(struct req *rq, struct form_state *fs, struct form_value *v)
{
	char digits[17];
	size_t n = 0;
	bool plus;

	v->text = utf8_tidy(rq->arena, v->text);
	v->has = v->text[0] != '\0';
	if (!v->has)
		return;
	plus = v->text[0] == '+';
	for (const char *p = v->text; *p != '\0'; p++) {
		if (isdigit((unsigned char)*p) && n < 16)
			digits[n++] = *p;
		else if (!isdigit((unsigned char)*p) && !strchr("+-.() /", *p))
			n = 99;
		if (n > 15)
			break;
	}
	if (n == 11 && !plus && digits[0] == '1')
		plus = true;
	if (n > 15 || n < 7 || (!plus && n != 10)) {
		fail(rq, fs, v,
			tr(rq, "Enter a phone number like (555) 013-4471"));
		return;
	}
	digits[n] = '\0';
	v->text = arena_printf(rq->arena, "+%s%s", plus ? "" : "1", digits);
}

static void
take_field(struct req *rq, struct form_state *fs, const struct field *f,
	struct form_value *v)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_NAME:
	case FIELD_PASSWORD:
		take_text(rq, fs, f, v);
		break;
	case FIELD_INT:
	case FIELD_HIDDEN:
		take_number(rq, fs, f, v);
		break;
	case FIELD_MONEY:
		take_money(rq, fs, f, v);
		break;
	case FIELD_DAY:
	case FIELD_BIRTH:
	case FIELD_BIRTH3:
		take_day(rq, fs, f, v);
		break;
	case FIELD_TIME:
		take_time(rq, fs, v);
		break;
	case FIELD_EMAIL:
		take_email(rq, fs, v);
		break;
	case FIELD_PHONE:
		take_phone(rq, fs, v);
		break;
	case FIELD_SELECT:
	case FIELD_RADIO:
	case FIELD_TOKEN:
		take_option(rq, fs, f, v);
		break;
	case FIELD_CHECK:
		v->has = true;
		v->number = v->text[0] == '1';
		break;
	case FIELD_CHECKS:
		v->has = v->ticks.n > 0;
		break;
	}
	if (f->required && !v->has && v->error == NULL)
		fail(rq, fs, v, asked(rq, f));
	if (f->required && f->type == FIELD_CHECK && v->number == 0)
		fail(rq, fs, v, asked(rq, f));
}

/* The three boxes of a FIELD_BIRTH3 become one text, year first. */
static bool
take_box(struct req *rq, struct form_state *fs, const struct pair *p)
{
	static const char *const ends[] = {"_year", "_month", "_day"};

	for (size_t i = 0; fs->form != NULL && i < fs->form->n; i++) {
		const char *name = fs->form->fields[i].name;
		size_t n = strlen(name);

		if (fs->form->fields[i].type != FIELD_BIRTH3 ||
			strncmp(p->name, name, n) != 0)
			continue;
		for (int k = 0; k < 3; k++)
			if (strcmp(p->name + n, ends[k]) == 0) {
				struct pair *box =
					ARENA_PUSH(rq->arena, &fs->v[i].ticks);

				*box = (struct pair){ends[k], p->value};
				return true;
			}
	}
	return false;
}

static void
join_boxes(struct req *rq, struct form_value *v)
{
	const char *y = "", *m = "", *d = "";

	for (size_t i = 0; i < v->ticks.n; i++) {
		const struct pair *p = &v->ticks.v[i];

		if (p->name[1] == 'y')
			y = p->value;
		else if (p->name[1] == 'm')
			m = p->value;
		else
			d = p->value;
	}
	if (*y || *m || *d)
		v->text = arena_printf(rq->arena, "%s-%s-%s", y, m, d);
}

static bool
take_pair(
	struct req *rq, struct form_state *fs, const struct pair *p, bool *seen)
{
	int i = field_index(fs, p->name);

	if (strcmp(p->name, "csrf") == 0 && fs->csrf == NULL)
		return (fs->csrf = p->value) != NULL;
	if (strcmp(p->name, "once") == 0 && fs->once == NULL)
		return (fs->once = p->value) != NULL;
	if (i < 0)
		return take_box(rq, fs, p);
	if (fs->form->fields[i].type == FIELD_CHECKS) {
		if (option_known(&fs->form->fields[i], p->value))
			*ARENA_PUSH(rq->arena, &fs->v[i].ticks) = *p;
		return true;
	}
	if (seen[i])
		return false;
	seen[i] = true;
	fs->v[i].text = p->value;
	return true;
}

bool
form_take(struct req *rq, struct form_state *fs, const struct pairs *pairs)
{
	size_t n = fs->form != NULL ? fs->form->n : 0;
	bool *seen = arena_alloc(rq->arena, n + 1);

	for (size_t i = 0; i < pairs->n; i++)
		if (!take_pair(rq, fs, &pairs->v[i], seen))
			return false;
	for (size_t i = 0; i < n; i++) {
		if (fs->form->fields[i].type == FIELD_BIRTH3)
			join_boxes(rq, &fs->v[i]);
		take_field(rq, fs, &fs->form->fields[i], &fs->v[i]);
	}
	return true;
}

const char *
form_text(const struct req *rq, const char *name)
{
	return value(rq->form, name)->text;
}

int64_t
form_int(const struct req *rq, const char *name)
{
	return value(rq->form, name)->number;
}

day_t
form_day(const struct req *rq, const char *name)
{
	return value(rq->form, name)->day;
}

bool
form_has(const struct req *rq, const char *name)
{
	return value(rq->form, name)->has;
}

bool
form_ticked(const struct req *rq, const char *name, const char *option)
{
	const struct pairs *t = &value(rq->form, name)->ticks;

	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->v[i].value, option) == 0)
			return true;
	return false;
}

const char *
form_tick(const struct req *rq, const char *name, size_t i)
{
	const struct pairs *t = &value(rq->form, name)->ticks;

	return i < t->n ? t->v[i].value : NULL;
}

const char *
query_text(const struct req *rq, const char *name)
{
	return value(rq->q, name)->text;
}

int64_t
query_int(const struct req *rq, const char *name)
{
	return value(rq->q, name)->number;
}

day_t
query_day(const struct req *rq, const char *name)
{
	return value(rq->q, name)->day;
}

bool
query_has(const struct req *rq, const char *name)
{
	return value(rq->q, name)->has;
}

void
form_error(struct req *rq, const char *name, const char *fmt, ...)
{
	struct form_value *v = value(rq->form, name);
	va_list ap;

	va_start(ap, fmt);
	fail(rq, rq->form, v, arena_vprintf(rq->arena, fmt, ap));
	va_end(ap);
}

bool
form_bad(const struct req *rq)
{
	return rq->form != NULL && rq->form->errors > 0;
}

void
form_start(struct req *rq, const struct form *form)
{
	if (rq->form == NULL || rq->form->form != form)
		rq->form = form_state_new(rq, form);
}

void
form_set_text(struct req *rq, const char *name, const char *text)
{
	value(rq->form, name)->text = text;
	value(rq->form, name)->has = text[0] != '\0';
}

void
form_set_int(struct req *rq, const char *name, int64_t n)
{
	struct form_value *v = value(rq->form, name);

	v->number = n;
	v->has = true;
	v->text = arena_printf(rq->arena, "%lld", (long long)n);
}

void
form_set_day(struct req *rq, const char *name, day_t day)
{
	struct form_value *v = value(rq->form, name);
	char *text = arena_alloc(rq->arena, DAY_TEXT_SIZE);

	day_print(day, text);
	v->day = day;
	v->has = day != DAY_NONE;
	v->text = text;
}

void
form_set_ticked(struct req *rq, const char *name, const char *option)
{
	*ARENA_PUSH(rq->arena, &value(rq->form, name)->ticks) =
		(struct pair){name, option};
}

void
form_options(struct req *rq, const char *name, const struct options *options)
{
	value(rq->form, name)->options = options;
}
