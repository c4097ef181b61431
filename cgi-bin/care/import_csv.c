/*
 * Takes in a list of patients: all rows or none. The columns and what is
 * refused: tests/RULES.md, "Lists of patients".
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "care/import.h"
#include "care/patient.h"
#include "codec/csv/csv.h"
#include "domain/birth.h"
#include "store/patient_store.h"
#include "store/store.h"

enum column {
	COL_MRN,
	COL_NAME,
	COL_FAMILY,
	COL_GIVEN,
	COL_MIDDLE,
	COL_SUFFIX,
	COL_PREFERRED,
	COL_PRONOUNS,
	COL_BIRTH,
	COL_SEX,
	COL_PHONE,
	COL_PHONE2,
	COL_EMAIL,
	COL_ADDRESS,
	COL_CITY,
	COL_STATE,
	COL_POSTAL,
	COL_COUNTRY,
	COL_LANGUAGE,
	COL_INTERPRETER,
	COL_NOTE,
	COL_COUNT
};

/* What heads of columns mean: letters and digits only, lower case. */
static const struct {
	const char *head;
	enum column column;
} heads[] = {
	{"mrn", COL_MRN},
	{"medicalrecordnumber", COL_MRN},
	{"chartnumber", COL_MRN},
	{"patientid", COL_MRN},
	{"name", COL_NAME},
	{"fullname", COL_NAME},
	{"patientname", COL_NAME},
	{"family", COL_FAMILY},
	{"familyname", COL_FAMILY},
	{"last", COL_FAMILY},
	{"lastname", COL_FAMILY},
	{"surname", COL_FAMILY},
	{"given", COL_GIVEN},
	{"givenname", COL_GIVEN},
	{"first", COL_GIVEN},
	{"firstname", COL_GIVEN},
	{"forename", COL_GIVEN},
	{"middle", COL_MIDDLE},
	{"middlename", COL_MIDDLE},
	{"suffix", COL_SUFFIX},
	{"preferred", COL_PREFERRED},
	{"preferredname", COL_PREFERRED},
	{"nickname", COL_PREFERRED},
	{"pronouns", COL_PRONOUNS},
	{"birth", COL_BIRTH},
	{"birthdate", COL_BIRTH},
	{"dateofbirth", COL_BIRTH},
	{"dob", COL_BIRTH},
	{"sex", COL_SEX},
	{"gender", COL_SEX},
	{"phone", COL_PHONE},
	{"phonenumber", COL_PHONE},
	{"mobile", COL_PHONE},
	{"cell", COL_PHONE},
	{"cellphone", COL_PHONE},
	{"homephone", COL_PHONE2},
	{"phone2", COL_PHONE2},
	{"email", COL_EMAIL},
	{"emailaddress", COL_EMAIL},
	{"address", COL_ADDRESS},
	{"street", COL_ADDRESS},
	{"address1", COL_ADDRESS},
	{"city", COL_CITY},
	{"town", COL_CITY},
	{"state", COL_STATE},
	{"postal", COL_POSTAL},
	{"postalcode", COL_POSTAL},
	{"zip", COL_POSTAL},
	{"zipcode", COL_POSTAL},
	{"country", COL_COUNTRY},
	{"language", COL_LANGUAGE},
	{"interpreter", COL_INTERPRETER},
	{"note", COL_NOTE},
	{"notes", COL_NOTE},
};

/* The patients of this file, to say on which line the other one stands. */
struct taken {
	int64_t id;
	size_t line;
};

struct list {
	struct act *act;
	const char *name;
	struct import_report *report;
	struct csv csv;
	int at[COL_COUNT]; /* place of the column, -1: not there */
	struct {
		struct taken *v;
		size_t n, cap;
	} taken;
	int64_t refused;
};

static int
find_column(struct arena *a, const char *head)
{
	struct buf b = buf_new(a);

	for (const char *p = utf8_fold(a, head); *p; p++)
		if (*p != ' ')
			buf_addc(&b, *p);
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (strcmp(heads[i].head, b.s) == 0)
			return (int)heads[i].column;
	return -1;
}

