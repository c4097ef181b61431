#ifndef CARE_KIOSK_H
#define CARE_KIOSK_H

#include <stdint.h>

#include "base/day.h"
#include "base/token.h"
#include "base/zone.h"
#include "care/act.h"
#include "store/kiosk_store.h"

/*
 * A device that can check patients in and do nothing else. All return 0,
 * or -1 with act->err set, unless said otherwise. Rules: tests/RULES.md,
 * "Coming in without the desk".
 */

/* A kiosk for a site; *code is typed into the device, once, and kept
 * nowhere. */
int
care_kiosk_add(struct act *, int64_t site, const char *name, const char **code);
int care_kiosk_end(struct act *, int64_t site, int64_t id);

/* The device that gave this code is that kiosk from now on; its token is
 * for its cookie. 1; 0 no such code; -1. */
int care_kiosk_start(struct act *, const char *typed, char token[TOKEN_SIZE],
	struct kiosk *out);
/* Which kiosk has this token: 1, 0 none in use, -1. */
int care_kiosk_known(struct act *, const char *token, struct kiosk *out);

/*
 * Whose visit at this kiosk's site it is today, by name and birth date:
 * the visit's id and its patient's; 0 and nothing when nobody or more than
 * one person fits. Of several visits of one person the next that they are
 * not here for yet. 0 or -1.
 */
struct kiosk_who {
	const char *given, *family;
	day_t birth;
};
int care_kiosk_find(struct act *, const struct kiosk *,
	const struct kiosk_who *, int64_t *visit, int64_t *patient);

/* This visit's patient stands there for the next minute; 0: nobody. */
int care_kiosk_serve(struct act *, const struct kiosk *, int64_t visit);

#endif
