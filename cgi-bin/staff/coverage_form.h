#ifndef STAFF_COVERAGE_FORM_H
#define STAFF_COVERAGE_FORM_H

#include "domain/coverage.h"

struct form;
struct req;
struct tpl;

/* The forms about policies and checks. coverage_form is for a new one and
 * for one that is changed; a new one has no version yet. */
extern const struct form coverage_form, check_form, end_form, order_form;

/* Payers as options of the field; 0 or -1. */
int coverage_form_payers(struct req *);
/* The policy as typed, over what was there. */
struct coverage coverage_form_take(struct req *, const struct coverage *was);
/* The values of a policy, to be changed. */
void coverage_form_fill(struct req *, const struct coverage *);
struct coverage_check check_form_take(struct req *);

#endif