/* A column nobody knows would be lost in silence: it stops the file. */
static int
read_heads(struct list *l)
{
	const struct csv_row *row = &l->csv.v[0];
	struct err *err = l->act->err;

	for (int c = 0; c < COL_COUNT; c++)
		l->at[c] = -1;
	for (size_t i = 0; i < row->n; i++) {
		int c = find_column(l->act->arena, row->v[i]);

		if (c < 0)
			return err_set(err, ERR_INPUT,
				"%.100s: line %zu: the column \"%.60s\" is "
				"not known. Rename it or take it out.",
				l->name, row->line, row->v[i]);
		if (l->at[c] >= 0)
			return err_set(err, ERR_INPUT,
				"%.100s: line %zu: two columns mean the same: "
				"\"%.60s\" and \"%.60s\".",
				l->name, row->line, row->v[l->at[c]],
				row->v[i]);
		l->at[c] = (int)i;
	}
	if (l->at[COL_FAMILY] < 0 && l->at[COL_NAME] < 0)
		return err_set(err, ERR_INPUT,
			"%.100s: there is no column \"family name\" or "
			"\"name\".",
			l->name);
	if (l->at[COL_BIRTH] < 0)
		return err_set(err, ERR_INPUT,
			"%.100s: there is no column \"birth date\".", l->name);
	return 0;
}

static const char *
cell(const struct list *l, const struct csv_row *row, enum column c)
{
	int at = l->at[c];

	if (at < 0 || (size_t)at >= row->n)
		return "";
	return utf8_tidy(l->act->arena, row->v[at]);
}

static void
refuse(struct list *l, const struct csv_row *row, const char *why)
{
	l->refused++;
	import_note_line(l->report, l->name, row->line, why);
}

/* "Delgado, Rosa" or "Rosa Delgado". */
static void
split_name(struct arena *a, const char *name, struct patient *p)
{
	const char *comma = strchr(name, ','), *blank = strrchr(name, ' ');

	if (comma) {
		p->family = utf8_tidy(
			a, arena_strndup(a, name, (size_t)(comma - name)));
		p->given = utf8_tidy(a, comma + 1);
	} else if (blank) {
		p->family = blank + 1;
		p->given = arena_strndup(a, name, (size_t)(blank - name));
	} else {
		p->family = name;
	}
}

static const char *
sex_of(const char *s)
{
	static const struct {
		const char *text, *sex;
	} known[] = {
		{"", "unknown"},
		{"f", "female"},
		{"female", "female"},
		{"m", "male"},
		{"male", "male"},
		{"o", "other"},
		{"other", "other"},
		{"x", "other"},
		{"u", "unknown"},
		{"unknown", "unknown"},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].text, s) == 0)
			return known[i].sex;
	return NULL;
}

static const char *
language_of(const char *s)
{
	static const struct {
		const char *name, *tag;
	} known[] = {
		{"", "en"},
		{"english", "en"},
		{"spanish", "es"},
		{"espanol", "es"},
		{"chinese", "zh"},
		{"vietnamese", "vi"},
		{"arabic", "ar"},
		{"french", "fr"},
		{"russian", "ru"},
		{"portuguese", "pt"},
	};
	size_t n = strlen(s);

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].name, s) == 0)
			return known[i].tag;
	return n == 2 || n == 3 ? s : NULL;
}

static void
add_phone(struct list *l, const char *text, const char *use,
	struct patient_phones *phones)
{
	if (*text)
		*ARENA_PUSH(l->act->arena, phones) = (struct patient_phone){
			.rank = (int)phones->n,
			.use = use,
			.number = import_phone(l->act->arena, text),
		};
}

static const char *
key_of(struct list *l, const struct csv_row *row, enum column c)
{
	return utf8_fold(l->act->arena, cell(l, row, c));
}

/* NULL, or why the row cannot be taken. */
static const char *
read_patient(struct list *l, const struct csv_row *row, struct patient *p,
	struct patient_phones *phones)
{
	struct arena *a = l->act->arena;
	const char *birth = cell(l, row, COL_BIRTH);
	const char *help = key_of(l, row, COL_INTERPRETER);

