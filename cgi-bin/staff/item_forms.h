#ifndef STAFF_ITEM_FORMS_H
#define STAFF_ITEM_FORMS_H

#include "web/form.h"

/* What can be done to an open loop, a form each; their fields are named
 * apart, as they stand on one page. */
extern const struct form attempt_form, assign_form, due_form, done_form,
	cancel_form, snooze_form, state_form, bulk_form, followup_form;

/* How somebody is reached, and what came of it. */
extern const struct option attempt_channels[], attempt_outcomes[];

#endif
