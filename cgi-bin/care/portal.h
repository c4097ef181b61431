#ifndef CARE_PORTAL_H
#define CARE_PORTAL_H

#include "care/act.h"
#include "domain/portal.h"

struct visit;

/*
 * Patients' own accounts, and what patients ask for from home. All return
 * 0, or -1 with act->err set. Rules: tests/RULES.md, "The portal".
 */

/*
 * A new activation code for a patient; earlier ones become worthless.
 * *code is shown once (portal_code_show()) and kept nowhere.
 * ERR_INPUT when no birth date is recorded, for it is half of the proof.
 */
int care_portal_invite(struct act *, int64_t patient, const char **code);

/*
 * Do code and birth date belong together? Fills *out. ERR_INPUT if not,
 * with *tried the code's id when the code itself was right: the caller
 * counts that try with care_portal_tried() where it outlives the refusal.
 */
int care_portal_prove(struct act *, const char *code, day_t birth,
	struct portal_code *out, int64_t *tried);
int care_portal_tried(struct act *, int64_t code_id);

/*
 * Opens the account of the code's patient, or gives the one there is a new
 * login and password and ends its sessions. The code is used up.
 * ERR_CONFLICT: the login is taken, or the code was used meanwhile.
 */
int care_portal_activate(struct act *, const struct portal_code *,
	const char *login, const char *hash, const char *language,
	int64_t *account);

/* Switch an account off and end its sessions. */
int care_portal_revoke(struct act *, int64_t patient);

/*
 * The patient asks for another time: an open loop for the clinic, due on
 * the next business day; the visit stays as it is. when is one of
 * portal_wishes; note may be "".
 */
int care_portal_ask_change(
	struct act *, const struct visit *, const char *when, const char *note);

/*
 * A visit the patient books alone: of a type that is open to them, and not
 * more than PORTAL_BOOKED_MAX at a time. The front desk is told. Refusals
 * are those of care_visit_book(); err->field "type" and "many" are its own.
 */
struct visit_booking;
int care_portal_book(struct act *, const struct visit_booking *, int64_t *id);
/* They want a visit and found no time, or may not book it alone: a loop of
 * this account, one at a time. */
int care_portal_ask_visit(struct act *, int64_t account, const char *what,
	const char *wish, const char *note);

#endif