	if (row->n > l->csv.v[0].n)
		return "more cells than there are columns";
	split_name(a, cell(l, row, COL_NAME), p);
	if (l->at[COL_FAMILY] >= 0)
		p->family = cell(l, row, COL_FAMILY);
	if (l->at[COL_GIVEN] >= 0)
		p->given = cell(l, row, COL_GIVEN);
	if (*cell(l, row, COL_MIDDLE))
		p->given = utf8_tidy(a, arena_printf(a, "%s %s", p->given,
						cell(l, row, COL_MIDDLE)));
	if (!*p->family)
		return "there is no family name";
	if (utf8_length(p->family) > 100 || utf8_length(p->given) > 100)
		return "a name of more than 100 letters";
	if (!*birth)
		return "there is no birth date";
	if (!birth_parse(birth, l->act->today, &p->birth))
		return arena_printf(a, "\"%.40s\" is not a birth date", birth);
	p->sex = sex_of(key_of(l, row, COL_SEX));
	if (!p->sex)
		return arena_printf(a,
			"\"%.40s\" is not a sex we know: "
			"female, male, other, unknown",
			cell(l, row, COL_SEX));
	p->language = language_of(key_of(l, row, COL_LANGUAGE));
	if (!p->language)
		return arena_printf(a,
			"\"%.40s\" is not a language we know: "
			"use its code, like es",
			cell(l, row, COL_LANGUAGE));
	p->mrn = cell(l, row, COL_MRN);
	if (strlen(p->mrn) > 40)
		return "a number (MRN) of more than 40 characters";
	p->suffix = cell(l, row, COL_SUFFIX);
	p->preferred = cell(l, row, COL_PREFERRED);
	p->pronouns = cell(l, row, COL_PRONOUNS);
	p->email = cell(l, row, COL_EMAIL);
	if (*p->email && !strchr(p->email, '@'))
		return arena_printf(
			a, "\"%.60s\" is not an e-mail address", p->email);
	p->address = cell(l, row, COL_ADDRESS);
	p->city = cell(l, row, COL_CITY);
	p->state = cell(l, row, COL_STATE);
	p->postal = cell(l, row, COL_POSTAL);
	p->country = cell(l, row, COL_COUNTRY);
	p->interpreter = *help == 'y' || *help == 't' || *help == '1';
	p->note = cell(l, row, COL_NOTE);
	add_phone(l, cell(l, row, COL_PHONE), "mobile", phones);
	add_phone(l, cell(l, row, COL_PHONE2), "home", phones);
	return NULL;
}

static const char *
who_is(const struct list *l, int64_t id, const char *mrn)
{
	for (size_t i = 0; i < l->taken.n; i++)
		if (l->taken.v[i].id == id)
			return arena_printf(l->act->arena,
				"duplicate: the same person as line %zu",
				l->taken.v[i].line);
	return arena_printf(l->act->arena,
		"duplicate: looks like the patient with the number %s", mrn);
}

/* 0 *why NULL when nobody here is this person; -1 on failure. */
static int
find_twin(struct list *l, const struct patient *p,
	const struct patient_phones *phones, const char **why)
{
	struct act *act = l->act;
	struct patient_twins twins = {0};
	struct patient other;
	int found = 0;

	*why = NULL;
	if (*p->mrn)
		found = patient_store_by_mrn(
			act->db, act->arena, act->scope, p->mrn, &other);
	if (found < 0)
		return store_err(act->db, act->err);
	if (found) {
		*why = arena_printf(act->arena, "the number %s is taken: %s",
			p->mrn, who_is(l, other.id, other.mrn));
		return 0;
	}
	if (care_patient_twins(act, p, phones, &twins))
		return -1;
	if (twins.n && twins.v[0].match >= MATCH_LIKELY)
		*why = who_is(l, twins.v[0].line.id, twins.v[0].line.mrn);
	return 0;
}

static int
take_row(struct list *l, const struct csv_row *row)
{
	struct patient p = patient_new();
	struct patient_phones phones = {0};
	const char *why = read_patient(l, row, &p, &phones);

	if (!why && find_twin(l, &p, &phones, &why))
		return -1;
	if (why) {
		refuse(l, row, why);
		return 0;
	}
	if (care_patient_register(l->act, &p, &phones))
		return -1;
	*ARENA_PUSH(l->act->arena, &l->taken) = (struct taken){p.id, row->line};
	return 0;
}

static int
finish(struct list *l)
{
	struct import_count *c = import_count_of(l->report, "Patient");

	if (l->refused == 0) {
		c->stored += (int64_t)l->taken.n;
		return 0;
	}
	c->refused += (int64_t)l->taken.n + l->refused;
	return err_set(l->act->err, ERR_INPUT,
		"%.150s: %lld of %zu rows cannot be taken. Nothing was "
		"stored.",
		l->name, (long long)l->refused, l->csv.n - 1);
}

int
care_import_patients(struct act *act, const char *name, const char *bytes,
	size_t n, struct import_report *rep)
{
	struct list l = {.act = act, .name = name, .report = rep};
	struct csv_error e;

	rep->files++;
	rep->bytes += (int64_t)n;
	rep->files_refused++; /* until the end is reached */
	if (csv_read(act->arena, bytes, n, &l.csv, &e))
		return err_set(act->err, ERR_INPUT, "%.150s: line %zu: %s.",
			name, e.line, e.text);
	if (l.csv.n < 2)
		return err_set(act->err, ERR_INPUT,
			"%.150s: a line of heads and one patient at least are "
			"needed.",
			name);
	if (read_heads(&l))
		return -1;
	for (size_t i = 1; i < l.csv.n; i++)
		if (take_row(&l, &l.csv.v[i]))
			return -1;
	if (finish(&l))
		return -1;
	rep->files_refused--;
	return 0;
}
