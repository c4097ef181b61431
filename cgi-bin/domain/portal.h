#ifndef DOMAIN_PORTAL_H
#define DOMAIN_PORTAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"

struct arena;
struct visit;
struct visit_type;

/* tests/RULES.md, "The portal". */
#define PORTAL_CODE_LEN 12
#define PORTAL_CODE_S (14 * 24 * 3600) /* a printed code is good so long */
#define PORTAL_CODE_TRIES 5	       /* wrong birth dates it bears */
#define PORTAL_SESSIONS 5	       /* at once; a sixth ends the oldest */
#define PORTAL_BOOKED_MAX 3	       /* to come, booked by the patient */

/* A patient's own way in. */
struct portal_account {
	int64_t id, clinic_id, patient_id;
	const char *login; /* as auth_login() makes it */
	const char *hash;
	const char *language; /* "en", "es", or "": as they speak */
	instant_t disabled_at, last_login_at;
};

/* A printed code that opens an account, with the patient's birth date. */
struct portal_code {
	int64_t id, clinic_id, patient_id;
	day_t birth;
	instant_t expires_at, used_at;
	int tries;
};

/* Neither used, nor too old, nor tried too often. */
bool portal_code_alive(const struct portal_code *, instant_t now);
/* What was typed, without blanks and hyphens, in capitals. */
const char *portal_code_key(struct arena *, const char *typed);
/* "BCDF-GHJK-LMNP", as it is printed. */
const char *portal_code_show(struct arena *, const char *code);

/* What the patient may do with a visit from home: before it starts. */
bool portal_may_confirm(const struct visit *, instant_t now);
bool portal_may_change(const struct visit *, instant_t now);
bool portal_may_cancel(const struct visit *, instant_t now);
/* To come, as the patient sees it: not over, and neither cancelled nor
 * entered by mistake. */
bool portal_coming(const struct visit *, instant_t now);

/* What is known of a patient who wants to book. */
struct portal_past {
	bool known; /* has been here: a visit that took place */
	int booked; /* visits to come that they booked themselves */
};
/* May they book a visit of this type themselves? How many they have booked
 * already is another question: PORTAL_BOOKED_MAX. */
bool portal_may_book(const struct visit_type *, const struct portal_past *);

/* "en" or "es": the pages' language for somebody who speaks this. */
const char *portal_language(const char *tag);

/* When another time would suit: value, and what each reads. Ends with
 * {NULL, NULL, NULL}. */
struct portal_wish {
	const char *value;
	const char *patient; /* on the patient's page */
	const char *staff;   /* in the loop the staff work on */
};
extern const struct portal_wish portal_wishes[];
const struct portal_wish *portal_wish(const char *value); /* or NULL */

#endif
