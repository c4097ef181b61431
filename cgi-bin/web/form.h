#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"

struct req;
struct tpl;

/*
 * A form is a table of fields. The dispatcher parses and checks what was
 * posted against it before the handler runs; a handler never sees raw
 * input. The same table draws the form, so a field has one name, one label
 * and one rule. Unknown and repeated names are refused with 400.
 */
enum field_type {
	FIELD_TEXT,   /* one line; min, max in code points */
	FIELD_NOTE,   /* several lines */
	FIELD_NAME,   /* a person's name: text, no control or < > */
	FIELD_INT,    /* min, max as values */
	FIELD_DAY,    /* type=date, ISO */
	FIELD_BIRTH,  /* a birth date in the usual spellings */
	FIELD_BIRTH3, /* three boxes NAME_month, NAME_day, NAME_year */
	FIELD_TIME,   /* "14:30"; the value is minutes since midnight */
	FIELD_MONEY,  /* "12.50"; the value is cents */
	FIELD_EMAIL,
	FIELD_PHONE,	/* national or +; kept as +1... or as entered */
	FIELD_SELECT,	/* one of options */
	FIELD_RADIO,	/* one of options */
	FIELD_CHECK,	/* a box: 0 or 1 */
	FIELD_PASSWORD, /* kept byte for byte, never shown again */
	FIELD_HIDDEN,	/* an integer the page itself put there: version */
	FIELD_TOKEN,	/* hidden text: ids of held slots and the like */
	FIELD_CHECKS,	/* several boxes of one name: a set of option values */
};

struct option {
	const char *value, *label;
};

struct options {
	struct option *v;
	size_t n, cap;
};

struct field {
	const char *name;  /* lower_case; marker in the template is upper */
	const char *label; /* English; translated for the portal */
	const char *hint;  /* or NULL */
	enum field_type type;
	bool required;
	bool ruled; /* not required here, but care may ask for it: not
		     * marked "(optional)" */
	int64_t min, max;
	const struct option *options; /* fixed ones; ends with {NULL, NULL} */
	const char *missing;	      /* "Enter a family name" */
	const char *autocomplete;     /* HTML token, or NULL */
	const char *inputmode;	      /* or NULL */
};

struct form {
	const struct field *fields;
	size_t n;
};

#define FORM(table)                                                            \
	{                                                                      \
		(table), sizeof(table) / sizeof((table)[0])                    \
	}

/* What was given, after checking. Names that are not in the table are a
 * BUG(). Absent optional fields: "", 0, DAY_NONE; see form_has(). */
const char *form_text(const struct req *, const char *name);
int64_t form_int(const struct req *, const char *name);
day_t form_day(const struct req *, const char *name);
bool form_has(const struct req *, const char *name);
/* FIELD_CHECKS: was this option's box ticked? */
bool form_ticked(const struct req *, const char *name, const char *value);
/* The i-th ticked box's value in the order they came; NULL after the last. */
const char *form_tick(const struct req *, const char *name, size_t i);

/* Query parameters of a GET, declared by the page's .query. */
const char *query_text(const struct req *, const char *name);
int64_t query_int(const struct req *, const char *name);
day_t query_day(const struct req *, const char *name);
bool query_has(const struct req *, const char *name);

/* A rule only the handler can check. Then return page->again(rq). */
void form_error(struct req *, const char *name, const char *, ...)
	__attribute__((format(printf, 3, 4)));
bool form_bad(const struct req *);

/* Drawing: start with values of one's own (on GET; on POST what was typed
 * is there already), then draw each field at its {{>NAME}} in t, and the
 * error summary at {{>ERRORS}}. */
void form_start(struct req *, const struct form *);
void form_set_text(struct req *, const char *name, const char *);
void form_set_int(struct req *, const char *name, int64_t);
void form_set_day(struct req *, const char *name, day_t);
void form_set_ticked(struct req *, const char *name, const char *value);
void form_options(struct req *, const char *name, const struct options *);
void form_draw(struct req *, struct tpl *t);

#endif
