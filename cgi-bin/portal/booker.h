#ifndef PORTAL_BOOKER_H
#define PORTAL_BOOKER_H

#include "care/slots.h"
#include "domain/patient.h"
#include "domain/portal.h"
#include "domain/provider.h"
#include "domain/site.h"
#include "domain/visit_type.h"
#include "web/form.h"

struct req;
struct tpl;

/*
 * What the pages of a booking share: what was chosen so far stands in the
 * address, and is looked at anew by each. Rules: tests/RULES.md, "Booked by
 * the patient".
 */
struct booker {
	struct patient patient;
	struct portal_past past;
	struct visit_types types; /* those they may book */
	struct visit_type type;	  /* the chosen one */
	bool has_type;
	int64_t provider; /* 0: any */
	struct providers providers;
	struct sites sites;
};

/* ?type= &provider= &day= &from= &slot= of every step. */
extern const struct form booker_query;

/* 0, or the status of a page that says what is wrong. */
int booker_load(struct req *, int64_t type, int64_t provider, struct booker *);
const char *booker_type_name(const struct req *, const struct visit_type *);
const char *booker_provider(const struct booker *, int64_t id);
const struct site *booker_site(const struct booker *, int64_t id);
/* The clock of the site of a time. */
const struct show *booker_show(struct req *, const struct site *);
/* Free times from day first on, for so many days. 0 or -1. */
int booker_slots(struct req *, const struct booker *, day_t first, int days,
	struct slots *out);

#endif
