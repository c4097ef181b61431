#ifndef WEB_FORM_STATE_H
#define WEB_FORM_STATE_H

#include "web/form.h"
#include "web/http.h"

/* What became of one field: what was typed, and what it means. */
struct form_value {
	const char *text; /* as typed, tidied; never NULL */
	int64_t number;	  /* int, minutes, cents, checkbox */
	day_t day;
	bool has;
	const char *error;  /* or NULL */
	struct pairs ticks; /* FIELD_CHECKS: one pair each, name unused */
	const struct options *options; /* set by the handler, or NULL */
};

/* Inside web/ only: pages use the functions of web/form.h. */
struct form_state {
	const struct form *form;
	struct form_value *v; /* one each of form->fields */
	size_t errors;
	const char *csrf, *once; /* the two hidden inputs of every form */
};

struct form_state *form_state_new(struct req *, const struct form *);
/* Put pairs into the state and check them. False: a name that is unknown
 * or stands twice, which no form of ours can send. */
bool form_take(struct req *, struct form_state *, const struct pairs *);

#endif
